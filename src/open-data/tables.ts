import { z } from 'zod';
import {
  type Archive,
  type Audit,
  type CitedCriterion,
  type FollowUp,
  type Municipality,
  type PlainText,
  plainTextIn,
  type Recommendation,
  type Response,
  type Standing,
} from '../archive/index.ts';
import {
  addresseeRoles,
  auditTypes,
  bodyForms,
  claims,
  criterionKinds,
  grades,
  modalities,
  principalKinds,
  recommendationKinds,
  recommenders,
  renditions,
  shownStates,
  stances,
  verifiedStatuses,
} from '../schemas/index.ts';
import { addressOf, type Home } from './addresses.ts';
import { address, code, date } from './shapes.ts';

/*
 * The tables of the bulk files: a row for each thing, a column for each field. What is not known is null, and an empty cell in CSV. A
 * list is a list in NDJSON, its items with " | " between them in CSV, and a table of its own in the database.
 */

const id = (what: string) => z.string().min(1).describe(what);
const text = (what: string) => z.string().min(1).describe(what);
const maybe = <Schema extends z.ZodType>(schema: Schema, what: string) => schema.nullable().describe(what);
const maybeText = (what: string) => maybe(z.string().min(1), what);
const count = (what: string) => z.int().nonnegative().describe(what);
const list = (what: string) => z.array(z.string().min(1)).describe(what);
const page = () => address().describe('Sidan i arkivet.');
const published = () => date().describe('När rapporten gavs ut: 2017, 2017-10 eller 2017-10-12.');
const citedList = () =>
  list('Kriterier den vilar på, med paragraf eller artikel där sådan nämns: kl-2017 eller kl-2017/6:6.');
const topicList = () => list('Ämnen, som id.');
const systemList = () => list('System, som id.');

