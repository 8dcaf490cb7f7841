import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { type CheckedContent, checkedContent } from '../../src/archive/index.ts';
import { compiledFile, ReportCache } from '../../src/reports/index.ts';
import { ownPageSchema } from '../../src/schemas/index.ts';
import { anOwnPage, asOf, exampleFiles, folderWith, projectRoot } from '../fixtures/content.ts';

const file = 'pages/om.mdx';
const page = anOwnPage('Text med [^1].\n\n[^1]: Not.');

/** A root with a compiler of its own, that a test may change. */
let root = '';
beforeEach(() => {
  root = folderWith({});
  mkdirSync(join(root, 'src'));
  for (const room of ['reports', 'schemas', 'yaml', 'problems']) {
    cpSync(join(projectRoot, 'src', room), join(root, 'src', room), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'package-lock.json'), join(root, 'package-lock.json'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Compiles a page with the cache as it is, and tells whether it had to. */
function compiledWithCache(source = page, name = file) {
  let wasCompiled = false;
  const result = new ReportCache(root).compiled(name, source, () => {
    wasCompiled = true;
    return compiledFile(name, source, ownPageSchema);
  });
  return { result, wasCompiled };
}

const cacheFiles = (): readonly string[] =>
  readdirSync(join(root, '.cache', 'reports'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('A report', () => {
  test('is compiled once, and then served from the cache, the same', () => {
    const first = compiledWithCache();
    const second = compiledWithCache();
    assert.deepEqual([first.wasCompiled, second.wasCompiled], [true, false]);
    assert.deepEqual(second.result, first.result);
    assert.deepEqual(second.result, compiledFile(file, page, ownPageSchema));
  });

  test('whose text has changed is compiled anew', () => {
    compiledWithCache();
    assert.equal(compiledWithCache(`${page}\nMer.\n`).wasCompiled, true);
    assert.equal(compiledWithCache().wasCompiled, false);
  });

  test('of the same text in another file is compiled for itself', () => {
    compiledWithCache();
    assert.equal(compiledWithCache(page, 'pages/annan.mdx').wasCompiled, true);
  });

  for (const source of ['reports/render.ts', 'schemas/audit.ts', 'yaml/shape.ts', 'problems/suggestion.ts']) {
    test(`is compiled anew when src/${source} has changed`, () => {
      compiledWithCache();
      appendFileSync(join(root, 'src', source), '\n// Changed.\n');
      assert.equal(compiledWithCache().wasCompiled, true);
    });
  }

  test('is compiled anew when what the compiler is built from has changed', () => {
    compiledWithCache();
    rmSync(join(root, 'package-lock.json'));
    writeFileSync(join(root, 'package-lock.json'), '{}');
    assert.equal(compiledWithCache().wasCompiled, true);
  });

  test('with faults is compiled each time, until it has none', () => {
    const faulty = anOwnPage('Under <5 %.');
    assert.equal(compiledWithCache(faulty).wasCompiled, true);
    assert.equal(compiledWithCache(faulty).wasCompiled, true);
  });
});

describe('A cache file', () => {
  test('that is half written costs only time', () => {
    const { result } = compiledWithCache();
    const [path = ''] = cacheFiles();
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 40));
    const again = compiledWithCache();
    assert.equal(again.wasCompiled, true);
    assert.deepEqual(again.result, result);
    assert.equal(compiledWithCache().wasCompiled, false);
  });

  test('that is empty, or is no file, costs only time', () => {
    compiledWithCache();
    const [path = ''] = cacheFiles();
    writeFileSync(path, '');
    assert.equal(compiledWithCache().wasCompiled, true);
    rmSync(path);
    mkdirSync(path);
    assert.equal(compiledWithCache().wasCompiled, true);
  });

  test('that cannot be written costs only time', () => {
    writeFileSync(join(root, '.cache'), 'i vägen för mappen');
    assert.equal(compiledWithCache().wasCompiled, true);
    assert.equal(compiledWithCache().wasCompiled, true);
  });

  test('is moved into place whole: none lies beside it', () => {
    compiledWithCache();
    assert.equal(cacheFiles().length, 1);
    assert.match(cacheFiles()[0] ?? '', /[/\\][0-9a-f]{2}[/\\][0-9a-f]{64}\.json$/);
  });
});

test('an archive read from the cache is the same as one that was compiled', () => {
  const contentDir = folderWith(exampleFiles);
  try {
    const read = () => checkedContent(contentDir, root, asOf);
    const [cold, warm] = [read(), read()];
    assert.deepEqual(warm.problems, cold.problems);
    // Functions are equal only to themselves: a grammar is known by what it reads.
    const comparable = ({ archive }: CheckedContent) => {
      assert.ok(archive);
      const { grammar, ...things } = archive;
      return { things, read: grammar.citationsIn('7 § exempellagen', { year: 2020 }) };
    };
    assert.deepEqual(comparable(warm), comparable(cold));
    assert.ok(cacheFiles().length >= Object.keys(exampleFiles).length);
  } finally {
    rmSync(contentDir, { recursive: true });
  }
});
