import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { hitKinds, type SearchRequest, type SearchResponse } from '../../../src/search/client/index.ts';
import type { Searchable } from '../../../src/search/index/index.ts';
import { type BuiltIndex, builtIndex, filesIn, temporaryFolder } from './opened-index.ts';
import { aGroup, aRecord, aSearchable } from './searchables.ts';

const records = [
  aRecord('Loggarna granskas aldrig av systemägaren.', {
    id: 'logg',
    report: 'A',
    date: '2012-05-01',
    facets: { municipality: ['sala'], year: ['2012'] },
    context: ['Sala kommun'],
  }),
  aRecord('Nämnden bör gå igenom loggarna varje månad.', {
    id: 'rek',
    report: 'A',
    kind: 'recommendation',
    date: '2012-05-01',
    facets: { municipality: ['sala'], year: ['2012'], status: ['ej-atgardad'] },
    context: ['Sala kommun'],
  }),
  aRecord('Läs- och skrivbehörigheter gallras inte när någon slutar.', {
    id: 'behorighet',
    report: 'B',
    date: '2016-05-01',
    facets: { municipality: ['uppsala'], year: ['2016'] },
    context: ['Uppsala kommun'],
  }),
  aRecord('Nämnden rekommenderas att införa loggkontroll och flerfaktorsautentisering.', {
    id: 'mfa',
    report: 'B',
    kind: 'recommendation',
    date: '2016-05-01',
    facets: { municipality: ['uppsala'], year: ['2016'], status: ['atgardad'] },
    context: ['Uppsala kommun'],
  }),
  aRecord('Anställda har bisysslor som kommunen inte känner till. Se 8 kap. 2 § skollagen (2010:800).', {
    id: 'bisyssla',
    report: 'C',
    date: '2021-05-01',
    facets: { municipality: ['uppsala'], year: ['2021'] },
    context: ['Uppsala kommun'],
  }),
];

const further: Partial<Omit<Searchable, 'records'>> = {
  groups: [
    aGroup(['bisyssla'], { everyday: ['extraknäck', 'jobba vid sidan av'] }),
    aGroup(['flerfaktorsautentisering'], { acronyms: ['MFA'] }),
  ],
  labels: {
    ...aSearchable([]).labels,
    municipality: [
      ['sala', 'Sala'],
      ['uppsala', 'Uppsala'],
    ],
    year: [
      ['2021', '2021'],
      ['2016', '2016'],
      ['2012', '2012'],
    ],
    status: [
      ['ej-atgardad', 'Ej åtgärdad'],
      ['atgardad', 'Åtgärdad'],
    ],
  },
  names: [
    ['m', 'Uppsala kommun', '', '/kommuner/uppsala/'],
    ['b', 'Trafiknämnden', 'Uppsala', '/kommuner/uppsala/trafiknamnden/'],
    ['b', 'Trafiknämnden', 'Sala', '/kommuner/sala/trafiknamnden/'],
  ],
};
const searchable = aSearchable(records, further);

const asked = (query: string, further: Partial<SearchRequest> = {}): SearchRequest => ({
  query,
  picked: {},
  sort: 'relevance',
  page: 1,
  ...further,
});

