import { folded } from './fold.ts';

/*
 * How words stand in Pagefind's index. Each stem ends in a `z`, so that Pagefind's own stemmer finds nothing to take off and a search
 * for one stem matches no longer one. The parts of a compound are joined by `~`, which Pagefind reads as one word and as its parts.
 */

const end = 'z';
const joint = '~';

/** Rare letters for those that Pagefind would take for others. */
const letters: Readonly<Record<string, string>> = { å: 'q', ä: 'x', ö: 'w' };
/** Longer stems are cut, so that less of the index is words. */
const longest = 6;
const keptLetters = 4;

/** A stem as a word of the index. A long one is cut and sealed, with letters, since Pagefind splits a compound at digits. */
export function stemToken(stem: string): string {
  const plain = folded(stem.replace(/[åäö]/g, (letter) => letters[letter] ?? letter)).replace(
    /[^\p{L}\p{N}]/gu,
    '',
  );
  if (plain.length <= longest) return `${plain}${end}`;
  return `${plain.slice(0, keptLetters)}${inLetters(digestOf(plain), sealLength)}${end}`;
}

const sealLength = 3;

function digestOf(text: string): number {
  let digest = 7;
  for (const letter of text) digest = (digest * 31 + (letter.codePointAt(0) ?? 0)) % 0x7fffffff;
  return digest;
}

/** A number by so many letters; what they have no room for is lost. */
export function inLetters(number: number, length: number): string {
  let rest = number;
  let text = '';
  while (text.length < length) {
    text += String.fromCharCode(97 + (rest % 26));
    rest = Math.floor(rest / 26);
  }
  return text;
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
