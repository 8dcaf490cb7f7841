import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nearestTo } from '../../src/archive/index.ts';
import {
  type AuditFields,
  anAudit,
  archiveWith,
  auditFile,
  auditId,
  type Changes,
} from '../fixtures/content.ts';

/** Audits of both municipalities, each of a year of its own. */
const ofExempelstad = (year: number, fields: AuditFields): Changes => ({
  [`audits/9901-exempelstad/${year}-papper.mdx`]: anAudit({ year, published: year, bodies: null, ...fields }),
});
const ofProvkoping = (year: number, fields: AuditFields): Changes => ({
  [`audits/9902-provkoping/${year}-papper.mdx`]: anAudit({
    municipality: '9902-provkoping',
    year,
    published: year,
    bodies: null,
    ...fields,
  }),
});

/** The audits nearest to the example's, each with what it shares. */
function nearest(changes: Changes, count = 10) {
  const { audits } = archiveWith({
    [auditFile]: anAudit({ topics: ['arkiv', 'gallring'], bodies: [{ body: 'arkivnamnden' }] }),
    ...changes,
  });
  const audit = audits.find(({ id }) => id === auditId);
  assert.ok(audit);
  return nearestTo(audit, count).map((near) => [
    near.audit.id,
    ...(near.isSameMunicipality ? ['samma kommun'] : []),
    ...near.topics.map(({ name }) => name),
    ...near.bodyTypes.map(({ name }) => name),
  ]);
}

describe('The audits nearest to another', () => {
  test('share its principal, a topic, or a type of body elsewhere, and it is told which', () => {
    assert.deepEqual(
      nearest({
        ...ofExempelstad(2018, {}),
        ...ofProvkoping(2019, { topics: ['arkiv', 'gallring'] }),
        ...ofProvkoping(2018, { bodies: [{ body: 'arkivnamnden' }] }),
        ...ofProvkoping(2017, {}),
      }).sort(),
      [
        ['9901-exempelstad/2018-papper', 'samma kommun'],
        ['9902-provkoping/2018-papper', 'Arkivnämnd'],
        ['9902-provkoping/2019-papper', 'Arkiv', 'Gallring'],
      ],
    );
  });

  test('come with those first that share what fewest others have', () => {
    const near = nearest({
      ...ofProvkoping(2019, { topics: ['arkiv'] }),
      ...ofProvkoping(2018, { topics: ['arkiv'] }),
      ...ofProvkoping(2017, { topics: ['gallring'] }),
    });
    assert.deepEqual(
      near.map(([id]) => id),
      ['9902-provkoping/2017-papper', '9902-provkoping/2019-papper', '9902-provkoping/2018-papper'],
    );
  });

  test('are at most as many as are asked for, and never the audit itself', () => {
    const changes = { ...ofExempelstad(2018, {}), ...ofExempelstad(2017, {}), ...ofExempelstad(2016, {}) };
    assert.deepEqual(nearest(changes, 2), [
      ['9901-exempelstad/2018-papper', 'samma kommun'],
      ['9901-exempelstad/2017-papper', 'samma kommun'],
    ]);
    assert.deepEqual(nearest({}), []);
  });

  test('do not share a body of the same principal twice: as its principal and as a type of body', () => {
    assert.deepEqual(nearest(ofExempelstad(2018, { bodies: [{ body: 'arkivnamnden' }] })), [
      ['9901-exempelstad/2018-papper', 'samma kommun'],
    ]);
  });
});
