import type { Nodes, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { plainLetters } from '../mending.ts';
import type { Block, Cell, Place } from '../source-text.ts';
import { headingParts } from './headings.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** A Markdown file as blocks. HTML in it is left out, links keep their text, and pictures elsewhere are not fetched. */
export function markdownBlocks(text: string): readonly Block[] {
  const withoutFrontmatter = text.replace(/^---\n[\s\S]*?\n---\n/, (block) =>
    '\n'.repeat(block.split('\n').length - 1),
  );
  return parser.parse(withoutFrontmatter).children.flatMap(blocksOf);
}

function blocksOf(node: RootContent): readonly Block[] {
  const place = placeOf(node);
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', ...headingParts(oneLine(node)), level: node.depth, place }];
    case 'paragraph':
      return [{ kind: 'paragraph', text: oneLine(node), place }];
    case 'blockquote':
      return node.children.flatMap(blocksOf);
    case 'list':
      return node.children.flatMap((item, index): Block[] =>
        item.children.flatMap((child): readonly Block[] =>
          child.type === 'paragraph'
            ? [
                {
                  kind: 'item',
                  text: oneLine(child),
                  ...(node.ordered && { label: String((node.start ?? 1) + index) }),
                  place: placeOf(child),
                },
              ]
            : blocksOf(child),
        ),
      );
    case 'table': {
      const rows = node.children.map((row) =>
        row.children.map((cell): Cell => ({ text: oneLine(cell), place: placeOf(cell) })),
      );
      const [header = [], ...body] = rows;
      return [
        {
          kind: 'table',
          header: header.map((cell) => cell.text),
          rows: body.map((row) => row.map((cell) => (cell.text === '' ? undefined : cell))),
          place,
        },
      ];
    }
    case 'footnoteDefinition':
      return [
        {
          kind: 'footnote',
          label: node.label ?? node.identifier,
          text: node.children.map(oneLine).join(' '),
          place,
        },
      ];
    case 'code':
      return [{ kind: 'paragraph', text: plainLetters(node.value).replace(/\s+/g, ' '), place }];
    default:
      return [];
  }
}

function oneLine(node: Nodes): string {
  return plainLetters(withReferences(node)).replace(/\s+/g, ' ').trim();
}

function withReferences(node: Nodes): string {
  if (node.type === 'footnoteReference') return `[^${node.label ?? node.identifier}]`;
  if (node.type === 'html' || node.type === 'image') return '';
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(withReferences).join('') : textOf(node);
}

function placeOf(node: Nodes): Place {
  return { first: node.position?.start.line ?? 1, last: node.position?.end.line ?? 1 };
}
