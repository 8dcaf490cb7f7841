import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { builtPages } from './built-pages.ts';
import { openedSite } from './opened-site.ts';
import { testSites } from './sites.ts';

/*
 * The open data of both built sites, as it is served.
 */

for (const { name } of testSites) {
  describe(`The open data of ${name}`, async () => {
    const site = await openedSite(name);
    const files = readdirSync(site.outDir, { recursive: true, encoding: 'utf8' }).map((file) =>
      file.replaceAll('\\', '/'),
    );
    const read = (file: string) => readFileSync(join(site.outDir, file), 'utf8');
    /** The file that an address of the site leads to. */
    const fileAt = (address: string) => {
      const path = address.replace(site.siteUrl ?? '', '');
      assert.ok(path.startsWith(site.basePath), address);
      return path.slice(site.basePath.length);
    };

    test('has JSON that follows a schema, which is where the file says that it is', () => {
      const ajv = new Ajv2020({ allErrors: true, strict: true });
      const twins = files.filter((file) => /(?:^|\/)index\.json$/.test(file));
      assert.ok(twins.length > 100);
      for (const file of twins) {
        const document = JSON.parse(read(file));
        const known = ajv.getSchema(document.$schema);
        if (!known) {
          const schema = JSON.parse(read(fileAt(document.$schema)));
          assert.equal(schema.$id, document.$schema);
          ajv.addSchema(schema);
        }
        const validate = ajv.getSchema(document.$schema);
        assert.ok(validate?.(document), `${file}: ${ajv.errorsText(validate?.errors)}`);
        assert.ok(files.includes(`${fileAt(document.url)}index.html`), file);
      }
    });

    test('has bulk files of the size and digest that their JSON, their list and their page tell', async () => {
      const { files: told } = JSON.parse(read('data/index.json'));
      const sums = new Map(
        read('data/SHA256SUMS')
          .trim()
          .split('\n')
          .map((line) => line.split('  ').reverse() as [string, string]),
      );
      await using page = await site.open('/data/');
      const shown = (await page.locator('.checksums').textContent()) ?? '';
      assert.ok(told.length > 10);
      for (const { name: file, bytes, sha256 } of told) {
        const path = join(site.outDir, 'data', file);
        assert.equal(statSync(path).size, bytes);
        assert.equal(createHash('sha256').update(readFileSync(path)).digest('hex'), sha256);
        assert.equal(sums.get(file), sha256);
        assert.ok(shown.includes(sha256));
      }
    });

    test('has on every page JSON-LD that the browser leaves in place, with the way to it', async () => {
      await using page = await site.open('/data/kolumner/');
      const [text = ''] = await page.locator('script[type="application/ld+json"]').allTextContents();
      const [crumbs] = JSON.parse(text)['@graph'];
      assert.equal(crumbs['@type'], 'BreadcrumbList');
      assert.deepEqual(
        crumbs.itemListElement.map(({ name: label }: { name: string }) => label),
        ['Öppna data', 'Tabeller och kolumner'],
      );
    });

    test('has on every page what Open Graph asks for, as far as it is known where the site lives', async () => {
      const [audit] = site.archive.audits;
      assert.ok(audit);
      await using page = await site.open(audit.path);
      const of = (property: string) =>
        page
          .locator(`meta[property="og:${property}"]`)
          .evaluateAll((all) => all.map((each) => each.getAttribute('content') ?? ''));
      assert.deepEqual(await of('type'), ['article']);
      assert.ok((await of('title'))[0]?.includes(audit.title));
      const whole = site.siteUrl ? `${site.siteUrl}${site.basePath}` : undefined;
      assert.deepEqual(await of('url'), whole ? [`${whole}${audit.path.slice(1)}`] : []);
      assert.deepEqual(await of('image'), whole ? [`${whole}delningsbild.png`] : []);
      assert.ok(files.includes('delningsbild.png'));
    });

    test('breaks no rule of the Content Security Policy', async () => {
      await using page = await site.blankPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      const [audit] = site.archive.audits;
      await page.goto(site.address(audit?.path ?? '/'));
      assert.deepEqual(
        complaints.filter((complaint) => /Content Security Policy/i.test(complaint)),
        [],
      );
    });

    test(
      site.siteUrl
        ? 'has a sitemap of every page, at its canonical address'
        : 'has no sitemap, as nobody has said where the site lives',
      async () => {
        assert.equal(files.includes('sitemap.xml'), site.siteUrl !== undefined);
        if (!site.siteUrl) return;
        const listed = [...read('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
          ([, address]) => address,
        );
        const pages = await builtPages(site);
        const isGone = (path: string) => site.archive.tombstones.some(({ address }) => address === path);
        assert.deepEqual(
          listed.toSorted(),
          pages
            .filter(({ path }) => path !== '/404.html' && !isGone(path))
            .flatMap(({ canonical }) => canonical ?? [])
            .toSorted(),
        );
      },
    );
  });
}
