import { getDocumentProxy } from 'unpdf';
import { plainLetters } from '../mending.ts';
import { ImportError, type Piece, type SourceLine } from '../source-text.ts';

/** More than any report has; a longer file is not one. */
const mostPages = 2000;
/** Reading stops before the process takes more than a gigabyte. */
const mostMemory = 850 * 2 ** 20;

export interface PdfPages {
  /** From 1. */
  readonly first: number;
  readonly last: number;
}

interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What was read of a PDF. */
export interface PdfText {
  readonly lines: readonly SourceLine[];
  readonly pageCount: number;
  /** Pages without a single letter, from 1. */
  readonly emptyPages: readonly number[];
}

/**
 * The lines of a PDF's text, page by page; nothing in it is run, no link is followed, and pictures are left alone.
 *
 * @throws {ImportError} where it is encrypted, damaged, far too long, or has no text
 */
export async function pdfText(bytes: Uint8Array, fileName: string, pages?: PdfPages): Promise<PdfText> {
  const document = await opened(bytes, fileName);
  try {
    const pageCount = document.numPages;
    if (pageCount > mostPages) {
      throw new ImportError(
        'unreadable',
        `${fileName} har ${pageCount} sidor, och fler än ${mostPages} läses inte.`,
        'Dela filen och läs in en rapport åt gången.',
      );
    }
    const wanted = pages ?? { first: 1, last: pageCount };
    if (wanted.first > pageCount) {
      throw new ImportError('misuse', `${fileName} har bara ${pageCount} sidor.`, 'Ändra --part.');
    }
    const lines: SourceLine[] = [];
    const emptyPages: number[] = [];
    for (let number = wanted.first; number <= Math.min(wanted.last, pageCount); number++) {
      const ofPage = pageLines(await glyphsOf(document, number), number);
      if (ofPage.length === 0) emptyPages.push(number);
      lines.push(...ofPage);
      if (process.memoryUsage.rss() > mostMemory) {
        throw new ImportError(
          'unreadable',
          `${fileName} tar för mycket minne: läsningen avbröts på sida ${number}.`,
          'Dela filen, eller läs en del av den med --part.',
        );
      }
    }
    if (lines.length === 0) throw scanned(fileName, pageCount);
    return { lines: withRelativeSizes(lines), pageCount, emptyPages };
  } finally {
    await document.loadingTask.destroy();
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function opened(bytes: Uint8Array, fileName: string): Promise<PdfDocument> {
  try {
    return await getDocumentProxy(bytes, {
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      maxImageSize: 1,
      verbosity: 0,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new ImportError(
        'unreadable',
        `${fileName} är krypterad och kräver ett lösenord.`,
        'Spara en kopia utan lösenord och läs in den.',
        { cause: error },
      );
    }
    throw new ImportError(
      'unreadable',
      `${fileName} går inte att läsa som PDF: filen är skadad.`,
      'Hämta eller spara den på nytt.',
      { cause: error },
    );
  }
}

async function glyphsOf(document: PdfDocument, number: number): Promise<readonly Glyphs[]> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const glyphs = items.flatMap((item): Glyphs[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number);
    return [{ text: item.str, x, y, width: item.width, height: Math.hypot(c, d) || item.height }];
  });
  page.cleanup();
  return glyphs;
}

function scanned(fileName: string, pageCount: number): ImportError {
  return new ImportError(
    'textless',
    `${fileName} har ${pageCount === 1 ? 'en sida' : `${pageCount} sidor`} men ingen text: den är inskannad som bilder.`,
    'Låt ett program för textigenkänning (OCR) läsa den, spara resultatet som PDF med text och försök igen.',
  );
}

/** Lines from the top of the page down, with pieces from left to right. */
function pageLines(glyphs: readonly Glyphs[], page: number): readonly SourceLine[] {
  const rows: Glyphs[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    // A raised digit stands within the height of the line that it belongs to.
    if (row && first && first.y - glyph.y < Math.max(first.height, glyph.height) * 0.5) row.push(glyph);
    else rows.push([glyph]);
  }
  const leading = usualLeading(rows);
  return rows.map((row, index) => {
    const above = rows[index - 1];
    const height = Math.max(...row.map((glyph) => glyph.height));
    const distance = (above?.[0]?.y ?? Number.POSITIVE_INFINITY) - (row[0]?.y ?? 0);
    const pieces = piecesOf(row.toSorted((a, b) => a.x - b.x));
    return {
      text: pieces.map(({ text }) => text).join(' '),
      place: { page, first: index + 1, last: index + 1 },
      isApart: distance > Math.max(leading * 1.3, height * 1.2),
      opensPage: index === 0,
      pieces,
      size: height,
    };
  });
}

/** The distance between lines of the same paragraph: among the smallest that the page has. */
function usualLeading(rows: readonly (readonly Glyphs[])[]): number {
  const distances = rows
    .slice(1)
    .map((row, index) => (rows[index]?.[0]?.y ?? 0) - (row[0]?.y ?? 0))
    .filter((distance) => distance > 0)
    .toSorted((a, b) => a - b);
  return distances[Math.floor(distances.length / 8)] ?? 0;
}

function piecesOf(row: readonly Glyphs[]): readonly Piece[] {
  const pieces: { text: string; from: number; to: number }[] = [];
  for (const { text, x, width, height } of row) {
    const last = pieces.at(-1);
    const gap = x - (last?.to ?? Number.NEGATIVE_INFINITY);
    if (last && gap < height * 1.1) {
      const needsSpace = gap > height * 0.15 && !/\s$/.test(last.text) && !/^\s/.test(text);
      last.text += (needsSpace ? ' ' : '') + text;
      last.to = x + width;
    } else {
      pieces.push({ text, from: x, to: x + width });
    }
  }
  return pieces
    .map((piece) => ({ ...piece, text: plainLetters(piece.text).replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

function withRelativeSizes(lines: readonly SourceLine[]): readonly SourceLine[] {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  const [usual = 1] = [...letters].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return lines.map((line) => ({ ...line, size: usual === 0 ? 1 : line.size / usual }));
}
