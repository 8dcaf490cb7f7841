import {
  type Archive,
  type Audit,
  type Auditor,
  type Body,
  type BodyType,
  bodiesByPlace,
  type Criterion,
  type CriterionPart,
  coverage,
  type Finding,
  type FollowUp,
  type Gap,
  type Municipality,
  outcomesOf,
  type Recommendation,
  recommendationsTo,
  restingOn,
  restingOnCriterion,
  type System,
  type Topic,
  verdictsConcerning,
  verdictsFor,
} from '../../archive/index.ts';
import {
  auditors,
  bodyTypes,
  coverage as coverageStrings,
  criteria,
  municipalities,
  outcomes,
  longLists as strings,
  systems,
  topics,
} from '../../i18n/sv-registers.ts';

/*
 * Lists that grow with the archive. On the page of what they belong to stands the beginning of a long one, which has pages of its own,
 * so that no page outgrows what a phone on a train can fetch.
 */

type Rows =
  | { readonly kind: 'audits'; readonly items: readonly Audit[]; readonly showMunicipality: boolean }
  | {
      readonly kind: 'recommendations';
      readonly items: readonly Recommendation[];
      readonly showMunicipality: boolean;
      /** How they stand with this one alone. */
      readonly body?: Body;
    }
  | { readonly kind: 'findings'; readonly items: readonly Finding[] }
  | { readonly kind: 'followUps'; readonly items: readonly FollowUp[] }
  | { readonly kind: 'bodies'; readonly items: readonly Body[] }
  | { readonly kind: 'gaps'; readonly items: readonly Audit[]; readonly gaps: readonly Gap[] };

/** A list of what has to do with something that has a page. */
export interface List {
  /** `Granskningar`. */
  readonly title: string;
  /** Where the list has pages of its own, if it is long. */
  readonly path: string;
  readonly owner: Owner;
  readonly rows: Rows;
}

interface Owner {
  readonly name: string;
  readonly path: string;
  /** The pages above it, outermost first. */
  readonly crumbs: readonly { readonly label: string; readonly path: string }[];
}

/** A list is long with more than `most` rows; then `first` of them stand on its owner's page, and `page` on each of its own. */
const lengths: Readonly<
  Record<Rows['kind'], { readonly most: number; readonly first: number; readonly page: number }>
> = {
  audits: { most: 30, first: 15, page: 50 },
  recommendations: { most: 16, first: 8, page: 40 },
  findings: { most: 24, first: 12, page: 80 },
  followUps: { most: 20, first: 10, page: 50 },
  bodies: { most: 60, first: 20, page: 120 },
  gaps: { most: 60, first: 30, page: 150 },
};

export function isLong({ rows: { kind, items } }: List): boolean {
  return items.length > lengths[kind].most;
}

/** The rows of a list that stand on its owner's page: all, or the first of a long one. */
export function firstRows(list: List): Rows {
  return isLong(list) ? rowsOf(list, list.rows.items.slice(0, lengths[list.rows.kind].first)) : list.rows;
}

/** Some of a list's rows. */
export function rowsOf({ rows }: List, items: Rows['items']): Rows {
  const chosen = new Set<unknown>(items);
  const isChosen = (item: unknown) => chosen.has(item);
  switch (rows.kind) {
    case 'audits':
      return { ...rows, items: rows.items.filter(isChosen) };
    case 'recommendations':
      return { ...rows, items: rows.items.filter(isChosen) };
    case 'findings':
      return { ...rows, items: rows.items.filter(isChosen) };
    case 'followUps':
      return { ...rows, items: rows.items.filter(isChosen) };
    case 'bodies':
      return { ...rows, items: rows.items.filter(isChosen) };
    case 'gaps':
      return { ...rows, items: rows.items.filter(isChosen) };
  }
}

/** How many rows stand on each of a list's own pages. */
export function pageLength({ rows: { kind } }: List): number {
  return lengths[kind].page;
}

function auditsOf(owner: Owner, audits: readonly Audit[], showMunicipality = true): List {
  return {
    title: strings.audits,
    path: `${owner.path}granskningar/`,
    owner,
    rows: { kind: 'audits', items: audits, showMunicipality },
  };
}

function recommendationsOf(owner: Owner, items: readonly Recommendation[]): List {
  return {
    title: strings.recommendations,
    path: `${owner.path}rekommendationer/`,
    owner,
    rows: { kind: 'recommendations', items, showMunicipality: true },
  };
}

function findingsOf(owner: Owner, items: readonly Finding[]): List {
  return {
    title: strings.findings,
    path: `${owner.path}iakttagelser/`,
    owner,
    rows: { kind: 'findings', items },
  };
}

function followUpsOf(owner: Owner, items: readonly FollowUp[]): List {
  return {
    title: outcomes.followUps,
    path: `${owner.path}uppfoljningar/`,
    owner,
    rows: { kind: 'followUps', items },
  };
}

export function listsOfMunicipality(municipality: Municipality) {
  const owner: Owner = { ...municipality, crumbs: [{ label: municipalities.title, path: '/kommuner/' }] };
  return {
    audits: auditsOf(owner, municipality.audits, false),
    followUps: followUpsOf(owner, verdictsFor(municipality)),
  };
}

