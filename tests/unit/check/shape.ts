import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anAudit, auditFile, lines } from '../../fixtures/content.ts';
import { errorsOf, errorsOfAudit } from '../../fixtures/printed.ts';

/*
 * What a file's fields may hold. In the example audit the fields that a test adds begin on line 12; an item of a list stands on a
 * line of its own after its field.
 */

const auditTypes =
  'Orden är fördjupad, översiktlig, grundläggande, uppföljande, förstudie, kartläggning, löpande, delårsrapport, årsredovisning, årsrapport per nämnd, revisionsberättelse, lekmannarevision och granskning.';

describe('A key', () => {
  test('that is misspelt is named with the key that was meant', () => {
    assert.deepEqual(errorsOfAudit({ experst: '[provbyran]' }), [
      'rad 12 fältet "experst" finns inte. Menade du "experts"?',
    ]);
  });

  test('in which two letters have changed places, as in the Swedish word, is understood', () => {
    assert.deepEqual(errorsOfAudit({ titel: 'Granskning' }), [
      'rad 12 fältet "titel" finns inte. Menade du "title"?',
    ]);
  });

  test('that is like no other is answered with all that there are', () => {
    assert.deepEqual(errorsOfAudit({ source: { title: 'T', kontaktperson: 'X' } }), [
      'rad 8 source: fältet "kontaktperson" finns inte. Fälten är title, publisher, url, pages och note.',
    ]);
  });

  test('that is misspelt deep in a list is found on its own line', () => {
    const findings = lines(
      '',
      '  - id: f1',
      '    observation: Pappret är slut.',
      '  - id: f2',
      '    observation: Pennan är slut.',
      '    criteria:',
      '      - criterion: exempellagen',
      '        section: ["6:6"]',
    ).trimEnd();
    assert.deepEqual(errorsOfAudit({ findings }), [
      'rad 19 iakttagelse f2, kriterium 1: fältet "section" finns inte. Menade du "sections"?',
    ]);
  });

  test('that is misspelt in an addressee is measured against the kind of addressee it is', () => {
    const recommendations = [
      { id: 'r1', text: 'Köp papper.', to: [{ group: 'övriga nämnder', rol: 'medverkar' }] },
    ];
    assert.deepEqual(errorsOfAudit({ recommendations }), [
      'rad 13 rekommendation r1, to 1: fältet "rol" finns inte. Menade du "role"?',
    ]);
  });

  test('that is misspelt in a register is found too', () => {
    const topics = lines('- id: arkiv', '  nmae: Arkiv', '  name: Arkiv', '  about: Allt om arkiv.');
    assert.deepEqual(errorsOf('topics.yaml', { 'topics.yaml': topics }), [
      'rad 2 arkiv: fältet "nmae" finns inte. Menade du "name"?',
    ]);
  });
});

describe('A field', () => {
  test('that must be there is missed, with what it is for', () => {
    assert.deepEqual(errorsOfAudit({ title: null }), ['rad 2 fältet title saknas. Rapportens titel.']);
  });

  test('that is missing from a part is missed where the part stands', () => {
    const recommendations = lines(
      '',
      '  - id: r1',
      '    text: Köp papper.',
      '  - id: r2',
      '    text: Köp pennor.',
    );
    assert.deepEqual(errorsOfAudit({ recommendations: recommendations.trimEnd() }), [
      'rad 13 rekommendation r1: fältet to saknas. Vilka den riktas till: nämnder, grupper, eller alla granskade.',
      'rad 15 rekommendation r2: fältet to saknas. Vilka den riktas till: nämnder, grupper, eller alla granskade.',
    ]);
  });

  test('that is empty is to be filled in or taken away', () => {
    assert.deepEqual(errorsOfAudit({ reportNumber: '' }), [
      'rad 12 reportNumber är tomt. Skriv värdet eller ta bort fältet.',
    ]);
    assert.deepEqual(errorsOfAudit({ reportNumber: '"  "' }), [
      'rad 12 reportNumber: " " är tomt; skriv texten eller ta bort fältet.',
    ]);
  });

  test('that is missing from an empty frontmatter is missed on the line after it began', () => {
    const [first, ...others] = errorsOf(auditFile, { [auditFile]: '---\n---\n' });
    assert.equal(first, 'rad 2 fältet municipality saknas. Huvudmannen: filens mapp, t.ex. "1490-boras".');
    assert.equal(others.length, 5);
  });
});

