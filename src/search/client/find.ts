import { stemOfWritten, tellingWords } from '../language/index.ts';
import { type Analysis, analysed, type Term } from './analyse.ts';
import type { ArchivePlaces } from './archive-places.ts';
import type { Dictionary } from './dictionary.ts';
import type { Marks } from './excerpt.ts';
import { type CitedInQuery, mayCite } from './law-in-query.ts';
import type { Literal } from './literal.ts';
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
  const { hits, isLiteral, excluded } = await withLiteral(query, byWords, terms.length > 0, opened);
  const left = hits.filter(({ place }) => !excluded.has(place));
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

/** What looks for phrases is fetched where there are any. */
async function withLiteral(
  query: ParsedQuery,
  byWords: readonly Ranked[],
  hasWords: boolean,
  opened: Opened,
): Promise<Literal> {
  if (query.phrases.length === 0 && query.excluded.length === 0) {
    return { hits: byWords, isLiteral: true, excluded: new Set() };
  }
  const { literally } = await import('./literal.ts');
  return literally(query, byWords, hasWords, opened);
}

function marksOf(terms: readonly Term[], { alsoSearched }: Analysis, { phrases }: ParsedQuery): Marks {
  const also = alsoSearched.flatMap((each) => each.also).flatMap(tellingWords);
  return {
    stems: new Set([...terms.flatMap(({ stems }) => stems), ...also.map(stemOfWritten)]),
    phrases,
  };
}
