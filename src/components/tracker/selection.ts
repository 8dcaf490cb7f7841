import type { Choice } from './choice.ts';
import { type By, by, type Facet, facets, type Order, reportFacets, rowFacets } from './facets.ts';
import type { Table, TypedState } from './table.ts';

/** What a choice comes to. */
export interface Selection {
  /** In the order chosen. */
  readonly rows: readonly number[];
  /** For each value of a facet, how many rows there would be with it alone chosen there, and the other facets as they are. */
  readonly counts: By<Facet, Uint32Array>;
}

/** A row has these whoever it is to; they are matched by themselves. */
const plainFacets = [...reportFacets, ...rowFacets] as const;

/**
 * The rows that have any of the values picked in each facet, sorted, with counts for every value. Linear in rows.
 *
 * A row has one status: that of the addressee with whom least is done; where types of boards are picked, of those of that type.
 */
export function selection(table: Table, { picked, order }: Choice): Selection {
  const { has, standings, values } = table;
  const wanted = by(facets, (facet) => wantedValues(table, facet, picked[facet]));
  const columns = by(plainFacets, (facet) => {
    const { sets, of } = has[facet];
    const isWanted = sets.map((set) => !wanted[facet] || set.some((value) => wanted[facet]?.has(value)));
    return { sets, of, isWanted, tally: new Uint32Array(sets.length) };
  });
  const allColumns = Object.values(columns);
  const states = standings.sets.map((inSet) => leastDone(inSet, wanted.namndtyp));
  const isWantedStanding = states.map((state) => state !== undefined && isIn(state, wanted.status));
  const standingTally = new Uint32Array(standings.sets.length);

  const rows: number[] = [];
  for (let row = 0; row < table.size; row += 1) {
    let against = 0;
    let lastAgainst: (typeof allColumns)[number] | undefined;
    for (const column of allColumns) {
      if (column.isWanted[column.of[row] ?? 0]) continue;
      against += 1;
      lastAgainst = column;
    }
    const standing = standings.of[row] ?? 0;
    if (against === 0) add(standingTally, standing);
    if (!isWantedStanding[standing]) continue;
    if (against === 0) {
      rows.push(row);
      for (const { of, tally } of allColumns) add(tally, of[row] ?? 0);
    }
    // What one facet alone turns away counts in that facet, where one could choose it.
    if (against === 1 && lastAgainst) add(lastAgainst.tally, lastAgainst.of[row] ?? 0);
  }
  const counts = by(plainFacets, (facet) => {
    const { sets, tally } = columns[facet];
    const counted = new Uint32Array(values[facet].length);
    for (const [set, inSet] of sets.entries()) for (const value of inSet) add(counted, value, tally[set]);
    return counted;
  });
  return {
    rows: sorted(table, rows, order, states),
    counts: { ...counts, ...standingCounts(table, standingTally, states, wanted.status) },
  };
}

function standingCounts(
  { standings, values }: Pick<Table, 'standings' | 'values'>,
  tally: Uint32Array,
  states: readonly (number | undefined)[],
  wantedStates: ReadonlySet<number> | undefined,
): By<'status' | 'namndtyp', Uint32Array> {
  const status = new Uint32Array(values.status.length);
  const namndtyp = new Uint32Array(values.namndtyp.length);
  for (const [set, inSet] of standings.sets.entries()) {
    const state = states[set];
    if (state !== undefined) add(status, state, tally[set]);
    const types = [...new Set(inSet.map(({ type }) => type))];
    for (const type of types) {
      if (isIn(leastDone(inSet, new Set([type])), wantedStates)) add(namndtyp, type, tally[set]);
    }
  }
  return { status, namndtyp };
}

/** The least done of the standings with boards of some types; of all where no types are given. */
function leastDone(
  standings: readonly TypedState[],
  types: ReadonlySet<number> | undefined,
): number | undefined {
  const states = standings.filter(({ type }) => isIn(type, types)).map(({ status }) => status);
  return states.length > 0 ? Math.min(...states) : undefined;
}

function isIn(value: number | undefined, wanted: ReadonlySet<number> | undefined): boolean {
  return value !== undefined && (wanted === undefined || wanted.has(value));
}

function add(counts: Uint32Array, place: number, number = 1): void {
  counts[place] = (counts[place] ?? 0) + number;
}

/** The indices of the values picked; nothing where none are, which leaves all. */
function wantedValues(table: Table, facet: Facet, slugs: readonly string[]): ReadonlySet<number> | undefined {
  if (slugs.length === 0) return undefined;
  return new Set(table.values[facet].flatMap(({ slug }, value) => (slugs.includes(slug) ? value : [])));
}

/** Ties are left as the table has them: by municipality and time, then as printed. */
function sorted(
  { size, published, checked, standings }: Table,
  rows: readonly number[],
  order: Order,
  states: readonly (number | undefined)[],
): readonly number[] {
  // Ranks are never above the number of rows, so that one number tells two of them.
  const weight = size + 1;
  const age = (row: number) => published[row] ?? 0;
  const keyOf = {
    'minst-gjort': (row: number) => (states[standings.of[row] ?? 0] ?? 0) * weight + age(row),
    aldst: age,
    nyast: (row: number) => -age(row),
    'senast-provad': (row: number) => -(checked[row] ?? 0) * weight + age(row),
  }[order];
  const keys = new Float64Array(size);
  for (const row of rows) keys[row] = keyOf(row);
  return rows.toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
}

/** The parcel that a row is in, by its place in the table's list. */
export function parcelOf({ parcels }: Pick<Table, 'parcels'>, row: number): number {
  let [low, high] = [0, parcels.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parcels[middle]?.first ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
