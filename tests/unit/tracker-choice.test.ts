import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { choiceIn, everything, isEverything, queryOf, toggled } from '../../src/components/tracker/choice.ts';
import { by, facets, orders } from '../../src/components/tracker/facets.ts';

const aSlug = fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/).filter((slug) => slug.length < 30);
const aChoice = fc.record(
  {
    picked: fc
      .array(fc.uniqueArray(aSlug, { maxLength: 3 }), { minLength: facets.length, maxLength: facets.length })
      .map((slugs) => by(facets, (facet) => slugs[facets.indexOf(facet)] ?? [])),
    order: fc.constantFrom(...orders),
  },
  { noNullPrototype: true },
);

describe('A choice', () => {
  test('stands in an address that tells it again', () => {
    fc.assert(fc.property(aChoice, (choice) => assert.deepEqual(choiceIn(queryOf(choice)), choice)));
  });

  test('has an address that a reader can make out', () => {
    const chosen = toggled(
      toggled(toggled(everything, 'kommun', 'uppsala'), 'status', 'delvis'),
      'status',
      'ej-atgardad',
    );
    assert.equal(
      queryOf({ ...chosen, order: 'aldst' }),
      '?status=delvis,ej-atgardad&kommun=uppsala&sortera=aldst',
    );
  });

  test('of everything has no query', () => {
    assert.equal(queryOf(everything), '');
    assert.ok(isEverything(choiceIn('')));
    assert.ok(isEverything(choiceIn('?sortera=minst-gjort')));
  });

  test('may have a facet more than once in its address, and the same value twice', () => {
    assert.deepEqual(choiceIn('?kommun=lund&kommun=boras,lund').picked.kommun, ['lund', 'boras']);
  });

  test('passes over what its address says of anything else', () => {
    assert.ok(isEverything(choiceIn('?utm_source=brev&kommun=&sortera=baklänges&constructor=x')));
  });

  test('is as before when a value is chosen and taken away', () => {
    fc.assert(
      fc.property(aChoice, fc.constantFrom(...facets), (choice, facet) => {
        const slug = 'ett-helt-annat-varde-som-ingen-har-valt';
        assert.deepEqual(toggled(toggled(choice, facet, slug), facet, slug), choice);
      }),
    );
  });
});
