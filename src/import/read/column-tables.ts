import { columnRole } from '../column-roles.ts';
import { joinedLines, plainLetters } from '../mending.ts';
import { type Cell, type Piece, type SourceLine, spanning, type Table } from '../source-text.ts';

interface Column {
  readonly from: number;
  readonly to: number;
}

export interface TableInLines {
  readonly table: Table;
  /** The first line after it. */
  readonly end: number;
}

/** The table that begins on a line, where its columns stand apart; nothing where it does not. */
export function columnTableAt(
  lines: readonly SourceLine[],
  start: number,
  isHeading: (index: number) => boolean,
): TableInLines | undefined {
  const head = lines[start];
  if (!head || head.pieces.length < 2 || isHeading(start)) return undefined;
  const isNamed = head.pieces.filter(({ text }) => columnRole(text)).length >= 2;
  if (!isNamed && !isRun(lines, start)) return undefined;
  const columns = columnsOf(lines, start, isNamed);
  const headEnd = isNamed ? start + 1 : endOfHead(lines, start);
  const header = columns.map((_, column) =>
    joinedLines(
      lines
        .slice(start, headEnd)
        .flatMap(({ pieces }) =>
          pieces.filter((piece) => columnOf(piece, columns) === column).map(({ text }) => text),
        ),
    ),
  );
  const rows: Row[] = [];
  let index = headEnd;
  for (; index < lines.length; index++) {
    const line = lines[index];
    if (!line || isHeading(index) || isRunningText(line, columns) || line.pieces.length === 0) break;
    if (rows.length > 0 && standsAlone(line, lines[index + 1], columns)) break;
    if (isRepeatedHead(line, header)) continue;
    if (opensRow(line, rows.at(-1), columns)) rows.push(new Row(columns.length));
    rows.at(-1)?.add(line, columns);
  }
  if (rows.length === 0) return undefined;
  if (!isNamed && (rows.length < 1 || header.slice(1).some((text) => text === ''))) return undefined;
  const caption = captionAt(lines, index);
  const lastLine = lines[caption ? index : index - 1] ?? head;
  return {
    table: {
      kind: 'table',
      header,
      rows: rows.map((row) => row.cells),
      ...(caption !== undefined && { caption }),
      place: spanning(head.place, lastLine.place),
    },
    end: caption === undefined ? index : index + 1,
  };
}

/** A column for each heading; before them one without, where the rows begin to the left of the first. */
function columnsOf(lines: readonly SourceLine[], start: number, isNamed: boolean): readonly Column[] {
  const columns = lines[start]?.pieces.map(({ from, to }): Column => ({ from, to })) ?? [];
  const row = lines.slice(start + 1, start + 6).find(({ pieces }) => pieces.length === columns.length + 1);
  const [label] = row?.pieces ?? [];
  const isBefore = label !== undefined && label.to < (columns[0]?.from ?? 0);
  return !isNamed && isBefore ? [{ from: label.from, to: label.to }, ...columns] : columns;
}

class Row {
  readonly #lines: { text: string; line: SourceLine }[][];

  constructor(columns: number) {
    this.#lines = Array.from({ length: columns }, () => []);
  }

  add(line: SourceLine, columns: readonly Column[]): void {
    for (const piece of line.pieces) this.#lines[columnOf(piece, columns)]?.push({ text: piece.text, line });
  }

  lastText(column: number): string | undefined {
    return this.#lines[column]?.at(-1)?.text;
  }

  get cells(): readonly (Cell | undefined)[] {
    return this.#lines.map((ofCell) => {
      const [first] = ofCell;
      const last = ofCell.at(-1);
      if (!first || !last) return undefined;
      return {
        text: plainLetters(joinedLines(ofCell.map(({ text }) => text))),
        place: spanning(first.line.place, last.line.place),
      };
    });
  }
}

/** The column that a piece begins in: the last one that does not begin to the right of it. */
function columnOf({ from, to }: Piece, columns: readonly Column[]): number {
  const overlaps = columns.map((column, index) => {
    const end = columns[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    return Math.min(to, end) - Math.max(from, column.from - slack(columns));
  });
  return overlaps.indexOf(Math.max(...overlaps));
}

function slack(columns: readonly Column[]): number {
  const [first, second] = columns;
  return first && second ? Math.min(12, (second.from - first.from) / 6) : 0;
}

/** A piece that runs from one column into the next is text below the table. */
function isRunningText(line: SourceLine, columns: readonly Column[]): boolean {
  const [piece] = line.pieces;
  const second = columns[1];
  if (!piece || !second || line.pieces.length > 1) return false;
  return piece.from < second.from - slack(columns) && piece.to > second.from + slack(columns);
}

/** Text below the table that is no wider than its first column: nothing stands beside it, on its own line or the next. */
function standsAlone(line: SourceLine, next: SourceLine | undefined, columns: readonly Column[]): boolean {
  const isFirst = ({ pieces }: SourceLine) => pieces.every((piece) => columnOf(piece, columns) === 0);
  return (
    line.isApart && isFirst(line) && (next === undefined || isFirst(next) || isRunningText(next, columns))
  );
}

function isRepeatedHead(line: SourceLine, header: readonly string[]): boolean {
  return (
    line.pieces.length === header.length && line.pieces.every(({ text }, index) => text === header[index])
  );
}

function opensRow(line: SourceLine, row: Row | undefined, columns: readonly Column[]): boolean {
  if (!row) return true;
  const first = line.pieces.find((piece) => columnOf(piece, columns) === 0);
  if (!first) return false;
  if (line.isApart) return !/^\p{Ll}(?!\))/u.test(first.text) && !line.opensPage;
  const above = row.lastText(0);
  const isWhole = above === undefined || /[.?!]$/.test(above) || line.pieces.length === columns.length;
  return isWhole && /^[\p{Lu}\d]/u.test(first.text) && columns.length > 2;
}

/** At least three lines, the last of which is figures, in as many columns. */
function isRun(lines: readonly SourceLine[], start: number): boolean {
  const count = lines[start]?.pieces.length ?? 0;
  if (count < 2) return false;
  const following = lines.slice(start + 1, start + 6);
  const figures = following.findIndex(
    ({ pieces }) => pieces.length >= 2 && pieces.slice(1).every(({ text }) => isFigure(text)),
  );
  const hasHeadWords = (lines[start]?.pieces ?? []).every(({ text }) => /^\p{L}/u.test(text));
  if (hasHeadWords && figures >= 0) return true;
  return (
    hasHeadWords &&
    count >= 3 &&
    following.slice(0, 2).filter(({ pieces }) => pieces.length >= 3).length === 2
  );
}

/** A number, with spaces between thousands, in per cent or about; or all of them. */
export function isFigure(text: string): boolean {
  return /^(?:ca\.? |cirka |omkring |drygt )?-?\d{1,3}(?:[  ]?\d{3})*(?:,\d+)? ?%?$|^samtliga$|^[–-]$/i.test(
    text.trim(),
  );
}

function endOfHead(lines: readonly SourceLine[], start: number): number {
  let end = start + 1;
  while (end < lines.length && end < start + 5) {
    const line = lines[end];
    if (!line || line.isApart || line.pieces.some(({ text }) => isFigure(text) || /^\p{Lu}/u.test(text)))
      break;
    end++;
  }
  return end;
}

function captionAt(lines: readonly SourceLine[], index: number): string | undefined {
  const line = lines[index];
  return line && /^(?:tabell|källa)\b/i.test(line.text) ? line.text : undefined;
}
