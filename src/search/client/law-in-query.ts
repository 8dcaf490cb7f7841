import type { CitableAct } from '../../criteria/index.ts';
import type { Term } from './analyse.ts';
import type { Interpretation } from './types.ts';

/** The citations in a query. */
export interface CitedInQuery {
  readonly terms: readonly Term[];
  /** Tokens of rules that are named by an abbreviation alone, which may be another word too; in lower case. */
  readonly named: ReadonlyMap<string, readonly string[]>;
  /** What is left of the text. */
  readonly rest: string;
  readonly understood: readonly (Interpretation['citations'][number] & {
    /** What finds its page, where it has one. */
    readonly token: string;
  })[];
}

const looksLegal =
  /§|\d\s*:\s*\d|\b(?:kap|art|sfs|iso|afs)|lag|förordning|forordning|balk|direktiv|föreskrift|foreskrift|\d{4}\/\d/i;

/** Does a text look as if it cited a rule? The grammar of citations is fetched only then. */
export function mayCite(text: string, actNames: readonly string[]): boolean {
  if (looksLegal.test(text)) return true;
  const words = text.toLowerCase().split(/[^\p{L}\d-]+/u);
  return words.some((word) => actNames.includes(word));
}

/** Finds citations by the grammar, which is fetched with the rules that it knows. */
export async function citedInQuery(
  text: string,
  acts: readonly CitableAct[],
  actNames: readonly string[],
): Promise<CitedInQuery> {
  const { citedIn } = await import('./law.ts');
  return citedIn(text, acts, actNames);
}
