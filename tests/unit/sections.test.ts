import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compareSectionKeys, sectionReference } from '../../src/criteria/index.ts';
import { sectionKey } from '../../src/schemas/index.ts';

describe('A key', () => {
  test('in an act of chapters is a chapter, or a section in one', () => {
    assert.deepEqual(sectionReference('6', 'chapters'), {
      kind: 'chapter',
      key: '6',
      label: '6 kap.',
      slug: '6-kap',
    });
    assert.deepEqual(sectionReference('6:7', 'chapters'), {
      kind: 'section',
      key: '6:7',
      chapter: '6',
      label: '6 kap. 7 §',
      slug: '6-kap-7',
    });
  });

  test('may have letters, of the chapter and of the section', () => {
    assert.deepEqual(sectionReference('26a:10b', 'chapters'), {
      kind: 'section',
      key: '26a:10b',
      chapter: '26a',
      label: '26 a kap. 10 b §',
      slug: '26-a-kap-10-b',
    });
    assert.equal(sectionReference('26a', 'chapters')?.label, '26 a kap.');
  });

  test('in an act of sections is a section', () => {
    assert.deepEqual(sectionReference('31', 'sections'), {
      kind: 'section',
      key: '31',
      label: '31 §',
      slug: '31',
    });
    assert.deepEqual(sectionReference('9a', 'sections'), {
      kind: 'section',
      key: '9a',
      label: '9 a §',
      slug: '9-a',
    });
  });

  test('in an EU act is an article, with paragraph and point', () => {
    assert.deepEqual(sectionReference('32', 'articles'), {
      kind: 'article',
      key: '32',
      label: 'artikel 32',
      slug: 'art-32',
    });
    assert.deepEqual(sectionReference('5.1f', 'articles'), {
      kind: 'article',
      key: '5.1f',
      label: 'artikel 5.1 f',
      slug: 'art-5-1-f',
    });
  });

  test('of another form than the division has means nothing', () => {
    for (const [key, division] of [
      ['5.1', 'chapters'],
      ['6:', 'chapters'],
      ['6:7', 'sections'],
      ['5.1', 'sections'],
      ['6:7', 'articles'],
      ['5.', 'articles'],
      ['6', 'undivided'],
      ['', 'chapters'],
    ] as const) {
      assert.equal(sectionReference(key, division), undefined, `${key} in ${division}`);
    }
  });
});

test('keys are in the order of the text: by number, then letter, a chapter before its sections', () => {
  const inOrder = ['1', '2', '2:1', '2:2', '2:2a', '2:2b', '2:10', '2a', '2a:1', '3:1', '10', '10:1'];
  assert.deepEqual(inOrder.toReversed().toSorted(compareSectionKeys), inOrder);
  const articles = ['5', '5.1', '5.1a', '5.1f', '5.2', '6', '32'];
  assert.deepEqual(articles.toReversed().toSorted(compareSectionKeys), articles);
});

const number = fc.integer({ min: 1, max: 99 });
const letter = fc.constantFrom('', '', 'a', 'b', 'z');
const keys = {
  chapters: fc
    .tuple(number, letter, fc.option(fc.tuple(number, letter), { nil: undefined }))
    .map(([chapter, of, section]) => `${chapter}${of}${section ? `:${section.join('')}` : ''}`),
  sections: fc.tuple(number, letter).map((parts) => parts.join('')),
  articles: fc
    .tuple(number, fc.option(number, { nil: undefined }), letter)
    .map(
      ([article, paragraph, point]) => `${article}${paragraph === undefined ? '' : `.${paragraph}`}${point}`,
    ),
};

/** The key that an address came from. */
const keyFromSlug = {
  chapters: (slug: string) =>
    slug
      .replace(/-?kap-?/, ':')
      .replaceAll('-', '')
      .replace(/:$/, ''),
  sections: (slug: string) => slug.replace('-', ''),
  articles: (slug: string) => slug.replace('art-', '').replace(/-(\d)/, '.$1').replace('-', ''),
};

for (const division of ['chapters', 'sections', 'articles'] as const) {
  test(`every key of an act of ${division} is one that authors may write, and comes back from its address`, () => {
    fc.assert(
      fc.property(keys[division], (key) => {
        assert.ok(sectionKey().safeParse(key).success, key);
        const reference = sectionReference(key, division);
        assert.match(reference?.slug ?? '', /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        assert.equal(keyFromSlug[division](reference?.slug ?? ''), key);
      }),
      { numRuns: 300 },
    );
  });

  test(`the order of an act of ${division} is an order: of two keys one comes first, and it is the same whatever comes between`, () => {
    fc.assert(
      fc.property(keys[division], keys[division], keys[division], (a, b, c) => {
        assert.equal(Math.sign(compareSectionKeys(a, b)), -Math.sign(compareSectionKeys(b, a)) + 0);
        assert.equal(compareSectionKeys(a, b) === 0, a === b);
        if (compareSectionKeys(a, b) < 0 && compareSectionKeys(b, c) < 0)
          assert.ok(compareSectionKeys(a, c) < 0);
      }),
      { numRuns: 300 },
    );
  });
}
