import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Where a site is built, beside the one that is served, and takes its place in one move. A build that was killed has left its workshop
 * behind: the next one clears it, and puts back a site that had been taken away but not replaced.
 */
export class Workshop {
  readonly #folder: string;
  readonly #target: string;
  /** The site that is being built. */
  readonly site: string;

  /**
   * @param folder where sites are built
   * @param target where the finished site is served from
   */
  constructor(folder: string, target: string) {
    this.#folder = folder;
    this.#target = target;
    this.site = join(folder, `new-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    this.#clearAbandoned();
    this.empty();
  }

  /** Begins the site anew. */
  empty(): void {
    rmSync(this.site, { recursive: true, force: true });
  }

  /**
   * Puts the finished site in the place of the last one. Where that is on another disk, the site is copied beside it first.
   *
   * @throws where it cannot be done; the last site stands as it did
   */
  publish(): void {
    mkdirSync(dirname(this.#target), { recursive: true });
    try {
      this.#replace(this.site, join(this.#folder, retiredName(this.#target)));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
      const beside = `${this.#target}.new-${process.pid}`;
      const retired = `${this.#target}.old-${process.pid}`;
      try {
        cpSync(this.site, beside, { recursive: true });
        this.#replace(beside, retired);
      } finally {
        for (const folder of [beside, retired]) rmSync(folder, { recursive: true, force: true });
      }
    }
  }

  #replace(site: string, retired: string): void {
    if (existsSync(this.#target)) renameSync(this.#target, retired);
    try {
      renameSync(site, this.#target);
    } catch (error) {
      if (existsSync(retired)) renameSync(retired, this.#target);
      throw error;
    }
  }

  /** Takes away what is left, whether or not there is a new site. */
  clear(): void {
    const retired = join(this.#folder, retiredName(this.#target));
    if (existsSync(retired) && !existsSync(this.#target)) renameSync(retired, this.#target);
    for (const folder of [this.site, retired]) rmSync(folder, { recursive: true, force: true });
  }

  #clearAbandoned(): void {
    for (const name of readdirSync(this.#folder)) {
      const pid = Number(/^(?:new|old)-(\d+)/.exec(name)?.[1]);
      if (pid === process.pid || isRunning(pid)) continue;
      const abandoned = join(this.#folder, name);
      const isOurs = name.startsWith('old-') && name.endsWith(`-${basename(this.#target)}`);
      if (isOurs && !existsSync(this.#target)) renameSync(abandoned, this.#target);
      else rmSync(abandoned, { recursive: true, force: true });
    }
  }
}

function retiredName(target: string): string {
  return `old-${process.pid}-${basename(target)}`;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
