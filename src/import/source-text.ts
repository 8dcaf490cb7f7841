/** Where in a file something stands, so that an author can find it again. */
export interface Place {
  /** From 1; of a PDF alone. */
  readonly page?: number;
  /** The first and last line (of a Word file: paragraph), from 1; on the page where there is one. */
  readonly first: number;
  readonly last: number;
}

/** A line of a file whose paragraphs have to be found: plain text, or a PDF's. */
export interface SourceLine {
  readonly text: string;
  readonly place: Place;
  /** Is there more space above it than between lines that belong together? */
  readonly isApart: boolean;
  /** Does a page begin with it? */
  readonly opensPage: boolean;
  /** Pieces with wide gaps between them; more than one where the line runs through the columns of a table. */
  readonly pieces: readonly Piece[];
  /** Height of the letters against those of most of the text: 1 where they are the same. */
  readonly size: number;
}

export interface Piece {
  readonly text: string;
  /** Where it begins and ends across the page: points in a PDF, characters in a text. */
  readonly from: number;
  readonly to: number;
}

/** A cell of a table: its text, and where it stands. */
export interface Cell {
  readonly text: string;
  readonly place: Place;
}

/** What a report is made of, in its order. Text is mended: words are whole, and no line ends within. */
export type Block =
  | {
      readonly kind: 'heading';
      /** `2.1` where it is numbered. */
      readonly label?: string;
      readonly title: string;
      /** 1 is a chapter. */
      readonly level: number;
      readonly place: Place;
    }
  | { readonly kind: 'paragraph'; readonly text: string; readonly place: Place }
  | { readonly kind: 'item'; readonly text: string; readonly label?: string; readonly place: Place }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly (Cell | undefined)[])[];
      /** What stands under it: `Tabell: Översikt över användare`. */
      readonly caption?: string;
      readonly place: Place;
    }
  | { readonly kind: 'footnote'; readonly label: string; readonly text: string; readonly place: Place }
  | { readonly kind: 'picture'; readonly name: string; readonly place: Place };

export type Heading = Extract<Block, { kind: 'heading' }>;
export type Table = Extract<Block, { kind: 'table' }>;

/** A picture that was taken out of the file. */
export interface Picture {
  /** `bild-1.png`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was read of a file. */
export interface SourceText {
  /** `rapport.pdf`. */
  readonly fileName: string;
  /** What its places count. */
  readonly unit: 'rad' | 'stycke';
  /** What stands before the first heading, and looks like a cover, is among the blocks. */
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
  /** What the author should know of the reading: whole Swedish sentences. */
  readonly remarks: readonly string[];
}

/** Why a file gives no draft; what scripts can tell apart by the exit code. */
export const refusals = {
  /** It is not there, or may not be read; or the draft could not be written. */
  io: 1,
  /** The command is wrongly written. */
  misuse: 2,
  /** It is encrypted, damaged, too large, or not what its name says. */
  unreadable: 3,
  /** It is empty, or pictures of pages alone. */
  textless: 4,
  /** There is more than one report in it. */
  several: 5,
  /** A personal identity number stands in it. */
  personalNumber: 6,
  /** It does not say whose report it is, or the registers do not know. */
  homeless: 7,
} as const;

/** Why nothing was imported, and what to do about it, in Swedish. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly kind: keyof typeof refusals;

  constructor(kind: keyof typeof refusals, message: string, mend: string, options?: ErrorOptions) {
    super(`${message} ${mend}`, options);
    this.kind = kind;
  }
}

/** `s. 5, rad 12–14`, `rad 12`, `stycke 3`. */
export function placeText({ page, first, last }: Place, unit: SourceText['unit']): string {
  const lines = `${unit} ${first === last ? first : `${first}–${last}`}`;
  return page === undefined ? lines : `s. ${page}, ${lines}`;
}

/** From the beginning of one place to the end of another; on the first's page, where they are on different ones. */
export function spanning(start: Place, end: Place): Place {
  const isOnePage = start.page === end.page;
  return { ...start, last: isOnePage ? Math.max(start.last, end.last) : start.last };
}
