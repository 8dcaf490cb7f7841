import { folded, stemOf } from '../language/index.ts';
import type { Dictionary, KnownWord } from './dictionary.ts';

const shortestCorrected = 4;

/** How many slips a word of a length may have. */
function mostSlips(length: number): number {
  return length >= 9 ? 2 : length >= shortestCorrected ? 1 : 0;
}

export interface Correction {
  readonly word: KnownWord;
  readonly slips: number;
}

/**
 * The archive's word that an unknown one is nearest to, by its stem: letters left out, put in, exchanged or in wrong order. Of those
 * as near, the commonest. Words that begin otherwise are looked at where none is found that begins alike.
 */
export async function corrected(written: string, dictionary: Dictionary): Promise<Correction | undefined> {
  const wanted = folded(written);
  const allowed = mostSlips(wanted.length);
  if (allowed === 0 || /[^a-z]/.test(wanted)) return undefined;
  const near = nearest(wanted, await dictionary.wordsAround(wanted), allowed);
  if (near) return near;
  const beginnings = new Set(otherBeginnings(wanted).map((beginning) => beginning.slice(0, 3)));
  let best: Correction | undefined;
  for (const beginning of beginnings) {
    const found = nearest(wanted, await dictionary.wordsAround(beginning), Math.min(allowed, 1));
    if (found && (!best || found.word.frequency > best.word.frequency)) best = found;
  }
  return best;
}

/** How the word would begin if one of its first three letters were a slip. */
function otherBeginnings(word: string): readonly string[] {
  const [first = '', second = '', third = ''] = word;
  return [
    second + first + third,
    first + third + second,
    word.slice(1),
    first + word.slice(2),
    first + second + word.slice(3),
  ];
}

/** Words are compared as they are written and without their endings, since a slip may stand in a form that the archive lacks. */
function nearest(wanted: string, words: Iterable<KnownWord>, allowed: number): Correction | undefined {
  const wantedStem = folded(stemOf(wanted));
  const wantedBare = withoutEnding(wanted);
  let best: Correction | undefined;
  for (const word of words) {
    const form = folded(word.form);
    if (form.length < shortestCorrected || /[^a-z]/.test(form)) continue;
    const most = Math.min(best?.slips ?? allowed, mostSlips(form.length));
    const slips = Math.min(
      slipsBetween(wanted, form, most),
      slipsOfLong(wantedStem, folded(word.stem), most),
      slipsOfLong(wantedBare, withoutEnding(form), most),
    );
    if (slips > most) continue;
    if (!best || slips < best.slips || word.frequency > best.word.frequency) best = { word, slips };
  }
  return best;
}

/** What is left of short words is too like other words. */
function slipsOfLong(a: string, b: string, most: number): number {
  return a.length > 4 && b.length > 4 ? slipsBetween(a, b, most) : most + 1;
}

function withoutEnding(word: string): string {
  return word.replace(/(?:[aeo]rnas?|[aeo]rs?|[ae]ns?|ets?|a|e|s)$/, '');
}

/** Damerau and Levenshtein's distance of two words (optimal string alignment), or more than `most` where it is more than that. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        slips = Math.min(slips, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(slips);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
