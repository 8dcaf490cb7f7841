import { stemToken, wholeToken } from '../language/index.ts';
import type { KnownWord } from './dictionary.ts';

/** One way to find a term: records that have all the tokens. `weight` is how well it answers, from 0 to 1. */
export interface Way {
  readonly tokens: readonly string[];
  readonly weight: number;
  /** Are the tokens known to stand in the archive? */
  readonly isCertain?: true;
}

/** How well each kind of way answers. */
export const weights = {
  own: 1,
  parts: 0.8,
  alike: 0.9,
  corrected: 0.9,
  equivalent: 0.85,
  everyday: 0.8,
  loose: 0.55,
  narrower: 0.5,
  related: 0.4,
  head: 0.4,
  first: 0.4,
} as const;

/** The ways to find a word of the archive: as it stands, or by its parts. */
export function waysOfKnown({ stems }: KnownWord, weight: number = weights.own): readonly Way[] {
  const own: Way = { tokens: [wholeToken(stems)], weight, isCertain: true };
  if (stems.length === 1) return [own];
  return [own, ...waysOfParts(stems.map(stemToken))];
}

/** A compound may be written as its parts. It is a kind of what its last part says, and has to do with the first. */
export function waysOfParts(tokens: readonly string[]): readonly Way[] {
  return [
    { tokens, weight: weights.parts },
    { tokens: tokens.slice(-1), weight: weights.head },
    { tokens: tokens.slice(0, 1), weight: weights.first },
  ];
}
