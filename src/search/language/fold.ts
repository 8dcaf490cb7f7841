/** Lower case, without diacritics: `Vård-` is `vard-`. Å, ä and ö are a, a and o, as many type them. */
export function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** A word: letters and digits, with hyphens, colons and slashes inside. A final hyphen belongs to it: `läs-`. */
const wordPattern = /[\p{L}\p{N}]+(?:[-:/][\p{L}\p{N}]+)*-?/gu;

export interface WordInText {
  readonly word: string;
  readonly index: number;
}

/** The words of a text, as they stand, in order. */
export function wordsIn(text: string): readonly WordInText[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({ word: match[0], index: match.index }));
}