export const rowSchemas = {
  audits: z
    .strictObject({
      id: id('Granskningens id: huvudman/granskning.'),
      url: page(),
      title: text('Rapportens titel.'),
      subtitle: maybeText('Rapportens underrubrik.'),
      municipality: id('Huvudmannen, som id.'),
      year: maybe(z.int(), 'Det granskade året.'),
      published: published(),
      type: code(auditTypes).describe('Vad för slags granskning det är.'),
      rendition: code(renditions).describe('Hur arkivet återger rapporten.'),
      report_number: maybeText('Rapportens nummer.'),
      diary_number: maybeText('Diarienummer.'),
      commissioned_by: maybeText('Uppdragsgivaren, som id.'),
      experts: list('De sakkunniga, som id.'),
      bodies: list('De granskade nämnderna och bolagen, som id: huvudman/nämnd.'),
      groups: list('Granskade som rapporten bara nämner samlat.'),
      systems: systemList(),
      topics: topicList(),
      criteria: citedList(),
      questions: count('Antal revisionsfrågor i arkivet, underfrågor medräknade.'),
      findings: count('Antal iakttagelser i arkivet.'),
      recommendations: count('Antal rekommendationer i arkivet.'),
      followed_up_by: list('Senare granskningar som följer upp den, som id.'),
      responses: count('Antal svar i arkivet.'),
      unseen: list('Det i rapporten som arkivet inte har sett.'),
      source_title: text('Titeln på rapporten hos utgivaren.'),
      source_publisher: maybeText('Den som gav ut rapporten.'),
      source_url: maybe(address(), 'Rapporten hos utgivaren.'),
    })
    .describe('En rad för varje granskning.'),
  recommendations: z
    .strictObject({
      id: id('Rekommendationens id: granskning#del.'),
      url: page(),
      audit: id('Granskningen, som id.'),
      municipality: id('Huvudmannen, som id.'),
      published: published(),
      number: z.int().positive().describe('Dess nummer bland rapportens rekommendationer.'),
      label: maybeText('Den tryckta beteckningen.'),
      kind: code(recommendationKinds).describe('Vad rapporten kallar den.'),
      by: maybe(code(recommenders), 'Vem som rekommenderar, där det står särskilt.'),
      modality: maybe(code(modalities), 'Ska, bör eller kan, så som det är tryckt.'),
      text: text('Vad som rekommenderas.'),
      to_all: z.boolean().describe('Riktas den till alla granskade?'),
      bodies: list('Mottagare som är nämnder eller bolag, som id.'),
      groups: list('Mottagare som rapporten bara nämner samlat.'),
      findings: list('Iakttagelser den bygger på, som id.'),
      systems: systemList(),
      topics: topicList(),
      criteria: citedList(),
      due: maybe(date(), 'När revisorerna vill att den är åtgärdad.'),
      state: code(shownStates).describe('Läget hos den mottagare där minst är gjort.'),
      follow_up_expected: date().describe('När den borde ha följts upp.'),
      follow_up_overdue: z.boolean().describe('Har den tiden gått utan uppföljning?'),
      age_least: count('Hela år sedan den gavs, minst.'),
      age_most: count('Hela år sedan den gavs, mest: datum är inte alltid kända på dagen.'),
    })
    .describe('En rad för varje rekommendation.'),
  standings: z
    .strictObject({
      id: id('Rekommendation, eller del av den, och mottagare.'),
      recommendation: id('Rekommendationen, som id.'),
      part: maybeText('Delen av rekommendationen; tom för hela.'),
      body: maybeText('Mottagaren, om den är en nämnd eller ett bolag.'),
      group: maybeText('Mottagaren, om rapporten bara nämner en grupp.'),
      role: maybe(code(addresseeRoles), 'Mottagarens uppgift, om rapporten skiljer på dem.'),
      state: code(shownStates).describe('Läget.'),
      verdict: maybe(code(verifiedStatuses), 'Det omdöme av revisorer som gäller.'),
      verdict_date: maybe(date(), 'När det gavs.'),
      claim: maybe(code(claims), 'Vad nämnden själv har uppgett, där ingen revisor har prövat det.'),
      claim_date: maybe(date(), 'När det uppgavs.'),
      is_closed: z.boolean().describe('Har ett omdöme avslutat den?'),
      last_checked: maybe(date(), 'När revisorer senast prövade den.'),
      due: maybe(date(), 'När den ska vara klar.'),
      due_moves: count('Hur många gånger slutdatum flyttats.'),
    })
    .describe('En rad för varje rekommendation, och del av en, och mottagare: det som statistiken räknar.'),
  findings: z
    .strictObject({
      id: id('Iakttagelsens id: granskning#del.'),
      url: page(),
      audit: id('Granskningen, som id.'),
      municipality: id('Huvudmannen, som id.'),
      published: published(),
      area: maybeText('Rubriken på det område den hör till.'),
      observation: maybeText('Vad revisorerna såg.'),
      assessment: maybeText('Deras bedömning.'),
      lost: maybe(z.enum(['observation', 'assessment']), 'Den del som gått förlorad i källan.'),
      unseen: maybe(z.enum(['observation', 'assessment']), 'Den del som arkivet inte har sett.'),
      verdict: maybeText('Omdömet med revisorernas egna ord.'),
      grade: code(grades).describe('Omdömet på arkivets skala.'),
      bodies: list('De nämnder den gäller, som id.'),
      systems: systemList(),
      topics: topicList(),
      criteria: citedList(),
      recommendations: list('Rekommendationer som bygger på den, som id.'),
    })
    .describe('En rad för varje iakttagelse.'),
  events: z
    .strictObject({
      id: id('Händelsens id.'),
      url: page(),
      kind: z
        .enum(['verdict', 'claim'])
        .describe('verdict är revisorers omdöme, claim är nämndens egen uppgift, som ingen revisor prövat.'),
      date: date().describe('När det prövades eller beslutades.'),
      level: z
        .enum(['audit', 'recommendation', 'finding', 'question', 'outside'])
        .describe('Vad det gäller. Ett omdöme om en hel granskning säger inget om var rekommendation.'),
      audit: maybeText('Granskningen det gäller, som id; tom där den inte finns i arkivet.'),
      target: maybeText('Det som avses, som id: granskning eller granskning#del.'),
      part: maybeText('Delen av rekommendationen; tom för hela.'),
      outside: maybeText('Vad den tidigare granskningen gällde, där den inte finns i arkivet.'),
      given_in: id('Granskningen eller svaret där det står, som id.'),
      bodies: list('De nämnder det gäller eller kommer från, som id; tom för alla.'),
      status: maybe(code(verifiedStatuses), 'Vad revisorerna fann.'),
      grade: maybe(code(grades), 'Betyget, där det gavs ett sådant i stället.'),
      stance: maybe(code(stances), 'Om nämnden håller med.'),
      claim: maybe(code(claims), 'Vad nämnden säger att den har gjort.'),
      printed: maybeText('Med revisorernas eller nämndens egna ord.'),
      text: maybeText('Vad läsaren behöver veta om omdömet, eller åtgärden.'),
      due: maybe(date(), 'När nämnden säger att det ska vara klart.'),
    })
    .describe('En rad för varje omdöme vid uppföljning och varje uppgift från en nämnd.'),
  criteria: z
    .strictObject({
      id: id('Kriteriets id.'),
      url: page(),
      kind: code(criterionKinds).describe('Vad för slags regel eller måttstock det är.'),
      name: text('Namnet i löpande text.'),
      title: text('Den officiella titeln.'),
      short_names: list('Förkortningar.'),
      number: maybeText('SFS-nummer, EU-nummer eller standardens nummer.'),
      issuer: maybeText('Utgivaren.'),
      municipality: maybeText('Huvudmannen, för ett kommunalt styrdokument.'),
      in_force_from: maybe(date(), 'När det trädde i kraft.'),
      in_force_until: maybe(date(), 'Sista dagen det gällde.'),
      applies_from: maybe(date(), 'Första dagen det tillämpas, om det är en annan.'),
      link: maybe(address(), 'Den officiella texten.'),
      replaces: list('De äldre som det ersatte, som id.'),
      audits: count('Antal granskningar som åberopar det.'),
      citations: count('Antal ställen i arkivet som nämner det.'),
    })
    .describe('En rad för varje kriterium.'),
  municipalities: z
    .strictObject({
      id: id('Huvudmannens id.'),
      url: page(),
      code: id('Kommunkod, länskod eller organisationsnummer. Läs den som text: den kan börja med en nolla.'),
      kind: code(principalKinds).describe('Kommun, region eller kommunalförbund.'),
      name: text('Namnet.'),
      place: text('Det korta namnet.'),
      county: maybeText('Länskod.'),
      website: maybe(address(), 'Webbplatsen.'),
      exists_from: maybe(date(), 'När den bildades, om det inte är från början.'),
      exists_until: maybe(date(), 'Sista dagen den fanns.'),
      successors: list('De som tog över, som id.'),
      audits: count('Antal granskningar i arkivet.'),
      recommendations: count('Antal rekommendationer i arkivet.'),
    })
    .describe('En rad för varje huvudman: kommun, region eller kommunalförbund.'),
  bodies: z
    .strictObject({
      id: id('Nämndens id: huvudman/nämnd.'),
      url: page(),
      municipality: id('Huvudmannen, som id.'),
      name: text('Namnet.'),
      form: code(bodyForms).describe('Vad för slags organ det är.'),
      type: maybeText('Nämndtypen, som id.'),
      office: maybeText('Förvaltningen.'),
      exists_from: maybe(date(), 'När den bildades.'),
      exists_until: maybe(date(), 'Sista dagen den fanns.'),
      successors: list('De som tog över uppgifterna, som id.'),
      shared_with: list('Andra huvudmän den hör till, som id.'),
      audits: count('Antal granskningar i arkivet.'),
      recommendations: count('Antal rekommendationer till den i arkivet.'),
    })
    .describe('En rad för varje nämnd, styrelse och bolag.'),
  terms: z
    .strictObject({
      id: id('Register och id: topic/arkiv.'),
      url: page(),
      register: z
        .enum(['topic', 'system', 'auditor', 'body-type'])
        .describe('Ämne, system, revisor eller nämndtyp.'),
      term: id('Id i registret, så som andra tabeller skriver det.'),
      name: text('Namnet.'),
      broader: maybeText('Det vidare ämnet.'),
      synonyms: list('Andra ord för samma sak.'),
    })
    .describe('Namnen på ämnen, system, revisorer och nämndtyper.'),
} as const;

