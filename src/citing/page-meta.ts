import { citing as words } from '../i18n/sv-citing.ts';
import type { Reference } from './reference.ts';

/** One `<meta>` of a page's head. */
export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/**
 * What reference managers and library catalogues read of a page: Highwire Press' tags, which say that it is a report and what is where
 * in it, and Dublin Core. Sources: Zotero's translator "Embedded Metadata"; Google Scholar's "Inclusion Guidelines for Webmasters".
 *
 * @param address the whole address, where it is known where the archive will live
 * @param pdfAddress the same of its PDF, where there is one
 */
export function citationMeta(
  reference: Reference,
  address?: string,
  pdfAddress?: string,
): readonly MetaTag[] {
  const { author, published, title, subtitle, number, publisher, version, topics, genre } = reference;
  const wholeTitle = subtitle === undefined ? title : `${title}: ${subtitle}`;
  const tags: readonly (readonly [string, string | undefined])[] = [
    ['citation_title', wholeTitle],
    // The comma makes Zotero take an organisation's name as one name, and not its last word as a surname.
    ['citation_author', `${author},`],
    ['citation_publication_date', published.replaceAll('-', '/')],
    ['citation_technical_report_institution', publisher],
    ['citation_technical_report_number', number],
    ['citation_language', 'sv'],
    ['citation_public_url', address],
    ['citation_pdf_url', pdfAddress],
    ['citation_keywords', topics.length > 0 ? topics.join('; ') : undefined],
    ['DC.title', wholeTitle],
    ['DC.creator', author],
    ['DC.publisher', publisher],
    ['DC.date', published],
    ['DC.type', 'Report'],
    ['DC.description', genre],
    ['DC.language', 'sv'],
    ['DC.identifier', address],
    ['DC.source', words.archive(version)],
  ];
  return tags.flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }]));
}
