import type { Area, Audit, Finding, Measure, Question, Recommendation, Sample } from '../../archive/index.ts';
import type { Block, ComponentBlock, ComponentName, Figure } from '../../reports/index.ts';

/*
 * A report's text says where its findings, recommendations and the rest are shown. What is shown twice has its fragment at the
 * first place only; what the text leaves out is added after it. Both are settled here, before anything is drawn.
 */

/** The parts of a report that its text can place. */
type PartName = Exclude<Lowercase<ComponentName>, 'figure'>;

/** Where a list is shown. */
interface Shown<Item> {
  readonly items: readonly Item[];
  /** The items that have their fragment here. */
  readonly anchored: ReadonlySet<Item>;
  /** Is it the first of its kind on the page, to which the overview's counts lead? */
  readonly isFirst: boolean;
}

export type PlacedBlock =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'questions'; readonly shown: Shown<Question> }
  | { readonly kind: 'findings'; readonly shown: Shown<Finding> }
  | { readonly kind: 'recommendations'; readonly shown: Shown<Recommendation> }
  | { readonly kind: 'measures'; readonly shown: Shown<Measure> }
  | { readonly kind: 'samples'; readonly shown: Shown<Sample> }
  | { readonly kind: 'followups'; readonly isFirst: boolean }
  | { readonly kind: 'criteria'; readonly isFirst: boolean }
  | { readonly kind: 'sources'; readonly isFirst: boolean }
  | { readonly kind: 'figure'; readonly figure: Figure };

export interface Placement {
  /** The text with its components. */
  readonly text: readonly PlacedBlock[];
  /**
   * What the page adds after the text: recommendations that it shows only in the rows of findings, and sources. All else that a
   * report has is in its text; the check sees to that.
   */
  readonly added: readonly Extract<PlacedBlock, { kind: 'recommendations' | 'sources' }>[];
}

/** What a report's page shows where. */
export function placementOf(audit: Audit): Placement {
  const seen = new Set<object>();
  const kinds = new Set<PartName>();

  function isFirst(kind: PartName): boolean {
    if (kinds.has(kind)) return false;
    kinds.add(kind);
    return true;
  }

  function shown<Item extends object>(kind: PartName, items: readonly Item[]): Shown<Item> {
    const anchored = new Set(items.filter((item) => !seen.has(item)));
    for (const item of items) seen.add(item);
    return { items, anchored, isFirst: isFirst(kind) };
  }

  function placed(block: Block): PlacedBlock {
    return block.kind === 'html' ? block : placedComponent(block);
  }

  function placedComponent({ name, props }: ComponentBlock): PlacedBlock {
    switch (name) {
      case 'Questions':
        return { kind: 'questions', shown: shown('questions', audit.questions) };
      case 'Findings':
        return { kind: 'findings', shown: shown('findings', inArea(audit, props.area)) };
      case 'Recommendations':
        return {
          kind: 'recommendations',
          shown: shown('recommendations', recommendationsTo(audit, props.to)),
        };
      case 'Measures':
        return { kind: 'measures', shown: shown('measures', ofSystem(audit.measures, props.system)) };
      case 'Samples':
        return { kind: 'samples', shown: shown('samples', ofSystem(audit.samples, props.system)) };
      case 'FollowUps':
        return { kind: 'followups', isFirst: isFirst('followups') };
      case 'Criteria':
        return { kind: 'criteria', isFirst: isFirst('criteria') };
      case 'Sources':
        return { kind: 'sources', isFirst: isFirst('sources') };
      case 'Figure':
        return { kind: 'figure', figure: props };
    }
  }

  const text = audit.body.blocks.map(placed);
  const left = audit.recommendations.filter((recommendation) => !seen.has(recommendation));
  return {
    text,
    added: [
      ...(left.length > 0
        ? [{ kind: 'recommendations' as const, shown: shown('recommendations', left) }]
        : []),
      ...(audit.sources.length > 0 && !kinds.has('sources')
        ? [{ kind: 'sources' as const, isFirst: isFirst('sources') }]
        : []),
    ],
  };
}

function inArea(audit: Audit, area: string | undefined): readonly Finding[] {
  return area === undefined ? audit.findings : (areaOf(audit, area)?.findings ?? []);
}

function areaOf(audit: Audit, id: string): Area | undefined {
  return audit.areas.find((area) => area.id === id);
}

/** The recommendations that reach a body of the audited municipality, by its id; all without one. */
function recommendationsTo(audit: Audit, body: string | undefined): readonly Recommendation[] {
  if (body === undefined) return audit.recommendations;
  return audit.recommendations.filter(({ addressees }) =>
    addressees.some((addressee) => addressee.kind === 'body' && addressee.body.id === body),
  );
}

function ofSystem<Item extends Measure | Sample>(
  items: readonly Item[],
  system: string | undefined,
): readonly Item[] {
  return system === undefined ? items : items.filter((item) => item.system?.id === system);
}

/** Fragments of the page's own parts, apart from those of headings (`avsnitt-…`) and of what an author names (`r3`). */
export const partFragments = {
  overview: 'del-oversikt',
  questions: 'del-revisionsfragor',
  findings: 'del-iakttagelser',
  recommendations: 'del-rekommendationer',
  measures: 'del-siffror',
  samples: 'del-stickprov',
  followups: 'del-uppfoljningar',
  aftermath: 'del-sedan',
  criteria: 'del-kriterier',
  sources: 'del-kallor',
  about: 'del-om-granskningen',
  corrections: 'del-rattelser',
  citing: 'del-sa-citerar-du',
  further: 'del-las-vidare',
} as const;
