import { folded, wordsIn } from '../language/index.ts';
import { fileOf, type Manifest, type NameEntry, type NamesFile } from './files.ts';
import type { Store } from './store.ts';
import type { Run, Suggestion } from './types.ts';

const kinds = { m: 'municipality', b: 'body', c: 'criterion', a: 'audit' } as const;
const order = 'mbca';

/** The things whose names have all that is typed, each word as a word's beginning; those that begin with it first. */
export async function suggestedNames(
  typed: string,
  limit: number,
  store: Store,
  { names: { folder, boundaries } }: Manifest,
): Promise<readonly Suggestion[]> {
  const wanted = pieces(typed);
  const longest = wanted.toSorted((a, b) => b.length - a.length)[0] ?? '';
  if (longest.length < 2) return [];
  const file = await store.file<NamesFile>(`${folder}/${fileOf(boundaries, longest)}.json`);
  const whole = folded(typed.trim());
  return file.names
    .flatMap((entry) => {
      const [kind, name, detail] = entry;
      const words = pieces(`${name} ${kind === 'a' ? '' : detail}`);
      if (!wanted.every((beginning) => words.some((word) => word.startsWith(beginning)))) return [];
      return [{ entry, isBeginning: folded(name).startsWith(whole) }];
    })
    .toSorted(
      (a, b) =>
        Number(b.isBeginning) - Number(a.isBeginning) ||
        order.indexOf(a.entry[0]) - order.indexOf(b.entry[0]) ||
        a.entry[1].length - b.entry[1].length ||
        (a.entry[3] < b.entry[3] ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ entry }) => suggestionOf(entry, wanted));
}

function pieces(text: string): readonly string[] {
  return wordsIn(text)
    .flatMap(({ word }) => word.split(/[-:/]/))
    .map(folded)
    .filter((piece) => piece !== '');
}

function suggestionOf([kind, name, detail, path]: NameEntry, wanted: readonly string[]): Suggestion {
  const runs: Run[] = [];
  let at = 0;
  for (const match of name.matchAll(/[\p{L}\p{N}]+/gu)) {
    const length = Math.max(
      0,
      ...wanted.filter((beginning) => folded(match[0]).startsWith(beginning)).map((word) => word.length),
    );
    if (length === 0) continue;
    if (match.index > at) runs.push({ text: name.slice(at, match.index), isMarked: false });
    runs.push({ text: match[0].slice(0, length), isMarked: true });
    at = match.index + length;
  }
  if (at < name.length) runs.push({ text: name.slice(at), isMarked: false });
  return { kind: kinds[kind], path, name: runs, detail };
}
