import {
  type Claim,
  type CoarseDate,
  type PlainDate,
  type ShownState,
  shownStates,
  type VerifiedStatus,
} from '../schemas/index.ts';
import { compareInTime, firstDayOf, isAfter, isInOrder, lastDayOf, sorted } from './dates.ts';

/** What happened, and whom it concerns. */
interface DatedEvent {
  readonly date: CoarseDate;
  /**
   * Where the addressee's tasks were divided between several bodies: those of them that it is about or comes from. One without is
   * about them all, but those that no event names are not told apart.
   */
  readonly heirs?: readonly string[] | undefined;
}

/** An auditor's verdict at the level of what is asked about. */
export interface VerdictEvent extends DatedEvent {
  readonly kind: 'verdict';
  readonly status: VerifiedStatus;
}

/** A body's own word. */
export interface ClaimEvent extends DatedEvent {
  readonly kind: 'claim';
  readonly claim?: Claim | undefined;
  /** When the body promises to be done. */
  readonly due?: CoarseDate | undefined;
}

export type LedgerEvent = VerdictEvent | ClaimEvent;

/** How a recommendation stands with one addressee, from the events until some day. */
export interface State<Event extends LedgerEvent = LedgerEvent> {
  readonly shown: ShownState;
  /** The verdict that counts. */
  readonly verdict?: Extract<Event, { kind: 'verdict' }> | undefined;
  /** The claim that counts, where no auditor can have seen it. Shown beside a verdict, never over it. */
  readonly unverifiedClaim?: Extract<Event, { kind: 'claim' }> | undefined;
  /** Only a verdict closes: done, or no longer relevant. */
  readonly isClosed: boolean;
  /** When an auditor last assessed it. "Not assessed" is no check. */
  readonly lastChecked?: CoarseDate | undefined;
  /** The day that holds now: the last one promised, else the auditors' own. */
  readonly due?: CoarseDate | undefined;
  /** Each time the day was moved, in order. */
  readonly dueMoves: readonly DueMove<Event>[];
}

export interface DueMove<Event extends LedgerEvent = LedgerEvent> {
  readonly from: CoarseDate;
  readonly to: CoarseDate;
  /** The claim that moved it. */
  readonly by: Event;
}

export interface HistoryEntry<Event extends LedgerEvent = LedgerEvent> {
  readonly event: Event;
  /** How things stood once it had happened. */
  readonly state: State<Event>;
}

const fromLeastDone: ReadonlyMap<ShownState, number> = new Map(
  shownStates.map(({ code }, index) => [code, index]),
);

const closing: ReadonlySet<VerifiedStatus> = new Set<VerifiedStatus>(['implemented', 'obsolete']);

/**
 * What became of something, event by event. The rules, each a test in `tests/unit/history.test.ts`:
 *
 * 1. Without events it is not followed up.
 * 2. A claim alone shows as claimed, never as done. Only a verdict closes.
 * 3. The latest verdict counts, whatever was claimed before or after it; a later verdict may reopen what an earlier one closed.
 * 4. A claim that is certainly later than the verdict that counts is shown beside it; an earlier one, one of the same day, or one of
 *    which it cannot be told, is not.
 * 5. A verdict of "not assessed" counts only where no other has come. It is no check and verifies nothing: claims stand beside it
 *    whenever they were made.
 * 6. Where dates do not tell which of several verdicts is the later, the one that says least is done counts. Those of the same day
 *    are such, and one of 2023 and one of April 2023. So it is with claims.
 * 7. Events that cannot yet have happened at `asOf` are left out. One of 2023 may have happened from the first day of that year.
 * 8. A due day has moved where the new one certainly is another. June 2024 after 2024 is the same promise, known more exactly; 2024
 *    after June 2024 takes nothing back.
 * 9. Where an addressee's tasks were divided between several bodies, what is said of one is not overtaken by what is said of another:
 *    the one where least is done counts, and a day that one of them promises is no move of another's.
 * 10. The order in which events are given does not matter. The history has them by the last day that their dates may mean, then the
 *    first, a claim before a verdict, what says least is done first.
 */
export function history<Event extends LedgerEvent>(
  events: readonly Event[],
  asOf: PlainDate,
  originalDue?: CoarseDate,
): readonly HistoryEntry<Event>[] {
  const course = new Course<Event>(originalDue);
  return happenedAt(events, asOf).map((event) => ({ event, state: course.stateAfter(event) }));
}

