import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import {
  AuthoringError,
  choicesMeant,
  Dialogue,
  Interrupted,
  withBodies,
  writeAll,
} from '../../src/authoring/index.ts';
import { folderWith, lines, projectRoot } from '../fixtures/content.ts';

const body = { id: 'nya-namnden', name: 'Nya nämnden', form: 'nämnd' };
const heading = ['code: "9901"', 'kind: kommun', 'name: A', 'place: A'];
const added = ['  - id: nya-namnden', '    name: Nya nämnden', '    form: nämnd'];

describe('A body that is added to a municipality', () => {
  const folder = join(projectRoot, 'content', 'municipalities');
  for (const file of readdirSync(folder)) {
    test(`changes nothing else in ${file}`, () => {
      const before = readFileSync(join(folder, file), 'utf8');
      const after = withBodies(file, before, [body]);
      const own = before.includes('\nbodies:') ? added : ['bodies:', ...added];
      assert.equal(after.replace(lines(...own), ''), before);
      assert.deepEqual(parse(after).bodies.at(-1), body);
    });
  }

  test('comes after the last, before what follows the list, and comments stay where they stood', () => {
    const before = [
      ...heading.slice(0, 1),
      '# överst',
      ...heading.slice(1),
      'bodies:   # alla',
      '  - { id: a, name: A, form: nämnd } # den första',
    ];
    const after = ['# sist', 'website: https://exempel.se'];
    assert.equal(
      withBodies('a.yaml', lines(...before, ...after), [body]),
      lines(...before, ...added, ...after),
    );
  });

  test('makes a list where there is none, or an empty one', () => {
    for (const none of [[], ['bodies: []'], ['bodies:']]) {
      assert.equal(
        withBodies('a.yaml', lines('# överst', ...heading, ...none), [body]),
        lines('# överst', ...heading, 'bodies:', ...added),
      );
    }
  });

  test('keeps the indentation of the list that it comes into', () => {
    const list = ['bodies:', '- id: a', '  name: A', '  form: nämnd'];
    assert.equal(
      withBodies('a.yaml', lines(...heading, ...list), [body]),
      lines(...heading, ...list, ...added.map((line) => line.slice(2))),
    );
  });

  test('is refused where it is none', () => {
    assert.throws(
      () => withBodies('a.yaml', lines(...heading), [{ ...body, form: 'klubb' }]),
      (error) => error instanceof AuthoringError && /form: "klubb" är inget av de ord/.test(error.message),
    );
  });
});

