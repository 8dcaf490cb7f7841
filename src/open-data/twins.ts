import {
  type Archive,
  type Audit,
  auditorsWithin,
  type Body,
  bodiesByPlace,
  type CitedCriterion,
  type Criterion,
  type CriterionPart,
  coverage,
  type Finding,
  type FollowUp,
  linkedHtml,
  type Measure,
  type PlainText,
  plainTextIn,
  type Question,
  type Recommendation,
  type Response,
  type Sample,
  type Standing,
  statistics,
  type Tally,
} from '../archive/index.ts';
import { site } from '../i18n/sv.ts';
import type { Body as Text } from '../reports/index.ts';
import { addressOf, type Home } from './addresses.ts';
import { eliOf } from './eli.ts';
import { schemaPath } from './json-schemas.ts';
import { type DocumentKind, type Fields, type Shapes, shapeVersion } from './shapes.ts';

/** A page's data as JSON. */
export interface Twin {
  /** The page's own address, from the archive's root. */
  readonly path: string;
  readonly kind: DocumentKind;
  /** Is all its text the archive's own, and so free? A report in its auditors' words is theirs. */
  readonly isOwn: boolean;
  /** All but the head that every document has, made when it is asked for. */
  readonly fields: () => object;
}

export const license = 'https://creativecommons.org/publicdomain/zero/1.0/';

/** Where the twin of a page is: `/kommuner/boras/index.json`. */
export function twinPath(path: string): string {
  return `${path}index.json`;
}

/** The JSON of a twin. */
export function twinText({ path, kind, isOwn, fields }: Twin, archive: Archive, home: Home): string {
  const document = {
    $schema: addressOf(schemaPath(kind), home),
    kind,
    version: shapeVersion,
    asOf: archive.asOf,
    ...(isOwn && { license }),
    url: addressOf(path, home),
    ...fields(),
  };
  return `${JSON.stringify(document)}\n`;
}

