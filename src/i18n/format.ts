import type { CoarseDate, PlainDate } from '../schemas/index.ts';

const locale = 'sv-SE';
// Archive dates are calendar days without a time; UTC keeps them on their day wherever the site is built.
const timeZone = 'UTC';

const yearFormat = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone });
const monthFormat = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone });
const dayFormat = new Intl.DateTimeFormat(locale, {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  timeZone,
});
const numberFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });

/** A date as fine as it is known: `2017`, `oktober 2017`, `12 oktober 2017`. */
export function formatDate(date: CoarseDate | PlainDate): string {
  const [, month, day] = date.split('-');
  const format = day ? dayFormat : month ? monthFormat : yearFormat;
  return format.format(new Date(date));
}

/** A number with a no-break space between thousands and a decimal comma: `63 000`, `2,5`. */
export function formatNumber(value: number): string {
  return numberFormat.format(value);
}

const sizes = ['byte', 'kB', 'MB', 'GB'] as const;

/** A file's size in units of a thousand, as a disk's is told: `659 kB`, `1,2 MB`. */
export function formatBytes(bytes: number): string {
  const step = Math.min(sizes.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** step;
  return `${formatNumber(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))}\u00a0${sizes[step]}`;
}

/** `a`, `a och b`, `a, b och c`. */
export function formatList(items: readonly string[]): string {
  return conjunction.format(items);
}

/** The same text with its first letter in upper case, for the beginning of a line. */
export function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join('');
}

/** The same text with its first letter in lower case, for within a sentence; a word all in capitals keeps them. */
export function uncapitalised(text: string): string {
  const [first = '', second = '', ...rest] = text;
  return second === second.toLocaleLowerCase(locale)
    ? first.toLocaleLowerCase(locale) + second + rest.join('')
    : text;
}

/** The host of an address as a reader names it, without `www`: `boras.se`. */
export function formatHost(address: string): string {
  return new URL(address).host.replace(/^www\./, '');
}

/** Words as they are printed, in quotation marks; quotation marks within them become single. */
export function quoted(words: string): string {
  return `”${words.replaceAll(/[”"]/g, '’')}”`;
}

const smallNumbers = [
  'noll',
  'en',
  'två',
  'tre',
  'fyra',
  'fem',
  'sex',
  'sju',
  'åtta',
  'nio',
  'tio',
  'elva',
  'tolv',
];

/** A count as running text has it: in letters up to twelve, in figures above. */
export function writtenNumber(value: number): string {
  return smallNumbers[value] ?? formatNumber(value);
}

const ordinals = [
  '',
  'första',
  'andra',
  'tredje',
  'fjärde',
  'femte',
  'sjätte',
  'sjunde',
  'åttonde',
  'nionde',
  'tionde',
];

/** `andra`, `tredje`; in figures above ten: `11:e`. */
export function writtenOrdinal(value: number): string {
  const ending =
    (value % 10 === 1 || value % 10 === 2) && value % 100 !== 11 && value % 100 !== 12 ? 'a' : 'e';
  return ordinals[value] ?? `${value}:${ending}`;
}

/** Whole years as far as a coarse date tells them: `4 år`, `3–4 år`, `högst 1 år`, `mindre än 1 år`. */
export function formatYears([least, most]: readonly [number, number]): string {
  if (most === 0) return 'mindre än 1 år';
  if (least === 0) return `högst ${most} år`;
  return least === most ? `${formatNumber(least)} år` : `${least}–${most} år`;
}
