import type { CitableAct } from '../../criteria/index.ts';
import { folded, stemOfWritten } from '../language/index.ts';
import { ArchivePlaces } from './archive-places.ts';
import { Dictionary } from './dictionary.ts';
import { excerpt, type Marks, markedText } from './excerpt.ts';
import type { FacetColumns } from './facet-columns.ts';
import type { SearchError } from './failure.ts';
import type { LabelsFile, Manifest } from './files.ts';
import { type Found, found, type Opened } from './find.ts';
import { citedInQuery } from './law-in-query.ts';
import { by } from './picked.ts';
import { PostingIndex } from './postings.ts';
import { type ParsedQuery, parsedQuery } from './query.ts';
import type { Ranked } from './rank.ts';
import { Store } from './store.ts';
import type { TypedFilters } from './typed-filters.ts';
import {
  type ClientOptions,
  type Facet,
  groupsOnPage,
  type Hit,
  type HitGroup,
  hitKinds,
  hitsShownOfReport,
  type Interpretation,
  type Picked,
  type SearchClient,
  type SearchFailure,
  type SearchOutcome,
  type SearchRequest,
  type SearchResponse,
  type Standing,
  type Suggestions,
  type Superseded,
} from './types.ts';

/** A client of the index at an address. Nothing is fetched before it is asked for something. */
export function searchClient(options: ClientOptions): SearchClient & RankingClient {
  return new Client(options);
}

/** For measuring: the records that answer a query, as they are ranked before they are grouped by report. */
export interface RankingClient {
  /** @throws {SearchError} */
  rankedIds(query: string, most: number): Promise<readonly string[]>;
}

interface OpenedArchive extends Opened {
  readonly manifest: Manifest;
}

const superseded: Superseded = { outcome: 'superseded' };
const shortestCompleted = 3;

class Client implements SearchClient, RankingClient {
  readonly #store: Store;
  readonly #load: (address: string) => Promise<unknown>;
  #opening: Promise<OpenedArchive> | undefined;
  #manifestId: string | undefined;
  #columns: Promise<FacetColumns> | undefined;

  constructor(options: ClientOptions) {
    this.#store = new Store(options);
    this.#load = options.load ?? ((address) => import(/* @vite-ignore */ address));
  }

  async search(request: SearchRequest, signal?: AbortSignal): Promise<SearchOutcome> {
    try {
      const response = await this.#response(request, signal);
      return signal?.aborted ? superseded : response;
    } catch (error) {
      return signal?.aborted ? superseded : this.#failure(error);
    }
  }

