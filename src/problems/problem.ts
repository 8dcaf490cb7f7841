import type { RuleName } from './rules.ts';

/** Something wrong, or worth a warning, in a content file: what it is, where it stands, and how to mend it. */
export interface Problem {
  /** The file, from the content folder: `audits/1490-boras/2017-informationssakerhet.mdx`. */
  readonly file: string;
  /** From 1, where it is known. */
  readonly line?: number;
  readonly severity: 'error' | 'warning';
  /** What `silence` can quote. Only warnings can be silenced. */
  readonly rule: RuleName;
  /** The part of a report (`r3`) or the value that it is about: what `silence.at` can quote. */
  readonly at?: string;
  /** What is wrong and what stood there: a Swedish sentence, or several. */
  readonly message: string;
  /** What to do about it. */
  readonly mend?: string;
}

/** Content that cannot be published; its message is what `npm run check` prints. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], report: string) {
    super(report);
    this.problems = problems;
  }
}

/** By file, then line, then message, so that the same content gives the same report. */
export function sortedProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(
    (a, b) =>
      compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compareText(a.message, b.message),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Does any of them keep the archive from being published? */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
