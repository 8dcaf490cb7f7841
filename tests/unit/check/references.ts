import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anAudit, anOwnPage, auditFile, lines } from '../../fixtures/content.ts';
import { errorsOf, errorsOfAudit } from '../../fixtures/printed.ts';

/* What an audit refers to, in the archive and in itself. */

const boards = 'Nämnderna står i content/municipalities/9901-exempelstad.yaml.';
const inBoards = `finns inte bland Exempelstads kommuns nämnder.`;

describe("An audit's home", () => {
  test('is a municipality that the archive has', () => {
    assert.deepEqual(errorsOfAudit({ municipality: '9901-exempelsta' }), [
      'rad 3 municipality: "9901-exempelsta" finns inte bland huvudmännen. Menade du "9901-exempelstad"? De står i content/municipalities/.',
    ]);
  });

  test('is the folder of its municipality', () => {
    assert.deepEqual(errorsOfAudit({ municipality: '9902-provkoping', bodies: [{ body: 'arkivnamnden' }] }), [
      'rad 3 municipality: rapporten säger "9902-provkoping" men ligger i mappen audits/9901-exempelstad/. Flytta filen till audits/9902-provkoping/ eller rätta fältet.',
    ]);
  });

  test('is a file named for the audited year', () => {
    assert.deepEqual(errorsOfAudit({ year: 2019 }), [
      'rad 4 Filen heter "2020-arkivvard.mdx", men året är 2019. Filens namn är året och några ord, med små bokstäver a–z, siffror och bindestreck: 2019-informationssakerhet.mdx.',
    ]);
  });

  test('is a file named for the year of publication where no year was audited', () => {
    assert.deepEqual(errorsOfAudit({ year: null }), [
      'rad 4 Filen heter "2020-arkivvard.mdx", men året är 2021. Filens namn är året och några ord, med små bokstäver a–z, siffror och bindestreck: 2021-informationssakerhet.mdx.',
    ]);
  });
});

describe('A body that the municipality does not have is named with the one that was meant,', () => {
  test('among the audited', () => {
    assert.deepEqual(errorsOfAudit({ bodies: [{ body: 'kommunstyrelsen' }, { body: 'arkivnamden' }] }), [
      `rad 11 nämnd 2, body: "arkivnamden" ${inBoards} Menade du "arkivnamnden"? ${boards}`,
    ]);
  });

  test('among addressees, alone or with a role, each on its own line', () => {
    const recommendations = lines(
      '',
      '  - id: r4',
      '    text: Köp papper.',
      '    to:',
      '      - arkivnamnden',
      '      - arkivnamden',
      '      - group: övriga nämnder',
      '      - body: kommunstyrelse',
      '        role: medverkar',
    ).trimEnd();
    assert.deepEqual(errorsOfAudit({ recommendations }), [
      `rad 17 rekommendation r4, to: "arkivnamden" ${inBoards} Menade du "arkivnamnden"? ${boards}`,
      `rad 19 rekommendation r4, to 4, body: "kommunstyrelse" ${inBoards} Menade du "kommunstyrelsen"? ${boards}`,
    ]);
  });

  test('wherever else a body can be named', () => {
    const fields = {
      verdicts: [{ about: 'Arkivet', verdict: 'Ja', bodies: ['nejnamnden'] }],
      questions: [{ id: 'q1', text: 'Finns papper?', answers: [{ verdict: 'Ja' }, { body: 'nejnamnden' }] }],
      findings: [{ id: 'f1', observation: 'Ja.', bodies: ['nejnamnden'] }],
      measures: [{ of: 'ark', value: 1, body: 'nejnamnden' }],
      samples: [{ id: 's1', unit: 'ark', size: 1, body: 'nejnamnden' }],
      criticisms: [{ id: 'k1', kind: 'erinran', body: 'nejnamnden', text: 'Erinran.' }],
      discharge: [{ body: 'nejnamnden' }],
    };
    assert.deepEqual(errorsOfAudit(fields), [
      `rad 13 omdöme 1, bodies: "nejnamnden" ${inBoards} ${boards}`,
      `rad 15 fråga q1, svar 2, body: "nejnamnden" ${inBoards} ${boards}`,
      `rad 17 iakttagelse f1, bodies: "nejnamnden" ${inBoards} ${boards}`,
      `rad 19 mätvärde 1, body: "nejnamnden" ${inBoards} ${boards}`,
      `rad 21 stickprov s1, body: "nejnamnden" ${inBoards} ${boards}`,
      `rad 23 kritik k1, body: "nejnamnden" ${inBoards} ${boards}`,
      `rad 25 discharge 1, body: "nejnamnden" ${inBoards} ${boards}`,
    ]);
  });

  test('and all audited bodies are none where none is listed', () => {
    assert.deepEqual(
      errorsOfAudit({ bodies: null, recommendations: [{ id: 'r1', to: 'alla', text: 'Köp papper.' }] }),
      ['rad 10 rekommendation r1: to är "alla", men rapporten anger inga granskade nämnder. Fyll i bodies.'],
    );
  });
});