/** How things stand at `asOf`: as after the last entry of the history. */
export function stateAt<Event extends LedgerEvent>(
  events: readonly Event[],
  asOf: PlainDate,
  originalDue?: CoarseDate,
): State<Event> {
  const last = events.length === 0 ? undefined : history(events, asOf, originalDue).at(-1);
  return last?.state ?? stateBefore(originalDue);
}

/** How things stand before anything has happened. */
function stateBefore(due: CoarseDate | undefined): State<never> {
  return {
    shown: 'not-followed-up',
    verdict: undefined,
    unverifiedClaim: undefined,
    isClosed: false,
    lastChecked: undefined,
    due,
    dueMoves: none,
  };
}

/** The events that may have happened at `asOf`, as the history has them. */
function happenedAt<Event extends LedgerEvent>(events: readonly Event[], asOf: PlainDate): readonly Event[] {
  const hasHappened = ({ date }: Event) => !isAfter(date, asOf);
  const happened = events.every(hasHappened) ? events : events.filter(hasHappened);
  return isInOrder(happened, compareEvents) ? happened : sorted([...happened], compareEvents);
}

function compareEvents(a: LedgerEvent, b: LedgerEvent): number {
  return (
    compareInTime(a.date, b.date) ||
    Number(a.kind === 'verdict') - Number(b.kind === 'verdict') ||
    compareStates(stateSaid(a), stateSaid(b)) ||
    Number(remainder(a) > remainder(b)) - Number(remainder(a) < remainder(b))
  );
}

/** What is left to tell events apart by. */
function remainder(event: LedgerEvent): string {
  const due = event.kind === 'claim' ? event.due : undefined;
  return [due ?? '', ...(event.heirs ?? [])].join(' ');
}

/** What has happened so far, told one event after the other, in order. */
class Course<Event extends LedgerEvent> {
  /** Those that may still count, for someone. */
  #verdicts: readonly Extract<Event, { kind: 'verdict' }>[] = none;
  /** Those that say what was done and may still count. */
  #claims: readonly Extract<Event, { kind: 'claim' }>[] = none;
  #lastChecked: CoarseDate | undefined;
  #due: CoarseDate | undefined;
  #dueMoves: readonly DueMove<Event>[] = none;
  /** The day that all are held to, but for those heirs that have promised another since. */
  #dueOfAll: CoarseDate | undefined;
  #dueOfHeirs: ReadonlyMap<string, CoarseDate> = noDues;

  constructor(originalDue: CoarseDate | undefined) {
    this.#due = originalDue;
    this.#dueOfAll = originalDue;
  }

