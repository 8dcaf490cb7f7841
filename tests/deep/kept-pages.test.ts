import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { differing, killedWithin, ProjectCopy } from '../e2e/built-anew.ts';
import { aPicture } from '../fixtures/archive-figure.ts';

const report = 'content/audits/9901-exempelstad/2021-arkivvard.mdx';
const other = 'content/audits/9902-provkoping/2020-langa-ord.mdx';
const municipality = 'content/municipalities/9901-exempelstad.yaml';

/** One change of each kind of what a site is made of. */
const changes: Readonly<Record<string, (project: ProjectCopy) => void>> = {
  "a report's text": (project) => project.write(report, `${project.read(report)}\nEtt stycke till.\n`),
  "a report's title": (project) =>
    project.write(other, project.read(other).replace(/^title: .*$/m, 'title: Granskning med ny rubrik')),
  'a new report': (project) =>
    project.write(
      'content/audits/9902-provkoping/2023-ny-granskning.mdx',
      project
        .read(other)
        .replace(/^title: .*$/m, 'title: Ny granskning')
        .replace(/^year: .*$/m, 'year: 2023')
        .replace(/^published: .*$/m, 'published: 2024-02-01'),
    ),
  'a report taken away': (project) => project.remove('content/audits/9902-provkoping/2023-ny-granskning.mdx'),
  'a response': (project) =>
    project.replace(
      'content/responses/9902-provkoping/2019-arsvis-kommunstyrelsen-2.mdx',
      'Styrelsen svarar.',
      'Styrelsen svarar på nytt.',
    ),
  'a response taken away': (project) =>
    project.remove('content/responses/9902-provkoping/2019-arsvis-kommunstyrelsen-2.mdx'),
  'a picture': (project) =>
    writeFileSync(
      join(project.root, 'content/audits/9901-exempelstad/2021-arkivvard/arkivet.png'),
      aPicture(320, 200),
    ),
  'a register': (project) =>
    project.replace(municipality, 'name: Exempelstads kommun', 'name: Exempelstads stad'),
  'a string': (project) => project.replace('src/i18n/sv.ts', "further: 'Läs vidare'", "further: 'Läs mer'"),
  'a vocabulary of the schemas': (project) =>
    project.replace('src/schemas/vocabularies.ts', "label: 'Nämnd' }", "label: 'Facknämnd' }"),
  'a component': (project) =>
    project.replace(
      'src/components/report/Further.astro',
      '<ul class="further">',
      '<ul class="further wide">',
    ),
  'a style': (project) => project.replace('src/styles/base.css', '{', '{ --of-a-test: 1;'),
  'the compiler': (project) =>
    project.replace('src/reports/render.ts', "className: ['heading-number']", "className: ['heading-no']"),
  'the base path': (project) => project.set('BASE_PATH', '/arkiv/'),
  'the day, so that things are older and overdue': (project) => project.set('AS_OF', '2027-11-22'),
};

describe('Every page is as a build from nothing makes it, after a change of', () => {
  let project: ProjectCopy;
  before(async () => {
    project = new ProjectCopy();
    await project.build();
  });
  after(() => project[Symbol.dispose]());

  for (const [what, change] of Object.entries(changes)) {
    test(what, async () => {
      const last = project.site();
      change(project);
      await project.build();
      const built = project.site();
      assert.notDeepEqual(differing(built, last), [], 'the change shows');
      await project.buildFromNothing();
      assert.deepEqual(differing(built, project.site()), []);
    });
  }
});

test('Twenty builds killed at any moment leave the last good site served, and the cache sound', async () => {
  using project = new ProjectCopy();
  const start = performance.now();
  await project.build();
  const wholeBuild = performance.now() - start;
  const good = project.site();
  const text = project.read(report);
  for (let round = 0; round < 20; round += 1) {
    project.write(report, `${text}\nÄndring nummer ${round}.\n`);
    await killedWithin(project, Math.random() * wholeBuild);
    const served = project.site();
    project.write(report, text);
    await project.build();
    assert.deepEqual(differing(project.site(), good), [], `reverted after round ${round}`);
    // A build that was killed after its end has published the change.
    if (served.get(`/${reportPage}`) === good.get(`/${reportPage}`))
      assert.deepEqual(differing(served, good), [], `served in round ${round}`);
  }
});

const reportPage = 'granskningar/exempelstad/2021-arkivvard/index.html';

describe('A kept site', () => {
  test('of which the manifest is half written is not trusted', async () => {
    using project = new ProjectCopy();
    await project.build();
    const good = project.site();
    const [manifest = ''] = project.kept('manifest');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').slice(0, -20));
    assert.doesNotMatch(await project.build(), /Inget har ändrats/);
    assert.deepEqual(differing(project.site(), good), []);
  });

  test('in which a page has been changed by hand is not trusted', async () => {
    using project = new ProjectCopy();
    await project.build();
    const good = project.site();
    // The page that is served is the kept one, under another name.
    writeFileSync(join(project.root, 'dist', reportPage), 'Ändrad för hand.');
    await project.build();
    assert.deepEqual(differing(project.site(), good), []);
  });
});
