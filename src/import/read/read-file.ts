import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { WordMender } from '../mending.ts';
import {
  type Block,
  type Cell,
  ImportError,
  type Picture,
  type Place,
  type SourceText,
} from '../source-text.ts';
import { wordText } from './docx.ts';
import { markdownBlocks } from './markdown.ts';
import { blocksOfLines } from './paragraphs.ts';
import { pdfText } from './pdf.ts';
import { decodedText, plainTextLines } from './plain-text.ts';

/** A part of a file: pages of a PDF, lines of a text, paragraphs of a Word file; from 1. */
export interface ReadPart {
  readonly first: number;
  readonly last: number;
}

/** A larger file is no report. */
const mostBytes = 120 * 2 ** 20;

const endings = ['.docx', '.pdf', '.txt', '.md'] as const;

/**
 * Reads a report: by what the file is, and not by what it is called.
 *
 * @param names words that it may hold, by which broken ones are mended: municipalities, bodies, systems
 * @throws {ImportError} where it cannot be read, or there is nothing in it
 */
export async function readSource(
  path: string,
  names: readonly string[],
  part?: ReadPart,
): Promise<SourceText> {
  const fileName = basename(path);
  const file = bytesOf(path, fileName);
  const ending = endings.find((each) => each === extname(fileName).toLowerCase());
  if (!ending) {
    throw new ImportError(
      'unreadable',
      `${fileName} är inget slag av fil som går att läsa in.`,
      `Det som går är ${endings.join(', ')}. Spara en rapport i ett annat format (.doc, .odt, .rtf) som .docx.`,
    );
  }
  const kind = kindOf(file);
  if (!fits(kind, ending)) throw misnamed(fileName, ending, kind);
  const read = await blocksIn(file, fileName, ending, part);
  const chosen = ending === '.pdf' ? read.blocks : read.blocks.filter(({ place }) => isIn(place, part));
  const mended = mendedBlocks(chosen, names);
  if (!mended.some((block) => block.kind !== 'picture')) throw empty(fileName);
  return { ...read, fileName, unit: ending === '.docx' ? 'stycke' : 'rad', blocks: mended };
}

function isIn({ first, last }: Place, part: ReadPart | undefined): boolean {
  return part === undefined || (first >= part.first && last <= part.last);
}

function bytesOf(path: string, fileName: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size > mostBytes) {
      throw new ImportError(
        'unreadable',
        `${fileName} är ${Math.round(size / 2 ** 20)} MB, och mer än ${mostBytes / 2 ** 20} MB läses inte.`,
        'Ta bort stora bilder eller dela filen.',
      );
    }
    const file = readFileSync(path);
    if (file.length === 0) throw empty(fileName);
    return file;
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why =
      {
        ENOENT: 'den finns inte',
        EACCES: 'du har inte rätt att läsa den',
        EISDIR: 'det är en mapp',
      }[String(code)] ?? String(error);
    throw new ImportError('io', `${path} kan inte läsas: ${why}.`, 'Kontrollera sökvägen.', { cause: error });
  }
}

type FileKind = 'pdf' | 'zip' | 'old-office' | 'rtf' | 'text' | 'other';

const kindNames: Readonly<Record<FileKind, string>> = {
  pdf: 'en PDF',
  zip: 'ett Zip-arkiv eller Office-dokument',
  'old-office': 'ett Office-dokument av äldre slag, eller ett som är krypterat',
  rtf: 'ett RTF-dokument',
  text: 'text',
  other: 'något annat',
};

function kindOf(file: Buffer): FileKind {
  if (file.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (file.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) return 'zip';
  if (file.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return 'old-office';
  if (file.subarray(0, 5).toString('latin1') === '{\\rtf') return 'rtf';
  const isUtf16 = (file[0] === 0xff && file[1] === 0xfe) || (file[0] === 0xfe && file[1] === 0xff);
  return !isUtf16 && file.includes(0) ? 'other' : 'text';
}

function fits(kind: FileKind, ending: (typeof endings)[number]): boolean {
  switch (ending) {
    case '.pdf':
      return kind === 'pdf';
    case '.docx':
      return kind === 'zip';
    case '.txt':
    case '.md':
      return kind === 'text';
  }
}

function misnamed(fileName: string, ending: string, kind: FileKind): ImportError {
  if (kind === 'old-office' && ending === '.docx') {
    return new ImportError(
      'unreadable',
      `${fileName} är krypterad, eller ett Word-dokument av äldre slag (.doc).`,
      'Spara en kopia utan lösenord, som .docx, och läs in den.',
    );
  }
  return new ImportError(
    'unreadable',
    `${fileName} heter ${ending} men är ${kindNames[kind]}.`,
    'Ge filen dess rätta ändelse, eller spara om rapporten.',
  );
}

function empty(fileName: string): ImportError {
  return new ImportError('textless', `${fileName} är tom.`, 'Kontrollera att det är rätt fil.');
}

interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
  readonly remarks: readonly string[];
}

async function blocksIn(
  file: Buffer,
  fileName: string,
  ending: (typeof endings)[number],
  part: ReadPart | undefined,
): Promise<ReadBlocks> {
  switch (ending) {
    case '.docx':
      return wordText(file, fileName);
    case '.pdf': {
      const { lines, pageCount, emptyPages } = await pdfText(new Uint8Array(file), fileName, part);
      return {
        blocks: blocksOfLines(lines),
        pictures: [],
        remarks: [
          'Bilder tas inte ut ur en PDF. Har rapporten diagram eller kartor, lägg in dem för hand.',
          ...(emptyPages.length > 0
            ? [
                `${emptyPages.length} av ${pageCount} sidor har ingen text (${listed(emptyPages)}): de kan vara inskannade.`,
              ]
            : []),
        ],
      };
    }
    case '.md':
      return { blocks: markdownBlocks(decodedText(file, fileName)), pictures: [], remarks: [] };
    case '.txt':
      return {
        blocks: blocksOfLines(plainTextLines(decodedText(file, fileName))),
        pictures: [],
        remarks: [],
      };
  }
}

function listed(pages: readonly number[]): string {
  return pages.length > 8 ? `s. ${pages.slice(0, 8).join(', ')} …` : `s. ${pages.join(', ')}`;
}

/** All texts with their broken words whole. */
function mendedBlocks(blocks: readonly Block[], names: readonly string[]): readonly Block[] {
  const mender = new WordMender([...blocks.flatMap(textsOf), ...names].join('\n'));
  const cell = (each: Cell | undefined) => each && { ...each, text: mender.mended(each.text) };
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading':
        return { ...block, title: mender.mended(block.title) };
      case 'table':
        return {
          ...block,
          header: block.header.map((text) => mender.mended(text)),
          rows: block.rows.map((row) => row.map(cell)),
        };
      case 'picture':
        return block;
      default:
        return { ...block, text: mender.mended(block.text) };
    }
  });
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.title];
    case 'table':
      return [...block.header, ...block.rows.flatMap((row) => row.map((cell) => cell?.text ?? ''))];
    case 'picture':
      return [];
    default:
      return [block.text];
  }
}
