import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What the Swedish dictionary knows of words: which begin a compound, with their linking letter, and which end one. */
export interface Dictionary {
  /** Forms that begin compounds: `säkerhets`, `skol`. The value is the word that it is a form of. */
  readonly first: ReadonlyMap<string, string>;
  /** Forms that end compounds. */
  readonly last: ReadonlyMap<string, string>;
  /** All forms. */
  readonly known: ReadonlySet<string>;
}

interface SuffixRule {
  readonly strip: string;
  readonly add: string;
  readonly flags: string;
  readonly condition: RegExp;
}

/** Flags of the package's affix file: X and U begin a compound, Y ends one, Z stands only within one, % is not to be used. */
const flag = { first: /[XU]/, last: 'Y', onlyInside: 'Z', unusable: '%' } as const;

/** The dictionary of the package `dictionary-sv`: Hunspell's files, with the flags for compounds read out. */
export function swedishDictionary(): Dictionary {
  const file = (name: string) =>
    readFileSync(fileURLToPath(new URL(name, import.meta.resolve('dictionary-sv'))), 'utf8').split('\n');
  return readDictionary(file('index.aff'), file('index.dic').slice(1));
}

/** A dictionary from the lines of an affix file and of a word list. */
function readDictionary(affixLines: readonly string[], wordLines: readonly string[]): Dictionary {
  const rules = suffixRules(affixLines);
  const first = new Map<string, string>();
  const last = new Map<string, string>();
  const known = new Set<string>();
  const add = (map: Map<string, string>, form: string, word: string) => {
    if (!map.has(form)) map.set(form, word);
  };
  for (const line of wordLines) {
    const [written = '', flags = ''] = line.trim().split('/');
    if (written === '' || /[^a-zåäöéü-]/i.test(written) || flags.includes(flag.unusable)) continue;
    const word = written.toLowerCase();
    const isOnlyInside = flags.includes(flag.onlyInside);
    const isLast = flags.includes(flag.last) && !isOnlyInside;
    if (flag.first.test(flags)) add(first, word, word);
    if (!isOnlyInside) known.add(word);
    if (isLast) add(last, word, word);
    for (const rule of [...flags].flatMap((letter) => rules.get(letter) ?? [])) {
      if (!word.endsWith(rule.strip) || !rule.condition.test(word)) continue;
      const form = word.slice(0, word.length - rule.strip.length) + rule.add;
      if (flag.first.test(rule.flags)) add(first, form, word);
      if (isOnlyInside || rule.flags.includes(flag.onlyInside)) continue;
      known.add(form);
      if (isLast) add(last, form, word);
    }
  }
  return { first, last, known };
}

function suffixRules(lines: readonly string[]): ReadonlyMap<string, readonly SuffixRule[]> {
  const rules = new Map<string, SuffixRule[]>();
  for (const line of lines) {
    const match = /^SFX\s+(\S)\s+(\S+)\s+(\S+)\s+(\S+)/.exec(line.trim());
    if (!match) continue;
    const [, letter = '', strip = '', added = '', condition = ''] = match;
    const [add = '', flags = ''] = added.split('/');
    const rule: SuffixRule = {
      strip: strip === '0' ? '' : strip,
      add: add === '0' ? '' : add,
      flags,
      condition: new RegExp(`${condition === '.' ? '' : condition}$`),
    };
    rules.set(letter, [...(rules.get(letter) ?? []), rule]);
  }
  return rules;
}