  stateAfter(event: Event): State<Event> {
    if (isVerdict(event)) {
      this.#verdicts = overtakes(event, this.#verdicts) ? [event] : [...this.#verdicts, event];
      if (event.status !== 'not-assessed') this.#lastChecked = event.date;
    } else if (isClaim(event)) {
      if (event.claim !== undefined) {
        this.#claims = overtakes(event, this.#claims) ? [event] : [...this.#claims, event];
      }
      if (event.due !== undefined) this.#promise(event, event.due);
    }
    const verdict = counting(this.#verdicts);
    const unverifiedClaim = counting(this.#claimsAfter(verdict));
    const telling = verdict ?? unverifiedClaim;
    return {
      shown: telling ? stateSaid(telling) : 'not-followed-up',
      verdict,
      unverifiedClaim,
      isClosed: verdict !== undefined && closing.has(verdict.status),
      lastChecked: this.#lastChecked,
      due: this.#due,
      dueMoves: this.#dueMoves,
    };
  }

  /** The claims that no verdict which assesses can have seen. */
  #claimsAfter(verdict: VerdictEvent | undefined): readonly Extract<Event, { kind: 'claim' }>[] {
    if (!verdict || verdict.status === 'not-assessed' || this.#claims.length === 0) return this.#claims;
    return this.#claims.filter(({ date }) => isCertainlyBefore(verdict.date, date));
  }

  #promise(claim: Extract<Event, { kind: 'claim' }>, due: CoarseDate): void {
    const heirs = claim.heirs ?? (this.#dueOfHeirs === noDues ? none : [...this.#dueOfHeirs.keys()]);
    const before =
      heirs.length > 0 ? heirs.map((heir) => this.#dueOfHeirs.get(heir) ?? this.#dueOfAll) : [this.#dueOfAll];
    const held = before.map((day) => (day !== undefined && isWithin(day, due) ? day : due));
    const from = before.find((day) => day !== undefined && !isWithin(day, due) && !isWithin(due, day));
    if (from !== undefined) this.#dueMoves = [...this.#dueMoves, { from, to: due, by: claim }];
    this.#due = held[0];
    if (claim.heirs) {
      const promised = heirs.map((heir, index): [string, CoarseDate] => [heir, held[index] ?? due]);
      this.#dueOfHeirs = new Map([...this.#dueOfHeirs, ...promised]);
    } else {
      this.#dueOfHeirs = noDues;
      this.#dueOfAll = held[0];
    }
  }
}

const noDues: ReadonlyMap<string, CoarseDate> = new Map();
const none: readonly never[] = [];

/** Can none of the earlier events count from now on? They come in the order of a history; where heirs are told apart, any may. */
function overtakes(event: LedgerEvent, earlier: readonly LedgerEvent[]): boolean {
  if (event.heirs !== undefined || stateSaid(event) === 'not-assessed') return false;
  return earlier.every(({ heirs, date }) => heirs === undefined && isCertainlyBefore(date, event.date));
}

function isVerdict<Event extends LedgerEvent>(event: Event): event is Extract<Event, { kind: 'verdict' }> {
  return event.kind === 'verdict';
}

function isClaim<Event extends LedgerEvent>(event: Event): event is Extract<Event, { kind: 'claim' }> {
  return event.kind === 'claim';
}

function stateSaid(event: LedgerEvent): ShownState {
  if (event.kind === 'verdict') return event.status;
  return event.claim === undefined ? 'not-followed-up' : `claimed-${event.claim}`;
}

/** The event that counts: where heirs are told apart, of those that count for each the one that says least is done. */
function counting<Event extends LedgerEvent>(events: readonly Event[]): Event | undefined {
  if (events.length < 2) return events[0];
  if (events.every(({ heirs }) => heirs === undefined)) return leastDoneOfLatest(events);
  const heirsTold = new Set(events.flatMap(({ heirs }) => heirs ?? []));
  const ofEach = [...heirsTold].flatMap(
    (heir) => leastDoneOfLatest(events.filter(({ heirs }) => heirs?.includes(heir) ?? true)) ?? [],
  );
  return ofEach.toSorted(compareByLeastDone)[0];
}

/**
 * Of the events that no other is certainly later than, the one that says least is done. What was not assessed counts only where
 * nothing was.
 */
function leastDoneOfLatest<Event extends LedgerEvent>(events: readonly Event[]): Event | undefined {
  if (events.length < 2) return events[0];
  const assessing = events.filter((event) => stateSaid(event) !== 'not-assessed');
  const telling = assessing.length > 0 ? assessing : events;
  let lastToBegin = '';
  for (const { date } of telling) if (firstDayOf(date) > lastToBegin) lastToBegin = firstDayOf(date);
  let least: Event | undefined;
  for (const event of telling) {
    if (lastDayOf(event.date) < lastToBegin) continue;
    if (!least || compareByLeastDone(event, least) < 0) least = event;
  }
  return least;
}

/** Of those that say the same, the one that may be the latest comes first. */
function compareByLeastDone(a: LedgerEvent, b: LedgerEvent): number {
  return compareStates(stateSaid(a), stateSaid(b)) || compareInTime(b.date, a.date);
}

/** The least done first. */
export function compareStates(a: ShownState, b: ShownState): number {
  return (fromLeastDone.get(a) ?? 0) - (fromLeastDone.get(b) ?? 0);
}

/** Every day that `a` may mean is before every day that `b` may mean. */
export function isCertainlyBefore(a: CoarseDate, b: CoarseDate): boolean {
  return lastDayOf(a) < firstDayOf(b);
}

/** `2024-06` is within `2024`, and so is `2024` itself. */
function isWithin(date: CoarseDate, wider: CoarseDate): boolean {
  return date === wider || date.startsWith(`${wider}-`);
}
