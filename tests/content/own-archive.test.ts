import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkedContent } from '../../src/archive/index.ts';
import { leadingSomewhere } from '../../src/components/own-pages.ts';
import { site } from '../../src/i18n/sv.ts';
import { projectRoot } from '../fixtures/content.ts';

/* An archive that an office begins with no more than what the guide has it copy. */

const guide = readFileSync(join(projectRoot, 'src/pages/guide/eget-arkiv/index.mdx'), 'utf8');

test('the registers that the guide has an office copy pass the check without the rest of the record', () => {
  const rows = guide.split('\n').filter((line) => line.startsWith('| `'));
  const names = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
  assert.ok(names.length >= 6);
  const contentDir = mkdtempSync(join(tmpdir(), 'granskningsarkivet-eget-'));
  try {
    for (const name of names) {
      const register = join(projectRoot, 'content', name);
      assert.ok(existsSync(register), name);
      cpSync(register, join(contentDir, name), { recursive: true });
    }
    const { problems, archive } = checkedContent(contentDir, projectRoot);
    assert.deepEqual(problems, []);
    assert.ok(archive && archive.criteria.length > 50 && archive.audits.length === 0);
  } finally {
    rmSync(contentDir, { recursive: true });
  }
});

test('no page links to one about the archive where the archive has none', () => {
  for (const links of [site.sections, site.footer.links]) {
    const without = leadingSomewhere<{ readonly path: string }>(links, { pages: [] });
    assert.equal(without.length, links.length - 1);
    assert.ok(without.every(({ path }) => path !== '/om/'));
  }
});
