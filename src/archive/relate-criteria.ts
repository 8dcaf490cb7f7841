import { compareSectionKeys, sectionReference } from '../criteria/index.ts';
import { found, type GrowingArchive, type GrowingCriterion, type GrowingPart } from './growing.ts';
import type { Content } from './load.ts';
import type { Audit, Citation, CriterionPart } from './types.ts';

/** Criteria with their issuers, their parts and what they replaced; municipalities are to be related before. */
export function relateCriteria(content: Content, growing: GrowingArchive): void {
  for (const { successors: _successors, ...own } of content.issuers.data ?? []) {
    growing.issuers.set(own.id, { ...own, successors: [] });
  }
  for (const { id, successors } of content.issuers.data ?? []) {
    found(growing.issuers, id).successors.push(
      ...successors.map((successor) => found(growing.issuers, successor)),
    );
  }
  for (const [id, { data }] of content.criteria) {
    if (!data) continue;
    const {
      issuer,
      municipality,
      chapters: _chapters,
      sections: _sections,
      replaces: _replaces,
      silence: _silence,
      ...own
    } = data;
    growing.criteria.set(id, {
      ...own,
      id,
      path: `/kriterier/${id}/`,
      shortName: data.shortNames[0] ?? data.name,
      ...(issuer !== undefined && { issuer: found(growing.issuers, issuer) }),
      ...(municipality !== undefined && { municipality: found(growing.municipalities, municipality) }),
      replaces: [],
      replacedBy: [],
      chapters: [],
      sections: [],
      citations: [],
      audits: [],
    });
  }
  for (const [id, { data }] of content.criteria) {
    if (!data) continue;
    const criterion = found(growing.criteria, id);
    for (const olderId of data.replaces) {
      const older = found(growing.criteria, olderId);
      criterion.replaces.push(older);
      older.replacedBy.push(criterion);
    }
    for (const { chapter, title } of data.chapters) partOf(growing, criterion, chapter).title = title;
    for (const { section, title } of data.sections) partOf(growing, criterion, section).title = title;
  }
  for (const [id, { data }] of content.criteria) {
    for (const { section, replaces } of data?.sections ?? []) {
      const part = partOf(growing, found(growing.criteria, id), section);
      for (const { criterion, section: olderSection, note } of replaces) {
        const older = partOf(growing, found(growing.criteria, criterion), olderSection);
        part.replaces.push({ part: older, ...(note !== undefined && { note }) });
        older.replacedBy.push({ part, ...(note !== undefined && { note }) });
      }
    }
  }
}

/** The part of a criterion with a key, made when it is first named; a section in a chapter makes its chapter too. */
export function partOf(growing: GrowingArchive, criterion: GrowingCriterion, key: string): GrowingPart {
  const partKey = `${criterion.id} ${key}`;
  const known = growing.parts.get(partKey);
  if (known) return known;
  const reference = sectionReference(key, criterion.division);
  if (!reference) throw new Error(`${criterion.id} has no part "${key}"; the check must come first.`);
  const chapter = reference.chapter === undefined ? undefined : partOf(growing, criterion, reference.chapter);
  const part: GrowingPart = {
    criterion,
    kind: reference.kind,
    key,
    label: reference.label,
    citation: `${reference.label} ${criterion.shortName}`,
    path: `${criterion.path}${reference.slug}/`,
    ...(chapter && { chapter }),
    sections: [],
    replaces: [],
    replacedBy: [],
    citations: [],
  };
  growing.parts.set(partKey, part);
  (reference.kind === 'chapter' ? criterion.chapters : criterion.sections).push(part);
  chapter?.sections.push(part);
  return part;
}

/** Orders the parts of criteria as they stand in the law, and what cites them as the audits stand: the newest first. */
export function sortCriteria(growing: GrowingArchive): void {
  const byKey = (a: CriterionPart, b: CriterionPart) => compareSectionKeys(a.key, b.key);
  const place = new Map<Audit, number>([...growing.audits.values()].map((audit, index) => [audit, index]));
  const byAudit = (a: Audit, b: Audit) => (place.get(a) ?? 0) - (place.get(b) ?? 0);
  const byCitingAudit = (a: Citation, b: Citation) => byAudit(a.audit, b.audit);
  for (const criterion of growing.criteria.values()) {
    criterion.chapters.sort(byKey);
    criterion.sections.sort(byKey);
    criterion.citations.sort(byCitingAudit);
    criterion.audits.sort(byAudit);
  }
  for (const part of growing.parts.values()) {
    part.sections.sort(byKey);
    part.citations.sort(byCitingAudit);
  }
}

export function addCitation(growing: GrowingArchive, citation: Citation): void {
  const criterion = found(growing.criteria, citation.criterion.id);
  criterion.citations.push(citation);
  if (!criterion.audits.includes(citation.audit)) criterion.audits.push(citation.audit);
  if (!citation.part) return;
  partOf(growing, criterion, citation.part.key).citations.push(citation);
  if (citation.part.chapter) partOf(growing, criterion, citation.part.chapter.key).citations.push(citation);
}