/** A twin of every page that shows something of the record, one after the other. A recommendation's is its report's. */
export function* twins(archive: Archive, home: Home): Generator<Twin> {
  const shaped = new Shaped(archive, home);
  const twin = <Kind extends DocumentKind>(
    path: string,
    kind: Kind,
    fields: () => Fields<Kind>,
    isOwn = true,
  ): Twin => ({ path, kind, isOwn, fields });

  yield twin('/', 'archive', () => shaped.archive());
  yield twin('/granskningar/', 'audits', () => ({ items: archive.audits.map(shaped.auditReference) }));
  for (const audit of archive.audits) {
    yield twin(audit.path, 'audit', () => shaped.audit(audit), audit.rendition !== 'original');
  }
  yield twin('/rekommendationer/', 'recommendations', () => ({
    items: archive.recommendations.map(shaped.recommendationReference),
  }));
  for (const { path, name, items } of registersOf(archive)) {
    yield twin(path, 'register', () => ({
      name,
      items: items.map((item) => ({ ...shaped.reference(item), audits: item.audits })),
    }));
  }
  for (const municipality of archive.municipalities) {
    const { id, code, kind, name, place, earlierNames, county, exists, website, followUpAfterYears } =
      municipality;
    yield twin(municipality.path, 'municipality', () => ({
      id,
      code,
      type: kind,
      name,
      place,
      earlierNames: [...earlierNames],
      county,
      exists,
      website,
      followUpAfterYears,
      predecessors: municipality.predecessors.map(shaped.reference),
      successors: municipality.successors.map(shaped.reference),
      bodies: municipality.bodies.map((body) => ({
        ...shaped.bodyReference(body),
        form: body.form,
        type: body.type?.id,
        exists: body.exists,
      })),
      auditors: auditorsWithin(municipality).map(shaped.reference),
      audits: municipality.audits.map(shaped.auditReference),
    }));
    for (const body of municipality.bodies) yield twin(body.path, 'body', () => shaped.body(body));
  }
  for (const type of archive.bodyTypes) {
    yield twin(type.path, 'body-type', () => ({
      id: type.id,
      name: type.name,
      plural: type.plural,
      synonyms: [...type.synonyms],
      about: shaped.plain(type.about),
      bodies: bodiesByPlace(type).map(shaped.bodyReference),
      audits: type.audits.map(shaped.auditReference),
      recommendations: type.recommendations.map(shaped.recommendationReference),
    }));
  }
  for (const topic of archive.topics) {
    yield twin(topic.path, 'topic', () => ({
      id: topic.id,
      name: topic.name,
      synonyms: [...topic.synonyms],
      about: shaped.plain(topic.about),
      broader: topic.broader && shaped.reference(topic.broader),
      narrower: topic.narrower.map(shaped.reference),
      audits: topic.audits.map(shaped.auditReference),
      findings: topic.findings.map(shaped.findingPlace),
      recommendations: topic.recommendations.map(shaped.recommendationReference),
    }));
  }
  for (const criterion of archive.criteria) {
    yield twin(criterion.path, 'criterion', () => shaped.criterion(criterion));
    for (const part of new Set([...criterion.chapters, ...criterion.sections])) {
      yield twin(part.path, 'criterion-part', () => shaped.criterionPart(part));
    }
  }
  for (const auditor of archive.auditors) {
    const { id, name, fullName, kind, municipality, synonyms, website, about } = auditor;
    yield twin(auditor.path, 'auditor', () => ({
      id,
      name,
      fullName,
      type: kind,
      municipality: municipality && shaped.reference(municipality),
      synonyms: [...synonyms],
      website,
      about: shaped.plain(about),
      commissioned: auditor.commissioned.map(shaped.auditReference),
      assisted: auditor.assisted.map(shaped.auditReference),
    }));
  }
  for (const system of archive.systems) {
    const { id, name, fullName, kind, synonyms, about } = system;
    yield twin(system.path, 'system', () => ({
      id,
      name,
      fullName,
      type: kind,
      synonyms: [...synonyms],
      about: shaped.plain(about),
      audits: system.audits.map(shaped.auditReference),
      findings: system.findings.map(shaped.findingPlace),
      recommendations: system.recommendations.map(shaped.recommendationReference),
      measures: system.measures.map((measure) => ({ ...shaped.measure(measure), audit: measure.audit.id })),
      samples: system.samples.map((sample) => ({ ...shaped.sample(sample), audit: sample.audit.id })),
    }));
  }
  yield twin('/ordlista/', 'glossary', () => ({
    items: archive.glossary.map(({ id, term, synonyms, text, see, path }) => ({
      id,
      term,
      synonyms: [...synonyms],
      text: shaped.plain(text),
      see: see.map((other) => other.id),
      url: addressOf(path, home),
    })),
  }));
  yield twin('/statistik/', 'statistics', () => {
    const { whole, byYear } = statistics(archive);
    return { ...tallyOf(whole), byYear: byYear.map(({ year, tally }) => ({ year, ...tallyOf(tally) })) };
  });
  yield twin('/tackning/', 'coverage', () => {
    const { rows, gaps } = coverage(archive);
    return {
      audits: archive.audits.length,
      municipalities: rows.map(({ municipality }) => ({
        ...shaped.reference(municipality),
        audits: municipality.audits.map(shaped.auditReference),
      })),
      unseen: gaps.map(({ audit }) => ({ ...shaped.auditReference(audit), unseen: [...audit.unseen] })),
    };
  });
  for (const { path, title, description, body } of archive.pages) {
    yield twin(path, 'page', () => ({ title, description, body: shaped.text(body) }));
  }
}

function tallyOf({ total, assessed, byOutcome }: Tally): Omit<Fields<'statistics'>, 'byYear'> {
  return { total, assessed, byOutcome: { ...byOutcome } };
}

