import { columnRole, headingsInLine } from '../column-roles.ts';
import type { Block, Cell, Table } from '../source-text.ts';
import { spanning } from '../source-text.ts';
import { isFigure } from './column-tables.ts';

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

/**
 * Finds the tables in text that was taken out of a PDF cell by cell, where columns can no longer be seen: a line with the headings of
 * two columns, and then their cells as paragraphs that take turns; or headings that all begin alike, a line of figures, and a caption.
 */
export function withFlowingTables(blocks: readonly Block[]): readonly Block[] {
  const result: Block[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block) continue;
    const headings = block.kind === 'paragraph' ? headingsInLine(block.text) : undefined;
    const cells = headings ? cellsAfter(blocks, index + 1, headings) : undefined;
    if (headings && cells && cells.rows.length > 0) {
      result.push({
        kind: 'table',
        header: headings,
        rows: cells.rows,
        place: spanning(block.place, blocks[cells.end - 1]?.place ?? block.place),
      });
      index = cells.end - 1;
      continue;
    }
    const figures = figuresEndingAt(blocks, index, result);
    if (figures) {
      result.splice(result.length - figures.taken);
      result.push(figures.table);
      if (figures.hasCaption) index++;
      continue;
    }
    // What marked a lost cell has served its purpose.
    if (block.kind !== 'paragraph' || block.text !== '') result.push(block);
  }
  return result;
}

interface CellsFound {
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly end: number;
}

function cellsAfter(
  blocks: readonly Block[],
  start: number,
  headings: readonly string[],
): CellsFound | undefined {
  let end = start;
  while (blocks[end]?.kind === 'paragraph') end++;
  const cells = blocks.slice(start, end).filter((block): block is Paragraph => block.kind === 'paragraph');
  const [first] = headings.map(columnRole);
  if (headings.length !== 2) return undefined;
  return first === 'question' ? questionRows(cells, start) : turnRows(cells, start);
}

/** A question, and what follows up to the next one. */
function questionRows(cells: readonly Paragraph[], start: number): CellsFound {
  const rows: (readonly (Cell | undefined)[])[] = [];
  let index = 0;
  while (index < cells.length) {
    const question = cells[index];
    if (!question || !/\?$|^(?:att|om)\b/i.test(question.text)) break;
    const answer: Paragraph[] = [];
    let next = index + 1;
    while (
      next < cells.length &&
      !/\?$/.test(cells[next]?.text ?? '') &&
      answer.length < (isLast(cells, next) ? 1 : 6)
    ) {
      const cell = cells[next];
      if (cell) answer.push(cell);
      next++;
    }
    rows.push([cellOf([question]), cellOf(answer)]);
    index = next;
  }
  return { rows, end: start + index };
}

/** Is no question left after this cell? Then one paragraph answers the last one, and the others stand below the table. */
function isLast(cells: readonly Paragraph[], from: number): boolean {
  return !cells.slice(from).some(({ text }) => /\?$/.test(text));
}

/**
 * Cells that take turns. One that speaks of what a body should do, where an observation is due, follows on a cell that was lost.
 */
function turnRows(cells: readonly Paragraph[], start: number): CellsFound {
  const rows: (readonly (Cell | undefined)[])[] = [];
  let observation: Paragraph | undefined;
  let isDue = true;
  for (const cell of cells) {
    if (cell.text === '') continue;
    if (isDue && !speaksOfBody(cell.text)) {
      observation = cell;
      isDue = false;
      continue;
    }
    rows.push([observation && cellOf([observation]), cellOf([cell])]);
    observation = undefined;
    isDue = true;
  }
  if (observation) rows.push([cellOf([observation]), undefined]);
  return { rows, end: start + cells.length };
}

/** It begins with a body, and says what it should do. */
function speaksOfBody(text: string): boolean {
  return /^(?:[\p{L}-]+ (?:och |samt )?){0,4}?[\p{L}-]*(?:nämnde(?:n|rna)|styrelse(?:n|rna)|utskottet|bolaget|direktionen)\b.{0,80}?\b(?:bör|ska|skall|behöver|kan|måste)\b/iu.test(
    text,
  );
}

function cellOf(paragraphs: readonly Paragraph[]): Cell | undefined {
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  if (!first || !last) return undefined;
  return { text: paragraphs.map(({ text }) => text).join(' '), place: spanning(first.place, last.place) };
}

/** A line of figures, with the headings of their columns in the paragraphs before it. */
function figuresEndingAt(
  blocks: readonly Block[],
  index: number,
  before: readonly Block[],
): { readonly table: Table; readonly taken: number; readonly hasCaption: boolean } | undefined {
  const block = blocks[index];
  if (block?.kind !== 'paragraph') return undefined;
  const tokens = block.text.split(' ');
  if (tokens.length < 2 || !tokens.every(isFigure)) return undefined;
  const words: Paragraph[] = [];
  for (let at = before.length - 1; at >= 0 && words.length < 8; at--) {
    const heading = before[at];
    if (heading?.kind !== 'paragraph' || heading.text.length > 140 || /[.:?]$/.test(heading.text)) break;
    words.unshift(heading);
  }
  const headings = repeatedBeginnings(words.map(({ text }) => text).join(' '));
  const values = headings && valuesFor(tokens, headings.length);
  const [first] = words;
  if (!headings || !values || !first) return undefined;
  const next = blocks[index + 1];
  const caption = next?.kind === 'paragraph' && /^tabell\b/i.test(next.text) ? next.text : undefined;
  return {
    table: {
      kind: 'table',
      header: headings,
      rows: [values.map((text) => ({ text, place: block.place }))],
      ...(caption !== undefined && { caption }),
      place: spanning(first.place, (caption === undefined ? block : (next ?? block)).place),
    },
    taken: words.length,
    hasCaption: caption !== undefined,
  };
}

/** `Antal användare Antal aktiva användare`: headings that begin with the same word. */
function repeatedBeginnings(text: string): readonly string[] | undefined {
  const [beginning = ''] = text.split(' ');
  if (!/^\p{Lu}/u.test(beginning)) return undefined;
  const headings = text.split(new RegExp(`(?= ${beginning} )`)).map((heading) => heading.trim());
  return headings.length > 1 ? headings : undefined;
}

/** As many values as there are columns: each a token, or thousands put together where that can be done in one way only. */
function valuesFor(tokens: readonly string[], columns: number): readonly string[] | undefined {
  if (tokens.length === columns) return tokens;
  if (tokens.length < columns) return undefined;
  const ways: string[][] = [];
  const walk = (rest: readonly string[], sofar: string[]) => {
    if (rest.length === 0 || sofar.length > columns || ways.length > 1) {
      if (rest.length === 0 && sofar.length === columns) ways.push(sofar);
      return;
    }
    for (let length = 1; length <= rest.length; length++) {
      const value = rest.slice(0, length).join(' ');
      if (isFigure(value)) walk(rest.slice(length), [...sofar, value]);
    }
  };
  walk(tokens, []);
  return ways.length === 1 ? ways[0] : undefined;
}
