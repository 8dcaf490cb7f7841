import { swedishDictionary } from '../search/index/index.ts';

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'ft',
  ﬆ: 'st',
};

/** Signs that stand before the items of a list. Symbol fonts put theirs in the private use area. */
const bullet = /^\s*(?:[•●▪▫■□◦‣⁃∙·➢➤►✓✔○]|[\u{F000}-\u{F8FF}]|[-–—*](?=\s))\s*/u;

/** Is it a line that begins with the sign of a list's item? */
export function beginsWithBullet(text: string): boolean {
  return bullet.test(text);
}

export function withoutBullet(text: string): string {
  return text.replace(bullet, '');
}

/** The letters as they were meant: composed, without ligatures, soft hyphens and invisible signs, and with plain spaces. */
export function plainLetters(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/[ﬀﬁﬂﬃﬄﬅﬆ]/g, (sign) => ligatures[sign] ?? sign)
      .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
      .replace(/[\u00A0\u2007\u202F\u2000-\u2006\u2008-\u200A]/g, ' ')
      .replace(/\u2011/g, '-')
      // What no text means: control signs, and the sign for a letter that could not be read.
      .replace(/(?![\t\n\f\r])\p{Cc}/gu, '')
  );
}

/** Words after a hyphen that shows that the end of a word is to be thought: `vård- och omsorgsnämnden`. */
const afterSuspendedHyphen = /^(?:och|eller|samt|respektive|som|till|\/|&)(?![\p{L}])/iu;

/** Lines of one paragraph as running text: words that were broken at the end of a line are whole. */
export function joinedLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((text, line) => {
      if (text === '') return line;
      if (/\p{L}\/$/u.test(text)) return text + line;
      const broken = /(\p{L}+)-$/u.exec(text);
      if (!broken || afterSuspendedHyphen.test(line)) return `${text} ${line}`;
      // A hyphen after capitals (`IT-`) or before one (`Bank-ID`) is the word's own.
      const [, before = ''] = broken;
      const isOwn = (before.length > 1 && before === before.toUpperCase()) || /^[\p{Lu}\d]/u.test(line);
      return isOwn ? text + line : text.slice(0, -1) + line;
    }, '')
    .replace(/\s+/g, ' ');
}

/**
 * Mends words that were broken within a line: `nämn- den`, `utbildning-snämnden`, `el ler`, `faststäl ld`, `6 kap. 7 ?`. Two pieces are made
 * one only where the whole is a word that the text has elsewhere, or that the dictionary knows, and where the pieces are not better
 * words themselves.
 */
export class WordMender {
  readonly #counts = new Map<string, number>();

  /** @param text all of the report, and names that it may hold */
  constructor(text: string) {
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
      this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
    }
  }

  mended(text: string): string {
    return this.#withSections(this.#withWholeWords(this.#withoutHyphens(text)))
      .replace(/\s+([,.;:!?])(?=\s|$)/g, '$1')
      .replace(/\s+/g, ' ')
      .trim();
  }

  /** Read only when a word is in doubt: it takes longer than all the rest of an import. */
  get #known(): ReadonlySet<string> {
    known ??= swedishDictionary().known;
    return known;
  }

  #isWord(word: string): boolean {
    return (this.#counts.get(word) ?? 0) > 0 || this.#known.has(word);
  }

  #withoutHyphens(text: string): string {
    return text
      .replace(/(\p{L}{2,})- (\p{Ll}{2,})/gu, (whole, before: string, after: string) => {
        if (afterSuspendedHyphen.test(after)) return whole;
        if (before === before.toUpperCase()) return `${before}-${after}`;
        const joined = (before + after).toLowerCase();
        return this.#isWord(joined) || !this.#isWord(after.toLowerCase()) ? before + after : whole;
      })
      .replace(/(\p{L}{3,})-(s\p{Ll}{3,})/gu, (whole, before: string, after: string) => {
        const joined = (before + after).toLowerCase();
        const isCompound =
          this.#known.has(after.slice(1).toLowerCase()) && !this.#known.has(after.toLowerCase());
        return (this.#counts.get(joined) ?? 0) > 0 || isCompound ? before + after : whole;
      });
  }

  #withWholeWords(text: string): string {
    const words = text.split(' ');
    const whole: string[] = [];
    for (const word of words) {
      const before = whole.at(-1);
      if (before !== undefined && this.#areOne(before, word)) whole[whole.length - 1] = before + word;
      else whole.push(word);
    }
    return whole.join(' ');
  }

  #areOne(before: string, after: string): boolean {
    const [, left = ''] = /^[("”]?(\p{L}+)$/u.exec(before.toLowerCase()) ?? [];
    const [, right = ''] = /^(\p{Ll}+)[.,;:!?)”"]*$/u.exec(after) ?? [];
    if (left === '' || right === '' || Math.min(left.length, right.length) > 3) return false;
    if (shortWords.has(left) || shortWords.has(right)) return false;
    const leftCount = this.#counts.get(left) ?? 0;
    const rightCount = this.#counts.get(right) ?? 0;
    // A piece that stands elsewhere too is a word of its own.
    if (leftCount > 1 && rightCount > 1) return false;
    const joined = left + right;
    if ((this.#counts.get(joined) ?? 0) > leftCount + rightCount) return true;
    return this.#known.has(joined) && !(this.#known.has(left) && this.#known.has(right));
  }

  /** The sign § is lost in some fonts, and leaves a box or a question mark after the chapter and number. */
  #withSections(text: string): string {
    return text.replace(/(\d+ ?kap\.? \d+ ?[a-z]?) ?[\uFFFD\u25A1?$](?=[\s,.;)]|$)/g, '$1 §');
  }
}

const shortWords = new Set(
  `i å ö av en ett om på är att och det den de dem som har hur kan ska bör vi ni du han hon man sig sin ej nu så än än mot med för från till vid
  bl t ex dvs s k nr kr mkr tkr kap st p art s år dag ha få se ta ge gå stå bli var vad när där här då men ur ut upp in ner åt`.split(
    /\s+/,
  ),
);

let known: ReadonlySet<string> | undefined;
