import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  type ClaimEvent,
  compareStates,
  daysOf,
  history,
  isCertainlyBefore,
  type LedgerEvent,
  stateAt,
  type VerdictEvent,
} from '../../src/archive/index.ts';
import type { CoarseDate, ShownState } from '../../src/schemas/index.ts';
import { claims, verifiedStatuses } from '../../src/schemas/vocabularies.ts';
import { claim, date, day, promise, verdict } from '../fixtures/ledger.ts';

/* The rules that stand above `history`, by their numbers there. */

const late = day('2030-01-01');

/** What happened, and what is shown of it: the state, and the claim beside it where there is one. */
type Case = readonly [sentence: string, events: readonly LedgerEvent[], shown: ShownState, beside?: string];

/** Where no claim is said to stand beside a verdict, there is none. A claim that is shown is the one that counts. */
const truthTable: Readonly<Record<string, readonly Case[]>> = {
  'rule 1, nothing has happened': [
    ['a recommendation without events is not followed up', [], 'not-followed-up'],
    ['nor is one of which a body has only said when', [promise('2021', '2022')], 'not-followed-up'],
  ],
  'rule 2, claims alone': [
    ['"done" shows as claimed', [claim('2021-05-01', 'done')], 'claimed-done', '2021-05-01'],
    [
      '"under way" shows as claimed',
      [claim('2021-05-01', 'in-progress')],
      'claimed-in-progress',
      '2021-05-01',
    ],
    ['"planned" shows as claimed', [claim('2021-05-01', 'planned')], 'claimed-planned', '2021-05-01'],
    ['"nothing" shows as claimed', [claim('2021-05-01', 'nothing')], 'claimed-nothing', '2021-05-01'],
    [
      'a later claim takes the place of an earlier one',
      [claim('2021', 'planned'), claim('2022', 'done')],
      'claimed-done',
      '2022',
    ],
    [
      'also where it says that less is done',
      [claim('2021', 'done'), claim('2022', 'planned')],
      'claimed-planned',
      '2022',
    ],
    [
      'a later word on when leaves the claim standing',
      [claim('2021', 'done'), promise('2022', '2023')],
      'claimed-done',
      '2021',
    ],
    [
      'a claim made a hundred times does not close',
      Array.from({ length: 100 }, (_, index) => claim(`${1920 + index}`, 'done')),
      'claimed-done',
      '2019',
    ],
  ],
  'rule 3, the latest verdict counts': [
    ...verifiedStatuses.map(({ code }): Case => [`${code} shows as it is`, [verdict('2021', code)], code]),
    [
      'a later verdict closes',
      [verdict('2021', 'not-implemented'), verdict('2022', 'implemented')],
      'implemented',
    ],
    [
      'a later verdict reopens what an earlier one closed',
      [verdict('2021', 'implemented'), verdict('2022', 'not-implemented')],
      'not-implemented',
    ],
    [
      'a later verdict reopens what was obsolete',
      [verdict('2021', 'obsolete'), verdict('2022', 'in-progress')],
      'in-progress',
    ],
    [
      'one that was reopened can be closed again',
      [verdict('2021', 'implemented'), verdict('2022', 'partly-implemented'), verdict('2023', 'implemented')],
      'implemented',
    ],
    [
      'an earlier claim of "done" does not soften a verdict',
      [claim('2021', 'done'), verdict('2022', 'not-implemented')],
      'not-implemented',
    ],
    [
      'an earlier claim of "nothing" does not spoil one',
      [claim('2021', 'nothing'), verdict('2022', 'implemented')],
      'implemented',
    ],
    [
      'the next day is later',
      [verdict('2023-04-01', 'implemented'), verdict('2023-04-02', 'not-implemented')],
      'not-implemented',
    ],
    [
      'the next month is later than a day',
      [verdict('2023-04-30', 'not-implemented'), verdict('2023-05', 'implemented')],
      'implemented',
    ],
    [
      'the next year is later than a month',
      [verdict('2023-12', 'not-implemented'), verdict('2024', 'implemented')],
      'implemented',
    ],
  ],
  'rule 4, claims beside verdicts': [
    [
      'a later claim stands beside a verdict, and does not close what is open',
      [verdict('2022', 'not-implemented'), claim('2023', 'done')],
      'not-implemented',
      '2023',
    ],
    [
      'nor does it open what is closed',
      [verdict('2022', 'implemented'), claim('2023', 'nothing')],
      'implemented',
      '2023',
    ],
    [
      'a claim of the same day as the verdict does not stand beside it',
      [verdict('2022-03-01', 'not-implemented'), claim('2022-03-01', 'done')],
      'not-implemented',
    ],
    [
      'one of the day after does',
      [verdict('2022-03-01', 'not-implemented'), claim('2022-03-02', 'done')],
      'not-implemented',
      '2022-03-02',
    ],
    [
      'a claim of March does not stand beside a verdict that is known only to the year',
      [verdict('2022', 'not-implemented'), claim('2022-03-02', 'done')],
      'not-implemented',
    ],
    [
      'a claim that is known only to the year does not stand beside a verdict of its March',
      [verdict('2022-03-02', 'not-implemented'), claim('2022', 'done')],
      'not-implemented',
    ],
    [
      'a claim between two verdicts was there for the later auditor to see',
      [verdict('2021', 'not-implemented'), claim('2022', 'done'), verdict('2023', 'not-implemented')],
      'not-implemented',
    ],
    [
      'of two later claims the later one stands beside it',
      [verdict('2021', 'not-implemented'), claim('2022', 'planned'), claim('2023', 'done')],
      'not-implemented',
      '2023',
    ],
    [
      'a claim that may be earlier does not hide one that is certainly later',
      [verdict('2023-04', 'not-implemented'), claim('2023', 'planned'), claim('2023-06', 'done')],
      'not-implemented',
      '2023-06',
    ],
  ],
  'rule 5, "not assessed"': [
    ['alone it shows', [verdict('2021', 'not-assessed')], 'not-assessed'],
    [
      'it takes nothing from an earlier verdict',
      [verdict('2021', 'implemented'), verdict('2023', 'not-assessed')],
      'implemented',
    ],
    [
      'a later verdict takes its place',
      [verdict('2021', 'not-assessed'), verdict('2023', 'partly-implemented')],
      'partly-implemented',
    ],
    [
      'nor does it count beside another of the same day',
      [verdict('2021-02-03', 'not-assessed'), verdict('2021-02-03', 'implemented')],
      'implemented',
    ],
    [
      'it verifies no claim, not even one that was there to see',
      [claim('2021', 'done'), verdict('2023', 'not-assessed')],
      'not-assessed',
      '2021',
    ],
    [
      'a claim after a verdict stands beside it when "not assessed" has come since',
      [verdict('2020', 'not-implemented'), claim('2021', 'done'), verdict('2023', 'not-assessed')],
      'not-implemented',
      '2021',
    ],
  ],
  'rule 6, dates that do not tell which is later': [
    [
      'of two verdicts of the same day the one that says least is done counts',
      [verdict('2023-04-01', 'implemented'), verdict('2023-04-01', 'partly-implemented')],
      'partly-implemented',
    ],
    [
      'a verdict known only to the year 2023 is not taken to be later than one of April 2023',
      [verdict('2023-04', 'not-implemented'), verdict('2023', 'implemented')],
      'not-implemented',
    ],
    [
      'nor one of April 2023 later than one known only to the year',
      [verdict('2023', 'not-implemented'), verdict('2023-04', 'implemented')],
      'not-implemented',
    ],
    [
      'nor one of the last of December, since the other may be of that day',
      [verdict('2023', 'not-implemented'), verdict('2023-12-31', 'implemented')],
      'not-implemented',
    ],
    [
      'a verdict of April known to the month and one of the 30th cannot be told apart',
      [verdict('2023-04', 'in-progress'), verdict('2023-04-30', 'implemented')],
      'in-progress',
    ],
    [
      'what is certainly earlier than one of them is out, although the other may be earlier still',
      [
        verdict('2023-03', 'not-implemented'),
        verdict('2023-04', 'implemented'),
        verdict('2023', 'partly-implemented'),
      ],
      'partly-implemented',
    ],
    [
      'done and obsolete of the same day is done',
      [verdict('2023-04-01', 'obsolete'), verdict('2023-04-01', 'implemented')],
      'implemented',
    ],
    [
      'of two claims of the same day the one that says least is done counts',
      [claim('2023-04-01', 'done'), claim('2023-04-01', 'planned')],
      'claimed-planned',
      '2023-04-01',
    ],
    [
      'a claim known only to the year 2023 is not taken to be later than one of April 2023',
      [claim('2023-04', 'planned'), claim('2023', 'done')],
      'claimed-planned',
      '2023-04',
    ],
    [
      'of two that say the same, the one that may be the later holds back a claim',
      [verdict('2023-04', 'not-implemented'), verdict('2023', 'not-implemented'), claim('2023-06', 'done')],
      'not-implemented',
    ],
  ],
  'rule 9, tasks that were divided': [
    [
      'a later verdict on one of two heirs leaves that on the other standing',
      [verdict('2022', 'not-implemented', ['a']), verdict('2023', 'implemented', ['b'])],
      'not-implemented',
    ],
    [
      'a later one on the same heir takes its place',
      [
        verdict('2022', 'not-implemented', ['a']),
        verdict('2023', 'implemented', ['b']),
        verdict('2024', 'implemented', ['a']),
      ],
      'implemented',
    ],
    [
      'a later one on all takes the place of both',
      [
        verdict('2022', 'not-implemented', ['a']),
        verdict('2022', 'partly-implemented', ['b']),
        verdict('2023', 'implemented'),
      ],
      'implemented',
    ],
    [
      'one on each of those that an earlier was on take its place together',
      [
        verdict('2022', 'not-implemented', ['a', 'b']),
        verdict('2023', 'implemented', ['a']),
        verdict('2024', 'implemented', ['b']),
      ],
      'implemented',
    ],
    [
      'but one on the one alone does not',
      [verdict('2022', 'not-implemented', ['a', 'b']), verdict('2023', 'implemented', ['a'])],
      'not-implemented',
    ],
    [
      'the claim of one heir is not overtaken by the claim of the other',
      [claim('2022', 'planned', ['a']), claim('2023', 'done', ['b'])],
      'claimed-planned',
      '2022',
    ],
    [
      'what no auditor assessed of one heir is not hidden by a verdict on the other',
      [verdict('2022', 'implemented', ['a']), verdict('2023', 'not-assessed', ['b'])],
      'not-assessed',
    ],
  ],
};

