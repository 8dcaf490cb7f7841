import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import type { z } from 'zod';
import { metadataText } from '../pictures/index.ts';
import {
  didYouMean,
  hiddenCharacterProblems,
  type Problem,
  personalNumberProblems,
  unwrittenProblems,
} from '../problems/index.ts';
import { type CompiledFile, compiledFile, compiledYaml, type ReportCache } from '../reports/index.ts';
import {
  addressesSchema,
  archiveSettingsSchema,
  auditorSchema,
  auditSchema,
  bodyTypesSchema,
  criterionSchema,
  glossarySchema,
  identifier,
  issuersSchema,
  municipalitySchema,
  ownPageSchema,
  responseSchema,
  systemSchema,
  thesaurusSchema,
  topicsSchema,
} from '../schemas/index.ts';
import { YamlSource } from '../yaml/index.ts';
import type { FileMemory } from './file-memory.ts';
import { type PublishedLine, publishedLines } from './published.ts';

/** One content file that has the right shape; `data` is missing where it has not. */
type Loaded<Schema extends z.ZodType> = CompiledFile<z.output<Schema>>;

/** One file of the record of what has been published. */
export interface PublishedFile {
  /** From the content folder: `published/1490-boras.txt`. */
  readonly name: string;
  readonly lines: readonly PublishedLine[];
  /** The numbers of the lines that cannot be read. */
  readonly unreadable: readonly number[];
}

/** All content as it was read: each file on its own, nothing related. Keys are file names without folder and ending. */
export interface Content {
  readonly contentDir: string;
  readonly fileCount: number;
  /** From the content folder, as all that was read. */
  readonly fileNames: readonly string[];
  readonly problems: readonly Problem[];
  readonly municipalities: ReadonlyMap<string, Loaded<typeof municipalitySchema>>;
  readonly auditors: ReadonlyMap<string, Loaded<typeof auditorSchema>>;
  readonly systems: ReadonlyMap<string, Loaded<typeof systemSchema>>;
  readonly criteria: ReadonlyMap<string, Loaded<typeof criterionSchema>>;
  readonly settings: Loaded<typeof archiveSettingsSchema>;
  readonly bodyTypes: Loaded<typeof bodyTypesSchema>;
  readonly topics: Loaded<typeof topicsSchema>;
  readonly issuers: Loaded<typeof issuersSchema>;
  readonly glossary: Loaded<typeof glossarySchema>;
  readonly thesaurus: Loaded<typeof thesaurusSchema>;
  readonly addresses: Loaded<typeof addressesSchema>;
  /** What has been published, a text a principal. They are no content: nobody writes them by hand. */
  readonly published: readonly PublishedFile[];
  readonly pages: ReadonlyMap<string, Loaded<typeof ownPageSchema>>;
  /** Keys are ids: `0380-uppsala/2019-bisysslor-kommunstyrelsen`. */
  readonly responses: ReadonlyMap<string, Loaded<typeof responseSchema>>;
  /** Keys are ids: `1490-boras/2017-informationssakerhet`. */
  readonly audits: ReadonlyMap<string, Loaded<typeof auditSchema>>;
  /** The names of all files that a report can show, from the content folder. */
  readonly figureFiles: ReadonlySet<string>;
}

/** A report as it was read; what it holds where it has the right shape. */
export type AuditFile = Loaded<typeof auditSchema>;
export type AuditContent = NonNullable<AuditFile['data']>;
export type CriterionContent = NonNullable<Loaded<typeof criterionSchema>['data']>;

const registerFiles = [
  'archive.yaml',
  'body-types.yaml',
  'topics.yaml',
  'issuers.yaml',
  'glossary.yaml',
  'thesaurus.yaml',
  'addresses.yaml',
] as const;
const registerFolders = ['municipalities', 'auditors', 'systems', 'criteria'] as const;
const figureName = /\.(?:png|jpe?g|webp|avif)$/i;

/** Far above any report or register: the longest of the founding reports is 75 kB. What a file costs to read is bounded by it. */
export const mostBytesOfText = 1_000_000;
const mostBytesOfPicture = 20_000_000;
const mostPixels = 100_000_000;

const homes =
  'Rapporter står i audits/<kommun>/, bilder i en mapp med rapportens namn, svar i responses/<kommun>/, register i municipalities/, auditors/, systems/ och criteria/, egna sidor i pages/.';

/**
 * Reads every file of the content folder and checks each on its own.
 *
 * @param memory what was read before, of which only what has changed is read again
 * @throws if the folder is not there
 */
