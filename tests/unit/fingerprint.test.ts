import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalWords, compiledFile, sha256 } from '../../src/reports/index.ts';
import { auditSchema } from '../../src/schemas/index.ts';

const source = `---
title: Granskning  av
  arkivvård
published: 2021
draft: true
areas: []
findings:
  - { id: f1, topics: [arkiv], observation: "Dörren  är olåst." } # i källaren
corrections:
  - { date: 2022-01-01, text: En siffra. }
---

## 1 Inledning

Arkivet är
fullt. {/* eller nästan */}
`;

const words =
  '[{"findings":[{"id":"f1","observation":"Dörren är olåst."}],"published":"2021","title":"Granskning av arkivvård"},"## 1 Inledning Arkivet är fullt."]';

test('a report’s canonical words are what the guide says that they are', () => {
  assert.equal(canonicalWords('a.mdx', source), words);
});

test('the digest of a report is the SHA-256 of its canonical words, and never another', () => {
  assert.equal(compiledFile('a.mdx', source, auditSchema).digest, sha256(words));
  assert.equal(sha256(words), '59ead12491f0d0bdb2c76b86f3a5cbba700be39fd0e039201f61fcd33c970b35');
});

test('characters that are written in two ways are the same', () => {
  assert.equal(canonicalWords('a.mdx', source.normalize('NFD')), words);
});

test('a file without frontmatter has none', () => {
  assert.equal(canonicalWords('a.mdx', 'Text.'), undefined);
});
