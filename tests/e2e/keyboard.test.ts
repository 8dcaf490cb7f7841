import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright';
import { openedSite } from './opened-site.ts';
import { textShownIn } from './page-text.ts';

/*
 * The site with the keyboard alone.
 */

const archive = await openedSite('arkivet');
const madeUp = await openedSite('provarkivet');
const boras = '/granskningar/boras/2017-informationssakerhet/';

describe('With the keyboard alone', () => {
  test('the first stop is a link past the navigation, which shows itself and leads to the text', async () => {
    await using page = await archive.open(boras);
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    assert.equal(await textShownIn(skip), 'Till innehållet');
    const box = await skip.boundingBox();
    assert.ok(box && box.y >= 0 && box.x >= 0);
    await page.keyboard.press('Enter');
    assert.equal(await page.locator(':focus').getAttribute('id'), 'innehall');
    await page.keyboard.press('Tab');
    assert.ok(await page.locator('main :focus').count());
  });

  for (const [site, path, width] of [
    [archive, '/', 1280],
    [archive, boras, 1280],
    [archive, boras, 360],
    [archive, '/tackning/', 360],
    [archive, '/kriterier/kl-2017/', 768],
    [madeUp, '/granskningar/exempelstad/2021-arkivvard/', 768],
    [madeUp, '/kommuner/exempelstad/arkivnamnden/', 1280],
  ] as const) {
    test(`every stop on ${path} at ${width} pixels is reached in the order of the text, on the screen and with a ring`, async () => {
      await using page = await site.open(path, { viewport: { width, height: 800 } });
      const stops = await focusStops(page);
      assert.ok(stops.length > 15);
      assert.deepEqual(
        stops.filter(({ isNext }) => !isNext).map(({ what }) => what),
        [],
        'reached out of turn',
      );
      assert.deepEqual(
        stops.filter(({ isOnScreen }) => !isOnScreen).map(({ what }) => what),
        [],
        'not on the screen',
      );
      assert.deepEqual(
        stops.filter(({ hasRing }) => !hasRing).map(({ what }) => what),
        [],
        'without a ring',
      );
    });
  }

  test('what is folded opens and closes', async () => {
    await using page = await archive.open(boras, { viewport: { width: 360, height: 700 } });
    const contents = page.getByRole('navigation', { name: 'Innehåll' });
    await page.getByText('Innehåll', { exact: true }).filter({ visible: true }).focus();
    await page.keyboard.press('Enter');
    assert.ok(await contents.isVisible());
    await page.keyboard.press('Tab');
    assert.equal(await page.locator(':focus').getAttribute('href'), '#del-oversikt');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    assert.equal(await contents.isVisible(), false);
  });

  test('places that no audit cites are unfolded from a criterion’s page', async () => {
    await using page = await archive.open('/kriterier/kl-2017/');
    const folded = page.getByText('Ställen som arkivet känner till men ingen granskning åberopar');
    await folded.focus();
    const shown = page.getByRole('table', { name: 'Kommunallagen: ställen som ingen granskning åberopar' });
    assert.equal(await shown.isVisible(), false);
    await page.keyboard.press('Enter');
    assert.ok(await shown.isVisible());
  });

  test('a table that is wider than the screen is scrolled', async () => {
    await using page = await madeUp.open('/tackning/', { viewport: { width: 320, height: 700 } });
    const table = page.getByRole('region', { name: 'Tabell över kommuner och år' });
    await table.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => (document.activeElement?.scrollLeft ?? 0) > 0);
  });
});

interface FocusStop {
  readonly what: string;
  /** Is it what follows the stop before it in the text? */
  readonly isNext: boolean;
  readonly isOnScreen: boolean;
  readonly hasRing: boolean;
}

/** Everything that the Tab key stops at, from the top of the page to its end. */
async function focusStops(page: Page): Promise<readonly FocusStop[]> {
  const expected = await page.evaluateHandle(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]',
      ),
    ].filter((element) => element.checkVisibility({ visibilityProperty: true })),
  );
  const count = await expected.evaluate((elements) => elements.length);
  const stops: FocusStop[] = [];
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press('Tab');
    stops.push(
      await expected.evaluate((elements, turn) => {
        const focused = document.activeElement ?? document.body;
        const { top, bottom, left, right } = focused.getBoundingClientRect();
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
        return {
          what: focused.outerHTML.slice(0, 90),
          isNext: focused === elements[turn],
          isOnScreen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && right > left,
          hasRing:
            outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor),
        };
      }, index),
    );
  }
  return stops;
}
