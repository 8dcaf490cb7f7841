import type { CitableAct } from './citation.ts';
import { isDigit, isLetter, isSpace, softHyphen, Tokens } from './tokens.ts';

/** A name that a rule goes by. */
interface NamedAct {
  readonly act: CitableAct;
  /** A citation only with a number or a part beside it: `Kommunallag`, `AB`. */
  readonly isWeak: boolean;
  /** An acronym is matched as it is written. */
  readonly exact?: string;
}

/** A name that stands in a text. */
export interface NameInText {
  readonly acts: readonly CitableAct[];
  readonly isWeak: boolean;
  readonly isAcronym: boolean;
  /** The first token after it, a genitive's ending included. */
  readonly next: number;
}

interface Node {
  /** By the code of the next letter. */
  readonly children: Map<number, Node>;
  readonly named: NamedAct[];
  /** A name ends here, or an anchor: a reason to read the text. */
  isReason: boolean;
  isAnchor: boolean;
}

/** Without a name of the register, a citation has a word that begins with one of these, `§`, or a number as `1994:1000` or `2014/24`. */
const anchors = ['kap', 'paragraf', 'art', 'iso'];

const legalKinds = new Set(['constitutional-act', 'act', 'ordinance', 'eu-regulation', 'eu-directive']);
const looseKinds = new Set(['policy', 'agreement', 'good-practice', 'guidance', 'general-advice']);
const legalName = /(?:lag|lagen|balk|balken|ordning|ordningen|direktiv|direktivet)$/;
/** What may stand within a name, besides white space; also where a word was broken at the end of a line. */
const within = new Set(['-', '‑', '–', '/', ':', '.', ',']);

/** The names of all rules in one tree of letters, so that a look-up costs no more than the longest name. */
export class RuleNames {
  readonly #root: Node = { children: new Map(), named: [], isReason: false, isAnchor: false };
  /** What follows from the root, by the code of the first letter. */
  readonly #first: readonly (Node | undefined)[];
  /** 1 for each two letters that a name or an anchor begins with: the first in the upper byte of the index. */
  readonly #pairs = new Uint8Array(1 << 16);

  constructor(acts: readonly CitableAct[]) {
    for (const act of acts) {
      for (const [name, isWeak] of namesOf(act)) {
        const isAcronym = /^[\p{L}]{2,6}$/u.test(name) && name.slice(1) !== name.slice(1).toLowerCase();
        this.#add(name, { act, isWeak, ...(isAcronym && { exact: name }) });
      }
    }
    for (const anchor of anchors) Object.assign(this.#node(anchor), { isReason: true, isAnchor: true });
    this.#first = Array.from({ length: kindByCode.length }, (_, code) => this.#root.children.get(code));
    for (const [first, { children }] of this.#root.children) {
      for (const second of children.keys())
        if (first < 256 && second < 256) this.#pairs[(first << 8) | second] = 1;
    }
  }

  /**
   * May there be a citation in the text? One look at each character, so that the many texts that hold none cost little: nothing is
   * cut out of them.
   */
  mayBeIn(text: string): boolean {
    /** Where the name that began with an earlier word has come, and the one that begins with this. */
    let earlier: Node | undefined;
    let current: Node | undefined;
    let before: number = kinds.other;
    const { length } = text;
    for (let place = 0; place < length; place += 1) {
      const code = text.charCodeAt(place);
      const kind = kindOf(code);
      if (kind === kinds.reason) return true;
      if (kind !== before) {
        if (earlier && current) return true;
        earlier = kind === kinds.other ? undefined : (earlier ?? current);
        current = undefined;
      }
      if (kind === kinds.letter && kind !== before && !earlier && place + 1 < length) {
        if (!this.#mayBegin(code, text.charCodeAt(place + 1))) {
          // To the last letter of the word. Reading past the end of the text would make every look slower.
          while (place + 1 < length && isPlainLetter(text.charCodeAt(place + 1))) place += 1;
          before = kind;
          continue;
        }
      }
      if (kind === kinds.letter || kind === kinds.digit) {
        if (kind === kinds.digit && place > 1 && isBetweenDigits(text, place)) return true;
        const letter = lower(code);
        if (earlier) earlier = earlier.children.get(letter);
        if (kind !== before) current = this.#first[letter];
        else if (current) current = current.children.get(letter);
        if (earlier?.isReason || current?.isReason) {
          // `fl` is an acronym and `flera` is none; a name may have the `s` of a genitive after it.
          const next = place + 1 < length ? lower(text.charCodeAt(place + 1)) : 0;
          if (next === genitive || !isPlainLetter(next) || earlier?.isAnchor || current?.isAnchor)
            return true;
        }
      }
      before = kind;
    }
    return false;
  }

  /** May a name or an anchor begin with two letters? A letter alone is looked at as any word is. */
  #mayBegin(first: number, second: number): boolean {
    if (kindByCode[second] !== kinds.letter || first > 0xff || second > 0xff) return true;
    return this.#pairs[(lower(first) << 8) | lower(second)] === 1;
  }

