import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { publishedSchemas, twins, twinText } from '../../src/open-data/index.ts';
import { openDataArchives } from '../fixtures/open-data-archives.ts';

/*
 * The JSON twins of the made-up archive's pages and of the archive's own, held against the schemas that are published with them.
 */

const home = { origin: 'https://exempel.se', base: '/arkiv/' };
const nowhere = { base: '/' };

describe('The JSON twins', () => {
  for (const [name, archive] of openDataArchives()) {
    for (const [where, at] of [
      ['at a known address', home],
      ['at an unknown address', nowhere],
    ] as const) {
      test(`of ${name}, ${where}, follow the schemas that they name`, () => {
        const ajv = new Ajv2020({ allErrors: true, strict: true });
        for (const [, schema] of publishedSchemas(at)) ajv.addSchema(schema);
        const kinds = new Set<string>();
        for (const twin of twins(archive, at)) {
          const document = JSON.parse(twinText(twin, archive, at));
          const validate = ajv.getSchema(document.$schema);
          assert.ok(validate, document.$schema);
          assert.ok(validate(document), `${twin.path}: ${ajv.errorsText(validate.errors)}`);
          kinds.add(twin.kind);
        }
        assert.ok(kinds.size >= 17, [...kinds].join());
      });
    }

    test(`of ${name} say that they are free, but for reports in their auditors’ own words`, () => {
      const originals = archive.audits.filter(({ rendition }) => rendition === 'original');
      const unfree = [...twins(archive, home)].filter(
        (twin) => !('license' in JSON.parse(twinText(twin, archive, home))),
      );
      assert.deepEqual(
        unfree.map(({ path }) => path),
        originals.map(({ path }) => path),
      );
    });

    test(`of ${name} stand at one address each`, () => {
      const paths = [...twins(archive, home)].map(({ path }) => path);
      assert.equal(new Set(paths).size, paths.length);
    });

    test(`of ${name} say nothing in the archive's own marks`, () => {
      for (const twin of twins(archive, home)) {
        assert.doesNotMatch(twinText(twin, archive, home), /cite-criterion|<Cite|\[object Object\]/);
      }
    });
  }
});
