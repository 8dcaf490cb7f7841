import { z } from 'zod';
import { coarseDate, idIn, line, markdown, period, silence, term, webAddress } from './primitives.ts';
import { criterionDivisions, criterionKinds } from './vocabularies.ts';

/**
 * Part of a criterion as authors write it: `6:7` (chapter and section), `6` (a chapter, or a section where there are no chapters),
 * `6:7a`, `32`, `5.1f` (an article, its paragraph and point). How it is read depends on the criterion's division.
 */
export const sectionKey = () =>
  z
    .string()
    .regex(
      /^\d{1,4}(?:[a-z]?(?::\d{1,3}[a-z]?)?|\.\d{1,2}[a-z]?)$/,
      'är ingen paragraf eller artikel; skriv t.ex. "6:7" för 6 kap. 7 §, "7" för 7 § och "32" för artikel 32',
    );

/** A reference to a criterion, to parts of it where they are named. */
export const citedCriterionSchema = z.strictObject({
  criterion: idIn('criteria').describe('Kriteriets id ur content/criteria/.'),
  sections: z.array(sectionKey()).default([]).describe('Paragrafer, kapitel eller artiklar, t.ex. ["6:7"].'),
  printed: line().optional().describe('Så som rapporten skriver det, om det skiljer sig.'),
});

/** One legal act, rule, standard or other yardstick. Its key, and its address, is its file name: `kl-2017`. */
export const criterionSchema = z.strictObject({
  kind: term(criterionKinds).describe('Vad för slags regel eller måttstock det är.'),
  name: line().describe('Namnet i löpande text, t.ex. "Kommunallagen".'),
  title: line().describe('Den officiella titeln, t.ex. "Kommunallag (2017:725)".'),
  shortNames: z.array(line()).default([]).describe('Förkortningar, den vanligaste först, t.ex. ["KL"].'),
  synonyms: z.array(line()).default([]).describe('Andra ord för samma sak, som läsare kan tänkas söka på.'),
  number: line().optional().describe('SFS-nummer "2017:725", EU-nummer "2016/679" eller standardens nummer.'),
  issuer: idIn('issuers').optional().describe('Utgivaren ur content/issuers.yaml.'),
  municipality: idIn('municipalities').optional().describe('Huvudmannen, för ett kommunalt styrdokument.'),
  division: term(criterionDivisions).default('undivided').describe('Hur kriteriet är indelat och åberopas.'),
  inForce: period().optional().describe('När det gällde.'),
  appliesFrom: coarseDate()
    .optional()
    .describe(
      'För EU-rättsakter: första dagen den tillämpas, om det är en annan dag än den då den trädde i kraft.',
    ),
  link: webAddress().optional().describe('Den officiella texten.'),
  chapters: z
    .array(
      z.strictObject({
        chapter: sectionKey().describe('Kapitlets nummer.'),
        title: line().describe('Kapitlets rubrik.'),
      }),
    )
    .default([])
    .describe('Kapitelrubriker.'),
  sections: z
    .array(
      z.strictObject({
        section: sectionKey().describe('Paragrafen, t.ex. "6:6", eller artikeln.'),
        title: line().describe('Vad paragrafen handlar om, med arkivets ord.'),
        replaces: z
          .array(
            z.strictObject({
              criterion: idIn('criteria').describe('Det äldre kriteriet.'),
              section: sectionKey().describe('Paragrafen där.'),
              note: line().optional().describe('Hur regeln ändrades.'),
            }),
          )
          .default([])
          .describe('De äldre paragrafer som den motsvarar.'),
      }),
    )
    .default([])
    .describe(
      'De paragrafer som registret känner till. Finns några, är alla andra fel tills de förts in här.',
    ),
  replaces: z.array(idIn('criteria')).default([]).describe('De äldre kriterier som det här ersatte.'),
  about: markdown().optional().describe('Vad det innebär för en kommun, med arkivets ord.'),
  silence: silence(),
});

export type CriterionData = z.output<typeof criterionSchema>;
