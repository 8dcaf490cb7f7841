import { z } from 'zod';
import {
  coarseDate,
  idIn,
  inRegister,
  line,
  markdown,
  partId,
  silence,
  term,
  webAddress,
} from './primitives.ts';
import { claims, stances } from './vocabularies.ts';

const answerSchema = z.strictObject({
  recommendation: partId().describe(
    'Rekommendationen, eller den del av den, som svaret gäller: r3 eller r3-a.',
  ),
  stance: term(stances).optional().describe('Om nämnden håller med.'),
  claim: term(claims).optional().describe('Vad nämnden säger att den har gjort.'),
  printed: line().optional().describe('Så som nämnden uttrycker det.'),
  action: markdown().optional().describe('Åtgärden.'),
  responsible: line().optional().describe('Ansvarig funktion, inte person.'),
  status: z
    .unknown()
    .refine(
      (status) => status === undefined,
      'kan inte stå i ett svar: bara en revisors uppföljning ger en status; skriv claim i stället (gjort, pågår, planerat, inget)',
    )
    .optional(),
  due: coarseDate()
    .optional()
    .describe('När det ska vara klart. En senare dag i ett senare svar är ett uppskov.'),
});

/**
 * The frontmatter of `content/responses/<municipality>/<slug>.mdx`: a body's own word on an audit's recommendations. All that stands
 * here is claim; no status can be given.
 */
export const responseSchema = z.strictObject({
  audit: inRegister(
    'audits',
    z
      .string()
      .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'är ingen granskning; skriv t.ex. 0380-uppsala/2019-bisysslor'),
  ).describe('Granskningen som besvaras.'),
  body: idIn('bodies').describe('Nämnden som svarar.'),
  date: coarseDate().describe('Dagen för beslutet.'),
  decision: line().optional().describe('Paragraf och protokoll, t.ex. "§ 45".'),
  diaryNumber: line().optional(),
  url: webAddress().optional(),
  answers: z.array(answerSchema).default([]),
  silence: silence(),
});

export type ResponseData = z.output<typeof responseSchema>;
