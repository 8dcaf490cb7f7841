import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { tellOfSize } from '../../src/cli/site-size.ts';
import {
  commonHeaders,
  exceededBy,
  hosts,
  nginxConfig,
  pagePolicy,
  type SiteSize,
  sizeOf,
  writeHostFiles,
} from '../../src/hosting/index.ts';
import { compilerRoot, exampleFiles, folderWith, projectRoot } from '../fixtures/content.ts';

const shelf = mkdtempSync(join(tmpdir(), 'granskningsarkivet-hosting-'));
after(() => rmSync(shelf, { recursive: true }));

/** A built site of the files given, with as many bytes as are said. */
function builtSite(files: Readonly<Record<string, number>>): string {
  const site = mkdtempSync(join(shelf, 'site-'));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), 'x'.repeat(bytes));
  }
  return site;
}

const dataFiles = {
  'data/audits.csv': 1,
  'data/audits.ndjson': 1,
  'data/arkivet.sqlite': 1,
  'data/index.html': 1,
};

/** The rules of a `_headers` file: what stands under each path. */
function rulesIn(text: string): readonly { readonly path: string; readonly headers: readonly string[] }[] {
  return text
    .trim()
    .split('\n\n')
    .map((rule) => {
      const [path = '', ...headers] = rule.split('\n');
      return { path, headers: headers.map((line) => line.trim()) };
    });
}

