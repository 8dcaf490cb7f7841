import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import * as pagefind from 'pagefind';
import type { Browser, Page } from 'playwright';
import { checkedContent, contentFolder } from '../../src/archive/index.ts';
import { ensureBrowser, launchedBrowser } from '../../src/cli/browser.ts';
import {
  archiveLanguage,
  buildIndex,
  judgedQueriesSchema,
  judgedRecordsSchema,
  searchRecordOf,
} from '../../src/search/index/index.ts';
import { aSearchable } from '../unit/search/searchables.ts';
import { enlarged } from './search/enlarged.ts';
import { type Figures, figuresByCategory, figuresOf, judged } from './search/metrics.ts';
import { type ServedFolder, servedFolder } from './search/served-folder.ts';

/*
 * Measures search over a file of records and a file of judged queries, in Chromium, with the product's own indexing and client:
 *
 *   npm run bench:search -- --records FILE --queries FILE [--json] [--engine pagefind|minisearch] [--size RECORDS]
 *
 * With a size there are as many records: the file's own and others made up of their sentences.
 *
 * Bytes are those of a first query with an empty cache, code and all, as a host sends them; the mean of some of the queries. Time is the
 * median of the queries' times with everything loaded, first page of results and all, as a ratio to plain Pagefind's in the same run.
 */

const engines = ['own', 'pagefind', 'minisearch'] as const;
type EngineName = (typeof engines)[number];

const coldQueries = 12;
const warmRounds = 3;
const miniSearchVersion = '7.2.0';

interface Report extends Omit<Figures, 'queries'> {
  readonly byCategory: Readonly<Record<string, Figures>>;
  readonly coldBytes: number;
  readonly warmRatio: number;
}

const root = process.cwd();
const { values: given } = parseArgs({
  options: {
    records: { type: 'string' },
    queries: { type: 'string' },
    engine: { type: 'string', default: 'own' },
    json: { type: 'boolean', default: false },
    size: { type: 'string' },
  },
});
const engine = engines.find((name) => name === given.engine);
if (given.records === undefined || given.queries === undefined || engine === undefined) {
  console.error(
    'Ange filerna: npm run bench:search -- --records FIL --queries FIL [--json] [--engine pagefind|minisearch] [--size ANTAL]',
  );
  process.exit(2);
}

