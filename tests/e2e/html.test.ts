import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { openedSite } from './opened-site.ts';
import { pageFamilies } from './page-families.ts';
import { testSites } from './sites.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      // A part of a table that scrolls is a region of its own, and no section of the text.
      'prefer-native-element': ['error', { exclude: ['region', 'group', 'note'] }],
      // A list of terms may be named.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
      // Of two lists of contents one is shown, by the width of the screen. axe holds what is shown to be unique.
      'unique-landmark': 'off',
      // The forms that filter are there with JavaScript alone, and answer when something is chosen.
      'wcag/h32': 'off',
    },
  }),
);

/** A template is no part of the page before a script has filled it. */
const isOfTemplate = (selector: string | null) => selector?.includes('template') ?? false;

for (const { name } of testSites) {
  describe(`A page of every family of ${name}`, async () => {
    const site = await openedSite(name);
    test('is HTML without an error', async () => {
      const faults: string[] = [];
      for (const { path } of pageFamilies(site.archive)) {
        const file = path === '/finns-inte/' ? '404.html' : join(path, 'index.html');
        const report = await validator.validateString(readFileSync(join(site.outDir, file), 'utf8'));
        faults.push(
          ...report.results
            .flatMap(({ messages }) => messages)
            .filter(({ selector }) => !isOfTemplate(selector))
            .map(({ ruleId, message, selector }) => `${path}: ${ruleId}: ${message} ${selector}`),
        );
      }
      assert.deepEqual(faults, []);
    });
  });
}
