import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { checkedContent, loadRegisters } from '../../../src/archive/index.ts';
import { writeAll } from '../../../src/authoring/index.ts';
import {
  ImportError,
  type Imported,
  type ImportOptions,
  imported,
  type refusals,
} from '../../../src/import/index.ts';
import type { Problem } from '../../../src/problems/index.ts';
import { ReportCache } from '../../../src/reports/index.ts';
import { compilerRoot, projectRoot } from '../../fixtures/content.ts';
import { layoutFolder } from '../../fixtures/import/layouts.ts';
import { aLongPdf, aPdf, aScan, pdfReport } from '../../fixtures/import/pdf.ts';
import { importContent } from '../../fixtures/import/registers.ts';
import { aWordReport } from '../../fixtures/import/word.ts';

const contentDir = importContent();
const folder = mkdtempSync(join(tmpdir(), 'granskningsarkivet-rapporter-'));
after(() => {
  for (const made of [contentDir, folder]) rmSync(made, { recursive: true, force: true });
});

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command on a file of the given content, in the content folder. */
function ran(file: string, args: readonly string[] = [], options: readonly string[] = []): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...options, join(projectRoot, 'src', 'cli', 'import.ts'), ...(file === '' ? [] : [file]), ...args],
    { cwd: compilerRoot(), env: { ...process.env, CONTENT_DIR: contentDir }, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

function fileWith(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const content = loadRegisters(contentDir, new ReportCache(compilerRoot()));

/** The draft of a file, written where the check looks for it, with its pictures. */
async function written(file: string, options: ImportOptions = {}): Promise<Imported> {
  const result = await imported(file, content, 2026, options);
  writeAll(contentDir, [
    { name: `audits/${result.draft.id}.mdx`, text: result.draft.text },
    ...result.pictures.map(({ name, bytes }) => ({ name: `audits/${result.draft.id}/${name}`, bytes })),
  ]);
  return result;
}

/** Why a file gives no draft. */
async function refusalOf(file: string, options: ImportOptions = {}): Promise<ImportError> {
  try {
    await imported(file, content, 2026, options);
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  return assert.fail('it gives a draft');
}

function errorsIn(name: string): readonly Problem[] {
  return checkedContent(contentDir, compilerRoot()).problems.filter(
    ({ file, severity }) => severity === 'error' && file.includes(name),
  );
}

const layout = (name: string) => readFileSync(join(layoutFolder, `${name}.txt`), 'utf8');
const twoReports = `${layout('hemtjanst')}\n\f${layout('internkontroll')}`;

/** A Word file of some kilobytes whose text would be hundreds of megabytes. */
function aZipBomb(): Buffer {
  const name = Buffer.from('word/document.xml');
  const packed = deflateRawSync(Buffer.alloc(60 * 2 ** 20, 32));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}

const audits = () =>
  existsSync(join(contentDir, 'audits')) ? readdirSync(join(contentDir, 'audits'), { recursive: true }) : [];

describe('npm run import', () => {
  test('writes a draft that the check reads without errors, says what it took from where, and writes nothing over', () => {
    const file = join(layoutFolder, 'elevnarvaro.txt');
    const { status, stdout, stderr } = ran(file);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /fråga q1 +rad \d+ +säker +Finns ändamålsenliga rutiner/);
    assert.match(stdout, /rader i utkastet är märkta ATT SKRIVA\./);
    const draft = join(contentDir, 'audits/9912-fiktivsjo/2022-arbetet-med-skolnarvaro.mdx');
    const text = readFileSync(draft, 'utf8');
    assert.deepEqual(errorsIn('skolnarvaro'), []);
    const again = ran(file);
    assert.equal(again.status, 1);
    assert.match(again.stderr, /finns redan, och inget skrivs över/);
    assert.equal(readFileSync(draft, 'utf8'), text);
  });

  test('can never publish a draft unseen: without the line draft, the check stops at all that is still to be written', async () => {
    const { draft } = await imported(join(layoutFolder, 'hemtjanst.txt'), content, 2026);
    const name = `audits/${draft.id}.mdx`;
    writeAll(contentDir, [{ name, text: draft.text.replace('draft: true\n', '') }]);
    const errors = errorsIn(name);
    rmSync(join(contentDir, name));
    assert.deepEqual([...new Set(errors.map(({ rule }) => rule))], ['att-skriva']);
    assert.equal(errors.length, draft.text.split('\n').filter((line) => line.includes('ATT SKRIVA')).length);
  });

  test('takes pictures out of a Word file, asks for a text for each, and tells of changes and comments', async () => {
    const { draft, remarks } = await written(fileWith('avgifter.docx', await aWordReport()), {
      municipality: '9911-pahittby',
    });
    assert.deepEqual(remarks, [
      'Dokumentet har 2 spårade ändringar. De är lästa som godkända: det strukna är inte med.',
      'Dokumentet har en kommentar, som inte är med i utkastet.',
    ]);
    assert.ok(existsSync(join(contentDir, 'audits/9911-pahittby/2023-avgifter/bild-1.png')));
    for (const part of [
      '<Figure src="bild-1.png" alt="ATT SKRIVA – vad bilden visar',
      'Avgifterna beräknas i ett system en gång om året.[^1]',
      '[^1]: Reglementet antogs 2019.',
      'Avgiften får inte överstiga &lt;5 % av \\{inkomsten\\}.',
      'observation: Avgifterna för 3 av 20 personer var fel beräknade. # stycke 19–20',
      'to: [socialnamnden]',
    ]) {
      assert.ok(draft.text.includes(part), part);
    }
    assert.doesNotMatch(draft.text, /för hand|verkligen/);
    assert.deepEqual(errorsIn('2023-avgifter'), []);
  });

  test('reads the tables of a PDF by where their cells stand, and names pages', async () => {
    const { draft } = await written(
      fileWith('bygglov.pdf', await aPdf(pdfReport, { running: 'Dikthamns stad | Stadsrevisionen' })),
    );
    for (const part of [
      'observation: Nio av 40 ärenden har inte beslutats inom tio veckor. # s. 3, rad 7–8',
      'assessment: Det är inte förenligt med plan- och bygglagen. # s. 3, rad 11',
      'text: Stadsbyggnadsnämnden ska anta en aktuell tillsynsplan.',
      'criterion: pbl-2010, sections: ["9:27"]',
      'verdict: Delvis',
      'text: Tillsynsplanen är inaktuell.',
    ]) {
      assert.ok(draft.text.includes(part), part);
    }
    assert.doesNotMatch(draft.text, /\| Stadsrevisionen/);
    assert.deepEqual(errorsIn(draft.id), []);
  });

  test('reads two hundred pages in less than a gigabyte', async () => {
    const file = fileWith('lang.pdf', await aLongPdf(200));
    const watch = fileWith(
      'watch.mjs',
      "process.on('exit', () => console.error('peak', process.resourceUsage().maxRSS));",
    );
    const { status, stderr } = ran(file, ['--out', join(folder, 'lang')], ['--import', `file://${watch}`]);
    assert.equal(status, 0, stderr);
    const [, kilobytes] = /peak (\d+)/.exec(stderr) ?? [];
    assert.ok(Number(kilobytes) > 0 && Number(kilobytes) < 2 ** 20, `${kilobytes} kB`);
  });
});

describe('an import refuses, and says what to do about', () => {
  const cases: readonly (readonly [
    what: string,
    name: string,
    bytes: () => string | Uint8Array | Promise<Buffer>,
    kind: keyof typeof refusals,
    says: RegExp,
  ])[] = [
    ['a scan without text', 'bilder.pdf', () => aScan(3), 'textless', /3 sidor men ingen text.*OCR/],
    [
      'a damaged PDF',
      'trasig.pdf',
      () => `%PDF-1.7\n${'x'.repeat(4000)}`,
      'unreadable',
      /går inte att läsa som PDF/,
    ],
    [
      'a PDF that is called .docx',
      'pdf.docx',
      () => aPdf(pdfReport),
      'unreadable',
      /heter \.docx men är en PDF/,
    ],
    [
      'a Word file that is called .txt',
      'word.txt',
      aWordReport,
      'unreadable',
      /heter \.txt men är ett Zip-arkiv/,
    ],
    [
      'an older or encrypted Word file',
      'gammal.docx',
      () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(64, '0'), 'hex'),
      'unreadable',
      /krypterad, eller ett Word-dokument av äldre slag/,
    ],
    [
      'a Word file that unpacks to more than it should',
      'bomb.docx',
      aZipBomb,
      'unreadable',
      /för stor när den packas upp/,
    ],
    [
      'a Zip archive that is cut off',
      'kapad.docx',
      async () => (await aWordReport()).subarray(0, 3000),
      'unreadable',
      /går inte att packa upp/,
    ],
    [
      'a file of another kind',
      'tabell.xlsx',
      () => 'PK',
      'unreadable',
      /inget slag av fil som går att läsa in/,
    ],
    ['an empty file', 'tom.txt', () => '', 'textless', /är tom/],
    ['a file of spaces alone', 'mellanslag.txt', () => ' \n\n \n', 'textless', /är tom/],
    [
      'two reports in one file',
      'tva.txt',
      () => twoReports,
      'several',
      /flera rapporter.*rad 1\d\d.*--part/s,
    ],
    [
      'a personal identity number',
      'nummer.txt',
      () =>
        'Granskning av avgifter\n\nPåhittby kommun\n\n1 Inledning\n\nHandläggaren, 19121212-1212, uppgav detta.\n',
      'personalNumber',
      /ett personnummer \(rad 7\)/,
    ],
    [
      'a report whose principal no register knows',
      'okand.txt',
      () => 'Granskning av arkiv\n\nIngenstans kommun\n\nNämnden bör vårda arkiven.\n',
      'homeless',
      /nämner ingen huvudman.*--municipality/,
    ],
  ];
  for (const [what, name, bytes, kind, says] of cases) {
    test(what, async () => {
      const refusal = await refusalOf(fileWith(name, await bytes()));
      assert.equal(refusal.kind, kind);
      assert.match(refusal.message, says);
    });
  }

  test('a municipality that is in no register', async () => {
    const refusal = await refusalOf(join(layoutFolder, 'hemtjanst.txt'), { municipality: '9999-ingenstans' });
    assert.equal(refusal.kind, 'misuse');
  });
});

describe('of two reports in one file', () => {
  test('one can be read at a time', async () => {
    const first = layout('hemtjanst').split('\n').length + 1;
    const { draft } = await imported(fileWith('del.txt', twoReports), content, 2026, {
      part: { first, last: 999 },
    });
    assert.match(draft.id, /^9914-sagolunda\//);
  });

  test('all is read where the author says that it is one', async () => {
    const { draft } = await imported(fileWith('en.txt', twoReports), content, 2026, { isOneReport: true });
    assert.ok(draft.entries.length > 60);
  });
});

describe('the exit code', () => {
  test('tells scripts why there is no draft, and nothing is written', async () => {
    const before = audits();
    const { status, stdout, stderr } = ran(
      fileWith('last.pdf', await aPdf(pdfReport, { password: 'hemligt' })),
    );
    assert.equal(status, 3);
    assert.match(stderr, /last\.pdf är krypterad och kräver ett lösenord\. Spara en kopia utan lösenord/);
    assert.equal(stdout, '');
    assert.deepEqual(audits(), before);
  });

  test('is 2 for a command that is wrongly written', () => {
    assert.equal(ran('a.pdf', ['--part', '9-3']).status, 2);
  });
});
