import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { checkedContent, publication } from '../../src/archive/index.ts';
import { problemReport } from '../../src/problems/index.ts';
import type { PlainDate } from '../../src/schemas/index.ts';
import {
  type AuditFields,
  anAudit,
  asOf,
  auditFile,
  type Changes,
  compilerRoot,
  exampleFiles,
  folderWith,
} from '../fixtures/content.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const firstDay = '2026-01-10' as PlainDate;
const report = {
  areas: [{ id: 'a1', label: '1', title: 'Papper' }],
  findings: [{ id: 'f1', area: 'a1', observation: 'Arkivet har 340 hyllmeter.' }],
  recommendations: [
    { id: 'r1', finding: 'f1', to: ['arkivnamnden'], text: 'Gallra arkivet.' },
    { id: 'r2', to: ['arkivnamnden'], text: 'Lås dörren.' },
  ],
  silence: [],
} satisfies AuditFields;
const original = anAudit(report);
const renamedFile = 'audits/9901-exempelstad/2020-arkivet.mdx';

/** A content folder of its own, checked and published as many times as a test likes. */
class Folder {
  readonly #path: string;

  constructor(changes: Changes = {}) {
    this.#path = folderWith({ ...exampleFiles, [auditFile]: original, ...changes });
    folders.push(this.#path);
  }

  write(changes: Changes): this {
    for (const [name, text] of Object.entries(changes)) {
      const path = join(this.#path, name);
      if (text === null) rmSync(path);
      else {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    }
    return this;
  }

  checked() {
    return checkedContent(this.#path, compilerRoot(), asOf, asOf);
  }

  /** What `check` prints of errors, each problem as one line. */
  errors(): readonly string[] {
    const { content, problems } = this.checked();
    const errors = problems.filter(({ severity }) => severity === 'error');
    return problemReport(errors, content.fileCount)
      .split(/\n(?=content\/| {2}(?:rad|[A-ZÅÄÖ/]))/)
      .filter((piece) => piece.startsWith('  '))
      .map((piece) => piece.split('\n\n')[0]?.replace(/\s+/g, ' ').trim() ?? '');
  }

  publish(day: PlainDate = firstDay): this {
    const { content, archive } = this.checked();
    assert.ok(archive, this.errors().join('\n'));
    return this.write(
      Object.fromEntries(publication(content, archive, day).files.map(({ name, text }) => [name, text])),
    );
  }

  record(): string {
    return readFileSync(join(this.#path, 'published/9901-exempelstad.txt'), 'utf8');
  }

  files(): readonly string[] {
    return readdirSync(join(this.#path, 'published')).sort();
  }

  archive() {
    const { archive } = this.checked();
    assert.ok(archive, this.errors().join('\n'));
    return archive;
  }
}

describe('The record of what is published', () => {
  test('has a line a thing, in the order of addresses, in a file a principal', () => {
    const folder = new Folder().publish();
    assert.deepEqual(folder.files(), ['9901-exempelstad.txt', '9902-provkoping.txt', 'arkivet.txt']);
    const rows = folder
      .record()
      .split('\n')
      .filter((row) => row.startsWith('/'));
    assert.deepEqual(
      rows.map((row) => row.replace(/sha256:[0-9a-f]{64}/, 'sha256:…')),
      [
        '/granskningar/exempelstad/2020-arkivvard/ granskning 9901-exempelstad/2020-arkivvard 2026-01-10 2026-01-10 sha256:… 0',
        '/granskningar/exempelstad/2020-arkivvard/#f1 iakttagelse 9901-exempelstad/2020-arkivvard#f1',
        '/granskningar/exempelstad/2020-arkivvard/r1/ rekommendation 9901-exempelstad/2020-arkivvard#r1',
        '/granskningar/exempelstad/2020-arkivvard/r2/ rekommendation 9901-exempelstad/2020-arkivvard#r2',
        '/kommuner/exempelstad/ huvudman 9901-exempelstad',
        '/kommuner/exempelstad/arkivnamnden/ nämnd 9901-exempelstad/arkivnamnden',
        '/kommuner/exempelstad/kommunstyrelsen/ nämnd 9901-exempelstad/kommunstyrelsen',
        '/kommuner/exempelstad/pappersnamnden/ nämnd 9901-exempelstad/pappersnamnden',
      ],
    );
  });

  test('is written again only where something is new, and then with no line less', () => {
    const folder = new Folder().publish();
    const { content, archive } = folder.checked();
    assert.ok(archive);
    assert.deepEqual(publication(content, archive, asOf).files, []);
    const before = folder.record();
    folder
      .write({ [auditFile.replace('2020', '2019')]: anAudit({ year: 2019, published: '2020' }) })
      .publish(asOf);
    const after = folder.record();
    for (const row of before.split('\n')) assert.ok(after.includes(row), row);
    assert.match(
      after,
      /2019-arkivvard\/ granskning 9901-exempelstad\/2019-arkivvard 2026-11-22 2026-11-22 /,
    );
  });

  test('holds no draft', () => {
    const folder = new Folder({ [auditFile]: anAudit({ ...report, draft: 'true' }) }).publish();
    assert.doesNotMatch(folder.record(), /arkivvard/);
  });

  test('with a line that cannot be read is refused, with its number', () => {
    const folder = new Folder().publish();
    folder.write({
      'published/9901-exempelstad.txt': `${folder.record()}<<<<<<< HEAD\n/a/ granskning b 2026\n`,
    });
    assert.deepEqual(
      folder.errors().map((error) => error.slice(0, 34)),
      ['rad 12 Raden går inte att läsa. Fi', 'rad 13 Raden går inte att läsa. Fi'],
    );
  });
});

describe('An address that has been published', () => {
  const address = '/granskningar/exempelstad/2020-arkivvard/';

  test('cannot vanish: a report that is taken away is one error, with how much goes with it', () => {
    assert.deepEqual(
      new Folder()
        .publish()
        .write({ [auditFile]: null })
        .errors(),
      [
        `rad 4 ${address} (granskning 9901-exempelstad/2020-arkivvard) har publicerats men finns inte längre, och inte heller 3 adresser under den. ` +
          'Lägg tillbaka det som stod där, eller säg i content/addresses.yaml vart adressen leder (redirects) eller varför den är borta (tombstones).',
      ],
    );
  });

  test('cannot move: a report whose file has another name is found by its words', () => {
    const errors = new Folder()
      .publish()
      .write({ [auditFile]: null, [renamedFile]: original })
      .errors();
    assert.equal(errors.length, 1);
    assert.match(
      errors[0] ?? '',
      /har publicerats men finns inte längre, och inte heller 3 adresser under den\. Samma text står nu i audits\/9901-exempelstad\/2020-arkivet\.mdx\./,
    );
  });

  test('cannot be hidden in a draft', () => {
    const errors = new Folder()
      .publish()
      .write({ [auditFile]: anAudit({ ...report, draft: 'true' }) })
      .errors();
    assert.match(errors.join('\n'), /har publicerats men finns inte längre/);
  });

  test('of a part is kept too, whether or not it has a page', () => {
    const { recommendations: _gone, ...rest } = report;
    const errors = new Folder()
      .publish()
      .write({
        [auditFile]: anAudit({
          ...rest,
          corrections: [{ date: '2026-02-01', kind: 'komplettering', text: 'Provet.' }],
        }),
      })
      .errors();
    assert.deepEqual(
      errors.map((error) => /^rad \d+ (\S+)/.exec(error)?.[1]),
      [`${address}r1/`, `${address}r2/`],
    );
  });

  test('of a board is kept too', () => {
    const municipality = 'municipalities/9901-exempelstad.yaml';
    const text = String(exampleFiles[municipality]).replace('id: pappersnamnden', 'id: papperet');
    assert.match(
      new Folder()
        .publish()
        .write({ [municipality]: text })
        .errors()
        .join('\n'),
      /\/kommuner\/exempelstad\/pappersnamnden\/ \(nämnd 9901-exempelstad\/pappersnamnden\) har publicerats men finns inte längre/,
    );
  });

  test('leads on where the register says so, with all that is below it', () => {
    const folder = new Folder().publish().write({
      [auditFile]: null,
      [renamedFile]: original,
      'addresses.yaml': `redirects:\n  - { from: ${address}, to: /granskningar/exempelstad/2020-arkivet/, date: 2026-02-01 }\n`,
    });
    assert.deepEqual(folder.errors(), []);
    const { redirects, tombstones, movedParts } = folder.archive();
    assert.deepEqual(
      redirects.map(({ from, to }) => [from, to]),
      [
        [address, '/granskningar/exempelstad/2020-arkivet/'],
        [`${address}r1/`, '/granskningar/exempelstad/2020-arkivet/r1/'],
        [`${address}r2/`, '/granskningar/exempelstad/2020-arkivet/r2/'],
      ],
    );
    assert.deepEqual([tombstones, movedParts], [[], []]);
  });

  test('that leads on to what does not have all its parts is refused for each that is missing', () => {
    const errors = new Folder()
      .publish()
      .write({
        [auditFile]: null,
        [renamedFile]: anAudit({
          ...report,
          recommendations: report.recommendations.slice(0, 1),
          corrections: [{ date: '2026-02-01', kind: 'komplettering', text: 'Provet.' }],
        }),
        'addresses.yaml': `redirects:\n  - { from: ${address}, to: /granskningar/exempelstad/2020-arkivet/, date: 2026-02-01 }\n`,
      })
      .errors();
    assert.deepEqual(errors, [
      `rad 7 ${address}r2/ (rekommendation 9901-exempelstad/2020-arkivvard#r2) har publicerats. Enligt content/addresses.yaml leder den till ` +
        '/granskningar/exempelstad/2020-arkivet/r2/, som inte finns. Ge adressen en egen post i content/addresses.yaml, under redirects eller tombstones.',
    ]);
  });

  test('may lead on by way of another, and not in a ring', () => {
    const published = new Folder().publish().write({ [auditFile]: null, [renamedFile]: original });
    const between = '/granskningar/exempelstad/2020-mellan/';
    const entry = (from: string, to: string) => `  - { from: ${from}, to: ${to}, date: 2026-02-01 }\n`;
    published.write({
      'addresses.yaml': `redirects:\n${entry(address, between)}${entry(between, '/granskningar/exempelstad/2020-arkivet/')}`,
    });
    assert.deepEqual(published.errors(), []);
    assert.equal(
      published.archive().redirects.find(({ from }) => from === `${address}r1/`)?.to,
      '/granskningar/exempelstad/2020-arkivet/r1/',
    );
    published.write({ 'addresses.yaml': `redirects:\n${entry(address, between)}${entry(between, address)}` });
    assert.match(published.errors().join('\n'), /redirects 1, to: \S+ finns inte i arkivet\./);
  });

  test('has a tombstone where the register says why it is gone', () => {
    const folder = new Folder().publish().write({
      [auditFile]: null,
      'addresses.yaml': `tombstones:\n  - { address: ${address}, title: Granskning av arkivvård, date: 2026-02-01, reason: Den hörde inte hit., redaction: true }\n`,
    });
    assert.deepEqual(folder.errors(), []);
    assert.deepEqual(
      folder
        .archive()
        .tombstones.map((stone) => [stone.address, stone.kind, stone.isBelowAnother, stone.isRedaction]),
      [
        [address, 'audit', false, true],
        [`${address}r1/`, 'recommendation', true, true],
        [`${address}r2/`, 'recommendation', true, true],
      ],
    );
  });

  test('cannot both have a page and lead elsewhere, nor lead nowhere, twice, or in the future', () => {
    const entry = (from: string, to: string, date: string) =>
      `  - { from: ${from}, to: ${to}, date: ${date} }\n`;
    const errors = new Folder()
      .publish()
      .write({
        'addresses.yaml': `redirects:\n${entry(address, '/ordlista/', '2026-02-01')}${entry('/a/', '/b/', '2026-12-24')}${entry('/a/', '/ordlista/', '2026-02-01')}`,
      })
      .errors();
    assert.deepEqual(
      errors.map((error) => error.slice(0, 54)),
      [
        'rad 2 redirects 1, from: /granskningar/exempelstad/202',
        'rad 3 redirects 2, date: "2026-12-24" ligger i framtid',
        'rad 3 redirects 2, to: /b/ finns inte i arkivet. Skriv',
        'rad 4 redirects 3, from: /a/ står två gånger. Ta bort ',
        'rad 4 redirects 3, to: /b/ finns inte i arkivet. Skriv',
      ],
    );
  });

  test('stays in the record when it has moved, so that what leads on cannot be taken away', () => {
    const folder = new Folder()
      .publish()
      .write({
        [auditFile]: null,
        [renamedFile]: original,
        'addresses.yaml': `redirects:\n  - { from: ${address}, to: /granskningar/exempelstad/2020-arkivet/, date: 2026-02-01 }\n`,
      })
      .publish(asOf)
      .write({ 'addresses.yaml': 'redirects: []\n' });
    assert.match(
      folder.errors().join('\n'),
      /2020-arkivvard\/ \(granskning [^)]*\) har publicerats men finns inte längre/,
    );
  });
});

describe('Words that have been published', () => {
  const changed = (fields: AuditFields = {}) =>
    anAudit({
      ...report,
      findings: [{ id: 'f1', area: 'a1', observation: 'Arkivet har 430 hyllmeter.' }],
      ...fields,
    });
  const correction = {
    date: '2026-02-01',
    text: 'Siffrorna hade bytt plats.',
    changes: [{ at: 'f1', before: 'Arkivet har 340 hyllmeter.', after: 'Arkivet har 430 hyllmeter.' }],
  };

  test('cannot be changed in silence', () => {
    assert.deepEqual(
      new Folder()
        .publish()
        .write({ [auditFile]: changed() })
        .errors(),
      [
        'rad 2 Rapporten är ändrad sedan den publicerades 2026-01-10, men corrections säger inte hur. Skriv en ny post sist under corrections, med date, text och changes (before och after). Var det inte meningen att ändra, ta tillbaka den förra texten.',
      ],
    );
  });

  test('can be changed where a correction says how it was and how it is', () => {
    const folder = new Folder().publish().write({ [auditFile]: changed({ corrections: [correction] }) });
    assert.deepEqual(folder.errors(), []);
    const { audits, publishedTexts } = folder.publish('2026-02-02' as PlainDate).archive();
    const [audit] = audits;
    const text = publishedTexts.get(audit?.id ?? '');
    assert.deepEqual(
      [text?.first, text?.changed, text?.corrections, text?.digest],
      ['2026-01-10', '2026-02-02', 1, audit?.digest],
    );
    assert.deepEqual(folder.errors(), []);
  });

  test('need a correction of their own each time', () => {
    const folder = new Folder()
      .publish()
      .write({ [auditFile]: changed({ corrections: [correction] }) })
      .publish('2026-02-02' as PlainDate)
      .write({ [auditFile]: changed({ title: 'Granskning av arkivvården', corrections: [correction] }) });
    assert.match(folder.errors().join('\n'), /är ändrad sedan den publicerades 2026-02-02/);
    folder.write({
      [auditFile]: changed({
        title: 'Granskning av arkivvården',
        corrections: [
          correction,
          {
            date: '2026-03-01',
            text: 'Titeln.',
            changes: [{ before: 'Granskning av arkivvård', after: 'Granskning av arkivvården' }],
          },
        ],
      }),
    });
    assert.deepEqual(folder.errors(), []);
  });

  test('can be changed several times between two publications, each change with its entry', () => {
    const second = {
      date: '2026-02-03',
      text: 'Det var ännu fler.',
      changes: [{ at: 'f1', before: 'Arkivet har 430 hyllmeter.', after: 'Arkivet har 440 hyllmeter.' }],
    };
    const folder = new Folder().publish().write({
      [auditFile]: changed({
        findings: [{ id: 'f1', area: 'a1', observation: 'Arkivet har 440 hyllmeter.' }],
        corrections: [correction, second],
      }),
    });
    assert.deepEqual(folder.errors(), []);
  });

  test('are not explained by a correction that tells no before and after, or an after that is not there', () => {
    const { changes: _none, ...bare } = correction;
    assert.deepEqual(
      new Folder()
        .publish()
        .write({ [auditFile]: changed({ corrections: [bare] }) })
        .errors(),
      [
        'rad 21 corrections 1: rättelsen säger inte hur det stod före och hur det står nu. Skriv changes med before och after. Tas en personuppgift bort, skriv kind: maskning.',
      ],
    );
    const wrong = { ...correction, changes: [{ before: 'A', after: 'Arkivet har 999 hyllmeter.' }] };
    assert.deepEqual(
      new Folder()
        .publish()
        .write({ [auditFile]: changed({ corrections: [wrong] }) })
        .errors(),
      [
        'rad 21 corrections 1, changes 1, after: orden står inte i rapporten. Skriv dem precis så som de står där nu.',
      ],
    );
  });

  test('may lose personal data by an entry that does not show them, and by no entry that does', () => {
    const redaction = { date: '2026-02-01', kind: 'maskning', text: 'En privatpersons namn är borttaget.' };
    assert.deepEqual(
      new Folder()
        .publish()
        .write({ [auditFile]: changed({ corrections: [redaction] }) })
        .errors(),
      [],
    );
    assert.deepEqual(
      new Folder()
        .publish()
        .write({ [auditFile]: changed({ corrections: [{ ...redaction, changes: correction.changes }] }) })
        .errors(),
      [
        'rad 21 corrections 1, changes: får inte stå i en maskning, för då visas det som togs bort; ta bort fältet.',
      ],
    );
  });

  test('may be added to by an entry that says so', () => {
    const entry = { date: '2026-02-01', kind: 'komplettering', text: 'Arkivet har sett bilagan.' };
    const folder = new Folder().publish().write({
      [auditFile]: anAudit({ ...report, reportNumber: '"7"', corrections: [entry] }),
    });
    assert.deepEqual(folder.errors(), []);
  });

  test('keep their corrections: none is taken away, and none changed in silence', () => {
    const folder = new Folder()
      .publish()
      .write({ [auditFile]: changed({ corrections: [correction] }) })
      .publish('2026-02-02' as PlainDate);
    folder.write({ [auditFile]: changed() });
    assert.match(folder.errors().join('\n'), /corrections: 1 ändring har publicerats, men här står 0\./);
    folder.write({ [auditFile]: changed({ corrections: [{ ...correction, text: 'Något annat.' }] }) });
    assert.match(
      folder.errors().join('\n'),
      /corrections: det som står här är ändrat sedan det publicerades 2026-02-02\./,
    );
  });

  test('are held against how they were published also when the report has moved', () => {
    const folder = new Folder().publish().write({
      [auditFile]: null,
      [renamedFile]: changed(),
      'addresses.yaml':
        'redirects:\n  - { from: /granskningar/exempelstad/2020-arkivvard/, to: /granskningar/exempelstad/2020-arkivet/, date: 2026-02-01 }\n',
    });
    assert.match(folder.errors().join('\n'), /är ändrad sedan den publicerades 2026-01-10/);
    folder.write({ [renamedFile]: original }).publish(asOf);
    assert.match(folder.record(), /2020-arkivet\/ granskning \S+ 2026-01-10 2026-01-10 /);
  });

  for (const [what, text] of [
    [
      'white space',
      original.replaceAll('Löpande text.', 'Löpande\ntext.  ').replace('hyllmeter.', 'hyllmeter. '),
    ],
    [
      'how its YAML is written',
      original.replace('title: Granskning av arkivvård', 'title: >-\n  Granskning\n  av arkivvård'),
    ],
    [
      'a comment',
      original
        .replace('title:', '# en kommentar\ntitle:')
        .replace('Löpande text.', 'Löpande text. {/* not */}'),
    ],
    ['its subject headings', anAudit({ ...report, topics: ['arkiv'] })],
    ['what is report', anAudit(report).replace('silence: []\n', '')],
    ['the order of its fields', original.replace('year: 2020\n', '').replace('areas:', 'year: 2020\nareas:')],
  ] as const) {
    test(`are the same whatever ${what}`, () => {
      assert.notEqual(text, what === 'what is report' ? '' : original);
      const folder = new Folder().publish().write({ [auditFile]: text });
      const { content, archive } = folder.checked();
      assert.ok(archive, folder.errors().join('\n'));
      assert.deepEqual(publication(content, archive, asOf).files, []);
    });
  }

  test('are not changed by what is said of them later, which stands in files of its own', () => {
    const folder = new Folder().publish().write({
      'audits/9901-exempelstad/2023-uppfoljning.mdx': anAudit({
        year: 2023,
        published: '2023-05',
        followsUp: [
          { id: 'u1', target: '9901-exempelstad/2020-arkivvard#r1', verdict: 'Åtgärdad', status: 'åtgärdad' },
        ],
        body: 'Text.\n\n<FollowUps />',
      }),
      'responses/9901-exempelstad/2020-arkivvard-arkivnamnden.mdx':
        '---\naudit: 9901-exempelstad/2020-arkivvard\nbody: arkivnamnden\ndate: 2021-05-01\n---\n\nVi gallrar.\n',
    });
    assert.deepEqual(folder.errors(), []);
    const { content, archive } = folder.checked();
    assert.ok(archive);
    assert.equal(publication(content, archive, asOf).changed, 0);
  });
});
