import { z } from 'zod';
import {
  coarseDate,
  distinct,
  idIn,
  inRegister,
  line,
  markdown,
  partId,
  term,
  truth,
  webAddress,
  year,
} from './primitives.ts';
import { followUpObjects, grades, verifiedStatuses } from './vocabularies.ts';

/** An audit in the archive, `0380-uppsala/2019-bisysslor`, or a part of it, `…#r2`. */
const auditReference = () =>
  inRegister(
    'audits',
    z
      .string()
      .regex(
        /^[a-z0-9-]+\/[a-z0-9-]+(?:#[a-z][a-z0-9-]*)?$/,
        'är ingen hänvisning till en granskning; skriv t.ex. 0380-uppsala/2019-bisysslor eller 0380-uppsala/2019-bisysslor#r2',
      ),
  );

/** Something earlier that the archive does not hold, as far as it is known. */
const plainReferenceSchema = z.strictObject({
  title: line().optional().describe('Titeln, om den är känd.'),
  year: year().optional().describe('Det granskade året, om det är känt.'),
  about: line().describe('Vad den tidigare granskningen gällde, t.ex. "bisysslor".'),
  publisher: line().optional().describe('Den som gav ut den, om det är känt.'),
  url: webAddress().optional().describe('Adressen till den hos utgivaren.'),
});

/**
 * An auditor's verdict on something earlier. It counts at the level where it was given: one on a whole audit says nothing of each
 * of its recommendations.
 */
export const followUpSchema = z
  .strictObject({
    id: partId().describe('Uppföljningens id, t.ex. u1. Den används aldrig igen.'),
    target: z
      .union(
        [auditReference(), plainReferenceSchema],
        'är varken en hänvisning till arkivet eller en beskrivning av en granskning utanför det',
      )
      .describe(
        'Det som följdes upp: en granskning, rekommendation, iakttagelse eller fråga i arkivet, eller något utanför det.',
      ),
    object: term(followUpObjects)
      .optional()
      .describe(
        'Vad som följdes upp, om det inte framgår av target, t.ex. rekommendationer eller åtgärdsplan.',
      ),
    bodies: distinct(idIn('bodies'))
      .default([])
      .describe('De nämnder som omdömet gäller. Utelämnas för alla.'),
    verdict: line().optional().describe('Omdömet med revisorernas egna ord.'),
    unseen: truth()
      .optional()
      .describe('true om uppföljningen gjordes men arkivet inte har sett vad den kom fram till.'),
    status: term(verifiedStatuses).optional().describe('Vad det betyder för det som följdes upp.'),
    grade: term(grades)
      .optional()
      .describe('I stället för status, när en fråga eller en hel granskning fick ett betyg.'),
    date: coarseDate().optional().describe('När det prövades, om det är en annan tid än rapportens.'),
    comment: markdown().optional().describe('Det som läsaren behöver veta om omdömet.'),
    evidence: z
      .array(line())
      .default([])
      .describe('Vad omdömet vilar på, t.ex. protokoll, stickprov, intervju.'),
  })
  .superRefine(({ verdict, unseen, status, grade }, context) => {
    if (unseen === true) {
      if (verdict !== undefined || status !== undefined || grade !== undefined) {
        context.addIssue({
          code: 'custom',
          path: ['unseen'],
          message: 'säger att omdömet inte har setts, men det står där; ta bort det ena',
        });
      }
      return;
    }
    if (verdict === undefined) context.addIssue({ code: 'custom', path: ['verdict'], message: 'saknas' });
    if (status === undefined && grade === undefined) {
      context.addIssue({ code: 'custom', path: [], message: 'har varken status eller grade; skriv det ena' });
    }
    if (status !== undefined && grade !== undefined) {
      context.addIssue({
        code: 'custom',
        path: ['grade'],
        message: 'kan inte stå tillsammans med status; ta bort det ena',
      });
    }
  });

export type FollowUpData = z.output<typeof followUpSchema>;
