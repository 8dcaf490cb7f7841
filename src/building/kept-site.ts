import { createHash } from 'node:crypto';
import {
  type BigIntStats,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from './sources.ts';

/** Of this program's manifests: one of another version is not read. */
const version = 1;

/** A file of the last site, and what it was made of. */
interface Kept {
  readonly key: string;
  readonly sha256: string;
  /** Size, and when and where on the disk it was written: as long as this holds, it is the file that was kept. */
  readonly stamp: string;
}

/** What is known of the last whole site. */
interface Manifest {
  readonly whole: string;
  /** What the check said of its content. */
  readonly report: string;
  readonly files: ReadonlyMap<string, Kept>;
}

const nothing: Manifest = { whole: '', report: '', files: new Map() };

/**
 * The files of the last site that was built of a content folder with the same settings, to be used again where what they are made of
 * is as it was.
 *
 * Only what the manifest tells of is trusted, and only where the file is still as the manifest says. The manifest is written last and
 * moved into place whole, so that a build that is killed leaves files that nothing tells of.
 */
export class KeptSite {
  readonly #folder: string;
  readonly #manifest: Manifest;
  readonly #made = new Set<string>();
  #restored = 0;

  /**
   * @param root the project's root folder
   * @param contentDir the content folder: each has a place of its own, also for each address that the site is built for
   */
  constructor(root: string, contentDir: string) {
    const { SITE_URL = '', BASE_PATH = '/', AS_OF = '' } = process.env;
    const identity = digestOf(JSON.stringify([contentDir, SITE_URL, BASE_PATH, AS_OF])).slice(0, 16);
    this.#folder = join(root, '.cache', 'built', identity);
    this.#manifest = readManifest(join(this.#folder, 'manifest'));
  }

  /** How many files have been put back. */
  get restored(): number {
    return this.#restored;
  }

  /**
   * Puts a kept file into a site that is being built, if it is there and was made of the same.
   *
   * @param path its address from the site's root: `/om/index.html`
   * @returns whether it was put there
   */
  restore(path: string, key: string, site: string): boolean {
    const kept = this.#manifest.files.get(path);
    return kept !== undefined && kept.key === key && this.#put(path, kept, site);
  }

  /** What the check said, if the last site was made of the same; then `restoreAll` may put it back. */
  reportOf(whole: string): string | undefined {
    return this.#manifest.whole === whole ? this.#manifest.report : undefined;
  }

  /**
   * Puts the whole last site back.
   *
   * @returns whether every file of it could be; if not, what was put there is to be thrown away
   */
  restoreAll(site: string): boolean {
    const { files } = this.#manifest;
    return files.size > 0 && [...files].every(([path, kept]) => this.#put(path, kept, site));
  }

  #put(path: string, kept: Kept, site: string): boolean {
    const from = join(this.#folder, 'files', path);
    if (!isUnchanged(from, kept)) return false;
    const target = join(site, path);
    const folder = dirname(target);
    if (!this.#made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#made.add(folder);
    }
    link(from, target);
    this.#restored += 1;
    return true;
  }

  /**
   * Keeps a whole site in place of the last.
   *
   * @param keyOf what each file is made of, by its address
   */
  keep(site: string, whole: string, report: string, keyOf: (path: string) => string): void {
    const files = join(this.#folder, 'files');
    const lines = [JSON.stringify({ version, whole, report })];
    const present = new Set<string>();
    const folders = new Set<string>();
    for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const from = join(entry.parentPath, entry.name);
      const path = from.slice(site.length).replaceAll('\\', '/');
      present.add(path);
      const key = keyOf(path);
      const target = join(files, path);
      const known = this.#manifest.files.get(path);
      const stat = statSync(from, { bigint: true });
      // A page that was put back is the kept file itself, under another name.
      if (known && known.stamp === stampOf(stat) && stampAt(target) === known.stamp) {
        lines.push([path, key, known.sha256, known.stamp].join('\t'));
        continue;
      }
      const folder = dirname(target);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      const beside = `${target}.new`;
      rmSync(beside, { force: true });
      link(from, beside);
      renameSync(beside, target);
      lines.push([path, key, sha256Of(target), stampAt(target)].join('\t'));
    }
    lines.push(`end ${present.size}`);
    const manifest = join(this.#folder, 'manifest');
    writeFileSync(`${manifest}.new`, lines.join('\n'));
    renameSync(`${manifest}.new`, manifest);
    for (const path of this.#manifest.files.keys())
      if (!present.has(path)) rmSync(join(files, path), { force: true });
  }
}

/** A manifest that is whole and of this version; else one that tells of nothing. */
function readManifest(path: string): Manifest {
  try {
    const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n');
    const { version: found, whole, report }: Record<string, unknown> = JSON.parse(head);
    if (found !== version || lines.pop() !== `end ${lines.length}`) return nothing;
    const files = new Map(
      lines.map((line): [string, Kept] => {
        const [name = '', key = '', sha256 = '', stamp = ''] = line.split('\t');
        return [name, { key, sha256, stamp }];
      }),
    );
    return { whole: String(whole), report: String(report), files };
  } catch {
    return nothing;
  }
}

/** A file that has been carried elsewhere and back, as a cache of CI is, has other stamps: then its bytes decide. */
function isUnchanged(path: string, { stamp, sha256 }: Kept): boolean {
  const found = stampAt(path);
  return found !== undefined && (found === stamp || sha256Of(path) === sha256);
}

function stampAt(path: string): string | undefined {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat?.isFile() ? stampOf(stat) : undefined;
}

function stampOf({ size, mtimeNs, ino }: BigIntStats): string {
  return `${size} ${mtimeNs} ${ino}`;
}

function sha256Of(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('base64');
}

/** One file under two names where the disk can, so that to keep a site costs no room. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
