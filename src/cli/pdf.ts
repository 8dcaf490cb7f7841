import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright';
import { type Archive, type Audit, checkedContent, contentFolder } from '../archive/index.ts';
import { referenceOf } from '../citing/index.ts';
import { site as siteWords } from '../i18n/sv.ts';
import { pdf as words } from '../i18n/sv-print.ts';
import { addressOf, homeOf } from '../open-data/index.ts';
import {
  PdfStore,
  type Printer,
  pageCount,
  printAll,
  printedFingerprint,
  withMetadata,
} from '../print/index.ts';
import { ensureBrowser, launchedBrowser } from './browser.ts';
import { exitCodeOf } from './run.ts';

/** What scripts can tell apart: all made; some could not be, or there is no site to print; wrong flags. */
const exitCodes = { fine: 0, failed: 1, misused: 2 } as const;

const help = `npm run pdf gör en PDF av varje rapport på den webbplats som npm run build har byggt, och bygger sedan om den så att sidorna länkar till
dem. Bara det som har ändrats görs om. Flaggor skrivs efter --:

  npm run pdf -- 1490-boras/2017-informationssakerhet    bara de rapporter som räknas upp
  npm run pdf -- --no-build                              bygger inte om webbplatsen efteråt

Slutar med 0 om alla är gjorda, 1 om någon misslyckades eller webbplatsen inte är byggd och 2 om kommandot är fel skrivet.`;

/** How long one report may take, in milliseconds. */
const patience = 60_000;

interface Job {
  readonly audit: Audit;
  readonly fingerprint: string;
}

async function pdfCommand(args: readonly string[], root = process.cwd()): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help);
    return exitCodes.fine;
  }
  const flags = args.filter((arg) => arg.startsWith('-'));
  const wrongFlag = flags.find((flag) => flag !== '--no-build');
  if (wrongFlag !== undefined) return misused(`Flaggan ${wrongFlag} finns inte.`);
  const { archive } = checkedContent(contentFolder(root), root);
  const siteDir = resolve(root, process.env.OUT_DIR ?? 'dist');
  if (!archive || !existsSync(join(siteDir, 'index.html'))) {
    console.error('Det finns ingen byggd webbplats att skriva ut. Kör npm run build först.');
    return exitCodes.failed;
  }
  const ids = args.filter((arg) => !arg.startsWith('-'));
  const unknown = ids.find((id) => !archive.audits.some((audit) => audit.id === id));
  if (unknown !== undefined) return misused(`Rapporten ${unknown} finns inte i arkivet.`);
  const wanted = archive.audits.filter(({ id }) => ids.length === 0 || ids.includes(id));
  return makePdfs(archive, wanted, { root, siteDir, isBuilding: flags.length === 0 });
}

function misused(what: string): number {
  console.error(`${what} Skriv npm run pdf -- --help för att se hur kommandot skrivs.`);
  return exitCodes.misused;
}

interface Making {
  readonly root: string;
  readonly siteDir: string;
  /** Is the site to be built anew, so that its pages link to the PDFs? */
  readonly isBuilding: boolean;
}

async function makePdfs(
  archive: Archive,
  audits: readonly Audit[],
  { root, siteDir, isBuilding }: Making,
): Promise<number> {
  ensureBrowser('PDF:erna');
  const first = await launchedBrowser();
  const browserVersion = first.version();
  await first.close();
  const store = new PdfStore(root);
  const hasForgotten = store.keepOnly(new Set(archive.audits.map(({ id }) => id)));
  const missing: string[] = [];
  const jobs = audits.flatMap((audit): readonly Job[] => {
    const html = builtPage(siteDir, audit);
    if (html === undefined) {
      missing.push(audit.id);
      return [];
    }
    const fingerprint = printedFingerprint(html, browserVersion);
    return store.get(audit.id)?.fingerprint === fingerprint ? [] : [{ audit, fingerprint }];
  });
  console.log(`PDF: ${audits.length - jobs.length - missing.length} som förut, ${jobs.length} att göra.`);
  const step = Math.max(1, Math.ceil(jobs.length / 20));
  const failures = await printAll(jobs, () => BrowserPrinter.launched(siteDir, archive), {
    workers: Math.min(4, availableParallelism()),
    onPrinted: ({ audit, fingerprint }, pdf) =>
      store.keep(audit.id, pdf, {
        fingerprint,
        digest: audit.digest,
        pages: pageCount(pdf),
        bytes: pdf.length,
      }),
    onProgress: (done, total) => {
      if (done % step === 0 || done === total) console.log(`PDF: ${done} av ${total}`);
    },
  });
  const isNews = jobs.length > failures.length || hasForgotten;
  const code = isNews && isBuilding ? await exitCodeOf('node', [join(root, 'src', 'cli', 'build.ts')]) : 0;
  for (const id of missing)
    console.error(`${id}: rapporten finns inte på den byggda webbplatsen. Kör npm run build.`);
  for (const { job, error } of failures) {
    console.error(
      `${job.audit.id}: PDF:en kunde inte göras. ${error instanceof Error ? error.message.split('\n')[0] : error}`,
    );
  }
  const failed = failures.length + missing.length;
  if (failed > 0) console.error(`${failed} av ${audits.length} PDF:er kunde inte göras.`);
  return failed === 0 && code === 0 ? exitCodes.fine : exitCodes.failed;
}

