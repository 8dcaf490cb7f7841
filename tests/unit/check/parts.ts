import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type AuditFields, anAudit, auditFile } from '../../fixtures/content.ts';
import { aPicture } from '../../fixtures/picture.ts';
import { errorsOf, errorsOfAudit } from '../../fixtures/printed.ts';

/* A report's text held against its data. */

const nowhere = 'visas inte någonstans i rapportens text.';
const onItsOwn = 'på en egen rad där den hör hemma.';

const fields = {
  questions: [{ id: 'q1', text: 'Finns papper?' }],
  areas: [{ id: 'a1', title: 'Papper' }],
  findings: [
    { id: 'f1', observation: 'Pappret är slut.', area: 'a1' },
    { id: 'f2', observation: 'Pennan är slut.' },
  ],
  recommendations: [
    { id: 'r1', to: ['arkivnamnden'], text: 'Köp papper.', finding: 'f1' },
    {
      id: 'r2',
      to: [{ body: 'kommunstyrelsen', role: 'medverkar' }, { group: 'alla andra' }],
      text: 'Köp pennor.',
    },
  ],
  measures: [
    { of: 'ark', value: 1, system: 'papyrus' },
    { of: 'pennor', value: 2, body: 'arkivnamnden' },
  ],
  samples: [
    { id: 's1', unit: 'ark', size: 1, system: 'papyrus' },
    { id: 's2', unit: 'pennor', size: 1, body: 'arkivnamnden' },
  ],
} satisfies AuditFields;

/** What is printed of a report in which these components are all there is of text. */
const printedWith = (...components: readonly string[]) =>
  errorsOfAudit({ ...fields, body: components.join('\n\n') });

/** Components that show every part of the report but those of one kind. */
const allBut = (name: string) =>
  ['Questions', 'Findings', 'Recommendations', 'Measures', 'Samples']
    .filter((other) => other !== name)
    .map((other) => `<${other} />`);

describe('A part that no component shows is reported where it stands:', () => {
  test('a question', () => {
    assert.deepEqual(printedWith(...allBut('Questions')), [
      `rad 13 Fråga q1 ${nowhere} Skriv <Questions /> ${onItsOwn}`,
    ]);
  });

  test('a finding, with the component for its area', () => {
    assert.deepEqual(printedWith(...allBut('Findings')), [
      `rad 17 Iakttagelse f1 ${nowhere} Skriv <Findings area="a1" /> ${onItsOwn}`,
      `rad 18 Iakttagelse f2 ${nowhere} Skriv <Findings /> ${onItsOwn}`,
    ]);
  });

  test('a finding of another area than the one that is shown', () => {
    assert.deepEqual(printedWith(...allBut('Findings'), '<Findings area="a1" />'), [
      `rad 18 Iakttagelse f2 ${nowhere} Skriv <Findings /> ${onItsOwn}`,
    ]);
  });

  test('a recommendation, unless its finding is shown', () => {
    assert.deepEqual(printedWith(...allBut('Recommendations')), [
      `rad 21 Rekommendation r2 ${nowhere} Skriv <Recommendations /> ${onItsOwn}`,
    ]);
  });

  test('a recommendation to another body than the one whose are shown', () => {
    const components = allBut('Recommendations');
    assert.deepEqual(printedWith(...components, '<Recommendations to="arkivnamnden" />'), [
      `rad 21 Rekommendation r2 ${nowhere} Skriv <Recommendations /> ${onItsOwn}`,
    ]);
    assert.deepEqual(printedWith(...components, '<Recommendations to="kommunstyrelsen" />'), []);
  });

  test('a measure', () => {
    assert.deepEqual(printedWith(...allBut('Measures')), [
      `rad 23 Mätvärdet ”ark” ${nowhere} Skriv <Measures system="papyrus" /> ${onItsOwn}`,
      `rad 24 Mätvärdet ”pennor” ${nowhere} Skriv <Measures /> ${onItsOwn}`,
    ]);
  });

  test('a sample test', () => {
    assert.deepEqual(printedWith(...allBut('Samples'), '<Samples system="papyrus" />'), [
      `rad 27 Stickprov s2 ${nowhere} Skriv <Samples /> ${onItsOwn}`,
    ]);
  });
});

test('a report to all audited bodies shows its recommendations to each of them', () => {
  const recommendations = [{ id: 'r1', to: 'alla', text: 'Köp papper.' }];
  assert.deepEqual(errorsOfAudit({ recommendations, body: '<Recommendations to="arkivnamnden" />' }), []);
});

test('what a text with faults would have shown is not missed until it is mended', () => {
  assert.deepEqual(errorsOfAudit({ ...fields, body: 'Under <5 % av pappret.' }), [
    'rad 30 Tecknet < i "<5 %" läses som början på en komponent. Skriv &lt; i stället: &lt;5 %.',
  ]);
});

