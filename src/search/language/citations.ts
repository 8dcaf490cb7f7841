import { type CitableAct, type CitationInText, keyAndWider, keysOf } from '../../criteria/index.ts';
import { folded } from './fold.ts';
import { citationToken } from './tokens.ts';

/** The tokens that a cited part is searched by. */
export interface CitationSearch {
  readonly exactly: string;
  /** The nearest first. */
  readonly wider: readonly string[];
  readonly unnamed?: string;
}

/** Stands for the rule where a citation names none: `6 kap. 6 §` of some act is not that of another. */
const unnamedRule = 'xx';

/** The tokens under which citations are indexed and searched. */
export class CitationTokens {
  readonly #acts: ReadonlyMap<string, CitableAct>;

  constructor(acts: readonly CitableAct[]) {
    this.#acts = new Map(acts.map((act) => [act.id, act]));
  }

  /** All tokens of a record that cites this: the rule under every name that it has, each part, and the parts that those lie in. */
  ofRecord({ citation }: Pick<CitationInText, 'citation'>): readonly string[] {
    const keys = citation.parts.flatMap(keysOf).flatMap(keyAndWider);
    const names = [...this.#names(citation.rule), ...this.#numbers(citation.rule)];
    return [
      ...names.flatMap((name) => [
        citationToken(name),
        ...keys.map((key) => citationToken(name, numbersOf(key))),
      ]),
      ...keys.map((key) => citationToken('', numbersOf(key))),
      ...(names.length === 0 ? keys.map((key) => citationToken(unnamedRule, numbersOf(key))) : []),
    ];
  }

  /**
   * What to search for, for each part cited: the part, the wider parts and the rule that it lies in, and the part where the rule is not
   * named beside it. A rule that is cited by its number is meant alone; one by its name, whichever has had the name, since reports of
   * different years mean different ones.
   */
  ofQuery({ citation, by }: Pick<CitationInText, 'citation' | 'by'>): readonly CitationSearch[] {
    const names = this.#names(citation.rule);
    const numbers = this.#numbers(citation.rule);
    const name = by === 'number' ? (numbers[0] ?? names[0]) : (names[0] ?? numbers[0]);
    const keys = citation.parts.flatMap(keysOf);
    if (name === undefined) {
      return keys.map((key) => ({ exactly: citationToken('', numbersOf(key)), wider: [] }));
    }
    if (keys.length === 0) return [{ exactly: citationToken(name), wider: [] }];
    return keys.map((key) => ({
      exactly: citationToken(name, numbersOf(key)),
      wider: keyAndWider(key)
        .slice(1)
        .map((wider) => citationToken(name, numbersOf(wider)))
        .concat(citationToken(name)),
      unnamed: citationToken(unnamedRule, numbersOf(key)),
    }));
  }

  /** Rules that share their abbreviation share this. */
  #names(rule: CitationInText['citation']['rule']): readonly string[] {
    if (rule.kind === 'known') {
      const act = this.#acts.get(rule.id);
      return [folded(act?.shortNames?.[0] ?? act?.name ?? rule.id)];
    }
    return rule.kind === 'outside' && rule.name !== undefined ? [folded(rule.name)] : [];
  }

  #numbers(rule: CitationInText['citation']['rule']): readonly string[] {
    const number =
      rule.kind === 'known'
        ? this.#acts.get(rule.id)?.number
        : rule.kind === 'outside'
          ? rule.number?.replace(/^SFS /, '')
          : undefined;
    return number === undefined ? [] : [`n${folded(number)}`];
  }
}

/** `6:7a` is 6 and 7a, `5.1f` is 5, 1 and f. */
function numbersOf(key: string): readonly string[] {
  return key.split(/[:.]|(?<=\.\d+)(?=[a-z])/);
}
