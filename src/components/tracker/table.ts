import { type By, by, type Facet, facets, type ReportFacet, type RowFacet, reportFacets } from './facets.ts';

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

/** Rows of a report have these each for itself. */
const plainFacets = ['uppges', 'ord'] as const satisfies readonly RowFacet[];
/** Rows of a report tend to have these in common. */
const sharedFacets = ['amne', 'kriterium'] as const satisfies readonly RowFacet[];

type PlainFacet = (typeof plainFacets)[number];
type SharedFacet = (typeof sharedFacets)[number];

interface Parcel {
  readonly size: number;
  /** Four characters that change when its rows are others. */
  readonly seal: string;
}

/**
 * Lists of numbers, one for each report or row, as text. A number is written in `width` digits to the base of 64; a list of one as
 * that number, any other as `(`, how many they are, and each.
 */
interface Column {
  readonly width: number;
  readonly text: string;
}

/**
 * Lists of each row where the rows of a report share much: for each report the numbers that more than one of its rows has, and for each
 * row a full stop for the report's list as it is, else its own, in which a digit is a place in the report's, and a number that is not
 * there stands after `)`.
 */
interface SharedColumn {
  readonly reports: Column;
  readonly rows: Column;
}

/** The table as JSON. */
export interface EncodedTable {
  readonly values: By<Facet, readonly (readonly [slug: string, label: string])[]>;
  /** How many rows each report has. */
  readonly rows: Column;
  readonly published: Column;
  readonly checked: SharedColumn;
  readonly ofReports: By<ReportFacet, Column>;
  readonly ofRows: By<PlainFacet, Column> & By<SharedFacet, SharedColumn>;
  readonly types: SharedColumn;
  /** The state with each of a row's types; a single one where they are alike. */
  readonly states: Column;
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
  const plain = (listOf: (row: TableRow) => readonly number[]) =>
    column(reports.flatMap(({ rows }) => rows.map(listOf)));
  const shared = (listOf: (row: TableRow) => readonly number[]) =>
    sharedColumn(reports.map(({ rows }) => rows.map(listOf)));
  return {
    values: by(facets, (facet) => values[facet].map(({ slug, label }) => [slug, label] as const)),
    rows: column(reports.map(({ rows }) => [rows.length])),
    published: column(reports.map(({ published }) => [published])),
    checked: shared(({ checked }) => [checked]),
    ofReports: by(reportFacets, (facet) => column(reports.map(({ has }) => has[facet]))),
    ofRows: {
      ...by(plainFacets, (facet) => plain(({ has }) => has[facet])),
      ...by(sharedFacets, (facet) => shared(({ has }) => has[facet])),
    },
    types: shared(({ standings }) => standings.map(({ type }) => type)),
    states: plain(({ standings }) => {
      const states = standings.map(({ status }) => status);
      return new Set(states).size === 1 ? states.slice(0, 1) : states;
    }),
    parcels: {
      sizes: column(parcels.map(({ size }) => [size])),
      seals: parcels.map(({ seal }) => seal).join(''),
    },
  };
}

