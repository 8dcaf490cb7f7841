/*
 * What the tracker can be filtered and sorted by, in the words that stand in its addresses. The browser reads this too.
 */

/** What a report has, and with it each of its recommendations. */
export const reportFacets = ['kommun', 'ar', 'revisor'] as const;
/** What each recommendation has for itself, whoever it is to. */
export const rowFacets = ['uppges', 'amne', 'kriterium', 'ord'] as const;
/** What it has with those whom it is to: a state with boards of each type. */
export const standingFacets = ['status', 'namndtyp'] as const;

export type ReportFacet = (typeof reportFacets)[number];
export type RowFacet = (typeof rowFacets)[number];
export type StandingFacet = (typeof standingFacets)[number];
export type Facet = ReportFacet | RowFacet | StandingFacet;

/** In the order that a reader meets them, which is also that of an address. */
export const facets = [
  'status',
  'uppges',
  'kommun',
  'namndtyp',
  'ar',
  'amne',
  'kriterium',
  'revisor',
  'ord',
] as const satisfies readonly Facet[];

export type By<Key extends string, Value> = Readonly<Record<Key, Value>>;

/** The same for every key, as a function of it. */
export function by<const Key extends string, Value>(
  keys: readonly Key[],
  of: (key: Key) => Value,
): By<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as By<Key, Value>;
}

/** The first is the order that every list has. */
export const orders = ['minst-gjort', 'aldst', 'nyast', 'senast-provad'] as const;

export type Order = (typeof orders)[number];

/** How a facet's value stands in addresses where it is not known which it has. */
export const unknownValue = 'okand';