export type TableName = keyof typeof rowSchemas;
export type Row<Name extends TableName> = z.output<(typeof rowSchemas)[Name]>;

export const tableNames = Object.keys(rowSchemas) as readonly TableName[];

/** The rows of every table, made one by one. */
export function rowsOf(
  archive: Archive,
  home: Home,
): { readonly [Name in TableName]: () => Iterable<Row<Name>> } {
  const url = (path: string) => addressOf(path, home);
  const plain = plainTextIn(archive);
  return {
    audits: function* () {
      for (const audit of archive.audits) yield auditRow(audit, url(audit.path));
    },
    recommendations: function* () {
      for (const recommendation of archive.recommendations)
        yield recommendationRow(recommendation, url(recommendation.path), plain);
    },
    standings: function* () {
      for (const recommendation of archive.recommendations) yield* standingRows(recommendation);
    },
    findings: function* () {
      for (const { findings, id: auditId, municipality, published } of archive.audits) {
        for (const finding of findings) {
          const { id, path, area, observation, assessment, lost, unseen, verdict, grade } = finding;
          yield {
            id: `${auditId}#${id}`,
            url: url(path),
            audit: auditId,
            municipality: municipality.id,
            published,
            area: area?.title ?? null,
            observation: plain(observation) ?? null,
            assessment: plain(assessment) ?? null,
            lost: lost ?? null,
            unseen: unseen ?? null,
            verdict: verdict ?? null,
            grade,
            bodies: finding.bodies.map(({ key }) => key),
            systems: finding.systems.map(({ id }) => id),
            topics: finding.topics.map(({ id }) => id),
            criteria: citedKeys(finding.criteria),
            recommendations: finding.recommendations.map(({ id }) => `${auditId}#${id}`),
          };
        }
      }
    },
    events: function* () {
      for (const followUp of archive.followUps) yield verdictRow(followUp, url(followUp.path), plain);
      for (const { responses, path } of archive.audits) {
        for (const response of responses) yield* claimRows(response, url(path), plain);
      }
    },
    criteria: function* () {
      for (const criterion of archive.criteria) {
        const { id, path, kind, name, title, shortNames, number, issuer, municipality, inForce } = criterion;
        yield {
          id,
          url: url(path),
          kind,
          name,
          title,
          short_names: [...shortNames],
          number: number ?? null,
          issuer: issuer?.name ?? null,
          municipality: municipality?.id ?? null,
          in_force_from: inForce?.from ?? null,
          in_force_until: inForce?.until ?? null,
          applies_from: criterion.appliesFrom ?? null,
          link: criterion.link ?? null,
          replaces: criterion.replaces.map(({ id }) => id),
          audits: criterion.audits.length,
          citations: criterion.citations.length,
        };
      }
    },
    municipalities: function* () {
      for (const municipality of archive.municipalities)
        yield municipalityRow(municipality, url(municipality.path));
    },
    bodies: function* () {
      for (const { bodies, id: municipality } of archive.municipalities) {
        for (const body of bodies) {
          const { key, path, name, form, type, office, exists } = body;
          yield {
            id: key,
            url: url(path),
            municipality,
            name,
            form,
            type: type?.id ?? null,
            office: office ?? null,
            exists_from: exists?.from ?? null,
            exists_until: exists?.until ?? null,
            successors: body.successors.map(({ key }) => key),
            shared_with: body.sharedWith.map(({ id }) => id),
            audits: body.audits.length,
            recommendations: body.recommendations.length,
          };
        }
      }
    },
    terms: function* () {
      const { topics, systems, auditors, bodyTypes } = archive;
      const registers = { topic: topics, system: systems, auditor: auditors, 'body-type': bodyTypes };
      for (const [register, items] of Object.entries(registers) as [
        Row<'terms'>['register'],
        typeof topics,
      ][]) {
        for (const { id, name, path, broader, synonyms } of items) {
          yield {
            id: `${register}/${id}`,
            url: url(path),
            register,
            term: id,
            name,
            broader: broader?.id ?? null,
            synonyms: [...synonyms],
          };
        }
      }
    },
  };
}

