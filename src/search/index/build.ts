import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CitableAct, citationGrammar } from '../../criteria/index.ts';
import { indexVersion, type LabelsFile, type Manifest, type NameEntry } from '../client/files.ts';
import { CitationTokens } from '../language/citations.ts';
import { ShardColumns } from './columns.ts';
import { compoundSplitter } from './compounds.ts';
import { swedishDictionary } from './dictionary.ts';
import { AcronymLearner } from './learned-acronyms.ts';
import { nameFiles } from './names.ts';
import { type Preparation, preparedRecord } from './prepare.ts';
import type { SearchRecord } from './record.ts';
import { packingOf, TextPacker } from './texts.ts';
import { GroupFinder, type IndexedGroup } from './thesaurus.ts';
import { vocabularyOf, WordCounter } from './vocabulary.ts';
import { withWellKnown } from './well-known-acts.ts';

/** What is to be searched. */
export interface Searchable {
  /** All records, the oldest first, those of a report together; what has no date last. Gone through twice. */
  readonly records: () => Iterable<SearchRecord>;
  readonly groups: readonly IndexedGroup[];
  /** The register's rules. */
  readonly acts: readonly CitableAct[];
  readonly labels: LabelsFile;
  readonly names: readonly NameEntry[];
}

export interface IndexOptions {
  /** Where the index is written; made anew. */
  readonly outDir: string;
  /** Where finished shards are kept from one build to the next. */
  readonly cacheDir: string;
  readonly onProgress?: (done: number, total: number) => void;
  /** Most records in a shard. */
  readonly shardSize?: number;
}

export interface IndexSummary {
  readonly records: number;
  readonly shards: number;
  /** Shards that were as they were in the last build. */
  readonly kept: number;
}

/** Pagefind needs some 40 MB a thousand records while it indexes. */
const largestShard = 50_000;

/**
 * Builds the index. The same content gives the same files, byte for byte.
 *
 * @throws if Pagefind fails; the folder is then not to be used
 */
