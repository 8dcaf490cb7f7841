import { statSync } from 'node:fs';

/** A file that was written less than this before it was read may be written once more within one tick of its disk's clock. */
const coarsestClockInMs = 2_500;

interface Kept {
  /** Which file it was, how long, and when it was written. */
  readonly stamp: string;
  readonly made: unknown;
}

/** What was made of files, until they change: a file that is as it was is not read again. */
export class FileMemory {
  readonly #kept = new Map<string, Kept>();

  /**
   * What `make` makes of a file: as it was made last, or anew. One name is always to be asked for with the same kind of `make`.
   *
   * @param path the file; one that is not there is made anew each time
   */
  made<Made>(name: string, path: string, make: () => Made): Made {
    // Before it is read: what is written meanwhile has another stamp.
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    const stamp = stat && `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}`;
    const kept = this.#kept.get(name);
    if (kept !== undefined && kept.stamp === stamp) return kept.made as Made;
    const made = make();
    if (stat && stamp !== undefined && Date.now() - Number(stat.mtimeMs) > coarsestClockInMs)
      this.#kept.set(name, { stamp, made });
    else this.#kept.delete(name);
    return made;
  }

  /** Forgets all files but these. */
  keepOnly(names: readonly string[]): void {
    const known = new Set(names);
    for (const name of this.#kept.keys()) if (!known.has(name)) this.#kept.delete(name);
  }
}
