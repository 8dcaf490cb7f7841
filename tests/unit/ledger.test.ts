import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type FollowUp, wholeYearsBetween, yearsAfter } from '../../src/archive/index.ts';
import { auditId } from '../fixtures/content.ts';
import {
  archiveOfStory,
  auditIn,
  date,
  day,
  type LaterAudit,
  recommendationIn,
  type Story,
  shownIn,
  toArchiveBoard,
} from '../fixtures/ledger.ts';

/* Verdicts and responses related to what they are about, on throwaway archives. */

const toBoth = { id: 'r1', to: ['kommunstyrelsen', 'arkivnamnden'], text: 'Köp hyllor.' };

/** How the recommendation stands with each addressee. */
const standingsOf = (story: Story) => shownIn(recommendationIn(archiveOfStory(story)).standings);

/** One later audit with these follow-ups. */
const followedUp = (
  ...followsUp: readonly Readonly<Record<string, unknown>>[]
): Readonly<Record<string, LaterAudit>> => ({
  '2023-uppfoljning': { followsUp },
});

describe('A verdict on a recommendation', () => {
  test('that names no bodies counts for every addressee', () => {
    assert.deepEqual(
      standingsOf({ audit: { recommendations: [toBoth] }, later: followedUp({ status: 'delvis' }) }),
      { kommunstyrelsen: 'partly-implemented', arkivnamnden: 'partly-implemented' },
    );
  });

  test('that names one counts for that one alone', () => {
    assert.deepEqual(
      standingsOf({
        audit: { recommendations: [toBoth] },
        later: followedUp({ status: 'åtgärdad', bodies: ['arkivnamnden'] }),
      }),
      { kommunstyrelsen: 'not-followed-up', arkivnamnden: 'implemented' },
    );
  });

  test('may be another for each of them', () => {
    assert.deepEqual(
      standingsOf({
        audit: { recommendations: [toBoth] },
        later: followedUp(
          { status: 'åtgärdad', bodies: ['arkivnamnden'] },
          { status: 'ej åtgärdad', bodies: ['kommunstyrelsen'] },
        ),
      }),
      { kommunstyrelsen: 'not-implemented', arkivnamnden: 'implemented' },
    );
  });

  test('on all yields to the one that the same audit gives on a body by name', () => {
    assert.deepEqual(
      standingsOf({
        audit: { recommendations: [toBoth] },
        later: followedUp({ status: 'delvis' }, { status: 'åtgärdad', bodies: ['arkivnamnden'] }),
      }),
      { kommunstyrelsen: 'partly-implemented', arkivnamnden: 'implemented' },
    );
  });

  test('on all does not yield to the one that another audit of the same day gives', () => {
    assert.deepEqual(
      standingsOf({
        audit: { recommendations: [toBoth] },
        later: {
          '2023-ena': { followsUp: [{ status: 'delvis' }] },
          '2023-andra': { followsUp: [{ status: 'åtgärdad', bodies: ['arkivnamnden'] }] },
        },
      }),
      { kommunstyrelsen: 'partly-implemented', arkivnamnden: 'partly-implemented' },
    );
  });

  test('that names no bodies counts for a group as printed, and one that names a body does not', () => {
    const audit = { recommendations: [{ ...toBoth, to: [{ group: 'övriga nämnder' }] }] };
    assert.deepEqual(standingsOf({ audit, later: followedUp({ status: 'delvis' }) }), {
      'övriga nämnder': 'partly-implemented',
    });
    assert.deepEqual(
      standingsOf({ audit, later: followedUp({ status: 'delvis', bodies: ['arkivnamnden'] }) }),
      { 'övriga nämnder': 'not-followed-up' },
    );
  });

  test('to all counts for every audited body and group', () => {
    assert.deepEqual(
      standingsOf({
        audit: { groups: ['alla bolag'], recommendations: [{ ...toBoth, to: 'alla' }] },
        later: followedUp({ status: 'delvis' }),
      }),
      {
        kommunstyrelsen: 'partly-implemented',
        arkivnamnden: 'partly-implemented',
        'alla bolag': 'partly-implemented',
      },
    );
  });

  test('is of its own date, where it has one, else of the day when its audit was published', () => {
    const { standings } = recommendationIn(
      archiveOfStory({
        later: { '2023-uppfoljning': { followsUp: [{ status: 'delvis', date: '2022-11' }] } },
      }),
    );
    assert.equal(standings[0]?.state.verdict?.date, '2022-11');
    const published = recommendationIn(archiveOfStory({ later: followedUp({ status: 'delvis' }) }));
    assert.equal(published.standings[0]?.state.verdict?.date, '2023-10-05');
  });

  test('can be found from what it counts for, with the words and the audit that gave it', () => {
    const archive = archiveOfStory({
      later: followedUp({ status: 'ej åtgärdad', verdict: 'inget har hänt' }),
    });
    const [standing] = recommendationIn(archive).standings;
    const followUp = standing?.state.verdict?.followUp;
    assert.equal(followUp?.verdict, 'inget har hänt');
    assert.equal(followUp?.audit.slug, '2023-uppfoljning');
    assert.equal(followUp?.path, '/granskningar/exempelstad/2023-uppfoljning/#u1');
    assert.deepEqual(
      standing?.history.map(({ event }) => event),
      [standing?.state.verdict],
    );
  });

  test('that the archive has not seen leaves the state as it was', () => {
    assert.deepEqual(standingsOf({ later: followedUp({ unseen: true, verdict: undefined }) }), {
      arkivnamnden: 'not-followed-up',
    });
  });
});

