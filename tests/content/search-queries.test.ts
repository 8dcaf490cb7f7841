import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { projectRoot } from '../fixtures/content.ts';
import { realContent } from './real-content.ts';

const queriesSchema = z.array(z.looseObject({ q: z.string(), rel: z.array(z.string()).min(1) }));

test('every judged query over the archive points at audits, findings and recommendations that it has', () => {
  const audits = realContent().archive?.audits ?? [];
  assert.ok(audits.length > 0);
  const ids = new Set(
    audits.flatMap(({ id, findings, recommendations }) => [
      id,
      ...[...findings, ...recommendations].map((part) => `${id}#${part.id}`),
    ]),
  );
  const queries = queriesSchema.parse(
    JSON.parse(readFileSync(join(projectRoot, 'tests', 'search', 'archive-queries.json'), 'utf8')),
  );
  const astray = queries.flatMap(({ q, rel }) => rel.filter((id) => !ids.has(id)).map((id) => `${q}: ${id}`));
  assert.deepEqual(astray, []);
});
