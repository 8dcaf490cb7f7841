import type { Criterion } from '../archive/index.ts';

/**
 * The European Legislation Identifier of an EU act: `http://data.europa.eu/eli/reg/2016/679/oj`. Missing for all others: Swedish acts
 * have none. Directives have always been printed with the year first, regulations since 2015 (before that: `910/2014`). Source:
 * EUR-Lex, "European Legislation Identifier".
 */
export function eliOf({ kind, number = '' }: Pick<Criterion, 'kind' | 'number'>): string | undefined {
  const [, first, second] = /^(\d{1,4})\/(\d{1,4})$/.exec(number) ?? [];
  if (!first || !second) return undefined;
  const isYearFirst = kind === 'eu-directive' || (first.length === 4 && Number(first) >= 2015);
  const [year, serial] = isYearFirst ? [first, second] : [second, first];
  const type = kind === 'eu-regulation' ? 'reg' : kind === 'eu-directive' ? 'dir' : undefined;
  return type && year.length === 4 ? `http://data.europa.eu/eli/${type}/${year}/${serial}/oj` : undefined;
}
