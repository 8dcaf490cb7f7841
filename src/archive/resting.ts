import type { Audit, Citation, Criterion, CriterionPart, Finding, Recommendation } from './types.ts';

/** What in the record rests on a part of a criterion under one of its numbers. Each list keeps the citations' order: newest first. */
export interface Resting {
  /** The number that was cited. */
  readonly part: CriterionPart;
  readonly audits: readonly CitingAudit[];
  readonly findings: readonly Finding[];
  readonly recommendations: readonly Recommendation[];
}

/** An audit, and where in it the citations stand. */
export interface CitingAudit {
  readonly audit: Audit;
  readonly places: ReadonlySet<Citation['place']>;
  /** What it cites: the part itself and, of a chapter, its sections. */
  readonly parts: readonly CriterionPart[];
}

export interface RestingOnPart {
  /** Under the part's own number; its lists may be empty. */
  readonly own: Resting;
  /** Under the numbers that the same rule had before, nearest first. Only those that are cited. */
  readonly earlier: readonly Resting[];
  /** Under the numbers that the same rule got after, nearest first. Only those that are cited. */
  readonly later: readonly Resting[];
  /** Every audit under any of the numbers, once. */
  readonly audits: readonly Audit[];
}

/** All that rests on a chapter, section or article, also under its earlier and later numbers. */
export function restingOn(part: CriterionPart): RestingOnPart {
  const own = resting(part);
  const earlier = linked(part, 'replaces').map(resting).filter(isCited);
  const later = linked(part, 'replacedBy').map(resting).filter(isCited);
  const audits = [own, ...later, ...earlier].flatMap((group) => group.audits.map(({ audit }) => audit));
  return { own, earlier, later, audits: [...new Set(audits)] };
}

/**
 * The audits that name a wider part and not this one: the whole chapter, or the whole criterion. Whether they rest on this part
 * they do not say.
 */
export function restingMoreWidely(part: CriterionPart): {
  readonly onChapter: readonly Audit[];
  readonly onCriterion: readonly Audit[];
} {
  const named = new Set(restingOn(part).audits);
  const auditsOf = (citations: readonly Citation[]) =>
    unique(citations.map(({ audit }) => audit)).filter((audit) => !named.has(audit));
  return {
    onChapter: part.chapter
      ? auditsOf(part.chapter.citations.filter((citation) => citation.part === part.chapter))
      : [],
    onCriterion: auditsOf(part.criterion.citations.filter((citation) => citation.part === undefined)),
  };
}

/** The findings and recommendations that rest on a whole criterion, wherever in it, under its own name only. */
export function restingOnCriterion(criterion: Criterion): Pick<Resting, 'findings' | 'recommendations'> {
  return {
    findings: unique(criterion.citations.map(({ finding }) => finding)),
    recommendations: unique(criterion.citations.map(({ recommendation }) => recommendation)),
  };
}

/** What cites a criterion in a year of audits: the audits, and the findings and recommendations that rest on it expressly. */
export interface CitingYear {
  readonly year: number;
  readonly audits: readonly Audit[];
  readonly findings: readonly Finding[];
  readonly recommendations: readonly Recommendation[];
}

/** The years in which a criterion was cited under its own name, the latest first. */
export function citingYears({ citations }: Criterion): readonly CitingYear[] {
  return [...Map.groupBy(citations, ({ audit }) => audit.listedYear)].map(([year, ofYear]) => ({
    year,
    audits: unique(ofYear.map(({ audit }) => audit)),
    findings: unique(ofYear.map(({ finding }) => finding)),
    recommendations: unique(ofYear.map(({ recommendation }) => recommendation)),
  }));
}

/** A part and every audit that rests on it, under any of its numbers. */
export interface CountedPart {
  readonly part: CriterionPart;
  readonly audits: readonly Audit[];
}

/** A chapter and those of its sections that are asked for; without a chapter, the sections of a criterion that has none. */
export interface CountedChapter {
  readonly chapter?: CountedPart;
  readonly sections: readonly CountedPart[];
}

/** The parts of a criterion in the order of its text: those that an audit rests on, and those that none does. */
export function partsOf(criterion: Criterion): {
  readonly cited: readonly CountedChapter[];
  readonly uncited: readonly CountedChapter[];
} {
  const inChapters = new Set(criterion.chapters.flatMap(({ sections }) => sections));
  const outside = criterion.sections.filter((section) => !inChapters.has(section));
  const all: readonly CountedChapter[] = [
    ...(outside.length > 0 ? [{ sections: outside.map(counted) }] : []),
    ...criterion.chapters.map((chapter) => ({
      chapter: counted(chapter),
      sections: chapter.sections.map(counted),
    })),
  ];
  return {
    cited: all
      .map((group) => ({ ...group, sections: group.sections.filter(hasAudits) }))
      .filter(({ chapter, sections }) => sections.length > 0 || (chapter && hasAudits(chapter))),
    uncited: all
      .map((group) => ({ ...group, sections: group.sections.filter((section) => !hasAudits(section)) }))
      .filter(({ chapter, sections }) => sections.length > 0 || (chapter && !hasAudits(chapter))),
  };
}

/**
 * The rules that most audits rest on, most first: sections and articles in their present number, audits under earlier numbers
 * included, so that a rule stands here once.
 */
export function mostCitedRules(criteria: readonly Criterion[], limit: number): readonly CountedPart[] {
  return criteria
    .flatMap(({ sections }) => sections)
    .filter(({ replacedBy }) => replacedBy.length === 0)
    .map(counted)
    .filter(hasAudits)
    .toSorted((a, b) => b.audits.length - a.audits.length)
    .slice(0, limit);
}

function resting(part: CriterionPart): Resting {
  const places = new Map<Audit, { places: Set<Citation['place']>; parts: Set<CriterionPart> }>();
  for (const citation of part.citations) {
    const known = places.get(citation.audit) ?? { places: new Set(), parts: new Set() };
    known.places.add(citation.place);
    known.parts.add(citation.part ?? part);
    places.set(citation.audit, known);
  }
  return {
    part,
    audits: [...places].map(([audit, known]) => ({ audit, places: known.places, parts: [...known.parts] })),
    findings: unique(part.citations.map(({ finding }) => finding)),
    recommendations: unique(part.citations.map(({ recommendation }) => recommendation)),
  };
}

/** The parts that a rule can be followed to in one direction. A chapter is followed through its sections where it has no link of its own. */
function linked(part: CriterionPart, direction: 'replaces' | 'replacedBy'): readonly CriterionPart[] {
  const found = new Set<CriterionPart>();
  const next = (from: CriterionPart) => from[direction].map((link) => link.part);
  let front = [part, ...part.sections].flatMap(next);
  while (front.length > 0) {
    const fresh = front.filter((candidate) => !found.has(candidate));
    for (const candidate of fresh) found.add(candidate);
    front = fresh.flatMap(next);
  }
  return [...found];
}

function counted(part: CriterionPart): CountedPart {
  return { part, audits: restingOn(part).audits };
}

function hasAudits({ audits }: CountedPart): boolean {
  return audits.length > 0;
}

function isCited({ audits }: Resting): boolean {
  return audits.length > 0;
}

function unique<Item>(items: readonly (Item | undefined)[]): readonly Item[] {
  return [...new Set(items.filter((item) => item !== undefined))];
}
