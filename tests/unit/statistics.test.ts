import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Archive,
  ageBandOf,
  type DirectedRecommendation,
  type Outcome,
  outcomes,
  type Statistics,
  statistics,
  tallied,
} from '../../src/archive/index.ts';
import { medianSpan, spanBetween } from '../../src/archive/spans.ts';
import type { CoarseDate } from '../../src/schemas/index.ts';
import {
  type AuditFields,
  anAudit,
  archiveWith,
  auditFile,
  auditId,
  type Changes,
  lines,
} from '../fixtures/content.ts';

/** Recommendations r1, r2 … to one board each, with these fields besides. */
const recommended = (count: number, fields: Readonly<Record<string, unknown>> = {}) =>
  Array.from({ length: count }, (_, index) => ({
    id: `r${index + 1}`,
    to: ['arkivnamnden'],
    text: 'Gallra.',
    ...fields,
  }));

/** A later audit that gives verdicts on the example audit: by the id of what it is on, the status. */
const followUp = (statuses: Readonly<Record<string, string>>, fields: AuditFields = {}): string =>
  anAudit({
    title: 'Uppföljning av arkivvård',
    year: 2023,
    published: '2023-06-01',
    followsUp: Object.entries(statuses).map(([part, status], index) => ({
      id: `u${index + 1}`,
      target: part === '' ? auditId : `${auditId}#${part}`,
      verdict: `bedöms som ${status}`,
      status,
    })),
    body: '<FollowUps />',
    ...fields,
  });

const followUpFile = 'audits/9901-exempelstad/2023-uppfoljning.mdx';

/** A board's own word on the example audit. */
const response = (claims: Readonly<Record<string, string>>, date = '2022-01-10'): string =>
  lines(
    '---',
    `audit: ${auditId}`,
    'body: arkivnamnden',
    `date: ${date}`,
    'answers:',
    ...Object.entries(claims).map(([id, claim]) => `  - { recommendation: ${id}, claim: ${claim} }`),
    '---',
    '',
    'Svar.',
  );

const responseFile = 'responses/9901-exempelstad/2020-arkivvard-arkivnamnden.mdx';

function statisticsWith(changes: Changes): Statistics {
  return statistics(archiveWith(changes));
}

/** The statistics of one audit. */
function statisticsOfAudit(fields: AuditFields): Statistics {
  return statisticsWith({ [auditFile]: anAudit(fields) });
}

/** The statistics of an audit with these recommendations, followed up with these statuses. */
function statisticsOf(
  recommendations: readonly unknown[],
  statuses: Readonly<Record<string, string>> = {},
): Statistics {
  return statisticsWith({
    [auditFile]: anAudit({ recommendations }),
    ...(Object.keys(statuses).length > 0 && { [followUpFile]: followUp(statuses) }),
  });
}

/** So many recommendations of each outcome; nothing else is known of them. */
function directedTo(
  archive: Archive,
  counts: Partial<Record<Outcome, number>>,
): readonly DirectedRecommendation[] {
  const [recommendation] = archive.recommendations;
  const [standing] = recommendation?.standings ?? [];
  if (!recommendation || !standing) throw new Error('The archive has no recommendation.');
  return outcomes.flatMap((outcome) =>
    Array.from({ length: counts[outcome] ?? 0 }, () => ({ recommendation, standing, outcome })),
  );
}

const oneRecommendation = archiveWith({ [auditFile]: anAudit({ recommendations: recommended(1) }) });
const tallyOf = (counts: Partial<Record<Outcome, number>>) => tallied(directedTo(oneRecommendation, counts));

test('a recommendation to two boards counts twice', () => {
  const { whole, recommendations } = statisticsOf([
    { id: 'r1', to: ['kommunstyrelsen', 'arkivnamnden'], text: 'Gallra.' },
  ]);
  assert.equal(recommendations, 1);
  assert.equal(whole.total, 2);
});

