import { createHash } from 'node:crypto';
import { type SplitFile, splitFile } from './frontmatter.ts';

/*
 * What a report says, apart from how it is written down, so that its digest can be kept for ever: it rests on the words that stand in
 * the file, not on schemas, codes or rendering, which change.
 */

/**
 * Top-level fields that say something of the file and not of the report: what has been corrected since, what is silenced, and
 * whether it is a draft.
 */
const ofTheFile: ReadonlySet<string> = new Set(['corrections', 'silence', 'draft']);

/** Fields that place a report in the archive's registers, wherever they stand. Subject headings come and go. */
const ofTheRegisters: ReadonlySet<string> = new Set(['topics']);

/**
 * A report's words in the one form that its digest is made of: JSON of two items without any white space between them, the fields and
 * the text. Fields stand in the order of their names; those that are empty, of the file alone or of registers are left out; every
 * run of white space is one space; comments are no words; characters are composed (Unicode NFC).
 *
 * @returns `undefined` where the file has no frontmatter that can be read
 */
export function canonicalWords(file: string, source: string): string | undefined {
  const split = splitFile(file, source);
  return 'problem' in split ? undefined : wordsOf(split);
}

/** SHA-256 of a file's canonical words, in hexadecimal. */
export function digestOf(split: SplitFile): string {
  return sha256(wordsOf(split));
}

/** SHA-256 of a text as UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Words as they are compared: without regard to how their lines are broken. */
export function onOneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function wordsOf({ yaml, body }: SplitFile): string {
  const { data } = yaml.read();
  const fields =
    typeof data === 'object' && data !== null
      ? Object.fromEntries(Object.entries(data).filter(([name]) => !ofTheFile.has(name)))
      : {};
  return JSON.stringify([ordered(fields) ?? {}, onOneLine(body.replace(/\{\/\*[\s\S]*?\*\/\}/g, ' '))]);
}

/** The same data in one order, or `undefined` for what is empty. */
function ordered(value: unknown): unknown {
  if (typeof value === 'string') return onOneLine(value) || undefined;
  if (Array.isArray(value)) {
    const items = value.map(ordered).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value)
    .filter(([name]) => !ofTheRegisters.has(name))
    .map(([name, inner]) => [name, ordered(inner)] as const)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
