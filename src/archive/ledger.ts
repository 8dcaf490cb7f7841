import type { CoarseDate, CodeOf, followUpObjects, PlainDate, ShownState } from '../schemas/index.ts';
import { compareInTime, firstDayOf, isAfter, lastDayOf, sorted } from './dates.ts';
import {
  found,
  type GrowingArchive,
  type GrowingAudit,
  type GrowingFinding,
  type GrowingQuestion,
  type GrowingRecommendation,
} from './growing.ts';
import { compareStates, history, stateAt } from './history.ts';
import { heirsAmong, type Lineage, lineageOf } from './lineage.ts';
import type { Content } from './load.ts';
import type {
  Addressee,
  Audit,
  Body,
  FollowUp,
  FollowUpTarget,
  Recommendation,
  RecordedEvent,
  Response,
  ResponseAnswer,
  Standing,
} from './types.ts';

type FollowUpContent = NonNullable<
  Content['audits'] extends ReadonlyMap<string, { data?: infer Data }> ? Data : never
>['followsUp'][number];

type ResponseContent = NonNullable<
  Content['responses'] extends ReadonlyMap<string, { data?: infer Data }> ? Data : never
>;

type LedgerParts = Pick<GrowingArchive, 'audits' | 'bodies' | 'answersOnFollowUps'>;

/**
 * How a recommendation stands before anything is known of it.
 *
 * @param usualYears after how many years it should be followed up, where the principal states no other
 */
export function notFollowedUp(
  { published, municipality }: Pick<GrowingAudit, 'published' | 'municipality'>,
  usualYears: number,
): Pick<Recommendation, 'standings' | 'state' | 'ageInYears' | 'followUpExpected' | 'isFollowUpOverdue'> & {
  standings: Standing[];
} {
  return {
    standings: [],
    state: 'not-followed-up',
    ageInYears: [0, 0],
    followUpExpected: yearsAfter(published, municipality.followUpAfterYears ?? usualYears),
    isFollowUpOverdue: false,
  };
}

/**
 * Relates verdicts and responses to what they are about, and derives from them how each recommendation stands with each addressee.
 *
 * @returns all verdicts, the newest first
 */
export function relateLedger(content: Content, asOf: PlainDate, parts: LedgerParts): readonly FollowUp[] {
  const ledger = new Ledger(parts);
  const audits = Array.from(parts.audits, ([id, audit]) => ({ audit, data: content.audits.get(id)?.data }));
  // The oldest first, so that what is told of any one thing stands in order of time, or nearly.
  for (const { audit, data } of audits.toReversed()) {
    for (const followUp of data?.followsUp ?? []) {
      if (!isAfter(followUp.date ?? audit.published, asOf)) ledger.addFollowUp(audit, followUp);
    }
  }
  for (const { audit, question, followUps } of parts.answersOnFollowUps) {
    question.answers = question.answers.map((answer, index) => {
      const followUp = audit.followUps.find(({ id }) => id === followUps[index]);
      return followUp ? { ...answer, followUp } : answer;
    });
  }
  for (const { id, data, body } of responsesUntil(asOf, content)) ledger.addResponse(id, data, body);
  for (const { responses } of parts.bodies.values()) responses.reverse();
  const ageSince = remembered((published: CoarseDate) => wholeYearsBetween(published, asOf));
  for (const { audit, data } of audits) {
    sorted(audit.followedUpBy, oldestFirst);
    for (const { body, by, missing } of data?.responsesRequested ?? []) {
      const from = found(parts.bodies, `${audit.municipality.id}/${body}`);
      const { kin } = lineageOf(from);
      const isGiven = audit.responses.some((response) => kin.has(response.from));
      // Whether it came is not known before it was due.
      const isMissing = missing === true && lastDayOf(by) < asOf;
      audit.responsesRequested.push({
        from,
        by,
        outcome: isGiven ? 'given' : isMissing ? 'missing' : 'unknown',
      });
    }
    ledger.derive(audit, asOf);
    const ageInYears = ageSince(audit.published);
    for (const recommendation of audit.recommendations) recommendation.ageInYears = ageInYears;
  }
  const followUps: FollowUp[] = [];
  for (const { audit } of audits) followUps.push(...audit.followUps);
  return sorted(followUps, newestFirst);
}

interface GivenResponse {
  readonly id: string;
  readonly data: ResponseContent;
  readonly body: Response['body'];
}