describe('A verdict counts only at its level:', () => {
  const withParts = {
    recommendations: [
      {
        ...toArchiveBoard,
        parts: [
          { id: 'r1-a', text: 'Mät.' },
          { id: 'r1-b', text: 'Beställ.' },
        ],
      },
      { ...toArchiveBoard, id: 'r2' },
    ],
  };
  const statesIn = (...followsUp: readonly Readonly<Record<string, unknown>>[]) => {
    const archive = archiveOfStory({ audit: withParts, later: followedUp(...followsUp) });
    const { state, parts } = recommendationIn(archive);
    return { r1: state, parts: parts.map(({ standings }) => shownIn(standings).arkivnamnden) };
  };

  test('one on a part is not the whole’s, nor the other part’s', () => {
    assert.deepEqual(statesIn({ target: `${auditId}#r1-a`, status: 'åtgärdad' }), {
      r1: 'not-followed-up',
      parts: ['implemented', 'not-followed-up'],
    });
  });

  test('one on each part is still not the whole’s', () => {
    assert.equal(
      statesIn(
        { target: `${auditId}#r1-a`, status: 'åtgärdad' },
        { target: `${auditId}#r1-b`, status: 'åtgärdad' },
      ).r1,
      'not-followed-up',
    );
  });

  test('one on the whole is not its parts’', () => {
    assert.deepEqual(statesIn({ status: 'åtgärdad' }), {
      r1: 'implemented',
      parts: ['not-followed-up', 'not-followed-up'],
    });
  });

  test('one on another recommendation is not this one’s', () => {
    assert.equal(statesIn({ target: `${auditId}#r2`, status: 'åtgärdad' }).r1, 'not-followed-up');
  });

  test('one on a whole audit is not its recommendations’, but stands with the audit', () => {
    const archive = archiveOfStory({ later: followedUp({ target: auditId, status: 'åtgärdad' }) });
    assert.equal(recommendationIn(archive).state, 'not-followed-up');
    const [followUp] = auditIn(archive, '2020-arkivvard').followedUpBy;
    assert.deepEqual(
      [followUp?.target.kind, followUp?.object, followUp?.status],
      ['audit', 'audit', 'implemented'],
    );
  });

  test('one on all recommendations together is not any single one’s', () => {
    const archive = archiveOfStory({
      later: followedUp({ target: auditId, object: 'rekommendationer', status: 'åtgärdad' }),
    });
    assert.equal(recommendationIn(archive).state, 'not-followed-up');
    assert.equal(auditIn(archive, '2020-arkivvard').followedUpBy[0]?.object, 'recommendations');
  });

  test('one on a finding is not that of the recommendation that rests on it', () => {
    const archive = archiveOfStory({
      audit: {
        findings: [{ id: 'f1', observation: 'Hyllor saknas.' }],
        recommendations: [{ ...toArchiveBoard, finding: 'f1' }],
      },
      later: followedUp({ target: `${auditId}#f1`, status: 'åtgärdad' }),
    });
    assert.equal(recommendationIn(archive).state, 'not-followed-up');
    const [finding] = auditIn(archive, '2020-arkivvard').findings;
    assert.deepEqual(
      finding?.followUps.map(({ object, status }) => [object, status]),
      [['finding', 'implemented']],
    );
  });

  test('one on a question stands with it, and may be a grade', () => {
    const archive = archiveOfStory({
      audit: {
        questions: [
          { id: 'q1', text: 'Finns hyllor?' },
          { id: 'q2', text: 'Är de raka?', under: 'q1' },
        ],
      },
      later: followedUp({ target: `${auditId}#q2`, grade: 'delvis' }),
    });
    const [question] = auditIn(archive, '2020-arkivvard').questions;
    assert.deepEqual(question?.followUps, []);
    assert.deepEqual(
      question?.subquestions[0]?.followUps.map(({ object, grade }) => [object, grade]),
      [['question', 'partly-met']],
    );
  });
});

