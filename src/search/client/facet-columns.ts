import type { Column, FacetsFile, LabelsFile, Manifest } from './files.ts';
import { by } from './picked.ts';
import type { Store } from './store.ts';
import { type Facet, type FacetCount, facets, type Picked, type Sort } from './types.ts';

interface Held {
  readonly values: readonly string[];
  readonly sets: readonly (readonly number[])[];
  /** The set of each place. */
  readonly of: Uint32Array;
}

/** How a recommendation stands when nothing more is to be done. */
const closed = new Set(['atgardad', 'inaktuell']);

/** What each record has in every facet, and its date: loaded when something is first filtered, counted or sorted by it. */
export class FacetColumns {
  readonly #columns: Readonly<Record<Facet, Held>>;
  readonly #dates: Held;

  private constructor(columns: Readonly<Record<Facet, Held>>, dates: Held) {
    this.#columns = columns;
    this.#dates = dates;
  }

  static async open(store: Store, { shards }: Pick<Manifest, 'shards'>): Promise<FacetColumns> {
    const files = await Promise.all(
      shards.map(({ folder }) => store.file<FacetsFile>(`${folder}/facets.json`)),
    );
    return new FacetColumns(
      by(facets, (facet) => joined(files.map((file) => file.facets[facet]))),
      joined(files.map(({ dates }) => dates)),
    );
  }

  /**
   * The facets that a record has none of the picked values in: for each place, how many these are, and the only one where it is one.
   */
  against(picked: Picked): (place: number) => { readonly count: number; readonly only?: Facet } {
    const wanted = facets.flatMap((facet) => {
      const slugs = picked[facet];
      if (!slugs || slugs.length === 0) return [];
      const { values, sets, of } = this.#columns[facet];
      const isWanted = sets.map((set) => set.some((value) => slugs.includes(values[value] ?? '')));
      return [{ facet, isWanted, of }];
    });
    return (place) => {
      let count = 0;
      let only: Facet | undefined;
      for (const { facet, isWanted, of } of wanted) {
        if (isWanted[of[place] ?? 0]) continue;
        count += 1;
        only = facet;
      }
      return count === 1 && only ? { count, only } : { count };
    };
  }

  /** How many of the records would be left with each value alone chosen in its facet and the others as they are. */
  counts(
    places: Iterable<number>,
    picked: Picked,
    labels: LabelsFile,
  ): Readonly<Record<Facet, readonly FacetCount[]>> {
    const against = this.against(picked);
    const tallies = by(facets, (facet) => new Uint32Array(this.#columns[facet].sets.length));
    const add = (facet: Facet, place: number) => {
      const set = this.#columns[facet].of[place] ?? 0;
      tallies[facet][set] = (tallies[facet][set] ?? 0) + 1;
    };
    for (const place of places) {
      const { count, only } = against(place);
      if (count === 0) for (const facet of facets) add(facet, place);
      else if (only) add(only, place);
    }
    return by(facets, (facet) => {
      const { values, sets } = this.#columns[facet];
      const counts = new Map<string, number>();
      for (const [set, tally] of tallies[facet].entries()) {
        for (const value of sets[set] ?? []) {
          const slug = values[value] ?? '';
          counts.set(slug, (counts.get(slug) ?? 0) + tally);
        }
      }
      const isPicked = (slug: string) => picked[facet]?.includes(slug) ?? false;
      const all = (labels[facet] ?? []).flatMap(([slug, label]): FacetCount[] => {
        const count = counts.get(slug) ?? 0;
        return count > 0 || isPicked(slug) ? [{ slug, label, count, isPicked: isPicked(slug) }] : [];
      });
      return facet === 'year' || facet === 'status' ? all : all.toSorted((a, b) => b.count - a.count);
    });
  }

  /** Compares places in an order other than that of relevance. What has no date, or is not asked to be done, comes last. */
  order(sort: Exclude<Sort, 'relevance'>): (a: number, b: number) => number {
    const { values, sets, of } = this.#dates;
    const inTime = [...new Set(values)].toSorted();
    const rankOfSet = sets.map(([value]) =>
      value === undefined ? 0 : inTime.indexOf(values[value] ?? '') + 1,
    );
    const rank = (place: number) => rankOfSet[of[place] ?? 0] ?? 0;
    const byTime = (a: number, b: number, sign: 1 | -1) =>
      Number(rank(a) === 0) - Number(rank(b) === 0) || sign * (rank(a) - rank(b)) || a - b;
    if (sort === 'newest') return (a, b) => byTime(a, b, -1);
    if (sort === 'oldest') return (a, b) => byTime(a, b, 1);
    const status = this.#columns.status;
    const isOpenSet = status.sets.map(
      (set) => set.length > 0 && set.some((value) => !closed.has(status.values[value] ?? '')),
    );
    const isOpen = (place: number) => isOpenSet[status.of[place] ?? 0] ?? false;
    return (a, b) => Number(isOpen(b)) - Number(isOpen(a)) || byTime(a, b, 1);
  }
}

/** Columns of shards as one. */
function joined(columns: readonly Column[]): Held {
  const places = new Map<string, number>();
  const sets: (readonly number[])[] = [];
  const size = columns.reduce((sum, { runs }) => sum + recordsIn(runs), 0);
  const of = new Uint32Array(size);
  let place = 0;
  for (const column of columns) {
    const newPlace = column.values.map((value) => {
      const known = places.get(value) ?? places.size;
      places.set(value, known);
      return known;
    });
    const firstSet = sets.length;
    sets.push(...column.sets.map((set) => set.map((value) => newPlace[value] ?? 0)));
    for (const run of column.runs) {
      if (run < 0) {
        of.fill(of[place - 1] ?? 0, place, place - run - 1);
        place += -run - 1;
      } else {
        of[place] = firstSet + run;
        place += 1;
      }
    }
  }
  return { values: [...places.keys()], sets, of };
}

function recordsIn(runs: Column['runs']): number {
  return runs.reduce((sum, run) => sum + (run < 0 ? -run - 1 : 1), 0);
}