describe('A value of the wrong kind', () => {
  test('text where a list should be', () => {
    assert.deepEqual(errorsOfAudit({ systems: 'papyrus' }), [
      'rad 12 systems: "papyrus" är en text men ska vara en lista (en rad per post, med bindestreck först).',
    ]);
  });

  test('a list where text should be', () => {
    assert.deepEqual(errorsOfAudit({ title: '[Granskning, av, papper]' }), [
      'rad 2 title: här står en lista men det ska vara en text.',
    ]);
  });

  test('text, or a list, where a group of fields should be', () => {
    assert.deepEqual(errorsOfAudit({ scope: 'Allt papper.' }), [
      'rad 12 scope: "Allt papper." är en text men ska vara en grupp av fält.',
    ]);
    assert.deepEqual(errorsOfAudit({ scope: '[papper]' }), [
      'rad 12 scope: här står en lista men det ska vara en grupp av fält.',
    ]);
  });

  test('text in a list of groups is found on its own line', () => {
    assert.deepEqual(errorsOfAudit({ findings: '\n  - Pappret är slut.' }), [
      'rad 13 findings: "Pappret är slut." är en text men ska vara en grupp av fält.',
    ]);
  });

  test('text as a whole register', () => {
    assert.deepEqual(errorsOf('systems/papyrus.yaml', { 'systems/papyrus.yaml': 'Papyrus\n' }), [
      'rad 1 "Papyrus" är en text men ska vara en grupp av fält.',
    ]);
    assert.deepEqual(errorsOf('topics.yaml', { 'topics.yaml': 'id: arkiv\n' }), [
      'rad 1 här står en grupp av fält men det ska vara en lista (en rad per post, med bindestreck först).',
    ]);
  });

  test('an empty item of a register is named by its place', () => {
    assert.deepEqual(errorsOf('glossary.yaml', { 'glossary.yaml': '- ""\n-\n' }), [
      'rad 1 post 1 är tomt. Skriv värdet eller ta bort fältet.',
      'rad 2 post 2 är tomt. Skriv värdet eller ta bort fältet.',
    ]);
  });
});

describe('A word', () => {
  test('that is not in the vocabulary is answered with the nearest and all that there are', () => {
    assert.deepEqual(errorsOfAudit({ type: 'fördjupat' }), [
      `rad 6 type: "fördjupat" är inget av de ord som gäller här. Menade du "fördjupad"? ${auditTypes}`,
    ]);
  });

  test('that is like no other is answered with all that there are', () => {
    assert.deepEqual(errorsOfAudit({ type: 'tillsyn' }), [
      `rad 6 type: "tillsyn" är inget av de ord som gäller här. ${auditTypes}`,
    ]);
  });

  test('that is misspelt in a group of addressees is the only fault that is reported', () => {
    const recommendations = [
      { id: 'r1', text: 'Köp papper.', to: [{ group: 'övriga nämnder', role: 'medverka' }] },
    ];
    assert.deepEqual(errorsOfAudit({ recommendations }), [
      'rad 13 rekommendation r1, to 1, role: "medverka" är inget av de ord som gäller här. Menade du "medverkar"? Orden är huvudansvar, medverkar och för kännedom.',
    ]);
  });

  test('that is long is cut where it is quoted', () => {
    const word = 'granskning av allt som rör papper, pennor, pärmar och gem i kommunen';
    assert.deepEqual(errorsOfAudit({ type: word }), [
      `rad 6 type: "granskning av allt som rör papper, pennor, pärmar och gem…" är inget av de ord som gäller här. ${auditTypes}`,
    ]);
  });

  test('of truth is true or false and nothing else', () => {
    assert.deepEqual(errorsOfAudit({ draft: 'ja' }), [
      'rad 12 draft: "ja" är inget av de ord som gäller här. Orden är true och false.',
    ]);
  });
});

describe('An addressee', () => {
  const to = (addressees: unknown) => ({
    recommendations: [{ id: 'r1', text: 'Köp papper.', to: addressees }],
  });

  test('alone is no list', () => {
    assert.deepEqual(errorsOfAudit(to('kommunstyrelsen')), [
      'rad 13 rekommendation r1, to: "kommunstyrelsen" är varken ordet alla eller en lista; skriv t.ex. [kommunstyrelsen].',
    ]);
  });

  test('is missed where the list is empty', () => {
    assert.deepEqual(errorsOfAudit(to([])), ['rad 13 rekommendation r1, to: är en tom lista.']);
  });

  test('is written as its id, not as its name', () => {
    assert.deepEqual(errorsOfAudit(to(['Arkivnämnden'])), [
      'rad 13 rekommendation r1, to: "Arkivnämnden" är ingen giltig id; använd små bokstäver a–z, siffror och bindestreck, t.ex. "vard-och-aldrenamnden".',
    ]);
  });

  test('is no list of its own', () => {
    assert.deepEqual(errorsOfAudit(to([['arkivnamnden']])), [
      'rad 13 rekommendation r1, to 1: är ingen mottagare; skriv nämndens id, eller body eller group inom klamrar.',
    ]);
  });
});

