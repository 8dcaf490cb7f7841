import { folded, isAcronym, stemOf, stemOfWritten, withoutLink } from '../language/index.ts';
import { fileOf, type Manifest, type Role, type WordFile } from './files.ts';
import type { Store } from './store.ts';

/** A word that the archive has. */
export interface KnownWord {
  readonly stem: string;
  /** Stems of its parts; one where it is no compound. */
  readonly stems: readonly string[];
  /** In its commonest form. */
  readonly form: string;
  /** How common it is: a power of two. */
  readonly frequency: number;
}

/** A group of the thesaurus that an expression leads to. */
export interface Lead {
  readonly group: string;
  readonly role: Role;
  /** Its equivalents, as readers see them. */
  readonly shown: readonly string[];
  readonly hasFainter: boolean;
  /** All stems of the expression. */
  readonly stems: readonly string[];
}

interface LoadedFile {
  /** By folded stem. */
  readonly words: ReadonlyMap<string, readonly KnownWord[]>;
  /** By the folded stem of their first word. */
  readonly leads: ReadonlyMap<string, readonly Lead[]>;
}

/** The archive's words and the thesaurus, of which a query's own files are loaded alone. */
export class Dictionary {
  readonly #store: Store;
  readonly #manifest: Manifest;
  readonly #files = new Map<number, Promise<LoadedFile>>();

  constructor(store: Store, manifest: Manifest) {
    this.#store = store;
    this.#manifest = manifest;
  }

  /** The word that has this stem: the likeliest of `words`. */
  async word(stem: string, written = stem): Promise<KnownWord | undefined> {
    return (await this.words(stem, written))[0];
  }

  /**
   * The words that have this stem. What is written without å, ä and ö may be several: then the one whose form is most like it comes
   * first, and alone if it is as written.
   */
  async words(stem: string, written: string): Promise<readonly KnownWord[]> {
    const key = folded(stem);
    const words = (await this.#fileFor(key)).words.get(key) ?? [];
    if (words.length < 2) return words;
    const same = words.find((word) => word.stem === stem);
    if (same && (stem !== key || folded(same.form) === folded(written))) return [same];
    const likeness = ({ form }: KnownWord) => commonBeginning(folded(form), folded(written));
    return words.toSorted(
      (a, b) => likeness(b) - likeness(a) || Number(b.stem === stem) - Number(a.stem === stem),
    );
  }

  /** The expressions of the thesaurus that begin with a word of this stem. */
  async leads(stem: string): Promise<readonly Lead[]> {
    const key = folded(stem);
    const leads = (await this.#fileFor(key)).leads.get(key) ?? [];
    return leads.filter(({ stems: [first = ''] }) => isSameStem(first, stem));
  }

  /** The words in the file where words with this beginning are. */
  async wordsAround(beginning: string): Promise<Iterable<KnownWord>> {
    const { words } = await this.#fileFor(folded(beginning));
    return [...words.values()].flat();
  }

  #fileFor(key: string): Promise<LoadedFile> {
    const { folder, boundaries } = this.#manifest.words;
    const number = fileOf(boundaries, key);
    const known = this.#files.get(number);
    if (known) return known;
    const loading = this.#store.file<WordFile>(`${folder}/${number}.json`).then(loaded);
    this.#files.set(number, loading);
    loading.catch(() => this.#files.delete(number));
    return loading;
  }
}

function loaded({ words, expressions, groups }: WordFile): LoadedFile {
  return {
    words: Map.groupBy(words.map(knownWord), ({ stem }) => folded(stem)),
    leads: Map.groupBy(
      expressions.map(([written, group, role]): Lead => {
        const [shown, hasFainter] = groups[group] ?? [[], false];
        return { group, role, shown, hasFainter, stems: written.split(' ') };
      }),
      ({ stems: [first = ''] }) => folded(first),
    ),
  };
}

function knownWord(line: string): KnownWord {
  const [joined = '', frequency = '0'] = line.split('\t');
  const form = joined.replaceAll('|', '');
  const parts = joined.split('|');
  return {
    stem: stemOfWritten(form),
    stems: isAcronym(form)
      ? [form.toLowerCase()]
      : parts.map((part, index) => stemOf(index < parts.length - 1 ? withoutLink(part) : part)),
    form,
    frequency: Number(frequency),
  };
}

/** Is a known stem what was asked for? What is asked for without å, ä and ö may have been meant with them. */
export function isSameStem(known: string, asked: string): boolean {
  return known === asked || folded(known) === asked;
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
