import { appendFileSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../fixtures/content.ts';
import { type Contestant, contestants, installRivals, type Pages } from './rivals/contestants.ts';
import { type Cost, costOf } from './rivals/process-tree.ts';

/*
 * `npm run bench`: what it costs to build a site of made-up reports, with this project and with others, on the same text and in turns:
 *
 *   npm run bench -- [--reports 1000] [--pages reports|all] [--runs 3] [--only ours,astro,eleventy-remark,eleventy,hugo]
 *
 * Each is built from nothing, again with one report changed, and again with nothing changed. Memory is that of the whole process tree,
 * the most at any time. Times differ between machines and with what else they do: ratios within a run are the point.
 */

interface Measured {
  readonly cold: Cost[];
  readonly changed: Cost[];
  readonly unchanged: Cost[];
  bytes: number;
  files: number;
}

const { values: given } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000' },
    pages: { type: 'string', default: 'reports' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    workshop: { type: 'string', default: join(projectRoot, '.cache', 'bench', 'build') },
  },
});
const reports = Number(given.reports);
const runs = Number(given.runs);
const pages: Pages = given.pages === 'all' ? 'all' : 'reports';
mkdirSync(given.workshop, { recursive: true });
installRivals(given.workshop);
const all = contestants(given.workshop, reports, pages, given.only === '' ? [] : given.only.split(','));
const measured = new Map<Contestant, Measured>(
  all.map((contestant) => [contestant, { cold: [], changed: [], unchanged: [], bytes: 0, files: 0 }]),
);
for (let run = 0; run < runs; run += 1) {
  for (const [contestant, results] of measured) await measure(contestant, results, run);
}
console.log(
  `${reports} reports, --pages ${pages}, medians of ${runs}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}.`,
);
console.log(table());

async function measure(contestant: Contestant, results: Measured, run: number): Promise<void> {
  const { name, folder, output, command, environment, fileOf, forget } = contestant;
  const [program, ...args] = command;
  const build = () => costOf(program, args, folder, environment);
  forget();
  results.cold.push(await build());
  // Each run changes a report of its own, so that no cache has met it.
  appendFileSync(join(folder, fileOf(Math.floor(reports / 2) + run)), `\nTillagt i mätning ${Date.now()}.\n`);
  results.changed.push(await build());
  results.unchanged.push(await build());
  ({ bytes: results.bytes, files: results.files } = sizeOf(output));
  console.error(
    `${name}, ${run + 1}: ${[results.cold, results.changed, results.unchanged]
      .map(
        (costs) =>
          `${costs.at(-1)?.seconds.toFixed(1)} s, ${costs.at(-1)?.processorSeconds.toFixed(1)} s of processor, ${Math.round(costs.at(-1)?.peakMegabytes ?? 0)} MB`,
      )
      .join('; ')}`,
  );
}

function sizeOf(folder: string): { readonly bytes: number; readonly files: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return { bytes, files: files.length };
}

/** A table in Markdown: by the clock; of the processor. A ratio is to this project: over 1, it takes more than this. */
function table(): string {
  const [first] = measured.values();
  const rows = [...measured].map(([{ name, lacks }, results]) => {
    const cell = (costs: readonly Cost[], own: readonly Cost[] | undefined) => {
      const figure = (of: 'seconds' | 'processorSeconds') => {
        const value = median(costs.map((cost) => cost[of]));
        const ratio = value / median((own ?? costs).map((cost) => cost[of]));
        return `${value.toFixed(1)} s (${ratio.toFixed(2)})`;
      };
      return `${figure('seconds')}; ${figure('processorSeconds')}`;
    };
    const peak = Math.max(...results.cold.map((cost) => cost.peakMegabytes));
    const ownPeak = Math.max(...(first ?? results).cold.map((cost) => cost.peakMegabytes));
    return [
      name,
      cell(results.cold, first?.cold),
      cell(results.changed, first?.changed),
      cell(results.unchanged, first?.unchanged),
      `${Math.round(peak)} MB (${(peak / ownPeak).toFixed(2)})`,
      `${(results.bytes / 1e6).toFixed(0)} MB in ${results.files}`,
      lacks,
    ];
  });
  const head = ['', 'cold', 'one changed', 'nothing changed', 'peak memory, cold', 'out', 'does less'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
