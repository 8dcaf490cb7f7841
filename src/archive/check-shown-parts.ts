import type { Problem } from '../problems/index.ts';
import { enumerated } from '../problems/index.ts';
import type { ComponentBlock } from '../reports/index.ts';
import type { Content } from './load.ts';

type AuditFile = Content['audits'] extends ReadonlyMap<string, infer File> ? File : never;
type AuditContent = NonNullable<AuditFile['data']>;

interface Places {
  readonly line: (path: readonly PropertyKey[]) => number;
  readonly figureFiles: ReadonlySet<string>;
}

/**
 * Holds a report's text against its data: a component that asks for something the report does not have, and a finding,
 * recommendation, question, measure or sample test that no component shows.
 */
export function checkShownParts(
  audit: AuditFile,
  data: AuditContent,
  { line, figureFiles }: Places,
): readonly Problem[] {
  // A body with faults has no blocks; what it would show is not known until it is mended.
  if (audit.problems.length > 0) return [];
  const { file } = audit;
  const problems: Problem[] = [];
  const components = audit.body.blocks.filter((block) => block.kind === 'component');
  const error = (at: number, message: string, mend: string) =>
    problems.push({ file, line: at, severity: 'error', rule: 'visning', message, mend });

  for (const component of components) {
    const fault = componentFault(component, data, file, figureFiles);
    if (fault) error(component.line, fault.message, fault.mend);
  }

  const shown = new ShownParts(components, data);
  const report = (
    list: 'questions' | 'followsUp' | 'findings' | 'recommendations' | 'measures' | 'samples',
    index: number,
    name: string,
    tag: string,
  ) =>
    error(
      line([list, index]),
      `${name} visas inte någonstans i rapportens text.`,
      `Skriv ${tag} på en egen rad där den hör hemma.`,
    );
  for (const [index, { id }] of data.questions.entries()) {
    if (!shown.questions) report('questions', index, `Fråga ${id}`, '<Questions />');
  }
  for (const [index, { id, area }] of data.findings.entries()) {
    if (!shown.finding(area))
      report(
        'findings',
        index,
        `Iakttagelse ${id}`,
        area === undefined ? '<Findings />' : `<Findings area="${area}" />`,
      );
  }
  for (const [index, { id }] of data.recommendations.entries()) {
    if (!shown.recommendation(index))
      report('recommendations', index, `Rekommendation ${id}`, '<Recommendations />');
  }
  for (const [index, { id }] of data.followsUp.entries()) {
    if (!shown.followUps) report('followsUp', index, `Uppföljning ${id}`, '<FollowUps />');
  }
  for (const [index, { of, system }] of data.measures.entries()) {
    if (!shown.ofSystem('Measures', system))
      report('measures', index, `Mätvärdet ”${of}”`, tagOfSystem('Measures', system));
  }
  for (const [index, { id, system }] of data.samples.entries()) {
    if (!shown.ofSystem('Samples', system))
      report('samples', index, `Stickprov ${id}`, tagOfSystem('Samples', system));
  }
  return problems;
}

function tagOfSystem(name: 'Measures' | 'Samples', system: string | undefined): string {
  return system === undefined ? `<${name} />` : `<${name} system="${system}" />`;
}

class ShownParts {
  readonly #components: readonly ComponentBlock[];
  readonly #data: AuditContent;

  constructor(components: readonly ComponentBlock[], data: AuditContent) {
    this.#components = components;
    this.#data = data;
  }

  get questions(): boolean {
    return this.#components.some(({ name }) => name === 'Questions');
  }

  get followUps(): boolean {
    return this.#components.some(({ name }) => name === 'FollowUps');
  }

  finding(area: string | undefined): boolean {
    return this.#components.some(
      (component) =>
        component.name === 'Findings' &&
        (component.props.area === undefined || component.props.area === area),
    );
  }

  /** By itself, or in the row of its finding. */
  recommendation(index: number): boolean {
    const recommendation = this.#data.recommendations[index];
    if (!recommendation) return true;
    const byItself = this.#components.some(
      (component) =>
        component.name === 'Recommendations' &&
        (component.props.to === undefined ||
          addressedBodies(recommendation, this.#data).includes(component.props.to)),
    );
    const findings = this.#data.findings.filter(({ id }) => recommendation.finding?.includes(id));
    return byItself || findings.some(({ area }) => this.finding(area));
  }

  ofSystem(name: 'Measures' | 'Samples', system: string | undefined): boolean {
    return this.#components.some(
      (component) =>
        component.name === name &&
        (component.props.system === undefined || component.props.system === system),
    );
  }
}

