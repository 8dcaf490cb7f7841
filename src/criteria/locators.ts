import type { CitedPart, TextSpan } from './citation.ts';
import type { Tokens } from './tokens.ts';

/** Parts of a rule as they stand together in a text: `6 kap. 1, 1 a och 2 §§`. */
export interface Locator {
  readonly parts: readonly { readonly part: CitedPart; readonly span: TextSpan }[];
  /** The first token after it. */
  readonly next: number;
  /** A citation only beside the name of a rule: `6:7`, `§ 7`, `kap 6`, `artikel 32`. */
  readonly isWeak: boolean;
}

/** A number, or a range of them, in a list of sections or chapters. */
interface Designation extends Span {
  readonly from: string;
  readonly through?: string;
}

/** Of tokens: the first, and the one after the last. */
interface Span {
  readonly start: number;
  readonly next: number;
}

const chapterWords = new Set(['kap', 'kapitel', 'kapitlet', 'kapitlen']);
const sectionWords = new Set(['paragraf', 'paragrafen', 'paragraferna', 'paragrafer']);
const articleWords = new Set(['art', 'artikel', 'artikeln', 'artiklar', 'artiklarna']);
const paragraphWords = new Set(['st', 'stycke', 'stycket', 'styckena']);
const pointWords = new Set(['p', 'pkt', 'punkt', 'punkten']);
const conjunctions = new Set(['och', 'samt', 'eller', 'respektive', '&']);
const dashes = new Set(['-', '–', '—', '−', '‑', 'till']);
const ends = new Set(['', '.', ',', ';', ':', ')', ']', '!', '?', '”', '"', '»', '(']);
/** Beside these a number is part of something else: `0256/20`, `1.4.1`, `2017-06-07`. */
const gluing = new Set(['/', '-', '–', '.', ':', ',', '_', '#', '@']);

const ordinals = [
  'första',
  'andra',
  'tredje',
  'fjärde',
  'femte',
  'sjätte',
  'sjunde',
  'åttonde',
  'nionde',
  'tionde',
  'elfte',
  'tolfte',
  'trettonde',
  'fjortonde',
  'femtonde',
  'sextonde',
  'sjuttonde',
  'artonde',
  'nittonde',
  'tjugonde',
];

/** May parts of a rule begin with the word? */
export function isLocatorWord(word: string): boolean {
  return (
    chapterWords.has(word) || sectionWords.has(word) || articleWords.has(word) || ordinals.includes(word)
  );
}

/** `andra` for `2`; beyond twenty the number with its ending. */
export function ordinalWord(number: string): string {
  return ordinals[Number(number) - 1] ?? `${number}:e`;
}

/** Finds the parts of rules that a text names, from left to right. */
export class LocatorScanner {
  readonly #tokens: Tokens;
  readonly #isRuleAt: (index: number) => boolean;
  /** No list of numbers that leads to anything begins before this token. */
  #noListBefore = 0;

  /** @param isRuleAt does the name of a rule begin at the token? */
  constructor(tokens: Tokens, isRuleAt: (index: number) => boolean) {
    this.#tokens = tokens;
    this.#isRuleAt = isRuleAt;
  }

  locatorAt(index: number): Locator | undefined {
    const { kind, text } = this.#tokens.at(index);
    if (kind === 'number') return this.#fromNumber(index);
    if (text === '§') return this.#signFirst(index);
    if (kind !== 'word') return undefined;
    if (articleWords.has(text)) return this.#articles(index);
    if (chapterWords.has(text)) return this.#chapterWordFirst(index);
    if (sectionWords.has(text)) return this.#sectionWordFirst(index);
    const ordinal = ordinals.indexOf(text) + 1;
    if (ordinal > 0 && this.#tokens.isOneOf(index + 1, chapterWords)) {
      const word = { from: String(ordinal), start: index, next: index + 1 };
      return this.#afterChapter(word, this.#afterPoint(index + 2), this.#tokens.is(index + 1, 'kap'));
    }
    return undefined;
  }

