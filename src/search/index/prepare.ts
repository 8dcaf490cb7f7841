import type { CitationGrammar } from '../../criteria/index.ts';
import type { CitationTokens } from '../language/citations.ts';
import { stemToken, wholeToken } from '../language/index.ts';
import type { Splitter } from './compounds.ts';
import { indexText, type NormalWord, normalWords } from './normal-form.ts';
import type { SearchRecord } from './record.ts';
import type { GroupFinder } from './thesaurus.ts';

/** A record as Pagefind takes it: words of the index alone, nothing that is shown. */
export interface PreparedRecord {
  readonly content: string;
  readonly title: string;
  /** What it is found by faintly. */
  readonly context: string;
  /** Groups of the thesaurus, citations, parts of long compounds. */
  readonly tokens: string;
}

/** What records are prepared with. */
export interface Preparation {
  readonly split: Splitter;
  readonly groups: GroupFinder;
  readonly grammar: CitationGrammar;
  readonly citations: CitationTokens;
  /** Is told of each elliptic word. */
  readonly onElliptic: (whole: readonly [first: string, head: string]) => void;
}

/** Pagefind leaves out a record without any words, and the places of those after it would be others. Nobody asks for this one. */
const noWords = 'z';

export function preparedRecord(record: SearchRecord, preparation: Preparation): PreparedRecord {
  const { split, groups, grammar, citations } = preparation;
  const title = normalWords(record.title, split);
  const text = normalWords(record.text, split);
  const context = record.context.flatMap((part) => normalWords(part, split));
  const names = record.alsoKnownAs.flatMap((name) => normalWords(name, split));
  const year = record.particulars.year;
  const cited = [record.title, record.text, ...record.cites].flatMap((written) =>
    grammar.citationsIn(written, year === undefined ? {} : { year }),
  );
  const own = [...title, ...text];
  for (const { whole } of own) if (whole) preparation.onElliptic(whole);
  const tokens = new Set([
    ...groups.tokensIn(own),
    ...cited.flatMap((citation) => citations.ofRecord(citation)),
    ...[...own, ...names].flatMap(innerCompounds),
    ...names.flatMap(({ stems }) => stems.map(stemToken)),
  ]);
  return {
    content: indexText(text) || noWords,
    title: indexText(title) || noWords,
    context: indexText(context) || noWords,
    tokens: [...tokens].toSorted().join(' '),
  };
}

/** The compounds within a compound: informationssäkerhet in informationssäkerhetspolicy. */
function innerCompounds({ stems }: NormalWord): readonly string[] {
  const inner: string[] = [];
  for (let from = 0; from < stems.length; from += 1) {
    for (let to = from + 2; to <= stems.length; to += 1) {
      if (to - from < stems.length) inner.push(wholeToken(stems.slice(from, to)));
    }
  }
  return inner;
}
