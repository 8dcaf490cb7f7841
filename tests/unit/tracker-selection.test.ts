import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Choice, choiceIn } from '../../src/components/tracker/choice.ts';
import { by, facets, orders } from '../../src/components/tracker/facets.ts';
import { selection } from '../../src/components/tracker/selection.ts';
import { decodedTable, encodedTable, type TableSource } from '../../src/components/tracker/table.ts';
import { aTable, everyFacet, rowsOf } from '../fixtures/tracker.ts';

const aChoice = fc.record(
  {
    picked: fc
      .array(fc.uniqueArray(fc.nat(3), { maxLength: 2 }), {
        minLength: facets.length,
        maxLength: facets.length,
      })
      .map((values) =>
        by(facets, (facet) => (values[facets.indexOf(facet)] ?? []).map((value) => `${facet}-${value}`)),
      ),
    order: fc.constantFrom(...orders),
  },
  { noNullPrototype: true },
);

describe('What is chosen', () => {
  test('is what has one of the values of each facet', () => {
    fc.assert(
      fc.property(aTable, aChoice, (source, choice) => {
        const { rows } = selection(decodedTable(encodedTable(source)), choice);
        assert.deepEqual(
          rows.toSorted((a, b) => a - b),
          expectedRows(source, choice),
        );
      }),
    );
  });

  test('has beside each value the number that it alone would leave of its facet', () => {
    fc.assert(
      fc.property(aTable, aChoice, (source, choice) => {
        const { counts } = selection(decodedTable(encodedTable(source)), choice);
        for (const facet of facets) {
          const expected = source.values[facet].map(
            ({ slug }) =>
              expectedRows(source, { ...choice, picked: { ...choice.picked, [facet]: [slug] } }).length,
          );
          assert.deepEqual([...counts[facet]], expected, facet);
        }
      }),
    );
  });

  test('comes in the order chosen, and otherwise as the table has it', () => {
    fc.assert(
      fc.property(aTable, aChoice, (source, choice) => {
        const { rows } = selection(decodedTable(encodedTable(source)), choice);
        const keys = rows.map((row) => [...sortKeys(source, choice, row), row]);
        assert.deepEqual(keys, keys.toSorted(compareLists));
      }),
    );
  });

  test('is nothing where a value is not in the table', () => {
    fc.assert(
      fc.property(aTable, (source) => {
        assert.deepEqual(selection(decodedTable(encodedTable(source)), choiceIn('?amne=rabarber')).rows, []);
      }),
    );
  });

  test('of a state with a type of board is what those boards have, whatever others have done', () => {
    const source = tableOfOne([
      { status: 0, type: 1 },
      { status: 3, type: 2 },
    ]);
    const rowsFor = (query: string) => selection(decodedTable(encodedTable(source)), choiceIn(query)).rows;
    assert.deepEqual(rowsFor('?status=status-0'), [0]);
    assert.deepEqual(rowsFor('?status=status-3'), []);
    assert.deepEqual(rowsFor('?status=status-3&namndtyp=namndtyp-2'), [0]);
    assert.deepEqual(rowsFor('?status=status-0&namndtyp=namndtyp-2'), []);
    assert.deepEqual(rowsFor('?status=status-0&namndtyp=namndtyp-2,namndtyp-1'), [0]);
  });
});

function tableOfOne(standings: TableSource['reports'][number]['rows'][number]['standings']): TableSource {
  return {
    values: by(facets, (facet) => [0, 1, 2, 3].map((value) => ({ slug: `${facet}-${value}`, label: '' }))),
    reports: [
      {
        published: 1,
        has: { kommun: [0], ar: [0], revisor: [0] },
        rows: [{ checked: 0, has: { uppges: [], amne: [], kriterium: [], ord: [] }, standings }],
      },
    ],
    parcels: [{ size: 1, seal: 'abcd' }],
  };
}

/** The least done of a row's states with boards of the types picked. */
function stateOf(source: TableSource, { picked }: Choice, row: number): number | undefined {
  const { standings = [] } = rowsOf(source)[row] ?? {};
  const states = standings
    .filter(({ type }) => picked.namndtyp.length === 0 || picked.namndtyp.includes(`namndtyp-${type}`))
    .map(({ status }) => status);
  return states.toSorted((a, b) => a - b)[0];
}

function expectedRows(source: TableSource, choice: Choice): readonly number[] {
  const { picked } = choice;
  return rowsOf(source).flatMap(({ has }, row) => {
    const isWanted = everyFacet.every(
      (facet) =>
        picked[facet].length === 0 || has[facet].some((value) => picked[facet].includes(`${facet}-${value}`)),
    );
    const state = stateOf(source, choice, row);
    const isInState =
      state !== undefined && (picked.status.length === 0 || picked.status.includes(`status-${state}`));
    return isWanted && isInState ? [row] : [];
  });
}

function sortKeys(source: TableSource, choice: Choice, row: number): readonly number[] {
  const { published = 0, checked = 0 } = rowsOf(source)[row] ?? {};
  return {
    'minst-gjort': [stateOf(source, choice, row) ?? -1, published],
    aldst: [published],
    nyast: [-published],
    'senast-provad': [-checked, published],
  }[choice.order];
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((value, index) => value !== b[index]);
  return differs === -1 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0);
}
