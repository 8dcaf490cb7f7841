import { beginsWithBullet, joinedLines, withoutBullet } from '../mending.ts';
import { type Block, type SourceLine, spanning } from '../source-text.ts';
import { columnTableAt } from './column-tables.ts';
import { withFlowingTables } from './flowing-tables.ts';
import { withoutFurniture } from './furniture.ts';
import { headingParts } from './headings.ts';
import { outlineOf } from './outline.ts';

/** Lines as blocks: headings, paragraphs, items, tables and footnotes, with page furniture gone and broken words whole. */
export function blocksOfLines(written: readonly SourceLine[]): readonly Block[] {
  const lines = withoutFurniture(written);
  const { headings } = outlineOf(lines);
  const notes = footnoteLines(lines, headings);
  const assembler = new Assembler();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) continue;
    const note = notes.get(index);
    if (note) {
      assembler.note(note.label, note.text, spanning(line.place, lines[note.end - 1]?.place ?? line.place));
      index = note.end - 1;
      continue;
    }
    const found = columnTableAt(lines, index, (at) => headings.has(at) || notes.has(at));
    if (found) {
      assembler.table(found.table);
      index = found.end - 1;
      continue;
    }
    if (headings.has(index)) {
      const rest = headingContinues(lines, index, headings);
      const text = joinedLines(lines.slice(index, rest).map((each) => each.text));
      assembler.heading(text, line, lines[rest - 1] ?? line);
      index = rest - 1;
      continue;
    }
    const beside = sideBySideFrom(lines, index, headings);
    for (const column of beside.columns) assembler.apart(column);
    if (beside.columns.length > 0) index = beside.end - 1;
    else assembler.line(line);
  }
  return withFlowingTables(assembler.blocks());
}

/** A heading that is set larger goes on over the next lines of the same size. */
function headingContinues(
  lines: readonly SourceLine[],
  index: number,
  headings: ReadonlySet<number>,
): number {
  const size = lines[index]?.size ?? 1;
  let end = index + 1;
  while (
    size >= 1.12 &&
    lines[end] &&
    !lines[end]?.isApart &&
    !headings.has(end) &&
    Math.abs((lines[end]?.size ?? 0) - size) < 0.03
  )
    end++;
  return end;
}

/** Lines of short pieces with gaps between them, such as the names of two who have signed: a column is a paragraph. */
function sideBySideFrom(
  lines: readonly SourceLine[],
  start: number,
  headings: ReadonlySet<number>,
): { readonly columns: readonly (readonly SourceLine[])[]; readonly end: number } {
  const count = lines[start]?.pieces.length ?? 0;
  let end = start;
  while (
    count > 1 &&
    lines[end]?.pieces.length === count &&
    !headings.has(end) &&
    lines[end]?.pieces.every(({ text }) => text.length <= 45 && /\p{L}/u.test(text))
  )
    end++;
  const taken = lines.slice(start, end);
  const columns = Array.from({ length: end > start ? count : 0 }, (_, column) =>
    taken.map((line) => ({
      ...line,
      text: line.pieces[column]?.text ?? '',
      pieces: line.pieces.slice(column, column + 1),
    })),
  );
  return { columns, end };
}

interface FootnoteLines {
  readonly label: string;
  readonly text: string;
  readonly end: number;
}

/**
 * The lines on which footnotes begin: those with the next number, which stands in the text too, right after a word.
 */
