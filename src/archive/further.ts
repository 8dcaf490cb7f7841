import type { Audit, BodyType, Topic } from './types.ts';

/** An audit that is like another, and in what. */
export interface NearAudit {
  readonly audit: Audit;
  readonly isSameMunicipality: boolean;
  readonly topics: readonly Topic[];
  /** The types of body that were audited in both, each in its own municipality. */
  readonly bodyTypes: readonly BodyType[];
}

/** How many of a topic's or body type's newest audits are looked at: enough to find the nearest, and no more as the archive grows. */
const candidatesOfEach = 60;

/**
 * The audits nearest to one, at most `count`, nearest first: those that share what fewest others have. An audit of the same
 * principal counts as near in itself.
 */
export function nearestTo(audit: Audit, count: number): readonly NearAudit[] {
  const types = bodyTypesOf(audit);
  const sources = [
    audit.municipality.audits,
    ...audit.topics.map(({ audits }) => audits),
    ...[...types].map(({ audits }) => audits),
  ];
  const candidates = new Set(sources.flatMap((audits) => audits.slice(0, candidatesOfEach)));
  candidates.delete(audit);
  return Array.from(candidates, (candidate) => ({ candidate, nearness: nearnessOf(audit, types, candidate) }))
    .toSorted((a, b) => b.nearness - a.nearness || b.candidate.listedYear - a.candidate.listedYear)
    .slice(0, count)
    .map(({ candidate }) => likeness(audit, types, candidate));
}

function likeness(audit: Audit, types: ReadonlySet<BodyType>, candidate: Audit): NearAudit {
  const isSameMunicipality = candidate.municipality === audit.municipality;
  const typesOfCandidate = isSameMunicipality ? new Set<BodyType>() : bodyTypesOf(candidate);
  return {
    audit: candidate,
    isSameMunicipality,
    topics: audit.topics.filter((topic) => candidate.topics.includes(topic)),
    bodyTypes: [...types].filter((type) => typesOfCandidate.has(type)),
  };
}

function nearnessOf(audit: Audit, types: ReadonlySet<BodyType>, candidate: Audit): number {
  const isSameMunicipality = candidate.municipality === audit.municipality;
  let nearness = isSameMunicipality ? 1 : 0;
  for (const topic of audit.topics) if (candidate.topics.includes(topic)) nearness += rarity(topic);
  if (isSameMunicipality) return nearness;
  const typesOfCandidate = bodyTypesOf(candidate);
  for (const type of types) if (typesOfCandidate.has(type)) nearness += rarity(type);
  return nearness;
}

function rarity({ audits }: Topic | BodyType): number {
  return 1 / Math.max(1, audits.length);
}

const typesOf = new WeakMap<Audit, ReadonlySet<BodyType>>();

function bodyTypesOf(audit: Audit): ReadonlySet<BodyType> {
  const known = typesOf.get(audit);
  if (known) return known;
  const made = new Set(audit.bodies.flatMap(({ body }) => body.type ?? []));
  typesOf.set(audit, made);
  return made;
}
