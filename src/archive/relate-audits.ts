import type { Block, Figure } from '../reports/index.ts';
import { type Grade, gradeOfVerdict, type PlainDate } from '../schemas/index.ts';
import { isAfter, yearOf } from './dates.ts';
import {
  found,
  type GrowingArchive,
  type GrowingArea,
  type GrowingAudit,
  type GrowingBody,
  type GrowingBodyType,
  type GrowingFinding,
  type GrowingQuestion,
  type GrowingRecommendation,
} from './growing.ts';
import { notFollowedUp } from './ledger.ts';
import type { Content } from './load.ts';
import { addCitation, partOf } from './relate-criteria.ts';
import type { Addressee, Audit, Body, Citation, CitedCriterion, Municipality } from './types.ts';

type AuditFile = Content['audits'] extends ReadonlyMap<string, infer File> ? File : never;
type AuditContent = NonNullable<AuditFile['data']>;

/** Reads a figure's size in pixels; the name is from the content folder. */
export type FigureSize = (name: string) => { readonly width: number; readonly height: number };

/** The reports published at `asOf`, and drafts if they are wanted, the newest first, with their parts and what they refer to. Every register is to be related before. */
export function relateAudits(
  content: Content,
  growing: GrowingArchive,
  asOf: PlainDate,
  figureSize: FigureSize,
  withDrafts: boolean,
): void {
  const relater = new AuditRelater(growing, figureSize);
  for (const [id, file] of newestFirst(content.audits)) {
    if (!file.data || isAfter(file.data.published, asOf)) continue;
    if (withDrafts || file.data.draft !== true) relater.relate(id, file, file.data);
  }
}

class AuditRelater {
  readonly #growing: GrowingArchive;
  readonly #figureSize: FigureSize;

  constructor(growing: GrowingArchive, figureSize: FigureSize) {
    this.#growing = growing;
    this.#figureSize = figureSize;
  }

