import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { longestQuery, parsedQuery } from '../../../src/search/client/query.ts';
import { slipsBetween } from '../../../src/search/client/spelling.ts';

test('A quoted phrase is taken as it stands, whatever quotes are typed', () => {
  for (const query of ['"den interna kontrollen" brister', '”den interna kontrollen” brister']) {
    assert.deepEqual(parsedQuery(query).phrases, ['den interna kontrollen']);
    assert.equal(parsedQuery(query).text, 'brister');
  }
});

test('A quote that is never closed is no phrase, and its words are asked for', () => {
  const { phrases, text } = parsedQuery('"interna kontrollen');
  assert.deepEqual(phrases, []);
  assert.equal(text, 'interna kontrollen');
});

test('A word after a minus is to be absent; a hyphen within a word is a hyphen', () => {
  const { excluded, text } = parsedQuery('IT-system -hemtjänst -"intern kontroll"');
  assert.deepEqual(excluded.toSorted(), ['hemtjänst', 'intern kontroll']);
  assert.equal(text, 'IT-system');
});

test('A filter is typed as its name and a value, with or without å', () => {
  const { filters, text } = parsedQuery('loggar kommun:uppsala år:2019 ar:2020');
  assert.deepEqual(
    filters.map(({ facet, value }) => [facet, value]),
    [
      ['municipality', 'uppsala'],
      ['year', '2019'],
      ['year', '2020'],
    ],
  );
  assert.equal(text, 'loggar');
});

test('A colon that names no filter is text, and so is the name of something that every object has', () => {
  assert.equal(parsedQuery('KL 6:7').text, 'KL 6:7');
  assert.equal(parsedQuery('constructor:1').text, 'constructor:1');
});

test('Of a query that nobody asks in earnest only the beginning is read', () => {
  const { isCut, text } = parsedQuery('loggar '.repeat(2000));
  assert.ok(isCut);
  assert.ok(text.length <= longestQuery);
});

test('Any text at all can be taken apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (typed) => {
      const { text, phrases, excluded } = parsedQuery(typed);
      assert.ok([text, ...phrases, ...excluded].every((part) => !part.includes('"')));
    }),
  );
});

test('Slips are letters left out, put in, exchanged or in wrong order', () => {
  assert.equal(slipsBetween('loggkontroll', 'loggkontroll', 2), 0);
  assert.equal(slipsBetween('logkontroll', 'loggkontroll', 2), 1);
  assert.equal(slipsBetween('loggkontorll', 'loggkontroll', 2), 1);
  assert.equal(slipsBetween('lxggkxntrxll', 'loggkontroll', 2), 3);
});

test('Slips are as many from one word to the other as back', () => {
  const word = fc.stringMatching(/^[a-f]{1,7}$/);
  fc.assert(fc.property(word, word, (a, b) => slipsBetween(a, b, 9) === slipsBetween(b, a, 9)));
});
