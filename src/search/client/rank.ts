import { holds, type Term } from './analyse.ts';
import type { ArchivePlaces } from './archive-places.ts';
import type { Posting, PostingIndex, Postings } from './postings.ts';
import type { HitKind } from './types.ts';
import type { Way } from './ways.ts';

export interface Ranked {
  readonly place: number;
  readonly score: number;
  /** Does it have all that was asked for? */
  readonly hasAll: boolean;
}

/** What a record has of a term. */
interface Answer extends Posting {
  /** Is it what was asked for, and not only near it? */
  readonly holds: boolean;
}

/** Of what matters in a query, how much a record must have to be near. */
const leastCoverage = 0.3;
/** A way that is only for need is not gone where as many are found as this. */
const enough = 200;
const faint = 0.15;
/** Words this near each other belong together. */
const nearby = 6;
const nearbyBonus = 0.4;
/** Parts of one compound. */
const sameWordBonus = 0.8;
const farParts = 0.55;
/** The word itself, or what it is a slip for. */
const outrightWeight = 0.9;
/** How much of a term is covered by what is only near it. */
const nearCovers = 0.9;

/**
 * Records by how well they answer the terms: each term by the best of its ways, summed, a rare term more than a common one, and the
 * more of what was asked for a record has, the better. Those that have all come first, and what is asked for together counts for more
 * where it stands together.
 *
 * @param size how many records there are
 */
export async function ranked(
  terms: readonly Term[],
  index: PostingIndex,
  size: number,
): Promise<readonly Ranked[]> {
  const outright = await answeredOutright(terms, index);
  if (outright) return outright;
  const found = await Promise.all(terms.map((term) => answersTo(term, index)));
  const isAnyFirm = terms.some(({ isFaint }) => !isFaint);
  const importance = found.map((answers, at) => {
    let held = 0;
    for (const answer of answers.values()) if (answer.holds) held += 1;
    const rarity = Math.log(1 + size / (held + 1)) + 0.3;
    return terms[at]?.isFaint && isAnyFirm ? rarity * faint : rarity;
  });
  const whole = importance.reduce((sum, each) => sum + each, 0);
  const firm = terms.filter(({ isFaint }) => !isFaint || !isAnyFirm).length;
  const totals = new Map<
    number,
    { score: number; covered: number; held: number; last: readonly number[]; nearness: number }
  >();
  for (const [at, answers] of found.entries()) {
    const isFirm = !terms[at]?.isFaint || !isAnyFirm;
    for (const [place, answer] of answers) {
      const total = totals.get(place) ?? { score: 0, covered: 0, held: 0, last: [], nearness: 0 };
      totals.set(place, total);
      total.score += answer.score * (isFirm ? 1 : faint);
      total.covered += (importance[at] ?? 0) * (answer.holds ? 1 : nearCovers);
      if (isFirm && answer.holds) total.held += 1;
      const distance = distanceOf(total.last, answer.words);
      total.nearness += distance === 0 ? sameWordBonus : distance <= nearby ? nearbyBonus : 0;
      total.last = answer.words;
    }
  }
  const all = [...totals]
    .map(([place, { score, covered, held, nearness }]) => {
      const coverage = covered / whole;
      return {
        place,
        score: score * coverage * coverage * (1 + nearness),
        hasAll: held === firm,
        coverage,
      };
    })
    .toSorted((a, b) => Number(b.hasAll) - Number(a.hasAll) || b.score - a.score || a.place - b.place);
  const near = all.filter(({ hasAll, coverage }) => hasAll || coverage >= leastCoverage);
  return near.length > 0 ? near : all;
}

/** As many as this have all the words themselves: then nobody looks for other words. */
const plenty = 60;

/** The records that have all the words as they were asked, where these are plenty. One search instead of one for each way. */
async function answeredOutright(
  terms: readonly Term[],
  index: PostingIndex,
): Promise<readonly Ranked[] | undefined> {
  const firm = terms.some(({ isFaint }) => !isFaint) ? terms.filter(({ isFaint }) => !isFaint) : terms;
  const tokens = firm.flatMap(({ ways }) => {
    const [first] = ways;
    return first?.isCertain && first.weight >= outrightWeight ? [first.tokens] : [];
  });
  if (tokens.length < firm.length) return undefined;
  const having = await index.having(tokens.flat());
  if (having.size < plenty) return undefined;
  return [...having]
    .map(([place, { score }]) => ({ place, score, hasAll: true }))
    .toSorted((a, b) => b.score - a.score || a.place - b.place);
}

