import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { FacetColumns } from '../../../src/search/client/facet-columns.ts';
import type { Manifest } from '../../../src/search/client/files.ts';
import { Store } from '../../../src/search/client/store.ts';
import { ShardColumns } from '../../../src/search/index/columns.ts';
import type { SearchRecord } from '../../../src/search/index/index.ts';
import { packingOf } from '../../../src/search/index/texts.ts';
import { aRecord } from './searchables.ts';

/** Numbers below a limit, which look drawn and are the same each time. */
function drawn(): (limit: number) => number {
  let state = 12345;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * limit);
  };
}

const reports = 10_000;
const recommendationsOfEach = 8;

/** What differs within a report is drawn anew for each recommendation, which leaves least to compress. */
function* recommendations(): Generator<SearchRecord> {
  const below = drawn();
  for (let report = 0; report < reports; report += 1) {
    const year = 2005 + Math.floor((20 * report) / reports);
    for (let nth = 0; nth < recommendationsOfEach; nth += 1) {
      yield aRecord('', {
        id: `${report}#r${nth}`,
        report: String(report),
        date: `${year}-${String(1 + (report % 12)).padStart(2, '0')}-01`,
        facets: {
          municipality: [`kommun-${(report * 7919) % 290}`],
          year: [String(year)],
          bodyType: [`typ-${below(10)}`],
          topic: [`amne-${report % 40}`, ...(below(3) === 0 ? [`amne-${below(40)}`] : [])],
          criterion: Array.from(
            { length: below(3) },
            () => `lag-${Math.floor(300 * (below(1000) / 1000) ** 2)}`,
          ),
          system: below(4) === 0 ? [`system-${below(200)}`] : [],
          auditor: [`byra-${report % 12}`],
          status: [`lage-${below(5)}`],
        },
      });
    }
  }
}

test('the table of facets of 80,000 recommendations is at most 400 kB compressed, and tells what each of them has', async () => {
  const columns = new ShardColumns();
  const ofType3: string[] = [];
  for (const record of recommendations()) {
    columns.add(record);
    if (record.facets.bodyType?.includes('typ-3')) ofType3.push(record.id);
  }
  const text = JSON.stringify(columns.facetsFile());
  const size = gzipSync(text).length;
  assert.ok(size <= 400_000, `${size} bytes`);

  const store = new Store({ indexAddress: '/', fetch: async () => new Response(text) });
  const shards: Manifest['shards'] = [{ folder: 'a', meta: '', records: reports * recommendationsOfEach }];
  const manifest: Pick<Manifest, 'shards'> = { shards };
  const against = (await FacetColumns.open(store, manifest)).against({ bodyType: ['typ-3'] });
  const left = [...recommendations()]
    .filter((_record, place) => against(place).count === 0)
    .map(({ id }) => id);
  assert.deepEqual(left, ofType3);
});

test('a file of texts holds more the larger the archive is, so that hosts which count files can have it', () => {
  assert.deepEqual([1, 4999, 5000, 9999, 10_000, 80_000, 1_000_000].map(packingOf), [1, 1, 2, 2, 4, 32, 64]);
});