/** The registers that list things with a page, and how many audits each thing has. */
function registersOf(archive: Archive): readonly {
  readonly path: string;
  readonly name: string;
  readonly items: readonly (Named & { readonly audits: number })[];
}[] {
  const counted = (item: Named & { readonly audits: readonly Audit[] }) => ({
    id: item.id,
    name: item.name,
    path: item.path,
    audits: item.audits.length,
  });
  return [
    { path: '/kommuner/', name: 'municipalities', items: archive.municipalities.map(counted) },
    { path: '/namnder/', name: 'body-types', items: archive.bodyTypes.map(counted) },
    { path: '/kriterier/', name: 'criteria', items: archive.criteria.map(counted) },
    { path: '/amnen/', name: 'topics', items: archive.topics.map(counted) },
    { path: '/system/', name: 'systems', items: archive.systems.map(counted) },
    {
      path: '/revisorer/',
      name: 'auditors',
      items: archive.auditors.map(({ id, name, path, commissioned, assisted }) => ({
        id,
        name,
        path,
        audits: new Set([...commissioned, ...assisted]).size,
      })),
    },
  ];
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

/** Turns things of the archive into the shapes of the JSON files. */
class Shaped {
  readonly #archive: Archive;
  readonly #home: Home;
  readonly plain: PlainText;

  constructor(archive: Archive, home: Home) {
    this.#archive = archive;
    this.#home = home;
    this.plain = plainTextIn(archive);
  }

  #url = (path: string): string => addressOf(path, this.#home);

  reference = ({ id, name, path }: Named): Shapes['reference'] => ({ id, name, url: this.#url(path) });

  bodyReference = ({ key, name, path }: Body): Shapes['reference'] => ({
    id: key,
    name,
    url: this.#url(path),
  });

  auditReference = ({ id, title, municipality, published, path }: Audit): Shapes['auditReference'] => ({
    id,
    title,
    municipality: municipality.id,
    published,
    url: this.#url(path),
  });

  recommendationReference = ({
    audit,
    id,
    text,
    state,
    path,
  }: Recommendation): Shapes['recommendationReference'] => ({
    id: `${audit.id}#${id}`,
    text: this.plain(text),
    state,
    url: this.#url(path),
  });

  findingPlace = ({ audit, id, path }: Finding): { id: string; url: string } => ({
    id: `${audit.id}#${id}`,
    url: this.#url(path),
  });

  #cited = ({ criterion, parts, printed }: CitedCriterion): Shapes['citedCriterion'] => ({
    ...this.reference(criterion),
    parts: parts.map(({ key, label, path }) => ({ key, label, url: this.#url(path) })),
    printed,
  });

  text(body: Text): Shapes['block'][] {
    return body.blocks.map((block) => {
      if (block.kind === 'html')
        return { kind: 'html', html: linkedHtml(block.html, this.#archive, this.#url) };
      const [only] = Object.values(block.name === 'Figure' ? { src: block.props.src } : block.props);
      return { kind: 'part', part: block.name, only: only === undefined ? undefined : String(only) };
    });
  }

  archive(): Fields<'archive'> {
    const {
      audits,
      recommendations,
      followUps,
      municipalities,
      bodyTypes,
      topics,
      auditors,
      systems,
      criteria,
    } = this.#archive;
    return {
      name: site.name,
      counts: {
        audits: audits.length,
        recommendations: recommendations.length,
        findings: audits.reduce((sum, { findings }) => sum + findings.length, 0),
        followUps: followUps.length,
        municipalities: municipalities.length,
        bodyTypes: bodyTypes.length,
        topics: topics.length,
        auditors: auditors.length,
        systems: systems.length,
        criteria: criteria.length,
      },
      registers: [
        { name: 'audits', path: '/granskningar/' },
        { name: 'recommendations', path: '/rekommendationer/' },
        ...registersOf(this.#archive),
        { name: 'data', path: '/data/' },
      ].map(({ name, path }) => ({ name, url: this.#url(twinPath(path)) })),
      latest: audits.slice(0, 10).map(this.auditReference),
    };
  }

  #publication({ id }: Audit): Pick<Fields<'audit'>, 'firstPublished' | 'lastChanged'> {
    const text = this.#archive.publishedTexts.get(id);
    return { firstPublished: text?.first, lastChanged: text?.changed };
  }

  audit(audit: Audit): Fields<'audit'> {
    const { source, scope } = audit;
    return {
      id: audit.id,
      title: audit.title,
      subtitle: audit.subtitle,
      municipality: this.reference(audit.municipality),
      year: audit.year,
      published: audit.published,
      type: audit.type,
      typePrinted: audit.typePrinted,
      reportNumber: audit.reportNumber,
      diaryNumber: audit.diaryNumber,
      rendition: audit.rendition,
      unseen: [...audit.unseen],
      source: {
        title: source.title,
        publisher: source.publisher,
        url: source.url,
        pages: source.pages,
        note: this.plain(source.note),
      },
      commissionedBy: audit.commissionedBy && this.reference(audit.commissionedBy),
      experts: audit.experts.map(this.reference),
      people: audit.people.map(({ name, role, title, organisation }) => ({
        name,
        role,
        title,
        organisation: organisation && this.reference(organisation),
      })),
      bodies: audit.bodies.map(({ body, as }) => ({ ...this.bodyReference(body), as })),
      groups: [...audit.groups],
      systems: audit.systems.map(this.reference),
      topics: audit.topics.map(this.reference),
      methods: [...audit.methods],
      purpose: this.plain(audit.purpose),
      scope: scope && { includes: this.plain(scope.includes), excludes: this.plain(scope.excludes) },
      criteria: audit.criteria.map(this.#cited),
      scales: audit.scales.map(({ id, words }) => ({ id, words: words.map((word) => ({ ...word })) })),
      verdicts: audit.verdicts.map(({ about, verdict, grade, bodies, text }) => ({
        about,
        verdict,
        grade,
        bodies: bodies.map(this.bodyReference),
        text: this.plain(text),
      })),
      questions: audit.questions.flatMap((question) => this.#questions(question)),
      areas: audit.areas.map(({ id, label, title }) => ({ id, label, title })),
      findings: audit.findings.map(this.#finding),
      recommendations: audit.recommendations.map(this.#recommendation),
      measures: audit.measures.map((measure) => this.measure(measure)),
      samples: audit.samples.map((sample) => this.sample(sample)),
      criticisms: audit.criticisms.map(({ id, kind, body, text }) => ({
        id,
        kind,
        body: this.bodyReference(body),
        text: this.plain(text),
      })),
      discharge: audit.discharge.map(({ body, opinion, decision, date, text }) => ({
        body: this.bodyReference(body),
        opinion,
        decision,
        date,
        text: this.plain(text),
      })),
      sources: audit.sources.map(({ criterion, ...own }) => ({
        ...own,
        criterion: criterion && this.reference(criterion),
      })),
      followUps: audit.followUps.map(this.#followUp),
      followedUpBy: audit.followedUpBy.map(this.#followUp),
      responses: audit.responses.map((response) => this.#response(response)),
      responsesRequested: audit.responsesRequested.map(({ from, by, outcome }) => ({
        from: this.bodyReference(from),
        by,
        outcome,
      })),
      corrections: audit.corrections.map(({ date, kind, text, changes }) => ({
        date,
        kind,
        text: this.plain(text),
        changes: changes.map(({ at, before, after }) => ({
          at,
          before: this.plain(before),
          after: this.plain(after),
        })),
      })),
      ...this.#publication(audit),
      digest: audit.digest,
      body: this.text(audit.body),
    };
  }

  #questions(question: Question, under?: string): Shapes['question'][] {
    const { id, label, text, answers, subquestions } = question;
    return [
      {
        id,
        label,
        text: this.plain(text),
        under,
        answers: answers.map(({ verdict, grade, body, system, followUp, text }) => ({
          verdict,
          grade,
          body: body && this.bodyReference(body),
          system: system && this.reference(system),
          followUp: followUp?.id,
          text: this.plain(text),
        })),
      },
      ...subquestions.flatMap((subquestion) => this.#questions(subquestion, id)),
    ];
  }

  #finding = (finding: Finding): Shapes['finding'] => ({
    id: finding.id,
    url: this.#url(finding.path),
    area: finding.area?.id,
    observation: this.plain(finding.observation),
    assessment: this.plain(finding.assessment),
    lost: finding.lost,
    unseen: finding.unseen,
    verdict: finding.verdict,
    grade: finding.grade,
    bodies: finding.bodies.map(this.bodyReference),
    systems: finding.systems.map(this.reference),
    criteria: finding.criteria.map(this.#cited),
    topics: finding.topics.map(this.reference),
    recommendations: finding.recommendations.map(({ id }) => id),
  });

  #recommendation = (recommendation: Recommendation): Shapes['recommendation'] => ({
    id: recommendation.id,
    number: recommendation.number,
    url: this.#url(recommendation.path),
    label: recommendation.label,
    kind: recommendation.kind,
    by: recommendation.by,
    modality: recommendation.modality,
    toAll: recommendation.toAll,
    text: this.plain(recommendation.text),
    findings: recommendation.findings.map(({ id }) => id),
    area: recommendation.area?.id,
    systems: recommendation.systems.map(this.reference),
    criteria: recommendation.criteria.map(this.#cited),
    topics: recommendation.topics.map(this.reference),
    due: recommendation.due,
    state: recommendation.state,
    ageInYears: [...recommendation.ageInYears],
    followUpExpected: recommendation.followUpExpected,
    isFollowUpOverdue: recommendation.isFollowUpOverdue,
    standings: recommendation.standings.map(this.#standing),
    parts: recommendation.parts.map(({ id, text, standings }) => ({
      id,
      text: this.plain(text),
      standings: standings.map(this.#standing),
    })),
  });

  #standing = ({ addressee, state, history }: Standing): Shapes['standing'] => ({
    body: addressee.kind === 'body' ? this.bodyReference(addressee.body) : undefined,
    group: addressee.kind === 'group' ? addressee.group : undefined,
    role: addressee.role,
    state: state.shown,
    isClosed: state.isClosed,
    unverifiedClaim: state.unverifiedClaim?.claim,
    lastChecked: state.lastChecked,
    due: state.due,
    dueMoves: state.dueMoves.map(({ from, to }) => ({ from, to })),
    events: history.map(({ event, state: { shown } }): Shapes['event'] => {
      if (event.kind === 'verdict') {
        const { followUp, date, status } = event;
        return {
          kind: 'verdict',
          date,
          status,
          verdict: followUp.verdict,
          audit: this.auditReference(followUp.audit),
          url: this.#url(followUp.path),
          state: shown,
        };
      }
      const { claim, stance, printed, action, due, response } = event.answer;
      return {
        kind: 'claim',
        date: event.date,
        claim,
        stance,
        printed,
        action: this.plain(action),
        due,
        from: this.bodyReference(response.from),
        response: response.id,
        state: shown,
      };
    }),
  });

  #followUp = (followUp: FollowUp): Shapes['followUp'] => ({
    id: `${followUp.audit.id}#${followUp.id}`,
    url: this.#url(followUp.path),
    audit: this.auditReference(followUp.audit),
    object: followUp.object,
    target: targetOf(followUp),
    bodies: followUp.bodies.map(this.bodyReference),
    date: followUp.date,
    verdict: followUp.verdict,
    status: followUp.status,
    grade: followUp.grade,
    comment: this.plain(followUp.comment),
    evidence: [...followUp.evidence],
  });

  #response({ id, from, date, decision, diaryNumber, url, answers, body }: Response): Shapes['response'] {
    return {
      id,
      from: this.bodyReference(from),
      date,
      decision,
      diaryNumber,
      url,
      answers: answers.map(({ recommendation, part, stance, claim, printed, action, responsible, due }) => ({
        recommendation: recommendation.id,
        part,
        stance,
        claim,
        printed,
        action: this.plain(action),
        responsible,
        due,
      })),
      body: this.text(body),
    };
  }

  measure({ system, body, of, value, unit, approximate, at, source, note }: Measure): Shapes['measure'] {
    return {
      system: system && this.reference(system),
      body: body && this.bodyReference(body),
      of,
      value,
      unit,
      approximate,
      at,
      source,
      note: this.plain(note),
    };
  }

  sample(sample: Sample): Shapes['sample'] {
    const { id, path, system, body, unit, size, atLeast, method, period, text } = sample;
    const { withoutActivity, suspected, cleared, deviations, asked, unanswered } = sample;
    return {
      id,
      url: this.#url(path),
      system: system && this.reference(system),
      body: body && this.bodyReference(body),
      unit,
      size,
      atLeast,
      method: this.plain(method),
      period,
      withoutActivity,
      suspected,
      cleared,
      deviations,
      asked,
      unanswered,
      text: this.plain(text),
    };
  }

  body(body: Body): Fields<'body'> {
    return {
      id: body.key,
      name: body.name,
      municipality: this.reference(body.municipality),
      form: body.form,
      type: body.type && this.reference(body.type),
      office: body.office,
      earlierNames: [...body.earlierNames],
      exists: body.exists,
      sharedWith: body.sharedWith.map(this.reference),
      predecessors: body.predecessors.map(this.bodyReference),
      successors: body.successors.map(this.bodyReference),
      audits: body.audits.map(this.auditReference),
      findings: body.findings.map(this.findingPlace),
      recommendations: body.recommendations.map(this.recommendationReference),
      responses: body.responses.map(({ id }) => id),
    };
  }

  criterion(criterion: Criterion): Fields<'criterion'> {
    const { id, name, title, kind, shortNames, synonyms, number, issuer, municipality, division } = criterion;
    const { inForce, appliesFrom, link, about, chapters, sections } = criterion;
    return {
      id,
      name,
      title,
      type: kind,
      shortNames: [...shortNames],
      synonyms: [...synonyms],
      number,
      issuer: issuer?.name,
      municipality: municipality && this.reference(municipality),
      division,
      inForce,
      appliesFrom,
      link,
      eli: eliOf(criterion),
      about: this.plain(about),
      replaces: criterion.replaces.map(this.reference),
      replacedBy: criterion.replacedBy.map(this.reference),
      parts: [...new Set([...chapters, ...sections])].map(({ key, label, kind, title, path }) => ({
        key,
        label,
        kind,
        title,
        url: this.#url(path),
      })),
      audits: criterion.audits.map(this.auditReference),
    };
  }

  #part = (part: CriterionPart): Shapes['reference'] => ({
    id: `${part.criterion.id}/${part.key}`,
    name: part.citation,
    url: this.#url(part.path),
  });

  criterionPart(part: CriterionPart): Fields<'criterion-part'> {
    const { criterion, kind, label, citation, title, chapter } = part;
    const replaced = (other: CriterionPart['replaces'][number]) => ({
      ...this.#part(other.part),
      note: other.note,
    });
    return {
      id: `${criterion.id}/${part.key}`,
      criterion: this.reference(criterion),
      type: kind,
      label,
      citation,
      title,
      chapter: chapter && this.#part(chapter),
      sections: part.sections.map(this.#part),
      replaces: part.replaces.map(replaced),
      replacedBy: part.replacedBy.map(replaced),
      citations: part.citations.map(({ place, audit, finding, recommendation }) => {
        const within = finding ?? recommendation;
        return {
          place,
          id: within ? `${audit.id}#${within.id}` : audit.id,
          url: this.#url((within ?? audit).path),
        };
      }),
    };
  }
}

/** What a follow-up is of, by its id in the archive or in words. */
function targetOf({ target }: FollowUp): Shapes['followUp']['target'] {
  switch (target.kind) {
    case 'audit':
      return { kind: 'audit', id: target.audit.id };
    case 'recommendation':
      return {
        kind: 'recommendation',
        id: `${target.audit.id}#${target.recommendation.id}`,
        part: target.part,
      };
    case 'finding':
      return { kind: 'finding', id: `${target.audit.id}#${target.finding.id}` };
    case 'question':
      return { kind: 'question', id: `${target.audit.id}#${target.question.id}` };
    case 'outside': {
      const { about, title, year, publisher, url } = target;
      return { kind: 'outside', about, title, year, publisher, url };
    }
  }
}
