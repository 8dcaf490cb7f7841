import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { componentExamples, readExample } from '../../src/components/register/component-examples.ts';
import { fieldTables } from '../../src/components/register/field-table.ts';
import { checkMessages, stumbles } from '../../src/components/register/stumbles.ts';
import { componentAttributes } from '../../src/i18n/sv-registers.ts';
import { blockComponents, inlineComponents } from '../../src/reports/index.ts';
import { auditSchema, line, year } from '../../src/schemas/index.ts';
import { contentWith, projectRoot } from '../fixtures/content.ts';
import { firstReportFile, firstReportFiles } from '../fixtures/first-report.ts';

test("the guide's skeleton passes the check", () => {
  const skeleton = readFileSync(join(projectRoot, 'src/pages/guide/_skelett.mdx'), 'utf8');
  const { report, problems } = contentWith({
    'municipalities/9999-exempelby.yaml': [
      'code: "9999"',
      'kind: kommun',
      'name: Exempelby kommun',
      'place: Exempelby',
      'bodies:',
      '  - { id: kommunstyrelsen, name: Kommunstyrelsen, form: styrelse }',
      '  - { id: servicenamnden, name: Servicenämnden, form: nämnd }',
    ].join('\n'),
    'auditors/exempelbys-revisorer.yaml': 'name: Exempelbys revisorer\nkind: förtroendevalda revisorer\n',
    'topics.yaml': [
      '- { id: intern-kontroll, name: Intern kontroll, about: Kontroll. }',
      '- { id: styrdokument, name: Styrdokument, about: Dokument. }',
    ].join('\n'),
    'criteria/kl-2017.yaml': [
      'kind: lag',
      'name: Kommunallagen',
      'title: Kommunallag (2017:725)',
      'division: kapitel',
    ].join('\n'),
    'audits/9999-exempelby/2024-direktupphandling.mdx': skeleton,
  });
  assert.deepEqual(problems, [], report);
});

test("the guide's first report passes the check without a word, and has five findings", () => {
  const { archive, problems, report } = contentWith(firstReportFiles);
  assert.deepEqual(problems, [], report);
  assert.equal(archive?.audits[0]?.findings.length, 5);
  assert.equal(`audits/${archive?.audits[0]?.id}.mdx`, firstReportFile);
});

for (const { written, instead } of stumbles) {
  test(`the check stops ”${written}” and lets ”${instead}” through`, () => {
    assert.notDeepEqual(checkMessages(written), []);
    assert.deepEqual(checkMessages(instead), []);
  });
}

for (const name of Object.keys(componentExamples) as (keyof typeof componentExamples)[]) {
  test(`the guide's example of ${name} passes the check without a word, and shows it`, () => {
    const { audit } = readExample(name);
    assert.ok(componentExamples[name].text.includes(`<${name} `));
    const shown = audit.body.blocks.map((block) => (block.kind === 'html' ? 'Cite' : block.name));
    assert.deepEqual(shown, [name]);
  });
}

test('the guide tells what every attribute of every component means', () => {
  for (const [name, attributes] of Object.entries({ ...blockComponents, ...inlineComponents })) {
    const told = new Map(Object.entries(componentAttributes)).get(name);
    assert.deepEqual(Object.keys(told ?? {}), Object.keys(attributes), name);
  }
});

test('every field of a report stands in a table, and every link to a table leads to one', () => {
  const tables = fieldTables(auditSchema);
  const ids = tables.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const piece of tables.flatMap(({ fields }) => fields.flatMap(({ value }) => value))) {
    if (piece.kind === 'table') assert.ok(ids.includes(piece.id), piece.id);
  }
  assert.deepEqual(
    tables[0]?.fields.map(({ name }) => name),
    Object.keys(auditSchema.shape),
  );
});

test('a shape that two fields share has one table', () => {
  const person = z.strictObject({ name: line() });
  const tables = fieldTables(z.strictObject({ author: person, reader: person }));
  assert.deepEqual(
    tables.map(({ id }) => id),
    ['fil', 'author'],
  );
});

test('a field that may hold several shapes has a table for each, named by its first required field', () => {
  const tables = fieldTables(
    z.strictObject({ to: z.union([z.strictObject({ body: line() }), z.strictObject({ group: line() })]) }),
  );
  assert.deepEqual(
    tables.map(({ variant }) => variant),
    [undefined, 'body', 'group'],
  );
});

test('a field that may be left out is not marked as required', () => {
  const [table] = fieldTables(z.strictObject({ title: line(), year: year().optional() }));
  assert.deepEqual(
    table?.fields.map(({ isRequired }) => isRequired),
    [true, false],
  );
});
