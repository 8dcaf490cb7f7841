import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Content, fileNamesBelow } from '../archive/index.ts';
import {
  type JsonSchema,
  jsonSchema,
  type KnownIds,
  registerDefinitions,
  type SchemaName,
  schemaNames,
} from '../schemas/index.ts';
import { knownIds, ownIds } from './known-ids.ts';

/** Where YAML files find their schemas, from the content folder. Hidden, so that it is no content. */
const schemaFolder = '.schema';

/** Where Astro's editor extension looks for the schemas of frontmatter, from the folder that the editor has opened. */
const collectionFolder = join('.astro', 'collections');

/** What the folders of MDX files hold. */
const schemasOfMdx: ReadonlyMap<string, SchemaName> = new Map([
  ['audits', 'granskning'],
  ['responses', 'svar'],
  ['pages', 'sida'],
]);

/**
 * Writes what lets an editor check and complete content files: JSON Schemas that know the ids in the registers. Those of YAML stand
 * in the content folder, those of frontmatter below the root, one for each municipality, with which file is held against which. Only
 * what has changed is written. Where nothing can be written there is no help, and nothing else is lost.
 */
export function writeEditorSchemas(content: Content, root: string): void {
  try {
    for (const [path, text] of schemaFiles(content, root)) writeIfChanged(path, text);
  } catch (error) {
    if (!isUnwritable(error)) throw error;
  }
}

function schemaFiles(content: Content, root: string): ReadonlyMap<string, string> {
  const { contentDir } = content;
  const names = fileNamesBelow(contentDir).filter((name) => name.endsWith('.mdx'));
  const auditIds = names
    .filter((name) => name.startsWith('audits/'))
    .map((name) => name.slice('audits/'.length, -'.mdx'.length));
  const known = knownIds(content, auditIds);
  const schemas = new Map(schemaNames.map((name) => [name, jsonSchema(name, known)]));

  const files = new Map([[join(contentDir, schemaFolder, '.gitignore'), '*\n']]);
  for (const [name, schema] of schemas) {
    files.set(join(contentDir, schemaFolder, `${name}.json`), jsonText(schema));
  }

  const collections = new Map<string, JsonSchema>();
  const entries: Record<string, string> = {};
  for (const name of names) {
    const [folder = '', municipality = ''] = name.split('/');
    const schemaName = schemasOfMdx.get(folder);
    const schema = schemaName && schemas.get(schemaName);
    if (!schema) continue;
    const isOwn = schemaName !== 'sida' && content.municipalities.has(municipality);
    const collection = isOwn ? `${schemaName}-${municipality}` : schemaName;
    if (!collections.has(collection)) {
      const own = isOwn ? ownIds(content, municipality, auditIds) : {};
      collections.set(collection, withDefinitions(schema, own));
    }
    // The extension looks a file up by its address in lower case, unescaped.
    entries[decodeURIComponent(pathToFileURL(join(contentDir, name)).href).toLowerCase()] = collection;
  }
  const folder = join(root, collectionFolder);
  removeStale(folder, collections);
  for (const [name, schema] of collections) files.set(join(folder, `${name}.schema.json`), jsonText(schema));
  files.set(
    join(folder, 'collections.json'),
    jsonText({ collections: [...collections.keys()].map((name) => ({ hasSchema: true, name })), entries }),
  );
  return files;
}

/** The schema with other ids in the registers that it refers to. */
function withDefinitions(schema: JsonSchema, ids: KnownIds): JsonSchema {
  const definitions = Object.entries(registerDefinitions(ids)).filter(([name]) => schema.$defs?.[name]);
  return { ...schema, $defs: { ...schema.$defs, ...Object.fromEntries(definitions) } };
}

/** Takes away the schemas of municipalities that have no reports any more. */
function removeStale(folder: string, collections: ReadonlyMap<string, unknown>): void {
  for (const name of existingNames(folder)) {
    const isOurs = /^(?:granskning|svar|sida)(?:-.+)?\.schema\.json$/.test(name);
    if (isOurs && !collections.has(name.replace('.schema.json', ''))) rmSync(join(folder, name));
  }
}

function existingNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function writeIfChanged(path: string, text: string): void {
  if (textOf(path) === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function jsonText(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

function isUnwritable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST'].includes(code);
}