describe('What is followed up', () => {
  test('may stand outside the archive, as far as it is known', () => {
    const target = { about: 'bisysslor', year: 2011, title: 'Bisysslor' };
    const archive = archiveOfStory({ later: followedUp({ target, status: 'delvis' }) });
    assert.deepEqual(archive.followUps[0]?.target, { kind: 'outside', ...target });
    assert.deepEqual(auditIn(archive, '2020-arkivvard').followedUpBy, []);
  });

  test('may be several audits at once', () => {
    const slugs = ['2019-gallring', '2020-lokaler', '2021-lan'];
    const archive = archiveOfStory({
      later: {
        ...Object.fromEntries(slugs.map((slug) => [slug, {}])),
        ...followedUp(
          ...[...slugs.map((slug) => `9901-exempelstad/${slug}`), auditId].map((target) => ({
            target,
            status: 'delvis',
          })),
        ),
      },
    });
    assert.equal(auditIn(archive, '2023-uppfoljning').followUps.length, 4);
    for (const slug of [...slugs, '2020-arkivvard']) {
      assert.deepEqual(
        auditIn(archive, slug).followedUpBy.map(({ audit }) => audit.slug),
        ['2023-uppfoljning'],
      );
    }
  });

  test('may be a follow-up in its turn, and each knows its own', () => {
    const archive = archiveOfStory({
      later: {
        '2022-forsta': { followsUp: [{ target: auditId, status: 'delvis' }] },
        '2024-andra': { followsUp: [{ target: '9901-exempelstad/2022-forsta', status: 'åtgärdad' }] },
      },
    });
    const chain = ['2020-arkivvard', '2022-forsta', '2024-andra'].map((slug) => {
      const { followUps, followedUpBy } = auditIn(archive, slug);
      const of = ({ target }: FollowUp) => (target.kind === 'outside' ? target.about : target.audit.slug);
      return [followUps.map(of), followedUpBy.map(({ audit }) => audit.slug)];
    });
    assert.deepEqual(chain, [
      [[], ['2022-forsta']],
      [['2020-arkivvard'], ['2024-andra']],
      [['2022-forsta'], []],
    ]);
  });

  test('may be one question in an ordinary audit, whose answer tells which follow-up it is about', () => {
    const archive = archiveOfStory({
      later: {
        '2023-ordning': {
          type: 'granskning',
          questions: [{ id: 'q1', text: 'Har något hänt?', answers: [{ text: 'Ja.', followUp: 'u1' }] }],
          followsUp: [{ target: auditId, status: 'delvis' }],
          body: '<Questions />\n\n<FollowUps />',
        },
      },
    });
    const { questions, followUps } = auditIn(archive, '2023-ordning');
    assert.equal(questions[0]?.answers[0]?.followUp, followUps[0]);
  });

  test('is listed the newest first, 2023 before April 2023, which it may come after', () => {
    const archive = archiveOfStory({
      later: {
        '2022-ena': { followsUp: [{ status: 'delvis' }] },
        '2023-andra': { published: '2023-04', followsUp: [{ status: 'delvis' }] },
        '2023-tredje': { published: 2023, followsUp: [{ status: 'delvis' }] },
      },
    });
    const inOrder = ['2023', '2023-04', '2022-10-05'];
    assert.deepEqual(
      archive.followUps.map((followUp) => followUp.date),
      inOrder,
    );
    assert.deepEqual(
      auditIn(archive, '2020-arkivvard').followedUpBy.map((followUp) => followUp.date),
      inOrder.toReversed(),
    );
  });
});

