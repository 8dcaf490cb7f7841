import type { Sample } from '../../archive/index.ts';
import { formatNumber } from '../../i18n/format.ts';
import { report } from '../../i18n/sv.ts';

/** A count that a sample test reports. */
interface SampleCount {
  readonly term: string;
  readonly value: string;
  /** Was something found wanting? */
  readonly isWanting: boolean;
}

/** What a sample test counted, in the order it was done; only what the report says. */
export function sampleCounts(sample: Sample): readonly SampleCount[] {
  const strings = report.samples;
  const outOfSample = (count: number | undefined) =>
    count === undefined ? undefined : count === 0 ? strings.none : strings.outOf(count, sample.size);
  const plain = (count: number | undefined) =>
    count === undefined ? undefined : count === 0 ? strings.none : formatNumber(count);
  const unanswered =
    sample.unanswered !== undefined && sample.asked !== undefined && sample.unanswered > 0
      ? strings.outOf(sample.unanswered, sample.asked)
      : plain(sample.unanswered);
  const rows: readonly (readonly [string, string | undefined, boolean?])[] = [
    [strings.withoutActivity, outOfSample(sample.withoutActivity)],
    [strings.asked, plain(sample.asked)],
    [strings.unanswered, unanswered],
    [strings.suspected, plain(sample.suspected)],
    [strings.cleared, plain(sample.cleared)],
    [strings.deviations, outOfSample(sample.deviations), (sample.deviations ?? 0) > 0],
  ];
  return rows.flatMap(([term, value, isWanting = false]) =>
    value === undefined ? [] : [{ term, value, isWanting }],
  );
}
