import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { launchedBrowser } from '../../src/cli/browser.ts';
import { hostilePaths, loadedHostilePages, servedHostileSite, wrongOn } from '../e2e/hostile-pages.ts';

const site = await servedHostileSite();
const browser = await launchedBrowser();
after(async () => {
  await browser.close();
  await site.close();
});

test('Without a Content Security Policy, no page of the hostile archive does anything it should not', async () => {
  const context = await browser.newContext({ bypassCSP: true });
  const paths = hostilePaths();
  assert.ok(paths.length > 300);
  assert.deepEqual(wrongOn(await loadedHostilePages(context, site.origin, paths)), []);
});
