import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { today } from '../../src/archive/index.ts';
import {
  auditFile,
  type Changes,
  compilerRoot,
  exampleFiles,
  folderWith,
  projectRoot,
} from '../fixtures/content.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function exampleFolder(changes: Changes = {}): string {
  const folder = folderWith({ ...exampleFiles, ...changes });
  folders.push(folder);
  return folder;
}

/** Every file of a folder with its text, but for the schemas that editors get. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('.schema'))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function ran(command: 'new' | 'check', contentDir: string, args: readonly string[] = [], input = ''): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'src', 'cli', `${command}.ts`), ...args],
    { cwd: compilerRoot(), env: { ...process.env, CONTENT_DIR: contentDir }, encoding: 'utf8', input },
  );
  return { status, stdout, stderr };
}

const madeFile = 'audits/9901-exempelstad/2024-bisysslor.mdx';
const flags = ['--municipality', '9901-exempelstad', '--year', '2024', '--title', 'Granskning av bisysslor'];

/** The files that were not there before. */
function newFiles(before: ReadonlyMap<string, string>, folder: string): readonly string[] {
  return [...filesIn(folder).keys()].filter((name) => !before.has(name));
}

describe('npm run new with flags', () => {
  test('writes a draft that passes the check, and is found by the name that its title gives', () => {
    const folder = exampleFolder();
    const before = filesIn(folder);
    const { status, stdout } = ran('new', folder, [
      ...flags,
      '--published=2025-02',
      '--type',
      'fördjupad',
      '--boards',
      'kommunstyrelsen,Arkivnämnden',
      '--auditor',
      'exempelrevisorerna',
      '--experts',
      'provbyran',
      '--systems',
      'papyrus',
      '--criteria',
      'EXL',
      '--topics',
      'arkiv',
      '--question',
      'Finns rutiner: ja eller nej?',
      '--question',
      'Följs de?',
    ]);
    assert.equal(status, 0);
    assert.ok(stdout.includes(madeFile), stdout);
    assert.deepEqual(newFiles(before, folder), [madeFile]);
    assert.deepEqual(ran('check', folder).stdout, 'Inga fel i 18 filer.\n');
    const text = readFileSync(join(folder, madeFile), 'utf8');
    for (const line of [
      'title: Granskning av bisysslor',
      'year: 2024',
      'published: 2025-02',
      'type: fördjupad',
      'draft: true',
      'commissionedBy: exempelrevisorerna',
      '  publisher: Exempelrevisorerna',
      'experts: [provbyran]',
      '  - { body: arkivnamnden }',
      'systems: [papyrus]',
      'topics: [arkiv]',
      '  - { criterion: exempellagen }',
      '    text: "Finns rutiner: ja eller nej?"',
      '  - id: q2',
    ]) {
      assert.ok(text.split('\n').includes(line), line);
    }
  });

  for (const given of [
    flags,
    [...flags, '--rendition', 'catalogue'],
    [...flags, '--boards', 'kommunstyrelsen'],
  ]) {
    test(`writes what passes the check also with no more than ${given.slice(4).join(' ')}, and nothing that can be published unseen`, () => {
      const folder = exampleFolder();
      assert.equal(ran('new', folder, given).status, 0);
      assert.equal(ran('check', folder).stdout, 'Inga fel i 18 filer.\n');
      const path = join(folder, madeFile);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace('draft: true\n', ''));
      const { status, stderr } = ran('check', folder);
      assert.equal(status, 1);
      const marked = text.split('\n').filter((line) => line.includes('ATT SKRIVA')).length;
      assert.ok(marked >= 3);
      assert.equal(stderr.match(/Något är kvar att skriva/g)?.length, marked);
    });
  }

  test('writes what is a report when every mark is written over and it is no draft', () => {
    const folder = exampleFolder();
    const given = [
      ...flags,
      ...[
        '--boards',
        'kommunstyrelsen,arkivnamnden',
        '--criteria',
        'exempellagen',
        '--question',
        'Finns rutiner?',
      ],
    ];
    assert.equal(ran('new', folder, given).status, 0);
    const path = join(folder, madeFile);
    const written = readFileSync(path, 'utf8')
      .replace('draft: true\n', '')
      .replace(/ # ATT SKRIVA:.*/g, '')
      .replace(/ATT SKRIVA –.*/g, 'Det som revisorerna skrev.');
    writeFileSync(path, written);
    assert.equal(ran('check', folder).stdout, 'Inga fel i 18 filer.\n');
  });

  test('tells everything that is wrong with them at once, writes nothing and ends with 2', () => {
    const folder = exampleFolder();
    const before = filesIn(folder);
    const { status, stdout, stderr } = ran('new', folder, [
      '--municipality',
      'exempelstad',
      '--titel',
      'Bisysslor',
      '--year',
      String(Number(today().slice(0, 4)) + 1),
      '--type',
      'fordjupad',
      '--boards',
      'arkivnamden',
      '--systems',
      'p',
      '--question',
      'Är det <5 %?',
      'ja',
      '--slug',
      '../../etc/passwd',
      '--experts',
    ]);
    assert.deepEqual([status, stdout], [2, '']);
    assert.deepEqual(
      stderr.split('\n').filter((line) => /^[-"]/.test(line)),
      [
        '--titel är ingen flagga.',
        '"ja" hör inte till någon flagga.',
        '--experts saknar värde.',
        '--title saknas.',
        `--year: "${Number(today().slice(0, 4)) + 1}" ligger i framtiden (i dag är det ${today()}).`,
        '--type: "fordjupad" är inget av de ord som gäller här.',
        '--boards: "arkivnamden" finns inte i municipalities/9901-exempelstad.yaml.',
        '--question: Tecknet < i "<5 %" läses som början på en komponent. Skriv &lt; i stället: &lt;5 %.',
        '--slug: "../../etc/passwd" är ingen giltig id; använd små bokstäver a–z, siffror och bindestreck, t.ex. "vard-och-aldrenamnden".',
        '--systems: "p" kan betyda papyrus och pergament.',
      ],
    );
    assert.match(stderr, /Menade du "--title"\?/);
    assert.match(stderr, /Menade du "fördjupad"\?/);
    assert.match(stderr, /Menade du "arkivnamnden"\?/);
    assert.match(stderr, /\nInget har skrivits\./);
    assert.deepEqual(filesIn(folder), before);
  });

  test('writes over nothing: a name that is taken is told, with the mend', () => {
    const folder = exampleFolder({ [madeFile]: exampleFiles[auditFile] ?? '' });
    const before = filesIn(folder);
    const { status, stderr } = ran('new', folder, flags);
    assert.equal(status, 2);
    assert.ok(
      stderr.startsWith(
        `${madeFile} finns redan, och inget skrivs över.\n  Ange ett annat namn med --slug.\n`,
      ),
    );
    assert.deepEqual(filesIn(folder), before);
    assert.equal(ran('new', folder, [...flags, '--slug', 'bisysslor-2']).status, 0);
  });

  test('ends with 1, having written nothing, where there is no content folder or it cannot be written in', () => {
    const absent = ran('new', '/ingen/mapp', flags);
    assert.deepEqual(
      [absent.status, absent.stderr],
      [1, 'Innehållsmappen /ingen/mapp finns inte. Ange en annan med CONTENT_DIR, eller skapa den.\n'],
    );
    const folder = exampleFolder({ [auditFile]: null, audits: 'en fil där en mapp skulle vara' });
    const before = filesIn(folder);
    const { status, stderr } = ran('new', folder, flags);
    assert.equal(status, 1);
    assert.match(stderr, /2024-bisysslor\.mdx kunde inte skrivas: .+\. Inget har skrivits\./);
    assert.deepEqual(filesIn(folder), before);
  });

  test('ends with 1, having written nothing, where the author has no right to write', () => {
    const folder = exampleFolder();
    const before = filesIn(folder);
    chmodSync(folder, 0o555);
    chmodSync(join(folder, 'audits'), 0o555);
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(projectRoot, 'src', 'cli', 'new.ts'), '--municipality=9902-provkoping', ...flags.slice(2)],
      {
        cwd: projectRoot,
        env: { ...process.env, CONTENT_DIR: folder },
        encoding: 'utf8',
        // Root may write anywhere.
        ...(process.getuid?.() === 0 && { uid: 65_534 }),
      },
    );
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'audits'), 0o755);
    assert.equal(status, 1, stderr);
    assert.match(
      stderr,
      /2024-bisysslor\.mdx kunde inte skrivas: du har inte rätt att skriva där\. Inget har skrivits\./,
    );
    assert.deepEqual(filesIn(folder), before);
  });

  test('says which registers cannot be chosen from, because they have to be mended first', () => {
    const folder = exampleFolder({ 'systems/papyrus.yaml': 'name: Papyrus\n' });
    const { status, stderr } = ran('new', folder, flags);
    assert.equal(status, 0);
    assert.match(stderr, /^Det som står i systems\/papyrus\.yaml kan inte väljas, för där finns fel\./);
  });

  test('--help lists them', () => {
    const { status, stdout } = ran('new', exampleFolder(), ['--help']);
    assert.equal(status, 0);
    assert.match(stdout, /--municipality 1490-boras/);
    assert.match(stdout, /--question/);
  });
});

