import { auditorKinds, criterionKinds, principalKinds } from '../schemas/index.ts';
import { swedishOrder } from './swedish-order.ts';
import type {
  Audit,
  Auditor,
  Body,
  BodyType,
  Criterion,
  GlossaryTerm,
  Measure,
  Municipality,
  Recommendation,
  System,
  Topic,
} from './types.ts';

/*
 * Lists as register pages show them: grouped and ordered, from what the Archive already relates.
 */

/** Items that share a key, in the order in which each key is first met. */
function grouped<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): readonly (readonly [Key, readonly Item[]])[] {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
}

/** Principals of each kind, kommuner first. */
export function municipalitiesByKind(
  municipalities: readonly Municipality[],
): readonly { readonly kind: Municipality['kind']; readonly municipalities: readonly Municipality[] }[] {
  const groups = new Map(grouped(municipalities, ({ kind }) => kind));
  return principalKinds.flatMap(({ code }) => {
    const ofKind = groups.get(code);
    return ofKind ? [{ kind: code, municipalities: ofKind }] : [];
  });
}

/** Those with audits, the most audited first; otherwise in their own order. */
export function mostAudited<Item extends { readonly audits: readonly Audit[] }>(
  items: readonly Item[],
  limit: number,
): readonly Item[] {
  return items
    .filter(({ audits }) => audits.length > 0)
    .toSorted((a, b) => b.audits.length - a.audits.length)
    .slice(0, limit);
}

/** What a body has inherited: the recommendations to those it succeeded, nearest first. */
export function inheritedRecommendations(
  body: Body,
): readonly { readonly from: Body; readonly recommendations: readonly Recommendation[] }[] {
  const seen = new Set<Body>([body]);
  const inherited = [];
  let front = body.predecessors;
  while (front.length > 0) {
    const fresh = front.filter((predecessor) => !seen.has(predecessor));
    for (const from of fresh) {
      seen.add(from);
      if (from.recommendations.length > 0) inherited.push({ from, recommendations: from.recommendations });
    }
    front = fresh.flatMap(({ predecessors }) => predecessors);
  }
  return inherited;
}

/** The bodies of a type, by the place of their principals. */
export function bodiesByPlace({ bodies }: BodyType): readonly Body[] {
  return bodies.toSorted(
    (a, b) =>
      swedishOrder.compare(a.municipality.place, b.municipality.place) ||
      swedishOrder.compare(a.name, b.name),
  );
}

/** The bodies of the same type under other principals, by place. */
export function bodiesOfTypeElsewhere({ type, municipality }: Body): readonly Body[] {
  return type ? bodiesByPlace(type).filter((other) => other.municipality !== municipality) : [];
}

/** The recommendations that audits of a principal gave, newest audit first. */
export function recommendationsIn(audits: readonly Audit[]): readonly Recommendation[] {
  return audits.flatMap(({ recommendations }) => recommendations);
}

/** All auditors of a principal, in the archive's order: its own, and those who ordered or made an audit of it. */
export function auditorsWithin({ auditors, audits }: Municipality): readonly Auditor[] {
  const involved = new Set([
    ...auditors,
    ...audits.flatMap(({ commissionedBy, experts }) => [
      ...(commissionedBy ? [commissionedBy] : []),
      ...experts,
    ]),
  ]);
  return [...involved].toSorted((a, b) => swedishOrder.compare(a.name, b.name));
}

/** Audits and what was measured in each, newest audit first; every audit of the system stands here, measured or not. */
export function measuresByAudit(system: System): readonly {
  readonly audit: Audit;
  readonly measures: readonly Measure[];
  readonly samples: System['samples'];
}[] {
  return system.audits.map((audit) => ({
    audit,
    measures: system.measures.filter((measure) => measure.audit === audit),
    samples: system.samples.filter((sample) => sample.audit === audit),
  }));
}

/**
 * Criteria of each kind, from the constitution to good practice: those that audits rest on, the most used first, and those that none
 * does, in the register's order.
 */
export function criteriaByKind(criteria: readonly Criterion[]): readonly {
  readonly kind: Criterion['kind'];
  readonly used: readonly Criterion[];
  readonly unused: readonly Criterion[];
}[] {
  const groups = new Map(grouped(criteria, ({ kind }) => kind));
  return criterionKinds.flatMap(({ code }) => {
    const ofKind = groups.get(code);
    return ofKind ? [{ kind: code, ...byUse(ofKind) }] : [];
  });
}

function byUse(criteria: readonly Criterion[]): {
  readonly used: readonly Criterion[];
  readonly unused: readonly Criterion[];
} {
  const uses = ({ audits }: Criterion) => audits.length;
  return {
    used: criteria.filter((criterion) => uses(criterion) > 0).toSorted((a, b) => uses(b) - uses(a)),
    unused: criteria.filter((criterion) => uses(criterion) === 0),
  };
}

/** Auditors of each kind: those who decide on audits, then offices and firms. */
export function auditorsByKind(
  auditors: readonly Auditor[],
): readonly { readonly kind: Auditor['kind']; readonly auditors: readonly Auditor[] }[] {
  const groups = new Map(grouped(auditors, ({ kind }) => kind));
  return auditorKinds.flatMap(({ code }) => {
    const ofKind = groups.get(code);
    return ofKind ? [{ kind: code, auditors: ofKind }] : [];
  });
}

/** The topics that no other is wider than; the rest stand in their `narrower`. */
export function widestTopics(topics: readonly Topic[]): readonly Topic[] {
  return topics.filter(({ broader }) => broader === undefined);
}

/** Glossary terms under their first letter, in Swedish order: å, ä and ö are letters of their own and stand last. */
export function glossaryByLetter(
  glossary: readonly GlossaryTerm[],
): readonly { readonly letter: string; readonly terms: readonly GlossaryTerm[] }[] {
  const sorted = glossary.toSorted((a, b) => swedishOrder.compare(a.term, b.term));
  return grouped(sorted, ({ term }) => firstLetter(term)).map(([letter, terms]) => ({ letter, terms }));
}

function firstLetter(term: string): string {
  const letter = [...term.normalize('NFC').toLocaleUpperCase('sv')].find((character) =>
    /\p{L}/u.test(character),
  );
  return letter ?? '#';
}
