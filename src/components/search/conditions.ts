import { facetNames, searchScript as strings } from '../../i18n/sv-search.ts';
import { facets, type SearchResponse } from '../../search/client/types.ts';
import { type Sought, withToggled } from './address.ts';
import { withoutExclusion, withoutTyped } from './typed-words.ts';

/** Something that narrows what is found, and what is sought without it. */
export interface Condition {
  readonly label: string;
  readonly without: Sought;
}

/** All that narrows an answer: what was picked, and then what was typed in the query itself. */
export function conditionsIn(
  { interpretation, facetCounts }: Pick<SearchResponse, 'interpretation' | 'facetCounts'>,
  sought: Sought,
): readonly Condition[] {
  const picked = facets.flatMap((facet) =>
    (sought.picked[facet] ?? []).map((slug) => {
      const label = facetCounts?.[facet].find((value) => value.slug === slug)?.label ?? slug;
      return { label: `${facetNames[facet]}: ${label}`, without: withToggled(sought, facet, slug) };
    }),
  );
  const typed = interpretation.typedFilters.map(({ facet, label, typed }) => ({
    label: `${facetNames[facet]}: ${label}`,
    without: { ...sought, query: withoutTyped(sought.query, typed), page: 1 },
  }));
  const excluded = interpretation.excluded.map((word) => ({
    label: strings.excluded(word),
    without: { ...sought, query: withoutExclusion(sought.query, word), page: 1 },
  }));
  return [...picked, ...typed, ...excluded];
}
