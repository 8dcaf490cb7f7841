import { type CoarseDate, fullDate, type PlainDate } from '../schemas/index.ts';

/** The first and last day that a coarse date may mean: `2017-10` is 2017-10-01 to 2017-10-31. Ends compare as text. */
export function daysOf(date: CoarseDate): { readonly first: string; readonly last: string } {
  return { first: firstDayOf(date), last: lastDayOf(date) };
}

/** The first day that a date may mean. */
export function firstDayOf(date: CoarseDate): string {
  if (date.length === exact) return date;
  return date.length === '2017'.length ? `${date}-01-01` : `${date}-01`;
}

/** The last day that a date may mean. */
export function lastDayOf(date: CoarseDate): string {
  if (date.length === exact) return date;
  if (date.length === '2017'.length) return `${date}-12-31`;
  const month = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5)), 0));
  return `${date}-${month.getUTCDate()}`;
}

const exact = '2017-10-12'.length;

/** Is all of what the date may mean later than a day? `2017` is not later than 2017-03-01. */
export function isAfter(date: CoarseDate, day: PlainDate): boolean {
  return firstDayOf(date) > day;
}

/** By the last day that each may mean, then the first. */
export function compareInTime(a: CoarseDate, b: CoarseDate): number {
  if (a.length === exact && b.length === exact) return compareText(a, b);
  return compareText(lastDayOf(a), lastDayOf(b)) || compareText(firstDayOf(a), firstDayOf(b));
}

/** Most lists of dated things are so already, and to look is cheaper than to sort. */
export function isInOrder<Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): boolean {
  return items.every((item, index) => {
    const before = items[index - 1];
    return before === undefined || compare(before, item) <= 0;
  });
}

/** Sorts a list where it stands; what compares as the same stays in its order. */
export function sorted<Item>(items: Item[], compare: (a: Item, b: Item) => number): Item[] {
  if (items.length > shortList) return isInOrder(items, compare) ? items : items.sort(compare);
  // There are very many short lists. To call the engine's own sort takes several times as long as to move an item or two.
  for (const [index, item] of items.entries()) {
    let place = index;
    for (let before = items[place - 1]; before !== undefined; before = items[place - 1]) {
      if (compare(before, item) <= 0) break;
      items[place] = before;
      place -= 1;
    }
    items[place] = item;
  }
  return items;
}

const shortList = 12;

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function yearOf(date: CoarseDate | PlainDate): number {
  return Number(date.slice(0, 4));
}

/** Today in UTC: the only place that reads a clock. Content is held against it, since nothing published can be later. */
export function today(): PlainDate {
  return fullDate().parse(new Date().toISOString().slice(0, 10));
}

/**
 * The day as of which the archive is read: `AS_OF`, else today.
 *
 * @throws where `AS_OF` is no date
 */
export function asOfDay(environment: Readonly<Record<string, string | undefined>> = process.env): PlainDate {
  if (environment.AS_OF === undefined) return today();
  const { data, error } = fullDate().safeParse(environment.AS_OF);
  if (error) throw new Error(`AS_OF ska vara ett datum som 2020-12-31, men är "${environment.AS_OF}".`);
  return data;
}
