import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parcelOf } from '../../src/components/tracker/selection.ts';
import { decodedTable, type EncodedTable, encodedTable } from '../../src/components/tracker/table.ts';
import { aTable, everyFacet, largeTable, rowsOf } from '../fixtures/tracker.ts';

describe('The tracker’s table', () => {
  test('comes out of JSON with what went in, row by row', () => {
    fc.assert(
      fc.property(aTable, (source) => {
        const table = throughJson(encodedTable(source));
        const rows = rowsOf(source);
        assert.equal(table.size, rows.length);
        assert.deepEqual(table.values, source.values);
        for (const [row, { published, checked, has, standings }] of rows.entries()) {
          assert.equal(table.published[row], published);
          assert.equal(table.checked[row], checked);
          assert.deepEqual(table.standings.sets[table.standings.of[row] ?? -1], standings);
          for (const facet of everyFacet) {
            assert.deepEqual(table.has[facet].sets[table.has[facet].of[row] ?? -1], has[facet], facet);
          }
        }
      }),
    );
  });

  test('names the parcel of every row by municipality, number and seal', () => {
    fc.assert(
      fc.property(aTable, (source) => {
        const table = throughJson(encodedTable(source));
        const names = source.parcels.flatMap(({ size }, parcel) =>
          Array.from({ length: size }, () => parcel),
        );
        for (const [row, parcel] of names.entries()) {
          assert.equal(parcelOf(table, row), parcel);
          const [municipality] = rowsOf(source)[row]?.has.kommun ?? [];
          const name = table.parcels[parcel]?.name ?? '';
          assert.ok(name.startsWith(`kommun-${municipality}-`), name);
          assert.ok(name.endsWith(`-${source.parcels[parcel]?.seal}`), name);
        }
        const all = table.parcels.map(({ name }) => name.replace(/-[^-]*$/, ''));
        assert.equal(new Set(all).size, all.length);
      }),
    );
  });

  test('may be of nothing at all', () => {
    const table = throughJson(encodedTable({ ...largeTable(8), reports: [], parcels: [] }));
    assert.equal(table.size, 0);
    assert.deepEqual(table.parcels, []);
  });

  test('of 80,000 recommendations takes at most 400 kilobytes, compressed', () => {
    const source = largeTable(80_000);
    assert.ok(rowsOf(source).length >= 78_000);
    const { length } = gzipSync(JSON.stringify(encodedTable(source)));
    assert.ok(length <= 400 * 1024, `${length} bytes`);
  });
});

function throughJson(encoded: EncodedTable) {
  return decodedTable(JSON.parse(JSON.stringify(encoded)));
}
