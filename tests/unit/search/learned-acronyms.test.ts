import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AcronymLearner } from '../../../src/search/index/learned-acronyms.ts';
import { builtIndex } from './opened-index.ts';
import { aGroup, aRecord, aSearchable } from './searchables.ts';

function learned(text: string, known: Parameters<AcronymLearner['groups']>[0] = []): readonly string[] {
  const learner = new AcronymLearner();
  learner.add(text);
  return learner
    .groups(known, (word) => word === 'sol')
    .map(
      ({ terms, acronyms, capitals }) => `${[...acronyms, ...capitals.map((word) => `${word}!`)]}: ${terms}`,
    );
}

describe('An abbreviation that a text explains', () => {
  for (const [text, expected] of [
    ['Det leds av barn- och ungdomsutskottet (BUU) sedan i fjol.', ['BUU: barn- och ungdomsutskottet']],
    [
      'Enligt Provmyndigheten för vatten och luft (PVL) ska planen följas.',
      ['PVL: Provmyndigheten för vatten och luft'],
    ],
    ['Nämnden har ett ledningssystem för provsäkerhet (LPS).', ['LPS: ledningssystem för provsäkerhet']],
  ] as const) {
    test(`is learned with the words it stands for: ${text}`, () => assert.deepEqual(learned(text), expected));
  }

  test('of two letters, or like a common word, counts in capitals alone', () => {
    assert.deepEqual(learned('Kulturskolan (KS) och samordnande lokalgrupp (SOL).'), [
      'KS!: Kulturskolan',
      'SOL!: samordnande lokalgrupp',
    ]);
  });

  test('is the thesaurus’s own where that has it with those words, in whatever form', () => {
    const known = [aGroup(['provnämnd'], { acronyms: ['PRN'] })];
    assert.deepEqual(learned('Ansvaret har provnämnden (PRN).', known), []);
  });

  for (const text of [
    'Europaparlamentets och rådets direktiv (EU) 2016/680.',
    'Kommunstyrelsen beslutade (BVT) om saken.',
    'Det gjordes i fjol. (ABC)',
    'Av de (AD) som frågades.',
  ]) {
    test(`is not guessed where the words before do not give its letters: ${text}`, () => {
      assert.deepEqual(learned(text), []);
    });
  }
});

test('a report that explains an abbreviation helps to find what another report writes with it alone', async () => {
  const index = await builtIndex(
    aSearchable([
      aRecord('Ansvaret ligger hos provnämnden för öppna frågor (PÖF).', { id: 'explains', report: 'A' }),
      aRecord('Rutinerna hos PÖF är gamla.', { id: 'uses', report: 'B' }),
    ]),
  );
  const client = index.client();
  assert.deepEqual((await client.rankedIds('provnämnden för öppna frågor', 10)).toSorted(), [
    'explains',
    'uses',
  ]);
  assert.deepEqual((await client.rankedIds('pöf', 10)).toSorted(), ['explains', 'uses']);
});
