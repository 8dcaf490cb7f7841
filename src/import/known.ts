import type { Content } from '../archive/index.ts';
import { grammarOf } from '../archive/index.ts';
import { type CitationGrammar, sectionReference } from '../criteria/index.ts';

/** Something in a register, and the words that it is called by. */
export interface KnownName {
  readonly id: string;
  readonly names: readonly string[];
}

export interface KnownMunicipality extends KnownName {
  readonly place: string;
  readonly bodies: readonly KnownName[];
}

export interface KnownAuditor extends KnownName {
  readonly name: string;
  readonly isElected: boolean;
  readonly municipality?: string;
}

export interface KnownCriterion extends KnownName {
  /** Does the register have this part of it: `6:7`? */
  readonly hasPart: (key: string) => boolean;
}

/** What the registers know, as a report is held against it. */
export interface Known {
  readonly municipalities: readonly KnownMunicipality[];
  readonly auditors: readonly KnownAuditor[];
  readonly systems: readonly KnownName[];
  readonly criteria: readonly KnownCriterion[];
  readonly grammar: CitationGrammar;
}

/** What the registers of a content folder know. */
export function knownIn(content: Content): Known {
  return {
    municipalities: entries(content.municipalities).map(([id, { name, place, earlierNames, bodies }]) => ({
      id,
      place,
      names: [name, ...earlierNames.map((earlier) => earlier.name)],
      bodies: bodies.map((body) => ({
        id: body.id,
        names: [body.name, ...body.earlierNames.map((earlier) => earlier.name)],
      })),
    })),
    auditors: entries(content.auditors).map(([id, { name, fullName, kind, synonyms, municipality }]) => ({
      id,
      name,
      names: [name, ...(fullName === undefined ? [] : [fullName]), ...synonyms],
      isElected: kind === 'elected-auditors',
      ...(municipality !== undefined && { municipality }),
    })),
    systems: unambiguous(
      entries(content.systems).map(([id, { name, fullName, synonyms }]) => ({
        id,
        names: [name, ...(fullName === undefined ? [] : [fullName]), ...synonyms],
      })),
    ),
    criteria: entries(content.criteria).map(([id, data]) => ({
      id,
      names: [data.name, data.title, ...data.shortNames, ...data.synonyms],
      hasPart: (key) => {
        const reference = sectionReference(key, data.division);
        if (!reference) return false;
        const listed =
          reference.kind === 'chapter'
            ? data.chapters.map(({ chapter }) => chapter)
            : data.sections.map(({ section }) => section);
        return listed.length === 0 || listed.includes(key) || listed.includes(key.replace(/\..*$/, ''));
      },
    })),
    grammar: grammarOf(content),
  };
}

/** Names that mean one thing only: several systems may be called `Procapita`. */
function unambiguous(known: readonly KnownName[]): readonly KnownName[] {
  const counts = new Map<string, number>();
  for (const { names } of known) {
    for (const name of new Set(names.map((each) => each.toLowerCase())))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return known.map((each) => ({
    ...each,
    names: each.names.filter((name) => counts.get(name.toLowerCase()) === 1),
  }));
}

function entries<Data>(
  files: ReadonlyMap<string, { readonly data?: Data }>,
): readonly (readonly [id: string, data: Data])[] {
  return [...files].flatMap(([id, { data }]) => (data === undefined ? [] : [[id, data] as const]));
}

/** Where something known is named in a text. */
export interface NameInText {
  readonly id: string;
  readonly index: number;
  readonly end: number;
}

/** Finds names in texts: whole words in any case, bodies in the indefinite form and the genitive too; of two that overlap the longer. */
export class NameFinder {
  readonly #ids = new Map<string, string>();
  readonly #pattern: RegExp | undefined;

  constructor(known: readonly KnownName[]) {
    for (const { id, names } of known) {
      for (const name of names) this.#ids.set(keyOf(name), id);
    }
    const alternatives = known
      .flatMap(({ names }) => names)
      .toSorted((a, b) => b.length - a.length)
      .map(patternOf);
    this.#pattern =
      alternatives.length === 0
        ? undefined
        : new RegExp(`(?<![\\p{L}\\d-])(?:${alternatives.join('|')})(?![\\p{L}\\d])`, 'giu');
  }

  in(text: string): readonly NameInText[] {
    if (!this.#pattern) return [];
    return [...text.matchAll(this.#pattern)].flatMap((match) => {
      // `barn- och utbildningsnämnden` is not `utbildningsnämnden`.
      if (/\p{L}-,? (?:och|samt) $/u.test(text.slice(0, match.index))) return [];
      const id = this.#ids.get(keyOf(match[0]));
      return id === undefined ? [] : [{ id, index: match.index, end: match.index + match[0].length }];
    });
  }

  /** Each id that is named, in the order of the text. */
  idsIn(text: string): readonly string[] {
    return [...new Set(this.in(text).map(({ id }) => id))];
  }
}

/** Alike for all the forms of a name that are found. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(nämnd)(?:en)?s?$/, '$1')
    .replace(/(styrelse)n?s?$/, '$1')
    .replace(/(?<=\p{L}{3})s$/u, '');
}

function patternOf(name: string): string {
  const written = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  if (/nämnden$/i.test(name)) return `${written.slice(0, -2)}(?:en)?s?`;
  if (/styrelsen$/i.test(name)) return `${written.slice(0, -1)}n?s?`;
  return `${written}(?::?s)?`;
}
