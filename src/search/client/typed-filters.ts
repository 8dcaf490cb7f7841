import { folded } from '../language/index.ts';
import type { LabelsFile } from './files.ts';
import type { ParsedQuery } from './query.ts';
import type { Interpretation } from './types.ts';

/** The filters of a query, with what the archive calls their values. */
export interface TypedFilters {
  readonly typed: Interpretation['typedFilters'];
  readonly unknownFilters: Interpretation['unknownFilters'];
}

/** A value is known by its slug, else by its label, else by the beginning of one. */
export function readFilters(filters: ParsedQuery['filters'], labels: LabelsFile): TypedFilters {
  const typed: TypedFilters['typed'][number][] = [];
  const unknownFilters: string[] = [];
  for (const filter of filters) {
    const value = plain(filter.value);
    const values = labels[filter.facet] ?? [];
    const match =
      values.find(([slug]) => slug === value) ??
      values.find(([, label]) => plain(label) === value) ??
      values.find(([, label]) => plain(label).startsWith(value));
    if (match) typed.push({ facet: filter.facet, slug: match[0], label: match[1], typed: filter.typed });
    else unknownFilters.push(filter.typed);
  }
  return { typed, unknownFilters };
}

function plain(text: string): string {
  return folded(text).replace(/[^a-z0-9]+/g, '-');
}
