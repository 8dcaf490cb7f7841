import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverage } from '../../src/archive/index.ts';
import { anAudit, archiveOf, archiveWith, auditFile } from '../fixtures/content.ts';

test('an audit stands in the row of its municipality and the column of its audited year', () => {
  const { archive, audit } = archiveOf({ year: 2020, published: '2021-02-03' });
  const { years, rows } = coverage(archive);
  assert.deepEqual(years, [2020]);
  assert.deepEqual(rows[0]?.byYear, [[audit]]);
});

test('years are the newest first, and one without any audit has no column', () => {
  const archive = archiveWith({
    [auditFile]: anAudit({ year: 2020 }),
    'audits/9901-exempelstad/2017-gallring.mdx': anAudit({ year: 2017, published: 2017 }),
  });
  assert.deepEqual(coverage(archive).years, [2020, 2017]);
});

test('a municipality without audits is not covered and has no row', () => {
  const { rows, covered } = coverage(archiveWith());
  assert.deepEqual(
    rows.map(({ municipality }) => municipality.place),
    ['Exempelstad'],
  );
  assert.equal(covered.municipalities, 1);
});

test('Gotland counts among both municipalities and regions', () => {
  const archive = archiveWith({
    'municipalities/0980-gotland.yaml': 'code: "0980"\nkind: kommun\nname: Region Gotland\nplace: Gotland\n',
    'audits/0980-gotland/2020-arkivvard.mdx': anAudit({ municipality: '0980-gotland', bodies: null }),
    [auditFile]: null,
  });
  assert.deepEqual(coverage(archive).covered, { municipalities: 1, regions: 1, federations: 0 });
});

test('the gaps of a report are what it has not seen and the findings that its source has lost', () => {
  const { archive, audit } = archiveOf({
    unseen: ['bilaga 2'],
    findings: [
      { id: 'f1', assessment: 'Bra.', lost: 'observation' },
      { id: 'f2', observation: 'Hyllorna är tomma.', unseen: 'assessment' },
      { id: 'f3', observation: 'Allt syns.' },
    ],
  });
  const [gap, ...others] = coverage(archive).gaps;
  assert.deepEqual(others, []);
  assert.equal(gap?.audit, audit);
  assert.deepEqual(gap?.unseen, ['bilaga 2']);
  assert.deepEqual(
    gap?.lost.map(({ id }) => id),
    ['f1'],
  );
  assert.deepEqual(
    gap?.unseenFindings.map(({ id }) => id),
    ['f2'],
  );
});

test('a report that says nothing is missing has no gap', () => {
  assert.deepEqual(coverage(archiveWith()).gaps, []);
});