export function loadContent(contentDir: string, cache: ReportCache, memory?: FileMemory): Content {
  const reader = new ContentReader(contentDir, cache, memory);
  const { names, published } = withoutPublished(fileNamesBelow(contentDir));
  for (const name of names) reader.read(name);
  for (const name of published) reader.readPublished(name);
  memory?.keepOnly([...names, ...published]);
  return reader.content(names);
}

/** The record of what has been published, apart from what authors write. */
function withoutPublished(all: readonly string[]): {
  readonly names: readonly string[];
  readonly published: readonly string[];
} {
  const isPublished = (name: string) => /^published\/[^/]+\.txt$/.test(name);
  return { names: all.filter((name) => !isPublished(name)), published: all.filter(isPublished) };
}

/** Reads the registers alone: all that a report refers to, without the reports, responses and pages. */
export function loadRegisters(contentDir: string, cache: ReportCache): Content {
  const reader = new ContentReader(contentDir, cache);
  const names = fileNamesBelow(contentDir).filter(
    (name) => !/^(?:audits|responses|pages|published)\//.test(name),
  );
  for (const name of names) reader.read(name);
  return reader.content(names);
}

/** Compiles one file into the cache. One that cannot be read or compiled is passed over: whoever reads it tells why. */
export function compileInto(cache: ReportCache, contentDir: string, name: string): void {
  try {
    new ContentReader(contentDir, cache).read(name);
  } catch {
    // The reader meets the same error.
  }
}

/**
 * Names of all files below a folder, from it, with `/`, in the order of their code units. Hidden files are left out. A link to a
 * folder is named as a file is: what lies behind it may be anywhere, or the folder itself.
 */
export function fileNamesBelow(folder: string): string[] {
  const names: string[] = [];
  const folders = [''];
  for (const below of folders) {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const name = `${below}${entry.name}`;
      if (entry.isDirectory()) folders.push(`${name}/`);
      else names.push(name);
    }
  }
  return names.toSorted();
}

