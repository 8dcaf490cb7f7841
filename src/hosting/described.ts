import type { Home } from '../open-data/index.ts';
import type { MovedPages } from '../redirects/index.ts';
import { sitePolicy } from './policy.ts';

/*
 * How the built site is to be served, whoever serves it. Each host's file is written from this.
 */

/** Of every answer, whatever it holds. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': sitePolicy,
  // A year. Subdomains are others' to decide on. Browsers heed it only over HTTPS.
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  // Other sites learn that a reader came from the archive, not what they read or searched for.
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // The record is everyone's: a page elsewhere may read its data.
  'Access-Control-Allow-Origin': '*',
};

/** Pages and data: kept, but asked after each time, which costs a 304. So no page meets scripts or an index of another build. */
export const usualCaching = 'public, max-age=0, must-revalidate';

/** For what has a digest of its content in its address. */
export const lastingCaching = 'public, max-age=31536000, immutable';

/** What never changes: folders below the site's root, as segments; `:digest` stands for any one. All that is in them, at any depth. */
export const lastingFolders: readonly (readonly string[])[] = [['_astro'], ['sok', 'index', ':digest']];

/** By a file's extension. What is not here is `application/octet-stream`: the parts of the search index. */
export const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  xml: 'application/xml',
  rdf: 'application/rdf+xml',
  txt: 'text/plain',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  sqlite: 'application/vnd.sqlite3',
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  woff2: 'font/woff2',
};

/** By a file's whole name, where its extension says too little. */
export const contentTypesByName: Readonly<Record<string, string>> = {
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
  SHA256SUMS: 'text/plain',
};

/** Text, all of it in UTF-8, which a host compresses. */
export const textTypes: readonly string[] = [
  ...new Set(
    [...Object.values(contentTypes), ...Object.values(contentTypesByName)].filter((type) =>
      /^text\/|json$|xml$/.test(type),
    ),
  ),
];

/** What a host answers with, and status 404, where there is no file. */
export const notFoundFile = '404.html';

/** Where a site will live, and what has moved in it. */
export interface SiteToServe extends MovedPages {
  readonly home: Home;
}
