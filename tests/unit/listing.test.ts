import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Archive,
  type Body,
  criteriaByKind,
  glossaryByLetter,
  inheritedRecommendations,
  mostAudited,
} from '../../src/archive/index.ts';
import { anAudit, archiveWith } from '../fixtures/content.ts';

function bodyOf({ municipalities }: Archive, key: string): Body {
  const body = municipalities.flatMap(({ bodies }) => bodies).find((candidate) => candidate.key === key);
  if (!body) throw new Error(`The archive has no ${key}.`);
  return body;
}

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

test('what has never been audited is not among the most audited', () => {
  const { municipalities } = archiveWith();
  assert.deepEqual(
    mostAudited(municipalities, 10).map(({ place }) => place),
    ['Exempelstad'],
  );
});

test('criteria of a kind stand by how many audits rest on them, apart from those that none does', () => {
  const criteria = (...ids: readonly string[]) => ids.map((criterion) => ({ criterion }));
  const archive = archiveWith({
    'audits/9901-exempelstad/2012-papper.mdx': anAudit({
      year: 2012,
      published: 2012,
      criteria: criteria('paragraflagen', 'exempellagen'),
    }),
    'audits/9901-exempelstad/2013-papper.mdx': anAudit({
      year: 2013,
      published: 2013,
      criteria: criteria('paragraflagen'),
    }),
  });
  assert.deepEqual(
    criteriaByKind(archive.criteria).map(({ kind, used, unused }) => [
      kind,
      used.map(({ id }) => id),
      unused.map(({ id }) => id),
    ]),
    [
      ['act', ['paragraflagen', 'exempellagen'], ['gamla-exempellagen']],
      ['eu-regulation', [], ['provforordningen']],
      ['good-practice', [], ['god-arkivsed']],
    ],
  );
});
