import { z } from 'zod';
import { fullDate, line, markdown, truth } from './primitives.ts';

/** An address of the archive, from its root: a page's, with a slash at the end, and any place on it. */
const archiveAddress = () =>
  z
    .string()
    .regex(
      /^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?$/,
      'är ingen adress i arkivet; den börjar och slutar med snedstreck, t.ex. /granskningar/boras/2017-arkiv/',
    );

const redirectSchema = z.strictObject({
  from: archiveAddress().describe('Adressen som inte längre har någon sida. Gäller också allt under den.'),
  to: archiveAddress().describe('Dit den leder nu.'),
  date: fullDate().describe('Dagen för flytten.'),
  reason: line().optional().describe('Varför, om läsaren behöver veta det.'),
});

const tombstoneSchema = z.strictObject({
  address: archiveAddress().describe('Adressen som inte längre har någon sida. Gäller också allt under den.'),
  title: line()
    .optional()
    .describe('Vad som stod där, t.ex. rapportens titel. Utelämnas om det inte ska synas.'),
  date: fullDate().describe('Dagen då det togs bort.'),
  reason: markdown().describe('Varför det togs bort. Visas på sidan.'),
  redaction: truth().default(false).describe('true om det togs bort för att skydda personuppgifter.'),
});

/** `content/addresses.yaml`: what became of addresses that have been published and have no page. */
export const addressesSchema = z.strictObject({
  redirects: z.array(redirectSchema).default([]).describe('Adresser som leder vidare.'),
  tombstones: z.array(tombstoneSchema).default([]).describe('Adresser vars sida är borttagen.'),
});

export type AddressesData = z.output<typeof addressesSchema>;
