import type { Role, WordFile } from '../client/files.ts';
import {
  folded,
  isAcronym,
  piecesOf,
  stemOf,
  stemOfWritten,
  stopWords,
  tellingWords,
  withoutLink,
  wordsIn,
} from '../language/index.ts';
import type { Splitter } from './compounds.ts';
import { groupName, type IndexedGroup } from './thesaurus.ts';

/*
 * The archive's words as the browser has them: files of some hundred words each, in order of their folded stems, so that a query
 * loads the files of its own words alone.
 */

interface CountedWord {
  readonly forms: Map<string, number>;
  count: number;
}

/** Counts words while records are read. */
export class WordCounter {
  readonly #words = new Map<string, CountedWord>();

  add(text: string): void {
    for (const { word } of wordsIn(text)) {
      for (const piece of piecesOf(word)) {
        if (piece.length < 2 || /^\d+$/.test(piece)) continue;
        const key = isAcronym(piece) ? piece.toLowerCase() : stemOf(piece);
        const counted = this.#words.get(key) ?? { forms: new Map(), count: 0 };
        this.#words.set(key, counted);
        counted.count += 1;
        const form = isAcronym(piece) ? piece : piece.toLowerCase();
        counted.forms.set(form, (counted.forms.get(form) ?? 0) + 1);
      }
    }
  }

  readonly elliptic = new Map<string, readonly [first: string, head: string]>();

  /** A word that stands without its head, and so is nowhere whole. */
  addElliptic(whole: readonly [first: string, head: string]): void {
    this.elliptic.set(stemOf(whole.join('')), [whole[0].toLowerCase(), whole[1].toLowerCase()]);
  }

  /** How often the archive has words of each stem. */
  stems(): ReadonlyMap<string, number> {
    return new Map([...this.#words].map(([stem, { count }]) => [stem, count]));
  }

  /** Each stem's commonest form, the shortest of those that are as common, and the count. */
  *commonest(): Generator<readonly [stem: string, form: string, count: number]> {
    for (const [stem, { forms, count }] of this.#words) {
      const [[form] = ['']] = [...forms].toSorted(
        ([a, countOfA], [b, countOfB]) => countOfB - countOfA || a.length - b.length || (a < b ? -1 : 1),
      );
      yield [stem, form, count];
    }
  }
}

interface Line {
  readonly key: string;
  readonly word?: string;
  readonly expression?: WordFile['expressions'][number];
}

/** How many characters a file has, about. */
const fileSize = 3500;
const shownTerms = 3;

export interface Vocabulary {
  /** The first key of each file but the first. */
  readonly boundaries: readonly string[];
  readonly files: readonly WordFile[];
}

export function vocabularyOf(
  counter: WordCounter,
  groups: readonly IndexedGroup[],
  split: Splitter,
): Vocabulary {
  const shown = new Map(groups.map((group) => [groupName(group), groupEntry(group)]));
  const lines = [...wordLines(counter, split), ...groups.flatMap(expressionLines)].toSorted(
    (a, b) => compare(a.key, b.key) || compare(JSON.stringify(a), JSON.stringify(b)),
  );
  const files: Line[][] = [[]];
  let size = 0;
  for (const [index, line] of lines.entries()) {
    const length = (line.word?.length ?? 0) + (line.expression ? line.expression[0].length + 60 : 0);
    // A key's lines stay together, and so do those of one beginning, where a slip of the hand leads from one to another.
    if (size + length > fileSize && line.key.slice(0, 3) !== lines[index - 1]?.key.slice(0, 3)) {
      files.push([]);
      size = 0;
    }
    size += length;
    files.at(-1)?.push(line);
  }
  return {
    boundaries: files.slice(1).map(([first]) => first?.key.slice(0, 3) ?? ''),
    files: files.map((linesOfFile) => {
      const expressions = linesOfFile.flatMap(({ expression }) => (expression ? [expression] : []));
      const names = [...new Set(expressions.map(([, group]) => group))].toSorted();
      return {
        words: linesOfFile.flatMap(({ word }) => word ?? []),
        expressions,
        groups: Object.fromEntries(names.map((name) => [name, shown.get(name) ?? [[], false]])),
      };
    }),
  };
}

function* wordLines(counter: WordCounter, split: Splitter): Generator<Line> {
  const stems = counter.stems();
  const onlyInside = new Map<string, string>();
  for (const [stem, form, count] of counter.commonest()) {
    if (stopWords.has(form)) continue;
    const parts = isAcronym(form) ? [form] : split(form);
    yield { key: folded(stem), word: `${parts.join('|')}\t${Math.floor(Math.log2(count))}` };
    if (parts.length === 1) continue;
    for (const [index, part] of parts.entries()) {
      const word = index < parts.length - 1 ? withoutLink(part) : part;
      const stemOfWord = stemOf(word);
      if (!stems.has(stemOfWord) && !stopWords.has(word)) onlyInside.set(stemOfWord, word);
    }
  }
  for (const [stem, whole] of counter.elliptic) {
    if (!stems.has(stem)) yield { key: folded(stem), word: `${whole.join('|')}\t0` };
  }
  for (const [stem, word] of onlyInside) yield { key: folded(stem), word: `${word}\t0` };
}

function expressionLines(group: IndexedGroup): readonly Line[] {
  const name = groupName(group);
  const line = (written: string, role: Role): readonly Line[] => {
    const words = tellingWords(written);
    // The browser looks expressions up by a word that says something.
    const isStop = (word: string) => Number(stopWords.has(word.toLowerCase()));
    const stems = words.toSorted((a, b) => isStop(a) - isStop(b)).map(stemOfWritten);
    const first = stems[0];
    return first === undefined ? [] : [{ key: folded(first), expression: [stems.join(' '), name, role] }];
  };
  const acronym = (word: string, role: Role): readonly Line[] => {
    const stem = word.toLowerCase();
    return [{ key: folded(stem), expression: [role === 'capitals' ? word : stem, name, role] }];
  };
  return [
    ...group.terms.flatMap((term) => line(term, 'equivalent')),
    ...group.acronyms.flatMap((word) => acronym(word, 'equivalent')),
    ...group.capitals.flatMap((word) => acronym(word, 'capitals')),
    ...group.everyday.flatMap((word) => line(word, 'everyday')),
  ];
}

function groupEntry(group: IndexedGroup): readonly [readonly string[], boolean] {
  return [
    [...group.terms, ...group.acronyms].slice(0, shownTerms),
    group.narrower.length + group.related.length > 0,
  ];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
