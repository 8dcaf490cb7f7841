import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { realContent } from './real-content.ts';

/* Tables, footnotes and headings of every report in the record, as they were compiled. */

for (const { id, body } of realContent().archive?.audits ?? []) {
  const html = body.blocks.map((block) => (block.kind === 'html' ? block.html : '')).join('\n');
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => found);

  describe(`In ${id}`, () => {
    test('every table scrolls in a region with a label of its own columns', () => {
      const regions = all(
        /<div class="table-scroll" role="region" tabindex="0" aria-label="Tabell: ([^"]+)"><table>/g,
      );
      assert.equal(all(/<(table)>/g).length, regions.length);
    });

    test('every footnote is referred to, and leads back to where it was', () => {
      const notes = all(/<aside class="footnote" id="([^"]+)"/g);
      const references = all(/<a href="#([^"]+)" id="[^"]+" class="footnote-ref"/g);
      assert.deepEqual([...new Set(references)], notes);
      assert.deepEqual(
        all(/<a href="#([^"]+)" class="footnote-back"/g).toSorted(),
        all(/<a href="#[^"]+" id="([^"]+)" class="footnote-ref"/g).toSorted(),
      );
    });

    test('no id stands twice', () => {
      const ids = all(/ id="([^"]+)"/g);
      assert.deepEqual(
        ids.filter((each, index) => ids.indexOf(each) < index),
        [],
      );
    });

    test('no Markdown is left unread', () => {
      const text = html.replace(/<code>[\s\S]*?<\/code>/g, '').replace(/<[^>]*>/g, '');
      assert.doesNotMatch(text, /\*\*|\[\^|\]\(|~~|^\s*#{1,6} |\|\s*-{3}/m);
    });
  });
}
