import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { z } from 'zod';
import {
  contactDetailsIn,
  hiddenCharacterIn,
  type Problem,
  personalNumberProblems,
} from '../problems/index.ts';
import type { MarkdownText } from '../schemas/index.ts';
import { placeName, shaped, type YamlSource } from '../yaml/index.ts';
import { contactMend, contactMessage, remarksOn, warningOf } from './advice.ts';
import { digestOf } from './fingerprint.ts';
import { splitFile } from './frontmatter.ts';
import { excessIn } from './limits.ts';
import { type Fault, parsed } from './parser.ts';
import { renderedBody, renderedText } from './render.ts';
import { attributesOf, faultsIn, type TextKind } from './subset.ts';
import type { Body, Compiled, RichText } from './types.ts';

/** A `<Cite/>` in a text: what the archive has to resolve. */
export interface CiteInText {
  readonly criterion: string;
  readonly section?: string;
  readonly line: number;
}

/** A link in a text that leads within the archive: what it is to find there. */
export interface LinkInText {
  /** `/ordlista/#iakttagelse`, `#r3` or `bild.png`. */
  readonly url: string;
  readonly line: number;
}

/** What a text refers to. */
interface References {
  readonly cites: readonly CiteInText[];
  readonly links: readonly LinkInText[];
}

/** A file with frontmatter and text, checked on its own and compiled. Relations to other files are the archive's to check. */
export interface CompiledFile<Data> extends References {
  readonly file: string;
  /** Missing where the frontmatter has the wrong shape. */
  readonly data?: Compiled<Data>;
  /** Empty where the text has faults. */
  readonly body: Body;
  /** SHA-256 of its words, for an MDX file with frontmatter. */
  readonly digest?: string;
  readonly problems: readonly Problem[];
  /** Warnings that show in the file alone; those that its `silence` covers are still among them. */
  readonly advice: readonly Problem[];
}

const emptyBody: Body = { blocks: [], headings: [] };

/** Compiles an MDX file: frontmatter against its schema, every text field, and the body. */
export function compiledFile<Schema extends z.ZodType>(
  file: string,
  source: string,
  schema: Schema,
): CompiledFile<z.output<Schema>> {
  const split = splitFile(file, source);
  if ('problem' in split)
    return { file, body: emptyBody, cites: [], links: [], problems: [split.problem], advice: [] };
  const frontmatter = compiledYaml(split.yaml, schema);
  const text = compiledText(split.body, 'body');
  const problems = [
    ...frontmatter.problems,
    ...text.faults.map((fault) => problemOf(fault, file, fault.line + split.linesBeforeBody)),
  ];
  const inBody = text.tree
    ? referencesIn(text.tree, (line) => line + split.linesBeforeBody)
    : { cites: [], links: [] };
  return {
    file,
    ...(frontmatter.data !== undefined && { data: frontmatter.data }),
    body: text.tree ? renderedBody(text.tree, split.linesBeforeBody) : emptyBody,
    digest: digestOf(split),
    cites: [...frontmatter.cites, ...inBody.cites],
    links: [...frontmatter.links, ...inBody.links],
    problems,
    advice: [
      ...frontmatter.advice,
      ...(text.tree ? remarksOn(text.tree) : []).map((remark) =>
        warningOf(remark, file, split.linesBeforeBody + remark.line),
      ),
    ],
  };
}

/** YAML data against its schema, with its text fields compiled. */
export function compiledYaml<Schema extends z.ZodType>(
  yaml: YamlSource,
  schema: Schema,
): References & Pick<CompiledFile<z.output<Schema>>, 'data' | 'problems' | 'advice'> {
  const read = yaml.read();
  const clipped = yaml.clippedTexts();
  if (read.problems.length > 0) return { cites: [], links: [], problems: read.problems, advice: clipped };
  // A file of comments alone: an empty register, or one in which every field is missing.
  const nothing = schema instanceof z.ZodArray ? [] : {};
  const hidden = hiddenInValues(read.data, yaml);
  if (hidden.length > 0) return { cites: [], links: [], problems: hidden, advice: clipped };
  const { data, problems } = shaped(schema, read.data ?? nothing, yaml);
  if (data === undefined) return { cites: [], links: [], problems, advice: clipped };
  const contacts = contactsInLines(read.data, data, yaml);
  const fields = new FieldCompiler(yaml, read.data);
  const compiledData = fields.compiled(data, []);
  const { cites, links, advice } = fields;
  return {
    data: compiledData,
    cites,
    links,
    problems: fields.problems,
    advice: [...clipped, ...contacts, ...advice],
  };
}

/** Contact details in values of one line; those in text fields are found when these are compiled. */
function contactsInLines(
  read: unknown,
  data: unknown,
  yaml: YamlSource,
  path: readonly PropertyKey[] = [],
): readonly Problem[] {
  if (typeof data === 'string') {
    // Numbers and addresses of the record's own are no person's.
    if (/^(?:.*Number|number|code|url|website|link|at|id)$/.test(String(path.at(-1)))) return [];
    return contactDetailsIn(data).map(({ kind, found }) => ({
      file: yaml.file,
      line: yaml.lineOf(path),
      severity: 'warning',
      rule: 'kontaktuppgift',
      at: found,
      message: `${placeName(path, read)}: ${contactMessage(kind, found)}`,
      mend: contactMend,
    }));
  }
  if (typeof data !== 'object' || data === null || isMarkdownText(data)) return [];
  return Object.entries(data).flatMap(([key, inner]) =>
    contactsInLines(read, inner, yaml, [...path, Array.isArray(data) ? Number(key) : key]),
  );
}

