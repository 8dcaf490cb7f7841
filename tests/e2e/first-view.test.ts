import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright';
import { openedSite } from './opened-site.ts';

/*
 * What a reader gets before reading: little, and it stays where it is.
 */

const archive = await openedSite('arkivet');
const madeUp = await openedSite('provarkivet');

const reports = [
  [archive, '/granskningar/boras/2017-informationssakerhet/'],
  [archive, '/granskningar/lund/2018-behorighet/'],
  [madeUp, '/granskningar/exempelstad/2021-arkivvard/'],
] as const;

describe('The first view', () => {
  for (const [site, path] of reports) {
    test(`of ${path} takes at most 60 kilobytes, compressed, without fonts and pictures`, async () => {
      await using page = await site.blankPage();
      const responses: Response[] = [];
      page.on('response', (response) => {
        if (!['font', 'image'].includes(response.request().resourceType())) responses.push(response);
      });
      await page.goto(site.address(path));
      // What comes after the page has loaded, as its icon, is no part of the first view.
      const bodies = await Promise.all([...responses].map((response) => response.body()));
      const sizes = bodies.map((body) => gzipSync(body).length);
      assert.ok(sizes.length >= 2);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      assert.ok(total <= 60 * 1024, `${total} bytes: ${sizes.join(' + ')}`);
    });
  }

  for (const [site, path] of [
    ...reports,
    [archive, '/'],
    [archive, '/rekommendationer/'],
    [madeUp, '/granskningar/'],
  ] as const) {
    for (const width of [360, 1280]) {
      test(`of ${path} at ${width} pixels moves nothing when the fonts come late, or as the reader scrolls`, async () => {
        await using page = await site.blankPage({ viewport: { width, height: 800 } });
        await page.addInitScript(() => {
          const shifts: number[] = [];
          Object.assign(globalThis, { shifts });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              shifts.push((entry as PerformanceEntry & { value: number }).value);
          }).observe({ type: 'layout-shift', buffered: true });
        });
        const { promise: painted, resolve: release } = Promise.withResolvers<void>();
        await page.route('**/*.woff2', async (route) => {
          await painted;
          await route.continue();
        });
        await page.goto(site.address(path), { waitUntil: 'commit' });
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
        release();
        await page.waitForLoadState('load');
        await page.evaluate(async () => {
          await document.fonts.ready;
          for (let top = 0; top < document.documentElement.scrollHeight; top += 700) {
            scrollTo(0, top);
            await new Promise(requestAnimationFrame);
          }
          await new Promise(requestAnimationFrame);
        });
        assert.ok(await page.evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded')));
        const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
        // The fallback faces are scaled to the real ones' widths, to a few millionths of the screen.
        const total = shifts.reduce((sum, shift) => sum + shift, 0);
        assert.ok(total < 0.0005, `shifts of ${shifts.join(', ')}`);
      });
    }
  }
});