  /** May a name begin with the word? */
  beginWith(word: string): boolean {
    return (
      followed(this.#root, word) !== undefined ||
      (word.endsWith('s') && followed(this.#root, word.slice(0, -1)) !== undefined)
    );
  }

  /** The longest name that begins at a token. */
  longestAt(tokens: Tokens, index: number, isAnyCase: boolean): NameInText | undefined {
    let node = this.#root;
    let longest: NameInText | undefined;
    for (let place = index; ; place += 1) {
      const { kind, text } = tokens.at(place);
      if (kind === 'mark' && place > index && within.has(text)) continue;
      if (kind !== 'word' && kind !== 'number') return longest;
      const genitive = text.endsWith('s') ? followed(node, text.slice(0, -1)) : undefined;
      if (genitive) longest = this.#matched(genitive, tokens, index, place, isAnyCase, 1) ?? longest;
      const child = followed(node, text);
      if (!child) return longest;
      node = child;
      longest = this.#matched(node, tokens, index, place, isAnyCase, 0) ?? longest;
    }
  }

  #add(name: string, named: NamedAct): void {
    const node = this.#node(name);
    node.isReason = true;
    if (node.named.some(({ act, exact }) => act === named.act && exact === named.exact)) return;
    node.named.push(named);
  }

  /** Where a name ends, made if it is not there. */
  #node(name: string): Node {
    const tokens = new Tokens(name);
    let node = this.#root;
    for (let index = 0; index < tokens.length; index += 1) {
      const { kind, text } = tokens.at(index);
      if (kind === 'mark') continue;
      for (let place = 0; place < text.length; place += 1) {
        const letter = text.charCodeAt(place);
        const child = node.children.get(letter) ?? {
          children: new Map(),
          named: [],
          isReason: false,
          isAnchor: false,
        };
        node.children.set(letter, child);
        node = child;
      }
    }
    return node;
  }

  /** @param ending the number of letters after the name: the `s` of a genitive */
  #matched(
    node: Node,
    tokens: Tokens,
    first: number,
    last: number,
    isAnyCase: boolean,
    ending: number,
  ): NameInText | undefined {
    if (node.named.length === 0) return undefined;
    const raw = tokens.raw(last);
    const fits = node.named.filter(
      ({ exact }) =>
        exact === undefined || isAnyCase || (first === last && raw.slice(0, raw.length - ending) === exact),
    );
    const [any] = fits;
    if (!any) return undefined;
    const isAcronym = fits.every(({ exact }) => exact !== undefined);
    if (isAcronym && isPartOfLonger(tokens, first, last)) return undefined;
    const isGenitive = tokens.isGluedMark(last + 1, ':') && tokens.is(last + 2, 's');
    return {
      acts: [...new Set(fits.map(({ act }) => act))],
      isWeak: fits.every(({ isWeak }) => isWeak),
      isAcronym,
      next: isGenitive ? last + 3 : last + 1,
    };
  }
}

