import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { asOfDay, fileNamesBelow, today } from '../archive/index.ts';
import { listOfPdfs } from '../print/index.ts';

/** All that a built site is made of, as digests. */
export interface Sources {
  /** The site's code, what it is built with, and the settings that the code names. */
  readonly code: string;
  /** Each content file's, by its name from the content folder. */
  readonly content: ReadonlyMap<string, string>;
  /** What reports refer to: all content but reports, responses, figures and the record of what has been published. */
  readonly registers: string;
  /** Everything, the day included: two builds of which this is the same give the same site. */
  readonly whole: string;
}

const codePlaces = ['src', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'] as const;

/** Settings that say where things are, and nothing of what is in them. */
const settingsOfPlace: ReadonlySet<string> = new Set([
  'CONTENT_DIR',
  'OUT_DIR',
  'HOST',
  'PORT',
  'PDF_DIR',
  'CHROMIUM_PATH',
  'SHOW_DRAFTS',
]);

/**
 * Reads everything that a site is built of.
 *
 * @param root the project's root folder
 * @throws if the content folder is not there
 */
export function sourcesOf(root: string, contentDir: string): Sources {
  const code = codeDigest(root);
  const content = new Map(
    fileNamesBelow(contentDir).map((name) => [name, digestOfFile(join(contentDir, name))]),
  );
  const listed = [...content].map(([name, digest]) => `${name} ${digest}`);
  return {
    code,
    content,
    registers: digestOf(listed.filter((line) => !/^(?:audits|responses|published)\//.test(line)).join('\n')),
    whole: digestOf(
      [
        code,
        ...filesBelow(join(root, 'public')).map((path) => `${path} ${digestOf(readFileSync(path))}`),
        listOfPdfs(root),
        asOfDay(),
        today(),
        ...listed,
      ].join('\n'),
    ),
  };
}

function codeDigest(root: string): string {
  const hash = createHash('sha256').update(process.version);
  const named = new Set<string>();
  for (const path of codePlaces.flatMap((place) => filesBelow(join(root, place)))) {
    const text = readFileSync(path);
    hash.update(`\0${path.slice(root.length)}\0`).update(text);
    if (/\.(?:ts|mjs|astro)$/.test(path))
      for (const [name] of text.toString('latin1').matchAll(/\b[A-Z]+(?:_[A-Z]+)*\b/g)) named.add(name);
  }
  for (const name of [...named].toSorted()) {
    const value = process.env[name];
    if (value !== undefined && !settingsOfPlace.has(name)) hash.update(`\0${name}=${value}`);
  }
  return hash.digest('hex');
}

/** Every file of a folder, or the file itself; none where there is neither. */
function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** Of its bytes; of what is no file of its own, and so will be refused, nothing is read. */
function digestOfFile(path: string): string {
  return lstatSync(path).isFile() ? digestOf(readFileSync(path)) : 'no file';
}

/** SHA-256, in hexadecimal. */
export function digestOf(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}