const judgedRecords = judgedRecordsSchema.parse(readJson(given.records));
const records = [...enlarged(judgedRecords, Number(given.size ?? judgedRecords.length))];
const queries = judgedQueriesSchema.parse(readJson(given.queries));
const folder = join(root, '.cache', 'bench', `search-${process.pid}`);
mkdirSync(folder, { recursive: true });
ensureBrowser();
let browser: Browser | undefined;
let server: ServedFolder | undefined;
try {
  await writeEngine('pagefind');
  if (engine !== 'pagefind') await writeEngine(engine);
  server = await servedFolder(folder);
  browser = await launchedBrowser();
  const report = await measured(browser, server, engine);
  if (given.json) console.log(JSON.stringify(report));
  else print(report);
} finally {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measured(inBrowser: Browser, served: ServedFolder, name: EngineName): Promise<Report> {
  const page = await openedPage(inBrowser, served, name);
  const answers = [];
  for (const query of queries) {
    const found = await page.evaluate((text) => globalThis.engine.rank(text, 10), query.q);
    answers.push(judged(query, found));
  }
  const warm = await warmRatio(page, await openedPage(inBrowser, served, 'pagefind'));
  const { recall10, mrr10, zero } = figuresOf(answers);
  return {
    recall10,
    mrr10,
    zero,
    byCategory: figuresByCategory(answers),
    coldBytes: await coldBytes(inBrowser, served, name),
    warmRatio: warm,
  };
}

async function openedPage(inBrowser: Browser, served: ServedFolder, name: EngineName): Promise<Page> {
  const page = await (await inBrowser.newContext()).newPage();
  await page.goto(`${served.address}${name}.html`);
  await page.waitForFunction(() => 'engine' in globalThis);
  return page;
}

/** The mean of what some first queries fetch, each with nothing fetched before. */
async function coldBytes(inBrowser: Browser, served: ServedFolder, name: EngineName): Promise<number> {
  const step = Math.max(1, Math.floor(queries.length / coldQueries));
  const chosen = queries.filter((_query, index) => index % step === 0).slice(0, coldQueries);
  let sum = 0;
  for (const { q } of chosen) {
    served.takeBytes();
    const page = await openedPage(inBrowser, served, name);
    await page.evaluate((text) => globalThis.engine.answer(text), q);
    sum += served.takeBytes();
    await page.context().close();
  }
  return Math.round(sum / chosen.length);
}

/** Both engines answer every query in turns, so that whatever else the machine does slows both. */
async function warmRatio(page: Page, plain: Page): Promise<number> {
  const texts = queries.map(({ q }) => q);
  const times = (of: Page) =>
    of.evaluate(async (all) => {
      let total = 0;
      for (const text of all) {
        const start = performance.now();
        await globalThis.engine.answer(text);
        total += performance.now() - start;
      }
      return total / all.length;
    }, texts);
  await times(page);
  await times(plain);
  const ratios: number[] = [];
  for (let round = 0; round < warmRounds; round += 1) {
    const own = await times(page);
    ratios.push(own / (await times(plain)));
  }
  return ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? Number.NaN;
}

async function writeEngine(name: EngineName): Promise<void> {
  if (name === 'own') await writeOwnIndex();
  if (name === 'pagefind') await writePlainPagefind();
  if (name === 'minisearch') await writeMiniSearch();
  await bundle({
    entryPoints: { [name]: join(root, 'tests/bench/search', `${name}-engine.ts`) },
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
    nodePaths: [join(miniSearchFolder(), 'node_modules')],
  });
  writeFileSync(
    join(folder, `${name}.html`),
    `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Mätning</title><link rel="icon" href="data:,"><script type="module" src="/${name}.js"></script></html>`,
  );
}

async function writeOwnIndex(): Promise<void> {
  const { archive } = checkedContent(contentFolder(root), root);
  if (!archive) throw new Error('Arkivets innehåll har fel. Kör npm run check.');
  await buildIndex(aSearchable(records.map(searchRecordOf), archiveLanguage(archive)), {
    outDir: join(folder, 'index'),
    cacheDir: join(folder, 'cache'),
  });
}

/** Pagefind as it comes: a record's text and heading. */
async function writePlainPagefind(): Promise<void> {
  const { index } = await pagefind.createIndex({ forceLanguage: 'sv' });
  if (!index) throw new Error('Pagefind startade inte.');
  for (const { id, heading, text, url } of records) {
    await index.addCustomRecord({ url, language: 'sv', content: text, meta: { title: heading, id } });
  }
  await index.writeFiles({ outputPath: join(folder, 'plain') });
  await pagefind.close();
}

function miniSearchFolder(): string {
  return join(root, '.cache', 'bench', 'minisearch');
}

async function writeMiniSearch(): Promise<void> {
  const home = miniSearchFolder();
  if (!existsSync(join(home, 'node_modules', 'minisearch'))) {
    mkdirSync(home, { recursive: true });
    execFileSync(
      'npm',
      [
        'install',
        '--prefix',
        home,
        '--no-save',
        '--no-audit',
        '--no-fund',
        `minisearch@${miniSearchVersion}`,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
    );
  }
  const { default: MiniSearch } = await import(
    join(home, 'node_modules', 'minisearch', 'dist', 'es', 'index.js')
  );
  const { stemOf } = await import('../../src/search/language/index.ts');
  const index = new MiniSearch({
    fields: ['title', 'text', 'context'],
    processTerm: (term: string) => stemOf(term),
  });
  index.addAll(
    records.map(({ id, heading, text, title, municipality, year, namnd }) => ({
      id,
      title: heading,
      text,
      context: [title, municipality, String(year), ...namnd].join(' '),
    })),
  );
  writeFileSync(join(folder, 'minisearch.json'), JSON.stringify(index));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(resolve(root, path), 'utf8'));
}

function print({ recall10, mrr10, zero, byCategory, coldBytes: cold, warmRatio: ratio }: Report): void {
  const line = (name: string, figures: Omit<Figures, 'queries'>) =>
    `${name.padEnd(14)} recall@10 ${figures.recall10.toFixed(3)}  MRR@10 ${figures.mrr10.toFixed(3)}  ` +
    `utan träff ${(figures.zero * 100).toFixed(1)} %`;
  console.log(`${records.length} poster, ${queries.length} frågor`);
  for (const [category, figures] of Object.entries(byCategory)) console.log(line(category, figures));
  console.log(line('alla', { recall10, mrr10, zero }));
  console.log(`första frågan: ${(cold / 1000).toFixed(0)} kB   tid mot Pagefind: ${ratio.toFixed(2)}`);
}
