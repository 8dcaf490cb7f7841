import {
  type Claim,
  type CoarseDate,
  claims,
  type Grade,
  grades,
  type PlainDate,
  type VerifiedStatus,
  verifiedStatuses,
} from '../schemas/index.ts';
import { compareInTime, daysOf, yearOf } from './dates.ts';
import { certainClass, medianSpan, type Span, spanBetween, yearsOf } from './spans.ts';
import { swedishOrder } from './swedish-order.ts';
import type {
  Archive,
  Audit,
  FollowUp,
  FollowUpTarget,
  Question,
  Recommendation,
  Standing,
} from './types.ts';

/*
 * How much of what auditors recommend is done, as far as the archive knows. What is counted is a recommendation with one addressee,
 * since it may be done in one board and not in another. What no auditor has said anything of is unknown, and is counted as that.
 */

/** What an auditor found had become of a recommendation, or that the archive has seen none say. */
export type Outcome = VerifiedStatus | 'unknown';

/** From done to not done; the last is unknown. */
export const outcomes: readonly Outcome[] = [...verifiedStatuses.map(({ code }) => code), 'unknown'];

/** On fewer cases than this no share or median rests: the cases themselves are shown. */
export const fewestForRate = 5;

/** A recommendation with one of its addressees, and what is known to have become of it. */
export interface DirectedRecommendation {
  readonly recommendation: Recommendation;
  readonly standing: Standing;
  readonly outcome: Outcome;
}

export interface Tally {
  readonly total: number;
  readonly byOutcome: Readonly<Record<Outcome, number>>;
  /** How many an auditor has given a verdict on, other than that it was not assessed. */
  readonly assessed: number;
  /** Missing where fewer than five were assessed. */
  readonly implemented?: {
    readonly ofAssessed: number;
    /** The least share, were nothing of what is unknown done, and the most, were all of it. */
    readonly ofAll: readonly [number, number];
  };
  /** What is shown in place of a share: all of fewer than five, else those that were assessed. */
  readonly cases: readonly DirectedRecommendation[];
}

/** Whole years since publication. One whose date is too coarse to tell has an unknown age. */
export const ageBands = ['0-1', '2-3', '4-5', '6+', 'unknown'] as const;
export type AgeBand = (typeof ageBands)[number];

/** How long something took, in years. */
export const durations = ['under-1', '1-2', '2-3', '3-5', '5+', 'unknown'] as const;
export type Duration = (typeof durations)[number];

/** A recommendation that an auditor's verdict closed, whatever came after. */
export interface Closing {
  readonly directed: DirectedRecommendation;
  readonly status: ClosingStatus;
  readonly date: CoarseDate;
  /** From publication. */
  readonly span: Span;
}

export type ClosingStatus = Extract<VerifiedStatus, 'implemented' | 'obsolete'>;

export interface ClosingTimes {
  readonly closings: readonly Closing[];
  readonly notClosed: number;
  readonly byDuration: readonly {
    readonly duration: Duration;
    readonly byStatus: Readonly<Record<ClosingStatus, number>>;
  }[];
  /** Missing where fewer than five were closed. */
  readonly median?: Span;
}

/** What bodies said of their recommendations, and what auditors then found. */
export interface ClaimTally {
  readonly claim: Claim | 'none';
  /** Unknown where no auditor is known to have looked since it was said. */
  readonly tally: Tally;
}

export type GradeOrUnknown = Grade | 'unknown';

export interface GradesOfYear {
  readonly year: number;
  readonly total: number;
  readonly byGrade: Readonly<Record<GradeOrUnknown, number>>;
}

/** What a follow-up is of: the level at which it counts. */
export type FollowUpLevel = FollowUpTarget['kind'];
export const followUpLevels: readonly FollowUpLevel[] = [
  'recommendation',
  'finding',
  'question',
  'audit',
  'outside',
];

export interface FollowUpsOfLevel {
  readonly level: FollowUpLevel;
  readonly total: number;
  /** Where there is no status there is a grade, or what was found has not been seen. */
  readonly byStatus: Readonly<Record<VerifiedStatus | 'graded' | 'unseen', number>>;
}

export interface FollowUpsOfYear {
  readonly year: number;
  readonly total: number;
  readonly byLevel: Readonly<Record<FollowUpLevel, number>>;
}

