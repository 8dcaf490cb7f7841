import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  addressQueryOf,
  asksNothing,
  nothingSought,
  type Sought,
  soughtIn,
  withToggled,
} from '../../src/components/search/address.ts';
import { conditionsIn } from '../../src/components/search/conditions.ts';
import { statementOf, toldOf } from '../../src/components/search/told.ts';
import {
  withLastWord,
  withLiteral,
  withoutExclusion,
  withoutTyped,
} from '../../src/components/search/typed-words.ts';
import { facets, hitKinds, sorts } from '../../src/search/client/types.ts';
import { aResponse, noCountsByKind, noFacetCounts, nothingDone } from '../fixtures/search.ts';

const aSlug = fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/).filter((slug) => slug.length < 30);
const aSought: fc.Arbitrary<Sought> = fc.record(
  {
    query: fc.string({ unit: 'grapheme', maxLength: 60 }),
    kind: fc.constantFrom(undefined, ...hitKinds),
    picked: fc
      .array(fc.tuple(fc.constantFrom(...facets), fc.uniqueArray(aSlug, { minLength: 1, maxLength: 3 })))
      .map((pairs) => Object.fromEntries(pairs)),
    sort: fc.constantFrom(...sorts),
    page: fc.integer({ min: 1, max: 500 }),
  },
  { noNullPrototype: true },
);

describe('What is sought', () => {
  test('stands in an address that tells it again, whatever was typed', () => {
    fc.assert(fc.property(aSought, (sought) => assert.deepEqual(soughtIn(addressQueryOf(sought)), sought)));
  });

  test('has an address that a reader can make out', () => {
    const sought = withToggled({ ...nothingSought, query: 'bisysslor & annat' }, 'municipality', 'uppsala');
    assert.equal(
      addressQueryOf({ ...sought, kind: 'recommendation', sort: 'longest-open', page: 2 }),
      '?q=bisysslor+%26+annat&slag=rekommendationer&kommun=uppsala&sortera=langst-oppen&sida=2',
    );
  });

  test('passes over what an address says that it does not know', () => {
    assert.deepEqual(soughtIn('?slag=recept&sortera=farg&sida=-3&hund=1&kommun=,,'), nothingSought);
    assert.equal(soughtIn('?sida=2.5').page, 1);
    assert.ok(asksNothing(soughtIn('?q=+++')));
    assert.ok(!asksNothing(soughtIn('?kommun=boras')));
  });

  test('begins again at the first page when a condition comes or goes', () => {
    const narrowed = withToggled({ ...nothingSought, page: 4 }, 'year', '2019');
    assert.deepEqual([narrowed.page, narrowed.picked], [1, { year: ['2019'] }]);
    assert.deepEqual(withToggled(narrowed, 'year', '2019'), nothingSought);
  });
});

describe('A typed query', () => {
  test('loses a filter as it was typed, and no other word that holds it', () => {
    assert.equal(withoutTyped('bisysslor kommun:uppsala år:2019', 'kommun:uppsala'), 'bisysslor år:2019');
    assert.equal(withoutTyped('Kommun:Uppsala', 'kommun:uppsala'), '');
    assert.equal(withoutTyped('xkommun:uppsala', 'kommun:uppsala'), 'xkommun:uppsala');
  });

  test('loses an excluded word or phrase, and not the same word asked for', () => {
    assert.equal(withoutExclusion('skola -skola loggar', 'skola'), 'skola loggar');
    assert.equal(withoutExclusion('loggar -”intern kontroll”', 'intern kontroll'), 'loggar');
    assert.equal(withoutExclusion('e-post', 'post'), 'e-post');
  });

  test('has its last word completed, and nothing before it touched', () => {
    assert.equal(withLastWord('vem granskar loggr', 'loggranskning'), 'vem granskar loggranskning');
    assert.equal(withLastWord('bisy', 'bisysslor'), 'bisysslor');
    assert.equal(withLastWord('a $&', 'kostnad $1'), 'a kostnad $1');
  });

  test('has a word put in quotes where it stands', () => {
    assert.equal(withLiteral('anmäla bisylsa nu', 'bisylsa'), 'anmäla ”bisylsa” nu');
  });
});

