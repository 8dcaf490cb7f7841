import { compoundToken, isAcronym, piecesOf, stemOf, withoutLink, wordsIn } from '../language/index.ts';
import type { Splitter } from './compounds.ts';

/** A word of a text as it is indexed: the stems of its parts, one where it is no compound. */
export interface NormalWord {
  readonly stems: readonly string[];
  /** As it stands in the text. */
  readonly written: string;
}

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
    const head = headAfter(
      words.slice(index + 1, index + 7).map((next) => next.word),
      split,
    );
    return { stems: head === undefined ? stems : [...stems, head], written: word };
  });
}

/** The last stem of the compound that ends the list which an elliptic word begins. */
function headAfter(following: readonly string[], split: Splitter): string | undefined {
  let hasJoiner = false;
  for (const word of following) {
    if (joiners.has(word.toLowerCase())) hasJoiner = true;
    else if (!word.endsWith('-')) {
      const stems = stemsOf(word.split('-').at(-1) ?? word, split);
      return hasJoiner && stems.length > 1 ? stems.at(-1) : undefined;
    }
  }
  return undefined;
}

/** Words as Pagefind is to index them. */
export function indexText(words: readonly NormalWord[]): string {
  return words
    .filter(({ stems }) => stems.length > 0)
    .map(({ stems }) => compoundToken(stems))
    .join(' ');
}
