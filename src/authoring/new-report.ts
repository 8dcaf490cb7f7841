import { unwrittenMark } from '../problems/index.ts';
import { compiledFile } from '../reports/index.ts';
import { auditSchema } from '../schemas/index.ts';
import { AuthoringError } from './authoring-error.ts';
import type { FileChange } from './write.ts';
import { oneLine } from './yaml-text.ts';

/** What the beginning of a report is made of. Ids are those of the registers; vocabularies' values are the words authors write. */
export interface NewReport {
  readonly title: string;
  readonly municipality: string;
  /** The audited year. */
  readonly year?: number;
  /** As coarse as it is known; without it the report says that it is still to be written. */
  readonly published?: string;
  readonly type: string;
  readonly rendition: string;
  /** What the file is called after the year: `informationssakerhet`. */
  readonly slug: string;
  readonly bodies: readonly string[];
  readonly commissionedBy?: string;
  /** The name of those who commissioned the report, who are taken to have published it. */
  readonly publisher?: string;
  readonly experts: readonly string[];
  readonly systems: readonly string[];
  readonly topics: readonly string[];
  readonly criteria: readonly string[];
  readonly questions: readonly string[];
}

/** The report's file, from the content folder. */
export function reportFile(report: NewReport, thisYear: number): string {
  const year = report.year ?? Number(report.published?.slice(0, 4) ?? thisYear);
  return `audits/${report.municipality}/${year}-${report.slug}.mdx`;
}

/**
 * The report's file as a draft: what is known, and a mark wherever something is still to be written.
 *
 * @throws {AuthoringError} where an answer makes it something that the check would not let through
 */
export function draftOf(report: NewReport, thisYear: number): FileChange {
  const name = reportFile(report, thisYear);
  const text = reportText(report, thisYear);
  const [problem] = compiledFile(name, text, auditSchema).problems;
  if (problem) throw new AuthoringError(problem.message, problem.mend ?? '');
  return { name, text };
}

function reportText(report: NewReport, thisYear: number): string {
  return `${['---', ...frontmatter(report, thisYear), '---', '', ...body(report)].join('\n')}\n`;
}

const toWrite = (what: string) => `${unwrittenMark} – ${what}`;

function frontmatter(report: NewReport, thisYear: number): readonly string[] {
  const { bodies, systems, topics, criteria, questions, experts } = report;
  return [
    `# Ett utkast: det kontrolleras men publiceras inte. Det som återstår är märkt ${unwrittenMark.toLowerCase()}, med stora bokstäver.`,
    '# När allt är skrivet tas raden draft bort. Fälten förklaras i guiden: /guide/falt/',
    `title: ${oneLine(report.title)}`,
    `municipality: ${report.municipality}`,
    ...(report.year === undefined ? [] : [`year: ${report.year}`]),
    report.published === undefined
      ? `published: ${thisYear} # ${unwrittenMark}: dagen, månaden eller året då rapporten gavs ut`
      : `published: ${report.published}`,
    `type: ${report.type}`,
    'draft: true',
    `rendition: ${report.rendition}`,
    'source:',
    `  title: ${oneLine(report.title)}`,
    ...(report.publisher === undefined ? [] : [`  publisher: ${oneLine(report.publisher)}`]),
    ...(report.commissionedBy === undefined ? [] : [`commissionedBy: ${report.commissionedBy}`]),
    ...idList('experts', experts),
    ...(bodies.length === 0 ? [] : ['bodies:', ...bodies.map((id) => `  - { body: ${id} }`)]),
    ...idList('systems', systems),
    ...idList('topics', topics),
    `purpose: ${toWrite('vad granskningen skulle ta reda på')}`,
    ...(criteria.length === 0 ? [] : ['criteria:', ...criteria.map((id) => `  - { criterion: ${id} }`)]),
    ...(questions.length === 0
      ? []
      : [
          '',
          'questions:',
          ...questions.flatMap((question, index) => [
            `  - id: q${index + 1}`,
            `    text: ${oneLine(question)}`,
            '    answers:',
            `      - text: ${toWrite('svaret; omdömet skrivs för sig, i verdict, med rapportens ord')}`,
          ]),
        ]),
    ...(report.rendition === 'catalogue' ? unseen : findingsAndRecommendations(bodies)),
  ];
}

/** A catalogue entry tells what it lacks instead. */
const unseen = ['unseen:', `  - ${toWrite('det i rapporten som arkivet inte har sett, en rad för varje')}`];

function findingsAndRecommendations(bodies: readonly string[]): readonly string[] {
  return [
    '',
    'findings:',
    '  - id: f1',
    `    observation: ${toWrite('vad ni såg')}`,
    `    assessment: ${toWrite('er bedömning')}`,
    ...(bodies.length === 0
      ? []
      : [
          '',
          'recommendations:',
          '  - id: r1',
          '    finding: f1',
          `    to: ${bodies.length === 1 ? `[${bodies[0]}]` : 'alla'} # ${unwrittenMark}: vilka den riktas till`,
          `    text: ${toWrite('vad ni rekommenderar; ordet bör, ska eller kan skrivs i modality')}`,
        ]),
  ];
}

function idList(field: string, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [`${field}: [${ids.join(', ')}]`];
}

function body({ rendition, questions, bodies, criteria }: NewReport): readonly string[] {
  const isCatalogue = rendition === 'catalogue';
  const sections: readonly (readonly string[])[] = [
    [
      '## Sammanfattning',
      toWrite('det viktigaste, i några meningar'),
      ...(questions.length === 0 ? [] : ['<Questions />']),
    ],
    isCatalogue
      ? []
      : ['## Iakttagelser', toWrite('det som behövs för att förstå iakttagelserna'), '<Findings />'],
    isCatalogue || bodies.length === 0 ? [] : ['## Rekommendationer', '<Recommendations />'],
    criteria.length === 0 ? [] : ['## Revisionskriterier', '<Criteria />'],
  ];
  return [sections.flat().join('\n\n')];
}
