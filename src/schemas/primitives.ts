import { z } from 'zod';
import type { CodeOf, Vocabulary } from './vocabularies.ts';

/*
 * YAML is read with every scalar as text (so that 2.10 stays 2.10 and 0880 keeps its nought), and these schemas turn text into
 * what it means. Their messages are Swedish predicates that follow "värdet ": they are what an author reads.
 */

/** One line of text, trimmed, not empty. */
export const line = () =>
  z
    .string()
    .trim()
    .min(1, 'är tomt; skriv texten eller ta bort fältet')
    .regex(/^[^\n]*$/, 'går över flera rader; skriv det på en rad')
    .max(2000, 'är längre än 2000 tecken; en längre text hör hemma i rapportens text');

/** A text in inline Markdown, before it is compiled. Block constructs and components are refused by the compiler. */
export interface MarkdownText {
  readonly markdown: string;
}

/** Inline Markdown: emphasis, links, code; one or more paragraphs. */
export const markdown = () =>
  z
    .string()
    .trim()
    .min(1, 'är tomt; skriv texten eller ta bort fältet')
    .transform((source): MarkdownText => ({ markdown: source }));

/** An id is the name of a folder in the built site, of which most disks let none be longer than 255 bytes. */
const mostLetters = 100;
const tooLong = `är längre än ${mostLetters} tecken`;

const identifierPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An id in a register, the file's or entry's own: lower case a–z, digits and single hyphens, so that it can be an address. */
export const identifier = () =>
  z
    .string()
    .regex(
      identifierPattern,
      'är ingen giltig id; använd små bokstäver a–z, siffror och bindestreck, t.ex. "vard-och-aldrenamnden"',
    )
    .max(mostLetters, tooLong);

/** What an id may be looked up in: the registers, the bodies of a municipality, and the archive's reports. */
export type RegisterName =
  | 'municipalities'
  | 'bodies'
  | 'bodyTypes'
  | 'auditors'
  | 'systems'
  | 'criteria'
  | 'topics'
  | 'issuers'
  | 'glossary'
  | 'audits';

/** Says in which register a text is an id, so that an editor can complete it. That it stands there is the archive's to check. */
export const inRegister = <Id extends z.ZodString>(register: RegisterName, id: Id): Id =>
  id.meta({ register });

/** An id in a register. */
export const idIn = (register: RegisterName) => inRegister(register, identifier());

/** A text as an id: lower case a–z, digits and hyphens; å and ä become a, ö becomes o. Empty where nothing of it can stand in one. */
export function identifierFrom(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Fragments that a report's page has whatever the report holds: a part with one of them would stand in another's place. */
const usedByPages =
  /^(?:citera|delar|grund|innehall|rapporten|sedan|sokruta|uppgifter|(?:ar|avsnitt|del|fn|fnref|regel|svar|uppfoljning)-.*)$/;

/** The id of a part of a report (`r3`, `f12`, `q1`): given by the author, unique within the report, never reused. */
export const partId = () =>
  z
    .string()
    .regex(
      /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
      'är ingen giltig id; börja med en bokstav och använd små bokstäver a–z, siffror och bindestreck, t.ex. "r3"',
    )
    .max(mostLetters, tooLong)
    .refine(
      (id) => !usedByPages.test(id),
      'är en plats som rapportens sida själv har; välj en annan id, t.ex. "r3"',
    );

/** A list of ids in which none stands twice. */
export const distinct = (id: z.ZodString) =>
  z.array(id).superRefine((ids, context) => {
    for (const [index, each] of ids.entries()) {
      if (ids.indexOf(each) < index) {
        context.addIssue({
          code: 'custom',
          path: [index],
          message: 'står två gånger i listan; ta bort det ena',
        });
      }
    }
  });

/** The word of a vocabulary, turned into its code. */
export function term<const V extends Vocabulary>(vocabulary: V) {
  const codes = new Map(vocabulary.map(({ word, code }) => [word, code]));
  const words = vocabulary.map(({ word }) => word) as [string, ...string[]];
  return z.enum(words).transform((word) => codes.get(word) as CodeOf<V>);
}

/** A whole year, four digits, 1862 (the first municipal ordinances) to 2199. */
export const year = () =>
  z
    .string()
    .regex(/^(?:18[6-9]\d|19\d\d|20\d\d|21\d\d)$/, 'är inget årtal; skriv fyra siffror, t.ex. 2017')
    .transform(Number);

/** A whole number that counts things, 0 or more. Spaces between thousands are allowed: `25 200`. */
export const count = () =>
  z
    .string()
    .regex(/^\d{1,3}(?:[  ]\d{3})*$|^\d{1,12}$/, 'är inget heltal; skriv siffror, t.ex. 25200')
    .transform((digits) => Number(digits.replace(/[  ]/g, '')));

/**
 * A date as coarse as it is known, in one of three forms: `2017`, `2017-10`, `2017-10-12` (ISO 8601). Kept as text.
 */
export const coarseDate = () =>
  z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, {
      error: 'är inget datum; skriv 2017, 2017-10 eller 2017-10-12',
      abort: true,
    })
    .refine(isPossibleDate, 'är ett datum som inte finns i kalendern')
    .transform((text) => text as CoarseDate);

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; compares correctly as text where both are equally fine. */
export type CoarseDate = string & { readonly coarseDate: unique symbol };

/** A full date, `YYYY-MM-DD`. */
export const fullDate = () =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, {
      error: 'är inget fullständigt datum; skriv t.ex. 2017-10-12',
      abort: true,
    })
    .refine(isPossibleDate, 'är ett datum som inte finns i kalendern')
    .transform((text) => text as PlainDate);

/** `YYYY-MM-DD`, an existing day of the Gregorian calendar. */
export type PlainDate = string & { readonly plainDate: unique symbol };

function isPossibleDate(text: string): boolean {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** An absolute web address. */
export const webAddress = () =>
  z
    .string()
    .regex(/^https?:\/\/[^\s<>"]+$/, {
      error: 'är ingen webbadress; den ska börja med https:// och sakna mellanslag',
      abort: true,
    })
    .refine(
      (address) => URL.canParse(address) && new URL(address).username === '',
      'är ingen giltig webbadress',
    );

/** `true` or `false`. */
export const truth = () => z.enum(['true', 'false']).transform((word) => word === 'true');

/** A period that something existed or was in force; an end that is left out means that it still is. */
export const period = () =>
  z
    .strictObject({
      from: coarseDate().optional().describe('Första dagen, så noga den är känd.'),
      until: coarseDate()
        .optional()
        .describe('Sista dagen, så noga den är känd. Utelämnas om det fortfarande gäller.'),
    })
    .refine(({ from, until }) => !from || !until || !isBefore(until, from), 'slutar före sin början');

/** Dates are held against each other as far as both are known: 2017 does not end before 2017-05. */
function isBefore(a: CoarseDate, b: CoarseDate): boolean {
  const known = Math.min(a.length, b.length);
  return a.slice(0, known) < b.slice(0, known);
}

/**
 * "Varningen gäller inte här, därför att …": silences one rule's warnings, in this file, with a reason that stands in the
 * record. `at` narrows it to one place (a part's id, or a value the message quotes).
 */
export const silence = () =>
  z
    .array(
      z.strictObject({
        rule: line().describe('Regelns namn, så som det står inom hakparentes i varningen.'),
        at: line()
          .optional()
          .describe('Den del eller det värde som varningen gäller. Utelämnas för hela filen.'),
        reason: line().describe('Varför varningen inte gäller här.'),
      }),
    )
    .default([])
    .describe('Varningar som inte gäller i den här filen, var och en med sitt skäl.');
