import type { CoarseDate, ShownState } from '../schemas/index.ts';
import { compareInTime } from './dates.ts';
import { compareStates, isCertainlyBefore } from './history.ts';
import { inheritedRecommendations } from './listing.ts';
import type { Archive, Audit, Body, FollowUp, Municipality, Recommendation, Standing } from './types.ts';

/*
 * What became of what was recommended, as pages about a principal or a board show it.
 */

/** Recommendations by what became of them. Each stands in one of `open`, `claimedDone` and `closed`. */
export interface Outcomes {
  /** Not done, or not known to be, the least done first and of those the oldest. */
  readonly open: readonly Recommendation[];
  /** Said to be done by those whom they are to, and never checked. */
  readonly claimedDone: readonly Recommendation[];
  /** Found by auditors to be done or no longer relevant. */
  readonly closed: readonly Recommendation[];
  /** Those of which a promised day has been moved, also once they are closed. */
  readonly moved: readonly Recommendation[];
}

/** What became of recommendations; how they stand with one body, where one is asked about. */
export function outcomesOf(recommendations: readonly Recommendation[], body?: Body): Outcomes {
  const sorted = recommendations.toSorted(
    (a, b) =>
      compareStates(stateWith(a, body), stateWith(b, body)) ||
      compareInTime(a.audit.published, b.audit.published) ||
      compareText(a.audit.path, b.audit.path) ||
      a.number - b.number,
  );
  const {
    open = [],
    claimedDone = [],
    closed = [],
  } = Object.groupBy(sorted, (recommendation) => {
    const state = stateWith(recommendation, body);
    if (state === 'claimed-done') return 'claimedDone';
    return state === 'implemented' || state === 'obsolete' ? 'closed' : 'open';
  });
  const isMoved = (recommendation: Recommendation) =>
    standingsWith(recommendation, body).some(({ state }) => state.dueMoves.length > 0);
  return { open, claimedDone, closed, moved: sorted.filter(isMoved) };
}

/**
 * How a recommendation stands with a body, or with those whose tasks it took over; where no body is given, with all who are to act
 * on it.
 */
export function standingsWith({ standings }: Recommendation, body?: Body): readonly Standing[] {
  const asked = standings.filter(({ addressee }) => addressee.role !== 'for-information');
  if (!body) return asked.length > 0 ? asked : standings;
  const line = predecessorsOf(body);
  const own = standings.filter(({ addressee }) => addressee.kind === 'body' && line.has(addressee.body));
  return own.length > 0 ? own : standings;
}

/** How a recommendation stands where least is done, of those standings. */
function stateWith(recommendation: Recommendation, body?: Body): ShownState {
  if (!body) return recommendation.state;
  const states = standingsWith(recommendation, body).map(({ state }) => state.shown);
  return states.toSorted(compareStates)[0] ?? recommendation.state;
}

/** The recommendations to a body that it is to act on, with those it has inherited, and those it was only to know of. */
export function recommendationsTo(body: Body): {
  readonly toAct: readonly Recommendation[];
  readonly toKnow: readonly Recommendation[];
} {
  const inherited = inheritedRecommendations(body).flatMap(({ recommendations }) => recommendations);
  const isToKnow = ({ addressees }: Recommendation) =>
    addressees.some(
      (addressee) =>
        addressee.kind === 'body' && addressee.body === body && addressee.role === 'for-information',
    );
  const all = [...new Set([...body.recommendations, ...inherited])];
  return { toAct: all.filter((one) => !isToKnow(one)), toKnow: all.filter(isToKnow) };
}

/**
 * The verdicts that a principal's audits have given on something earlier, save those that a later one has replaced. Those on a single
 * recommendation stand with it.
 */
export function verdictsFor({ audits }: Pick<Municipality, 'audits'>): readonly FollowUp[] {
  return leastDoneVerdictsFirst(
    standingVerdicts(audits.flatMap(({ followUps }) => followUps.filter(isWider))),
  );
}

/** Of those, the ones that concern a body: that name it or one it took over from, or name none where it was audited. */
export function verdictsConcerning(body: Body): readonly FollowUp[] {
  const line = predecessorsOf(body);
  return verdictsFor(body.municipality).filter(({ bodies, audit }) =>
    bodies.length > 0
      ? bodies.some((named) => line.has(named))
      : audit.bodies.some((audited) => line.has(audited.body)),
  );
}

