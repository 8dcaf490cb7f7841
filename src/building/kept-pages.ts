import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { formatNumber } from '../i18n/format.ts';
import type { KeptSite } from './kept-site.ts';
import { Progress } from './progress.ts';

/** How a build uses the pages of the last one again. */
export interface KeptPages {
  /** Where the site is being built. */
  readonly site: string;
  readonly kept: KeptSite;
  /** Gives, once the names of scripts and styles are known, what the file at an address is made of. */
  readonly keysWith: (assets: readonly string[]) => (path: string) => string;
}

/** Has Astro render only pages that are made of something else than last time; the others are put back as they were. */
export function withKeptPages({ site, kept, keysWith }: KeptPages): AstroIntegration {
  return {
    name: 'granskningsarkivet:kept-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((usual) => {
          const progress = new Progress('Sidor');
          let total = 0;
          let done = 0;
          return {
            ...usual,
            async getStaticPaths() {
              const keyOf = keysWith(assetsIn(site));
              const all = await usual.getStaticPaths();
              const changed = all.filter(({ pathname, route }) => {
                const file = fileOf(pathname, route.type);
                return !kept.restore(file, keyOf(file), site);
              });
              total = changed.length;
              return changed;
            },
            async render(request, options) {
              const page = await usual.render(request, options);
              done += 1;
              progress.show(done, total);
              return page;
            },
            async teardown() {
              progress.end();
              console.log(`Sidor: ${formatNumber(done)} nya, ${formatNumber(kept.restored)} som förut.`);
              await usual.teardown?.();
            },
          };
        }),
    },
  };
}

/** Where Astro writes what a route gives, with `build.format: 'directory'`. */
function fileOf(pathname: string, type: string): string {
  if (type === 'endpoint') return pathname;
  if (pathname === '/404' || pathname === '/404/') return '/404.html';
  return `${pathname.replace(/\/$/, '')}/index.html`;
}

/** Their names have digests of what they hold. */
function assetsIn(site: string): readonly string[] {
  return readdirSync(join(site, '_astro'), { recursive: true, encoding: 'utf8' }).toSorted();
}
