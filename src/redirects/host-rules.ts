import type { Redirect, Tombstone } from '../archive/index.ts';

/*
 * What a host can be told of addresses that have no page, so that browsers and search engines get 301 and 410 rather than a page that
 * says so. Every host serves that page without it.
 */

/** Published addresses that lead on, and those whose page is taken away. */
export interface MovedPages {
  readonly redirects: readonly Pick<Redirect, 'from' | 'to'>[];
  /** Those of parts of a page stand on the page. */
  readonly tombstones: readonly Pick<Tombstone, 'address'>[];
}

/** One `location` for each address, to be included in a `server` of nginx. Its page is still what a reader of a 410 sees. */
export function nginxRules({ redirects, tombstones }: MovedPages, base = '/'): string {
  return text([
    ...redirects.map(({ from, to }) => `location = "${at(from, base)}" { return 301 "${at(to, base)}"; }`),
    ...pagesOf(tombstones).map(
      (address) =>
        `location = "${at(address, base)}" { error_page 410 "${at(address, base)}index.html"; return 410; }`,
    ),
  ]);
}

/** What Cloudflare Pages takes in `_redirects`: at most 2,000 lines, and no 410. */
const mostRedirects = 2000;

/**
 * `_redirects`, which Netlify and Cloudflare Pages read in the same form; both take 301 to mean for ever. What one of them cannot take is
 * left to the pages that lead on and those that say what is gone.
 */
export function redirectsFile({ redirects }: MovedPages, base = '/'): string {
  return text(
    redirects.slice(0, mostRedirects).map(({ from, to }) => `${at(from, base)} ${at(to, base)} 301`),
  );
}

function pagesOf(tombstones: MovedPages['tombstones']): readonly string[] {
  return tombstones.map(({ address }) => address).filter((address) => !address.includes('#'));
}

function at(path: string, base: string): string {
  return `${base.replace(/\/$/, '')}${path}`;
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
