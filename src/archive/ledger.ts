import type { CoarseDate, CodeOf, followUpObjects, PlainDate } from '../schemas/index.ts';
import { daysOf, isAfter } from './dates.ts';
import type {
  GrowingAudit,
  GrowingBody,
  GrowingFinding,
  GrowingQuestion,
  GrowingRecommendation,
} from './growing.ts';
import { compareStates, history, stateAt } from './history.ts';
import type { Content } from './load.ts';
import type {
  Addressee,
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
  for (const [id, audit] of parts.audits) {
    const { followsUp, questions } = content.audits.get(id)?.data ?? { followsUp: [], questions: [] };
    for (const followUp of followsUp) ledger.addFollowUp(audit, followUp);
    for (const { id: questionId, answers } of questions) {
      const question = found(parts.questions, `${id}#${questionId}`);
      question.answers = question.answers.map((answer, index) => {
        const followUp = audit.followUps.find((candidate) => candidate.id === answers[index]?.followUp);
        return followUp ? { ...answer, followUp } : answer;
      });
    }
  }
  for (const [id, { data, body }] of content.responses) {
    if (data && !isAfter(data.date, asOf)) ledger.addResponse(id, data, body);
  }
  for (const [id, audit] of parts.audits) {
    audit.responsesRequested = (content.audits.get(id)?.data?.responsesRequested ?? []).map(
      ({ body, by, missing }) => {
        const from = found(parts.bodies, `${audit.municipality.id}/${body}`);
        const isGiven = audit.responses.some((response) => response.from === from);
        return { from, by, outcome: isGiven ? 'given' : missing === true ? 'missing' : 'unknown' };
      },
    );
  }
  for (const recommendation of parts.recommendations.values()) ledger.derive(recommendation, asOf);
  return ledger.followUps();
}

class Ledger {
  readonly #parts: LedgerParts;
  readonly #followUps: FollowUp[] = [];
  /** Verdicts and answers at the level of a recommendation or a part of one, by its reference. */
  readonly #verdicts = new Map<string, FollowUp[]>();
  readonly #answers = new Map<string, ResponseAnswer[]>();

  constructor(parts: LedgerParts) {
    this.#parts = parts;
  }

  followUps(): readonly FollowUp[] {
    return this.#followUps.toSorted((a, b) => compareText(b.date, a.date) || compareText(a.path, b.path));
  }

