import { distance } from 'fastest-levenshtein';

/**
 * The known word that a misspelt one was probably meant to be, or `undefined` where none is near: at most a third of the
 * letters, and never more than three, may differ. Two letters that have changed places (`titel`) differ as one.
 */
function nearestWord(word: string, known: readonly string[]): string | undefined {
  const [nearest] = known
    .map((candidate) => ({ candidate, slips: slipsBetween(word, candidate) }))
    .toSorted((a, b) => a.slips - b.slips);
  if (!nearest) return undefined;
  const allowed = Math.min(3, Math.floor(nearest.candidate.length / 3));
  return nearest.slips <= allowed ? nearest.candidate : undefined;
}

/** More than three are not told apart. */
function slipsBetween(word: string, candidate: string): number {
  if (Math.abs(word.length - candidate.length) > 3) return Number.POSITIVE_INFINITY;
  const differing = distance(word, candidate);
  const letters = (text: string) => [...text].toSorted().join('');
  return differing === 2 && letters(word) === letters(candidate) ? 1 : differing;
}

/** `Menade du "servicenamnden"?`, or nothing where no known word is near. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const candidate = nearestWord(word, known);
  return candidate === undefined ? undefined : `Menade du "${candidate}"?`;
}

/** `a, b och c`; long lists are cut with a count of the rest. */
export function enumerated(words: readonly string[], most = 12): string {
  const shown = words.length > most ? [...words.slice(0, most), `${words.length - most} till`] : words;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} och ${shown.at(-1)}`;
}
