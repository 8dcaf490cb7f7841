import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { didYouMean, type Problem, personalNumberProblems } from '../problems/index.ts';
import { type CompiledFile, compiledFile, compiledYaml, type ReportCache } from '../reports/index.ts';
import {
  auditorSchema,
  auditSchema,
  bodyTypesSchema,
  criterionSchema,
  glossarySchema,
  issuersSchema,
  municipalitySchema,
  ownPageSchema,
  systemSchema,
  topicsSchema,
} from '../schemas/index.ts';
import { YamlSource } from '../yaml/index.ts';

/** One content file that has the right shape; `data` is missing where it has not. */
type Loaded<Schema extends z.ZodType> = CompiledFile<z.output<Schema>>;

/** All content as it was read: each file on its own, nothing related. Keys are file names without folder and ending. */
export interface Content {
  readonly contentDir: string;
  readonly fileCount: number;
  readonly problems: readonly Problem[];
  readonly municipalities: ReadonlyMap<string, Loaded<typeof municipalitySchema>>;
  readonly auditors: ReadonlyMap<string, Loaded<typeof auditorSchema>>;
  readonly systems: ReadonlyMap<string, Loaded<typeof systemSchema>>;
  readonly criteria: ReadonlyMap<string, Loaded<typeof criterionSchema>>;
  readonly bodyTypes: Loaded<typeof bodyTypesSchema>;
  readonly topics: Loaded<typeof topicsSchema>;
  readonly issuers: Loaded<typeof issuersSchema>;
  readonly glossary: Loaded<typeof glossarySchema>;
  readonly pages: ReadonlyMap<string, Loaded<typeof ownPageSchema>>;
  /** Keys are ids: `1490-boras/2017-informationssakerhet`. */
  readonly audits: ReadonlyMap<string, Loaded<typeof auditSchema>>;
  /** The names of all files that a report can show, from the content folder. */
  readonly figureFiles: ReadonlySet<string>;
}

const registerFiles = ['body-types.yaml', 'topics.yaml', 'issuers.yaml', 'glossary.yaml'] as const;
const registerFolders = ['municipalities', 'auditors', 'systems', 'criteria'] as const;
const figureName = /\.(?:png|jpe?g|webp|avif)$/i;

const homes =
  'Rapporter står i audits/<kommun>/, bilder i en mapp med rapportens namn, register i municipalities/, auditors/, systems/ och criteria/, egna sidor i pages/.';

/**
 * Reads every file of the content folder and checks each on its own.
 *
 * @throws if the folder is not there
 */
export function loadContent(contentDir: string, cache: ReportCache): Content {
  const reader = new ContentReader(contentDir, cache);
  const names = filesBelow(contentDir);
  for (const name of names) reader.read(name);
  return reader.content(names.length);
}