  relate(id: string, file: AuditFile, data: AuditContent): void {
    const municipality = found(this.#growing.municipalities, data.municipality);
    const slug = id.slice(id.indexOf('/') + 1);
    const path = `/granskningar/${municipality.slug}/${slug}/`;
    const commissionedBy =
      data.commissionedBy === undefined ? undefined : found(this.#growing.auditors, data.commissionedBy);
    const experts = data.experts.map((expert) => found(this.#growing.auditors, expert));
    const systems = data.systems.map((system) => found(this.#growing.systems, system));
    const topics = data.topics.map((topic) => found(this.#growing.topics, topic));
    const bodies = data.bodies.map(({ body, as }) => ({
      body: this.#body(municipality, body),
      ...(as !== undefined && { as }),
    }));
    const { body, figures } = this.#bodyWithFigures(file);
    const {
      commissionedBy: _by,
      silence: _silence,
      draft,
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
      digest: file.digest ?? '',
      municipality,
      listedYear: data.year ?? yearOf(data.published),
      isDraft: draft === true,
      ...(commissionedBy && { commissionedBy }),
      experts,
      people: data.people.map(({ organisation, ...person }) => ({
        ...person,
        ...(organisation !== undefined && { organisation: found(this.#growing.auditors, organisation) }),
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
      citedInText: [],
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
        ...(criterion !== undefined && { criterion: found(this.#growing.criteria, criterion) }),
      })),
      body,
      figures,
    };
    this.#growing.audits.set(id, audit);
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
          ...(system !== undefined && { system: found(this.#growing.systems, system) }),
        })),
        subquestions: [],
        followUps: [],
      });
    }
    for (const { id, under, answers } of data.questions) {
      const question = found(questions, id);
      if (answers.some(({ followUp }) => followUp !== undefined)) {
        const followUps = answers.map(({ followUp }) => followUp);
        this.#growing.answersOnFollowUps.push({ audit, question, followUps });
      }
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
        systems: systems.map((system) => found(this.#growing.systems, system)),
        criteria: this.#cited(criteria),
        topics: topics.map((topic) => found(this.#growing.topics, topic)),
        recommendations: [],
        followUps: [],
      };
      findings.set(own.id, finding);
      audit.findings.push(finding);
      area?.findings.push(finding);
      for (const body of bodies) this.#body(audit.municipality, body).findings.push(finding);
      for (const system of systems) found(this.#growing.systems, system).findings.push(finding);
      for (const topic of topics) found(this.#growing.topics, topic).findings.push(finding);
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
        systems: systems.map((system) => found(this.#growing.systems, system)),
        criteria: this.#cited(criteria),
        topics: topics.map((topic) => found(this.#growing.topics, topic)),
        parts: parts.map((part) => ({ ...part, standings: [] })),
        ...notFollowedUp(audit, this.#growing.followUpAfterYears),
      };
      audit.recommendations.push(recommendation);
      for (const each of restsOn) each.recommendations.push(recommendation);
      if (area) found(areas, area.id).recommendations.push(recommendation);
      const addressed = new Set(
        recommendation.addressees.flatMap((addressee) => (addressee.kind === 'body' ? [addressee.body] : [])),
      );
      for (const { key } of addressed) found(this.#growing.bodies, key).recommendations.push(recommendation);
      for (const type of this.#typesOf(addressed)) type.recommendations.push(recommendation);
      for (const system of systems) found(this.#growing.systems, system).recommendations.push(recommendation);
      for (const topic of topics) found(this.#growing.topics, topic).recommendations.push(recommendation);
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
      ...(system !== undefined && { system: found(this.#growing.systems, system) }),
      ...(body !== undefined && { body: this.#body(audit.municipality, body) }),
    });
    for (const { system, body, ...own } of data.measures) {
      const measure = { ...own, audit, ...subject({ system, body }) };
      audit.measures.push(measure);
      if (system !== undefined) found(this.#growing.systems, system).measures.push(measure);
    }
    for (const { system, body, ...own } of data.samples) {
      const sample = { ...own, audit, path: `${audit.path}#${own.id}`, ...subject({ system, body }) };
      audit.samples.push(sample);
      if (system !== undefined) found(this.#growing.systems, system).samples.push(sample);
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
          addCitation(this.#growing, { criterion, ...(part && { part }), place, audit, ...where });
      }
    };
    cite(audit.criteria, 'criteria');
    for (const finding of audit.findings) cite(finding.criteria, 'finding', { finding });
    for (const recommendation of audit.recommendations)
      cite(recommendation.criteria, 'recommendation', { recommendation });
    const inText = new Set(file.cites.map(({ criterion, section }) => `${criterion} ${section ?? ''}`));
    for (const key of inText) {
      const [id = '', section = ''] = key.split(' ');
      const criterion = found(this.#growing.criteria, id);
      addCitation(this.#growing, {
        criterion,
        ...(section && { part: partOf(this.#growing, criterion, section) }),
        place: 'text',
        audit,
      });
    }
  }

  #cited(cited: AuditContent['criteria']): CitedCriterion[] {
    return cited.map(({ criterion: id, sections, printed }) => {
      const criterion = found(this.#growing.criteria, id);
      return {
        criterion,
        parts: sections.map((section) => partOf(this.#growing, criterion, section)),
        ...(printed !== undefined && { printed }),
      };
    });
  }

  #typesOf(bodies: Iterable<Body>): ReadonlySet<GrowingBodyType> {
    return new Set([...bodies].flatMap(({ type }) => (type ? found(this.#growing.bodyTypes, type.id) : [])));
  }

  #body(municipality: Municipality, id: string): GrowingBody {
    return found(this.#growing.bodies, `${municipality.id}/${id}`);
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

/** By year, then date of publication, then id, the newest first. */
function newestFirst(audits: Content['audits']): readonly (readonly [string, AuditFile])[] {
  const sortKey = ({ data }: AuditFile) =>
    `${data?.year ?? data?.published.slice(0, 4) ?? ''} ${data?.published ?? ''}`;
  return [...audits].toSorted(([idA, a], [idB, b]) => {
    const [keyA, keyB] = [sortKey(a), sortKey(b)];
    if (keyA !== keyB) return keyA < keyB ? 1 : -1;
    return idA < idB ? -1 : 1;
  });
}
