import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright';
import { contrastOf, luminanceOf } from './contrast.ts';
import { type OpenedSite, openedSite } from './opened-site.ts';
import { pageFamilies } from './page-families.ts';
import { textShownIn } from './page-text.ts';
import { testSites } from './sites.ts';

/*
 * What must hold on a page of every family. Each page is loaded once and looked at in every way; the tests then read what was seen.
 */

/** The tracker's lists: with JavaScript a form stands where links to the same lists stand without. */
const isFiltered = (path: string) => path.includes('/rekommendationer/');
const isSearch = (path: string) => path === '/sok/';
/** Has it buttons that copy? */
const isCiting = (path: string) => path.endsWith('/citera/');

for (const { name } of testSites) {
  describe(`A page of every family of ${name}`, async () => {
    const site = await openedSite(name);
    const pages = await observedPages(site);
    const wrong = (isWrong: (page: Observed) => readonly unknown[] | boolean) =>
      pages.flatMap((page) => {
        const fault = isWrong(page);
        if (fault === false || (Array.isArray(fault) && fault.length === 0)) return [];
        return [fault === true ? page.path : `${page.path}: ${String(fault)}`];
      });

    test('is there', () => {
      assert.ok(pages.length > 40);
      assert.deepEqual(
        wrong(({ path, status }) => status !== (path === '/finns-inte/' ? 404 : 200)),
        [],
      );
    });

    test('asks nothing of another host', () => {
      assert.deepEqual(
        wrong(({ requests }) => requests.filter((url) => !url.startsWith(site.origin))),
        [],
      );
    });

    test('gets all that it asks for', () => {
      assert.deepEqual(
        wrong(({ failed }) => failed),
        [],
      );
    });

    test('logs no error, warning or breach of its Content Security Policy', () => {
      assert.deepEqual(
        wrong(({ logged }) => logged),
        [],
      );
    });

    test('has a Content Security Policy that lets no script from elsewhere or inline run', () => {
      assert.deepEqual(
        wrong(
          ({ policy }) =>
            !policy.includes("default-src 'none'") || /(?<!wasm-)unsafe-(?:inline|eval)/.test(policy),
        ),
        [],
      );
    });

    test('lets WebAssembly run only where one searches', () => {
      assert.deepEqual(
        wrong(({ path, policy }) => policy.includes('wasm-unsafe-eval') !== isSearch(path)),
        [],
      );
    });

    test('keeps nothing in the browser: no cookie, no storage', () => {
      assert.deepEqual(
        wrong(({ kept }) => kept),
        [],
      );
    });

    test('has the search box’s script and no other, but where one searches, filters recommendations or copies references', () => {
      assert.deepEqual(
        wrong(
          ({ path, scripts }) =>
            scripts !== 1 && !(scripts === 2 && (isFiltered(path) || isSearch(path) || isCiting(path))),
        ),
        [],
      );
    });

    test('reads the same without JavaScript, but for the filter, the search and buttons that copy', () => {
      assert.deepEqual(
        wrong(
          ({ path, text, textWithoutJavaScript }) =>
            textWithoutJavaScript === '' ||
            (text !== textWithoutJavaScript && !isFiltered(path) && !isSearch(path) && !isCiting(path)),
        ),
        [],
      );
    });

    for (const width of [320, 360, 768, 1280] as const) {
      test(`is no wider than a screen of ${width} pixels`, () => {
        assert.deepEqual(
          wrong(({ tooWide }) => tooWide[width]),
          [],
        );
      });
    }

    test('can be scrolled with the keyboard wherever a part of it is wider than a phone, and says what that part is', () => {
      assert.deepEqual(
        wrong(({ unreachable }) => unreachable),
        [],
      );
    });

    test('is light on dark where the reader wants it dark', () => {
      assert.deepEqual(
        wrong(({ dark: { paper, ink } }) => luminanceOf(paper) > 0.05 || contrastOf(ink, paper) < 7),
        [],
      );
    });

    test('is dark on light where the reader wants it light', () => {
      assert.deepEqual(
        wrong(({ light: { paper, ink } }) => luminanceOf(paper) < 0.8 || contrastOf(ink, paper) < 7),
        [],
      );
    });

    test('leaves out of print what only a screen needs', () => {
      assert.deepEqual(
        wrong(({ printed }) => printed),
        [],
      );
    });
  });
}