describe('What a built site holds for hosts', () => {
  const site = builtSite(dataFiles);
  writeHostFiles(site, {
    home: { base: '/' },
    redirects: [{ from: '/kommuner/gamla/', to: '/kommuner/nya/' }],
    tombstones: [],
  });
  const rules = rulesIn(readFileSync(join(site, '_headers'), 'utf8'));

  test('keeps within what Cloudflare Pages reads: a hundred rules, and two thousand letters a header', () => {
    assert.ok(rules.length <= 100);
    for (const header of rules.flatMap(({ headers }) => headers)) assert.ok(header.length <= 2000, header);
  });

  test('says a header once of each file, since two values of it would be joined', () => {
    const told = rules.flatMap(({ path, headers }) =>
      headers.map((header) => ({ path, name: header.slice(0, header.indexOf(':')) })),
    );
    for (const { path, name } of told) {
      const same = told.filter((other) => other.name === name && other.path !== path);
      const start = path.replace(/[:*].*$/, '');
      assert.ok(
        !same.some((other) => other.path.replace(/[:*].*$/, '').startsWith(start)),
        `${name} of ${path}`,
      );
    }
  });

  test('guards everything, lets digests be kept for ever, and tells what bulk files are', () => {
    const [everything] = rules;
    assert.equal(everything?.path, '/*');
    assert.deepEqual(
      everything?.headers,
      Object.entries(commonHeaders).map(([name, value]) => `${name}: ${value}`),
    );
    const told = Object.fromEntries(rules.slice(1).map(({ path, headers }) => [path, headers.join()]));
    assert.deepEqual(told, {
      '/_astro/*': 'Cache-Control: public, max-age=31536000, immutable',
      '/sok/index/:digest/*': 'Cache-Control: public, max-age=31536000, immutable',
      '/data/arkivet.sqlite': 'Content-Type: application/vnd.sqlite3',
      '/data/audits.csv': 'Content-Type: text/csv; charset=utf-8',
      '/data/audits.ndjson': 'Content-Type: application/x-ndjson; charset=utf-8',
    });
  });

  test('leads for ever from addresses that have been given up', () => {
    assert.equal(readFileSync(join(site, '_redirects'), 'utf8'), '/kommuner/gamla/ /kommuner/nya/ 301\n');
  });

  test('has GitHub Pages take files as they are', () => {
    assert.ok(readdirSync(site).includes('.nojekyll'));
  });

  test('has the base path in every rule', () => {
    const below = builtSite(dataFiles);
    writeHostFiles(below, {
      home: { base: '/arkiv/' },
      redirects: [{ from: '/a/', to: '/b/' }],
      tombstones: [],
    });
    for (const { path } of rulesIn(readFileSync(join(below, '_headers'), 'utf8')))
      assert.match(path, /^\/arkiv\//);
    assert.equal(readFileSync(join(below, '_redirects'), 'utf8'), '/arkiv/a/ /arkiv/b/ 301\n');
  });
});

describe('The policy of what a page may load', () => {
  test('lets nothing be evaluated, nothing come from elsewhere, and no page of others hold one of the archive', () => {
    const header = commonHeaders['Content-Security-Policy'] ?? '';
    assert.match(header, /^default-src 'none';/);
    assert.match(header, /; frame-ancestors 'none'$/);
    for (const policy of [header, pagePolicy(), pagePolicy('wasm')]) {
      assert.doesNotMatch(policy, /unsafe-inline|(?<!wasm-)unsafe-eval|https?:|\*/);
    }
  });

  test('is no laxer in a page than in the header, and lets only the search run WebAssembly', () => {
    assert.doesNotMatch(pagePolicy(), /wasm/);
    assert.equal(`${pagePolicy('wasm')}; frame-ancestors 'none'`, commonHeaders['Content-Security-Policy']);
  });
});

describe('The size of a built site', () => {
  test('is counted in files, bytes, the largest file and the fullest folder', () => {
    const site = builtSite({ 'index.html': 10, 'a/1.html': 20, 'a/2.html': 30, 'a/b/3.json': 5 });
    assert.deepEqual(sizeOf(site), {
      files: 4,
      bytes: 65,
      largestFile: { path: 'a/2.html', size: 30 },
      fullestFolder: { path: 'a/', size: 2 },
    } satisfies SiteSize);
  });

  const small: SiteSize = {
    files: 20_000,
    bytes: 1_000_000_000,
    largestFile: { path: 'data/arkivet.sqlite', size: 25 * 1024 * 1024 },
    fullestFolder: { path: 'sok/index/x/', size: 54_000 },
  };
  const exceeded = (change: Partial<SiteSize>) =>
    exceededBy({ ...small, ...change }).map(({ host, measured }) => `${host.name}: ${measured}`);

  test('that is just what the hosts take goes through no ceiling', () => {
    assert.deepEqual(exceeded({}), []);
  });

  test('that is more in any way goes through the ceilings of those hosts', () => {
    assert.deepEqual(exceeded({ files: 20_001 }), ['Cloudflare Pages, gratis: files']);
    assert.deepEqual(exceeded({ files: 100_001 }), [
      'Cloudflare Pages, gratis: files',
      'Cloudflare Pages, betald: files',
    ]);
    assert.deepEqual(exceeded({ bytes: 1_000_000_001 }), ['GitHub Pages: bytes']);
    assert.deepEqual(exceeded({ fullestFolder: { path: 'x/', size: 54_001 } }), ['Netlify: filesPerFolder']);
    assert.deepEqual(exceeded({ largestFile: { path: 'x', size: 25 * 1024 * 1024 + 1 } }), [
      'Cloudflare Pages, gratis: bytesPerFile',
      'Cloudflare Pages, betald: bytesPerFile',
    ]);
  });

  test('is told when a site has been built, with what is too large for whom', (context) => {
    const said: string[] = [];
    for (const stream of ['log', 'warn'] as const) {
      context.mock.method(console, stream, (text: string) => said.push(text.replaceAll('\u00a0', ' ')));
    }
    tellOfSize(builtSite({ 'index.html': 10, 'data/stor.sqlite': 27_000_000 }));
    assert.deepEqual(said, [
      'Webbplatsen har 2 filer, 27 MB tillsammans.',
      'varning: Cloudflare Pages, gratis tar emot högst 26 MB i en fil, men data/stor.sqlite har 27 MB.',
      'varning: Cloudflare Pages, betald tar emot högst 26 MB i en fil, men data/stor.sqlite har 27 MB.',
      'Vad varje värd tar emot står i guiden: /guide/drift/#vad-värdarna-tar-emot',
    ]);
  });

  test('is in the README as in the table of hosts', () => {
    const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
    for (const { name, ceilings, source } of hosts) {
      const [short = name] = name.split(',');
      assert.ok(readme.includes(short) && readme.includes(source), name);
      for (const most of Object.values(ceilings)) {
        const written = [most.toLocaleString('en-GB'), `${most / 1024 ** 2} MiB`, `${most / 1000 ** 3} GB`];
        assert.ok(
          written.some((number) => readme.includes(number)),
          `${name}: ${written.join(', ')}`,
        );
      }
    }
  });
});

describe('npm run nginx', () => {
  const contentDir = folderWith(exampleFiles);
  after(() => rmSync(contentDir, { recursive: true }));
  const run = (...args: readonly string[]) => {
    const { PATH = '', HOME = '' } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(projectRoot, 'src', 'cli', 'nginx.ts'), ...args],
      { cwd: compilerRoot(), env: { PATH, HOME, CONTENT_DIR: contentDir }, encoding: 'utf8' },
    );
    return { status, printed: `${stdout}${stderr}` };
  };

  test('writes the configuration for a host, and says what to do with it', () => {
    const { status, printed } = run(
      '--domain',
      'arkiv.exempel.se',
      '--root',
      '/srv/arkiv',
      '--out',
      join(shelf, 'a.conf'),
    );
    assert.equal(
      readFileSync(join(shelf, 'a.conf'), 'utf8'),
      nginxConfig(
        { home: { base: '/' }, redirects: [], tombstones: [] },
        { serverName: 'arkiv.exempel.se', root: '/srv/arkiv', port: 80 },
      ),
    );
    assert.match(printed, /Lägg innehållet i den byggda webbplatsen i \/srv\/arkiv\./);
    assert.match(printed, /certbot --nginx -d arkiv\.exempel\.se/);
    assert.equal(status, 0);
  });

  for (const [args, said] of [
    [['--domian', 'a.se'], /"--domian" hör inte hemma här\. Menade du "--domain"\?/],
    [['--domain', 'https://a.se/'], /"https:\/\/a\.se\/" är inget värdnamn/],
    [['--domain'], /--domain saknar ett värde/],
    [['--root', 'dist'], /"dist" är ingen mapp på en server/],
    [['--port', '80a'], /"80a" är ingen port/],
  ] as const) {
    test(`refuses ${args.join(' ')} and writes nothing`, () => {
      const { status, printed } = run('--out', join(shelf, 'fel.conf'), ...args);
      assert.match(printed, said);
      assert.match(printed, /Inget har skrivits\./);
      assert.equal(status, 2);
      assert.ok(!readdirSync(shelf).includes('fel.conf'));
    });
  }

  test('says that the content, which knows what has moved, cannot be read', () => {
    const { PATH = '', HOME = '' } = process.env;
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(projectRoot, 'src', 'cli', 'nginx.ts'), '--out', join(shelf, 'fel.conf')],
      { cwd: compilerRoot(), env: { PATH, HOME, CONTENT_DIR: '/ingen/mapp' }, encoding: 'utf8' },
    );
    assert.match(stderr, /^Innehållsmappen \/ingen\/mapp finns inte\./);
    assert.equal(status, 1);
    assert.ok(!readdirSync(shelf).includes('fel.conf'));
  });

  test('says that a file cannot be written', () => {
    const { status, printed } = run('--out', join('ingen', 'mapp.conf'));
    assert.match(printed, /mapp\.conf kunde inte skrivas/);
    assert.equal(status, 1);
  });
});
