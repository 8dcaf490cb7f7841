import type {
  CitableAct,
  CitationInText,
  CitedPart,
  CitedRule,
  LegalCitation,
  TextContext,
  TextSpan,
} from './citation.ts';
import { isLocatorWord, type Locator, LocatorScanner, ordinalWord } from './locators.ts';
import { definite, isLegal, RuleNames, titleOf } from './rule-names.ts';
import { isRuleWord, type KnownRules, type RuleInText, RuleScanner } from './rules.ts';
import { Tokens, Words } from './tokens.ts';

/** Swedish legal citations, as a register of rules lets them be read and written. */
export interface CitationGrammar {
  /** The citations in a text, in its order; none overlap. The time it takes grows with the length of the text. */
  readonly citationsIn: (text: string, context?: TextContext) => readonly CitationInText[];
  /** The canonical Swedish form: `6 kap. 7 § kommunallagen (1991:900)`. Read again, it gives the same citation. */
  readonly format: (citation: LegalCitation) => string;
}

/** The grammar for a register. It is plain code over plain data, so that it also serves in a browser. */
export function citationGrammar(acts: readonly CitableAct[]): CitationGrammar {
  const known = knownRules(acts);
  const byId = new Map(acts.map((act) => [act.id, act]));
  return {
    citationsIn: (text, context) =>
      context?.isQuery || known.names.mayBeIn(text) ? scanned(text, known, context).citations : [],
    format: ({ rule, parts }) => {
      const name = ruleText(rule, byId, known);
      const places = partsText(parts);
      if (name === '' || places === '') return name + places;
      return parts[0]?.article === undefined ? `${places} ${name}` : `${places} i ${name}`;
    },
  };
}

/** How many tokens a grammar looks at in a text: a measure of work that no machine's speed touches. */
export function stepsIn(text: string, acts: readonly CitableAct[]): number {
  return scanned(text, knownRules(acts)).steps;
}

function knownRules(acts: readonly CitableAct[]): Register {
  const names = new RuleNames(acts);
  return {
    names,
    byNumber: actsByNumber(acts),
    words: new Words((word) => isLocatorWord(word) || isRuleWord(word) || names.beginWith(word)),
  };
}

interface Register extends KnownRules {
  readonly words: Words;
}

function actsByNumber(acts: readonly CitableAct[]): ReadonlyMap<string, CitableAct> {
  return new Map(
    acts.flatMap((act): [string, CitableAct][] => {
      if (act.number === undefined) return [];
      const standard = /^(?:SS-)?(?:EN )?ISO\S* (\d{4,5})$/.exec(act.number)?.[1];
      return [[standard ?? act.number.toLowerCase().replaceAll(' ', ''), act]];
    }),
  );
}

type Item =
  | ({ readonly kind: 'locator'; readonly start: number } & Locator)
  | ({ readonly kind: 'rule' } & RuleInText);
type LocatorItem = Extract<Item, { kind: 'locator' }>;

const betweenLocators = new Set([',', 'och', 'samt', 'eller', '&', 'respektive']);

function scanned(
  text: string,
  known: Register,
  context: TextContext = {},
): { readonly citations: readonly CitationInText[]; readonly steps: number } {
  const { isQuery = false } = context;
  const tokens = new Tokens(text, known.words);
  const rules = new RuleScanner(tokens, known, context);
  const locators = new LocatorScanner(tokens, (index) => rules.ruleAt(index, index) !== undefined);
  const items: Item[] = [];
  let index = 0;
  while (index < tokens.length) {
    // `hälso- och sjukvårdslagen`, `HSLF-FS`: what the first word begins shows after its hyphen.
    if (!tokens.at(index).begins && !tokens.is(index + 1, '-')) {
      index += 1;
      continue;
    }
    const floor = items.at(-1)?.next ?? 0;
    const rule = rules.ruleAt(index, floor);
    const locator = rule ? undefined : locators.locatorAt(index);
    if (rule) items.push({ kind: 'rule', ...rule });
    else if (locator) items.push({ kind: 'locator', start: index, ...locator });
    index = rule?.next ?? locator?.next ?? index + 1;
  }
  return { citations: new Joiner(tokens, items, isQuery).citations(), steps: tokens.steps };
}

/** Puts the parts and the rules of a text together: a rule's parts stand right before it, else right after it. */
class Joiner {
  readonly #tokens: Tokens;
  readonly #items: readonly Item[];
  readonly #isQuery: boolean;

  constructor(tokens: Tokens, items: readonly Item[], isQuery: boolean) {
    this.#tokens = tokens;
    this.#items = items;
    this.#isQuery = isQuery;
  }

