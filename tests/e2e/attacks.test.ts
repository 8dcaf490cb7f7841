import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { launchedBrowser } from '../../src/cli/browser.ts';
import { payload } from '../fixtures/attacks/hostile-archive.ts';
import { hostilePaths, loadedHostilePages, servedHostileSite, trapOn, wrongOn } from './hostile-pages.ts';
import { hostileSite } from './sites.ts';

/*
 * The archive with an attack in every field, and every attack that is not refused, read in a browser that obeys no Content
 * Security Policy: what keeps a reader safe is that everything is escaped, and the policy comes on top of that. A page of each
 * kind is read here, and each attack's; tests/deep/attacks.test.ts reads them all.
 */

const site = await servedHostileSite();
const browser = await launchedBrowser();
const context = await browser.newContext({ bypassCSP: true, locale: 'sv-SE' });
after(async () => {
  await browser.close();
  await site.close();
});

const isOfAttack = /\/2020-angrepp-\d+\/$/;
/** One page of each kind: pages whose addresses have the same shape. */
const perKind = 2;

function sampled(paths: readonly string[]): readonly string[] {
  const kinds = Map.groupBy(
    paths.filter((path) => !isOfAttack.test(path)),
    (path) => {
      const [, first = '', ...rest] = path.split('/');
      return `${first}/${rest.length}/${rest.at(-2) === 'sida' ? 'sida' : ''}`;
    },
  );
  return [...kinds.values()].flatMap((ofKind) => ofKind.slice(0, perKind));
}

describe('Without a Content Security Policy, the hostile archive', () => {
  const paths = hostilePaths();
  const attacks = paths.filter((path) => isOfAttack.test(path));

  test('has a page for every attack that is not refused', () => {
    assert.ok(attacks.length >= 90, `${attacks.length}`);
  });

  for (const [what, chosen] of [
    ['attack', attacks],
    ['kind', sampled(paths)],
  ] as const) {
    test(`runs nothing, asks for nothing elsewhere and leads nowhere by itself, on the page of each ${what}`, async () => {
      assert.deepEqual(wrongOn(await loadedHostilePages(context, site.origin, chosen)), []);
    });
  }

  test('shows an attack as the words that it is', async () => {
    await using page = await context.newPage();
    await page.goto(`${site.origin}/system/papyrus/`);
    assert.ok((await page.locator('h1').textContent())?.includes(payload));
    assert.ok((await page.title()).includes(payload));
  });

  test('shows attacks as words in what a search finds, narrows by and suggests', async () => {
    await using page = await context.newPage();
    const { trapped } = trapOn(page, site.origin);
    const shown = page.locator('main').getByText('<img src=x onerror=alert(1)>');
    await page.goto(`${site.origin}/sok/?q=papyrus`);
    await shown.first().waitFor();
    for (const facet of await page.locator('main summary').filter({ visible: true }).all())
      await facet.click();
    await page.goto(`${site.origin}/system/`);
    await page.getByRole('search').locator('input').pressSequentially('arkivn', { delay: 30 });
    await page.getByRole('option').filter({ hasText: '<img src=x onerror=alert(1)>' }).first().waitFor();
    await page.goto(`${site.origin}/sok/?q=${encodeURIComponent(payload)}`);
    await page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    assert.equal(await page.locator('main img[src="x"]').count(), 0);
    assert.deepEqual(trapped, []);
  });

  test('shows attacks as words in the list of recommendations, however it is filtered', async () => {
    await using page = await context.newPage();
    const { trapped } = trapOn(page, site.origin);
    await page.goto(
      `${site.origin}/rekommendationer/?kommun=exempelstad&text=%3Cscript%3Ealert(1)%3C/script%3E`,
    );
    await page.goto(`${site.origin}/rekommendationer/?kommun=exempelstad`);
    await page.waitForLoadState('networkidle');
    assert.equal(await page.locator('main img[src="x"]').count(), 0);
    assert.deepEqual(trapped, []);
  });

  test('gives feeds, the catalogue and the sitemap that are whole', async () => {
    await using page = await context.newPage();
    const files = readdirSync(hostileSite.outDir, { recursive: true, encoding: 'utf8' });
    const xml = files.filter((file) => /\.(?:xml|rdf)$/.test(file));
    assert.ok(xml.length > 20);
    for (const file of xml) {
      const fault = await page.evaluate(
        (text) =>
          new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')?.textContent,
        readFileSync(join(hostileSite.outDir, file), 'utf8'),
      );
      assert.equal(fault, undefined, file);
    }
    for (const file of files.filter((name) => name.endsWith('.json'))) {
      assert.doesNotThrow(() => JSON.parse(readFileSync(join(hostileSite.outDir, file), 'utf8')), file);
    }
  });
});
