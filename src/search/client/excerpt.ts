import { folded, stemOfWritten, wordsIn } from '../language/index.ts';
import type { Run, Runs } from './types.ts';

/** What is to be marked in a text. */
export interface Marks {
  readonly stems: ReadonlySet<string>;
  /** Literally. */
  readonly phrases: readonly string[];
}

const shortestInside = 4;
const excerptLength = 260;
const leadIn = 60;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A whole text with what answers the query marked, whole compounds where a part of them does. */
export function markedText(text: string, marks: Marks): Runs {
  return runsOf(text, spansIn(text, marks), 0, text.length);
}

/** The passage of a text in which most is marked, from the beginning of a word to the end of one. */
export function excerpt(text: string, marks: Marks): Runs {
  const spans = spansIn(text, marks);
  if (text.length <= excerptLength) return runsOf(text, spans, 0, text.length);
  let best = 0;
  let bestStart = 0;
  for (const [index, { start }] of spans.entries()) {
    const inside = spans.slice(index).filter(({ end }) => end <= start + excerptLength - leadIn);
    const different = new Set(inside.map((span) => folded(text.slice(span.start, span.end))));
    const worth = different.size * 3 + inside.length;
    if (worth > best) {
      best = worth;
      bestStart = start;
    }
  }
  const from = wordStart(text, Math.max(0, Math.min(bestStart - leadIn, text.length - excerptLength)));
  const to = wordEnd(text, from + excerptLength);
  const runs = runsOf(text, spans, from, to);
  return [
    ...(from > 0 ? [{ text: '… ', isMarked: false }] : []),
    ...runs,
    ...(to < text.length ? [{ text: ' …', isMarked: false }] : []),
  ];
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space < 0 || space - at > 30 ? at : space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return at - space > 30 ? at : space;
}

function spansIn(text: string, { stems, phrases }: Marks): readonly Span[] {
  const inside = [...stems].map(folded).filter(({ length }) => length >= shortestInside);
  const words = wordsIn(text).flatMap(({ word, index }): Span[] => {
    const bare = word.replace(/-$/, '');
    if (!stems.has(stemOfWritten(bare)) && !holdsPart(folded(bare), inside)) return [];
    return [{ start: index, end: index + bare.length }];
  });
  const plain = sameLength(text);
  const literal = phrases.flatMap((phrase) => {
    const found: Span[] = [];
    const wanted = sameLength(phrase);
    for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
      found.push({ start: at, end: at + wanted.length });
    }
    return found;
  });
  return [...words, ...literal]
    .toSorted((a, b) => a.start - b.start)
    .reduce<Span[]>((kept, span) => {
      const last = kept.at(-1);
      if (last && span.start < last.end) {
        kept[kept.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
      } else {
        kept.push(span);
      }
      return kept;
    }, []);
}

/** A compound holds a part where it begins or ends with it, and has a word's room beside it. */
function holdsPart(word: string, parts: readonly string[]): boolean {
  return parts.some((part) => {
    const at = word.indexOf(part);
    return at === 0 || at >= 3;
  });
}

/** Lower case without diacritics, letter for letter. */
function sameLength(text: string): string {
  return text.toLowerCase().replace(/[^\p{ASCII}]/gu, (letter) => {
    const plain = folded(letter);
    return plain.length === letter.length ? plain : letter;
  });
}

function runsOf(text: string, spans: readonly Span[], from: number, to: number): Runs {
  const runs: Run[] = [];
  const add = (start: number, end: number, isMarked: boolean) => {
    if (end > start) runs.push({ text: text.slice(start, end), isMarked });
  };
  let at = from;
  for (const { start, end } of spans) {
    if (start < at || end > to) continue;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  return runs;
}