describe('A date', () => {
  for (const date of ['2021-02-30', '2021-13', '2021-00-10', '2021-06-31', '2100-02-29']) {
    test(`that is not in the calendar, as ${date}, is refused`, () => {
      assert.deepEqual(errorsOfAudit({ published: date }), [
        `rad 5 published: "${date}" är ett datum som inte finns i kalendern.`,
      ]);
    });
  }

  test('in words, or the other way round, is answered with the three forms', () => {
    assert.deepEqual(errorsOfAudit({ published: '3 februari 2021' }), [
      'rad 5 published: "3 februari 2021" är inget datum; skriv 2017, 2017-10 eller 2017-10-12.',
    ]);
    assert.deepEqual(errorsOfAudit({ published: '03/02/2021' }), [
      'rad 5 published: "03/02/2021" är inget datum; skriv 2017, 2017-10 eller 2017-10-12.',
    ]);
  });

  test('deep in a list is found on its own line', () => {
    const sources = lines('', '  - kind: intervju', '    with: arkivarien', '    date: 2020-04-31').trimEnd();
    assert.deepEqual(errorsOfAudit({ sources }), [
      'rad 15 källa 1, date: "2020-04-31" är ett datum som inte finns i kalendern.',
    ]);
  });

  test('of a correction must be whole', () => {
    assert.deepEqual(errorsOfAudit({ corrections: [{ date: '2022', text: 'En siffra var fel.' }] }), [
      'rad 13 corrections 1, date: "2022" är inget fullständigt datum; skriv t.ex. 2017-10-12.',
    ]);
  });

  test('that ends a period may not come before its beginning', () => {
    const municipality = (exists: string) => ({
      'municipalities/9903-nystad.yaml': lines(
        'code: "9903"',
        'kind: kommun',
        'name: N',
        'place: N',
        `exists: ${exists}`,
      ),
    });
    assert.deepEqual(
      errorsOf('municipalities/9903-nystad.yaml', municipality('{ from: 2017-05, until: 2016 }')),
      ['rad 5 exists: slutar före sin början.'],
    );
    assert.deepEqual(
      errorsOf('municipalities/9903-nystad.yaml', municipality('{ from: 2017-05, until: 2017 }')),
      [],
    );
  });
});

describe('A number', () => {
  test('of the audited year has four digits', () => {
    assert.deepEqual(errorsOfAudit({ year: '20' }), [
      'rad 4 year: "20" är inget årtal; skriv fyra siffror, t.ex. 2017.',
    ]);
  });

  test('that counts is written in digits', () => {
    const samples = [{ id: 's1', system: 'papyrus', unit: 'brev', size: 'ett tjog' }];
    assert.deepEqual(errorsOfAudit({ samples }), [
      'rad 13 stickprov s1, size: "ett tjog" är inget heltal; skriv siffror, t.ex. 25200.',
    ]);
  });

  test('of a measure is a number or the word samtliga', () => {
    const measures = [{ system: 'papyrus', of: 'konton', value: 'ungefär 6' }];
    assert.deepEqual(errorsOfAudit({ measures }), [
      'rad 13 mätvärde 1, value: "ungefär 6" är varken ett tal eller ordet samtliga; skriv siffror, med decimalkomma.',
    ]);
    assert.deepEqual(errorsOfAudit({ measures: [{ system: 'papyrus', of: 'konton', value: ['6'] }] }), [
      'rad 13 mätvärde 1, value: är varken ett tal eller ordet samtliga.',
    ]);
  });

  test('of an own page is its place among the others', () => {
    const page = '---\ntitle: Om\ndescription: Om oss.\norder: först\n---\n\nText.\n';
    assert.deepEqual(errorsOf('pages/om.mdx', { 'pages/om.mdx': page }), [
      'rad 4 order: "först" är inget ordningstal; skriv ett heltal.',
    ]);
  });
});

describe('An id', () => {
  test('of a part begins with a lower-case letter', () => {
    assert.deepEqual(errorsOfAudit({ findings: [{ id: '1', observation: 'Pappret är slut.' }] }), [
      'rad 13 iakttagelse 1, id: "1" är ingen giltig id; börja med en bokstav och använd små bokstäver a–z, siffror och bindestreck, t.ex. "r3".',
    ]);
  });

  test('stands once in a list of references', () => {
    assert.deepEqual(errorsOfAudit({ topics: '\n  - arkiv\n  - gallring\n  - arkiv' }), [
      'rad 15 topics: "arkiv" står två gånger i listan; ta bort det ena.',
    ]);
  });

  test('of an audited body stands once, with all that it was audited as', () => {
    assert.deepEqual(
      errorsOfAudit({
        bodies: [
          { body: 'arkivnamnden', as: 'A' },
          { body: 'arkivnamnden', as: 'B' },
        ],
      }),
      ['rad 11 nämnd 2, body: "arkivnamnden" står två gånger i listan; skriv alla egenskaper i samma as.'],
    );
  });

  test('of a finding alone, or of several in a list, is what a recommendation rests on', () => {
    const recommendations = [{ id: 'r1', text: 'Köp papper.', to: 'alla', finding: { id: 'f1' } }];
    assert.deepEqual(errorsOfAudit({ recommendations }), [
      'rad 13 rekommendation r1, finding: är varken en iakttagelses id eller en lista av sådana; skriv t.ex. f3 eller [f3, f4].',
    ]);
    assert.deepEqual(
      errorsOfAudit({ recommendations: [{ id: 'r1', text: 'Köp papper.', to: 'alla', finding: [] }] }),
      ['rad 13 rekommendation r1, finding: är en tom lista.'],
    );
  });
});

