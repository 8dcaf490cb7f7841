import type { CitableAct } from './citation.ts';
import { Tokens } from './tokens.ts';

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
  readonly children: Map<string, Node>;
  readonly named: NamedAct[];
}

const legalKinds = new Set(['constitutional-act', 'act', 'ordinance', 'eu-regulation', 'eu-directive']);
const looseKinds = new Set(['policy', 'agreement', 'good-practice', 'guidance', 'general-advice']);
const legalName = /(?:lag|lagen|balk|balken|ordning|ordningen|direktiv|direktivet)$/;
/** What may stand within a name, besides white space; also where a word was broken at the end of a line. */
const within = new Set(['-', '‑', '–', '/', ':', '.']);

/** The names of all rules in one tree of letters, so that a look-up costs no more than the longest name. */
export class RuleNames {
  readonly #root: Node = { children: new Map(), named: [] };

  constructor(acts: readonly CitableAct[]) {
    for (const act of acts) {
      for (const [name, isWeak] of namesOf(act)) {
        const isAcronym = /^[\p{L}]{2,6}$/u.test(name) && name.slice(1) !== name.slice(1).toLowerCase();
        this.#add(name, { act, isWeak, ...(isAcronym && { exact: name }) });
      }
    }
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
    const tokens = new Tokens(name);
    let node = this.#root;
    for (let index = 0; index < tokens.length; index += 1) {
      const { kind, text } = tokens.at(index);
      if (kind === 'mark') continue;
      for (const letter of text) {
        const child = node.children.get(letter) ?? { children: new Map(), named: [] };
        node.children.set(letter, child);
        node = child;
      }
    }
    if (node.named.some(({ act, exact }) => act === named.act && exact === named.exact)) return;
    node.named.push(named);
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

function followed(from: Node, text: string): Node | undefined {
  let node = from;
  for (const letter of text) {
    const child = node.children.get(letter);
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
