import {
  type Facet,
  facets,
  type HitKind,
  hitKinds,
  type Picked,
  type SearchRequest,
  type Sort,
  sorts,
} from '../../search/client/types.ts';

export const searchPath = '/sok/';
/** Where the index's files are. */
export const indexPath = '/sok/index/';

/** What a reader has asked for. It lives in the address of the page of results. */
export type Sought = Pick<SearchRequest, 'query' | 'kind' | 'picked' | 'sort' | 'page'>;

const [usualSort] = sorts;

/** Nothing asked, nothing chosen. */
export const nothingSought: Sought = { query: '', kind: undefined, picked: {}, sort: usualSort, page: 1 };

const queryKey = 'q';
const kindKey = 'slag';
const sortKey = 'sortera';
const pageKey = 'sida';

const kindWords = {
  recommendation: 'rekommendationer',
  finding: 'iakttagelser',
  audit: 'granskningar',
  criterion: 'kriterier',
  municipality: 'kommuner',
  page: 'sidor',
} as const satisfies Record<HitKind, string>;

/** The same words as in the tracker's addresses. */
const facetWords = {
  municipality: 'kommun',
  year: 'ar',
  bodyType: 'namndtyp',
  topic: 'amne',
  criterion: 'kriterium',
  system: 'system',
  auditor: 'revisor',
  status: 'status',
  verdict: 'omdome',
} as const satisfies Record<Facet, string>;

const sortWords = {
  relevance: 'relevans',
  newest: 'nyast',
  oldest: 'aldst',
  'longest-open': 'langst-oppen',
} as const satisfies Record<Sort, string>;

/**
 * What an address asks for: `?q=bisysslor&slag=rekommendationer&kommun=uppsala,boras&sortera=nyast&sida=2`. What it does not know is
 * passed over.
 */
export function soughtIn(search: string): Sought {
  const told = new URLSearchParams(search);
  const picked = facets.flatMap((facet) => {
    const slugs = told.getAll(facetWords[facet]).flatMap((value) => value.split(',').filter(Boolean));
    return slugs.length > 0 ? [[facet, [...new Set(slugs)]] as const] : [];
  });
  const page = Number(told.get(pageKey));
  return {
    query: told.get(queryKey) ?? '',
    kind: hitKinds.find((kind) => kindWords[kind] === told.get(kindKey)),
    picked: Object.fromEntries(picked),
    sort: sorts.find((sort) => sortWords[sort] === told.get(sortKey)) ?? usualSort,
    page: Number.isSafeInteger(page) && page > 1 ? page : 1,
  };
}

/** The query part of an address, with its question mark; empty where nothing is sought. */
export function addressQueryOf({ query, kind, picked, sort, page }: Sought): string {
  const told = [
    ...(query === '' ? [] : [`${queryKey}=${encodeURIComponent(query).replaceAll('%20', '+')}`]),
    ...(kind ? [`${kindKey}=${kindWords[kind]}`] : []),
    ...facets.flatMap((facet) => {
      const slugs = picked[facet] ?? [];
      return slugs.length > 0 ? [`${facetWords[facet]}=${slugs.map(encodeURIComponent).join(',')}`] : [];
    }),
    ...(sort === usualSort ? [] : [`${sortKey}=${sortWords[sort]}`]),
    ...(page > 1 ? [`${pageKey}=${page}`] : []),
  ];
  return told.length > 0 ? `?${told.join('&')}` : '';
}

/** The same with a value added, or taken away where it stood; from the first page. */
export function withToggled(sought: Sought, facet: Facet, slug: string): Sought {
  const before = sought.picked[facet] ?? [];
  const after = before.includes(slug) ? before.filter((other) => other !== slug) : [...before, slug];
  const { [facet]: _, ...others }: Picked = sought.picked;
  return { ...sought, picked: after.length > 0 ? { ...others, [facet]: after } : others, page: 1 };
}

/** Nothing is asked in words and nothing is chosen: there is nothing to look for. */
export function asksNothing({ query, kind, picked }: Sought): boolean {
  return query.trim() === '' && kind === undefined && Object.keys(picked).length === 0;
}
