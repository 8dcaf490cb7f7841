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

/** Stands on records that have one of a thesaurus group's equivalents; `narrower` and `related` are the group's fainter words. */
export function groupToken(group: string, kind: 'equivalent' | 'narrower' | 'related'): string {
  return `q${{ equivalent: 'e', narrower: 'n', related: 'r' }[kind]}${group}${end}`;
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