/** Pappersnämnden became arkivnämnden in 2016; kulturnämnden became two boards in 2022. */
describe('Boards that succeed one another inherit:', () => {
  const divided = [
    '  - { id: kulturnamnden, name: Kulturnämnden, form: nämnd, exists: { until: 2021-12-31 }, successors: [biblioteksnamnden, museinamnden] }',
    '  - { id: biblioteksnamnden, name: Biblioteksnämnden, form: nämnd, exists: { from: 2022-01-01 } }',
    '  - { id: museinamnden, name: Museinämnden, form: nämnd, exists: { from: 2022-01-01 } }',
  ];
  const toCulture = { ...toArchiveBoard, to: ['kulturnamnden'] };

  test('a verdict on the new board counts for the old one', () => {
    assert.deepEqual(
      standingsOf({
        audit: { year: 2020, recommendations: [{ ...toArchiveBoard, to: ['pappersnamnden'] }] },
        later: followedUp({ status: 'åtgärdad', bodies: ['arkivnamnden'] }),
      }),
      { pappersnamnden: 'implemented' },
    );
  });

  test('a verdict on the old board counts for the new one', () => {
    assert.deepEqual(
      standingsOf({
        audit: { recommendations: [{ ...toArchiveBoard, to: ['museinamnden'] }] },
        bodies: divided,
        later: followedUp({ status: 'åtgärdad', bodies: ['kulturnamnden'], date: '2021-12' }),
      }),
      { museinamnden: 'implemented' },
    );
  });

  test('what the new board answers is a claim of the old one', () => {
    assert.deepEqual(
      standingsOf({
        audit: { recommendations: [{ ...toArchiveBoard, to: ['pappersnamnden'] }] },
        responses: { arkivnamnden: { answers: [{ claim: 'gjort' }] } },
      }),
      { pappersnamnden: 'claimed-done' },
    );
  });

  test('a response asked of the old board is given by the new one', () => {
    const archive = archiveOfStory({
      audit: { responsesRequested: [{ body: 'kulturnamnden', by: '2022-03-01' }] },
      bodies: divided,
      responses: { museinamnden: { body: 'museinamnden', date: '2022-02-20' } },
    });
    assert.equal(auditIn(archive, '2020-arkivvard').responsesRequested[0]?.outcome, 'given');
  });

  test('of two that divided the tasks, a verdict on one stands until there is another on the same', () => {
    const story = (...later: readonly [slug: string, body: string, status: string][]): Story => ({
      audit: { recommendations: [toCulture] },
      bodies: divided,
      later: Object.fromEntries(
        later.map(([slug, body, status]) => [slug, { followsUp: [{ bodies: [body], status }] }]),
      ),
    });
    const first = ['2022-ena', 'biblioteksnamnden', 'ej åtgärdad'] as const;
    const second = ['2023-andra', 'museinamnden', 'åtgärdad'] as const;
    const third = ['2024-tredje', 'biblioteksnamnden', 'åtgärdad'] as const;
    assert.deepEqual(standingsOf(story([...first], [...second])), { kulturnamnden: 'not-implemented' });
    assert.deepEqual(standingsOf(story([...first], [...second], [...third])), {
      kulturnamnden: 'implemented',
    });
  });

  test('what was found of the board before them stands until there is a verdict on each', () => {
    const before = ['2021-fore', 'kulturnamnden', 'ej åtgärdad'] as const;
    const one = ['2023-ena', 'museinamnden', 'åtgärdad'] as const;
    const other = ['2024-andra', 'biblioteksnamnden', 'åtgärdad'] as const;
    const story = (...later: readonly (readonly [slug: string, body: string, status: string])[]): Story => ({
      audit: { recommendations: [toCulture] },
      bodies: divided,
      later: Object.fromEntries(
        later.map(([slug, body, status]) => [slug, { followsUp: [{ bodies: [body], status }] }]),
      ),
    });
    assert.deepEqual(standingsOf(story(before, one)), { kulturnamnden: 'not-implemented' });
    assert.deepEqual(standingsOf(story(before, one, other)), { kulturnamnden: 'implemented' });
  });

  test('what one of them promises is no move of what the other promised', () => {
    const { standings } = recommendationIn(
      archiveOfStory({
        audit: { recommendations: [toCulture] },
        bodies: divided,
        responses: {
          biblioteksnamnden: { body: 'biblioteksnamnden', date: '2022-02-01', answers: [{ due: '2022-12' }] },
          museinamnden: { body: 'museinamnden', date: '2022-03-01', answers: [{ due: '2023-06' }] },
        },
      }),
    );
    assert.deepEqual(standings[0]?.state.dueMoves, []);
  });

  test('one of them does not inherit from the other', () => {
    assert.deepEqual(
      standingsOf({
        audit: { recommendations: [{ ...toArchiveBoard, to: ['biblioteksnamnden'] }] },
        bodies: divided,
        later: followedUp({ status: 'åtgärdad', bodies: ['museinamnden'] }),
      }),
      { biblioteksnamnden: 'not-followed-up' },
    );
  });
});

