import { unwrittenMark } from '../problems/index.ts';
import type { Imported } from './import-file.ts';
import { placeText } from './source-text.ts';

/** How much of each field is shown. */
const shownLetters = 64;

/** What was taken from where and how sure it is, as an author reads it: a line for each thing, and a closing count. */
export function importReport({ draft, found, remarks }: Imported): string {
  const { unit, fileName } = found.report.source;
  const rows = draft.entries.map(({ what, value, places, confidence }) => ({
    what,
    where: places.map((place) => placeText(place, unit)).join('; ') || '–',
    confidence,
    value: value.length > shownLetters ? `${value.slice(0, shownLetters - 1)}…` : value,
  }));
  const widest = (of: (row: (typeof rows)[number]) => string, most: number) =>
    Math.min(most, Math.max(0, ...rows.map((row) => of(row).length)));
  const [what, where] = [widest((row) => row.what, 28), widest((row) => row.where, 26)];
  const marks = draft.text.split('\n').filter((line) => line.includes(unwrittenMark)).length;
  const unsure = rows.filter(({ confidence }) => confidence === 'osäker').length;
  const likely = rows.filter(({ confidence }) => confidence === 'trolig').length;
  return [
    `Ur ${fileName}:`,
    '',
    ...rows.map(
      (row) =>
        `  ${row.what.padEnd(what)}  ${row.where.padEnd(where)}  ${row.confidence.padEnd(6)}  ${row.value}`,
    ),
    '',
    ...remarks,
    `${rows.length} uppgifter: ${rows.length - likely - unsure} säkra, ${likely} troliga, ${unsure} osäkra. ${marks} rader i utkastet är märkta ${unwrittenMark}.`,
  ].join('\n');
}
