import type { CoarseDate, Grade, ShownState } from '../schemas/index.ts';
import { compareInTime } from './dates.ts';
import { compareStates, type State } from './history.ts';
import { standingsWith } from './outcomes.ts';
import type {
  Audit,
  Auditor,
  BodyType,
  Criterion,
  FollowUp,
  Municipality,
  Recommendation,
  RecordedEvent,
  Standing,
  Topic,
} from './types.ts';

/*
 * What the tracker of recommendations lists, in what order, and by what each can be found.
 */

/** The least done first, then the oldest; those of one report as printed. */
export function leastDoneFirst(
  recommendations: readonly Recommendation[],
  stateOf: (recommendation: Recommendation) => ShownState = ({ state }) => state,
): readonly Recommendation[] {
  return recommendations.toSorted((a, b) => compareStates(stateOf(a), stateOf(b)) || compareAge(a, b));
}

function compareAge(a: Recommendation, b: Recommendation): number {
  return (
    compareInTime(a.audit.published, b.audit.published) ||
    compareText(a.audit.path, b.audit.path) ||
    a.number - b.number
  );
}

/** Addressees with whom it stands in the same way, the least done first. One group where all stand alike. */
export function standingsByState({ standings }: Pick<Recommendation, 'standings'>): readonly {
  readonly state: ShownState;
  readonly standings: readonly Standing[];
}[] {
  const groups = Map.groupBy(standings, ({ state }) => state.shown);
  return [...groups]
    .map(([state, alike]) => ({ state, standings: alike }))
    .toSorted((a, b) => compareStates(a.state, b.state));
}

/** The latest word that it is done which no auditor has checked, from any addressee; also where it stands beside a verdict. */
export function unverifiedDone({ standings }: Recommendation): State<RecordedEvent>['unverifiedClaim'] {
  return standings
    .flatMap(({ state }) => state.unverifiedClaim ?? [])
    .filter(({ claim }) => claim === 'done')
    .toSorted((a, b) => compareInTime(b.date, a.date))[0];
}

/** When an auditor last gave a verdict on it, for any addressee. */
export function lastChecked({ standings }: Pick<Recommendation, 'standings'>): CoarseDate | undefined {
  return standings
    .flatMap(({ state }) => state.lastChecked ?? [])
    .toSorted(compareInTime)
    .at(-1);
}

/** How a recommendation stands with the boards of one type: the least done of theirs. */
export interface TypeStanding {
  /** Missing for groups, and for boards whose type is not known. */
  readonly type?: BodyType | undefined;
  readonly state: ShownState;
}

/**
 * One for each type of board that is to act on a recommendation; where it is to nobody that the report names, one without a type.
 */
export function standingsByType(recommendation: Recommendation): readonly TypeStanding[] {
  const { state } = recommendation;
  const typeOf = ({ addressee }: Standing) => (addressee.kind === 'body' ? addressee.body.type : undefined);
  const byType = [...Map.groupBy(standingsWith(recommendation), typeOf)].map(([type, ofType]) => ({
    type,
    state: standingsByState({ standings: ofType })[0]?.state ?? state,
  }));
  return byType.length > 0 ? byType : [{ state }];
}

/** Its own topics, else those of its findings, else those of its report; with the topics that are wider. */
export function topicsOf({ topics, findings, audit }: Recommendation): readonly Topic[] {
  const nearest = nearestOf(
    topics,
    findings.flatMap((finding) => finding.topics),
    audit.topics,
  );
  return unique(nearest.flatMap((topic) => [topic, ...widerThan(topic)]));
}

/** What it rests on itself, else what its findings are measured against, else what its report is. */
export function criteriaOf({ criteria, findings, audit }: Recommendation): readonly Criterion[] {
  const cited = nearestOf(
    criteria,
    findings.flatMap((finding) => finding.criteria),
    audit.criteria,
  );
  return unique(cited.map(({ criterion }) => criterion));
}

/** Those who ordered an audit and those who made it. */
export function auditorsOf({ commissionedBy, experts }: Audit): readonly Auditor[] {
  return unique([...(commissionedBy ? [commissionedBy] : []), ...experts]);
}

/** The verdicts on a whole audit, the latest first. What they say of it is never said of its recommendations. */
export function verdictsOnWhole({ followedUpBy }: Audit): readonly FollowUp[] {
  return followedUpBy.filter(({ target }) => target.kind === 'audit').toReversed();
}

/** Verdicts under the audit that gave them, in the order they come. */
export function followUpsByAudit(
  followUps: readonly FollowUp[],
): readonly { readonly audit: Audit; readonly followUps: readonly FollowUp[] }[] {
  return [...Map.groupBy(followUps, ({ audit }) => audit)].map(([audit, given]) => ({
    audit,
    followUps: given,
  }));
}

/**
 * The verdicts that concern a principal and are on something other than a recommendation: whole audits, findings, questions, and what
 * the archive does not hold. The newest first, and of the same day the least done.
 */
export function widerFollowUps({ audits }: Pick<Municipality, 'audits'>): readonly FollowUp[] {
  const about = audits.flatMap(({ followedUpBy }) => followedUpBy.filter(isWider));
  const outside = audits.flatMap(({ followUps }) =>
    followUps.filter(({ target }) => target.kind === 'outside'),
  );
  return unique([...about, ...outside]).toSorted(
    (a, b) =>
      compareInTime(b.date, a.date) ||
      compareStates(verdictState(a), verdictState(b)) ||
      compareText(a.path, b.path),
  );
}

function isWider({ target }: FollowUp): boolean {
  return target.kind !== 'recommendation';
}

const stateByGrade: Readonly<Record<Grade, ShownState>> = {
  met: 'implemented',
  'mostly-met': 'mostly-implemented',
  'partly-met': 'partly-implemented',
  'not-met': 'not-implemented',
  other: 'not-assessed',
  'not-assessable': 'not-assessed',
  ungraded: 'not-assessed',
};

/** Where a verdict falls between done and not done, for the order of a list alone. */
function verdictState({ status, grade }: FollowUp): ShownState {
  return status ?? (grade ? stateByGrade[grade] : 'not-assessed');
}

function widerThan(topic: Topic): readonly Topic[] {
  return topic.broader ? [topic.broader, ...widerThan(topic.broader)] : [];
}

function nearestOf<Item>(...lists: readonly (readonly Item[])[]): readonly Item[] {
  return lists.find((list) => list.length > 0) ?? [];
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
