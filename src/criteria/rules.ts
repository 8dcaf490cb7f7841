import type { CitableAct, CitationInText, CitedRule, TextContext } from './citation.ts';
import { definite, type RuleNames, titleOf } from './rule-names.ts';
import type { Tokens } from './tokens.ts';

/** A rule that a text names. */
export interface RuleInText {
  readonly rule: CitedRule;
  readonly by: CitationInText['by'];
  /** Of tokens: the first, and the one after the last. */
  readonly start: number;
  readonly next: number;
  /** A citation only with a part beside it. */
  readonly isWeak: boolean;
}

/** The register as the scanner asks it. */
export interface KnownRules {
  readonly names: RuleNames;
  /** By number in one spelling: `2017:725`, `2016/679`, `27001`, `msbfs2016:1`. */
  readonly byNumber: ReadonlyMap<string, CitableAct>;
}

interface Numbered {
  /** As a rule outside the register writes it: `SFS 1994:1000`, `(EU) 910/2014`. */
  readonly number: string;
  /** As the register is asked. */
  readonly key: string;
  readonly next: number;
}

const lawLike = /(?:lag|lagen|balk|balken|ordning|ordningen|direktiv|direktivet)s?$/;
const definiteLaw = /(?:lagen|balken|ordningen|direktivet)s?$/;
/** Words that end as a law does. */
const notLaws = new Set([
  'bolagen',
  'bolag',
  'förslagen',
  'förslag',
  'underlagen',
  'underlag',
  'anslagen',
  'inslag',
]);
const plainLaw = /^(?:lag|lagen|förordning|förordningen|balk|balken|direktiv|direktivet)s?$/;
const union = new Set(['eu', 'eg', 'eeg', 'euratom']);
const standardPrefixes = new Set(['ss', 'en', 'iso', 'iec']);
const preparatory = new Map([
  ['prop', 'prop.'],
  ['proposition', 'prop.'],
  ['sou', 'SOU'],
  ['ds', 'Ds'],
]);
const beforeDiaryNumber = new Set(['dnr', 'diarienr', 'diarienummer', 'nr', 'ärende', 'ärendenr', 'dnr.']);

/** May the name or number of a rule begin with the word, whatever the register holds? */
export function isRuleWord(word: string): boolean {
  return (
    lawLike.test(word) ||
    word.endsWith('fs') ||
    preparatory.has(word) ||
    standardPrefixes.has(word) ||
    union.has(word)
  );
}

/** Finds the rules that a text names, by number or by name, from left to right. */
export class RuleScanner {
  readonly #tokens: Tokens;
  readonly #known: KnownRules;
  readonly #context: TextContext;
  readonly #isQuery: boolean;

  constructor(tokens: Tokens, known: KnownRules, context: TextContext) {
    this.#tokens = tokens;
    this.#known = known;
    this.#context = context;
    this.#isQuery = context.isQuery ?? false;
  }

  /** @param floor the first token that no earlier citation has taken */
  ruleAt(index: number, floor: number): RuleInText | undefined {
    const { kind } = this.#tokens.at(index);
    if (kind === 'mark') return this.#euInParentheses(index);
    if (kind === 'end') return undefined;
    return (
      this.#numberedSeries(index) ??
      this.#standard(index) ??
      this.#named(index, floor) ??
      (kind === 'number' ? this.#numberAlone(index) : this.#lawOutside(index, floor))
    );
  }

  /** A name of the register's, with a number or an acronym after it that tells more. */
  #named(index: number, floor: number): RuleInText | undefined {
    const name = this.#known.names.longestAt(this.#tokens, index, this.#isQuery);
    if (!name || this.#isWithinWord(index)) return undefined;
    const numbered = this.#numberAfter(name.next);
    if (numbered) {
      const words = this.#tokens.raw(name.next - 1);
      return this.#ruleByNumber(
        numbered,
        index,
        floor,
        lawLike.test(words.toLowerCase()) ? words : undefined,
      );
    }
    const { act, by } = chosen(name.acts, this.#context);
    return {
      rule: { kind: 'known', id: act.id },
      by,
      start: index,
      next: this.#afterAcronym(name.next, act),
      isWeak: name.isWeak && !this.#isQuery,
    };
  }

  /** A law that the register lacks or that is misspelt: by its number, or by its name where a part stands beside it. */
  #lawOutside(index: number, floor: number): RuleInText | undefined {
    const tokens = this.#tokens;
    let last = index;
    // `hälso- och sjukvårdslagen`: the first word tells nothing.
    if (tokens.isGluedMark(index + 1, '-') === false && tokens.is(index + 1, '-')) {
      if (!tokens.is(index + 2, 'och')) return undefined;
      last = index + 3;
    }
    const { text, kind } = tokens.at(last);
    if (kind !== 'word' || !lawLike.test(text) || notLaws.has(text)) return undefined;
    const numbered = this.#numberAfter(last + 1);
    const name = tokens.text.slice(tokens.at(index).start, tokens.at(last).end);
    if (numbered) return this.#ruleByNumber(numbered, index, floor, name);
    if (plainLaw.test(text) || !definiteLaw.test(text)) return undefined;
    return {
      rule: { kind: 'outside', name: plainName(name) },
      by: 'name',
      start: index,
      next: last + 1,
      isWeak: true,
    };
  }