function auditRow(audit: Audit, url: string): Row<'audits'> {
  const { source } = audit;
  return {
    id: audit.id,
    url,
    title: audit.title,
    subtitle: audit.subtitle ?? null,
    municipality: audit.municipality.id,
    year: audit.year ?? null,
    published: audit.published,
    type: audit.type,
    rendition: audit.rendition,
    report_number: audit.reportNumber ?? null,
    diary_number: audit.diaryNumber ?? null,
    commissioned_by: audit.commissionedBy?.id ?? null,
    experts: audit.experts.map(({ id }) => id),
    bodies: audit.bodies.map(({ body }) => body.key),
    groups: [...audit.groups],
    systems: audit.systems.map(({ id }) => id),
    topics: audit.topics.map(({ id }) => id),
    criteria: citedKeys(audit.criteria),
    questions: countOfQuestions(audit.questions),
    findings: audit.findings.length,
    recommendations: audit.recommendations.length,
    followed_up_by: [...new Set(audit.followedUpBy.map((followUp) => followUp.audit.id))],
    responses: audit.responses.length,
    unseen: [...audit.unseen],
    source_title: source.title,
    source_publisher: source.publisher ?? null,
    source_url: source.url ?? null,
  };
}

function countOfQuestions(questions: Audit['questions']): number {
  return questions.reduce((sum, { subquestions }) => sum + 1 + countOfQuestions(subquestions), 0);
}

