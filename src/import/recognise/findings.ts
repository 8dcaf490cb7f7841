import { columnRole } from '../column-roles.ts';
import type { NameFinder } from '../known.ts';
import { type Report, type Section, sentencesOf, type Taken, taken } from '../report.ts';
import type { Cell, Heading, Table } from '../source-text.ts';
import { type Duty, dutyIn } from './bodies.ts';
import { isVerdictAlone, verdictIn } from './verdict-words.ts';

export interface FoundFinding {
  /** The part of the report that it stands in. */
  readonly area: Heading | undefined;
  readonly observation?: Taken<string>;
  /** What a cell that was lost in the source would have said. */
  readonly lost?: 'observation' | 'assessment';
  readonly assessment?: Taken<string>;
  readonly verdict?: Taken<string>;
  /** An assessment that is a recommendation: it is written once, as that. */
  readonly recommendation?: Taken<{ readonly text: string; readonly duty?: Duty }>;
}

export interface Findings {
  readonly findings: readonly FoundFinding[];
  /** Blocks that a finding was made of, with the area that shows them. */
  readonly shown: ReadonlyMap<number, Heading | undefined>;
}

const assessmentHeading = /^(?:vår |revisionell |\p{L}+s )?bedömning(?:ar)?(?: och slutsats(?:er)?)?$/iu;
const summaryHeading = /sammanfatt|samlad|slutsats|svar på|avslutande|övergripande bedömning/i;

/** What was seen and what was thought of it: in tables, and in the parts of the report that are called assessments. */
export function findingsOf(report: Report, bodies: NameFinder): Findings {
  const findings: FoundFinding[] = [];
  const shown = new Map<number, Heading | undefined>();
  for (const { index, block, under } of report.all('table')) {
    const area = under.at(-1);
    const inTable = findingsInTable(block, area, bodies);
    if (inTable.length > 0) shown.set(index, area);
    findings.push(...inTable);
  }
  for (const section of report.sections) {
    if (!isAssessment(section)) continue;
    const area = section.under.at(-2) ?? section.heading;
    const prose = section.content.filter(({ block }) => block.kind === 'paragraph' || block.kind === 'item');
    const chunks = prose.flatMap(({ block }) =>
      block.kind === 'paragraph' || block.kind === 'item'
        ? assessmentsIn(block.text).map((text) => ({ text, place: block.place }))
        : [],
    );
    if (chunks.length === 0) continue;
    const observation = chunks.length === 1 ? observationBefore(report, section) : undefined;
    for (const { text, place } of chunks) {
      findings.push({ area, assessment: taken(text, place, 'trolig'), ...(observation && { observation }) });
    }
    for (const { index } of prose) shown.set(index, area);
  }
  if (findings.length === 0) findings.push(...seenIn(report));
  return { findings, shown };
}

/** Where a report judges nothing finding by finding: the paragraphs of the part that tells what was seen, which stay in the text too. */
function seenIn(report: Report): readonly FoundFinding[] {
  return report.sections
    .filter(({ heading }) =>
      /^(?:(?:våra |granskningens )?iakttagelser|vad vi (?:har )?(?:sett|iakttagit)|vad (?:såg vi|har vi sett)\?)$/i.test(
        heading.title,
      ),
    )
    .flatMap(({ heading, content }) =>
      content.flatMap(({ block }): FoundFinding[] =>
        block.kind === 'paragraph' && block.text.length <= 600
          ? [{ area: heading, observation: taken(block.text, block.place, 'osäker') }]
          : [],
      ),
    );
}

/** A part of a chapter that is called assessment; not the one that sums the report up, nor the answer to a question. */
function isAssessment({ heading, under, content }: Section): boolean {
  if (!assessmentHeading.test(heading.title) || under.length < 2) return false;
  if (under.slice(0, -1).some(({ title }) => summaryHeading.test(title))) return false;
  return content.length > 0;
}

const opensAssessment =
  /^(?:vi (?:bedömer|ser|noterar|konstaterar|anser|rekommenderar|vill|menar)|vidare (?:bedömer|ser|noterar|konstaterar|anser)|vår bedömning|(?:revisionen|revisorerna|nämnden|styrelsen) (?:bedömer|bedöms|anser)|det (?:bedöms|är vår bedömning|samma gäller)|dock (?:saknas|är|bedömer)|det saknas|samtidigt|granskningen visar|därutöver|bedömningen är)\b/i;

/** A paragraph of assessments in its pieces: a new one begins where a sentence judges anew. */
function assessmentsIn(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const sentence of sentencesOf(text)) {
    const last = pieces.length - 1;
    const isJudged =
      last >= 0 &&
      /bedöm|brist|positivt|anser|tillräcklig|ändamålsenlig|tydlig|bör|behov|risk/i.test(pieces[last] ?? '');
    // What follows from a judgement belongs to it.
    const isConclusion = /^vi bedömer (?:därför|således)\b/i.test(sentence);
    const opens = opensAssessment.test(sentence) || verdictIn(sentence) !== undefined;
    if (last < 0 || (opens && isJudged && !isConclusion)) pieces.push(sentence);
    else pieces[last] += ` ${sentence}`;
  }
  return pieces;
}

/** The part before it that is called observations, where it is short enough to be one. */
function observationBefore(report: Report, section: Section): Taken<string> | undefined {
  const before = report.sections[report.sections.indexOf(section) - 1];
  if (!before || !/^iakttagelser?$/i.test(before.heading.title)) return undefined;
  const texts = before.content.flatMap(({ block }) => (block.kind === 'paragraph' ? [block] : []));
  const [only] = texts;
  if (texts.length !== 1 || !only || before.content.length !== 1 || only.text.length > 700) return undefined;
  return taken(only.text, only.place, 'trolig');
}

function findingsInTable(
  table: Table,
  area: Heading | undefined,
  bodies: NameFinder,
): readonly FoundFinding[] {
  const roles = table.header.map(columnRole);
  const observationAt = roles.indexOf('observation');
  const others = roles.flatMap((role, index) =>
    role === 'assessment' || role === 'recommendation' || role === 'comment' || role === 'verdict'
      ? [index]
      : [],
  );
  if (observationAt < 0 || others.length === 0) return [];
  return table.rows.flatMap((row): FoundFinding[] => {
    const observation = row[observationAt];
    const cells = others.flatMap((index) => {
      const cell = row[index];
      return cell ? [{ cell, isRecommendation: roles[index] === 'recommendation' }] : [];
    });
    if (!observation && cells.length === 0) return [];
    return [
      {
        area,
        ...(observation
          ? { observation: taken(observation.text, observation.place) }
          : { lost: 'observation' as const }),
        ...judged(cells, bodies),
      },
    ];
  });
}

function judged(
  cells: readonly { readonly cell: Cell; readonly isRecommendation: boolean }[],
  bodies: NameFinder,
): Pick<FoundFinding, 'assessment' | 'verdict' | 'recommendation'> {
  const result: { -readonly [Key in 'assessment' | 'verdict' | 'recommendation']?: FoundFinding[Key] } = {};
  for (const { cell, isRecommendation } of cells) {
    const duty = dutyIn(cell.text, bodies);
    if ((duty || isRecommendation) && !result.recommendation) {
      result.recommendation = taken({ text: cell.text, ...(duty && { duty }) }, cell.place);
    } else if (isVerdictAlone(cell.text) && !result.verdict) {
      result.verdict = taken(cell.text.replace(/\.$/, ''), cell.place);
    } else if (!result.assessment) {
      result.assessment = taken(cell.text, cell.place);
    }
  }
  return result;
}
