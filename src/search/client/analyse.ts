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
  withoutLink,
  wordsIn,
  wordsOfFirstPart,
} from '../language/index.ts';
import type { Dictionary, KnownWord, Lead } from './dictionary.ts';
import { corrected } from './spelling.ts';
import type { Interpretation } from './types.ts';

/** One way to find a term: records that have all the tokens. `weight` is how well it answers, from 0 to 1. */
export interface Way {
  readonly tokens: readonly string[];
  readonly weight: number;
}

/** Something asked for: a word, a compound written in two, an expression. Any of its ways will do. */
export interface Term {
  readonly ways: readonly Way[];
  /** How much it matters that a record has it. A faint term only helps to order. */
  readonly importance: number;
  /** Stems to mark in excerpts, and words as they were typed. */
  readonly stems: readonly string[];
}

export interface Analysis {
  readonly terms: readonly Term[];
  readonly alsoSearched: Interpretation['alsoSearched'];
  readonly corrected: Interpretation['corrected'];
  readonly ignored: readonly string[];
  /** Were there no words in it but such that say nothing? */
  readonly isOnlyStopWords: boolean;
}

const weights = {
  own: 1,
  parts: 0.55,
  splitByReader: 0.8,
  corrected: 0.9,
  equivalent: 0.9,
  everyday: 0.85,
  narrower: 0.5,
  related: 0.35,
} as const;
const faint = 0.2;

interface Asked {
  readonly written: string;
  readonly stem: string;
}

/** What the words of a query mean, as far as the archive's words and the thesaurus tell. */
export async function analysed(text: string, dictionary: Dictionary): Promise<Analysis> {
  const all = wordsIn(text).map(({ word }) => word);
  const withHeads = withEllipticHeads(all);
  const asked = withHeads
    .filter((word) => !stopWords.has(word.toLowerCase()))
    .map((word): Asked => ({ written: word, stem: stemOfWritten(word) }));
  const analysis = new Analyser(dictionary, asked);
  await analysis.run();
  return { ...analysis.result(), isOnlyStopWords: asked.length === 0 && all.length > 0 };
}

/** `barn- och skolnämnden` asks for barnnämnden too, if the archive knows where skolnämnden is joined. */
function withEllipticHeads(words: readonly string[]): readonly string[] {
  return words.map((word) => (word.endsWith('-') ? word.slice(0, -1) : word)).filter((word) => word !== '');
}

class Analyser {
  readonly #dictionary: Dictionary;
  readonly #asked: readonly Asked[];
  readonly #terms: Term[] = [];
  readonly #also = new Map<string, Set<string>>();
  readonly #corrected: { from: string; to: string }[] = [];
  readonly #ignored: string[] = [];

  constructor(dictionary: Dictionary, asked: readonly Asked[]) {
    this.#dictionary = dictionary;
    this.#asked = asked;
  }

  result(): Omit<Analysis, 'isOnlyStopWords'> {
    return {
      terms: this.#terms,
      alsoSearched: [...this.#also].map(([word, also]) => ({ word, also: [...also] })),
      corrected: this.#corrected,
      ignored: this.#ignored,
    };
  }

  async run(): Promise<void> {
    let at = 0;
    while (at < this.#asked.length) {
      const taken = (await this.#expressionAt(at)) || (await this.#joinedAt(at)) || (await this.#wordAt(at));
      at += taken;
    }
  }

  /** An expression of several words in the thesaurus. Gives how many words it took. */
  async #expressionAt(at: number): Promise<number> {
    const first = this.#asked[at];
    if (!first) return 0;
    const following = this.#asked.slice(at).map(({ stem }) => stem);
    const leads = (await this.#dictionary.leads(first.stem)).filter(
      ({ stems }) => stems.length > 1 && stems.every((stem, index) => isSameStem(stem, following[index])),
    );
    const length = Math.max(0, ...leads.map(({ stems }) => stems.length));
    if (length === 0) return 0;
    const words = this.#asked.slice(at, at + length);
    const longest = leads.filter(({ stems }) => stems.length === length);
    const parts = await Promise.all(words.map(({ stem }) => this.#tokensOf(stem)));
    this.#terms.push({
      ways: [
        { tokens: parts.flat(), weight: weights.splitByReader },
        ...this.#waysOf(longest, words.map(({ written }) => written).join(' ')),
      ],
      importance: 1,
      stems: words.map(({ stem }) => stem),
    });
    return length;
  }

  async #tokensOf(stem: string): Promise<readonly string[]> {
    const known = await this.#dictionary.word(stem);
    return known ? [wholeToken(known.stems)] : [stemToken(stem)];
  }

