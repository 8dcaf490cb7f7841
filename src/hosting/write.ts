import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentArchive } from '../archive/index.ts';
import { homeOf } from '../open-data/index.ts';
import { redirectsFile } from '../redirects/index.ts';
import type { SiteToServe } from './described.ts';
import { headersFile } from './headers-file.ts';

/** The site that is built from the current archive: where it will live, and what has moved in it. */
export function siteToServe(): SiteToServe {
  const { redirects, tombstones } = currentArchive();
  return { home: homeOf(), redirects, tombstones };
}

/**
 * Writes what hosts read into a built site: `_headers` and `_redirects` for Netlify and Cloudflare Pages, and for GitHub Pages
 * `.nojekyll`, which has it take folders whose names begin with an underscore.
 */
export function writeHostFiles(outDir: string, site = siteToServe()): void {
  writeFileSync(join(outDir, '_headers'), headersFile(outDir, site));
  writeFileSync(join(outDir, '_redirects'), redirectsFile(site, site.home.base));
  writeFileSync(join(outDir, '.nojekyll'), '');
}