  addFollowUp(audit: GrowingAudit, { target: given, object, bodies, ...own }: FollowUpContent): void {
    const target = this.#target(given);
    if (!target) return;
    const followUp: FollowUp = {
      ...own,
      audit,
      path: `${audit.path}#${own.id}`,
      target,
      object: object ?? objectOf[target.kind],
      bodies: bodies.map((body) => found(this.#parts.bodies, `${audit.municipality.id}/${body}`)),
      date: own.date ?? audit.published,
    };
    this.#followUps.push(followUp);
    audit.followUps.push(followUp);
    if (target.kind === 'outside') return;
    const followed = found(this.#parts.audits, target.audit.id);
    followed.followedUpBy.push(followUp);
    followed.followedUpBy.sort((a, b) => compareText(a.date, b.date));
    if (target.kind === 'finding') found(this.#parts.findings, String(given)).followUps.push(followUp);
    if (target.kind === 'question') found(this.#parts.questions, String(given)).followUps.push(followUp);
    if (target.kind === 'recommendation') append(this.#verdicts, String(given), followUp);
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
    for (const { recommendation: partId, ...answer } of answers) {
      const reference = `${auditId}#${partId}`;
      const { recommendation, part } = this.#recommendationAt(reference);
      const made: ResponseAnswer = {
        ...answer,
        response,
        recommendation,
        ...(part !== undefined && { part }),
      };
      response.answers.push(made);
      append(this.#answers, reference, made);
    }
    audit.responses.push(response);
    audit.responses.sort((a, b) => compareText(a.date, b.date));
    from.responses.unshift(response);
    from.responses.sort((a, b) => compareText(b.date, a.date));
  }

  derive(recommendation: GrowingRecommendation, asOf: PlainDate): void {
    const { audit, addressees, due } = recommendation;
    const standings = (reference: string): Standing[] =>
      addressees.map((addressee) => {
        const events = this.#eventsFor(reference, addressee);
        return { addressee, history: history(events, asOf, due), state: stateAt(events, asOf, due) };
      });
    const reference = `${audit.id}#${recommendation.id}`;
    recommendation.standings = standings(reference);
    recommendation.parts = recommendation.parts.map((part) => ({
      ...part,
      standings: standings(`${audit.id}#${part.id}`),
    }));
    const states = recommendation.standings.map(({ state }) => state.shown);
    recommendation.state = states.toSorted(compareStates)[0] ?? 'not-followed-up';
    recommendation.ageInYears = wholeYearsBetween(audit.published, asOf);
    recommendation.isFollowUpOverdue =
      recommendation.standings.some(({ state }) => state.lastChecked === undefined) &&
      daysOf(recommendation.followUpExpected).last < asOf;
  }

  /** A verdict on all counts for each; one that names boards counts for them, those before them and those after. */
  #eventsFor(reference: string, addressee: Addressee): readonly RecordedEvent[] {
    const kin = addressee.kind === 'body' ? kinOf(addressee.body) : new Set<Body>();
    const verdicts = (this.#verdicts.get(reference) ?? []).flatMap((followUp): RecordedEvent[] => {
      const { status, date, bodies } = followUp;
      const concerns = bodies.length === 0 || bodies.some((body) => kin.has(body));
      return status !== undefined && concerns ? [{ kind: 'verdict', date, status, followUp }] : [];
    });
    const claims = (this.#answers.get(reference) ?? []).flatMap((answer): RecordedEvent[] => {
      const { claim, due, response } = answer;
      return kin.has(response.from) ? [{ kind: 'claim', date: response.date, claim, due, answer }] : [];
    });
    return [...claims, ...verdicts];
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
    return { kind: 'recommendation', audit, ...this.#recommendationAt(given) };
  }

  #recommendationAt(reference: string): { readonly recommendation: Recommendation; readonly part?: string } {
    const whole = this.#parts.recommendations.get(reference);
    if (whole) return { recommendation: whole };
    const [auditId = '', partId = ''] = reference.split('#');
    const recommendation = found(this.#parts.audits, auditId).recommendations.find(({ parts }) =>
      parts.some(({ id }) => id === partId),
    );
    if (!recommendation) throw new Error(`"${reference}" is not in the archive; the check must come first.`);
    return { recommendation, part: partId };
  }
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

/** A body, all that came before it and all that came after: they inherit what was said to one another. */
function kinOf(body: Body): ReadonlySet<Body> {
  return new Set([
    ...reached(body, ({ successors }) => successors),
    ...reached(body, ({ predecessors }) => predecessors),
  ]);
}

function reached(body: Body, next: (body: Body) => readonly Body[]): ReadonlySet<Body> {
  const members = new Set([body]);
  // A set is walked in the order of insertion, what is added on the way included.
  for (const member of members) for (const other of next(member)) members.add(other);
  return members;
}

/** `2017-10` and two years is `2019-10`: as coarse as the date is. 29 February becomes 28. */
export function yearsAfter(date: CoarseDate, years: number): CoarseDate {
  const shifted = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
  return shifted.replace(/-02-29$/, '-02-28') as CoarseDate;
}

/** Whole years from a coarse date to a day, as `[least, most]`, never below nought. */
export function wholeYearsBetween(date: CoarseDate, day: PlainDate): readonly [number, number] {
  const years = (from: string) => {
    const difference = Number(day.slice(0, 4)) - Number(from.slice(0, 4));
    return Math.max(0, day.slice(5) < from.slice(5) ? difference - 1 : difference);
  };
  const { first, last } = daysOf(date);
  return [years(last), years(first)];
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function found<Value>(map: ReadonlyMap<string, Value>, id: string): Value {
  const value = map.get(id);
  if (value === undefined) throw new Error(`"${id}" is not in the register; the check must come first.`);
  return value;
}