describe('A search', () => {
  let index: BuiltIndex;
  before(async () => {
    index = await builtIndex(searchable);
  });

  async function answer(query: string, further: Partial<SearchRequest> = {}): Promise<SearchResponse> {
    const outcome = await index.client().search(asked(query, further));
    assert.equal(outcome.outcome, 'response', JSON.stringify(outcome));
    return outcome as SearchResponse;
  }

  /** The hits that are what was asked for. */
  const ids = ({ groups }: SearchResponse) =>
    groups
      .flatMap((group) => (group.of === 'audit' ? group.hits : [group.hit]))
      .filter(({ isNear }) => !isNear)
      .map(({ id }) => id);

  test('finds a word in any form, and as a part of a compound', async () => {
    assert.deepEqual(ids(await answer('loggar')).toSorted(), ['logg', 'mfa', 'rek']);
  });

  test('finds a compound that stands without its head', async () => {
    assert.deepEqual(ids(await answer('läsbehörighet')), ['behorighet']);
  });

  test('finds a compound that is written in two', async () => {
    assert.equal(ids(await answer('logg kontroll'))[0], 'mfa');
  });

  test('finds words without their dots and rings', async () => {
    assert.deepEqual(ids(await answer('behorigheter')), ['behorighet']);
  });

  test('corrects a slip, and says so', async () => {
    const response = await answer('behörigjeter');
    assert.deepEqual(ids(response), ['behorighet']);
    assert.equal(response.interpretation.corrected[0]?.from, 'behörigjeter');
  });

  test('finds the official word for an everyday one, and says so', async () => {
    const response = await answer('extraknäck');
    assert.deepEqual(ids(response), ['bisyssla']);
    assert.deepEqual(response.interpretation.alsoSearched, [{ word: 'extraknäck', also: ['bisyssla'] }]);
  });

  test('finds an everyday expression of several words within a question', async () => {
    assert.equal(ids(await answer('Får man jobba vid sidan av?'))[0], 'bisyssla');
  });

  test('finds the full term for an abbreviation in any case', async () => {
    assert.deepEqual(ids(await answer('mfa')), ['mfa']);
    assert.deepEqual(ids(await answer('MFA')), ['mfa']);
  });

  test('finds a citation however it is written', async () => {
    for (const query of ['skollagen 8 kap 2 §', '8 kap. 2 § skollagen']) {
      const response = await answer(query);
      assert.equal(ids(response)[0], 'bisyssla', query);
      assert.equal(response.interpretation.citations.length, 1);
    }
  });

  test('finds a phrase as it is written and no other', async () => {
    assert.deepEqual(ids(await answer('"gå igenom loggarna"')), ['rek']);
    const response = await answer('"igenom loggar"');
    assert.equal(response.standing, 'near');
    assert.deepEqual(ids(response), []);
  });

  test('leaves out what has a word after a minus', async () => {
    assert.deepEqual(ids(await answer('loggar -månad')).toSorted(), ['logg', 'mfa']);
  });

  test('does not take Uppsala for Sala', async () => {
    assert.deepEqual(ids(await answer('Sala')).toSorted(), ['logg', 'rek']);
  });

  test('says when nothing answers, before what is near', async () => {
    const response = await answer('loggar på månen xyzzyplugh');
    assert.equal(response.standing, 'near');
    assert.ok(response.interpretation.ignored.includes('xyzzyplugh'));
    assert.equal((await answer('xyzzyplugh')).standing, 'nothing');
  });

  test('says how many of the hits are only near', async () => {
    const response = await answer('loggar');
    const shown = response.groups.flatMap((group) => (group.of === 'audit' ? group.hits : [group.hit]));
    assert.ok(response.near > 0);
    assert.equal(response.near, response.total - ids(response).length);
    assert.equal(response.near, shown.filter(({ isNear }) => isNear).length);
  });

  test('counts kinds and facets as they are shown', async () => {
    const response = await answer('loggar', { wantsFacetCounts: true });
    const shown = response.groups.flatMap((group) => (group.of === 'audit' ? group.hits : []));
    for (const kind of hitKinds) {
      assert.equal(response.countsByKind[kind], shown.filter((hit) => hit.kind === kind).length, kind);
    }
    for (const { slug, count } of response.facetCounts?.municipality ?? []) {
      const chosen = await answer('loggar', { picked: { municipality: [slug] } });
      assert.equal(chosen.total, count, slug);
    }
  });

  test('counts a facet as if nothing were picked in it, and the others as they are', async () => {
    const picked = { municipality: ['sala'], year: ['2012'] };
    const { facetCounts, total } = await answer('', { picked, wantsFacetCounts: true });
    assert.equal(total, 2);
    assert.deepEqual(
      facetCounts?.year.map(({ slug, count }) => [slug, count]),
      [['2012', 2]],
    );
    assert.deepEqual(
      facetCounts?.municipality.map(({ slug, count, isPicked }) => [slug, count, isPicked]),
      [['sala', 2, true]],
    );
  });

  test('takes a typed filter for one that is picked, and tells of one it does not know', async () => {
    const response = await answer('loggar kommun:sala kommun:atlantis');
    assert.deepEqual(ids(response).toSorted(), ['logg', 'rek']);
    assert.equal(response.interpretation.typedFilters[0]?.label, 'Sala');
    assert.deepEqual(response.interpretation.unknownFilters, ['kommun:atlantis']);
  });

  test('lists everything, the newest first, where nothing is asked for', async () => {
    const response = await answer('');
    assert.equal(response.standing, 'listed');
    assert.equal(response.total, records.length);
    assert.equal(ids(response)[0], 'bisyssla');
  });

  test('sorts by time, and puts what has waited longest first', async () => {
    assert.equal(ids(await answer('', { sort: 'oldest' }))[0], 'logg');
    const open = await answer('', { sort: 'longest-open', kind: 'recommendation' });
    assert.deepEqual(ids(open), ['rek', 'mfa']);
  });

  test('completes the last word while it is being typed', async () => {
    const response = await answer('flerfakt', { isTyping: true });
    assert.deepEqual(ids(response), ['mfa']);
    assert.equal(response.interpretation.completedTo, 'flerfaktorsautentisering');
    assert.deepEqual(await index.client().completions('om bisys', 3), ['bisysslor']);
  });

  test('suggests boards by name, each with its principal', async () => {
    const found = await index.client().suggest('trafik', 5);
    assert.equal(found.outcome, 'suggestions');
    if (found.outcome !== 'suggestions') return;
    assert.deepEqual(found.suggestions.map(({ detail }) => detail).toSorted(), ['Sala', 'Uppsala']);
  });

  for (const [name, query] of [
    ['of ten thousand letters', 'loggar '.repeat(1500)],
    ['of stop words alone', 'vad är det som inte'],
    ['of punctuation alone', '?!… --- ///'],
    ['in Arabic', 'تقرير التدقيق'],
    ['with an open quote', '"loggar'],
    ['with a tag', '<script>alert(1)</script>'],
    ['of a quoted nothing', '""'],
    ['with emoji and zero-width letters', '🙂\u200b\ud83d'],
  ] as const) {
    test(`answers a query ${name}`, async () => {
      const response = await answer(query);
      assert.ok(response.total >= 0);
      assert.ok(response.groups.length <= 10);
    });
  }

  test('tells that a search is no longer waited for', async () => {
    const outcome = await index.client().search(asked('loggar'), AbortSignal.abort());
    assert.equal(outcome.outcome, 'superseded');
  });
});

