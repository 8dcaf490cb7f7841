import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { commonHeaders } from '../../src/hosting/index.ts';
import { homeOf } from '../../src/open-data/index.ts';
import { nginxPath, nginxServing } from './nginx-server.ts';
import { openedSite } from './opened-site.ts';
import { rows, searchBox, totalOf } from './searching.ts';

/*
 * The made-up archive, below a sub-path, as Debian's nginx serves it by the configuration that the archive writes.
 */

const nginx = nginxPath();

describe('nginx', { skip: nginx === undefined ? 'nginx finns inte på den här datorn' : false }, async () => {
  if (nginx === undefined) return;
  const site = await openedSite('provarkivet');
  const server = await nginxServing(nginx, site.outDir, {
    home: homeOf({ SITE_URL: site.siteUrl, BASE_PATH: site.basePath }),
    redirects: [{ from: '/kommuner/gamla-exempelstad/', to: '/kommuner/exempelstad/' }],
    tombstones: [],
  });
  after(() => server[Symbol.asyncDispose]());
  const address = (path: string) => `${server.origin}${site.basePath}${path}`;
  const asked = (path: string, headers = {}) => answerOf(address(path), headers);
  const astroFile = readdirSync(join(site.outDir, '_astro')).find((name) => name.endsWith('.css')) ?? '';
  const indexFolder =
    readdirSync(join(site.outDir, 'sok', 'index')).find((name) => !name.includes('.')) ?? '';
  const indexFile = `sok/index/${indexFolder}/${readdirSync(join(site.outDir, 'sok', 'index', indexFolder))[0]}`;

  test('tells what every kind of file is, and that text is UTF-8', async () => {
    const told = {
      '': 'text/html; charset=utf-8',
      [`_astro/${astroFile}`]: 'text/css; charset=utf-8',
      'index.json': 'application/json; charset=utf-8',
      'feed.json': 'application/feed+json; charset=utf-8',
      'atom.xml': 'application/atom+xml; charset=utf-8',
      'kommuner/exempelstad/atom.xml': 'application/atom+xml; charset=utf-8',
      'sitemap.xml': 'application/xml; charset=utf-8',
      'robots.txt': 'text/plain; charset=utf-8',
      'favicon.svg': 'image/svg+xml; charset=utf-8',
      'delningsbild.png': 'image/png',
      'data/audits.csv': 'text/csv; charset=utf-8',
      'data/audits.ndjson': 'application/x-ndjson; charset=utf-8',
      'data/granskningsarkivet.sqlite': 'application/vnd.sqlite3',
      'data/SHA256SUMS': 'text/plain; charset=utf-8',
    };
    for (const [path, type] of Object.entries(told)) {
      const { status, headers } = await asked(path);
      assert.equal(status, 200, path);
      assert.equal(headers['content-type'], type, path);
    }
  });

  test('compresses text for those who can read it so, and nothing else', async () => {
    for (const path of ['', 'data/audits.csv', 'data/audits.ndjson', 'atom.xml', `_astro/${astroFile}`]) {
      const { headers } = await asked(path, { 'accept-encoding': 'gzip, br' });
      assert.equal(headers['content-encoding'], 'gzip', path);
      assert.match(String(headers.vary), /Accept-Encoding/);
      assert.equal((await asked(path)).headers['content-encoding'], undefined);
    }
    assert.equal(
      (await asked('delningsbild.png', { 'accept-encoding': 'gzip' })).headers['content-encoding'],
      undefined,
    );
  });

  test('lets what has a digest in its address be kept for ever, and all else be asked after', async () => {
    for (const path of [`_astro/${astroFile}`, indexFile]) {
      assert.equal((await asked(path)).headers['cache-control'], 'public, max-age=31536000, immutable', path);
    }
    for (const path of ['', 'sok/', 'sok/index/manifest.json', 'index.json', 'data/audits.csv']) {
      const { headers } = await asked(path);
      assert.equal(headers['cache-control'], 'public, max-age=0, must-revalidate', path);
      assert.equal((await asked(path, { 'if-none-match': headers.etag })).status, 304, path);
    }
  });

  test('guards every answer, also that there is nothing', async () => {
    for (const path of ['', 'sok/', `_astro/${astroFile}`, 'data/audits.csv', 'atom.xml', 'finns-inte/']) {
      const { headers } = await asked(path);
      for (const [name, value] of Object.entries(commonHeaders)) {
        assert.equal(headers[name.toLowerCase()], value, `${name} of ${path}`);
      }
      assert.doesNotMatch(String(headers.server), /\d/);
    }
  });

  test("answers an address that leads nowhere with the archive's page and 404", async () => {
    for (const path of [
      'finns-inte/',
      'kommuner/finns-inte',
      '_headers',
      '_redirects',
      '.nojekyll',
      '404.html',
    ]) {
      const { status, text } = await asked(path);
      assert.equal(status, 404, path);
      assert.match(text, /<title>[^<]+ – Granskningsarkivet<\/title>/, path);
    }
  });

  test('leads from an address without its last slash, and from one that has been given up', async () => {
    for (const [from, to] of [
      ['kommuner', 'kommuner/'],
      ['kommuner/gamla-exempelstad/', 'kommuner/exempelstad/'],
    ] as const) {
      const { status, headers } = await asked(from);
      assert.equal(status, 301);
      assert.equal(headers.location, `${site.basePath}${to}`);
    }
  });

  test('shows pages that break no rule of theirs, with the search at work', async () => {
    await using page = await site.blankPage();
    const logged: string[] = [];
    const failed: string[] = [];
    page.on('console', (message) => logged.push(message.text()));
    page.on('pageerror', (error) => logged.push(error.message));
    page.on('requestfailed', (request) => failed.push(request.url()));
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(response.url());
    });
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`${violatedDirective} ${blockedURI}`),
      );
    });
    for (const path of [
      '',
      'granskningar/exempelstad/2021-arkivvard/',
      'rekommendationer/',
      'statistik/',
      'guide/',
    ]) {
      await page.goto(address(path));
      const font = await page.locator('h1').evaluate((heading) => getComputedStyle(heading).fontFamily);
      assert.match(font, /Source/, path);
    }
    await page.goto(address('sok/'));
    await searchBox(page).pressSequentially('arkivbeskrivning');
    assert.ok((await totalOf(page, 'arkivbeskrivning')) > 0);
    assert.ok((await rows(page).count()) > 0);
    assert.deepEqual({ logged, failed }, { logged: [], failed: [] });
  });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** What is answered as it is sent: `fetch` follows, unpacks and asks for compression unasked. */
function answerOf(address: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((answered, failed) => {
    get(address, { headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => answered({ status: response.statusCode, headers: response.headers, text }));
    }).on('error', failed);
  });
}
