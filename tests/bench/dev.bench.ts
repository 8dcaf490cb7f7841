import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { LiveArchive } from '../../src/archive/index.ts';
import { launchedBrowser } from '../../src/cli/browser.ts';
import { devServer } from '../e2e/dev-server.ts';
import { projectRoot } from '../fixtures/content.ts';
import { madeUpRecord, madeUpReport } from './made-up-record.ts';

/*
 * `npm run bench:dev`: how long it takes from a save to the page that shows it, in Chromium, in archives of several sizes; and of that what
 * the archive takes of the processor, and what the browser needs to load the same page anew. All content is made up. Each size is run
 * once with reports that the cache has never met, which takes a minute for a thousand.
 */

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const runs = 9;

const rows: Readonly<Record<string, number>>[] = [];
for (const size of sizes.length > 0 ? sizes : [100, 1_000]) rows.push(await measured(size));
console.log(
  `Medians of ${runs} runs in milliseconds, but starts, which are run once. Node ${process.version}.`,
);
console.table(rows);

async function measured(reports: number): Promise<Readonly<Record<string, number>>> {
  const contentDir = mkdtempSync(join(tmpdir(), 'granskningsarkivet-bench-'));
  try {
    let files = 0;
    // Of each run its own, so that the cache has met none of them.
    const run = `körning ${Date.now()}`;
    for (const [name, text] of madeUpRecord(reports)) {
      mkdirSync(dirname(join(contentDir, name)), { recursive: true });
      writeFileSync(join(contentDir, name), name.endsWith('.mdx') ? `${text}\nEn ${run}.\n` : text);
      files += 1;
    }
    const cold = await started(contentDir);
    const warm = await started(contentDir);
    const shown = await savesShown(contentDir, reports);
    return {
      reports,
      files,
      'start, all new': cold,
      'start again': warm,
      ...shown,
      ...refreshes(contentDir),
    };
  } finally {
    rmSync(contentDir, { recursive: true });
  }
}

/** From the command to a server that has read everything. */
async function started(contentDir: string): Promise<number> {
  const from = performance.now();
  await using _ = await devServer(contentDir);
  return Math.round(performance.now() - from);
}

async function savesShown(contentDir: string, reports: number): Promise<Readonly<Record<string, number>>> {
  await using server = await devServer(contentDir);
  const browser = await launchedBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(120_000);
    const { file, path } = madeUpReport(Math.floor(reports / 2));
    const report = join(contentDir, file);
    const text = readFileSync(report, 'utf8');
    await page.goto(server.address(path));
    const shown: number[] = [];
    const told: number[] = [];
    const reloaded: number[] = [];
    // The first is a warming-up.
    for (let nth = 0; nth <= runs; nth += 1) {
      const wanted = `Det som sparades ${nth} gånger`;
      const changed = text.replace('## Sammanfattning', `## Sammanfattning\n\n${wanted}.`);
      shown.push(await timeOf(() => writeFileSync(report, changed), seen(page, wanted)));
      told.push(
        await timeOf(() => writeFileSync(report, changed.replace('type: granskning', 'type: gransning')), {
          until: () => page.locator('.live-notice').waitFor(),
        }),
      );
      writeFileSync(report, changed);
      await page.locator('.live-notice').waitFor({ state: 'detached' });
      await seen(page, wanted).until();
      reloaded.push(await timeOf(() => page.reload({ waitUntil: 'commit' }), seen(page, wanted)));
      await page.waitForLoadState('load');
    }
    return {
      'save to shown': median(shown.slice(1)),
      longest: Math.round(Math.max(...shown.slice(1))),
      'save to error told': median(told.slice(1)),
      'reload alone': median(reloaded.slice(1)),
    };
  } finally {
    await browser.close();
  }
}

interface Awaited {
  readonly until: () => Promise<unknown>;
}

/** The text is laid out and a frame with it has been drawn. */
function seen(page: Page, text: string): Awaited {
  return {
    until: async () => {
      await page.getByText(text).first().waitFor();
      // A page that is loaded anew meanwhile has drawn it when it has it again.
      await page
        .evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)))
        .catch(() => page.getByText(text).first().waitFor());
    },
  };
}

async function timeOf(work: () => unknown, { until }: Awaited): Promise<number> {
  const from = performance.now();
  await work();
  await until();
  return performance.now() - from;
}

/** What it takes of the processor to read one changed report and relate all anew. */
function refreshes(contentDir: string): Readonly<Record<string, number>> {
  const live = new LiveArchive(contentDir, projectRoot);
  live.refresh();
  const report = join(contentDir, madeUpReport(0).file);
  const text = readFileSync(report, 'utf8');
  const times = Array.from({ length: runs }, (_, nth) => {
    writeFileSync(report, `${text}\nSparad ${nth} gånger.\n`);
    const before = process.threadCpuUsage();
    const { archive } = live.refresh();
    const { user, system } = process.threadCpuUsage(before);
    if (!archive) throw new Error('The made-up record has errors.');
    return (user + system) / 1_000;
  });
  return { 'archive, processor': median(times) };
}

function median(numbers: readonly number[]): number {
  return Math.round(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN);
}
