import type { SourceLine } from '../source-text.ts';

const pageNumber = /^(?:-\s*)?(?:sida\s+|s\.\s*)?\d{1,3}(?:\s*(?:av|\(|\/)\s*\d{1,3}\)?)?(?:\s*-)?$/i;

/** The lines without page numbers, running heads and tables of contents. Their places stay as they were. */
export function withoutFurniture(lines: readonly SourceLine[]): readonly SourceLine[] {
  const repeated = repeatedLines(lines);
  const isDropped = lines.map((line, index) => {
    if (line.text === '') return false;
    if (pageNumber.test(line.text)) return standsAlone(lines, index);
    if (repeated.has(patternOf(line.text))) return true;
    return isBesidePageNumber(lines, index);
  });
  for (const index of contentsLines(lines)) isDropped[index] = true;
  let isApart = false;
  let opensPage = false;
  return lines.flatMap((line, index) => {
    if (isDropped[index]) {
      isApart ||= line.isApart;
      opensPage ||= line.opensPage;
      return [];
    }
    const kept = { ...line, isApart: line.isApart || isApart, opensPage: line.opensPage || opensPage };
    isApart = false;
    opensPage = false;
    return [kept];
  });
}

function patternOf(text: string): string {
  return text.replace(/\d+/g, '#');
}

/** What stands first or last on at least three pages, or in a text without pages, apart from the rest as often. */
function repeatedLines(lines: readonly SourceLine[]): ReadonlySet<string> {
  const hasPages = lines.some(({ place }) => place.page !== undefined);
  const counts = new Map<string, number>();
  for (const { text } of lines) counts.set(patternOf(text), (counts.get(patternOf(text)) ?? 0) + 1);
  const isFrequent = (line: SourceLine | undefined) =>
    line !== undefined && (counts.get(patternOf(line.text)) ?? 0) >= 3;
  const atEdges = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (line.text.length > 100 || line.text.length < 3 || !isFrequent(line) || isPart(line.text)) continue;
    const [above, below] = [lines[index - 1], lines[index + 1]];
    const isAtEdge = hasPages
      ? [index - 2, index - 1, index + 1, index + 2].some(
          (near) => lines[near]?.place.page !== line.place.page,
        )
      : (line.isApart || isFrequent(above)) && (below === undefined || below.isApart || isFrequent(below));
    if (isAtEdge) atEdges.set(patternOf(line.text), (atEdges.get(patternOf(line.text)) ?? 0) + 1);
  }
  return new Set([...atEdges].filter(([, count]) => count >= 3).map(([pattern]) => pattern));
}

/** `Bedömning`, `Iakttagelse Bedömning`, `Kontrollmål 1`, a verdict, the end of a cell: they may well stand in every chapter. */
function isPart(text: string): boolean {
  return (
    /^\p{Ll}/u.test(text) ||
    /iakttagelse|bedömning|kontrollmål|revisionsfråg|rekommend|slutsats|^\d[\d.]* |svar|antal|nämnden|styrelsen|[.?:]$/i.test(
      text,
    ) ||
    /^(?:ja|nej|delvis|i huvudsak|i allt väsentligt|uppfyll|ej |inte |samtliga|hög$|medel$|låg$|grön|gul|röd)/i.test(
      text,
    )
  );
}

function standsAlone(lines: readonly SourceLine[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  return line !== undefined && line.pieces.length < 2 && line.isApart && (next === undefined || next.isApart);
}

/** `Borås Stad | Stadsrevisionen•` beside the page's number. */
function isBesidePageNumber(lines: readonly SourceLine[], index: number): boolean {
  const line = lines[index];
  if (!line || line.text.length > 80 || !/\||•$/.test(line.text)) return false;
  return [index - 1, index + 1].some((near) => {
    const other = lines[near];
    return other !== undefined && pageNumber.test(other.text) && standsAlone(lines, near);
  });
}

/** At least three lines on end that close with a page number, and the heading above them. */
function contentsLines(lines: readonly SourceLine[]): readonly number[] {
  const isEntry = lines.map(
    ({ text, pieces }) =>
      /(?:\.{3,}|…+|(?:\. ){3,})\s*\d{1,3}$/.test(text) ||
      (pieces.length > 1 &&
        /^\d{1,3}$/.test(pieces.at(-1)?.text ?? '') &&
        /^\p{L}|^\d+(\.\d+)*\.? \p{Lu}/u.test(text) &&
        !/\d/.test(
          pieces
            .slice(0, -1)
            .map((piece) => piece.text)
            .join(' ')
            .replace(/^[\d.]+/, ''),
        )),
  );
  const dropped: number[] = [];
  for (let start = 0; start < lines.length; start++) {
    let end = start;
    while (isEntry[end]) end++;
    if (end - start >= 3) {
      for (let index = start; index < end; index++) dropped.push(index);
      if (/^innehåll/i.test(lines[start - 1]?.text ?? '')) dropped.push(start - 1);
    }
    start = Math.max(start, end);
  }
  return dropped;
}
