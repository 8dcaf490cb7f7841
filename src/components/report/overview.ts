import type { Audit } from '../../archive/index.ts';
import { counts } from '../../i18n/sv.ts';
import { type Placement, partFragments } from './placement.ts';

/** What a report has, counted, each with the fragment where the first of it stands. Nothing is counted that it has none of. */
export function countsOf(
  audit: Audit,
  { text, added }: Placement,
): readonly { readonly label: string; readonly fragment: string }[] {
  const shown = new Set([...text, ...added].map(({ kind }) => kind));
  const kinds = ['findings', 'recommendations', 'measures', 'samples', 'sources'] as const;
  // The sources of a catalogue entry are often the archive's own, and not the report's.
  const isOwn = (kind: (typeof kinds)[number]) => kind !== 'sources' || audit.rendition !== 'catalogue';
  return kinds
    .filter((kind) => isOwn(kind) && shown.has(kind) && audit[kind].length > 0)
    .map((kind) => ({ label: counts[kind](audit[kind].length), fragment: partFragments[kind] }));
}
