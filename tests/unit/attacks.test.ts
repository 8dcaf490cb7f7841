import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { checkedContent } from '../../src/archive/index.ts';
import { problemReport } from '../../src/problems/index.ts';
import { aPicture } from '../fixtures/archive-figure.ts';
import { fileNames } from '../fixtures/attacks/files.ts';
import { added, replaced } from '../fixtures/attacks/frontmatter.ts';
import { harmInHtml } from '../fixtures/attacks/harm.ts';
import { largeFields, largeTexts } from '../fixtures/attacks/large.ts';
import { apparatus, code, hidden, links, markup } from '../fixtures/attacks/texts.ts';
import {
  anAudit,
  asOf,
  auditFile,
  type Changes,
  type Checked,
  compilerRoot,
  contentWith,
  exampleFiles,
  folderWith,
} from '../fixtures/content.ts';
import { aPicture as sizeOfPicture } from '../fixtures/picture.ts';

/*
 * Everything that an author may send to do harm: each attack is refused with its line and a message, or is compiled to HTML that
 * can do nothing. tests/e2e/attacks.test.ts loads those that are compiled in a browser.
 */

const figure = 'audits/9901-exempelstad/2020-arkivvard/karta.png';

/** Holds what was found against why it should be refused: `14: HTML kan inte användas`, or nothing. */
function assertFate({ problems, archive }: Checked, file: string, refused: string | undefined): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors.filter((problem) => problem.file === file);
  for (const { message } of errors) assert.match(message, /^.{10,}\.$/s);
  if (refused === undefined) {
    assert.deepEqual(
      errors.map(({ line, message }) => `${line}: ${message}`),
      [],
    );
    for (const html of archive?.audits.flatMap(htmlOf) ?? []) assert.deepEqual(harmInHtml(html), []);
    return;
  }
  assert.equal(archive, undefined);
  const found = `${first?.line ?? '–'}: ${first?.message}`;
  assert.equal(found.slice(0, refused.length), refused);
}

function htmlOf(audit: NonNullable<Checked['archive']>['audits'][number]): readonly string[] {
  const blocks = audit.body.blocks.flatMap((block) => (block.kind === 'html' ? [block.html] : []));
  return audit.purpose ? [...blocks, audit.purpose.html] : blocks;
}

const withFields = (fields: string) => anAudit().replace('---\n\n', `${fields}\n---\n\n`);

for (const [kind, attacks] of Object.entries({ markup, code, links, apparatus, hidden })) {
  describe(`Of attacks in a text, ${kind}:`, () => {
    for (const [name, body, refused] of attacks) {
      test(`${name} is ${refused === undefined ? 'harmless' : 'refused'}`, () => {
        const checked = contentWith({ [auditFile]: anAudit({ body }), [figure]: aPicture(4, 4) });
        assertFate(checked, auditFile, refused);
      });
    }
  });
}

describe('Of attacks in frontmatter,', () => {
  for (const [name, fields, refused] of added) {
    test(`${name} is ${refused === undefined ? 'harmless' : 'refused'}`, () => {
      assertFate(contentWith({ [auditFile]: withFields(fields) }), auditFile, refused);
    });
  }

  for (const [name, field, refused] of replaced) {
    test(`${name} is ${refused === undefined ? 'harmless' : 'refused'}`, () => {
      const key = field.slice(0, field.indexOf(':'));
      const audit = anAudit({ [key]: field.slice(key.length + 2) });
      assertFate(contentWith({ [auditFile]: audit }), auditFile, refused);
    });
  }

  test('none has changed what every object is', () => {
    assert.equal('isAdmin' in {}, false);
    assert.deepEqual(Object.keys(Object.prototype), []);
  });
});

describe('Of attacks by size,', () => {
  for (const [name, unit, times, refused] of largeTexts) {
    test(`${name} is ${refused === undefined ? 'harmless' : 'refused'}`, () => {
      const checked = contentWith({ [auditFile]: anAudit({ body: unit.repeat(times) }) });
      assertFate(checked, auditFile, refused);
    });
  }

  for (const [name, unit, times, refused, before] of largeFields) {
    test(`${name} is ${refused === undefined ? 'harmless' : 'refused'}`, () => {
      const checked = contentWith({ [auditFile]: withFields(`${before}${unit.repeat(times)}`) });
      assertFate(checked, auditFile, refused);
    });
  }

  test('a file with thousands of faults is told of in at most a hundred that its fields make', () => {
    const fields = Array.from({ length: 5000 }, (_, index) => `falt${index}: x`).join('\n');
    assert.equal(contentWith({ [auditFile]: withFields(fields) }).problems.length, 100);
  });

  test('a picture larger than any screen is refused', () => {
    const checked = contentWith({ [figure]: sizeOfPicture(60_000, 60_000) });
    assertFate(checked, figure, '–: Bilden har 60000 × 60000 bildpunkter, och det är för många.');
  });
});

