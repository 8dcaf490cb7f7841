import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anOwnPage, type Changes, exampleFiles, lines } from '../../fixtures/content.ts';
import { withControlDigit } from '../../fixtures/numbers.ts';
import { errorsOf } from '../../fixtures/printed.ts';

const principal = (file: string, ...fields: readonly string[]): readonly string[] =>
  errorsOf(`municipalities/${file}`, {
    [`municipalities/${file}`]: lines(...fields, 'name: Nystads kommun', 'place: Nystad'),
  });

describe('What an archive decides for itself', () => {
  test('is after how many years reports are followed up, and nothing that is not known', () => {
    assert.deepEqual(
      errorsOf('archive.yaml', {
        'archive.yaml': lines('followUpAfterYears: snart', 'followUpAfter: 3'),
      }),
      [
        'rad 1 followUpAfterYears: "snart" är inget heltal; skriv siffror, t.ex. 25200.',
        'rad 2 fältet "followUpAfter" finns inte. Fälten är followUpAfterYears.',
      ],
    );
  });
});

describe("A principal's code", () => {
  test('is four digits for a kommun', () => {
    assert.deepEqual(principal('991-nystad.yaml', 'code: "991"', 'kind: kommun'), [
      'rad 1 code: "991" har fel form: en kommuns kod är fyra siffror, t.ex. "1490".',
    ]);
  });

  test('is two digits for a region', () => {
    assert.deepEqual(principal('9903-nystad.yaml', 'kind: region', 'code: "9903"'), [
      'rad 2 code: "9903" har fel form: en regions kod är länskodens två siffror, t.ex. "03".',
    ]);
    assert.deepEqual(principal('99-nystad.yaml', 'kind: region', 'code: "99"'), []);
  });

  const expected =
    'har fel form: ett kommunalförbunds kod är dess organisationsnummer med tio siffror och rätt kontrollsiffra.';
  const federation = withControlDigit('992000000');

  test('is an organisation number for a federation', () => {
    assert.deepEqual(
      principal(`${federation}-nystad.yaml`, `code: "${federation}"`, 'kind: kommunalförbund'),
      [],
    );
    assert.deepEqual(principal('9903-nystad.yaml', 'code: "9903"', 'kind: kommunalförbund'), [
      `rad 1 code: "9903" ${expected}`,
    ]);
  });

  test('has the right control digit for a federation', () => {
    const wrong = `${federation.slice(0, 9)}${(Number(federation[9]) + 1) % 10}`;
    assert.deepEqual(principal(`${wrong}-nystad.yaml`, `code: "${wrong}"`, 'kind: kommunalförbund'), [
      `rad 1 code: "${wrong}" ${expected}`,
    ]);
  });

  test('of a federation is no personal identity number', () => {
    const number = withControlDigit('991399000');
    assert.deepEqual(principal(`${number}-nystad.yaml`, `code: "${number}"`, 'kind: kommunalförbund'), [
      `rad 1 code: "${number}" ${expected}`,
    ]);
  });

  test('begins the name of the file', () => {
    assert.deepEqual(principal('9904-nystad.yaml', 'kind: kommun', 'code: "9903"'), [
      'rad 2 koden är "9903" men filen heter "9904-nystad.yaml". Filen ska heta 9903-<namn>.yaml.',
    ]);
    assert.deepEqual(principal('9903.yaml', 'kind: kommun', 'code: "9903"'), [
      'rad 2 koden är "9903" men filen heter "9903.yaml". Filen ska heta 9903-<namn>.yaml.',
    ]);
  });

  test('of its county is two digits', () => {
    assert.deepEqual(principal('9903-nystad.yaml', 'code: "9903"', 'kind: kommun', 'county: "9"'), [
      'rad 3 county: "9" är ingen länskod; skriv två siffror inom citattecken, t.ex. "14".',
    ]);
  });
});

describe("A principal's address", () => {
  test('is its own', () => {
    assert.deepEqual(principal('9903-exempelstad.yaml', 'code: "9903"', 'kind: kommun'), [
      'rad 1 Adressen "exempelstad" är redan tagen av 9901-exempelstad.yaml. Ge filen ett annat namn efter koden.',
    ]);
  });

  test('is not one that the lists need', () => {
    assert.deepEqual(principal('9903-sida.yaml', 'code: "9903"', 'kind: kommun'), [
      'rad 1 Adressen "sida" är upptagen för listornas sidor. Ge filen ett annat namn efter koden.',
    ]);
  });
});

