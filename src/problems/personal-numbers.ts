import { hasValidControlDigit } from '../schemas/index.ts';
import type { Problem } from './problem.ts';

/**
 * Personal identity numbers in a text: ten or twelve digits that begin with a date that exists (a samordningsnummer's day is 60
 * more) and end with the right control digit. An organisation number is none: its month is at least 20; nor are digits that run on
 * from a number, or that are an id in an address (`/0001010008`). Source: lagen (1990:1014) 18 §, Skatteverket SKV 704 and SKV 707.
 */
export function personalNumberProblems(file: string, text: string): readonly Problem[] {
  const problems: Problem[] = [];
  for (const match of text.matchAll(
    /(?<!\d)(?<!(?:\d[.,:]|\/)(?=\d{10}))(?:(?:18|19|20)[-\s]?)?(\d{2})(\d{2})(\d{2})\s?[-‐‑–−+]?\s?(\d{4})(?!\d)/g,
  )) {
    const [found, year = '', month = '', day = '', end = ''] = match;
    if (!isDate(Number(month), Number(day)) || !hasValidControlDigit(`${year}${month}${day}${end}`)) continue;
    problems.push({
      file,
      line: text.slice(0, match.index).split('\n').length,
      severity: 'error',
      rule: 'personnummer',
      message: `Här står ett personnummer eller samordningsnummer (${found.trim().slice(0, 4)}…).`,
      mend: 'Ta bort det. Personnummer publiceras aldrig i arkivet.',
    });
  }
  return problems;
}

/** The century is not always written, so 29 February is let through. */
function isDate(month: number, day: number): boolean {
  const dayOfMonth = day > 60 ? day - 60 : day;
  return (
    month >= 1 &&
    month <= 12 &&
    dayOfMonth >= 1 &&
    dayOfMonth <= new Date(Date.UTC(2000, month, 0)).getUTCDate()
  );
}