function recommendationRow(
  recommendation: Recommendation,
  url: string,
  plain: PlainText,
): Row<'recommendations'> {
  const { audit, id, addressees, ageInYears } = recommendation;
  return {
    id: `${audit.id}#${id}`,
    url,
    audit: audit.id,
    municipality: audit.municipality.id,
    published: audit.published,
    number: recommendation.number,
    label: recommendation.label ?? null,
    kind: recommendation.kind,
    by: recommendation.by ?? null,
    modality: recommendation.modality ?? null,
    text: plain(recommendation.text),
    to_all: recommendation.toAll,
    bodies: addressees.flatMap((addressee) => (addressee.kind === 'body' ? addressee.body.key : [])),
    groups: addressees.flatMap((addressee) => (addressee.kind === 'group' ? addressee.group : [])),
    findings: recommendation.findings.map((finding) => `${audit.id}#${finding.id}`),
    systems: recommendation.systems.map((system) => system.id),
    topics: recommendation.topics.map((topic) => topic.id),
    criteria: citedKeys(recommendation.criteria),
    due: recommendation.due ?? null,
    state: recommendation.state,
    follow_up_expected: recommendation.followUpExpected,
    follow_up_overdue: recommendation.isFollowUpOverdue,
    age_least: ageInYears[0],
    age_most: ageInYears[1],
  };
}

function* standingRows({ audit, id, standings, parts }: Recommendation): Generator<Row<'standings'>> {
  const recommendation = `${audit.id}#${id}`;
  for (const standing of standings) yield standingRow(recommendation, null, standing, standings);
  for (const part of parts) {
    for (const standing of part.standings)
      yield standingRow(recommendation, part.id, standing, part.standings);
  }
}

