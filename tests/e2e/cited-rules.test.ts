import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { openedSite } from './opened-site.ts';

/*
 * What a reader of a report is told of the rules that it cites, without any script.
 */

const site = await openedSite('arkivet');
const path = '/granskningar/boras/2017-informationssakerhet/';
const name = 'Om 6\u00a0kap.\u00a07\u00a0§ 1991 års kommunallag';

for (const width of [360, 1280]) {
  describe(`A citation in a report, at ${width} pixels`, () => {
    const options = { javaScriptEnabled: false, viewport: { width, height: 800 } };

    test('has a button that tells the act’s full name, its number, when it was in force and what it is now', async () => {
      await using page = await site.open(path, options);
      const told = page.getByRole('dialog', { name: /^6\skap\.\s7\s§/ });
      assert.equal(await told.count(), 0);
      await page.getByRole('button', { name }).click();
      assert.ok(await told.isVisible());
      const words = ((await told.textContent()) ?? '').replace(/\s+/g, ' ');
      for (const expected of [
        'Kommunallag (1991:900)',
        'Gällde 1 januari 1992 – 31 december 2017.',
        'Regeln finns numera i 6 kap. 6 § KL (2017:725).',
      ]) {
        assert.ok(words.includes(expected), `${expected} in ${words}`);
      }
      const links = await told
        .getByRole('link')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      assert.deepEqual(links, ['/kriterier/kl-2017/6-kap-6/', '/kriterier/kl-1991/6-kap-7/']);
    });

    test('is told of within the window, and no longer after Escape or the button that closes', async () => {
      await using page = await site.open(path, options);
      const told = page.getByRole('dialog', { name: /^6\skap\.\s7\s§/ });
      const button = page.getByRole('button', { name });
      await button.focus();
      await page.keyboard.press('Enter');
      const box = await told.boundingBox();
      assert.ok(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= 800);
      await page.keyboard.press('Escape');
      assert.equal(await told.count(), 0);
      await button.click();
      await told.getByRole('button', { name: 'Stäng' }).click();
      assert.equal(await told.count(), 0);
    });

    test('has a button that a finger hits within 24 pixels', async () => {
      await using page = await site.open(path, { viewport: options.viewport });
      const button = page.getByRole('button', { name });
      await button.scrollIntoViewIfNeeded();
      const misses = await button.evaluate((element) => {
        const { x, y, width: across, height } = element.getBoundingClientRect();
        const [middle, centre] = [x + across / 2, y + height / 2];
        const points = [
          [-11, 0],
          [11, 0],
          [0, -11],
          [0, 11],
        ];
        return points.filter(([dx = 0, dy = 0]) => {
          const hit = document.elementFromPoint(middle + dx, centre + dy);
          return hit !== element;
        });
      });
      assert.deepEqual(misses, []);
    });

    test('is told of in a way that axe finds nothing wrong with, light and dark', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await using page = await site.open(path, { viewport: options.viewport, colorScheme });
        await page.getByRole('button', { name }).click();
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        assert.deepEqual(
          violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
          ),
          [],
        );
      }
    });
  });
}

test('On paper a citation has no button', async () => {
  await using page = await site.open(path);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.rule-button:visible').count(), 0);
});

test('In forced colours the button keeps its shape', async () => {
  await using page = await site.open(path);
  await page.emulateMedia({ forcedColors: 'active' });
  const { borderTopColor, backgroundColor } = await page.getByRole('button', { name }).evaluate((element) => {
    const style = getComputedStyle(element);
    const paper = getComputedStyle(document.documentElement);
    return { borderTopColor: style.borderTopColor, backgroundColor: paper.backgroundColor };
  });
  assert.notEqual(borderTopColor, backgroundColor);
});
