import type { Audit, BodyType, Topic } from './types.ts';

/** Where a reader of an audit may want to go next. Lists are newest first and without the audit itself; none is empty. */
export interface Further {
  readonly sameMunicipality?: readonly Audit[];
  readonly sameTopics: readonly { readonly topic: Topic; readonly audits: readonly Audit[] }[];
  /** Audits of the same type of body in other municipalities. */
  readonly sameBodyTypes: readonly { readonly type: BodyType; readonly audits: readonly Audit[] }[];
}

/** Audits of the same principal, of the same topics and of the same types of bodies elsewhere. */
export function furtherFrom(audit: Audit): Further {
  const others = (audits: readonly Audit[]) => audits.filter((other) => other !== audit);
  const sameMunicipality = others(audit.municipality.audits);
  const types = new Set(audit.bodies.flatMap(({ body }) => body.type ?? []));
  return {
    ...(sameMunicipality.length > 0 && { sameMunicipality }),
    sameTopics: audit.topics
      .map((topic) => ({ topic, audits: others(topic.audits) }))
      .filter(({ audits }) => audits.length > 0),
    sameBodyTypes: [...types]
      .map((type) => ({
        type,
        audits: type.audits.filter(({ municipality }) => municipality !== audit.municipality),
      }))
      .filter(({ audits }) => audits.length > 0),
  };
}
