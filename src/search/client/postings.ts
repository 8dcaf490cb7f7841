import { SearchError } from './failure.ts';
import type { Manifest } from './files.ts';
import { pagesIn } from './pagefind-meta.ts';
import type { Store } from './store.ts';

/** What is used of a Pagefind instance. */
interface PagefindInstance {
  init(): Promise<void>;
  search(term: string): Promise<{
    readonly results: readonly {
      readonly id: string;
      readonly score: number;
      readonly words: readonly number[];
    }[];
  }>;
}

/** What is used of Pagefind's module. */
export interface PagefindModule {
  createInstance(options: Readonly<Record<string, unknown>>): PagefindInstance;
}

/** How much a record has of something, and at which of its words. */
export interface Posting {
  readonly score: number;
  readonly words: readonly number[];
}

/** Records that have something, by their place in the archive. */
export type Postings = ReadonlyMap<number, Posting>;

/** How much a field's words tell. A report's name stands on all its records, and may hardly count. */
const ranking = {
  termSimilarity: 1,
  pageLength: 0.6,
  termSaturation: 0.8,
  metaWeights: { title: 0.6, context: 0.1, tokens: 0.8 },
};

/** As the field in which most such tokens stand. */
const literalWeight = ranking.metaWeights.tokens;

const keptSearches = 200;

/** Searches Pagefind's indexes, all shards as one. */
export class PostingIndex {
  readonly #shards: readonly Shard[];
  readonly #size: number;
  readonly #kept = new Map<string, Promise<Postings>>();

  private constructor(shards: readonly Shard[], size: number) {
    this.#shards = shards;
    this.#size = size;
  }

  static async open(
    store: Store,
    manifest: Manifest,
    load: (address: string) => Promise<unknown>,
  ): Promise<PostingIndex> {
    let offset = 0;
    const shards = manifest.shards.map(({ folder, meta, records }) => {
      const first = offset;
      offset += records;
      return Shard.open(store, folder, meta, first, load);
    });
    return new PostingIndex(await Promise.all(shards), offset);
  }

  /** Records that have all the tokens, which are such as the archive has. */
  async having(tokens: readonly string[]): Promise<Postings> {
    return this.#found(tokens.join(' '));
  }

  /**
   * Records that have a token which the archive may lack. It is sought literally, since Pagefind otherwise makes do with the beginning of
   * a word that it does not have. What is found literally has no score from Pagefind; a rare token counts for more than a common one.
   */
  async havingExactly(token: string): Promise<Postings> {
    const found = await this.#found(`"${token}"`);
    const score = literalWeight * Math.log(1 + (this.#size - found.size + 0.5) / (found.size + 0.5));
    return new Map([...found].map(([place, { words }]) => [place, { score, words }]));
  }

  /** Records that have the tokens next to each other in this order. */
  async havingPhrase(tokens: readonly string[]): Promise<Postings> {
    return this.#found(`"${tokens.join(' ')}"`);
  }

  #found(term: string): Promise<Postings> {
    const known = this.#kept.get(term);
    if (known) {
      // What was used last is kept longest.
      this.#kept.delete(term);
      this.#kept.set(term, known);
      return known;
    }
    const searching = this.#search(term);
    this.#kept.set(term, searching);
    searching.catch(() => this.#kept.delete(term));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptSearches && oldest !== undefined) this.#kept.delete(oldest);
    return searching;
  }

  async #search(term: string): Promise<Postings> {
    const found = await Promise.all(this.#shards.map((shard) => shard.search(term)));
    return new Map(found.flat());
  }
}

class Shard {
  readonly #instance: PagefindInstance;
  readonly #placeOf: ReadonlyMap<string, number>;

  private constructor(instance: PagefindInstance, placeOf: ReadonlyMap<string, number>) {
    this.#instance = instance;
    this.#placeOf = placeOf;
  }

  static async open(
    store: Store,
    folder: string,
    meta: string,
    offset: number,
    load: (address: string) => Promise<unknown>,
  ): Promise<Shard> {
    const basePath = `${store.address}${folder}/`;
    if (typeof WebAssembly === 'undefined') throw new SearchError('unsupported');
    const address = `${basePath}pagefind.js`;
    let instance: PagefindInstance;
    try {
      const { createInstance } = (await load(address)) as PagefindModule;
      // A worker would fetch Pagefind's code a second time; a search takes milliseconds.
      instance = createInstance({ basePath, baseUrl: '/', noWorker: true, ranking, metaCacheTag: folder });
      await instance.init();
      // The first search waits for the index, and tells whether it could be had.
      await instance.search('-');
    } catch (error) {
      throw new SearchError('unreachable', address, error);
    }
    const pages = pagesIn(await store.bytes(`${folder}/${meta}`));
    return new Shard(instance, new Map(pages.map((page, place) => [page, offset + place])));
  }

  async search(term: string): Promise<[place: number, posting: Posting][]> {
    const { results } = await this.#instance.search(term);
    return results.flatMap(({ id, score, words }): [number, Posting][] => {
      const place = this.#placeOf.get(id);
      return place === undefined ? [] : [[place, { score, words }]];
    });
  }
}
