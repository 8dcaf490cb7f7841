import { z } from 'zod';
import { guide } from '../../i18n/sv-registers.ts';
import {
  coarseDate,
  count,
  fullDate,
  identifier,
  line,
  markdown,
  partId,
  sectionKey,
  webAddress,
  year,
} from '../../schemas/index.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** One table of fields: those of the file itself, or of what stands nested in one of its fields. */
export interface FieldTable {
  /** Unique on the page, together with the caller's prefix. */
  readonly id: string;
  /** The fields that lead to it: `[]` for the file itself, `['questions', 'answers']`. */
  readonly trail: readonly string[];
  /** Its first required field, where one field may hold several shapes: `body` or `group`. */
  readonly variant?: string;
  readonly fields: readonly Field[];
}

interface Field {
  readonly name: string;
  readonly isRequired: boolean;
  readonly value: readonly ValuePiece[];
  readonly meaning?: string;
}

/** What to write: words, a literal word to write, or a link to the table of the fields that are written. */
type ValuePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'table'; readonly id: string; readonly text: string };

/** The tables of a schema, the file's own first, then those nested in it in the order they are met. Equal shapes share one table. */
export function fieldTables(schema: z.ZodType): readonly FieldTable[] {
  const tables: FieldTable[] = [];
  const idByShape = new Map<string, string>();

  function tableOf(object: JsonSchema, trail: readonly string[], isVariant: boolean): string {
    const shape = JSON.stringify([object.properties, object.required]);
    const known = idByShape.get(shape);
    if (known) return known;
    const variant = isVariant ? object.required?.[0] : undefined;
    const id = [...(trail.length > 0 ? trail : ['fil']), ...(variant ? [variant] : [])]
      .join('-')
      .toLowerCase();
    idByShape.set(shape, id);
    const place = tables.length;
    tables.push({ id, trail, fields: [] });
    tables[place] = {
      id,
      trail,
      ...(variant && { variant }),
      fields: Object.entries(object.properties ?? {}).flatMap(([name, value]) =>
        isSchema(value) ? [fieldOf(name, value, object.required ?? [], trail)] : [],
      ),
    };
    return id;
  }

  function fieldOf(
    name: string,
    value: JsonSchema,
    required: readonly string[],
    trail: readonly string[],
  ): Field {
    const meaning = value.description ?? (isSchema(value.items) ? value.items.description : undefined);
    return {
      name,
      isRequired: required.includes(name),
      value: piecesOf(value, [...trail, name], false),
      ...(meaning && { meaning }),
    };
  }

  function piecesOf(value: JsonSchema, trail: readonly string[], isVariant: boolean): readonly ValuePiece[] {
    if (value.const !== undefined) return [literal(String(value.const))];
    if (value.enum) return isTruth(value.enum) ? [text(guide.values.truth)] : wordsOf(value.enum.map(String));
    if (value.anyOf)
      return alternatives(
        value.anyOf.map((option) => piecesOf(option, trail, (value.anyOf?.length ?? 0) > 1)),
      );
    if (value.type === 'array' && isSchema(value.items)) {
      return [text(guide.values.listOf), ...piecesOf(value.items, trail, isVariant)];
    }
    if (value.type === 'object') {
      const id = tableOf(value, trail, isVariant);
      return [{ kind: 'table', id, text: isVariant ? fieldNames(value) : guide.values.fields }];
    }
    if (value.type === 'boolean') return [text(guide.values.truth)];
    if (value.type === 'integer') return [text(guide.values.count)];
    return [text(kindOfText(value))];
  }

  const whole = z.toJSONSchema(schema, { io: 'input' });
  tableOf(whole, [], false);
  return tables;
}

/** What the tables call a text, by the pattern of the primitive that reads it. */
const textKinds: ReadonlyMap<string | undefined, string> = new Map(
  (
    [
      [line(), guide.values.line],
      [markdown(), guide.values.markdown],
      [identifier(), guide.values.identifier],
      [partId(), guide.values.partId],
      [year(), guide.values.year],
      [count(), guide.values.count],
      [coarseDate(), guide.values.coarseDate],
      [fullDate(), guide.values.fullDate],
      [webAddress(), guide.values.webAddress],
      [sectionKey(), guide.values.sectionKey],
    ] as const
  ).map(([primitive, words]) => [z.toJSONSchema(primitive, { io: 'input' }).pattern, words]),
);

function kindOfText({ pattern }: JsonSchema): string {
  const known = textKinds.get(pattern);
  if (known) return known;
  return pattern !== undefined && new RegExp(pattern, 'u').test('12,5')
    ? guide.values.number
    : guide.values.text;
}

function alternatives(options: readonly (readonly ValuePiece[])[]): readonly ValuePiece[] {
  return options.flatMap((option, index) => (index === 0 ? option : [text(guide.values.or), ...option]));
}

function wordsOf(words: readonly string[]): readonly ValuePiece[] {
  return words.flatMap((word, index) =>
    index === 0 ? [literal(word)] : [text(guide.values.comma), literal(word)],
  );
}

function fieldNames({ properties }: JsonSchema): string {
  return guide.values.fieldsNamed(Object.keys(properties ?? {}));
}

function isTruth(words: readonly unknown[]): boolean {
  return words.length === 2 && words.includes('true') && words.includes('false');
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(words: string): ValuePiece {
  return { kind: 'text', text: words };
}

function literal(word: string): ValuePiece {
  return { kind: 'literal', text: word };
}