/** One audit that was followed up by another, once, however much of it that looked at. */
export interface FollowedUp {
  /** The first of them. */
  readonly followUp: FollowUp;
  /** From the publication of what was followed up; missing where the archive does not hold it. */
  readonly span?: Span;
}

export interface FollowUpStatistics {
  readonly all: readonly FollowUp[];
  /** How many audits made them. */
  readonly audits: number;
  readonly byLevel: readonly FollowUpsOfLevel[];
  /** The newest first; years without any are left out. */
  readonly byYear: readonly FollowUpsOfYear[];
  readonly followedUp: readonly FollowedUp[];
  readonly byDuration: readonly { readonly duration: Duration; readonly count: number }[];
  /** How long after; missing where it is known of fewer than five. */
  readonly median?: Span;
}

export const dimensions = ['municipality', 'body-type', 'topic', 'criterion'] as const;
export type Dimension = (typeof dimensions)[number];

export interface TallyOfYear {
  readonly year: number;
  readonly tally: Tally;
}

/** The recommendations of one principal, body type, topic or criterion. */
export interface Group {
  /** Missing for those that have none. */
  readonly subject?: { readonly name: string; readonly path: string };
  readonly tally: Tally;
  readonly byYear: readonly TallyOfYear[];
  readonly closing: ClosingTimes;
  /** Those that the body says are done. */
  readonly claimedDone: Tally;
}

export interface Breakdown {
  readonly dimension: Dimension;
  /** In Swedish order of name; those without a subject last. */
  readonly groups: readonly Group[];
  /** The years of publication that any of them has, newest first. */
  readonly years: readonly number[];
  /** A recommendation may stand in several groups. */
  readonly isOverlapping: boolean;
}

/** What no figure here rests on. */
export interface LeftOut {
  /** Follow-ups that say nothing of a whole recommendation with one of its addressees, by what they are of. */
  readonly followUps: Readonly<
    Record<Exclude<FollowUpLevel, 'recommendation'> | 'part' | 'unseen' | 'others', number>
  >;
  /** Addressees that were only told. */
  readonly forInformation: number;
  /** Catalogue reports of which the archive has no recommendation. */
  readonly withoutRecommendations: readonly Audit[];
  /** Catalogue reports with recommendations, of which something was not seen. */
  readonly partlySeen: readonly Audit[];
}

export interface Statistics {
  readonly asOf: PlainDate;
  /** How many recommendations there are, before each addressee is counted. */
  readonly recommendations: number;
  readonly whole: Tally;
  readonly byAge: readonly { readonly band: AgeBand; readonly tally: Tally }[];
  /** By year of publication, the newest first; years without any are left out. */
  readonly byYear: readonly TallyOfYear[];
  readonly closing: ClosingTimes;
  /** One of each claim, and last those of which the body has said nothing. */
  readonly claims: readonly ClaimTally[];
  readonly followUps: FollowUpStatistics;
  readonly overallVerdicts: readonly GradesOfYear[];
  readonly answers: readonly GradesOfYear[];
  readonly breakdowns: Readonly<Record<Dimension, Breakdown>>;
  readonly leftOut: LeftOut;
}

const statisticsOf = new WeakMap<Archive, Statistics>();

/** All figures of an archive, computed once. */
export function statistics(archive: Archive): Statistics {
  const known = statisticsOf.get(archive);
  if (known) return known;
  const directed = directedRecommendations(archive.recommendations);
  const made: Statistics = {
    asOf: archive.asOf,
    recommendations: new Set(directed.map(({ recommendation }) => recommendation)).size,
    whole: tallied(directed),
    byAge: talliedByAge(directed),
    byYear: talliedByYear(directed),
    closing: closingTimes(directed),
    claims: claimsAgainstVerdicts(directed),
    followUps: followUpStatistics(archive.followUps),
    overallVerdicts: gradesByYear(archive.audits, overallGrades),
    answers: gradesByYear(archive.audits, ({ questions }) => questions.flatMap(answerGrades)),
    breakdowns: {
      municipality: brokenDown('municipality', directed),
      'body-type': brokenDown('body-type', directed),
      topic: brokenDown('topic', directed),
      criterion: brokenDown('criterion', directed),
    },
    leftOut: leftOut(archive),
  };
  statisticsOf.set(archive, made);
  return made;
}