describe('A response', () => {
  test('makes claims, each with the response that it stands in', () => {
    const archive = archiveOfStory({
      responses: { arkivnamnden: { decision: '§ 45', answers: [{ claim: 'gjort', printed: 'är klart' }] } },
    });
    const { state, standings } = recommendationIn(archive);
    const answer = standings[0]?.state.unverifiedClaim?.answer;
    assert.equal(state, 'claimed-done');
    assert.deepEqual([answer?.printed, answer?.response.decision], ['är klart', '§ 45']);
    assert.equal(answer?.recommendation, recommendationIn(archive));
  });

  test('of one body makes no claim for another', () => {
    assert.deepEqual(
      standingsOf({
        audit: { recommendations: [toBoth] },
        responses: { arkivnamnden: { answers: [{ claim: 'gjort' }] } },
      }),
      { kommunstyrelsen: 'not-followed-up', arkivnamnden: 'claimed-done' },
    );
  });

  test('on a part is of the part alone', () => {
    const { standings, parts } = recommendationIn(
      archiveOfStory({
        audit: { recommendations: [{ ...toArchiveBoard, parts: [{ id: 'r1-a', text: 'Mät.' }] }] },
        responses: { arkivnamnden: { answers: [{ recommendation: 'r1-a', claim: 'pågår' }] } },
      }),
    );
    assert.deepEqual(shownIn(standings), { arkivnamnden: 'not-followed-up' });
    const [standing] = parts[0]?.standings ?? [];
    assert.equal(standing?.state.shown, 'claimed-in-progress');
    assert.equal(standing?.state.unverifiedClaim?.answer.part, 'r1-a');
  });

  test('without a claim leaves the state as it was', () => {
    assert.deepEqual(standingsOf({ responses: { arkivnamnden: { answers: [{ stance: 'instämmer' }] } } }), {
      arkivnamnden: 'not-followed-up',
    });
  });

  test('after a verdict stands beside it, and never over it', () => {
    const [standing] = recommendationIn(
      archiveOfStory({
        later: followedUp({ status: 'ej åtgärdad' }),
        responses: { arkivnamnden: { date: '2024-02-01', answers: [{ claim: 'gjort' }] } },
      }),
    ).standings;
    assert.equal(standing?.state.shown, 'not-implemented');
    assert.equal(standing?.state.unverifiedClaim?.date, '2024-02-01');
  });

  test('that promises another day moves it, with the response as source', () => {
    const [standing] = recommendationIn(
      archiveOfStory({
        audit: { recommendations: [{ ...toArchiveBoard, due: '2022-01' }] },
        responses: {
          arkivnamnden: { answers: [{ claim: 'planerat', due: '2022-06' }] },
          'arkivnamnden-2': { date: '2022-06-15', answers: [{ claim: 'pågår', due: '2023' }] },
        },
      }),
    ).standings;
    assert.equal(standing?.state.due, '2023');
    assert.deepEqual(
      standing?.state.dueMoves.map(({ from, to, by }) => [from, to, 'answer' in by && by.answer.response.id]),
      [
        ['2022-01', '2022-06', '9901-exempelstad/2020-arkivvard-arkivnamnden'],
        ['2022-06', '2023', '9901-exempelstad/2020-arkivvard-arkivnamnden-2'],
      ],
    );
  });

  test('stands with its audit in order of time, and with its body the newest first', () => {
    const archive = archiveOfStory({
      responses: { 'arkivnamnden-2': { date: '2021-06-01' }, arkivnamnden: { date: '2021' } },
    });
    const { responses } = auditIn(archive, '2020-arkivvard');
    assert.deepEqual(
      responses.map((response) => response.date),
      ['2021-06-01', '2021'],
    );
    assert.deepEqual(responses[0]?.from.responses, responses.toReversed());
  });
});