for (const [rule, cases] of Object.entries(truthTable)) {
  describe(`The truth table, ${rule}:`, () => {
    for (const [sentence, events, shown, beside] of cases) {
      test(sentence, () => {
        for (const given of [events, events.toReversed()]) {
          const state = stateAt(given, late);
          assert.equal(state.shown, shown);
          assert.equal(state.unverifiedClaim?.date, beside);
          assert.equal(state.isClosed, shown === 'implemented' || shown === 'obsolete');
        }
      });
    }
  });
}

describe('Events that cannot yet have happened are left out (rule 7):', () => {
  const shownOn = (on: string, ...events: readonly LedgerEvent[]) => stateAt(events, day(on)).shown;
  const reopened = [verdict('2021-05-01', 'implemented'), verdict('2023-05-01', 'not-implemented')];

  test('a verdict counts from its day', () => {
    assert.equal(shownOn('2023-04-30', ...reopened), 'implemented');
    assert.equal(shownOn('2023-05-01', ...reopened), 'not-implemented');
  });

  test('nothing is known the day before the first', () => {
    assert.equal(shownOn('2021-04-30', ...reopened), 'not-followed-up');
  });

  test('one known only to the year may have happened from its first day', () => {
    assert.equal(shownOn('2022-12-31', verdict('2023', 'implemented')), 'not-followed-up');
    assert.equal(shownOn('2023-01-01', verdict('2023', 'implemented')), 'implemented');
  });

  test('one known to the month may have happened from its first day', () => {
    assert.equal(shownOn('2023-03-31', verdict('2023-04', 'implemented')), 'not-followed-up');
    assert.equal(shownOn('2023-04-01', verdict('2023-04', 'implemented')), 'implemented');
  });

  test('a promise not yet made has moved nothing', () => {
    const { due, dueMoves } = stateAt([promise('2023', '2025')], day('2022-12-31'), date('2022'));
    assert.deepEqual([due, dueMoves], ['2022', []]);
  });
});

