import { SearchError } from './failure.ts';
import { indexVersion, type Manifest } from './files.ts';
import type { ClientOptions } from './types.ts';

/** The index's files as JSON, each fetched once. What fails is forgotten, so that asking again tries again. */
export class Store {
  readonly address: string;
  readonly #fetch: typeof globalThis.fetch;
  readonly #isOnline: () => boolean;
  readonly #files = new Map<string, Promise<unknown>>();

  constructor({ indexAddress, fetch, isOnline }: ClientOptions) {
    this.address = indexAddress;
    this.#fetch = fetch ?? ((...given) => globalThis.fetch(...given));
    this.#isOnline = isOnline ?? (() => globalThis.navigator?.onLine ?? true);
  }

  manifest(): Promise<Manifest> {
    return this.#once('manifest.json', () => this.#readManifest());
  }

  /** A file whose name tells its content. The type is what the build wrote: both come from the same `files.ts`. */
  file<Data>(name: string): Promise<Data> {
    return this.#once(name, () => this.#read<Data>(name, 'force-cache'));
  }

  /**
   * A file that is compressed as it lies, unpacked. Pagefind has just fetched it, so that it comes from the browser's cache.
   */
  async bytes(name: string): Promise<Uint8Array> {
    const response = await this.#response(name, 'force-cache');
    try {
      const packed = new Uint8Array(await response.arrayBuffer());
      if (packed[0] !== 0x1f) return packed;
      const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
      return new Uint8Array(await new Response(unpacked).arrayBuffer());
    } catch (error) {
      throw new SearchError('broken', this.address + name, error);
    }
  }

  /** Forgets all, as after a new deploy. */
  forget(): void {
    this.#files.clear();
  }

  /**
   * What a failure comes from, seen from here: no network, files of a deploy that has been replaced, or what it says itself.
   */
  async explained(error: unknown, manifestId: string | undefined): Promise<SearchError> {
    if (!this.#isOnline()) return new SearchError('offline', undefined, error);
    const known = error instanceof SearchError ? error : new SearchError('broken', undefined, error);
    if (known.reason === 'unsupported') return known;
    if (manifestId !== undefined) {
      const current = await this.#readManifest().catch(() => undefined);
      if (current && current.id !== manifestId) {
        this.forget();
        return new SearchError('stale', known.file, error);
      }
    }
    return known;
  }

  async #readManifest(): Promise<Manifest> {
    const manifest = await this.#read<Manifest>('manifest.json', 'no-cache');
    if (manifest.version !== indexVersion) throw new SearchError('stale', 'manifest.json');
    return manifest;
  }

  #once<Data>(name: string, read: () => Promise<Data>): Promise<Data> {
    const known = this.#files.get(name);
    if (known) return known as Promise<Data>;
    const reading = read();
    this.#files.set(name, reading);
    reading.catch(() => this.#files.delete(name));
    return reading;
  }

  async #read<Data>(name: string, cache: RequestCache): Promise<Data> {
    const response = await this.#response(name, cache);
    try {
      return await response.json();
    } catch (error) {
      throw new SearchError('broken', this.address + name, error);
    }
  }

  async #response(name: string, cache: RequestCache): Promise<Response> {
    const address = this.address + name;
    let response: Response;
    try {
      response = await this.#fetch(address, { cache });
    } catch (error) {
      throw new SearchError('unreachable', address, error);
    }
    if (!response.ok) throw new SearchError('unreachable', address);
    return response;
  }
}
