import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type BuiltPage, builtPages } from './built-pages.ts';
import { type OpenedSite, openedSite } from './opened-site.ts';
import { testSites } from './sites.ts';

/*
 * Every page of both built sites, as HTML: do its links lead somewhere, and is it in order?
 */

for (const { name } of testSites) {
  describe(`On every page of ${name}`, async () => {
    const site = await openedSite(name);
    const pages = await builtPages(site);
    const files = new Set(
      readdirSync(site.outDir, { recursive: true, encoding: 'utf8' }).map(
        (file) => `/${file.replaceAll('\\', '/')}`,
      ),
    );
    const idsByFile = new Map(pages.map(({ path, ids }) => [fileOf(path), new Set(ids)]));
    const wrongOn = (wrong: (page: BuiltPage) => readonly string[]) =>
      pages.flatMap((page) => [...new Set(wrong(page))].map((fault) => `${page.path}: ${fault}`));

    test('there are links to follow', () => {
      assert.ok(pages.length > 150);
      assert.ok(pages.reduce((sum, { links }) => sum + links.length, 0) > 5000);
    });

    test('links within the site lead to a page that is there', () => {
      const broken = wrongOn(({ path, links }) =>
        links.filter((link) => {
          const target = targetOf(link, path, site);
          return target !== undefined && !files.has(fileOf(target.path));
        }),
      );
      assert.deepEqual(broken, []);
    });

    test('links with a fragment lead to a place that is there', () => {
      const broken = wrongOn(({ path, links }) =>
        links.filter((link) => {
          const target = targetOf(link, path, site);
          if (!target?.fragment) return false;
          return !idsByFile.get(fileOf(target.path))?.has(target.fragment);
        }),
      );
      assert.deepEqual(broken, []);
    });

    test('links within the site have its base path', () => {
      const outside = wrongOn(({ links, resources }) =>
        [...links, ...resources].filter((link) => link.startsWith('/') && !link.startsWith(site.basePath)),
      );
      assert.deepEqual(outside, []);
    });

    test('the page for an address that leads nowhere has no links that depend on where it is shown', () => {
      const shown = pages.find(({ path }) => path === '/404.html');
      assert.ok(shown && shown.links.length > 5);
      assert.deepEqual(
        shown.links.filter((link) => !/^(?:[/#]|https:)/.test(link)),
        [],
      );
    });

    test('what the page loads is there, on the site itself', () => {
      const missing = wrongOn(({ path, resources }) =>
        resources.filter((address) => {
          if (address.startsWith('data:')) return false;
          const target = targetOf(address, path, site);
          return !target || !files.has(target.path);
        }),
      );
      assert.deepEqual(missing, []);
    });

    test('an id stands once', () => {
      assert.deepEqual(
        wrongOn(({ ids }) => ids.filter((id, index) => ids.indexOf(id) < index)),
        [],
      );
    });

    test('labels and descriptions point at something on the page', () => {
      assert.deepEqual(
        wrongOn(({ references, ids }) => references.filter((id) => !ids.includes(id))),
        [],
      );
    });

    test('there is one heading of the first level, and it comes first', () => {
      const wrong = pages.filter(
        ({ headings }) =>
          headings[0]?.level !== 1 || headings.filter(({ level }) => level === 1).length !== 1,
      );
      assert.deepEqual(
        wrong.map(({ path }) => path),
        [],
      );
    });

    test('headings skip no level and are not empty', () => {
      const wrong = wrongOn(({ headings }) =>
        headings
          .filter(({ level, text }, index) => text === '' || level > (headings[index - 1]?.level ?? 0) + 1)
          .map(({ level, text }) => `h${level} ${text}`),
      );
      assert.deepEqual(wrong, []);
    });

    test('the title is its own, and ends with the archive’s name', () => {
      const titles = pages.map(({ title }) => title);
      assert.deepEqual(
        titles.filter((title, index) => titles.indexOf(title) < index),
        [],
      );
      assert.deepEqual(
        titles.filter((title) => !/(?:^| – )Granskningsarkivet$/.test(title)),
        [],
      );
    });

    test('there is a description', () => {
      assert.deepEqual(
        pages.filter(({ description }) => description === '').map(({ path }) => path),
        [],
      );
    });

    test('the language is Swedish', () => {
      assert.deepEqual(
        pages.filter(({ language }) => language !== 'sv').map(({ path }) => path),
        [],
      );
    });

    test(
      site.siteUrl
        ? 'the canonical address is complete and its own'
        : 'there is no canonical address, as nobody has said where the site lives',
      () => {
        const wrong = pages
          .filter(({ path }) => path !== '/404.html')
          .filter(
            ({ path, canonical }) =>
              canonical !== (site.siteUrl && `${site.siteUrl}${site.basePath}${path.slice(1)}`),
          );
        assert.deepEqual(
          wrong.map(({ path, canonical }) => `${path}: ${canonical}`),
          [],
        );
      },
    );

    test('there is no frame, and no style or handler of an element’s own; script and form only search and filter', () => {
      const forms: Readonly<Record<string, string>> = {
        '/rekommendationer/': '|form [^>]*data-tracker',
        '/sok/': '|form aria-label="Avgränsa"',
      };
      const wrong = wrongOn(({ path, stopped }) => {
        const known = new RegExp(
          `^<(?:script type="(?:module" src=|application/ld\\+json")|form [^>]*data-search="box"${forms[path] ?? ''})`,
        );
        return stopped.filter((tag) => !known.test(tag));
      });
      assert.deepEqual(wrong, []);
    });

    test('no value is missing from the text', () => {
      const wrong = wrongOn(({ text, title, description }) =>
        [text, title, description].flatMap(
          (each) => each.match(/.{0,30}(?:undefined|NaN|\[object \w+\]|Invalid Date).{0,30}/g) ?? [],
        ),
      );
      assert.deepEqual(wrong, []);
    });
  });

  test(`What the stylesheets of ${name} load is there`, async () => {
    const site = await openedSite(name);
    const sheets = readdirSync(join(site.outDir, '_astro')).filter((file) => file.endsWith('.css'));
    assert.ok(sheets.length > 0);
    const loaded = sheets.flatMap((sheet) => {
      const css = readFileSync(join(site.outDir, '_astro', sheet), 'utf8');
      return [...css.matchAll(/url\(["']?(?!data:)([^"')]+)/g)].map(([, address = '']) =>
        targetOf(address, `/_astro/${sheet}`, site),
      );
    });
    // The faces, at the least.
    assert.ok(loaded.length >= 4);
    for (const file of loaded) assert.ok(file && existsSync(join(site.outDir, file.path)), file?.path);
  });
}

/** Where a link on a page leads within the site; `undefined` where it leads out of it. Outside the base path there is no file. */
function targetOf(
  link: string,
  from: string,
  { origin, basePath }: OpenedSite,
): { readonly path: string; readonly fragment: string } | undefined {
  const url = new URL(link, `${origin}${basePath}${from.slice(1)}`);
  if (url.origin !== origin) return undefined;
  const path = decodeURIComponent(url.pathname);
  return {
    path: path.startsWith(basePath) ? path.slice(basePath.length - 1) : `outside the base path: ${path}`,
    fragment: decodeURIComponent(url.hash.slice(1)),
  };
}

function fileOf(path: string): string {
  return path.endsWith('/') ? `${path}index.html` : path;
}