interface Observed {
  readonly path: string;
  readonly status: number;
  readonly requests: readonly string[];
  readonly failed: readonly string[];
  readonly logged: readonly string[];
  readonly policy: string;
  readonly kept: readonly string[];
  readonly scripts: number;
  readonly text: string;
  readonly textWithoutJavaScript: string;
  /** What reaches outside the screen, by the screen's width. */
  readonly tooWide: Readonly<Record<320 | 360 | 768 | 1280, readonly string[]>>;
  /** What scrolls sideways on a phone without being a region that the keyboard reaches. */
  readonly unreachable: readonly string[];
  readonly dark: Colours;
  readonly light: Colours;
  /** What is for screens and is shown in print. */
  readonly printed: readonly string[];
}

interface Colours {
  readonly paper: string;
  readonly ink: string;
}

async function observedPages(site: OpenedSite): Promise<readonly Observed[]> {
  await using withoutJavaScript = await site.blankPage({ javaScriptEnabled: false });
  const observed: Observed[] = [];
  for (const { path } of pageFamilies(site.archive)) {
    await withoutJavaScript.goto(site.address(path));
    observed.push(await observedPage(site, path, await textShownIn(withoutJavaScript.locator('body'))));
  }
  return observed;
}

async function observedPage(
  site: OpenedSite,
  path: string,
  textWithoutJavaScript: string,
): Promise<Observed> {
  await using page = await site.blankPage();
  const requests: string[] = [];
  const failed: string[] = [];
  const logged: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) failed.push(response.url());
  });
  page.on('requestfailed', (request) => failed.push(request.url()));
  page.on('pageerror', (error) => logged.push(error.message));
  page.on('console', (message) => {
    // The browser itself notes that a page was answered with 404.
    if (message.location().url !== page.url() || !message.text().includes('404')) logged.push(message.text());
  });
  const response = await page.goto(site.address(path));
  return {
    path,
    status: response?.status() ?? 0,
    text: await textShownIn(page.locator('body')),
    textWithoutJavaScript,
    ...(await inAllSizes(page)),
    ...(await inAllColours(page)),
    ...(await page.evaluate(() => ({
      policy:
        document.querySelector('meta[http-equiv=content-security-policy]')?.getAttribute('content') ?? '',
      kept: [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(Boolean),
      // Linked data is no script that runs.
      scripts: [...document.scripts].filter(({ type }) => type !== 'application/ld+json').length,
    }))),
    requests,
    failed,
    logged,
  };
}

async function inAllSizes(page: Page): Promise<Pick<Observed, 'tooWide' | 'unreachable'>> {
  const tooWideAt = async (width: number) => {
    await page.setViewportSize({ width, height: 800 });
    return page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const outside = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth + 1,
      );
      return [`${scrollWidth} pixels`, ...outside.slice(-3).map((element) => element.outerHTML.slice(0, 80))];
    });
  };
  const tooWide = {
    1280: await tooWideAt(1280),
    768: await tooWideAt(768),
    360: await tooWideAt(360),
    320: await tooWideAt(320),
  };
  const unreachable = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(
        (element) =>
          ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
          element.scrollWidth > element.clientWidth,
      )
      .filter((element) => element.tabIndex !== 0 || (element.tagName !== 'PRE' && !element.ariaLabel))
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  return { tooWide, unreachable };
}

async function inAllColours(page: Page): Promise<Pick<Observed, 'dark' | 'light' | 'printed'>> {
  const colours = () =>
    page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      return { paper: backgroundColor, ink: color };
    });
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await colours();
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await colours();
  await page.emulateMedia({ media: 'print' });
  const forScreens = page.locator('body > header, body > footer, nav, .skip-link, details.contents');
  const printed = await forScreens.evaluateAll((elements) =>
    elements.filter((element) => element.checkVisibility()).map((element) => element.outerHTML.slice(0, 80)),
  );
  return { dark, light, printed };
}
