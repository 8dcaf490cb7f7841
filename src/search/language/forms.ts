import { wordsIn } from './fold.ts';
import { stopWords } from './stop-words.ts';

/** What a compound's first part may be a form of, likeliest first: `säkerhets` of säkerhet, `gatu` of gata, `skol` of skola. */
export function wordsOfFirstPart(part: string): readonly string[] {
  return [
    part,
    ...(part.endsWith('s') ? [part.slice(0, -1)] : []),
    ...(/[oue]$/.test(part) ? [`${part.slice(0, -1)}a`] : []),
    ...(/[ae]$/.test(part) ? [part.slice(0, -1)] : []),
    `${part}a`,
    `${part}e`,
  ];
}

/** What is joined by hyphens, colons and slashes; without the ending after a colon: `IVO:s`. */
export function piecesOf(word: string): readonly string[] {
  return word
    .replace(/:[a-zåäö]{1,3}$/, '')
    .split(/[-:/]/)
    .filter((piece) => piece !== '');
}

/** Capitals alone, few enough to be an abbreviation: it has no endings. */
export function isAcronym(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\d]{1,5}$/u.test(word);
}

/** The first part of a compound without its linking s: `säkerhet` of `säkerhets`. */
export function withoutLink(part: string): string {
  return /[^s]s$/i.test(part) && part.length > 4 ? part.slice(0, -1) : part;
}

/**
 * The words by which an expression is known: those that say something. Where that is a single one, all of them, since `god man` is not
 * `god`.
 */
export function tellingWords(expression: string): readonly string[] {
  const words = wordsIn(expression).map(({ word }) => word);
  const telling = words.filter((word) => !stopWords.has(word.toLowerCase()));
  return telling.length > 1 || words.length === 1 ? telling : words;
}
