import { hasValidControlDigit } from '../schemas/index.ts';
import type { Problem } from './problem.ts';

/**
 * Personal identity numbers in a text: ten or twelve digits that begin with a date that exists (a samordningsnummer's day is 60
 * more) and end with the right control digit, in digits of any script, with soft hyphens or not. An organisation number is none: its
 * month is at least 20; nor are digits that run on from a number, or that are an id in an address (`/0001010008`). A date with
 * separators of its own (`2000-01-01-0008`) is one only with a hyphen before the last four, and not in an address: a year or a time
 * may follow a date. Source: lagen (1990:1014) 18 §, Skatteverket SKV 704 and SKV 707.
 */
export function personalNumberProblems(file: string, text: string): readonly Problem[] {
  const problems: Problem[] = [];
  const plain = inPlainDigits(text);
  for (const match of plain.matchAll(spelling)) {
    const [found] = match;
    const [year = '', month = '', day = '', end = ''] = match.slice(1).filter((part) => part !== undefined);
    if (!isDate(Number(month), Number(day)) || !hasValidControlDigit(`${year}${month}${day}${end}`)) continue;
    problems.push({
      file,
      line: plain.slice(0, match.index).split('\n').length,
      severity: 'error',
      rule: 'personnummer',
      message: `Här står ett personnummer eller samordningsnummer (${found.trim().slice(0, 4)}…).`,
      mend: 'Ta bort det. Personnummer publiceras aldrig i arkivet.',
    });
  }
  return problems;
}

/** `000101-0008` and its kin, or `00-01-01-0008`. */
const spelling =
  /(?<!\d)(?:(?<!(?:\d[.,:]|\/)(?=\d{10}))(?:(?:18|19|20)[-\s]?)?(\d{2})(\d{2})(\d{2})\s?[-‐‑–−+]?\s?(\d{4})|(?<![\d/][-./]?)(?:18|19|20)?(\d{2})[-./ ](\d{2})[-./ ](\d{2})[-‐‑–−+](\d{4}))(?!\d)/g;

/** A text with ASCII digits for those of other scripts, and without what is not seen between them. Lines stay as they are. */
function inPlainDigits(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Digits stand in runs from nought to nine. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  // Mathematical digits are five runs without a gap.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
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
