import type {
  Breakdown,
  FollowUpsOfLevel,
  GradesOfYear,
  Outcome,
  Span,
  Statistics,
  Tally,
} from '../../archive/index.ts';
import { dimensions, followUpLevels, outcomes } from '../../archive/index.ts';
import { breakdown as breakdownStrings, statistics as strings } from '../../i18n/sv-statistics.ts';
import type { Cell } from '../../open-data/index.ts';
import { claims, grades, labelOf, verifiedStatuses } from '../../schemas/index.ts';

/** The numbers behind a chart: a table on a page and a file of comma-separated values, from the same cells. */
export interface StatisticsTable {
  /** The file's name, without ending. */
  readonly name: string;
  readonly caption: string;
  /** The first names the rows. */
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  readonly heading: string;
  readonly kind: 'name' | 'year' | 'count' | 'percent' | 'days';
}

export interface TableRow {
  /** The page of what the row is about. */
  readonly path?: string;
  readonly cells: readonly Cell[];
}

const { columns } = strings;

/** Every table there is, for the files. */
export function statisticsTables(statistics: Statistics): readonly StatisticsTable[] {
  return [
    ageTable(statistics),
    yearTable(statistics),
    closingTable(statistics),
    claimTable(statistics),
    levelTable(statistics),
    followUpTable(statistics),
    delayTable(statistics),
    overallTable(statistics),
    answerTable(statistics),
    ...dimensions.flatMap((dimension) => {
      const ofDimension = statistics.breakdowns[dimension];
      return [breakdownTable(ofDimension), breakdownYearTable(ofDimension)];
    }),
  ];
}

export function ageTable({ byAge, whole }: Statistics): StatisticsTable {
  const { caption, group, bands } = strings.age;
  return {
    name: 'lage-efter-alder',
    caption,
    columns: [named(group), ...tallyColumns],
    rows: [
      ...byAge.map(({ band, tally }) => ({ cells: [bands[band], ...tallyCells(tally)] })),
      { cells: [columns.total, ...tallyCells(whole)] },
    ],
  };
}

export function yearTable({ byYear, whole }: Statistics): StatisticsTable {
  const { caption, group } = strings.years;
  return {
    name: 'lage-efter-ar',
    caption,
    columns: [{ heading: group, kind: 'year' }, ...tallyColumns],
    rows: [
      ...byYear.map(({ year, tally }) => ({ cells: [year, ...tallyCells(tally)] })),
      { cells: [columns.total, ...tallyCells(whole)] },
    ],
  };
}

export function closingTable({ closing }: Statistics): StatisticsTable {
  return {
    name: 'tid-till-avslut',
    caption: strings.closing.caption,
    columns: [
      named(strings.closing.group),
      counted(columns.total),
      counted(outcomeLabel('implemented')),
      counted(outcomeLabel('obsolete')),
    ],
    rows: closing.byDuration.map(({ duration, byStatus: { implemented, obsolete } }) => ({
      cells: [strings.durations[duration], implemented + obsolete, implemented, obsolete],
    })),
  };
}

export function claimTable({ claims }: Statistics): StatisticsTable {
  return {
    name: 'uppgett-och-provat',
    caption: strings.claims.caption,
    columns: [named(strings.claims.group), ...tallyColumns],
    rows: claims.map(({ claim, tally }) => ({ cells: [claimLabel(claim), ...tallyCells(tally)] })),
  };
}

export function levelTable({ followUps }: Statistics): StatisticsTable {
  const { byLevel, level, withoutStatus } = strings.followUps;
  const statuses = [...verifiedStatuses.map(({ code }) => code), 'graded', 'unseen'] as const;
  const cellsOf = ({ total, byStatus }: FollowUpsOfLevel) => [
    total,
    ...statuses.map((each) => byStatus[each]),
  ];
  return {
    name: 'uppfoljningar-efter-niva',
    caption: byLevel,
    columns: [
      named(level),
      counted(columns.total),
      ...statuses.map((each) =>
        counted(
          each === 'graded' || each === 'unseen' ? withoutStatus[each] : labelOf(verifiedStatuses, each),
        ),
      ),
    ],
    rows: followUps.byLevel.map((ofLevel) => ({
      cells: [strings.followUps.levels[ofLevel.level], ...cellsOf(ofLevel)],
    })),
  };
}

export function followUpTable({ followUps }: Statistics): StatisticsTable {
  const { byYear, year, levels } = strings.followUps;
  return {
    name: 'uppfoljningar-efter-ar',
    caption: byYear,
    columns: [
      { heading: year, kind: 'year' },
      counted(columns.total),
      ...followUpLevels.map((level) => counted(levels[level])),
    ],
    rows: followUps.byYear.map(({ year, total, byLevel }) => ({
      cells: [year, total, ...followUpLevels.map((level) => byLevel[level])],
    })),
  };
}

export function delayTable({ followUps }: Statistics): StatisticsTable {
  const { byDelay, delay } = strings.followUps;
  return {
    name: 'tid-till-uppfoljning',
    caption: byDelay,
    columns: [named(delay), counted(columns.total)],
    rows: followUps.byDuration.map(({ duration, count }) => ({
      cells: [strings.durations[duration], count],
    })),
  };
}

