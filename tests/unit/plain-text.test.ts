import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText, plainTextIn } from '../../src/archive/index.ts';
import { archiveSearchable } from '../../src/search/index/index.ts';
import { archiveOf } from '../fixtures/content.ts';

const purpose = 'Om <Cite criterion="exempellagen" section="6:6" /> följs & "hålls" < alltid.';
const asRead = 'Om 6 kap. 6 § EXL följs & "hålls" < alltid.';

test('a citation stands in plain text by its name', () => {
  const { archive, audit } = archiveOf({ purpose });
  assert.equal(plainTextIn(archive)(audit.purpose), asRead);
});

test('a citation is searched by its name too', () => {
  const { archive, audit } = archiveOf({ purpose });
  const record = [...archiveSearchable(archive).records()].find(({ id }) => id === audit.id);
  assert.ok(record?.text.includes(asRead), record?.text);
});

test('elements within a word leave it whole, blocks part words', () => {
  assert.equal(
    plainText('<p>H<sub>2</sub>O&#xa0;&amp; <em>läs</em>behörig\u00adhet</p><p>Nästa</p>'),
    'H2O & läsbehörighet Nästa',
  );
});