export function decodedTable(encoded: EncodedTable): Table {
  const reportOf = repeated(firstOfEach(listsIn(encoded.rows)));
  const eachRow = ({ sets, of }: Held<number>): Held<number> => ({
    sets,
    of: reportOf.map((report) => of[report] ?? 0),
  });
  const shared = ({ reports, rows }: SharedColumn) =>
    joined(eachRow(listsIn(reports)), listsIn(rows, true), (ofReport, own) =>
      own === asReport ? ofReport : own.map((number) => (number < 0 ? -1 - number : (ofReport[number] ?? 0))),
    );
  const values = by(facets, (facet) => encoded.values[facet].map(([slug, label]) => ({ slug, label })));
  const ofReports = by(reportFacets, (facet) => eachRow(listsIn(encoded.ofReports[facet])));
  return {
    size: reportOf.length,
    values,
    has: {
      ...ofReports,
      ...by(plainFacets, (facet) => listsIn(encoded.ofRows[facet])),
      ...by(sharedFacets, (facet) => shared(encoded.ofRows[facet])),
    },
    standings: joined(shared(encoded.types), listsIn(encoded.states), (types, states) =>
      types.map((type, place) => ({ type, status: states[place] ?? states[0] ?? 0 })),
    ),
    published: firstOfEach(eachRow(listsIn(encoded.published))),
    checked: firstOfEach(shared(encoded.checked)),
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
const marks = { several: '(', ownNumber: ')', asReport: '.' } as const;
const valueOfCode = new Uint8Array(128);
for (let value = 0; value < digits.length; value += 1) valueOfCode[digits.charCodeAt(value)] = value;

/** What a row's list is read as where it is its report's. */
const asReport: readonly number[] = [];

function column(lists: readonly (readonly number[])[]): Column {
  const width = widthFor(lists);
  return {
    width,
    text: lists.map((list) => written(list, width, (number) => inDigits(number, width))).join(''),
  };
}

function sharedColumn(reports: readonly (readonly (readonly number[])[])[]): SharedColumn {
  const width = widthFor(reports.flat());
  const lists = reports.map(inSeveral);
  const text = reports.flatMap((rows, report) => {
    const list = lists[report] ?? [];
    const places = new Map(
      list.slice(0, digits.length).map((number, place) => [number, digits.charAt(place)]),
    );
    return rows.map((row) =>
      row.length === list.length && row.every((number, place) => number === list[place])
        ? marks.asReport
        : written(row, width, (number) => places.get(number) ?? marks.ownNumber + inDigits(number, width)),
    );
  });
  return { reports: column(lists), rows: { width, text: text.join('') } };
}

/** The numbers that more than one of the lists has, ascending. */
function inSeveral(lists: readonly (readonly number[])[]): readonly number[] {
  const groups = Map.groupBy(lists.flat(), (number) => number);
  return [...groups].flatMap(([number, times]) => (times.length > 1 ? number : [])).toSorted((a, b) => a - b);
}

/** How many digits the largest number takes, and the longest list's count. */
function widthFor(lists: readonly (readonly number[])[]): number {
  const most = lists.reduce((greatest, list) => Math.max(greatest, list.length, ...list), 0);
  let width = 1;
  for (let room = digits.length; room <= most; room *= digits.length) width += 1;
  return width;
}

function written(list: readonly number[], width: number, inText: (number: number) => string): string {
  const text = list.map(inText).join('');
  return list.length === 1 ? text : marks.several + inDigits(list.length, width) + text;
}

function inDigits(number: number, width: number): string {
  let text = '';
  for (let rest = number; text.length < width; rest = Math.floor(rest / digits.length)) {
    text = digits.charAt(rest % digits.length) + text;
  }
  return text;
}

/**
 * A column's lists, each distinct one once. In one where rows refer to their report, a place in its list is that number, and a number
 * of the row's own is -1 less it.
 */
function listsIn({ width, text }: Column, isShared = false): Held<number> {
  const sets: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const of: number[] = [];
  let at = 0;
  const readDigits = (count: number) => {
    let number = 0;
    for (const end = at + count; at < end; at += 1) {
      number = number * digits.length + (valueOfCode[text.charCodeAt(at)] ?? 0);
    }
    return number;
  };
  const skips = (mark: string) => {
    const stands = text.charAt(at) === mark;
    if (stands) at += 1;
    return stands;
  };
  const readNumber = () => {
    if (!isShared) return readDigits(width);
    return skips(marks.ownNumber) ? -1 - readDigits(width) : readDigits(1);
  };
  const readList = () => {
    if (skips(marks.asReport)) return asReport;
    const count = skips(marks.several) ? readDigits(width) : 1;
    return Array.from({ length: count }, readNumber);
  };
  while (at < text.length) {
    const start = at;
    const list = readList();
    const key = text.slice(start, at);
    const set = known.get(key) ?? sets.push(list) - 1;
    known.set(key, set);
    of.push(set);
  }
  return { sets, of: Uint32Array.from(of) };
}

/** What each row has of two things, made one; each distinct pair once. */
function joined<One, Other, Made>(
  one: Held<One>,
  other: Held<Other>,
  make: (one: readonly One[], other: readonly Other[]) => readonly Made[],
): Held<Made> {
  const sets: (readonly Made[])[] = [];
  const known = new Map<number, number>();
  const of = one.of.map((first, row) => {
    const second = other.of[row] ?? 0;
    const key = first * other.sets.length + second;
    const set = known.get(key) ?? sets.push(make(one.sets[first] ?? [], other.sets[second] ?? [])) - 1;
    known.set(key, set);
    return set;
  });
  return { sets, of };
}
