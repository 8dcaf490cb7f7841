import { folded } from '../language/index.ts';
import type { Facet } from './types.ts';

/** A query taken apart, before anything is known of its words. */
export interface ParsedQuery {
  /** What is asked for in words. */
  readonly text: string;
  readonly phrases: readonly string[];
  readonly excluded: readonly string[];
  readonly filters: readonly { readonly facet: Facet; readonly value: string; readonly typed: string }[];
  readonly isCut: boolean;
}

/** More than anyone asks in earnest. */
export const longestQuery = 300;

/** The names of filters as they are typed, folded. */
const filterNames: Readonly<Record<string, Facet>> = {
  kommun: 'municipality',
  region: 'municipality',
  ar: 'year',
  namnd: 'bodyType',
  namndtyp: 'bodyType',
  amne: 'topic',
  kriterium: 'criterion',
  lag: 'criterion',
  system: 'system',
  revisor: 'auditor',
  byra: 'auditor',
  status: 'status',
  bedomning: 'verdict',
  betyg: 'verdict',
  omdome: 'verdict',
  atgard: 'status',
  lage: 'status',
};

const quotes = /["”“„«»]/g;

/** Takes a query apart: quoted phrases, `-ord`, `kommun:uppsala` and the rest. Any text will do. */
export function parsedQuery(typed: string): ParsedQuery {
  const isCut = typed.length > longestQuery;
  const whole = isCut ? typed.slice(0, longestQuery).replace(/\s\S*$/, '') : typed;
  const phrases: string[] = [];
  const excluded: string[] = [];
  const filters: { facet: Facet; value: string; typed: string }[] = [];
  const plain = whole.normalize('NFC').replace(quotes, '"').replace(/\s+/g, ' ');
  const withoutPhrases = plain.replace(
    /(?<=^|[\s(])(-?)"([^"]*)"/g,
    (_all, minus: string, phrase: string) => {
      if (/[\p{L}\p{N}]/u.test(phrase)) (minus === '' ? phrases : excluded).push(phrase.trim());
      return ' ';
    },
  );
  const words = withoutPhrases.replaceAll('"', ' ').split(' ');
  const text = words.filter((word) => {
    const without = /^-([\p{L}\p{N}].*)$/u.exec(word)?.[1];
    if (without !== undefined) excluded.push(without);
    const [, name = '', value = ''] = /^(\p{L}+):(\S+)$/u.exec(word) ?? [];
    const facet = Object.hasOwn(filterNames, folded(name)) ? filterNames[folded(name)] : undefined;
    if (facet !== undefined) filters.push({ facet, value, typed: word });
    return without === undefined && facet === undefined;
  });
  return { text: text.join(' ').trim(), phrases, excluded, filters, isCut };
}