  /** A compound written in two or three: `logg kontroll`, `under hålls plan`. */
  async #joinedAt(at: number): Promise<number> {
    for (const length of [3, 2]) {
      const words = this.#asked.slice(at, at + length);
      if (words.length < length || words.some(({ written }) => /\d/.test(written))) continue;
      const known = await this.#dictionary.word(stemOf(words.map(({ written }) => written).join('')));
      if (!known || known.stems.length === 1 || isAcronym(known.form)) continue;
      const parts = await Promise.all(words.map(({ written }) => this.#tokensOf(stemOf(withoutLink(written)))));
      const leads = await this.#dictionary.leads(known.stem);
      this.#terms.push({
        ways: [
          { tokens: [wholeToken(known.stems)], weight: weights.own },
          { tokens: parts.flat(), weight: weights.splitByReader },
          ...this.#waysOf(
            leads.filter(({ stems }) => stems.length === 1),
            known.form,
          ),
        ],
        importance: 1,
        stems: [known.stem, ...known.stems],
      });
      return length;
    }
    return 0;
  }

  async #wordAt(at: number): Promise<number> {
    const asked = this.#asked[at];
    if (!asked) return 1;
    const { written, stem } = asked;
    const known = await this.#dictionary.word(stem);
    const leads = (await this.#dictionary.leads(stem)).filter(
      ({ stems, role }) => stems.length === 1 && (role !== 'capitals' || isAcronym(written)),
    );
    const importance = faintWords.has(written.toLowerCase()) ? faint : 1;
    if (known) {
      this.#terms.push({
        ways: [...waysOfKnown(known), ...this.#waysOf(leads, written)],
        importance,
        stems: [known.stem],
      });
      return 1;
    }
    const pieces = piecesOf(written);
    if (pieces.length > 1 && leads.length === 0) {
      for (const piece of pieces) await this.#single({ written: piece, stem: stemOfWritten(piece) });
      return 1;
    }
    if (leads.length > 0) {
      this.#terms.push({ ways: this.#waysOf(leads, written), importance, stems: [stem] });
      return 1;
    }
    await this.#unknown(asked);
    return 1;
  }

  async #single(asked: Asked): Promise<void> {
    await new Analyser(this.#dictionary, [asked]).#into(this);
  }

  async #into(other: Analyser): Promise<void> {
    await this.run();
    other.#terms.push(...this.#terms);
    other.#corrected.push(...this.#corrected);
    other.#ignored.push(...this.#ignored);
    for (const [word, also] of this.#also) other.#also.set(word, also);
  }

  /** A word that neither the archive nor the thesaurus has: a compound of words that it has, or a slip of the hand. */
  async #unknown({ written, stem }: Asked): Promise<void> {
    const correction = isAcronym(written) ? undefined : await corrected(stem, this.#dictionary);
    const parts = isAcronym(written) ? undefined : await this.#split(written.toLowerCase());
    const ways: Way[] = [];
    const stems: string[] = [];
    if (parts) {
      ways.push({ tokens: [wholeToken(parts)], weight: weights.own });
      ways.push({ tokens: parts.map(stemToken), weight: weights.splitByReader });
      stems.push(...parts);
      const leads = await this.#dictionary.leads(stem);
      ways.push(...this.#waysOf(leads, written));
    }
    if (correction && (!parts || correction.slips === 1)) {
      const { word } = correction;
      ways.push({ tokens: [wholeToken(word.stems)], weight: weights.corrected });
      const leads = (await this.#dictionary.leads(word.stem)).filter((lead) => lead.stems.length === 1);
      ways.push(...this.#waysOf(leads, word.form));
      stems.push(word.stem);
      if (!parts) this.#corrected.push({ from: written, to: word.form });
    }
    if (ways.length === 0) {
      this.#ignored.push(written);
      return;
    }
    this.#terms.push({ ways, importance: 1, stems });
  }

  /** The stems of an unknown compound's parts, where the archive knows them all. The most even split is best. */
  async #split(word: string, depth = 0): Promise<readonly string[] | undefined> {
    const most = 3;
    if (word.length < 6 || depth > most || /[^\p{L}]/u.test(word)) return undefined;
    let best: readonly string[] | undefined;
    let bestScore = 0;
    for (let at = 3; at <= word.length - 3; at += 1) {
      const left = word.slice(0, at);
      const right = word.slice(at);
      if (stopWords.has(left) || stopWords.has(right)) continue;
      const first = await this.#firstPart(left);
      if (!first) continue;
      const rest = await this.#rest(left, right, depth);
      if (!rest) continue;
      const score = Math.min(left.length, ...rest.map(({ length }) => length + 1)) * 10 - rest.length;
      if (score > bestScore) {
        bestScore = score;
        best = [first.stem, ...rest];
      }
    }
    return best;
  }

  async #rest(left: string, right: string, depth: number): Promise<readonly string[] | undefined> {
    // Three alike are written as two: loggranskning is logg and granskning.
    const candidates = left.at(-1) === left.at(-2) ? [right, `${left.at(-1)}${right}`] : [right];
    for (const candidate of candidates) {
      const last = candidate.length >= 3 ? await this.#dictionary.word(stemOf(candidate)) : undefined;
      if (last && last.stem.length >= 3) return last.stems;
    }
    return this.#split(right, depth + 1);
  }

  async #firstPart(part: string): Promise<KnownWord | undefined> {
    for (const form of wordsOfFirstPart(part)) {
      const word = await this.#dictionary.word(stemOf(form));
      if (word && word.stems.length === 1 && word.stem.length >= 3) return word;
    }
    return undefined;
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
      if (role !== 'everyday' && hasFainter) {
        ways.push({ tokens: [groupToken(group, 'narrower')], weight: weights.narrower });
        ways.push({ tokens: [groupToken(group, 'related')], weight: weights.related });
      }
      return ways;
    });
  }
}

function waysOfKnown({ stems }: KnownWord): readonly Way[] {
  const own: Way = { tokens: [wholeToken(stems)], weight: weights.own };
  return stems.length === 1 ? [own] : [own, { tokens: stems.map(stemToken), weight: weights.parts }];
}

function isSameStem(a: string, b: string | undefined): boolean {
  return b !== undefined && (a === b || folded(a) === folded(b));
}
