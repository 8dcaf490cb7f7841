import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build as buildSite } from 'astro';
import { currentArchive } from '../archive/index.ts';
import { discardPrepared, prepareOpenData, writeOpenData } from '../open-data/index.ts';
import { archiveSearchable, buildIndex } from '../search/index/index.ts';
import { check } from './check.ts';
import { guidePages } from './guide-pages.ts';
import { moveSite, removeUnfinished, toldOf } from './move-site.ts';

const progressStep = 5000;

/**
 * Checks the content and builds the site. The finished site takes the place of the last one in one move; on any error the last one
 * stays as it was.
 *
 * @returns whether there is a new site
 */
export async function build(root = process.cwd()): Promise<boolean> {
  if (!check()) return false;
  const target = resolve(root, process.env.OUT_DIR ?? 'dist');
  const workshop = join(root, '.cache', 'site');
  const fresh = join(workshop, `new-${process.pid}`);
  try {
    mkdirSync(workshop, { recursive: true });
    removeUnfinished(workshop);
    // The archive is read here before Astro starts, and whoever builds may see drafts elsewhere.
    process.env.SHOW_DRAFTS = 'false';
    prepareOpenData(root);
    await buildSite({ root, outDir: fresh });
    await buildSearch(root, fresh);
    writeOpenData(fresh, root);
    mkdirSync(dirname(target), { recursive: true });
    moveSite(fresh, target);
    return true;
  } catch (error) {
    console.error(toldOf(error));
    console.error('\nSidorna kunde inte byggas. Inget har publicerats; den förra versionen ligger kvar.');
    return false;
  } finally {
    discardPrepared(root);
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Builds the search index of the archive into a built site. */
async function buildSearch(root: string, site: string): Promise<void> {
  let lastShown = 0;
  const { records, shards, kept } = await buildIndex(archiveSearchable(currentArchive(), guidePages(site)), {
    outDir: join(site, 'sok', 'index'),
    cacheDir: join(root, '.cache', 'search'),
    onProgress: (done, total) => {
      if (done < total && done - lastShown < progressStep) return;
      lastShown = done;
      console.log(`Sökindex: ${done} av ${total} poster`);
    },
  });
  console.log(
    `Sökindexet är klart: ${records} poster i ${shards} ${shards === 1 ? 'del' : 'delar'}, ${kept} som förut.`,
  );
}

// A failed build can leave a bundler running, which would keep the process alive.
if (import.meta.main) process.exit((await build()) ? 0 : 1);
