import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Archive,
  auditsAwaitingFollowUp,
  type Body,
  outcomesOf,
  type Recommendation,
  recommendationsTo,
  verdictsConcerning,
  verdictsFor,
} from '../../src/archive/index.ts';
import { auditId } from '../fixtures/content.ts';
import { archiveOfStory, toArchiveBoard } from '../fixtures/ledger.ts';

const two = [toArchiveBoard, { ...toArchiveBoard, id: 'r2', text: 'Köp pärmar.' }];

function ids(recommendations: readonly Recommendation[]): readonly string[] {
  return recommendations.map(({ id }) => id);
}

function archiveBoard({ municipalities }: Archive): Body {
  const board = municipalities.flatMap(({ bodies }) => bodies).find(({ id }) => id === 'arkivnamnden');
  if (!board) throw new Error('The archive has no arkivnamnden.');
  return board;
}

test('what a board says is done stands apart from what is open and from what auditors have closed', () => {
  const { recommendations } = archiveOfStory({
    audit: { recommendations: [...two, { ...toArchiveBoard, id: 'r3' }] },
    later: { '2023-uppfoljning': { followsUp: [{ target: `${auditId}#r3`, status: 'åtgärdad' }] } },
    responses: { arkivnamnden: { answers: [{ recommendation: 'r2', claim: 'gjort' }] } },
  });
  const { open, claimedDone, closed } = outcomesOf(recommendations);
  assert.deepEqual([ids(open), ids(claimedDone), ids(closed)], [['r1'], ['r2'], ['r3']]);
});

test('among the open, what auditors found not to be done stands before what nobody has followed up', () => {
  const { recommendations } = archiveOfStory({
    audit: { recommendations: two },
    later: { '2023-uppfoljning': { followsUp: [{ target: `${auditId}#r2`, status: 'ej åtgärdad' }] } },
  });
  assert.deepEqual(ids(outcomesOf(recommendations).open), ['r2', 'r1']);
});

test('a promise that moved is told also when the recommendation is closed', () => {
  const { recommendations } = archiveOfStory({
    audit: { recommendations: [{ ...toArchiveBoard, due: '2021-12-31' }] },
    later: { '2023-uppfoljning': { followsUp: [{ status: 'åtgärdad' }] } },
    responses: { arkivnamnden: { answers: [{ due: '2022-06-30' }] } },
  });
  const { moved, closed } = outcomesOf(recommendations);
  assert.deepEqual([ids(moved), ids(closed)], [['r1'], ['r1']]);
});

test('of what a board is only to know, nothing is asked', () => {
  const archive = archiveOfStory({
    audit: {
      recommendations: [
        toArchiveBoard,
        { id: 'r2', to: [{ body: 'arkivnamnden', role: 'för kännedom' }], text: 'Köp pärmar.' },
      ],
    },
  });
  const { toAct, toKnow } = recommendationsTo(archiveBoard(archive));
  assert.deepEqual([ids(toAct), ids(toKnow)], [['r1'], ['r2']]);
});

test('an audit that has been followed up as a whole does not await a follow-up', () => {
  const later = { '2023-uppfoljning': { followsUp: [{ target: auditId, status: 'delvis' }] } };
  assert.equal(auditsAwaitingFollowUp(archiveOfStory({})).length, 1);
  assert.equal(auditsAwaitingFollowUp(archiveOfStory({ later })).length, 0);
});

test('a later verdict on the same takes the place of the earlier', () => {
  const wholeAudit = { target: auditId, bodies: ['arkivnamnden'] };
  const archive = archiveOfStory({
    later: {
      '2022-uppfoljning': { followsUp: [{ ...wholeAudit, status: 'ej åtgärdad' }] },
      '2023-uppfoljning': { followsUp: [{ ...wholeAudit, status: 'åtgärdad' }] },
    },
  });
  const [municipality] = archive.municipalities.filter(({ audits }) => audits.length > 0);
  assert.deepEqual(municipality && verdictsFor(municipality).map(({ status }) => status), ['implemented']);
  assert.equal(verdictsConcerning(archiveBoard(archive)).length, 1);
});

test('a verdict on a single recommendation stands with it and not among those on more', () => {
  const archive = archiveOfStory({
    later: { '2023-uppfoljning': { followsUp: [{ status: 'ej åtgärdad' }] } },
  });
  assert.deepEqual(archive.municipalities.flatMap(verdictsFor), []);
});
