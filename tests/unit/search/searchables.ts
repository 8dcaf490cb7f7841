import type { Facet, HitKind } from '../../../src/search/client/index.ts';
import type { Searchable, SearchRecord } from '../../../src/search/index/index.ts';

const noLabels: Searchable['labels'] = {
  municipality: [],
  year: [],
  bodyType: [],
  topic: [],
  criterion: [],
  system: [],
  auditor: [],
  status: [],
  verdict: [],
};

/** A record of which only what matters is told. */
export function aRecord(
  text: string,
  {
    id = text,
    kind = 'finding',
    report = 'Granskning av ingenting',
    date = '2020-01-01',
    facets = {},
    title = 'Rubrik',
    context = [],
  }: {
    readonly id?: string;
    readonly kind?: HitKind;
    readonly report?: string;
    readonly date?: string;
    readonly facets?: Partial<Record<Facet, readonly string[]>>;
    readonly title?: string;
    readonly context?: readonly string[];
  } = {},
): SearchRecord {
  return {
    id,
    path: `/${encodeURIComponent(id)}/`,
    kind,
    report: { path: `/${encodeURIComponent(report)}/`, title: report, particulars: { bodies: [] } },
    title,
    text,
    context,
    alsoKnownAs: [],
    cites: [],
    date,
    particulars: { year: Number(date.slice(0, 4)), bodies: [] },
    facets,
  };
}

export function aSearchable(
  records: readonly SearchRecord[],
  further: Partial<Omit<Searchable, 'records'>> = {},
): Searchable {
  return { records: () => records, groups: [], acts: [], labels: noLabels, names: [], ...further };
}

/** A group of the thesaurus. */
export function aGroup(
  terms: readonly string[],
  further: Partial<Searchable['groups'][number]> = {},
): Searchable['groups'][number] {
  return { terms, acronyms: [], capitals: [], everyday: [], narrower: [], related: [], ...further };
}