test('an addressee that is only told does not count, and is said to be left out', () => {
  const { whole, leftOut } = statisticsOf([
    {
      id: 'r1',
      to: [
        { body: 'kommunstyrelsen', role: 'huvudansvar' },
        { body: 'arkivnamnden', role: 'för kännedom' },
      ],
      text: 'Gallra.',
    },
  ]);
  assert.equal(whole.total, 1);
  assert.equal(leftOut.forInformation, 1);
});

test('an archive without recommendations has nothing to count, and no share', () => {
  const { whole, byYear, claims } = statisticsWith({});
  assert.equal(whole.total, 0);
  assert.equal(whole.implemented, undefined);
  assert.deepEqual(byYear, []);
  assert.deepEqual(
    claims.map(({ tally }) => tally.total),
    [0, 0, 0, 0, 0],
  );
});

test('where nothing has been followed up all is unknown, and there is no share', () => {
  const { whole } = statisticsOf(recommended(6));
  assert.equal(whole.byOutcome.unknown, 6);
  assert.equal(whole.assessed, 0);
  assert.equal(whole.implemented, undefined);
  assert.deepEqual(whole.cases, []);
});

test('what a body says is done stays unknown', () => {
  const { whole } = statisticsWith({
    [auditFile]: anAudit({ recommendations: recommended(1) }),
    [responseFile]: response({ r1: 'gjort' }),
  });
  assert.equal(whole.byOutcome.unknown, 1);
  assert.equal(whole.byOutcome.implemented, 0);
});

test('the outcomes of a whole sum to it, the unknown among them', () => {
  const { whole } = statisticsOf(recommended(7), { r1: 'åtgärdad', r2: 'delvis', r3: 'ej bedömd' });
  assert.equal(
    outcomes.reduce((sum, outcome) => sum + whole.byOutcome[outcome], 0),
    whole.total,
  );
  assert.equal(whole.byOutcome.unknown, 4);
});

test('a share says the least and the most that it can be, by what is unknown', () => {
  const { implemented } = tallyOf({ implemented: 2, 'not-implemented': 3, unknown: 5 });
  assert.equal(implemented?.ofAssessed, 0.4);
  assert.deepEqual(implemented?.ofAll, [0.2, 0.7]);
});

test('where all is assessed the least and the most are the same share', () => {
  assert.deepEqual(tallyOf({ implemented: 3, 'partly-implemented': 2 }).implemented?.ofAll, [0.6, 0.6]);
});

test('one that was taken up but not assessed is no ground for a share', () => {
  const { assessed, implemented, cases } = tallyOf({ implemented: 4, 'not-assessed': 3 });
  assert.equal(assessed, 4);
  assert.equal(implemented, undefined);
  assert.equal(cases.length, 4);
});

test('four assessed are shown as cases and five give a share', () => {
  const four = tallyOf({ implemented: 4, unknown: 20 });
  assert.equal(four.implemented, undefined);
  assert.deepEqual(
    four.cases.map(({ outcome }) => outcome),
    ['implemented', 'implemented', 'implemented', 'implemented'],
  );
  const five = tallyOf({ implemented: 5, unknown: 20 });
  assert.equal(five.implemented?.ofAssessed, 1);
  assert.deepEqual(five.cases, []);
});

test('fewer than five are all shown, the unknown among them', () => {
  assert.equal(tallyOf({ implemented: 1, unknown: 3 }).cases.length, 4);
});

test('an age stands in a band only where it certainly is in it', () => {
  assert.equal(ageBandOf([0, 1]), '0-1');
  assert.equal(ageBandOf([1, 2]), 'unknown');
  assert.equal(ageBandOf([4, 5]), '4-5');
  assert.equal(ageBandOf([5, 6]), 'unknown');
  assert.equal(ageBandOf([6, 40]), '6+');
});

test('a report of which only the year is known may have an unknown age, and still counts', () => {
  const { byAge } = statisticsOfAudit({ recommendations: recommended(1), year: 2020, published: 2021 });
  assert.deepEqual(
    byAge.filter(({ tally }) => tally.total > 0).map(({ band }) => band),
    ['4-5'],
  );
  const straddling = statisticsOfAudit({
    recommendations: recommended(1),
    year: 2020,
    published: 2020,
  }).byAge;
  assert.deepEqual(
    straddling.filter(({ tally }) => tally.total > 0).map(({ band }) => band),
    ['unknown'],
  );
});

