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
  return [...candidates]
    .map((candidate) => likeness(audit, types, candidate))
    .map((near) => ({ near, nearness: nearnessOf(near) }))
    .toSorted((a, b) => b.nearness - a.nearness || b.near.audit.listedYear - a.near.audit.listedYear)
    .slice(0, count)
    .map(({ near }) => near);
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

function nearnessOf({ isSameMunicipality, topics, bodyTypes }: NearAudit): number {
  const rarity = ({ audits }: Topic | BodyType) => 1 / Math.max(1, audits.length);
  return [...topics, ...bodyTypes].reduce((sum, shared) => sum + rarity(shared), isSameMunicipality ? 1 : 0);
}

function bodyTypesOf({ bodies }: Audit): ReadonlySet<BodyType> {
  return new Set(bodies.flatMap(({ body }) => body.type ?? []));
}
