import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { hasErrors } from '../../../src/problems/index.ts';
import { anAudit, auditFile, contentWith, exampleFiles } from '../../fixtures/content.ts';

/* What slips of the hand do to a file: lines lost, doubled, moved, indented, cut, and characters that do not belong. */

const report = anAudit({
  systems: ['papyrus'],
  topics: '\n  - arkiv\n  - gallring',
  criteria: [{ criterion: 'exempellagen', sections: ['6:6'] }],
  areas: [{ id: 'a1', label: '2.1', title: 'Papper' }],
  questions:
    '\n  - id: q1\n    text: Finns papper?\n    answers:\n      - verdict: Ja\n        text: >-\n          Det finns,\n          i huvudsak.',
  findings: '\n  - id: f1\n    area: a1\n    observation: Pappret är *slut*.\n    bodies: [arkivnamnden]',
  recommendations:
    '\n  - id: r1\n    finding: f1\n    to:\n      - { body: arkivnamnden, role: huvudansvar }\n      - group: övriga\n    text: Köp papper.',
  measures: [{ system: 'papyrus', of: 'ark', value: 'samtliga', at: '2020-06' }],
  body: '## 2.1 Papper\n\nEnligt <Cite criterion="exempellagen" section="6:6" />.[^1]\n\n<Findings area="a1" />\n\n<Questions />\n\n<Measures />\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n[^1]: Not.',
});

type Slip = (lines: readonly string[], at: number) => readonly string[];

const slips: readonly Slip[] = [
  (lines, at) => lines.toSpliced(at, 1),
  (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  (lines, at) => lines.with(at, `  ${lines[at]}`),
  (lines, at) => lines.with(at, `\t${lines[at]}`),
  (lines, at) => lines.with(at, (lines[at] ?? '').trimStart()),
  (lines, at) => lines.with(at, (lines[at] ?? '').slice(0, -3)),
  (lines, at) => lines.with(at, (lines[at] ?? '').replace(/[:\-"]/, '')),
  (lines, at) =>
    lines.with(
      at,
      (lines[at] ?? '').replace(/\p{L}{2}/u, (two) => [...two].reverse().join('')),
    ),
  (lines, at) => lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
  ...[
    '"',
    ': ',
    '- ',
    '{',
    '<',
    '*',
    '&a ',
    '!',
    '#',
    '%',
    '\u0000',
    '---',
    '<b>',
    '[^2]',
    '(javascript:x)',
  ].map(
    (characters): Slip =>
      (lines, at) =>
        lines.with(at, `${(lines[at] ?? '').slice(0, 7)}${characters}${(lines[at] ?? '').slice(7)}`),
  ),
];

const slippedTexts = (text: string) => {
  const lines = text.split('\n');
  const slip = fc.tuple(fc.constantFrom(...slips), fc.nat(lines.length - 1));
  return fc
    .array(slip, { minLength: 1, maxLength: 3 })
    .map((made) =>
      made.reduce((now, [of, at]) => of(now, Math.min(at, now.length - 1)), lines as readonly string[]),
    )
    .map((slipped) => slipped.join('\n'));
};

describe('Whatever slip is made', () => {
  for (const [what, file, text] of [
    ['a report', auditFile, report],
    ['a register', 'criteria/exempellagen.yaml', exampleFiles['criteria/exempellagen.yaml'] ?? ''],
    ['a register of entries', 'topics.yaml', exampleFiles['topics.yaml'] ?? ''],
  ] as const) {
    test(`in ${what}, it is related or reported, each problem on a line that is there, in Swedish`, () => {
      fc.assert(
        fc.property(slippedTexts(text), (slipped) => {
          const { problems, archive } = contentWith({ [auditFile]: report, [file]: slipped });
          assert.equal(archive === undefined, hasErrors(problems));
          const lineCount = slipped.split('\n').length;
          for (const problem of problems.filter((candidate) => candidate.file === file)) {
            assert.ok(
              (problem.line ?? 1) >= 1 && (problem.line ?? 1) <= lineCount,
              `line ${problem.line} of ${lineCount}`,
            );
            assert.doesNotMatch(
              `${problem.message} ${problem.mend ?? ''}`,
              /undefined|\bexpected\b|\binvalid\b|Error|\[object/i,
            );
          }
        }),
        { numRuns: 60 },
      );
    });
  }
});
