import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts a finished site in the place of the last one, in one move. Where that place is on another disk, the site is copied beside it
 * first.
 *
 * @param fresh the finished site; it is gone afterwards
 * @param target where sites stand; there may be none yet
 * @throws where it cannot be done; the last site stands as it did
 */
export function moveSite(fresh: string, target: string): void {
  const beside = `${target}.ny-${process.pid}`;
  const retired = `${target}.gammal-${process.pid}`;
  try {
    renameOrCopy(fresh, beside);
    if (existsSync(target)) renameSync(target, retired);
    try {
      renameSync(beside, target);
    } catch (error) {
      if (existsSync(retired)) renameSync(retired, target);
      throw error;
    }
  } finally {
    for (const folder of [beside, retired]) rmSync(folder, { recursive: true, force: true });
  }
}

function renameOrCopy(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true, force: true });
  }
}

/** Takes away what builds that were killed left unfinished: folders whose names end with the id of a process that is gone. */
export function removeUnfinished(workshop: string): void {
  for (const name of readdirSync(workshop)) {
    const id = Number(/-(\d+)$/.exec(name)?.[1]);
    if (id > 0 && !isRunning(id)) rmSync(join(workshop, name), { recursive: true, force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** What is said of an error: a path that cannot be written in plain words, else all that is known of it. */
export function toldOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const path = 'path' in error && typeof error.path === 'string' ? error.path : '';
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
      return `Det går inte att skriva i ${path}. Ändra rättigheterna, eller ange en annan mapp med OUT_DIR.`;
    case 'ENOSPC':
      return 'Disken är full.';
    default:
      return error.stack ?? error.message;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
