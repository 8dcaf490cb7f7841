import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { chromium } from 'playwright';
import { projectRoot } from '../fixtures/content.ts';
import { hasTool, said } from './pdf-tools.ts';
import { testSites } from './sites.ts';

/* PDFs of the made-up archive's fullest and barest report, made with the command that makes them all. */

const site = testSites.find(({ name }) => name === 'provarkivet');
assert.ok(site);
const shelf = join(projectRoot, '.cache', 'test');
mkdirSync(shelf, { recursive: true });
const workshop = mkdtempSync(join(shelf, 'pdf-'));
after(() => rmSync(workshop, { recursive: true }));

const full = '9901-exempelstad/2021-arkivvard';
const bare = '98-provregionen/2019-katalogpost';

function pdf(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync('node', [join('src', 'cli', 'pdf.ts'), ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: { ...process.env, ...site?.environment, PDF_DIR: join(workshop, 'pdf'), ...environment },
  });
  return { status, printed: stdout.trim(), errors: stderr.trim() };
}

const first = pdf(['--no-build', full, bare]);
const fileOf = (id: string) => join(workshop, 'pdf', `${id}.pdf`);

describe('npm run pdf', () => {
  test('makes a PDF of each report, and tells how far it has come', () => {
    assert.equal(first.errors, '');
    assert.equal(first.printed, 'PDF: 0 som förut, 2 att göra.\nPDF: 1 av 2\nPDF: 2 av 2');
    assert.equal(first.status, 0);
    const manifest = JSON.parse(readFileSync(join(workshop, 'pdf', 'manifest.json'), 'utf8'));
    assert.deepEqual(Object.keys(manifest), [bare, full].sort());
    assert.equal(manifest[full].bytes, statSync(fileOf(full)).size);
    assert.ok(manifest[full].pages >= 5 && manifest[full].pages <= 20, String(manifest[full].pages));
  });

  test('makes nothing again that is as it was', () => {
    assert.equal(pdf(['--no-build', full, bare]).printed, 'PDF: 2 som förut, 0 att göra.');
  });

  test('names every report that it could not make where the browser is gone, and ends badly', () => {
    const wrapper = join(workshop, 'browser.sh');
    const mark = join(workshop, 'launched');
    const real = [process.env.CHROMIUM_PATH, chromium.executablePath(), '/usr/bin/chromium'].find(
      (path) => path && existsSync(path),
    );
    // The first launch asks for the version; after that it dies at once.
    writeFileSync(wrapper, `#!/bin/sh\n[ -e '${mark}' ] && exit 1\ntouch '${mark}'\nexec '${real}' "$@"\n`);
    chmodSync(wrapper, 0o755);
    const { status, errors } = pdf(['--no-build', full, bare], {
      CHROMIUM_PATH: wrapper,
      PDF_DIR: join(workshop, 'other'),
    });
    assert.match(errors, new RegExp(`${full}: PDF:en kunde inte göras\\.`));
    assert.match(errors, new RegExp(`${bare}: PDF:en kunde inte göras\\.`));
    assert.match(errors, /2 av 2 PDF:er kunde inte göras\.$/);
    assert.equal(status, 1);
  });

  test('refuses flags and reports that are not there', () => {
    const [flag, id] = [pdf(['--all']), pdf(['9901-exempelstad/1900-inget'])];
    assert.match(flag.errors, /^Flaggan --all finns inte\./);
    assert.match(id.errors, /^Rapporten 9901-exempelstad\/1900-inget finns inte i arkivet\./);
    assert.deepEqual([flag.status, id.status], [2, 2]);
  });

  test('says what to do where no site has been built', () => {
    const { status, errors } = pdf(['--no-build'], { OUT_DIR: join(workshop, 'empty') });
    assert.equal(errors, 'Det finns ingen byggd webbplats att skriva ut. Kör npm run build först.');
    assert.equal(status, 1);
  });
});

describe('A report’s PDF', () => {
  const skip = (tool: 'pdfinfo' | 'qpdf') => (hasTool(tool) ? false : `${tool} finns inte här`);

  test('has title, author, subject, keywords and A4, and is tagged', { skip: skip('pdfinfo') }, () => {
    const { text } = said('pdfinfo', [fileOf(full)]);
    const facts = Object.fromEntries(
      text.split('\n').map((row) => [row.slice(0, row.indexOf(':')), row.slice(row.indexOf(':') + 1).trim()]),
    );
    assert.equal(facts.Title, 'Granskning av arkivvård & gallring (<5 % kvar?), Exempelstad 2021');
    assert.equal(facts.Author, 'Exempelrevisorerna');
    assert.match(
      facts.Subject ?? '',
      /^Revisionsrapport, Exempelstad: \d+ iakttagelser och \d+ rekommendationer\.$/,
    );
    assert.match(facts.Keywords ?? '', /Arkiv/);
    assert.equal(facts.Tagged, 'yes');
    assert.equal(facts['Metadata Stream'], 'yes');
    assert.match(facts['Page size'] ?? '', /A4/);
  });

  test('has headings, lists, tables and links in its structure, and the language of its words', {
    skip: skip('pdfinfo'),
  }, () => {
    const { text } = said('pdfinfo', ['-struct', fileOf(full)]);
    for (const kind of [
      'Document',
      'H1',
      'H2',
      'P',
      'L',
      'LI',
      'Table',
      'TR',
      'TH',
      'TD',
      'Link',
      'Figure',
    ]) {
      assert.match(text, new RegExp(`^\\s*${kind}\\b`, 'm'), kind);
    }
    const bytes = readFileSync(fileOf(full), 'latin1');
    assert.match(bytes, /\/Lang \(sv\)/);
    assert.match(bytes, /\/Outlines \d+ 0 R/);
    assert.match(bytes, /\/DisplayDocTitle true/);
  });

  test('is a sound file', { skip: skip('qpdf') }, () => {
    for (const id of [full, bare]) {
      const { status, text } = said('qpdf', ['--check', fileOf(id)]);
      assert.equal(status, 0, text);
      assert.match(text, /No syntax or stream encoding errors found/);
    }
  });

  test('links to where the archive will live', () => {
    assert.match(
      readFileSync(fileOf(full), 'latin1'),
      /\/URI \(https:\/\/exempel\.se\/arkiv\/kommuner\/exempelstad\/\)/,
    );
  });
});
