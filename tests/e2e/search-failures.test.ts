import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openedSite } from './opened-site.ts';
import { message, rows, searchBox, summary, totalOf } from './searching.ts';

/*
 * When the search can't be had. The query is the reader's to keep.
 */

const madeUp = await openedSite('provarkivet');
const index = '**/sok/index/**';
const retry = 'Försök igen';

describe('Where an index file fails to come', () => {
  test('the page says so and keeps the query, and searches when asked to again', async () => {
    await using page = await madeUp.blankPage();
    await page.route(index, (route) => route.abort());
    await page.goto(madeUp.address('/sok/?q=gallring'));
    await message(page).filter({ hasText: 'kunde inte hämtas' }).waitFor();
    assert.equal(await searchBox(page).inputValue(), 'gallring');
    assert.equal(await rows(page).filter({ visible: true }).count(), 0);
    await page.getByRole('status').filter({ hasText: 'kunde inte hämtas' }).waitFor();
    await page.unroute(index);
    await page.getByRole('button', { name: retry }).click();
    assert.ok((await totalOf(page, 'gallring')) > 0);
    assert.equal(await page.getByRole('button', { name: retry }).isVisible(), false);
    assert.equal(await message(page).textContent(), '');
  });

  test('another query tries again by itself', async () => {
    await using page = await madeUp.blankPage();
    await page.route(index, (route) => route.abort());
    await page.goto(madeUp.address('/sok/?q=gallring'));
    await message(page).filter({ hasText: 'kunde inte hämtas' }).waitFor();
    await page.unroute(index);
    await searchBox(page).fill('pergament');
    assert.ok((await totalOf(page, 'pergament')) > 0);
  });

  test('what was found before gives place to what is said, so that no answer stands under another question', async () => {
    await using page = await madeUp.blankPage();
    await page.goto(madeUp.address('/sok/?q=gallring'));
    await totalOf(page, 'gallring');
    await page.route(index, (route) => route.abort());
    await searchBox(page).fill('socialnämnden kommun:provköping');
    await searchBox(page).press('Enter');
    await page.waitForFunction(() => {
      const said = document.querySelector('[data-search="message"]')?.textContent ?? '';
      const shown = document.querySelector('[data-search="summary"]')?.textContent ?? '';
      return said !== '' || shown.includes('socialnämnden');
    });
    if ((await message(page).textContent()) !== '') assert.equal(await summary(page).isVisible(), false);
  });
});

describe('Where a file comes that is none of the index', () => {
  test('the page says that it can’t be read, and searches when it can', async () => {
    await using page = await madeUp.blankPage();
    await page.route(index, (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto(madeUp.address('/sok/?q=gallring'));
    await message(page)
      .filter({ hasText: /gick inte att läsa|getts ut på nytt/ })
      .waitFor();
    await page.unroute(index);
    assert.equal(await searchBox(page).inputValue(), 'gallring');
  });
});

describe('Where the archive has been published anew', () => {
  test('and the page’s index is gone, it says so, and a new page searches the new one with the query kept', async () => {
    await using page = await madeUp.blankPage();
    await page.goto(madeUp.address('/sok/?q=gallring'));
    await totalOf(page, 'gallring');
    await page.route(index, async (route) => {
      if (!route.request().url().endsWith('/manifest.json')) return route.fulfill({ status: 404, body: '' });
      const manifest = await (await route.fetch()).json();
      return route.fulfill({ json: { ...manifest, id: 'nytt' } });
    });
    for (const query of ['socialnämnden', 'pergament', 'kommunstyrelsen', 'undermålig']) {
      await searchBox(page).fill(query);
      await searchBox(page).press('Enter');
      await page.waitForTimeout(400);
      if ((await message(page).textContent()) !== '') break;
    }
    await message(page).filter({ hasText: 'getts ut på nytt' }).waitFor();
    const query = await searchBox(page).inputValue();
    await page.unroute(index);
    await page.getByRole('button', { name: 'Ladda om sidan' }).click();
    await totalOf(page, query);
    assert.equal(await searchBox(page).inputValue(), query);
  });
});

describe('Without a network', () => {
  test('the page says so, and searches when the network is back', async () => {
    await using page = await madeUp.blankPage({ locale: 'sv-SE' });
    await page.goto(madeUp.address('/sok/'));
    await page.context().setOffline(true);
    await searchBox(page).fill('gallring');
    await message(page).filter({ hasText: 'utan nät' }).waitFor();
    await page.context().setOffline(false);
    assert.ok((await totalOf(page, 'gallring')) > 0);
  });
});

describe('Where the page’s own script fails to come', () => {
  test('it shows the ways into the archive that need none', async () => {
    await using page = await madeUp.blankPage();
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(madeUp.address('/sok/?q=gallring'));
    await page.getByRole('heading', { name: 'Sökningen behöver JavaScript' }).waitFor();
    await page.getByRole('link', { name: 'Alla ämnen' }).waitFor();
  });
});

describe('In a browser that can’t run the search', () => {
  test('the page says so, and leads to the lists', async () => {
    await using page = await madeUp.blankPage();
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
    await page.goto(madeUp.address('/sok/?q=gallring'));
    await message(page).filter({ hasText: 'WebAssembly' }).waitFor();
    await page.getByRole('link', { name: 'Alla kriterier' }).waitFor();
  });
});
