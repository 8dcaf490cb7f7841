import {
  type Archive,
  type Audit,
  auditorsOf,
  type Body,
  type BodyType,
  type CitedCriterion,
  type Criterion,
  criteriaOf,
  type Finding,
  firstDayOf,
  type Municipality,
  type OwnPage,
  type PlainText,
  plainTextIn,
  type Recommendation,
  type System,
  standingsByType,
  type Topic,
  topicsOf,
} from '../../archive/index.ts';
import { grades, labelOf, shownStates } from '../../schemas/index.ts';
import type { LabelsFile, NameEntry } from '../client/files.ts';
import type { Facet, Particulars } from '../client/types.ts';
import { sectionsOf } from './body-sections.ts';
import type { SearchRecord } from './record.ts';

export type CompiledBody = OwnPage['body'];

/** Pages that are code, and stand nowhere in the archive: the guide's. */
export interface FurtherPage {
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

/**
 * Everything in the archive that can be found. Reports come first, the oldest first, each with its sections, findings and
 * recommendations; then what has no date.
 */
export function* archiveRecords(
  archive: Archive,
  furtherPages: readonly FurtherPage[] = [],
): Generator<SearchRecord> {
  const plain = plainTextIn(archive);
  for (const audit of archive.audits.toReversed()) yield* auditRecords(audit, archive, plain);
  for (const criterion of archive.criteria) yield* criterionRecords(criterion, plain);
  for (const municipality of archive.municipalities) yield* municipalityRecords(municipality);
  yield* pageRecords(archive, plain, furtherPages);
}

function* auditRecords(audit: Audit, archive: Archive, plain: PlainText): Generator<SearchRecord> {
  const { municipality, path, title, subtitle, listedYear, published, verdicts } = audit;
  const report = { path, title, particulars: auditParticulars(audit) };
  const auditors = auditorsOf(audit);
  const common = {
    report,
    date: firstDayOf(published),
    context: [
      municipality.name,
      municipality.place,
      String(listedYear),
      title,
      ...auditors.map(({ name }) => name),
    ],
  };
  const ofAudit = {
    municipality: [municipality.slug],
    year: [String(listedYear)],
    auditor: auditors.map(({ id }) => id),
  };
  const whole = {
    ...ofAudit,
    bodyType: bodyTypesOf(audit.bodies.map(({ body }) => body)),
    topic: idsOf(audit.topics),
    criterion: audit.criteria.map(({ criterion }) => criterion.id),
    system: idsOf(audit.systems),
    verdict: verdicts.map(({ grade }) => slugOfGrade(grade)),
  } satisfies SearchRecord['facets'];
  const boardNames = audit.bodies.map(({ body }) => body.name);
  const alsoKnownAs = [...namesOf(audit.topics), ...namesOf(audit.systems)];

  yield {
    ...common,
    id: audit.id,
    path,
    kind: 'audit',
    title: subtitle === undefined ? title : `${title}. ${subtitle}`,
    text: [
      plain(audit.purpose),
      plain(audit.scope?.includes),
      ...verdicts.map(({ about, verdict, text }) => `${about}: ${verdict}. ${plain(text) ?? ''}`),
      ...audit.questions.map(({ text }) => plain(text)),
      boardNames.join(', '),
    ]
      .filter((part) => part !== undefined)
      .join(' '),
    context: common.context,
    alsoKnownAs,
    cites: [...audit.criteria.flatMap(citationsOf), ...otherNumbersOf(audit.criteria)],
    particulars: auditParticulars(audit),
    facets: whole,
  };
  for (const section of sectionsOf(audit.body, archive)) {
    if (section.text.length < shortestSection) continue;
    yield {
      ...common,
      id: `${audit.id}#${section.id ?? ''}`,
      path: section.id === undefined ? path : `${path}#${section.id}`,
      kind: 'audit',
      isAside: true,
      title: section.title ?? title,
      text: section.text,
      context: [...common.context, ...boardNames],
      alsoKnownAs: [],
      cites: [],
      particulars: { ...auditParticulars(audit), label: section.label },
      facets: whole,
    };
  }
  for (const finding of audit.findings) {
    yield findingRecord(finding, plain, common, ofAudit, whole);
  }
  for (const recommendation of audit.recommendations) {
    yield recommendationRecord(recommendation, plain, common, ofAudit);
  }
}

type Common = Pick<SearchRecord, 'report' | 'date' | 'context'>;

/** A heading with a line under it says nothing by itself. */
const shortestSection = 40;

function findingRecord(
  finding: Finding,
  plain: PlainText,
  common: Common,
  ofAudit: SearchRecord['facets'],
  whole: SearchRecord['facets'],
): SearchRecord {
  const {
    audit,
    id,
    path,
    area,
    observation,
    assessment,
    bodies,
    systems,
    criteria,
    topics,
    verdict,
    grade,
  } = finding;
  const names = bodies.map(({ name }) => name);
  return {
    ...common,
    id: `${audit.id}#${id}`,
    path,
    kind: 'finding',
    title: area?.title ?? audit.title,
    text: [plain(observation), plain(assessment)].filter((part) => part !== undefined).join(' '),
    context: [...common.context, ...names],
    alsoKnownAs: [...namesOf(topics), ...namesOf(systems)],
    cites: [...criteria.flatMap(citationsOf), ...otherNumbersOf(criteria)],
    particulars: {
      municipality: audit.municipality.place,
      year: audit.listedYear,
      bodies: names,
      label: area?.label,
      grade,
      verdict,
    },
    facets: {
      ...ofAudit,
      bodyType: bodies.length > 0 ? bodyTypesOf(bodies) : (whole.bodyType ?? []),
      topic: topics.length > 0 ? idsOf(topics) : (whole.topic ?? []),
      criterion:
        criteria.length > 0 ? criteria.map(({ criterion }) => criterion.id) : (whole.criterion ?? []),
      system: systems.length > 0 ? idsOf(systems) : (whole.system ?? []),
      verdict: [slugOfGrade(grade)],
    },
  };
}

function recommendationRecord(
  recommendation: Recommendation,
  plain: PlainText,
  common: Common,
  ofAudit: SearchRecord['facets'],
): SearchRecord {
  const { audit, path, area, text, parts, addressees, systems, criteria, topics, label, state } =
    recommendation;
  const names = addressees.map((addressee) =>
    addressee.kind === 'body' ? addressee.body.name : addressee.group,
  );
  return {
    ...common,
    id: `${audit.id}#${recommendation.id}`,
    path,
    kind: 'recommendation',
    title: area?.title ?? audit.title,
    text: [plain(text), ...parts.map((part) => plain(part.text))].join(' '),
    context: [...common.context, ...names],
    alsoKnownAs: [...namesOf(topics), ...namesOf(systems)],
    cites: [...criteria.flatMap(citationsOf), ...otherNumbersOf(criteria)],
    particulars: {
      municipality: audit.municipality.place,
      year: audit.listedYear,
      bodies: names,
      label: label ?? `Rekommendation ${recommendation.number}`,
      status: state,
    },
    facets: {
      ...ofAudit,
      bodyType: standingsByType(recommendation).flatMap(({ type }) => type?.id ?? []),
      topic: idsOf(topicsOf(recommendation)),
      criterion: idsOf(criteriaOf(recommendation)),
      system: idsOf(systems.length > 0 ? systems : audit.systems),
      status: [slugOfState(state)],
    },
  };
}

function* criterionRecords(criterion: Criterion, plain: PlainText): Generator<SearchRecord> {
  const { id, path, name, title, shortNames, synonyms, about, number, audits, chapters, sections } =
    criterion;
  const common = { kind: 'criterion', alsoKnownAs: [], facets: { criterion: [id] } } as const;
  yield {
    ...common,
    id: path,
    path,
    title: name,
    text: [title, plain(about)].filter((part) => part !== undefined).join('. '),
    context: [...shortNames, ...(number === undefined ? [] : [number])],
    alsoKnownAs: synonyms,
    cites: [title],
    particulars: { bodies: [], audits: audits.length, ...(number !== undefined && { label: number }) },
  };
  for (const part of [...chapters, ...sections]) {
    if (part.title === undefined && part.citations.length === 0) continue;
    yield {
      ...common,
      ...(part.citations.length === 0 && { isAside: true }),
      id: part.path,
      path: part.path,
      title: part.citation,
      text: part.title ?? '',
      context: [name],
      cites: [part.citation],
      particulars: {
        bodies: [],
        label: part.citation,
        audits: new Set(part.citations.map(({ audit }) => audit)).size,
      },
    };
  }
}

function* municipalityRecords(municipality: Municipality): Generator<SearchRecord> {
  const { path, slug, name, place, earlierNames, bodies, audits } = municipality;
  yield {
    id: path,
    path,
    kind: 'municipality',
    title: name,
    text: [place, ...earlierNames.map((earlier) => earlier.name)].join('. '),
    context: [],
    alsoKnownAs: [],
    cites: [],
    particulars: { municipality: place, bodies: [], audits: audits.length },
    facets: { municipality: [slug] },
  };
  for (const body of bodies) {
    yield {
      id: body.path,
      path: body.path,
      kind: 'municipality',
      title: body.name,
      text: [name, ...body.earlierNames.map((earlier) => earlier.name), body.office]
        .filter((part) => part !== undefined)
        .join('. '),
      context: [place, ...(body.type ? [body.type.name] : [])],
      alsoKnownAs: body.type?.synonyms ?? [],
      cites: [],
      particulars: { municipality: place, bodies: [body.name], audits: body.audits.length },
      facets: { municipality: [slug], bodyType: bodyTypesOf([body]) },
    };
  }
}

function* pageRecords(
  archive: Archive,
  plain: PlainText,
  furtherPages: readonly FurtherPage[],
): Generator<SearchRecord> {
  const { pages, topics, systems, glossary, bodyTypes } = archive;
  const page = (
    path: string,
    title: string,
    text: string,
    alsoKnownAs: readonly string[] = [],
  ): SearchRecord => ({
    id: path,
    path,
    kind: 'page',
    title,
    text,
    context: [],
    alsoKnownAs,
    cites: [],
    particulars: { bodies: [] },
    facets: {},
  });
  for (const { path, title, description, body } of pages) {
    yield page(
      path,
      title,
      [description, ...sectionsOf(body, archive).flatMap((each) => [each.title ?? '', each.text])].join(' '),
    );
  }
  for (const { path, title, text } of furtherPages) yield page(path, title, text);
  for (const { path, name, about, synonyms } of topics) yield page(path, name, plain(about), synonyms);
  for (const { path, plural, about, synonyms } of bodyTypes) yield page(path, plural, plain(about), synonyms);
  for (const { path, name, fullName, kind, about, synonyms } of systems) {
    yield page(
      path,
      name,
      [fullName, kind, plain(about)].filter((part) => part !== undefined).join('. '),
      synonyms,
    );
  }
  for (const { path, term, text, synonyms } of glossary) yield page(path, term, plain(text), synonyms);
}

/** What the facets' values are called, in the order that readers see them. */
export function facetLabels(archive: Archive): LabelsFile {
  const years = [...new Set(archive.audits.map(({ listedYear }) => listedYear))].toSorted((a, b) => b - a);
  const named = (items: readonly { readonly id: string; readonly name: string }[]) =>
    items.map(({ id, name }) => [id, name] as const);
  return {
    municipality: archive.municipalities.map(({ slug, place }) => [slug, place] as const),
    year: years.map((year) => [String(year), String(year)] as const),
    bodyType: named(archive.bodyTypes),
    topic: named(archive.topics),
    criterion: named(archive.criteria),
    system: named(archive.systems),
    auditor: named(archive.auditors),
    status: shownStates.map(({ code, label }) => [slugOfState(code), label] as const),
    verdict: grades.map(({ code, label }) => [slugOfGrade(code), label] as const),
  } satisfies Record<Facet, readonly (readonly [string, string])[]>;
}

/** What is suggested by name. */
export function archiveNames({ audits, municipalities, criteria }: Archive): readonly NameEntry[] {
  return [
    ...municipalities.map(({ name, path }): NameEntry => ['m', name, '', path]),
    ...municipalities.flatMap(({ bodies, place }) =>
      bodies.map(({ name, path }): NameEntry => ['b', name, place, path]),
    ),
    ...criteria.map(({ name, number, shortNames, path }): NameEntry => {
      const detail = [...shortNames, ...(number === undefined ? [] : [number])].join(' · ');
      return ['c', name, detail, path];
    }),
    ...audits.map(
      ({ title, municipality, listedYear, path }): NameEntry => [
        'a',
        title,
        `${municipality.place} · ${listedYear}`,
        path,
      ],
    ),
  ];
}

function auditParticulars({ municipality, listedYear, bodies, verdicts }: Audit): Particulars {
  const [verdict] = verdicts;
  return {
    municipality: municipality.place,
    year: listedYear,
    bodies: bodies.map(({ body }) => body.name),
    ...(verdict && { grade: verdict.grade, verdict: verdict.verdict }),
  };
}

function citationsOf({ criterion, parts }: CitedCriterion): readonly string[] {
  return parts.length > 0 ? parts.map(({ citation }) => citation) : [criterion.title];
}

/** The same rules under the numbers that they had before and have had since. */
function otherNumbersOf(cited: readonly CitedCriterion[]): readonly string[] {
  return cited.flatMap(({ parts }) =>
    parts.flatMap(({ replaces, replacedBy }) =>
      [...replaces, ...replacedBy].map(({ part }) => part.citation),
    ),
  );
}

function bodyTypesOf(bodies: readonly Body[]): readonly string[] {
  return [...new Set(bodies.flatMap(({ type }: { readonly type?: BodyType }) => type?.id ?? []))];
}

function namesOf(things: readonly (Topic | System)[]): readonly string[] {
  return things.flatMap(({ name, synonyms }) => [name, ...synonyms]);
}

function idsOf(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map(({ id }) => id);
}

function slugOfState(state: Recommendation['state']): string {
  return slugOf(shownStates.find(({ code }) => code === state)?.word ?? state);
}

function slugOfGrade(grade: Finding['grade']): string {
  return slugOf(grades.find(({ code }) => code === grade)?.word ?? labelOf(grades, grade));
}

function slugOf(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '-');
}
