import { headingsInLine } from '../column-roles.ts';
import type { SourceLine } from '../source-text.ts';
import { headingParts, isUsualHeading } from './headings.ts';

interface Candidate {
  readonly index: number;
  readonly numbers: readonly number[];
  readonly weight: number;
}

export interface Outline {
  /** Which lines are headings. */
  readonly headings: ReadonlySet<number>;
  /** Lines on which the numbering begins again at 1, after chapters of its own. */
  readonly restarts: readonly number[];
}

/**
 * Which lines are headings: those whose numbers follow on each other (1, 1.1, 1.2, 2), those that are set larger than the text, and
 * those that are called what reports call their parts. The numbers tell a heading from a footnote or an item that also begins with
 * one.
 */
export function outlineOf(lines: readonly SourceLine[]): Outline {
  const numbered = bestChain(candidatesIn(lines));
  const headings = new Set(numbered.map(({ index }) => index));
  // A report whose parts have no numbers sets their headings apart, on lines of their own.
  const hasNumbers = numbered.length >= 3;
  let isInTable = false;
  for (const [index, line] of lines.entries()) {
    if (headingsInLine(line.text) !== undefined) isInTable = true;
    const isHeading =
      isUnnumberedHeading(line, lines[index + 1]) ||
      isInCapitals(line) ||
      (!hasNumbers && !isInTable && isSetApart(lines, index));
    if (isHeading) headings.add(index);
    if (headings.has(index)) isInTable = false;
  }
  const restarts = numbered.filter(
    ({ numbers }, place) => place > 0 && numbers.length === 1 && numbers[0] === 1,
  );
  return { headings, restarts: restarts.map(({ index }) => index) };
}

function isInCapitals({ text, pieces, isApart }: SourceLine): boolean {
  return (
    isApart &&
    pieces.length === 1 &&
    text.length <= 70 &&
    (text.match(/\p{Lu}/gu)?.length ?? 0) >= 6 &&
    !/\p{Ll}|[.?:;,]$/u.test(text)
  );
}

/** A short line between empty ones, with text below it, that is no sentence, item, name or date. */
function isSetApart(lines: readonly SourceLine[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (!line || !next || index < 3 || !line.isApart || !next.isApart || line.pieces.length > 1) return false;
  if (
    line.text.length > 60 ||
    !/^\p{Lu}\p{Ll}.*(?:\p{L}|(?<=^(?:Vad|Varför|Hur|Vilka)(?!\p{L}).*)\?)$/u.test(line.text) ||
    /\d|(?:bör|ska|skall|behöver|måste|att)$/.test(line.text)
  )
    return false;
  return next.text.length > 60 || next.pieces.length > 1 || /^[•*\-–—\p{Co}]|^\d\.|^[a-z]\)/u.test(next.text);
}

function isUnnumberedHeading(line: SourceLine, next: SourceLine | undefined): boolean {
  if (line.pieces.length > 1 || /^\d+$/.test(line.text)) return false;
  if (line.size >= 1.12) return line.isApart && line.text.length <= 110 && !/[.,;]$/.test(line.text);
  return (
    line.isApart &&
    isUsualHeading(line.text) &&
    (next === undefined || next.isApart || /^\p{Lu}|^[•\-–]/u.test(next.text))
  );
}

function candidatesIn(lines: readonly SourceLine[]): readonly Candidate[] {
  const found = lines.flatMap((line, index): Candidate[] => {
    const { label, title } = headingParts(line.text);
    if (label === undefined || !/^\p{Lu}/u.test(title) || title.length > 100) return [];
    if (/[.,;?]$/.test(title) && line.size < 1.12) return [];
    if (/\.{3,}|…/.test(title)) return [];
    const numbers = label.split('.').map(Number);
    const deep = numbers.length > 1 ? 0.2 : 0;
    return [{ index, numbers, weight: 1 + deep + (line.size >= 1.12 ? 1 : 0) + (line.isApart ? 0.1 : 0) }];
  });
  // Footnotes and numbered items stand close to each other; chapters have text between them.
  return found.map((candidate, place) => {
    const isNextTo = (other: Candidate | undefined, step: number) =>
      other !== undefined &&
      Math.abs(other.index - candidate.index) <= 2 &&
      candidate.numbers.length === 1 &&
      other.numbers.length === 1 &&
      other.numbers[0] === (candidate.numbers[0] ?? 0) + step;
    const isListed = isNextTo(found[place - 1], -1) || isNextTo(found[place + 1], 1);
    return isListed ? { ...candidate, weight: candidate.weight - 0.9 } : candidate;
  });
}

/** The chain of candidates, each of which may follow the one before it, that weighs most. */
function bestChain(candidates: readonly Candidate[]): readonly Candidate[] {
  const best: { readonly weight: number; readonly before: number }[] = [];
  for (const [place, candidate] of candidates.entries()) {
    let weight = startCost(candidate.numbers);
    let before = -1;
    for (let earlier = place - 1; earlier >= 0 && earlier > place - 400; earlier--) {
      const other = candidates[earlier];
      const soFar = best[earlier]?.weight ?? 0;
      if (!other) continue;
      const step = stepCost(other.numbers, candidate.numbers);
      if (step === undefined || soFar + step <= weight) continue;
      weight = soFar + step;
      before = earlier;
    }
    best.push({ weight: weight + candidate.weight, before });
  }
  let place = best.reduce(
    (most, { weight }, index) => (weight > (best[most]?.weight ?? 0) ? index : most),
    0,
  );
  const chain: Candidate[] = [];
  while (place >= 0) {
    const candidate = candidates[place];
    if (!candidate) break;
    chain.unshift(candidate);
    place = best[place]?.before ?? -1;
  }
  return chain;
}

function startCost([chapter = 0, ...rest]: readonly number[]): number {
  return chapter === 1 && rest.length === 0 ? 0 : chapter === 1 ? -0.5 : -1.5;
}

/** What it costs that one number comes after another; nothing where it cannot. */
function stepCost(earlier: readonly number[], later: readonly number[]): number | undefined {
  const shared = later.slice(0, -1);
  const last = later.at(-1) ?? 0;
  if (later.length > earlier.length) {
    if (later.length > earlier.length + 1 || !earlier.every((number, index) => number === later[index]))
      return undefined;
    return last === 1 ? 0 : last === 2 ? -1 : undefined;
  }
  if (later.length === 1 && last === 1) return -3.2;
  if (!shared.every((number, index) => number === earlier[index])) return undefined;
  const skipped = last - (earlier[later.length - 1] ?? 0) - 1;
  return skipped < 0 || skipped > 2 ? undefined : -skipped;
}
