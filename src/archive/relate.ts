import { compareSectionKeys, sectionReference } from '../criteria/index.ts';
import type { Block, Compiled, Figure } from '../reports/index.ts';
import { type BodyData, type Grade, gradeOfVerdict, type PlainDate } from '../schemas/index.ts';
import { isAfter, yearOf } from './dates.ts';
import type {
  GrowingArea,
  GrowingAudit,
  GrowingAuditor,
  GrowingBody,
  GrowingBodyType,
  GrowingCriterion,
  GrowingFinding,
  GrowingIssuer,
  GrowingMunicipality,
  GrowingPart,
  GrowingQuestion,
  GrowingRecommendation,
  GrowingSystem,
  GrowingTerm,
  GrowingTopic,
} from './growing.ts';
import { notFollowedUp, relateLedger } from './ledger.ts';
import type { Content } from './load.ts';
import type {
  Addressee,
  Archive,
  Audit,
  Body,
  Citation,
  CitedCriterion,
  CriterionPart,
  GlossaryTerm,
  Municipality,
  OwnPage,
} from './types.ts';

type AuditFile = Content['audits'] extends ReadonlyMap<string, infer File> ? File : never;
type AuditContent = NonNullable<AuditFile['data']>;

const swedishOrder = new Intl.Collator('sv');

/** Reads a figure's size in pixels; the name is from the content folder. */
export type FigureSize = (name: string) => { readonly width: number; readonly height: number };

/** Relates checked content. Content with errors is not to be related: every reference must hold. */
export function related(
  content: Content,
  asOf: PlainDate,
  figureSize: FigureSize,
  isOfThePast = false,
): Archive {
  return new Relater(content, figureSize).archive(asOf, isOfThePast);
}

class Relater {
  readonly #content: Content;
  readonly #figureSize: FigureSize;
  readonly #municipalities = new Map<string, GrowingMunicipality>();
  readonly #bodies = new Map<string, GrowingBody>();
  readonly #bodyTypes = new Map<string, GrowingBodyType>();
  readonly #topics = new Map<string, GrowingTopic>();
  readonly #auditors = new Map<string, GrowingAuditor>();
  readonly #systems = new Map<string, GrowingSystem>();
  readonly #issuers = new Map<string, GrowingIssuer>();
  readonly #criteria = new Map<string, GrowingCriterion>();
  readonly #parts = new Map<string, GrowingPart>();
  readonly #audits = new Map<string, GrowingAudit>();
  /** By the audit's id and their own: `1490-boras/2017-informationssakerhet#f3`. */
  readonly #questions = new Map<string, GrowingQuestion>();
  readonly #findings = new Map<string, GrowingFinding>();
  readonly #recommendations = new Map<string, GrowingRecommendation>();

  constructor(content: Content, figureSize: FigureSize) {
    this.#content = content;
    this.#figureSize = figureSize;
  }