function builtPage(siteDir: string, { path }: Audit): string | undefined {
  const file = join(siteDir, path, 'index.html');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Prints the pages of a built site, which it reads from its folder: nothing is fetched from anywhere else. */
class BrowserPrinter implements Printer<Job> {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #archive: Archive;

  private constructor(browser: Browser, page: Page, archive: Archive) {
    this.#browser = browser;
    this.#page = page;
    this.#archive = archive;
  }

  static async launched(siteDir: string, archive: Archive): Promise<BrowserPrinter> {
    const browser = await launchedBrowser();
    // Its own policy would keep the running head, which is for paper alone, out of the page.
    const page = await browser.newPage({ bypassCSP: true, colorScheme: 'light', javaScriptEnabled: true });
    const { origin, base } = siteAddress();
    await page.route('**/*', (route) => {
      const url = new URL(route.request().url());
      const isOwn = url.origin === origin && url.pathname.startsWith(base);
      const path = decodeURIComponent(url.pathname.slice(base.length - 1));
      const file = join(siteDir, path.endsWith('/') ? `${path}index.html` : path);
      return isOwn && existsSync(file) ? route.fulfill({ path: file }) : route.abort();
    });
    return new BrowserPrinter(browser, page, archive);
  }

  isAlive(): boolean {
    return this.#browser.isConnected() && !this.#page.isClosed();
  }

  async print({ audit }: Job): Promise<Buffer> {
    const page = this.#page;
    const { origin, base, isKnown } = siteAddress();
    await page.goto(`${origin}${base.slice(0, -1)}${audit.path}`, { waitUntil: 'load', timeout: patience });
    await page.addStyleTag({ content: runningHeads(audit) });
    if (!isKnown) await page.evaluate(withoutOwnLinks);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const pdf = await withinTime(
      page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true }),
      patience,
    );
    return withMetadata(pdf, this.#metadata(audit));
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  #metadata(audit: Audit) {
    const { author, title, topics } = referenceOf({ kind: 'report', audit }, this.#archive);
    const { place } = audit.municipality;
    return {
      title: `${title}, ${place} ${audit.listedYear}`,
      author,
      subject: words.subject({
        place,
        findings: audit.findings.length,
        recommendations: audit.recommendations.length,
      }),
      keywords: topics.join(', '),
    };
  }
}

/** Where the pages are printed from: where they will live, so that links in a PDF lead there. */
function siteAddress(): { readonly origin: string; readonly base: string; readonly isKnown: boolean } {
  const { origin, base } = homeOf();
  return { origin: origin ?? 'https://arkivet.invalid', base, isKnown: origin !== undefined };
}

/** Links to the archive's own pages lead nowhere from a PDF when it is not known where the archive will live. */
function withoutOwnLinks(): void {
  for (const link of document.querySelectorAll('a')) {
    const url = new URL(link.href, location.href);
    if (url.origin === location.origin && url.pathname !== location.pathname) link.removeAttribute('href');
  }
}

/** The running head of all pages but the first, where the title stands, and the address at their foot. */
function runningHeads(audit: Audit): string {
  const { title, municipality, listedYear } = audit;
  const head = `${shortened(title, 90)} · ${municipality.place} ${listedYear}`;
  const home = homeOf();
  const foot = home.origin === undefined ? siteWords.name : addressOf(audit.path, home);
  const box = (content: string) =>
    `{ content: ${JSON.stringify(content)}; font-family: var(--font-interface); font-size: 8pt; color: #444; white-space: nowrap; }`;
  return `@page { @top-right ${box(head)} @bottom-left ${box(foot)} }
@page :first { @top-left { content: none } @top-right { content: none } }`;
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')} …`;
}

async function withinTime<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Webbläsaren svarade inte i tid.')), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

if (import.meta.main) process.exitCode = await pdfCommand(process.argv.slice(2));