  #ruleByNumber(numbered: Numbered, start: number, floor: number, name: string | undefined): RuleInText {
    const act = this.#known.byNumber.get(numbered.key);
    if (act) {
      return {
        rule: { kind: 'known', id: act.id },
        by: 'number',
        start: this.#startOfMisspelt(start, floor, act),
        next: this.#afterAcronym(this.#afterTail(numbered.next, act), act),
        isWeak: false,
      };
    }
    const plain = name === undefined ? undefined : plainName(name);
    return {
      rule: {
        kind: 'outside',
        ...(plain !== undefined && !plainLaw.test(plain) && { name: plain }),
        number: numbered.number,
      },
      by: 'number',
      start,
      next: numbered.next,
      isWeak: false,
    };
  }

  /** `SFS 2017:725`, `MSBFS 2016:1`, `HSLF-FS 2017:40`, `prop. 2016/17:171 s. 12`, `SOU 2016:89`. */
  #numberedSeries(index: number): RuleInText | undefined {
    const tokens = this.#tokens;
    const { text, kind } = tokens.at(index);
    if (kind !== 'word' || this.#isWithinWord(index)) return undefined;
    const series = preparatory.get(text);
    if (series !== undefined)
      return this.#preparatory(series, tokens.is(index + 1, '.') ? index + 2 : index + 1, index);
    let last = index;
    if (tokens.isGluedMark(index + 1, '-') && tokens.is(index + 2, 'fs')) last = index + 2;
    if (!tokens.at(last).text.endsWith('fs')) return undefined;
    const raw = tokens.text.slice(tokens.at(index).start, tokens.at(last).end);
    if (!this.#isQuery && raw !== raw.toUpperCase()) return undefined;
    let next = last + 1;
    if (tokens.is(next, '-') || tokens.is(next, ':')) next += 1;
    if (tokens.is(next, 'nr')) next += tokens.is(next + 1, '.') ? 2 : 1;
    const pair = this.#yearAndNumber(next);
    if (!pair) return undefined;
    const isStatute = text === 'sfs';
    const name = raw.toUpperCase();
    const numbered = {
      number: `${name} ${pair.number}`,
      key: isStatute ? pair.number : `${name.toLowerCase()}${pair.number}`,
      next: pair.next,
    };
    return this.#ruleByNumber(numbered, index, index, undefined);
  }

  #preparatory(series: string, index: number, start: number): RuleInText | undefined {
    const tokens = this.#tokens;
    const isBill = series === 'prop.';
    const year = tokens.at(index);
    let next = index + 1;
    let number = year.text;
    if (!isYear(number)) return undefined;
    if (isBill) {
      if (!tokens.isGluedMark(next, '/') || tokens.at(next + 1).kind !== 'number') return undefined;
      number += `/${tokens.at(next + 1).text}`;
      next += 2;
    }
    if (!tokens.isGluedMark(next, ':') || tokens.at(next + 1).kind !== 'number') return undefined;
    number = `${series} ${number}:${tokens.at(next + 1).text}`;
    next += 2;
    const pages = this.#pages(tokens.is(next, ',') ? next + 1 : next);
    return {
      rule: { kind: 'outside', number: pages ? `${number} s. ${pages.text}` : number },
      by: 'number',
      start,
      next: pages?.next ?? next,
      isWeak: false,
    };
  }

  /** `s. 12`, `s. 12–14`, `s. 12 f.` */
  #pages(index: number): { readonly text: string; readonly next: number } | undefined {
    const tokens = this.#tokens;
    if (!tokens.is(index, 's') && !tokens.is(index, 'sid') && !tokens.is(index, 'sidan')) return undefined;
    const first = tokens.is(index + 1, '.') ? index + 2 : index + 1;
    if (tokens.at(first).kind !== 'number') return undefined;
    const page = tokens.at(first).text;
    const next = first + 1;
    if ((tokens.is(next, '–') || tokens.is(next, '-')) && tokens.at(next + 1).kind === 'number') {
      return { text: `${page}–${tokens.at(next + 1).text}`, next: next + 2 };
    }
    const following = tokens.at(next).text;
    if (following !== 'f' && following !== 'ff') return { text: page, next };
    return { text: `${page} ${following}.`, next: tokens.is(next + 1, '.') ? next + 2 : next + 1 };
  }

  /** `ISO/IEC 27001:2006`, `SS-EN ISO 9001:2015`, `ISO27001`, `ISO/⏎IEC 27002`. */
  #standard(index: number): RuleInText | undefined {
    const tokens = this.#tokens;
    if (this.#isWithinWord(index)) return undefined;
    let next = index;
    const prefixes = new Set<string>();
    // `SS-EN ISO/IEC` is the longest there is.
    while (
      next < index + 8 &&
      tokens.isOneOf(next, standardPrefixes) &&
      (this.#isQuery || isUpper(tokens.raw(next)))
    ) {
      prefixes.add(tokens.at(next).text);
      next += 1;
      if (tokens.is(next, '/') || tokens.is(next, '-')) next += 1;
      if (tokens.is(next, '-')) next += 1;
    }
    const { kind, text } = tokens.at(next);
    // `ISO 27 000` is how the series is written in passing, and names no standard.
    if (!prefixes.has('iso') || kind !== 'number' || text.length < 4 || text.length > 5) return undefined;
    next += 1;
    let edition: string | undefined;
    if (tokens.isGluedMark(next, ':') && isYear(tokens.at(next + 1).text)) {
      edition = tokens.at(next + 1).text;
      next += 2;
    }
    const act = this.#known.byNumber.get(text);
    const name = `ISO${prefixes.has('iec') ? '/IEC' : ''} ${text}`;
    return {
      rule: act
        ? { kind: 'known', id: act.id, ...(edition !== undefined && { edition }) }
        : { kind: 'outside', number: edition === undefined ? name : `${name}:${edition}` },
      by: 'number',
      start: index,
      next,
      isWeak: false,
    };
  }

  /** `2017:725` or `2014/24/EU` without the name of an act. A number that the register lacks may be a diary's. */
  #numberAlone(index: number): RuleInText | undefined {
    const tokens = this.#tokens;
    if (this.#isWithinWord(index)) return undefined;
    const directive = this.#euNumber(index);
    if (directive) return this.#ruleByNumber(directive, index, index, undefined);
    const pair = this.#yearAndNumber(index);
    if (!pair || !this.#known.byNumber.has(pair.number)) return undefined;
    const before = tokens.is(index - 1, '.') || tokens.is(index - 1, ':') ? index - 2 : index - 1;
    if (tokens.isOneOf(before, beforeDiaryNumber) || tokens.at(pair.next).isGlued) {
      if (!ends(tokens.at(pair.next).text)) return undefined;
      if (tokens.isOneOf(before, beforeDiaryNumber)) return undefined;
    }
    return this.#ruleByNumber({ ...pair, key: pair.number }, index, index, undefined);
  }

  #euInParentheses(index: number): RuleInText | undefined {
    const tokens = this.#tokens;
    if (!tokens.is(index, '(') || !tokens.isOneOf(index + 1, union)) return undefined;
    const number = this.#euNumber(index);
    if (!number) return undefined;
    // `förordning (EU) 2016/679`: the word is part of the citation.
    const start = /^(?:förordning|förordningen|direktiv|direktivet)s?$/.test(tokens.at(index - 1).text)
      ? index - 1
      : index;
    return { ...this.#ruleByNumber(number, index, index, undefined), start };
  }

  /** `(EU) 2016/679`, `(EU) nr 910/2014`, `EU 2016/679`, `2014/24/EU`, `95/46/EG`. */
  #euNumber(index: number): Numbered | undefined {
    const tokens = this.#tokens;
    const open = tokens.is(index, '(') ? index + 1 : index;
    const isNamed = tokens.isOneOf(open, union);
    let next = isNamed ? open + 1 : open;
    if (isNamed && tokens.is(next, ')')) next += 1;
    else if (open > index && isNamed) return undefined;
    if (tokens.is(next, 'nr')) next += tokens.is(next + 1, '.') ? 2 : 1;
    const first = tokens.at(next);
    const second = tokens.at(next + 2);
    if (first.kind !== 'number' || second.kind !== 'number' || !tokens.isGluedMark(next + 1, '/'))
      return undefined;
    const number = `${first.text}/${second.text}`;
    next += 3;
    if (isNamed) {
      if (!isYear(first.text) && !isYear(second.text)) return undefined;
      return { number: `(EU) ${number}`, key: number, next };
    }
    if (!tokens.isGluedMark(next, '/') || !tokens.isOneOf(next + 1, union)) return undefined;
    const full = `${number}/${tokens.at(next + 1).text.toUpperCase()}`;
    return { number: full, key: full.toLowerCase(), next: next + 2 };
  }

  /** The number after the name of an act: ` (2017:725)`, ` (SFS 2017:725)`, `, 2017:725`, ` (EU) 2016/679`. */
  #numberAfter(index: number): Numbered | undefined {
    const tokens = this.#tokens;
    const eu = this.#euNumber(index);
    if (eu) return eu;
    const isOpen = tokens.is(index, '(') || tokens.is(index, '[');
    let next = isOpen || tokens.is(index, ',') ? index + 1 : index;
    // `(OSL 2009:400)`, `(OSL, 2009:400)`
    if (isOpen) {
      const acronym = this.#known.names.longestAt(tokens, next, false);
      if (acronym) next = tokens.is(acronym.next, ',') ? acronym.next + 1 : acronym.next;
    }
    if (tokens.is(next, 'sfs')) next += tokens.is(next + 1, ':') ? 2 : 1;
    if (tokens.is(next, 'nr')) next += tokens.is(next + 1, '.') ? 2 : 1;
    const inside = isOpen ? (this.#euNumber(next) ?? this.#bareEuNumber(next)) : undefined;
    const pair = inside ?? this.#yearAndNumber(next, isOpen);
    if (!pair) return undefined;
    next = pair.next;
    if (isOpen) {
      if (tokens.is(next, ',')) {
        const acronym = this.#known.names.longestAt(tokens, next + 1, false);
        if (acronym) next = acronym.next;
      }
      if (tokens.is(next, ')') || tokens.is(next, ']')) next += 1;
    }
    return inside ? { ...inside, next } : { number: `SFS ${pair.number}`, key: pair.number, next };
  }

  /** `(2016/679)` after a name, where the register knows the number. */
  #bareEuNumber(index: number): Numbered | undefined {
    const tokens = this.#tokens;
    const first = tokens.at(index);
    const second = tokens.at(index + 2);
    if (first.kind !== 'number' || second.kind !== 'number' || !tokens.isGluedMark(index + 1, '/'))
      return undefined;
    const number = `${first.text}/${second.text}`;
    if (!this.#known.byNumber.has(number)) return undefined;
    return { number: `(EU) ${number}`, key: number, next: index + 3 };
  }

  /** @param isLoose white space may stand after the colon, as where a line was broken */
  #yearAndNumber(
    index: number,
    isLoose = false,
  ): { readonly number: string; readonly next: number } | undefined {
    const tokens = this.#tokens;
    const number = tokens.at(index + 2);
    if (!isYear(tokens.at(index).text) || !tokens.is(index + 1, ':')) return undefined;
    if (number.kind !== 'number' || number.text.length > 4 || number.text.startsWith('0')) return undefined;
    if (!isLoose && !tokens.isGluedMark(index + 1, ':')) return undefined;
    return { number: `${tokens.at(index).text}:${number.text}`, next: index + 3 };
  }

  /** ` (OSL)` after the name of the act that it means. */
  #afterAcronym(index: number, act: CitableAct): number {
    const tokens = this.#tokens;
    if (!tokens.is(index, '(')) return index;
    const name = this.#known.names.longestAt(tokens, index + 1, false);
    return name?.isAcronym && name.acts.includes(act) && tokens.is(name.next, ')') ? name.next + 1 : index;
  }

  /** The words of a title after the number, as far as the text has them: at least two. */
  #afterTail(index: number, act: CitableAct): number {
    const words = wordsOf(titleOf(act)?.tail ?? '');
    let next = index;
    let place = index;
    let found = 0;
    for (const word of words) {
      while (this.#tokens.is(place, ',') || this.#tokens.is(place, '-')) place += 1;
      if (this.#tokens.at(place).kind === 'mark' || !isAlike(this.#tokens.at(place).text, word)) break;
      place += 1;
      found += 1;
      next = place;
    }
    return found > 1 ? next : index;
  }

  /** Takes in the words before that belong to the name: `Offentlighet och` before `sekretesslagen (2009:400)`. */
  #startOfMisspelt(start: number, floor: number, act: CitableAct): number {
    let earliest = start;
    for (const name of [act.name, titleOf(act)?.head ?? '']) {
      let place = start;
      const before = wordsOf(name).slice(0, -1).toReversed();
      const isWhole = before.every((word) => {
        place -= this.#tokens.is(place - 1, '-') ? 2 : 1;
        return place >= floor && isAlike(this.#tokens.at(place).text, word);
      });
      if (isWhole && before.length > 0) earliest = Math.min(earliest, place);
    }
    return earliest;
  }

  #isWithinWord(index: number): boolean {
    const before = this.#tokens.at(index - 1);
    if (index === 0 || !this.#tokens.at(index).isGlued) return false;
    return (
      before.kind === 'word' || before.kind === 'number' || (before.isGlued && '_@'.includes(before.text))
    );
  }
}

