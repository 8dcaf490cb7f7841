import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ts from 'typescript';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkedContent } from '../../src/archive/index.ts';
import { registerText } from '../../src/authoring/index.ts';
import { writeEditorSchemas } from '../../src/editor/index.ts';
import { claims, modalities, schemaNames, stances, verifiedStatuses } from '../../src/schemas/index.ts';
import {
  anAudit,
  asOf,
  auditFile,
  auditId,
  type Changes,
  compilerRoot,
  contentWith,
  exampleFiles,
  folderWith,
  projectRoot,
} from '../fixtures/content.ts';
import { LanguageServer } from '../fixtures/language-server.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder as an editor opens it: the project's settings, and the example archive with its schemas written. */
function opened(changes: Changes = {}): string {
  const files = Object.entries({ ...exampleFiles, ...changes });
  const root = folderWith(Object.fromEntries(files.map(([name, text]) => [`content/${name}`, text])));
  folders.push(root);
  symlinkSync(join(projectRoot, '.vscode'), join(root, '.vscode'));
  refreshed(root);
  return root;
}

function refreshed(root: string): void {
  const { content } = checkedContent(join(root, 'content'), compilerRoot(), asOf, asOf);
  writeEditorSchemas(content, root);
}

const collections = z.object({
  collections: z.array(z.object({ name: z.string(), hasSchema: z.literal(true) })),
  entries: z.record(z.string(), z.string()),
});

function validatorOf(root: string, collection: string) {
  const text = readFileSync(join(root, '.astro', 'collections', `${collection}.schema.json`), 'utf8');
  return new Ajv2020({ strict: false }).compile(JSON.parse(text));
}

function frontmatterOf(mdx: string): unknown {
  return parse(mdx.split(/^---$/m)[1] ?? '');
}

/** A file of settings or snippets, which may hold comments. */
function jsonWithComments(name: string): unknown {
  const path = join(projectRoot, '.vscode', name);
  const { config, error } = ts.parseConfigFileTextToJson(path, readFileSync(path, 'utf8'));
  assert.equal(error, undefined, name);
  return config;
}

describe('The schema of reports that an editor gets', () => {
  const root = opened();
  const isValid = (fields: Parameters<typeof anAudit>[0]) =>
    validatorOf(root, 'granskning-9901-exempelstad')(frontmatterOf(anAudit(fields)));

  test('takes the founding reports, and every other in the archive', () => {
    const archive = folderWith({});
    folders.push(archive);
    cpSync(join(projectRoot, 'content'), join(archive, 'content'), { recursive: true });
    refreshed(archive);
    const audits = join(archive, 'content', 'audits');
    const reports = readdirSync(audits, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.mdx'),
    );
    for (const founding of ['1490-boras/2017-informationssakerhet.mdx', '1281-lund/2018-behorighet.mdx']) {
      assert.ok(reports.includes(founding));
    }
    for (const name of reports) {
      const validate = validatorOf(archive, `granskning-${dirname(name)}`);
      assert.ok(
        validate(frontmatterOf(readFileSync(join(audits, name), 'utf8'))),
        `${name}: ${JSON.stringify(validate.errors)}`,
      );
    }
  });

  for (const [what, right, wrong] of [
    ['a board', { bodies: [{ body: 'arkivnamnden' }] }, { bodies: [{ body: 'arkivnamden' }] }],
    ['an addressee', recommending('arkivnamnden'), recommending('namnden')],
    ['a criterion', { criteria: [{ criterion: 'exempellagen' }] }, { criteria: [{ criterion: 'lagen' }] }],
    ['a system', { systems: ['papyrus'] }, { systems: ['papyros'] }],
    ['a topic', { topics: ['gallring'] }, { topics: ['gallra'] }],
    ['an auditor', { commissionedBy: 'exempelrevisorerna' }, { commissionedBy: 'ingen' }],
    ['a modality', recommending('arkivnamnden', 'bör'), recommending('arkivnamnden', 'borde')],
    ['a field', { purpose: 'Att se.' }, { purpos: 'Att se.' }],
  ] as const) {
    test(`takes ${what} that there is, and no other`, () => {
      assert.equal(isValid(right), true);
      assert.equal(isValid(wrong), false);
    });
  }

  function recommending(to: string, modality = 'ska') {
    return { recommendations: [{ id: 'r1', modality, to: [to], text: 'Köp.' }] };
  }

  test('takes a follow-up of a report or of its part, also of one that it does not list', () => {
    for (const target of [auditId, `${auditId}#r1`, '9902-provkoping/2019-papper', { about: 'papper' }]) {
      assert.equal(isValid({ followsUp: [{ id: 'u1', target, verdict: 'Ja', status: 'åtgärdad' }] }), true);
    }
  });

  test("knows the boards of the report's own municipality alone", () => {
    const elsewhere = opened({
      'audits/9902-provkoping/2020-arkivvard.mdx': anAudit({
        municipality: '9902-provkoping',
        bodies: [{ body: 'arkivnamnden' }],
      }),
    });
    const validate = validatorOf(elsewhere, 'granskning-9902-provkoping');
    const withBody = (body: string) => frontmatterOf(anAudit({ bodies: [{ body }] }));
    assert.equal(validate(withBody('arkivnamnden')), true);
    assert.equal(validate(withBody('kommunstyrelsen')), false);
  });
});

