import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GCProfiler } from 'node:v8';
import type { GrowingArchive } from '../../src/archive/growing.ts';
import { relateLedger } from '../../src/archive/ledger.ts';
import { loadContent } from '../../src/archive/load.ts';
import { relatedButForLedger } from '../../src/archive/relate.ts';
import { ReportCache } from '../../src/reports/index.ts';
import { fullDate } from '../../src/schemas/index.ts';
import { folderWith, projectRoot } from '../fixtures/content.ts';
import { madeUpEvents, madeUpRecommendations, madeUpRecord } from './made-up-record.ts';

/*
 * `npm run bench:ledger`: how long it takes to derive what became of all recommendations, and how much memory, held against reading
 * the same files. All content is made up. Each size has a process of its own. It takes some minutes: the files are truly compiled.
 */

const sizes = [1_000, 3_000, 10_000];
const runs = 7;

/** What must hold: issue 3, "Performance". To read is to read files that the archive has not met before. */
const limits = { growthOverSize: 1.3, deriveOverColdRead: 0.1, megabytes: 500 };

const asOf = fullDate().parse('2026-11-22');

/** Times are the processor's, in milliseconds. */
interface Measured {
  readonly reports: number;
  readonly files: number;
  readonly recommendations: number;
  readonly events: number;
  /** The median. */
  readonly derive: number;
  /** Files that are compiled for the first time, once. */
  readonly readCold: number;
  /** The median, of files of which the cache has the compiled form. */
  readonly readWarm: number;
  /** The most by which the heap has grown while states were derived, garbage included, over what lived on it before. */
  readonly peakMegabytes: number;
  /** What lives on the heap before: all content, read and related. */
  readonly contentMegabytes: number;
}

const [size] = process.argv.slice(2);
if (size === undefined) compare();
else console.log(JSON.stringify(measured(Number(size))));

/** Measures every size and prints a table; the exit code tells whether the limits hold. */
function compare(): void {
  const all = sizes.map((reports): Measured => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--expose-gc', import.meta.filename, String(reports)],
      { encoding: 'utf8', maxBuffer: 2 ** 24 },
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  });
  const rows = all.map((one, index) => {
    const before = all[index - 1];
    return {
      reports: one.reports,
      files: one.files,
      recommendations: one.recommendations,
      events: one.events,
      'derive ms': Number(one.derive.toFixed(1)),
      'µs an event': Number(((one.derive * 1000) / one.events).toFixed(2)),
      'growth/size': before
        ? Number((one.derive / before.derive / (one.events / before.events)).toFixed(2))
        : undefined,
      'cold read ms': Math.round(one.readCold),
      'derive/cold': Number((one.derive / one.readCold).toFixed(4)),
      'warm read ms': Math.round(one.readWarm),
      'derive/warm': Number((one.derive / one.readWarm).toFixed(2)),
      'peak MB': Math.round(one.peakMegabytes),
      'content MB': Math.round(one.contentMegabytes),
    };
  });
  console.log(`Medians of ${runs} runs (a cold read is run once), Node ${process.version}.`);
  console.table(rows);
  const broken = rows.flatMap((row) => [
    ...((row['growth/size'] ?? 0) > limits.growthOverSize ? [`growth at ${row.reports} reports`] : []),
    ...(row['derive/cold'] > limits.deriveOverColdRead ? [`derive/cold at ${row.reports} reports`] : []),
    ...(row['peak MB'] > limits.megabytes ? [`memory at ${row.reports} reports`] : []),
  ]);
  console.log(
    broken.length === 0
      ? `Holds: growth ≤ ${limits.growthOverSize} × that of the events, derive ≤ ${limits.deriveOverColdRead} × a cold read, peak ≤ ${limits.megabytes} MB over the content.`
      : `Broken: ${broken.join(', ')}.`,
  );
  process.exitCode = broken.length === 0 ? 0 : 1;
}

function measured(reports: number): Measured {
  const contentDir = folderWith(Object.fromEntries(madeUpRecord(reports)));
  const root = rootWithoutCache();
  try {
    const read = () => loadContent(contentDir, new ReportCache(root));
    const readCold = millisecondsOf(read);
    const readWarm = median(Array.from({ length: runs }, () => millisecondsOf(read)));
    const content = read();
    if (content.problems.length > 0) throw new Error(JSON.stringify(content.problems.slice(0, 3)));
    const derive: number[] = [];
    const peaks: number[] = [];
    let contentMegabytes = 0;
    for (let run = 0; run < runs; run += 1) {
      const growing = relatedButForLedger(content, asOf, () => ({ width: 1, height: 1 }));
      const { milliseconds, peakMegabytes, megabytesBefore } = costOf(() =>
        relateLedger(content, asOf, growing),
      );
      derive.push(milliseconds);
      peaks.push(peakMegabytes);
      contentMegabytes = megabytesBefore;
      const told = eventsIn(growing);
      if (told !== madeUpEvents(reports)) throw new Error(`${told} events were told of.`);
    }
    return {
      reports,
      files: content.fileCount,
      recommendations: reports * madeUpRecommendations,
      events: madeUpEvents(reports),
      derive: median(derive),
      readCold,
      readWarm,
      peakMegabytes: Math.max(...peaks),
      contentMegabytes,
    };
  } finally {
    rmSync(contentDir, { recursive: true });
    rmSync(root, { recursive: true });
  }
}

/** A root folder with the compiler's sources, by which the cache knows it, and a cache of its own. */
function rootWithoutCache(): string {
  const root = mkdtempSync(join(tmpdir(), 'granskningsarkivet-bench-'));
  for (const name of ['src', 'package-lock.json']) symlinkSync(join(projectRoot, name), join(root, name));
  return root;
}

/** Of the processor, so that other work on the machine is not counted. */
function millisecondsOf(work: () => unknown): number {
  globalThis.gc?.();
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** The heap only grows between collections: the most it has held is what it held before one of them, or at the end. */
function costOf(work: () => unknown): {
  readonly milliseconds: number;
  readonly peakMegabytes: number;
  readonly megabytesBefore: number;
} {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const profiler = new GCProfiler();
  profiler.start();
  const milliseconds = millisecondsOf(work);
  const after = process.memoryUsage().heapUsed;
  // The first is the collection that the clock starts after.
  const collections = profiler.stop().statistics.slice(1);
  const peak = Math.max(after, ...collections.map(({ beforeGC }) => beforeGC.heapStatistics.usedHeapSize));
  return { milliseconds, peakMegabytes: (peak - before) / 1e6, megabytesBefore: before / 1e6 };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** How many events the recommendations tell of, each once however many addressees it is told for. */
function eventsIn({ audits }: GrowingArchive): number {
  const told = new Set<unknown>();
  for (const { standings } of [...audits.values()].flatMap(({ recommendations }) => recommendations)) {
    for (const { event } of standings.flatMap((standing) => standing.history)) {
      told.add('followUp' in event ? event.followUp : event.answer);
    }
  }
  return told.size;
}
