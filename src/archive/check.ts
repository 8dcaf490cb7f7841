import { join } from 'node:path';
import { sectionReference } from '../criteria/index.ts';
import { didYouMean, enumerated, type Problem } from '../problems/index.ts';
import { type CoarseDate, gradeOfVerdict, type PlainDate } from '../schemas/index.ts';
import { placeName, YamlSource } from '../yaml/index.ts';
import { citationWarnings, outOfForceMend, outOfForceText } from './check-citations.ts';
import { checkShownParts } from './check-shown-parts.ts';
import { isAfter, yearOf } from './dates.ts';
import { type AuditContent, type AuditFile, type Content, type CriterionContent, readText } from './load.ts';

type Cited = AuditContent['criteria'][number];
type Path = readonly PropertyKey[];

/** The names of the rules whose warnings an author may silence. */
const silenceableRules = ['ej-i-kraft', 'okant-omdome', 'oangivet-kriterium', 'annan-regel'] as const;
type WarningRule = (typeof silenceableRules)[number];

/** Every problem that shows only when files are seen together. Files that are wrong on their own are passed over. */
export function relationProblems(content: Content, asOf: PlainDate): readonly Problem[] {
  const checker = new Checker(content, asOf);
  checker.checkMunicipalities();
  checker.checkRegisters();
  checker.checkCriteria();
  checker.checkPages();
  for (const [id, audit] of content.audits) checker.checkAudit(id, audit);
  return checker.problems;
}

class Checker {
  readonly problems: Problem[] = [];
  readonly #content: Content;
  readonly #asOf: PlainDate;
  readonly #topics: readonly string[] | undefined;
  readonly #bodyTypes: readonly string[] | undefined;
  readonly #issuers: readonly string[] | undefined;

  constructor(content: Content, asOf: PlainDate) {
    this.#content = content;
    this.#asOf = asOf;
    this.#topics = idsIn(content.topics);
    this.#bodyTypes = idsIn(content.bodyTypes);
    this.#issuers = idsIn(content.issuers);
  }

  checkMunicipalities(): void {
    const { municipalities } = this.#content;
    const slugs = new Map<string, string>();
    for (const [id, { file, data }] of municipalities) {
      if (!data) continue;
      const yaml = this.#yaml(file);
      const slug = id.slice(data.code.length + 1);
      if (!id.startsWith(`${data.code}-`) || slug === '') {
        yaml.error(
          ['code'],
          `koden är "${data.code}" men filen heter "${id}.yaml".`,
          `Filen ska heta ${data.code}-<namn>.yaml.`,
        );
      }
      const other = slugs.get(slug);
      if (other)
        yaml.error(
          [],
          `Adressen "${slug}" är redan tagen av ${other}.yaml.`,
          'Ge filen ett annat namn efter koden.',
        );
      if (slug === 'sida')
        yaml.error(
          [],
          'Adressen "sida" är upptagen för listornas sidor.',
          'Ge filen ett annat namn efter koden.',
        );
      slugs.set(slug, id);
      for (const [index, successor] of data.successors.entries()) {
        yaml.reference(
          ['successors', index],
          successor,
          [...municipalities.keys()],
          'bland huvudmännen',
          'De står i content/municipalities/.',
        );
      }
      const bodyIds = data.bodies.map((body) => body.id);
      yaml.unique(bodyIds.map((bodyId, index) => [bodyId, ['bodies', index, 'id']]));
      for (const [index, body] of data.bodies.entries()) {
        if (body.type !== undefined) {
          yaml.reference(
            ['bodies', index, 'type'],
            body.type,
            this.#bodyTypes,
            'bland nämndtyperna',
            'De står i content/body-types.yaml.',
          );
        }
        for (const [place, successor] of body.successors.entries()) {
          yaml.reference(
            ['bodies', index, 'successors', place],
            successor,
            bodyIds,
            'bland nämnderna i filen',
            undefined,
          );
        }
        for (const [place, principal] of body.sharedWith.entries()) {
          yaml.reference(
            ['bodies', index, 'sharedWith', place],
            principal,
            [...municipalities.keys()],
            'bland huvudmännen',
            'De står i content/municipalities/.',
          );
        }
      }
      yaml.silences(data.silence, []);
    }
  }

