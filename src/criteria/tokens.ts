/** A word, a number, or one other character that is not white space. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark' | 'end';
  /** A word in lower case and without soft hyphens; the character of a mark. */
  readonly text: string;
  /** Something that the grammar knows may begin with it. */
  readonly begins: boolean;
  readonly start: number;
  readonly end: number;
  /** Nothing stands between it and the token before. */
  readonly isGlued: boolean;
}

/** A word as tokens have it. */
interface Word {
  readonly text: string;
  readonly begins: boolean;
}

/** Most words of a text have been seen before and begin nothing: what is known of each is kept, for so many at a time. */
const wordsKept = 20_000;

/** The words that have been read, so that each is looked at once. */
export class Words {
  readonly #known = new Map<string, Word>();
  readonly #begins: (text: string) => boolean;

  /** @param begins may something that the grammar knows begin with a word? */
  constructor(begins: (text: string) => boolean) {
    this.#begins = begins;
  }

  word(raw: string): Word {
    const known = this.#known.get(raw);
    if (known) return known;
    const text = plainWord(raw);
    const made = { text, begins: this.#begins(text) };
    if (this.#known.size >= wordsKept) this.#known.clear();
    this.#known.set(raw, made);
    return made;
  }
}

const everyWordBegins = { word: (raw: string): Word => ({ text: plainWord(raw), begins: true }) };

/** A text as tokens. Every look at one is counted, so that a test can tell that the work grows with the length of the text. */
export class Tokens {
  readonly text: string;
  readonly length: number;
  steps = 0;
  readonly #tokens: readonly Token[];
  readonly #end: Token;

  constructor(text: string, words: Pick<Words, 'word'> = everyWordBegins) {
    this.text = text;
    this.#tokens = tokensOf(text, words);
    this.length = this.#tokens.length;
    const { length } = text;
    this.#end = { kind: 'end', text: '', begins: false, start: length, end: length, isGlued: false };
  }

  /** Before the first and after the last there is an empty token. */
  at(index: number): Token {
    this.steps += 1;
    return this.#tokens[index] ?? this.#end;
  }

  /** As it stands in the text. */
  raw(index: number): string {
    const { start, end } = this.at(index);
    return this.text.slice(start, end);
  }

  is(index: number, text: string): boolean {
    return this.at(index).text === text;
  }

  isOneOf(index: number, texts: ReadonlySet<string>): boolean {
    return texts.has(this.at(index).text);
  }

  /** The same mark, with nothing before or after it. */
  isGluedMark(index: number, text: string): boolean {
    return this.is(index, text) && this.at(index).isGlued && this.at(index + 1).isGlued;
  }
}

export const softHyphen = 0xad;

function tokensOf(text: string, words: Pick<Words, 'word'>): Token[] {
  const tokens: Token[] = [];
  let isGlued = false;
  let index = 0;
  while (index < text.length) {
    const start = index;
    const code = text.charCodeAt(index);
    index += 1;
    if (isSpace(code)) {
      isGlued = false;
      continue;
    }
    if (isLetter(code)) {
      while (index < text.length && isLetterOrSoftHyphen(text.charCodeAt(index))) index += 1;
      const { text: word, begins } = words.word(text.slice(start, index));
      tokens.push({ kind: 'word', text: word, begins, start, end: index, isGlued });
    } else if (isDigit(code)) {
      while (index < text.length && isDigit(text.charCodeAt(index))) index += 1;
      tokens.push({
        kind: 'number',
        text: text.slice(start, index),
        begins: true,
        start,
        end: index,
        isGlued,
      });
    } else {
      const mark = text.charAt(start);
      tokens.push({
        kind: 'mark',
        text: mark,
        begins: mark === '§' || mark === '(',
        start,
        end: index,
        isGlued,
      });
    }
    isGlued = true;
  }
  return tokens;
}

/** In lower case, without soft hyphens, and with letters and their marks as one character. */
function plainWord(raw: string): string {
  const lower = raw.toLowerCase();
  return /\u00ad|[\u0300-\u036f]/.test(lower) ? lower.replaceAll('\u00ad', '').normalize('NFC') : lower;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 0xc0 && code <= 0x36f && code !== 0xd7 && code !== 0xf7);
}

function isLetterOrSoftHyphen(code: number): boolean {
  return isLetter(code) || code === softHyphen;
}

export function isSpace(code: number): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    code === 0x202f ||
    code === 0xfeff ||
    code === softHyphen ||
    (code >= 0x2000 && code <= 0x200d)
  );
}
