import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { personNamesIn } from '../../src/problems/index.ts';

const namesIn = (text: string) => personNamesIn(text).map(({ name }) => name);

describe('A person’s name', () => {
  for (const [text, ...names] of [
    ['Enligt Kim Exempelsson är dörren låst.', 'Kim Exempelsson'],
    [
      'Enhetschefen Anna Maria Provqvist och Ali Testzadeh intervjuades.',
      'Anna Maria Provqvist',
      'Ali Testzadeh',
    ],
    ['Samtal med Britt-Marie von Exempel.', 'Britt-Marie von Exempel'],
    ['Registratorn Xyla Andersson svarade.', 'Xyla Andersson'],
    ['Rektor\nKarin Provberg', 'Karin\nProvberg'.replace('\n', ' ')],
  ] as const) {
    test(`is seen in ”${text.replace('\n', ' ')}”`, () => assert.deepEqual(namesIn(text), names));
  }

  test('is told of once, where it first stands', () => {
    assert.deepEqual(personNamesIn('Här är Kim Exempelsson. Kim Exempelsson är här.'), [
      { name: 'Kim Exempelsson', index: 7 },
    ]);
  });
});

describe('What is no person’s name is let through:', () => {
  for (const text of [
    'Kommunstyrelsen och Vård- och äldrenämnden',
    'Karin Boyes gata och Sven Erikssons skola',
    'Maria Ungdom, Sankt Görans sjukhus och Per Capita',
    'Ernst & Young AB och Carl Bro',
    'Exempelstads kommun och Region Provlän',
    'Per Styrelse och Nämnd',
    'Andersson Konsult AB',
    'Procapita VOO, Viva och Heroma',
    'En bild av kommunernas Informationssäkerhetsarbete',
    'anna.provqvist@exempel.se',
    'Stockholms Stads Revision',
    'Enligt Svenska Akademien',
  ]) {
    test(text, () => assert.deepEqual(namesIn(text), []));
  }
});
