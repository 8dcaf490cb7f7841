import type { Grade, ShownState } from '../../schemas/index.ts';

/*
 * The contract between search and what shows it. Everything here is data: no HTML, no functions in answers. A `path` is an address
 * from the site's root before any base path is put before it, as in the Archive: `/granskningar/boras/2017-x/#f3`.
 */

/**
 * What a hit is, in the order of the tabs. `audit` is a report or a section of its text, `criterion` a law or standard or a part of
 * one, `municipality` a principal or one of its boards, `page` one of the archive's own pages or of the guide.
 */
export const hitKinds = ['recommendation', 'finding', 'audit', 'criterion', 'municipality', 'page'] as const;
export type HitKind = (typeof hitKinds)[number];

/** What hits can be narrowed by. Several values of a facet mean any of them, several facets all of them. */
export const facets = [
  'municipality',
  'year',
  'bodyType',
  'topic',
  'criterion',
  'system',
  'auditor',
  'status',
  'verdict',
] as const;
export type Facet = (typeof facets)[number];

/**
 * How hits are ordered. `longest-open` puts what has waited longest without being done first, and leaves what is done or can't be,
 * last. Only `relevance` groups by report; in the others a group holds the hits that stand next to each other.
 */
export const sorts = ['relevance', 'newest', 'oldest', 'longest-open'] as const;
export type Sort = (typeof sorts)[number];

/** Values picked in each facet, by slug: `{ municipality: ['boras'], year: ['2019', '2020'] }`. A facet left out leaves all. */
export type Picked = Readonly<Partial<Record<Facet, readonly string[]>>>;

export interface SearchRequest {
  /** As typed, of any length and content. May be empty: then everything that the facets leave is listed, the newest first. */
  readonly query: string;
  /** The tab; left out, all kinds. */
  readonly kind?: HitKind | undefined;
  readonly picked: Picked;
  readonly sort: Sort;
  /** From 1. One beyond the last gives the last. */
  readonly page: number;
  /** The reader is still writing: the last word may be the beginning of one, and is completed from the archive's words. */
  readonly isTyping?: boolean | undefined;
  /** Counts in the facets are wanted. They cost a file on first use, so ask when a facet is shown. */
  readonly wantsFacetCounts?: boolean | undefined;
}

/** A stretch of text as a reader sees it. Show it as text, never as HTML; `isMarked` is what answered the query. */
export interface Run {
  readonly text: string;
  readonly isMarked: boolean;
}
export type Runs = readonly Run[];

/** What stands beside a hit. What is not known, or does not apply to its kind, is missing. */
export interface Particulars {
  /** The principal's short name: `Borås`. */
  readonly municipality?: string | undefined;
  /** The audited year, else that of publication. */
  readonly year?: number | undefined;
  /** Names of boards: audited, addressed or concerned. */
  readonly bodies: readonly string[];
  /** Its printed label among its like: `2.3`, `Rekommendation 4`; for a part of a criterion its citation, `6 kap. 6 § KL`. */
  readonly label?: string | undefined;
  /** How a recommendation stands. */
  readonly status?: ShownState | undefined;
  /** A finding's or a report's verdict, normalised. */
  readonly grade?: Grade | undefined;
  /** The verdict as printed. */
  readonly verdict?: string | undefined;
  /** How many audits there are about it, for criteria, municipalities and boards. */
  readonly audits?: number | undefined;
}

export interface Hit {
  /** Unique and lasting: an audit's id and its parts' (`1490-boras/2017-x#r3`), else the path. */
  readonly id: string;
  readonly kind: HitKind;
  readonly path: string;
  /** Never empty: the title, or the beginning of its text. */
  readonly title: Runs;
  /**
   * Is it near what was asked for, and not it? It has some of the words, words of the same field, or stands beside a hit in its report.
   * Such hits come last.
   */
  readonly isNear: boolean;
  /** The passage that answers best; may be empty where the title is all there is. */
  readonly excerpt: Runs;
  readonly particulars: Particulars;
}

/** Hits of one report together, or a single hit that is of no report (criteria, municipalities, boards, pages). */
export type HitGroup =
  | {
      readonly of: 'audit';
      /** Its path, title and particulars; also where it is no hit itself. */
      readonly audit: ReportHead;
      /** The best first, at most `hitsShownOfReport`. */
      readonly hits: readonly Hit[];
      /** How many further hits it has that are not in `hits`. */
      readonly further: number;
    }
  | { readonly of: 'itself'; readonly hit: Hit };

export interface ReportHead {
  readonly path: string;
  readonly title: Runs;
  readonly particulars: Particulars;
}

/** How many hits a group shows at most. */
export const hitsShownOfReport = 3;
/** How many groups a page of results has. */
export const groupsOnPage = 10;

/** A value of a facet with how many hits there would be with it alone chosen there, and all else as it is. */
export interface FacetCount {
  readonly slug: string;
  readonly label: string;
  readonly count: number;
  readonly isPicked: boolean;
}

