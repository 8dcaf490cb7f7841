import type { NameFinder } from '../known.ts';
import { isFigure } from '../read/column-tables.ts';
import { type Report, type Taken, taken } from '../report.ts';
import type { Cell, Heading, Table } from '../source-text.ts';

export interface FoundMeasure {
  readonly system?: string;
  readonly body?: string;
  /** `aktiva användare`. */
  readonly of: string;
  /** Digits, with a decimal comma; or `samtliga`. */
  readonly value: string;
  readonly unit?: string;
  readonly isApproximate: boolean;
  /** Who gave the figures, as the caption says. */
  readonly source?: string;
}

export interface Measures {
  readonly measures: readonly Taken<FoundMeasure>[];
  /** Tables that they were taken from, with the system that each tells of where it is one. */
  readonly shown: ReadonlyMap<number, string | undefined>;
}

/** Figures of systems and bodies, exactly as their tables have them. A table that says of neither is left as it is. */
export function measuresOf(report: Report, systems: NameFinder, bodies: NameFinder): Measures {
  const measures: Taken<FoundMeasure>[] = [];
  const shown = new Map<number, string | undefined>();
  for (const { index, block, under } of report.all('table')) {
    const found = figuresIn(block, under, systems, bodies);
    if (found.length === 0) continue;
    measures.push(...found);
    const ofSystems = new Set(found.map(({ value }) => value.system));
    shown.set(index, ofSystems.size === 1 ? [...ofSystems][0] : undefined);
  }
  return { measures, shown };
}

function figuresIn(
  table: Table,
  under: readonly Heading[],
  systems: NameFinder,
  bodies: NameFinder,
): readonly Taken<FoundMeasure>[] {
  const source = /källa:\s*(.+?)\.?$/i.exec(table.caption ?? '')?.[1];
  const common = { ...(source !== undefined && { source }) };
  return table.rows.flatMap((row) => {
    const [first] = row;
    if (!first) return [];
    const isAllFigures = row.every((cell) => cell !== undefined && isFigure(cell.text));
    const subject = isAllFigures
      ? subjectIn([table.caption ?? '', ...under.map(({ title }) => title).toReversed()], systems, bodies)
      : subjectIn([first.text], systems, bodies);
    if (!subject) return [];
    return row.flatMap((cell, column): Taken<FoundMeasure>[] => {
      const heading = table.header[column] ?? '';
      if (!cell || !isFigure(cell.text) || (!isAllFigures && column === 0) || heading === '') return [];
      const figure = figureIn(cell);
      return figure ? [taken({ ...subject, of: countedIn(heading), ...figure, ...common }, cell.place)] : [];
    });
  });
}

/** The system or body that one of the texts names, the first of them first. */
function subjectIn(
  texts: readonly string[],
  systems: NameFinder,
  bodies: NameFinder,
): { readonly system: string } | { readonly body: string } | undefined {
  for (const text of texts) {
    const [system] = systems.idsIn(text);
    if (system !== undefined) return { system };
    const [body] = bodies.idsIn(text);
    if (body !== undefined) return { body };
  }
  return undefined;
}

/** `Antal aktiva användare` counts `aktiva användare`. */
function countedIn(heading: string): string {
  const words = heading
    .replace(/^antal(?:et)? /i, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /^\p{Lu}\p{Ll}/u.test(words) ? `${words[0]?.toLowerCase()}${words.slice(1)}` : words;
}

function figureIn({ text }: Cell): Pick<FoundMeasure, 'value' | 'unit' | 'isApproximate'> | undefined {
  if (/^samtliga$/i.test(text.trim())) return { value: 'samtliga', isApproximate: false };
  const isApproximate = /^(?:ca|cirka|omkring|drygt)/i.test(text.trim());
  const value = text.replace(/[^\d,-]/g, '');
  if (!/^-?\d+(?:,\d+)?$/.test(value)) return undefined;
  return { value, isApproximate, ...(/%/.test(text) && { unit: 'procent' }) };
}