describe('A search that fails', () => {
  test('says which file could not be had, and answers when it is asked again', async () => {
    const index = await builtIndex(searchable);
    const client = index.client();
    index.missing.add('places.json');
    const failed = await client.search(asked('loggar'));
    assert.equal(failed.outcome, 'failure');
    if (failed.outcome === 'failure') {
      assert.equal(failed.reason, 'unreachable');
      assert.match(failed.file ?? '', /places\.json$/);
    }
    index.missing.clear();
    assert.equal((await client.search(asked('loggar'))).outcome, 'response');
  });

  test('says that it is offline', async () => {
    const index = await builtIndex(searchable);
    index.missing.add('manifest.json');
    const outcome = await index.client({ isOnline: () => false }).search(asked('loggar'));
    assert.deepEqual(outcome.outcome === 'failure' && outcome.reason, 'offline');
  });

  test('says that the site has been published anew when its files are others, and goes on with those', async () => {
    const folder = temporaryFolder();
    const index = await builtIndex(searchable, { folder });
    const client = index.client();
    assert.equal((await client.search(asked('loggar'))).outcome, 'response');
    await builtIndex(aSearchable([...records, aRecord('Något annat om loggar.', { date: '2022-01-01' })]), {
      folder,
    });
    const stale = await client.search(asked('behörigheter', { wantsFacetCounts: true }));
    assert.deepEqual(stale.outcome === 'failure' && stale.reason, 'stale');
    assert.equal((await client.search(asked('behörigheter'))).outcome, 'response');
  });
});

describe('The index', () => {
  test('is the same, byte for byte, for the same content', async () => {
    const [one, other] = [await builtIndex(searchable), await builtIndex(searchable)];
    assert.deepEqual(filesIn(one.folder), filesIn(other.folder));
  });

  test('has its place for a record without a word', async () => {
    const empty = aRecord('', { id: 'tom', title: '', report: 'A', date: '2011-01-01' });
    const index = await builtIndex(aSearchable([empty, ...records], further));
    const outcome = await index.client().search(asked('bisyssla'));
    assert.deepEqual(
      outcome.outcome === 'response' &&
        outcome.groups.map((group) => group.of === 'audit' && group.audit.path),
      ['/C/'],
    );
  });

  test('answers across its parts as if it were one', async () => {
    const whole = await builtIndex(searchable);
    const parted = await builtIndex(searchable, { shardSize: 2 });
    assert.equal(whole.summary.shards, 1);
    assert.equal(parted.summary.shards, 3);
    for (const request of [
      asked('loggar', { wantsFacetCounts: true }),
      asked('', { sort: 'newest' }),
      asked('', { sort: 'oldest', picked: { municipality: ['uppsala'] } }),
    ]) {
      const outcomes = [];
      for (const index of [whole, parted]) {
        const outcome = await index.client().search(request);
        assert.equal(outcome.outcome, 'response');
        if (outcome.outcome !== 'response') return;
        const { total, countsByKind, facetCounts, groups } = outcome;
        outcomes.push({
          total,
          countsByKind,
          facetCounts,
          reports: groups.map((group) => (group.of === 'audit' ? group.audit.path : '')).toSorted(),
        });
      }
      assert.deepEqual(outcomes[0], outcomes[1], request.query);
    }
  });

  test('keeps the parts whose records are the same', async () => {
    const folder = temporaryFolder();
    await builtIndex(searchable, { folder, shardSize: 2 });
    const fresh = aRecord('Slutet.', { id: 'ny', report: 'D', date: '2023-01-01' });
    const { summary } = await builtIndex(aSearchable([...records, fresh], further), {
      folder,
      shardSize: 2,
    });
    assert.equal(summary.kept, 2);
    assert.ok([...filesIn(join(folder, 'cache')).keys()].length > 0);
  });
});
