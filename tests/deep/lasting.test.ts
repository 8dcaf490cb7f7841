import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { chromium } from 'playwright';
import { ensureBrowser } from '../../src/cli/browser.ts';
import { anAudit, auditFile, exampleFiles, projectRoot } from '../fixtures/content.ts';

/* A small archive through its years, by the commands that an office gives: published, corrected, printed, moved and given up. */

ensureBrowser();
const shelf = join(projectRoot, '.cache', 'test');
mkdirSync(shelf, { recursive: true });
const workshop = mkdtempSync(join(shelf, 'lasting-'));
after(() => rmSync(workshop, { recursive: true }));

const contentDir = join(workshop, 'content');
const site = join(workshop, 'site');
const report = 'granskningar/exempelstad/2020-arkivvard';
const page = () => readFileSync(join(site, report, 'index.html'), 'utf8');
const isLinked = () => page().includes('data-pdf');

function write(name: string, text: string | Buffer): void {
  const path = join(contentDir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function command(
  name: string,
  environment: Readonly<Record<string, string>> = {},
  ...args: readonly string[]
) {
  const { status, stdout, stderr } = spawnSync('node', [join('src', 'cli', `${name}.ts`), ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: {
      ...process.env,
      CONTENT_DIR: contentDir,
      OUT_DIR: site,
      PDF_DIR: join(workshop, 'pdf'),
      SITE_URL: 'https://exempel.se',
      ...environment,
    },
  });
  return { status, said: stdout + stderr };
}

function succeeds(name: string, ...args: readonly string[]): string {
  const { status, said } = command(name, {}, ...args);
  assert.equal(status, 0, said);
  return said;
}

test('a report is published, printed, corrected, moved and given up, and every step is refused until it is told', () => {
  const original = anAudit({ body: 'Arkivet har 340 hyllmeter.' });
  for (const [name, text] of Object.entries(exampleFiles)) write(name, text);
  write(auditFile, original);

  assert.equal(command('publish', {}, '--check').status, 1);
  assert.match(succeeds('publish'), /granskning 1/);
  succeeds('publish', '--check');
  succeeds('build');
  assert.ok(!isLinked());

  assert.match(succeeds('pdf'), /PDF: 1 av 1/);
  assert.ok(isLinked());
  assert.match(page(), /PDF, 2? ?\d* ?(?:sida|sidor), \d/);
  assert.match(
    page(),
    /citation_pdf_url" content="https:\/\/exempel\.se\/granskningar\/exempelstad\/2020-arkivvard\/exempelstad-2020-arkivvard\.pdf"/,
  );
  assert.ok(existsSync(join(site, report, 'exempelstad-2020-arkivvard.pdf')));
  assert.match(succeeds('pdf'), /1 som förut, 0 att göra/);

  const changed = (corrections: unknown) => anAudit({ body: 'Arkivet har 430 hyllmeter.', corrections });
  write(auditFile, changed([]));
  const refused = command('build');
  assert.equal(refused.status, 1);
  assert.match(refused.said, /Rapporten är ändrad sedan den publicerades/);
  assert.match(page(), /340 hyllmeter/, 'the last site is left alone');

  write(
    auditFile,
    changed([
      {
        date: '2026-11-22',
        text: 'Siffrorna hade bytt plats.',
        changes: [{ before: 'Arkivet har 340 hyllmeter.', after: 'Arkivet har 430 hyllmeter.' }],
      },
    ]),
  );
  assert.match(succeeds('publish'), /1 ändrad rapport/);
  succeeds('build');
  assert.match(page(), /430 hyllmeter/);
  assert.ok(!isLinked(), 'a PDF of other words is not linked');
  succeeds('pdf');
  assert.ok(isLinked());

  rmSync(join(contentDir, auditFile));
  assert.match(command('build').said, /har publicerats men finns inte längre/);
  write(
    'addresses.yaml',
    `tombstones:\n  - { address: /${report}/, title: Arkivvård, date: 2026-11-22, reason: Den hörde inte hit. }\n`,
  );
  succeeds('build');
  assert.match(page(), /Här fanns: Arkivvård/);
  assert.ok(!existsSync(join(site, report, 'exempelstad-2020-arkivvard.pdf')));
  assert.match(readFileSync(join(site, 'andringar', 'index.html'), 'utf8'), /Den hörde inte hit\./);
});

test('a browser that is killed while it prints is replaced, and every report is made', () => {
  for (const year of [2018, 2019, 2020, 2021]) {
    write(auditFile.replace('2020', String(year)), anAudit({ year, published: String(year + 1) }));
  }
  rmSync(join(contentDir, 'addresses.yaml'), { force: true });
  rmSync(join(contentDir, 'published'), { recursive: true, force: true });
  succeeds('build');
  const real = [process.env.CHROMIUM_PATH, chromium.executablePath(), '/usr/bin/chromium'].find(
    (path) => path && existsSync(path),
  );
  const launches = join(workshop, 'launches');
  const wrapper = join(workshop, 'browser.sh');
  // The first launch asks for the version; the second is killed soon after it has begun.
  writeFileSync(
    wrapper,
    `#!/bin/sh\necho x >> '${launches}'\nif [ "$(wc -l < '${launches}')" = 2 ]; then\n  '${real}' "$@" & p=$!\n  (sleep 1; kill -9 $p) &\n  wait $p\nelse\n  exec '${real}' "$@"\nfi\n`,
  );
  chmodSync(wrapper, 0o755);
  const { status, said } = command(
    'pdf',
    { CHROMIUM_PATH: wrapper, PDF_DIR: join(workshop, 'killed') },
    '--no-build',
  );
  assert.equal(status, 0, said);
  assert.match(said, /PDF: 4 av 4/);
  assert.equal(
    Object.keys(JSON.parse(readFileSync(join(workshop, 'killed', 'manifest.json'), 'utf8'))).length,
    4,
  );
});