/** Every recommendation with each addressee that is to do something about it. */
function directedRecommendations(
  recommendations: readonly Recommendation[],
): readonly DirectedRecommendation[] {
  return recommendations.flatMap((recommendation) =>
    recommendation.standings
      .filter(({ addressee }) => addressee.role !== 'for-information')
      .map((standing) => ({
        recommendation,
        standing,
        outcome: standing.state.verdict?.status ?? 'unknown',
      })),
  );
}

export function tallied(directed: readonly DirectedRecommendation[]): Tally {
  const total = directed.length;
  const byOutcome = countedBy(outcomes, directed, ({ outcome }) => outcome);
  const assessed = directed.filter(isAssessed);
  const enough = assessed.length >= fewestForRate;
  return {
    total,
    byOutcome,
    assessed: assessed.length,
    ...(enough && {
      implemented: {
        ofAssessed: byOutcome.implemented / assessed.length,
        ofAll: [
          byOutcome.implemented / total,
          (byOutcome.implemented + total - assessed.length) / total,
        ] as const,
      },
    }),
    cases: total < fewestForRate ? directed : enough ? [] : assessed,
  };
}

function isAssessed({ outcome }: DirectedRecommendation): boolean {
  return outcome !== 'unknown' && outcome !== 'not-assessed';
}

function talliedByAge(directed: readonly DirectedRecommendation[]): Statistics['byAge'] {
  const byBand = Map.groupBy(directed, ({ recommendation }) => ageBandOf(recommendation.ageInYears));
  return ageBands.map((band) => ({ band, tally: tallied(byBand.get(band) ?? []) }));
}

const lowestAges = [0, 2, 4, 6] as const;
const shortestDurations = [0, 1, 2, 3, 5] as const;

/** The band of an age in whole years, as the least and the most that it can be. */
export function ageBandOf(ageInYears: readonly [number, number]): AgeBand {
  const band = certainClass(ageInYears, lowestAges);
  return (band === undefined ? undefined : ageBands[band]) ?? 'unknown';
}

function durationOf(span: Span | undefined): Duration {
  const duration = span && certainClass(yearsOf(span), shortestDurations);
  return (duration === undefined ? undefined : durations[duration]) ?? 'unknown';
}

function talliedByYear(directed: readonly DirectedRecommendation[]): readonly TallyOfYear[] {
  return newestFirst(
    Map.groupBy(directed, ({ recommendation }) => yearOf(recommendation.audit.published)),
  ).map(([year, ofYear]) => ({ year, tally: tallied(ofYear) }));
}

/** From publication to the first verdict that closed each of those that were closed. */
function closingTimes(directed: readonly DirectedRecommendation[]): ClosingTimes {
  const closings = directed.flatMap((each) => closingOf(each) ?? []);
  const byDuration = Map.groupBy(closings, ({ span }) => durationOf(span));
  const median = medianOf(closings.map(({ span }) => span));
  return {
    closings,
    notClosed: directed.length - closings.length,
    byDuration: durations.map((duration) => ({
      duration,
      byStatus: countedBy(closingStatuses, byDuration.get(duration) ?? [], ({ status }) => status),
    })),
    ...(median && { median }),
  };
}

const closingStatuses: readonly ClosingStatus[] = ['implemented', 'obsolete'];

function closingOf(directed: DirectedRecommendation): Closing | undefined {
  const { recommendation, standing } = directed;
  const first = standing.history.find(({ state }) => state.isClosed);
  const verdict = first?.state.verdict;
  if (!verdict) return undefined;
  return {
    directed,
    status: verdict.status === 'obsolete' ? 'obsolete' : 'implemented',
    date: verdict.date,
    span: spanBetween(recommendation.audit.published, verdict.date),
  };
}

/** Each recommendation stands under what the body said of it, with what an auditor then found. */
function claimsAgainstVerdicts(directed: readonly DirectedRecommendation[]): readonly ClaimTally[] {
  const pairs = directed.map((each) => ({ directed: each, ...claimAndOutcome(each.standing) }));
  const byClaim = Map.groupBy(pairs, ({ claim }) => claim);
  return ([...claims.map(({ code }) => code), 'none'] as const).map((claim) => ({
    claim,
    tally: tallied((byClaim.get(claim) ?? []).map(({ directed, outcome }) => ({ ...directed, outcome }))),
  }));
}

