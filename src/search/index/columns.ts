import type { Column, FacetsFile, PlacesFile } from '../client/files.ts';
import { kindLetters } from '../client/files.ts';
import { by } from '../client/picked.ts';
import { facets } from '../client/types.ts';
import type { SearchRecord } from './record.ts';

/** What each record of a shard is, gathered while they pass. */
export class ShardColumns {
  readonly #columns = by(facets, () => new ColumnMaker());
  readonly #dates = new ColumnMaker();
  readonly #groups: number[] = [];
  #kinds = '';
  #lastReport: string | undefined;

  add(record: SearchRecord): void {
    for (const facet of facets) this.#columns[facet].add(record.facets[facet] ?? []);
    this.#dates.add(record.date === undefined ? [] : [record.date]);
    const letter = kindLetters[record.kind];
    this.#kinds += record.isAside ? letter.toUpperCase() : letter;
    const report = record.report?.path;
    if (report !== undefined && report === this.#lastReport) {
      this.#groups.push((this.#groups.pop() ?? 0) + 1);
    } else {
      this.#groups.push(1);
    }
    this.#lastReport = report;
  }

  facetsFile(): FacetsFile {
    return { facets: by(facets, (facet) => this.#columns[facet].column()), dates: this.#dates.column() };
  }

  placesFile(texts: readonly number[]): PlacesFile {
    return { kinds: this.#kinds, groups: this.#groups, texts };
  }
}

class ColumnMaker {
  readonly #values = new Map<string, number>();
  readonly #sets = new Map<string, { readonly place: number; readonly set: readonly number[] }>();
  readonly #runs: number[] = [];
  #last = -1;
  #sameInRow = 1;

  add(values: readonly string[]): void {
    const set = [...new Set(values)].map((value) => placeOf(this.#values, value)).toSorted((a, b) => a - b);
    const key = set.join(',');
    const known = this.#sets.get(key) ?? { place: this.#sets.size, set };
    this.#sets.set(key, known);
    if (known.place === this.#last) {
      if (this.#sameInRow > 1) this.#runs.pop();
      this.#sameInRow += 1;
      this.#runs.push(-this.#sameInRow);
    } else {
      this.#sameInRow = 1;
      this.#runs.push(known.place);
    }
    this.#last = known.place;
  }

  column(): Column {
    return {
      values: [...this.#values.keys()],
      sets: [...this.#sets.values()].map(({ set }) => set),
      runs: this.#runs,
    };
  }
}

function placeOf(places: Map<string, number>, value: string): number {
  const place = places.get(value) ?? places.size;
  places.set(value, place);
  return place;
}
