import {
  faintWords,
  folded,
  groupToken,
  isAcronym,
  piecesOf,
  stemOf,
  stemOfWritten,
  stemToken,
  stopWords,
  wholeToken,
  wordsIn,
} from '../language/index.ts';
import { type Dictionary, isSameStem, type KnownWord, type Lead } from './dictionary.ts';
import type { Interpretation } from './types.ts';
import { type Way, waysOfKnown, waysOfParts, weights } from './ways.ts';

/** A way that holds less than this is near what was asked for, and not it. */
export const holds = 0.5;

/** Something asked for: a word, or a compound written in two. Any of its ways will do. */
export interface Term {
  readonly ways: readonly Way[];
  /** Does it only help to order what the others find? */
  readonly isFaint: boolean;
  /** Stems to mark in excerpts. */
  readonly stems: readonly string[];
}

export interface Analysis {
  readonly terms: readonly Term[];
  readonly alsoSearched: Interpretation['alsoSearched'];
  readonly corrected: Interpretation['corrected'];
  readonly ignored: readonly string[];
}

interface Asked {
  readonly written: string;
  readonly stem: string;
  readonly isStopWord: boolean;
}

/**
 * What the words of a query mean, as far as the archive's words and the thesaurus tell.
 *
 * @param named tokens of rules by their abbreviations as they stand in the text, in lower case
 */