function footnoteLines(
  lines: readonly SourceLine[],
  headings: ReadonlySet<number>,
): ReadonlyMap<number, FootnoteLines> {
  const notes = new Map<number, FootnoteLines>();
  const references = new Set(
    lines.flatMap(({ text }) =>
      [...text.matchAll(/(?:\p{L}{2}[).,”"]?|\d\.(?=\d{1,2}$))(\d{1,2})(?=[\s.,;:)]|$)/gu)].map(
        ([, number]) => Number(number),
      ),
    ),
  );
  let expected = 1;
  for (const [index, { text }] of lines.entries()) {
    const [, number = '', words = ''] = /^(\d{1,2})\s+([\p{L}(”"].*)$/u.exec(text) ?? [];
    if (Number(number) !== expected || headings.has(index) || !references.has(expected)) continue;
    let end = index + 1;
    const texts = [words];
    while (end < lines.length && end < index + 8) {
      const next = lines[end];
      if (!next || headings.has(end) || next.opensPage || /^\d{1,2}\s/.test(next.text)) break;
      const goesOn = next.isApart ? /^\p{Ll}/u.test(next.text) && !/[.!?]$/.test(texts.at(-1) ?? '') : true;
      if (!goesOn || next.text === '') break;
      texts.push(next.text);
      end++;
    }
    notes.set(index, { label: number, text: joinedLines(texts), end });
    expected++;
  }
  return notes;
}

type Open =
  | { kind: 'paragraph'; lines: SourceLine[] }
  | { kind: 'item'; label?: string; lines: SourceLine[] };

/** Puts lines together as they come. */
class Assembler {
  readonly #blocks: Block[] = [];
  #open: Open | undefined;

  line(line: SourceLine): void {
    if (line.text === '') {
      this.#close();
      this.#blocks.push({ kind: 'paragraph', text: '', place: line.place });
      return;
    }
    const [, label] = /^(\d{1,2}|[a-h])[.)]\s+\S/.exec(line.text) ?? [];
    if (beginsWithBullet(line.text)) {
      this.#begin({ kind: 'item', lines: [{ ...line, text: withoutBullet(line.text) }] });
    } else if (label !== undefined && this.#mayBegin(label)) {
      this.#begin({ kind: 'item', label, lines: [{ ...line, text: line.text.replace(/^\S+\s+/, '') }] });
    } else if (this.#open && (!line.isApart || this.#goesOn(line))) {
      this.#open.lines.push(line);
    } else {
      this.#begin({ kind: 'paragraph', lines: [line] });
    }
  }

  /** Lines that are a paragraph of their own. */
  apart(lines: readonly SourceLine[]): void {
    this.#begin({ kind: 'paragraph', lines: [...lines] });
    this.#close();
  }

  heading(text: string, first: SourceLine, last: SourceLine): void {
    this.#close();
    const parts = headingParts(text);
    const isChapter = first.size > 1.35 || !/\p{Ll}/u.test(text);
    const level = parts.label?.split('.').length ?? (isChapter ? 1 : 2);
    this.#blocks.push({ kind: 'heading', ...parts, level, place: spanning(first.place, last.place) });
  }

  table(table: Block): void {
    this.#close();
    this.#blocks.push(table);
  }

  /** A footnote stands at the foot of its page; the paragraph that it breaks off goes on below it. */
  note(label: string, text: string, place: Block['place']): void {
    const [last] = this.#open?.lines.slice(-1) ?? [];
    const isWhole = last === undefined || this.#open?.kind === 'item' || /[.:;?!]$/.test(last.text);
    if (isWhole) this.#close();
    this.#blocks.push({ kind: 'footnote', label, text, place });
  }

  blocks(): readonly Block[] {
    this.#close();
    return this.#blocks;
  }

  #mayBegin(label: string): boolean {
    const open = this.#open;
    const number = Number(label);
    if (label === 'a' || number === 1) return true;
    const last = this.#blocks.at(-1);
    const before = open?.kind === 'item' ? open.label : last?.kind === 'item' ? last.label : undefined;
    if (before === undefined) return false;
    return Number.isNaN(number)
      ? label.charCodeAt(0) === before.charCodeAt(0) + 1
      : number === Number(before) + 1;
  }

  /** A sentence that is not at its end goes on after an empty line, or on the next page. */
  #goesOn(line: SourceLine): boolean {
    const last = this.#open?.lines.at(-1)?.text ?? '';
    return /^\p{Ll}/u.test(line.text) && !/[.:;?!]$/.test(last);
  }

  #begin(open: Open): void {
    this.#close();
    this.#open = open;
  }

  #close(): void {
    const open = this.#open;
    const [first] = open?.lines ?? [];
    const last = open?.lines.at(-1);
    this.#open = undefined;
    if (!open || !first || !last) return;
    const text = joinedLines(open.lines.map((line) => line.text));
    const place = spanning(first.place, last.place);
    this.#blocks.push(
      open.kind === 'paragraph'
        ? { kind: 'paragraph', text, place }
        : { kind: 'item', text, ...(open.label !== undefined && { label: open.label }), place },
    );
  }
}