describe('What is written for editors', () => {
  test('is hidden from the archive and from version control', () => {
    const root = opened();
    assert.equal(readFileSync(join(root, 'content', '.schema', '.gitignore'), 'utf8'), '*\n');
    const { content } = checkedContent(join(root, 'content'), compilerRoot(), asOf, asOf);
    assert.equal(content.fileCount, Object.keys(exampleFiles).length);
  });

  test('is written again only where it has changed', () => {
    const root = opened();
    const path = join(root, 'content', '.schema', 'amnen.json');
    const { mtimeNs } = statSync(path, { bigint: true });
    refreshed(root);
    assert.equal(statSync(path, { bigint: true }).mtimeNs, mtimeNs);
  });

  test('follows the registers, and forgets a municipality without reports', () => {
    const root = opened();
    writeFileSync(join(root, 'content', 'systems', 'ny.yaml'), 'name: Ny\nkind: nytt\n');
    refreshed(root);
    const validate = validatorOf(root, 'granskning-9901-exempelstad');
    assert.equal(validate(frontmatterOf(anAudit({ systems: ['ny'] }))), true);
    rmSync(join(root, 'content', 'audits'), { recursive: true });
    refreshed(root);
    const names = readdirSync(join(root, '.astro', 'collections'));
    assert.deepEqual(names.toSorted(), ['collections.json', 'sida.schema.json']);
  });

  test('is left out where nothing can be written, and nothing else is lost', () => {
    const root = opened();
    rmSync(join(root, 'content', '.schema'), { recursive: true });
    writeFileSync(join(root, 'content', '.schema'), 'en fil där en mapp skulle vara');
    assert.doesNotThrow(() => refreshed(root));
  });

  test('holds each MDX file against a schema that is there', () => {
    const root = opened();
    const path = join(root, '.astro', 'collections', 'collections.json');
    const { collections: names, entries } = collections.parse(JSON.parse(readFileSync(path, 'utf8')));
    assert.deepEqual(
      Object.entries(entries).map(([url, name]) => [url.slice(url.indexOf('/content/')), name]),
      [
        [`/content/${auditFile}`, 'granskning-9901-exempelstad'],
        ['/content/pages/om.mdx', 'sida'],
      ],
    );
    for (const { name } of names) {
      assert.ok(existsSync(join(root, '.astro', 'collections', `${name}.schema.json`)), name);
    }
  });
});

