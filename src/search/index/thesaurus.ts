import { createHash } from 'node:crypto';
import type { ThesaurusGroup } from '../../archive/index.ts';
import {
  groupToken,
  inLetters,
  type Strength,
  stemOf,
  stemToken,
  stopWords,
  tellingWords,
} from '../language/index.ts';
import type { Splitter } from './compounds.ts';
import { type NormalWord, stemsOf } from './normal-form.ts';

/** An expression of a group, as words of stems; stop words are left out. */
interface Expression {
  readonly words: readonly (readonly string[])[];
  /** Only where it stands as written, without regard to case, or with it. */
  readonly exactly?: { readonly word: string; readonly isCased: boolean };
  readonly token: string;
}

export type IndexedGroup = Pick<
  ThesaurusGroup,
  'terms' | 'acronyms' | 'capitals' | 'everyday' | 'narrower' | 'related'
>;

/** How far from each other the parts of an expression may stand, in words that say something. */
const nearby = 5;

/**
 * A name for a group that changes only with its equivalents. It begins as the first of them does, so that Pagefind keeps the two in the
 * same file.
 */
export function groupName({ terms, acronyms }: Pick<IndexedGroup, 'terms' | 'acronyms'>): string {
  const digest = createHash('sha256')
    .update([...terms, ...acronyms].join('\n'))
    .digest();
  const beginning = stemToken(stemOf(tellingWords(terms[0] ?? '')[0] ?? '')).slice(0, 3);
  return `${beginning}q${inLetters(digest.readUIntBE(0, 5), 5)}`;
}

/** Tells which groups of the thesaurus a text has words of. */
export class GroupFinder {
  readonly #byFirst = new Map<string, Expression[]>();
  readonly #acronyms = new Map<string, Expression[]>();
  /** By the first part. */
  readonly #loose = new Map<string, { readonly parts: readonly string[]; readonly token: string }[]>();

  constructor(groups: readonly IndexedGroup[], split: Splitter) {
    for (const group of groups) {
      const name = groupName(group);
      const add = (written: string, strength: Strength) => {
        const words = tellingWords(written).map((word) => stemsOf(word, split));
        const first = words[0];
        if (first === undefined) return;
        append(this.#byFirst, first.join(' '), { words, token: groupToken(name, strength) });
      };
      const addAcronym = (word: string, isCased: boolean) =>
        append(this.#acronyms, word.toLowerCase(), {
          words: [],
          exactly: { word, isCased },
          token: groupToken(name, 'equivalent'),
        });
      for (const term of group.terms) {
        add(term, 'equivalent');
        const parts = [...new Set(tellingWords(term).flatMap((word) => stemsOf(word, split)))];
        const [first] = parts;
        if (parts.length > 1 && first !== undefined) {
          append(this.#loose, first, { parts, token: groupToken(name, 'loose') });
        }
      }
      for (const acronym of group.acronyms) addAcronym(acronym, false);
      for (const acronym of group.capitals) addAcronym(acronym, true);
      for (const word of group.narrower) add(word, 'narrower');
      for (const word of group.related) add(word, 'related');
    }
  }

  /** The tokens of the groups that the words have expressions of, also within compounds. */
  tokensIn(words: readonly NormalWord[]): ReadonlySet<string> {
    const tokens = new Set<string>();
    for (const [at, { stems, written }] of words.entries()) {
      const bare = written.replace(/[-:].*$/, '');
      for (const { exactly, token } of this.#acronyms.get(bare.toLowerCase()) ?? []) {
        if (!exactly?.isCased || exactly.word === bare) tokens.add(token);
      }
      for (const stem of stems) {
        for (const { parts, token } of this.#loose.get(stem) ?? []) {
          const around = words.slice(Math.max(0, at - nearby), at + nearby + 1);
          if (parts.every((part) => around.some((word) => word.stems.includes(part)))) tokens.add(token);
        }
      }
      for (const [key, isLastOfWord] of runsOf(stems)) {
        for (const expression of this.#byFirst.get(key) ?? []) {
          if (expression.words.length === 1) tokens.add(expression.token);
          else if (isLastOfWord && follows(expression.words, words, at)) tokens.add(expression.token);
        }
      }
    }
    return tokens;
  }
}

/** Whether the words after one are the rest of an expression, with stop words between. The last may go on as a compound. */
function follows(
  expression: readonly (readonly string[])[],
  words: readonly NormalWord[],
  at: number,
): boolean {
  let next = at + 1;
  for (const [index, wanted] of expression.slice(1).entries()) {
    const isLast = index === expression.length - 2;
    while (!isSame(wanted, words[next]?.stems ?? [], isLast)) {
      const word = words[next];
      if (!word || !stopWords.has(word.written.toLowerCase())) return false;
      next += 1;
    }
    next += 1;
  }
  return true;
}

function isSame(wanted: readonly string[], stems: readonly string[], mayGoOn: boolean): boolean {
  return (mayGoOn || stems.length === wanted.length) && wanted.every((stem, place) => stems[place] === stem);
}

/** The parts of a compound that stand next to each other, joined by spaces, and whether each ends the word. */
function* runsOf(stems: readonly string[]): Generator<readonly [run: string, isLastOfWord: boolean]> {
  for (let from = 0; from < stems.length; from += 1) {
    for (let to = from + 1; to <= Math.min(stems.length, from + 5); to += 1) {
      yield [stems.slice(from, to).join(' '), to === stems.length];
    }
  }
}

function append<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