class ContentReader {
  readonly #contentDir: string;
  readonly #cache: ReportCache;
  readonly #memory: FileMemory | undefined;
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
  readonly #responses = new Map<string, Loaded<typeof responseSchema>>();
  #settings: Loaded<typeof archiveSettingsSchema> = {
    ...withoutData<typeof archiveSettingsSchema>('archive.yaml'),
    data: archiveSettingsSchema.parse({}),
  };
  #bodyTypes = withoutData<typeof bodyTypesSchema>('body-types.yaml');
  #topics = withoutData<typeof topicsSchema>('topics.yaml');
  #issuers = withoutData<typeof issuersSchema>('issuers.yaml');
  #glossary = withoutData<typeof glossarySchema>('glossary.yaml');
  #thesaurus = withoutData<typeof thesaurusSchema>('thesaurus.yaml');
  #addresses: Loaded<typeof addressesSchema> = {
    ...withoutData<typeof addressesSchema>('addresses.yaml'),
    data: { redirects: [], tombstones: [] },
  };
  readonly #published: PublishedFile[] = [];

  constructor(contentDir: string, cache: ReportCache, memory?: FileMemory) {
    this.#contentDir = contentDir;
    this.#cache = cache;
    this.#memory = memory;
  }

  content(fileNames: readonly string[]): Content {
    return {
      contentDir: this.#contentDir,
      fileCount: fileNames.length,
      fileNames,
      problems: this.#problems,
      ...this.#registers,
      settings: this.#settings,
      bodyTypes: this.#bodyTypes,
      topics: this.#topics,
      issuers: this.#issuers,
      glossary: this.#glossary,
      thesaurus: this.#thesaurus,
      addresses: this.#addresses,
      published: this.#published,
      pages: this.#pages,
      audits: this.#audits,
      responses: this.#responses,
      figureFiles: this.#figureFiles,
    };
  }

  read(name: string): void {
    const [folder = '', ...rest] = name.split('/');
    const fileName = rest.at(-1) ?? folder;
    const stem = fileName.replace(/\.[^.]+$/, '');
    for (const { line: _line, ...problem } of personalNumberProblems(name, stem))
      this.#problems.push(problem);
    if (rest.length === 1 && !identifier().safeParse(stem).success) this.#misnamed(name);
    if (rest.length === 0) {
      this.#readRegisterFile(name);
    } else if (folder === 'audits' && rest.length === 3 && figureName.test(fileName)) {
      this.#readFigure(name);
    } else if (folder === 'audits' && rest.length === 2 && fileName.endsWith('.mdx')) {
      this.#audits.set(`${rest[0]}/${stem}`, this.#mdx(name, auditSchema));
    } else if (folder === 'responses' && rest.length === 2 && fileName.endsWith('.mdx')) {
      this.#responses.set(`${rest[0]}/${stem}`, this.#mdx(name, responseSchema));
    } else if (folder === 'pages' && rest.length === 1 && fileName.endsWith('.mdx')) {
      this.#pages.set(stem, this.#mdx(name, ownPageSchema));
    } else if (rest.length === 1 && fileName.endsWith('.yaml')) {
      switch (folder) {
        case 'municipalities':
          this.#registers.municipalities.set(stem, this.#yaml(name, municipalitySchema));
          break;
        case 'auditors':
          this.#registers.auditors.set(stem, this.#yaml(name, auditorSchema));
          break;
        case 'systems':
          this.#registers.systems.set(stem, this.#yaml(name, systemSchema));
          break;
        case 'criteria':
          this.#registers.criteria.set(stem, this.#yaml(name, criterionSchema));
          break;
        default:
          this.#misplaced(name);
      }
    } else {
      this.#misplaced(name);
    }
  }

  readPublished(name: string): void {
    const made = this.#made(name, () => {
      const text = textOrProblems(name, join(this.#contentDir, name));
      return typeof text === 'string' ? { name, ...publishedLines(text) } : text;
    });
    if ('lines' in made) this.#published.push(made);
    else this.#problems.push(...made);
  }

  #readRegisterFile(name: string): void {
    switch (name) {
      case 'archive.yaml':
        this.#settings = this.#yaml(name, archiveSettingsSchema);
        break;
      case 'body-types.yaml':
        this.#bodyTypes = this.#yaml(name, bodyTypesSchema);
        break;
      case 'topics.yaml':
        this.#topics = this.#yaml(name, topicsSchema);
        break;
      case 'issuers.yaml':
        this.#issuers = this.#yaml(name, issuersSchema);
        break;
      case 'glossary.yaml':
        this.#glossary = this.#yaml(name, glossarySchema);
        break;
      case 'thesaurus.yaml':
        this.#thesaurus = this.#yaml(name, thesaurusSchema);
        break;
      case 'addresses.yaml':
        this.#addresses = this.#yaml(name, addressesSchema);
        break;
      default:
        this.#misplaced(name);
    }
  }

  #readFigure(name: string): void {
    this.#figureFiles.add(name);
    const path = join(this.#contentDir, name);
    this.#problems.push(
      ...this.#made(name, () => refusalOf(name, path, mostBytesOfPicture) ?? pictureProblems(name, path)),
    );
  }

  #misnamed(name: string): void {
    this.#problems.push({
      file: name,
      severity: 'error',
      rule: 'fil',
      message: 'Filens namn kan inte stå i en adress.',
      mend: 'Använd små bokstäver a–z, siffror och bindestreck.',
    });
  }

  #misplaced(name: string): void {
    const [first = ''] = name.split('/');
    const suggestion = didYouMean(first, [
      ...registerFiles,
      ...registerFolders,
      'audits',
      'responses',
      'pages',
    ]);
    this.#problems.push({
      file: name,
      severity: 'error',
      rule: 'fil',
      message: 'Filen ligger i fel mapp eller har fel ändelse.',
      mend: suggestion && suggestion !== `Menade du "${first}"?` ? `${suggestion} ${homes}` : homes,
    });
  }

  #mdx<Schema extends z.ZodType>(name: string, schema: Schema): Loaded<Schema> {
    return this.#loaded(name, (source) => compiledFile(name, source, schema));
  }

  #yaml<Schema extends z.ZodType>(name: string, schema: Schema): Loaded<Schema> {
    return this.#loaded(name, (source) =>
      source.trim() === ''
        ? withoutData(name, [
            {
              file: name,
              line: 1,
              severity: 'error',
              rule: 'fil',
              message: 'Filen är tom.',
              mend: 'Fyll i den eller ta bort den.',
            },
          ])
        : {
            file: name,
            body: { blocks: [], headings: [] },
            ...compiledYaml(new YamlSource(name, source), schema),
          },
    );
  }

  /** A file as `compile` makes it of its text, its problems noted. One that cannot be read is there, without data. */
  #loaded<Schema extends z.ZodType>(
    name: string,
    compile: (source: string) => Loaded<Schema>,
  ): Loaded<Schema> {
    const { loaded, problems } = this.#made(name, () => this.#read(name, compile));
    this.#problems.push(...problems);
    return loaded;
  }

  #read<Schema extends z.ZodType>(
    name: string,
    compile: (source: string) => Loaded<Schema>,
  ): { readonly loaded: Loaded<Schema>; readonly problems: readonly Problem[] } {
    const path = join(this.#contentDir, name);
    const source = refusalOf(name, path, mostBytesOfText) ?? textOrProblems(name, path);
    if (typeof source !== 'string') {
      const loaded = withoutData<Schema>(name, source);
      return { loaded, problems: loaded.problems };
    }
    const loaded = this.#cache.compiled(name, source, () => compile(source));
    const isToBeWhole = loaded.data !== undefined && !isDraft(loaded.data);
    const unwritten = isToBeWhole ? unwrittenProblems(name, source) : [];
    // What cannot be silenced here is a file that has no such field, or one that has to be mended first.
    const advice = canSilence(loaded.data) ? [] : loaded.advice;
    return {
      loaded,
      problems: [...personalNumberProblems(name, source), ...loaded.problems, ...advice, ...unwritten],
    };
  }

  #made<Made>(name: string, make: () => Made): Made {
    return this.#memory ? this.#memory.made(name, join(this.#contentDir, name), make) : make();
  }
}

