import {
  type Archive,
  type BodyType,
  leastDoneFirst,
  type Municipality,
  type Recommendation,
  standingsByType,
} from '../../archive/index.ts';
import { tracker as strings, trackerStates } from '../../i18n/sv-ledger.ts';
import { labelOf, type ShownState, shownStates } from '../../schemas/index.ts';
import { type ListPage, pathOfItem } from '../../site/paging.ts';
import { slugOfState, trackerPath } from './addresses.ts';
import { unknownValue } from './facets.ts';

/*
 * The tracker's lists, which work without scripts: all recommendations, and those of each state, municipality, board type and year.
 */

export const waysToChoose = ['status', 'kommun', 'namndtyp', 'ar'] as const;

export type WayToChoose = (typeof waysToChoose)[number];

export interface RecommendationList {
  readonly path: string;
  /** The least done first, then the oldest. */
  readonly recommendations: readonly Recommendation[];
  /** Those that stand together under a heading. */
  readonly groups: readonly Group[];
}

/** Recommendations in the same state; in a list where all are, those published in the same year. */
export interface Group {
  /** Its fragment. */
  readonly id: string;
  readonly title: string;
  /** Missing where the heading is a year. */
  readonly state?: ShownState;
  /** Where it begins: a page of the list, with fragment. */
  readonly path: string;
  readonly recommendations: readonly Recommendation[];
}

/** A list that has something chosen out. It may be empty: the address of one that was once published keeps working. */
export interface ChosenList extends RecommendationList {
  readonly scope: Scope;
  /** The last part of its address. */
  readonly slug: string;
  /** What it is called among the others of its kind. */
  readonly label: string;
  readonly title: string;
  readonly lead?: string | undefined;
}

export type Scope =
  | { readonly by: 'status'; readonly state: ShownState }
  | { readonly by: 'kommun'; readonly municipality: Municipality }
  /** Without a type: those to whom no type is known. */
  | { readonly by: 'namndtyp'; readonly bodyType?: BodyType }
  | { readonly by: 'ar'; readonly year: number };

export interface Tracker {
  readonly all: RecommendationList;
  readonly lists: Readonly<Record<WayToChoose, readonly ChosenList[]>>;
}

type Tracked = Pick<Archive, 'recommendations' | 'municipalities' | 'bodyTypes' | 'audits'>;

const trackers = new WeakMap<Tracked, Tracker>();

/** The tracker of an archive, made once. */
export function trackerOf(archive: Tracked): Tracker {
  const tracker = trackers.get(archive) ?? made(archive);
  trackers.set(archive, tracker);
  return tracker;
}

function made({ recommendations, municipalities, bodyTypes, audits }: Tracked): Tracker {
  const all = leastDoneFirst(recommendations);
  const byState = Map.groupBy(all, ({ state }) => state);
  const byMunicipality = Map.groupBy(all, ({ audit }) => audit.municipality);
  const toType = ofTypes(all);
  const byYear = Map.groupBy(all, ({ audit }) => audit.listedYear);
  const years = [...new Set(audits.map(({ listedYear }) => listedYear))].toSorted((a, b) => b - a);
  return {
    all: {
      path: trackerPath,
      recommendations: all,
      groups: groupsOf(all, trackerPath, (recommendation) => groupOfState(recommendation.state)),
    },
    lists: {
      status: shownStates.map(({ code, label }) =>
        chosen({ by: 'status', state: code }, slugOfState(code), label, trackerStates[code], {
          recommendations: byState.get(code),
        }),
      ),
      kommun: municipalities.map((municipality) =>
        chosen(
          { by: 'kommun', municipality },
          municipality.slug,
          municipality.place,
          strings.toMunicipality(municipality.name),
          { recommendations: byMunicipality.get(municipality) },
        ),
      ),
      namndtyp: [
        ...bodyTypes.map((bodyType) =>
          chosen(
            { by: 'namndtyp', bodyType },
            bodyType.id,
            bodyType.plural,
            strings.toBodyType(bodyType.plural),
            toType(bodyType),
          ),
        ),
        chosen(
          { by: 'namndtyp' },
          unknownValue,
          strings.unknown.namndtyp,
          strings.toUnknownType,
          toType(undefined),
        ),
      ],
      ar: years.map((year) =>
        chosen({ by: 'ar', year }, String(year), String(year), strings.ofYear(year), {
          recommendations: byYear.get(year),
        }),
      ),
    },
  };
}