describe('A response that was asked for', () => {
  const outcomeOf = (fields: Readonly<Record<string, unknown>>, story: Story = {}, on = '2026-11-22') => {
    const archive = archiveOfStory(
      { audit: { responsesRequested: [{ body: 'arkivnamnden', by: '2021-06-30', ...fields }] }, ...story },
      day(on),
    );
    const [requested] = auditIn(archive, '2020-arkivvard').responsesRequested;
    assert.equal(requested?.from.name, 'Arkivnämnden');
    return requested?.outcome;
  };

  test('is given where it is in the archive', () => {
    assert.equal(outcomeOf({}, { responses: { arkivnamnden: {} } }), 'given');
  });

  test('is given also where it came late, after it was found missing', () => {
    assert.equal(
      outcomeOf({ missing: true }, { responses: { arkivnamnden: { date: '2022-01-10' } } }),
      'given',
    );
  });

  test('is not given by another body', () => {
    assert.equal(outcomeOf({}, { responses: { kommunstyrelsen: { body: 'kommunstyrelsen' } } }), 'unknown');
  });

  test('is missing where the auditors found that it was', () => {
    assert.equal(outcomeOf({ missing: true }), 'missing');
  });

  test('is not known where it is not in the archive, which need not mean that there is none', () => {
    assert.equal(outcomeOf({}), 'unknown');
  });

  test('was not missing before it was due', () => {
    assert.equal(outcomeOf({ missing: true }, {}, '2021-06-30'), 'unknown');
    assert.equal(outcomeOf({ missing: true }, {}, '2021-07-01'), 'missing');
  });

  test('was not given before it came', () => {
    assert.equal(outcomeOf({}, { responses: { arkivnamnden: {} } }, '2021-05-31'), 'unknown');
  });
});

describe('The state of a recommendation', () => {
  const stateOf = (to: readonly unknown[], ...followsUp: readonly Readonly<Record<string, unknown>>[]) =>
    recommendationIn(
      archiveOfStory({ audit: { recommendations: [{ ...toBoth, to }] }, later: followedUp(...followsUp) }),
    ).state;

  test('is that of the addressee where least is done', () => {
    assert.equal(
      stateOf(
        ['kommunstyrelsen', 'arkivnamnden'],
        { status: 'åtgärdad', bodies: ['kommunstyrelsen'] },
        { status: 'pågår', bodies: ['arkivnamnden'] },
      ),
      'in-progress',
    );
  });

  test('is not closed by the one of two that is done', () => {
    assert.equal(
      stateOf(['kommunstyrelsen', 'arkivnamnden'], { status: 'åtgärdad', bodies: ['arkivnamnden'] }),
      'not-followed-up',
    );
  });

  test('is not held open by a body that was only told', () => {
    const told = { body: 'kommunstyrelsen', role: 'för kännedom' };
    assert.equal(
      stateOf(['arkivnamnden', told], { status: 'åtgärdad', bodies: ['arkivnamnden'] }),
      'implemented',
    );
  });

  test('is held open by a body that was to take part', () => {
    const helps = { body: 'kommunstyrelsen', role: 'medverkar' };
    assert.equal(
      stateOf(['arkivnamnden', helps], { status: 'åtgärdad', bodies: ['arkivnamnden'] }),
      'not-followed-up',
    );
  });

  test('is that of the body that was told where nobody else was', () => {
    const told = { body: 'arkivnamnden', role: 'för kännedom' };
    assert.equal(stateOf([told], { status: 'delvis' }), 'partly-implemented');
  });
});

describe('The age of a recommendation', () => {
  const ageOf = (published: string, on: string) =>
    recommendationIn(archiveOfStory({ audit: { year: 2020, published } }, day(on))).ageInYears;

  test('is in whole years, and grows on the day', () => {
    assert.deepEqual(ageOf('2021-02-03', '2024-02-02'), [2, 2]);
    assert.deepEqual(ageOf('2021-02-03', '2024-02-03'), [3, 3]);
  });

  test('is a range where only the year of publication is known', () => {
    assert.deepEqual(ageOf('2021', '2024-06-01'), [2, 3]);
  });

  test('is one number again at the end of that year', () => {
    assert.deepEqual(ageOf('2021', '2024-12-31'), [3, 3]);
  });

  test('is a range within the month that is known, and one number outside it', () => {
    assert.deepEqual(ageOf('2021-05', '2024-05-15'), [2, 3]);
    assert.deepEqual(ageOf('2021-05', '2024-04-30'), [2, 2]);
    assert.deepEqual(ageOf('2021-05', '2024-05-31'), [3, 3]);
  });

  test('is never below nought', () => {
    assert.deepEqual(ageOf('2021', '2021-03-01'), [0, 0]);
  });

  test('from 29 February grows on 1 March in a year without it', () => {
    assert.deepEqual(wholeYearsBetween(date('2020-02-29'), day('2021-02-28')), [0, 0]);
    assert.deepEqual(wholeYearsBetween(date('2020-02-29'), day('2021-03-01')), [1, 1]);
    assert.deepEqual(wholeYearsBetween(date('2020-02-29'), day('2024-02-29')), [4, 4]);
  });
});

