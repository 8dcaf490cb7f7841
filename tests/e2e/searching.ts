import type { Locator, Page } from 'playwright';
import { asRead } from './page-text.ts';

/*
 * The page of results as a reader uses it.
 */

export const searchBox = (page: Page): Locator => page.getByRole('searchbox', { name: 'Fråga med egna ord' });
export const summary = (page: Page): Locator => page.locator('[data-search="summary"]');
export const rows = (page: Page): Locator => page.locator('.search-hits > li');
export const statement = (page: Page): Locator => page.locator('[data-search="statement"]');
export const told = (page: Page): Locator => page.locator('[data-search="told"]');
export const message = (page: Page): Locator => page.locator('[data-search="message"]');
export const tab = (page: Page, kind: string): Locator =>
  page.getByRole('navigation', { name: 'Slag av träffar' }).getByRole('link', { name: kind });
export const conditions = (page: Page): Locator =>
  page.getByRole('list', { name: 'Valda villkor' }).getByRole('button');

/** How many hits the page says there are, once it says so of these words. */
export async function totalOf(page: Page, words: string): Promise<number> {
  const said = summary(page).filter({ hasText: words === '' ? /träff/ : `på ”${words}”` });
  await said.waitFor({ timeout: 8000 });
  return numberIn(await said.textContent());
}

/** The number that a text begins with, or ends with where it is a count after a name. */
export function numberIn(text: string | null): number {
  return Number(/\d[\d ]*/.exec(asRead(text))?.[0].replaceAll(' ', '') ?? Number.NaN);
}

/** Where a search stands, with its first answer shown. */
export async function opened(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await summary(page).filter({ visible: true }).waitFor({ timeout: 8000 });
}

/** The values that a facet offers, with how many hits each would leave. */
export async function valuesOf(
  page: Page,
  facet: string,
): Promise<readonly { readonly label: string; readonly count: number }[]> {
  const group = page.getByRole('group', { name: facet, exact: true });
  await group.getByRole('checkbox').first().waitFor();
  const items = await group.getByRole('listitem').allInnerTexts();
  return items.map((item) => {
    const [, label = '', count = ''] = /^(.*) ([\d ]+)$/.exec(asRead(item)) ?? [];
    return { label, count: Number(count.replaceAll(' ', '')) };
  });
}

export async function unfold(page: Page, facet: string): Promise<void> {
  await page
    .getByRole('form', { name: 'Avgränsa' })
    .locator('summary')
    .filter({ hasText: facet })
    .first()
    .click();
}