type StateOf = (recommendation: Recommendation) => ShownState;

const ownState: StateOf = ({ state }) => state;

/** The recommendations to boards of a type, by how it stands with those; to `undefined`, those to whom no type is known. */
function ofTypes(recommendations: readonly Recommendation[]): (type: BodyType | undefined) => {
  readonly recommendations: readonly Recommendation[];
  readonly stateOf: StateOf;
} {
  const standings = Map.groupBy(
    recommendations.flatMap((recommendation) =>
      standingsByType(recommendation).map(({ type, state }) => ({ recommendation, type, state })),
    ),
    ({ type }) => type,
  );
  return (type) => {
    const ofType = standings.get(type) ?? [];
    const states = new Map(ofType.map(({ recommendation, state }) => [recommendation, state]));
    const stateOf: StateOf = (recommendation) => states.get(recommendation) ?? recommendation.state;
    return { recommendations: leastDoneFirst([...states.keys()], stateOf), stateOf };
  };
}

function chosen(
  scope: Scope,
  slug: string,
  label: string,
  { title, lead }: { readonly title: string; readonly lead?: string },
  {
    recommendations = [],
    stateOf = ownState,
  }: { readonly recommendations?: readonly Recommendation[] | undefined; readonly stateOf?: StateOf },
): ChosenList {
  const path = indexPath(scope.by, slug);
  const groups = groupsOf(
    recommendations,
    path,
    scope.by === 'status' ? groupOfYear : (recommendation) => groupOfState(stateOf(recommendation)),
  );
  return { scope, slug, path, label, title, lead, recommendations, groups };
}

/** The page with all lists of a kind, or one of them. */
export function indexPath(by: WayToChoose, slug?: string): string {
  return slug === undefined ? `${trackerPath}${by}/` : `${trackerPath}${by}/${slug}/`;
}

type GroupHeading = Pick<Group, 'id' | 'title' | 'state'>;

function groupsOf(
  recommendations: readonly Recommendation[],
  listPath: string,
  headingOf: (recommendation: Recommendation) => GroupHeading,
): readonly Group[] {
  let first = 0;
  const members = Map.groupBy(recommendations, (recommendation) => headingOf(recommendation).id);
  return [...members.values()].flatMap((together) => {
    const [foremost] = together;
    if (!foremost) return [];
    const heading = headingOf(foremost);
    const path = `${pathOfItem(listPath, first)}#${heading.id}`;
    first += together.length;
    return [{ ...heading, path, recommendations: together }];
  });
}

function groupOfState(state: ShownState): GroupHeading {
  return { id: slugOfState(state), title: labelOf(shownStates, state), state };
}

function groupOfYear({ audit }: Recommendation): GroupHeading {
  const year = audit.published.slice(0, 4);
  return { id: `utgivna-${year}`, title: strings.groups.givenIn(year) };
}

/** The part of a group that stands on one page of its list. */
export interface GroupOnPage {
  readonly group: Group;
  readonly recommendations: readonly Recommendation[];
  /** It began on an earlier page. */
  readonly isContinued: boolean;
}

/** The groups on a page of a list. */
export function groupsOnPage(
  { groups }: RecommendationList,
  { items, number, count, total }: ListPage<Recommendation>,
): readonly GroupOnPage[] {
  // Every page but the last is full.
  const first = number === count ? total - items.length : (number - 1) * items.length;
  let begin = 0;
  return groups.flatMap((group) => {
    const [from, to] = [Math.max(begin - first, 0), begin + group.recommendations.length - first];
    const isContinued = begin < first;
    begin += group.recommendations.length;
    const recommendations = to > 0 ? items.slice(from, to) : [];
    return recommendations.length > 0 ? [{ group, recommendations, isContinued }] : [];
  });
}
