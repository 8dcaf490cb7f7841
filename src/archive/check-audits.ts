import type { CoarseDate, PlainDate } from '../schemas/index.ts';
import { placeName } from '../yaml/index.ts';
import { auditWarnings } from './check-audit-warnings.ts';
import { checkCites, checkSection, possessive } from './check-citations.ts';
import { isOwnAncestor } from './check-registers.ts';
import { checkShownParts } from './check-shown-parts.ts';
import type { Checking } from './checking.ts';
import { isAfter, yearOf } from './dates.ts';
import type { FileChecker, Path } from './file-checker.ts';
import type { AuditContent, AuditFile } from './load.ts';

type Cited = AuditContent['criteria'][number];

/** Reports: where they lie, what they refer to, their parts and dates. */
export function checkAudits(checking: Checking): void {
  const checker = new AuditChecker(checking);
  for (const [id, audit] of checking.content.audits) checker.check(id, audit);
}

class AuditChecker {
  readonly #checking: Checking;

  constructor(checking: Checking) {
    this.#checking = checking;
  }

  check(id: string, audit: AuditFile): void {
    const { file, data, cites } = audit;
    checkCites(this.#checking, file, cites);
    if (!data) return;
    const yaml = this.#checking.file(file);
    const [folder = '', slug = ''] = id.split('/');
    this.#checkHome(yaml, data, folder, slug);
    this.#checkAuditReferences(yaml, data);
    this.#checkBodies(yaml, data);
    this.#checkParts(yaml, data);
    this.#checkDates(yaml, data);
    const warnings = auditWarnings(this.#checking, yaml, audit, data);
    yaml.silences(data.silence, warnings);
    this.#checking.problems.push(
      ...checkShownParts(audit, data, {
        line: (path) => yaml.lineOf(path),
        figureFiles: this.#checking.content.figureFiles,
      }),
    );
  }

  #checkHome(yaml: FileChecker, data: AuditContent, folder: string, slug: string): void {
    const found = yaml.reference(
      ['municipality'],
      data.municipality,
      this.#checking.municipalities,
      'bland huvudmännen',
      'De står i content/municipalities/.',
    );
    if (found && data.municipality !== folder) {
      yaml.error(
        ['municipality'],
        `municipality: rapporten säger "${data.municipality}" men ligger i mappen audits/${folder}/.`,
        `Flytta filen till audits/${data.municipality}/ eller rätta fältet.`,
      );
    }
    const year = data.year ?? yearOf(data.published);
    if (!new RegExp(`^${year}-[a-z0-9]+(?:-[a-z0-9]+)*$`).test(slug)) {
      yaml.error(
        [data.year === undefined ? 'published' : 'year'],
        `Filen heter "${slug}.mdx", men året är ${year}.`,
        `Filens namn är året och några ord, med små bokstäver a–z, siffror och bindestreck: ${year}-informationssakerhet.mdx.`,
      );
    }
  }