/** `REV/KL/2014`, `KL-dagen`, `kl@`: an acronym that is part of something else. `SoL/LSS` are two. */
function isPartOfLonger(tokens: Tokens, first: number, last: number): boolean {
  const before = tokens.at(first - 1);
  const after = tokens.at(last + 1);
  const isGluedBefore = tokens.at(first).isGlued && before.isGlued;
  const isGluedAfter = after.isGlued && tokens.at(last + 2).isGlued;
  const digitBefore = tokens.at(first - 2).kind === 'number';
  const digitAfter = tokens.at(last + 2).kind === 'number';
  if (tokens.at(first).isGlued && (before.kind === 'number' || before.kind === 'word')) return true;
  if (after.kind === 'number' && after.isGlued) return true;
  if (isGluedBefore && ('-_@.'.includes(before.text) || (before.text === '/' && digitBefore))) return true;
  return isGluedAfter && ('-_@'.includes(after.text) || (after.text === '/' && digitAfter));
}

/** What a character is to a first look. A `reason` is one to read the text: a section sign, or a letter written as two. */
const kinds = { other: 0, letter: 1, digit: 2, between: 3, reason: 4 } as const;
const sectionSign = 0xa7;
const genitive = 's'.charCodeAt(0);
const kindByCode = Uint8Array.from({ length: 0x370 }, (_, code) => {
  if (code === sectionSign || code === softHyphen || code >= 0x300) return kinds.reason;
  if (isLetter(code)) return kinds.letter;
  if (isDigit(code)) return kinds.digit;
  return isSpace(code) || within.has(String.fromCharCode(code)) ? kinds.between : kinds.other;
});

function kindOf(code: number): number {
  if (code < kindByCode.length) return kindByCode[code] ?? kinds.other;
  return isSpace(code) || within.has(String.fromCharCode(code)) ? kinds.between : kinds.other;
}

function isPlainLetter(code: number): boolean {
  return code < kindByCode.length && kindByCode[code] === kinds.letter;
}

/** A digit after `:` or `/` after a digit. */
function isBetweenDigits(text: string, place: number): boolean {
  const mark = text.charCodeAt(place - 1);
  return (mark === 58 || mark === 47) && isDigit(text.charCodeAt(place - 2));
}

/** Of Swedish letters and their kin; others stay as they are, and no name has them. */
function lower(code: number): number {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) ? code + 32 : code;
}

function followed(from: Node, text: string): Node | undefined {
  let node = from;
  for (let place = 0; place < text.length; place += 1) {
    const child = node.children.get(text.charCodeAt(place));
    if (!child) return undefined;
    node = child;
  }
  return node;
}

/** Every name of a rule, and whether it is too common to be a citation by itself. */
function* namesOf(act: CitableAct): Generator<readonly [name: string, isWeak: boolean]> {
  const isCommon = (name: string) => looseKinds.has(act.kind) && !/[\s\d]/.test(name);
  yield [act.name, isCommon(act.name)];
  for (const name of act.shortNames ?? []) yield [name, isCommon(name)];
  const isLegal = legalKinds.has(act.kind);
  for (const name of act.otherNames ?? []) if (isLegal && legalName.test(name)) yield [name, false];
  const title = titleOf(act);
  if (!title) return;
  yield [title.head + title.tail, !title.tail];
  yield [definite(title.head) + title.tail, false];
}

/** The words before and after the number in an act's title: `Lag (2001:454) om …`. Heads such as `Lag` are no name without a tail. */
export function titleOf({
  title,
  number,
}: CitableAct): { readonly head: string; readonly tail: string } | undefined {
  if (title === undefined || number === undefined) return undefined;
  const place = title.indexOf(`(${number})`);
  if (place < 1) return undefined;
  return { head: title.slice(0, place).trim(), tail: title.slice(place + number.length + 2) };
}

/** `kommunallagen` for `Kommunallag`; what is definite already stays. */
export function definite(name: string): string {
  return /(?:lag|balk|ordning)$/i.test(name) ? `${name}en` : /direktiv$/i.test(name) ? `${name}et` : name;
}

export function isLegal(kind: string): boolean {
  return legalKinds.has(kind);
}
