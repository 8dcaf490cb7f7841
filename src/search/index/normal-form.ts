import {
  compoundToken,
  isAcronym,
  piecesOf,
  stemOf,
  stopWords,
  withoutLink,
  wordsIn,
} from '../language/index.ts';
import type { Splitter } from './compounds.ts';

/** A word of a text as it is indexed: the stems of its parts, one where it is no compound. */
export interface NormalWord {
  readonly stems: readonly string[];
  /** As it stands in the text. */
  readonly written: string;
  /** For an elliptic word, `ny-`, its parts with the head that it lacks: `ny`, `byggnader`. */
  readonly whole?: readonly [first: string, head: string];
}

/** What is put before a verb or its noun, which is then no compound but has a head: ny- och ombyggnad. */
const particles = /^(?:om|av|till|in|ut|upp|ned|ner|på|för|be|er|vidare|åter|bort|fram)(\p{L}{5,})$/iu;

const joiners = new Set(['och', 'eller', 'samt', 'respektive', '/']);

/** The stems of a word: of the parts between hyphens, and of the parts of those that are compounds. */
export function stemsOf(word: string, split: Splitter): readonly string[] {
  return piecesOf(word).flatMap((piece) =>
    isAcronym(piece)
      ? [piece.toLowerCase()]
      : split(piece).map((part, index, parts) => stemOf(index < parts.length - 1 ? withoutLink(part) : part)),
  );
}

/** The words of a text, with the head that an elliptic first part lacks: `läs-` of `läs- och skrivbehörighet` is läsbehörighet. */
export function normalWords(text: string, split: Splitter): readonly NormalWord[] {
  const words = wordsIn(text);
  return words.map(({ word }, index) => {
    const stems = stemsOf(word, split);
    if (!word.endsWith('-')) return { stems, written: word };
    const following = words.slice(index + 1, index + 7).map((next) => next.word);
    const head = headAfter(following, split);
    if (head === undefined) return { stems, written: word };
    return { stems: [...stems, stemOf(head)], written: word, whole: [word.slice(0, -1), head] };
  });
}

/** The last part of the compound that ends the list which an elliptic word begins. */
function headAfter(following: readonly string[], split: Splitter): string | undefined {
  let hasJoiner = false;
  for (const word of following) {
    if (joiners.has(word.toLowerCase())) hasJoiner = true;
    else if (!word.endsWith('-')) {
      const parts = piecesOf(word).flatMap((piece) => split(piece));
      const last = parts.at(-1);
      if (!hasJoiner || last === undefined) return undefined;
      if (parts.length > 1) return last;
      return particles.exec(word)?.[1];
    }
  }
  return undefined;
}

/** Words as Pagefind is to index them. Those that say nothing are left out, since they are never asked for. */
export function indexText(words: readonly NormalWord[]): string {
  return words
    .filter(({ stems, written }) => stems.length > 0 && !stopWords.has(written.toLowerCase()))
    .map(({ stems }) => compoundToken(stems))
    .join(' ');
}
