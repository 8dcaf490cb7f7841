import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { searchClient } from '../../../src/search/client/index.ts';
import { buildIndex, type IndexSummary, type Searchable } from '../../../src/search/index/index.ts';

/** An index in a folder of its own, and what a browser would do with it. */
export interface BuiltIndex {
  readonly folder: string;
  readonly summary: IndexSummary;
  /** Files that can't be had. */
  readonly missing: Set<string>;
  client(options?: { readonly isOnline?: () => boolean }): ReturnType<typeof searchClient>;
}

/** A folder for the files of one test file; removed when the process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'granskningsarkivet-sok-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function builtIndex(
  searchable: Searchable,
  { folder = temporaryFolder(), shardSize }: { readonly folder?: string; readonly shardSize?: number } = {},
): Promise<BuiltIndex> {
  const outDir = join(folder, 'index');
  const summary = await buildIndex(searchable, {
    outDir,
    cacheDir: join(folder, 'cache'),
    ...(shardSize !== undefined && { shardSize }),
  });
  const missing = new Set<string>();
  const fetchFile = async (input: RequestInfo | URL): Promise<Response> => {
    const path = String(input).replace(/\?.*$/, '');
    const isMissing = [...missing].some((part) => path.includes(part)) || !existsSync(path);
    return isMissing ? new Response('', { status: 404 }) : new Response(readFileSync(path));
  };
  // Pagefind's browser code fetches by the global.
  globalThis.fetch = fetchFile;
  return {
    folder: outDir,
    summary,
    missing,
    client: ({ isOnline = () => true } = {}) =>
      searchClient({ indexAddress: `${outDir}/`, fetch: fetchFile, load: loadedModule, isOnline }),
  };
}

/** Node takes a `.js` outside a package for CommonJS. */
async function loadedModule(path: string): Promise<unknown> {
  const response = await globalThis.fetch(path);
  if (!response.ok) throw new Error(path);
  return import(`data:text/javascript;base64,${Buffer.from(await response.text()).toString('base64')}`);
}

/** Every file of a folder by its name, as text to compare. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length), readFileSync(path).toString('base64')];
      })
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