test('years without recommendations are left out, and the newest is first', () => {
  const { byYear } = statisticsWith({
    [auditFile]: anAudit({ recommendations: recommended(1) }),
    'audits/9901-exempelstad/2015-gallring.mdx': anAudit({
      year: 2015,
      published: '2016-01-08',
      recommendations: recommended(2),
    }),
  });
  assert.deepEqual(
    byYear.map(({ year, tally }) => [year, tally.total]),
    [
      [2021, 1],
      [2016, 2],
    ],
  );
});

test('the time between coarse dates is the least and the most that they allow', () => {
  assert.deepEqual(spanBetween('2020-01-10' as CoarseDate, '2020-01-31' as CoarseDate), [21, 21]);
  assert.deepEqual(spanBetween('2020-01' as CoarseDate, '2020-02' as CoarseDate), [1, 59]);
  assert.deepEqual(spanBetween('2020' as CoarseDate, '2020-02' as CoarseDate), [0, 59]);
});

test('the median of an odd number is the middle one, and of an even number the mean of the two', () => {
  assert.deepEqual(
    medianSpan([
      [3, 3],
      [1, 1],
      [2, 2],
    ]),
    [2, 2],
  );
  assert.deepEqual(
    medianSpan([
      [4, 4],
      [1, 1],
      [2, 2],
      [3, 3],
    ]),
    [2.5, 2.5],
  );
});

test('the median of ranges lies between the median of what is least and of what is most', () => {
  assert.deepEqual(
    medianSpan([
      [0, 10],
      [5, 5],
      [2, 20],
    ]),
    [2, 10],
  );
});

test('there is no median of nothing', () => {
  assert.equal(medianSpan([]), undefined);
});

test('the time to a closing verdict is counted from publication, and rests on at least five', () => {
  const statuses = { r1: 'åtgärdad', r2: 'åtgärdad', r3: 'åtgärdad', r4: 'inaktuell' };
  const four = statisticsOf(recommended(6), statuses).closing;
  assert.equal(four.closings.length, 4);
  assert.equal(four.notClosed, 2);
  assert.equal(four.median, undefined);
  const five = statisticsOf(recommended(6), { ...statuses, r5: 'åtgärdad' }).closing;
  // 3 February 2021 to 1 June 2023.
  assert.deepEqual(five.median, [848, 848]);
  assert.deepEqual(five.byDuration.find(({ duration }) => duration === '2-3')?.byStatus, {
    implemented: 4,
    obsolete: 1,
  });
});

test('a verdict that does not close gives no time', () => {
  const { closing } = statisticsOf(recommended(2), { r1: 'i huvudsak', r2: 'pågår' });
  assert.deepEqual(closing.closings, []);
  assert.equal(closing.notClosed, 2);
});

test('the first closing verdict counts for the time, also where a later one reopened', () => {
  const { closing, whole } = statisticsWith({
    [auditFile]: anAudit({ recommendations: recommended(1) }),
    [followUpFile]: followUp({ r1: 'åtgärdad' }),
    'audits/9901-exempelstad/2025-uppfoljning.mdx': followUp(
      { r1: 'ej åtgärdad' },
      { year: 2025, published: '2025-06-01' },
    ),
  });
  assert.equal(whole.byOutcome['not-implemented'], 1);
  assert.deepEqual(
    closing.closings.map(({ date, status }) => [date, status]),
    [['2023-06-01', 'implemented']],
  );
});

/** What stands under a claim, of those that are not nought. */
function foundUnder(figures: Statistics, claim: Statistics['claims'][number]['claim']) {
  const tally = figures.claims.find((each) => each.claim === claim)?.tally;
  return Object.fromEntries(Object.entries(tally?.byOutcome ?? {}).filter(([, count]) => count > 0));
}

