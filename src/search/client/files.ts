import type { Facet, HitKind, Particulars } from './types.ts';

/*
 * The files of the index that are ours, as they are written at build and read in the browser. Pagefind's own stand beside them. Every
 * folder but the top one is named for its content, so that a file never changes.
 */

/** Raised when the files' form changes: a page that knows another can't read them. */
export const indexVersion = 3;

/** `manifest.json` in the index's folder: the only file that changes in place. */
export interface Manifest {
  readonly version: number;
  /** Changes with any content. */
  readonly id: string;
  /** The newest first. */
  readonly shards: readonly {
    readonly folder: string;
    /** The name of Pagefind's list of its records. */
    readonly meta: string;
    readonly records: number;
  }[];
  /** Files of words, `0.json` and on, and the first three letters of each but the first. */
  readonly words: { readonly folder: string; readonly boundaries: readonly string[] };
  /** Files of names, in the same way. */
  readonly names: { readonly folder: string; readonly boundaries: readonly string[] };
  /** What the facets' values are called, and the rules that can be cited. */
  readonly labels: string;
  readonly acts: string;
  /** What may be a citation of law: abbreviations, in lower case. */
  readonly actNames: readonly string[];
}

/** In the order of `places.json`'s letters. */
export const kindLetters: Readonly<Record<HitKind, string>> = {
  recommendation: 'r',
  finding: 'f',
  audit: 'a',
  criterion: 'c',
  municipality: 'm',
  page: 'p',
};

/** `places.json` of a shard: what each of its records is, in Pagefind's order. */
export interface PlacesFile {
  /** A letter for each record; a capital where it is beside the point of what is mostly asked. */
  readonly kinds: string;
  /** How many records each report, or thing of its own, has. */
  readonly groups: readonly number[];
  /** How many records each file of texts has. */
  readonly texts: readonly number[];
}

/** `t0.json` and on: what is shown of records that follow on one another. */
export interface TextsFile {
  readonly reports: readonly {
    readonly path: string;
    readonly title: string;
    readonly particulars: Particulars;
  }[];
  readonly records: readonly StoredRecord[];
}

export interface StoredRecord {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly particulars: Particulars;
  /** Its place in `reports`. */
  readonly report?: number;
}

/**
 * A column: the sets of values that there are, and which set each record has: its number, and after it, where several records in a
 * row have the same, how many as a number below zero.
 */
export interface Column {
  readonly values: readonly string[];
  readonly sets: readonly (readonly number[])[];
  readonly runs: readonly number[];
}

/** `facets.json` of a shard. */
export interface FacetsFile {
  readonly facets: Readonly<Record<Facet, Column>>;
  /** One date a record, or none. */
  readonly dates: Column;
}

/** The labels file: every value of each facet, in the order that readers see them. */
export type LabelsFile = Readonly<Record<Facet, readonly (readonly [slug: string, label: string])[]>>;

/** A thing that can be suggested by name. */
export type NameEntry = readonly [kind: 'a' | 'b' | 'c' | 'm', name: string, detail: string, path: string];

export interface NamesFile {
  readonly names: readonly NameEntry[];
}

/** What expressions of the thesaurus lead to. */
export type Role = 'equivalent' | 'everyday' | 'capitals';

/** A file of words. */
export interface WordFile {
  /** A word in its commonest form, `|` where a compound is joined, a tab, and how often the archive has it, as a power of two. */
  readonly words: readonly string[];
  /** Expressions of the thesaurus whose first word belongs here: stems joined by spaces, the group, and the role. */
  readonly expressions: readonly (readonly [stems: string, group: string, role: Role])[];
  /** The groups: their equivalents as readers see them, and whether they have fainter words. */
  readonly groups: Readonly<Record<string, readonly [shown: readonly string[], hasFainter: boolean]>>;
}

/** Which of the files that begin at boundaries has what begins with some letters. */
export function fileOf(boundaries: readonly string[], key: string): number {
  const beginning = key.slice(0, 3);
  let [low, high] = [0, boundaries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((boundaries[middle] ?? '') <= beginning) low = middle + 1;
    else high = middle;
  }
  return low;
}