describe('A principal and its bodies', () => {
  test('are succeeded by principals, and bodies of their own, that the archive has', () => {
    const printed = principal(
      '9903-nystad.yaml',
      'code: "9903"',
      'kind: kommun',
      'successors: [9902-provkopin]',
      'bodies:',
      '  - id: gamla-namnden',
      '    name: Gamla nämnden',
      '    form: nämnd',
      '    successors: [nya-namden]',
      '  - id: nya-namnden',
      '    name: Nya nämnden',
      '    form: nämnd',
      '    type: arkivnamd',
      '    sharedWith: [9901-exempelstad, 9904-ingenstans]',
    );
    assert.deepEqual(printed, [
      'rad 3 successors: "9902-provkopin" finns inte bland huvudmännen. Menade du "9902-provkoping"? De står i content/municipalities/.',
      'rad 8 nämnd gamla-namnden, successors: "nya-namden" finns inte bland nämnderna i filen. Menade du "nya-namnden"? De är gamla-namnden och nya-namnden.',
      'rad 12 nämnd nya-namnden, type: "arkivnamd" finns inte bland nämndtyperna. Menade du "arkivnamnd"? De står i content/body-types.yaml.',
      'rad 13 nämnd nya-namnden, sharedWith: "9904-ingenstans" finns inte bland huvudmännen. De står i content/municipalities/.',
    ]);
  });

  test('have ids that stand once', () => {
    const body = '  - { id: namnden, name: Nämnden, form: nämnd }';
    assert.deepEqual(principal('9903-nystad.yaml', 'code: "9903"', 'kind: kommun', 'bodies:', body, body), [
      'rad 5 Id "namnden" står två gånger, först på rad 4. Ge den ena en annan id. En id används aldrig igen.',
    ]);
  });
});

describe('The registers', () => {
  test('hold each id once', () => {
    const twice =
      'Id "a" står två gånger, först på rad 1. Ge den ena en annan id. En id används aldrig igen.';
    for (const [file, entry] of [
      ['topics.yaml', '- { id: a, name: A, about: A }'],
      ['issuers.yaml', '- { id: a, name: A }'],
      ['glossary.yaml', '- { id: a, term: A, text: A }'],
      ['body-types.yaml', '- { id: a, name: A, plural: A, about: A }'],
    ] as const) {
      assert.deepEqual(errorsOf(file, { [file]: lines(entry, entry) }), [`rad 2 ${twice}`]);
    }
  });

  test('of topics names only wider topics that are there, and none that is under itself', () => {
    const topic = (id: string, broader: string) => `- { id: ${id}, name: Ä, about: Ä, broader: ${broader} }`;
    const topics = lines(topic('arkiv', 'gallring'), topic('gallring', 'arkiv'), topic('papper', 'arkivv'));
    assert.deepEqual(errorsOf('topics.yaml', { 'topics.yaml': topics }), [
      'rad 1 arkiv, broader: ämnena ligger under varandra i en ring. Låt det vidaste ämnet stå utan broader.',
      'rad 2 gallring, broader: ämnena ligger under varandra i en ring. Låt det vidaste ämnet stå utan broader.',
      'rad 3 papper, broader: "arkivv" finns inte bland ämnena. Menade du "arkiv"? De är arkiv, gallring och papper.',
    ]);
  });

  test('of issuers names only successors that are there', () => {
    const issuers = lines(
      '- id: exempelverket',
      '  name: Exempelverket',
      '  successors: [provverk]',
      '- { id: provverket, name: P }',
    );
    assert.deepEqual(errorsOf('issuers.yaml', { 'issuers.yaml': issuers }), [
      'rad 3 exempelverket, successors: "provverk" finns inte bland utgivarna. Menade du "provverket"? De är exempelverket och provverket.',
    ]);
  });

  test('of glossary terms names only terms that are there', () => {
    const glossary = lines(
      '- id: iakttagelse',
      '  term: Iakttagelse',
      '  text: Vad revisorerna såg.',
      '  see:',
      '    - bedomning',
    );
    assert.deepEqual(errorsOf('glossary.yaml', { 'glossary.yaml': glossary }), [
      'rad 5 iakttagelse, see: "bedomning" finns inte bland uppslagsorden. De är iakttagelse.',
    ]);
  });

  test('of auditors names only principals that are there', () => {
    const auditor = lines('name: Ny', 'kind: revisionskontor', 'municipality: 9901-exempelsta');
    assert.deepEqual(errorsOf('auditors/ny.yaml', { 'auditors/ny.yaml': auditor }), [
      'rad 3 municipality: "9901-exempelsta" finns inte bland huvudmännen. Menade du "9901-exempelstad"? De står i content/municipalities/.',
    ]);
  });
});

