import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { compiledFile } from '../../src/reports/index.ts';
import { auditSchema } from '../../src/schemas/index.ts';
import {
  foundingFolder,
  foundingText,
  foundingTexts,
  importedFounding,
} from '../fixtures/import/founding/texts.ts';
import { goldIn, type Kind, scored } from '../fixtures/import/scored.ts';

/* The two founding reports, read by an import and held against the record's own files of them. */

/** At least so many right, of at most so many found. */
type Floor = readonly [right: number, found: number];

const floors: Readonly<Record<(typeof foundingTexts)[number], Readonly<Partial<Record<Kind, Floor>>>>> = {
  'boras-2017-informationssakerhet': {
    year: [1, 1],
    municipality: [1, 1],
    auditors: [2, 2],
    bodies: [3, 3],
    systems: [2, 2],
    criteria: [3, 3],
    questions: [2, 2],
    findings: [16, 16],
    assessments: [16, 16],
    recommendations: [16, 16],
    addressees: [16, 16],
    verdicts: [1, 1],
    sources: [18, 18],
    footnotes: [8, 8],
    people: [3, 3],
  },
  'lund-2018-behorighet': {
    title: [1, 1],
    year: [1, 1],
    municipality: [1, 1],
    auditors: [2, 2],
    bodies: [5, 5],
    systems: [5, 5],
    criteria: [6, 6],
    questions: [6, 6],
    answers: [6, 6],
    findings: [17, 19],
    assessments: [17, 19],
    recommendations: [5, 5],
    addressees: [5, 5],
    figures: [21, 21],
    footnotes: [4, 4],
    people: [2, 2],
  },
};

for (const name of foundingTexts) {
  const path = foundingText(name);
  const skip = path === undefined && 'FOUNDING_TEXTS names no folder with the text';
  describe(`the founding text ${name}`, { skip }, () => {
    test('gives at least what it gave when the floors were set, and no more that is wrong', async () => {
      const scores = scored(await importedFounding(path ?? ''), goldIn(foundingFolder, name));
      for (const [kind, [leastRight, mostFound]] of Object.entries(floors[name])) {
        const { right, found, missed, wrong } = scores[kind as Kind];
        const told = `${kind}: missed ${JSON.stringify(missed)}, wrong ${JSON.stringify(wrong)}`;
        assert.ok(right >= leastRight, told);
        assert.ok(found <= mostFound, told);
      }
    });

    test('has nothing in the draft that does not stand on the lines that it names', async () => {
      const lines = readFileSync(path ?? '', 'utf8').split('\n');
      const { draft } = await importedFounding(path ?? '');
      const free = /^(?:fråga|iakttagelse|bedömning|rekommendation|område|purpose|includes|excludes)/;
      for (const { what, value, places } of draft.entries) {
        assert.ok(places.length > 0, what);
        if (!free.test(what)) continue;
        const there = places
          .map(({ first, last }) => letters(lines.slice(first - 1, last).join('\n')))
          .join(' ');
        assert.ok(there.includes(letters(value)), `${what}: ${value}`);
      }
    });

    test('becomes a draft that the archive reads', async () => {
      const { draft } = await importedFounding(path ?? '');
      assert.deepEqual(compiledFile(`audits/${draft.id}.mdx`, draft.text, auditSchema).problems, []);
    });
  });
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}
