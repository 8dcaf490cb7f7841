import { folded, stemOfWritten, stopWords, tellingWords } from '../language/index.ts';
import type { IndexedGroup } from './thesaurus.ts';

/*
 * Abbreviations that the archive's own texts explain: `barn- och utbildningsnämnden (BUN)`. Which words are meant is found as Schwartz
 * and Hearst do (A simple algorithm for identifying abbreviation definitions in biomedical text, 2003).
 */

/** Before a number the letters belong to that: `direktiv (EU) 2016/680`. */
const inBrackets = /\((\p{Lu}[\p{Lu}\d]{1,5})\)(?!\s*\d)/gu;
/** Shorter ones are other words too often: only in capitals do they mean what was explained. */
const shortestInAnyCase = 3;

/** Gathers explained abbreviations from texts. */
export class AcronymLearner {
  /** By abbreviation, then by the stems of what it stands for: the form that comes first in the alphabet, so that order tells nothing. */
  readonly #explained = new Map<string, Map<string, string>>();

  add(text: string): void {
    for (const { 1: acronym = '', index } of text.matchAll(inBrackets)) {
      const meant = longForm(text.slice(Math.max(0, index - longestLookedAt), index), acronym);
      if (meant === undefined) continue;
      const forms = this.#explained.get(acronym) ?? new Map<string, string>();
      const key = stemsOf(meant);
      const known = forms.get(key);
      if (known === undefined || meant < known) forms.set(key, meant);
      this.#explained.set(acronym, forms);
    }
  }

  /**
   * A group for each explanation that the thesaurus lacks.
   *
   * @param isWord tells whether something in lower case is a common word, which an abbreviation may not be taken for
   */
  groups(known: readonly IndexedGroup[], isWord: (word: string) => boolean): readonly IndexedGroup[] {
    const explained = new Set(
      known.flatMap(({ terms, acronyms, capitals }) =>
        [...acronyms, ...capitals].flatMap((acronym) =>
          terms.map((term) => `${acronym.toUpperCase()} ${stemsOf(term)}`),
        ),
      ),
    );
    return [...this.#explained]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([acronym, forms]): readonly IndexedGroup[] => {
        const terms = [...forms]
          .filter(([stems]) => !explained.has(`${acronym} ${stems}`))
          .map(([, form]) => form)
          .toSorted();
        const inAnyCase = acronym.length >= shortestInAnyCase && !isWord(acronym.toLowerCase());
        return terms.map((term) => ({
          terms: [term],
          acronyms: inAnyCase ? [acronym] : [],
          capitals: inAnyCase ? [] : [acronym],
          everyday: [],
          narrower: [],
          related: [],
        }));
      });
  }
}

const longestLookedAt = 120;

/** The words right before an abbreviation that it stands for: each of its letters comes in them, the first at a word's beginning. */
function longForm(before: string, acronym: string): string | undefined {
  const sentence = before.split(/[.:;!?()\n]/).at(-1) ?? '';
  const words = sentence.trim().split(/\s+/);
  const most = Math.min(acronym.length + 5, acronym.length * 2);
  const text = words.slice(-most).join(' ');
  const lower = text.toLowerCase();
  let at = lower.length;
  for (const [index, letter] of [...[...acronym.toLowerCase()].entries()].toReversed()) {
    const mustBegin = index === 0;
    do at = at > 0 ? lower.lastIndexOf(letter, at - 1) : -1;
    while (at > 0 && mustBegin && /[\p{L}\p{N}]/u.test(lower.charAt(at - 1)));
    if (at < 0) return undefined;
  }
  const meant = text.slice(at);
  const [first = ''] = meant.toLowerCase().split(' ');
  const isPlain =
    /^\p{L}[\p{L} -]*$/u.test(meant) && !stopWords.has(first) && meant.length > acronym.length + 2;
  return isPlain && folded(meant) !== folded(acronym) ? meant : undefined;
}

function stemsOf(expression: string): string {
  return tellingWords(expression).map(stemOfWritten).join(' ');
}