describe('A criterion', () => {
  const criterion = (...fields: readonly string[]) =>
    errorsOf('criteria/ny.yaml', {
      'criteria/ny.yaml': lines('kind: lag', 'name: Nylagen', 'title: Nylag', ...fields),
    });

  test('names only an issuer, a principal and older criteria that are there', () => {
    assert.deepEqual(
      criterion(
        'issuer: exempelverk',
        'municipality: 9909-ingenstans',
        'replaces: [exempellagen, exempellage]',
      ),
      [
        'rad 4 issuer: "exempelverk" finns inte bland utgivarna. Menade du "exempelverket"? De står i content/issuers.yaml.',
        'rad 5 municipality: "9909-ingenstans" finns inte bland huvudmännen. De står i content/municipalities/.',
        'rad 6 replaces: "exempellage" finns inte bland kriterierna. Menade du "exempellagen"? De står i content/criteria/.',
      ],
    );
  });

  test('has each chapter and each section once', () => {
    const mend = 'Ge den ena en annan id. En id används aldrig igen.';
    const chapter = '  - { chapter: "6", title: Nämnderna }';
    const section = '  - { section: "6:6", title: Kontroll }';
    assert.deepEqual(
      criterion('division: kapitel', 'chapters:', chapter, chapter, 'sections:', section, section),
      [
        `rad 7 Id "6" står två gånger, först på rad 6. ${mend}`,
        `rad 10 Id "6:6" står två gånger, först på rad 9. ${mend}`,
      ],
    );
  });

  test('has chapters only where it is divided into chapters', () => {
    assert.deepEqual(
      criterion('division: paragrafer', 'chapters:', '  - { chapter: "6", title: Nämnderna }'),
      ['rad 6 "6" är inget kapitel i ett kriterium som är indelat så här (division).'],
    );
  });

  test('has sections of the form that its division asks for', () => {
    assert.deepEqual(
      criterion('division: paragrafer', 'sections:', '  - { section: "6:6", title: Kontroll }'),
      ['rad 6 "6:6" passar inte kriteriets indelning (division).'],
    );
    assert.deepEqual(criterion('sections:', '  - { section: "6", title: Kontroll }'), [
      'rad 5 "6" passar inte kriteriets indelning (division).',
    ]);
  });

  test('has sections that replace only sections that are there', () => {
    const printed = criterion(
      'division: kapitel',
      'sections:',
      '  - section: "6:6"',
      '    title: Kontroll',
      '    replaces:',
      '      - criterion: gamla-exempellage',
      '        section: "6:7"',
      '      - criterion: exempellagen',
      '        section: "6:9"',
    );
    assert.deepEqual(printed, [
      'rad 9 paragraf 1, replaces 1, criterion: "gamla-exempellage" finns inte bland kriterierna. Menade du "gamla-exempellagen"? De står i content/criteria/.',
      'rad 12 paragraf 1, replaces 2, section: "6:9" (6 kap. 9 §) finns inte i registret över Exempellagen. Menade du "6:1"? Registret räknar upp 6:1, 6:6 och 6:10. Saknas den där, för in den i content/criteria/.',
    ]);
  });
});

test('an own page has no component that belongs to a report', () => {
  assert.deepEqual(
    errorsOf('pages/om.mdx', { 'pages/om.mdx': anOwnPage('Text.\n\n<Findings />\n\n![Karta](karta.png)') }),
    [
      'rad 9 <Findings/> hör till en rapport och kan inte stå här. Ta bort den, eller länka till rapporten.',
      'rad 11 <Figure/> hör till en rapport och kan inte stå här. Ta bort den, eller länka till rapporten.',
    ],
  );
});

test('a silence in a register covers nothing, since nothing there is warned of', () => {
  const silence = 'silence: [{ rule: ej-i-kraft, reason: Gäller inte. }]\n';
  const changes = Object.fromEntries(
    ['systems/papyrus.yaml', 'auditors/provbyran.yaml', 'criteria/paragraflagen.yaml'].map((file) => [
      file,
      `${silence}${exampleFiles[file]}`,
    ]),
  ) satisfies Changes;
  for (const file of Object.keys(changes)) {
    assert.deepEqual(errorsOf(file, changes), [
      'rad 1 silence: här finns ingen varning "ej-i-kraft" att tysta. Ta bort posten.',
    ]);
  }
});
