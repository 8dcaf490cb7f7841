import {
  type CitableAct,
  type CitationInText,
  citationGrammar,
  keysOf,
  sectionReference,
} from '../../criteria/index.ts';
import { CitationTokens } from '../language/citations.ts';
import type { Term } from './analyse.ts';
import type { CitedInQuery } from './law-in-query.ts';

const weights = { exactly: 1, unnamed: 0.6, wider: 0.45, rule: 0.3 } as const;

/** The citations in a query, and what to search for to find each. */
export function citedIn(
  text: string,
  acts: readonly CitableAct[],
  actNames: readonly string[],
): CitedInQuery {
  const grammar = citationGrammar(acts);
  const tokens = new CitationTokens(acts);
  const terms: Term[] = [];
  const named = new Map<string, readonly string[]>();
  const understood: CitedInQuery['understood'][number][] = [];
  let rest = text;
  for (const found of grammar.citationsIn(text, { isQuery: true })) {
    const searches = tokens.ofQuery(found);
    if (searches.length === 0) continue;
    const printed = text.slice(...found.span);
    understood.push({
      printed,
      label: grammar.format(found.citation),
      path: pathOf(found, acts),
      token: searches[0]?.exactly ?? '',
    });
    if (found.citation.parts.length === 0 && actNames.includes(printed.toLowerCase())) {
      named.set(
        printed.toLowerCase(),
        searches.map(({ exactly }) => exactly),
      );
      continue;
    }
    for (const { exactly, unnamed, wider } of searches) {
      terms.push({
        ways: [
          { tokens: [exactly], weight: weights.exactly },
          ...(unnamed === undefined ? [] : [{ tokens: [unnamed], weight: weights.unnamed }]),
          ...wider.map((token, index) => ({
            tokens: [token],
            weight: index === wider.length - 1 ? weights.rule : weights.wider,
          })),
        ],
        isFaint: false,
        stems: [],
      });
    }
    for (const [start, end] of [found.span, ...found.partSpans]) {
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    }
  }
  return { terms, named, rest, understood };
}

/** Where the register would have what is cited; it need not have it. */
function pathOf({ citation }: CitationInText, acts: readonly CitableAct[]): string | undefined {
  const { rule, parts } = citation;
  if (rule.kind !== 'known') return undefined;
  const act = acts.find(({ id }) => id === rule.id);
  const [key, ...others] = parts.flatMap(keysOf);
  if (!act || others.length > 0) return undefined;
  if (key === undefined) return `/kriterier/${rule.id}/`;
  const slug = sectionReference(key, act.division)?.slug;
  return slug === undefined ? undefined : `/kriterier/${rule.id}/${slug}/`;
}
