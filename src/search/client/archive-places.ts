import { SearchError } from './failure.ts';
import { kindLetters, type Manifest, type PlacesFile, type StoredRecord, type TextsFile } from './files.ts';
import type { Store } from './store.ts';
import { type HitKind, hitKinds } from './types.ts';

/** What is shown of a record, with its report where it is of one. */
export interface ShownRecord extends StoredRecord {
  readonly of?: TextsFile['reports'][number] | undefined;
}

const kindOfLetter: ReadonlyMap<string, HitKind> = new Map(hitKinds.map((kind) => [kindLetters[kind], kind]));

/** What every record is, by its place in the archive: shard after shard, the newest first. */
export class ArchivePlaces {
  readonly size: number;
  readonly #store: Store;
  readonly #kinds: readonly HitKind[];
  /** Each place's letter. */
  readonly #letters: string;
  /** For each place, the first and the last of its group. */
  readonly #first: Uint32Array;
  readonly #last: Uint32Array;
  /** For each place, its file of texts and which record there. */
  readonly #texts: readonly { readonly name: string; readonly first: number; readonly last: number }[];

  private constructor(
    store: Store,
    shards: readonly { readonly folder: string; readonly file: PlacesFile }[],
  ) {
    this.#store = store;
    this.#kinds = shards.flatMap(({ file }) =>
      Array.from(file.kinds, (letter) => kindOfLetter.get(letter.toLowerCase()) ?? 'page'),
    );
    this.#letters = shards.map(({ file }) => file.kinds).join('');
    this.size = this.#kinds.length;
    this.#first = new Uint32Array(this.size);
    this.#last = new Uint32Array(this.size);
    const texts: { name: string; first: number; last: number }[] = [];
    let place = 0;
    let text = 0;
    for (const { folder, file } of shards) {
      for (const count of file.groups) {
        this.#first.fill(place, place, place + count);
        this.#last.fill(place + count - 1, place, place + count);
        place += count;
      }
      for (const [number, count] of file.texts.entries()) {
        texts.push({ name: `${folder}/t${number}.json`, first: text, last: text + count - 1 });
        text += count;
      }
    }
    this.#texts = texts;
  }

  static async open(store: Store, { shards }: Manifest): Promise<ArchivePlaces> {
    return new ArchivePlaces(
      store,
      await Promise.all(
        shards.map(async ({ folder }) => ({
          folder,
          file: await store.file<PlacesFile>(`${folder}/places.json`),
        })),
      ),
    );
  }

  kindOf(place: number): HitKind {
    return this.#kinds[place] ?? 'page';
  }

  /** Is it beside the point of what is mostly asked: a section of a report, a rule that no audit rests on? */
  isAside(place: number): boolean {
    const letter = this.#letters.charAt(place);
    return letter !== letter.toLowerCase();
  }

  /** The first and last place of the report that a record is in, or of itself alone. */
  groupOf(place: number): readonly [first: number, last: number] {
    return [this.#first[place] ?? place, this.#last[place] ?? place];
  }

  /** What is shown of a record. */
  async record(place: number): Promise<ShownRecord> {
    let [low, high] = [0, this.#texts.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#texts[middle]?.last ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    const text = this.#texts[low];
    const file = text && (await this.#store.file<TextsFile>(text.name));
    const record = file?.records[place - (text?.first ?? 0)];
    if (!record) throw new SearchError('broken', text?.name);
    return { ...record, of: record.report === undefined ? undefined : file?.reports[record.report] };
  }
}
