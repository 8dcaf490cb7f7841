import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anAudit, auditFile, contentWith } from '../../fixtures/content.ts';
import { printedOf, printedOfAudit } from '../../fixtures/printed.ts';

const lawMend = 'Kontrollera vilken lag som avses, eller tysta varningen med ett skäl (silence).';
const repealed = `kriterium gamla-exempellagen: 1990 års exempellag (1990:1) gällde till 2009-12-31 och gällde inte 2020. [ej-i-kraft] ${lawMend}`;

/** What is printed of an audit of a year, with these criteria. */
const printedIn = (year: number, criterion: string): readonly string[] => {
  const file = `audits/9901-exempelstad/${year}-arkivvard.mdx`;
  return printedOf(file, { [file]: anAudit({ year, published: year, criteria: [{ criterion }] }) });
};

describe('A law that was not in force in the audited year', () => {
  test('because it had been repealed is warned of', () => {
    assert.deepEqual(printedIn(2020, 'gamla-exempellagen'), [`rad 13 varning: ${repealed}`]);
    assert.deepEqual(printedIn(2009, 'gamla-exempellagen'), []);
  });

  test('because it had not come into force is warned of', () => {
    assert.deepEqual(printedIn(2009, 'exempellagen'), [
      `rad 13 varning: kriterium exempellagen: Exempellagen (2010:1) trädde i kraft 2010-01-01 och gällde inte 2009. [ej-i-kraft] ${lawMend}`,
    ]);
    assert.deepEqual(printedIn(2010, 'exempellagen'), []);
  });

  test('is another matter than an EU act that was in force and did not apply yet', () => {
    assert.deepEqual(printedIn(2016, 'provforordningen'), []);
    assert.deepEqual(printedIn(2015, 'provforordningen'), [
      `rad 13 varning: kriterium provforordningen: Provförordningen trädde i kraft 2016-05-24 och gällde inte 2015. [ej-i-kraft] ${lawMend}`,
    ]);
  });

  test('of which the register does not know when it was in force is believed', () => {
    assert.deepEqual(printedIn(1950, 'paragraflagen'), []);
  });

  test('is held against the year of publication where no year was audited', () => {
    const file = 'audits/9901-exempelstad/2010-arkivvard.mdx';
    const audit = anAudit({
      year: null,
      published: '2010-06',
      criteria: [{ criterion: 'gamla-exempellagen' }],
    });
    assert.deepEqual(printedOf(file, { [file]: audit }), [
      `rad 12 varning: kriterium gamla-exempellagen: 1990 års exempellag (1990:1) gällde till 2009-12-31 och gällde inte 2010. [ej-i-kraft] ${lawMend}`,
    ]);
  });

  test('is warned of where a finding or a recommendation rests on it', () => {
    const criteria = [{ criterion: 'exempellagen' }, { criterion: 'gamla-exempellagen' }];
    assert.deepEqual(printedOfAudit({ findings: [{ id: 'f1', observation: 'Slut.', criteria }] }), [
      `rad 13 varning: iakttagelse f1, ${repealed}`,
    ]);
    assert.deepEqual(
      printedOfAudit({ recommendations: [{ id: 'r1', to: 'alla', text: 'Köp.', criteria }] }),
      [`rad 13 varning: rekommendation r1, ${repealed}`],
    );
  });

  test('is warned of once in a report, where it is first listed', () => {
    const criteria = [{ criterion: 'gamla-exempellagen' }];
    const findings = [{ id: 'f1', observation: 'Slut.', criteria }];
    assert.deepEqual(printedOfAudit({ criteria, findings }), [`rad 13 varning: ${repealed}`]);
  });
});

