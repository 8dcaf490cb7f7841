import type { Problem } from '../problems/index.ts';
import { type CoarseDate, identifier, type PlainDate } from '../schemas/index.ts';
import { daysOf, isAfter } from './dates.ts';
import { FileChecker } from './file-checker.ts';
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
  /** The file in which each event was first met. */
  readonly #followedUp = new Map<string, string>();
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
      // A report that lies in the future itself is told so once.
      if (followUp.date !== undefined) this.#checkOwnDate(check, path, followUp.date, data.published);
      const twin = eventsOf(followUp, date)
        .map((event) => seen.get(event))
        .find((first) => first !== undefined);
      if (twin !== undefined) {
        check.error(
          path,
          `${check.place(path)}: samma sak följs upp två gånger i rapporten, först på rad ${check.lineOf(['followsUp', twin])}.`,
          'Slå ihop dem, eller skriv vad som skiljer dem.',
        );
      }
      for (const event of eventsOf(followUp, date)) seen.set(event, seen.get(event) ?? index);
      this.#checkTwinElsewhere(check, file, data, path, followUp, date);
      this.#checkTarget(check, id, data, index, followUp, date);
    }
    const followUps = data.followsUp.map((followUp) => followUp.id);
    for (const [index, { answers }] of data.questions.entries()) {
      for (const [place, { followUp }] of answers.entries()) {
        if (followUp === undefined) continue;
        check.reference(
          ['questions', index, 'answers', place, 'followUp'],
          followUp,
          followUps,
          'bland rapportens uppföljningar',
          undefined,
        );
      }
    }
    for (const [index, { body, by, missing }] of data.responsesRequested.entries()) {
      const path = ['responsesRequested', index] as const;
      this.#checkBody(check, [...path, 'body'], data.municipality, body, data.published);
      if (isCertainlyBefore(by, data.published)) {
        check.error(
          [...path, 'by'],
          `${check.place(path)}: svaret begärs senast ${by}, men rapporten gavs ut ${data.published}.`,
          'Rätta det ena.',
        );
      }
      if (missing === true && isAfter(by, this.#today)) {
        check.error(
          [...path, 'missing'],
          `${check.place(path)}: svaret begärs senast ${by} och kan inte saknas redan nu (i dag är det ${this.#today}).`,
          'Ta bort missing.',
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

  /** A verdict's own date: no later than the report that gives it, which is no later than today. */
  #checkOwnDate(
    check: FileChecker,
    path: readonly PropertyKey[],
    date: CoarseDate,
    published: CoarseDate,
  ): void {
    if (isAfter(date, this.#today)) {
      check.error(
        [...path, 'date'],
        `${check.place(path)}: "${date}" ligger i framtiden (i dag är det ${this.#today}).`,
        'Rätta datumet.',
      );
    } else if (isCertainlyBefore(published, date)) {
      check.error(
        [...path, 'date'],
        `${check.place(path)}: uppföljningen är från ${date}, men rapporten gavs ut redan ${published}.`,
        'Rätta det ena.',
      );
    }
  }

  /** The same verdict on the same day in another report: the event stands in the record twice. */
  #checkTwinElsewhere(
    check: FileChecker,
    file: string,
    { draft }: AuditContent,
    path: readonly PropertyKey[],
    followUp: FollowUpContent,
    date: CoarseDate,
  ): void {
    // In one month or year an audit may well be followed up twice; and what stands outside the archive is not told apart.
    if (draft === true || !isWholeDate(date) || typeof followUp.target !== 'string') return;
    const events = eventsOf(followUp, date).map((event) => `${event} ${followUp.verdict}`);
    const other = events.map((event) => this.#followedUp.get(event)).find((first) => first !== undefined);
    if (other !== undefined && other !== file) {
      check.error(
        path,
        `${check.place(path)}: samma uppföljning, med samma omdöme och samma dag, står även i ${other}.`,
        'Ta bort den ena.',
      );
    }
    for (const event of events) if (!this.#followedUp.has(event)) this.#followedUp.set(event, file);
  }

  #checkTarget(
    check: FileChecker,
    id: string,
    { draft }: AuditContent,
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
    const home = `${auditsHome} En granskning utanför arkivet beskrivs med about, title och year i stället.`;
    const found = this.#audit(check, path, auditId, home, draft);
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

  /** Audits that follow one another up in a ring. Where dates tell which reference is wrong, that one is told of alone. */
  checkCycles(): void {
    const targets = new Map(
      [...this.#content.audits].map(([id, { data }]) => [
        id,
        new Set(data?.followsUp.flatMap((followUp) => this.#auditBefore(id, data, followUp) ?? [])),
      ]),
    );
    for (const [id, { file, data }] of this.#content.audits) {
      const inRing = new Set([...(targets.get(id) ?? [])].filter((first) => reaches(first, id, targets)));
      if (inRing.size === 0) continue;
      for (const [index, followUp] of data?.followsUp.entries() ?? []) {
        const first = data && this.#auditBefore(id, data, followUp);
        if (first === undefined || !inRing.has(first)) continue;
        const check = this.#file(file);
        check.error(
          ['followsUp', index, 'target'],
          `${check.place(['followsUp', index])}: ${first} följer i sin tur, direkt eller genom andra, upp den här rapporten.`,
          'Granskningar kan inte följa upp varandra i en ring. Ta bort den hänvisning som är fel.',
        );
      }
    }
  }

  /** The audit in the archive that is followed up, if it can be earlier. */
  #auditBefore(id: string, data: AuditContent, { target, date }: FollowUpContent): string | undefined {
    if (typeof target !== 'string') return undefined;
    const [auditId = ''] = target.split('#');
    const published = this.#content.audits.get(auditId)?.data?.published;
    if (auditId === id || published === undefined) return undefined;
    return isCertainlyBefore(date ?? data.published, published) ? undefined : auditId;
  }

  checkResponse(id: string, { file, data, advice }: ResponseFile): void {
    if (!data) return;
    const check = this.#file(file);
    const [folder = '', slug = ''] = id.split('/');
    const [auditFolder = '', auditSlug = ''] = data.audit.split('/');
    const audit = this.#audit(check, ['audit'], data.audit, auditsHome);
    if (auditFolder !== folder) {
      check.error(
        ['audit'],
        `audit: svaret ligger i responses/${folder}/ men gäller en granskning i ${auditFolder}.`,
        `Flytta filen till responses/${auditFolder}/.`,
      );
    }
    const expected = `${auditSlug}-${data.body}`;
    if (slug !== expected && !(slug.startsWith(`${expected}-`) && identifier().safeParse(slug).success)) {
      check.error(
        [],
        `Filen heter "${slug}.mdx".`,
        `Den ska heta ${expected}.mdx. Svarar nämnden flera gånger läggs något till, t.ex. ${expected}-2.mdx.`,
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
    check.silences(data.silence, advice);
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
    const seen = new Map<string, number>();
    for (const [index, { recommendation }] of data.answers.entries()) {
      const first = seen.get(recommendation);
      if (first !== undefined) {
        check.error(
          ['answers', index, 'recommendation'],
          `${check.place(['answers', index])}: ${recommendation} besvaras två gånger, först på rad ${check.lineOf(['answers', first, 'recommendation'])}.`,
          'Slå ihop svaren.',
        );
      }
      seen.set(recommendation, first ?? index);
    }
  }

  /** An audit that is there to be followed up or answered. */
  #audit(
    check: FileChecker,
    path: readonly PropertyKey[],
    id: string,
    home: string,
    isFromDraft = false,
  ): AuditContent | undefined {
    const audit = this.#content.audits.get(id);
    if (!audit) {
      check.reference(path, id, [...this.#content.audits.keys()], 'bland granskningarna', home);
      return undefined;
    }
    if (audit.data?.draft === true && !isFromDraft) {
      check.error(
        path,
        `${check.place(path)}: "${id}" är ett utkast och publiceras inte.`,
        'Ta bort draft där, eller vänta med hänvisningen.',
      );
      return undefined;
    }
    return audit.data;
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

/**
 * What a follow-up is about, body by body, to be held against others. On all and on one body by name are two things: the one is told
 * of the rest.
 */
function eventsOf({ target, object, bodies }: FollowUpContent, date: CoarseDate): readonly string[] {
  return (bodies.length > 0 ? bodies : ['']).map((body) => JSON.stringify([target, object, date, body]));
}

const auditsHome = 'Granskningarna står i content/audits/.';

function isWholeDate(date: CoarseDate): boolean {
  return daysOf(date).first === daysOf(date).last;
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