/** In order of time. */
function responsesUntil(asOf: PlainDate, { responses }: Content): readonly GivenResponse[] {
  const given: GivenResponse[] = [];
  for (const [id, { data, body }] of responses) {
    if (data && !isAfter(data.date, asOf)) given.push({ id, data, body });
  }
  return sorted(given, (a, b) => compareInTime(a.data.date, b.data.date));
}

class Ledger {
  readonly #parts: LedgerParts;
  /** What is told of each audit's recommendations and their parts; nothing of those that are left out. */
  readonly #told = new Map<Audit, Told[]>();
  #latestTarget: GrowingAudit | undefined;

  constructor(parts: LedgerParts) {
    this.#parts = parts;
  }

  addFollowUp(audit: GrowingAudit, given: FollowUpContent): void {
    const target = this.#target(given.target);
    if (!target) return;
    const { id, verdict, status, grade, comment, evidence } = given;
    // Named one by one: a spread of objects of many shapes takes several times as long.
    const followUp: FollowUp = {
      id,
      path: `${audit.path}#${id}`,
      audit,
      target,
      object: given.object ?? objectOf[target.kind],
      bodies: given.bodies.map((body) => found(this.#parts.bodies, `${audit.municipality.id}/${body}`)),
      verdict,
      status,
      grade,
      date: given.date ?? audit.published,
      comment,
      evidence,
    };
    audit.followUps.push(followUp);
    if (target.kind === 'outside') return;
    target.audit.followedUpBy.push(followUp);
    if (target.kind === 'finding') target.finding.followUps.push(followUp);
    if (target.kind === 'question') target.question.followUps.push(followUp);
    if (target.kind === 'recommendation' && status !== undefined) {
      const { events } = this.#toldAt(target.audit, target.part ?? target.recommendation.id);
      events.push({ kind: 'verdict', date: followUp.date, status, heirs: undefined, followUp });
    }
  }

  addResponse(id: string, given: ResponseContent, body: Response['body']): void {
    const audit = this.#parts.audits.get(given.audit);
    if (!audit) return;
    const { date, decision, diaryNumber, url } = given;
    const from = found(this.#parts.bodies, `${audit.municipality.id}/${given.body}`);
    const answers: ResponseAnswer[] = [];
    const path = `${audit.path}#svar-${id.slice(id.indexOf('/') + 1)}`;
    const response: Response = { id, path, audit, from, date, decision, diaryNumber, url, answers, body };
    for (const { recommendation: told, stance, claim, printed, action, responsible, due } of given.answers) {
      const { recommendation, part, events } = this.#toldAt(audit, told);
      const answer: ResponseAnswer = {
        response,
        recommendation,
        part,
        stance,
        claim,
        printed,
        action,
        responsible,
        due,
      };
      answers.push(answer);
      events.push({ kind: 'claim', date, claim, due, heirs: undefined, answer });
    }
    audit.responses.push(response);
    from.responses.push(response);
  }

  /** How each of an audit's recommendations stands, once all is told. */
  derive(audit: GrowingAudit, asOf: PlainDate): void {
    const told = this.#told.get(audit) ?? [];
    for (const { events } of told) sorted(events, oldestFirst);
    for (const recommendation of audit.recommendations) {
      const { parts, followUpExpected } = recommendation;
      const standings = standingsFor(recommendation, undefined, told, asOf);
      recommendation.standings = standings;
      if (parts.length > 0) {
        recommendation.parts = parts.map((part) => ({
          ...part,
          standings: standingsFor(recommendation, part.id, told, asOf),
        }));
      }
      const asked =
        standings.some(isAsked) && !standings.every(isAsked) ? standings.filter(isAsked) : standings;
      recommendation.state = leastDone(asked);
      recommendation.isFollowUpOverdue =
        lastDayOf(followUpExpected) < asOf &&
        !asked.every((standing) => isFollowedUp(recommendation, standing));
    }
  }

  #target(given: FollowUpContent['target']): GrowingTarget | undefined {
    if (typeof given !== 'string') return { kind: 'outside', ...given };
    const mark = given.indexOf('#');
    const auditId = mark === -1 ? given : given.slice(0, mark);
    // What an audit follows up is most often of one earlier audit.
    if (auditId !== this.#latestTarget?.id) this.#latestTarget = this.#parts.audits.get(auditId);
    const audit = this.#latestTarget;
    // An audit that is not yet published as of the archive's day is not there to be followed up.
    if (!audit) return undefined;
    if (mark === -1) return { kind: 'audit', audit };
    const partId = given.slice(mark + 1);
    const recommendation = recommendationWith(audit, partId);
    if (recommendation) {
      return {
        kind: 'recommendation',
        audit,
        recommendation,
        part: recommendation.id === partId ? undefined : partId,
      };
    }
    const finding = audit.findings.find(({ id }) => id === partId);
    if (finding) return { kind: 'finding', audit, finding };
    const question = questionIn(audit.questions, partId);
    if (question) return { kind: 'question', audit, question };
    throw missing(audit, partId);
  }

  /** What is told of a recommendation, or of a part of one, by its id. */
  #toldAt(audit: GrowingAudit, id: string): Told {
    let ofAudit = this.#told.get(audit);
    if (!ofAudit) {
      ofAudit = [];
      this.#told.set(audit, ofAudit);
    }
    const known = ofAudit.find(({ recommendation, part }) => (part ?? recommendation.id) === id);
    if (known) return known;
    const recommendation = recommendationWith(audit, id);
    if (!recommendation) throw missing(audit, id);
    const told: Told = { recommendation, part: recommendation.id === id ? undefined : id, events: [] };
    ofAudit.push(told);
    return told;
  }
}

/** The one that has an id, or a part with it. */
function recommendationWith(
  { recommendations }: GrowingAudit,
  id: string,
): GrowingRecommendation | undefined {
  return (
    recommendations.find((whole) => whole.id === id) ??
    recommendations.find(({ parts }) => parts.some((part) => part.id === id))
  );
}

function missing(audit: Audit, id: string): Error {
  return new Error(`"${audit.id}#${id}" is not in the archive; the check must come first.`);
}

/** A {@link FollowUpTarget} that is still being related. */
type GrowingTarget =
  | { readonly kind: 'audit'; readonly audit: GrowingAudit }
  | { readonly kind: 'finding'; readonly audit: GrowingAudit; readonly finding: GrowingFinding }
  | { readonly kind: 'question'; readonly audit: GrowingAudit; readonly question: GrowingQuestion }
  | {
      readonly kind: 'recommendation';
      readonly audit: GrowingAudit;
      readonly recommendation: GrowingRecommendation;
      readonly part: string | undefined;
    }
  | Extract<FollowUpTarget, { kind: 'outside' }>;

/** What has been said of a recommendation, or of a part of one. */
interface Told {
  readonly recommendation: GrowingRecommendation;
  readonly part: string | undefined;
  /** For whomever. */
  readonly events: RecordedEvent[];
}

function questionIn(questions: readonly GrowingQuestion[], id: string): GrowingQuestion | undefined {
  for (const question of questions) {
    const found = question.id === id ? question : questionIn(question.subquestions, id);
    if (found) return found;
  }
  return undefined;
}

const noHistory: Standing['history'] = [];

/** How a recommendation, or a part of it, stands with each addressee. */
function standingsFor(
  recommendation: GrowingRecommendation,
  part: string | undefined,
  among: readonly Told[],
  asOf: PlainDate,
): readonly Standing[] {
  const { addressees, due } = recommendation;
  const told = among.find((each) => each.recommendation === recommendation && each.part === part);
  if (!told) {
    const state = stateAt([], asOf, due);
    return addressees.map((addressee) => ({ addressee, history: noHistory, state }));
  }
  return addressees.map((addressee) => {
    const entries = history(eventsFor(told, addressee), asOf, due);
    return { addressee, history: entries, state: entries.at(-1)?.state ?? stateAt([], asOf, due) };
  });
}

/** By itself, part by part, or with all that its audit recommended. What was found then need not have been seen. */
function isFollowedUp(recommendation: Recommendation, { addressee, state }: Standing): boolean {
  if (state.verdict) return true;
  const { audit, parts } = recommendation;
  if (audit.followedUpBy.length === 0) return false;
  const { kin } = lineageOf(addressee);
  const followUps = audit.followedUpBy.filter((followUp) => concerns(followUp, kin));
  const isBySelf = (part: string | undefined) =>
    followUps.some(
      ({ target }) =>
        target.kind === 'recommendation' && target.recommendation === recommendation && target.part === part,
    );
  return (
    isBySelf(undefined) ||
    (parts.length > 0 && parts.every(({ id }) => isBySelf(id))) ||
    followUps.some(({ target, object }) => target.kind === 'audit' && ofWholeAudit.has(object))
  );
}

/** Of a body that is only told, nothing is asked. */
function isAsked({ addressee }: Standing): boolean {
  return addressee.role !== 'for-information';
}

/** How the one with whom least is done stands. */
function leastDone(standings: readonly Standing[]): ShownState {
  let least: ShownState | undefined;
  for (const { state } of standings) {
    if (least === undefined || compareStates(state.shown, least) < 0) least = state.shown;
  }
  return least ?? 'not-followed-up';
}

/**
 * What an addressee's history is made of. A verdict on all counts for each, but yields to one that the same audit gives on the
 * addressee by name. One that names boards counts for them, those before them and those after.
 */
function eventsFor({ events }: Told, addressee: Addressee): readonly RecordedEvent[] {
  const lineage = lineageOf(addressee);
  const { kin, heirs } = lineage;
  const isOwn = (event: RecordedEvent) =>
    event.kind === 'claim'
      ? kin.has(event.answer.response.from)
      : concerns(event.followUp, kin) && !yields(event.followUp, events, lineage);
  const own = events.every(isOwn) ? events : events.filter(isOwn);
  return heirs.length === 0
    ? own
    : own.map((event) => ({
        ...event,
        heirs: heirsAmong(heirs, bodiesOf(event)) ?? heirs.map(({ key }) => key),
      }));
}

/** Does the audit that gave it, on all, say something else of the addressee by name? */
function yields(
  { bodies, audit, date }: FollowUp,
  among: readonly RecordedEvent[],
  { kin, heirs }: Lineage,
): boolean {
  if (bodies.length > 0) return false;
  return among.some(
    (other) =>
      other.kind === 'verdict' &&
      other.followUp.audit === audit &&
      other.date === date &&
      other.followUp.bodies.some((body) => kin.has(body)) &&
      heirsAmong(heirs, other.followUp.bodies) === undefined,
  );
}

function bodiesOf(event: RecordedEvent): readonly Body[] {
  return event.kind === 'claim' ? [event.answer.response.from] : event.followUp.bodies;
}

const objectOf: Readonly<Record<FollowUpTarget['kind'], CodeOf<typeof followUpObjects>>> = {
  audit: 'audit',
  recommendation: 'recommendation',
  finding: 'finding',
  question: 'question',
  outside: 'audit',
};

/** What a follow-up of an audit looks at where it looks at all that the audit recommended. */
const ofWholeAudit: ReadonlySet<FollowUp['object']> = new Set<FollowUp['object']>([
  'audit',
  'recommendations',
  'assessment',
  'action-plan',
]);

/** Is a follow-up on all, or on some of these bodies? */
function concerns({ bodies }: FollowUp, kin: ReadonlySet<Body>): boolean {
  return bodies.length === 0 || bodies.some((body) => kin.has(body));
}

/** `2017-10` and two years is `2019-10`: as coarse as the date is. 29 February becomes 28 in a year that has none. */
export function yearsAfter(date: CoarseDate, years: number): CoarseDate {
  const shifted =
    `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}` as CoarseDate;
  return shifted.endsWith('-02-29') ? (lastDayOf(shifted.slice(0, 7) as CoarseDate) as CoarseDate) : shifted;
}

/** Whole years from a coarse date to a day, as `[least, most]`, never below nought. */
export function wholeYearsBetween(date: CoarseDate, day: PlainDate): readonly [number, number] {
  const years = (from: string) => {
    const difference = Number(day.slice(0, 4)) - Number(from.slice(0, 4));
    return Math.max(0, day.slice(5) < from.slice(5) ? difference - 1 : difference);
  };
  return [years(lastDayOf(date)), years(firstDayOf(date))];
}

function newestFirst(a: { readonly date: CoarseDate }, b: { readonly date: CoarseDate }): number {
  return compareInTime(b.date, a.date);
}

function oldestFirst(a: { readonly date: CoarseDate }, b: { readonly date: CoarseDate }): number {
  return compareInTime(a.date, b.date);
}

/** What a function gives, worked out once for each key. */
function remembered<Key, Value>(made: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? made(key);
    known.set(key, value);
    return value;
  };
}