  citations(): readonly CitationInText[] {
    const found: CitationInText[] = [];
    let index = 0;
    while (index < this.#items.length) {
      const item = this.#items[index];
      if (!item) break;
      const { citation, taken } =
        item.kind === 'rule' ? this.#ruleFirst(item, index) : this.#partsFirst(index);
      if (citation) found.push(citation);
      index += taken;
    }
    return found;
  }

  #partsFirst(index: number): { readonly citation: CitationInText | undefined; readonly taken: number } {
    const chain = this.#chainFrom(index);
    const last = chain.at(-1);
    const following = this.#items[index + chain.length];
    if (last && following?.kind === 'rule' && this.#isBefore(last, following)) {
      return { citation: this.#joined(chain, following, false), taken: chain.length + 1 };
    }
    const strong = this.#isQuery ? chain : chain.filter(({ isWeak }) => !isWeak);
    return { citation: strong.length > 0 ? this.#joined(strong) : undefined, taken: chain.length };
  }

  #ruleFirst(
    rule: RuleInText,
    index: number,
  ): { readonly citation: CitationInText | undefined; readonly taken: number } {
    const next = this.#items[index + 1];
    if (next?.kind === 'locator' && this.#isAfter(rule, next)) {
      let chain = this.#chainFrom(index + 1);
      const last = chain.at(-1);
      const following = this.#items[index + 1 + chain.length];
      // `kommunallagen, 3 kap. 1 § OSL`: the part belongs to the rule after it.
      if (last && following?.kind === 'rule' && this.#isBefore(last, following)) chain = chain.slice(0, -1);
      if (chain.length > 0) return { citation: this.#joined(chain, rule, true), taken: 1 + chain.length };
    }
    return { citation: rule.isWeak ? undefined : this.#joined([], rule, true), taken: 1 };
  }

  /** Parts that a comma or a conjunction joins. */
  #chainFrom(index: number): readonly LocatorItem[] {
    const chain: LocatorItem[] = [];
    for (let place = index; ; place += 1) {
      const item = this.#items[place];
      const before = chain.at(-1);
      if (item?.kind !== 'locator' || (before && !this.#isJoined(before, item))) return chain;
      chain.push(item);
    }
  }

  #isJoined(before: LocatorItem, after: LocatorItem): boolean {
    const distance = after.start - before.next;
    if (distance < 1 || distance > 2) return false;
    for (let place = before.next; place < after.start; place += 1) {
      if (!this.#tokens.isOneOf(place, betweenLocators)) return false;
    }
    return true;
  }

  /** Nothing, `i` or `i den` stands between the parts and the rule's name, or a parenthesis that the name fills. */
  #isBefore(locator: LocatorItem, rule: RuleInText): boolean {
    const distance = rule.start - locator.next;
    if (distance === 0) return true;
    if (distance === 1 && this.#tokens.is(locator.next, '(')) return this.#tokens.is(rule.next, ')');
    return (
      this.#tokens.is(locator.next, 'i') &&
      (distance === 1 || (distance === 2 && this.#tokens.is(locator.next + 1, 'den')))
    );
  }

  #isAfter(rule: RuleInText, locator: LocatorItem): boolean {
    const distance = locator.start - rule.next;
    return (
      distance === 0 || (distance === 1 && [',', '(', ':', 's'].includes(this.#tokens.at(rule.next).text))
    );
  }

  #joined(chain: readonly LocatorItem[], rule?: RuleInText, isRuleFirst = false): CitationInText {
    const located = chain.flatMap(({ parts }) => parts);
    const lastToken = (chain.at(-1)?.next ?? 0) - 1;
    const begin = Math.min(...located.map(({ span }) => span[0]), rule ? this.#startOf(rule) : Infinity);
    let end = Math.max(
      lastToken < 0 ? 0 : this.#tokens.at(lastToken).end,
      rule ? this.#tokens.at(rule.next - 1).end : 0,
    );
    if (rule) {
      const open = isRuleFirst ? rule.next : (chain.at(-1)?.next ?? 0);
      const close = isRuleFirst ? lastToken + 1 : rule.next;
      if (chain.length > 0 && this.#tokens.is(open, '(') && this.#tokens.is(close, ')')) {
        end = this.#tokens.at(close).end;
      }
    }
    const partSpans = located.map(
      ({ span }, place): TextSpan => [
        place === 0 ? begin : span[0],
        place === located.length - 1 ? end : span[1],
      ],
    );
    return {
      span: [begin, end],
      partSpans,
      citation: { rule: rule?.rule ?? { kind: 'unnamed' }, parts: located.map(({ part }) => part) },
      by: rule?.by ?? 'name',
    };
  }

  #startOf(rule: RuleInText): number {
    return this.#tokens.at(rule.start).start;
  }
}

function ruleText(rule: CitedRule, byId: ReadonlyMap<string, CitableAct>, known: KnownRules): string {
  if (rule.kind === 'unnamed') return '';
  if (rule.kind === 'outside') {
    const { name, number } = rule;
    if (name === undefined) return number ?? '';
    return number === undefined
      ? name
      : `${name} ${number.startsWith('SFS ') ? `(${number.slice(4)})` : number}`;
  }
  const act = byId.get(rule.id);
  if (!act) return rule.id;
  if (rule.edition !== undefined) return `${act.number ?? act.name}:${rule.edition}`;
  const title = titleOf(act);
  if (title && /^\d{4}:\d+$/.test(act.number ?? '')) {
    const head = definite(title.head);
    // `Kungörelse (1974:152) om beslutad ny regeringsform` is cited by the name that it gives.
    return head === title.head
      ? `${withoutCapital(act.name)} (${act.number})`
      : `${withoutCapital(head)} (${act.number})${title.tail}`;
  }
  if (/FS \d{4}:\d+$/.test(act.number ?? '')) return act.number ?? act.name;
  const name = isLegal(act.kind) ? withoutCapital(act.name) : act.name;
  const meant = known.names.longestAt(new Tokens(name), 0, false);
  if (meant?.acts.length === 1 || act.number === undefined) return name;
  return isLegal(act.kind) ? `${name} (EU) ${act.number}` : act.number;
}

/** `kommunallagen` for `Kommunallagen`; what is in capitals stays. */
function withoutCapital(name: string): string {
  const [first = '', second = ''] = name;
  return second === second.toLowerCase() ? first.toLowerCase() + name.slice(1) : name;
}

function partsText(parts: readonly CitedPart[]): string {
  const groups: CitedPart[][] = [];
  for (const part of parts) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && isSameList(last, part)) group.push(part);
    else groups.push([part]);
  }
  const texts = groups.map((group, index) => groupText(group, groups[index - 1]));
  return enumeration(texts, texts.some((text) => / och /.test(text)) ? ' samt ' : ' och ');
}

/** Do two parts stand in one list, before one sign? */
function isSameList(a: CitedPart, b: CitedPart): boolean {
  if (a.article !== undefined) return b.article !== undefined;
  if (b.article !== undefined || a.chapter !== b.chapter) return isChapter(a) && isChapter(b);
  return isPlain(a) && isPlain(b) && (a.section === undefined) === (b.section === undefined);
}

function isChapter({ article, section, chapter }: CitedPart): boolean {
  return article === undefined && section === undefined && chapter !== undefined;
}

function isPlain({ paragraph, point }: CitedPart): boolean {
  return paragraph === undefined && point === undefined;
}

function groupText(group: readonly CitedPart[], before: readonly CitedPart[] | undefined): string {
  const [first] = group;
  if (!first) return '';
  if (first.article !== undefined) {
    return `${group.length > 1 || first.through !== undefined ? 'artiklarna' : 'artikel'} ${enumeration(group.map(articleText))}`;
  }
  if (first.section === undefined) {
    return `${enumeration(group.map(({ chapter = '', through }) => rangeText(chapter, through)))} kap.`;
  }
  const isInSameChapter = before?.[0]?.section !== undefined && before[0].chapter === first.chapter;
  const chapter = first.chapter === undefined || isInSameChapter ? '' : `${spaced(first.chapter)} kap. `;
  const numbers = enumeration(group.map(({ section = '', through }) => rangeText(section, through)));
  const isOne = group.length === 1 && first.through === undefined;
  const paragraph = first.paragraph === undefined ? '' : ` ${ordinalWord(first.paragraph)} stycket`;
  const point = first.point === undefined ? '' : ` ${first.point}${paragraph === '' ? ' p.' : ''}`;
  return `${chapter}${numbers} ${isOne ? '§' : '§§'}${paragraph}${point}`;
}

function articleText({ article = '', through, paragraph, point }: CitedPart): string {
  if (through !== undefined) return rangeText(article, through);
  const number = paragraph === undefined ? article : `${article}.${paragraph}`;
  return point === undefined ? number : `${number} ${point}`;
}

function rangeText(from: string, through: string | undefined): string {
  return through === undefined ? spaced(from) : `${spaced(from)}–${spaced(through)}`;
}

/** `7 a` for `7a`. */
function spaced(number: string): string {
  return number.replace(/[a-z]$/, ' $&');
}

/** `a, b och c`. */
function enumeration(texts: readonly string[], conjunction = ' och '): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')}${conjunction}${last}`;
}
