import { stemOf, wordsOfFirstPart } from '../language/index.ts';
import type { Dictionary } from './dictionary.ts';

/** The parts of a word as they stand in it: `informations`, `säkerhets`, `policyn`. A word that is no compound is its own only part. */
export type Splitter = (word: string) => readonly string[];

/** How often the archive has words of a stem. */
export type StemCounts = ReadonlyMap<string, number>;

/** Prepositions, prefixes and endings that look like words, and would split what is one word. */
const never = new Set(
  (
    'upp till under sam åter för över av an in ut från efter med mot om på vid genom bi fram ned ner o miss be er ent van und all hel själv ' +
    'icke hit bort hop kring ifrån emot ihop tillbaka utan innan mellan inter ny mång hög låg stor del rätt lik fast vice rikt avs ord ing ans ' +
    'ens het ett att och som den det man sig hos per pro re ber ring rings ning nings ande ation'
  ).split(' '),
);

/** First parts that municipal Swedish has and the dictionary lacks. */
const furtherFirstParts = new Set(
  'oros lär två faktors kärn moln hem vuxen kris grann yrkes bistånds'.split(' '),
);

const shortestSplit = 7;
const shortestPart = 3;
const deepest = 4;

/**
 * Splits compounds by the dictionary's rules. A word that the dictionary lists by itself is split only where the archive has its parts
 * as words too: `uppsala` and `förskola` are words, not compounds, unless they are made of what the archive talks about.
 */
export function compoundSplitter(dictionary: Dictionary, archiveStems: StemCounts): Splitter {
  const known = new Map<string, readonly string[]>();
  const isSeen = (...forms: readonly string[]) => forms.some((form) => archiveStems.has(stemOf(form)));

  /** The word that a first part comes from, and whether the dictionary says so. */
  const firstPart = (part: string): { readonly word: string; readonly isListed: boolean } | undefined => {
    if (part.length < shortestPart || never.has(part)) return undefined;
    if (furtherFirstParts.has(part)) return { word: part, isListed: true };
    const word = dictionary.first.get(part);
    if (word !== undefined) return { word, isListed: true };
    return wordsOfFirstPart(part).some((form) => dictionary.known.has(form) && isSeen(form))
      ? { word: part, isListed: false }
      : undefined;
  };

  const lastPart = (part: string): string | undefined => {
    if (part.length < shortestPart || never.has(part)) return undefined;
    const word = dictionary.last.get(part);
    return word !== undefined && word.length >= shortestPart ? word : undefined;
  };

  const bestSplit = (word: string, depth: number): readonly string[] | undefined => {
    if (word.length < 6 || depth > deepest) return undefined;
    const isWord = dictionary.known.has(word);
    let best: readonly string[] | undefined;
    let bestScore = -1;
    for (let at = shortestPart; at <= word.length - shortestPart; at += 1) {
      const left = word.slice(0, at);
      const right = word.slice(at);
      const first = firstPart(left);
      if (!first) continue;
      const last = lastPart(right);
      const rest = last === undefined ? bestSplit(right, depth + 1) : [right];
      if (!rest) continue;
      const leftIsSeen = !first.isListed || isSeen(first.word, ...wordsOfFirstPart(left));
      const rightIsSeen = last === undefined || isSeen(last, right);
      if (!first.isListed && !(rightIsSeen && rest.every(({ length }) => length >= 5))) continue;
      if (isWord && !(leftIsSeen && rightIsSeen)) {
        if (!(leftIsSeen && right.length >= 6) && !(rightIsSeen && left.length >= 6)) continue;
      }
      if (!isWord && !leftIsSeen && !rightIsSeen && Math.min(left.length, (rest[0] ?? '').length) < 4)
        continue;
      if (left.length <= 3 && !leftIsSeen) continue;
      if (right.length <= 3 && !rightIsSeen) continue;
      const shortest = Math.min(left.length, ...rest.map(({ length }) => length));
      const score = shortest * 10 - rest.length + (left.endsWith('s') ? 0.5 : 0);
      if (score > bestScore) {
        bestScore = score;
        best = [left, ...rest];
      }
    }
    return best;
  };

  const parts = (word: string, depth = 0): readonly string[] => {
    const split = bestSplit(word, 0);
    if (!split) return [word];
    return split.flatMap((part, index) => {
      if (depth > 3 || part.length < shortestSplit + 1) return [part];
      const core = index < split.length - 1 && part.endsWith('s') ? part.slice(0, -1) : part;
      const inner = parts(core, depth + 1);
      if (inner.length === 1) return [part];
      return core === part ? inner : [...inner.slice(0, -1), `${inner.at(-1)}s`];
    });
  };

  return (word) => {
    const lower = word.toLowerCase();
    if (lower.length < shortestSplit || /[^\p{L}]/u.test(lower)) return [word];
    const cached = known.get(lower);
    const lowerParts = cached ?? parts(lower);
    if (!cached) known.set(lower, lowerParts);
    let at = 0;
    return lowerParts.map((part) => {
      const start = at;
      at += part.length;
      return word.slice(start, at);
    });
  };
}
