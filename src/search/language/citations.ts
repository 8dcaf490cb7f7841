import { type CitableAct, type CitationInText, keyAndWider, keysOf } from '../../criteria/index.ts';
import { folded } from './fold.ts';
import { citationToken } from './tokens.ts';

/** The tokens under which citations are indexed and searched. */
export class CitationTokens {
  readonly #acts: ReadonlyMap<string, CitableAct>;

  constructor(acts: readonly CitableAct[]) {
    this.#acts = new Map(acts.map((act) => [act.id, act]));
  }

  /** All tokens of a record that cites this: the rule under every name that it has, each part, and the parts that those lie in. */
  ofRecord({ citation }: Pick<CitationInText, 'citation'>): readonly string[] {
    const keys = citation.parts.flatMap(keysOf).flatMap(keyAndWider);
    return [...this.#names(citation.rule), ...this.#numbers(citation.rule)].flatMap((name) => [
      citationToken(name),
      ...keys.map((key) => citationToken(name, numbersOf(key))),
    ]);
  }

  /**
   * What to search for: one for each part cited. A rule that is cited by its number is meant alone; one by its name, whichever has had
   * the name, since reports of different years mean different ones.
   */
  ofQuery({ citation, by }: Pick<CitationInText, 'citation' | 'by'>): readonly string[] {
    const names = this.#names(citation.rule);
    const numbers = this.#numbers(citation.rule);
    const name = by === 'number' ? (numbers[0] ?? names[0]) : (names[0] ?? numbers[0]);
    if (name === undefined) return [];
    const keys = citation.parts.flatMap(keysOf);
    return keys.length === 0 ? [citationToken(name)] : keys.map((key) => citationToken(name, numbersOf(key)));
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
