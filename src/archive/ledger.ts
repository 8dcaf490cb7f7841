import type { CoarseDate, CodeOf, followUpObjects, PlainDate, ShownState } from '../schemas/index.ts';
import { compareInTime, firstDayOf, isAfter, isInOrder, lastDayOf } from './dates.ts';
import type {
  GrowingAudit,
  GrowingBody,
  GrowingFinding,
  GrowingQuestion,
  GrowingRecommendation,
} from './growing.ts';
import { compareStates, history, stateAt } from './history.ts';
import { heirsAmong, lineageOf } from './lineage.ts';
import type { Content } from './load.ts';
import type {
  Addressee,
  Audit,
  Body,
  FollowUp,
  FollowUpTarget,
  Recommendation,
  RecommendationPart,
  RecordedEvent,
  Response,
  ResponseAnswer,
  Standing,
} from './types.ts';

type FollowUpContent = NonNullable<
  Content['audits'] extends ReadonlyMap<string, { data?: infer Data }> ? Data : never
>['followsUp'][number];

/** What is being related; keys are ids as references write them: `1490-boras/2017-informationssakerhet#r3`. */
export interface LedgerParts {
  readonly audits: ReadonlyMap<string, GrowingAudit>;
  readonly questions: ReadonlyMap<string, GrowingQuestion>;
  readonly findings: ReadonlyMap<string, GrowingFinding>;
  readonly recommendations: ReadonlyMap<string, GrowingRecommendation>;
  /** By key: `1490-boras/servicenamnden`. */
  readonly bodies: ReadonlyMap<string, GrowingBody>;
}

/** Years after publication within which a recommendation should be followed up, where the principal states no other. */
const usualCadence = 2;

/** How a recommendation stands before anything is known of it. */
export function notFollowedUp({
  published,
  municipality,
}: Pick<GrowingAudit, 'published' | 'municipality'>): Pick<
  Recommendation,
  'standings' | 'state' | 'ageInYears' | 'followUpExpected' | 'isFollowUpOverdue'
