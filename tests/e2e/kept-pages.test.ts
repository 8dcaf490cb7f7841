import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differing, killedWhilePagesAreMade, ProjectCopy, pageCounts } from './built-anew.ts';

/*
 * A build that uses the last one's pages again gives what a build from nothing gives. `npm run test:deep` changes one thing of each kind
 * that a site is made of, and kills twenty builds.
 */

const report = 'content/audits/9902-provkoping/2020-langa-ord.mdx';

test('A changed report, and a build killed on the way to it, leave every page as a build from nothing makes it', async () => {
  using project = new ProjectCopy();
  await project.build();
  const before = project.site();

  const text = project.read(report);
  project.write(
    report,
    `${text.replace(/^title: .*$/m, 'title: Granskning med ny rubrik')}\nEtt stycke till.\n`,
  );
  await killedWhilePagesAreMade(project);
  assert.deepEqual(differing(project.site(), before), [], 'the last good site is served');

  const { rendered, kept } = pageCounts(await project.build());
  const after = project.site();
  assert.ok(kept > 0 && rendered > 0, `${rendered} rendered, ${kept} kept`);
  assert.notDeepEqual(differing(after, before), []);
  await project.buildFromNothing();
  assert.deepEqual(differing(after, project.site()), []);

  assert.match(await project.build(), /Inget har ändrats sedan webbplatsen byggdes\./);
  assert.deepEqual(differing(after, project.site()), []);
});