function addressedBodies(
  { to }: AuditContent['recommendations'][number],
  data: AuditContent,
): readonly string[] {
  if (to === 'alla') return data.bodies.map(({ body }) => body);
  return to.flatMap((addressee) => {
    if (typeof addressee === 'string') return [addressee];
    return 'body' in addressee ? [addressee.body] : [];
  });
}

function componentFault(
  component: ComponentBlock,
  data: AuditContent,
  file: string,
  figureFiles: ReadonlySet<string>,
): { readonly message: string; readonly mend: string } | undefined {
  switch (component.name) {
    case 'Questions':
      return nothingToShow(component.name, data.questions, 'frågor');
    case 'Findings': {
      const { area } = component.props;
      if (area === undefined) return nothingToShow(component.name, data.findings, 'iakttagelser');
      if (!data.areas.some(({ id }) => id === area)) {
        return missing(
          `<Findings area="${area}"/>: rapporten har inget område ${area}.`,
          'Områdena',
          data.areas.map(({ id }) => id),
        );
      }
      if (!data.findings.some((finding) => finding.area === area)) {
        return {
          message: `<Findings area="${area}"/>: området har inga iakttagelser.`,
          mend: 'Ta bort komponenten, eller ge iakttagelserna rätt area.',
        };
      }
      return undefined;
    }
    case 'Recommendations': {
      const { to } = component.props;
      if (to === undefined) return nothingToShow(component.name, data.recommendations, 'rekommendationer');
      const addressed = new Set(
        data.recommendations.flatMap((recommendation) => addressedBodies(recommendation, data)),
      );
      if (addressed.has(to)) return undefined;
      return missing(
        `<Recommendations to="${to}"/>: rapporten har inga rekommendationer till "${to}".`,
        'De riktas till',
        [...addressed],
      );
    }
    case 'Measures':
    case 'Samples': {
      const list: readonly { readonly system?: string | undefined }[] =
        component.name === 'Measures' ? data.measures : data.samples;
      const noun = component.name === 'Measures' ? 'mätvärden' : 'stickprov';
      const { system } = component.props;
      if (system === undefined) return nothingToShow(component.name, list, noun);
      if (list.some((item) => item.system === system)) return undefined;
      const systems = [...new Set(list.flatMap((item) => item.system ?? []))];
      return missing(
        `<${component.name} system="${system}"/>: rapporten har inga ${noun} för "${system}".`,
        'De gäller',
        systems,
      );
    }
    case 'FollowUps':
      return nothingToShow(component.name, data.followsUp, 'uppföljningar');
    case 'Criteria':
      return nothingToShow(component.name, data.criteria, 'kriterier');
    case 'Sources':
      return nothingToShow(component.name, data.sources, 'källor');
    case 'Figure':
      return figureFault(component.props.src, file, figureFiles);
  }
}

function nothingToShow(name: string, list: readonly unknown[], noun: string) {
  if (list.length > 0) return undefined;
  return {
    message: `<${name}/>: rapporten har inga ${noun} att visa.`,
    mend: 'Ta bort komponenten, eller fyll i metadatablocket.',
  };
}

function missing(message: string, lead: string, known: readonly string[]) {
  return {
    message,
    mend:
      known.length === 0
        ? 'Ta bort komponenten.'
        : `${lead} ${lead.startsWith('Område') ? 'är ' : ''}${enumerated(known)}.`,
  };
}

function figureFault(src: string, file: string, figureFiles: ReadonlySet<string>) {
  const folder = file.replace(/\.mdx$/, '');
  if (!/^[a-z0-9][a-z0-9._-]*\.(?:png|jpe?g|webp|avif)$/i.test(src)) {
    return {
      message: `Bilden "${src}" ligger inte i rapportens mapp, eller är ingen bild som kan visas.`,
      mend: `Lägg bilden i content/${folder}/ och skriv bara filens namn, t.ex. src="organisation.png". Den ska vara png, jpg, webp eller avif.`,
    };
  }
  if (figureFiles.has(`${folder}/${src}`)) return undefined;
  return { message: `Bilden "${src}" finns inte.`, mend: `Lägg den i content/${folder}/.` };
}
