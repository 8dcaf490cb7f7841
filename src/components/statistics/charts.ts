import { type GradesOfYear, outcomes, type Statistics, type Tally } from '../../archive/index.ts';
import { statistics as strings } from '../../i18n/sv-statistics.ts';
import { grades } from '../../schemas/index.ts';
import { type MarkShape, shapeOfGrade, shapeOfState } from '../mark-shapes.ts';
import type { Bar, BarClass, BarFill } from './bar-layout.ts';
import { claimLabel, outcomeLabel } from './tables.ts';

/** What a chart shows: its bars, and the classes that they are divided into. */
export interface Chart {
  readonly bars: readonly Bar[];
  readonly classes: readonly BarClass[];
}

const outcomeClasses: readonly BarClass[] = outcomes.map((outcome) => ({
  label: outcomeLabel(outcome),
  fill: fillOf(shapeOfState(outcome === 'unknown' ? 'not-followed-up' : outcome)),
}));

/** Bars of recommendations, divided by what is known to have become of them. */
export function outcomeChart(rows: readonly { readonly label: string; readonly tally: Tally }[]): Chart {
  return {
    classes: outcomeClasses,
    bars: rows.map(({ label, tally }) => ({
      label,
      values: outcomes.map((outcome) => tally.byOutcome[outcome]),
    })),
  };
}

export function ageChart({ byAge }: Statistics): Chart {
  return outcomeChart(byAge.map(({ band, tally }) => ({ label: strings.age.bands[band], tally })));
}

export function yearChart({ byYear }: Statistics): Chart {
  return outcomeChart(byYear.map(({ year, tally }) => ({ label: String(year), tally })));
}

/** Those of which the body has said nothing are left to the table: they are most, and would dwarf the rest. */
export function claimChart({ claims }: Statistics): Chart {
  const said = claims.filter(({ claim }) => claim !== 'none');
  return outcomeChart(said.map(({ claim, tally }) => ({ label: claimLabel(claim), tally })));
}

export function closingChart({ closing }: Statistics): Chart {
  const statuses = ['implemented', 'obsolete'] as const;
  return {
    classes: statuses.map((status) => ({ label: outcomeLabel(status), fill: fillOf(shapeOfState(status)) })),
    bars: closing.byDuration.map(({ duration, byStatus }) => ({
      label: strings.durations[duration],
      values: statuses.map((status) => byStatus[status]),
    })),
  };
}

export function followUpChart({ followUps }: Statistics): Chart {
  return plainChart(followUps.byYear.map(({ year, total }) => [String(year), total]));
}

export function delayChart({ followUps }: Statistics): Chart {
  return plainChart(followUps.byDuration.map(({ duration, count }) => [strings.durations[duration], count]));
}

export function gradeChart(years: readonly GradesOfYear[], unknown: string): Chart {
  return {
    classes: [
      ...grades.map(({ code, label }) => ({ label, fill: fillOf(shapeOfGrade(code)) })),
      { label: unknown, fill: 'dotted' },
    ],
    bars: years.map(({ year, byGrade }) => ({
      label: String(year),
      values: [...grades.map(({ code }) => byGrade[code]), byGrade.unknown],
    })),
  };
}

function plainChart(rows: readonly (readonly [label: string, count: number])[]): Chart {
  return {
    classes: [{ label: '', fill: 'plain' }],
    bars: rows.map(([label, count]) => ({ label, values: [count] })),
  };
}

/** Verdicts and grades are never shown in outline; that is how a claim looks. */
function fillOf(shape: MarkShape): BarFill {
  if (isOutlined(shape)) throw new Error(`No bar is filled as "${shape}".`);
  return shape;
}

function isOutlined(shape: MarkShape): shape is Extract<MarkShape, `outlined-${string}`> {
  return shape.startsWith('outlined-');
}
