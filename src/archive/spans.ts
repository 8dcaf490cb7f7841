import { median } from 'd3-array';
import type { CoarseDate } from '../schemas/index.ts';
import { daysOf } from './dates.ts';

/** A length of time in days, as the least and the most that coarse dates allow. */
export type Span = readonly [least: number, most: number];

const millisecondsInDay = 86_400_000;
const daysInYear = 365.2425;

/** From one date to a later one; never below nought, also where coarse dates overlap. */
export function spanBetween(from: CoarseDate, to: CoarseDate): Span {
  const earlier = daysOf(from);
  const later = daysOf(to);
  return [daysFrom(earlier.last, later.first), daysFrom(earlier.first, later.last)];
}

/**
 * The least and the most that the median can be, whichever days the dates mean: the median of what is least and of what is most.
 * None of no spans.
 */
export function medianSpan(spans: readonly Span[]): Span | undefined {
  const least = median(spans, (span) => span[0]);
  const most = median(spans, (span) => span[1]);
  return least === undefined || most === undefined ? undefined : [least, most];
}

/** In years, with fractions. */
export function yearsOf([least, most]: Span): readonly [number, number] {
  return [least / daysInYear, most / daysInYear];
}

/**
 * The class that a range certainly lies in: the index of its lower bound. None where it reaches over two classes.
 *
 * @param lowerBounds each class's least value, ascending, the first of them at or below every range
 */
export function certainClass(
  [least, most]: readonly [number, number],
  lowerBounds: readonly number[],
): number | undefined {
  const classOf = (value: number) => lowerBounds.findLastIndex((bound) => bound <= value);
  return classOf(least) === classOf(most) ? classOf(least) : undefined;
}

function daysFrom(first: string, last: string): number {
  return Math.max(0, Math.round((Date.parse(last) - Date.parse(first)) / millisecondsInDay));
}
