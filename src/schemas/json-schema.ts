import { z } from 'zod';
import { auditSchema } from './audit.ts';
import { criterionSchema } from './criterion.ts';
import { municipalitySchema } from './municipality.ts';
import {
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
};

export type SchemaName = keyof typeof schemas;

export const schemaNames = Object.keys(schemas) as readonly SchemaName[];

/**
 * The JSON Schema (draft 2020-12) of what an author writes in a kind of file, for editors. YAML lets `2017` and `"1490"` be numbers
 * or text, so that wherever the schema asks for text of digits alone it takes a number too.
 */
export function jsonSchema(name: SchemaName): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schemas[name], {
    io: 'input',
    override: ({ jsonSchema: node }) => {
      if (node.type === 'string' && node.pattern !== undefined && takesDigits(node.pattern)) {
        node.type = ['string', 'number'] as never;
      }
      if (isTruth(node.enum)) node.enum = [true, false, 'true', 'false'];
      if (Array.isArray(node.enum) && node.enum.includes(true)) delete node.type;
    },
  });
}

function takesDigits(pattern: string): boolean {
  return ['2017', '12', '7'].some((digits) => new RegExp(pattern, 'u').test(digits));
}

function isTruth(values: readonly unknown[] | undefined): boolean {
  return values?.length === 2 && values.includes('true') && values.includes('false');
}
