import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Archive,
  auditsByAgeOfRecommendations,
  type Body,
  glossaryByLetter,
  inheritedRecommendations,
  mostAudited,
  recommendationsByAudit,
  recommendationsByRole,
} from '../../src/archive/index.ts';
import { anAudit, archiveOf, archiveWith, auditFile } from '../fixtures/content.ts';

function bodyOf({ municipalities }: Archive, key: string): Body {
  const body = municipalities.flatMap(({ bodies }) => bodies).find((candidate) => candidate.key === key);
  if (!body) throw new Error(`The archive has no ${key}.`);
  return body;
}

const recommendations = [{ id: 'r1', to: ['arkivnamnden'], text: 'Köp hyllor.' }];

test('å, ä and ö are letters of their own, last in the glossary', () => {
  const archive = archiveWith({
    'glossary.yaml': ['ägare', 'arkiv', 'övrigt', 'år']
      .map((term, index) => `- { id: t${index}, term: ${term}, text: Ett ord. }\n`)
      .join(''),
  });
  assert.deepEqual(
    glossaryByLetter(archive.glossary).map(({ letter }) => letter),
    ['A', 'Å', 'Ä', 'Ö'],
  );
});

test('what a body leads stands before what it only takes part in', () => {
  const { archive } = archiveOf({
    recommendations: [
      { id: 'r1', to: [{ body: 'arkivnamnden', role: 'för kännedom' }], text: 'Ett.' },
      { id: 'r2', to: [{ body: 'arkivnamnden', role: 'medverkar' }], text: 'Två.' },
      { id: 'r3', to: ['arkivnamnden'], text: 'Tre.' },
      { id: 'r4', to: [{ body: 'arkivnamnden', role: 'huvudansvar' }], text: 'Fyra.' },
    ],
  });
  assert.deepEqual(
    recommendationsByRole(bodyOf(archive, '9901-exempelstad/arkivnamnden')).map(({ role }) => role),
    ['lead', undefined, 'cooperates', 'for-information'],
  );
});

test('a body inherits the recommendations to the one that it succeeded', () => {
  const archive = archiveWith({
    'audits/9901-exempelstad/2014-papper.mdx': anAudit({
      year: 2014,
      published: 2014,
      bodies: [{ body: 'pappersnamnden' }],
      recommendations: [{ id: 'r1', to: ['pappersnamnden'], text: 'Köp papper.' }],
    }),
  });
  const inherited = inheritedRecommendations(bodyOf(archive, '9901-exempelstad/arkivnamnden'));
  assert.deepEqual(
    inherited.map(({ from, recommendations: [first] }) => [from.name, first?.id]),
    [['Pappersnämnden', 'r1']],
  );
});

test('the audit whose recommendations have waited longest stands first, and one without any does not stand at all', () => {
  const archive = archiveWith({
    [auditFile]: anAudit({ published: '2021-02-03', recommendations }),
    'audits/9901-exempelstad/2017-gallring.mdx': anAudit({ year: 2017, published: 2018, recommendations }),
    'audits/9901-exempelstad/2010-lokaler.mdx': anAudit({ year: 2010, published: 2010 }),
  });
  assert.deepEqual(
    auditsByAgeOfRecommendations(archive).map(({ slug }) => slug),
    ['2017-gallring', '2020-arkivvard'],
  );
});

test('recommendations stand under the audit that gave them', () => {
  const archive = archiveWith({
    [auditFile]: anAudit({ recommendations }),
    'audits/9901-exempelstad/2017-gallring.mdx': anAudit({ year: 2017, published: 2018, recommendations }),
  });
  assert.deepEqual(
    recommendationsByAudit(archive.recommendations).map(({ audit }) => audit.slug),
    ['2020-arkivvard', '2017-gallring'],
  );
});

test('what has never been audited is not among the most audited', () => {
  const { municipalities } = archiveWith();
  assert.deepEqual(
    mostAudited(municipalities, 10).map(({ place }) => place),
    ['Exempelstad'],
  );
});
