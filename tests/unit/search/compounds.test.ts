import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compoundSplitter } from '../../../src/search/index/compounds.ts';
import { swedishDictionary } from '../../../src/search/index/dictionary.ts';
import { normalWords, stemsOf } from '../../../src/search/index/normal-form.ts';
import { stemOf } from '../../../src/search/language/index.ts';

const dictionary = swedishDictionary();
const archiveWords =
  'information säkerhet policy behörighet logg kontroll kopia nämnd barn skola system förvaltning underhåll plan läsa skriva ' +
  'ombud data skydd personal lön risk analys tjänst hem familj byggnad';
const split = compoundSplitter(
  dictionary,
  new Map(archiveWords.split(' ').map((word) => [stemOf(word), 10])),
);

const compounds = {
  informationssäkerhetspolicyn: 'informations säkerhets policyn',
  behörighetskontroll: 'behörighets kontroll',
  loggkontroller: 'logg kontroller',
  säkerhetskopiorna: 'säkerhets kopiorna',
  skolnämnden: 'skol nämnden',
  systemförvaltning: 'system förvaltning',
  dataskyddsombud: 'data skydds ombud',
  underhållsplan: 'underhålls plan',
};
for (const [word, parts] of Object.entries(compounds)) {
  test(`${word} is joined of ${parts}`, () => {
    assert.equal(split(word).join(' '), parts);
  });
}

for (const word of ['Uppsala', 'förskola', 'kommunen', 'organisation', 'tillsyn', 'avtal']) {
  test(`${word} is no compound`, () => {
    assert.deepEqual(split(word), [word]);
  });
}

test('Capitals are kept where a word is split', () => {
  assert.deepEqual(split('Loggkontroll'), ['Logg', 'kontroll']);
});

test('A word that lacks its head has it from the end of the list', () => {
  const [read] = normalWords('läs- och skrivbehörighet', split);
  assert.deepEqual(read?.stems, [stemOf('läs'), stemOf('behörighet')]);
  const [fresh] = normalWords('Ny- och ombyggnader', split);
  assert.deepEqual(fresh?.stems, [stemOf('ny'), stemOf('byggnader')]);
  const [children] = normalWords('barn- och skolnämndens', split);
  assert.deepEqual(children?.stems, [stemOf('barn'), stemOf('nämnden')]);
});

test('A hyphen without a list lends no head', () => {
  const [word] = normalWords('läs- den behörighet', split);
  assert.deepEqual(word?.stems, [stemOf('läs')]);
});

test('What is joined by a hyphen is a compound, and an abbreviation in it is as it is', () => {
  assert.deepEqual(stemsOf('IT-system', split), ['it', stemOf('system')]);
});