describe('A reference to what no register holds is named with what was meant and where the register stands:', () => {
  test('a system', () => {
    const fields = {
      systems: '\n  - papyrus\n  - papyrsu',
      questions: [{ id: 'q1', text: 'Finns papper?', answers: [{ system: 'papper' }] }],
      findings: [{ id: 'f1', observation: 'Ja.', systems: ['papper'] }],
      recommendations: [{ id: 'r1', to: 'alla', text: 'Köp.', systems: ['papper'] }],
      measures: [{ of: 'ark', value: 1, system: 'papper' }],
      samples: [{ id: 's1', unit: 'ark', size: 1, system: 'papper' }],
    };
    const missing = '"papper" finns inte bland systemen. De står i content/systems/.';
    assert.deepEqual(errorsOfAudit(fields), [
      'rad 14 systems: "papyrsu" finns inte bland systemen. Menade du "papyrus"? De står i content/systems/.',
      `rad 16 fråga q1, svar 1, system: ${missing}`,
      `rad 18 iakttagelse f1, systems: ${missing}`,
      `rad 20 rekommendation r1, systems: ${missing}`,
      `rad 22 mätvärde 1, system: ${missing}`,
      `rad 24 stickprov s1, system: ${missing}`,
    ]);
  });

  test('a topic', () => {
    const fields = {
      topics: '[arkiv, gallrign]',
      findings: [{ id: 'f1', observation: 'Ja.', topics: ['papper'] }],
      recommendations: [{ id: 'r1', to: 'alla', text: 'Köp.', topics: ['papper'] }],
    };
    const missing = '"papper" finns inte bland ämnena. De står i content/topics.yaml.';
    assert.deepEqual(errorsOfAudit(fields), [
      'rad 12 topics: "gallrign" finns inte bland ämnena. Menade du "gallring"? De står i content/topics.yaml.',
      `rad 14 iakttagelse f1, topics: ${missing}`,
      `rad 16 rekommendation r1, topics: ${missing}`,
    ]);
  });

  test('an auditor', () => {
    const fields = {
      commissionedBy: 'exempelrevisorena',
      experts: '[provbyran, annan-byra]',
      people: [{ name: 'A' }, { name: 'B', organisation: 'annan-byra' }],
    };
    const missing = '"annan-byra" finns inte bland revisorerna. De står i content/auditors/.';
    assert.deepEqual(errorsOfAudit(fields), [
      'rad 12 commissionedBy: "exempelrevisorena" finns inte bland revisorerna. Menade du "exempelrevisorerna"? De står i content/auditors/.',
      `rad 13 experts: ${missing}`,
      `rad 16 person 2, organisation: ${missing}`,
    ]);
  });

  test('a criterion', () => {
    const fields = {
      criteria: [{ criterion: 'exempelagen' }],
      findings: [{ id: 'f1', observation: 'Ja.', criteria: [{ criterion: 'pappret' }] }],
      recommendations: [{ id: 'r1', to: 'alla', text: 'Köp.', criteria: [{ criterion: 'pappret' }] }],
      sources: [{ kind: 'författning', criterion: 'pappret' }],
    };
    const missing = '"pappret" finns inte bland kriterierna. De står i content/criteria/.';
    assert.deepEqual(errorsOfAudit(fields), [
      'rad 13 kriterium 1, criterion: "exempelagen" finns inte bland kriterierna. Menade du "exempellagen"? De står i content/criteria/.',
      `rad 15 iakttagelse f1, kriterium 1, criterion: ${missing}`,
      `rad 17 rekommendation r1, kriterium 1, criterion: ${missing}`,
      `rad 19 källa 1, criterion: ${missing}`,
    ]);
  });
});