describe('The page of results says', () => {
  test('nothing of how a query was understood where it was taken as it stood', () => {
    assert.deepEqual(toldOf(aResponse({})), []);
    assert.equal(statementOf(aResponse({})), undefined);
  });

  test('what it searched instead of a word, and how to search the word all the same', () => {
    const [told] = toldOf(
      aResponse({
        request: { ...nothingSought, query: 'bisylsa i vården' },
        interpretation: { ...nothingDone, corrected: [{ from: 'bisylsa', to: 'bisyssla' }] },
      }),
    );
    assert.equal(told?.text, 'Inget för ”bisylsa”, visar ”bisyssla”.');
    assert.deepEqual(told?.link, { label: 'Sök på ”bisylsa” ändå', query: '”bisylsa” i vården' });
  });

  test('what else it searched, each word once', () => {
    const alsoSearched = [
      { word: 'backup', also: ['säkerhetskopia'] },
      { word: 'backuper', also: ['säkerhetskopia', 'säkerhetskopiering'] },
    ];
    assert.deepEqual(
      toldOf(aResponse({ interpretation: { ...nothingDone, alsoSearched } })).map(({ text }) => text),
      ['Sökte även efter säkerhetskopia och säkerhetskopiering.'],
    );
  });

  test('what did not count: unknown words, unknown filters, and what was too long', () => {
    const interpretation = {
      ...nothingDone,
      ignored: ['xyzzy'],
      unknownFilters: ['kommun:atlantis'],
      isCut: true,
    };
    assert.deepEqual(
      toldOf(aResponse({ interpretation })).map(({ text }) => text),
      [
        '”xyzzy” finns inte i arkivet och har inte räknats.',
        'Arkivet känner inte kommun:atlantis, så det villkoret har inte räknats.',
        'Frågan är längre än vad som kan sökas. Bara början har räknats.',
      ],
    );
  });

  test('that nothing holds all that was asked, before what comes near', () => {
    assert.match(
      statementOf(aResponse({ standing: 'near' })) ?? '',
      /^Inget i arkivet svarar mot hela frågan/,
    );
    assert.match(
      statementOf(
        aResponse({ standing: 'near', interpretation: { ...nothingDone, phrases: ['god intern kontroll'] } }),
      ) ?? '',
      /^”god intern kontroll” står ingenstans/,
    );
  });

  test('where nothing is of the kind chosen, that it is the kind', () => {
    const request = { ...nothingSought, query: 'bisysslor', kind: 'criterion' as const };
    assert.equal(
      statementOf(aResponse({ request, total: 0, standing: 'nothing' })),
      'Inga träffar bland kriterier.',
    );
    assert.equal(
      statementOf(aResponse({ request, total: 0, standing: 'nothing', countsByKind: noCountsByKind })),
      'Inget i arkivet svarar på ”bisysslor”.',
    );
  });
});

describe('Conditions', () => {
  test('are what was picked and what was typed, each with what is sought without it', () => {
    const query = 'bisysslor år:2019 -skola';
    const sought = { ...nothingSought, query, picked: { municipality: ['boras', 'lund'] }, page: 3 };
    const municipality = [
      { slug: 'boras', label: 'Borås', count: 2, isPicked: true },
      { slug: 'lund', label: 'Lund', count: 0, isPicked: true },
    ];
    const conditions = conditionsIn(
      {
        facetCounts: { ...noFacetCounts, municipality },
        interpretation: {
          ...nothingDone,
          typedFilters: [{ facet: 'year', slug: '2019', label: '2019', typed: 'år:2019' }],
          excluded: ['skola'],
        },
      },
      sought,
    );
    assert.deepEqual(
      conditions.map(({ label, without }) => [label, addressQueryOf(without)]),
      [
        ['Kommun: Borås', `?q=${encodeURIComponent(query).replaceAll('%20', '+')}&kommun=lund`],
        ['Kommun: Lund', `?q=${encodeURIComponent(query).replaceAll('%20', '+')}&kommun=boras`],
        ['År: 2019', '?q=bisysslor+-skola&kommun=boras,lund'],
        ['utan ”skola”', `?q=bisysslor+${encodeURIComponent('år')}%3A2019&kommun=boras,lund`],
      ],
    );
  });
});