describe('A rule that the text cites a part of', () => {
  const listed = [{ criterion: 'exempellagen' }];
  const silenceMend = 'eller tysta varningen med ett skäl (silence).';

  test('is warned of where the report does not list it, once, on its line in the text', () => {
    const body = 'Löpande text.\n\nEnligt 6 kap.\n6 § EXL gäller, och 6 kap. 1 § EXL.';
    assert.deepEqual(printedOfAudit({ body }), [
      `rad 16 varning: brödtexten åberopar 6 kap. 6 § EXL men rapporten anger inte EXL som kriterium. [oangivet-kriterium] Lägg till exempellagen under criteria, ${silenceMend}`,
    ]);
    assert.deepEqual(printedOfAudit({ body, criteria: listed }), []);
  });

  test('is warned of in a field, on the line of the field', () => {
    assert.deepEqual(printedOfAudit({ purpose: 'Att pröva 6 kap. 6 § EXL.' }), [
      `rad 12 varning: purpose åberopar 6 kap. 6 § EXL men rapporten anger inte EXL som kriterium. [oangivet-kriterium] Lägg till exempellagen under criteria, ${silenceMend}`,
    ]);
  });

  test('may be listed by a finding or a recommendation', () => {
    const findings = [{ id: 'f1', observation: 'Se 6 kap. 6 § EXL.', criteria: listed }];
    assert.deepEqual(printedOfAudit({ findings }), []);
  });

  test('is warned of where it was not in force in the audited year, with the words that cite it', () => {
    assert.deepEqual(printedOfAudit({ body: 'Se 6 kap. 7 § exempellagen (1990:1).' }), [
      `rad 14 varning: brödtexten åberopar 6 kap. 7 § exempellagen (1990:1), men 1990 års exempellag (1990:1) gällde till 2009-12-31 och gällde inte 2020. [ej-i-kraft] ${lawMend}`,
    ]);
  });

  test('is warned of in <Cite/> where it was not in force', () => {
    const body = 'Se <Cite criterion="gamla-exempellagen" section="6:7" />.';
    assert.deepEqual(printedOfAudit({ body }), [
      `rad 14 varning: <Cite criterion="gamla-exempellagen" />: 1990 års exempellag (1990:1) gällde till 2009-12-31 och gällde inte 2020. [ej-i-kraft] ${lawMend}`,
    ]);
  });

  test('is not missed where it is mentioned by name alone', () => {
    assert.deepEqual(printedOfAudit({ body: 'Se exempellagen (1990:1) och paragraflagen.' }), []);
  });

  test('may be silenced with a reason', () => {
    const silence = [{ rule: 'oangivet-kriterium', at: 'exempellagen', reason: 'Nämns bara.' }];
    assert.deepEqual(printedOfAudit({ body: 'Se 6 kap. 6 § EXL.', silence }), []);
  });
});

describe('What is printed of a criterion', () => {
  test('is warned of where its number is that of another', () => {
    const criteria = [{ criterion: 'exempellagen', printed: 'Exempellagen (1990:1), kap 6' }];
    assert.deepEqual(printedOfAudit({ criteria }), [
      'rad 13 varning: kriterium exempellagen: "Exempellagen (1990:1), kap 6" är 1990 års exempellag (1990:1), som har id gamla-exempellagen. [annan-regel] Skriv criterion: gamla-exempellagen, rätta printed eller tysta varningen med ett skäl (silence).',
    ]);
  });

  test('is believed where it has no number, or its own', () => {
    for (const printed of ['Exempel-lagen (2010:1)', 'Arkivlagen', '6 kap. 6 § exempellagen']) {
      assert.deepEqual(printedOfAudit({ criteria: [{ criterion: 'exempellagen', printed }] }), []);
    }
  });
});