describe('A section', () => {
  const cited = (criterion: string, section: string) =>
    errorsOfAudit({ criteria: [{ criterion, sections: [section] }] }).map((line) =>
      line.replace('rad 13 kriterium 1, sections: ', ''),
    );

  test('that the register does not list is refused where it lists any', () => {
    assert.deepEqual(cited('exempellagen', '6:11'), [
      '"6:11" (6 kap. 11 §) finns inte i registret över Exempellagen. Menade du "6:1"? Registret räknar upp 6:1, 6:6 och 6:10. Saknas den där, för in den i content/criteria/.',
    ]);
    assert.deepEqual(cited('provforordningen', '88'), [
      '"88" (artikel 88) finns inte i registret över Provförordningen. Registret räknar upp 5 och 32. Saknas den där, för in den i content/criteria/.',
    ]);
  });

  test('of a criterion of which the register lists none is believed', () => {
    assert.deepEqual(cited('paragraflagen', '7'), []);
    assert.deepEqual(cited('paragraflagen', '14a'), []);
  });

  test('that is a chapter is held against the chapters', () => {
    assert.deepEqual(cited('exempellagen', '6'), []);
    assert.deepEqual(cited('exempellagen', '7'), [
      '"7" (7 kap.) finns inte i registret över Exempellagen. Registret räknar upp 6. Saknas den där, för in den i content/criteria/.',
    ]);
  });

  test("that is an article's paragraph and point is found with the article", () => {
    assert.deepEqual(cited('provforordningen', '5.1f'), []);
  });

  test("of another form than the criterion's division is told the right one", () => {
    assert.deepEqual(cited('exempellagen', '5.1f'), [
      '"5.1f" passar inte Exempellagens indelning. Skriv kapitel och paragraf, t.ex. "6:7", eller bara kapitlet, "6".',
    ]);
    assert.deepEqual(cited('paragraflagen', '6:7'), [
      '"6:7" passar inte Paragraflagens indelning. Skriv bara paragrafen, t.ex. "7".',
    ]);
    assert.deepEqual(cited('provforordningen', '6:7'), [
      '"6:7" passar inte Provförordningens indelning. Skriv artikeln, t.ex. "32" eller "5.1f".',
    ]);
    assert.deepEqual(cited('god-arkivsed', '1'), [
      '"1" passar inte God arkivseds indelning. Kriteriet har inga paragrafer i registret; ta bort sections.',
    ]);
  });

  test('of a finding or a recommendation is found on its own line', () => {
    const findings = lines(
      '',
      '  - id: f1',
      '    observation: Pappret är slut.',
      '    criteria:',
      '      - criterion: exempellagen',
      '        sections:',
      '          - "6:6"',
      '          - "9:99"',
    ).trimEnd();
    assert.deepEqual(errorsOfAudit({ findings }), [
      'rad 19 iakttagelse f1, kriterium 1, sections: "9:99" (9 kap. 99 §) finns inte i registret över Exempellagen. Registret räknar upp 6:1, 6:6 och 6:10. Saknas den där, för in den i content/criteria/.',
    ]);
  });
});

describe('A citation in the text', () => {
  test('of a criterion or section that is not there is found on its line', () => {
    const body =
      'Rad ett.\n\nEnligt <Cite criterion="exempelagen" /> och\n<Cite criterion="exempellagen" section="6:99" />.';
    assert.deepEqual(errorsOfAudit({ body }), [
      'rad 16 <Cite criterion="exempelagen" />: "exempelagen" finns inte bland kriterierna. Menade du "exempellagen"? De står i content/criteria/.',
      'rad 17 <Cite criterion="exempellagen" section="6:99" />: "6:99" (6 kap. 99 §) finns inte i registret över Exempellagen. Registret räknar upp 6:1, 6:6 och 6:10. Saknas den där, för in den i content/criteria/.',
    ]);
  });

  test('of a text field is found at the field', () => {
    const findings = lines(
      '',
      '  - id: f1',
      '    observation: >-',
      '      Pappret tar slut, trots',
      '      <Cite criterion="pappret" />.',
    ).trimEnd();
    assert.deepEqual(errorsOfAudit({ findings }), [
      'rad 14 <Cite criterion="pappret" />: "pappret" finns inte bland kriterierna. De står i content/criteria/.',
    ]);
  });

  test('of a register or an own page is checked too', () => {
    const missing =
      '<Cite criterion="pappret" />: "pappret" finns inte bland kriterierna. De står i content/criteria/.';
    const citing = 'Enligt <Cite criterion="pappret" />.';
    const files = {
      'topics.yaml': `- { id: arkiv, name: Arkiv, about: '${citing}' }\n`,
      'systems/papyrus.yaml': `name: Papyrus\nkind: arkivsystem\nabout: ${citing}\n`,
      'auditors/provbyran.yaml': `name: Provbyrån\nkind: revisionsbyrå\nabout: ${citing}\n`,
      'criteria/god-arkivsed.yaml': `kind: god sed\nname: God arkivsed\ntitle: God arkivsed\nabout: ${citing}\n`,
      'glossary.yaml': `- { id: iakttagelse, term: Iakttagelse, text: '${citing}' }\n`,
      'body-types.yaml': `- { id: arkivnamnd, name: Arkivnämnd, plural: Arkivnämnder, about: '${citing}' }\n- { id: kommunstyrelse, name: K, plural: K, about: L }\n`,
      'pages/om.mdx': `---\ntitle: Om\ndescription: Om\norder: 1\n---\n\n${citing}\n`,
    };
    for (const [file, line] of [
      ['topics.yaml', 1],
      ['systems/papyrus.yaml', 3],
      ['auditors/provbyran.yaml', 3],
      ['criteria/god-arkivsed.yaml', 4],
      ['glossary.yaml', 1],
      ['body-types.yaml', 1],
      ['pages/om.mdx', 7],
    ] as const) {
      assert.deepEqual(errorsOf(file, files), [`rad ${line} ${missing}`]);
    }
  });
});

