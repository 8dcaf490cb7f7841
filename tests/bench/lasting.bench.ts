import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkedContent, publication } from '../../src/archive/index.ts';
import { fullDate } from '../../src/schemas/index.ts';
import { projectRoot } from '../fixtures/content.ts';
import { madeUpRecord } from './made-up-record.ts';

/*
 * `npm run bench:lasting -- 10000`: what it costs `check` to hold all that is published against the record of it, as a share of its own
 * time when no report has to be compiled anew. All content is made up. The times are the processor's.
 */

const [size = '3000'] = process.argv.slice(2);
const day = fullDate().parse('2026-11-22');
const runs = 5;
/** The most of a warm check that the comparison may take. */
const limit = 0.15;

const root = mkdtempSync(join(tmpdir(), 'granskningsarkivet-lasting-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));
const contentDir = join(root, 'content');
for (const name of ['src', 'package-lock.json']) symlinkSync(join(projectRoot, name), join(root, name));

for (const [name, text] of madeUpRecord(Number(size))) write(name, text);
const checked = () => checkedContent(contentDir, root, day, day);

const cold = cpuMilliseconds(checked);
const without = median(Array.from({ length: runs }, () => cpuMilliseconds(checked)));
const { content, archive, problems } = checked();
if (!archive) throw new Error(problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
let bytes = 0;
const publishing = cpuMilliseconds(() => {
  for (const { name, text } of publication(content, archive, day).files) {
    bytes += Buffer.byteLength(text);
    write(name, text);
  }
});
const lines = checked().content.published.reduce((sum, file) => sum + file.lines.length, 0);
const within = median(Array.from({ length: runs }, () => cpuMilliseconds(checked)));
const share = Math.max(0, within - without) / within;

console.table({
  reports: Number(size),
  'lines of the record': lines,
  'MB of the record': Math.round(bytes / 1e5) / 10,
  'check, cold (ms)': cold,
  'check, warm, nothing published (ms)': without,
  'check, warm, all published (ms)': within,
  'publish, without its check (ms)': publishing,
  'share of a warm check': Math.round(share * 1000) / 1000,
});
if (share > limit) {
  console.error(
    `The comparison takes ${Math.round(share * 100)} % of a warm check; at most ${limit * 100} % is allowed.`,
  );
  process.exitCode = 1;
}

function write(name: string, text: string): void {
  const path = join(contentDir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function cpuMilliseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
