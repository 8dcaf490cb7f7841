import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hasErrors, type Problem, problemReport, sortedProblems } from '../../../src/problems/index.ts';
import { anAudit, auditFile, contentWith, exampleFiles } from '../../fixtures/content.ts';

test('all problems of all files are printed at once, by file and line, and nothing is published', () => {
  const { report, archive } = contentWith({
    [auditFile]: anAudit({
      type: 'tillsyn',
      verdicts: [{ about: 'Arkivet', verdict: 'Tja' }],
      recommendations: [{ id: 'r4', to: ['arkivnamden'], text: 'Köp papper.' }],
      body: '<Recommendations />\n\nUnder <5 %.',
    }),
    'anteckningar.txt': 'x',
    'systems/papyrus.yaml': exampleFiles['systems/papyrus.yaml']?.replace('kind', 'knid') ?? null,
    'audits/9902-provkoping/2020-papper.mdx': anAudit({
      municipality: '9902-provkoping',
      bodies: [{ body: 'arkivnamden' }],
      verdicts: [{ about: 'Arkivet', verdict: 'Tja' }],
    }),
  });
  assert.equal(archive, undefined);
  assert.equal(
    report,
    `content/anteckningar.txt
          Filen ligger i fel mapp eller har fel ändelse.
          Rapporter står i audits/<kommun>/, bilder i en mapp med rapportens namn, svar i
          responses/<kommun>/, register i municipalities/, auditors/, systems/ och criteria/, egna
          sidor i pages/.

content/audits/9901-exempelstad/2020-arkivvard.mdx
  rad 6   type: "tillsyn" är inget av de ord som gäller här.
          Orden är fördjupad, översiktlig, grundläggande, uppföljande, förstudie, kartläggning,
          löpande, delårsrapport, årsredovisning, årsrapport per nämnd, revisionsberättelse,
          lekmannarevision och granskning.
  rad 20  Tecknet < i "<5 %" läses som början på en komponent.
          Skriv &lt; i stället: &lt;5 %.

content/audits/9902-provkoping/2020-papper.mdx
  rad 10  nämnd 1, body: "arkivnamden" finns inte bland Provköpings kommuns nämnder.
          Menade du "arkivnamnden"? Nämnderna står i content/municipalities/9902-provkoping.yaml.
  rad 12  varning: omdöme 1, verdict: arkivet vet inte vad omdömet "Tja" motsvarar på skalan.
          [okant-omdome]
          Skriv grade bredvid: uppfyllt, i huvudsak, delvis, ej uppfyllt eller annat.

content/systems/papyrus.yaml
  rad 1   fältet kind saknas.
          Vad för slags system det är, t.ex. "journalsystem för elevhälsan".
  rad 2   fältet "knid" finns inte.
          Menade du "kind"?

6 fel och 1 varning i 4 av 19 filer. Inget har publicerats.`,
  );
});

const aProblem = (problem: Partial<Problem> = {}): Problem => ({
  file: 'a.mdx',
  line: 1,
  severity: 'error',
  rule: 'form',
  message: 'Fel.',
  ...problem,
});
const aWarning = (problem: Partial<Problem> = {}): Problem => aProblem({ severity: 'warning', ...problem });

describe('The closing line counts', () => {
  const closing = (problems: readonly Problem[], fileCount: number) =>
    problemReport(problems, fileCount).split('\n').at(-1);

  test('no problems', () => {
    assert.equal(closing([], 1), 'Inga fel i 1 fil.');
    assert.equal(closing([], 2), 'Inga fel i 2 filer.');
  });

  test('warnings alone, one or several', () => {
    assert.equal(closing([aWarning()], 2), 'Inga fel men 1 varning i 2 filer.');
    assert.equal(closing([aWarning(), aWarning()], 1), 'Inga fel men 2 varningar i 1 fil.');
  });

  test('errors, and in how many of the files they stand', () => {
    assert.equal(closing([aProblem()], 1), '1 fel i 1 av 1 fil. Inget har publicerats.');
    assert.equal(
      closing([aProblem(), aProblem(), aProblem({ file: 'b.mdx' })], 214),
      '3 fel i 2 av 214 filer. Inget har publicerats.',
    );
  });

  test('errors and warnings apart; a file with warnings alone is not among the faulty', () => {
    assert.equal(
      closing([aProblem(), aWarning({ file: 'b.mdx' }), aWarning()], 3),
      '1 fel och 2 varningar i 1 av 3 filer. Inget har publicerats.',
    );
    assert.equal(
      closing([aProblem(), aWarning()], 3),
      '1 fel och 1 varning i 1 av 3 filer. Inget har publicerats.',
    );
  });
});

describe('A problem is printed', () => {
  const printed = (problem: Partial<Problem>) =>
    problemReport([aProblem(problem)], 1)
      .split('\n')
      .slice(1, -2);

  test('with its line in a column of its own', () => {
    assert.deepEqual(printed({ line: 7 }), ['  rad 7   Fel.']);
    assert.deepEqual(printed({ line: 131 }), ['  rad 131 Fel.']);
  });

  test('without a line where none is known', () => {
    const { line: _line, ...problem } = aProblem();
    assert.deepEqual(problemReport([problem], 1).split('\n')[1], '          Fel.');
  });

  test('broken at spaces, and a longer word alone', () => {
    const word = 'x'.repeat(95);
    assert.deepEqual(printed({ message: `Här står ${word} i stället.` }), [
      '  rad 1   Här står',
      `          ${word}`,
      '          i stället.',
    ]);
  });

  test('with its mend on a line of its own', () => {
    assert.deepEqual(printed({ mend: 'Laga det.' }), ['  rad 1   Fel.', '          Laga det.']);
  });

  test('as a warning, with the name of the rule to silence', () => {
    assert.deepEqual(printed({ severity: 'warning', rule: 'ej-i-kraft' }), [
      '  rad 1   varning: Fel. [ej-i-kraft]',
    ]);
  });

  test('with the folder that was read before the file', () => {
    assert.equal(problemReport([aProblem()], 1, 'mitt/innehåll').split('\n')[0], 'mitt/innehåll/a.mdx');
  });
});

test('problems are sorted by file, line and message, those without a line first', () => {
  const problems = [
    aProblem({ file: 'b.mdx', line: 1 }),
    aProblem({ line: 10 }),
    aProblem({ line: 9, message: 'B' }),
    aProblem({ line: 9, message: 'A' }),
    { file: 'a.mdx', severity: 'error', rule: 'fil', message: 'Z' } as const,
  ];
  assert.deepEqual(
    sortedProblems(problems).map(({ file, line, message }) => [file, line, message]),
    [
      ['a.mdx', undefined, 'Z'],
      ['a.mdx', 9, 'A'],
      ['a.mdx', 9, 'B'],
      ['a.mdx', 10, 'Fel.'],
      ['b.mdx', 1, 'Fel.'],
    ],
  );
});

test('only errors keep content from being published', () => {
  assert.equal(hasErrors([aWarning()]), false);
  assert.equal(hasErrors([aWarning(), aProblem()]), true);
});