describe('A verdict whose words the archive does not know', () => {
  const unknown = (place: string, words: string) =>
    `varning: ${place}, verdict: arkivet vet inte vad omdömet "${words}" motsvarar på skalan. [okant-omdome] Skriv grade bredvid: uppfyllt, i huvudsak, delvis, ej uppfyllt eller annat.`;

  test('is warned of, overall, in an answer and in a finding', () => {
    const fields = {
      verdicts: [{ about: 'Arkivet', verdict: 'Sisådär' }],
      questions: [{ id: 'q1', text: 'Finns papper?', answers: [{ verdict: 'Ja' }, { verdict: 'Tja' }] }],
      findings: [{ id: 'f1', observation: 'Slut.', verdict: 'Nja' }],
    };
    assert.deepEqual(printedOfAudit(fields), [
      `rad 13 ${unknown('omdöme 1', 'Sisådär')}`,
      `rad 15 ${unknown('fråga q1, svar 2', 'Tja')}`,
      `rad 17 ${unknown('iakttagelse f1', 'Nja')}`,
    ]);
  });

  test("is known where the report's own scale has it, or its author graded it", () => {
    const scales = [{ id: 'skala', words: [{ word: 'Grönt', grade: 'uppfyllt' }] }];
    const verdicts = [
      { about: 'Arkivet', verdict: 'GRÖNT' },
      { about: 'Pappret', verdict: 'Gulgrönt', grade: 'delvis' },
      { about: 'Pennan', verdict: 'Delvis uppfyllt.' },
    ];
    assert.deepEqual(printedOfAudit({ scales, verdicts }), []);
  });
});

describe('A silence', () => {
  const verdicts = [
    { about: 'Arkivet', verdict: 'Sisådär' },
    { about: 'Pappret', verdict: 'Tja' },
  ];

  test('covers the warnings of one rule in the file', () => {
    const silence = [{ rule: 'okant-omdome', reason: 'Orden är revisorernas egna.' }];
    assert.deepEqual(printedOfAudit({ verdicts, silence }), []);
  });

  test('covers one place alone where it names it', () => {
    const silence = [{ rule: 'okant-omdome', at: 'Sisådär', reason: 'Orden är revisorernas egna.' }];
    const printed = printedOfAudit({ verdicts, silence });
    assert.equal(printed.length, 1);
    assert.match(printed[0] ?? '', /^rad 14 varning: omdöme 2, verdict: arkivet vet inte vad omdömet "Tja"/);
  });

  test('covers a law that is cited by its id', () => {
    const criteria = [{ criterion: 'gamla-exempellagen' }];
    const silence = [
      { rule: 'ej-i-kraft', at: 'gamla-exempellagen', reason: 'Rapporten gäller äldre ärenden.' },
    ];
    assert.deepEqual(printedOfAudit({ criteria, silence }), []);
  });

  test('must have a reason', () => {
    assert.deepEqual(printedOfAudit({ verdicts, silence: [{ rule: 'okant-omdome' }] }), [
      'rad 16 silence 1: fältet reason saknas. Varför varningen inte gäller här.',
    ]);
  });

  test('that covers nothing is refused', () => {
    const silence = [
      { rule: 'ej-i-kraft', reason: 'Gäller inte.' },
      { rule: 'okant-omdome', at: 'Nja', reason: 'Gäller inte.' },
    ];
    assert.deepEqual(printedOfAudit({ silence }), [
      'rad 13 silence: här finns ingen varning "ej-i-kraft" att tysta. Ta bort posten.',
      'rad 14 silence: här finns ingen varning "okant-omdome" för "Nja" att tysta. Ta bort posten.',
    ]);
  });

  test('of a rule that does not exist is answered with the one that was meant', () => {
    const rules = 'Namnet står inom hakparentes i varningen.';
    const silence = [
      { rule: 'okänt-omdöme', reason: 'Orden är revisorernas egna.' },
      { rule: 'personnummer', reason: 'Det är mitt eget.' },
    ];
    assert.deepEqual(printedOfAudit({ silence }), [
      `rad 13 silence: regeln "okänt-omdöme" finns inte. Menade du "okant-omdome"? ${rules}`,
      `rad 14 silence: regeln "personnummer" finns inte. ${rules}`,
    ]);
  });
});

test('warnings alone do not keep the archive from being published', () => {
  const { archive, report } = contentWith({
    [auditFile]: anAudit({ verdicts: [{ about: 'Arkivet', verdict: 'Tja' }] }),
  });
  assert.equal(archive?.audits.length, 1);
  assert.match(report, /\nInga fel men 1 varning i 17 filer\.$/);
});
