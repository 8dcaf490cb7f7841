import type { Problem } from '../problems/index.ts';
import type { CoarseDate, PlainDate } from '../schemas/index.ts';
import { FileChecker } from './check.ts';
import { daysOf, isAfter } from './dates.ts';
import { isCertainlyBefore } from './history.ts';
import type { Content } from './load.ts';

type AuditFile = Content['audits'] extends ReadonlyMap<string, infer File> ? File : never;
type AuditContent = NonNullable<AuditFile['data']>;
type FollowUpContent = AuditContent['followsUp'][number];
type ResponseFile = Content['responses'] extends ReadonlyMap<string, infer File> ? File : never;
type BodyContent = NonNullable<
  Content['municipalities'] extends ReadonlyMap<string, { data?: infer Data }> ? Data : never
>['bodies'][number];

/**
 * Every problem with what is said to have become of something: verdicts in audits and responses of bodies.
 *
 * @param today no event can be later
 */
export function ledgerProblems(content: Content, today: PlainDate): readonly Problem[] {
  const checker = new LedgerChecker(content, today);
  for (const audit of content.audits) checker.checkFollowUps(...audit);
  checker.checkCycles();
  for (const response of content.responses) checker.checkResponse(...response);
  return checker.problems;
}

class LedgerChecker {
  readonly problems: Problem[] = [];
  readonly #content: Content;
  readonly #today: PlainDate;
  readonly #answered = new Map<string, string>();

  constructor(content: Content, today: PlainDate) {
    this.#content = content;
    this.#today = today;
  }

  checkFollowUps(id: string, { file, data }: AuditFile): void {
    if (!data) return;
    const check = this.#file(file);
    const seen = new Map<string, number>();
    for (const [index, followUp] of data.followsUp.entries()) {
      const path = ['followsUp', index] as const;
      const date = followUp.date ?? data.published;
      for (const [place, body] of followUp.bodies.entries()) {
        this.#checkBody(check, [...path, 'bodies', place], data.municipality, body, date);
      }
      if (isAfter(date, this.#today)) {
        check.error(
          [...path, 'date'],
          `${check.place(path)}: "${date}" ligger i framtiden (i dag är det ${this.#today}).`,
          'Rätta datumet.',
        );
      }
      const event = JSON.stringify([followUp.target, followUp.bodies.toSorted(), date, followUp.object]);
      const first = seen.get(event);
      if (first !== undefined) {
        check.error(
          path,
          `${check.place(path)}: samma sak följs upp två gånger i rapporten, först på rad ${check.lineOf(['followsUp', first])}.`,
          'Slå ihop dem, eller skriv vad som skiljer dem.',
        );
      }
      seen.set(event, first ?? index);
      this.#checkTarget(check, id, index, followUp, date);
    }
    const followUps = data.followsUp.map((followUp) => followUp.id);
    for (const [index, { answers }] of data.questions.entries()) {
      for (const [place, { followUp }] of answers.entries()) {
        if (followUp === undefined) continue;
        check.reference(['questions', index, 'answers', place, 'followUp'], followUp, followUps, 'bland rapportens uppföljningar', undefined);
      }
    }
    for (const [index, { body, by }] of data.responsesRequested.entries()) {
      const path = ['responsesRequested', index] as const;
      this.#checkBody(check, [...path, 'body'], data.municipality, body, data.published);
      if (isCertainlyBefore(by, data.published)) {
        check.error(
          [...path, 'by'],
          `${check.place(path)}: svaret begärs senast ${by}, men rapporten gavs ut ${data.published}.`,
          'Rätta det ena.',
        );
      }
    }
    for (const [index, { due }] of data.recommendations.entries()) {
      if (due !== undefined && isCertainlyBefore(due, data.published)) {
        check.error(
          ['recommendations', index, 'due'],
          `${check.place(['recommendations', index])}: ska vara åtgärdad ${due}, men rapporten gavs ut ${data.published}.`,
          'Rätta det ena.',
        );
      }
    }
  }

  #checkTarget(
    check: FileChecker,
    id: string,
    index: number,
    followUp: FollowUpContent,
    date: CoarseDate,
  ): void {
    const { target, status, grade } = followUp;
    if (typeof target !== 'string') return;
    const path = ['followsUp', index, 'target'] as const;
    const [auditId = '', partId] = target.split('#');
    if (auditId === id) {
      check.error(
        path,
        `${check.place(path)}: en rapport kan inte följa upp sig själv.`,
        'Hänvisa till den tidigare rapporten.',
      );
      return;
    }
    const found = this.#audit(check, path, auditId);
    if (!found) return;
    if (partId !== undefined && !this.#part(check, path, found, partId)) return;
    if (isCertainlyBefore(date, found.published)) {
      check.error(
        path,
        `${check.place(['followsUp', index])}: uppföljningen är från ${date}, men det den följer upp gavs ut ${found.published}.`,
        'Rätta datumet eller hänvisningen.',
      );
    }
    const isRecommendation = partId !== undefined && recommendationIds(found).includes(partId);
    if (isRecommendation && status === undefined && grade !== undefined) {
      check.error(
        ['followsUp', index, 'grade'],
        `${check.place(['followsUp', index])}: en rekommendation följs upp med status, inte med grade.`,
        'Skriv status: åtgärdad, i huvudsak, delvis, pågår, ej åtgärdad, inaktuell eller ej bedömd.',
      );
    }
  }

  /** Audits that follow one another up in a ring; dates as coarse as a year do not rule it out. */
  checkCycles(): void {
    const targets = new Map(
      [...this.#content.audits].map(([id, { data }]) => [
        id,
        new Set(
          (data?.followsUp ?? []).flatMap(({ target }) =>
            typeof target === 'string' ? [target.split('#')[0] ?? ''] : [],
          ),
        ),
      ]),
    );
    for (const [id, { file, data }] of this.#content.audits) {
      for (const [index, { target }] of (data?.followsUp ?? []).entries()) {
        if (typeof target !== 'string') continue;
        const [first = ''] = target.split('#');
        if (first === id || !reaches(first, id, targets)) continue;
        const check = this.#file(file);
        check.error(
          ['followsUp', index, 'target'],
          `${check.place(['followsUp', index])}: ${first} följer i sin tur upp den här rapporten.`,
          'Två granskningar kan inte följa upp varandra. Ta bort den hänvisning som är fel.',
        );
      }
    }
  }

