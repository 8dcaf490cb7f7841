import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { checkedContent } from '../../src/archive/index.ts';
import { compilerRoot } from '../fixtures/content.ts';
import { importedLayout, layoutContent, layoutFolder, layouts } from '../fixtures/import/layouts.ts';
import { goldIn, kinds, scored } from '../fixtures/import/scored.ts';

after(() => rmSync(layoutContent(), { recursive: true }));

/** What is not found, or found and not there, and that we know of: kind by kind of a layout. All else is found whole. */
const known: Readonly<
  Record<string, Readonly<Record<string, readonly [right: number, found: number, there: number]>>>
> = {
  // A range of sections that ends in one with a letter: 17–19 a §§ has 19 § in it too.
  elevnarvaro: { criteria: [1, 2, 2] },
  // Criteria on lines of their own without bullets, where one ends in a section and the next begins with a name.
  bostadsbolag: { criteria: [1, 2, 2] },
  // What has become of earlier findings, and no word for how something is: `delvis har åtgärdat`.
  livsmedelskontroll: { verdicts: [0, 0, 1] },
};

for (const name of layouts) {
  describe(`the report ${name}`, () => {
    test('gives every part that its list has, and no other', async () => {
      const scores = scored(await importedLayout(name), goldIn(layoutFolder, name));
      for (const kind of kinds) {
        const { right, found, there, missed, wrong } = scores[kind];
        const [leastRight, mostFound] = known[name]?.[kind] ?? [there, there];
        const told = `${kind}: missed ${JSON.stringify(missed)}, wrong ${JSON.stringify(wrong)}`;
        assert.ok(right >= leastRight, told);
        assert.ok(found <= mostFound, told);
      }
    });

    test('says of every part where it stands', async () => {
      const { draft } = await importedLayout(name);
      for (const { what, value, places } of draft.entries) {
        assert.ok(places.length > 0, `${what}: ${value}`);
        assert.ok(
          places.every(({ first, last }) => first >= 1 && last >= first),
          `${what}: ${value}`,
        );
      }
    });

    test('becomes a draft in which the check finds no error', async () => {
      const { draft } = await importedLayout(name);
      const path = join(layoutContent(), 'audits', `${draft.id}.mdx`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, draft.text);
      const { problems } = checkedContent(layoutContent(), compilerRoot());
      assert.deepEqual(
        problems.filter(({ severity }) => severity === 'error'),
        [],
      );
    });
  });
}