describe("A reference within the report to what is not there is answered with the report's own:", () => {
  test('an area', () => {
    const fields = {
      areas: [
        { id: 'a21', title: 'Papper' },
        { id: 'a22', title: 'Pennor' },
      ],
      findings: [{ id: 'f1', observation: 'Ja.', area: 'a23' }],
      recommendations: [{ id: 'r1', to: 'alla', text: 'Köp.', area: 'pennor' }],
    };
    assert.deepEqual(errorsOfAudit(fields), [
      'rad 16 iakttagelse f1, area: "a23" finns inte bland rapportens områden. Menade du "a21"? De är a21 och a22.',
      'rad 18 rekommendation r1, area: "pennor" finns inte bland rapportens områden. De är a21 och a22.',
    ]);
  });

  test('an area where there are none', () => {
    assert.deepEqual(errorsOfAudit({ findings: [{ id: 'f1', observation: 'Ja.', area: 'a1' }] }), [
      'rad 13 iakttagelse f1, area: "a1" finns inte bland rapportens områden. Det finns inga.',
    ]);
  });

  test('a finding, alone or in a list', () => {
    const fields = {
      findings: [{ id: 'f1', observation: 'Ja.' }],
      recommendations: [
        { id: 'r1', to: 'alla', text: 'Köp.', finding: 'f9' },
        { id: 'r2', to: 'alla', text: 'Köp.', finding: ['f1', 'f9'] },
      ],
    };
    assert.deepEqual(errorsOfAudit(fields), [
      'rad 15 rekommendation r1, finding: "f9" finns inte bland rapportens iakttagelser. De är f1.',
      'rad 16 rekommendation r2, finding: "f9" finns inte bland rapportens iakttagelser. De är f1.',
    ]);
  });

  test('a question', () => {
    assert.deepEqual(errorsOfAudit({ questions: [{ id: 'q1', text: 'Varför?', under: 'q9' }] }), [
      'rad 13 fråga q1, under: "q9" finns inte bland rapportens frågor. De är q1.',
    ]);
  });
});

test('questions under each other in a ring are refused, each where it stands', () => {
  const questions = [
    { id: 'q1', text: 'Varför?', under: 'q2' },
    { id: 'q2', text: 'Varför inte?', under: 'q1' },
    { id: 'q3', text: 'När?', under: 'q3' },
    { id: 'q4', text: 'Hur?', under: 'q1' },
  ];
  const mend = 'Låt den översta frågan stå utan under.';
  assert.deepEqual(errorsOfAudit({ questions }), [
    `rad 13 fråga q1, under: frågorna ligger under varandra i en ring. ${mend}`,
    `rad 14 fråga q2, under: frågorna ligger under varandra i en ring. ${mend}`,
    `rad 15 fråga q3, under: frågorna ligger under varandra i en ring. ${mend}`,
  ]);
});

test('an id stands once in a report, whatever kind of part it is', () => {
  const fields = {
    questions: [{ id: 'x', text: 'Varför?' }],
    areas: [{ id: 'x', title: 'Papper' }],
    findings: [{ id: 'x', observation: 'Ja.' }],
    recommendations: [{ id: 'x', to: 'alla', text: 'Köp.', parts: [{ id: 'x', text: 'Papper.' }] }],
    samples: [{ id: 'x', system: 'papyrus', unit: 'ark', size: 1 }],
    criticisms: [{ id: 'x', kind: 'erinran', body: 'arkivnamnden', text: 'Erinran.' }],
    scales: [{ id: 'x', words: [{ word: 'Grönt', grade: 'uppfyllt' }] }],
  };
  const twice = 'Id "x" står två gånger, först på rad 13. Ge den ena en annan id. En id används aldrig igen.';
  assert.deepEqual(
    errorsOfAudit(fields),
    [15, 17, 19, 19, 21, 23, 25].map((line) => `rad ${line} ${twice}`),
  );
});