describe('In an editor with the project’s settings', () => {
  const report = anAudit({
    bodies: '\n  - { body: kommunstyrelsen }',
    systems: ['papyrus'],
    recommendations: [{ id: 'r1', to: ['kommunstyrelsen'], text: 'Köp.' }],
  });
  let root: string;
  let frontmatter: LanguageServer;
  let yaml: LanguageServer;

  before(async () => {
    root = opened({
      [auditFile]: report,
      'thesaurus.yaml': '- field: förskola och skola\n  terms: [förskola, dagis]\n',
    });
    const settings = z.record(z.string(), z.unknown()).parse(jsonWithComments('settings.json'));
    assert.equal(settings['astro.content-intellisense'], true);
    frontmatter = await LanguageServer.frontmatter(root);
    yaml = await LanguageServer.yaml(root, settings);
  });
  after(() => {
    frontmatter.stop();
    yaml.stop();
  });

  test('a report without faults has none, its boards and systems are completed, and a field is explained', async () => {
    const path = join(root, 'content', auditFile);
    frontmatter.open(path, report);
    assert.deepEqual(await frontmatter.diagnostics(path), []);
    const rows = report.split('\n');
    const systems = rows.findIndex((row) => row.startsWith('systems:'));
    assert.deepEqual(await frontmatter.completions(path, systems + 1, '  - '.length), [
      'papyrus',
      'pergament',
    ]);
    assert.equal(await frontmatter.hover(path, systems, 2), 'De granskade systemen.');
    const bodies = rows.findIndex((row) => row.startsWith('  - { body:'));
    assert.deepEqual(await frontmatter.completions(path, bodies, '  - { body: '.length), [
      'kommunstyrelsen',
      'arkivnamnden',
      'pappersnamnden',
    ]);
  });

  test('a slip in a report is pointed out on its line', async () => {
    const path = join(root, 'content', 'audits', '9901-exempelstad', '2020-arkivvard.mdx');
    const faulty = report.replace('- "papyrus"', '- "papyros"');
    frontmatter.change(path, faulty);
    const line = faulty.split('\n').findIndex((row) => row.includes('papyros'));
    const said = await frontmatter.diagnostics(path);
    assert.equal(said.length, 1);
    assert.ok(said[0]?.startsWith(`${line}: Value is not accepted.`), said[0]);
  });

  for (const [file, from, to] of [
    ['municipalities/9901-exempelstad.yaml', 'type: arkivnamnd', 'type: arkiv'],
    ['criteria/exempellagen.yaml', 'issuer: exempelverket', 'issuer: verket'],
    ['auditors/provbyran.yaml', 'kind: revisionsbyrå', 'kind: byrå'],
    ['systems/papyrus.yaml', 'kind: arkivsystem', 'knid: arkivsystem'],
    ['body-types.yaml', 'id: arkivnamnd', 'id: Arkivnämnd'],
    ['topics.yaml', 'broader: arkiv', 'broader: papper'],
    ['issuers.yaml', 'successors: [provverket]', 'successors: [verket]'],
    ['glossary.yaml', 'see: [bedomning]', 'see: [dom]'],
    ['thesaurus.yaml', 'terms:', 'trems:'],
  ] as const) {
    test(`a slip in ${file} is pointed out, and the file without it is not`, async () => {
      const path = join(root, 'content', file);
      const text = readFileSync(path, 'utf8');
      assert.ok(text.includes(from));
      yaml.open(path, text.replace(from, to));
      const line = text.split('\n').findIndex((row) => row.includes(from));
      const said = await yaml.saidOf(path, 'something');
      assert.ok(
        said.every((each) => Number.parseInt(each, 10) <= line),
        String(said),
      );
      yaml.change(path, text);
      assert.deepEqual(await yaml.saidOf(path, 'nothing'), []);
    });
  }
});

test('The settings hold every kind of register against its schema, and no other', () => {
  const { 'yaml.schemas': wired } = z
    .object({ 'yaml.schemas': z.record(z.string(), z.string()) })
    .parse(jsonWithComments('settings.json'));
  const registers = schemaNames.filter((name) => !['granskning', 'svar', 'sida'].includes(name));
  assert.deepEqual(
    Object.keys(wired).toSorted(),
    registers.map((name) => `./content/.schema/${name}.json`).toSorted(),
  );
});

