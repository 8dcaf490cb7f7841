/** Something that can print until it dies, as a browser does. */
export interface Printer<Job> {
  print(job: Job): Promise<Buffer>;
  /** Is it still there to print with? */
  isAlive(): boolean;
  close(): Promise<void>;
}

/** A job that could not be printed, and why. */
export interface Failure<Job> {
  readonly job: Job;
  readonly error: unknown;
}

interface Printing<Job> {
  /** How many print at once. */
  readonly workers: number;
  readonly onPrinted: (job: Job, pdf: Buffer) => void;
  /** After each job, printed or not. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Prints every job. A printer that dies is replaced, and what it was printing is tried once more: what a page has done to it once it may
 * do again, and the rest is to go on.
 *
 * @returns those that failed, in order
 */
export async function printAll<Job>(
  jobs: readonly Job[],
  launch: () => Promise<Printer<Job>>,
  { workers, onPrinted, onProgress }: Printing<Job>,
): Promise<readonly Failure<Job>[]> {
  const failures = new Map<number, Failure<Job>>();
  let next = 0;
  let done = 0;

  async function work(): Promise<void> {
    let printer: Printer<Job> | undefined;
    try {
      for (let index = next++; index < jobs.length; index = next++) {
        const job = jobs[index] as Job;
        for (const isLast of [false, true]) {
          try {
            if (!printer?.isAlive()) printer = await launch();
            onPrinted(job, await printer.print(job));
            break;
          } catch (error) {
            const hasDied = printer === undefined || !printer.isAlive();
            if (hasDied && !isLast) continue;
            failures.set(index, { job, error });
            break;
          }
        }
        done += 1;
        onProgress?.(done, jobs.length);
      }
    } finally {
      await printer?.close().catch(() => {});
    }
  }

  await Promise.all(Array.from({ length: Math.min(workers, jobs.length) }, work));
  return [...failures].toSorted(([a], [b]) => a - b).map(([, failure]) => failure);
}
