import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Archive,
  type CriterionPart,
  citingYears,
  mostCitedRules,
  partsOf,
  restingMoreWidely,
  restingOn,
} from '../../src/archive/index.ts';
import { type AuditFields, anAudit, archiveOf, archiveWith, auditFile } from '../fixtures/content.ts';

const cites = (criterion: string, ...sections: readonly string[]): AuditFields => ({
  criteria: [{ criterion, sections }],
});

function partOf(archive: Archive, criterionId: string, key: string): CriterionPart {
  const criterion = archive.criteria.find(({ id }) => id === criterionId);
  const part = [...(criterion?.chapters ?? []), ...(criterion?.sections ?? [])].find(
    (candidate) => candidate.key === key,
  );
  if (!part) throw new Error(`The archive has no ${key} of ${criterionId}.`);
  return part;
}

/** The example archive with one audit, from before the new act. */
function auditOf2005(fields: AuditFields) {
  const archive = archiveWith({
    [auditFile]: null,
    'audits/9901-exempelstad/2005-arkivvard.mdx': anAudit({ year: 2005, published: 2005, ...fields }),
  });
  const [audit] = archive.audits;
  return { archive, audit };
}

test('an audit that cites a rule under its old number rests on it under its new one, and says which it cited', () => {
  const { archive, audit } = auditOf2005(cites('gamla-exempellagen', '6:7'));
  const { own, earlier, audits } = restingOn(partOf(archive, 'exempellagen', '6:6'));
  assert.deepEqual(own.audits, []);
  assert.deepEqual(
    earlier.map(({ part }) => part.label),
    ['6 kap. 7 §'],
  );
  assert.deepEqual(audits, [audit]);
});

test('an audit that cites a rule under its new number is found from its old one', () => {
  const { archive, audit } = archiveOf(cites('exempellagen', '6:6'));
  const { later } = restingOn(partOf(archive, 'gamla-exempellagen', '6:7'));
  assert.deepEqual(
    later.flatMap(({ audits }) => audits.map((citing) => citing.audit)),
    [audit],
  );
});

test('another section that came from the same old one is no other number of the rule', () => {
  const archive = archiveWith({
    'criteria/delade-lagen.yaml': [
      'kind: lag',
      'name: Delade lagen',
      'title: Delad lag (2015:1)',
      'division: kapitel',
      'sections:',
      '  - { section: "1:1", title: Ena halvan, replaces: [{ criterion: gamla-exempellagen, section: "2:1" }] }',
      '  - { section: "1:2", title: Andra halvan, replaces: [{ criterion: gamla-exempellagen, section: "2:1" }] }',
      '',
    ].join('\n'),
    [auditFile]: anAudit(cites('delade-lagen', '1:2')),
  });
  assert.deepEqual(restingOn(partOf(archive, 'delade-lagen', '1:1')).audits, []);
});

test('a chapter gathers what rests on its sections, also under their earlier numbers', () => {
  const { archive, audit } = auditOf2005(cites('gamla-exempellagen', '6:7'));
  assert.deepEqual(restingOn(partOf(archive, 'exempellagen', '6')).audits, [audit]);
});

test('an audit that cites a rule in several places stands once, with each place', () => {
  const { archive } = archiveOf({
    ...cites('exempellagen', '6:6'),
    findings: [
      {
        id: 'f1',
        observation: 'Kontroll saknas.',
        criteria: [{ criterion: 'exempellagen', sections: ['6:6'] }],
      },
    ],
  });
  const { own } = restingOn(partOf(archive, 'exempellagen', '6:6'));
  assert.equal(own.audits.length, 1);
  assert.deepEqual([...(own.audits[0]?.places ?? [])].toSorted(), ['criteria', 'finding']);
  assert.deepEqual(
    own.findings.map(({ id }) => id),
    ['f1'],
  );
});

test('an audit that names the chapter alone does not rest on its sections, but is told of beside them', () => {
  const { archive, audit } = archiveOf(cites('exempellagen', '6'));
  const section = partOf(archive, 'exempellagen', '6:6');
  assert.deepEqual(restingOn(section).audits, []);
  assert.deepEqual(restingMoreWidely(section), { onChapter: [audit], onCriterion: [] });
});

test('an audit that names the act alone is told of beside its sections', () => {
  const { archive, audit } = archiveOf(cites('exempellagen'));
  assert.deepEqual(restingMoreWidely(partOf(archive, 'exempellagen', '6:6')).onCriterion, [audit]);
});

test('an audit that names both the chapter and the section is not told of twice', () => {
  const { archive } = archiveOf(cites('exempellagen', '6', '6:6'));
  assert.deepEqual(restingMoreWidely(partOf(archive, 'exempellagen', '6:6')).onChapter, []);
});

test('the most cited rules stand in their present number, with the audits of their earlier ones', () => {
  const archive = archiveWith({
    [auditFile]: anAudit(cites('exempellagen', '6:6')),
    'audits/9901-exempelstad/2005-arkivvard.mdx': anAudit({
      year: 2005,
      published: 2005,
      ...cites('gamla-exempellagen', '6:7'),
    }),
  });
  assert.deepEqual(
    mostCitedRules(archive.criteria, 5).map(({ part, audits }) => [part.citation, audits.length]),
    [['6 kap. 6 § EXL', 2]],
  );
});

test('the parts of a criterion that an audit rests on are kept apart from those that none does', () => {
  const { archive } = archiveOf(cites('exempellagen', '6:6'));
  const criterion = archive.criteria.find(({ id }) => id === 'exempellagen');
  assert.ok(criterion);
  const labels = (groups: ReturnType<typeof partsOf>['cited']) =>
    groups.flatMap(({ sections }) => sections.map(({ part }) => part.key));
  assert.deepEqual(labels(partsOf(criterion).cited), ['6:6']);
  assert.deepEqual(labels(partsOf(criterion).uncited), ['6:1', '6:10']);
});

test('a criterion is counted year by year, the latest first, with what rests on it expressly', () => {
  const criteria = [{ criterion: 'exempellagen' }];
  const archive = archiveWith({
    [auditFile]: anAudit({ criteria, findings: [{ id: 'f1', observation: 'Damm.', criteria }] }),
    'audits/9901-exempelstad/2019-arkivvard.mdx': anAudit({ year: 2019, published: 2019, criteria }),
    'audits/9901-exempelstad/2019-gallring.mdx': anAudit({
      year: 2019,
      published: 2019,
      recommendations: [{ id: 'r1', to: 'alla', text: 'Följ 6 kap. 6 § EXL.' }],
    }),
  });
  const criterion = archive.criteria.find(({ id }) => id === 'exempellagen');
  assert.ok(criterion);
  assert.deepEqual(
    citingYears(criterion).map(({ year, audits, findings, recommendations }) => [
      year,
      audits.length,
      findings.map(({ id }) => id),
      recommendations.map(({ id }) => id),
    ]),
    [
      [2020, 1, ['f1'], []],
      [2019, 2, [], ['r1']],
    ],
  );
});
