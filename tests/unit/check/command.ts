import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { contentFolder, currentArchive } from '../../../src/archive/index.ts';
import { ContentError, checkReportSchema } from '../../../src/problems/index.ts';
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
function checked(changes: Changes, asOf = '2026-11-22', ...args: readonly string[]) {
  const contentDir = folderWith({ ...exampleFiles, ...changes });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'src', 'cli', 'check.ts'), ...args],
    {
      cwd: compilerRoot(),
      env: { ...process.env, GITHUB_WORKSPACE: '', CONTENT_DIR: contentDir, AS_OF: asOf },
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

describe('npm run check with arguments', () => {
  const faulty = { [auditFile]: anAudit({ type: 'tillsyn' }) };
  const run = (changes: Changes, ...args: readonly string[]) => checked(changes, '2026-11-22', ...args);

  test('shows what is wrong in the files and folders asked for, and that there is more elsewhere', () => {
    const { status, stdout } = run(faulty, 'topics.yaml', 'criteria');
    assert.equal(status, 0);
    assert.equal(
      stdout,
      'Inga fel i 6 filer.\nAndra filer har 1 fel: npm run check visar dem. Länkarna prövas när de är rättade.\n',
    );
    const { status: ofAudit, stderr } = run(faulty, auditFile);
    assert.equal(ofAudit, 1);
    assert.match(stderr, /rad 6 {3}type: "tillsyn"[\s\S]*\n1 fel i 1 av 1 fil\. Inget har publicerats\.\n$/);
  });

  test('gives programs the documented form, with errors too, and the same exit code', () => {
    const { status, stdout, stderr, folder } = run(faulty, '--format=json');
    assert.deepEqual([status, stderr], [1, '']);
    const { problems, errors } = checkReportSchema.parse(JSON.parse(stdout));
    assert.deepEqual([errors, problems[0]?.file, problems[0]?.line], [1, `${folder}/${auditFile}`, 6]);
  });

  test('gives GitHub its commands', () => {
    const { status, stdout, folder } = run(faulty, '--format', 'github');
    assert.equal(status, 1);
    assert.ok(stdout.startsWith(`::error file=${folder}/${auditFile},line=6,title=form::type: "tillsyn"`));
  });

  test('gives GitHub files from the root of the repository that it checks, which may hold content alone', () => {
    const contentDir = folderWith({ ...exampleFiles, ...faulty });
    const { stdout } = spawnSync(
      process.execPath,
      [join(projectRoot, 'src', 'cli', 'check.ts'), '--format=github'],
      {
        cwd: compilerRoot(),
        env: { ...process.env, CONTENT_DIR: contentDir, GITHUB_WORKSPACE: dirname(contentDir) },
        encoding: 'utf8',
      },
    );
    rmSync(contentDir, { recursive: true });
    assert.ok(stdout.startsWith(`::error file=${basename(contentDir)}/${auditFile},line=6,`), stdout);
  });

  for (const [args, message] of [
    [['--formt=json'], 'Flaggan --formt finns inte. Menade du "--format"?'],
    [['--format=xml'], '"xml" är ingen form. Formerna är text, json och github: skriv t.ex. --format=json.'],
    [
      ['--format'],
      'Flaggan --format saknar ett värde. Formerna är text, json och github: skriv t.ex. --format=json.',
    ],
    [['--watch=ja'], 'Flaggan --watch tar inget värde.'],
    [['--watch', '--format=json'], '--watch skriver för den som läser och går inte ihop med --format=json.'],
    [['audits/ingen.mdx'], 'audits/ingen.mdx finns inte.'],
  ] as const) {
    test(`that are wrong (${args.join(' ')}) says so and ends with 2`, () => {
      const { status, stdout, stderr } = run({}, ...args);
      assert.deepEqual([status, stdout, stderr], [2, '', `${message}\n`]);
    });
  }

  test('of a file outside the content, or a hidden one, says so and ends with 2', () => {
    const { status, stderr, folder } = run({}, projectRoot);
    assert.deepEqual(
      [status, stderr],
      [
        2,
        `${projectRoot} ligger inte i innehållsmappen, ${folder}. Är innehållet i en annan mapp, ange den med CONTENT_DIR.\n`,
      ],
    );
    assert.match(run({ '.dold/topics.yaml': 'x' }, '.dold/topics.yaml').stderr, /är dold och läses inte/);
  });

  test('tells its flags when it is asked for help', () => {
    const { status, stdout } = run({}, '--help');
    assert.equal(status, 0);
    for (const flag of ['--watch', '--format=json', '--format=github']) assert.ok(stdout.includes(flag));
  });
});

describe('npm run check that watches', () => {
  test('tells what is new and what is mended, and ends at Ctrl-C by what stood there last', {
    timeout: 90_000,
  }, async () => {
    const contentDir = folderWith(exampleFiles);
    const child = spawn(process.execPath, [join(projectRoot, 'src', 'cli', 'check.ts'), '--watch'], {
      cwd: compilerRoot(),
      env: { ...process.env, CONTENT_DIR: contentDir, AS_OF: '2026-11-22' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      const until = async (pattern: RegExp) => {
        while (!pattern.test(said)) await new Promise((heard) => child.stdout.once('data', heard));
        const heard = said;
        said = '';
        return heard;
      };
      const write = (fields: Readonly<Record<string, unknown>>) =>
        writeFileSync(join(contentDir, auditFile), anAudit(fields));
      await until(/Inga fel i 17 filer\.\n[\s\S]*Ctrl-C avslutar/);
      write({ type: 'tillsyn' });
      assert.match(await until(/publicerats\.\n/), /rad 6 {3}type: "tillsyn"[\s\S]*1 fel i 1 av 17 filer/);
      write({ verdicts: [{ about: 'Arkivet', verdict: 'Tja' }] });
      const mended = await until(/17 filer\.\n/);
      assert.match(mended, /okant-omdome[\s\S]*1 är rättat\.\nInga fel men 1 varning i 17 filer/);
      assert.doesNotMatch(mended, /tillsyn/);
      write({ type: 'tillsyn' });
      await until(/publicerats\.\n/);
      const ended = new Promise((done) => child.once('exit', (code) => done(code)));
      child.kill('SIGINT');
      assert.equal(await ended, 1);
    } finally {
      child.kill('SIGKILL');
      rmSync(contentDir, { recursive: true });
    }
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
