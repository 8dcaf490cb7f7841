import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledFile } from './compile.ts';

/** What a compiled report depends on besides its own text. */
const compilerSources = ['src/reports', 'src/schemas', 'src/yaml', 'src/problems', 'package-lock.json'];

/**
 * Compiled reports, a file each, by the digest of their text and of the compiler. A cache that cannot be read or written only
 * costs time.
 */
export class ReportCache {
  readonly #folder: string;
  readonly #compilerDigest: string;

  /** @param root the project's root folder */
  constructor(root: string) {
    this.#folder = join(root, '.cache', 'reports');
    this.#compilerDigest = compilerDigest(root);
  }

  /** The file's compiled form: from the cache, or made and kept. */
  compiled<Data>(file: string, source: string, compile: () => CompiledFile<Data>): CompiledFile<Data> {
    const path = this.#pathOf(file, source);
    const kept = readJson(path);
    if (kept !== undefined) return kept as CompiledFile<Data>;
    const result = compile();
    // What has faults is compiled again until it has none; keeping it would only hide a mended compiler.
    if (result.problems.length === 0) write(path, JSON.stringify(result));
    return result;
  }

  /** Is there a compiled form of the file? Whether it can be read is not known until it is. */
  has(file: string, source: string): boolean {
    return existsSync(this.#pathOf(file, source));
  }

  #pathOf(file: string, source: string): string {
    const digest = createHash('sha256')
      .update(this.#compilerDigest)
      .update('\0')
      .update(file)
      .update('\0')
      .update(source)
      .digest('hex');
    return join(this.#folder, digest.slice(0, 2), `${digest}.json`);
  }
}

function compilerDigest(root: string): string {
  const hash = createHash('sha256');
  for (const name of compilerSources.map((source) => join(root, source)).flatMap(filesIn)) {
    hash.update(name.slice(root.length)).update('\0').update(readFileSync(name)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  if (!path.endsWith('.json'))
    return readdirSync(path)
      .toSorted()
      .map((name) => join(path, name));
  return [path];
}

function readJson(path: string): unknown {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    shareTexts(read);
    return read;
  } catch {
    return undefined;
  }
}

/** Most texts are the same as Markdown, as HTML and alone: one string serves for all, which halves what an archive holds in memory. */
function shareTexts(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if ('markdown' in value && 'html' in value && 'text' in value) {
    if (value.html === value.text) value.html = value.text;
    if (value.markdown === value.text) value.markdown = value.text;
    return;
  }
  for (const inner of Object.values(value)) shareTexts(inner);
}

/** Written beside and moved into place, so that a build that is killed leaves no half file. */
function write(path: string, text: string): void {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    const beside = `${path}.${process.pid}`;
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch {
    // A read-only folder: the report is compiled again next time.
  }
}
