import type { Term } from './analyse.ts';
import type { PostingIndex, Postings } from './postings.ts';

export interface Ranked {
  readonly place: number;
  readonly score: number;
  /** Does it have all that was asked for? */
  readonly hasAll: boolean;
}

/** Of what matters in a query, how much a record must have to be near. */
const leastCoverage = 0.5;

/**
 * Records by how well they answer the terms: each by its best way, summed, and the more of what was asked for they have, the better.
 * Those that have all come first.
 */
export async function ranked(terms: readonly Term[], index: PostingIndex): Promise<readonly Ranked[]> {
  const found = await Promise.all(terms.map((term) => bestOf(term, index)));
  const importance = terms.reduce((sum, term) => sum + term.importance, 0);
  const needed = terms.filter((term) => term.importance === 1).length;
  const scores = new Map<number, { score: number; covered: number; count: number }>();
  for (const [at, postings] of found.entries()) {
    const weight = terms[at]?.importance ?? 1;
    for (const [place, score] of postings) {
      const known = scores.get(place) ?? { score: 0, covered: 0, count: 0 };
      known.score += score * weight;
      known.covered += weight;
      if (weight === 1) known.count += 1;
      scores.set(place, known);
    }
  }
  return [...scores]
    .map(([place, { score, covered, count }]) => {
      const coverage = covered / importance;
      return { place, score: score * coverage * coverage, hasAll: count === needed, coverage };
    })
    .filter(({ hasAll, coverage }) => hasAll || coverage >= leastCoverage || terms.length <= 2)
    .toSorted((a, b) => Number(b.hasAll) - Number(a.hasAll) || b.score - a.score || a.place - b.place);
}

async function bestOf({ ways }: Term, index: PostingIndex): Promise<Postings> {
  const best = new Map<number, number>();
  for (const { tokens, weight } of ways) {
    for (const [place, score] of await index.having(tokens)) {
      const weighed = score * weight;
      if (weighed > (best.get(place) ?? 0)) best.set(place, weighed);
    }
  }
  return best;
}