> & { standings: Standing[] } {
  return {
    standings: [],
    state: 'not-followed-up',
    ageInYears: [0, 0],
    followUpExpected: yearsAfter(published, municipality.followUpAfterYears ?? usualCadence),
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
  // The oldest first, so that what is told of any one thing stands in order of time, or nearly.
  for (const [id, audit] of [...parts.audits].reverse()) {
    const { followsUp, questions } = content.audits.get(id)?.data ?? { followsUp: [], questions: [] };
    for (const followUp of followsUp) {
      if (!isAfter(followUp.date ?? audit.published, asOf)) ledger.addFollowUp(audit, followUp);
    }
    for (const { id: questionId, answers } of questions) {
      if (answers.every(({ followUp }) => followUp === undefined)) continue;
      const question = found(parts.questions, `${id}#${questionId}`);
      question.answers = question.answers.map((answer, index) => {
        const followUp = audit.followUps.find((candidate) => candidate.id === answers[index]?.followUp);
        return followUp ? { ...answer, followUp } : answer;
      });
    }
  }
  for (const [id, data, body] of responsesUntil(asOf, content)) ledger.addResponse(id, data, body);
  for (const { responses } of parts.bodies.values()) responses.reverse();
  for (const [id, audit] of parts.audits) {
    sorted(audit.followedUpBy, oldestFirst);
    audit.responsesRequested = (content.audits.get(id)?.data?.responsesRequested ?? []).map(
      ({ body, by, missing }) => {
        const from = found(parts.bodies, `${audit.municipality.id}/${body}`);
        const { kin } = lineageOf(from);
        const isGiven = audit.responses.some((response) => kin.has(response.from));
        // Whether it came is not known before it was due.
        const isMissing = missing === true && lastDayOf(by) < asOf;
        return { from, by, outcome: isGiven ? 'given' : isMissing ? 'missing' : 'unknown' };
      },
    );
  }
  const ageSince = remembered((published: CoarseDate) => wholeYearsBetween(published, asOf));
  for (const recommendation of parts.recommendations.values()) {
    ledger.derive(recommendation, asOf);
    recommendation.ageInYears = ageSince(recommendation.audit.published);
  }
  const followUps = [...parts.audits.values()].flatMap((audit) => audit.followUps);
  return sorted(followUps, (a, b) => compareInTime(b.date, a.date));
}

/** In order of time. */
function responsesUntil(
  asOf: PlainDate,
  { responses }: Content,
): readonly (readonly [id: string, ResponseContent, Response['body']])[] {
  const given = [...responses].flatMap(([id, { data, body }]) =>
    data && !isAfter(data.date, asOf) ? [[id, data, body] as const] : [],
  );
  return given.sort(([, a], [, b]) => compareInTime(a.date, b.date));
}

class Ledger {
  readonly #parts: LedgerParts;
  readonly #told = new Map<Recommendation | RecommendationPart, Told>();

  constructor(parts: LedgerParts) {
    this.#parts = parts;
  }

  addFollowUp(audit: GrowingAudit, given: FollowUpContent): void {
    const target = this.#target(given.target);
    if (!target) return;
    const followUp: FollowUp = {
      ...given,
      audit,
      path: `${audit.path}#${given.id}`,
      target,
      object: given.object ?? objectOf[target.kind],
      bodies: given.bodies.map((body) => found(this.#parts.bodies, `${audit.municipality.id}/${body}`)),
      date: given.date ?? audit.published,
    };
    audit.followUps.push(followUp);
    if (target.kind === 'outside') return;
    const followed = found(this.#parts.audits, target.audit.id);
    followed.followedUpBy.push(followUp);
    if (target.kind === 'finding') found(this.#parts.findings, String(given.target)).followUps.push(followUp);
    if (target.kind === 'question')
      found(this.#parts.questions, String(given.target)).followUps.push(followUp);
    if (target.kind === 'recommendation') {
      const { followUps, events } = this.#toldAt(followed, target.part ?? target.recommendation.id);
      const { status, date } = followUp;
      followUps.push(followUp);
      if (status !== undefined) events.push({ kind: 'verdict', date, status, heirs: undefined, followUp });
    }
  }

  addResponse(
    id: string,
    { audit: auditId, body: bodyId, answers, silence: _silence, ...own }: ResponseContent,
    text: Response['body'],
  ): void {
    const audit = this.#parts.audits.get(auditId);
    if (!audit) return;
    const from = found(this.#parts.bodies, `${audit.municipality.id}/${bodyId}`);
    const response: Response & { answers: ResponseAnswer[] } = {
      ...own,
      id,
      audit,
      from,
      body: text,
      answers: [],
    };
    for (const answer of answers) {
      const { recommendation, part, events } = this.#toldAt(audit, answer.recommendation);
      const made: ResponseAnswer = { ...answer, response, recommendation, part };
      const { claim, due } = made;
      response.answers.push(made);
      events.push({ kind: 'claim', date: response.date, claim, due, heirs: undefined, answer: made });
    }
    audit.responses.push(response);
    from.responses.push(response);
  }

  derive(recommendation: GrowingRecommendation, asOf: PlainDate): void {
    const { addressees, due, parts } = recommendation;
    const standingsFor = (subject: Recommendation | RecommendationPart): Standing[] => {
      const told = this.#told.get(subject);
      if (told) sorted(told.events, oldestFirst);
      return addressees.map((addressee) => {
        const entries = told ? history(eventsFor(told, addressee), asOf, due) : [];
        return { addressee, history: entries, state: entries.at(-1)?.state ?? stateAt([], asOf, due) };
      });
    };
    recommendation.standings = standingsFor(recommendation);
    recommendation.parts = parts.map((part) => ({ ...part, standings: standingsFor(part) }));
    // Of a body that is only told, nothing is asked.
    const isAsked = ({ addressee }: Standing) => addressee.role !== 'for-information';
    const { standings } = recommendation;
    const asked =
      standings.some(isAsked) && !standings.every(isAsked) ? standings.filter(isAsked) : standings;
    recommendation.state = leastDone(asked);
    recommendation.isFollowUpOverdue =
      lastDayOf(recommendation.followUpExpected) < asOf &&
      !asked.every((standing) => this.#isFollowedUp(recommendation, parts, standing));
  }

  /** By itself, part by part, or with all that its audit recommended. What was found then need not have been seen. */
  #isFollowedUp(
    recommendation: Recommendation,
    parts: readonly RecommendationPart[],
    { addressee, state }: Standing,
  ): boolean {
    if (state.verdict) return true;
    const { kin } = lineageOf(addressee);
    const isBySelf = (one: Recommendation | RecommendationPart) =>
      this.#told.get(one)?.followUps.some((followUp) => concerns(followUp, kin)) ?? false;
    return (
      isBySelf(recommendation) ||
      (parts.length > 0 && parts.every(isBySelf)) ||
      recommendation.audit.followedUpBy.some(
        (followUp) =>
          followUp.target.kind === 'audit' && ofWholeAudit.has(followUp.object) && concerns(followUp, kin),
      )
    );
  }

  #target(given: FollowUpContent['target']): FollowUpTarget | undefined {
    if (typeof given !== 'string') return { kind: 'outside', ...given };
    const [auditId = '', partId] = given.split('#');
    // An audit that is not yet published as of the archive's day is not there to be followed up.
    const audit = this.#parts.audits.get(auditId);
    if (!audit) return undefined;
    if (partId === undefined) return { kind: 'audit', audit };
    const finding = this.#parts.findings.get(given);
    if (finding) return { kind: 'finding', audit, finding };
    const question = this.#parts.questions.get(given);
    if (question) return { kind: 'question', audit, question };
    const { recommendation, part } = this.#toldAt(audit, partId);
    return { kind: 'recommendation', audit, recommendation, part };
  }

  #toldAt({ id: auditId, recommendations }: Audit, id: string): Told {
    const whole = recommendations.find((candidate) => candidate.id === id);
    if (whole) return this.#toldOf(whole, whole);
    for (const recommendation of recommendations) {
      const part = recommendation.parts.find((candidate) => candidate.id === id);
      if (part) return this.#toldOf(part, recommendation, part.id);
    }
    throw new Error(`"${auditId}#${id}" is not in the archive; the check must come first.`);
  }

  #toldOf(subject: Recommendation | RecommendationPart, recommendation: Recommendation, part?: string): Told {
    let told = this.#told.get(subject);
    if (!told) {
      told = { recommendation, part, followUps: [], events: [] };
      this.#told.set(subject, told);
    }
    return told;
  }
}

/** What has been said of a recommendation, or of a part of one. */
interface Told {
  readonly recommendation: Recommendation;
  readonly part: string | undefined;
  readonly followUps: FollowUp[];
  /** For whomever. */
  readonly events: RecordedEvent[];
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
function eventsFor({ events, followUps }: Told, addressee: Addressee): readonly RecordedEvent[] {
  const { kin, heirs } = lineageOf(addressee);
  const isOwn = (event: RecordedEvent) =>
    event.kind === 'claim'
      ? kin.has(event.answer.response.from)
      : concerns(event.followUp, kin) && !yields(event.followUp, followUps, addressee);
  const own = events.every(isOwn) ? events : events.filter(isOwn);
  return heirs.length === 0
    ? own
    : own.map((event) => ({ ...event, heirs: heirsAmong(heirs, bodiesOf(event)) }));
}

/** Does the audit that gave it, on all, say something else of the addressee by name? */
function yields(
  { bodies, audit, date }: FollowUp,
  among: readonly FollowUp[],
  addressee: Addressee,
): boolean {
  if (bodies.length > 0) return false;
  const { kin, heirs } = lineageOf(addressee);
  return among.some(
    (other) =>
      other.audit === audit &&
      other.date === date &&
      other.status !== undefined &&
      other.bodies.some((body) => kin.has(body)) &&
      heirsAmong(heirs, other.bodies) === undefined,
  );
}

function bodiesOf(event: RecordedEvent): readonly Body[] {
  return event.kind === 'claim' ? [event.answer.response.from] : event.followUp.bodies;
}

type ResponseContent = NonNullable<
  Content['responses'] extends ReadonlyMap<string, { data?: infer Data }> ? Data : never
>;

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

function oldestFirst(a: { readonly date: CoarseDate }, b: { readonly date: CoarseDate }): number {
  return compareInTime(a.date, b.date);
}

/** Sorts a list where it stands. Most are in order already, and to look is cheaper. */
function sorted<Item>(items: Item[], compare: (a: Item, b: Item) => number): Item[] {
  return isInOrder(items, compare) ? items : items.sort(compare);
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

function found<Value>(map: ReadonlyMap<string, Value>, id: string): Value {
  const value = map.get(id);
  if (value === undefined) throw new Error(`"${id}" is not in the register; the check must come first.`);
  return value;
}