  checkRegisters(): void {
    const { topics, bodyTypes, issuers, glossary, auditors, systems, municipalities } = this.#content;
    for (const register of [topics, bodyTypes, issuers, glossary]) {
      this.#yaml(register.file).unique((register.data ?? []).map(({ id }, index) => [id, [index, 'id']]));
    }
    const wider = new Map((topics.data ?? []).map(({ id, broader }) => [id, broader]));
    for (const [index, { id, broader }] of (topics.data ?? []).entries()) {
      if (broader === undefined) continue;
      const yaml = this.#yaml(topics.file);
      const path: Path = [index, 'broader'];
      if (
        yaml.reference(path, broader, this.#topics, 'bland ämnena', undefined) &&
        isOwnAncestor(id, wider)
      ) {
        yaml.error(
          path,
          `${yaml.place(path)}: ämnena ligger under varandra i en ring.`,
          'Låt det vidaste ämnet stå utan broader.',
        );
      }
    }
    for (const [index, { successors }] of (issuers.data ?? []).entries()) {
      for (const [place, successor] of successors.entries()) {
        this.#yaml(issuers.file).reference(
          [index, 'successors', place],
          successor,
          this.#issuers,
          'bland utgivarna',
          undefined,
        );
      }
    }
    const terms = (glossary.data ?? []).map(({ id }) => id);
    for (const [index, { see }] of (glossary.data ?? []).entries()) {
      for (const [place, id] of see.entries()) {
        this.#yaml(glossary.file).reference(
          [index, 'see', place],
          id,
          terms,
          'bland uppslagsorden',
          undefined,
        );
      }
    }
    for (const { file, data } of auditors.values()) {
      if (data?.municipality !== undefined) {
        this.#yaml(file).reference(
          ['municipality'],
          data.municipality,
          [...municipalities.keys()],
          'bland huvudmännen',
          'De står i content/municipalities/.',
        );
      }
      if (data) this.#yaml(file).silences(data.silence, []);
    }
    for (const { file, data } of systems.values()) if (data) this.#yaml(file).silences(data.silence, []);
    for (const { file, cites } of [
      topics,
      bodyTypes,
      issuers,
      glossary,
      ...auditors.values(),
      ...systems.values(),
    ]) {
      this.#checkCites(file, cites);
    }
  }

  checkCriteria(): void {
    const { criteria, municipalities } = this.#content;
    const known = [...criteria.keys()];
    for (const { file, data, cites } of criteria.values()) {
      this.#checkCites(file, cites);
      if (!data) continue;
      const yaml = this.#yaml(file);
      if (data.issuer !== undefined) {
        yaml.reference(
          ['issuer'],
          data.issuer,
          this.#issuers,
          'bland utgivarna',
          'De står i content/issuers.yaml.',
        );
      }
      if (data.municipality !== undefined) {
        yaml.reference(
          ['municipality'],
          data.municipality,
          [...municipalities.keys()],
          'bland huvudmännen',
          'De står i content/municipalities/.',
        );
      }
      for (const [index, id] of data.replaces.entries()) {
        yaml.reference(['replaces', index], id, known, 'bland kriterierna', 'De står i content/criteria/.');
      }
      yaml.unique(data.sections.map(({ section }, index) => [section, ['sections', index, 'section']]));
      yaml.unique(data.chapters.map(({ chapter }, index) => [chapter, ['chapters', index, 'chapter']]));
      for (const [index, { chapter }] of data.chapters.entries()) {
        if (sectionReference(chapter, data.division)?.kind !== 'chapter') {
          yaml.error(
            ['chapters', index, 'chapter'],
            `"${chapter}" är inget kapitel i ett kriterium som är indelat så här (division).`,
          );
        }
      }
      for (const [index, { section, replaces }] of data.sections.entries()) {
        if (!sectionReference(section, data.division)) {
          yaml.error(
            ['sections', index, 'section'],
            `"${section}" passar inte kriteriets indelning (division).`,
          );
        }
        for (const [place, older] of replaces.entries()) {
          const path: Path = ['sections', index, 'replaces', place];
          if (
            yaml.reference(
              [...path, 'criterion'],
              older.criterion,
              known,
              'bland kriterierna',
              'De står i content/criteria/.',
            )
          ) {
            this.#checkSection(yaml, [...path, 'section'], older.criterion, older.section);
          }
        }
      }
      yaml.silences(data.silence, []);
    }
  }

  checkPages(): void {
    for (const { file, cites, body } of [
      ...this.#content.pages.values(),
      ...this.#content.responses.values(),
    ]) {
      this.#checkCites(file, cites);
      for (const block of body.blocks) {
        if (block.kind === 'component') {
          this.problems.push({
            file,
            line: block.line,
            severity: 'error',
            rule: 'mdx',
            message: `<${block.name}/> hör till en rapport och kan inte stå här.`,
            mend: 'Ta bort den, eller länka till rapporten.',
          });
        }
      }
    }
    for (const { file, data } of this.#content.pages.values()) {
      if (data) this.#yaml(file).silences(data.silence, []);
    }
  }

  checkAudit(id: string, audit: AuditFile): void {
    const { file, data, cites } = audit;
    this.#checkCites(file, cites);
    if (!data) return;
    const yaml = this.#yaml(file);
    const [folder = '', slug = ''] = id.split('/');
    this.#checkHome(yaml, data, folder, slug);
    this.#checkAuditReferences(yaml, data);
    this.#checkBodies(yaml, data);
    this.#checkParts(yaml, data);
    this.#checkDates(yaml, data);
    const warnings = [
      ...this.#inForceWarnings(yaml, data),
      ...citationWarnings(this.#content, audit, data, yaml),
      ...verdictWarnings(yaml, data),
    ];
    yaml.silences(data.silence, warnings);
    this.problems.push(
      ...checkShownParts(audit, data, {
        line: (path) => yaml.lineOf(path),
        figureFiles: this.#content.figureFiles,
      }),
    );
  }

  #checkHome(yaml: FileChecker, data: AuditContent, folder: string, slug: string): void {
    const { municipalities } = this.#content;
    const found = yaml.reference(
      ['municipality'],
      data.municipality,
      [...municipalities.keys()],
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
    const auditors = [...this.#content.auditors.keys()];
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
          [...this.#content.criteria.keys()],
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
        [...this.#content.systems.keys()],
        'bland systemen',
        'De står i content/systems/.',
      );
    }
  }

  #checkTopics(yaml: FileChecker, path: Path, ids: readonly string[]): void {
    for (const [index, id] of ids.entries()) {
      yaml.reference([...path, index], id, this.#topics, 'bland ämnena', 'De står i content/topics.yaml.');
    }
  }

  #checkCited(yaml: FileChecker, path: Path, cited: readonly Cited[]): void {
    for (const [index, { criterion, sections }] of cited.entries()) {
      const known = yaml.reference(
        [...path, index, 'criterion'],
        criterion,
        [...this.#content.criteria.keys()],
        'bland kriterierna',
        'De står i content/criteria/.',
      );
      if (!known) continue;
      for (const [place, section] of sections.entries()) {
        this.#checkSection(yaml, [...path, index, 'sections', place], criterion, section);
      }
    }
  }

  #checkSection(yaml: FileChecker, path: Path, criterion: string, section: string): void {
    const fault = sectionFault(this.#content.criteria.get(criterion)?.data, section);
    if (fault) yaml.error(path, `${yaml.place(path)}: ${fault.message}`, fault.mend);
  }

  #checkBodies(yaml: FileChecker, data: AuditContent): void {
    const municipality = this.#content.municipalities.get(data.municipality)?.data;
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
      if (date !== undefined && isAfter(date as CoarseDate, this.#asOf)) {
        yaml.error(
          path,
          `${yaml.place(path)}: "${date}" ligger i framtiden (i dag är det ${this.#asOf}).`,
          'Rätta datumet.',
        );
      }
    }
    if (data.year !== undefined && data.year > yearOf(this.#asOf)) {
      yaml.error(
        ['year'],
        `year: "${data.year}" ligger i framtiden (i dag är det ${this.#asOf}).`,
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

  #inForceWarnings(yaml: FileChecker, data: AuditContent): Problem[] {
    const year = data.year ?? yearOf(data.published);
    const cited = [
      ...data.criteria.map(({ criterion }, index): [string, Path] => [criterion, ['criteria', index]]),
      ...(['findings', 'recommendations'] as const).flatMap((list) =>
        data[list].flatMap(({ criteria }, index) =>
          criteria.map(({ criterion }, place): [string, Path] => [
            criterion,
            [list, index, 'criteria', place],
          ]),
        ),
      ),
    ];
    // The first place of each: a Map keeps its last entry.
    return [...new Map(cited.toReversed())].toReversed().flatMap(([criterion, path]) => {
      const register = this.#content.criteria.get(criterion)?.data;
      const outOfForce = register && outOfForceText(register, year);
      if (!register || !outOfForce) return [];
      const part = path.length > 2 ? `${yaml.place(path.slice(0, 2))}, ` : '';
      return [
        yaml.warning(
          'ej-i-kraft',
          criterion,
          path,
          `${part}kriterium ${criterion}: ${outOfForce}.`,
          outOfForceMend,
        ),
      ];
    });
  }

  #checkCites(
    file: string,
    cites: readonly { readonly criterion: string; readonly section?: string; readonly line: number }[],
  ): void {
    const known = [...this.#content.criteria.keys()];
    for (const { criterion, section, line } of cites) {
      const tag = `<Cite criterion="${criterion}"${section === undefined ? '' : ` section="${section}"`} />`;
      const problem = (message: string, mend: string | undefined) =>
        this.problems.push({
          file,
          line,
          severity: 'error',
          rule: 'referens',
          message: `${tag}: ${message}`,
          ...(mend && { mend }),
        });
      if (!this.#content.criteria.has(criterion)) {
        problem(
          `"${criterion}" finns inte bland kriterierna.`,
          [didYouMean(criterion, known), 'De står i content/criteria/.'].filter(Boolean).join(' '),
        );
        continue;
      }
      const fault =
        section === undefined
          ? undefined
          : sectionFault(this.#content.criteria.get(criterion)?.data, section);
      if (fault) problem(fault.message, fault.mend);
    }
  }

  #yaml(file: string): FileChecker {
    return new FileChecker(file, this.#content.contentDir, this.problems);
  }
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The ids of a register that is one file; `undefined` where it cannot be read. A register that is not there has none. */
function idsIn({
  data,
  problems,
}: {
  readonly data?: readonly { readonly id: string }[];
  readonly problems: readonly Problem[];
}): readonly string[] | undefined {
  return data?.map(({ id }) => id) ?? (problems.length > 0 ? undefined : []);
}

/** Checks of one file, which is read again only when there is a problem to place in it. */
export class FileChecker {
  readonly #file: string;
  readonly #contentDir: string;
  readonly #problems: Problem[];
  #source:
    | {
        readonly yaml: YamlSource;
        readonly data: unknown;
        /** What stands below the frontmatter, and on which line it begins. */
        readonly lines: readonly string[];
        readonly firstLine: number;
      }
    | undefined;

  constructor(file: string, contentDir: string, problems: Problem[]) {
    this.#file = file;
    this.#contentDir = contentDir;
    this.#problems = problems;
  }

  error(path: Path, message: string, mend?: string): void {
    this.#problems.push({
      file: this.#file,
      line: this.lineOf(path),
      severity: 'error',
      rule: 'referens',
      message,
      ...(mend !== undefined && { mend }),
    });
  }

  warning(rule: WarningRule, at: string, path: Path, message: string, mend: string): Problem {
    return this.warningOnLine(this.lineOf(path), rule, at, message, mend);
  }

  warningOnLine(line: number, rule: WarningRule, at: string, message: string, mend: string): Problem {
    return { file: this.#file, line, severity: 'warning', rule, at, message, mend };
  }

  /**
   * Notes a problem and gives `false` where an id is not among the known. Where those are not known, because their own file has
   * to be mended first, no id is wrong.
   */
  reference(
    path: Path,
    id: string,
    known: readonly string[] | undefined,
    where: string,
    home: string | undefined,
  ): boolean {
    if (known === undefined || known.includes(id)) return true;
    const list = home ?? (known.length === 0 ? 'Det finns inga.' : `De är ${enumerated(known, 20)}.`);
    this.error(
      path,
      `${this.place(path)}: "${id}" finns inte ${where}.`,
      [didYouMean(id, known), list].filter(Boolean).join(' '),
    );
    return false;
  }

  /** Notes a problem for each id that stands more than once. */
  unique(ids: readonly (readonly [string, Path])[]): void {
    const first = new Map<string, Path>();
    for (const [id, path] of ids) {
      const earlier = first.get(id);
      if (earlier) {
        this.error(
          path,
          `Id "${id}" står två gånger, först på rad ${this.lineOf(earlier)}.`,
          'Ge den ena en annan id. En id används aldrig igen.',
        );
      } else {
        first.set(id, path);
      }
    }
  }

  /** Lets warnings through that no `silence` covers, and warns of a `silence` that covers none. */
  silences(
    entries: readonly { readonly rule: string; readonly at?: string | undefined }[],
    warnings: readonly Problem[],
  ): void {
    const covers = (entry: (typeof entries)[number], warning: Problem) =>
      entry.rule === warning.rule && (entry.at === undefined || entry.at === warning.at);
    this.#problems.push(...warnings.filter((warning) => !entries.some((entry) => covers(entry, warning))));
    for (const [index, entry] of entries.entries()) {
      if (warnings.some((warning) => covers(entry, warning))) continue;
      const known = silenceableRules.some((rule) => rule === entry.rule);
      this.error(
        ['silence', index],
        known
          ? `silence: här finns ingen varning "${entry.rule}"${entry.at === undefined ? '' : ` för "${entry.at}"`} att tysta.`
          : `silence: regeln "${entry.rule}" finns inte.`,
        known
          ? 'Ta bort posten.'
          : [didYouMean(entry.rule, silenceableRules), `Reglerna är ${enumerated(silenceableRules)}.`]
              .filter(Boolean)
              .join(' '),
      );
    }
  }

  lineOf(path: Path): number {
    return this.#read().yaml.lineOf(path);
  }

  /** The line of the text below the frontmatter where words first stand, however its lines are broken; else its first line. */
  lineOfWords(words: string): number {
    const { lines, firstLine } = this.#read();
    const wanted = onOneLine(words);
    const index = lines.findIndex((line, place) => {
      const found = onOneLine(lines.slice(place, place + 8).join('\n')).indexOf(wanted);
      return found >= 0 && found < onOneLine(line).length;
    });
    return firstLine + Math.max(0, index);
  }

  place(path: Path): string {
    return placeName(path, this.#read().data);
  }

  #read() {
    if (!this.#source) {
      const text = readText(join(this.#contentDir, this.#file));
      const lines = text.split('\n');
      const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
      const isMdx = this.#file.endsWith('.mdx');
      const yaml = new YamlSource(this.#file, isMdx ? lines.slice(1, end).join('\n') : text, isMdx ? 1 : 0);
      this.#source = {
        yaml,
        data: yaml.read().data,
        lines: lines.slice(end + 1),
        firstLine: end + 2,
      };
    }
    return this.#source;
  }
}

/** Why a criterion has no such part, if so it is. */
function sectionFault(
  criterion: CriterionContent | undefined,
  section: string,
): { readonly message: string; readonly mend: string } | undefined {
  if (!criterion) return undefined;
  const reference = sectionReference(section, criterion.division);
  if (!reference) {
    return {
      message: `"${section}" passar inte ${possessive(criterion.name)} indelning.`,
      mend: {
        chapters: 'Skriv kapitel och paragraf, t.ex. "6:7", eller bara kapitlet, "6".',
        sections: 'Skriv bara paragrafen, t.ex. "7".',
        articles: 'Skriv artikeln, t.ex. "32" eller "5.1f".',
        undivided: 'Kriteriet har inga paragrafer i registret; ta bort sections.',
      }[criterion.division],
    };
  }
  const listed =
    reference.kind === 'chapter'
      ? criterion.chapters.map(({ chapter }) => chapter)
      : criterion.sections.map(({ section: key }) => key);
  if (listed.length === 0 || listed.includes(section) || listed.includes(wholeArticle(section)))
    return undefined;
  return {
    message: `"${section}" (${reference.label}) finns inte i registret över ${criterion.name}.`,
    mend: [
      didYouMean(section, listed),
      `Registret räknar upp ${enumerated(listed, 30)}. Saknas den där, för in den i content/criteria/.`,
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** The article that a paragraph or point belongs to: `5.1f` is part of `5`. */
function wholeArticle(key: string): string {
  return key.replace(/\..*$/, '');
}

function verdictWarnings(yaml: FileChecker, data: AuditContent): Problem[] {
  const verdicts: [Path, { readonly verdict?: string | undefined; readonly grade?: string | undefined }][] = [
    ...data.verdicts.map((verdict, index): [Path, typeof verdict] => [
      ['verdicts', index, 'verdict'],
      verdict,
    ]),
    ...data.questions.flatMap(({ answers }, index) =>
      answers.map((answer, place): [Path, typeof answer] => [
        ['questions', index, 'answers', place, 'verdict'],
        answer,
      ]),
    ),
    ...data.findings.map((finding, index): [Path, typeof finding] => [
      ['findings', index, 'verdict'],
      finding,
    ]),
  ];
  const scaleWords = new Set(data.scales.flatMap(({ words }) => words.map(({ word }) => word.toLowerCase())));
  return verdicts.flatMap(([path, { verdict, grade }]) => {
    if (verdict === undefined || grade !== undefined) return [];
    if (gradeOfVerdict(verdict) !== undefined || scaleWords.has(verdict.toLowerCase())) return [];
    return [
      yaml.warning(
        'okant-omdome',
        verdict,
        path,
        `${yaml.place(path)}: arkivet vet inte vad omdömet "${verdict}" motsvarar på skalan.`,
        'Skriv grade bredvid: uppfyllt, i huvudsak, delvis, ej uppfyllt eller annat.',
      ),
    ];
  });
}

function isOwnAncestor(id: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (
    let current = parents.get(id);
    current !== undefined && !seen.has(current);
    current = parents.get(current)
  ) {
    if (current === id) return true;
    seen.add(current);
  }
  return false;
}

/** Swedish genitive: no extra s after s, x or z. */
function possessive(name: string): string {
  return /[sxz]$/i.test(name) ? name : `${name}s`;
}
