import { z } from 'zod';
import { addressesSchema } from './addresses.ts';
import { auditSchema } from './audit.ts';
import { criterionSchema } from './criterion.ts';
import { municipalitySchema } from './municipality.ts';
import type { RegisterName } from './primitives.ts';
import {
  archiveSettingsSchema,
  auditorSchema,
  bodyTypesSchema,
  glossarySchema,
  issuersSchema,
  ownPageSchema,
  systemSchema,
  topicsSchema,
} from './registers.ts';
import { responseSchema } from './response.ts';
import { thesaurusSchema } from './thesaurus.ts';

const schemas = {
  granskning: auditSchema,
  huvudman: municipalitySchema,
  kriterium: criterionSchema,
  revisor: auditorSchema,
  system: systemSchema,
  namndtyper: bodyTypesSchema,
  amnen: topicsSchema,
  utgivare: issuersSchema,
  ordlista: glossarySchema,
  tesaurus: thesaurusSchema,
  svar: responseSchema,
  sida: ownPageSchema,
  arkiv: archiveSettingsSchema,
  adresser: addressesSchema,
};

export type SchemaName = keyof typeof schemas;

export const schemaNames = Object.keys(schemas) as readonly SchemaName[];

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The ids of a register, each with the name that it stands for. A register that is not given takes any id. */
export type KnownIds = Readonly<Partial<Record<RegisterName, ReadonlyMap<string, string>>>>;

/**
 * The JSON Schema (draft 2020-12) of what an author writes in a kind of file, for editors. YAML lets `2017` and `"1490"` be numbers
 * or text, so that wherever the schema asks for text of digits alone it takes a number too.
 *
 * @param known the ids that an editor completes, in `$defs` by the name of their register; what is not among them is wrong
 */
export function jsonSchema(name: SchemaName, known: KnownIds = {}): JsonSchema {
  const referred = new Set<string>();
  const schema = z.toJSONSchema(schemas[name], {
    io: 'input',
    override: ({ jsonSchema: node }) => {
      if (node.type === 'string' && node.pattern !== undefined && takesDigits(node.pattern)) {
        node.type = ['string', 'number'] as never;
      }
      if (isTruth(node.enum)) node.enum = [true, false, 'true', 'false'];
      if (Array.isArray(node.enum) && node.enum.includes(true)) delete node.type;
      const register = node.register as RegisterName | undefined;
      delete node.register;
      if (register === undefined || !known[register]?.size) return;
      referred.add(register);
      delete node.type;
      delete node.pattern;
      node.$ref = `#/$defs/${register}`;
    },
  });
  const definitions = Object.entries(registerDefinitions(known)).filter(([register]) =>
    referred.has(register),
  );
  if (definitions.length > 0) schema.$defs = Object.fromEntries(definitions);
  return schema;
}

/** What `$defs` of a schema says of each register. */
export function registerDefinitions(known: KnownIds): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(known).map(([register, ids]) => {
      const listed: readonly JsonSchema[] =
        ids.size === 0 ? [] : [{ enum: [...ids.keys()], enumDescriptions: [...ids.values()] }];
      const any = register === 'audits' ? auditOrPart : { type: 'string' as const };
      return [register, register === 'audits' ? { anyOf: [...listed, any] } : (listed[0] ?? any)];
    }),
  );
}

/** A part of a report is referred to by the report's id and its own: `1490-boras/2017-informationssakerhet#r3`. */
const auditOrPart: JsonSchema = {
  type: 'string',
  pattern: '^[a-z0-9-]+/[a-z0-9-]+(?:#[a-z][a-z0-9-]*)?$',
};

function takesDigits(pattern: string): boolean {
  return ['2017', '12', '7'].some((digits) => new RegExp(pattern, 'u').test(digits));
}

function isTruth(values: readonly unknown[] | undefined): boolean {
  return values?.length === 2 && values.includes('true') && values.includes('false');
}