describe('A due day', () => {
  const dueOf = (original: string | undefined, ...events: readonly LedgerEvent[]) => {
    const { due, dueMoves } = stateAt(events, late, original === undefined ? undefined : date(original));
    return [due, dueMoves.map(({ from, to, by }) => `${from} → ${to} in ${by.date}`)];
  };

  test('is not known where nobody has set one', () => {
    assert.deepEqual(dueOf(undefined, claim('2021', 'planned')), [undefined, []]);
  });

  test("is the auditors' own where no body has promised one", () => {
    assert.deepEqual(dueOf('2022', claim('2021', 'planned')), ['2022', []]);
  });

  test('that a body is the first to set has not moved', () => {
    assert.deepEqual(dueOf(undefined, promise('2021', '2022')), ['2022', []]);
  });

  test('has moved once where a body promises another than the auditors asked for', () => {
    assert.deepEqual(dueOf('2022-06-30', promise('2021', '2023')), ['2023', ['2022-06-30 → 2023 in 2021']]);
  });

  test('moves once for each later promise, and each move is kept with its source', () => {
    assert.deepEqual(
      dueOf('2022', promise('2021', '2023'), promise('2022', '2024'), promise('2023', '2025')),
      ['2025', ['2022 → 2023 in 2021', '2023 → 2024 in 2022', '2024 → 2025 in 2023']],
    );
  });

  test('that is promised again has not moved', () => {
    assert.deepEqual(dueOf(undefined, promise('2021', '2022-06'), promise('2022-01', '2022-06')), [
      '2022-06',
      [],
    ]);
  });

  test('that is brought forward has moved too', () => {
    assert.deepEqual(dueOf('2023', promise('2021', '2022')), ['2022', ['2023 → 2022 in 2021']]);
  });

  test('that is moved there and back has moved twice', () => {
    assert.deepEqual(dueOf('2022', promise('2021-01', '2023'), promise('2021-02', '2022')), [
      '2022',
      ['2022 → 2023 in 2021-01', '2023 → 2022 in 2021-02'],
    ]);
  });

  test('that is told more exactly has not moved (rule 8)', () => {
    assert.deepEqual(dueOf('2024', promise('2022', '2024-06'), promise('2023', '2024-06-30')), [
      '2024-06-30',
      [],
    ]);
  });

  test('that is told less exactly has not moved, and is held to what was said', () => {
    assert.deepEqual(dueOf('2024-06', promise('2022', '2024')), ['2024-06', []]);
  });

  test('cannot slip away by being told less exactly first', () => {
    assert.deepEqual(dueOf('2024-06', promise('2022', '2024'), promise('2023', '2024-12')), [
      '2024-12',
      ['2024-06 → 2024-12 in 2023'],
    ]);
  });

  test('that a claim leaves out stands as it was', () => {
    assert.deepEqual(dueOf('2022', promise('2021', '2023'), claim('2022', 'in-progress')), [
      '2023',
      ['2022 → 2023 in 2021'],
    ]);
  });

  test('moves also after a verdict has closed', () => {
    assert.deepEqual(dueOf('2022', verdict('2022-05', 'implemented'), promise('2023', '2024')), [
      '2024',
      ['2022 → 2024 in 2023'],
    ]);
  });

  test('that one of two heirs promises is no move of the other (rule 9)', () => {
    assert.deepEqual(dueOf(undefined, promise('2021', '2022', ['a']), promise('2022', '2023', ['b'])), [
      '2023',
      [],
    ]);
  });

  test('that the body before them promised is moved by each of them', () => {
    assert.deepEqual(
      dueOf(
        undefined,
        promise('2020', '2021'),
        promise('2021', '2022', ['a']),
        promise('2022', '2023', ['b']),
      ),
      ['2023', ['2021 → 2022 in 2021', '2021 → 2023 in 2022']],
    );
  });

  test('that they promise together moves once', () => {
    assert.deepEqual(
      dueOf(
        undefined,
        promise('2020', '2021', ['a']),
        promise('2021', '2021', ['b']),
        promise('2022', '2023'),
      ),
      ['2023', ['2021 → 2023 in 2022']],
    );
  });
});

