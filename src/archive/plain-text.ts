import type { RichText } from '../reports/index.ts';
import { linkedHtml } from './linked.ts';
import type { Archive } from './types.ts';

/** Turns compiled text into plain text; what is missing stays missing. */
export interface PlainText {
  (text: RichText): string;
  (text: RichText | undefined): string | undefined;
}

const tag = /<(?:[^>"']|"[^"]*"|'[^']*')*>/g;
/** Elements that may stand within a word. */
const inline = /^<\/?(?:a|em|strong|b|i|sup|sub|code|abbr|span|cite|q)\b/;
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** The text of HTML that the archive made itself, as a reader sees it, on one line. */
export function plainText(html: string): string {
  return html
    .replaceAll(tag, (each) => (inline.test(each) ? '' : ' '))
    .replaceAll(
      /&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi,
      (entity, decimal?: string, hex?: string, name?: string) => {
        if (decimal) return String.fromCodePoint(Number(decimal));
        if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
        return named.get(name ?? '') ?? entity;
      },
    )
    .replaceAll('\u00ad', '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Compiled HTML as plain text, with the words of its citations, which only the archive can name. */
export function plainHtml(html: string, archive: Archive): string {
  return plainText(linkedHtml(html, archive, (path) => path));
}

/** Plain text as a reader sees it: a text alone lacks its citations. */
export function plainTextIn(archive: Archive): PlainText {
  function plain(text: RichText): string;
  function plain(text: RichText | undefined): string | undefined;
  function plain(text: RichText | undefined): string | undefined {
    if (text === undefined || !text.html.includes('<cite-criterion')) return text?.text;
    return plainHtml(text.html, archive);
  }
  return plain;
}