describe('Of attacks by file,', () => {
  for (const [name, file, refused] of fileNames) {
    test(`${name} is ${refused === undefined ? 'harmless' : 'refused'}`, () => {
      const text = file.endsWith('.mdx') ? anAudit() : 'name: P\nkind: arkivsystem\n';
      const checked = contentWith({ [file]: text });
      assertFate(checked, file, refused);
      // Neither a name nor what a message quotes of it steers the terminal or the service that shows it.
      assert.doesNotMatch(checked.report, /(?!\n)[\p{Cc}\u202a-\u202e]/u);
      assert.doesNotMatch(checked.report, /^::/m);
    });
  }

  const secret = folderWith({
    'hemligt.yaml': 'name: Hemligt\nkind: arkivsystem\n',
    'hemlig.png': aPicture(2, 2),
  });
  const linked: readonly (readonly [name: string, target: string, file: string])[] = [
    ['a report that is a link to another file', '/etc/hostname', 'audits/9901-exempelstad/2020-lank.mdx'],
    ['a register that is a link to another', join(secret, 'hemligt.yaml'), 'systems/hemligt.yaml'],
    ['a picture that is a link to another', join(secret, 'hemlig.png'), figure],
    ['a register that is a link to itself', 'krets.yaml', 'systems/krets.yaml'],
    ['a register that is a link to a device without end', '/dev/zero', 'systems/nollor.yaml'],
  ];
  for (const [name, target, file] of linked) {
    test(`${name} is refused`, () => {
      const checked = checkedWith({ [figure]: null }, (contentDir) => {
        mkdirSync(dirname(join(contentDir, file)), { recursive: true });
        symlinkSync(target, join(contentDir, file));
      });
      assertFate(checked, file, '–: Filen är en länk till en annan fil (symlink).');
    });
  }

  test('a folder that is a link to another is refused, and nothing in it is read', () => {
    const { problems, archive } = checkedWith({}, (contentDir) => {
      symlinkSync(secret, join(contentDir, 'audits', '9902-provkoping'));
    });
    assert.equal(archive, undefined);
    assert.deepEqual(
      problems.map(({ file }) => file),
      ['audits/9902-provkoping'],
    );
  });

  test('a file that never ends is refused unread', { skip: process.platform === 'win32' }, () => {
    const file = 'systems/ror.yaml';
    const checked = checkedWith({}, (contentDir) => execFileSync('mkfifo', [join(contentDir, file)]));
    assertFate(checked, file, '–: Det här är ingen vanlig fil.');
  });

  test('a picture of a gigabyte is refused unread', () => {
    const checked = checkedWith({ [figure]: aPicture(4, 4) }, (contentDir) =>
      truncateSync(join(contentDir, figure), 1_000_000_000),
    );
    assertFate(checked, figure, '–: Filen är 1\u00a0000 MB och får vara högst 20 MB.');
  });

  test('a text in another encoding, or none, is refused', () => {
    for (const bytes of [
      Buffer.from(anAudit(), 'utf16le'),
      Buffer.from([0xff, 0xfe, 0x00, 0xd8]),
      Buffer.from([0xc0, 0xaf]),
      Buffer.from([0xed, 0xa0, 0x80]),
    ]) {
      const { problems, archive } = contentWith({ [auditFile]: bytes });
      assert.equal(archive, undefined);
      assert.ok(problems.length > 0);
    }
  });
});

/** The example archive with changes, and with what only a file system can do to it. */
function checkedWith(changes: Changes, alter: (contentDir: string) => void): Checked {
  const contentDir = folderWith({ ...exampleFiles, [figure]: null, ...changes });
  try {
    alter(contentDir);
    const { content, problems, archive } = checkedContent(contentDir, compilerRoot(), asOf, asOf);
    return { report: problemReport(problems, content.fileCount), problems, archive };
  } finally {
    rmSync(contentDir, { recursive: true });
  }
}
