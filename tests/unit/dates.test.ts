import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asOfDay, daysOf, isAfter, yearOf } from '../../src/archive/index.ts';
import { type CoarseDate, coarseDate, fullDate, type PlainDate } from '../../src/schemas/index.ts';

const date = (text: string): CoarseDate => coarseDate().parse(text);
const day = (text: string): PlainDate => fullDate().parse(text);

describe('The days that a date may mean', () => {
  for (const [text, first, last] of [
    ['2017', '2017-01-01', '2017-12-31'],
    ['2017-10', '2017-10-01', '2017-10-31'],
    ['2017-02', '2017-02-01', '2017-02-28'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2017-10-12', '2017-10-12', '2017-10-12'],
  ] as const) {
    test(`as ${text} are ${first} to ${last}`, () => assert.deepEqual(daysOf(date(text)), { first, last }));
  }
});

describe('A date is later than a day', () => {
  test('where all that it may mean is', () => {
    assert.equal(isAfter(date('2018'), day('2017-12-31')), true);
    assert.equal(isAfter(date('2017-11'), day('2017-10-31')), true);
    assert.equal(isAfter(date('2017-10-13'), day('2017-10-12')), true);
  });

  test('and not where it may mean that day or one before', () => {
    assert.equal(isAfter(date('2017'), day('2017-03-01')), false);
    assert.equal(isAfter(date('2017-10'), day('2017-10-01')), false);
    assert.equal(isAfter(date('2017-10-12'), day('2017-10-12')), false);
  });
});

test('a date has a year, however coarse it is', () => {
  assert.deepEqual(['2017', '2017-10', '2017-10-12'].map(date).map(yearOf), [2017, 2017, 2017]);
});

describe('The day as of which the archive is read', () => {
  test('is the one given', () => {
    assert.equal(asOfDay({ AS_OF: '2020-12-31' }), '2020-12-31');
  });

  test('is today in UTC where none is', () => {
    const before = new Date().toISOString().slice(0, 10);
    const today = asOfDay({});
    const after = new Date().toISOString().slice(0, 10);
    assert.ok(today === before || today === after);
  });

  for (const given of ['2020', '2020-02-30', '31/12 2020', 'i dag', '']) {
    test(`is not "${given}"`, () => {
      assert.throws(() => asOfDay({ AS_OF: given }), {
        message: `AS_OF ska vara ett datum som 2020-12-31, men är "${given}".`,
      });
    });
  }
});
