import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { projectRoot } from '../fixtures/content.ts';

/**
 * Lets a page import modules of the project as they are written, from `/kod/src/…` on its own host. Its own scripts do not come, so
 * that a test can put something else in their place.
 */
export async function serveSource(page: Page): Promise<void> {
  await page.route('**/*.js', (route) => route.abort());
  await page.route('**/kod/**/*.ts', (route) => {
    const [, path = ''] = /\/kod\/(.*)$/.exec(new URL(route.request().url()).pathname) ?? [];
    return route.fulfill({
      contentType: 'text/javascript; charset=utf-8',
      body: stripTypeScriptTypes(readFileSync(join(projectRoot, path), 'utf8')),
    });
  });
}
