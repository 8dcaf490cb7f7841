import { groupToken, isAcronym, stemOf, stopWords, wholeToken, wordsOfFirstPart } from '../language/index.ts';
import type { Dictionary } from './dictionary.ts';
import { type Correction, corrected } from './spelling.ts';

/** A part of a compound, and what finds it. */
interface Part {
  readonly stem: string;
  readonly token: string;
}

/** What a word that neither the archive nor the thesaurus has may be: a compound of words that it has, or a slip of the hand. */
export interface UnknownWord {
  readonly parts?: readonly Part[] | undefined;
  readonly correction?: Correction | undefined;
}

const deepest = 3;

/** Nothing of an abbreviation can be guessed. */
export async function readUnknown(written: string, dictionary: Dictionary): Promise<UnknownWord> {
  if (isAcronym(written)) return {};
  const [parts, correction] = await Promise.all([
    split(written.toLowerCase(), dictionary),
    corrected(written, dictionary),
  ]);
  return { parts, correction: !parts || correction?.slips === 1 ? correction : undefined };
}

/** The parts of an unknown compound, where the archive or the thesaurus knows them all. The most even split is best. */
async function split(word: string, dictionary: Dictionary, depth = 0): Promise<readonly Part[] | undefined> {
  if (word.length < 6 || depth > deepest || /[^\p{L}]/u.test(word)) return undefined;
  let best: readonly Part[] | undefined;
  let bestScore = 0;
  for (let at = 3; at <= word.length - 3; at += 1) {
    const left = word.slice(0, at);
    const right = word.slice(at);
    if (stopWords.has(left) || stopWords.has(right)) continue;
    const first = await part(wordsOfFirstPart(left), true, dictionary);
    if (!first) continue;
    // Three alike are written as two: loggranskning is logg and granskning.
    const rights = left.at(-1) === left.at(-2) ? [right, `${left.at(-1)}${right}`] : [right];
    const last = await part(rights, false, dictionary);
    const rest = last ? [last] : await split(right, dictionary, depth + 1);
    if (!rest) continue;
    const shortest = Math.min(
      left.length,
      last ? right.length : Math.min(...rest.map(({ stem }) => stem.length)),
    );
    const score = shortest * 10 - rest.length;
    if (score > bestScore) {
      bestScore = score;
      best = [first, ...rest];
    }
  }
  return best;
}

async function part(
  forms: readonly string[],
  isFirst: boolean,
  dictionary: Dictionary,
): Promise<Part | undefined> {
  for (const form of forms) {
    const stem = stemOf(form);
    if (stem.length < 3) continue;
    const word = await dictionary.word(stem, form);
    if (word && (!isFirst || word.stems.length === 1))
      return { stem: word.stem, token: wholeToken(word.stems) };
  }
  for (const form of forms.filter(({ length }) => length >= 5)) {
    const lead = (await dictionary.leads(stemOf(form))).find(({ stems }) => stems.length === 1);
    if (lead) return { stem: stemOf(form), token: groupToken(lead.group, 'equivalent') };
  }
  return undefined;
}
