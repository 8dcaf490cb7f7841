import {
  type By,
  by,
  type Facet,
  facets,
  type ReportFacet,
  type RowFacet,
  reportFacets,
  rowFacets,
} from './facets.ts';

/*
 * The column table that the browser filters, counts and sorts by: one list of values a facet, and for each report or recommendation
 * an index into it. It says nothing of what a row looks like; rows come in parcels, files of some of them at a time.
 */

export interface FacetValue {
  /** As it stands in an address. */
  readonly slug: string;
  readonly label: string;
}

/**
 * What the table is made from. Reports of a municipality stand together; a parcel's rows follow on one another and are all of one
 * municipality. Values are indices into `values`; those of `status` stand from least done to most.
 */
export interface TableSource {
  readonly values: By<Facet, readonly FacetValue[]>;
  readonly reports: readonly TableReport[];
  readonly parcels: readonly Parcel[];
}

export interface TableReport {
  /** Its rank among all reports by date. */
  readonly published: number;
  readonly has: By<ReportFacet, readonly number[]>;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** When an auditor last checked it, as a rank from 1; 0 where none has. */
  readonly checked: number;
  readonly has: By<RowFacet, readonly number[]>;
  /** How it stands with boards of each type. */
  readonly standings: readonly TypedState[];
}

export interface TypedState {
  readonly status: number;
  readonly type: number;
}

interface Parcel {
  readonly size: number;
  /** Four characters that change when its rows are others. */
  readonly seal: string;
}

/**
 * Numbers that reports have, or that each of their rows has: report after report, as text. A list is written as how many numbers it
 * has and then each of them, in digits to the base of 64, `width` digits each. With rows, a report's commonest list stands first, and
 * then each row's: a full stop where it is that one.
 */
interface Column {
  readonly width: number;
  readonly text: string;
}

/** The table as JSON. */
export interface EncodedTable {
  readonly values: By<Facet, readonly (readonly [slug: string, label: string])[]>;
  /** How many rows each report has. */
  readonly rows: Column;
  readonly published: Column;
  readonly checked: Column;
  readonly ofReports: By<ReportFacet, Column>;
  readonly ofRows: By<RowFacet, Column>;
  /** Status and type in turn. */
  readonly standings: Column;
  readonly parcels: { readonly sizes: Column; readonly seals: string };
}

/** The table in memory. A row is a number, from 0. */
export interface Table {
  readonly size: number;
  readonly values: By<Facet, readonly FacetValue[]>;
  readonly has: By<ReportFacet | RowFacet, Held<number>>;
  readonly standings: Held<TypedState>;
  /** A rank by date, for each row. */
  readonly published: Uint32Array;
  /** A rank by date, for each row; 0 is never. */
  readonly checked: Uint32Array;
  readonly parcels: readonly { readonly name: string; readonly first: number }[];
}

/** What rows have: the sets of it that there are, and each row's set. */
export interface Held<Item> {
  readonly sets: readonly (readonly Item[])[];
  readonly of: Uint32Array;
}

export const sealLength = 4;

export function encodedTable({ values, reports, parcels }: TableSource): EncodedTable {
  const ofRows = (listOf: (row: TableRow) => readonly number[]) =>
    rowColumn(reports.map(({ rows }) => rows.map(listOf)));
  return {
    values: by(facets, (facet) => values[facet].map(({ slug, label }) => [slug, label] as const)),
    rows: column(reports.map(({ rows }) => [rows.length])),
    published: column(reports.map(({ published }) => [published])),
    checked: ofRows(({ checked }) => [checked]),
    ofReports: by(reportFacets, (facet) => column(reports.map(({ has }) => has[facet]))),
    ofRows: by(rowFacets, (facet) => ofRows(({ has }) => has[facet])),
    standings: ofRows(({ standings }) => standings.flatMap(({ status, type }) => [status, type])),
    parcels: {
      sizes: column(parcels.map(({ size }) => [size])),
      seals: parcels.map(({ seal }) => seal).join(''),
    },
  };
}

export function decodedTable(encoded: EncodedTable): Table {
  const rowCounts = firstOfEach(listsIn(encoded.rows));
  const reportOf = repeated(rowCounts);
  const eachRow = <Item>({ sets, of }: Held<Item>): Held<Item> => ({
    sets,
    of: reportOf.map((report) => of[report] ?? 0),
  });
  const values = by(facets, (facet) => encoded.values[facet].map(([slug, label]) => ({ slug, label })));
  const standings = listsIn(encoded.standings, rowCounts);
  const ofReports = by(reportFacets, (facet) => eachRow(listsIn(encoded.ofReports[facet])));
  return {
    size: reportOf.length,
    values,
    has: { ...ofReports, ...by(rowFacets, (facet) => listsIn(encoded.ofRows[facet], rowCounts)) },
    standings: { sets: standings.sets.map(inPairs), of: standings.of },
    published: firstOfEach(eachRow(listsIn(encoded.published))),
    checked: firstOfEach(listsIn(encoded.checked, rowCounts)),
    parcels: parcelsIn(encoded.parcels, (row) => {
      const [municipality = 0] = ofReports.kommun.sets[ofReports.kommun.of[row] ?? 0] ?? [];
      return values.kommun[municipality]?.slug ?? '';
    }),
  };
}

