import type { Addressee, Body } from './types.ts';

/** Who inherits from an addressee, and from whom it inherits. */
export interface Lineage {
  /** A body, all that came before it and all that came after: they inherit what was said to one another. None for a group. */
  readonly kin: ReadonlySet<Body>;
  /** The last of those that came after, where its tasks were divided between several. */
  readonly heirs: readonly Body[];
}

const noLineage: Lineage = { kin: new Set(), heirs: [] };
const lineages = new WeakMap<Body, Lineage>();

export function lineageOf(subject: Addressee | Body): Lineage {
  if ('kind' in subject) return subject.kind === 'body' ? lineageOf(subject.body) : noLineage;
  const known = lineages.get(subject);
  if (known) return known;
  const successors = reached(subject, (body) => body.successors);
  const last = lastOf(successors);
  const made = {
    kin: new Set([...successors, ...reached(subject, (body) => body.predecessors)]),
    heirs: last.length > 1 ? last : [],
  };
  lineages.set(subject, made);
  return made;
}

/** Those of the heirs that the bodies are or became, by key; `undefined` where that is all of them, or nothing was divided. */
export function heirsAmong(heirs: readonly Body[], bodies: readonly Body[]): readonly string[] | undefined {
  if (heirs.length === 0 || bodies.length === 0) return undefined;
  const became = new Set(bodies.flatMap((body) => lastOf(reached(body, ({ successors }) => successors))));
  const meant = heirs.filter((heir) => became.has(heir));
  return meant.length < heirs.length ? meant.map(({ key }) => key) : undefined;
}

/** Those that nothing came after. */
function lastOf(bodies: ReadonlySet<Body>): readonly Body[] {
  return [...bodies].filter(({ successors }) => successors.length === 0);
}

function reached(body: Body, next: (body: Body) => readonly Body[]): ReadonlySet<Body> {
  const members = new Set([body]);
  // A set is walked in the order of insertion, what is added on the way included.
  for (const member of members) for (const other of next(member)) members.add(other);
  return members;
}
