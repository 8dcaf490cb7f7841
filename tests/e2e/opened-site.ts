import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { type Archive, checkedContent } from '../../src/archive/index.ts';
import { launchedBrowser } from '../../src/cli/browser.ts';
import { projectRoot } from '../fixtures/content.ts';
import { servedSite } from './served-site.ts';
import { type TestSite, testSites } from './sites.ts';

// A test file is a process of its own: it has one browser, however many sites it reads.
const browser = await launchedBrowser();
after(() => browser.close());

const contexts = new Map<string, Promise<BrowserContext>>();

/** The site keeps nothing in a browser, so pages that are opened in the same way share a context, and with it a cache of files. */
async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const key = JSON.stringify(options);
  const opening = contexts.get(key) ?? browser.newContext(options);
  contexts.set(key, opening);
  const context = await opening;
  context.setDefaultTimeout(10_000);
  return context.newPage();
}

/** A test site that is served, for a reader to read. */
export interface OpenedSite extends TestSite {
  /** What the site shows. */
  readonly archive: Archive;
  /** `http://127.0.0.1:41234`. */
  readonly origin: string;
  /** Where a page of the archive is, from its path: `/kommuner/boras/`. */
  address(path: string): string;
  /** A page of the archive, loaded to the end. It closes when it goes out of scope. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** A page that nothing has been loaded into. */
  blankPage(options?: BrowserContextOptions): Promise<Page>;
}

/**
 * Serves a test site until the file's tests are done.
 *
 * @throws where it is not built
 */
export async function openedSite(name: TestSite['name']): Promise<OpenedSite> {
  const site = testSites.find((candidate) => candidate.name === name);
  if (!site || !existsSync(join(site.outDir, 'index.html'))) {
    throw new Error(`Webbplatsen ${name} är inte byggd. Bygg den med: node tests/e2e/sites.ts`);
  }
  const { archive } = checkedContent(site.contentDir, projectRoot);
  if (!archive) throw new Error(`Innehållet i ${site.contentDir} har fel. Se dem med: npm run check`);
  const { origin, close } = await servedSite(site.outDir, site.basePath);
  after(close);
  const address = (path: string) => `${origin}${site.basePath}${path.slice(1)}`;
  return {
    ...site,
    archive,
    origin,
    address,
    blankPage: newPage,
    open: async (path, options) => {
      const page = await newPage(options);
      await page.goto(address(path));
      return page;
    },
  };
}
