import { type CitationGrammar, keysOf } from '../../criteria/index.ts';
import { type Known, NameFinder } from '../known.ts';
import {
  essence,
  type Report,
  type Section,
  type Standing,
  sentencesOf,
  type Taken,
  taken,
} from '../report.ts';
import type { Place } from '../source-text.ts';

export interface CitedRule {
  readonly criterion: string;
  /** `6:7`, as the register writes them. */
  readonly sections: readonly string[];
  /** As the report lists it. */
  readonly printed: string;
}

export interface Criteria {
  readonly known: readonly Taken<CitedRule>[];
  /** What the report lists and the registers do not have, as printed. */
  readonly unknown: readonly Taken<string>[];
}

const heading =
  /revisionskriteri|bedömningsgrund|bedömningskriteri|^kriterier|^lagstiftning|revisionskrav|\bmät(?:te|er) (?:vi|revisionen) mot/i;
const leadIn = /(?:revisionskriteri|bedömningsgrund|kriteri)\p{L}*[^.]{0,120}[:;]$/iu;

/** The rules that a report says that it was measured against, and the sections that the same part of it cites. */
export function criteriaOf(report: Report, known: Known, year: number | undefined): Criteria {
  const sections = report.under(heading);
  const listed = listedIn(report, sections);
  const context = year === undefined ? {} : { year };
  const finder = new NameFinder(
    known.criteria.map(({ id, names }) => ({ id, names: names.filter((name) => name.length > 5) })),
  );
  const found = new Map<string, { sections: Set<string>; printed: string; place: Place }>();
  const unknown: Taken<string>[] = [];
  for (const { text, place } of listed) {
    const cited = [...citedIn(text, known.grammar, context), ...namedIn(text, finder)];
    if (cited.length === 0) {
      if (saysDocument(text)) unknown.push(taken(text, place, 'trolig'));
      continue;
    }
    for (const { id, keys } of cited) {
      const rule = found.get(id) ?? { sections: new Set<string>(), printed: text, place };
      for (const key of keys) rule.sections.add(key);
      found.set(id, rule);
    }
  }
  // What the part explains more closely belongs to the rules in its list.
  const around = { ...context, listed: new Set(found.keys()) };
  for (const { content } of sections) {
    for (const { block } of content) {
      if (block.kind !== 'paragraph') continue;
      for (const { id, keys } of citedIn(block.text, known.grammar, around)) {
        const rule = found.get(id);
        if (rule) for (const key of keys) rule.sections.add(key);
        else if (listed.length === 0)
          found.set(id, { sections: new Set(keys), printed: block.text, place: block.place });
      }
    }
  }
  if (found.size === 0) {
    for (const { text, place } of report.texts) {
      for (const sentence of sentencesOf(text)) {
        if (
          !/granskningen (?:utgår|har utgått) från|\b(?:mäts|bedöms|bedömts|granskats) (?:mot|utifrån)\b/i.test(
            sentence,
          )
        )
          continue;
        for (const { id, keys } of [
          ...citedIn(sentence, known.grammar, context),
          ...namedAnywhere(sentence, finder),
        ]) {
          const rule = found.get(id) ?? { sections: new Set<string>(), printed: sentence, place };
          for (const key of keys) rule.sections.add(key);
          found.set(id, rule);
        }
      }
    }
  }
  return {
    known: [...found].map(([criterion, { sections: keys, printed, place }]) =>
      taken(
        { criterion, sections: partsOf(criterion, keys, known), printed },
        place,
        listed.length > 0 ? 'säker' : 'trolig',
      ),
    ),
    unknown: unknown.filter(
      ({ value }, index) => unknown.findIndex((other) => essence(other.value) === essence(value)) === index,
    ),
  };
}

/** The parts that the register has. */
function partsOf(criterion: string, keys: ReadonlySet<string>, known: Known): readonly string[] {
  const rule = known.criteria.find(({ id }) => id === criterion);
  return [...keys].filter((key) => rule?.hasPart(key) ?? false);
}

interface Listed {
  readonly text: string;
  readonly place: Place;
}

/** The items of the lists of criteria: in their own part of the report, or after a sentence that announces them. */
function listedIn(report: Report, sections: readonly Section[]): readonly Listed[] {
  const inSections = sections.flatMap(({ content }) => itemsOf(content));
  if (inSections.length > 0) return inSections;
  const announced = report.all('paragraph').find(({ block }) => leadIn.test(block.text));
  if (announced) return itemsOf(report.standing.slice(announced.index + 1), true);
  // Without a list: one criterion to a row of a table, or to a paragraph of the part.
  return sections.flatMap(({ content }) =>
    content.flatMap(({ block }): Listed[] =>
      block.kind === 'table'
        ? block.rows.flatMap(([first]) => (first ? [{ text: first.text, place: first.place }] : []))
        : [],
    ),
  );
}

function itemsOf(content: readonly Standing[], onlyFirstRun = false): readonly Listed[] {
  const items: Listed[] = [];
  for (const { block } of content) {
    if (block.kind === 'item') items.push({ text: block.text, place: block.place });
    else if (onlyFirstRun && block.kind !== 'footnote' && block.kind !== 'picture') break;
  }
  return items;
}

function citedIn(
  text: string,
  grammar: CitationGrammar,
  context: { readonly year?: number; readonly listed?: ReadonlySet<string> },
): readonly { readonly id: string; readonly keys: readonly string[] }[] {
  return grammar.citationsIn(text, context).flatMap(({ citation: { rule, parts }, span }) => {
    if (rule.kind !== 'known') return [];
    // `Kommunallagen (2017:725), kap 6`, as lists have it.
    const [, chapter] = /^\)?,? (?:kap(?:itel)?\.?) (\d{1,2})(?! ?§)/.exec(text.slice(span[1])) ?? [];
    const keys = parts.flatMap(keysOf);
    return [{ id: rule.id, keys: keys.length === 0 && chapter !== undefined ? [chapter] : keys }];
  });
}

/** By a name of the register, where the grammar reads none: `MSB:s rekommendationer`. */
function namedIn(
  text: string,
  finder: NameFinder,
): readonly { readonly id: string; readonly keys: readonly string[] }[] {
  return finder.in(text).flatMap(({ id, index }) => (index <= 4 ? [{ id, keys: [] }] : []));
}

function namedAnywhere(
  text: string,
  finder: NameFinder,
): readonly { readonly id: string; readonly keys: readonly string[] }[] {
  return finder.idsIn(text).map((id) => ({ id, keys: [] }));
}

function saysDocument(text: string): boolean {
  return text.length < 220 && /\p{L}/u.test(text);
}
