import type { Fault } from './parser.ts';

/*
 * What a text may hold at most. The parsers of Markdown and MDX are linear in ordinary prose, and quadratic or worse in marks that
 * open and never close, or stand within each other: these bounds keep the cost of a text proportional to its length, and no tree
 * so deep that walking it would exhaust the stack. The largest of the founding reports stays below a twentieth of each.
 */

const mostLines = 1000;
const mostMarks = 500;
const mostBraces = 500;
const mostContainers = 20;
/** Lists within lists cost the square of how many items there are. */
const mostItems = 5000;
const mostNestedItems = 200;
const deepestIndent = 200;
const mostColumns = 100;
const mostCells = 50_000;

/** Marks that are counted in a run of lines without an empty one between them, and what they are called. */
const kinds: readonly { readonly marks: string; readonly name: string }[] = [
  { marks: '[]', name: 'hakparenteser' },
  { marks: '*_~', name: 'tecken för betoning (*, _ och ~)' },
  { marks: '&', name: '&-tecken' },
];

/** A line's `>`, `-`, `*`, `+`, `1.` and `2)` before its text: each is a level of quotation or list. */
const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const container = />|[-*+](?=[ \t])|\d{1,9}[.)]/g;

/** Where a text is too much for its parser, with at most one fault of a kind in a run of lines. Linear in the text. */
export function excessIn(text: string): readonly Fault[] {
  const faults: Fault[] = [];
  const lines = text.split('\n');
  let cells = 0;
  let first = 0;
  while (first < lines.length) {
    let end = first;
    while (end < lines.length && lines[end]?.trim() !== '') end += 1;
    faults.push(...excessInRun(lines.slice(first, end), first + 1));
    cells += cellsIn(lines, first, end);
    first = end + 1;
  }
  if (cells > mostCells) {
    faults.push({
      line: 1,
      message: `Textens tabeller har fler än ${mostCells} celler.`,
      mend: 'Låt stora tabeller stå i källan, och återge det som läsaren behöver.',
    });
  }
  faults.push(...tooManyItems(lines));
  const braceLine = lineOfMark(lines, new Set('{}'), mostBraces);
  if (braceLine !== undefined) {
    faults.push({
      line: braceLine + 1,
      message: `Texten har fler än ${mostBraces} klamrar.`,
      mend: 'Klamrar används bara i kommentarer, {/* … */}. Skriv vanliga parenteser i stället.',
    });
  }
  return faults;
}

/** Lines that begin with a list's or quotation's marker, and those that begin with several. */
function tooManyItems(lines: readonly string[]): readonly Fault[] {
  let items = 0;
  let nested = 0;
  for (const [index, row] of lines.entries()) {
    const levels = levelsOf(row);
    if (levels > 0) items += 1;
    if (levels > 1) nested += 1;
    const most = items > mostItems ? mostItems : nested > mostNestedItems ? mostNestedItems : undefined;
    if (most === undefined) continue;
    const what =
      most === mostItems ? 'punkter i listor och rader i citat' : 'rader med flera listtecken först';
    return [
      {
        line: index + 1,
        message: `Texten har fler än ${most} ${what}.`,
        mend: 'Korta den, eller gör en tabell.',
      },
    ];
  }
  return [];
}

function levelsOf(row: string): number {
  return containers.exec(row)?.[0].match(container)?.length ?? 0;
}

function excessInRun(run: readonly string[], firstLine: number): readonly Fault[] {
  const faults: Fault[] = [];
  if (run.length > mostLines) {
    faults.push({
      line: firstLine,
      message: `Här står fler än ${mostLines} rader utan en tom rad emellan.`,
      mend: 'Dela stycket, listan eller tabellen.',
    });
  }
  for (const { marks, name } of kinds) {
    const line = lineOfMark(run, new Set(marks), mostMarks);
    if (line === undefined) continue;
    faults.push({
      line: firstLine + line,
      message: `Stycket har fler än ${mostMarks} ${name}.`,
      mend: 'Dela det med en tom rad.',
    });
  }
  for (const [index, row] of run.entries()) {
    const message = excessInLine(row);
    if (message === undefined) continue;
    faults.push({ line: firstLine + index, ...message });
    break;
  }
  return faults;
}

/** On which of these lines, from 0, the first mark beyond the bound stands. */
function lineOfMark(run: readonly string[], marks: ReadonlySet<string>, most: number): number | undefined {
  let count = 0;
  for (const [index, row] of run.entries()) {
    for (const character of row) if (marks.has(character)) count += 1;
    if (count > most) return index;
  }
  return undefined;
}

function excessInLine(row: string): Pick<Fault, 'message' | 'mend'> | undefined {
  const indent = row.length - row.trimStart().length;
  if (indent > deepestIndent) {
    return { message: `Raden är indragen mer än ${deepestIndent} steg.`, mend: 'Ta bort indraget.' };
  }
  const levels = levelsOf(row);
  if (levels > mostContainers) {
    return {
      message: `Raden börjar med fler än ${mostContainers} citattecken (>) eller listtecken.`,
      mend: 'Skriv citatet eller listan med färre nivåer.',
    };
  }
  if (row.split('|').length > mostColumns + 1) {
    return {
      message: `Tabellen har fler än ${mostColumns} kolumner.`,
      mend: 'Dela den på bredden, eller återge bara de kolumner som läsaren behöver.',
    };
  }
  return undefined;
}

/** As many as a table here would have when each row is filled up to the width of its heading. */
function cellsIn(lines: readonly string[], first: number, end: number): number {
  let widest = 0;
  for (let index = first; index < end; index += 1) {
    widest = Math.max(widest, (lines[index]?.split('|').length ?? 1) - 1);
  }
  return widest * (end - first);
}
