import { type Document, isSeq, parseDocument, stringify } from 'yaml';
import { compiledYaml } from '../reports/index.ts';
import {
  auditorSchema,
  criterionSchema,
  municipalitySchema,
  type SchemaName,
  systemSchema,
} from '../schemas/index.ts';
import { YamlSource } from '../yaml/index.ts';
import { AuthoringError } from './authoring-error.ts';

/** Fields as an author writes them: text, and the words of vocabularies. Those without a value are left out. */
type Fields<Name extends string> = Readonly<Partial<Record<Name, string | readonly string[] | undefined>>>;

export type NewBody = Fields<'id' | 'name' | 'form' | 'type'>;

const registers = {
  municipalities: { schema: municipalitySchema, schemaName: 'huvudman' },
  systems: { schema: systemSchema, schemaName: 'system' },
  criteria: { schema: criterionSchema, schemaName: 'kriterium' },
  auditors: { schema: auditorSchema, schemaName: 'revisor' },
} as const satisfies Record<string, { schema: unknown; schemaName: SchemaName }>;

export type RegisterFolder = keyof typeof registers;

/** The name of a register's file, from the content folder. */
export function registerFile(folder: RegisterFolder, id: string): string {
  return `${folder}/${id}.yaml`;
}

/**
 * The text of a new file in a register. It names its schema, so that an editor that knows YAML can help.
 *
 * @throws {AuthoringError} where the fields do not make what the register holds
 */
export function registerText(
  folder: RegisterFolder,
  fields: Fields<string>,
  bodies: readonly NewBody[] = [],
): string {
  const { schema, schemaName } = registers[folder];
  const text = [
    `# yaml-language-server: $schema=../.schema/${schemaName}.json`,
    stringify(
      { ...present(fields), ...(bodies.length > 0 && { bodies: bodies.map(present) }) },
      { lineWidth: 0, flowCollectionPadding: false },
    ),
  ].join('\n');
  const [problem] = compiledYaml(new YamlSource(folder, text), schema).problems;
  if (problem) throw new AuthoringError(`${folder}/: ${problem.message}`, problem.mend ?? '');
  return text;
}

/**
 * A municipality's text with bodies added last. Comments, order and the rest of the text stay as they are.
 *
 * @throws {AuthoringError} where the result is not what the register holds
 */
export function withBodies(file: string, text: string, bodies: readonly NewBody[]): string {
  const document = parseDocument(text, { schema: 'failsafe' });
  const list: unknown = document.get('bodies', true);
  const changed =
    isSeq(list) && list.items.length > 0 && !list.flow && list.range
      ? withItems(text, list.range, bodies)
      : withList(document, list, bodies);
  const [problem] = compiledYaml(new YamlSource(file, changed), municipalitySchema).problems;
  if (problem) throw new AuthoringError(`${file}: ${problem.message}`, problem.mend ?? '');
  return changed;
}

/** The text with items after the last of a list that stands a line an item, from and to these places in it. */
function withItems(
  text: string,
  [start, end]: readonly [start: number, end: number, nodeEnd: number],
  bodies: readonly NewBody[],
): string {
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const items = stringify(bodies.map(present), { lineWidth: 0 }).replace(/^(?=.)/gm, indent);
  const before = text.slice(0, end).trimEnd();
  // What stands after the last item on its line is a comment on it.
  const [rest = ''] = /^[^\n]*/.exec(text.slice(before.length)) ?? [];
  const after = text.slice(before.length + rest.length).replace(/^\n/, '');
  return `${before}${rest}\n${items}${after}`;
}

/** The document with a list of its own for bodies that had none, or in a form that no item can be added to as text. */
function withList(document: Document, list: unknown, bodies: readonly NewBody[]): string {
  const items = bodies.map((body) => document.createNode(present(body)));
  if (isSeq(list) && list.items.length > 0) {
    list.flow = false;
    for (const item of items) list.add(item);
  } else {
    document.set('bodies', items);
  }
  return document.toString({ lineWidth: 0 });
}

function present(fields: Fields<string>): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined || value.length === 0 ? [] : [[name, value] as const],
    ),
  );
}