export async function buildIndex(
  { records, groups, acts, labels, names }: Searchable,
  { outDir, cacheDir, onProgress, shardSize = largestShard }: IndexOptions,
): Promise<IndexSummary> {
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  mkdirSync(cacheDir, { recursive: true });

  const counter = new WordCounter();
  const learner = new AcronymLearner();
  let size = 0;
  for (const record of records()) {
    learner.add(record.text);
    size += 1;
    counter.add([record.title, record.text, ...record.context, ...record.alsoKnownAs].join(' '));
  }
  const dictionary = swedishDictionary();
  const split = compoundSplitter(dictionary, counter.stems());
  const allGroups = [...groups, ...learner.groups(groups, (word) => dictionary.known.has(word))];
  const knownActs = withWellKnown(acts);
  const preparation: Preparation = {
    split,
    groups: new GroupFinder(allGroups, split),
    grammar: citationGrammar(knownActs),
    citations: new CitationTokens(knownActs),
    onElliptic: (whole) => counter.addElliptic(whole),
  };

  const workshop = join(cacheDir, `new-${process.pid}`);
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  try {
    const shards = writtenShards(records(), preparation, workshop, { shardSize, packing: packingOf(size) });
    const total = shards.reduce((sum, shard) => sum + shard.records, 0);
    let done = 0;
    let kept = 0;
    for (const shard of shards) {
      const home = join(cacheDir, shard.digest);
      if (existsSync(home)) {
        kept += 1;
      } else {
        await indexedByPagefind(shard, (count) => onProgress?.(done + count, total));
        renameSync(shard.folder, home);
      }
      cpSync(home, join(outDir, shard.digest), { recursive: true });
      done += shard.records;
      onProgress?.(done, total);
    }
    const manifest = {
      version: indexVersion,
      shards: shards
        .map(({ digest, records: count }) => ({
          folder: digest,
          meta: readdirSync(join(outDir, digest)).find((name) => name.endsWith('.pf_meta')) ?? '',
          records: count,
        }))
        .toReversed(),
      words: writtenNumbered(outDir, vocabularyOf(counter, allGroups, split)),
      names: writtenNumbered(outDir, nameFiles(names)),
      labels: writtenJson(outDir, labels),
      acts: writtenJson(outDir, knownActs),
      actNames: [...new Set(knownActs.flatMap(({ shortNames }) => shortNames ?? []))]
        .map((name) => name.toLowerCase())
        .toSorted(),
    } satisfies Omit<Manifest, 'id'>;
    const whole: Manifest = { ...manifest, id: digestOf(JSON.stringify(manifest)) };
    writeFileSync(join(outDir, 'manifest.json'), JSON.stringify(whole));
    forgetUnused(
      cacheDir,
      shards.map(({ digest }) => digest),
    );
    return { records: total, shards: shards.length, kept };
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

interface WrittenShard {
  readonly folder: string;
  readonly prepared: string;
  readonly records: number;
  readonly digest: string;
}

/**
 * Writes each shard's own files and what Pagefind is to index. A shard holds whole years as long as they have room, so that a new
 * report changes its own year's shard and leaves the others.
 */
function writtenShards(
  records: Iterable<SearchRecord>,
  preparation: Preparation,
  workshop: string,
  { shardSize, packing }: { readonly shardSize: number; readonly packing: number },
): readonly WrittenShard[] {
  const shards: WrittenShard[] = [];
  let writer: ShardWriter | undefined;
  const finish = () => {
    if (writer) shards.push(writer.finished());
    writer = undefined;
  };
  for (const unit of unitsOf(records, shardSize)) {
    if (writer && writer.records + unit.length > shardSize) finish();
    writer ??= new ShardWriter(join(workshop, String(shards.length)), packing);
    for (const record of unit) writer.add(record, preparation);
  }
  finish();
  return shards;
}

/** The records of a year, or as many of them as a shard has room for. */
function* unitsOf(records: Iterable<SearchRecord>, most: number): Generator<readonly SearchRecord[]> {
  let unit: SearchRecord[] = [];
  let year: string | undefined;
  for (const record of records) {
    const ofRecord = record.date?.slice(0, 4);
    if (unit.length > 0 && (ofRecord !== year || unit.length === most)) {
      yield unit;
      unit = [];
    }
    year = ofRecord;
    unit.push(record);
  }
  if (unit.length > 0) yield unit;
}

class ShardWriter {
  records = 0;
  readonly #folder: string;
  readonly #prepared: number;
  readonly #hash = createHash('sha256').update(indexerDigest());
  readonly #columns = new ShardColumns();
  readonly #texts: TextPacker;

  constructor(folder: string, packing: number) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#prepared = openSync(`${folder}.jsonl`, 'w');
    this.#texts = new TextPacker(packing, (number, file) =>
      this.#write(`t${number}.json`, JSON.stringify(file)),
    );
  }

  add(record: SearchRecord, preparation: Preparation): void {
    const line = `${JSON.stringify(preparedRecord(record, preparation))}\n`;
    writeSync(this.#prepared, line);
    this.#hash.update(line);
    this.#columns.add(record);
    this.#texts.add(record);
    this.records += 1;
  }

  finished(): WrittenShard {
    this.#texts.finish();
    this.#write('places.json', JSON.stringify(this.#columns.placesFile(this.#texts.sizes)));
    this.#write('facets.json', JSON.stringify(this.#columns.facetsFile()));
    closeSync(this.#prepared);
    return {
      folder: this.#folder,
      prepared: `${this.#folder}.jsonl`,
      records: this.records,
      digest: this.#hash.digest('hex').slice(0, 12),
    };
  }

  #write(name: string, text: string): void {
    writeFileSync(join(this.#folder, name), text);
    this.#hash.update(name).update(text);
  }
}

/** What a shard depends on besides its records. */
function indexerDigest(): string {
  return readFileSync(new URL('./shard-process.ts', import.meta.url), 'utf8') + pagefindVersion();
}

function pagefindVersion(): string {
  return readFileSync(new URL('../package.json', import.meta.resolve('pagefind')), 'utf8');
}

async function indexedByPagefind(shard: WrittenShard, onCount: (count: number) => void): Promise<void> {
  const program = fileURLToPath(new URL('./shard-process.ts', import.meta.url));
  const child = fork(program, [shard.prepared, shard.folder], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  });
  let said = '';
  child.stderr?.on('data', (text) => {
    said += String(text);
  });
  child.on('message', (count) => onCount(Number(count)));
  const code = await new Promise<number>((done, failed) => {
    child.on('error', failed);
    child.on('exit', (exitCode) => done(exitCode ?? 1));
  });
  if (code !== 0) throw new Error(`Pagefind kunde inte bygga sökindexet.\n${said}`);
}

function writtenNumbered(
  outDir: string,
  { boundaries, files }: { readonly boundaries: readonly string[]; readonly files: readonly unknown[] },
): { readonly folder: string; readonly boundaries: readonly string[] } {
  const texts = files.map((file) => JSON.stringify(file));
  const folder = digestOf(texts.join('\n'));
  mkdirSync(join(outDir, folder), { recursive: true });
  for (const [number, text] of texts.entries()) writeFileSync(join(outDir, folder, `${number}.json`), text);
  return { folder, boundaries };
}

/** The name of the file. */
function writtenJson(outDir: string, data: unknown): string {
  const text = JSON.stringify(data);
  const name = `${digestOf(text)}.json`;
  writeFileSync(join(outDir, name), text);
  return name;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** A cache keeps the shards of the last build alone. */
function forgetUnused(cacheDir: string, used: readonly string[]): void {
  for (const name of readdirSync(cacheDir)) {
    if (/^[0-9a-f]{12}$/.test(name) && !used.includes(name)) {
      rmSync(join(cacheDir, name), { recursive: true, force: true });
    }
  }
}
