import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { servedSite } from './served-site.ts';
import { hostileSite } from './sites.ts';

/** A page of the hostile archive as it was after it had been loaded without its Content Security Policy. */
export interface HostilePage {
  readonly path: string;
  /** Dialogs, requests to elsewhere, other pages, downloads, errors of scripts: all that a page does which it should not. */
  readonly trapped: readonly string[];
  /** What stands in its document that could do harm later, when something is pointed at or followed. */
  readonly armed: readonly string[];
  /** Ids that stand more than once. */
  readonly doubled: readonly string[];
}

/** Serves the hostile archive; the caller closes it. */
export async function servedHostileSite() {
  if (!existsSync(join(hostileSite.outDir, 'index.html'))) {
    throw new Error('Angreppsarkivet är inte byggt. Bygg det med: node tests/e2e/sites.ts');
  }
  return servedSite(hostileSite.outDir, hostileSite.basePath);
}

/** The address of every page of the hostile archive. */
export function hostilePaths(): readonly string[] {
  return readdirSync(hostileSite.outDir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`)
    .toSorted();
}

/** Notes everything that a page does which it should not. */
export function trapOn(page: Page, origin: string): { readonly trapped: string[] } {
  const trapped: string[] = [];
  page.on('dialog', async (dialog) => {
    trapped.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) trapped.push(`request: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) trapped.push(`${response.status()}: ${response.url()}`);
  });
  page.on('popup', (popup) => trapped.push(`popup: ${popup.url()}`));
  page.on('download', (download) => trapped.push(`download: ${download.url()}`));
  page.on('pageerror', (error) => trapped.push(`error: ${error.message}`));
  return { trapped };
}

/**
 * Loads pages one after another with nothing to hold them back, and tells what each did. An element that waits for a reader's hand
 * is told of by its handler.
 */
export async function loadedHostilePages(
  context: BrowserContext,
  origin: string,
  paths: readonly string[],
): Promise<readonly HostilePage[]> {
  await using page = await context.newPage();
  const { trapped } = trapOn(page, origin);
  const pages: HostilePage[] = [];
  for (const path of paths) {
    await page.goto(`${origin}${path}`, { waitUntil: 'load' });
    const { armed, doubled } = await page.evaluate(armedParts);
    if (page.url() !== `${origin}${path}`) trapped.push(`navigation: ${page.url()}`);
    pages.push({ path, trapped: trapped.splice(0), armed, doubled });
  }
  return pages;
}

/** Runs in the browser. */
function armedParts(): Pick<HostilePage, 'armed' | 'doubled'> {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const armed: string[] = [];
  for (const element of all('*')) {
    const names = element.getAttributeNames();
    if (names.some((name) => name.startsWith('on') || name === 'srcdoc' || name === 'ping'))
      armed.push(element.outerHTML);
    for (const name of ['href', 'src', 'action', 'formaction', 'xlink:href', 'data']) {
      const address = element.getAttribute(name)?.replace(/\s/g, '') ?? '';
      // A citation to take with one is no document that a browser opens.
      const isCitation =
        element.hasAttribute('download') &&
        /^data:application\/(?:x-bibtex|x-research-info-systems|vnd\.citationstyles\.csl\+json)[;,]/.test(
          address,
        );
      if (!isCitation && /^(?:javascript|vbscript|data:(?!image\/))/i.test(address))
        armed.push(element.outerHTML);
    }
  }
  armed.push(
    ...all(
      'iframe, object, embed, applet, frame, base, math, template[shadowrootmode], meta[http-equiv=refresh], [style]',
    ).map((element) => element.outerHTML),
    ...[...document.scripts]
      .filter(({ src, type }) => !src.includes('/_astro/') && type !== 'application/ld+json')
      // Astro writes small modules of the site's own into the page.
      .filter(({ type, text }) => type !== 'module' || text.includes('alert(1)'))
      .map((element) => element.outerHTML),
  );
  for (const script of all('script[type="application/ld+json"]')) {
    try {
      JSON.parse(script.textContent ?? '');
    } catch {
      armed.push(`linked data that ends early: ${script.textContent?.slice(-80)}`);
    }
  }
  for (const image of all('img')) {
    if (image.getAttribute('src') === 'x') armed.push(image.outerHTML);
  }
  const ids = all('[id]').map(({ id }) => id);
  return {
    armed: armed.map((html) => html.slice(0, 200)),
    doubled: ids.filter((id, index) => ids.indexOf(id) !== index),
  };
}

/** All that pages did or hold which they should not, each with its address. */
export function wrongOn(pages: readonly HostilePage[]): readonly string[] {
  return pages.flatMap(({ path, trapped, armed, doubled }) =>
    [...trapped, ...armed, ...doubled.map((id) => `id ${id}`)].map((fault) => `${path}: ${fault}`),
  );
}
