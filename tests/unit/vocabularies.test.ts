import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as schemas from '../../src/schemas/index.ts';

const isVocabulary = (value: unknown): value is schemas.Vocabulary =>
  Array.isArray(value) &&
  value.every((term: unknown) => typeof term === 'object' && term !== null && 'word' in term);

const vocabularies = Object.entries<unknown>(schemas).flatMap(([name, value]) =>
  isVocabulary(value) ? [[name, value] as const] : [],
);

test('there are vocabularies to hold to their rules', () => {
  assert.ok(vocabularies.length >= 14);
});

for (const [name, vocabulary] of vocabularies) {
  test(`each word, code and label of ${name} stands once, and its codes can stand in an address`, () => {
    for (const part of ['word', 'code', 'label'] as const) {
      assert.equal(new Set(vocabulary.map((term) => term[part])).size, vocabulary.length);
    }
    for (const { code } of vocabulary) assert.match(code, /^[a-z]+(?:-[a-z]+)*$/);
  });
}

test('an author types the word, and gets the code', () => {
  const modality = schemas.term(schemas.modalities);
  assert.equal(modality.parse('bör'), 'should');
  assert.equal(modality.safeParse('should').success, false);
});

test('a code that a vocabulary does not have has no label', () => {
  assert.equal(schemas.labelOf(schemas.modalities, 'shall'), 'ska');
  assert.throws(() => schemas.labelOf(schemas.modalities, 'must' as 'shall'), {
    message: 'The vocabulary has no code "must".',
  });
});
