import { type Archive, linkedHtml } from '../archive/index.ts';
import type { RichText } from '../reports/index.ts';

/** Turns compiled text into plain text; what is missing stays missing. */
export interface PlainText {
  (text: RichText): string;
  (text: RichText | undefined): string | undefined;
}

const tag = /<(?:[^>"']|"[^"]*"|'[^']*')*>/g;
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
]);

/** Plain text as a reader sees it: a text alone lacks its citations, which only the archive can name. */
export function plainTextIn(archive: Archive): PlainText {
  function plain(text: RichText): string;
  function plain(text: RichText | undefined): string | undefined;
  function plain(text: RichText | undefined): string | undefined {
    if (text === undefined || !text.html.includes('<cite-criterion')) return text?.text;
    return linkedHtml(text.html, archive, (path) => path)
      .replaceAll('</p>', ' ')
      .replaceAll(tag, '')
      .replaceAll(/&(?:#x([0-9a-f]+)|([a-z]+));/gi, (entity, hex?: string, name?: string) =>
        hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (named.get(name ?? '') ?? entity),
      )
      .replaceAll(/\s+/g, ' ')
      .trim();
  }
  return plain;
}
