import { unwrittenMark } from '../problems/index.ts';
import { asBodyMarkdown } from './markup.ts';
import type { Recognised } from './recognise/index.ts';
import type { Standing } from './report.ts';
import type { Block, Heading, Table } from './source-text.ts';

/** What the body needs to know of the frontmatter: how areas are called there, and what is in it. */
export interface BodyPlan {
  readonly areaIds: ReadonlyMap<Heading, string>;
  readonly hasRecommendationsApart: boolean;
}

/** The report's text below the frontmatter, with components where parts of it have become data. */
export function bodyOf(found: Recognised, plan: BodyPlan): string {
  const writer = new BodyWriter(found, plan);
  for (const standing of found.report.standing) writer.write(standing);
  return writer.text();
}

class BodyWriter {
  readonly #found: Recognised;
  readonly #plan: BodyPlan;
  readonly #parts: string[] = [];
  readonly #shown = new Set<string>();
  readonly #footnotes: ReadonlySet<string>;
  readonly #notes: string[] = [];
  readonly #askedAt: ReadonlySet<number>;
  readonly #criteriaAt: ReadonlySet<number>;
  #list: string[] = [];
  #depth = 1;
  #hasHeading = false;

  constructor(found: Recognised, plan: BodyPlan) {
    this.#found = found;
    this.#plan = plan;
    const texts = found.report.standing.map(({ block }) =>
      'text' in block && block.kind !== 'footnote' ? block.text : '',
    );
    const labels = found.report.all('footnote').map(({ block }) => block.label);
    const once = labels.filter((label) => labels.indexOf(label) === labels.lastIndexOf(label));
    this.#footnotes = new Set(
      once.filter((label) => texts.filter((text) => text.includes(`[^${label}]`)).length > 0),
    );
    const at = (places: readonly unknown[]) =>
      new Set(
        found.report.standing.flatMap(({ index, block }) =>
          places.includes(block.place) && block.kind === 'item' ? [index] : [],
        ),
      );
    this.#askedAt =
      found.tables.length > 0 ? new Set() : at(found.questions.flatMap(({ text }) => text.places));
    this.#criteriaAt = at(found.criteria.known.flatMap(({ places }) => places));
  }

  text(): string {
    this.#endList();
    const { questions, criteria, measures, sources, findings } = this.#found;
    const left = [
      questions.length > 0 && this.#once('<Questions />') ? ['## Revisionsfrågor', '<Questions />'] : [],
      findings.findings.length > 0 && !this.#hasAllFindings() ? ['## Iakttagelser', '<Findings />'] : [],
      this.#plan.hasRecommendationsApart && this.#once('<Recommendations />')
        ? ['## Rekommendationerna samlade', '<Recommendations />']
        : [],
      criteria.known.length > 0 && this.#once('<Criteria />')
        ? ['## Revisionskriterier', '<Criteria />']
        : [],
      measures.measures.length > 0 && ![...this.#shown].some((tag) => tag.startsWith('<Measures'))
        ? ['## Uppgifter i siffror', '<Measures />']
        : [],
      sources.sources.length > 0 && this.#once('<Sources />') ? ['## Källor', '<Sources />'] : [],
    ].flat();
    return [...this.#parts, ...left, ...this.#notes].join('\n\n');
  }

  write(standing: Standing): void {
    const { index, block } = standing;
    if (this.#isComponent(standing)) return;
    if (block.kind !== 'item') this.#endList();
    switch (block.kind) {
      case 'heading':
        if (this.#isShownAbove(index)) break;
        this.#heading(block);
        break;
      case 'paragraph':
        if (this.#isCover(block.text) || this.#announcesShown(index, block.text) || this.#isSignature(block))
          break;
        this.#parts.push(this.#inline(block.text));
        break;
      case 'item': {
        const marker = block.label !== undefined && /^\d+$/.test(block.label) ? `${block.label}.` : '-';
        this.#list.push(`${marker} ${this.#inline(block.text)}`);
        break;
      }
      case 'table':
        this.#parts.push(this.#table(block));
        break;
      case 'footnote':
        if (this.#footnotes.has(block.label))
          this.#notes.push(`[^${block.label}]: ${this.#inline(block.text)}`);
        else
          this.#parts.push(
            `{/* ${unwrittenMark}: noten ${block.label} hör hemma någonstans i texten */}`,
            this.#inline(`Not ${block.label}: ${block.text}`),
          );
        break;
      case 'picture':
        this.#parts.push(
          `<Figure src="${block.name}" alt="${unwrittenMark} – vad bilden visar, för den som inte ser den" />`,
        );
    }
  }

  /** Writes the components that stand for a block, each once, and says whether there are any. */
  #isComponent({ index, block }: Standing): boolean {
    const { findings, tables, measures, sources, recommendations } = this.#found;
    const isQuestions = tables.includes(index) || this.#askedAt.has(index);
    const system = measures.shown.get(index);
    const isMeasures = block.kind === 'table' && measures.shown.has(index);
    const tags = [
      ...(isQuestions ? ['<Questions />'] : []),
      ...(findings.shown.has(index) ? [this.#findingsTag(findings.shown.get(index))] : []),
      ...(recommendations.shown.has(index) ? ['<Recommendations />'] : []),
      ...(this.#criteriaAt.has(index) ? ['<Criteria />'] : []),
      ...(sources.shown.has(index) ? ['<Sources />'] : []),
      ...(isMeasures ? [system === undefined ? '<Measures />' : `<Measures system="${system}" />`] : []),
    ];
    if (tags.length === 0) return false;
    this.#endList();
    for (const tag of tags) if (this.#once(tag)) this.#parts.push(tag);
    return true;
  }

  #findingsTag(area: Heading | undefined): string {
    const id = area && this.#plan.areaIds.get(area);
    return id === undefined ? '<Findings />' : `<Findings area="${id}" />`;
  }

  #hasAllFindings(): boolean {
    return this.#found.findings.findings.every(
      ({ area }) => this.#shown.has(this.#findingsTag(area)) || this.#shown.has('<Findings />'),
    );
  }

  #once(tag: string): boolean {
    if (this.#shown.has(tag)) return false;
    this.#shown.add(tag);
    return true;
  }

  #heading({ label, title, level }: Heading): void {
    this.#hasHeading = true;
    this.#depth = Math.min(4, this.#depth + 1, level + 1);
    const words = label === undefined ? title : `${label} ${title}`;
    this.#parts.push(`${'#'.repeat(this.#depth)} ${this.#inline(words).replace(/^(\d+)\\([.)])/, '$1$2')}`);
  }

  /** Short lines before the first heading are the cover's, whose particulars stand in the frontmatter. */
  #isCover(text: string): boolean {
    return !this.#hasHeading && text.length < 120;
  }

  /** Who has signed stands in the frontmatter. */
  #isSignature({ text, place }: Extract<Block, { kind: 'paragraph' }>): boolean {
    return (
      text.length <= 160 &&
      this.#found.people.some(({ value, places }) => places.includes(place) && text.startsWith(value.name))
    );
  }

  /** `Vi rekommenderar nämnden att:` right before what the component shows. */
  #announcesShown(index: number, text: string): boolean {
    return /:$/.test(text) && this.#found.recommendations.shown.has(index + 1);
  }

  /** A heading over nothing but what a component further up shows. */
  #isShownAbove(index: number): boolean {
    const section = this.#found.report.sections.find((each) => each.index === index);
    const isAll =
      section &&
      section.content.length > 0 &&
      section.content.every((each) => this.#found.sources.shown.has(each.index));
    return isAll === true && this.#shown.has('<Sources />');
  }

  #inline(text: string): string {
    return asBodyMarkdown(text, this.#footnotes);
  }

  #endList(): void {
    if (this.#list.length > 0) this.#parts.push(this.#list.join('\n'));
    this.#list = [];
  }

  #table({ header, rows, caption }: Table): string {
    const width = Math.max(header.length, ...rows.map((row) => row.length));
    const line = (cells: readonly string[]) =>
      `| ${Array.from({ length: width }, (_, column) => this.#inline(cells[column] ?? '')).join(' | ')} |`;
    const table = [
      line(header),
      `|${' --- |'.repeat(width)}`,
      ...rows.map((row) => line(row.map((cell) => cell?.text ?? ''))),
    ].join('\n');
    return caption === undefined ? table : `${table}\n\n${this.#inline(caption)}`;
  }
}
