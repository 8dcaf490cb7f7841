import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { checkedContent } from '../../../src/archive/index.ts';
import {
  anAudit,
  archiveWith,
  asOf,
  auditFile,
  compilerRoot,
  contentWith,
  exampleFiles,
  folderWith,
} from '../../fixtures/content.ts';
import { errorsOf } from '../../fixtures/printed.ts';

const homes =
  'Rapporter står i audits/<kommun>/, bilder i en mapp med rapportens namn, svar i responses/<kommun>/, register i municipalities/, auditors/, systems/ och criteria/, egna sidor i pages/.';

test('the example archive has no problems', () => {
  assert.equal(contentWith().report, 'Inga fel i 17 filer.');
});

describe('A file', () => {
  test('in a folder that does not exist is misplaced, and the folder meant is named', () => {
    assert.deepEqual(errorsOf('auditor/ny.yaml', { 'auditor/ny.yaml': 'name: Ny\n' }), [
      `Filen ligger i fel mapp eller har fel ändelse. Menade du "auditors"? ${homes}`,
    ]);
  });

  for (const name of [
    'audits/2020-arkivvard.mdx',
    'audits/9901-exempelstad/mapp/2020-arkivvard.mdx',
    'audits/9901-exempelstad/2020-arkivvard.md',
    'pages/mapp/om.mdx',
    'systems/papyrus.yml',
    'systems/mapp/papyrus.yaml',
    'rapporter/ny.yaml',
    'anteckningar.txt',
  ]) {
    test(`${name} is misplaced`, () => {
      assert.deepEqual(errorsOf(name, { [name]: 'text' }), [
        `Filen ligger i fel mapp eller har fel ändelse. ${homes}`,
      ]);
    });
  }

  test('that is hidden is left alone', () => {
    assert.equal(contentWith({ '.DS_Store': 'x', 'audits/.gitkeep': '' }).report, 'Inga fel i 17 filer.');
  });

  test('whose name cannot stand in an address is refused', () => {
    assert.deepEqual(
      errorsOf('systems/Öppet arkiv.yaml', { 'systems/Öppet arkiv.yaml': 'name: Ö\nkind: arkivsystem\n' }),
      ['Filens namn kan inte stå i en adress. Använd små bokstäver a–z, siffror och bindestreck.'],
    );
  });

  test('that is empty is to be written or taken away', () => {
    assert.deepEqual(errorsOf(auditFile, { [auditFile]: '' }), [
      'rad 1 Filen är tom. Skriv rapporten eller ta bort filen.',
    ]);
    assert.deepEqual(errorsOf('pages/om.mdx', { 'pages/om.mdx': ' \n\n' }), [
      'rad 1 Filen är tom. Skriv rapporten eller ta bort filen.',
    ]);
    assert.deepEqual(errorsOf('systems/papyrus.yaml', { 'systems/papyrus.yaml': '\n' }), [
      'rad 1 Filen är tom. Fyll i den eller ta bort den.',
    ]);
  });

  test('without frontmatter is told how to begin', () => {
    assert.deepEqual(errorsOf(auditFile, { [auditFile]: '# Granskning\n\nText.\n' }), [
      'rad 1 Filen har inget metadatablock. Filen ska börja med en rad ---, sedan fälten och sedan ännu en rad ---.',
    ]);
  });

  test('whose frontmatter does not end is told how to end it', () => {
    assert.deepEqual(errorsOf(auditFile, { [auditFile]: '---\ntitle: Granskning\n\nText.\n' }), [
      'rad 1 Metadatablocket har inget slut. Skriv en rad --- efter det sista fältet.',
    ]);
  });

  test('that is not UTF-8 is to be saved again', () => {
    const latin1 = Buffer.from(anAudit(), 'latin1');
    assert.deepEqual(errorsOf(auditFile, { [auditFile]: latin1 }), [
      'Filen är inte sparad som UTF-8. Spara om den i din textredigerare med kodningen UTF-8.',
    ]);
  });

  test('that cannot be read is reported, and the others are checked', () => {
    const contentDir = folderWith({ ...exampleFiles, 'systems/papyrus.yaml': '' });
    symlinkSync(join(contentDir, 'ingenting'), join(contentDir, 'systems', 'brev.yaml'));
    const { problems } = checkedContent(contentDir, compilerRoot(), asOf);
    rmSync(contentDir, { recursive: true });
    assert.deepEqual(
      problems.map(({ file, message }) => [file, message]),
      [
        ['systems/brev.yaml', 'Filen är en länk till en annan fil (symlink).'],
        ['systems/papyrus.yaml', 'Filen är tom.'],
      ],
    );
  });

  test('with the line endings of Windows, or a byte order mark, becomes the same as one without', () => {
    const audit = anAudit({
      purpose: '|-\n  Ett\n  ark.\n\n  Två.',
      body: 'Ett\nark.\n\n```\nkod\nkod\n```\n\n- a\n- b',
    });
    const plain = archiveWith({ [auditFile]: audit }).audits[0];
    const fromWindows = archiveWith({ [auditFile]: `\uFEFF${audit.replaceAll('\n', '\r\n')}` }).audits[0];
    assert.deepEqual(fromWindows?.body, plain?.body);
    assert.deepEqual(fromWindows?.purpose, plain?.purpose);
  });

  test('of comments alone is an empty register', () => {
    assert.deepEqual(errorsOf('topics.yaml', { 'topics.yaml': '# Ämnen kommer.\n' }), []);
  });

  test('that is called a picture must be one', () => {
    const picture = 'audits/9901-exempelstad/2020-arkivvard/karta.png';
    assert.deepEqual(errorsOf(picture, { [picture]: 'ingen bild' }), [
      'Filen är ingen bild som går att läsa. Spara om den som png, jpg, webp eller avif.',
    ]);
  });
});

describe('A register that has to be mended first', () => {
  for (const [state, text] of [
    ['does not parse', 'id: "arkiv\n'],
    ['is empty', ''],
    ['is not UTF-8', Buffer.from('- { id: arkiv, name: Gömma, about: å }', 'latin1')],
  ] as const) {
    test(`because it ${state} does not make what refers to it wrong`, () => {
      const { problems } = contentWith({ [auditFile]: anAudit({ topics: '[arkiv]' }), 'topics.yaml': text });
      assert.deepEqual(
        problems.map(({ file }) => file),
        ['topics.yaml'],
      );
    });
  }

  test('such as a system with a misspelt key, does not make what refers to it wrong', () => {
    const { problems } = contentWith({
      [auditFile]: anAudit({ systems: '[papyrus]' }),
      'systems/papyrus.yaml': 'nmae: Papyrus\nkind: arkivsystem\n',
    });
    assert.deepEqual([...new Set(problems.map(({ file }) => file))], ['systems/papyrus.yaml']);
  });
});

test('a content folder that is not there is an error that says which', () => {
  assert.throws(() => checkedContent('/ingen/mapp', compilerRoot(), asOf), {
    message: 'Innehållsmappen /ingen/mapp finns inte. Ange en annan med CONTENT_DIR, eller skapa den.',
  });
});
