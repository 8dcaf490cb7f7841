import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse, parseDocument } from 'yaml';
import { jsonSchema, type SchemaName, schemaNames } from '../../src/schemas/index.ts';
import { anAudit, exampleFiles, lines, projectRoot } from '../fixtures/content.ts';
import { aResponse } from '../fixtures/ledger.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
const validators = new Map(schemaNames.map((name) => [name, ajv.compile(jsonSchema(name))]));

/** Where a value breaks a schema, and how; empty where it does not. */
function breachesOf(name: SchemaName, data: unknown): readonly string[] {
  const validate = validators.get(name);
  if (!validate || validate(data)) return [];
  return (validate.errors ?? []).map(({ instancePath, keyword, params }) =>
    `${instancePath} ${keyword} ${params.missingProperty ?? params.additionalProperty ?? params.type ?? ''}`.trim(),
  );
}

/** The schema that an editor holds a content file against. */
const schemaOfFile = (name: string): SchemaName | undefined => {
  const [folder = ''] = name.split('/');
  const names: Readonly<Record<string, SchemaName>> = {
    audits: 'granskning',
    municipalities: 'huvudman',
    criteria: 'kriterium',
    auditors: 'revisor',
    systems: 'system',
    pages: 'sida',
    responses: 'svar',
    'body-types.yaml': 'namndtyper',
    'topics.yaml': 'amnen',
    'issuers.yaml': 'utgivare',
    'glossary.yaml': 'ordlista',
    'thesaurus.yaml': 'tesaurus',
    'archive.yaml': 'arkiv',
    'addresses.yaml': 'adresser',
  };
  return names[folder];
};

/** The YAML of a file: all of a register, the frontmatter of a report. */
const yamlOf = (name: string, text: string): string =>
  name.endsWith('.mdx') ? (text.split(/^---$/m)[1] ?? '') : text;

describe('What is valid here is valid in an editor,', () => {
  const contentDir = join(projectRoot, 'content');
  const realFiles = readdirSync(contentDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:yaml|mdx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const files = [
    ...Object.entries(exampleFiles),
    ['responses/9901-exempelstad/2020-arkivvard-kommunstyrelsen.mdx', aResponse()] as const,
    ...realFiles.map((path) => [path.slice(contentDir.length + 1), readFileSync(path, 'utf8')] as const),
  ];

  for (const [reading, read] of [
    ['numbers and truths as YAML has them', (yaml: string): unknown => parse(yaml)],
    ['every scalar as text', (yaml: string): unknown => parseDocument(yaml, { schema: 'failsafe' }).toJS()],
  ] as const) {
    test(`with ${reading}`, () => {
      const seen = new Set<SchemaName>();
      for (const [file, text] of files) {
        const name = schemaOfFile(file);
        if (!name) continue;
        seen.add(name);
        assert.deepEqual(breachesOf(name, read(yamlOf(file, text))), [], file);
      }
      assert.deepEqual([...seen].sort(), [...schemaNames].sort());
    });
  }

  test('also in a report that has every field', () => {
    const audit = anAudit({
      subtitle: 'U',
      typePrinted: 'Fördjupad',
      reportNumber: 7,
      diaryNumber: '2020-17',
      draft: true,
      unseen: ['Bilagan'],
      source: { title: 'T', publisher: 'P', url: 'https://exempel.se', pages: 25, note: 'N' },
      commissionedBy: 'exempelrevisorerna',
      experts: ['provbyran'],
      people: [{ name: 'A', role: 'B', title: 'C', organisation: 'provbyran' }],
      purpose: 'Att se.',
      scope: { includes: 'A', excludes: 'B' },
      criteria: [{ criterion: 'exempellagen', sections: [6, '6:6'], printed: 'EXL' }],
      scales: [{ id: 'skala', words: [{ word: 'Grönt', grade: 'uppfyllt' }] }],
      verdicts: [{ about: 'A', verdict: 'Ja', grade: 'annat', bodies: ['arkivnamnden'], text: 'T' }],
      questions: [
        { id: 'q1', label: 1, text: 'A?', answers: [{ body: 'arkivnamnden', system: 'papyrus', text: 'T' }] },
      ],
      areas: [{ id: 'a22', label: 2.2, title: 'Papper' }],
      findings: [
        { id: 'f1', area: 'a22', observation: 'A', assessment: 'B', verdict: 'Nej', topics: ['arkiv'] },
      ],
      recommendations: [
        {
          id: 'r1',
          label: 1,
          kind: 'åtgärdsförslag',
          by: 'sakkunniga',
          finding: 'f1',
          to: 'alla',
          text: 'A',
        },
        {
          id: 'r2',
          finding: ['f1'],
          modality: 'ska',
          to: ['a', { body: 'b', role: 'medverkar' }, { group: 'c' }],
          text: 'A',
        },
      ],
      measures: [
        { system: 'papyrus', of: 'ark', value: 627, unit: 'st', approximate: true, at: 2020 },
        { of: 'ark', value: 'samtliga' },
      ],
      samples: [{ id: 's1', system: 'papyrus', unit: 'ark', size: 15, atLeast: 'true', deviations: 0 }],
      criticisms: [{ id: 'k1', kind: 'erinran', body: 'arkivnamnden', text: 'A' }],
      discharge: [{ body: 'arkivnamnden', opinion: 'tillstyrks', decision: 'beviljad', date: '2021-06' }],
      sources: [{ kind: 'intervju', with: 'A', date: '2020-05-01' }],
      corrections: [{ date: '2022-01-01', text: 'A' }],
      silence: [{ rule: 'ej-i-kraft', at: 'a', reason: 'B' }],
    });
    assert.deepEqual(breachesOf('granskning', parse(yamlOf('a.mdx', audit))), []);
  });
});

describe('What is wrong here is wrong in an editor too:', () => {
  const withFields = (...fields: readonly string[]) =>
    breachesOf('granskning', parse(`${yamlOf('a.mdx', anAudit())}${lines(...fields)}`));

  test('a misspelt key', () =>
    assert.deepEqual(withFields('tpye: granskning'), ['additionalProperties tpye']));

  test('a missing field', () => {
    assert.deepEqual(breachesOf('system', { name: 'Papyrus' }), ['required kind']);
  });

  test('a word outside the vocabulary', () => {
    assert.equal(withFields('recommendations: [{ id: r1, to: alla, modality: borde, text: A }]').length, 1);
  });

  test('text where a list should be', () => {
    assert.deepEqual(withFields('topics: arkiv'), ['/topics type array']);
  });

  test('an id that cannot stand in an address', () => {
    assert.equal(withFields('topics: [Arkiv]').length, 1);
  });
});

test('each field of a report is explained where its name does not say it', () => {
  const { properties = {} } = jsonSchema('granskning');
  const explained = Object.values(properties).filter(
    (field) => typeof field === 'object' && 'description' in field,
  );
  assert.ok(explained.length > Object.keys(properties).length / 2);
});
