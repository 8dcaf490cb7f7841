import { found, type GrowingArchive, type GrowingAuditor, type GrowingTerm } from './growing.ts';
import type { Content } from './load.ts';
import { swedishOrder } from './swedish-order.ts';
import type { GlossaryTerm } from './types.ts';

export function relateBodyTypesAndTopics(content: Content, growing: GrowingArchive): void {
  for (const data of content.bodyTypes.data ?? []) {
    growing.bodyTypes.set(data.id, {
      ...data,
      path: `/namnder/${data.id}/`,
      bodies: [],
      audits: [],
      recommendations: [],
    });
  }
  for (const { broader: _broader, ...data } of content.topics.data ?? []) {
    growing.topics.set(data.id, {
      ...data,
      path: `/amnen/${data.id}/`,
      narrower: [],
      audits: [],
      findings: [],
      recommendations: [],
    });
  }
  for (const { id, broader } of content.topics.data ?? []) {
    if (broader === undefined) continue;
    const topic = found(growing.topics, id);
    const parent = found(growing.topics, broader);
    topic.broader = parent;
    parent.narrower.push(topic);
  }
}

/** Municipalities are to be related before. */
export function relateAuditorsAndSystems(content: Content, growing: GrowingArchive): void {
  for (const [id, { data }] of content.auditors) {
    if (!data) continue;
    const { municipality: municipalityId, silence: _silence, ...own } = data;
    const municipality =
      municipalityId === undefined ? undefined : found(growing.municipalities, municipalityId);
    const auditor: GrowingAuditor = {
      ...own,
      id,
      path: `/revisorer/${id}/`,
      ...(municipality && { municipality }),
      commissioned: [],
      assisted: [],
    };
    growing.auditors.set(id, auditor);
    municipality?.auditors.push(auditor);
  }
  for (const [id, { data }] of content.systems) {
    if (!data) continue;
    const { silence: _silence, ...own } = data;
    growing.systems.set(id, {
      ...own,
      id,
      path: `/system/${id}/`,
      audits: [],
      findings: [],
      recommendations: [],
      measures: [],
      samples: [],
    });
  }
}

export function glossaryOf(content: Content): GlossaryTerm[] {
  const terms = new Map<string, GrowingTerm>();
  for (const { see: _see, ...own } of content.glossary.data ?? []) {
    terms.set(own.id, { ...own, path: `/ordlista/#${own.id}`, see: [] });
  }
  for (const { id, see } of content.glossary.data ?? [])
    found(terms, id).see.push(...see.map((other) => found(terms, other)));
  return [...terms.values()].toSorted((a, b) => swedishOrder.compare(a.term, b.term));
}