async function answersTo({ ways }: Term, index: PostingIndex): Promise<ReadonlyMap<number, Answer>> {
  const best = new Map<number, Answer>();
  const gone = new Set<string>();
  for (const way of ways) {
    const key = way.tokens.join(' ');
    if (gone.has(key)) continue;
    gone.add(key);
    if (best.size >= (way.weight < holds ? few : enough) && way.weight < outrightWeight) continue;
    for (const [place, { score, words }] of await found(way, index)) {
      const weighed = score * way.weight;
      const known = best.get(place);
      if (known && known.score >= weighed) continue;
      best.set(place, { score: weighed, words, holds: way.weight >= holds || (known?.holds ?? false) });
    }
  }
  return best;
}

/** What an audit found and asks for answers better than a page that tells what something is. */
const ofKind: Readonly<Record<HitKind, number>> = {
  recommendation: 1,
  finding: 1,
  audit: 1,
  municipality: 0.9,
  criterion: 0.5,
  page: 0.5,
};
const ofAside = 0.5;

/** How much of the best of a report's scores each of its records is given. */
const ofReport = 0.5;

/**
 * The ranked with what their reports tell of them: a question that one report answers best is likelier answered by its other parts too.
 */
export function withReports(
  hits: readonly Ranked[],
  {
    groupOf,
    kindOf,
    isAside,
    isAsked,
  }: Pick<ArchivePlaces, 'groupOf' | 'kindOf' | 'isAside'> & {
    /** Is it the very page of what was cited? */
    readonly isAsked: (place: number) => boolean;
  },
): readonly Ranked[] {
  const best = new Map<number, number>();
  for (const { place, score } of hits) {
    const [first] = groupOf(place);
    best.set(first, Math.max(best.get(first) ?? 0, score));
  }
  const together = (hit: Ranked) => {
    const [first, last] = groupOf(hit.place);
    const score = first === last ? hit.score : hit.score + ofReport * (best.get(first) ?? 0);
    return isAsked(hit.place)
      ? score
      : score * ofKind[kindOf(hit.place)] * (isAside(hit.place) ? ofAside : 1);
  };
  return hits
    .map((hit) => ({ ...hit, score: together(hit) }))
    .toSorted((a, b) => Number(b.hasAll) - Number(a.hasAll) || b.score - a.score || a.place - b.place);
}

/** Hits of which there are fewer than this are shown with others of their reports. */
const few = 10;

/**
 * The ranked and, where they are few, what stands nearest to them in their reports, so that a reader who finds a single finding finds
 * the recommendation that it led to.
 *
 * @param groupOf the first and last place of the report that a place is in
 */
export function withNeighbours(
  hits: readonly Ranked[],
  groupOf: (place: number) => readonly [first: number, last: number],
): readonly Ranked[] {
  if (hits.length === 0 || hits.length >= few) return hits;
  const taken = new Set(hits.map(({ place }) => place));
  const neighbours: Ranked[] = [];
  for (let distance = 1; distance < few * 2; distance += 1) {
    for (const { place, score } of hits) {
      const [first, last] = groupOf(place);
      for (const beside of [place + distance, place - distance]) {
        if (beside < first || beside > last || taken.has(beside)) continue;
        taken.add(beside);
        neighbours.push({ place: beside, score: score / (distance + 1), hasAll: false });
      }
    }
  }
  return [...hits, ...neighbours.slice(0, few - hits.length)];
}

/** Several tokens are a compound's parts: they count for less where they stand apart. */
async function found({ tokens, isCertain }: Way, index: PostingIndex): Promise<Postings> {
  const [first, ...others] = await Promise.all(
    tokens.map((token) => (isCertain ? index.having([token]) : index.havingExactly(token))),
  );
  if (!first || others.length === 0) return first ?? new Map();
  const both = new Map<number, Posting>();
  for (const [place, posting] of first) {
    const rest = others.map((postings) => postings.get(place));
    if (rest.includes(undefined)) continue;
    let score = posting.score;
    let isTogether = true;
    let before = posting.words;
    for (const other of rest) {
      score += other?.score ?? 0;
      isTogether &&= distanceOf(before, other?.words ?? []) <= nearby;
      before = other?.words ?? [];
    }
    both.set(place, { score: isTogether ? score : score * farParts, words: before });
  }
  return both;
}

/** The least distance between a number of the one and one of the other; both ascend. */
function distanceOf(a: readonly number[], b: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const distance = (a[i] ?? 0) - (b[j] ?? 0);
    least = Math.min(least, Math.abs(distance));
    if (distance < 0) i += 1;
    else j += 1;
  }
  return least;
}
