import { plainLetters } from '../mending.ts';
import { ImportError, type Piece, type SourceLine } from '../source-text.ts';

/**
 * The text of a file in UTF-8, UTF-16 with its mark, or Windows-1252.
 *
 * @throws {ImportError} where it is no text
 */
export function decodedText(bytes: Uint8Array, fileName: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) {
    throw new ImportError(
      'unreadable',
      `${fileName} är ingen textfil: den innehåller annat än tecken.`,
      'Spara rapporten som .docx, .pdf eller .txt och försök igen.',
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The lines of a plain text, with the pieces that wide spaces make of them. A form feed, or a space alone before the text, opens a page. */
export function plainTextLines(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let isApart = true;
  let opensPage = false;
  for (const [index, written] of text.split(/\r\n|\n|\r/).entries()) {
    const raw = plainLetters(written.replaceAll('\f', ''));
    if (written.includes('\f')) opensPage = true;
    if (raw.trim() === '') {
      isApart = true;
      // A cell that was lost leaves a tab alone.
      if (raw.includes('\t')) lines.push(emptyLine(index + 1));
      continue;
    }
    if (/^ \S/.test(raw) && lines.length > 0) opensPage = true;
    const pieces = piecesOf(raw.replaceAll('\t', '    '));
    lines.push({
      text: raw.trim().replace(/\s+/g, ' '),
      place: { first: index + 1, last: index + 1 },
      isApart: isApart || opensPage,
      opensPage,
      pieces,
      size: 1,
    });
    isApart = false;
    opensPage = false;
  }
  return lines;
}

function emptyLine(number: number): SourceLine {
  return {
    text: '',
    place: { first: number, last: number },
    isApart: true,
    opensPage: false,
    pieces: [],
    size: 1,
  };
}

function piecesOf(text: string): readonly Piece[] {
  return [...text.matchAll(/\S+(?: {1,2}\S+)*/g)].map((match) => ({
    text: match[0].replace(/\s+/g, ' '),
    from: match.index,
    to: match.index + match[0].length,
  }));
}
