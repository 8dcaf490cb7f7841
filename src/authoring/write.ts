import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { readText } from '../archive/index.ts';
import { AuthoringError } from './authoring-error.ts';

/** A file to be made, or one that is there to be changed: from the text that it was read as. */
export interface FileChange {
  /** From the content folder. */
  readonly name: string;
  readonly text: string;
  /** The text that is to be replaced; without it there must be no such file. */
  readonly before?: string;
}

/** A new file that is no text, such as a picture. */
export interface NewBytes {
  /** From the content folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes every file, or none: each is first written whole beside its place. No file that is there is written over, but for one
 * that is to be changed and has not been since it was read.
 *
 * @throws {AuthoringError} if one cannot be written; all is then as it was
 */
export function writeAll(contentDir: string, changes: readonly (FileChange | NewBytes)[]): void {
  const undo: (() => void)[] = [];
  // Ctrl-C waits until all is written or undone: a signal's listener runs between, never within, what is synchronous.
  const waitForIt = () => {};
  process.on('SIGINT', waitForIt);
  let name = '';
  try {
    const ready = changes.map((change, index) => {
      name = change.name;
      const named = join(contentDir, change.name);
      const before = 'before' in change ? change.before : undefined;
      refuseClash(named, { name, ...(before !== undefined && { before }) });
      // A link keeps leading where it does.
      const path = before === undefined ? named : realpathSync(named);
      const folder = dirname(path);
      const made = madeFolder(folder);
      if (made !== undefined) undo.push(() => removeEmptyFolders(folder, made));
      const beside = join(folder, `.${process.pid}-${index}.tmp`);
      undo.push(() => rmSync(beside, { force: true }));
      const original = before === undefined ? undefined : readFileSync(path);
      const lineEnd = original?.includes('\r\n') ? '\r\n' : '\n';
      const mode = original === undefined ? undefined : statSync(path).mode;
      writeWhole(beside, 'bytes' in change ? change.bytes : change.text.replaceAll('\n', lineEnd), mode);
      return { name, path, beside, original };
    });
    for (const { name: next, path, beside, original } of ready) {
      name = next;
      if (original === undefined) {
        place(beside, path);
        undo.push(() => rmSync(path, { force: true }));
      } else {
        renameSync(beside, path);
        undo.push(() => writeFileSync(path, original));
      }
    }
  } catch (error) {
    for (const step of undo.toReversed()) step();
    throw error instanceof AuthoringError ? error : refusal(join(contentDir, name), error);
  } finally {
    process.off('SIGINT', waitForIt);
  }
}

function refuseClash(path: string, { name, before }: Pick<FileChange, 'name' | 'before'>): void {
  if (before === undefined) {
    if (existsSync(path)) throw taken(name);
  } else if (!existsSync(path) || readText(path) !== before) {
    throw new AuthoringError(
      `${name} har ändrats medan frågorna besvarades. Inget har skrivits.`,
      'Kör kommandot igen.',
    );
  }
}

function taken(name: string): AuthoringError {
  return new AuthoringError(
    `${name} finns redan, och inget skrivs över. Inget har skrivits.`,
    'Öppna den filen, eller välj ett annat namn.',
  );
}

/** On the disk, so that the file is whole when it gets its name. */
function writeWhole(path: string, content: string | Uint8Array, mode?: number): void {
  const file = openSync(path, 'wx', mode);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Gives a finished file its name, and fails where that is taken, which a rename would not. */
function place(beside: string, path: string): void {
  try {
    linkSync(beside, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // Not every file system has hard links.
    copyFileSync(beside, path, constants.COPYFILE_EXCL);
  }
  rmSync(beside);
}

/** Makes a folder where there is none; gives the topmost of those that had to be made. */
function madeFolder(folder: string): string | undefined {
  try {
    return mkdirSync(folder, { recursive: true });
  } catch (error) {
    // That a file stands in the way is not that the name is taken.
    throw codeOf(error) === 'EEXIST' ? Object.assign(new Error(), { code: 'ENOTDIR', cause: error }) : error;
  }
}

/** From a folder up to and with the one above it that was made for it, as far as nothing else stands in them. */
function removeEmptyFolders(folder: string, topmost: string): void {
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
  if (folder !== topmost) removeEmptyFolders(dirname(folder), topmost);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function refusal(path: string, error: unknown): AuthoringError {
  const code = codeOf(error);
  if (code === 'EEXIST') return taken(path);
  const why =
    {
      EACCES: 'du har inte rätt att skriva där',
      EPERM: 'du har inte rätt att skriva där',
      EROFS: 'platsen går bara att läsa',
      ENOSPC: 'disken är full',
      ENOTDIR: 'en del av sökvägen är en fil och ingen mapp',
      ENAMETOOLONG: 'namnet är för långt',
    }[String(code)] ?? String(error);
  return new AuthoringError(
    `${path} kunde inte skrivas: ${why}. Inget har skrivits.`,
    'Rätta det, eller ange en annan mapp med CONTENT_DIR.',
    { cause: error },
  );
}
