import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contrastOf } from './contrast.ts';
import { openedSite } from './opened-site.ts';

/*
 * The site in the reader's own colours, as Windows' contrast themes give them.
 */

const site = await openedSite('provarkivet');

for (const colorScheme of ['light', 'dark'] as const) {
  describe(`In forced colours, ${colorScheme}`, () => {
    for (const path of ['/', '/granskningar/exempelstad/2021-arkivvard/', '/rekommendationer/']) {
      test(`every mark of ${path} stands out from the page, and keeps its shape`, async () => {
        await using page = await site.open(path);
        await page.emulateMedia({ forcedColors: 'active', colorScheme });
        assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
        const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        const drawn = await page.locator('svg.mark > *').evaluateAll((shapes) =>
          shapes.map((shape) => {
            const { fill, stroke } = getComputedStyle(shape);
            return { fill, stroke, isShown: shape.checkVisibility() };
          }),
        );
        assert.ok(drawn.length > 3);
        for (const { fill, stroke, isShown } of drawn) {
          if (!isShown) continue;
          const ink = fill === 'none' ? stroke : fill;
          assert.ok(contrastOf(ink, paper) >= 3, `${ink} on ${paper}`);
        }
      });
    }

    test('the place that a link led to has a frame', async () => {
      await using page = await site.open('/granskningar/exempelstad/2021-arkivvard/#f1');
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      const { outlineStyle, outlineWidth } = await page.locator('#f1').evaluate((target) => {
        const style = getComputedStyle(target);
        return { outlineStyle: style.outlineStyle, outlineWidth: style.outlineWidth };
      });
      assert.equal(outlineStyle, 'solid');
      assert.notEqual(outlineWidth, '0px');
    });
  });
}
