import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkedContent, contentFolder } from '../../src/archive/index.ts';
import {
  archiveLanguage,
  buildIndex,
  type JudgedRecord,
  judgedRecordsSchema,
  searchRecordOf,
} from '../../src/search/index/index.ts';
import { projectRoot } from '../fixtures/content.ts';
import { aSearchable } from '../unit/search/searchables.ts';
import { enlarged } from './search/enlarged.ts';
import { watchedMemory } from './tree-memory.ts';

/*
 * `npm run bench:search-index [-- SIZE …]`: what it costs to make the index of so many records, made up of those in tests/search:
 * seconds, the most memory of the process and Pagefind's together, and bytes on disk. Each size has a process of its own, the first as
 * the unit that the others are told in. With a shard size (`--shard 10000`) memory is that of one shard however many there are.
 */

interface Measured {
  readonly records: number;
  readonly shards: number;
  readonly seconds: number;
  readonly megabytesPeak: number;
  readonly megabytesOut: number;
}

const [first, second, ...others] = process.argv.slice(2);
if (first === '--one') await one(Number(second), Number(others[0]));
else await compare();

async function compare(): Promise<void> {
  const given = process.argv.slice(2);
  const at = given.indexOf('--shard');
  const shard = at < 0 ? 50_000 : Number(given[at + 1]);
  const sizes = (at < 0 ? given : given.toSpliced(at, 2)).map(Number);
  const all: Measured[] = [];
  for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 50_000, 100_000])
    all.push(await measured(size, shard));
  const [unit] = all;
  console.table(
    all.map((each) => ({
      poster: each.records,
      delar: each.shards,
      sekunder: each.seconds.toFixed(1),
      'minne MB': each.megabytesPeak.toFixed(0),
      'index MB': each.megabytesOut.toFixed(1),
      'tid per post': (each.seconds / each.records / ((unit?.seconds ?? 1) / (unit?.records ?? 1))).toFixed(
        2,
      ),
    })),
  );
}

async function measured(size: number, shard: number): Promise<Measured> {
  const child = spawn(process.execPath, [import.meta.filename, '--one', String(size), String(shard)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const peak = watchedMemory(child.pid ?? 0);
  let said = '';
  child.stdout.on('data', (text) => {
    said += String(text);
  });
  const code = await new Promise((done) => child.on('exit', done));
  const bytes = peak();
  if (code !== 0) throw new Error(`The index of ${size} records could not be made.`);
  return { ...JSON.parse(said), megabytesPeak: bytes / 2 ** 20 };
}

async function one(size: number, shardSize: number): Promise<void> {
  const { archive } = checkedContent(contentFolder(projectRoot), projectRoot);
  if (!archive) throw new Error('Arkivets innehåll har fel. Kör npm run check.');
  const judged = judgedRecordsSchema.parse(
    JSON.parse(readFileSync(join(projectRoot, 'tests/search/records.json'), 'utf8')),
  );
  const folder = mkdtempSync(join(tmpdir(), 'granskningsarkivet-index-'));
  try {
    const start = performance.now();
    const { records, shards } = await buildIndex(
      {
        ...aSearchable([], archiveLanguage(archive)),
        records: () => searchRecords(judged, size),
      },
      { outDir: join(folder, 'index'), cacheDir: join(folder, 'cache'), shardSize },
    );
    const seconds = (performance.now() - start) / 1000;
    const files = readdirSync(join(folder, 'index'), { recursive: true, withFileTypes: true });
    const bytes = files
      .filter((file) => file.isFile())
      .reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
    console.log(JSON.stringify({ records, shards, seconds, megabytesOut: bytes / 2 ** 20 }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function* searchRecords(judged: readonly JudgedRecord[], size: number) {
  for (const record of enlarged(judged, size)) yield searchRecordOf(record);
}
