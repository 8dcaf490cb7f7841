import { z } from 'zod';
import { isAfter, yearOf } from '../archive/index.ts';
import { personalNumberProblems } from '../problems/index.ts';
import { compiledYaml } from '../reports/index.ts';
import {
  coarseDate,
  identifier,
  identifierFrom,
  line,
  markdown,
  type PlainDate,
  year,
} from '../schemas/index.ts';
import { YamlSource } from '../yaml/index.ts';
import { oneLine } from './yaml-text.ts';

/*
 * What is wrong with an answer, as Swedish sentences; `undefined` where nothing is. The rules are those of the schemas and the check,
 * so that what is let through here passes there.
 */

/** What a schema says of a text. */
export function faultBy(schema: z.ZodType, value: string): string | undefined {
  const text = `value: ${oneLine(value)}\n`;
  const [problem] = compiledYaml(new YamlSource('', text), z.strictObject({ value: schema })).problems;
  if (problem) {
    const message = problem.message.replace(/^value: /, '').replace(/^value är/, 'Det är');
    return [message, problem.mend].filter((part) => part !== undefined).join(' ');
  }
  return personalNumberProblems('', value)[0]?.message;
}

export function titleFault(value: string): string | undefined {
  return faultBy(line(), value);
}

export function questionFault(value: string): string | undefined {
  return faultBy(line(), value) ?? faultBy(markdown(), value);
}

/** The audited year: four digits, and not in the future. */
export function yearFault(value: string, today: PlainDate): string | undefined {
  if (/^\d{4}$/.test(value) && Number(value) > yearOf(today)) return inFuture(value, today);
  return faultBy(year(), value);
}

/** A date of publication, as coarse as it is known: not in the future, and not before the audited year. */
export function dateFault(value: string, today: PlainDate, auditedYear?: string): string | undefined {
  const { data, error } = coarseDate().safeParse(value);
  if (error) return faultBy(coarseDate(), value);
  if (isAfter(data, today)) return inFuture(value, today);
  return auditedYear !== undefined && yearOf(data) < Number(auditedYear)
    ? `"${value}" är före det granskade året ${auditedYear}.`
    : undefined;
}

function inFuture(value: string, today: PlainDate): string {
  return `"${value}" ligger i framtiden (i dag är det ${today}).`;
}

const longestSlug = 60;

/** What a file may be called after its year. */
export function slugFault(value: string): string | undefined {
  if (value.length > longestSlug) return `"${value}" är för långt; skriv några få ord.`;
  return faultBy(identifier(), value);
}

/** What a report's file may be called after its year: the first words of its title that say what it is about. */
export function slugFrom(title: string): string {
  const subject = title
    .trim()
    .replace(
      /^(?:fördjupad |översiktlig |grundläggande |uppföljande )?granskning (?:av|avseende|rörande|gällande) /i,
      '',
    );
  const words = identifierFrom(subject).split('-');
  const kept: string[] = [];
  for (const word of words) {
    if (kept.length === 5 || [...kept, word].join('-').length > 40) break;
    kept.push(word);
  }
  return kept.join('-').replace(danglingWords, '');
}

const danglingWords = /(?:-(?:av|en|ett|for|fran|hos|i|inom|med|och|om|pa|samt|till|vid))+$/;
