import { z } from 'zod';
import { isOrganisationNumber } from './codes.ts';
import {
  coarseDate,
  count,
  identifier,
  idIn,
  line,
  period,
  silence,
  term,
  webAddress,
} from './primitives.ts';
import { bodyForms, principalKinds } from './vocabularies.ts';

/** A name that was used earlier; the current one stands in `name`. */
const earlierNames = () =>
  z
    .array(
      z.strictObject({
        name: line().describe('Det tidigare namnet.'),
        until: coarseDate().describe('Sista dagen namnet användes.'),
      }),
    )
    .default([])
    .describe('Tidigare namn, det senaste först.');

/** An audited body. Its key in the archive is `<municipality>/<id>`; its id is the last part of its address. */
const bodySchema = z.strictObject({
  id: identifier().describe('Nämndens id, t.ex. "servicenamnden". Står i adressen och ändras aldrig.'),
  name: line().describe('Nämndens namn, så som den skriver det.'),
  earlierNames: earlierNames(),
  form: term(bodyForms).describe('Vad för slags organ det är.'),
  type: idIn('bodyTypes')
    .optional()
    .describe('Nämndtyp ur content/body-types.yaml, så att nämnder kan jämföras mellan kommuner.'),
  office: line().optional().describe('Förvaltningens namn.'),
  exists: period().optional().describe('När organet fanns, om det är känt.'),
  successors: z
    .array(identifier())
    .default([])
    .describe('De organ som tog över uppgifterna; de ärver rekommendationerna.'),
  sharedWith: z
    .array(idIn('municipalities'))
    .default([])
    .describe('Andra huvudmän som organet hör till, t.ex. ["1281-lund"] för en gemensam nämnd.'),
});

/** A principal: a kommun, a region or a federation. Its key is its file name, `<code>-<slug>`. */
export const municipalitySchema = z
  .strictObject({
    code: line().describe(
      'Kommunkod (fyra siffror), länskod (två) eller organisationsnummer (tio), inom citattecken.',
    ),
    kind: term(principalKinds).describe('Kommun, region eller kommunalförbund.'),
    name: line().describe('Namnet så som huvudmannen skriver det, t.ex. "Borås Stad".'),
    place: line().describe('Det korta namnet i listor, t.ex. "Borås".'),
    earlierNames: earlierNames(),
    county: z
      .string()
      .regex(/^\d{2}$/, 'är ingen länskod; skriv två siffror inom citattecken, t.ex. "14"')
      .optional()
      .describe('Länskod, två siffror.'),
    exists: period().optional().describe('När huvudmannen fanns, om det inte är hela tiden.'),
    successors: z
      .array(idIn('municipalities'))
      .default([])
      .describe('Huvudmän som tog över, vid sammanslagning eller delning.'),
    website: webAddress().optional().describe('Huvudmannens webbplats.'),
    followUpAfterYears: count()
      .optional()
      .describe('Hur många år efter en granskning den ska följas upp, om huvudmannen har sagt det.'),
    bodies: z.array(bodySchema).default([]).describe('Nämnder, styrelser, bolag och stiftelser.'),
    silence: silence(),
  })
  .superRefine(({ code, kind }, context) => {
    const rule = {
      municipality: { holds: /^\d{4}$/.test(code), expected: 'en kommuns kod är fyra siffror, t.ex. "1490"' },
      region: {
        holds: /^\d{2}$/.test(code),
        expected: 'en regions kod är länskodens två siffror, t.ex. "03"',
      },
      federation: {
        holds: isOrganisationNumber(code),
        expected:
          'ett kommunalförbunds kod är dess organisationsnummer med tio siffror och rätt kontrollsiffra',
      },
    }[kind];
    if (!rule.holds) {
      context.addIssue({ code: 'custom', path: ['code'], message: `har fel form: ${rule.expected}` });
    }
  });

export type MunicipalityData = z.output<typeof municipalitySchema>;
export type BodyData = z.output<typeof bodySchema>;
