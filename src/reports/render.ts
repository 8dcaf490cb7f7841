import type { Element, ElementContent, Root as HastRoot, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Image, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString as textOf } from 'mdast-util-to-string';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { HeadingIds, numberedHeading } from './headings.ts';
import { attributesOf } from './subset.ts';
import type { Block, Body, ComponentName, Heading, RichText } from './types.ts';

const component = 'archive-component';

const toHast = unified()
  .use(remarkRehype, {
    clobberPrefix: '',
    handlers: {
      mdxJsxFlowElement: (_state: unknown, node: MdxJsxFlowElement): Element => ({
        type: 'element',
        tagName: component,
        properties: {
          name: node.name ?? '',
          line: node.position?.start.line ?? 1,
          props: JSON.stringify(attributesOf(node)),
        },
        children: [],
      }),
      mdxJsxTextElement: (_state: unknown, node: MdxJsxTextElement): Element =>
        citationPlaceholder(attributesOf(node)),
      // The address as written: it is the name of a file, not a URL.
      image: (_state: unknown, { url, alt, title }: Image): Element => ({
        type: 'element',
        tagName: 'img',
        properties: { src: url, alt: alt ?? '', ...(title && { title }) },
        children: [],
      }),
      mdxFlowExpression: () => undefined,
      mdxTextExpression: () => undefined,
    },
  })
  .freeze();

/** Stands in compiled HTML where a citation will be linked when the page is rendered. */
function citationPlaceholder({ criterion = '', section }: Readonly<Record<string, string>>): Element {
  return {
    type: 'element',
    tagName: 'cite-criterion',
    properties: { dataCriterion: criterion, ...(section !== undefined && { dataSection: section }) },
    children: [],
  };
}

