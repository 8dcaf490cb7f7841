import { join, resolve } from 'node:path';
import { build as buildSite } from 'astro';
import {
  type Archive,
  contentFolder,
  currentArchive,
  isFolder,
  missingFolder,
  useArchive,
} from '../archive/index.ts';
import {
  KeptSite,
  PageKeys,
  Progress,
  type Sources,
  sourcesOf,
  Workshop,
  withKeptPages,
} from '../building/index.ts';
import { writeHostFiles } from '../hosting/index.ts';
import { addressOf, discardPrepared, homeOf, prepareOpenData, writeOpenData } from '../open-data/index.ts';
import { placePdfs } from '../print/index.ts';
import { writeRedirects } from '../redirects/index.ts';
import { archiveSearchable, buildIndex } from '../search/index/index.ts';
import { checkedArchive } from './check.ts';
import { guidePages } from './guide-pages.ts';
import { tellOfSize } from './site-size.ts';
import { toldOf } from './told-of.ts';

/** A site that is being built. */
interface Building {
  readonly root: string;
  readonly archive: Archive;
  readonly sources: Sources;
  readonly kept: KeptSite;
  /** The folder that it is built in. */
  readonly site: string;
  /** What the file at an address is made of; known when the pages are there. */
  keyOf: (path: string) => string;
}

/**
 * What makes a site of an archive, in order. A step may add files, and read those of the steps before it; it may not write in a file that
 * is there, which may be the last site's own.
 */
const steps: readonly Step[] = [
  addBulkFiles,
  buildPages,
  buildSearch,
  addOpenData,
  addRedirects,
  addPdfs,
  addHostFiles,
];

type Step = (building: Building) => void | Promise<void>;

/**
 * Checks the content and builds the site. The finished site takes the place of the last one in one move; on any error the last one
 * stays as it was.
 *
 * @param wanted the steps to take
 * @returns whether there is a new site
 */
export async function build(root = process.cwd(), wanted = steps): Promise<boolean> {
  // The archive is read here before Astro starts, and whoever builds may see drafts elsewhere.
  process.env.SHOW_DRAFTS = 'false';
  const contentDir = contentFolder(root);
  if (!isFolder(contentDir)) {
    console.error(missingFolder(contentDir));
    return false;
  }
  let workshop: Workshop | undefined;
  try {
    workshop = new Workshop(join(root, '.cache', 'site'), resolve(root, process.env.OUT_DIR ?? 'dist'));
    const { site } = workshop;
    const kept = new KeptSite(root, contentDir);
    const sources = sourcesOf(root, contentDir);
    const knownReport = kept.reportOf(sources.whole);
    if (knownReport !== undefined && kept.restoreAll(site)) {
      console.log(`${knownReport}\nInget har ändrats sedan webbplatsen byggdes.`);
      workshop.publish();
      return true;
    }
    workshop.empty();
    const checked = await checkedArchive(root);
    if (!checked) return false;
    const { archive, report } = checked;
    useArchive(archive);
    const building: Building = {
      root,
      archive,
      sources,
      kept,
      site,
      keyOf: () => '',
    };
    for (const step of wanted) await step(building);
    // What was written in meanwhile may be in pages whose keys do not tell of it.
    if (sourcesOf(root, contentDir).whole === sources.whole)
      kept.keep(site, sources.whole, report, building.keyOf);
    workshop.publish();
    return true;
  } catch (error) {
    console.error(toldOf(error));
    console.error('\nSidorna kunde inte byggas. Inget har publicerats; den förra versionen ligger kvar.');
    return false;
  } finally {
    discardPrepared(root);
    workshop?.clear();
  }
}

/** Makes the bulk files, to wait for the site: a page tells of their sizes. */
function addBulkFiles({ root }: Building): void {
  prepareOpenData(root);
}

export async function buildPages(building: Building): Promise<void> {
  const { root, archive, sources, kept, site } = building;
  const keysWith = (assets: readonly string[]) => {
    const keys = new PageKeys(archive, sources, assets);
    building.keyOf = (path) => keys.keyOf(path);
    return building.keyOf;
  };
  await buildSite({
    root,
    outDir: site,
    logLevel: 'warn',
    integrations: [withKeptPages({ site, kept, keysWith })],
  });
}

/** Builds the search index of the archive into a built site. */
async function buildSearch({ root, site }: Building): Promise<void> {
  const progress = new Progress('Sökindex');
  const { records, shards, kept } = await buildIndex(archiveSearchable(currentArchive(), guidePages(site)), {
    outDir: join(site, 'sok', 'index'),
    cacheDir: join(root, '.cache', 'search'),
    onProgress: (done, total) => progress.show(done, total),
  });
  progress.end();
  console.log(
    `Sökindexet är klart: ${records} poster i ${shards} ${shards === 1 ? 'del' : 'delar'}, ${kept} som förut.`,
  );
}

function addOpenData({ root, site }: Building): void {
  writeOpenData(site, root);
}

/** Pages that lead on from addresses that have been given up. */
function addRedirects({ site, archive }: Building): void {
  const home = homeOf();
  writeRedirects(site, archive, {
    fromRoot: (path) => addressOf(path, { base: home.base }),
    whole: (path) => addressOf(path, home),
  });
}

function addPdfs({ root, site, archive }: Building): void {
  placePdfs(site, archive, root);
}

/** What hosts need to know, and what of it is too much for some. */
function addHostFiles({ site }: Building): void {
  writeHostFiles(site);
  tellOfSize(site);
}

// A failed build can leave a bundler running, which would keep the process alive.
if (import.meta.main) process.exit((await build()) ? 0 : 1);