/** Answers to every question, a municipality, a body, an auditor, a system and a criterion being new. */
const answersWithNewEntries = [
  // Municipality, to be added: name, kind, short name, code, address.
  ['Nyköpinge', 'j', 'Nyköpinge kommun', '', '', '9903', ''],
  // Title, year, date, type, rendition.
  ['Granskning av pappershantering', '2024', '2025', '1', ''],
  // Elected auditors, to be added: name, id. No firm.
  ['+Nyköpinges revisorer', '', '', ''],
  // Board, to be added: name, form, type, id. No other.
  ['Kommunstyrelsen', 'j', '', '', 'kommunstyrelse', '', ''],
  // System, to be added: name, kind, id. No other.
  ['+Pappersoft', '', 'arkivsystem', '', ''],
  // Criterion, to be added: kind, name, title, short name, number, division, id. No other.
  ['+Papperslagen', 'lag', '', 'Papperslag (2011:1)', 'PAL', '2011:1', 'kapitel', '', ''],
  // Topics, one of them twice.
  ['arkiv', '1', ''],
  // Questions, file name, and that it is to be written.
  ['Finns rutiner?', '', '', 'j'],
].flat();

describe('npm run new with questions', () => {
  test('writes the report and all that is new in the registers, and the check passes', () => {
    const folder = exampleFolder();
    const before = filesIn(folder);
    const { status, stdout, stderr } = ran('new', folder, [], `${answersWithNewEntries.join('\n')}\n`);
    assert.equal(status, 0, `${stdout}\n${stderr}`);
    assert.deepEqual(newFiles(before, folder), [
      'auditors/nykopinges-revisorer.yaml',
      'audits/9903-nykopinge/2024-pappershantering.mdx',
      'criteria/pal.yaml',
      'municipalities/9903-nykopinge.yaml',
      'systems/pappersoft.yaml',
    ]);
    assert.match(stdout, /Arkiv är redan med\./);
    assert.match(readFileSync(join(folder, '.schema', 'system.json'), 'utf8'), /Systemets namn/);
    const checked = ran('check', folder);
    assert.equal(checked.stdout, 'Inga fel i 22 filer.\n', checked.stderr);
    assert.equal(
      filesIn(folder).get('municipalities/9903-nykopinge.yaml'),
      [
        '# yaml-language-server: $schema=../.schema/huvudman.json',
        'code: "9903"',
        'kind: kommun',
        'name: Nyköpinge kommun',
        'place: Nyköpinge',
        'county: "99"',
        'bodies:',
        '  - id: kommunstyrelsen',
        '    name: Kommunstyrelsen',
        '    form: styrelse',
        '    type: kommunstyrelse',
        '',
      ].join('\n'),
    );
  });

  test('adds a new body last to its municipality, and leaves the rest of that file as it was', () => {
    const name = 'municipalities/9902-provkoping.yaml';
    const text = [
      '# Provköping, som inte finns',
      'code: "9902"   # koden',
      'kind: kommun',
      "name: 'Provköpings kommun'",
      'place: Provköping',
      '',
      'bodies:',
      '  # den enda',
      '  - { id: arkivnamnden, name: Arkivnämnden, form: nämnd, type: arkivnamnd }',
      '',
    ].join('\n');
    const folder = exampleFolder({ [name]: text });
    const answers = [
      'prov',
      'Granskning av papper',
      '2024',
      '',
      '',
      '',
      '',
      '',
      'arkiv',
      '+Pappersnämnden',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      'j',
    ];
    const { status, stdout } = ran('new', folder, [], `${answers.join('\n')}\n`);
    assert.equal(status, 0, stdout);
    assert.equal(
      readFileSync(join(folder, name), 'utf8'),
      `${text}  - id: pappersnamnden\n    name: Pappersnämnden\n    form: nämnd\n`,
    );
    assert.equal(ran('check', folder).stdout, 'Inga fel i 18 filer.\n');
  });

  test('shows a register of a few at once, and takes a number in it', () => {
    const answers = [
      '1',
      'Bisysslor',
      '2024',
      '',
      '',
      '',
      '1',
      '',
      '2',
      '3',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      'j',
    ];
    const folder = exampleFolder();
    const { status, stdout } = ran('new', folder, [], `${answers.join('\n')}\n`);
    assert.equal(status, 0, stdout);
    assert.match(
      stdout,
      /Granskad nämnd:\n +1 {2}Kommunstyrelsen \(kommunstyrelsen\)\n +2 {2}Arkivnämnden \(arkivnamnden\)\n +3 {2}Pappersnämnden/,
    );
    const text = readFileSync(join(folder, madeFile), 'utf8');
    assert.match(text, /bodies:\n {2}- \{ body: arkivnamnden \}\n {2}- \{ body: pappersnamnden \}/);
    assert.match(text, /commissionedBy: exempelrevisorerna\n/);
  });

  test('lists what an answer may mean, and takes a number in the list', () => {
    const { stdout } = ran('new', exampleFolder(), [], 'kommun\n2\n');
    assert.match(stdout, / 1 {2}Exempelstads kommun \(9901-exempelstad\)\n +2 {2}Provköpings kommun/);
    assert.match(stdout, /→ Provköpings kommun \(9902-provkoping\)/);
  });

  test('asks again, with the reason, where an answer cannot be used', () => {
    const { stdout } = ran('new', exampleFolder(), [], 'exempelstad\nBisysslor\n2999\nnitton\n2024\n2023\n');
    assert.match(stdout, /"2999" ligger i framtiden/);
    assert.match(stdout, /"nitton" är inget årtal; skriv fyra siffror/);
    assert.match(stdout, /"2023" är före det granskade året 2024/);
  });

  test('asks again where a code, an address or an id is taken, or would lead out of its folder', () => {
    const folder = exampleFolder();
    const before = filesIn(folder);
    const municipality = ['+Provby kommun', '', '', '', '9901', '9977', 'exempelstad', 'prov/by', 'provby'];
    const report = ['Bisysslor', '2024', '', '', '', '+Provbys revisorer', '', '../../revisorer'];
    const { stdout } = ran('new', folder, [], `${[...municipality, ...report].join('\n')}\n`);
    assert.match(stdout, /Koden är redan tagen av Exempelstads kommun \(9901-exempelstad\)\./);
    assert.match(stdout, /Adressen "exempelstad" är redan tagen\./);
    assert.match(stdout, /"prov\/by" är ingen giltig id; använd små bokstäver/);
    assert.match(stdout, /"\.\.\/\.\.\/revisorer" är ingen giltig id/);
    assert.deepEqual(filesIn(folder), before);
  });

  test('writes nothing where the answers come to an end, and ends with 2', () => {
    const folder = exampleFolder();
    const before = filesIn(folder);
    for (const count of [0, 1, 7, answersWithNewEntries.length - 1]) {
      const { status, stderr } = ran(
        'new',
        folder,
        [],
        answersWithNewEntries
          .slice(0, count)
          .map((line) => `${line}\n`)
          .join(''),
      );
      assert.equal(status, 2, `${count}`);
      assert.match(stderr, /Svaren tog slut innan alla frågor var besvarade\. Inget har skrivits\./);
    }
    assert.deepEqual(filesIn(folder), before);
  });

  test('writes nothing when the author does not want what is to be written', () => {
    const folder = exampleFolder();
    const before = filesIn(folder);
    const { status, stdout } = ran(
      'new',
      folder,
      [],
      `${[...answersWithNewEntries.slice(0, -1), 'nej'].join('\n')}\n`,
    );
    assert.equal(status, 130);
    assert.match(stdout, /Inget har skrivits\./);
    assert.deepEqual(filesIn(folder), before);
  });

  test('leaves nothing half-written when it is interrupted', async () => {
    const folder = exampleFolder();
    const before = filesIn(folder);
    const child = spawn(process.execPath, [join(projectRoot, 'src', 'cli', 'new.ts')], {
      cwd: compilerRoot(),
      env: { ...process.env, CONTENT_DIR: folder },
    });
    const ended = new Promise<string | null>((done) => child.on('exit', (_code, signal) => done(signal)));
    await new Promise<void>((asked) => {
      let shown = '';
      child.stdout.on('data', (data: Buffer) => {
        shown += String(data);
        if (shown.includes('Ska det skrivas?')) asked();
      });
      child.stdin.write(`${answersWithNewEntries.slice(0, -1).join('\n')}\n`);
    });
    child.kill('SIGINT');
    assert.equal(await ended, 'SIGINT');
    assert.deepEqual(filesIn(folder), before);
  });
});
