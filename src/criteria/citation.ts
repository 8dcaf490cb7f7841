/**
 * A rule as the grammar needs it: plain data, small enough to be sent to a browser as JSON. Made from the register by
 * `citableActs`.
 */
export interface CitableAct {
  /** The register's id: `kl-2017`. */
  readonly id: string;
  /** The code of its kind: `act`, `eu-regulation`, `agency-rule`, `standard` … */
  readonly kind: string;
  readonly division: 'chapters' | 'sections' | 'articles' | 'undivided';
  /** In running text: `Kommunallagen`. */
  readonly name: string;
  /** Other names that are written in full: `nya kommunallagen`. */
  readonly otherNames?: readonly string[];
  /** `KL`, the most common first. */
  readonly shortNames?: readonly string[];
  /** `2017:725`, `2016/679`, `MSBFS 2016:1`, `ISO/IEC 27001`. */
  readonly number?: string;
  /** The official title of what has an SFS number: `Kommunallag (2017:725)`. */
  readonly title?: string;
  /** A day, month or year; for an EU act the first on which it applies. */
  readonly from?: string;
  readonly until?: string;
  /** Ids of what it replaced. */
  readonly replaces?: readonly string[];
}

/** A rule that is cited: one of the register's, one outside it as it is named, or one that the citation doesn't name. */
export type CitedRule =
  | { readonly kind: 'known'; readonly id: string /** Of a standard. */; readonly edition?: string }
  | {
      readonly kind: 'outside';
      /** In the definite form and lower case: `lotterilagen`. */
      readonly name?: string;
      /** `SFS 1994:1000`, `(EU) 910/2014`, `2014/24/EU`, `SOSFS 2011:9`, `ISO 22301:2019`, `prop. 2016/17:171 s. 12`. */
      readonly number?: string;
    }
  | { readonly kind: 'unnamed' };

/** A part of a rule: a chapter, a section in a chapter or without one, or an article. Numbers are written `7` and `7a`. */
export interface CitedPart {
  readonly chapter?: string;
  readonly section?: string;
  readonly article?: string;
  /** The last of a range: `9` in `7–9 §§`; of chapters where there is no section. */
  readonly through?: string;
  /** Stycke of a section (`2`), or the number after an article's (`1` in `artikel 5.1 f`). */
  readonly paragraph?: string;
  /** `3` in `2 st 3 p`, `f` in `artikel 5.1 f`. */
  readonly point?: string;
}

/** What is cited, however it was written. */
export interface LegalCitation {
  readonly rule: CitedRule;
  /** In the order of the text; empty where the whole rule is cited. */
  readonly parts: readonly CitedPart[];
}

/** What is known of a text besides its words. */
export interface TextContext {
  /** The audited year, by which acronyms are resolved. */
  readonly year?: number;
  /** Ids of the rules that the audit says that it rests on: of several with one name, the one among them is meant. */
  readonly listed?: ReadonlySet<string>;
  /**
   * The text is a question that someone typed: acronyms stand in any case, and what alone is a citation only beside the name of a rule
   * (`6:7`, `artikel 32`, `AB`) is one.
   */
  readonly isQuery?: boolean;
}

/** Where in a text: the first character, and the one after the last. */
export type TextSpan = readonly [start: number, end: number];

/** A citation, and where it stands in a text. */
export interface CitationInText {
  readonly span: TextSpan;
  /** One for each part: the words that lead to it. Together they begin and end where the citation does. */
  readonly partSpans: readonly TextSpan[];
  readonly citation: LegalCitation;
  /**
   * How it is known which rule is meant: by its number, by a name that only one rule has had; where several have had it, because the
   * audit lists one of them, or by the year in which one was in force; or by a guess: no year is known, or the rule changed during it,
   * or none was in force.
   */
  readonly by: 'number' | 'name' | 'listed' | 'year' | 'guess';
}

/**
 * The keys of a part in the register's form, as `sectionReference` reads them: `6:7`, `6`, `7`, `5.1f`. A range gives each number in
 * it (at most 100); sections with letters between them are not known to the grammar.
 */
export function keysOf(part: CitedPart): readonly string[] {
  if (part.article !== undefined) {
    if (part.through !== undefined) return numbersBetween(part.article, part.through);
    return [`${part.article}${part.paragraph === undefined ? '' : `.${part.paragraph}`}${part.point ?? ''}`];
  }
  const { chapter, section, through } = part;
  if (section === undefined) {
    if (chapter === undefined) return [];
    return through === undefined ? [chapter] : numbersBetween(chapter, through);
  }
  const sections = through === undefined ? [section] : numbersBetween(section, through);
  return chapter === undefined ? sections : sections.map((number) => `${chapter}:${number}`);
}

/** A key and those of the wider parts that it lies in, the nearest first: `6:7`, `6`; `5.1f`, `5.1`, `5`. */
export function keyAndWider(key: string): readonly string[] {
  const article = /^(\d+)\.(\d+)([a-z])?$/.exec(key);
  if (article) {
    const [, number = '', paragraph = '', point] = article;
    return [...(point === undefined ? [] : [key]), `${number}.${paragraph}`, number];
  }
  const colon = key.indexOf(':');
  return colon < 0 ? [key] : [key, key.slice(0, colon)];
}

function numbersBetween(first: string, last: string): readonly string[] {
  const from = Number.parseInt(first, 10);
  const to = Number.parseInt(last, 10);
  if (to <= from || to - from > 100) return [...new Set([first, last])];
  const between = Array.from({ length: to - from - 1 }, (_, index) => String(from + index + 1));
  return [first, ...between, last];
}
