import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Response } from 'playwright';
import { openedSite } from './opened-site.ts';
import { asRead, textShownIn } from './page-text.ts';
import { searchBox as resultsBox, statement, summary, totalOf } from './searching.ts';

/*
 * The search box on every page. The made-up archive lives below a sub-path.
 */

const madeUp = await openedSite('provarkivet');
const archive = await openedSite('arkivet');

const box = (page: Page) => page.getByRole('search').locator('input');
const options = (page: Page) => page.getByRole('option');
const texts = async (page: Page) => (await options(page).allInnerTexts()).map(asRead);

async function suggesting(page: Page, typed: string, expected: RegExp): Promise<void> {
  await box(page).fill('');
  await box(page).pressSequentially(typed, { delay: 30 });
  await options(page).filter({ hasText: expected }).first().waitFor({ timeout: 8000 });
}

describe('The search box', () => {
  for (const path of [
    '/',
    '/om/',
    '/granskningar/exempelstad/2021-arkivvard/',
    '/rekommendationer/',
    '/sok/',
    '/finns-inte/',
  ]) {
    test(`is on ${path}, and / goes to it`, async () => {
      await using page = await madeUp.open(path);
      assert.equal(await box(page).count(), 1);
      await page.keyboard.press('/');
      assert.equal(await page.locator(':focus').getAttribute('name'), 'q');
      assert.equal(await box(page).inputValue(), '');
      await page.keyboard.type('och/eller');
      assert.equal(await box(page).inputValue(), 'och/eller');
    });
  }

  test('is an ordinary form where no script runs', async () => {
    await using page = await madeUp.open('/om/', { javaScriptEnabled: false });
    await box(page).fill('gallring & nyckel');
    await box(page).press('Enter');
    assert.equal(page.url(), madeUp.address('/sok/?q=gallring+%26+nyckel'));
    await page.getByRole('heading', { name: 'Sökningen behöver JavaScript' }).waitFor();
  });

  test('leads with Enter to what answers', async () => {
    await using page = await madeUp.open('/om/');
    await box(page).fill('gallring');
    await box(page).press('Enter');
    await page.waitForURL(madeUp.address('/sok/?q=gallring'));
    assert.ok((await totalOf(page, 'gallring')) > 0);
    assert.equal(await resultsBox(page).inputValue(), 'gallring');
  });

  test('costs a page less than two kilobytes until it is used', async () => {
    await using page = await madeUp.blankPage();
    const scripts: Response[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response);
    });
    await page.goto(madeUp.address('/om/'));
    const bodies = await Promise.all([...scripts].map((response) => response.body()));
    const size = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
    assert.ok(size > 0 && size < 2048, `${size} bytes`);
  });
});

describe('Suggestions', () => {
  test('are municipalities, boards, laws and reports by name, wherever the word stands in it', async () => {
    await using page = await madeUp.open('/om/');
    await suggesting(page, 'exempels', /Exempelstad/);
    assert.match((await texts(page)).join('\n'), /Exempelstads kommun/);
    await suggesting(page, 'arkivn', /Arkivnämnden/);
    await suggesting(page, 'paragrafl', /Paragraflagen/);
    await suggesting(page, 'arkivv', /Granskning av arkivvård & gallring \(<5 % kvar\?\)/);
    assert.ok((await options(page).locator('mark').count()) > 0);
  });

  test('know a short name of a law', async () => {
    await using page = await archive.open('/om/');
    await suggesting(page, 'OSL', /Offentlighets- och sekretesslagen/);
  });

  test('are chosen with the arrows and opened with Enter, while what was typed stays', async () => {
    await using page = await madeUp.open('/om/');
    await suggesting(page, 'exempelstad', /Exempelstad/);
    await page.keyboard.press('ArrowDown');
    const [first] = await texts(page);
    const active = await box(page).getAttribute('aria-activedescendant');
    assert.equal(await textShownIn(page.locator(`#${active}`)), first);
    assert.equal(await box(page).inputValue(), 'exempelstad');
    await page.keyboard.press('ArrowUp');
    assert.equal(await box(page).getAttribute('aria-activedescendant'), null);
    const place = (await texts(page)).findIndex((text) => /^Exempelstads kommun/.test(text));
    for (let step = 0; step <= place; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(madeUp.address('/kommuner/exempelstad/'));
  });

  test('are opened with a click', async () => {
    await using page = await madeUp.open('/om/');
    await suggesting(page, 'paragraflag', /Paragraflagen/);
    await options(page).filter({ hasText: 'Paragraflagen' }).first().click();
    await page.waitForURL(/\/arkiv\/kriterier\/paragraflagen\//);
  });

  test('are put away with Escape, and when one leaves the box', async () => {
    await using page = await madeUp.open('/om/');
    await suggesting(page, 'arkiv', /./);
    await page.keyboard.press('Escape');
    assert.equal(await options(page).count(), 0);
    assert.equal(await box(page).inputValue(), 'arkiv');
    await page.keyboard.press('ArrowDown');
    await options(page).first().waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await options(page).count(), 0);
    assert.equal(await box(page).getAttribute('aria-expanded'), 'false');
  });

  test('move nothing on the page', async () => {
    await using page = await madeUp.open('/om/');
    const before = await page.getByRole('heading', { level: 1 }).boundingBox();
    await suggesting(page, 'arkiv', /./);
    assert.deepEqual(await page.getByRole('heading', { level: 1 }).boundingBox(), before);
  });

  for (const [width, colorScheme] of [
    [320, 'light'],
    [1280, 'dark'],
  ] as const) {
    test(`fit a screen of ${width} pixels, and axe finds nothing wrong (${colorScheme})`, async () => {
      await using page = await madeUp.blankPage({ viewport: { width, height: 800 }, colorScheme });
      await page.goto(madeUp.address('/om/'));
      await suggesting(page, 'arkiv', /./);
      await page.keyboard.press('ArrowDown');
      assert.ok(
        await page.evaluate(
          () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        ),
      );
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        [],
      );
    });
  }

  test('that can’t be had are not missed: the box works as it did', async () => {
    await using page = await madeUp.blankPage();
    await page.goto(madeUp.address('/om/'));
    await page.route('**/sok/index/**', (route) => route.abort());
    await box(page).pressSequentially('gallring');
    await page.waitForTimeout(400);
    assert.equal(await options(page).count(), 0);
    await page.unroute('**/sok/index/**');
    await box(page).press('Enter');
    await page.waitForURL(madeUp.address('/sok/?q=gallring'));
  });
});

describe('The start page', () => {
  test('invites to a question with three that the archive answers', async () => {
    await using page = await archive.open('/');
    const links = page.getByRole('main').locator('a[href^="/sok/?q="]');
    assert.equal(await links.count(), 3);
    for (let place = 0; place < 3; place += 1) {
      const question = await textShownIn(links.nth(place));
      await links.nth(place).click();
      assert.ok((await totalOf(page, question)) > 0, question);
      assert.equal(await statement(page).isVisible(), false, question);
      await page.goBack();
    }
    assert.equal(await summary(page).count(), 0);
  });
});