/**
 * The last claim that certainly was made before the verdict that counts, or the same day, and that verdict. Without such a claim, the
 * last of all, which no auditor is known to have checked.
 */
function claimAndOutcome({ history, state }: Standing): {
  readonly claim: Claim | 'none';
  readonly outcome: Outcome;
} {
  const made = history.flatMap(({ event }) =>
    event.kind === 'claim' && event.claim !== undefined ? [{ ...event, claim: event.claim }] : [],
  );
  const { verdict } = state;
  const checked =
    verdict &&
    made.findLast(
      ({ date, heirs }) =>
        daysOf(date).last <= daysOf(verdict.date).first && haveCommon(heirs, verdict.heirs),
    );
  if (verdict && checked) return { claim: checked.claim, outcome: verdict.status };
  const latest = made.at(-1);
  if (latest) return { claim: latest.claim, outcome: 'unknown' };
  return { claim: 'none', outcome: verdict?.status ?? 'unknown' };
}

/** Where an addressee was divided, a claim of one of its heirs is not checked by a verdict on another. Left out is all of them. */
function haveCommon(some: readonly string[] | undefined, others: readonly string[] | undefined): boolean {
  return some === undefined || others === undefined || some.some((each) => others.includes(each));
}

function followUpStatistics(followUps: readonly FollowUp[]): FollowUpStatistics {
  const byLevel = Map.groupBy(followUps, ({ target }) => target.kind);
  const followedUp = auditsFollowedUp(followUps);
  const known = followedUp.flatMap(({ span }) => (span ? [span] : []));
  const byDuration = countedBy(durations, followedUp, ({ span }) => durationOf(span));
  const median = medianOf(known);
  return {
    all: followUps,
    audits: new Set(followUps.map(({ audit }) => audit)).size,
    byLevel: followUpLevels.map((level) => {
      const ofLevel = byLevel.get(level) ?? [];
      return {
        level,
        total: ofLevel.length,
        byStatus: countedBy(
          statusesOrNone,
          ofLevel,
          ({ status, grade }) => status ?? (grade ? 'graded' : 'unseen'),
        ),
      };
    }),
    byYear: newestFirst(Map.groupBy(followUps, ({ date }) => yearOf(date))).map(([year, ofYear]) => ({
      year,
      total: ofYear.length,
      byLevel: countedBy(followUpLevels, ofYear, ({ target }) => target.kind),
    })),
    followedUp,
    byDuration: durations.map((duration) => ({ duration, count: byDuration[duration] })),
    ...(median && { median }),
  };
}

const statusesOrNone = [...verifiedStatuses.map(({ code }) => code), 'graded', 'unseen'] as const;

/** Each audit that another followed up, once. */
function auditsFollowedUp(followUps: readonly FollowUp[]): readonly FollowedUp[] {
  const inOrder = followUps.toSorted((a, b) => compareInTime(a.date, b.date));
  const first = new Map<string, FollowUp>();
  for (const followUp of inOrder) {
    const { audit, target } = followUp;
    const followed =
      target.kind === 'outside' ? JSON.stringify([target.title, target.year, target.about]) : target.audit.id;
    const key = `${audit.id} ${followed}`;
    if (!first.has(key)) first.set(key, followUp);
  }
  return [...first.values()].toReversed().map((followUp) => ({
    followUp,
    ...(followUp.target.kind !== 'outside' && {
      span: spanBetween(followUp.target.audit.published, followUp.date),
    }),
  }));
}

function overallGrades({ verdicts }: Audit): readonly GradeOrUnknown[] {
  return verdicts.length === 0 ? ['unknown'] : verdicts.map(({ grade }) => grade);
}

/** Of a question that is only asked in its parts, those of its parts. */
function answerGrades({ answers, subquestions }: Question): readonly GradeOrUnknown[] {
  const own: readonly GradeOrUnknown[] = answers.map(({ grade }) => grade);
  const ofParts = subquestions.flatMap(answerGrades);
  return own.length === 0 && ofParts.length === 0 ? ['unknown'] : [...own, ...ofParts];
}

const gradesOrUnknown: readonly GradeOrUnknown[] = [...grades.map(({ code }) => code), 'unknown'];