describe('A follow-up is expected', () => {
  const expectedOf = (story: Story, on?: string) =>
    recommendationIn(archiveOfStory(story, on === undefined ? undefined : day(on))).followUpExpected;

  test('two years after publication', () => {
    assert.equal(expectedOf({}), '2023-02-03');
  });

  test("after as many years as the principal's own cadence says", () => {
    assert.equal(expectedOf({ municipality: ['followUpAfterYears: 4'] }), '2025-02-03');
  });

  test('after as many years as the archive says, where the principal says nothing', () => {
    const settings = ['followUpAfterYears: 3'];
    assert.equal(expectedOf({ settings }), '2024-02-03');
    assert.equal(expectedOf({ settings, municipality: ['followUpAfterYears: 4'] }), '2025-02-03');
    assert.equal(expectedOf({ settings: ['# Inget bestämt.', '{}'] }), '2023-02-03');
  });

  test('in a year or a month where the publication is no better known', () => {
    assert.equal(expectedOf({ audit: { published: '2021' } }), '2023');
    assert.equal(expectedOf({ audit: { published: '2021-02' } }), '2023-02');
  });

  test('on 28 February after a leap day, and on the next leap day', () => {
    assert.equal(yearsAfter(date('2020-02-29'), 2), '2022-02-28');
    assert.equal(yearsAfter(date('2020-02-29'), 4), '2024-02-29');
    assert.equal(yearsAfter(date('2019-02-28'), 1), '2020-02-28');
  });
});

describe('A follow-up is overdue', () => {
  const isOverdue = (story: Story, on = '2026-11-22') =>
    recommendationIn(archiveOfStory(story, day(on))).isFollowUpOverdue;

  test('from the day after it was expected', () => {
    assert.equal(isOverdue({}, '2023-02-03'), false);
    assert.equal(isOverdue({}, '2023-02-04'), true);
  });

  test('only when every day that it was expected has passed', () => {
    assert.equal(isOverdue({ audit: { published: '2021' } }, '2023-12-31'), false);
    assert.equal(isOverdue({ audit: { published: '2021' } }, '2024-01-01'), true);
  });

  test('later where the principal takes longer', () => {
    assert.equal(isOverdue({ municipality: ['followUpAfterYears: 4'] }, '2024-01-01'), false);
  });

  test('although the body says that all is done', () => {
    assert.equal(isOverdue({ responses: { arkivnamnden: { answers: [{ claim: 'gjort' }] } } }), true);
  });

  test('no more once there is a verdict, however late and whatever it says', () => {
    for (const status of ['åtgärdad', 'ej åtgärdad', 'ej bedömd']) {
      assert.equal(isOverdue({ later: followedUp({ status }) }), false);
    }
  });

  test('where one of two addressees was left out', () => {
    const audit = { recommendations: [toBoth] };
    assert.equal(
      isOverdue({ audit, later: followedUp({ status: 'delvis', bodies: ['arkivnamnden'] }) }),
      true,
    );
    assert.equal(isOverdue({ audit, later: followedUp({ status: 'delvis' }) }), false);
  });

  test('not for a body that was only told', () => {
    const to = ['arkivnamnden', { body: 'kommunstyrelsen', role: 'för kännedom' }];
    assert.equal(
      isOverdue({
        audit: { recommendations: [{ ...toBoth, to }] },
        later: followedUp({ status: 'delvis', bodies: ['arkivnamnden'] }),
      }),
      false,
    );
  });

  test('not where the whole audit was followed up, or its recommendations together', () => {
    assert.equal(isOverdue({ later: followedUp({ target: auditId, status: 'delvis' }) }), false);
    assert.equal(
      isOverdue({ later: followedUp({ target: auditId, object: 'rekommendationer', status: 'delvis' }) }),
      false,
    );
  });

  test('where that was for other boards', () => {
    assert.equal(
      isOverdue({ later: followedUp({ target: auditId, bodies: ['kommunstyrelsen'], status: 'delvis' }) }),
      true,
    );
  });

  test('where only a single measure of the audit was followed up', () => {
    assert.equal(
      isOverdue({ later: followedUp({ target: auditId, object: 'åtgärd', status: 'delvis' }) }),
      true,
    );
  });

  test('not where a follow-up was made that the archive has not seen', () => {
    assert.equal(isOverdue({ later: followedUp({ unseen: true, verdict: undefined }) }), false);
  });

  test('until all its parts have been followed up', () => {
    const audit = {
      recommendations: [
        {
          ...toArchiveBoard,
          parts: [
            { id: 'r1-a', text: 'Mät.' },
            { id: 'r1-b', text: 'Köp.' },
          ],
        },
      ],
    };
    const ofPart = (part: string) => ({ target: `${auditId}#${part}`, status: 'delvis' });
    assert.equal(isOverdue({ audit, later: followedUp(ofPart('r1-a')) }), true);
    assert.equal(isOverdue({ audit, later: followedUp(ofPart('r1-a'), ofPart('r1-b')) }), false);
  });
});

