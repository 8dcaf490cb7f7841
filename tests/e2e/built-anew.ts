import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { writeArchive } from '../fixtures/archive.ts';
import { asOf, projectRoot } from '../fixtures/content.ts';

const places = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** A project of its own, with code and content that a test may change, and a cache that nobody else has. */
export class ProjectCopy {
  readonly root: string;
  readonly #environment: Record<string, string> = { AS_OF: asOf };

  constructor() {
    const workshop = join(projectRoot, '.cache', 'test');
    mkdirSync(workshop, { recursive: true });
    this.root = mkdtempSync(join(workshop, 'copy-'));
    for (const place of places) cpSync(join(projectRoot, place), join(this.root, place), { recursive: true });
    symlinkSync(join(projectRoot, 'node_modules'), join(this.root, 'node_modules'));
    writeArchive(join(this.root, 'content'));
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  set(name: string, value: string): void {
    this.#environment[name] = value;
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), text);
  }

  /** @throws if the text does not stand in the file */
  replace(file: string, from: string, to: string): void {
    const text = this.read(file);
    if (!text.includes(from)) throw new Error(`"${from}" does not stand in ${file}.`);
    this.write(file, text.replace(from, to));
  }

  remove(...files: readonly string[]): void {
    for (const file of files) rmSync(join(this.root, file), { recursive: true, force: true });
  }

  /** Starts the command that builds any site. */
  start(): ChildProcess {
    return spawn(process.execPath, ['src/cli/build.ts'], {
      cwd: this.root,
      env: {
        ...process.env,
        CONTENT_DIR: 'content',
        OUT_DIR: 'dist',
        SITE_URL: 'https://exempel.se',
        BASE_PATH: '/',
        ...this.#environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /**
   * Builds the site with what is kept from before.
   *
   * @returns what was told
   * @throws if it could not be built
   */
  async build(): Promise<string> {
    const child = this.start();
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (told += String(text)));
    const code = await new Promise((ended) => child.on('close', ended));
    if (code !== 0) throw new Error(told);
    return told;
  }

  /** Builds the site from nothing. */
  async buildFromNothing(): Promise<void> {
    this.remove('.cache', 'dist');
    await this.build();
  }

  /** Files of a name in the folder where the last site is kept. */
  kept(name: string): readonly string[] {
    const folder = join(this.root, '.cache', 'built');
    return readdirSync(folder).map((identity) => join(folder, identity, name));
  }

  /** Every file of the built site and the digest of its bytes. */
  site(): ReadonlyMap<string, string> {
    const folder = join(this.root, 'dist');
    return new Map(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .toSorted()
        .map((path) => [
          path.slice(folder.length),
          createHash('sha256').update(readFileSync(path)).digest('hex'),
        ]),
    );
  }
}

/** The files that two sites do not have alike. */
export function differing(
  site: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set([...site.keys(), ...other.keys()])].filter((path) => site.get(path) !== other.get(path));
}

/** How many pages a build says that it rendered, and how many it took from the last. */
export function pageCounts(told: string): { readonly rendered: number; readonly kept: number } {
  const [, rendered = '', kept = ''] = /Sidor: ([\d\s]+) nya, ([\d\s]+) som förut/.exec(told) ?? [];
  const count = (text: string) => Number(text.replace(/\s/g, ''));
  return { rendered: count(rendered), kept: count(kept) };
}

/** Starts a build and kills it after a time in milliseconds, however far it has come; one that is done before is left be. */
export async function killedWithin(project: ProjectCopy, milliseconds: number): Promise<void> {
  const child = project.start();
  const ended = new Promise((done) => child.on('close', done));
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await ended;
  clearTimeout(timer);
}

/** Starts a build and kills it while it makes the pages, soon after it has told that the content is right. */
export async function killedWhilePagesAreMade(project: ProjectCopy): Promise<void> {
  const child = project.start();
  let told = '';
  child.stdout?.on('data', (text) => {
    told += String(text);
    if (told.includes('Inga fel')) setTimeout(() => child.kill('SIGKILL'), Math.random() * 500);
  });
  child.stderr?.resume();
  const signal = await new Promise((done) => child.on('close', (_code, killedBy) => done(killedBy)));
  if (signal !== 'SIGKILL') throw new Error(`The build came to its end before it was killed:\n${told}`);
}