test('a claim is held against the verdict that came after it', () => {
  const figures = statisticsWith({
    [auditFile]: anAudit({ recommendations: recommended(3) }),
    [responseFile]: response({ r1: 'gjort', r2: 'gjort' }),
    [followUpFile]: followUp({ r1: 'åtgärdad', r2: 'ej åtgärdad', r3: 'delvis' }),
  });
  assert.deepEqual(foundUnder(figures, 'done'), { implemented: 1, 'not-implemented': 1 });
  assert.deepEqual(foundUnder(figures, 'none'), { 'partly-implemented': 1 });
});

test('a claim that no auditor has checked since has an unknown outcome', () => {
  const figures = statisticsWith({
    [auditFile]: anAudit({ recommendations: recommended(2) }),
    [responseFile]: response({ r1: 'gjort', r2: 'planerat' }, '2024-01-10'),
    [followUpFile]: followUp({ r1: 'delvis' }),
  });
  assert.deepEqual(foundUnder(figures, 'done'), { unknown: 1 });
  assert.deepEqual(foundUnder(figures, 'planned'), { unknown: 1 });
});

test('a claim of which it cannot be told whether it came before the verdict has an unknown outcome', () => {
  const figures = statisticsWith({
    [auditFile]: anAudit({ recommendations: recommended(1) }),
    [responseFile]: response({ r1: 'gjort' }, '2023'),
    [followUpFile]: followUp({ r1: 'ej åtgärdad' }),
  });
  assert.deepEqual(foundUnder(figures, 'done'), { unknown: 1 });
});

test('every recommendation stands under one claim or under none', () => {
  const figures = statisticsWith({
    [auditFile]: anAudit({ recommendations: recommended(5) }),
    [responseFile]: response({ r1: 'gjort', r2: 'inget' }),
  });
  assert.equal(
    figures.claims.reduce((sum, { tally }) => sum + tally.total, 0),
    figures.whole.total,
  );
});

test('a verdict on a whole audit is no verdict on its recommendations, and is said to be left out', () => {
  const { whole, leftOut, followUps } = statisticsOf(recommended(2), { '': 'åtgärdad' });
  assert.equal(whole.byOutcome.unknown, 2);
  assert.equal(leftOut.followUps.audit, 1);
  assert.equal(followUps.byLevel.find(({ level }) => level === 'audit')?.byStatus.implemented, 1);
});

test('a verdict on a part of a recommendation is none on the whole of it', () => {
  const parts = [{ id: 'r1-a', text: 'Först.' }];
  const { whole, leftOut } = statisticsOf([{ ...recommended(1)[0], parts }], { 'r1-a': 'åtgärdad' });
  assert.equal(whole.byOutcome.unknown, 1);
  assert.equal(leftOut.followUps.part, 1);
});

test('a verdict on something outside the archive counts as such, and how long after is unknown', () => {
  const { followUps, leftOut } = statisticsWith({
    [followUpFile]: anAudit({
      year: 2023,
      published: 2023,
      followsUp: [
        { id: 'u1', target: { about: 'bisysslor', year: 2011 }, verdict: 'samma', grade: 'ej uppfyllt' },
      ],
      body: '<FollowUps />',
    }),
  });
  assert.equal(leftOut.followUps.outside, 1);
  assert.equal(followUps.byLevel.find(({ level }) => level === 'outside')?.byStatus.graded, 1);
  assert.equal(followUps.byDuration.find(({ duration }) => duration === 'unknown')?.count, 1);
});

test('a follow-up of which the verdict was not seen leaves the recommendation unknown, and is said to be left out', () => {
  const { whole, leftOut, followUps } = statisticsWith({
    [auditFile]: anAudit({ recommendations: recommended(1) }),
    [followUpFile]: followUp({}, { followsUp: [{ id: 'u1', target: `${auditId}#r1`, unseen: true }] }),
  });
  assert.equal(whole.byOutcome.unknown, 1);
  assert.equal(leftOut.followUps.unseen, 1);
  assert.equal(followUps.byLevel.find(({ level }) => level === 'recommendation')?.byStatus.unseen, 1);
});

