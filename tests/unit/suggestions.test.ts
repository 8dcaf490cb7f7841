import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { didYouMean, enumerated } from '../../src/problems/index.ts';

describe('The word that was meant', () => {
  const known = ['servicenamnden', 'kommunstyrelsen', 'title', 'to', 'r4'];

  test('is asked for where it differs in at most a third of its letters, and never in more than three', () => {
    assert.equal(didYouMean('servicenamden', known), 'Menade du "servicenamnden"?');
    assert.equal(didYouMean('servicnamden', known), 'Menade du "servicenamnden"?');
    assert.equal(didYouMean('srvcnamdn', known), undefined);
    assert.equal(didYouMean('tile', known), 'Menade du "title"?');
    assert.equal(didYouMean('tid', known), undefined);
  });

  test('differs as by one letter where two have changed places', () => {
    assert.equal(didYouMean('titel', known), 'Menade du "title"?');
    assert.equal(didYouMean('eltti', known), undefined);
  });

  test('is the nearest of those that are near', () => {
    assert.equal(didYouMean('arkivet', ['arkiven', 'arkiver', 'arkivets']), 'Menade du "arkiven"?');
    assert.equal(didYouMean('papyrsu', ['papyros', 'papyrus']), 'Menade du "papyrus"?');
  });

  test('is never guessed for words of two letters, which are all near each other', () => {
    assert.equal(didYouMean('ot', known), undefined);
    assert.equal(didYouMean('r5', known), undefined);
  });

  test('is nothing where nothing is known', () => {
    assert.equal(didYouMean('title', []), undefined);
  });
});

describe('A list in a sentence', () => {
  test('has och before its last', () => {
    assert.equal(enumerated([]), '');
    assert.equal(enumerated(['a']), 'a');
    assert.equal(enumerated(['a', 'b']), 'a och b');
    assert.equal(enumerated(['a', 'b', 'c']), 'a, b och c');
  });

  test('that is long is cut, with a count of the rest', () => {
    assert.equal(enumerated(['a', 'b', 'c', 'd'], 2), 'a, b och 2 till');
    assert.equal(enumerated(['a', 'b', 'c'], 3), 'a, b och c');
  });
});
