import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contentFolder, isFolder, loadRegisters, today, yearOf } from '../archive/index.ts';
import { AuthoringError, writeAll } from '../authoring/index.ts';
import {
  ImportError,
  type Imported,
  type ImportOptions,
  imported,
  importReport,
  refusals,
} from '../import/index.ts';
import { unwrittenMark } from '../problems/index.ts';
import { ReportCache } from '../reports/index.ts';

const help = `npm run import läser en färdig rapport och skriver ett första utkast av den. Flaggor skrivs efter --:

  npm run import -- rapport.pdf                              .docx, .pdf, .txt eller .md
  npm run import -- rapport.docx --out utkast                i mappen utkast och inte i innehållsmappen
  npm run import -- rapport.txt --municipality 1490-boras    huvudmannen, om rapporten inte säger den
  npm run import -- rapport.pdf --part 1-14                  bara en del: sidor i en PDF, rader i en text, stycken i Word
  npm run import -- rapport.pdf --one-report                 filen är en enda rapport, fast den ser ut som flera

Utkastet publiceras inte. Varje uppgift i det säger var i filen den står. Inget som redan finns skrivs över.

Slutar med
  0  utkastet är skrivet
  1  filen kan inte hittas eller läsas från disken, eller utkastet kan inte skrivas
  2  kommandot är fel skrivet
  3  filen är krypterad, skadad, för stor eller något annat än den heter
  4  filen är tom, eller inskannad utan text
  5  filen innehåller flera rapporter
  6  ett personnummer står i filen
  7  rapporten nämner ingen huvudman som finns i registren`;

interface Command extends ImportOptions {
  readonly file: string;
  readonly out: string;
}

/** @returns the exit code */
async function importCommand(args: readonly string[], root = process.cwd()): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help);
    return 0;
  }
  try {
    const { file, out, ...options } = commandFrom(args);
    const contentDir = contentFolder(root);
    if (!isFolder(contentDir)) {
      throw new ImportError(
        'io',
        `Innehållsmappen ${contentDir} finns inte.`,
        'Ange en annan med CONTENT_DIR.',
      );
    }
    const content = loadRegisters(contentDir, new ReportCache(root));
    const result = await imported(file, content, yearOf(today()), options);
    const folder = out === '' ? contentDir : resolve(root, out);
    write(result, folder);
    console.log(importReport(result));
    tellOf(result, folder, root);
    return 0;
  } catch (error) {
    if (error instanceof ImportError) {
      console.error(error.message);
      return refusals[error.kind];
    }
    if (!(error instanceof AuthoringError)) throw error;
    console.error(error.message);
    return refusals.io;
  }
}

/** @throws {ImportError} where the command is wrongly written */
function commandFrom(args: readonly string[]): Command {
  const misuse = (message: string) =>
    new ImportError('misuse', message, 'npm run import -- --help visar hur kommandot skrivs.');
  const { values, positionals } = parsed(args, misuse);
  const [file, ...others] = positionals;
  if (file === undefined) throw misuse('Ingen fil är angiven.');
  if (others.length > 0) throw misuse(`Bara en fil läses in åt gången, men här står ${positionals.length}.`);
  const [, first, last] = /^(\d{1,6})-(\d{1,6})$/.exec(values.part ?? '') ?? [];
  const part = { first: Number(first), last: Number(last) };
  if (values.part !== undefined && !(part.first >= 1 && part.last >= part.first)) {
    throw misuse(`--part ${values.part} är ingen del av en fil: skriv t.ex. --part 1-14.`);
  }
  return {
    file,
    out: values.out ?? '',
    ...(values.municipality !== undefined && { municipality: values.municipality }),
    ...(values.part !== undefined && { part }),
    isOneReport: values['one-report'] ?? false,
  };
}

function parsed(args: readonly string[], misuse: (message: string) => ImportError) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        municipality: { type: 'string' },
        part: { type: 'string' },
        'one-report': { type: 'boolean' },
      },
    });
  } catch (error) {
    const [, option] = /'(--?[^' ]+)/.exec(String(error)) ?? [];
    throw misuse(
      option === undefined
        ? 'Flaggorna går inte att läsa.'
        : `Flaggan ${option} finns inte eller saknar värde.`,
    );
  }
}

/** The draft and its pictures, all or none. */
function write({ draft, pictures }: Imported, folder: string): void {
  writeAll(folder, [
    { name: `audits/${draft.id}.mdx`, text: draft.text },
    ...pictures.map(({ name, bytes }) => ({ name: `audits/${draft.id}/${name}`, bytes })),
  ]);
}

function tellOf({ draft, pictures }: Imported, folder: string, root: string): void {
  const shown = relative(root, join(folder, `audits/${draft.id}.mdx`));
  const images =
    pictures.length === 0
      ? ''
      : ` ${pictures.length === 1 ? 'En bild' : `${pictures.length} bilder`} ligger i mappen bredvid och behöver en text för den som inte ser.`;
  console.log(
    `\nSkrivet: ${shown}.${images}\nÖppna utkastet, läs det mot rapporten och skriv det som är märkt ${unwrittenMark}. npm run dev visar det medan du skriver.`,
  );
}

process.exitCode = await importCommand(process.argv.slice(2));
