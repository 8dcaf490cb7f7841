import { type Known, type KnownMunicipality, NameFinder } from '../known.ts';
import { Report, type Taken } from '../report.ts';
import type { SourceText } from '../source-text.ts';
import { type Criteria, criteriaOf } from './criteria.ts';
import { type Findings, findingsOf } from './findings.ts';
import { type Measures, measuresOf } from './measures.ts';
import { type Overall, overallOf } from './overall.ts';
import {
  type Auditors,
  auditorsOf,
  bodiesOf,
  methodsOf,
  municipalityOf,
  publishedOf,
  purposeOf,
  type Scope,
  scopeOf,
  systemsOf,
  titleOf,
  typeOf,
  yearOf,
} from './particulars.ts';
import { type FoundPerson, peopleOf } from './people.ts';
import { type Questions, questionsOf } from './questions.ts';
import { type Recommendations, recommendationsOf } from './recommendations.ts';
import { type Sources, sourcesOf } from './sources.ts';

/** All that was recognised in a report. */
export interface Recognised extends Auditors, Questions, Scope {
  readonly report: Report;
  readonly municipality: Taken<KnownMunicipality>;
  readonly title?: Taken<string>;
  readonly year?: Taken<number>;
  readonly published?: Taken<string>;
  readonly type?: Taken<string>;
  readonly purpose?: Taken<string>;
  readonly methods: readonly Taken<string>[];
  readonly bodies: readonly Taken<string>[];
  readonly systems: readonly Taken<string>[];
  readonly people: readonly Taken<FoundPerson>[];
  readonly criteria: Criteria;
  readonly findings: Findings;
  readonly recommendations: Recommendations;
  readonly measures: Measures;
  readonly sources: Sources;
  readonly overall: Overall;
}

/**
 * What a report says, each thing with the lines that it was taken from.
 *
 * @param given the principal, where the author has said whose report it is
 * @returns nothing where the report does not say whose it is
 */
export function recognised(
  source: SourceText,
  known: Known,
  given?: KnownMunicipality,
): Recognised | undefined {
  const report = new Report(source);
  const municipality = given
    ? { value: given, places: [], confidence: 'säker' as const }
    : municipalityOf(report, known);
  if (!municipality) return undefined;
  const bodyNames = new NameFinder(municipality.value.bodies);
  const systemNames = new NameFinder(known.systems);
  const title = titleOf(report);
  const published = publishedOf(report);
  const year = yearOf(report, title, published);
  const type = typeOf(report, title);
  const purpose = purposeOf(report);
  const findings = findingsOf(report, bodyNames);
  const measures = measuresOf(report, systemNames, bodyNames);
  return {
    report,
    municipality,
    ...(title && { title }),
    ...(published && { published }),
    ...(year && { year }),
    ...(type && { type }),
    ...(purpose && { purpose }),
    ...scopeOf(report),
    ...auditorsOf(report, known, municipality.value.id),
    methods: methodsOf(report),
    bodies: bodiesOf(report, bodyNames),
    systems: systemsOf(report, systemNames, measures.measures),
    people: peopleOf(report, known.auditors),
    criteria: criteriaOf(report, known, year?.value),
    ...questionsOf(report),
    findings,
    recommendations: recommendationsOf(report, findings.findings, bodyNames),
    measures,
    sources: sourcesOf(report, known.grammar),
    overall: overallOf(report, bodyNames),
  };
}
