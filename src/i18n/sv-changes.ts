/** Every string on what has been changed, moved or taken away since it was published. */
import type { CodeOf, correctionKinds, PlainDate } from '../schemas/index.ts';
import { formatDate } from './format.ts';

export const redirectPage = {
  title: 'Sidan har flyttat',
  lead: (date: PlainDate) => `Sedan den ${formatDate(date)} finns den här:`,
} as const;

export const tombstonePage = {
  title: 'Borttagen',
  titleOf: (what: string) => `Borttagen: ${what}`,
  was: (title: string) => `Här fanns: ${title}`,
  lead: (date: PlainDate) => `Det som fanns på den här sidan togs bort den ${formatDate(date)}.`,
  redaction: 'Det togs bort för att skydda personuppgifter.',
  why: 'Varför',
  more: 'Alla ändringar i arkivet',
  description: 'En sida som har funnits i arkivet och har tagits bort, och varför.',
} as const;

export const changes = {
  title: 'Ändringar',
  path: '/andringar/',
  description: 'Allt som har rättats, kompletterats eller tagits bort i arkivet sedan det publicerades.',
  lead: 'Det som står i arkivet ska gå att lita på också om tjugo år. Därför ändras ingen publicerad rapport utan att det står här vad som ändrades, när och varför, och ingen sida försvinner utan ett skäl.',
  none: 'Ingenting i arkivet har ändrats sedan det publicerades.',
  kinds: {
    correction: 'Rättelse',
    supplement: 'Komplettering',
    redaction: 'Maskning',
    tombstone: 'Borttagen sida',
  } satisfies Readonly<Record<CodeOf<typeof correctionKinds> | 'tombstone', string>>,
  place: 'Ställe',
  before: 'Före',
  after: 'Efter',
  nothingBefore: 'Fanns inte.',
  nothingAfter: 'Borttaget.',
  redacted: 'Det som togs bort visas inte.',
  moved: 'Finns numera här:',
  gone: 'Togs bort',
  follow: 'Följ ändringarna:',
  count: (count: number) => (count === 1 ? 'En ändring' : `${count} ändringar`),
} as const;

/** What a report's page tells of its own words. */
export const lasting = {
  published: 'Publicerad i arkivet',
  unpublished: 'Rapporten är ännu inte införd bland det som har publicerats.',
  changed: 'Senast ändrad',
  unchanged: 'Inte ändrad sedan dess.',
  digest: 'Ordens SHA-256',
  digestNote: 'Ändras ett enda ord blir talet ett annat.',
  howDigest: 'Så räknas det ut',
} as const;
