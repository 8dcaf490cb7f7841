import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { openedSite } from '../e2e/opened-site.ts';
import { pageFamilies } from '../e2e/page-families.ts';
import { testSites } from '../e2e/sites.ts';

/*
 * Every rule of axe-core, its best practices too. The fullest page of a family in the made-up archive is looked at in both colour
 * schemes and at three widths, closed and with everything that folds out open, and that of the real one at the least and the greatest
 * width; the other pages that stand for it, as the barest, are looked at once.
 */

const everyLook = [320, 768, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);
const oneLook = everyLook.slice(-2, -1);
const twoLooks = [everyLook.slice(0, 1), everyLook.slice(-1)].flat();

for (const { name } of testSites) {
  // Two pages at a time: each has a process of its own in the browser.
  describe(`In ${name}, axe finds nothing wrong with`, { concurrency: 2 }, async () => {
    const site = await openedSite(name);
    const looked = new Set<string>();
    for (const { family, path } of pageFamilies(site.archive)) {
      const looks = looked.has(family) ? oneLook : name === 'provarkivet' ? everyLook : twoLooks;
      looked.add(family);
      test(`${family}: ${path}`, async () => {
        await using page = await site.open(path);
        for (const { width, colorScheme } of looks) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme });
          // In the dark everything that folds out, as facets and menus, is open.
          await page.evaluate(openAll, colorScheme === 'dark');
          assert.deepEqual(await violationsOn(page), [], `${width} pixels, ${colorScheme}`);
        }
      });
    }
  });
}

/** Runs in the browser: opens, or closes, all that folds out, and the first of what stands above the page. */
function openAll(isOpen: boolean): void {
  for (const details of document.querySelectorAll('details')) {
    if (!isOpen && details.dataset.wasOpen === undefined) continue;
    if (isOpen && !details.open) details.dataset.wasOpen = 'false';
    details.open = isOpen;
  }
  const popover = document.querySelector<HTMLElement>('[popover]:not([popover=manual])');
  if (isOpen) popover?.showPopover();
  else popover?.hidePopover();
}

async function violationsOn(page: Page): Promise<readonly string[]> {
  // To put axe into a page takes longer than to run it: the later looks run what the first one put there.
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  const { violations } = await new AxeBuilder({ page, ...(isThere && { axeSource: 'void 0' }) })
    // Within the page; without it, each run opens a page of its own, which only frames need.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map(({ target }) => target.join(' ')).slice(0, 5);
    return `${id}: ${help}: ${places.join(' | ')}`;
  });
}
