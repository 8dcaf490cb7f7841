import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf } from '../../src/open-data/index.ts';
import { anAudit, archiveWith, auditFile } from '../fixtures/content.ts';

const home = { origin: 'https://exempel.se', base: '/' };

const audit = anAudit({
  topics: ['arkiv'],
  criteria: [{ criterion: 'exempellagen', sections: ['6:6', '6:1'] }, { criterion: 'god-arkivsed' }],
  findings: [{ id: 'f1', observation: 'Ingen <Cite criterion="exempellagen" section="6:6" /> följdes.' }],
  recommendations: [
    {
      id: 'r1',
      finding: 'f1',
      modality: 'bör',
      to: ['arkivnamnden', { group: 'alla andra' }],
      text: 'Ordna arkivet.',
    },
  ],
});

const followUp = anAudit({
  title: 'Uppföljning',
  year: 2023,
  published: '2024-05',
  source: { title: 'Uppföljning 2023' },
  followsUp: [
    {
      id: 'u1',
      target: '9901-exempelstad/2020-arkivvard#r1',
      bodies: ['arkivnamnden'],
      verdict: 'delvis gjort',
      status: 'delvis',
    },
    { id: 'u2', target: '9901-exempelstad/2020-arkivvard', verdict: 'i huvudsak', grade: 'i huvudsak' },
    { id: 'u3', target: { about: 'bisysslor', year: 2010 }, unseen: 'true' },
  ],
  body: 'Text.\n\n<FollowUps />',
});

const response = `---
audit: 9901-exempelstad/2020-arkivvard
body: arkivnamnden
date: 2024-09-01
answers:
  - { recommendation: r1, stance: instämmer, claim: gjort, action: Arkivet är ordnat., due: 2024-12 }
---

Svar.
`;

const archive = archiveWith({
  [auditFile]: audit,
  'audits/9901-exempelstad/2023-uppfoljning.mdx': followUp,
  'responses/9901-exempelstad/2020-arkivvard-arkivnamnden.mdx': response,
});
const rows = rowsOf(archive, home);

test('a recommendation has a row that says to whom it is, what it rests on and how it stands', () => {
  const [row, ...others] = rows.recommendations();
  assert.equal(others.length, 0);
  assert.deepEqual(row, {
    id: '9901-exempelstad/2020-arkivvard#r1',
    url: 'https://exempel.se/granskningar/exempelstad/2020-arkivvard/r1/',
    audit: '9901-exempelstad/2020-arkivvard',
    municipality: '9901-exempelstad',
    published: '2021-02-03',
    number: 1,
    label: null,
    kind: 'recommendation',
    by: null,
    modality: 'should',
    text: 'Ordna arkivet.',
    to_all: false,
    bodies: ['9901-exempelstad/arkivnamnden'],
    groups: ['alla andra'],
    findings: ['9901-exempelstad/2020-arkivvard#f1'],
    systems: [],
    topics: [],
    criteria: [],
    due: null,
    state: 'not-followed-up',
    follow_up_expected: '2023-02-03',
    // The later audit looked at the whole of this one.
    follow_up_overdue: false,
    age_least: 5,
    age_most: 5,
  });
});

test('each addressee has a row of its own, in which what the board says since stands beside the verdict', () => {
  const [board, group] = rows.standings();
  assert.deepEqual(
    [board?.body, board?.state, board?.verdict, board?.verdict_date, board?.claim, board?.is_closed],
    ['9901-exempelstad/arkivnamnden', 'partly-implemented', 'partly-implemented', '2024-05', 'done', false],
  );
  assert.deepEqual([group?.body, group?.group, group?.verdict], [null, 'alla andra', null]);
});

test('an event says at what level it counts, and a claim is never a verdict', () => {
  const events = [...rows.events()];
  assert.deepEqual(
    events.map(({ kind, level, target, status, grade, claim, outside }) => ({
      kind,
      level,
      target,
      said: status ?? grade ?? claim,
      outside,
    })),
    [
      {
        kind: 'verdict',
        level: 'recommendation',
        target: '9901-exempelstad/2020-arkivvard#r1',
        said: 'partly-implemented',
        outside: null,
      },
      {
        kind: 'verdict',
        level: 'audit',
        target: '9901-exempelstad/2020-arkivvard',
        said: 'mostly-met',
        outside: null,
      },
      { kind: 'verdict', level: 'outside', target: null, said: null, outside: 'bisysslor' },
      {
        kind: 'claim',
        level: 'recommendation',
        target: '9901-exempelstad/2020-arkivvard#r1',
        said: 'done',
        outside: null,
      },
    ],
  );
});

test('what an audit is measured against is told part by part, and whole where no part is named', () => {
  const row = [...rows.audits()].find(({ id }) => id === '9901-exempelstad/2020-arkivvard');
  assert.deepEqual(row?.criteria, ['exempellagen/6:6', 'exempellagen/6:1', 'god-arkivsed']);
  assert.deepEqual(row?.followed_up_by, ['9901-exempelstad/2023-uppfoljning']);
  assert.equal(row?.responses, 1);
});

test('a citation stands in the text of a finding by its name', () => {
  const [row] = rows.findings();
  assert.equal(row?.observation, 'Ingen 6 kap. 6 § EXL följdes.');
});