export async function analysed(
  text: string,
  dictionary: Dictionary,
  named: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<Analysis> {
  const asked = wordsIn(text)
    .map(({ word }) => (word.endsWith('-') ? word.slice(0, -1) : word))
    .map(
      (written): Asked => ({
        written,
        stem: stemOfWritten(written),
        isStopWord: stopWords.has(written.toLowerCase()),
      }),
    );
  return new Analyser(dictionary, asked, named).analysis();
}

class Analyser {
  readonly #dictionary: Dictionary;
  readonly #asked: readonly Asked[];
  readonly #named: ReadonlyMap<string, readonly string[]>;
  readonly #terms: Term[] = [];
  readonly #also = new Map<string, Set<string>>();
  readonly #corrected: { from: string; to: string }[] = [];
  readonly #ignored: string[] = [];

  constructor(
    dictionary: Dictionary,
    asked: readonly Asked[],
    named: ReadonlyMap<string, readonly string[]>,
  ) {
    this.#dictionary = dictionary;
    this.#asked = asked;
    this.#named = named;
  }

  async analysis(): Promise<Analysis> {
    const expressions = await this.#expressions();
    for (let at = 0; at < this.#asked.length; ) {
      const length = await this.#joinedAt(at);
      if (length > 0) {
        at += length;
        continue;
      }
      const asked = this.#asked[at];
      if (asked && !asked.isStopWord) await this.#word(asked, expressions.get(asked) ?? []);
      at += 1;
    }
    return {
      terms: this.#terms,
      alsoSearched: [...this.#also].map(([word, also]) => ({ word, also: [...also] })),
      corrected: this.#corrected,
      ignored: this.#ignored,
    };
  }

  /** The ways that expressions of several words give to each of their words, in whatever order they were asked. */
  async #expressions(): Promise<ReadonlyMap<Asked, readonly Way[]>> {
    const words = this.#asked.filter(({ isStopWord }) => !isStopWord);
    const found = new Map<Asked, Way[]>();
    for (const { stem } of words) {
      for (const lead of await this.#dictionary.leads(stem)) {
        if (lead.stems.length < 2) continue;
        const covered = lead.stems.map((wanted) => this.#asked.find((word) => isSameStem(wanted, word.stem)));
        if (covered.includes(undefined) || !this.#isMeant(covered.filter((word) => word !== undefined)))
          continue;
        const written = covered.map((word) => word?.written).join(' ');
        const ways = this.#waysOf([lead], written);
        for (const word of covered)
          if (word && !word.isStopWord) found.set(word, [...(found.get(word) ?? []), ...ways]);
      }
    }
    return found;
  }

  /**
   * Words that say little make an expression only where they stand together: `ha koll` is none in a question that asks both who has
   * something and who has lost it. And words of which every question is made say nothing beside those that tell what is asked about.
   */
  #isMeant(covered: readonly Asked[]): boolean {
    if (covered.some(({ isStopWord }) => isStopWord)) {
      const places = covered.map((word) => this.#asked.indexOf(word));
      if (Math.max(...places) - Math.min(...places) > covered.length) return false;
    }
    const says = (word: Asked) => !word.isStopWord && !isFaintWord(word);
    return covered.some(says) || !this.#asked.some(says);
  }

  /** A compound written in two or three: `logg kontroll`, `under hålls plan`. Gives how many words it took. */
  async #joinedAt(at: number): Promise<number> {
    for (const length of [3, 2]) {
      const words = this.#asked.slice(at, at + length);
      const stops = words.filter(({ isStopWord }) => isStopWord).length;
      // För skolan is not förskolan; but three words hardly join by chance.
      if (words.length < length || stops > length - 2) continue;
      if (words.some(({ written }) => /[^\p{L}]/u.test(written) || isAcronym(written))) continue;
      const known = await this.#joined(words);
      if (!known) continue;
      const leads = (await this.#dictionary.leads(known.stem)).filter(({ stems }) => stems.length === 1);
      this.#terms.push({
        ways: [
          ...waysOfKnown(known),
          { tokens: words.map(({ stem }) => stemToken(stem)), weight: weights.parts },
          ...this.#waysOf(leads, known.form),
        ],
        isFaint: false,
        stems: [known.stem, ...known.stems],
      });
      return length;
    }
    return 0;
  }

  /** The compound that words make, as they stand or with the first in the form that it has in compounds, or turned about. */
  async #joined(words: readonly Asked[]): Promise<KnownWord | undefined> {
    const written = words.map((word) => word.written).join('');
    const found = await this.#compound(written);
    const [first, second] = words;
    if (found || words.length !== 2 || !first || !second) return found;
    for (const [left, right] of [
      [first, second],
      [second, first],
    ] as const) {
      for (const link of ['', 's', 'e', 'o', 'u']) {
        const compound = await this.#compound(left.stem + link + right.written);
        if (compound) return compound;
      }
    }
    return undefined;
  }

  async #compound(written: string): Promise<KnownWord | undefined> {
    const stem = stemOf(written);
    const known = await this.#dictionary.word(stem, written);
    return known && !isAcronym(known.form) && isSameStem(known.stem, stem) ? known : undefined;
  }

  async #word(asked: Asked, ofExpressions: readonly Way[]): Promise<void> {
    const { written, stem } = asked;
    const [known, ...alike] = await this.#dictionary.words(stem, written);
    const leads = (await this.#dictionary.leads(stem)).filter(
      ({ stems, role }) => stems.length === 1 && (role !== 'capitals' || isAcronym(written)),
    );
    const ofRule = (this.#named.get(written.toLowerCase()) ?? []).map(
      (token): Way => ({ tokens: [token], weight: weights.own }),
    );
    const ways = [
      // A rule's name leads to all that rests on it, also where the text does not name it.
      ...ofRule,
      ...(known ? waysOfKnown(known) : []),
      ...alike.map(
        ({ stems }): Way => ({ tokens: [wholeToken(stems)], weight: weights.alike, isCertain: true }),
      ),
      ...this.#waysOf(leads, written),
      ...ofExpressions,
    ];
    if (/^\d+$/.test(written)) ways.push({ tokens: [stemToken(stem)], weight: weights.own });
    const isFaint = isFaintWord(asked);
    if (ways.length > 0) {
      this.#terms.push({ ways, isFaint, stems: known ? [known.stem] : [stem] });
      return;
    }
    const pieces = piecesOf(written);
    if (pieces.length > 1) {
      for (const piece of pieces) {
        await this.#word({ written: piece, stem: stemOfWritten(piece), isStopWord: false }, []);
      }
      return;
    }
    // Only if nothing else is asked for would it matter what such a word may be a slip for.
    if (isFaint && this.#asked.some((word) => !word.isStopWord && !isFaintWord(word))) return;
    await this.#unknown(asked, isFaint);
  }

  /** What looks into such a word is fetched when there is one. */
  async #unknown({ written, stem }: Asked, isFaint: boolean): Promise<void> {
    const { readUnknown } = await import('./unknown-word.ts');
    const { parts, correction } = await readUnknown(written, this.#dictionary);
    const ways: Way[] = [];
    const stems: string[] = [];
    if (parts) {
      const tokens = parts.map(({ token }) => token);
      ways.push({ tokens: [tokens.join('')], weight: weights.own }, ...waysOfParts(tokens));
      stems.push(stem, ...parts.map((part) => part.stem));
    }
    if (correction) {
      const { word } = correction;
      const leads = (await this.#dictionary.leads(word.stem)).filter((lead) => lead.stems.length === 1);
      ways.push(...waysOfKnown(word, weights.corrected), ...this.#waysOf(leads, word.form));
      stems.push(word.stem);
      if (!parts) this.#corrected.push({ from: written, to: word.form });
    }
    if (ways.length === 0) this.#ignored.push(written);
    else this.#terms.push({ ways, isFaint, stems });
  }

  #waysOf(leads: readonly Lead[], written: string): readonly Way[] {
    return leads.flatMap(({ group, role, shown, hasFainter }): Way[] => {
      const also = shown.filter((word) => folded(word) !== folded(written));
      if (also.length > 0) {
        const words = this.#also.get(written) ?? new Set();
        for (const word of also) words.add(word);
        this.#also.set(written, words);
      }
      const ways: Way[] = [
        {
          tokens: [groupToken(group, 'equivalent')],
          weight: role === 'everyday' ? weights.everyday : weights.equivalent,
        },
      ];
      ways.push({ tokens: [groupToken(group, 'loose')], weight: weights.loose });
      if (hasFainter) {
        ways.push({ tokens: [groupToken(group, 'narrower')], weight: weights.narrower });
        ways.push({ tokens: [groupToken(group, 'related')], weight: weights.related });
      }
      return ways;
    });
  }
}

function isFaintWord({ written }: Asked): boolean {
  return faintWords.has(written.toLowerCase());
}