test('a measure and a sample test are of a system or a body', () => {
  const fields = {
    measures: [{ of: 'ark', value: 1 }],
    samples: [{ id: 's1', unit: 'ark', size: 1 }],
  };
  const mend = 'Skriv vilket system eller vilken nämnd uppgiften gäller.';
  assert.deepEqual(errorsOfAudit(fields), [
    `rad 13 mätvärde 1: varken system eller body är angivet. ${mend}`,
    `rad 15 stickprov s1: varken system eller body är angivet. ${mend}`,
  ]);
});

describe('A link within the archive', () => {
  const linking = (...urls: readonly string[]) =>
    errorsOfAudit({
      body: ['## 2.2 Papper', ...urls.map((url) => `Se [där](${url}).`), '<Recommendations />'].join('\n\n'),
      recommendations: [{ id: 'r1', to: 'alla', text: 'Köp papper.' }],
    });

  test('that leads to a page, a heading, a part or a term holds', () => {
    const urls = [
      '/',
      '/kommuner/exempelstad/arkivnamnden/',
      '#avsnitt-2-2',
      '#r1',
      '/ordlista/#iakttagelse',
      '/guide/',
    ];
    assert.deepEqual(linking(...urls, 'https://exempel.se/nej', 'mailto:a@exempel.se'), []);
  });

  test('that leads to no page is named with the page that was meant', () => {
    assert.deepEqual(linking('/', '/kommuner/exempelsta/'), [
      'rad 20 Länken "/kommuner/exempelsta/" leder till en sida som inte finns. Menade du "/kommuner/exempelstad/"?',
    ]);
    assert.deepEqual(linking('/nagon/annanstans/helt/'), [
      'rad 18 Länken "/nagon/annanstans/helt/" leder till en sida som inte finns. En adress i arkivet slutar med snedstreck, t.ex. /kommuner/boras/.',
    ]);
  });

  test('that leads to no place on the page is named with the place that was meant', () => {
    assert.deepEqual(linking('#avsnitt-2-3'), [
      'rad 18 Länken "#avsnitt-2-3" leder till en plats som inte finns på sidan. Menade du "avsnitt-2-2"?',
    ]);
    assert.deepEqual(linking('/ordlista/#pappersark'), [
      'rad 18 Länken "/ordlista/#pappersark" leder till en plats som inte finns på sidan. En rubrik med nummer 2.2 nås med #avsnitt-2-2, en rekommendation r3 med #r3.',
    ]);
  });

  test('to a recommendation that the report does not have leads nowhere', () => {
    assert.deepEqual(linking('#r1', '#r9', '/granskningar/exempelstad/2020-arkivvard/r9/'), [
      'rad 20 Länken "#r9" leder till en plats som inte finns på sidan. En rubrik med nummer 2.2 nås med #avsnitt-2-2, en rekommendation r3 med #r3.',
      'rad 22 Länken "/granskningar/exempelstad/2020-arkivvard/r9/" leder till en sida som inte finns. Menade du "/granskningar/exempelstad/2020-arkivvard/r1/"?',
    ]);
  });

  test('on an own page is followed too', () => {
    assert.deepEqual(
      errorsOf('pages/om.mdx', { 'pages/om.mdx': anOwnPage('Se [där](/ordlista) och [här](#har).') }),
      [
        'rad 7 Länken "#har" leder till en plats som inte finns på sidan. En rubrik med nummer 2.2 nås med #avsnitt-2-2, en rekommendation r3 med #r3.',
        'rad 7 Länken "/ordlista" leder till en sida som inte finns. Menade du "/ordlista/"?',
      ],
    );
  });

  test('that begins with neither a slash nor a number sign leads nowhere', () => {
    assert.deepEqual(linking('sida.html'), [
      'rad 18 Länken "sida.html" leder inte till någon sida. En länk inom arkivet börjar med /, t.ex. /ordlista/, eller med # för en plats på samma sida.',
    ]);
  });

  test('in a text field is found at the field', () => {
    const audit = anAudit({ purpose: 'Att se [papper](/papper/).' });
    assert.deepEqual(errorsOf(auditFile, { [auditFile]: audit }), [
      'rad 12 Länken "/papper/" leder till en sida som inte finns. En adress i arkivet slutar med snedstreck, t.ex. /kommuner/boras/.',
    ]);
  });
});