/** The act that is meant by a name that several have had: the listed one, the one in force in the year, or the latest. */
function chosen(
  acts: readonly CitableAct[],
  { year, listed }: TextContext,
): { readonly act: CitableAct; readonly by: CitationInText['by'] } {
  const [first, ...others] = acts.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
  if (!first) throw new Error('a name without an act');
  if (others.length === 0) return { act: first, by: 'name' };
  const [fromList, ...alsoListed] = acts.filter(({ id }) => listed?.has(id));
  if (fromList && alsoListed.length === 0) return { act: fromList, by: 'listed' };
  if (year === undefined) return { act: first, by: 'guess' };
  const inForce = acts.filter((act) => daysInForce(act, year) > 0);
  const [most] = inForce.toSorted((a, b) => daysInForce(b, year) - daysInForce(a, year));
  if (most) return { act: most, by: inForce.length === 1 ? 'year' : 'guess' };
  // Before the first, or after the last: the one nearest in time.
  const earlier = [first, ...others].find(({ from }) => from !== undefined && from <= `${year}-12-31`);
  return { act: earlier ?? others.at(-1) ?? first, by: 'guess' };
}

/** Days of a year, of about 365, in which an act was in force. */
function daysInForce({ from, until }: CitableAct, year: number): number {
  const first = from === undefined ? 0 : dayOf(from, '01-01');
  const last = until === undefined ? Number.POSITIVE_INFINITY : dayOf(until, '12-31');
  return Math.max(
    0,
    Math.min(last, dayOf(`${year}`, '12-31')) - Math.max(first, dayOf(`${year}`, '01-01')) + 1,
  );
}

/** Days from year 0, in which every month has 31. */
function dayOf(coarse: string, rest: string): number {
  const whole = coarse + `-${rest}`.slice(coarse.length - 4);
  return Number(whole.slice(0, 4)) * 372 + (Number(whole.slice(5, 7)) - 1) * 31 + Number(whole.slice(8, 10));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
}

/** The same word, also with another ending or a slip in it. */
function isAlike(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  return same === Math.max(a.length, b.length) || (same >= 3 && same * 2 >= Math.max(a.length, b.length));
}

/** `lotterilagen` for `Lotterilag` and `lotterilagens`. */
function plainName(name: string): string {
  const lower = name.replaceAll('\u00ad', '').replace(/\s+/g, ' ').normalize('NFC').toLowerCase();
  return definite(lower.replace(/(lag|lagen|balk|balken|ordning|ordningen|direktiv|direktivet)s$/, '$1'));
}

function isYear(text: string): boolean {
  return text.length === 4 && text >= '1600' && text < '2100';
}

function isUpper(text: string): boolean {
  return text === text.toUpperCase();
}

function ends(text: string): boolean {
  return text === '' || '.,;:)]!?'.includes(text);
}