/** By the audits' listed year, the newest first. Audits that have nothing to grade, as no question, do not count. */
function gradesByYear(
  audits: readonly Audit[],
  gradesIn: (audit: Audit) => readonly GradeOrUnknown[],
): readonly GradesOfYear[] {
  return newestFirst(Map.groupBy(audits, ({ listedYear }) => listedYear)).flatMap(([year, ofYear]) => {
    const given = ofYear.flatMap(gradesIn);
    if (given.length === 0) return [];
    return [{ year, total: given.length, byGrade: countedBy(gradesOrUnknown, given, (grade) => grade) }];
  });
}

type Subject = NonNullable<Group['subject']>;

const subjectsBy: Readonly<Record<Dimension, (directed: DirectedRecommendation) => readonly Subject[]>> = {
  municipality: ({ recommendation }) => [recommendation.audit.municipality],
  'body-type': ({ standing: { addressee } }) =>
    addressee.kind === 'body' && addressee.body.type
      ? [{ name: addressee.body.type.plural, path: addressee.body.type.path }]
      : [],
  topic: ({ recommendation }) => recommendation.topics,
  criterion: ({ recommendation }) => recommendation.audit.criteria.map(({ criterion }) => criterion),
};

function brokenDown(dimension: Dimension, directed: readonly DirectedRecommendation[]): Breakdown {
  const groups = new Map<string | undefined, { subject?: Subject; members: DirectedRecommendation[] }>();
  let placed = 0;
  for (const each of directed) {
    const subjects = new Map(subjectsBy[dimension](each).map((subject) => [subject.path, subject]));
    for (const [path, subject] of subjects.size > 0 ? subjects : [[undefined, undefined] as const]) {
      const group = groups.get(path) ?? { ...(subject && { subject }), members: [] };
      group.members.push(each);
      groups.set(path, group);
      placed += 1;
    }
  }
  const sorted = [...groups.values()].toSorted((a, b) => {
    if (!a.subject || !b.subject) return Number(!a.subject) - Number(!b.subject);
    return swedishOrder.compare(a.subject.name, b.subject.name);
  });
  return {
    dimension,
    groups: sorted.map(({ subject, members }) => ({
      ...(subject && { subject: { name: subject.name, path: subject.path } }),
      tally: tallied(members),
      byYear: talliedByYear(members),
      closing: closingTimes(members),
      claimedDone: claimsAgainstVerdicts(members).find(({ claim }) => claim === 'done')?.tally ?? tallied([]),
    })),
    years: talliedByYear(directed).map(({ year }) => year),
    isOverlapping: placed > directed.length,
  };
}

function leftOut({ audits, recommendations, followUps }: Archive): LeftOut {
  const counted = new Set(
    recommendations.flatMap(({ standings }) =>
      standings.flatMap(({ history }) =>
        history.flatMap(({ event }) => (event.kind === 'verdict' ? [event.followUp] : [])),
      ),
    ),
  );
  const levels = ['finding', 'question', 'audit', 'outside', 'part', 'unseen', 'others'] as const;
  const catalogued = audits.filter(({ rendition }) => rendition === 'catalogue');
  return {
    followUps: countedBy(
      levels,
      followUps.filter((followUp) => !counted.has(followUp)),
      ({ target, status }) => {
        if (target.kind !== 'recommendation') return target.kind;
        if (target.part !== undefined) return 'part';
        return status === undefined ? 'unseen' : 'others';
      },
    ),
    forInformation: recommendations.reduce(
      (sum, { addressees }) => sum + addressees.filter(({ role }) => role === 'for-information').length,
      0,
    ),
    withoutRecommendations: catalogued.filter((audit) => audit.recommendations.length === 0),
    partlySeen: catalogued.filter((audit) => audit.recommendations.length > 0 && audit.unseen.length > 0),
  };
}

function medianOf(spans: readonly Span[]): Span | undefined {
  return spans.length < fewestForRate ? undefined : medianSpan(spans);
}

/** How many items each of the keys has. */
function countedBy<Key extends string, Item>(
  keys: readonly Key[],
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Readonly<Record<Key, number>> {
  const counts = new Map<Key, number>(keys.map((key) => [key, 0]));
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return Object.fromEntries(counts) as Record<Key, number>;
}

function newestFirst<Item>(byYear: ReadonlyMap<number, Item[]>): readonly (readonly [number, Item[]])[] {
  return [...byYear].toSorted(([a], [b]) => b - a);
}
