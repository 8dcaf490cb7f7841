import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stemOf, stemOfWritten, stemToken, wholeToken } from '../../../src/search/language/index.ts';

const alike = [
  'nämnd nämnden nämnder nämnderna nämndens nämndernas',
  'granska granskar granskade granskat granskning granskningar granskningens granskas',
  'kopia kopior kopiera kopiering kopieringen',
  'upphandla upphandling upphandlingar upphandlade',
  'rekommendera rekommendation rekommendationerna rekommenderar',
  'policy policyn policys policyer',
  'ansvar ansvaret ansvarar',
  'nummer numret numren',
  'regel regler reglerna regeln',
  'vatten vattnet vattnets',
  'bedöma bedömde bedömt bedömning bedömd',
  'intern internt interna',
  'ledamot ledamöter ledamöternas',
  'miljö miljön miljöns',
  'behörighet behörigheter behörigheterna behörighetens',
  'arbete arbetet arbetar arbeta',
];
for (const forms of alike) {
  test(`Forms of a word have one stem: ${forms}`, () => {
    const [first = '', ...others] = forms.split(' ');
    for (const form of others) assert.equal(stemOf(form), stemOf(first), form);
  });
}

const apart = [
  ['vård', 'värde'],
  ['säker', 'säkerhet'],
  ['styra', 'styrelse'],
  ['läsa', 'låsa'],
  ['ändra', 'andra'],
  ['nämnd', 'nämna'],
  ['bolag', 'bo'],
  ['kontroll', 'konto'],
] as const;
for (const [one, other] of apart) {
  test(`${one} and ${other} are different words`, () => {
    assert.notEqual(stemOf(one), stemOf(other));
  });
}

test('An abbreviation has no endings', () => {
  assert.equal(stemOfWritten('KLASSA'), 'klassa');
  assert.equal(stemOfWritten('IVO:s'), 'ivo');
});

test('A stem is a word of letters and digits alone, with an end of its own', () => {
  assert.match(stemToken('informationssäkerhet'), /^[a-z]+z$/);
  assert.notEqual(stemToken('vård'), stemToken('vard'));
  assert.notEqual(stemToken('informationssäkerhet'), stemToken('informationssäkerhek'));
});

test('A compound is found whole by the stems of its parts in order', () => {
  assert.equal(wholeToken(['logg', 'lista']), stemToken('logg') + stemToken('lista'));
});