describe('What is typed means', () => {
  const choices = [
    { id: '1490-boras', name: 'Borås Stad', words: ['Borås'] },
    { id: '9001-boras-nya', name: 'Nya Borås kommun', words: ['Nya Borås'] },
    { id: 'kl-1991', name: '1991 års kommunallag', words: ['KL'] },
    { id: 'kl-2017', name: 'Kommunallagen', words: ['KL', 'nya kommunallagen'] },
  ];
  for (const [typed, meant] of [
    ['kl-2017', ['kl-2017']],
    ['borås', ['1490-boras']],
    ['BORAS STAD', ['1490-boras']],
    ['bor', ['1490-boras', '9001-boras-nya']],
    ['kl', ['kl-1991', 'kl-2017']],
    ['Kommunallagen', ['kl-2017']],
    ['allag', ['kl-1991', 'kl-2017']],
    ['grus', []],
    ['?', []],
  ] as const) {
    test(`${typed}: ${meant.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(
        choicesMeant(typed, choices).map(({ id }) => id),
        meant,
      );
    });
  }
});

describe('Files are written', () => {
  const inFolder = (files: Readonly<Record<string, string>>, check: (folder: string) => void) => {
    const folder = folderWith(files);
    try {
      check(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  test('all or none: what was made before one that cannot be is taken away, with its folders, and what was changed is restored', () => {
    inFolder({ 'a.yaml': 'a: 1\r\n', hinder: 'en fil' }, (folder) => {
      assert.throws(
        () =>
          writeAll(folder, [
            { name: 'audits/ny/a.mdx', text: 'text' },
            { name: 'a.yaml', text: 'a: 2\n', before: 'a: 1\n' },
            { name: 'hinder/b.mdx', text: 'text' },
          ]),
        (error) =>
          error instanceof AuthoringError &&
          /hinder\/b\.mdx kunde inte skrivas: .+\. Inget har skrivits\./.test(error.message),
      );
      assert.deepEqual(readdirSync(folder).toSorted(), ['a.yaml', 'hinder']);
      assert.equal(readFileSync(join(folder, 'a.yaml'), 'utf8'), 'a: 1\r\n');
    });
  });

  test('with the line ends that a changed file had', () => {
    inFolder({ 'a.yaml': 'a: 1\r\nb: 1\r\n' }, (folder) => {
      writeAll(folder, [{ name: 'a.yaml', text: 'a: 1\nb: 2\n', before: 'a: 1\nb: 1\n' }]);
      assert.equal(readFileSync(join(folder, 'a.yaml'), 'utf8'), 'a: 1\r\nb: 2\r\n');
    });
  });

  test('in place of a file with its rights, where a link to it leads', () => {
    inFolder({ 'egen/a.yaml': 'a: 1\n' }, (folder) => {
      const path = join(folder, 'egen', 'a.yaml');
      chmodSync(path, 0o600);
      symlinkSync(path, join(folder, 'a.yaml'));
      writeAll(folder, [{ name: 'a.yaml', text: 'a: 2\n', before: 'a: 1\n' }]);
      assert.equal(readFileSync(path, 'utf8'), 'a: 2\n');
      assert.equal(statSync(path).mode & 0o777, 0o600);
      assert.ok(lstatSync(join(folder, 'a.yaml')).isSymbolicLink());
    });
  });

  test('over nothing: not a file, not a link that leads nowhere, not a file that changed after it was read', () => {
    inFolder({ 'a.mdx': 'min', 'b.yaml': 'b: 2\n' }, (folder) => {
      symlinkSync(join(folder, 'ingenstans'), join(folder, 'c.mdx'));
      assert.throws(() => writeAll(folder, [{ name: 'a.mdx', text: 'din' }]), /a\.mdx finns redan/);
      assert.throws(() => writeAll(folder, [{ name: 'c.mdx', text: 'din' }]), /c\.mdx finns redan/);
      assert.throws(
        () => writeAll(folder, [{ name: 'b.yaml', text: 'b: 3\n', before: 'b: 1\n' }]),
        /b\.yaml har ändrats medan frågorna besvarades\. Inget har skrivits\. Kör kommandot igen\./,
      );
      assert.equal(readFileSync(join(folder, 'a.mdx'), 'utf8'), 'min');
      assert.equal(readFileSync(join(folder, 'b.yaml'), 'utf8'), 'b: 2\n');
      assert.equal(existsSync(join(folder, 'ingenstans')), false);
      assert.deepEqual(readdirSync(folder).toSorted(), ['a.mdx', 'b.yaml', 'c.mdx']);
    });
  });
});

/** A dialogue at a terminal of one's own, what it shows, and the keys. */
function atTerminal() {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  let shown = '';
  const shownSoon = (text: string) =>
    new Promise<void>((done) => {
      output.on('data', (data: Buffer) => {
        shown += String(data);
        if (shown.includes(text)) done();
      });
    });
  return { dialogue: new Dialogue(input, output), type: (keys: string) => input.write(keys), shownSoon };
}

describe('At a terminal', () => {
  test('the Tab key completes what is typed to a name in the register', async () => {
    const { dialogue, type, shownSoon } = atTerminal();
    const answer = dialogue.ask('Nämnd: ', ['Arkivnämnden', 'Kommunstyrelsen']);
    type('kommu\t');
    await shownSoon('Kommunstyrelsen');
    type('\n');
    assert.equal(await answer, 'Kommunstyrelsen');
    dialogue.close();
  });

  test('Ctrl-C ends the questions', async () => {
    const { dialogue, type } = atTerminal();
    const answer = dialogue.ask('Nämnd: ');
    type('kommu\u0003');
    await assert.rejects(answer, (error) => error instanceof Interrupted && error.isByHand);
    await assert.rejects(dialogue.ask('Titel: '), Interrupted);
  });

  test('Ctrl-D ends them too, as input that has come to its end', async () => {
    const { dialogue, type } = atTerminal();
    const answer = dialogue.ask('Nämnd: ');
    type('\u0004');
    await assert.rejects(answer, (error) => error instanceof Interrupted && !error.isByHand);
  });
});
