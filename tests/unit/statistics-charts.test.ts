import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statistics } from '../../src/archive/index.ts';
import { barLayout } from '../../src/components/statistics/bar-layout.ts';
import { ageChart } from '../../src/components/statistics/charts.ts';
import {
  ageTable,
  headingInFile,
  sharesOf,
  statisticsTables,
} from '../../src/components/statistics/tables.ts';
import { spanInWords } from '../../src/i18n/sv-statistics.ts';
import { anAudit, archiveWith, auditFile } from '../fixtures/content.ts';

const classes = [
  { label: 'Åtgärdad', fill: 'filled' },
  { label: 'Okänt', fill: 'dotted' },
] as const;

const figures = statistics(
  archiveWith({
    [auditFile]: anAudit({ recommendations: [{ id: 'r1', to: ['arkivnamnden'], text: 'Gallra.' }] }),
  }),
);

test('the longest bar fills the width, and the others are in proportion to it', () => {
  const { bars } = barLayout(
    [
      { label: 'a', values: [3, 1] },
      { label: 'b', values: [0, 2] },
    ],
    classes,
  );
  assert.deepEqual(bars, [
    {
      label: 'a',
      total: 4,
      segments: [
        { fill: 'filled', x: 0, width: 75 },
        { fill: 'dotted', x: 75, width: 25 },
      ],
    },
    { label: 'b', total: 2, segments: [{ fill: 'dotted', x: 0, width: 50 }] },
  ]);
});

test('bars of nothing have no segments and do not divide by nought', () => {
  assert.deepEqual(barLayout([{ label: 'a', values: [0, 0] }], classes).bars, [
    { label: 'a', total: 0, segments: [] },
  ]);
});

test('the legend has only the classes that a bar has', () => {
  assert.deepEqual(
    barLayout([{ label: 'a', values: [0, 2] }], classes).classes.map(({ label }) => label),
    ['Okänt'],
  );
});

test('a name that is too long for the drawing is cut', () => {
  const [bar] = barLayout([{ label: 'Mycket '.repeat(20), values: [1] }], classes).bars;
  assert.ok(bar && bar.label.length <= 44 && bar.label.endsWith('…'));
});

test('a chart and its table have the same numbers', () => {
  const totals = barLayout(ageChart(figures).bars, ageChart(figures).classes).bars.map(({ total }) => total);
  const { rows } = ageTable(figures);
  assert.deepEqual(
    rows.slice(0, -1).map(({ cells }) => cells[1]),
    totals,
  );
});

test('every table has as many cells in each row as it has columns, and a name of its own', () => {
  const tables = statisticsTables(figures);
  for (const { name, columns, rows } of tables) {
    for (const { cells } of rows) assert.equal(cells.length, columns.length, name);
  }
  assert.equal(new Set(tables.map(({ name }) => name)).size, tables.length);
});

test('a unit stands in the heading of a file, where the cells are bare numbers', () => {
  assert.equal(headingInFile({ heading: 'Andel', kind: 'percent' }), 'Andel, procent');
  assert.equal(headingInFile({ heading: 'Alla', kind: 'count' }), 'Alla');
});

test('the least share is rounded down and the most up', () => {
  assert.deepEqual(sharesOf({ implemented: { ofAssessed: 2 / 3, ofAll: [0.226, 0.774] } }), {
    ofAssessed: 67,
    least: 22,
    most: 78,
  });
});

test('a share that is neither none nor all is never rounded to it', () => {
  assert.deepEqual(sharesOf({ implemented: { ofAssessed: 0.999, ofAll: [0.001, 0.999] } }), {
    ofAssessed: 99,
    least: 1,
    most: 99,
  });
});

test('a time is told in months below two years, else in years, and a range is never made narrower', () => {
  assert.equal(spanInWords([61, 61]), '2\u00a0månader');
  assert.equal(spanInWords([31, 31]), '1\u00a0månad');
  assert.equal(spanInWords([40, 100]), 'mellan 1 och 4\u00a0månader');
  assert.equal(spanInWords([848, 848]), '2,3\u00a0år');
  assert.equal(spanInWords([1024, 1063]), 'mellan 2,8 och 3,0\u00a0år');
});
