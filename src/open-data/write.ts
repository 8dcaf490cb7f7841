import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { currentArchive } from '../archive/index.ts';
import { addressOf, type Home, homeOf } from './addresses.ts';
import { dataPath } from './alternates.ts';
import { type BulkFile, writeBulk } from './bulk.ts';
import { cataloguePath, catalogueText } from './catalogue.ts';
import { atomOf, atomPath, jsonFeedOf, jsonFeedPath } from './feed-files.ts';
import { feedsOf } from './feeds.ts';
import { publishedSchemas } from './json-schemas.ts';
import { publisherOf } from './publisher.ts';
import { robotsText, sitemaps } from './sitemap.ts';
import { twinPath, twins, twinText } from './twins.ts';

/*
 * The open data of a site that is being built. The bulk files come first, since the page that offers them tells their sizes; the
 * rest when all pages are there.
 */

const manifest = 'files.json';

/** Where the bulk files of this build wait. */
function waitingFolder(root: string): string {
  return join(root, '.cache', 'open-data', String(process.pid));
}

/** Writes the bulk files of the current archive, to wait for the site. */
export function prepareOpenData(root = process.cwd(), home = homeOf()): void {
  const folder = waitingFolder(root);
  rmSync(folder, { recursive: true, force: true });
  const files = writeBulk(folder, currentArchive(), home);
  writeFileSync(join(folder, manifest), JSON.stringify(files));
}

/** The bulk files that wait for the site that is being built; none in development. */
export function preparedFiles(root = process.cwd()): readonly BulkFile[] {
  try {
    return JSON.parse(readFileSync(join(waitingFolder(root), manifest), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Takes away what was prepared, whether or not it came to use. */
export function discardPrepared(root = process.cwd()): void {
  rmSync(waitingFolder(root), { recursive: true, force: true });
}

/** Writes all open data into a built site: the bulk files that wait, JSON twins, feeds, schemas and what crawlers read. */
export function writeOpenData(outDir: string, root = process.cwd(), home = homeOf()): void {
  const archive = currentArchive();
  const files = preparedFiles(root);
  const target = new Target(outDir);
  for (const { name } of files) target.move(join(waitingFolder(root), name), `${dataPath}${name}`);
  for (const twin of twins(archive, home)) target.write(twinPath(twin.path), twinText(twin, archive, home));
  target.write(twinPath(dataPath), twinText(dataTwin(files, home), archive, home));
  target.write(`${dataPath}SHA256SUMS`, files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
  for (const feed of feedsOf(archive)) {
    target.write(atomPath(feed.path), atomOf(feed, archive, home));
    target.write(jsonFeedPath(feed.path), jsonFeedOf(feed, home));
  }
  for (const [path, schema] of publishedSchemas(home)) {
    target.write(path, `${JSON.stringify(schema, undefined, 2)}\n`);
  }
  for (const [path, text] of sitemaps(archive, home, outDir)) target.write(path, text);
  target.write('/robots.txt', robotsText(home));
  const { origin, base } = home;
  const publisher = publisherOf();
  if (origin !== undefined && publisher) {
    target.write(cataloguePath, catalogueText(archive, files, publisher, { origin, base }));
  }
}

function dataTwin(files: readonly BulkFile[], home: Home): Parameters<typeof twinText>[0] {
  return {
    path: dataPath,
    kind: 'data',
    isOwn: true,
    fields: () => ({
      files: files.map(({ name, mediaType, rows, bytes, sha256 }) => ({
        name,
        url: addressOf(`${dataPath}${name}`, home),
        mediaType,
        rows,
        bytes,
        sha256,
      })),
    }),
  };
}

/** A folder that files are written into by their addresses. */
class Target {
  readonly #outDir: string;
  readonly #made = new Set<string>();

  constructor(outDir: string) {
    this.#outDir = outDir;
  }

  write(path: string, text: string): void {
    writeFileSync(this.#placeOf(path), text);
  }

  move(from: string, path: string): void {
    renameSync(from, this.#placeOf(path));
  }

  #placeOf(path: string): string {
    const place = join(this.#outDir, path);
    const folder = dirname(place);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    return place;
  }
}
