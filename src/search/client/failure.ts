import type { SearchFailure } from './types.ts';

/** A file of the index could not be had, or not be used. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
  readonly reason: SearchFailure['reason'];
  readonly file: string | undefined;

  constructor(reason: SearchFailure['reason'], file?: string, cause?: unknown) {
    super(`${reason}${file === undefined ? '' : `: ${file}`}`, { cause });
    this.reason = reason;
    this.file = file;
  }
}
