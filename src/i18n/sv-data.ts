/** Every string of the open data: feeds, the catalogue and the page that tells of it all. */
import type { CoarseDate } from '../schemas/index.ts';
import { formatDate, quoted } from './format.ts';

export const feeds = {
  archive: {
    title: 'Granskningsarkivet',
    subtitle: 'De senaste granskningarna, och vad revisorer och nämnder sagt om dem sedan.',
  },
  changes: {
    title: 'Granskningsarkivet: uppföljningar och svar',
    subtitle: 'Vad revisorer har funnit vid uppföljning och vad nämnder har svarat.',
  },
  of: (name: string) => `Granskningsarkivet: ${name}`,
  about: (name: string) => `Granskningar som rör ${name}, och vad revisorer och nämnder sagt om dem sedan.`,
  audit: (place: string, title: string) => `${place}: ${title}`,
  published: (place: string, date: CoarseDate) => `${place}, ${formatDate(date)}.`,
  verdict: (what: string, about: string) => `${what}: ${about}`,
  unseenVerdict: 'Uppföljd',
  verdictText: (date: CoarseDate, title: string) =>
    `Prövat ${formatDate(date)} i granskningen ${quoted(title)}.`,
  words: (printed: string) => `Revisorerna skriver: ${quoted(printed)}.`,
  response: (from: string, about: string) => `${from} svarar på ${quoted(about)}`,
  responseText: (date: CoarseDate) =>
    `Beslutat ${formatDate(date)}. Det är nämndens egen uppgift, som ingen revisor har prövat.`,
  claim: (label: string, text: string) => `${label}: ${text}`,
} as const;
