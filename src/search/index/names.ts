import type { NameEntry, NamesFile } from '../client/files.ts';
import { folded, wordsIn } from '../language/index.ts';

const fileSize = 9000;

/** The names that can be suggested, each in the files of all its words' beginnings. */
export function nameFiles(entries: readonly NameEntry[]): {
  readonly boundaries: readonly string[];
  readonly files: readonly NamesFile[];
} {
  const byBeginning = new Map<string, Set<NameEntry>>();
  for (const entry of entries) {
    for (const { word } of wordsIn(`${entry[1]} ${entry[0] === 'a' ? '' : entry[2]}`)) {
      for (const piece of word.split(/[-:/]/)) {
        const beginning = folded(piece).slice(0, 3);
        if (beginning.length < 2) continue;
        byBeginning.set(beginning, (byBeginning.get(beginning) ?? new Set()).add(entry));
      }
    }
  }
  const boundaries: string[] = [];
  const files: Set<NameEntry>[] = [new Set()];
  let size = 0;
  for (const [beginning, named] of [...byBeginning].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const length = [...named].reduce((sum, entry) => sum + entry.join('').length, 0);
    if (size > 0 && size + length > fileSize) {
      boundaries.push(beginning);
      files.push(new Set());
      size = 0;
    }
    size += length;
    for (const entry of named) files.at(-1)?.add(entry);
  }
  return { boundaries, files: files.map((named) => ({ names: [...named] })) };
}
