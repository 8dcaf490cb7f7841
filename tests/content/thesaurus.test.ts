import assert from 'node:assert/strict';
import { test } from 'node:test';
import { thesaurusFields } from '../../src/schemas/index.ts';
import { realContent } from './real-content.ts';

/* How much of municipal Sweden the thesaurus knows. What is wrong with a group is told by the check. */

const groups = realContent().archive?.thesaurus ?? [];

test('the thesaurus has at least 1,200 groups', () => {
  assert.ok(groups.length >= 1200, `${groups.length} groups`);
});

for (const { code, word } of thesaurusFields) {
  test(`it has at least ten groups on ${word}`, () => {
    const inField = groups.filter(({ field }) => field === code);
    assert.ok(inField.length >= 10, `${inField.length} groups`);
  });
}

test('it knows at least 380 abbreviations, each counted once', () => {
  const known = new Set(groups.flatMap(({ acronyms, capitals }) => [...acronyms, ...capitals]));
  assert.ok(known.size >= 380, `${known.size} abbreviations`);
});

test('it knows at least 3,000 ways in which people say what reports call something else', () => {
  const known = new Set(groups.flatMap(({ everyday }) => everyday));
  assert.ok(known.size >= 3000, `${known.size} everyday words`);
});

test('a common word is taken for an abbreviation only when it is written as one', () => {
  const common = [
    'om',
    'va',
    'av',
    'lov',
    'ska',
    'sig',
    'sol',
    'las',
    'von',
    'rus',
    'lav',
    'lok',
    'hav',
    'put',
  ];
  const anyCase = new Set(groups.flatMap(({ acronyms }) => acronyms.map((word) => word.toLowerCase())));
  assert.deepEqual(
    common.filter((word) => anyCase.has(word)),
    [],
  );
});

for (const [said, meant] of [
  ['extraknäck', 'bisyssla'],
  ['mobbning', 'kränkande behandling'],
  ['dagis', 'förskola'],
  ['socialbidrag', 'försörjningsstöd'],
  ['ålderdomshem', 'särskilt boende'],
  ['pengar försvinner', 'förskingring'],
  ['vem får se uppgifterna', 'behörighet'],
  ['kranvatten', 'dricksvatten'],
  ['sparkrav', 'besparing'],
] as const) {
  test(`”${said}” leads to ”${meant}”, and not back`, () => {
    const leading = groups.filter(({ everyday }) => everyday.includes(said));
    assert.ok(leading.some(({ terms }) => terms.includes(meant)));
    assert.ok(groups.every(({ everyday }) => !everyday.includes(meant)));
  });
}

for (const [abbreviation, full] of [
  ['SIP', 'samordnad individuell plan'],
  ['IVO', 'Inspektionen för vård och omsorg'],
  ['IMY', 'Datainspektionen'],
  ['DPIA', 'konsekvensbedömning'],
  ['SKR', 'Sveriges Kommuner och Landsting'],
  ['MSB', 'Myndigheten för civilt försvar'],
  ['VA', 'vatten och avlopp'],
  ['ÖP', 'översiktsplan'],
  ['KPI', 'nyckeltal'],
  ['KPI', 'konsumentprisindex'],
] as const) {
  test(`${abbreviation} and ”${full}” are equivalents`, () => {
    assert.ok(
      groups.some(
        ({ terms, acronyms, capitals }) =>
          terms.includes(full) && [...acronyms, ...capitals].includes(abbreviation),
      ),
    );
  });
}
