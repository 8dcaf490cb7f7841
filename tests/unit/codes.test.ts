import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { hasValidControlDigit, isOrganisationNumber } from '../../src/schemas/index.ts';
import { withControlDigit } from '../fixtures/numbers.ts';

describe('A control digit', () => {
  test('is the one of ten that makes the number valid', () => {
    const nineDigits = fc.array(fc.nat(9), { minLength: 9, maxLength: 9 }).map((digits) => digits.join(''));
    fc.assert(
      fc.property(nineDigits, (nine) => {
        const valid = [...'0123456789'].filter((digit) => hasValidControlDigit(`${nine}${digit}`));
        assert.deepEqual(
          valid.map((digit) => `${nine}${digit}`),
          [withControlDigit(nine)],
        );
      }),
      { numRuns: 200 },
    );
  });

  test("is that of Skatteverket's own organisation number", () => {
    assert.equal(withControlDigit('202100544'), '2021005448');
    assert.equal(hasValidControlDigit('2021005448'), true);
  });
});

describe('An organisation number', () => {
  const valid = withControlDigit('212000000');

  test('has ten digits, with a hyphen or without', () => {
    assert.equal(isOrganisationNumber(valid), true);
    assert.equal(isOrganisationNumber(`${valid.slice(0, 6)}-${valid.slice(6)}`), true);
    assert.equal(isOrganisationNumber(valid.slice(1)), false);
    assert.equal(isOrganisationNumber(`16${valid}`), false);
    assert.equal(isOrganisationNumber(`${valid.slice(0, 9)}x`), false);
    assert.equal(isOrganisationNumber(''), false);
  });

  test('has the right control digit', () => {
    assert.equal(isOrganisationNumber(`${valid.slice(0, 9)}${(Number(valid[9]) + 1) % 10}`), false);
  });

  test('has a third digit of at least two, so that it is no date', () => {
    assert.equal(isOrganisationNumber(withControlDigit('211900000')), false);
    assert.equal(isOrganisationNumber(withControlDigit('212000000')), true);
  });
});
