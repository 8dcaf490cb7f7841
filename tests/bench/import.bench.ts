import { rmSync } from 'node:fs';
import {
  foundingFolder,
  foundingText,
  foundingTexts,
  importedFounding,
} from '../fixtures/import/founding/texts.ts';
import { importedLayout, layoutContent, layoutFolder, layouts } from '../fixtures/import/layouts.ts';
import { goldIn, kinds, type Score, scored } from '../fixtures/import/scored.ts';

/*
 * npm run bench:import: precision and recall of an import, by kind of field, on the made-up layouts and, where FOUNDING_TEXTS names
 * their folder, on the two founding texts. A cell says: right of found, right of there.
 */

const columns: { readonly name: string; readonly scores: Readonly<Record<string, Score>> }[] = [];
for (const name of foundingTexts) {
  const path = foundingText(name);
  if (path === undefined) console.log(`${name}: FOUNDING_TEXTS anger ingen mapp med texten.`);
  else
    columns.push({
      name: name.split('-')[0] ?? name,
      scores: scored(await importedFounding(path), goldIn(foundingFolder, name)),
    });
}
for (const name of layouts) {
  columns.push({
    name: name.slice(0, 12),
    scores: scored(await importedLayout(name), goldIn(layoutFolder, name)),
  });
}
rmSync(layoutContent(), { recursive: true });

const cell = ({ right, found, there }: Score) =>
  found + there === 0 ? '–' : `${right}/${found} ${right}/${there}`;
const width = Math.max(
  ...columns.flatMap(({ name, scores }) => [
    name.length,
    ...kinds.map((kind) => cell(scores[kind] ?? none()).length),
  ]),
);

function none(): Score {
  return { right: 0, found: 0, there: 0, missed: [], wrong: [] };
}

console.log(
  ['fält'.padEnd(16), ...columns.map(({ name }) => name.padStart(width)), 'precision', 'täckning'].join('  '),
);
for (const kind of kinds) {
  const all = columns.map(({ scores }) => scores[kind] ?? none());
  const sum = (of: (score: Score) => number) => all.reduce((total, score) => total + of(score), 0);
  const share = (part: number, whole: number) =>
    whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
  console.log(
    [
      kind.padEnd(16),
      ...all.map((score) => cell(score).padStart(width)),
      share(
        sum(({ right }) => right),
        sum(({ found }) => found),
      ).padStart(9),
      share(
        sum(({ right }) => right),
        sum(({ there }) => there),
      ).padStart(8),
    ].join('  '),
  );
}
