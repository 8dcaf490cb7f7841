import { readdirSync } from 'node:fs';
import { type Archive, type Audit, firstDayOf } from '../archive/index.ts';
import { addressOf, type Home } from './addresses.ts';
import { feedsOf } from './feeds.ts';
import { element, xmlText } from './xml.ts';

/** What one sitemap may hold. Source: sitemaps.org, "Sitemaps XML format". */
const mostInOne = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * The sitemap of a built site, by its address from the archive's root; split where it is too long for one. None where it is not
 * known where the site will live, since addresses in a sitemap must be whole.
 */
export function* sitemaps(
  archive: Archive,
  home: Home,
  outDir: string,
): Generator<readonly [path: string, text: string]> {
  if (home.origin === undefined) return;
  const days = lastTold(archive);
  const gone = new Set(archive.tombstones.map(({ address }) => address));
  const pages = pagesIn(outDir).filter((path) => !gone.has(path));
  const urls = pages.map((path) => urlOf(addressOf(path, home), days.get(path)));
  const parts = Array.from({ length: Math.ceil(urls.length / mostInOne) }, (_, index) =>
    urls.slice(index * mostInOne, (index + 1) * mostInOne),
  );
  const [only = [], ...others] = parts;
  if (others.length === 0) {
    yield ['/sitemap.xml', sitemapOf(only)];
    return;
  }
  const partPath = (index: number) => `/sitemap-${index + 1}.xml`;
  for (const [index, part] of parts.entries()) yield [partPath(index), sitemapOf(part)];
  const list = parts.map((_, index) =>
    element('sitemap', {}, element('loc', {}, xmlText(addressOf(partPath(index), home)))),
  );
  yield ['/sitemap.xml', `${declaration}${element('sitemapindex', { xmlns: namespace }, list.join('\n'))}\n`];
}

function sitemapOf(urls: readonly string[]): string {
  return `${declaration}${element('urlset', { xmlns: namespace }, `\n${urls.join('\n')}\n`)}\n`;
}

function urlOf(address: string, day: string | undefined): string {
  const lastmod = day === undefined ? '' : element('lastmod', {}, day);
  return element('url', {}, element('loc', {}, xmlText(address)) + lastmod);
}

/** Every page of a built site, in order; not the one for addresses that lead nowhere. */
function pagesIn(outDir: string): readonly string[] {
  return readdirSync(outDir, { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('/index.html'))
    .map((file) => file.slice(0, -'index.html'.length))
    .sort();
}

/** The day of the latest thing that each page tells; pages that tell of no dated thing have none. */
export function lastTold(archive: Archive): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { path, entries } of feedsOf(archive)) {
    const latest = entries()
      .map(({ updated }) => updated)
      .sort()
      .at(-1);
    if (latest !== undefined) days.set(path, latest);
  }
  for (const audit of archive.audits) {
    const latest = lastToldOf(audit);
    days.set(audit.path, latest);
    for (const { path } of audit.recommendations) days.set(path, latest);
  }
  return days;
}

function lastToldOf({ published, corrections, followedUpBy, responses }: Audit): string {
  const days = [
    firstDayOf(published),
    ...corrections.map(({ date }) => String(date)),
    ...[...followedUpBy, ...responses].map(({ date }) => firstDayOf(date)),
  ].sort();
  return days.at(-1) ?? firstDayOf(published);
}

/** What crawlers may read: everything. */
export function robotsText(home: Home): string {
  const sitemap = home.origin === undefined ? [] : ['', `Sitemap: ${addressOf('/sitemap.xml', home)}`];
  return ['User-agent: *', 'Allow: /', ...sitemap, ''].join('\n');
}