export function listsOfBody(body: Body) {
  const { municipality, path, name } = body;
  const owner: Owner = {
    name: `${name}, ${municipality.place}`,
    path,
    crumbs: [
      { label: municipalities.title, path: '/kommuner/' },
      { label: municipality.name, path: municipality.path },
    ],
  };
  const { toAct, toKnow } = recommendationsTo(body);
  const { open, claimedDone, closed } = outcomesOf(toAct, body);
  const recommendations: List = {
    ...recommendationsOf(owner, []),
    rows: {
      kind: 'recommendations',
      items: [...open, ...claimedDone, ...closed, ...toKnow],
      showMunicipality: false,
      body,
    },
  };
  return {
    recommendations,
    followUps: followUpsOf(owner, verdictsConcerning(body)),
    audits: auditsOf(owner, body.audits, false),
    findings: findingsOf(owner, body.findings),
  };
}

export function listsOfBodyType(type: BodyType) {
  const owner: Owner = {
    name: type.plural,
    path: type.path,
    crumbs: [{ label: bodyTypes.title, path: '/namnder/' }],
  };
  const bodies: List = {
    title: strings.bodies,
    path: `${type.path}namnder/`,
    owner,
    rows: { kind: 'bodies', items: bodiesByPlace(type) },
  };
  return { bodies, audits: auditsOf(owner, type.audits) };
}

export function listsOfTopic({ name, path, audits, recommendations, findings }: Topic) {
  const owner: Owner = { name, path, crumbs: [{ label: topics.title, path: '/amnen/' }] };
  return {
    audits: auditsOf(owner, audits),
    recommendations: recommendationsOf(owner, recommendations),
    findings: findingsOf(owner, findings),
  };
}

export function listsOfSystem({ name, path, audits, recommendations, findings }: System) {
  const owner: Owner = { name, path, crumbs: [{ label: systems.title, path: '/system/' }] };
  return {
    audits: auditsOf(owner, audits),
    recommendations: recommendationsOf(owner, recommendations),
    findings: findingsOf(owner, findings),
  };
}

export function listsOfCriterion(criterion: Criterion) {
  const { name, path, audits } = criterion;
  const owner: Owner = { name, path, crumbs: [{ label: criteria.title, path: '/kriterier/' }] };
  const { findings, recommendations } = restingOnCriterion(criterion);
  return {
    audits: auditsOf(owner, audits),
    recommendations: recommendationsOf(owner, recommendations),
    findings: findingsOf(owner, findings),
  };
}

/** Under all the numbers that the same rule has had. */
export function listsOfPart(part: CriterionPart) {
  const { criterion, citation, path } = part;
  const owner: Owner = {
    name: citation,
    path,
    crumbs: [
      { label: criteria.title, path: '/kriterier/' },
      { label: criterion.name, path: criterion.path },
    ],
  };
  const { own, earlier, later, audits } = restingOn(part);
  const groups = [own, ...later, ...earlier];
  return {
    audits: auditsOf(owner, audits),
    recommendations: recommendationsOf(owner, [...new Set(groups.flatMap((group) => group.recommendations))]),
    findings: findingsOf(owner, [...new Set(groups.flatMap((group) => group.findings))]),
  };
}

export function listsOfAuditor({ name, path, municipality, commissioned, assisted }: Auditor) {
  const owner: Owner = { name, path, crumbs: [{ label: auditors.title, path: '/revisorer/' }] };
  const isOfMany = municipality === undefined;
  const ofRole = (title: string, slug: string, audits: readonly Audit[]): List => ({
    ...auditsOf(owner, audits, isOfMany),
    title,
    path: `${path}${slug}/`,
  });
  return {
    commissioned: ofRole(strings.commissioned, 'uppdrag', commissioned),
    assisted: ofRole(strings.assisted, 'utforda', assisted),
  };
}

export function listsOfCoverage(archive: Archive) {
  const { byRendition, gaps } = coverage(archive);
  const owner: Owner = { name: coverageStrings.title, path: '/tackning/', crumbs: [] };
  const ofRendition = (rendition: Audit['rendition']): List => ({
    title: coverageStrings.missingIn[rendition],
    path: `${owner.path}${rendition}/`,
    owner,
    rows: {
      kind: 'gaps',
      items: byRendition[rendition],
      gaps: gaps.filter(({ audit }) => audit.rendition === rendition),
    },
  });
  return {
    original: ofRendition('original'),
    restated: ofRendition('restated'),
    catalogue: ofRendition('catalogue'),
  };
}

/** Every list that is long. */
export function longLists(archive: Archive): readonly List[] {
  const { municipalities: principals, criteria: rules } = archive;
  const lists: readonly Readonly<Record<string, List>>[] = [
    ...principals.map(listsOfMunicipality),
    ...principals.flatMap(({ bodies }) => bodies.map(listsOfBody)),
    ...archive.bodyTypes.map(listsOfBodyType),
    ...archive.topics.map(listsOfTopic),
    ...archive.systems.map(listsOfSystem),
    ...rules.map(listsOfCriterion),
    ...rules.flatMap(({ chapters, sections }) => [...new Set([...chapters, ...sections])].map(listsOfPart)),
    ...archive.auditors.map(listsOfAuditor),
    listsOfCoverage(archive),
  ];
  return lists.flatMap((each) => Object.values(each)).filter(isLong);
}
