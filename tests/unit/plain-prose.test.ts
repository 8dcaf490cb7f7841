import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parsed } from '../../src/reports/parser.ts';

const reference = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** What GFM makes of bare addresses has no place in the file, and is given its parent's. */
const withoutPlaces = (tree: Root): unknown => {
  const copy = structuredClone(tree);
  visit(copy, (node: Nodes) => {
    if (node.type === 'link' || node.type === 'text') delete node.position;
    if (node.type === 'link') for (const child of node.children) delete child.position;
  });
  return copy;
};

const words = fc.constantFrom(
  ...'abåÖé1290 ,;:.?!()%”"’–§/-*_`[]#+=|~@&\n'.split(''),
  ...[
    'www.',
    'http://',
    'https:',
    'mailto:',
    'xmpp:',
    'import ',
    'export ',
    '1. ',
    '- ',
    'a@b.se',
    'ww',
    '  ',
  ],
  ...['Nämnden', ' bör ', 'ſ', 'K', '\u00a0', '\u00ad'],
);

test('A line of plain prose is read without the parser as the parser reads it', () => {
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 20 }).map((parts) => parts.join('')),
      (text) => {
        const result = parsed(text);
        if (!('tree' in result)) return;
        assert.deepEqual(withoutPlaces(result.tree), withoutPlaces(reference.parse(text)));
      },
    ),
    { numRuns: 5000 },
  );
});

test('Prose that only looks plain is read by the parser', () => {
  for (const text of ['import av varor', 'Se www.exempel.se', 'Se https://exempel.se', 'Två  mellanslag ']) {
    const result = parsed(text);
    if (!('tree' in result)) continue;
    assert.deepEqual(withoutPlaces(result.tree), withoutPlaces(reference.parse(text)), text);
  }
  assert.ok('faults' in parsed('import av varor'));
});