test('A register that names its schema, as those of npm run new do, is helped in an editor without settings', async () => {
  const root = opened();
  const server = await LanguageServer.yaml(root, {});
  try {
    const path = join(root, 'content', 'systems', 'ny.yaml');
    const text = registerText('systems', { name: 'Ny', kind: 'nytt' });
    assert.match(text, /^# yaml-language-server: \$schema=/);
    server.open(path, text.replace('kind:', 'knid:'));
    assert.match(String(await server.saidOf(path, 'something')), /knid/);
    server.change(path, text);
    assert.deepEqual(await server.saidOf(path, 'nothing'), []);
  } finally {
    server.stop();
  }
});

const snippets = z.record(
  z.string(),
  z.object({ scope: z.string(), prefix: z.unknown(), description: z.string(), body: z.array(z.string()) }),
);

describe('A snippet', () => {
  const all = snippets.parse(jsonWithComments('granskning.code-snippets'));
  /** The snippet's text, each place filled in with what it suggests. */
  const filledIn = (name: string) =>
    (all[name]?.body ?? [])
      .join('\n')
      .replace('$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE', '2026-11-22')
      .replace(/\$\{\d+\|([^,|]+)[^|]*\|\}/g, '$1')
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace(/\$\d/g, '')
      .replaceAll('1490-boras/2017-informationssakerhet', auditId);
  const indented = (text: string) => text.trimEnd().replace(/^/gm, '  ');
  const earlier = 'audits/9901-exempelstad/2021-uppfoljning.mdx';

  test('of a question, a finding or a recommendation makes a report that passes the check', () => {
    const report = anAudit({ body: '<Questions />\n\n<Findings />\n\n<Recommendations />' }).replace(
      '\n---\n',
      `\nquestions:\n${indented(filledIn('Revisionsfråga'))}\nfindings:\n${indented(filledIn('Iakttagelse'))}\nrecommendations:\n${indented(filledIn('Rekommendation'))}\n---\n`,
    );
    assert.equal(contentWith({ [auditFile]: report }).report, 'Inga fel i 17 filer.');
  });

  test('of a follow-up makes a report that passes the check', () => {
    const recommended = anAudit({ recommendations: [{ id: 'r1', to: ['kommunstyrelsen'], text: 'Köp.' }] });
    const followUp = anAudit({ year: 2021, published: '2022-02-03', body: '<FollowUps />' }).replace(
      '\n---\n',
      `\nfollowsUp:\n${indented(filledIn('Uppföljning'))}\n---\n`,
    );
    assert.equal(
      contentWith({ [auditFile]: recommended, [earlier]: followUp }).report,
      'Inga fel i 18 filer.',
    );
  });

  test('of a response is a file that passes the check, also with one answer more', () => {
    const recommended = anAudit({
      recommendations: ['r1', 'r2'].map((id) => ({ id, to: ['kommunstyrelsen'], text: 'Köp.' })),
    });
    const more = indented(filledIn('Svar på en rekommendation')).replace('r1', 'r2');
    const response = filledIn('Nämndens svar').replace(/\n---\n\n$/, `\n${more}\n---\n\n`);
    assert.ok(response.includes('recommendation: r2'));
    const name = 'responses/9901-exempelstad/2020-arkivvard-kommunstyrelsen.mdx';
    assert.equal(contentWith({ [auditFile]: recommended, [name]: response }).report, 'Inga fel i 18 filer.');
  });

  test('offers every word of a vocabulary, and no other', () => {
    const offered = Object.values(all)
      .flatMap(({ body }) => body)
      .flatMap((row) => {
        const [, field = '', words = ''] = /(\w+): \$\{\d+\|([^|]+)\|\}/.exec(row) ?? [];
        return field === '' ? [] : [[field, words.split(',').toSorted()] as const];
      });
    const vocabularies = new Map<string, readonly { readonly word: string }[]>([
      ['modality', modalities],
      ['status', verifiedStatuses],
      ['stance', stances],
      ['claim', claims],
    ]);
    assert.deepEqual(new Set(offered.map(([field]) => field)), new Set(vocabularies.keys()));
    for (const [field, words] of offered) {
      assert.deepEqual(
        words,
        vocabularies
          .get(field)
          ?.map(({ word }) => word)
          .toSorted(),
        field,
      );
    }
  });
});
