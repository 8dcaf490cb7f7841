import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenedSite } from './opened-site.ts';

/** What stands in a built page's HTML, as the browser parses it. */
export interface BuiltPage {
  /** From the archive's root: `/kommuner/boras/`; `/404.html` for the page that is shown where there is none. */
  readonly path: string;
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly canonical: string | undefined;
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** Of every element, in order; one that stands twice is twice here. */
  readonly ids: readonly string[];
  /** Ids that labels, descriptions and buttons point at. */
  readonly references: readonly string[];
  /** The address of every link, as written. */
  readonly links: readonly string[];
  /** Addresses of everything that the page loads, as written. */
  readonly resources: readonly string[];
  /** Opening tags of elements that the Content Security Policy would strip or stop: styles and handlers of their own, scripts. */
  readonly stopped: readonly string[];
  readonly text: string;
}

/** Every page of a built site but those that lead on, parsed in the browser. */
export async function builtPages(site: OpenedSite): Promise<readonly BuiltPage[]> {
  const files = readdirSync(site.outDir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'))
    .toSorted();
  await using parser = await site.blankPage();
  const pages: BuiltPage[] = [];
  for (const file of files) {
    const html = readFileSync(join(site.outDir, file), 'utf8');
    // What leads on is no page of the archive's.
    if (html.includes('<meta http-equiv="refresh"')) continue;
    const parsed = await parser.evaluate(contentsOf, html);
    pages.push({ path: `/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`, ...parsed });
  }
  return pages;
}

/** Runs in the browser. */
function contentsOf(html: string): Omit<BuiltPage, 'path'> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const all = (selector: string) => [...page.querySelectorAll(selector)];
  const attribute = (selector: string, name: string) =>
    all(selector).map((element) => element.getAttribute(name) ?? '');
  const inCss = all('style').flatMap((style) =>
    [...(style.textContent ?? '').matchAll(/url\(["']?([^"')]+)/g)].map(([, address = '']) => address),
  );
  const handled = all('*').filter((element) =>
    element.getAttributeNames().some((name) => name.startsWith('on')),
  );
  return {
    language: page.documentElement.lang,
    title: page.title,
    description: page.querySelector('meta[name=description]')?.getAttribute('content') ?? '',
    canonical: page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? undefined,
    headings: all('h1, h2, h3, h4, h5, h6').map((heading) => ({
      level: Number(heading.tagName.slice(1)),
      text: (heading.textContent ?? '').trim(),
    })),
    ids: attribute('[id]', 'id'),
    references: [
      'aria-labelledby',
      'aria-describedby',
      'aria-controls',
      'for',
      'headers',
      'popovertarget',
    ].flatMap((name) => attribute(`[${name}]`, name).flatMap((value) => value.split(' '))),
    links: attribute('a[href]', 'href'),
    resources: [
      ...attribute('[src]', 'src'),
      ...attribute('link[href]:not([rel=canonical])', 'href'),
      ...inCss,
    ],
    stopped: [...all('[style]'), ...handled, ...all('script, iframe, object, embed, form')].map(
      (element) => element.outerHTML.split('>', 1)[0] ?? '',
    ),
    text: page.body.textContent ?? '',
  };
}
