import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Addressee, Recommendation } from '../../src/archive/index.ts';
import { realAudit } from './real-content.ts';

/* The founding report of Borås, held against the figures of its source. */

const audit = realAudit('1490-boras/2017-informationssakerhet');

/** An addressee as `body` or `"group"`, with its role. */
const shown = (addressee: Addressee): string => {
  const name = addressee.kind === 'body' ? addressee.body.id : `"${addressee.group}"`;
  return addressee.role === undefined ? name : `${name} ${addressee.role}`;
};

const particulars = ({ findings, modality, addressees }: Recommendation) => [
  findings.map(({ id }) => id).join(' '),
  modality,
  addressees.map(shown).join(', '),
];

test('Borås 2017 was audited by its own office, for its elected auditors', () => {
  assert.deepEqual(
    [audit.commissionedBy?.id, audit.experts.map(({ id }) => id), audit.year, audit.published],
    ['stadsrevisionen-boras', ['revisionskontoret-boras'], 2017, '2017'],
  );
  assert.deepEqual(
    audit.people.map(({ name, role, title }) => [name, role, title]),
    [
      ['Ola Sabel', 'revisionschef', 'certifierad kommunal yrkesrevisor'],
      ['Olof Fredholm', 'granskningsledare', 'kommunal yrkesrevisor'],
      ['Anna Duong', 'projektmedarbetare', undefined],
    ],
  );
});

test('Borås 2017 is of three boards and two systems', () => {
  assert.deepEqual(
    audit.bodies.map(({ body }) => body.id),
    ['kommunstyrelsen', 'servicenamnden', 'vard-och-aldrenamnden'],
  );
  assert.deepEqual(
    audit.systems.map(({ id }) => id),
    ['viva', 'heroma'],
  );
});

test('Borås 2017 is measured against 6 kap. 7 § of the Local Government Act of 1991, OSL and the advice of MSB', () => {
  assert.deepEqual(
    audit.criteria.map(({ criterion, parts }) => [criterion.id, parts.map(({ key }) => key)]),
    [
      ['kl-1991', ['6:7']],
      ['osl', ['3:1']],
      ['msb-rekommendationer', []],
    ],
  );
});

test('Borås 2017 asks two questions, and answers them with one verdict: not satisfactory', () => {
  assert.deepEqual(
    audit.questions.map(({ id, answers }) => [id, answers.length]),
    [
      ['q1', 0],
      ['q2', 0],
    ],
  );
  assert.deepEqual(
    audit.verdicts.map(({ verdict, grade }) => [verdict, grade]),
    [['inte tillfredsställande', 'not-met']],
  );
});

describe('Borås 2017 has sixteen rows of findings', () => {
  test('in six of its seven areas', () => {
    assert.equal(audit.findings.length, 16);
    assert.deepEqual(
      audit.areas.map(({ label, findings }) => [label, findings.length]),
      [
        ['2.1', 2],
        ['2.2', 4],
        ['2.3', 0],
        ['2.4', 3],
        ['2.5', 4],
        ['2.6', 3],
        ['2.7', 0],
      ],
    );
  });

  test('of which one, in 2.5, has lost its observation', () => {
    const lost = audit.findings.filter((finding) => finding.lost !== undefined);
    assert.deepEqual(
      lost.map(({ area, lost: part, observation }) => [area?.label, part, observation]),
      [['2.5', 'observation', undefined]],
    );
  });

  test('of which two have an assessment that is no recommendation', () => {
    const assessed = audit.findings.filter(({ assessment }) => assessment !== undefined);
    assert.deepEqual(
      assessed.map(({ area, recommendations }) => [area?.label, recommendations.length]),
      [
        ['2.1', 0],
        ['2.4', 0],
      ],
    );
  });

  test('and the other fourteen a recommendation each', () => {
    const recommended = audit.findings.filter(({ recommendations }) => recommendations.length === 1);
    assert.equal(recommended.length, 14);
  });
});

test('Borås 2017 gives sixteen recommendations, to whom and as strongly as printed', () => {
  const cluster = '"övriga nämnder i det sociala klustret" cooperates';
  assert.deepEqual(audit.recommendations.map(particulars), [
    ['f1', 'should', 'kommunstyrelsen'],
    ['f3', 'should', 'kommunstyrelsen'],
    ['f4', 'should', 'kommunstyrelsen'],
    ['f5', 'should', `vard-och-aldrenamnden lead, ${cluster}`],
    ['f6', 'should', 'kommunstyrelsen lead, "övriga nämnder" cooperates'],
    ['f7', 'should', 'kommunstyrelsen'],
    ['f9', 'should', 'vard-och-aldrenamnden'],
    ['f10', 'shall', `vard-och-aldrenamnden lead, ${cluster}, servicenamnden cooperates`],
    ['f11', 'should', 'kommunstyrelsen'],
    ['f12', 'should', `vard-och-aldrenamnden lead, ${cluster}`],
    ['f13', 'should', 'servicenamnden lead, "övriga nämnder" cooperates'],
    ['f14', 'should', 'kommunstyrelsen'],
    ['f15', 'should', 'vard-och-aldrenamnden'],
    ['f16', 'should', 'servicenamnden'],
    ['', 'shall', 'kommunstyrelsen, "berörda nämnder"'],
    ['', 'should', 'kommunstyrelsen, "övriga nämnder"'],
  ]);
});

describe('Borås 2017 rests on eighteen sources', () => {
  test('of which six are interviews, each with its date', () => {
    assert.equal(audit.sources.length, 18);
    assert.deepEqual(
      audit.sources.filter(({ kind }) => kind === 'interview').map(({ title, date }) => [title, date]),
      [
        ['Intervju 1', '2017-06-12'],
        ['Intervju 2', '2017-07-04'],
        ['Intervju 3', '2017-08-23'],
        ['Intervju 4', '2017-08-28'],
        ['Intervju 5', '2017-09-21'],
        ['Intervju 6', '2017-09-26'],
      ],
    );
  });

  test('of which others have the numbers and years that are printed', () => {
    const printed = audit.sources
      .map(({ number, date }) => [number, date])
      .filter(([number, date]) => number ?? date);
    assert.deepEqual(
      printed.filter(([, date]) => !date?.startsWith('2017-')),
      [
        ['1991:900', undefined],
        ['2009:400', undefined],
        [undefined, '2015'],
        [undefined, '2012'],
        ['353/2016', '2016'],
        [undefined, '2009'],
        [undefined, '2015'],
      ],
    );
  });
});

test('Borås 2017 has the eight footnotes of its source', () => {
  const html = audit.body.blocks.map((block) => (block.kind === 'html' ? block.html : '')).join('\n');
  assert.equal(html.match(/<aside class="footnote"/g)?.length, 8);
});

test('Borås 2017 keeps the numbers of its sections', () => {
  const labels = audit.body.headings.flatMap(({ label }) => label ?? []);
  const printed = ['1', '1.1', '1.2', '1.3', '1.4', '1.4.1', '1.4.2', '1.4.3', '1.5', '1.6', '1.7'];
  const results = ['2', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '3', '4'];
  assert.deepEqual(labels, [...printed, ...results]);
});