describe('When an auditor last checked', () => {
  const lastCheckedOf = (...events: readonly LedgerEvent[]) => stateAt(events, late).lastChecked;

  test('is not known where none has', () => {
    assert.equal(lastCheckedOf(claim('2021', 'done')), undefined);
  });

  test('is the day of the latest verdict', () => {
    assert.equal(lastCheckedOf(verdict('2021', 'implemented'), verdict('2023-04', 'implemented')), '2023-04');
  });

  test('is not the day of a claim', () => {
    assert.equal(lastCheckedOf(verdict('2021', 'implemented'), claim('2023', 'done')), '2021');
  });

  test('is not a day when it was not assessed (rule 5)', () => {
    assert.equal(lastCheckedOf(verdict('2021', 'implemented'), verdict('2023', 'not-assessed')), '2021');
    assert.equal(lastCheckedOf(verdict('2023', 'not-assessed')), undefined);
  });

  test('is no more exact than it is known', () => {
    assert.equal(
      lastCheckedOf(verdict('2023-04', 'implemented'), verdict('2023', 'not-implemented')),
      '2023',
    );
  });
});

describe('The history', () => {
  const shownIn = (...events: readonly LedgerEvent[]) =>
    history(events, late).map(({ event, state }) => `${event.kind} ${event.date}: ${state.shown}`);

  test('has an entry for each event, with how things stood once it had happened', () => {
    assert.deepEqual(
      shownIn(
        claim('2021', 'done'),
        verdict('2022', 'not-implemented'),
        claim('2023', 'done'),
        verdict('2024', 'implemented'),
        verdict('2025', 'partly-implemented'),
      ),
      [
        'claim 2021: claimed-done',
        'verdict 2022: not-implemented',
        'claim 2023: not-implemented',
        'verdict 2024: implemented',
        'verdict 2025: partly-implemented',
      ],
    );
  });

  test('has 2023 after April 2023, by the last day that it may mean (rule 10)', () => {
    assert.deepEqual(shownIn(verdict('2023', 'in-progress'), verdict('2023-04', 'implemented')), [
      'verdict 2023-04: implemented',
      'verdict 2023: in-progress',
    ]);
  });

  test('has 2023 before December 2023, and that before its last day', () => {
    assert.deepEqual(
      shownIn(
        verdict('2023-12-31', 'implemented'),
        verdict('2023-12', 'implemented'),
        verdict('2023', 'implemented'),
      ).map((entry) => entry.split(':')[0]),
      ['verdict 2023', 'verdict 2023-12', 'verdict 2023-12-31'],
    );
  });

  test('has a claim before a verdict of the same day', () => {
    assert.deepEqual(shownIn(verdict('2023-04-01', 'in-progress'), claim('2023-04-01', 'done')), [
      'claim 2023-04-01: claimed-done',
      'verdict 2023-04-01: in-progress',
    ]);
  });

  test('does not close in passing what another verdict of the same day leaves open', () => {
    assert.deepEqual(shownIn(verdict('2023-04-01', 'implemented'), verdict('2023-04-01', 'in-progress')), [
      'verdict 2023-04-01: in-progress',
      'verdict 2023-04-01: in-progress',
    ]);
  });

  test('gives the events themselves back', () => {
    const event = verdict('2021', 'implemented');
    const [entry] = history([event], late);
    assert.equal(entry?.event, event);
    assert.equal(entry?.state.verdict, event);
  });

  test('leaves the list that it was given as it was', () => {
    const events = Object.freeze([verdict('2022', 'implemented'), claim('2021', 'done')]);
    assert.equal(history(events, late).length, 2);
  });
});

