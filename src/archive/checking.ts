import type { Problem } from '../problems/index.ts';
import type { PlainDate } from '../schemas/index.ts';
import { FileChecker } from './file-checker.ts';
import type { Content } from './load.ts';

/** What the checks of every kind of file share: the content, the day, the ids that are known, and the problems found. */
export class Checking {
  readonly problems: Problem[] = [];
  readonly content: Content;
  /** No date in the content may be later. */
  readonly asOf: PlainDate;
  readonly municipalities: readonly string[];
  readonly auditors: readonly string[];
  readonly systems: readonly string[];
  readonly criteria: readonly string[];
  readonly topics: readonly string[] | undefined;
  readonly bodyTypes: readonly string[] | undefined;
  readonly issuers: readonly string[] | undefined;

  constructor(content: Content, asOf: PlainDate) {
    this.content = content;
    this.asOf = asOf;
    this.municipalities = [...content.municipalities.keys()];
    this.auditors = [...content.auditors.keys()];
    this.systems = [...content.systems.keys()];
    this.criteria = [...content.criteria.keys()];
    this.topics = idsIn(content.topics);
    this.bodyTypes = idsIn(content.bodyTypes);
    this.issuers = idsIn(content.issuers);
  }

  file(file: string): FileChecker {
    return new FileChecker(file, this.content.contentDir, this.problems);
  }
}

/** The ids of a register that is one file; `undefined` where it cannot be read. A register that is not there has none. */
function idsIn({
  data,
  problems,
}: {
  readonly data?: readonly { readonly id: string }[];
  readonly problems: readonly Problem[];
}): readonly string[] | undefined {
  return data?.map(({ id }) => id) ?? (problems.length > 0 ? undefined : []);
}