/**
 * Why a file is not read: it is no file of its own, so that its text may be another's, or come without end; or it is too large.
 * `undefined` where it can be read.
 */
function refusalOf(file: string, path: string, mostBytes: number): readonly Problem[] | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  const refused = (message: string, mend: string): readonly Problem[] => [
    { file, severity: 'error', rule: 'fil', message, mend },
  ];
  if (stat?.isSymbolicLink()) {
    return refused('Filen är en länk till en annan fil (symlink).', 'Lägg in själva filen i stället.');
  }
  if (stat && !stat.isFile()) return refused('Det här är ingen vanlig fil.', 'Ta bort den.');
  if (stat && stat.size > mostBytes) {
    const megabytes = (bytes: number) =>
      (bytes / 1_000_000).toLocaleString('sv-SE', { maximumFractionDigits: 1 });
    return refused(
      `Filen är ${megabytes(stat.size)} MB och får vara högst ${megabytes(mostBytes)} MB.`,
      'Dela den, eller ta bort det som inte hör till den.',
    );
  }
  return undefined;
}

/** A file's text, or why there is none. */
function textOrProblems(file: string, path: string): string | readonly Problem[] {
  try {
    const text = readText(path);
    const hidden = hiddenCharacterProblems(file, text);
    return hidden.length > 0 ? hidden : text;
  } catch (error) {
    const isEncoding = error instanceof TypeError;
    return [
      {
        file,
        severity: 'error',
        rule: 'fil',
        message: isEncoding ? 'Filen är inte sparad som UTF-8.' : 'Filen kan inte läsas.',
        mend: isEncoding ? 'Spara om den i din textredigerare med kodningen UTF-8.' : String(error),
      },
    ];
  }
}

function pictureProblems(file: string, path: string): readonly Problem[] {
  const problem = (message: string, mend: string): readonly Problem[] => [
    { file, severity: 'error', rule: 'fil', message, mend },
  ];
  try {
    const bytes = readFileSync(path);
    const { width, height, type = '' } = imageSize(bytes);
    const ending = file.toLowerCase().split('.').at(-1)?.replace('jpeg', 'jpg');
    if (type !== ending) {
      return problem(
        `Filen är ingen ${ending}-bild utan av slaget ${type}.`,
        'Spara om den som png, jpg, webp eller avif.',
      );
    }
    if (width * height > mostPixels) {
      return problem(`Bilden har ${width} × ${height} bildpunkter, och det är för många.`, 'Förminska den.');
    }
    return personalNumberProblems(file, metadataText(bytes)).map(({ line: _line, message, ...rest }) => ({
      ...rest,
      message: message.replace('Här står', 'I bildens dolda uppgifter (metadata) står'),
    }));
  } catch {
    return problem('Filen är ingen bild som går att läsa.', 'Spara om den som png, jpg, webp eller avif.');
  }
}

function canSilence(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'silence' in data;
}

function isDraft(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'draft' in data && data.draft === true;
}

function withoutData<Schema extends z.ZodType>(
  file: string,
  problems: readonly Problem[] = [],
): Loaded<Schema> {
  return { file, body: { blocks: [], headings: [] }, cites: [], links: [], problems, advice: [] };
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