const twoDigits = (number: number) => String(number).padStart(2, '0');

const exactDate = fc
  .tuple(
    fc.integer({ min: 2019, max: 2023 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, dayOfMonth]) => `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`);

/** As coarse as dates come, and near enough to one another to collide. */
const anyDate = fc
  .oneof(
    exactDate.map((text) => text.slice(0, 4)),
    exactDate.map((text) => text.slice(0, 7)),
    exactDate,
  )
  .map(date);

const anyHeirs = fc.constantFrom(undefined, undefined, ['a'], ['b'], ['a', 'b']);
const anyStatus = fc.constantFrom(...verifiedStatuses.map(({ code }) => code));

/** As literals are, so that they are equal where all that they say is. */
const asLiterals = { noNullPrototype: true };

const verdictOn = (dates: fc.Arbitrary<CoarseDate>): fc.Arbitrary<VerdictEvent> =>
  fc.record(
    { kind: fc.constant('verdict' as const), date: dates, status: anyStatus, heirs: anyHeirs },
    asLiterals,
  );

const claimOn = (dates: fc.Arbitrary<CoarseDate>): fc.Arbitrary<ClaimEvent> =>
  fc.record(
    {
      kind: fc.constant('claim' as const),
      date: dates,
      claim: fc.constantFrom(undefined, ...claims.map(({ code }) => code)),
      due: fc.option(anyDate, { nil: undefined }),
      heirs: anyHeirs,
    },
    asLiterals,
  );