describe('The archive as of an earlier day', () => {
  const story: Story = {
    later: {
      '2022-forsta': { followsUp: [{ status: 'ej åtgärdad' }] },
      '2024-andra': { followsUp: [{ status: 'åtgärdad' }] },
    },
    responses: {
      arkivnamnden: { answers: [{ claim: 'planerat', due: '2022' }] },
      'arkivnamnden-2': { date: '2023-05-01', answers: [{ claim: 'gjort', due: '2023' }] },
    },
  };
  const asItWas = (on: string) => {
    const archive = archiveOfStory(story, day(on));
    const [standing] = recommendationIn(archive).standings;
    return {
      audits: archive.audits.length,
      followUps: archive.followUps.length,
      responses: auditIn(archive, '2020-arkivvard').responses.length,
      shown: standing?.state.shown,
      beside: standing?.state.unverifiedClaim?.claim,
      moves: standing?.state.dueMoves.length,
    };
  };

  test('holds only what had happened by then', () => {
    const nothing = {
      audits: 1,
      followUps: 0,
      responses: 0,
      shown: 'not-followed-up',
      beside: undefined,
      moves: 0,
    };
    const planned = { ...nothing, responses: 1, shown: 'claimed-planned', beside: 'planned' };
    const wanting = { ...planned, audits: 2, followUps: 1, shown: 'not-implemented', beside: undefined };
    const claimed = { ...wanting, responses: 2, beside: 'done', moves: 1 };
    const closed = { ...claimed, audits: 3, followUps: 2, shown: 'implemented', beside: undefined };
    assert.deepEqual(asItWas('2021-05-31'), nothing);
    assert.deepEqual(asItWas('2021-06-01'), planned);
    assert.deepEqual(asItWas('2022-10-05'), wanting);
    assert.deepEqual(asItWas('2023-05-01'), claimed);
    assert.deepEqual(asItWas('2024-10-05'), closed);
    assert.deepEqual(asItWas('2026-11-22'), closed);
  });

  test('is empty before the first report, and still holds', () => {
    const archive = archiveOfStory(story, day('2019-12-31'));
    assert.deepEqual([archive.audits, archive.followUps, archive.recommendations], [[], [], []]);
  });

  test('tells of the same history as far as it went', () => {
    const whole = recommendationIn(archiveOfStory(story)).standings[0]?.history;
    const then = recommendationIn(archiveOfStory(story, day('2023-12-31'))).standings[0]?.history;
    const told = (entries: typeof whole) =>
      entries?.map(({ event, state }) => `${event.date} ${state.shown}`);
    assert.deepEqual(told(then), told(whole)?.slice(0, 3));
  });

  test('leaves out a verdict that came later in the year in which its report is known to have been published', () => {
    const archive = archiveOfStory(
      {
        later: {
          '2023-uppfoljning': { published: 2023, followsUp: [{ status: 'delvis', date: '2023-11' }] },
        },
      },
      day('2023-03-01'),
    );
    assert.equal(archive.audits.length, 2);
    assert.deepEqual([archive.followUps, auditIn(archive, '2020-arkivvard').followedUpBy], [[], []]);
  });

  test('leaves out a follow-up of what had not yet been published', () => {
    const archive = archiveOfStory(
      {
        audit: { year: 2020, published: '2021-06-01' },
        later: { '2020-tidig': { published: 2021, followsUp: [{ status: 'delvis' }] } },
      },
      day('2021-03-01'),
    );
    assert.deepEqual(
      archive.audits.map(({ slug }) => slug),
      ['2020-tidig'],
    );
    assert.deepEqual(archive.followUps, []);
  });
});
