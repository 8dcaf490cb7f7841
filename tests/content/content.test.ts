import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { problemReport } from '../../src/problems/index.ts';
import { realContent, realContentDir } from './real-content.ts';

/* Every file of the record, each as a test of its own. */

const { problems } = realContent();

const files = readdirSync(realContentDir, { recursive: true, withFileTypes: true })
  .filter((entry) => !entry.isDirectory())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(realContentDir.length + 1)
      .replaceAll('\\', '/'),
  )
  .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
  .toSorted();

for (const file of files) {
  test(`content/${file} holds`, () => {
    const ofFile = problems.filter((problem) => problem.file === file);
    assert.ok(ofFile.length === 0, problemReport(ofFile, 1));
  });
}

test('no problem is in a file that is not there', () => {
  assert.deepEqual(
    problems.filter(({ file }) => !files.includes(file)),
    [],
  );
});