  #fromNumber(index: number): Locator | undefined {
    if (index < this.#noListBefore || this.#isWithinNumber(index)) return undefined;
    const list = this.#designations(index);
    const last = list.at(-1);
    if (!last) return undefined;
    const { next } = last;
    if (this.#isOrdinalEnding(next) && list.length === 1 && this.#tokens.isOneOf(next + 2, chapterWords)) {
      return this.#afterChapter(last, this.#afterPoint(next + 3), true);
    }
    if (this.#tokens.isOneOf(next, chapterWords)) {
      const after = this.#afterPoint(next + 1);
      if (list.length === 1 && last.through === undefined) {
        return this.#afterChapter(last, after, !this.#tokens.is(next, 'kap'));
      }
      return this.#located(list.map(chapterPart), after, !this.#tokens.is(next, 'kap'));
    }
    const afterSign = this.#afterSigns(next);
    if (afterSign > next) {
      // `sidan 12, 7 §`: without the double sign only the last number is a section's.
      const sections = this.#tokens.is(next, '§') && afterSign === next + 1 ? list.slice(-1) : list;
      return this.#sections(undefined, sections, afterSign, sections[0]?.start ?? index, false);
    }
    if (list.length === 1 && last.through === undefined && this.#tokens.isGluedMark(next, ':')) {
      const section = this.#designationWithRange(next + 1);
      if (section) {
        return this.#sections(last.from, [section], this.#afterSigns(section.next), index, true);
      }
    }
    this.#noListBefore = last.start;
    return undefined;
  }

  /** `§ 7`, `§§ 1–3`, `§ 7 kap. 6`. */
  #signFirst(index: number): Locator | undefined {
    const list = this.#designations(this.#afterSigns(index));
    const last = list.at(-1);
    if (!last || this.#tokens.is(last.next, '§') || this.#tokens.isOneOf(last.next, chapterWords))
      return undefined;
    if (this.#tokens.isGluedMark(last.next, '/')) return undefined;
    return this.#sections(undefined, list, last.next, index, true);
  }

  #sectionWordFirst(index: number): Locator | undefined {
    const list = this.#designations(index + 1);
    const last = list.at(-1);
    return last && this.#sections(undefined, list, last.next, index, true);
  }

  /** `kap 6`, `kapitel 6 § 7`, `kap. 6, 7 §`. */
  #chapterWordFirst(index: number): Locator | undefined {
    const chapter = this.#designationWithRange(this.#afterPoint(index + 1));
    if (!chapter || this.#tokens.isGluedMark(chapter.next, '.')) return undefined;
    const word = { ...chapter, start: index };
    if (chapter.through !== undefined) return this.#located([chapterPart(word)], chapter.next, true);
    if (this.#tokens.isGluedMark(chapter.next, ':')) {
      const section = this.#designationWithRange(chapter.next + 1);
      if (section)
        return this.#sections(chapter.from, [section], this.#afterSigns(section.next), index, true);
    }
    return this.#afterChapter(word, chapter.next, true);
  }

