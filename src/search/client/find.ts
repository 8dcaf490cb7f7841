import { stemOfWritten, stemToken, stopWords, tellingWords, wholeToken, wordsIn } from '../language/index.ts';
import { type Analysis, analysed, type Term } from './analyse.ts';
import type { ArchivePlaces } from './archive-places.ts';
import type { Dictionary } from './dictionary.ts';
import type { Marks } from './excerpt.ts';
import { type CitedInQuery, mayCite } from './law-in-query.ts';
import type { PostingIndex } from './postings.ts';
import type { ParsedQuery } from './query.ts';
import { type Ranked, ranked, withNeighbours, withReports } from './rank.ts';
import type { Interpretation } from './types.ts';

/** What a query finds, before anything is chosen among it. */
export interface Found {
  readonly hits: readonly Ranked[];
  readonly analysis: Analysis;
  readonly citations: Interpretation['citations'];
  readonly marks: Marks;
  /** Does some hit have all that was asked for? */
  readonly isAnswered: boolean;
}

/** What is searched. */
export interface Opened {
  readonly index: PostingIndex;
  readonly dictionary: Dictionary;
  readonly places: ArchivePlaces;
  readonly actNames: readonly string[];
  readonly citedIn: (text: string) => Promise<CitedInQuery>;
}

const mostPhraseCandidates = 400;
/** Acts that have had the same name. */
const mostPagesOfCitation = 4;

/** The records that answer a query, best first. */
export async function found(query: ParsedQuery, opened: Opened): Promise<Found> {
  const { index, dictionary, places, actNames } = opened;
  const cited = mayCite(query.text, actNames) ? await opened.citedIn(query.text) : undefined;
  const analysis = await analysed(cited?.rest ?? query.text, dictionary, cited?.named);
  const terms = [...(cited?.terms ?? []), ...analysis.terms];
  const groupOf = (place: number) => places.groupOf(place);
  const pages = await Promise.all((cited?.understood ?? []).map((each) => withPage(each, opened)));
  const citedPlaces = new Set(pages.map(({ place }) => place));
  const byWords = withReports(await ranked(terms, index, places.size), {
    groupOf,
    kindOf: (place) => places.kindOf(place),
    isAside: (place) => places.isAside(place),
    isAsked: (place) => citedPlaces.has(place),
  });
  const { hits: byPhrase, isLiteral } = await withPhrases(query, byWords, terms.length > 0, opened);
  const excluded = await placesOf(query.excluded, opened);
  const left = byPhrase.filter(({ place }) => !excluded.has(place));
  const neighbours =
    query.phrases.length === 0
      ? withNeighbours(left, groupOf).filter(({ place }) => !excluded.has(place))
      : left;
  return {
    hits: neighbours,
    analysis,
    citations: pages.map(({ citation }) => citation),
    marks: marksOf(terms, analysis, query),
    isAnswered: isLiteral && analysis.ignored.length === 0 && left.some(({ hasAll }) => hasAll),
  };
}

/** A citation with its page, if the archive has that. */
async function withPage(
  { printed, label, path, token }: CitedInQuery['understood'][number],
  { index, places }: Opened,
): Promise<{ readonly citation: Interpretation['citations'][number]; readonly place?: number }> {
  const citation = { printed, label };
  if (path === undefined) return { citation };
  const pages = [...(await index.havingExactly(token)).keys()].filter(
    (place) => places.kindOf(place) === 'criterion',
  );
  for (const place of pages.slice(0, mostPagesOfCitation)) {
    if ((await places.record(place)).path === path) return { citation: { ...citation, path }, place };
  }
  return { citation };
}

/** Where a phrase stands as it is written; if none does so, the records that have its words. */
async function withPhrases(
  { phrases }: ParsedQuery,
  byWords: readonly Ranked[],
  hasWords: boolean,
  opened: Opened,
): Promise<{ readonly hits: readonly Ranked[]; readonly isLiteral: boolean }> {
  let hits: readonly Ranked[] | undefined = hasWords ? byWords : undefined;
  let isLiteral = true;
  for (const phrase of phrases) {
    const candidates = await candidatesOf(phrase, opened);
    const literal = await literalIn(candidates.slice(0, mostPhraseCandidates), phrase, opened.places);
    if (literal.length === 0) isLiteral = false;
    const holding = literal.length > 0 ? literal : candidates.map((each) => ({ ...each, hasAll: false }));
    const scores = new Map(holding.map(({ place, score }) => [place, score]));
    hits = hits
      ? hits.flatMap((hit) => {
          const score = scores.get(hit.place);
          return score === undefined ? [] : [{ ...hit, score: hit.score + score }];
        })
      : holding;
  }
  return { hits: hits ?? [], isLiteral };
}

/** The records that have a phrase's words in some form, those where they stand together first. */
async function candidatesOf(phrase: string, { index, dictionary }: Opened): Promise<readonly Ranked[]> {
  const words = wordsIn(phrase)
    .map(({ word }) => word)
    .filter((word) => !stopWords.has(word.toLowerCase()));
  if (words.length === 0) return [];
  const tokens = await Promise.all(words.map((word) => tokenOf(word, dictionary)));
  const together = tokens.length > 1 ? await index.havingPhrase(tokens) : new Map();
  const apart = await index.having(tokens);
  return [...apart]
    .map(([place, { score }]) => ({ place, score, hasAll: true, isTogether: together.has(place) }))
    .toSorted(
      (a, b) => Number(b.isTogether) - Number(a.isTogether) || b.score - a.score || a.place - b.place,
    );
}

async function tokenOf(word: string, dictionary: Dictionary): Promise<string> {
  const stem = stemOfWritten(word);
  const known = await dictionary.word(stem, word);
  return known ? wholeToken(known.stems) : stemToken(stem);
}

async function literalIn(
  candidates: readonly Ranked[],
  phrase: string,
  places: ArchivePlaces,
): Promise<readonly Ranked[]> {
  const wanted = ` ${plainWords(phrase)} `;
  const isLiteral = await Promise.all(
    candidates.map(async ({ place }) => {
      const { title, text } = await places.record(place);
      return ` ${plainWords(title)} . ${plainWords(text)} `.includes(wanted);
    }),
  );
  return candidates.filter((_candidate, index) => isLiteral[index]);
}

/** Words as they are written, with what stands between them made equal. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();
}

/** The records that have any of the words. */
async function placesOf(excluded: readonly string[], opened: Opened): Promise<ReadonlySet<number>> {
  const places = new Set<number>();
  for (const phrase of excluded) {
    const tokens = await Promise.all(wordsIn(phrase).map(({ word }) => tokenOf(word, opened.dictionary)));
    if (tokens.length === 0) continue;
    for (const place of (await opened.index.having(tokens)).keys()) places.add(place);
  }
  return places;
}

function marksOf(terms: readonly Term[], { alsoSearched }: Analysis, { phrases }: ParsedQuery): Marks {
  const also = alsoSearched.flatMap((each) => each.also).flatMap(tellingWords);
  return {
    stems: new Set([...terms.flatMap(({ stems }) => stems), ...also.map(stemOfWritten)]),
    phrases,
  };
}
