import { z } from 'zod';
import { rowSchemas, type TableName } from './tables.ts';

/** A column of a table, as its schema has it. */
export interface Column {
  readonly name: string;
  /** A truth is 0 or 1 in the database, `true` or `false` elsewhere. */
  readonly kind: 'text' | 'number' | 'truth' | 'list';
  readonly isOptional: boolean;
  readonly description: string;
  /** The values that it may have, where they are set. */
  readonly codes: readonly string[];
}

/** What a table's rows are, in a sentence. */
export function descriptionOf(table: TableName): string {
  return rowSchemas[table].description ?? '';
}

/** The columns of a table, in their order. */
export function columnsOf(table: TableName): readonly Column[] {
  return Object.entries(rowSchemas[table].shape).map(([name, schema]: [string, z.ZodType]) => {
    const inner = schema instanceof z.ZodNullable ? schema.unwrap() : schema;
    return {
      name,
      kind: kindOf(inner),
      isOptional: schema instanceof z.ZodNullable,
      description: schema.description ?? '',
      codes: inner instanceof z.ZodEnum ? inner.options.map(String) : [],
    };
  });
}

function kindOf(schema: unknown): Column['kind'] {
  if (schema instanceof z.ZodArray) return 'list';
  if (schema instanceof z.ZodBoolean) return 'truth';
  return schema instanceof z.ZodNumber ? 'number' : 'text';
}
