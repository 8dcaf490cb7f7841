import { type CoarseDate, fullDate, type PlainDate } from '../schemas/index.ts';

/** The first and last day that a coarse date may mean: `2017-10` is 2017-10-01 to 2017-10-31. Ends compare as text. */
export function daysOf(date: CoarseDate): { readonly first: string; readonly last: string } {
  const [year = '', month, day] = date.split('-');
  if (day !== undefined) return { first: date, last: date };
  if (month !== undefined) {
    const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    return { first: `${date}-01`, last: `${date}-${lastDay}` };
  }
  return { first: `${year}-01-01`, last: `${year}-12-31` };
}

/** Is all of what the date may mean later than a day? `2017` is not later than 2017-03-01. */
export function isAfter(date: CoarseDate, day: PlainDate): boolean {
  return daysOf(date).first > day;
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
