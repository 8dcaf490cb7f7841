import { z } from 'zod';
import { identifier, line, markdown, period, silence, term, webAddress } from './primitives.ts';
import { auditorKinds } from './vocabularies.ts';

const synonyms = () =>
  z.array(line()).default([]).describe('Andra ord för samma sak, som läsare kan tänkas söka på.');

/** What makes boards comparable across municipalities. All stand in `content/body-types.yaml`. */
export const bodyTypeSchema = z.strictObject({
  id: identifier(),
  name: line().describe('Nämndtypens namn i singular, t.ex. "Socialnämnd".'),
  plural: line().describe('Namnet i plural, t.ex. "Socialnämnder".'),
  synonyms: synonyms(),
  about: markdown().describe('Vad sådana nämnder svarar för.'),
});
export const bodyTypesSchema = z.array(bodyTypeSchema);

/** A controlled subject heading. All stand in `content/topics.yaml`. */
export const topicSchema = z.strictObject({
  id: identifier(),
  name: line(),
  synonyms: synonyms(),
  broader: identifier().optional().describe('Det vidare ämne som det här hör under.'),
  about: markdown().describe('Vad ämnet omfattar.'),
});
export const topicsSchema = z.array(topicSchema);

/** An organisation that commissions or makes audits. Its key is its file name. */
export const auditorSchema = z.strictObject({
  name: line(),
  fullName: line().optional().describe('Det fullständiga eller registrerade namnet.'),
  kind: term(auditorKinds),
  municipality: identifier()
    .optional()
    .describe('Huvudmannen, för förtroendevalda revisorer och revisionskontor.'),
  synonyms: synonyms(),
  website: webAddress().optional(),
  about: markdown().optional(),
  silence: silence(),
});

/** An IT system that has been audited. Its key is its file name. */
export const systemSchema = z.strictObject({
  name: line(),
  fullName: line().optional(),
  synonyms: synonyms(),
  kind: line().describe('Vad för slags system det är, t.ex. "journalsystem för elevhälsan".'),
  about: markdown().optional(),
  silence: silence(),
});

/** An organisation that issues rules, guidance or standards. All stand in `content/issuers.yaml`. */
export const issuerSchema = z.strictObject({
  id: identifier(),
  name: line(),
  shortName: line().optional(),
  exists: period().optional(),
  successors: z.array(identifier()).default([]).describe('Den eller de som tog över uppgiften.'),
});
export const issuersSchema = z.array(issuerSchema);

/** A term of audit explained to citizens. All stand in `content/glossary.yaml`. */
export const glossaryTermSchema = z.strictObject({
  id: identifier(),
  term: line(),
  synonyms: synonyms(),
  text: markdown().describe('Förklaringen, två till fem meningar i klar svenska.'),
  see: z.array(identifier()).default([]).describe('Andra uppslagsord att läsa vidare om.'),
});
export const glossarySchema = z.array(glossaryTermSchema);

/** The frontmatter of one of the archive's own pages, `content/pages/*.mdx`. */
export const ownPageSchema = z.strictObject({
  title: line(),
  description: line().describe('En mening om sidan, för sökmotorer och listor.'),
  order: z
    .string()
    .regex(/^\d{1,3}$/, 'är inget ordningstal; skriv ett heltal')
    .transform(Number)
    .describe('Sidans plats bland de andra.'),
  silence: silence(),
});

export type BodyTypeData = z.output<typeof bodyTypeSchema>;
export type TopicData = z.output<typeof topicSchema>;
export type AuditorData = z.output<typeof auditorSchema>;
export type SystemData = z.output<typeof systemSchema>;
export type IssuerData = z.output<typeof issuerSchema>;
export type GlossaryTermData = z.output<typeof glossaryTermSchema>;
export type OwnPageData = z.output<typeof ownPageSchema>;
