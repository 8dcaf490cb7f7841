import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { contentFolder, currentArchive } from '../../../src/archive/index.ts';
import { ContentError } from '../../../src/problems/index.ts';
import {
  anAudit,
  auditFile,
  type Changes,
  compilerRoot,
  exampleFiles,
  folderWith,
  projectRoot,
} from '../../fixtures/content.ts';

/** Runs the command on the example archive with changes, read as of a day. */
function checked(changes: Changes, asOf = '2026-11-22') {
  const contentDir = folderWith({ ...exampleFiles, ...changes });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'src', 'cli', 'check.ts')],
    {
      cwd: compilerRoot(),
      env: { ...process.env, CONTENT_DIR: contentDir, AS_OF: asOf },
      encoding: 'utf8',
    },
  );
  rmSync(contentDir, { recursive: true });
  return { status, stdout, stderr, folder: relative(compilerRoot(), contentDir) };
}

describe('npm run check', () => {
  test('of content without errors says so, and ends well', () => {
    const { status, stdout, stderr } = checked({});
    assert.deepEqual([status, stdout, stderr], [0, 'Inga fel i 17 filer.\n', '']);
  });

  test('of content with errors prints them as errors, with the folder that was read, and ends with 1', () => {
    const { status, stdout, stderr, folder } = checked({ [auditFile]: anAudit({ type: 'tillsyn' }) });
    assert.deepEqual([status, stdout], [1, '']);
    assert.ok(
      stderr.startsWith(
        `${folder}/${auditFile}\n  rad 6   type: "tillsyn" är inget av de ord som gäller här.\n`,
      ),
    );
    assert.ok(stderr.endsWith('\n1 fel i 1 av 17 filer. Inget har publicerats.\n'));
  });

  test('of content with warnings alone prints them, and ends well', () => {
    const { status, stdout } = checked({
      [auditFile]: anAudit({ verdicts: [{ about: 'A', verdict: 'Tja' }] }),
    });
    assert.equal(status, 0);
    assert.ok(stdout.endsWith('\nInga fel men 1 varning i 17 filer.\n'));
  });

  test('as of a day in the past holds the same content to be right: what was published later is only left out', () => {
    assert.equal(checked({}, '2021-02-02').status, 0);
  });

  test('as of what is no day, or of a folder that is not there, says so and ends with 1', () => {
    const { status, stderr } = checked({}, '2021-02-30');
    assert.deepEqual(
      [status, stderr],
      [1, 'AS_OF ska vara ett datum som 2020-12-31, men är "2021-02-30".\n'],
    );
    const { status: other, stderr: said } = spawnSync(
      process.execPath,
      [join(projectRoot, 'src', 'cli', 'check.ts')],
      {
        cwd: compilerRoot(),
        env: { ...process.env, CONTENT_DIR: '/ingen/mapp' },
        encoding: 'utf8',
      },
    );
    assert.deepEqual(
      [other, said],
      [1, 'Innehållsmappen /ingen/mapp finns inte. Ange en annan med CONTENT_DIR, eller skapa den.\n'],
    );
  });
});

describe('The archive that the site shows', () => {
  test('is read from the folder of CONTENT_DIR, else from content', () => {
    delete process.env.CONTENT_DIR;
    assert.equal(contentFolder('/projekt'), join('/projekt', 'content'));
    process.env.CONTENT_DIR = 'annat';
    assert.equal(contentFolder('/projekt'), join('/projekt', 'annat'));
    process.env.CONTENT_DIR = '/helt/annat';
    assert.equal(contentFolder('/projekt'), '/helt/annat');
  });

  test('is not shown where it has errors; without them it is read once', () => {
    process.chdir(compilerRoot());
    process.env.AS_OF = '2026-11-22';
    const faulty = folderWith({ ...exampleFiles, [auditFile]: anAudit({ type: 'tillsyn' }) });
    process.env.CONTENT_DIR = faulty;
    assert.throws(currentArchive, (error) => {
      assert.ok(error instanceof ContentError);
      assert.equal(error.name, 'ContentError');
      assert.equal(error.problems.length, 1);
      assert.match(
        error.message,
        /rad 6 {3}type: "tillsyn"[\s\S]*\n1 fel i 1 av 17 filer\. Inget har publicerats\.$/,
      );
      return true;
    });
    const whole = folderWith(exampleFiles);
    process.env.CONTENT_DIR = whole;
    const archive = currentArchive();
    assert.equal(archive.audits.length, 1);
    for (const folder of [faulty, whole]) rmSync(folder, { recursive: true });
    assert.equal(currentArchive(), archive);
  });
});
