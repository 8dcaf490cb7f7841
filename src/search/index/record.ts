import type { Facet, HitKind, Particulars } from '../client/types.ts';

/**
 * A thing that can be found: what stands between the archive and the index, so that records from elsewhere are indexed and searched
 * by the same code.
 */
export interface SearchRecord {
  /** Unique and lasting. */
  readonly id: string;
  /** From the site's root, with fragment. */
  readonly path: string;
  readonly kind: HitKind;
  /** Does it mostly tell at length what others say, or what nobody has asked about: a section of a report, a rule that no audit rests on? */
  readonly isAside?: true;
  /** The report that it is of, or is. Records of a report follow on one another. */
  readonly report?: { readonly path: string; readonly title: string; readonly particulars: Particulars };
  readonly title: string;
  readonly text: string;
  /** What it is found by besides its own words, faintly: its principal, year, boards, report, auditors. */
  readonly context: readonly string[];
  /** Other words for it that stand nowhere in it: a topic's synonyms, a system's other names. */
  readonly alsoKnownAs: readonly string[];
  /** Rules that it rests on, written as citations, besides those in its text. */
  readonly cites: readonly string[];
  /** Of publication, `2017-10` or finer or coarser; nothing for what has no date. */
  readonly date?: string;
  readonly particulars: Particulars;
  /** Slugs of the values that it has in each facet. */
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
}