  checkResponse(id: string, { file, data }: ResponseFile): void {
    if (!data) return;
    const check = this.#file(file);
    const [folder = '', slug = ''] = id.split('/');
    const [auditFolder = '', auditSlug = ''] = data.audit.split('/');
    const audit = this.#audit(check, ['audit'], data.audit);
    if (auditFolder !== folder) {
      check.error(
        ['audit'],
        `audit: svaret ligger i responses/${folder}/ men gäller en granskning i ${auditFolder}.`,
        `Flytta filen till responses/${auditFolder}/.`,
      );
    }
    if (!`${slug}-`.startsWith(`${auditSlug}-${data.body}-`)) {
      check.error(
        [],
        `Filen heter "${slug}.mdx".`,
        `Den ska heta ${auditSlug}-${data.body}.mdx, eller med något efter om nämnden svarar flera gånger.`,
      );
    }
    this.#checkBody(check, ['body'], folder, data.body, data.date);
    if (isAfter(data.date, this.#today)) {
      check.error(
        ['date'],
        `date: "${data.date}" ligger i framtiden (i dag är det ${this.#today}).`,
        'Rätta datumet.',
      );
    }
    const event = `${data.audit} ${data.body} ${data.date}`;
    const other = this.#answered.get(event);
    if (other)
      check.error(
        ['date'],
        `Samma nämnd svarar på samma granskning samma dag även i ${other}.`,
        'Slå ihop filerna.',
      );
    this.#answered.set(event, file);
    check.silences(data.silence, []);
    if (!audit) return;
    if (isCertainlyBefore(data.date, audit.published)) {
      check.error(
        ['date'],
        `date: svaret är från ${data.date}, men granskningen gavs ut ${audit.published}.`,
        'Rätta datumet.',
      );
    }
    for (const [index, { recommendation }] of data.answers.entries()) {
      const path = ['answers', index, 'recommendation'] as const;
      check.reference(
        path,
        recommendation,
        recommendationIds(audit),
        'bland rapportens rekommendationer',
        undefined,
      );
    }
    check.unique(
      data.answers.map(({ recommendation }, index) => [recommendation, ['answers', index, 'recommendation']]),
    );
  }

  #audit(check: FileChecker, path: readonly PropertyKey[], id: string): AuditContent | undefined {
    const known = [...this.#content.audits.keys()];
    const home =
      'Granskningarna står i content/audits/. En granskning utanför arkivet beskrivs med about, title och year i stället.';
    return check.reference(path, id, known, 'bland granskningarna', home)
      ? this.#content.audits.get(id)?.data
      : undefined;
  }

  #part(check: FileChecker, path: readonly PropertyKey[], audit: AuditContent, id: string): boolean {
    const known = [
      ...audit.questions.map((question) => question.id),
      ...audit.findings.map((finding) => finding.id),
      ...recommendationIds(audit),
    ];
    return check.reference(
      path,
      id,
      known,
      'bland den rapportens frågor, iakttagelser och rekommendationer',
      undefined,
    );
  }

  #checkBody(
    check: FileChecker,
    path: readonly PropertyKey[],
    municipalityId: string,
    id: string,
    date: CoarseDate,
  ): void {
    const municipality = this.#content.municipalities.get(municipalityId)?.data;
    if (!municipality) return;
    const known = municipality.bodies.map((body) => body.id);
    const home = `Nämnderna står i content/municipalities/${municipalityId}.yaml.`;
    if (!check.reference(path, id, known, 'bland huvudmannens nämnder', home)) return;
    const body = municipality.bodies.find((candidate) => candidate.id === id);
    if (body && !existedOn(body, date)) {
      check.error(
        path,
        `${check.place(path)}: ${body.name} fanns inte ${date}.`,
        `Kontrollera datumet, eller nämndens tid (exists) i content/municipalities/${municipalityId}.yaml.`,
      );
    }
  }

  #file(file: string): FileChecker {
    return new FileChecker(file, this.#content.contentDir, this.problems);
  }
}

function recommendationIds(audit: AuditContent): readonly string[] {
  return audit.recommendations.flatMap(({ id, parts }) => [id, ...parts.map((part) => part.id)]);
}

function existedOn({ exists }: BodyContent, date: CoarseDate): boolean {
  const { first, last } = daysOf(date);
  const startsLater = exists?.from !== undefined && daysOf(exists.from).first > last;
  const endedBefore = exists?.until !== undefined && daysOf(exists.until).last < first;
  return !startsLater && !endedBefore;
}

function reaches(from: string, to: string, targets: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === to) return true;
    for (const next of targets.get(id) ?? []) seen.add(next);
  }
  return false;
}
