import { stemOfWritten, stemToken, stopWords, wholeToken, wordsIn } from '../language/index.ts';
import type { ArchivePlaces } from './archive-places.ts';
import type { Dictionary } from './dictionary.ts';
import type { Opened } from './find.ts';
import type { ParsedQuery } from './query.ts';
import type { Ranked } from './rank.ts';

/** What is left of hits by a query's phrases, and what its `-ord` take away. */
export interface Literal {
  readonly hits: readonly Ranked[];
  /** Does every phrase stand somewhere as it is written? */
  readonly isLiteral: boolean;
  readonly excluded: ReadonlySet<number>;
}

/** So many texts are read, to see whether a phrase stands in them; of what is beyond, the words stand together in some form. */
const mostRead = 400;

/** Where a phrase stands as it is written; if none does so, the records that have its words. */
export async function literally(
  { phrases, excluded }: ParsedQuery,
  byWords: readonly Ranked[],
  hasWords: boolean,
  opened: Opened,
): Promise<Literal> {
  let hits: readonly Ranked[] | undefined = hasWords ? byWords : undefined;
  let isLiteral = true;
  for (const phrase of phrases) {
    const candidates = await candidatesOf(phrase, opened);
    const literal = [
      ...(await literalIn(candidates.slice(0, mostRead), phrase, opened.places)),
      ...candidates.slice(mostRead).filter(({ isTogether }) => isTogether),
    ];
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
  return { hits: hits ?? [], isLiteral, excluded: await placesOf(excluded, opened) };
}

interface Candidate extends Ranked {
  /** Do the words stand next to each other, whatever their forms? */
  readonly isTogether: boolean;
}

/** The records that have a phrase's words in some form, those where they stand together first. */
async function candidatesOf(phrase: string, { index, dictionary }: Opened): Promise<readonly Candidate[]> {
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
