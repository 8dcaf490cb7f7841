import type { Block, Heading, Place, SourceText } from './source-text.ts';

/** How sure it is that something is what it was taken for. */
export type Confidence = 'säker' | 'trolig' | 'osäker';

/** Something taken out of a report, and the lines that it was taken from. Nothing is taken from anywhere else. */
export interface Taken<Value> {
  readonly value: Value;
  readonly places: readonly Place[];
  readonly confidence: Confidence;
}

export function taken<Value>(
  value: Value,
  place: Place | readonly Place[],
  confidence: Confidence = 'säker',
): Taken<Value> {
  return { value, places: 'first' in place ? [place] : place, confidence };
}

/** A block, and where in the report it stands. */
export interface Standing<Kind extends Block = Block> {
  readonly index: number;
  readonly block: Kind;
  /** The headings that it stands under, the nearest last. */
  readonly under: readonly Heading[];
}

/** A part of a report: a heading, and all up to the next one. */
export interface Section {
  readonly heading: Heading;
  readonly index: number;
  readonly under: readonly Heading[];
  readonly content: readonly Standing[];
}

/** A report's blocks, with what they stand under. */
export class Report {
  readonly source: SourceText;
  readonly standing: readonly Standing[];
  readonly sections: readonly Section[];

  constructor(source: SourceText) {
    this.source = source;
    let under: readonly Heading[] = [];
    this.standing = source.blocks.map((block, index) => {
      if (block.kind === 'heading') under = [...under.filter(({ level }) => level < block.level), block];
      return { index, block, under };
    });
    this.sections = this.standing.flatMap(({ index, block, under: path }) => {
      if (block.kind !== 'heading') return [];
      const rest = this.standing.slice(index + 1);
      const end = rest.findIndex((next) => next.block.kind === 'heading');
      return [{ heading: block, index, under: path, content: end < 0 ? rest : rest.slice(0, end) }];
    });
  }

  /** Blocks before the first heading: the cover, if there is one. */
  get cover(): readonly Standing[] {
    const end = this.standing.findIndex(({ block }) => block.kind === 'heading');
    return end < 0 ? this.standing : this.standing.slice(0, end);
  }

  all<Kind extends Block['kind']>(kind: Kind): readonly Standing<Extract<Block, { kind: Kind }>>[] {
    return this.standing.flatMap(({ index, block, under }) =>
      isOfKind(block, kind) ? [{ index, block, under }] : [],
    );
  }

  /** Every text of the report with its place: paragraphs, items and cells. */
  get texts(): readonly { readonly text: string; readonly place: Place; readonly index: number }[] {
    return this.standing.flatMap(({ block, index }) => {
      switch (block.kind) {
        case 'heading':
          return [{ text: block.title, place: block.place, index }];
        case 'table':
          return block.rows.flatMap((row) =>
            row.flatMap((cell) => (cell ? [{ text: cell.text, place: cell.place, index }] : [])),
          );
        case 'picture':
          return [];
        default:
          return [{ text: block.text, place: block.place, index }];
      }
    });
  }

  /** The sections whose heading, or one above it, has these words; those below them too. */
  under(words: RegExp): readonly Section[] {
    return this.sections.filter(({ under }) => under.some(({ title }) => words.test(title)));
  }
}

function isOfKind<Kind extends Block['kind']>(
  block: Block,
  kind: Kind,
): block is Extract<Block, { kind: Kind }> {
  return block.kind === kind;
}

/** The sentences of a running text. */
export function sentencesOf(text: string): readonly string[] {
  // What ends with a point without ending a sentence is put together again.
  return [...new Intl.Segmenter('sv', { granularity: 'sentence' }).segment(text)]
    .reduce<string[]>((all, { segment }) => {
      const last = all.at(-1);
      const goesOn =
        last !== undefined &&
        /(?:\b(?:bl|t|s|d|m|kap|ca|nr|dnr|p|st|f|e|inkl|exkl|resp)\.(?:\w\.)?|\b[A-Z]\.)\s*$/.test(last);
      if (last !== undefined && (goesOn || /^\p{Ll}/u.test(segment))) all[all.length - 1] = last + segment;
      else all.push(segment);
      return all;
    }, [])
    .map((sentence) => sentence.trim());
}

/** A text by which two printings of the same words are known as one: letters and digits alone. */
export function essence(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]+/gu, '');
}