const anyVerdict = verdictOn(anyDate);
const anyClaim = claimOn(anyDate);
const anyEvents = fc.array(fc.oneof(anyVerdict, anyClaim), { maxLength: 8 });
const anyDay = exactDate.map(day);
const anyDue = fc.option(anyDate, { nil: undefined });

/** Events of which no two are of the same day. */
const eventsOnDays = <Event extends LedgerEvent>(
  event: (dates: fc.Arbitrary<CoarseDate>) => fc.Arbitrary<Event>,
) => fc.uniqueArray(event(exactDate.map(date)), { maxLength: 8, selector: (each) => each.date });

describe('Whatever happens,', () => {
  const property = <Values extends [unknown, ...unknown[]]>(
    sentence: string,
    values: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
    holds: (...values: Values) => void,
  ) => test(sentence, () => fc.assert(fc.property(...values, holds), { numRuns: 500 }));

  property('claims alone never close', [fc.array(anyClaim), anyDue], (events, due) => {
    const { isClosed, verdict: counted } = stateAt(events, late, due);
    assert.equal(isClosed, false);
    assert.equal(counted, undefined);
  });

  property('what is closed was found done or obsolete by an auditor', [anyEvents, anyDay], (events, on) => {
    for (const { state } of history(events, on)) {
      if (!state.isClosed) continue;
      assert.ok(state.verdict && events.includes(state.verdict));
      assert.match(state.verdict.status, /^(?:implemented|obsolete)$/);
      assert.equal(state.shown, state.verdict.status);
    }
  });

  property('another claim changes no verdict', [anyEvents, anyClaim, anyDay], (events, another, on) => {
    const told = (given: readonly LedgerEvent[]) => {
      const { verdict: counted, isClosed, lastChecked, shown } = stateAt(given, on);
      return { counted, isClosed, lastChecked, shown: counted && shown };
    };
    assert.deepEqual(told([...events, another]), told(events));
  });

  property('another claim never makes a state of a verdict', [anyEvents, anyClaim], (events, another) => {
    const { shown, verdict: counted } = stateAt([...events, another], late);
    if (!counted) assert.match(shown, /^(?:not-followed-up|claimed-.*)$/);
  });

  property(
    'the order in which events are given does not matter',
    [
      anyEvents.chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      ),
      anyDay,
      anyDue,
    ],
    ([events, shuffled], on, due) => {
      assert.deepEqual(history(shuffled, on, due), history(events, on, due));
    },
  );

  property(
    'the state is that of the last entry of the history',
    [anyEvents, anyDay, anyDue],
    (events, on, due) => {
      assert.deepEqual(
        stateAt(events, on, due),
        history(events, on, due).at(-1)?.state ?? stateAt([], on, due),
      );
    },
  );

  property('each entry is the state as it was without those after it', [anyEvents, anyDue], (events, due) => {
    const entries = history(events, late, due);
    for (const [index, { state }] of entries.entries()) {
      const until = entries.slice(0, index + 1).map(({ event }) => event);
      assert.deepEqual(state, stateAt(until, late, due));
    }
  });

  property('what comes after the day changes nothing', [anyEvents, anyDay, anyDue], (events, on, due) => {
    const until = events.filter((event) => daysOf(event.date).first <= on);
    assert.deepEqual(history(events, on, due), history(until, on, due));
  });

  property('an event told twice says no more than told once', [anyEvents, anyDue], (events, due) => {
    assert.deepEqual(stateAt([...events, ...events], late, due), stateAt(events, late, due));
  });

  property(
    'where days are exact, the last verdict that assesses decides',
    [eventsOnDays(verdictOn)],
    (events) => {
      const inTime = events
        .map((event) => ({ ...event, heirs: undefined }))
        .toSorted((a, b) => (a.date < b.date ? -1 : 1));
      const deciding = inTime.findLast(({ status }) => status !== 'not-assessed') ?? inTime.at(-1);
      assert.equal(stateAt(inTime, late).shown, deciding?.status ?? 'not-followed-up');
    },
  );

  property(
    'where they are not, the verdict that counts may be the last, and none that may be says that less is done',
    [fc.array(verdictOn(anyDate), { minLength: 1, maxLength: 5 })],
    (events) => {
      const given = events.map((event) => ({ ...event, heirs: undefined }));
      const assessing = given.filter(({ status }) => status !== 'not-assessed');
      const verdicts = assessing.length > 0 ? assessing : given;
      // Each verdict is on the first or the last day that its date may mean, in every combination.
      const mayBeLast = new Set<VerdictEvent>();
      for (let ends = 0; ends < 2 ** verdicts.length; ends += 1) {
        const dated = verdicts.map((event, index) => {
          const { first, last } = daysOf(event.date);
          return { event, on: ends & (1 << index) ? last : first };
        });
        const lastDay = dated
          .map(({ on }) => on)
          .toSorted()
          .at(-1);
        for (const { event, on } of dated) if (on === lastDay) mayBeLast.add(event);
      }
      const leastDone = [...mayBeLast].map(({ status }) => status).toSorted(compareStates)[0];
      assert.equal(stateAt(given, late).shown, leastDone);
    },
  );

  property('a claim beside a verdict that assesses is certainly later', [anyEvents, anyDay], (events, on) => {
    const { verdict: counted, unverifiedClaim } = stateAt(events, on);
    if (!counted || !unverifiedClaim || counted.status === 'not-assessed') return;
    assert.ok(isCertainlyBefore(counted.date, unverifiedClaim.date));
  });

  property(
    'each move of the due day is by another claim, to the day that it promises',
    [anyEvents, anyDue],
    (events, due) => {
      const { dueMoves } = stateAt(events, late, due);
      assert.equal(new Set(dueMoves.map(({ by }) => by)).size, dueMoves.length);
      for (const { from, to, by } of dueMoves) {
        assert.equal(by.kind === 'claim' && by.due, to);
        assert.ok(isCertainlyBefore(from, to) || isCertainlyBefore(to, from));
      }
    },
  );

  property(
    'where days are exact, the due day has moved as often as it was promised anew',
    [eventsOnDays(claimOn), fc.option(exactDate.map(date), { nil: undefined })],
    (events, original) => {
      const inTime = events
        .map((event) => ({ ...event, heirs: undefined, due: event.due && date(daysOf(event.due).first) }))
        .toSorted((a, b) => (a.date < b.date ? -1 : 1));
      const promised = [original, ...inTime.map(({ due }) => due)].filter((due) => due !== undefined);
      const { due, dueMoves } = stateAt(inTime, late, original);
      assert.equal(
        dueMoves.length,
        promised.filter((each, index) => index > 0 && each !== promised[index - 1]).length,
      );
      assert.equal(due, promised.at(-1));
    },
  );

  property('verdicts move no due day', [anyEvents, fc.array(anyVerdict), anyDue], (events, verdicts, due) => {
    assert.deepEqual(
      stateAt([...events, ...verdicts], late, due).dueMoves,
      stateAt(events, late, due).dueMoves,
    );
  });
});