  archive(asOf: PlainDate, isOfThePast: boolean): Archive {
    this.#relateBodyTypesAndTopics();
    this.#relateMunicipalities();
    this.#relateAuditorsAndSystems();
    this.#relateCriteria();
    for (const [id, file] of newestFirst(this.#content.audits)) {
      if (file.data && !isAfter(file.data.published, asOf)) this.#relateAudit(id, file, file.data);
    }
    this.#sortCriteria();
    const followUps = relateLedger(this.#content, asOf, {
      audits: this.#audits,
      questions: this.#questions,
      findings: this.#findings,
      recommendations: this.#recommendations,
      bodies: this.#bodies,
    });
    const audits = [...this.#audits.values()];
    const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
      swedishOrder.compare(a.name, b.name);
    return {
      asOf,
      isOfThePast,
      audits,
      recommendations: audits.flatMap(({ recommendations }) => recommendations),
      followUps,
      municipalities: [...this.#municipalities.values()].toSorted((a, b) =>
        swedishOrder.compare(a.place, b.place),
      ),
      bodyTypes: [...this.#bodyTypes.values()].toSorted(byName),
      topics: [...this.#topics.values()].toSorted(byName),
      auditors: [...this.#auditors.values()].toSorted(byName),
      systems: [...this.#systems.values()].toSorted(byName),
      criteria: [...this.#criteria.values()].toSorted(byName),
      glossary: this.#glossary(),
      thesaurus: this.#content.thesaurus.data ?? [],
      pages: this.#pages(),
    };
  }

  #relateBodyTypesAndTopics(): void {
    for (const data of this.#content.bodyTypes.data ?? []) {
      this.#bodyTypes.set(data.id, {
        ...data,
        path: `/namnder/${data.id}/`,
        bodies: [],
        audits: [],
        recommendations: [],
      });
    }
    for (const { broader: _broader, ...data } of this.#content.topics.data ?? []) {
      this.#topics.set(data.id, {
        ...data,
        path: `/amnen/${data.id}/`,
        narrower: [],
        audits: [],
        findings: [],
        recommendations: [],
      });
    }
    for (const { id, broader } of this.#content.topics.data ?? []) {
      if (broader === undefined) continue;
      const topic = found(this.#topics, id);
      const parent = found(this.#topics, broader);
      topic.broader = parent;
      parent.narrower.push(topic);
    }
  }

  #relateMunicipalities(): void {
    for (const [id, { data }] of this.#content.municipalities) {
      if (!data) continue;
      const slug = id.slice(data.code.length + 1);
      const { successors: _successors, silence: _silence, bodies: _bodies, ...own } = data;
      this.#municipalities.set(id, {
        ...own,
        id,
        slug,
        path: `/kommuner/${slug}/`,
        successors: [],
        predecessors: [],
        bodies: [],
        audits: [],
        auditors: [],
      });
    }
    for (const [id, { data }] of this.#content.municipalities) {
      if (!data) continue;
      const municipality = found(this.#municipalities, id);
      for (const successor of data.successors) {
        municipality.successors.push(found(this.#municipalities, successor));
        found(this.#municipalities, successor).predecessors.push(municipality);
      }
      for (const body of data.bodies) this.#relateBody(municipality, body);
      for (const { id: bodyId, successors } of data.bodies) {
        const body = found(this.#bodies, `${id}/${bodyId}`);
        for (const successorId of successors) {
          const successor = found(this.#bodies, `${id}/${successorId}`);
          body.successors.push(successor);
          successor.predecessors.push(body);
        }
      }
      municipality.bodies.sort((a, b) => swedishOrder.compare(a.name, b.name));
    }
  }

  #relateBody(
    municipality: GrowingMunicipality,
    { type, successors: _successors, sharedWith, ...own }: Compiled<BodyData>,
  ): void {
    const bodyType = type === undefined ? undefined : found(this.#bodyTypes, type);
    const body: GrowingBody = {
      ...own,
      key: `${municipality.id}/${own.id}`,
      path: `${municipality.path}${own.id}/`,
      municipality,
      sharedWith: sharedWith.map((id) => found(this.#municipalities, id)),
      ...(bodyType && { type: bodyType }),
      successors: [],
      predecessors: [],
      audits: [],
      recommendations: [],
      findings: [],
      responses: [],
    };
    this.#bodies.set(body.key, body);
    municipality.bodies.push(body);
    bodyType?.bodies.push(body);
  }

  #relateAuditorsAndSystems(): void {
    for (const [id, { data }] of this.#content.auditors) {
      if (!data) continue;
      const { municipality: municipalityId, silence: _silence, ...own } = data;
      const municipality =
        municipalityId === undefined ? undefined : found(this.#municipalities, municipalityId);
      const auditor: GrowingAuditor = {
        ...own,
        id,
        path: `/revisorer/${id}/`,
        ...(municipality && { municipality }),
        commissioned: [],
        assisted: [],
      };
      this.#auditors.set(id, auditor);
      municipality?.auditors.push(auditor);
    }
    for (const [id, { data }] of this.#content.systems) {
      if (!data) continue;
      const { silence: _silence, ...own } = data;
      this.#systems.set(id, {
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

  #relateCriteria(): void {
    for (const { successors: _successors, ...own } of this.#content.issuers.data ?? []) {
      this.#issuers.set(own.id, { ...own, successors: [] });
    }
    for (const { id, successors } of this.#content.issuers.data ?? []) {
      found(this.#issuers, id).successors.push(
        ...successors.map((successor) => found(this.#issuers, successor)),
      );
    }
    for (const [id, { data }] of this.#content.criteria) {
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
      this.#criteria.set(id, {
        ...own,
        id,
        path: `/kriterier/${id}/`,
        shortName: data.shortNames[0] ?? data.name,
        ...(issuer !== undefined && { issuer: found(this.#issuers, issuer) }),
        ...(municipality !== undefined && { municipality: found(this.#municipalities, municipality) }),
        replaces: [],
        replacedBy: [],
        chapters: [],
        sections: [],
        citations: [],
        audits: [],
      });
    }
    for (const [id, { data }] of this.#content.criteria) {
      if (!data) continue;
      const criterion = found(this.#criteria, id);
      for (const olderId of data.replaces) {
        const older = found(this.#criteria, olderId);
        criterion.replaces.push(older);
        older.replacedBy.push(criterion);
      }
      for (const { chapter, title } of data.chapters) this.#part(criterion, chapter).title = title;
      for (const { section, title } of data.sections) this.#part(criterion, section).title = title;
    }
    for (const [id, { data }] of this.#content.criteria) {
      for (const { section, replaces } of data?.sections ?? []) {
        const part = this.#part(found(this.#criteria, id), section);
        for (const { criterion, section: olderSection, note } of replaces) {
          const older = this.#part(found(this.#criteria, criterion), olderSection);
          part.replaces.push({ part: older, ...(note !== undefined && { note }) });
          older.replacedBy.push({ part, ...(note !== undefined && { note }) });
        }
      }
    }
  }

  /** The part of a criterion with a key, made when it is first named; a section in a chapter makes its chapter too. */
  #part(criterion: GrowingCriterion, key: string): GrowingPart {
    const partKey = `${criterion.id} ${key}`;
    const known = this.#parts.get(partKey);
    if (known) return known;
    const reference = sectionReference(key, criterion.division);
    if (!reference) throw new Error(`${criterion.id} has no part "${key}"; the check must come first.`);
    const chapter = reference.chapter === undefined ? undefined : this.#part(criterion, reference.chapter);
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
    this.#parts.set(partKey, part);
    (reference.kind === 'chapter' ? criterion.chapters : criterion.sections).push(part);
    chapter?.sections.push(part);
    return part;
  }

  #sortCriteria(): void {
    const byKey = (a: CriterionPart, b: CriterionPart) => compareSectionKeys(a.key, b.key);
    for (const criterion of this.#criteria.values()) {
      criterion.chapters.sort(byKey);
      criterion.sections.sort(byKey);
    }
    for (const part of this.#parts.values()) part.sections.sort(byKey);
  }

  #relateAudit(id: string, file: AuditFile, data: AuditContent): void {
    const municipality = found(this.#municipalities, data.municipality);
    const slug = id.slice(id.indexOf('/') + 1);
    const path = `/granskningar/${municipality.slug}/${slug}/`;
    const commissionedBy =
      data.commissionedBy === undefined ? undefined : found(this.#auditors, data.commissionedBy);
    const experts = data.experts.map((expert) => found(this.#auditors, expert));
    const systems = data.systems.map((system) => found(this.#systems, system));
    const topics = data.topics.map((topic) => found(this.#topics, topic));
    const bodies = data.bodies.map(({ body, as }) => ({
      body: this.#body(municipality, body),
      ...(as !== undefined && { as }),
    }));
    const { body, figures } = this.#bodyWithFigures(file);
    const {
      commissionedBy: _by,
      silence: _silence,
      draft: _draft,
      followsUp: _followsUp,
      responsesRequested: _requested,
      ...own
    } = data;
    const audit: GrowingAudit = {
      ...own,
      id,
      slug,
      path,
      file: file.file,
      municipality,
      listedYear: data.year ?? yearOf(data.published),
      ...(commissionedBy && { commissionedBy }),
      experts,
      people: data.people.map(({ organisation, ...person }) => ({
        ...person,
        ...(organisation !== undefined && { organisation: found(this.#auditors, organisation) }),
      })),
      bodies,
      systems,
      topics,
      criteria: this.#cited(data.criteria),
      verdicts: data.verdicts.map((verdict) => ({
        ...verdict,
        grade: gradeOf(verdict, data),
        bodies: verdict.bodies.map((bodyId) => this.#body(municipality, bodyId)),
      })),
      questions: [],
      areas: [],
      findings: [],
      recommendations: [],
      measures: [],
      samples: [],
      followUps: [],
      followedUpBy: [],
      responses: [],
      responsesRequested: [],
      criticisms: data.criticisms.map((criticism) => ({
        ...criticism,
        body: this.#body(municipality, criticism.body),
      })),
      discharge: data.discharge.map((discharge) => ({
        ...discharge,
        body: this.#body(municipality, discharge.body),
      })),
      sources: data.sources.map(({ criterion, ...source }) => ({
        ...source,
        ...(criterion !== undefined && { criterion: found(this.#criteria, criterion) }),
      })),
      body,
      figures,
    };
    this.#audits.set(id, audit);
    municipality.audits.push(audit);
    commissionedBy?.commissioned.push(audit);
    for (const expert of experts) expert.assisted.push(audit);
    for (const system of systems) system.audits.push(audit);
    for (const topic of topics) topic.audits.push(audit);
    for (const { body: audited } of bodies) audited.audits.push(audit);
    for (const type of this.#typesOf(bodies.map(({ body: audited }) => audited))) type.audits.push(audit);

    this.#relateQuestions(audit, data);
    const areas = new Map(
      data.areas.map((area) => [area.id, { ...area, findings: [], recommendations: [] }]),
    );
    audit.areas.push(...areas.values());
    const findings = this.#relateFindings(audit, data, areas);
    this.#relateRecommendations(audit, data, areas, findings);
    this.#relateFigures(audit, data);
    this.#relateCitations(audit, file);
  }

  #relateQuestions(audit: GrowingAudit, data: AuditContent): void {
    const questions = new Map<string, GrowingQuestion>();
    for (const { answers, under: _under, ...own } of data.questions) {
      questions.set(own.id, {
        ...own,
        audit,
        path: `${audit.path}#${own.id}`,
        answers: answers.map(({ body, system, followUp: _followUp, ...answer }) => ({
          ...answer,
          grade: gradeOf(answer, data),
          ...(body !== undefined && { body: this.#body(audit.municipality, body) }),
          ...(system !== undefined && { system: found(this.#systems, system) }),
        })),
        subquestions: [],
        followUps: [],
      });
    }
    for (const { id, under } of data.questions) {
      const question = found(questions, id);
      this.#questions.set(`${audit.id}#${id}`, question);
      if (under === undefined) audit.questions.push(question);
      else found(questions, under).subquestions.push(question);
    }
  }

  #relateFindings(
    audit: GrowingAudit,
    data: AuditContent,
    areas: ReadonlyMap<string, GrowingArea>,
  ): ReadonlyMap<string, GrowingFinding> {
    const findings = new Map<string, GrowingFinding>();
    for (const { area: areaId, bodies, systems, criteria, topics, ...own } of data.findings) {
      const area = areaId === undefined ? undefined : found(areas, areaId);
      const finding: GrowingFinding = {
        ...own,
        audit,
        path: `${audit.path}#${own.id}`,
        grade: gradeOf(own, data),
        ...(area && { area }),
        bodies: bodies.map((body) => this.#body(audit.municipality, body)),
        systems: systems.map((system) => found(this.#systems, system)),
        criteria: this.#cited(criteria),
        topics: topics.map((topic) => found(this.#topics, topic)),
        recommendations: [],
        followUps: [],
      };
      findings.set(own.id, finding);
      this.#findings.set(`${audit.id}#${own.id}`, finding);
      audit.findings.push(finding);
      area?.findings.push(finding);
      for (const body of bodies) this.#body(audit.municipality, body).findings.push(finding);
      for (const system of systems) found(this.#systems, system).findings.push(finding);
      for (const topic of topics) found(this.#topics, topic).findings.push(finding);
    }
    return findings;
  }

  #relateRecommendations(
    audit: GrowingAudit,
    data: AuditContent,
    areas: ReadonlyMap<string, GrowingArea>,
    findings: ReadonlyMap<string, GrowingFinding>,
  ): void {
    for (const [
      index,
      { finding, area: areaId, to, systems, criteria, topics, parts, ...own },
    ] of data.recommendations.entries()) {
      const restsOn = (finding ?? []).map((id) => found(findings, id));
      const area =
        areaId === undefined ? restsOn.find((candidate) => candidate.area)?.area : found(areas, areaId);
      const recommendation: GrowingRecommendation = {
        ...own,
        audit,
        number: index + 1,
        path: `${audit.path}${own.id}/`,
        findings: restsOn,
        ...(area && { area }),
        toAll: to === 'alla',
        addressees: this.#addressees(audit, to),
        systems: systems.map((system) => found(this.#systems, system)),
        criteria: this.#cited(criteria),
        topics: topics.map((topic) => found(this.#topics, topic)),
        parts: parts.map((part) => ({ ...part, standings: [] })),
        ...notFollowedUp(audit),
      };
      this.#recommendations.set(`${audit.id}#${own.id}`, recommendation);
      audit.recommendations.push(recommendation);
      for (const each of restsOn) each.recommendations.push(recommendation);
      if (area) found(areas, area.id).recommendations.push(recommendation);
      const addressed = new Set(
        recommendation.addressees.flatMap((addressee) => (addressee.kind === 'body' ? [addressee.body] : [])),
      );
      for (const { key } of addressed) found(this.#bodies, key).recommendations.push(recommendation);
      for (const type of this.#typesOf(addressed)) type.recommendations.push(recommendation);
      for (const system of systems) found(this.#systems, system).recommendations.push(recommendation);
      for (const topic of topics) found(this.#topics, topic).recommendations.push(recommendation);
    }
  }

  #addressees(audit: Audit, to: AuditContent['recommendations'][number]['to']): Addressee[] {
    if (to === 'alla') {
      return [
        ...audit.bodies.map(({ body }): Addressee => ({ kind: 'body', body })),
        ...audit.groups.map((group): Addressee => ({ kind: 'group', group })),
      ];
    }
    return to.map((addressee): Addressee => {
      if (typeof addressee === 'string')
        return { kind: 'body', body: this.#body(audit.municipality, addressee) };
      const role = addressee.role === undefined ? {} : { role: addressee.role };
      return 'body' in addressee
        ? { kind: 'body', body: this.#body(audit.municipality, addressee.body), ...role }
        : { kind: 'group', group: addressee.group, ...role };
    });
  }

  #relateFigures(audit: GrowingAudit, data: AuditContent): void {
    const subject = ({
      system,
      body,
    }: {
      readonly system?: string | undefined;
      readonly body?: string | undefined;
    }) => ({
      ...(system !== undefined && { system: found(this.#systems, system) }),
      ...(body !== undefined && { body: this.#body(audit.municipality, body) }),
    });
    for (const { system, body, ...own } of data.measures) {
      const measure = { ...own, audit, ...subject({ system, body }) };
      audit.measures.push(measure);
      if (system !== undefined) found(this.#systems, system).measures.push(measure);
    }
    for (const { system, body, ...own } of data.samples) {
      const sample = { ...own, audit, path: `${audit.path}#${own.id}`, ...subject({ system, body }) };
      audit.samples.push(sample);
      if (system !== undefined) found(this.#systems, system).samples.push(sample);
    }
  }

  #relateCitations(audit: Audit, file: AuditFile): void {
    const cite = (
      cited: readonly CitedCriterion[],
      place: Citation['place'],
      where: Pick<Citation, 'finding' | 'recommendation'> = {},
    ) => {
      for (const { criterion, parts } of cited) {
        for (const part of parts.length > 0 ? parts : [undefined])
          this.#addCitation({ criterion, ...(part && { part }), place, audit, ...where });
      }
    };
    cite(audit.criteria, 'criteria');
    for (const finding of audit.findings) cite(finding.criteria, 'finding', { finding });
    for (const recommendation of audit.recommendations)
      cite(recommendation.criteria, 'recommendation', { recommendation });
    const inText = new Set(file.cites.map(({ criterion, section }) => `${criterion} ${section ?? ''}`));
    for (const key of inText) {
      const [id = '', section = ''] = key.split(' ');
      const criterion = found(this.#criteria, id);
      this.#addCitation({
        criterion,
        ...(section && { part: this.#part(criterion, section) }),
        place: 'text',
        audit,
      });
    }
  }

  #addCitation(citation: Citation): void {
    const criterion = found(this.#criteria, citation.criterion.id);
    criterion.citations.push(citation);
    if (!criterion.audits.includes(citation.audit)) criterion.audits.push(citation.audit);
    if (!citation.part) return;
    this.#part(criterion, citation.part.key).citations.push(citation);
    if (citation.part.chapter) this.#part(criterion, citation.part.chapter.key).citations.push(citation);
  }

  #cited(cited: AuditContent['criteria']): CitedCriterion[] {
    return cited.map(({ criterion: id, sections, printed }) => {
      const criterion = found(this.#criteria, id);
      return {
        criterion,
        parts: sections.map((section) => this.#part(criterion, section)),
        ...(printed !== undefined && { printed }),
      };
    });
  }

  #typesOf(bodies: Iterable<Body>): ReadonlySet<GrowingBodyType> {
    return new Set([...bodies].flatMap(({ type }) => (type ? found(this.#bodyTypes, type.id) : [])));
  }

  #body(municipality: Municipality, id: string): GrowingBody {
    return found(this.#bodies, `${municipality.id}/${id}`);
  }

  #bodyWithFigures({ file, body }: AuditFile): Pick<Audit, 'body' | 'figures'> {
    const folder = file.replace(/\.mdx$/, '');
    const figures: Figure[] = [];
    const blocks = body.blocks.map((block): Block => {
      if (block.kind !== 'component' || block.name !== 'Figure') return block;
      const figure = { ...block.props, ...this.#figureSize(`${folder}/${block.props.src}`) };
      figures.push(figure);
      return { ...block, props: figure };
    });
    return { body: { ...body, blocks }, figures };
  }

  #glossary(): GlossaryTerm[] {
    const terms = new Map<string, GrowingTerm>();
    for (const { see: _see, ...own } of this.#content.glossary.data ?? []) {
      terms.set(own.id, { ...own, path: `/ordlista/#${own.id}`, see: [] });
    }
    for (const { id, see } of this.#content.glossary.data ?? [])
      found(terms, id).see.push(...see.map((other) => found(terms, other)));
    return [...terms.values()].toSorted((a, b) => swedishOrder.compare(a.term, b.term));
  }

  #pages(): OwnPage[] {
    const pages = [...this.#content.pages].flatMap(([stem, { data, body }]) => {
      if (!data) return [];
      const { silence: _silence, ...own } = data;
      const slug = stem === 'om' ? '' : stem;
      return [{ ...own, slug, path: slug === '' ? '/om/' : `/om/${slug}/`, body }];
    });
    return pages.toSorted((a, b) => a.order - b.order || swedishOrder.compare(a.title, b.title));
  }
}

/** The grade an author wrote, else what the report's own scale or the table of known words says of the verdict. */
function gradeOf(
  { verdict, grade }: { readonly verdict?: string | undefined; readonly grade?: Grade | undefined },
  data: AuditContent,
): Grade {
  if (grade !== undefined) return grade;
  if (verdict === undefined) return 'ungraded';
  const inScale = data.scales
    .flatMap(({ words }) => words)
    .find(({ word }) => word.toLowerCase() === verdict.toLowerCase());
  return inScale?.grade ?? gradeOfVerdict(verdict) ?? 'other';
}

/** By year, then date of publication, then id, the newest first; drafts are left out. */
function newestFirst(audits: Content['audits']): readonly (readonly [string, AuditFile])[] {
  const sortKey = ({ data }: AuditFile) =>
    `${data?.year ?? data?.published.slice(0, 4) ?? ''} ${data?.published ?? ''}`;
  return [...audits]
    .filter(([, { data }]) => data?.draft !== true)
    .toSorted(([idA, a], [idB, b]) => {
      const [keyA, keyB] = [sortKey(a), sortKey(b)];
      if (keyA !== keyB) return keyA < keyB ? 1 : -1;
      return idA < idB ? -1 : 1;
    });
}

function found<Value>(map: ReadonlyMap<string, Value>, id: string): Value {
  const value = map.get(id);
  if (value === undefined) throw new Error(`"${id}" is not in the register; the check must come first.`);
  return value;
}