/** Names of all files below a folder, from it, with `/`, in the order of their code units. Hidden files are left out. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .toSorted();
}

class ContentReader {
  readonly #contentDir: string;
  readonly #cache: ReportCache;
  readonly #problems: Problem[] = [];
  readonly #figureFiles = new Set<string>();
  readonly #registers = {
    municipalities: new Map<string, Loaded<typeof municipalitySchema>>(),
    auditors: new Map<string, Loaded<typeof auditorSchema>>(),
    systems: new Map<string, Loaded<typeof systemSchema>>(),
    criteria: new Map<string, Loaded<typeof criterionSchema>>(),
  };
  readonly #pages = new Map<string, Loaded<typeof ownPageSchema>>();
  readonly #audits = new Map<string, Loaded<typeof auditSchema>>();
  #bodyTypes = emptyRegister<typeof bodyTypesSchema>('body-types.yaml');
  #topics = emptyRegister<typeof topicsSchema>('topics.yaml');
  #issuers = emptyRegister<typeof issuersSchema>('issuers.yaml');
  #glossary = emptyRegister<typeof glossarySchema>('glossary.yaml');

  constructor(contentDir: string, cache: ReportCache) {
    this.#contentDir = contentDir;
    this.#cache = cache;
  }

  content(fileCount: number): Content {
    return {
      contentDir: this.#contentDir,
      fileCount,
      problems: this.#problems,
      ...this.#registers,
      bodyTypes: this.#bodyTypes,
      topics: this.#topics,
      issuers: this.#issuers,
      glossary: this.#glossary,
      pages: this.#pages,
      audits: this.#audits,
      figureFiles: this.#figureFiles,
    };
  }

  read(name: string): void {
    const [folder = '', ...rest] = name.split('/');
    const fileName = rest.at(-1) ?? folder;
    const stem = fileName.replace(/\.[^.]+$/, '');
    if (rest.length === 0) {
      this.#readRegisterFile(name);
    } else if (folder === 'audits' && rest.length === 3 && figureName.test(fileName)) {
      this.#figureFiles.add(name);
    } else if (folder === 'audits' && rest.length === 2 && fileName.endsWith('.mdx')) {
      this.#set(this.#audits, `${rest[0]}/${stem}`, this.#mdx(name, auditSchema));
    } else if (folder === 'pages' && rest.length === 1 && fileName.endsWith('.mdx')) {
      this.#set(this.#pages, stem, this.#mdx(name, ownPageSchema));
    } else if (rest.length === 1 && fileName.endsWith('.yaml')) {
      switch (folder) {
        case 'municipalities':
          this.#set(this.#registers.municipalities, stem, this.#yaml(name, municipalitySchema));
          break;
        case 'auditors':
          this.#set(this.#registers.auditors, stem, this.#yaml(name, auditorSchema));
          break;
        case 'systems':
          this.#set(this.#registers.systems, stem, this.#yaml(name, systemSchema));
          break;
        case 'criteria':
          this.#set(this.#registers.criteria, stem, this.#yaml(name, criterionSchema));
          break;
        default:
          this.#misplaced(name);
      }
    } else {
      this.#misplaced(name);
    }
  }

  #readRegisterFile(name: string): void {
    switch (name) {
      case 'body-types.yaml':
        this.#bodyTypes = this.#yaml(name, bodyTypesSchema) ?? this.#bodyTypes;
        break;
      case 'topics.yaml':
        this.#topics = this.#yaml(name, topicsSchema) ?? this.#topics;
        break;
      case 'issuers.yaml':
        this.#issuers = this.#yaml(name, issuersSchema) ?? this.#issuers;
        break;
      case 'glossary.yaml':
        this.#glossary = this.#yaml(name, glossarySchema) ?? this.#glossary;
        break;
      default:
        this.#misplaced(name);
    }
  }

  #misplaced(name: string): void {
    const [first = ''] = name.split('/');
    const suggestion = didYouMean(first, [...registerFiles, ...registerFolders, 'audits', 'pages']);
    this.#problems.push({
      file: name,
      severity: 'error',
      rule: 'fil',
      message: 'Filen ligger i fel mapp eller har fel ändelse.',
      mend: suggestion && suggestion !== `Menade du "${first}"?` ? `${suggestion} ${homes}` : homes,
    });
  }

  #set<Value>(map: Map<string, Value>, key: string, value: Value | undefined): void {
    if (value !== undefined) map.set(key, value);
  }

  #mdx<Schema extends z.ZodType>(name: string, schema: Schema): Loaded<Schema> | undefined {
    const source = this.#text(name);
    if (source === undefined) return undefined;
    const compiled = this.#cache.compiled(name, source, () => compiledFile(name, source, schema));
    this.#problems.push(...compiled.problems);
    return compiled;
  }

  #yaml<Schema extends z.ZodType>(name: string, schema: Schema): Loaded<Schema> | undefined {
    const source = this.#text(name);
    if (source === undefined) return undefined;
    if (source.trim() === '') {
      this.#problems.push({
        file: name,
        line: 1,
        severity: 'error',
        rule: 'fil',
        message: 'Filen är tom.',
        mend: 'Fyll i den eller ta bort den.',
      });
      return undefined;
    }
    const compiled = this.#cache.compiled(name, source, () => ({
      file: name,
      body: { blocks: [], headings: [] },
      ...compiledYaml(new YamlSource(name, source), schema),
    }));
    this.#problems.push(...compiled.problems);
    return compiled;
  }

  /** A file's text; or `undefined`, with the problem noted, where it is none. */
  #text(name: string): string | undefined {
    let source: string;
    try {
      source = readText(join(this.#contentDir, name));
    } catch (error) {
      this.#problems.push({
        file: name,
        severity: 'error',
        rule: 'fil',
        message: error instanceof TypeError ? 'Filen är inte sparad som UTF-8.' : 'Filen kan inte läsas.',
        mend:
          error instanceof TypeError
            ? 'Spara om den i din textredigerare med kodningen UTF-8.'
            : String(error),
      });
      return undefined;
    }
    this.#problems.push(...personalNumberProblems(name, source));
    return source;
  }
}

function emptyRegister<Schema extends z.ZodType>(file: string): Loaded<Schema> {
  return { file, body: { blocks: [], headings: [] }, cites: [], links: [], problems: [] };
}

/**
 * A file's text with newlines only, without byte order mark.
 *
 * @throws {TypeError} if it is not UTF-8
 */
export function readText(path: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)).replaceAll('\r\n', '\n');
}

/** Is there such a folder? */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
