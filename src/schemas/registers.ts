import { z } from 'zod';
import { count, identifier, idIn, line, markdown, period, silence, term, webAddress } from './primitives.ts';
import { auditorKinds } from './vocabularies.ts';

const synonyms = () =>
  z.array(line()).default([]).describe('Andra ord för samma sak, som läsare kan tänkas söka på.');

/** What makes boards comparable across municipalities. All stand in `content/body-types.yaml`. */
const bodyTypeSchema = z.strictObject({
  id: identifier().describe('Id och sista delen av adressen, t.ex. "socialnamnd".'),
  name: line().describe('Nämndtypens namn i singular, t.ex. "Socialnämnd".'),
  plural: line().describe('Namnet i plural, t.ex. "Socialnämnder".'),
  synonyms: synonyms(),
  about: markdown().describe('Vad sådana nämnder svarar för.'),
});
export const bodyTypesSchema = z.array(bodyTypeSchema);

/** A controlled subject heading. All stand in `content/topics.yaml`. */
const topicSchema = z.strictObject({
  id: identifier().describe('Id och sista delen av adressen, t.ex. "loggkontroll".'),
  name: line().describe('Ämnets namn.'),
  synonyms: synonyms(),
  broader: idIn('topics').optional().describe('Det vidare ämne som det här hör under.'),
  about: markdown().describe('Vad ämnet omfattar.'),
});
export const topicsSchema = z.array(topicSchema);

/** An organisation that commissions or makes audits. Its key is its file name. */
export const auditorSchema = z.strictObject({
  name: line().describe('Namnet så som det brukar skrivas.'),
  fullName: line().optional().describe('Det fullständiga eller registrerade namnet.'),
  kind: term(auditorKinds).describe('Förtroendevalda revisorer, revisionskontor eller revisionsbyrå.'),
  municipality: idIn('municipalities')
    .optional()
    .describe('Huvudmannen, för förtroendevalda revisorer och revisionskontor.'),
  synonyms: synonyms(),
  website: webAddress().optional().describe('Webbplatsen.'),
  about: markdown().optional().describe('Det som läsaren behöver veta.'),
  silence: silence(),
});

/** An IT system that has been audited. Its key is its file name. */
export const systemSchema = z.strictObject({
  name: line().describe('Systemets namn.'),
  fullName: line().optional().describe('Det fullständiga namnet.'),
  synonyms: synonyms(),
  kind: line().describe('Vad för slags system det är, t.ex. "journalsystem för elevhälsan".'),
  about: markdown().optional().describe('Vad systemet används till.'),
  silence: silence(),
});

/** An organisation that issues rules, guidance or standards. All stand in `content/issuers.yaml`. */
const issuerSchema = z.strictObject({
  id: identifier().describe('Utgivarens id.'),
  name: line().describe('Utgivarens namn.'),
  shortName: line().optional().describe('Förkortningen.'),
  exists: period().optional().describe('När den fanns, om det är känt.'),
  successors: z.array(idIn('issuers')).default([]).describe('Den eller de som tog över uppgiften.'),
});
export const issuersSchema = z.array(issuerSchema);

/** A term of audit explained to citizens. All stand in `content/glossary.yaml`. */
const glossaryTermSchema = z.strictObject({
  id: identifier().describe('Uppslagsordets id och plats på sidan.'),
  term: line().describe('Uppslagsordet.'),
  synonyms: synonyms(),
  text: markdown().describe('Förklaringen, två till fem meningar i klar svenska.'),
  see: z.array(idIn('glossary')).default([]).describe('Andra uppslagsord att läsa vidare om.'),
});
export const glossarySchema = z.array(glossaryTermSchema);

/** The frontmatter of one of the archive's own pages, `content/pages/*.mdx`. */
export const ownPageSchema = z.strictObject({
  title: line().describe('Sidans rubrik.'),
  description: line().describe('En mening om sidan, för sökmotorer och listor.'),
  order: z
    .string()
    .regex(/^\d{1,3}$/, 'är inget ordningstal; skriv ett heltal')
    .transform(Number)
    .describe('Sidans plats bland de andra.'),
  silence: silence(),
});

/** What an archive decides for all of itself, in `content/archive.yaml`. The file may be left out. */
export const archiveSettingsSchema = z.strictObject({
  followUpAfterYears: count()
    .default(2)
    .describe(
      'Hur många år efter en granskning den ska följas upp, om huvudmannen inte säger något annat. Två, om inget sägs här heller.',
    ),
});

export type BodyTypeData = z.output<typeof bodyTypeSchema>;
export type TopicData = z.output<typeof topicSchema>;
export type AuditorData = z.output<typeof auditorSchema>;
export type SystemData = z.output<typeof systemSchema>;
export type IssuerData = z.output<typeof issuerSchema>;
export type GlossaryTermData = z.output<typeof glossaryTermSchema>;
export type ArchiveSettings = z.output<typeof archiveSettingsSchema>;
export type OwnPageData = z.output<typeof ownPageSchema>;
