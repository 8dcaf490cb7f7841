import { found, type GrowingArchive } from './growing.ts';
import type { Content } from './load.ts';
import { addCitation } from './relate-criteria.ts';
import { citationsInAudit, citationsOfTexts, rulesTold } from './text-citations.ts';

/** What the audits' own words cite; after all audits, so that every part that one of them lists is known. */
export function relateTexts(content: Content, growing: GrowingArchive): void {
  for (const [id, audit] of growing.audits) {
    const file = found(content.audits, id);
    const cited = citationsInAudit(content, file);
    for (const citation of citationsOfTexts(audit, cited, growing.criteria)) addCitation(growing, citation);
    audit.citedInText.push(...rulesTold(file, cited, growing.criteria));
  }
}