  async suggest(
    typed: string,
    limit: number,
    signal?: AbortSignal,
  ): Promise<Suggestions | SearchFailure | Superseded> {
    try {
      const manifest = await this.#manifest();
      const { suggestedNames } = await import('./names.ts');
      const suggestions = await suggestedNames(typed.slice(0, 100), limit, this.#store, manifest);
      return signal?.aborted ? superseded : { outcome: 'suggestions', suggestions };
    } catch (error) {
      return signal?.aborted ? superseded : this.#failure(error);
    }
  }

  async completions(query: string, limit: number): Promise<readonly string[]> {
    try {
      const beginning = /[\p{L}\p{N}]+$/u.exec(query)?.[0] ?? '';
      return await completed(beginning, limit, new Dictionary(this.#store, await this.#manifest()));
    } catch {
      return [];
    }
  }

  async warmUp(): Promise<void> {
    await this.#open().catch(() => undefined);
  }

  async rankedIds(query: string, most: number): Promise<readonly string[]> {
    const opened = await this.#open();
    const { hits } = await found(parsedQuery(query), opened);
    const records = await Promise.all(hits.slice(0, most).map(({ place }) => opened.places.record(place)));
    return records.map(({ id }) => id);
  }

  async #manifest(): Promise<Manifest> {
    const manifest = await this.#store.manifest();
    this.#manifestId = manifest.id;
    return manifest;
  }

  #facetColumns(manifest: Manifest): Promise<FacetColumns> {
    this.#columns ??= import('./facet-columns.ts').then((columns) =>
      columns.FacetColumns.open(this.#store, manifest),
    );
    return this.#columns;
  }

  #open(): Promise<OpenedArchive> {
    if (this.#opening) return this.#opening;
    const opening = this.#opened();
    this.#opening = opening;
    opening.catch(() => {
      this.#opening = undefined;
    });
    return opening;
  }

  async #opened(): Promise<OpenedArchive> {
    const manifest = await this.#manifest();
    const [index, places] = await Promise.all([
      PostingIndex.open(this.#store, manifest, this.#load),
      ArchivePlaces.open(this.#store, manifest),
    ]);
    return {
      manifest,
      index,
      places,
      dictionary: new Dictionary(this.#store, manifest),
      actNames: manifest.actNames,
      citedIn: async (text) =>
        citedInQuery(text, await this.#store.file<readonly CitableAct[]>(manifest.acts), manifest.actNames),
    };
  }

  async #failure(error: unknown): Promise<SearchFailure> {
    const explained: SearchError = await this.#store.explained(error, this.#manifestId);
    this.#opening = undefined;
    this.#columns = undefined;
    return {
      outcome: 'failure',
      reason: explained.reason,
      ...(explained.file !== undefined && { file: explained.file }),
    };
  }

  async #response(request: SearchRequest, signal: AbortSignal | undefined): Promise<SearchOutcome> {
    const opened = await this.#open();
    const completion = request.isTyping ? await completedQuery(request.query, opened.dictionary) : undefined;
    const parsed = parsedQuery(completion?.query ?? request.query);
    const filters = await this.#typedFilters(parsed, opened.manifest);
    if (signal?.aborted) return superseded;
    const isListing = parsed.text === '' && parsed.phrases.length === 0;
    const answer = isListing ? undefined : await found(parsed, opened);
    if (signal?.aborted) return superseded;
    const picked = withTyped(request.picked, filters.typed);
    const hits = answer?.hits ?? (isAsked(request, parsed) ? everything(opened.places.size) : []);
    const chosen = await this.#chosen(hits, { ...request, picked }, opened, isListing);
    const groups = grouped(chosen.hits, opened, request.sort === 'longest-open');
    const pageCount = Math.max(1, Math.ceil(groups.length / groupsOnPage));
    const page = Math.min(Math.max(1, Math.floor(request.page) || 1), pageCount);
    const shown = await Promise.all(
      groups
        .slice((page - 1) * groupsOnPage, page * groupsOnPage)
        .map((group) => shownGroup(group, opened, answer?.marks ?? { stems: new Set(), phrases: [] })),
    );
    const response: SearchResponse = {
      outcome: 'response',
      request: { ...request, page },
      standing: standingOf(answer, chosen.hits.length, isListing),
      groups: shown,
      total: chosen.hits.length,
      near: chosen.hits.filter(({ hasAll }) => !hasAll).length,
      groupTotal: groups.length,
      pageCount,
      countsByKind: chosen.countsByKind,
      ...(chosen.facetCounts && { facetCounts: chosen.facetCounts }),
      interpretation: interpretationOf(answer, parsed, filters, completion?.completedTo),
    };
    return response;
  }

  async #typedFilters({ filters }: ParsedQuery, manifest: Manifest): Promise<TypedFilters> {
    if (filters.length === 0) return { typed: [], unknownFilters: [] };
    const { readFilters } = await import('./typed-filters.ts');
    return readFilters(filters, await this.#store.file<LabelsFile>(manifest.labels));
  }

  /** The hits of the kind and facets that are chosen, in the order that is, with counts. */
  async #chosen(
    hits: readonly Ranked[],
    { kind, picked, sort, wantsFacetCounts }: SearchRequest,
    { places, manifest }: OpenedArchive,
    isListing: boolean,
  ): Promise<Pick<SearchResponse, 'countsByKind' | 'facetCounts'> & { readonly hits: readonly Ranked[] }> {
    const order = isListing && sort === 'relevance' ? 'newest' : sort;
    const isPicked = Object.values(picked).some((slugs) => slugs.length > 0);
    const needsColumns = isPicked || order !== 'relevance' || wantsFacetCounts === true;
    const columns = needsColumns ? await this.#facetColumns(manifest) : undefined;
    const against = isPicked ? columns?.against(picked) : undefined;
    const left = against ? hits.filter(({ place }) => against(place).count === 0) : hits;
    const counts = by(hitKinds, (each) => ({ kind: each, count: 0 }));
    for (const { place } of left) counts[places.kindOf(place)].count += 1;
    const ofKind = kind ? left.filter(({ place }) => places.kindOf(place) === kind) : left;
    const compare = order === 'relevance' ? undefined : columns?.order(order);
    return {
      hits: compare ? ofKind.toSorted((a, b) => compare(a.place, b.place)) : ofKind,
      countsByKind: by(hitKinds, (each) => counts[each].count),
      ...(wantsFacetCounts &&
        columns && {
          facetCounts: columns.counts(
            hits.flatMap(({ place }) => (!kind || places.kindOf(place) === kind ? place : [])),
            picked,
            await this.#store.file<LabelsFile>(manifest.labels),
          ),
        }),
    };
  }
}

/** Something is asked for by facets, kind or a typed filter alone. */
function isAsked({ query }: SearchRequest, parsed: ParsedQuery): boolean {
  return query.trim() === '' || parsed.filters.length > 0 || parsed.excluded.length > 0;
}

/** All records, as hits. */
function everything(size: number): readonly Ranked[] {
  return Array.from({ length: size }, (_, place) => ({ place, score: 0, hasAll: true }));
}

function withTyped(picked: Picked, typed: Interpretation['typedFilters']): Picked {
  const all: Partial<Record<Facet, readonly string[]>> = { ...picked };
  for (const { facet, slug } of typed) all[facet] = [...new Set([...(all[facet] ?? []), slug])];
  return all;
}

function standingOf(answer: Found | undefined, total: number, isListing: boolean): Standing {
  if (isListing) return 'listed';
  if (total === 0) return 'nothing';
  return answer?.isAnswered ? 'answered' : 'near';
}

function interpretationOf(
  answer: Found | undefined,
  { excluded, phrases, isCut }: ParsedQuery,
  filters: TypedFilters,
  completedTo: string | undefined,
): Interpretation {
  return {
    alsoSearched: answer?.analysis.alsoSearched ?? [],
    corrected: answer?.analysis.corrected ?? [],
    ignored: answer?.analysis.ignored ?? [],
    citations: answer?.citations ?? [],
    typedFilters: filters.typed,
    unknownFilters: filters.unknownFilters,
    excluded,
    phrases,
    ...(completedTo !== undefined && { completedTo }),
    isCut,
  };
}

/** Hits of a report together, in the order of the best of them. */
function grouped(
  hits: readonly Ranked[],
  { places }: Pick<Opened, 'places'>,
  onlyNeighbours: boolean,
): readonly (readonly Ranked[])[] {
  const groups: Ranked[][] = [];
  const known = new Map<number, Ranked[]>();
  for (const hit of hits) {
    const [first] = places.groupOf(hit.place);
    const group = known.get(first);
    if (group && (!onlyNeighbours || groups.at(-1) === group)) {
      group.push(hit);
    } else {
      const fresh = [hit];
      known.set(first, fresh);
      groups.push(fresh);
    }
  }
  return groups;
}

async function shownGroup(
  group: readonly Ranked[],
  { places }: Pick<Opened, 'places'>,
  marks: Marks,
): Promise<HitGroup> {
  const records = await Promise.all(
    group
      .slice(0, hitsShownOfReport)
      .map(async (ranked) => ({ ranked, record: await places.record(ranked.place) })),
  );
  const hits = records.map(({ ranked, record }): Hit => {
    const { id, path, title, text, particulars } = record;
    return {
      id,
      path,
      kind: places.kindOf(ranked.place),
      title: markedText(title, marks),
      isNear: !ranked.hasAll,
      excerpt: excerpt(text, marks),
      particulars,
    };
  });
  const of = records[0]?.record.of;
  const [hit] = hits;
  if (of) {
    const audit = { path: of.path, title: markedText(of.title, marks), particulars: of.particulars };
    return { of: 'audit', audit, hits, further: group.length - hits.length };
  }
  if (!hit) throw new Error('A group has at least one hit.');
  return { of: 'itself', hit };
}

/** Words that a beginning may become, the commonest first and of those the shortest. */
async function completed(
  beginning: string,
  limit: number,
  dictionary: Dictionary,
): Promise<readonly string[]> {
  const wanted = folded(beginning);
  if (wanted.length < shortestCompleted) return [];
  return [...(await dictionary.wordsAround(wanted))]
    .filter(({ form }) => folded(form).startsWith(wanted))
    .toSorted(
      (a, b) => b.frequency - a.frequency || a.form.length - b.form.length || (a.form < b.form ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ form }) => form);
}

/** The query with its last word completed, where it is none of the archive's as it stands. */
async function completedQuery(
  query: string,
  dictionary: Dictionary,
): Promise<{ readonly query: string; readonly completedTo?: string }> {
  const beginning = /(?<![\p{L}\p{N}:-])[\p{L}]+$/u.exec(query)?.[0];
  if (beginning === undefined || (query.match(/["”“]/g)?.length ?? 0) % 2 === 1) return { query };
  if (await dictionary.word(stemOfWritten(beginning), beginning)) return { query };
  const [completedTo] = await completed(beginning, 1, dictionary);
  if (completedTo === undefined) return { query };
  return { query: query.slice(0, -beginning.length) + completedTo, completedTo };
}
