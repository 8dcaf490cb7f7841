import { z } from 'zod';
import { didYouMean, enumerated, type Problem } from '../problems/index.ts';
import { placeName, valueAt } from './place.ts';
import type { YamlSource } from './source.ts';

type Issue = z.core.$ZodIssue;

/** Whoever has so many in a file has one slip many times over. */
const mostProblems = 100;

/** Data of the right shape, or every way in which it is not. */
export type Shaped<Output> =
  | { readonly data: Output; readonly problems: readonly [] }
  | { readonly data: undefined; readonly problems: readonly Problem[] };

/** Checks read data against a schema; each problem names line, field, the value found, what was expected, and the mend. */
export function shaped<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
  yaml: YamlSource,
): Shaped<z.output<Schema>> {
  const result = schema.safeParse(data);
  if (result.success) return { data: result.data, problems: [] };
  const issues = result.error.issues.slice(0, mostProblems).flatMap(flattened);
  const problems = issues.flatMap((issue) => problemsOf(issue, schema, data, yaml));
  return { data: undefined, problems: problems.slice(0, mostProblems) };
}

/**
 * A union's issue stands for many; those of the branch that the author meant are the ones to show: of the right kind, with the
 * fewest faults. Where no branch is of that kind, the union's own message says what it takes.
 */
function flattened(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [meant] = issue.errors
    .filter((branch) => !branch.some((inner) => inner.path.length === 0 && isWrongKind(inner)))
    .toSorted((a, b) => a.length - b.length);
  if (!meant) return [issue];
  return meant.flatMap((inner) => flattened({ ...inner, path: [...issue.path, ...inner.path] }));
}

function isWrongKind(issue: Issue): boolean {
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

function problemsOf(issue: Issue, schema: z.ZodType, data: unknown, yaml: YamlSource): readonly Problem[] {
  const place = placeName(issue.path, data);
  const named = place === '' ? '' : `${place}: `;
  const problem = (message: string, mend?: string, path: readonly PropertyKey[] = issue.path): Problem => ({
    file: yaml.file,
    line: yaml.lineOf(path),
    severity: 'error',
    rule: 'form',
    message,
    ...(mend !== undefined && { mend }),
  });

  if (issue.code === 'unrecognized_keys') {
    const known = Object.entries(objectAt(schema, issue.path, data)?.shape ?? {})
      .filter(([, field]) => !isRefused(field))
      .map(([name]) => name);
    return issue.keys
      .slice(0, mostProblems)
      .map((key) =>
        problem(
          `${named}fältet "${key}" finns inte.`,
          didYouMean(key, known) ?? `Fälten är ${enumerated(known, 40)}.`,
          [...issue.path, key],
        ),
      );
  }

  const found = valueAt(data, issue.path);
  if (found === undefined) {
    const field = String(issue.path.at(-1) ?? '');
    const around = placeName(issue.path.slice(0, -1), data);
    return [
      problem(
        `${around === '' ? '' : `${around}: `}fältet ${field} saknas.`,
        meaningOf(schema, issue.path, data),
      ),
    ];
  }
  if (found === null || found === '') {
    return [problem(`${place} är tomt.`, 'Skriv värdet eller ta bort fältet.')];
  }
  if (issue.code === 'invalid_type') {
    const what =
      typeof found === 'string' ? `${shown(found)} är en text men` : `här står ${shown(found)} men det`;
    return [problem(`${named}${what} ska vara ${expectedKind(issue.expected)}.`)];
  }
  if (issue.code === 'invalid_value') {
    const words = issue.values.map(String);
    const nearest = typeof found === 'string' ? didYouMean(found.toLowerCase(), words) : undefined;
    return [
      problem(
        `${named}${shown(found)} är inget av de ord som gäller här.`,
        [nearest, `Orden är ${enumerated(words, 20)}.`].filter((part) => part !== undefined).join(' '),
      ),
    ];
  }
  const value = typeof found === 'string' ? `${shown(found)} ` : '';
  return [problem(`${named}${value}${issue.message}.`)];
}

/** A value as a message quotes it. */
function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"`;
  return Array.isArray(value) ? 'en lista' : 'en grupp av fält';
}

function expectedKind(expected: string): string {
  const kinds: Readonly<Record<string, string>> = {
    array: 'en lista (en rad per post, med bindestreck först)',
    object: 'en grupp av fält',
    string: 'en text',
  };
  return kinds[expected] ?? expected;
}

function meaningOf(schema: z.ZodType, path: readonly PropertyKey[], data: unknown): string | undefined {
  const field = path.at(-1);
  const parent = objectAt(schema, path.slice(0, -1), data);
  const description = typeof field === 'string' ? descriptionOf(parent?.shape[field]) : undefined;
  return description ?? 'Fältet måste finnas.';
}

function descriptionOf(schema: unknown): string | undefined {
  let current = schema;
  while (current instanceof z.ZodType) {
    if (current.description) return current.description;
    current = innerOf(current);
  }
  return undefined;
}

/** The object schema that describes the value at a path; unions are followed to the branch that can hold the value. */
function objectAt(schema: z.ZodType, path: readonly PropertyKey[], data: unknown): z.ZodObject | undefined {
  let current: unknown = schema;
  let value = data;
  for (const step of [...path, undefined]) {
    current = unwrapped(current, value);
    if (step === undefined) break;
    value = valueAt(value, [step]);
    if (current instanceof z.ZodArray) current = current.element;
    else if (current instanceof z.ZodObject && typeof step === 'string') current = current.shape[step];
    else return undefined;
  }
  return current instanceof z.ZodObject ? current : undefined;
}

function unwrapped(schema: unknown, value: unknown): unknown {
  let current = schema;
  while (current instanceof z.ZodType) {
    if (current instanceof z.ZodUnion) {
      const options: readonly unknown[] = current.options;
      const branches = options.map((option) => unwrapped(option, value));
      const kind = Array.isArray(value) ? z.ZodArray : z.ZodObject;
      const fitting = branches.filter((branch) => branch instanceof kind);
      const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
      return (
        fitting.find((branch) => branch instanceof z.ZodObject && keys.some((key) => key in branch.shape)) ??
        fitting[0]
      );
    }
    const inner = innerOf(current);
    if (inner === undefined) return current;
    current = inner;
  }
  return undefined;
}

/** A field that may be anything is there to be refused, with words of its own. */
function isRefused(field: unknown): boolean {
  return field instanceof z.ZodOptional && field.unwrap() instanceof z.ZodUnknown;
}

function innerOf(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return schema.unwrap();
  if (schema instanceof z.ZodPipe) return schema.in;
  return undefined;
}
