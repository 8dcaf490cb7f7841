/*
 * How words stand in Pagefind's index. Each stem ends in a `z`, so that Pagefind's own stemmer finds nothing to take off and a search
 * for one stem matches no longer one. The parts of a compound are joined by `~`, which Pagefind reads as one word and as its parts.
 */

const end = 'z';
export const joint = '~';

/** A stem as a word of the index: without anything but letters and digits, which Pagefind would split at. */
export function stemToken(stem: string): string {
  return `${stem.replace(/[^\p{L}\p{N}]/gu, '')}${end}`;
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
  return `q${strength.charAt(0)}${group}${end}`;
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