/** What auditors have found not to be done in full at a level above the single recommendation, the least done first, then the oldest. */
export function verdictsOfNotDone({ followUps }: Pick<Archive, 'followUps'>): readonly FollowUp[] {
  const notDone: ReadonlySet<ShownState> = new Set(['not-implemented', 'in-progress', 'partly-implemented']);
  return leastDoneVerdictsFirst(
    standingVerdicts(followUps).filter(
      (followUp) => isWider(followUp) && notDone.has(stateOfVerdict(followUp)),
    ),
  );
}

/** Recommendations that auditors have found not to be done, the oldest first. */
export function foundNotDone({
  recommendations,
}: Pick<Archive, 'recommendations'>): readonly Recommendation[] {
  return outcomesOf(recommendations.filter(({ state }) => state === 'not-implemented')).open;
}

/** An audit whose recommendations nobody is known to have followed up, singly or as a whole. */
export interface AwaitingAudit {
  readonly audit: Audit;
  /** Those of which nothing is known. */
  readonly recommendations: readonly Recommendation[];
  readonly followUpExpected: CoarseDate;
  readonly isOverdue: boolean;
}

/** The audits that await a follow-up, the longest ago first. */
export function auditsAwaitingFollowUp({ audits }: Pick<Archive, 'audits'>): readonly AwaitingAudit[] {
  return audits
    .flatMap((audit): readonly AwaitingAudit[] => {
      const recommendations = audit.recommendations.filter(({ state }) => state === 'not-followed-up');
      const [first] = recommendations;
      const isFollowedUp = audit.followedUpBy.some(({ target }) => target.kind === 'audit');
      if (!first || isFollowedUp) return [];
      const { followUpExpected, isFollowUpOverdue } = first;
      return [{ audit, recommendations, followUpExpected, isOverdue: isFollowUpOverdue }];
    })
    .toSorted((a, b) => compareInTime(a.audit.published, b.audit.published));
}

/** Where a verdict falls between done and not done. A grade says whether a thing holds, and so counts as its nearest status. */
function stateOfVerdict({ status, grade }: Pick<FollowUp, 'status' | 'grade'>): ShownState {
  if (status) return status;
  if (grade === 'met') return 'implemented';
  if (grade === 'mostly-met') return 'mostly-implemented';
  if (grade === 'partly-met') return 'partly-implemented';
  return grade === 'not-met' ? 'not-implemented' : 'not-assessed';
}

/** Is it on more, or on something else, than a single recommendation? */
function isWider({ target }: FollowUp): boolean {
  return target.kind !== 'recommendation';
}

/** Verdicts of which none is certainly later on the same thing and the same bodies. */
function standingVerdicts(followUps: readonly FollowUp[]): readonly FollowUp[] {
  const onSame = Map.groupBy(followUps, subjectOf);
  return followUps.filter((earlier) => {
    const others = onSame.get(subjectOf(earlier)) ?? [];
    return !others.some(
      (later) =>
        isCertainlyBefore(earlier.date, later.date) &&
        (later.bodies.length === 0 ||
          (earlier.bodies.length > 0 && earlier.bodies.every((body) => later.bodies.includes(body)))),
    );
  });
}

/** What a verdict is on, as a key. */
function subjectOf({ target, object, audit }: FollowUp): string {
  switch (target.kind) {
    case 'audit':
      return `${target.audit.path} ${object}`;
    case 'recommendation':
      return `${target.recommendation.path} ${target.part ?? ''}`;
    case 'finding':
      return target.finding.path;
    case 'question':
      return target.question.path;
    case 'outside':
      return [audit.municipality.id, target.url, target.title, target.year, target.about, object].join(' ');
  }
}

function leastDoneVerdictsFirst(followUps: readonly FollowUp[]): readonly FollowUp[] {
  return followUps.toSorted(
    (a, b) =>
      compareStates(stateOfVerdict(a), stateOfVerdict(b)) ||
      compareInTime(sinceWhen(a), sinceWhen(b)) ||
      compareText(a.path, b.path),
  );
}

/** When what is followed up was said, as far as it is known; else when it was followed up. */
function sinceWhen({ target, date }: FollowUp): CoarseDate {
  if (target.kind !== 'outside') return target.audit.published;
  return target.year === undefined ? date : (String(target.year) as CoarseDate);
}

function predecessorsOf(body: Body): ReadonlySet<Body> {
  const line = new Set([body]);
  // A set is walked in the order of insertion, what is added on the way included.
  for (const one of line) for (const before of one.predecessors) line.add(before);
  return line;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