describe('A component that asks for what the report does not have is reported on its line:', () => {
  const all = ['<Questions />', '<Findings />', '<Recommendations />', '<Measures />', '<Samples />'];
  const faultOf = (component: string) =>
    printedWith(...all, component).map((line) => line.replace(/^rad 40 /, ''));

  test('an area that is not there', () => {
    assert.deepEqual(faultOf('<Findings area="2.9" />'), [
      '<Findings area="2.9"/>: rapporten har inget område 2.9. Områdena är a1.',
    ]);
  });

  test('the recommendations to a body that has none', () => {
    assert.deepEqual(faultOf('<Recommendations to="pappersnamnden" />'), [
      '<Recommendations to="pappersnamnden"/>: rapporten har inga rekommendationer till "pappersnamnden". De riktas till arkivnamnden och kommunstyrelsen.',
    ]);
  });

  test('the figures of a system that has none', () => {
    assert.deepEqual(faultOf('<Measures system="pergament" />'), [
      '<Measures system="pergament"/>: rapporten har inga mätvärden för "pergament". De gäller papyrus.',
    ]);
    assert.deepEqual(faultOf('<Samples system="pergament" />'), [
      '<Samples system="pergament"/>: rapporten har inga stickprov för "pergament". De gäller papyrus.',
    ]);
  });

  test('criteria and sources where none is listed', () => {
    const mend = 'Ta bort komponenten, eller fyll i metadatablocket.';
    assert.deepEqual(faultOf('<Criteria />'), [
      `<Criteria/>: rapporten har inga kriterier att visa. ${mend}`,
    ]);
    assert.deepEqual(faultOf('<Sources />'), [`<Sources/>: rapporten har inga källor att visa. ${mend}`]);
  });

  test('anything at all in a report without parts', () => {
    const body = [
      ...all,
      '<Findings area="a1" />',
      '<Recommendations to="a" />',
      '<Measures system="papyrus" />',
    ].join('\n\n');
    const mend = 'Ta bort komponenten, eller fyll i metadatablocket.';
    assert.deepEqual(errorsOfAudit({ body }), [
      `rad 14 <Questions/>: rapporten har inga frågor att visa. ${mend}`,
      `rad 16 <Findings/>: rapporten har inga iakttagelser att visa. ${mend}`,
      `rad 18 <Recommendations/>: rapporten har inga rekommendationer att visa. ${mend}`,
      `rad 20 <Measures/>: rapporten har inga mätvärden att visa. ${mend}`,
      `rad 22 <Samples/>: rapporten har inga stickprov att visa. ${mend}`,
      'rad 24 <Findings area="a1"/>: rapporten har inget område a1. Ta bort komponenten.',
      'rad 26 <Recommendations to="a"/>: rapporten har inga rekommendationer till "a". Ta bort komponenten.',
      'rad 28 <Measures system="papyrus"/>: rapporten har inga mätvärden för "papyrus". Ta bort komponenten.',
    ]);
  });

  test('an area that has no findings', () => {
    const areas = [{ id: 'a1', title: 'Papper' }];
    assert.deepEqual(errorsOfAudit({ areas, body: '<Findings area="a1" />' }), [
      'rad 16 <Findings area="a1"/>: området har inga iakttagelser. Ta bort komponenten, eller ge iakttagelserna rätt area.',
    ]);
  });
});

describe('A picture', () => {
  const folder = 'content/audits/9901-exempelstad/2020-arkivvard/';
  const picture = 'audits/9901-exempelstad/2020-arkivvard/karta.png';

  test("that lies in the report's own folder is shown", () => {
    const audit = anAudit({ body: '![En karta](karta.png)\n\n<Figure src="karta.png" alt="Samma karta" />' });
    assert.deepEqual(errorsOf(auditFile, { [auditFile]: audit, [picture]: aPicture(2, 1) }), []);
  });

  test('that is not there is missed on its line, however it is written', () => {
    assert.deepEqual(
      errorsOfAudit({
        body: 'Text.\n\n![En karta](karta.png)\n\n<Figure src="karta.png" alt="En karta" />',
      }),
      [
        `rad 16 Bilden "karta.png" finns inte. Lägg den i ${folder}.`,
        `rad 18 Bilden "karta.png" finns inte. Lägg den i ${folder}.`,
      ],
    );
  });

  for (const src of [
    '../karta.png',
    'https://exempel.se/karta.png',
    '/karta.png',
    'karta.svg',
    '%ff.png',
    'data:image/png;base64,AA',
  ]) {
    test(`that lies elsewhere or is no picture, as ${src}, is refused`, () => {
      const mend = `Lägg bilden i ${folder} och skriv bara filens namn, t.ex. src="organisation.png". Den ska vara png, jpg, webp eller avif.`;
      const fault = `Bilden "${src}" ligger inte i rapportens mapp, eller är ingen bild som kan visas. ${mend}`;
      assert.deepEqual(
        errorsOfAudit({ body: `![En karta](${src})\n\n<Figure src="${src}" alt="En karta" />` }),
        [`rad 14 ${fault}`, `rad 16 ${fault}`],
      );
    });
  }
});