  #afterChapter(chapter: Designation, after: number, isWeak: boolean): Locator {
    const comma = this.#tokens.is(after, ',') ? after + 1 : after;
    const sign = this.#afterSigns(comma);
    if (sign > comma) {
      const list = this.#designations(sign);
      const last = list.at(-1);
      if (last) return this.#sections(chapter.from, list, last.next, chapter.start, false);
    }
    const list = this.#designations(comma);
    const last = list.at(-1);
    if (last) {
      const afterSign = this.#afterSigns(last.next);
      if (afterSign > last.next) return this.#sections(chapter.from, list, afterSign, chapter.start, false);
      if (comma === after && this.#isWithoutSign(list, last.next)) {
        return this.#sections(chapter.from, list, last.next, chapter.start, isWeak);
      }
    }
    return this.#located([chapterPart(chapter)], after, isWeak);
  }

  /** `6 kap 7`, with the sign lost: at the end of a sentence or before the rule's name. */
  #isWithoutSign(list: readonly Designation[], next: number): boolean {
    if (this.#isRuleAt(next) || (this.#tokens.is(next, 'i') && this.#isRuleAt(next + 1))) return true;
    return list.length === 1 && this.#tokens.isOneOf(next, ends) && !this.#tokens.at(next + 1).isGlued;
  }

  /** Sections of a chapter or of an undivided act, what follows on each, and more of them in the same chapter. */
  #sections(
    chapter: string | undefined,
    list: readonly Designation[],
    after: number,
    start: number,
    isWeak: boolean,
  ): Locator {
    const parts: { part: CitedPart; start: number; next: number }[] = [];
    let next = after;
    let designations = list;
    for (;;) {
      for (const { from, through, ...span } of designations) {
        parts.push({
          part: {
            ...(chapter !== undefined && { chapter }),
            section: from,
            ...(through !== undefined && { through }),
          },
          ...span,
        });
      }
      const last = parts.at(-1);
      if (!last) break;
      last.next = next;
      if (last.part.through === undefined) {
        const [detail, ...others] = this.#details(next);
        if (detail) {
          last.part = { ...last.part, ...detail.part };
          last.next = detail.next;
          next = detail.next;
          for (const other of others) {
            parts.push({ part: { ...last.part, ...other.part }, start: other.start, next: other.next });
            next = other.next;
          }
        }
      }
      const more = this.#afterSeparator(next);
      const following = more > next ? this.#designations(more) : [];
      const lastFollowing = following.at(-1);
      if (!lastFollowing) break;
      const afterSign = this.#afterSigns(lastFollowing.next);
      if (afterSign === lastFollowing.next) break;
      designations = following;
      next = afterSign;
    }
    const [first] = parts;
    if (first) first.start = start;
    return this.#located(parts, next, isWeak);
  }

  /** Stycke and punkt after a section: `andra stycket 3`, `2 st 3 p`, `första och andra styckena`. */
  #details(index: number): readonly ({ readonly part: CitedPart } & Span)[] {
    const first = this.#paragraphNumber(index);
    if (first) {
      if (this.#tokens.isOneOf(first.next, paragraphWords)) {
        const next = this.#afterPoint(first.next + 1);
        const point = this.#point(next, true);
        const part = { paragraph: first.number, ...(point && { point: point.number }) };
        return [{ part, start: index, next: point?.next ?? next }];
      }
      if (this.#tokens.isOneOf(first.next, conjunctions)) {
        const second = this.#paragraphNumber(first.next + 1);
        if (second && this.#tokens.isOneOf(second.next, paragraphWords)) {
          const next = this.#afterPoint(second.next + 1);
          return [
            { part: { paragraph: first.number }, start: index, next: first.next },
            { part: { paragraph: second.number }, start: first.next + 1, next },
          ];
        }
      }
    }
    const point = this.#point(index, false);
    return point ? [{ part: { point: point.number }, start: index, next: point.next }] : [];
  }

  #paragraphNumber(index: number): { readonly number: string; readonly next: number } | undefined {
    const { kind, text } = this.#tokens.at(index);
    const ordinal = ordinals.indexOf(text) + 1;
    if (ordinal > 0) return { number: String(ordinal), next: index + 1 };
    if (kind !== 'number' || !isShort(text)) return undefined;
    return { number: text, next: this.#isOrdinalEnding(index + 1) ? index + 3 : index + 1 };
  }

  /** @param isAfterParagraph a number alone is then a point: `andra stycket 3` */
  #point(
    index: number,
    isAfterParagraph: boolean,
  ): { readonly number: string; readonly next: number } | undefined {
    const tokens = this.#tokens;
    const ordinal = ordinals.indexOf(tokens.at(index).text) + 1;
    if (ordinal > 0 && tokens.isOneOf(index + 1, pointWords)) {
      return { number: String(ordinal), next: index + 2 };
    }
    if (tokens.isOneOf(index, pointWords)) {
      const after = this.#afterPoint(index + 1);
      const number = this.#numberWithLetter(after);
      return number && { number: number.text, next: number.next };
    }
    const number = this.#numberWithLetter(index);
    if (!number) return undefined;
    if (tokens.isOneOf(number.next, pointWords)) {
      return { number: number.text, next: this.#afterPoint(number.next + 1) };
    }
    const isNext =
      isAfterParagraph &&
      !'§:%'.includes(tokens.at(number.next).text || ' ') &&
      !tokens.isOneOf(number.next, chapterWords) &&
      !tokens.isOneOf(number.next, sectionWords);
    return isNext ? { number: number.text, next: number.next } : undefined;
  }

  /** `artikel 5.1 f`, `art. 13 och 14`, `artikel 5(1)(f)`, `artiklarna 12–14`. */
  #articles(index: number): Locator | undefined {
    const parts: ({ readonly part: CitedPart } & Span)[] = [];
    let next = this.#afterPoint(index + 1);
    let start = index;
    for (;;) {
      const article = this.#article(next);
      if (!article) break;
      parts.push(...article.map((part, place) => (place === 0 ? { ...part, start } : part)));
      next = article.at(-1)?.next ?? next;
      start = this.#afterSeparator(next);
      if (start === next) break;
      const following = this.#tokens.isOneOf(start, articleWords) ? this.#afterPoint(start + 1) : start;
      const { kind } = this.#tokens.at(following);
      const isOther =
        this.#tokens.is(following + 1, '§') || this.#tokens.isOneOf(following + 1, chapterWords);
      if (kind !== 'number' || isOther) break;
      next = following;
    }
    const last = parts.at(-1);
    return last && this.#located(parts, last.next, true);
  }

  /** One article, or several points of one. */
  #article(index: number): readonly ({ readonly part: CitedPart } & Span)[] | undefined {
    const tokens = this.#tokens;
    const { kind, text } = tokens.at(index);
    if (kind !== 'number' || !isShort(text)) return undefined;
    let next = index + 1;
    let paragraph: string | undefined;
    if (tokens.isGluedMark(next, '.') && tokens.at(next + 1).kind === 'number') {
      paragraph = tokens.at(next + 1).text;
      next += 2;
    } else if (tokens.is(next, '(') && tokens.at(next + 1).kind === 'number' && tokens.is(next + 2, ')')) {
      paragraph = tokens.at(next + 1).text;
      next += 3;
    } else if (tokens.isOneOf(next, pointWords) && tokens.at(this.#afterPoint(next + 1)).kind === 'number') {
      const number = this.#afterPoint(next + 1);
      paragraph = tokens.at(number).text;
      next = number + 1;
    } else if (dashes.has(tokens.at(next).text) && tokens.at(next + 1).kind === 'number') {
      const through = tokens.at(next + 1).text;
      if (isShort(through)) return [{ part: { article: text, through }, start: index, next: next + 2 }];
    }
    const part = { article: text, ...(paragraph !== undefined && { paragraph }) };
    const point = this.#letterPoint(next);
    if (!point) return [{ part, start: index, next }];
    const points = [{ part: { ...part, point: point.letter }, start: index, next: point.next }];
    next = point.next;
    for (;;) {
      const more = this.#afterSeparator(next);
      const other = more > next ? this.#letterPoint(more) : undefined;
      if (!other) return points;
      points.push({ part: { ...part, point: other.letter }, start: more, next: other.next });
      next = other.next;
    }
  }

  /** ` f`, `.f`, `(f)`, ` led f`. An `i` by itself is the preposition. */
  #letterPoint(index: number): { readonly letter: string; readonly next: number } | undefined {
    const tokens = this.#tokens;
    const isLetter = (place: number) =>
      tokens.at(place).kind === 'word' && /^[a-z]$/.test(tokens.at(place).text);
    if (tokens.is(index, '(') && isLetter(index + 1) && tokens.is(index + 2, ')')) {
      return { letter: tokens.at(index + 1).text, next: index + 3 };
    }
    const place = tokens.is(index, 'led') || tokens.isGluedMark(index, '.') ? index + 1 : index;
    if (!isLetter(place)) return undefined;
    const letter = tokens.at(place).text;
    if (letter === 'i' && !tokens.at(place).isGlued && !tokens.is(place + 1, 'i')) return undefined;
    return { letter, next: tokens.isGluedMark(place + 1, ')') ? place + 2 : place + 1 };
  }

  #designations(index: number): Designation[] {
    const list: Designation[] = [];
    let next = index;
    for (;;) {
      const designation = this.#designationWithRange(next);
      if (!designation) return list;
      list.push(designation);
      next = this.#afterSeparator(designation.next);
      if (next === designation.next) return list;
    }
  }

  #designationWithRange(index: number): Designation | undefined {
    const first = this.#numberWithLetter(index);
    if (!first) return undefined;
    if (this.#tokens.isOneOf(first.next, dashes)) {
      const last = this.#numberWithLetter(first.next + 1);
      if (last) return { from: first.text, through: last.text, start: index, next: last.next };
    }
    return { from: first.text, start: index, next: first.next };
  }

  /** `7`, `7a`, `7 a`. A letter with a space before it stands only where the list or the sign follows. */
  #numberWithLetter(index: number): { readonly text: string; readonly next: number } | undefined {
    const tokens = this.#tokens;
    const { kind, text } = tokens.at(index);
    if (kind !== 'number' || !isShort(text)) return undefined;
    const letter = tokens.at(index + 1);
    if (letter.kind === 'word' && /^[a-z]$/.test(letter.text)) {
      const isFollowed =
        tokens.is(index + 2, '§') ||
        tokens.is(index + 2, ',') ||
        tokens.isOneOf(index + 2, dashes) ||
        tokens.isOneOf(index + 2, conjunctions) ||
        tokens.isOneOf(index + 2, chapterWords);
      const isPoint = letter.text === 'p' && !tokens.is(index + 2, '§');
      if (!isPoint && (letter.isGlued || isFollowed)) return { text: text + letter.text, next: index + 2 };
    }
    return { text, next: index + 1 };
  }

  /** After `,`, `och`, `, samt` … or `index` where there is none. */
  #afterSeparator(index: number): number {
    const comma = this.#tokens.is(index, ',') ? index + 1 : index;
    return this.#tokens.isOneOf(comma, conjunctions) ? comma + 1 : comma;
  }

  #afterSigns(index: number): number {
    let next = index;
    while (next < index + 2 && this.#tokens.is(next, '§')) next += 1;
    return next === index && this.#tokens.isOneOf(index, sectionWords) ? index + 1 : next;
  }

  /** After the full stop of an abbreviation. */
  #afterPoint(index: number): number {
    return this.#tokens.is(index, '.') && this.#tokens.at(index).isGlued ? index + 1 : index;
  }

  /** `:e` or `:a`. */
  #isOrdinalEnding(index: number): boolean {
    return (
      this.#tokens.isGluedMark(index, ':') &&
      (this.#tokens.is(index + 1, 'e') || this.#tokens.is(index + 1, 'a'))
    );
  }

  #isWithinNumber(index: number): boolean {
    const { isGlued } = this.#tokens.at(index);
    if (!isGlued || index === 0) return false;
    const before = this.#tokens.at(index - 1);
    return before.kind === 'word' || (gluing.has(before.text) && before.isGlued);
  }

  #located(parts: readonly ({ readonly part: CitedPart } & Span)[], next: number, isWeak: boolean): Locator {
    return {
      parts: parts.map(({ part, start, next: after }) => ({
        part,
        span: [this.#tokens.at(start).start, this.#tokens.at(after - 1).end],
      })),
      next,
      isWeak,
    };
  }
}

function chapterPart({ from, through, start, next }: Designation): { part: CitedPart } & Span {
  return { part: { chapter: from, ...(through !== undefined && { through }) }, start, next };
}

/** A number of at most three figures, as those of chapters, sections and articles are. */
function isShort(number: string): boolean {
  return number.length <= 3 && number.charCodeAt(0) !== 48;
}
