import assert from 'node:assert/strict';
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { checkedContent, LiveArchive } from '../../src/archive/index.ts';
import {
  anAudit,
  asOf,
  auditFile,
  type Changes,
  exampleFiles,
  folderWith,
  projectRoot,
} from '../fixtures/content.ts';

/*
 * The archive of a folder that is written in. What it holds after each change is to be what reading the whole folder anew gives.
 */

describe('An archive that is written in', () => {
  test('holds after each change what reading everything anew gives', () => {
    const { folder, live, save } = liveFolder();
    const changes: readonly (() => void)[] = [
      () => save(auditFile, anAudit({ title: 'Granskning med ny titel' })),
      () => save('audits/9901-exempelstad/2021-ny.mdx', anAudit({ title: 'Ny', year: 2021 })),
      () =>
        save(
          'municipalities/9901-exempelstad.yaml',
          textOf(folder, 'municipalities/9901-exempelstad.yaml').replace(
            'name: Exempelstads kommun',
            'name: Exempelstads stad',
          ),
        ),
      () => rmSync(join(folder, 'audits/9901-exempelstad/2021-ny.mdx')),
    ];
    for (const change of changes) {
      change();
      const { archive } = live.refresh(asOf, asOf);
      const anew = checkedContent(folder, projectRoot, asOf, asOf, true);
      assert.ok(archive);
      assert.deepEqual(outlineOf(archive), outlineOf(anew.archive));
    }
  });

  test('sees a change of a file that was long untouched, though its length and its time are as they were', () => {
    const { folder, live, save } = liveFolder();
    const long = new Date('2020-01-01');
    for (const name of Object.keys(exampleFiles)) utimesSync(join(folder, name), long, long);
    const before = live.refresh(asOf, asOf).archive?.audits[0]?.title ?? '';
    const after = `${before.slice(0, -1)}X`;
    save(auditFile, textOf(folder, auditFile).replace(before, after));
    utimesSync(join(folder, auditFile), long, long);
    assert.equal(live.refresh(asOf, asOf).archive?.audits[0]?.title, after);
  });

  test('does not make anew what has not changed', () => {
    const { folder, live } = liveFolder();
    const long = new Date('2020-01-01');
    for (const name of Object.keys(exampleFiles)) utimesSync(join(folder, name), long, long);
    const first = live.refresh(asOf, asOf).content.audits.values().next().value;
    assert.equal(live.refresh(asOf, asOf).content.audits.values().next().value, first);
  });

  test('keeps the last one without errors while there are errors, and tells of them each time', () => {
    const { live, save } = liveFolder();
    const good = live.refresh(asOf, asOf).archive;
    save(auditFile, anAudit({ municipality: '9901-exempelstd' }));
    for (let time = 1; time <= 2; time += 1) {
      const { archive, problems } = live.refresh(asOf, asOf);
      assert.equal(archive, undefined);
      assert.match(problems[0]?.message ?? '', /"9901-exempelstd" finns inte bland huvudmännen/);
      assert.equal(live.lastGood, good);
    }
    save(auditFile, anAudit());
    assert.notEqual(live.refresh(asOf, asOf).archive, good);
    assert.notEqual(live.lastGood, good);
  });

  test('has none before there is one without errors', () => {
    const { live } = liveFolder({ [auditFile]: '---\n' });
    assert.equal(live.lastGood, undefined);
  });
});

function liveFolder(changes: Changes = {}) {
  const folder = folderWith({ ...exampleFiles, ...changes });
  after(() => rmSync(folder, { recursive: true }));
  const live = new LiveArchive(folder, projectRoot);
  live.refresh(asOf, asOf);
  return { folder, live, save: (name: string, text: string) => writeFileSync(join(folder, name), text) };
}

function textOf(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** Enough of an archive to tell it from another. */
function outlineOf(archive: ReturnType<typeof checkedContent>['archive']) {
  return {
    audits: archive?.audits.map(({ id, title, body, recommendations }) => [
      id,
      title,
      body,
      recommendations.length,
    ]),
    municipalities: archive?.municipalities.map(({ id, name, audits }) => [id, name, audits.length]),
    criteria: archive?.criteria.map(({ id, citations }) => [id, citations.length]),
  };
}
