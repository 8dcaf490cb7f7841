import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Archive, checkedContent } from '../../src/archive/index.ts';
import { publishedSchemas, twins, twinText } from '../../src/open-data/index.ts';
import { writeArchive } from '../fixtures/archive.ts';
import { asOf, compilerRoot, folderWith, projectRoot } from '../fixtures/content.ts';

/*
 * The JSON twins of the made-up archive's pages and of the archive's own, held against the schemas that are published with them.
 */

const home = { origin: 'https://exempel.se', base: '/arkiv/' };
const nowhere = { base: '/' };

describe('The JSON twins', () => {
  for (const [name, archive] of archives()) {
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

function archives(): readonly (readonly [string, Archive])[] {
  const madeUp = folderWith({});
  writeArchive(madeUp);
  try {
    return [
      ['the made-up archive', archiveIn(madeUp)],
      ['the archive', archiveIn(`${projectRoot}/content`)],
    ];
  } finally {
    rmSync(madeUp, { recursive: true });
  }
}

function archiveIn(folder: string): Archive {
  const { archive } = checkedContent(folder, compilerRoot(), asOf, asOf);
  assert.ok(archive);
  return archive;
}
