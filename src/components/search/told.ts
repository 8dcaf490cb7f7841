import { searchScript as strings } from '../../i18n/sv-search.ts';
import type { SearchResponse } from '../../search/client/types.ts';
import { withLiteral } from './typed-words.ts';

/** Something that the reader is told of how the query was understood. */
export interface Told {
  readonly text: string;
  /** What comes after the text: another search, by its query, or a page of the archive. */
  readonly link?:
    | { readonly label: string; readonly query: string }
    | { readonly label: string; readonly path: string };
}

/** What was done with the query, in the order of how much it changed what is shown. */
export function toldOf({
  request,
  interpretation,
}: Pick<SearchResponse, 'request' | 'interpretation'>): readonly Told[] {
  const { corrected, citations, alsoSearched, ignored, unknownFilters, isCut } = interpretation;
  const { did } = strings;
  const also = [...new Set(alsoSearched.flatMap((widened) => widened.also))];
  return [
    ...corrected.map(({ from, to }) => ({
      text: did.corrected(from, to),
      link: { label: did.literally(from), query: withLiteral(request.query, from) },
    })),
    ...(ignored.length > 0 ? [{ text: did.ignored(ignored) }] : []),
    ...(unknownFilters.length > 0 ? [{ text: did.unknownFilters(unknownFilters) }] : []),
    ...citations.map(({ printed, label, path }) => ({
      text: did.citation(printed) + (path === undefined ? `${label}.` : ''),
      ...(path !== undefined && { link: { label, path } }),
    })),
    ...(also.length > 0 ? [{ text: did.alsoSearched(also) }] : []),
    ...(isCut ? [{ text: did.cut }] : []),
  ];
}

/** How what is shown stands to what was asked; nothing where it simply answers. */
export function statementOf(response: SearchResponse): string | undefined {
  const { standing, request, interpretation } = response;
  if (standing === 'near') {
    const { phrases } = interpretation;
    return phrases.length > 0 ? strings.nearPhrase(phrases) : strings.near;
  }
  if (response.total > 0) return undefined;
  const isOfOtherKinds = Object.values(response.countsByKind).some((count) => count > 0);
  if (request.kind && isOfOtherKinds) return strings.nothingOfKind(strings.kinds[request.kind]);
  return request.query.trim() === '' ? strings.nothingHere : strings.nothing(request.query.trim());
}