  #checkAuditReferences(yaml: FileChecker, data: AuditContent): void {
    const { auditors } = this.#checking;
    const auditor = (path: Path, id: string) =>
      yaml.reference(path, id, auditors, 'bland revisorerna', 'De står i content/auditors/.');
    if (data.commissionedBy !== undefined) auditor(['commissionedBy'], data.commissionedBy);
    for (const [index, id] of data.experts.entries()) auditor(['experts', index], id);
    for (const [index, { organisation }] of data.people.entries()) {
      if (organisation !== undefined) auditor(['people', index, 'organisation'], organisation);
    }
    this.#checkSystems(yaml, ['systems'], data.systems);
    this.#checkTopics(yaml, ['topics'], data.topics);
    this.#checkCited(yaml, ['criteria'], data.criteria);
    for (const [index, finding] of data.findings.entries()) {
      const path: Path = ['findings', index];
      this.#checkSystems(yaml, [...path, 'systems'], finding.systems);
      this.#checkTopics(yaml, [...path, 'topics'], finding.topics);
      this.#checkCited(yaml, [...path, 'criteria'], finding.criteria);
    }
    for (const [index, recommendation] of data.recommendations.entries()) {
      const path: Path = ['recommendations', index];
      this.#checkSystems(yaml, [...path, 'systems'], recommendation.systems);
      this.#checkTopics(yaml, [...path, 'topics'], recommendation.topics);
      this.#checkCited(yaml, [...path, 'criteria'], recommendation.criteria);
    }
    for (const [index, { criterion }] of data.sources.entries()) {
      if (criterion !== undefined) {
        yaml.reference(
          ['sources', index, 'criterion'],
          criterion,
          this.#checking.criteria,
          'bland kriterierna',
          'De står i content/criteria/.',
        );
      }
    }
    for (const list of ['measures', 'samples'] as const) {
      for (const [index, { system, body }] of data[list].entries()) {
        if (system !== undefined) this.#checkSystems(yaml, [list, index], [system], 'system');
        if (system === undefined && body === undefined) {
          yaml.error(
            [list, index],
            `${placeName([list, index], data)}: varken system eller body är angivet.`,
            'Skriv vilket system eller vilken nämnd uppgiften gäller.',
          );
        }
      }
    }
    for (const [index, { answers }] of data.questions.entries()) {
      for (const [place, { system }] of answers.entries()) {
        if (system !== undefined)
          this.#checkSystems(yaml, ['questions', index, 'answers', place], [system], 'system');
      }
    }
  }

  #checkSystems(yaml: FileChecker, path: Path, ids: readonly string[], field?: string): void {
    for (const [index, id] of ids.entries()) {
      yaml.reference(
        [...path, field ?? index],
        id,
        this.#checking.systems,
        'bland systemen',
        'De står i content/systems/.',
      );
    }
  }

  #checkTopics(yaml: FileChecker, path: Path, ids: readonly string[]): void {
    for (const [index, id] of ids.entries()) {
      yaml.reference(
        [...path, index],
        id,
        this.#checking.topics,
        'bland ämnena',
        'De står i content/topics.yaml.',
      );
    }
  }

  #checkCited(yaml: FileChecker, path: Path, cited: readonly Cited[]): void {
    for (const [index, { criterion, sections }] of cited.entries()) {
      const known = yaml.reference(
        [...path, index, 'criterion'],
        criterion,
        this.#checking.criteria,
        'bland kriterierna',
        'De står i content/criteria/.',
      );
      if (!known) continue;
      for (const [place, section] of sections.entries()) {
        checkSection(this.#checking, yaml, [...path, index, 'sections', place], criterion, section);
      }
    }
  }

  #checkBodies(yaml: FileChecker, data: AuditContent): void {
    const municipality = this.#checking.content.municipalities.get(data.municipality)?.data;
    if (!municipality) return;
    const known = municipality.bodies.map(({ id }) => id);
    const check = (path: Path, id: string) =>
      yaml.reference(
        path,
        id,
        known,
        `bland ${possessive(municipality.name)} nämnder`,
        `Nämnderna står i content/municipalities/${data.municipality}.yaml.`,
      );
    for (const [index, { body }] of data.bodies.entries()) check(['bodies', index, 'body'], body);
    for (const [index, { bodies }] of data.verdicts.entries()) {
      for (const [place, body] of bodies.entries()) check(['verdicts', index, 'bodies', place], body);
    }
    for (const [index, { answers }] of data.questions.entries()) {
      for (const [place, { body }] of answers.entries()) {
        if (body !== undefined) check(['questions', index, 'answers', place, 'body'], body);
      }
    }
    for (const [index, { bodies }] of data.findings.entries()) {
      for (const [place, body] of bodies.entries()) check(['findings', index, 'bodies', place], body);
    }
    for (const [index, { to }] of data.recommendations.entries()) {
      if (to === 'alla') {
        if (data.bodies.length === 0 && data.groups.length === 0) {
          yaml.error(
            ['recommendations', index, 'to'],
            `${yaml.place(['recommendations', index])}: to är "alla", men rapporten anger inga granskade nämnder.`,
            'Fyll i bodies.',
          );
        }
        continue;
      }
      for (const [place, addressee] of to.entries()) {
        if (typeof addressee === 'string') check(['recommendations', index, 'to', place], addressee);
        else if ('body' in addressee) check(['recommendations', index, 'to', place, 'body'], addressee.body);
      }
    }
    for (const list of ['measures', 'samples', 'criticisms', 'discharge'] as const) {
      for (const [index, { body }] of data[list].entries()) {
        if (body !== undefined) check([list, index, 'body'], body);
      }
    }
  }

  #checkParts(yaml: FileChecker, data: AuditContent): void {
    const lists = [
      'questions',
      'areas',
      'findings',
      'recommendations',
      'samples',
      'followsUp',
      'criticisms',
      'scales',
    ] as const;
    yaml.unique([
      ...lists.flatMap((list) =>
        data[list].map(({ id }, index): [string, Path] => [id, [list, index, 'id']]),
      ),
      ...data.recommendations.flatMap(({ parts }, index) =>
        parts.map(({ id }, place): [string, Path] => [id, ['recommendations', index, 'parts', place, 'id']]),
      ),
    ]);
    const areas = data.areas.map(({ id }) => id);
    const findings = data.findings.map(({ id }) => id);
    const questions = data.questions.map(({ id }) => id);
    for (const [index, { area }] of data.findings.entries()) {
      if (area !== undefined)
        yaml.reference(['findings', index, 'area'], area, areas, 'bland rapportens områden', undefined);
    }
    for (const [index, { area, finding }] of data.recommendations.entries()) {
      if (area !== undefined)
        yaml.reference(
          ['recommendations', index, 'area'],
          area,
          areas,
          'bland rapportens områden',
          undefined,
        );
      for (const [place, id] of (finding ?? []).entries()) {
        yaml.reference(
          ['recommendations', index, 'finding', place],
          id,
          findings,
          'bland rapportens iakttagelser',
          undefined,
        );
      }
    }
    const parents = new Map(data.questions.map(({ id, under }) => [id, under]));
    for (const [index, { id, under }] of data.questions.entries()) {
      if (under === undefined) continue;
      if (
        yaml.reference(
          ['questions', index, 'under'],
          under,
          questions,
          'bland rapportens frågor',
          undefined,
        ) &&
        isOwnAncestor(id, parents)
      ) {
        yaml.error(
          ['questions', index, 'under'],
          `fråga ${id}, under: frågorna ligger under varandra i en ring.`,
          'Låt den översta frågan stå utan under.',
        );
      }
    }
  }

  #checkDates(yaml: FileChecker, data: AuditContent): void {
    const dates: [Path, CoarseDate | PlainDate | undefined][] = [
      [['published'], data.published],
      ...data.measures.map(({ at }, index): [Path, CoarseDate | undefined] => [
        ['measures', index, 'at'],
        at,
      ]),
      ...data.sources.map(({ date }, index): [Path, CoarseDate | undefined] => [
        ['sources', index, 'date'],
        date,
      ]),
      ...data.discharge.map(({ date }, index): [Path, CoarseDate | undefined] => [
        ['discharge', index, 'date'],
        date,
      ]),
      ...data.corrections.map(({ date }, index): [Path, PlainDate] => [['corrections', index, 'date'], date]),
    ];
    for (const [path, date] of dates) {
      if (date !== undefined && isAfter(date as CoarseDate, this.#checking.asOf)) {
        yaml.error(
          path,
          `${yaml.place(path)}: "${date}" ligger i framtiden (i dag är det ${this.#checking.asOf}).`,
          'Rätta datumet.',
        );
      }
    }
    if (data.year !== undefined && data.year > yearOf(this.#checking.asOf)) {
      yaml.error(
        ['year'],
        `year: "${data.year}" ligger i framtiden (i dag är det ${this.#checking.asOf}).`,
        'Rätta årtalet.',
      );
    }
    if (data.year !== undefined && yearOf(data.published) < data.year) {
      yaml.error(
        ['published'],
        `published: rapporten gavs ut ${data.published}, före det granskade året ${data.year}.`,
        'Rätta det ena.',
      );
    }
  }
}
