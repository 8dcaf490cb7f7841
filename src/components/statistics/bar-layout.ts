import { max, sum } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { MarkShape } from '../mark-shapes.ts';

/** How a class of a bar is filled: as its mark is, repeated along the bar, or in plain ink where there is but one class. */
export type BarFill = Exclude<MarkShape, `outlined-${string}`> | 'plain';

/** What a bar is divided into. */
export interface BarClass {
  readonly label: string;
  readonly fill: BarFill;
}

export interface Bar {
  readonly label: string;
  /** How many of each class, in their order. */
  readonly values: readonly number[];
}

export interface PlacedBar {
  readonly label: string;
  readonly total: number;
  /** Of the chart's width, in per cent. Classes with none are left out. */
  readonly segments: readonly { readonly fill: BarFill; readonly x: number; readonly width: number }[];
}

export interface BarLayout {
  /** The classes that any bar has. */
  readonly classes: readonly BarClass[];
  readonly bars: readonly PlacedBar[];
}

const longestLabel = 44;

/** Bars from a common start, their lengths the numbers they stand for; the longest fills the width. */
export function barLayout(bars: readonly Bar[], classes: readonly BarClass[]): BarLayout {
  const totals = bars.map(({ values }) => sum(values));
  const scale = scaleLinear([0, max(totals) || 1], [0, 100]);
  const series = stack<unknown, Bar, number>()
    .keys(classes.keys())
    .value(({ values }, index) => values[index] ?? 0)([...bars]);
  return {
    classes: classes.filter((_, index) => bars.some(({ values }) => (values[index] ?? 0) > 0)),
    bars: bars.map(({ label }, row) => ({
      label: shortened(label),
      total: totals[row] ?? 0,
      segments: series.flatMap((ofClass) => {
        const [from = 0, to = 0] = ofClass[row] ?? [];
        const fill = classes[ofClass.key]?.fill;
        return fill && to > from
          ? [{ fill, x: rounded(scale(from)), width: rounded(scale(to) - scale(from)) }]
          : [];
      }),
    })),
  };
}

/** Text in a drawing does not wrap; the table has the whole name. */
function shortened(label: string): string {
  return label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).trimEnd()}…`;
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