test('an audit that many verdicts follow up is followed up once', () => {
  const { followUps } = statisticsOf(recommended(3), { r1: 'åtgärdad', r2: 'delvis', r3: 'pågår' });
  assert.equal(followUps.all.length, 3);
  assert.deepEqual(
    followUps.followedUp.map(({ span }) => span),
    [[848, 848]],
  );
  assert.deepEqual(
    followUps.byYear.map(({ year, total }) => [year, total]),
    [[2023, 3]],
  );
});

test('an audit without an overall verdict and a question without an answer count as unknown', () => {
  const { overallVerdicts, answers } = statisticsOfAudit({
    verdicts: null,
    questions: [
      { id: 'q1', text: 'Räcker det?', answers: [{ verdict: 'Ja' }] },
      { id: 'q2', text: 'Håller det?' },
    ],
  });
  assert.deepEqual([overallVerdicts[0]?.total, overallVerdicts[0]?.byGrade.unknown], [1, 1]);
  assert.deepEqual([answers[0]?.total, answers[0]?.byGrade.met, answers[0]?.byGrade.unknown], [2, 1, 1]);
});

test('a question that is only asked in its parts is not counted beside them', () => {
  const { answers } = statisticsOfAudit({
    questions: [
      { id: 'q1', text: 'Fungerar det?' },
      { id: 'q1-a', under: 'q1', text: 'Räcker det?', answers: [{ verdict: 'Nej' }] },
    ],
  });
  assert.deepEqual([answers[0]?.total, answers[0]?.byGrade['not-met']], [1, 1]);
});

test('groups stand in Swedish order of name, not by result, and those without a subject last', () => {
  const { breakdowns } = statisticsWith({
    'topics.yaml': lines(
      '- { id: arkiv, name: Arkiv, about: Arkiv. }',
      '- { id: anga, name: Ånga, about: Ånga. }',
      '- { id: zink, name: Zink, about: Zink. }',
    ),
    [auditFile]: anAudit({
      recommendations: [
        { ...recommended(1)[0], topics: ['anga'] },
        { ...recommended(1)[0], id: 'r2', topics: ['zink', 'arkiv'] },
        { ...recommended(1)[0], id: 'r3' },
      ],
    }),
    [followUpFile]: followUp({ r1: 'åtgärdad' }),
  });
  assert.deepEqual(
    breakdowns.topic.groups.map(({ subject, tally }) => [subject?.name, tally.total]),
    [
      ['Arkiv', 1],
      ['Zink', 1],
      ['Ånga', 1],
      [undefined, 1],
    ],
  );
  assert.ok(breakdowns.topic.isOverlapping);
});

test('a recommendation to a group as printed has no body type, and counts among those without', () => {
  const { breakdowns } = statisticsOf([
    { id: 'r1', to: ['arkivnamnden', { group: 'övriga nämnder' }], text: 'Gallra.' },
  ]);
  assert.deepEqual(
    breakdowns['body-type'].groups.map(({ subject, tally }) => [subject?.name, tally.total]),
    [
      ['Arkivnämnder', 1],
      [undefined, 1],
    ],
  );
});

test('a criterion has the recommendations of the audits that were measured against it', () => {
  const { breakdowns } = statisticsOfAudit({
    recommendations: recommended(2),
    criteria: [
      { criterion: 'exempellagen', sections: ['6:1'] },
      { criterion: 'exempellagen', sections: ['6:6'] },
    ],
  });
  assert.deepEqual(
    breakdowns.criterion.groups.map(({ subject, tally }) => [subject?.name, tally.total]),
    [['Exempellagen', 2]],
  );
});

test('catalogue reports of which no recommendation was seen are said to be left out', () => {
  const { leftOut } = statisticsOfAudit({ rendition: 'catalogue', unseen: ['rekommendationerna'] });
  assert.equal(leftOut.withoutRecommendations.length, 1);
  assert.equal(leftOut.partlySeen.length, 0);
});
