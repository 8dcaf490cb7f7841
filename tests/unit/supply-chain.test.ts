import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { projectRoot } from '../fixtures/content.ts';

const versions = z.record(z.string(), z.string());
const manifest = z
  .object({
    license: z.string(),
    dependencies: versions,
    devDependencies: versions,
    optionalDependencies: versions,
  })
  .parse(readJson('package.json'));
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        license: z.string().optional(),
        dev: z.boolean().optional(),
        hasInstallScript: z.boolean().optional(),
        dependencies: versions.optional(),
        devDependencies: versions.optional(),
        optionalDependencies: versions.optional(),
      }),
    ),
  })
  .parse(readJson('package-lock.json')).packages;
const installed = Object.entries(lock).filter(([path]) => path !== '');
const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

function readJson(...names: readonly string[]): unknown {
  return JSON.parse(readFileSync(join(projectRoot, ...names), 'utf8'));
}

describe('A dependency', () => {
  test('has a reason in the table of dependencies.md, and the table has no other', () => {
    const table = readFileSync(join(projectRoot, '.github', 'dependencies.md'), 'utf8');
    const rows = [...table.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name = '', why = '']) => ({
      name,
      why,
    }));
    assert.deepEqual(rows.map(({ name }) => name).toSorted(), Object.keys(direct).toSorted());
    for (const { name, why } of rows) assert.ok(why.length >= 5, name);
  });

  test('is named in one version', () => {
    for (const [name, version] of Object.entries(direct)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
  });

  test('that readers or builders need is one of few', () => {
    assert.ok(Object.keys(manifest.dependencies).length <= 30);
  });
});

describe('The lock file', () => {
  test('is of this package.json', () => {
    const { dependencies, devDependencies, optionalDependencies } = lock[''] ?? {};
    assert.deepEqual(
      { dependencies, devDependencies, optionalDependencies },
      {
        dependencies: manifest.dependencies,
        devDependencies: manifest.devDependencies,
        optionalDependencies: manifest.optionalDependencies,
      },
    );
  });

  test('has a digest of every package, and none comes from elsewhere than the registry', () => {
    assert.ok(installed.length > 400);
    const isStrange = ({ integrity = '', resolved }: (typeof installed)[number][1]) =>
      !integrity.startsWith('sha512-') ||
      (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'));
    assert.deepEqual(
      installed.filter(([, entry]) => isStrange(entry)).map(([path]) => path),
      [],
    );
  });

  test('has few packages that run a script when they are installed', () => {
    const running = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    const known = ['esbuild', 'fsevents', 'sharp'];
    assert.deepEqual(
      running.filter((path) => !known.includes(path.split('node_modules/').at(-1) ?? '')),
      [],
    );
  });
});

/*
 * What may be used in a work under the EUPL-1.2: licences that ask for no more than a notice, and those of its appendix that leave
 * a program that only uses them under its own licence. Source: EUPL-1.2, appendix; Commission Implementing Decision (EU) 2017/863.
 */
const compatible = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'Python-2.0',
    'Zlib',
  ],
  ...['LGPL-3.0', 'LGPL-3.0-or-later', 'MPL-2.0'],
  // Of typefaces, which are shipped beside the program under their own licence.
  'OFL-1.1',
]);

/** What package.json says too little of, by what the licence's own text is. */
const readInText: ReadonlyMap<string, string> = new Map([['node_modules/duck', 'BSD-2-Clause']]);

function isCompatible(expression: string): boolean {
  return expression
    .replace(/[()]/g, '')
    .split(/ AND /)
    .every((term) => term.split(/ OR /).some((licence) => compatible.has(licence.trim())));
}

describe('A package that comes with the site’s build', () => {
  const production = installed.filter(([, { dev }]) => !dev);

  test('has a licence that goes with the EUPL-1.2', () => {
    assert.equal(manifest.license, 'EUPL-1.2');
    assert.ok(production.length > 300);
    assert.deepEqual(
      production
        .filter(([path, { license }]) => !isCompatible(readInText.get(path) ?? license ?? ''))
        .map(([path, { license }]) => `${path}: ${license}`),
      [],
    );
  });

  test('says the same in its own package.json as in the lock file', () => {
    const manifestSchema = z.object({
      version: z.string(),
      license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
    });
    for (const [path, { version, license }] of production) {
      if (!existsSync(join(projectRoot, path, 'package.json'))) continue;
      const own = manifestSchema.parse(readJson(path, 'package.json'));
      // A folder of another version is none of this lock file's: npm ci puts it right.
      if (own.license === undefined || own.version !== version) continue;
      assert.equal(typeof own.license === 'string' ? own.license : own.license.type, license, path);
    }
  });

  test('has no known vulnerability', (context) => {
    const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
      cwd: projectRoot,
      encoding: 'utf8',
      timeout: 60_000,
      shell: process.platform === 'win32',
    });
    const report = z
      .object({ metadata: z.object({ vulnerabilities: z.object({ total: z.number() }) }) })
      .safeParse(parsedJson(stdout));
    if (!report.success) {
      context.skip('npm audit fick inget svar från registret. Kör npm audit --omit=dev där det går att nå.');
      return;
    }
    assert.equal(report.data.metadata.vulnerabilities.total, 0, stdout);
  });
});

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