/** A checked tree as running text: one paragraph alone, several with `<p>`. */
export function renderedText(tree: Root, markdown: string): RichText {
  const hast = toHast.runSync(tree) as HastRoot;
  const paragraphs = hast.children.filter((child) => child.type === 'element');
  const [only] = paragraphs;
  const content = paragraphs.length === 1 && only ? only.children : hast.children;
  return {
    markdown,
    html: toHtml({ type: 'root', children: content }),
    text: tree.children
      .map((child) => textOf(child))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}

/** A checked tree as blocks for a page to walk. `linesBefore` is added to the lines of components. */
export function renderedBody(tree: Root, linesBefore: number): Body {
  const hast = toHast.runSync(tree) as HastRoot;
  const footnotes = takeFootnotes(hast);
  const headings = numberHeadings(hast);
  makeTablesScroll(hast);
  const blocks: Block[] = [];
  let run: RootContent[] = [];
  const endRun = () => {
    const html = toHtml({ type: 'root', children: run }).trim();
    if (html) blocks.push({ kind: 'html', html });
    run = [];
  };
  for (const node of hast.children) {
    const figure = figureAlone(node);
    if (figure) {
      endRun();
      blocks.push(componentBlock('Figure', figure, (node.position?.start.line ?? 1) + linesBefore));
    } else if (node.type === 'element' && node.tagName === component) {
      endRun();
      const props = JSON.parse(String(node.properties.props)) as Readonly<Record<string, string>>;
      blocks.push(
        componentBlock(
          String(node.properties.name) as ComponentName,
          props,
          Number(node.properties.line) + linesBefore,
        ),
      );
    } else {
      run.push(node);
      const notes = footnotesOf(node, footnotes);
      if (notes) run.push(notes);
    }
  }
  endRun();
  return { blocks, headings };
}

/** Gives a tree that is rendered elsewhere, as the guide's, the same tables and footnotes as a report. */
export function withReportApparatus(hast: HastRoot): void {
  const footnotes = takeFootnotes(hast);
  makeTablesScroll(hast);
  hast.children = hast.children.flatMap((node) => {
    const notes = footnotesOf(node, footnotes);
    return notes ? [node, notes] : [node];
  });
}

/** The subset check has seen to it that a component has only its own attributes. A figure's size is read when it is loaded. */
function componentBlock(name: ComponentName, props: Readonly<Record<string, string>>, line: number): Block {
  const sized = name === 'Figure' ? { ...props, width: 0, height: 0 } : props;
  return { kind: 'component', name, props: sized, line } as Block;
}

/** `![alt](src "caption")` in a paragraph of its own is a figure. */
function figureAlone(node: RootContent): Readonly<Record<string, string>> | undefined {
  if (node.type !== 'element' || node.tagName !== 'p' || node.children.length !== 1) return undefined;
  const [image] = node.children;
  if (image?.type !== 'element' || image.tagName !== 'img') return undefined;
  const { src, alt, title } = image.properties;
  return { src: String(src), alt: String(alt), ...(title && { caption: String(title) }) };
}

/** Gives each heading its id and hangs its number, as a link to itself, before it. */
function numberHeadings(hast: HastRoot): readonly Heading[] {
  const ids = new HeadingIds();
  const headings: Heading[] = [];
  visit(hast, 'element', (node) => {
    const depth = Number(/^h([2-4])$/.exec(node.tagName)?.[1]);
    if (depth !== 2 && depth !== 3 && depth !== 4) return;
    const { label, text } = numberedHeading(headingText(node));
    const id = ids.idFor({ ...(label !== undefined && { label }), text });
    headings.push({ depth, id, ...(label !== undefined && { label }), text });
    node.properties.id = id;
    if (label !== undefined) removeStart(node, label);
    node.children.unshift({
      type: 'element',
      tagName: 'a',
      properties:
        label === undefined
          ? { className: ['heading-anchor'], href: `#${id}`, ariaLabel: `Länk till avsnittet ${text}` }
          : { className: ['heading-anchor'], href: `#${id}` },
      children:
        label === undefined
          ? []
          : [
              {
                type: 'element',
                tagName: 'span',
                properties: { className: ['heading-number'] },
                children: [{ type: 'text', value: label }],
              },
            ],
    });
    node.children.splice(1, 0, { type: 'text', value: ' ' });
  });
  return headings;
}

function textContent(node: Element): string {
  let text = '';
  visit(node, 'text', ({ value }) => {
    text += value;
  });
  return text;
}

/** Without the numbers of footnotes. */
function headingText(heading: Element): string {
  let text = '';
  visit(heading, (node) => {
    if (node.type === 'element' && node.properties.dataFootnoteRef !== undefined) return SKIP;
    if (node.type === 'text') text += node.value;
    return undefined;
  });
  return text.trim();
}

/** The number is the first thing in the heading's text, so it is the start of its first text node. */
function removeStart(node: Element, label: string): void {
  visit(node, 'text', (text) => {
    text.value = text.value
      .trimStart()
      .slice(label.length)
      .replace(/^\.?\s+/, '');
    return false;
  });
}

/** Takes the list of footnotes out of the end of the document; each by the id that references link to. */
function takeFootnotes(hast: HastRoot): ReadonlyMap<string, Element> {
  const notes = new Map<string, Element>();
  visit(hast, 'element', (section, index, parent) => {
    if (
      section.tagName === 'section' &&
      section.properties.dataFootnotes !== undefined &&
      parent &&
      index !== undefined
    ) {
      visit(section, 'element', (item) => {
        if (item.tagName === 'li' && typeof item.properties.id === 'string')
          notes.set(item.properties.id, item);
      });
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    return undefined;
  });
  return notes;
}

/** The notes that a block, or one of those notes, refers to for the first time, to stand beside or below it. */
function footnotesOf(block: RootContent, footnotes: ReadonlyMap<string, Element>): Element | undefined {
  const asides: Element[] = [];
  if (block.type !== 'element') return undefined;
  const gatherFrom = (text: Element) =>
    visit(text, 'element', (link) => {
      if (link.tagName !== 'a' || link.properties.dataFootnoteRef === undefined) return;
      const number = textContent(link);
      const id = String(link.properties.href).slice(1);
      const item = footnotes.get(id);
      const reference = String(link.properties.id);
      link.properties = {
        href: `#${id}`,
        id: reference,
        className: ['footnote-ref'],
        ariaLabel: `Not ${number}`,
      };
      if (!item || reference !== id.replace(/^fn-/, 'fnref-')) return;
      asides.push(footnote(id, number, item));
      gatherFrom(item);
    });
  gatherFrom(block);
  if (asides.length === 0) return undefined;
  return { type: 'element', tagName: 'div', properties: { className: ['footnotes'] }, children: asides };
}

function footnote(id: string, number: string, item: Element): Element {
  visit(item, 'element', (link) => {
    if (link.tagName !== 'a' || link.properties.dataFootnoteBackref === undefined) return;
    link.properties = {
      href: link.properties.href ?? '',
      className: ['footnote-back'],
      ariaLabel: `Tillbaka till texten vid not ${number}`,
    };
  });
  return {
    type: 'element',
    tagName: 'aside',
    properties: { className: ['footnote'], id, role: 'note', ariaLabel: `Not ${number}` },
    children: [
      {
        type: 'element',
        tagName: 'span',
        properties: { className: ['footnote-number'], ariaHidden: 'true' },
        children: [{ type: 'text', value: number }],
      },
      ...item.children,
    ],
  };
}

/** A wide table scrolls in a region of its own that the keyboard reaches; alignment is a class, since the CSP refuses styles. */
function makeTablesScroll(hast: HastRoot): void {
  visit(hast, 'element', (node, index, parent) => {
    if (node.tagName === 'pre') node.properties.tabIndex = 0;
    if (node.tagName !== 'table' || !parent || index === undefined) return undefined;
    const wrapper: ElementContent = {
      type: 'element',
      tagName: 'div',
      properties: {
        className: ['table-scroll'],
        role: 'region',
        tabIndex: 0,
        ariaLabel: `Tabell: ${columnNames(node).join(', ')}`,
      },
      children: [node],
    };
    const cells = rowsOf(node);
    for (const cell of cells.flat()) {
      const { align } = cell.properties;
      delete cell.properties.align;
      if (align === 'right' || align === 'center') cell.properties.className = [`align-${align}`];
      if (cell.tagName === 'th') cell.properties.scope = 'col';
    }
    const [corner] = cells[0] ?? [];
    if (corner && textContent(corner).trim() === '') headRows(corner, cells.slice(1));
    parent.children[index] = wrapper;
    return SKIP;
  });
}

/** An empty corner is no heading, but tells that the first cell of each row is one. */
function headRows(corner: Element, rows: readonly (readonly Element[])[]): void {
  corner.tagName = 'td';
  delete corner.properties.scope;
  for (const [first] of rows) {
    if (!first) continue;
    first.tagName = 'th';
    first.properties.scope = 'row';
  }
}

function rowsOf(table: Element): readonly (readonly Element[])[] {
  const rows: Element[][] = [];
  visit(table, 'element', (node) => {
    if (node.tagName === 'tr') rows.push([]);
    if (node.tagName === 'th' || node.tagName === 'td') rows.at(-1)?.push(node);
  });
  return rows;
}

function columnNames(table: Element): string[] {
  const names: string[] = [];
  visit(table, 'element', (cell) => {
    if (cell.tagName === 'th') names.push(textContent(cell).trim());
  });
  return names.filter((name) => name !== '');
}
