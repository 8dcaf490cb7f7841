import { folded } from './fold.ts';

/*
 * How words stand in Pagefind's index. Each stem ends in a `z`, so that Pagefind's own stemmer finds nothing to take off and a search
 * for one stem matches no longer one. The parts of a compound are joined by `~`, which Pagefind reads as one word and as its parts.
 */

const end = 'z';
export const joint = '~';

/** Stands for letters that Pagefind would take for others. */
const letters: Readonly<Record<string, string>> = { å: '0', ä: '1', ö: '2' };
/** Longer stems are cut, so that less of the index is words. */
const longest = 6;
const keptLetters = 4;

/** A stem as a word of the index: letters and digits alone, which Pagefind does not split at. A long one is cut and sealed. */
export function stemToken(stem: string): string {
  const plain = folded(stem.replace(/[åäö]/g, (letter) => letters[letter] ?? letter)).replace(
    /[^\p{L}\p{N}]/gu,
    '',
  );
  if (plain.length <= longest) return `${plain}${end}`;
  let seal = 7;
  for (const letter of plain) seal = (seal * 31 + (letter.codePointAt(0) ?? 0)) % 46_656;
  return `${plain.slice(0, keptLetters)}${seal.toString(36).padStart(3, '0')}${end}`;
}

/** A compound's stems as they are written in the index. */
export function compoundToken(stems: readonly string[]): string {
  return stems.map(stemToken).join(joint);
}

/** What is searched for, to find the compound as a whole. */
export function wholeToken(stems: readonly string[]): string {
  return stems.map(stemToken).join('');
}

/**
 * How a record answers to a group of the thesaurus: it has one of the equivalents; or the parts of one near each other, as `frånvaro
 * från skolan` has those of skolfrånvaro; or one of the group's fainter words.
 */
export type Strength = 'equivalent' | 'loose' | 'narrower' | 'related';

export function groupToken(group: string, strength: Strength): string {
  return `${group}${strength.charAt(0)}${end}`;
}

/** Stands on records that cite a rule, and with the numbers of a chapter and section, or an article, that part of it. */
export function citationToken(rule: string, numbers: readonly string[] = []): string {
  const letters = rule.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return `lx${letters}${numbers.map((number) => `q${number.replace(/[^a-z\d]/gi, '')}`).join('')}${end}`;
}

/** Stands on every record of a kind. */
export function kindToken(kind: string): string {
  return `kx${kind}${end}`;
}
