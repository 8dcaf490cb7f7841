import {
  type Claim,
  type CoarseDate,
  type PlainDate,
  type ShownState,
  shownStates,
  type VerifiedStatus,
} from '../schemas/index.ts';
import { daysOf } from './dates.ts';

/** An auditor's verdict at the level of what is asked about. */
export interface VerdictEvent {
  readonly kind: 'verdict';
  readonly date: CoarseDate;
  readonly status: VerifiedStatus;
}

/** A body's own word. */
export interface ClaimEvent {
  readonly kind: 'claim';
  readonly date: CoarseDate;
  readonly claim?: Claim | undefined;
  /** When the body promises to be done. */
  readonly due?: CoarseDate | undefined;
}

export type LedgerEvent = VerdictEvent | ClaimEvent;

/** How a recommendation stands with one addressee, from the events until some day. */
export interface State<Event extends LedgerEvent = LedgerEvent> {
  readonly shown: ShownState;
  /** The verdict that counts. */
  readonly verdict?: Extract<Event, { kind: 'verdict' }>;
  /** The latest claim, where no verdict is known to have come after it. Shown beside a verdict, never over it. */
  readonly unverifiedClaim?: Extract<Event, { kind: 'claim' }>;
  /** Only a verdict closes: done, or no longer relevant. */
  readonly isClosed: boolean;
  /** When an auditor last gave a verdict, of whatever kind. */
  readonly lastChecked?: CoarseDate;
  /** The day that holds now: the last one promised, else the auditors' own. */
  readonly due?: CoarseDate;
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

const fromLeastDone: readonly ShownState[] = shownStates.map(({ code }) => code);

const closing: ReadonlySet<VerifiedStatus> = new Set<VerifiedStatus>(['implemented', 'obsolete']);

/**
 * What became of something, event by event. The rules, each a test in `tests/unit/history.test.ts`:
 *
 * 1. Without events it is not followed up.
 * 2. A claim alone shows as claimed, never as done. Only a verdict closes.
 * 3. The latest verdict counts, whatever was claimed before or after it; a later verdict may reopen.
 * 4. A claim that is certainly later than the verdict that counts is shown beside it; an earlier one, or one of which it cannot be told, is not.
 * 5. A verdict of "not assessed" counts only where there is no other.
 * 6. Where dates are too coarse to tell which verdict is the later, the one that says least is done counts. Verdicts of the same
 *    day are such.
 * 7. Events that cannot yet have happened at `asOf` are left out.
 */
export function history<Event extends LedgerEvent>(
  events: readonly Event[],
  asOf: PlainDate,
  originalDue?: CoarseDate,
): readonly HistoryEntry<Event>[] {
  const happened = inOrder(events.filter(({ date }) => daysOf(date).first <= asOf));
  return happened.map((event, index) => ({
    event,
    state: stateAfter(happened.slice(0, index + 1), originalDue),
  }));
}

/** How things stand at `asOf`. */
export function stateAt<Event extends LedgerEvent>(
  events: readonly Event[],
  asOf: PlainDate,
  originalDue?: CoarseDate,
): State<Event> {
  return stateAfter(inOrder(events.filter(({ date }) => daysOf(date).first <= asOf)), originalDue);
}

/** By the last day that a date may mean, then the first; a claim before a verdict of the same day. Otherwise as given. */
function inOrder<Event extends LedgerEvent>(events: readonly Event[]): readonly Event[] {
  const sortKey = ({ date, kind }: Event) =>
    `${daysOf(date).last} ${daysOf(date).first} ${kind === 'claim' ? 0 : 1}`;
  return events.toSorted((a, b) => {
    const [keyA, keyB] = [sortKey(a), sortKey(b)];
    return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
  });
}

function stateAfter<Event extends LedgerEvent>(
  happened: readonly Event[],
  originalDue: CoarseDate | undefined,
): State<Event> {
  const verdicts = happened.filter(
    (event): event is Extract<Event, { kind: 'verdict' }> => event.kind === 'verdict',
  );
  const claims = happened.filter(
    (event): event is Extract<Event, { kind: 'claim' }> => event.kind === 'claim',
  );
  const verdict = countingVerdict(verdicts);
  const latestClaim = claims.findLast(({ claim }) => claim !== undefined);
  const unverifiedClaim =
    latestClaim && (!verdict || isCertainlyBefore(verdict.date, latestClaim.date)) ? latestClaim : undefined;
  const dueMoves = movesOf(claims, originalDue);
  const due = claims.findLast((event) => event.due !== undefined)?.due ?? originalDue;
  const lastChecked = verdicts.at(-1)?.date;
  return {
    shown: shownState(verdict, unverifiedClaim),
    ...(verdict && { verdict }),
    ...(unverifiedClaim && { unverifiedClaim }),
    isClosed: verdict !== undefined && closing.has(verdict.status),
    ...(lastChecked !== undefined && { lastChecked }),
    ...(due !== undefined && { due }),
    dueMoves,
  };
}

function shownState(verdict: VerdictEvent | undefined, claim: ClaimEvent | undefined): ShownState {
  if (verdict) return verdict.status;
  return claim?.claim === undefined ? 'not-followed-up' : `claimed-${claim.claim}`;
}

/** The latest verdict; of those that cannot be told apart in time, the one that says least is done. */
function countingVerdict<Verdict extends VerdictEvent>(verdicts: readonly Verdict[]): Verdict | undefined {
  const assessed = verdicts.filter(({ status }) => status !== 'not-assessed');
  if (assessed.length === 0) return verdicts.at(-1);
  const latest = assessed.filter((one) => !assessed.some((other) => isCertainlyBefore(one.date, other.date)));
  return latest.toSorted((a, b) => compareStates(a.status, b.status))[0];
}

/** The least done first. */
export function compareStates(a: ShownState, b: ShownState): number {
  return fromLeastDone.indexOf(a) - fromLeastDone.indexOf(b);
}

/** Every day that `a` may mean is before every day that `b` may mean. */
export function isCertainlyBefore(a: CoarseDate, b: CoarseDate): boolean {
  return daysOf(a).last < daysOf(b).first;
}

function movesOf<Event extends LedgerEvent>(
  claims: readonly Extract<Event, { kind: 'claim' }>[],
  originalDue: CoarseDate | undefined,
): readonly DueMove<Event>[] {
  const moves: DueMove<Event>[] = [];
  let due = originalDue;
  for (const claim of claims) {
    if (claim.due === undefined) continue;
    if (due !== undefined && due !== claim.due) moves.push({ from: due, to: claim.due, by: claim });
    due = claim.due;
  }
  return moves;
}
