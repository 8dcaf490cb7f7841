import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { citing as words } from '../i18n/sv-citing.ts';
import type { CoarseDate, PlainDate } from '../schemas/index.ts';
import type { Reference } from './reference.ts';

// A key with hyphens is a good key in BibTeX; without this they are taken out.
Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false });

/** A reference in CSL-JSON, the form that citation processors share. Source: CSL 1.0.2, "csl-data.json". */
interface CslItem {
  readonly id: string;
  readonly type: 'report';
  readonly title: string;
  readonly author: readonly { readonly literal: string }[];
  readonly issued: CslDate;
  readonly publisher: string;
  readonly genre: string;
  readonly number?: string;
  readonly language: 'sv-SE';
  readonly archive: string;
  readonly version?: string;
  readonly note: string;
  readonly URL: string;
}

interface CslDate {
  readonly 'date-parts': readonly [readonly number[]];
}

/** What a reference can be had as. */
export const citationFormats = ['bibtex', 'ris', 'csl'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** Sources: RFC 6838 registrations of `application/vnd.citationstyles.csl+json` and `application/x-research-info-systems`; for BibTeX, which has none, what citation tools send. */
const files: Readonly<Record<CitationFormat, { readonly mediaType: string; readonly ending: string }>> = {
  bibtex: { mediaType: 'application/x-bibtex', ending: 'bib' },
  ris: { mediaType: 'application/x-research-info-systems', ending: 'ris' },
  csl: { mediaType: 'application/vnd.citationstyles.csl+json', ending: 'json' },
};

/** @param address the whole address of what is cited, or from the host's root where it is not known where the archive will live */
function cslItem(reference: Reference, address: string): CslItem {
  const { key, author, published, title, subtitle, genre, number, publisher, version } = reference;
  return {
    id: key,
    type: 'report',
    title: subtitle === undefined ? title : `${title}: ${subtitle}`,
    author: [{ literal: author }],
    issued: cslDate(published),
    publisher,
    genre,
    ...(number !== undefined && { number }),
    language: 'sv-SE',
    archive: words.archive(undefined),
    ...(version !== undefined && { version }),
    note: words.archive(version),
    URL: address,
  };
}

function cslDate(date: CoarseDate | PlainDate): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] };
}

/** A file that reference managers read, whole in its address, so that it has its type on every host and takes no place of its own. */
export interface CitationFile {
  readonly format: CitationFormat;
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
  /** A `data:` address. */
  readonly href: string;
}

/** A reference in every form. */
export function citationFiles(reference: Reference, address: string): readonly CitationFile[] {
  const item = cslItem(reference, address);
  return citationFormats.map((format) => {
    const { mediaType, ending } = files[format];
    const text = formatted(item, format);
    return {
      format,
      mediaType,
      text,
      name: `${reference.key}.${ending}`,
      href: `data:${mediaType};charset=utf-8,${encodeURIComponent(text)}`,
    };
  });
}

function formatted(item: CslItem, format: CitationFormat): string {
  if (format === 'csl') return `${JSON.stringify([item], undefined, 2)}\n`;
  return `${plugins.output.format(format, [item]).trim()}\n`;
}
