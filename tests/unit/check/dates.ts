import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anAudit, type Changes } from '../../fixtures/content.ts';
import { errorsOf, errorsOfAudit } from '../../fixtures/printed.ts';

/* Dates held against today, which in these tests is 2026-11-22, and against each other. */

const future = (date: string) => `"${date}" ligger i framtiden (i dag är det 2026-11-22). Rätta datumet.`;

/** What is printed of an audit of 2026. */
const printedIn2026 = (published: string): readonly string[] => {
  const file = 'audits/9901-exempelstad/2026-arkivvard.mdx';
  return errorsOf(file, { [file]: anAudit({ year: 2026, published }) } satisfies Changes);
};

describe('A date later than today', () => {
  test('is refused, to the day', () => {
    assert.deepEqual(printedIn2026('2026-11-23'), [`rad 5 published: ${future('2026-11-23')}`]);
    assert.deepEqual(printedIn2026('2026-11-22'), []);
  });

  test('is refused where only its month is known, but this month is not later', () => {
    assert.deepEqual(printedIn2026('2026-12'), [`rad 5 published: ${future('2026-12')}`]);
    assert.deepEqual(printedIn2026('2026-11'), []);
  });

  test('is refused where only its year is known, but this year is not later', () => {
    assert.deepEqual(printedIn2026('2027'), [`rad 5 published: ${future('2027')}`]);
    assert.deepEqual(printedIn2026('2026'), []);
  });

  test('is refused wherever a report has dates', () => {
    const fields = {
      measures: [{ system: 'papyrus', of: 'ark', value: 1, at: '2027-01' }],
      discharge: [{ body: 'arkivnamnden', date: '2027-05-01' }],
      sources: [
        { kind: 'intervju', date: '2020-05-01' },
        { kind: 'intervju', date: '2062-05-01' },
      ],
      corrections: [{ date: '2026-12-24', text: 'En siffra var fel.' }],
    };
    assert.deepEqual(errorsOfAudit(fields), [
      `rad 13 mätvärde 1, at: ${future('2027-01')}`,
      `rad 15 discharge 1, date: ${future('2027-05-01')}`,
      `rad 18 källa 2, date: ${future('2062-05-01')}`,
      `rad 20 corrections 1, date: ${future('2026-12-24')}`,
    ]);
  });

  test('is refused as the audited year', () => {
    const file = 'audits/9901-exempelstad/2027-arkivvard.mdx';
    assert.deepEqual(errorsOf(file, { [file]: anAudit({ year: 2027, published: '2026' }) }), [
      'rad 4 year: "2027" ligger i framtiden (i dag är det 2026-11-22). Rätta årtalet.',
      'rad 5 published: rapporten gavs ut 2026, före det granskade året 2027. Rätta det ena.',
    ]);
  });
});

test('a report is not published before the year that it audits', () => {
  assert.deepEqual(errorsOfAudit({ published: '2019-12-31' }), [
    'rad 5 published: rapporten gavs ut 2019-12-31, före det granskade året 2020. Rätta det ena.',
  ]);
  assert.deepEqual(errorsOfAudit({ published: '2020-01-01' }), []);
});