/** What was done with the query, for telling the reader. Each list is empty where nothing was done. */
export interface Interpretation {
  /** Words that the query was widened with: `backup` → `säkerhetskopia`. "Sökte även efter …" */
  readonly alsoSearched: readonly { readonly word: string; readonly also: readonly string[] }[];
  /** Words that the archive does not have, and what was searched instead. "Inget för …, visar …" */
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
  /** Words that neither the archive nor any correction knows, and which therefore took no part. */
  readonly ignored: readonly string[];
  /** Citations of law that were understood: `KL 6:7` → `6 kap. 7 § KL`, and the path of its page where it has one. */
  readonly citations: readonly {
    readonly printed: string;
    readonly label: string;
    readonly path?: string | undefined;
  }[];
  /** `kommun:uppsala år:2019`: filters in the query itself. They are added to `picked`. */
  readonly typedFilters: readonly {
    readonly facet: Facet;
    readonly slug: string;
    readonly label: string;
    /** As it stood in the query: `kommun:uppsala`. */
    readonly typed: string;
  }[];
  /** Typed filters whose value the archive does not have: `kommun:atlantis`. They are left out. */
  readonly unknownFilters: readonly string[];
  /** Words that hits must not have. */
  readonly excluded: readonly string[];
  /** Phrases that were searched literally. */
  readonly phrases: readonly string[];
  /** What the last, unfinished word was completed to. */
  readonly completedTo?: string | undefined;
  /** The query was longer than is searched; only its beginning was. */
  readonly isCut: boolean;
}

/**
 * - `answered`: the first hits hold all that was asked for
 * - `near`: nothing holds all of it (or a phrase stands nowhere as written); what is shown comes near
 * - `nothing`: there are no hits
 * - `listed`: nothing was asked in words, so that what the facets leave is listed
 */
export type Standing = 'answered' | 'near' | 'nothing' | 'listed';

export interface SearchResponse {
  readonly outcome: 'response';
  /** What it answers, with `page` as shown and without typed filters in `picked`. */
  readonly request: SearchRequest;
  readonly standing: Standing;
  readonly groups: readonly HitGroup[];
  /** Hits in all, of the chosen kind and facets. */
  readonly total: number;
  /** How many of them are near what was asked for, and not it; 0 where nothing was asked in words. */
  readonly near: number;
  /** Groups in all, and pages of them; at least 1. */
  readonly groupTotal: number;
  readonly pageCount: number;
  /** Hits of each kind with the facets as they are, whatever tab is chosen. They add up to what "all" would show. */
  readonly countsByKind: Readonly<Record<HitKind, number>>;
  /** Where they were asked for: values with hits, or picked, the most hits first (years: the newest first; status: least done first). */
  readonly facetCounts?: Readonly<Record<Facet, readonly FacetCount[]>> | undefined;
  readonly interpretation: Interpretation;
}

/**
 * Why there is no answer. The query is the reader's to keep; asking again tries again, since nothing that failed is kept.
 *
 * - `offline`: the browser says that there is no network
 * - `stale`: the site has been published anew since the page was opened, and its old files are gone; reload the page
 * - `unreachable`: a file could not be fetched
 * - `broken`: a file came, but is not what it should be, or the engine failed on it
 * - `unsupported`: the browser can't run the search (no WebAssembly)
 */
export interface SearchFailure {
  readonly outcome: 'failure';
  readonly reason: 'offline' | 'stale' | 'unreachable' | 'broken' | 'unsupported';
  /** The address of the file, where one is to blame. */
  readonly file?: string | undefined;
}

/** The signal given with a request was aborted: nobody waits for the answer. */
export interface Superseded {
  readonly outcome: 'superseded';
}

export type SearchOutcome = SearchResponse | SearchFailure | Superseded;

/** A thing whose name holds what is being typed. */
export interface Suggestion {
  readonly kind: 'audit' | 'body' | 'criterion' | 'municipality';
  readonly path: string;
  /** Its name, with what was typed marked. */
  readonly name: Runs;
  /** What tells it from others of that name: `Borås · 2017`, `Borås`, `2017:725`. May be empty. */
  readonly detail: string;
}

export interface Suggestions {
  readonly outcome: 'suggestions';
  readonly suggestions: readonly Suggestion[];
}

export interface SearchClient {
  /** Answers a request. Never throws. */
  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchOutcome>;
  /** Reports, boards, laws and municipalities by name, best first, from the second letter. Never throws. */
  suggest(
    typed: string,
    limit: number,
    signal?: AbortSignal,
  ): Promise<Suggestions | SearchFailure | Superseded>;
  /** Words of the archive that the last word of the query may become, the most common first. Empty where it fails. */
  completions(query: string, limit: number): Promise<readonly string[]>;
  /** Begins to fetch what a first search needs: call it when a search box gets focus. Never throws. */
  warmUp(): Promise<void>;
}

/** Where the index is, and how files are got; the latter are given in tests. */
export interface ClientOptions {
  /** The address of the index's folder, with base path and trailing slash: `href('/sok/index/')`. */
  readonly indexAddress: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Loads Pagefind's module from an address. */
  readonly load?: (address: string) => Promise<unknown>;
  readonly isOnline?: () => boolean;
}