export function overallTable({ overallVerdicts }: Statistics): StatisticsTable {
  const { overall, noVerdict } = strings.grades;
  return gradeTable('sammanfattande-omdomen', overall, overallVerdicts, noVerdict);
}

export function answerTable({ answers }: Statistics): StatisticsTable {
  const { answers: caption, noAnswer } = strings.grades;
  return gradeTable('svar-pa-revisionsfragor', caption, answers, noAnswer);
}

function gradeTable(
  name: string,
  caption: string,
  years: readonly GradesOfYear[],
  unknown: string,
): StatisticsTable {
  return {
    name,
    caption,
    columns: [
      { heading: strings.grades.year, kind: 'year' },
      counted(columns.total),
      ...grades.map(({ label }) => counted(label)),
      counted(unknown),
    ],
    rows: years.map(({ year, total, byGrade }) => ({
      cells: [year, total, ...grades.map(({ code }) => byGrade[code]), byGrade.unknown],
    })),
  };
}

export function breakdownTable({ dimension, groups }: Breakdown): StatisticsTable {
  const { slug, caption, column } = breakdownStrings[dimension];
  return {
    name: slug,
    caption,
    columns: [
      named(column),
      ...tallyColumns,
      counted(columns.claimedDone),
      counted(columns.claimedAssessed),
      counted(columns.claimedImplemented),
      counted(columns.closings),
      { heading: columns.medianLeast, kind: 'days' },
      { heading: columns.medianMost, kind: 'days' },
    ],
    rows: groups.map(({ subject, tally, claimedDone, closing }) => ({
      ...(subject && { path: subject.path }),
      cells: [
        subject?.name ?? strings.noSubject[dimension],
        ...tallyCells(tally),
        claimedDone.total,
        claimedDone.assessed,
        claimedDone.byOutcome.implemented,
        closing.closings.length,
        ...daysOf(closing.median),
      ],
    })),
  };
}

/** One row a group and year: what a spreadsheet or a program pivots. */
export function breakdownYearTable({ dimension, groups }: Breakdown): StatisticsTable {
  const { slug, byYear, column } = breakdownStrings[dimension];
  return {
    name: `${slug}-efter-ar`,
    caption: byYear,
    columns: [named(column), { heading: columns.year, kind: 'year' }, ...tallyColumns],
    rows: groups.flatMap(({ subject, byYear: years }) =>
      years.map(({ year, tally }) => ({
        ...(subject && { path: subject.path }),
        cells: [subject?.name ?? strings.noSubject[dimension], year, ...tallyCells(tally)],
      })),
    ),
  };
}

export function outcomeLabel(outcome: Outcome): string {
  return outcome === 'unknown' ? strings.outcome.unknown : labelOf(verifiedStatuses, outcome);
}

export function claimLabel(claim: Statistics['claims'][number]['claim']): string {
  return claim === 'none' ? strings.claims.none : labelOf(claims, claim);
}

const tallyColumns: readonly TableColumn[] = [
  counted(columns.total),
  ...outcomes.map((outcome) => counted(outcomeLabel(outcome))),
  counted(columns.assessed),
  { heading: columns.ofAssessed, kind: 'percent' },
  { heading: columns.least, kind: 'percent' },
  { heading: columns.most, kind: 'percent' },
];

function tallyCells(tally: Tally): readonly Cell[] {
  const share = sharesOf(tally);
  return [
    tally.total,
    ...outcomes.map((outcome) => tally.byOutcome[outcome]),
    tally.assessed,
    share?.ofAssessed,
    share?.least,
    share?.most,
  ];
}

/** What a column is called in a file, where its unit does not stand in the cells. */
export function headingInFile({ heading, kind }: TableColumn): string {
  return kind === 'percent' || kind === 'days' ? columns.inFile[kind](heading) : heading;
}

/** The shares of a tally in whole per cent. What is least is rounded down and what is most up, so that they stay true. */
export function sharesOf({
  implemented,
}: Pick<Tally, 'implemented'>):
  | { readonly ofAssessed: number; readonly least: number; readonly most: number }
  | undefined {
  if (!implemented) return undefined;
  const [least, most] = implemented.ofAll;
  return {
    ofAssessed: wholePercent(implemented.ofAssessed, Math.round),
    least: wholePercent(least, least === most ? Math.round : Math.floor),
    most: wholePercent(most, least === most ? Math.round : Math.ceil),
  };
}

/** Whole days, a range never made narrower. */
function daysOf(median: Span | undefined): readonly [Cell, Cell] {
  if (!median) return [undefined, undefined];
  const [least, most] = median;
  return least === most ? [Math.round(least), Math.round(most)] : [Math.floor(least), Math.ceil(most)];
}

/** None and all are said only of none and all. */
function wholePercent(share: number, rounded: (value: number) => number): number {
  if (share === 0 || share === 1) return share * 100;
  // A share as 0.07 is a hair more than seven hundredths; it is no reason to round up.
  return Math.min(99, Math.max(1, rounded(Number((share * 100).toFixed(6)))));
}

function named(heading: string): TableColumn {
  return { heading, kind: 'name' };
}

function counted(heading: string): TableColumn {
  return { heading, kind: 'count' };
}