/** The only number of each list. */
function firstOfEach({ sets, of }: Held<number>): Uint32Array {
  return of.map((set) => sets[set]?.[0] ?? 0);
}

/** Each place as many times as its number says: 2, 0, 1 is 0, 0, 2. */
function repeated(times: Uint32Array): Uint32Array {
  const places = new Uint32Array(times.reduce((sum, number) => sum + number, 0));
  let next = 0;
  for (const [place, number] of times.entries()) {
    places.fill(place, next, next + number);
    next += number;
  }
  return places;
}

function inPairs(flat: readonly number[]): readonly TypedState[] {
  return flat.flatMap((status, index) => (index % 2 === 0 ? { status, type: flat[index + 1] ?? 0 } : []));
}

/** A parcel's name tells the municipality, which of its parcels it is, and its seal: `uppsala-2-x7gq`. */
export function parcelName(municipality: string, number: number, seal: string): string {
  return `${municipality}-${number}-${seal}`;
}

function parcelsIn(
  { sizes, seals }: EncodedTable['parcels'],
  municipalityOf: (row: number) => string,
): Table['parcels'] {
  let first = 0;
  let municipality = '';
  let number = 0;
  return [...firstOfEach(listsIn(sizes))].map((size, index) => {
    const here = municipalityOf(first);
    number = here === municipality ? number + 1 : 1;
    municipality = here;
    const seal = seals.slice(index * sealLength, (index + 1) * sealLength);
    const parcel = { name: parcelName(here, number, seal), first };
    first += size;
    return parcel;
  });
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const asFirst = '.';
const valueOfCode = new Uint8Array(128);
for (let value = 0; value < digits.length; value += 1) valueOfCode[digits.charCodeAt(value)] = value;

function column(lists: readonly (readonly number[])[]): Column {
  const width = widthFor(lists);
  return { width, text: lists.map((list) => written(list, width)).join('') };
}

function rowColumn(reports: readonly (readonly (readonly number[])[])[]): Column {
  const width = widthFor(reports.flat());
  const text = reports.map((rows) => {
    const lists = rows.map((list) => written(list, width));
    const common = commonest(lists) ?? written([], width);
    return common + lists.map((list) => (list === common ? asFirst : list)).join('');
  });
  return { width, text: text.join('') };
}

function commonest(texts: readonly string[]): string | undefined {
  const groups = [...Map.groupBy(texts, (text) => text).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0];
}

/** How many digits the largest number takes, and the longest list's count. */
function widthFor(lists: readonly (readonly number[])[]): number {
  const most = lists.reduce((greatest, list) => Math.max(greatest, list.length, ...list), 0);
  let width = 1;
  for (let room = digits.length; room <= most; room *= digits.length) width += 1;
  return width;
}

function written(list: readonly number[], width: number): string {
  return [list.length, ...list].map((number) => inDigits(number, width)).join('');
}

function inDigits(number: number, width: number): string {
  let text = '';
  for (let rest = number; text.length < width; rest = Math.floor(rest / digits.length)) {
    text = digits.charAt(rest % digits.length) + text;
  }
  return text;
}

/**
 * The lists of a column, each distinct one once.
 *
 * @param rowCounts how many rows each report has, for a column of rows; without it, the lists are the reports' own
 */
function listsIn({ width, text }: Column, rowCounts?: Uint32Array): Held<number> {
  const sets: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const of: number[] = [];
  let at = 0;
  const read = () => {
    const end = at + (1 + numberAt(text, at, width)) * width;
    const list = text.slice(at, end);
    at = end;
    const set = known.get(list) ?? sets.push(numbersIn(list, width)) - 1;
    known.set(list, set);
    return set;
  };
  if (!rowCounts) {
    while (at < text.length) of.push(read());
    return { sets, of: Uint32Array.from(of) };
  }
  for (const count of rowCounts) {
    const common = read();
    for (let row = 0; row < count; row += 1) {
      const isCommon = text.charAt(at) === asFirst;
      of.push(isCommon ? common : read());
      if (isCommon) at += 1;
    }
  }
  return { sets, of: Uint32Array.from(of) };
}

/** The numbers of a written list, after its count. */
function numbersIn(list: string, width: number): readonly number[] {
  return Array.from({ length: list.length / width - 1 }, (_, place) =>
    numberAt(list, (place + 1) * width, width),
  );
}

function numberAt(text: string, start: number, width: number): number {
  let number = 0;
  for (let at = start; at < start + width; at += 1) {
    number = number * digits.length + (valueOfCode[text.charCodeAt(at)] ?? 0);
  }
  return number;
}
