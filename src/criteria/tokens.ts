/** A word, a number, or one other character that is not white space. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark' | 'end';
  /** A word in lower case and without soft hyphens; the character of a mark. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Nothing stands between it and the token before. */
  readonly isGlued: boolean;
}

/** A text as tokens. Every look at one is counted, so that a test can tell that the work grows with the length of the text. */
export class Tokens {
  readonly text: string;
  readonly length: number;
  steps = 0;
  readonly #tokens: readonly Token[];
  readonly #end: Token;

  constructor(text: string) {
    this.text = text;
    this.#tokens = tokensOf(text);
    this.length = this.#tokens.length;
    this.#end = { kind: 'end', text: '', start: text.length, end: text.length, isGlued: false };
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

const softHyphen = 0xad;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let isGlued = false;
  let index = 0;
  while (index < text.length) {
    const start = index;
    const code = text.charCodeAt(index);
    if (isSpace(code)) {
      index += 1;
      isGlued = false;
      continue;
    }
    const isOfKind = isDigit(code) ? isDigit : isLetter(code) ? isLetterOrSoftHyphen : undefined;
    index += 1;
    while (isOfKind && index < text.length && isOfKind(text.charCodeAt(index))) index += 1;
    const raw = text.slice(start, index);
    const kind = isOfKind === undefined ? 'mark' : isOfKind === isDigit ? 'number' : 'word';
    tokens.push({ kind, text: kind === 'word' ? plainWord(raw) : raw, start, end: index, isGlued });
    isGlued = true;
  }
  return tokens;
}

/** In lower case, without soft hyphens, and with letters and their marks as one character. */
function plainWord(raw: string): string {
  return raw.replaceAll('\u00ad', '').normalize('NFC').toLowerCase();
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 0xc0 && code <= 0x36f && code !== 0xd7 && code !== 0xf7);
}

function isLetterOrSoftHyphen(code: number): boolean {
  return isLetter(code) || code === softHyphen;
}

function isSpace(code: number): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    code === 0x202f ||
    code === 0xfeff ||
    code === softHyphen ||
    (code >= 0x2000 && code <= 0x200d)
  );
}
