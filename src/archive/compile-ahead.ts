import { lstatSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReportCache } from '../reports/index.ts';
import { fileNamesBelow, mostBytesOfText, readText } from './load.ts';

/** Fewer than this the main thread compiles while a worker is still starting. */
const fewest = 16;
/** Files that a worker is given at a time. */
const handful = 8;

/** What V8 is free to take it takes, though a report is compiled in some ten megabytes. A worker that needs more ends, and the reader takes over. */
const workerMemory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 12 };

/**
 * Compiles, on all cores, the files of a content folder that the cache has not met, so that reading the folder finds them there. What a
 * worker cannot read or compile is left for the reader, who tells why.
 *
 * @param onProgress is told of files that have been compiled
 */
export async function compileAhead(
  contentDir: string,
  root: string,
  cache: ReportCache,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const names = fileNamesBelow(contentDir).filter((name) => isUnknown(name, contentDir, cache));
  const workers = Math.min(availableParallelism(), Math.floor(names.length / fewest));
  if (workers < 2) return;
  let given = 0;
  let done = 0;
  const next = () => {
    const some = names.slice(given, given + handful);
    given += some.length;
    return some;
  };
  const work = () =>
    new Promise<void>((ended) => {
      const worker = new Worker(new URL('compile-worker.ts', import.meta.url), {
        workerData: { contentDir, root },
        resourceLimits: workerMemory,
      });
      worker.on('message', (count: number) => {
        done += count;
        onProgress(done, names.length);
        worker.postMessage(next());
      });
      // What a failed worker was given is compiled by the reader.
      worker.on('error', () => ended());
      worker.on('exit', () => ended());
    });
  await Promise.all(Array.from({ length: workers }, work));
}

function isUnknown(name: string, contentDir: string, cache: ReportCache): boolean {
  if (!/\.(?:mdx|yaml)$/.test(name)) return false;
  try {
    const stat = lstatSync(join(contentDir, name));
    // What is no file of its own, or too large, is refused by the reader.
    if (!stat.isFile() || stat.size > mostBytesOfText) return false;
    return !cache.has(name, readText(join(contentDir, name)));
  } catch {
    return false;
  }
}