describe('A finding', () => {
  test('with neither observation nor assessment must say why', () => {
    assert.deepEqual(errorsOfAudit({ findings: [{ id: 'f1' }] }), [
      'rad 13 iakttagelse f1: har varken observation eller assessment; skriv den ena, eller säg med lost eller unseen varför den saknas.',
    ]);
  });

  test('may not call lost, or unseen, what is there', () => {
    const findings = [
      { id: 'f1', observation: 'Pappret är slut.', lost: 'observation' },
      { id: 'f2', assessment: 'Det är en brist.', unseen: 'assessment' },
    ];
    assert.deepEqual(errorsOfAudit({ findings }), [
      'rad 13 iakttagelse f1, lost: "observation" säger att observation saknas, men den finns; ta bort det ena.',
      'rad 14 iakttagelse f2, unseen: "assessment" säger att assessment saknas, men den finns; ta bort det ena.',
    ]);
  });

  test('of which one part is lost holds', () => {
    assert.deepEqual(errorsOfAudit({ findings: [{ id: 'f1', lost: 'observation' }] }), []);
  });
});

describe('A text', () => {
  test('of one line may not go over several', () => {
    assert.deepEqual(errorsOfAudit({ title: '>-\n  Granskning\n\n  av papper' }), [
      'rad 2 title: "Granskning av papper" går över flera rader; skriv det på en rad.',
    ]);
  });

  test('that is a web address begins with https', () => {
    assert.deepEqual(errorsOfAudit({ source: { title: 'T', url: 'www.exempel.se/rapport' } }), [
      'rad 8 source, url: "www.exempel.se/rapport" är ingen webbadress; den ska börja med https:// och sakna mellanslag.',
    ]);
    assert.deepEqual(errorsOfAudit({ source: { title: 'T', url: 'https://[exempel' } }), [
      'rad 8 source, url: "https://[exempel" är ingen giltig webbadress.',
    ]);
  });

  test('that cites part of a criterion has one of four forms', () => {
    for (const section of ['6 kap. 7 §', '6:', '6.7.8', '6:7ab', 'sex']) {
      assert.deepEqual(errorsOfAudit({ criteria: [{ criterion: 'exempellagen', sections: [section] }] }), [
        `rad 13 kriterium 1, sections: "${section}" är ingen paragraf eller artikel; skriv t.ex. "6:7" för 6 kap. 7 §, "7" för 7 § och "32" för artikel 32.`,
      ]);
    }
  });

  test('of a scale has at least one word', () => {
    assert.deepEqual(errorsOfAudit({ scales: [{ id: 'skala', words: [] }] }), [
      'rad 13 skala skala, words: har inga ord.',
    ]);
    assert.deepEqual(errorsOfAudit({ scales: [{ id: 'skala', words: [{ word: 'Grönt', grade: 'bra' }] }] }), [
      'rad 13 skala skala, words 1, grade: "bra" är inget av de ord som gäller här. Orden är uppfyllt, i huvudsak, delvis, ej uppfyllt, annat, kan ej bedömas och ej graderat.',
    ]);
  });
});

test('every fault of a file is reported at once, in the order of its lines', () => {
  const printed = errorsOfAudit({
    title: null,
    published: 'i fjol',
    type: 'tillsyn',
    draft: 'ja',
    titel: 'T',
  });
  assert.deepEqual(
    printed.map((line) => line.split(' ').slice(0, 3).join(' ')),
    ['rad 2 fältet', 'rad 4 published:', 'rad 5 type:', 'rad 11 draft:', 'rad 12 fältet'],
  );
});

test('lines are counted in a file with a byte order mark and the line endings of Windows', () => {
  const audit = `\uFEFF${anAudit({ type: 'tillsyn' })}`.replaceAll('\n', '\r\n');
  assert.deepEqual(errorsOf(auditFile, { [auditFile]: audit }), [
    `rad 6 type: "tillsyn" är inget av de ord som gäller här. ${auditTypes}`,
  ]);
});