/** Values that hold hidden characters: an escape within quotation marks, `"\u202e"`, puts one where none stands in the file. */
function hiddenInValues(value: unknown, yaml: YamlSource, path: readonly PropertyKey[] = []): Problem[] {
  if (typeof value === 'string') {
    const found = hiddenCharacterIn(value);
    if (!found) return [];
    const { message, mend } = found;
    return [
      { file: yaml.file, line: yaml.lineOf(path), severity: 'error', rule: 'styrtecken', message, mend },
    ];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...hiddenInValues(key, yaml, path),
    ...hiddenInValues(inner, yaml, [...path, Array.isArray(value) ? Number(key) : key]),
  ]);
}

/** Walks checked data and compiles each text field where it stands. */
class FieldCompiler {
  readonly problems: Problem[] = [];
  readonly cites: CiteInText[] = [];
  readonly links: LinkInText[] = [];
  readonly advice: Problem[] = [];
  readonly #yaml: YamlSource;
  readonly #read: unknown;

  constructor(yaml: YamlSource, read: unknown) {
    this.#yaml = yaml;
    this.#read = read;
  }

  compiled<Data>(data: Data, path: readonly PropertyKey[]): Compiled<Data> {
    return this.#walk(data, path) as Compiled<Data>;
  }

  #walk(value: unknown, path: readonly PropertyKey[]): unknown {
    if (Array.isArray(value)) return value.map((item, index) => this.#walk(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    if (isMarkdownText(value)) return this.#text(value, path);
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, this.#walk(inner, [...path, key])]),
    );
  }

  #text({ markdown }: MarkdownText, path: readonly PropertyKey[]): RichText {
    const { tree, faults } = compiledText(markdown, 'field');
    for (const fault of faults) {
      const place = placeName(path, this.#read);
      this.problems.push(
        problemOf(
          { ...fault, message: `${place}: ${fault.message}` },
          this.#yaml.file,
          this.#yaml.lineOf(path),
        ),
      );
    }
    if (!tree) return { markdown, html: '', text: '' };
    const { cites, links } = referencesIn(tree, () => this.#yaml.lineOf(path));
    this.cites.push(...cites);
    this.links.push(...links);
    for (const remark of remarksOn(tree)) {
      const place = placeName(path, this.#read);
      this.advice.push(warningOf(remark, this.#yaml.file, this.#yaml.lineOf(path), place));
    }
    return renderedText(tree, markdown);
  }
}

function isMarkdownText(value: object): value is MarkdownText {
  return 'markdown' in value && typeof value.markdown === 'string';
}

function compiledText(
  text: string,
  kind: TextKind,
): { readonly tree?: Root; readonly faults: readonly Fault[] } {
  const excess = excessIn(text);
  if (excess.length > 0) return { faults: excess };
  const result = parsed(text);
  if ('faults' in result) return { faults: result.faults };
  const faults = [...faultsIn(result.tree, kind), ...numbersIn(result.tree, text)];
  return faults.length > 0 ? { faults } : { tree: result.tree, faults };
}

/** Personal identity numbers that a reader sees, but that are written with marks or character references between their digits. */
function numbersIn(tree: Root, source: string): readonly Fault[] {
  const faults: Fault[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const { start, end } = node.position ?? {};
    const written = source.slice(start?.offset ?? 0, end?.offset ?? source.length);
    // What is seen in the file itself is told of when the file is read.
    if (personalNumberProblems('', written).length > 0) return;
    for (const { line = 1, rule, message, mend } of personalNumberProblems('', shownText(node))) {
      faults.push({
        line: (start?.line ?? 1) + line - 1,
        rule,
        message,
        ...(mend !== undefined && { mend }),
      });
    }
  });
  return faults;
}

/** The words of a node without comments. */
function shownText(node: Nodes): string {
  let text = '';
  visit(node, (inner: Nodes) => {
    if (inner.type === 'text' || inner.type === 'inlineCode') text += inner.value;
    if (inner.type === 'break') text += '\n';
  });
  return text;
}

/** @param lineInFile the line of the file where a line of the text stands */
function referencesIn(tree: Root, lineInFile: (line: number) => number): References {
  const cites: CiteInText[] = [];
  const links: LinkInText[] = [];
  visit(tree, (node: Nodes) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'mdxJsxTextElement') {
      const { criterion = '', section } = attributesOf(node);
      cites.push({ criterion, ...(section !== undefined && { section }), line: lineInFile(line) });
    }
    if ((node.type === 'link' || node.type === 'definition') && !/^[a-z]+:/i.test(node.url)) {
      links.push({ url: node.url, line: lineInFile(line) });
    }
  });
  return { cites, links };
}

function problemOf({ message, mend, rule = 'mdx' }: Fault, file: string, line: number): Problem {
  return { file, line, severity: 'error', rule, message, ...(mend !== undefined && { mend }) };
}
