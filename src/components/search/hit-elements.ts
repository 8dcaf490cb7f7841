import { searchScript as strings } from '../../i18n/sv-search.ts';
import type { Hit, HitGroup, Particulars, Runs, SearchResponse } from '../../search/client/types.ts';
import { copied, found } from '../page-parts.ts';
import { opensWithLabel } from '../printed-words.ts';
import { writtenRuns } from './runs.ts';

/** How rows of results are made: from the templates that the page came with, below the archive's base path. */
export interface RowMaker {
  /** What the page's templates stand in. */
  readonly root: ParentNode;
  /** Before every path; without a slash at the end. */
  readonly base: string;
}

/** The rows of an answer. Where what only comes near begins, below what answers, a line says so; other orders mix them. */
export function rowElements(
  { groups, standing, request }: Pick<SearchResponse, 'groups' | 'standing' | 'request'>,
  maker: RowMaker,
): readonly HTMLElement[] {
  const rows = groups.map((group) => groupElement(group, maker));
  const isRanked = standing === 'answered' && request.sort === 'relevance';
  const firstNear = isRanked ? groups.findIndex(isNear) : -1;
  return firstNear < 0 ? rows : rows.toSpliced(firstNear, 0, copied(maker.root, '[data-search="near"]'));
}

function isNear(group: HitGroup): boolean {
  return group.of === 'itself' ? group.hit.isNear : group.hits.every((hit) => hit.isNear);
}

/** A report with its hits, or a hit of no report. */
function groupElement(group: HitGroup, maker: RowMaker): HTMLElement {
  if (group.of === 'itself') return hitElement(group.hit, maker);
  const { audit, hits, further } = group;
  const element = copied(maker.root, '[data-search="group"]');
  const link = found(element, 'h3 a');
  link.setAttribute('href', maker.base + audit.path);
  link.append(...writtenRuns(audit.title));
  // What answers in the report as a whole stands below its title, which is not written twice.
  const itself = hits.find((hit) => hit.kind === 'audit' && !isSection(hit));
  found(element, '.search-where').textContent = whereOf(audit.particulars);
  writeEdge(found(element, '.search-edge'), audit.particulars, maker);
  writeExcerpt(found(element, '.search-excerpt'), itself?.excerpt ?? []);
  const parts = hits.filter((hit) => hit !== itself);
  found(element, 'ul').append(
    ...parts.map((part) => {
      const { hit, area } = withinReport(part, textOf(audit.title));
      return hitElement(hit, maker, area);
    }),
  );
  const more = found(element, '.search-further');
  const moreLink = found(more, 'a');
  more.hidden = further === 0;
  moreLink.setAttribute('href', maker.base + audit.path);
  moreLink.textContent = strings.further(further);
  return element;
}

/** A hit as it stands below its report's title: what it has from the report is not said again. */
function withinReport(hit: Hit, reportTitle: string): { readonly hit: Hit; readonly area?: string } {
  const { kind, title, excerpt, particulars } = hit;
  // A section's boards and verdict are those of its report.
  if (kind === 'audit') return { hit: { ...hit, particulars: { label: particulars.label, bodies: [] } } };
  const isOfReport = textOf(title) === reportTitle;
  if (excerpt.length === 0 || (kind === 'finding' && !isOfReport)) return { hit };
  // A recommendation is its words; the area of the report that it stands in says where.
  return { hit: { ...hit, title: excerpt, excerpt: [] }, ...(!isOfReport && { area: textOf(title) }) };
}

/** @param area where in its report it stands, if its title doesn't tell */
function hitElement(hit: Hit, maker: RowMaker, area?: string): HTMLElement {
  const element = copied(maker.root, '[data-search="hit"]');
  const link = found(element, 'a');
  link.setAttribute('href', maker.base + hit.path);
  link.append(...writtenRuns(hit.title));
  found(element, '.search-kind').textContent = kindOf(hit, area);
  // A municipality or board that has had no other name has nothing but its own to show, which is its title.
  const isName = hit.kind === 'municipality' && !textOf(hit.excerpt).includes('. ');
  writeExcerpt(found(element, '.search-excerpt'), isName ? [] : hit.excerpt);
  writeEdge(found(element, '.search-edge'), hit.particulars, maker);
  return element;
}

/** Which kind of thing it is, which among its like, and whom it concerns: `Rekommendation 4 · Kommunstyrelsen`. */
function kindOf({ id, kind, path, title, particulars }: Hit, area?: string): string {
  const { label, bodies, municipality } = particulars;
  const word = {
    recommendation: strings.hit.recommendation,
    finding: strings.hit.finding,
    audit: isSection({ id }) ? strings.hit.section : strings.hit.audit,
    criterion: strings.hit.criterion,
    municipality: path.split('/').filter(Boolean).length > 2 ? strings.hit.body : strings.hit.principal,
    page: strings.hit.pages[path.split('/')[1] ?? ''] ?? strings.hit.page,
  }[kind];
  // A label that has words of its own, "Rekommendation 4", says what the thing is; one that is in the title is said there.
  const named =
    label === undefined || textOf(title).includes(label)
      ? word
      : /^\p{L}{3}/u.test(label)
        ? label
        : `${word} ${label}`;
  if (kind === 'municipality')
    return word === strings.hit.body ? [word, municipality].filter(Boolean).join(' · ') : word;
  return [named, area, bodies.join(', ')].filter(Boolean).join(' · ');
}

/** A section of a report's text, and not the report itself: the one has a fragment in its id, with or without a heading to lead to. */
function isSection({ id }: Pick<Hit, 'id'>): boolean {
  return id.includes('#');
}

function textOf(runs: Runs): string {
  return runs.map(({ text }) => text).join('');
}

function whereOf({ municipality, year, bodies }: Particulars): string {
  const place = [municipality, year].filter((part) => part !== undefined).join('\u00a0');
  return [place, bodies.join(', ')].filter(Boolean).join(' · ');
}

function writeExcerpt(element: HTMLElement, excerpt: Runs): void {
  element.hidden = excerpt.length === 0;
  element.replaceChildren(...writtenRuns(excerpt));
}

function writeEdge(element: HTMLElement, particulars: Particulars, { root }: RowMaker): void {
  const { status, grade, verdict, audits } = particulars;
  const marks: (Node | string)[] = [];
  if (status) marks.push(copied(root, `[data-search="status-${status}"]`));
  // Few things are graded; that most are not says nothing of them.
  if (grade && (grade !== 'ungraded' || verdict !== undefined)) {
    const mark = copied(root, `[data-search="grade-${grade}"]`);
    const [printed, word] = [found(mark, '.verdict'), found(mark, '.word')];
    printed.textContent = verdict ?? '';
    printed.hidden = verdict === undefined;
    word.hidden = verdict !== undefined && opensWithLabel(verdict, word.textContent ?? '');
    marks.push(mark);
  }
  if (audits) marks.push(strings.audits(audits));
  element.hidden = marks.length === 0;
  element.replaceChildren(...marks);
}
