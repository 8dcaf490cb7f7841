import type { Measure } from '../../archive/index.ts';
import { formatDate, formatNumber } from '../../i18n/format.ts';
import { report } from '../../i18n/sv.ts';

/** Measures of one system or body, in the order they are printed. */
export interface MeasureGroup {
  readonly subject?: { readonly name: string; readonly path: string };
  readonly measures: readonly Measure[];
  /** Where all come from, if that is one place. */
  readonly source?: string;
}

export function groupedMeasures(measures: readonly Measure[]): readonly MeasureGroup[] {
  const groups = new Map<string, Measure[]>();
  for (const measure of measures) {
    const key = measure.system?.path ?? measure.body?.path ?? '';
    const group = groups.get(key);
    if (group) group.push(measure);
    else groups.set(key, [measure]);
  }
  return [...groups.values()].map((group) => {
    const subject = group[0]?.system ?? group[0]?.body;
    const sources = new Set(group.map(({ source }) => source));
    const [only] = sources;
    return {
      ...(subject && { subject: { name: subject.name, path: subject.path } }),
      measures: group,
      ...(sources.size === 1 && only !== undefined && { source: only }),
    };
  });
}

/** A measure's value as a reader sees it: `627`, `omkring 100`, `58 procent`, `samtliga`. */
export function measureValue({ value, unit, approximate }: Measure): string {
  if (value === 'samtliga') return report.measures.everyone;
  const number = unit === undefined ? formatNumber(value) : `${formatNumber(value)} ${unit}`;
  return approximate ? report.measures.approximately(number) : number;
}

/**
 * With which body, where its table is that of a system, when a measure held and who says so: only what the report tells, and not
 * again the source that all of them have.
 */
export function measureParticulars(
  { system, body, at, source }: Measure,
  sharedSource: string | undefined,
): string {
  return [system && body?.name, at && formatDate(at), source !== sharedSource && source]
    .filter(Boolean)
    .join(' · ');
}
