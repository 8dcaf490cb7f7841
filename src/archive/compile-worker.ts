import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { ReportCache } from '../reports/index.ts';
import { compileInto } from './load.ts';

/*
 * A thread that compiles files into the cache. It says how many it has compiled, at first none, and is given the names of the next;
 * none of them is the end.
 */

const { contentDir, root } = z.object({ contentDir: z.string(), root: z.string() }).parse(workerData);
const cache = new ReportCache(root);

parentPort?.on('message', (names: readonly string[]) => {
  if (names.length === 0) {
    parentPort?.close();
    return;
  }
  for (const name of names) compileInto(cache, contentDir, name);
  parentPort?.postMessage(names.length);
});
parentPort?.postMessage(0);