function standingRow(
  recommendation: string,
  part: string | null,
  standing: Standing,
  among: readonly Standing[],
): Row<'standings'> {
  const { addressee, state } = standing;
  const { verdict, unverifiedClaim } = state;
  const which = part === null ? recommendation : `${recommendation.split('#')[0]}#${part}`;
  return {
    id: `${which}@${addressee.kind === 'body' ? addressee.body.key : among.indexOf(standing) + 1}`,
    recommendation,
    part,
    body: addressee.kind === 'body' ? addressee.body.key : null,
    group: addressee.kind === 'group' ? addressee.group : null,
    role: addressee.role ?? null,
    state: state.shown,
    verdict: verdict?.status ?? null,
    verdict_date: verdict?.date ?? null,
    claim: unverifiedClaim?.claim ?? null,
    claim_date: unverifiedClaim?.date ?? null,
    is_closed: state.isClosed,
    last_checked: state.lastChecked ?? null,
    due: state.due ?? null,
    due_moves: state.dueMoves.length,
  };
}

function verdictRow(followUp: FollowUp, url: string, plain: PlainText): Row<'events'> {
  const { audit, id, target, verdict, comment } = followUp;
  const within = target.kind === 'outside' ? undefined : target.audit.id;
  const partId =
    target.kind === 'recommendation'
      ? target.recommendation.id
      : target.kind === 'finding'
        ? target.finding.id
        : target.kind === 'question'
          ? target.question.id
          : undefined;
  return {
    id: `${audit.id}#${id}`,
    url,
    kind: 'verdict',
    date: followUp.date,
    level: target.kind,
    audit: within ?? null,
    target: within === undefined ? null : partId === undefined ? within : `${within}#${partId}`,
    part: target.kind === 'recommendation' ? (target.part ?? null) : null,
    outside: target.kind === 'outside' ? (target.title ?? target.about) : null,
    given_in: audit.id,
    bodies: followUp.bodies.map(({ key }) => key),
    status: followUp.status ?? null,
    grade: followUp.grade ?? null,
    stance: null,
    claim: null,
    printed: verdict ?? null,
    text: plain(comment) ?? null,
    due: null,
  };
}

/** One for each answer; one that answers nothing by itself has one for the whole. */
function* claimRows(response: Response, url: string, plain: PlainText): Generator<Row<'events'>> {
  const { id, audit, date, from, answers } = response;
  const common = {
    kind: 'claim' as const,
    date,
    audit: audit.id,
    outside: null,
    given_in: id,
    bodies: [from.key],
    status: null,
    grade: null,
  };
  if (answers.length === 0) {
    yield {
      ...common,
      id: `svar/${id}`,
      url,
      level: 'audit',
      target: audit.id,
      part: null,
      stance: null,
      claim: null,
      printed: null,
      text: null,
      due: null,
    };
  }
  for (const { recommendation, part, stance, claim, printed, action, due } of answers) {
    yield {
      ...common,
      id: `svar/${id}#${part ?? recommendation.id}`,
      url,
      level: 'recommendation',
      target: `${audit.id}#${recommendation.id}`,
      part: part ?? null,
      stance: stance ?? null,
      claim: claim ?? null,
      printed: printed ?? null,
      text: plain(action) ?? null,
      due: due ?? null,
    };
  }
}

function municipalityRow(municipality: Municipality, url: string): Row<'municipalities'> {
  const { id, code, kind, name, place, county, website, exists, successors, audits } = municipality;
  return {
    id,
    url,
    code,
    kind,
    name,
    place,
    county: county ?? null,
    website: website ?? null,
    exists_from: exists?.from ?? null,
    exists_until: exists?.until ?? null,
    successors: successors.map((successor) => successor.id),
    audits: audits.length,
    recommendations: audits.reduce((sum, { recommendations }) => sum + recommendations.length, 0),
  };
}

/** `kl-2017/6:6` for each part that is named, `kl-2017` where none is. */
function citedKeys(criteria: readonly CitedCriterion[]): string[] {
  return criteria.flatMap(({ criterion, parts }) =>
    parts.length > 0 ? parts.map(({ key }) => `${criterion.id}/${key}`) : [criterion.id],
  );
}
