import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { didYouMean, enumerated, nearestWord } from '../../src/problems/index.ts';

describe('The word that was meant', () => {
  const known = ['servicenamnden', 'kommunstyrelsen', 'title', 'to', 'r4'];

  test('differs in at most a third of its letters, and never in more than three', () => {
    assert.equal(nearestWord('servicenamden', known), 'servicenamnden');
    assert.equal(nearestWord('servicnamden', known), 'servicenamnden');
    assert.equal(nearestWord('servcnamdn', known), undefined);
    assert.equal(nearestWord('tile', known), 'title');
    assert.equal(nearestWord('tid', known), undefined);
  });

  test('differs as by one letter where two have changed places', () => {
    assert.equal(nearestWord('titel', known), 'title');
    assert.equal(nearestWord('litte', known), undefined);
  });

  test('is never guessed for words of two letters, which are all near each other', () => {
    assert.equal(nearestWord('ot', known), undefined);
    assert.equal(nearestWord('r5', known), undefined);
  });

  test('is nothing where nothing is known', () => {
    assert.equal(nearestWord('title', []), undefined);
  });

  test('is asked for', () => {
    assert.equal(didYouMean('titel', known), 'Menade du "title"?');
    assert.equal(didYouMean('något helt annat', known), undefined);
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
