import { z } from 'zod';
import { addressOf, type Home } from './addresses.ts';
import { type DocumentKind, documents, shapeVersion } from './shapes.ts';
import { rowSchemas, type TableName } from './tables.ts';

export const documentKinds = Object.keys(documents) as readonly DocumentKind[];

/** Where the schema of a kind of document, or of a table's rows, is published. */
export function schemaPath(name: DocumentKind | `row-${TableName}`): string {
  return `/schema/data/${shapeVersion}/${name}.json`;
}

/** The JSON Schemas (draft 2020-12) of all that is published, by their address from the archive's root. */
export function* publishedSchemas(home: Home): Generator<readonly [path: string, schema: object]> {
  for (const kind of documentKinds) yield published(schemaPath(kind), documents[kind], home);
  for (const [name, schema] of Object.entries(rowSchemas)) {
    yield published(schemaPath(`row-${name as TableName}`), schema, home);
  }
}

function published(path: string, schema: z.ZodType, home: Home): readonly [string, object] {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'output' });
  return [path, { $schema, $id: addressOf(path, home), ...rest }];
}
