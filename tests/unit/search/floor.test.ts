import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { checkedContent } from '../../../src/archive/index.ts';
import {
  archiveLanguage,
  archiveSearchable,
  judgedQueriesSchema,
  judgedRecordsSchema,
  searchRecordOf,
} from '../../../src/search/index/index.ts';
import { figuresByCategory, figuresOf, type JudgedAnswer, judged } from '../../bench/search/metrics.ts';
import { projectRoot } from '../../fixtures/content.ts';
import { type BuiltIndex, builtIndex } from './opened-index.ts';
import { aSearchable } from './searchables.ts';

/*
 * What search finds of what it should, over queries that were judged by others than those who wrote it. The floors are what is reached:
 * they may only be raised.
 */

const sets = [
  {
    name: 'made-up reports',
    queries: 'queries.json',
    isOverArchive: false,
    floor: { recall10: 0.94, mrr10: 0.957, zero: 0 },
    floorOfCategory: 0.8,
  },
  {
    name: 'the archive itself',
    queries: 'archive-queries.json',
    isOverArchive: true,
    floor: { recall10: 0.895, mrr10: 0.89, zero: 0 },
    floorOfCategory: 0,
  },
] as const;

const { archive } = checkedContent(join(projectRoot, 'content'), projectRoot);
const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(join(projectRoot, 'tests', 'search', name), 'utf8'));

for (const { name, queries, isOverArchive, floor, floorOfCategory } of sets) {
  describe(`Judged queries over ${name}`, () => {
    const answers: JudgedAnswer[] = [];
    before(async () => {
      assert.ok(archive);
      const index: BuiltIndex = await builtIndex(
        isOverArchive
          ? archiveSearchable(archive)
          : aSearchable(
              judgedRecordsSchema.parse(readJson('records.json')).map(searchRecordOf),
              archiveLanguage(archive),
            ),
      );
      const client = index.client();
      for (const query of judgedQueriesSchema.parse(readJson(queries))) {
        answers.push(judged(query, await client.rankedIds(query.q, 10)));
      }
    });

    test('are answered as well as they have been', () => {
      const figures = figuresOf(answers);
      assert.ok(figures.recall10 >= floor.recall10, `recall@10 ${figures.recall10}`);
      assert.ok(figures.mrr10 >= floor.mrr10, `MRR@10 ${figures.mrr10}`);
      assert.ok(figures.zero <= floor.zero, `without results ${figures.zero}`);
    });

    test('are of no kind that fails', () => {
      for (const [category, { recall10 }] of Object.entries(figuresByCategory(answers))) {
        assert.ok(recall10 >= floorOfCategory, `${category}: ${recall10}`);
      }
    });
  });
}
