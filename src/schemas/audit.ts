import { z } from 'zod';
import { citedCriterionSchema } from './criterion.ts';
import { followUpSchema } from './follow-up.ts';
import {
  coarseDate,
  count,
  distinct,
  fullDate,
  idIn,
  line,
  markdown,
  partId,
  silence,
  term,
  truth,
  webAddress,
  year,
} from './primitives.ts';
import {
  addresseeRoles,
  auditTypes,
  correctionKinds,
  criticismKinds,
  dischargeDecisions,
  dischargeOpinions,
  grades,
  modalities,
  recommendationKinds,
  recommenders,
  renditions,
  sourceKinds,
} from './vocabularies.ts';

const bodyReference = () =>
  idIn('bodies').describe('En nämnd ur huvudmannens fil i content/municipalities/.');
const systemReference = () => idIn('systems').describe('Ett system ur content/systems/.');
const topicReferences = () => distinct(idIn('topics')).default([]).describe('Ämnen ur content/topics.yaml.');
const citedCriteria = () => z.array(citedCriterionSchema).default([]);
const missingPart = () => z.enum(['observation', 'assessment']).optional();

/** Where the report itself is to be had. */
const originSchema = z.strictObject({
  title: line().describe('Titeln så som den står på rapporten.'),
  publisher: line().optional().describe('Den som gav ut rapporten.'),
  url: webAddress().optional().describe('Adressen till rapporten hos utgivaren.'),
  pages: count().optional().describe('Antal sidor.'),
  note: markdown().optional().describe('Vad läsaren bör veta om källan, t.ex. vad som gått förlorat i den.'),
});

const personSchema = z.strictObject({
  name: line().describe('Personens namn, så som det står i rapporten.'),
  role: line().optional().describe('Uppgiften i granskningen, så som den står, t.ex. "granskningsledare".'),
  title: line().optional().describe('Titeln så som den står, t.ex. "certifierad kommunal yrkesrevisor".'),
  organisation: idIn('auditors').optional().describe('Revisor eller byrå ur content/auditors/.'),
});

const auditedBodySchema = z.strictObject({
  body: bodyReference(),
  as: line().optional().describe('I vilken egenskap den granskades, t.ex. "systemägare för Heroma".'),
});

/** A verdict as printed, beside a grade that can be compared. */
const verdictFields = {
  verdict: line().optional().describe('Omdömet med revisorernas egna ord, t.ex. "inte tillräcklig".'),
  grade: term(grades)
    .optional()
    .describe('Skrivs bara om den ska skilja sig från vad omdömets ord brukar betyda.'),
};

const overallVerdictSchema = z.strictObject({
  about: line().describe('Vad omdömet gäller, t.ex. "intern kontroll av informationssäkerheten".'),
  ...verdictFields,
  verdict: line().describe('Omdömet med revisorernas egna ord.'),
  bodies: distinct(bodyReference())
    .default([])
    .describe('De nämnder som omdömet gäller. Utelämnas för alla.'),
  text: markdown().optional().describe('Vad omdömet går ut på.'),
});

const answerSchema = z.strictObject({
  ...verdictFields,
  body: bodyReference().optional().describe('Nämnden, om svaret bara gäller den.'),
  system: systemReference().optional().describe('Systemet, om svaret bara gäller det.'),
  followUp: partId().optional().describe('Uppföljningen i followsUp, om svaret bara gäller den.'),
  text: markdown().optional().describe('Svaret i löpande text.'),
});

const questionSchema = z.strictObject({
  id: partId().describe('Frågans id, t.ex. q1. Den används aldrig igen.'),
  label: line().optional().describe('Den tryckta beteckningen, t.ex. "Kontrollmål 3".'),
  text: markdown().describe('Frågan.'),
  under: partId().optional().describe('Den fråga som denna är en del av.'),
  answers: z
    .array(answerSchema)
    .default([])
    .describe('Svaren: ett, eller ett för varje nämnd eller system. Utelämnas om rapporten inte svarar.'),
});

const scaleSchema = z.strictObject({
  id: partId().describe('Skalans id, t.ex. skala1.'),
  words: z
    .array(
      z.strictObject({
        word: line().describe('Ordet så som rapporten skriver det.'),
        grade: term(grades).describe('Vad ordet betyder på arkivets skala.'),
      }),
    )
    .min(1, 'har inga ord')
    .describe('Skalans ord, bäst först.'),
});

const areaSchema = z.strictObject({
  id: partId().describe('Områdets id, t.ex. a25.'),
  label: line().optional().describe('Numret så som det är tryckt, t.ex. "2.5".'),
  title: line().describe('Områdets rubrik.'),
});

const findingSchema = z
  .strictObject({
    id: partId().describe('Iakttagelsens id, t.ex. f12. Den används aldrig igen.'),
    area: partId().optional().describe('Det område som iakttagelsen hör till.'),
    observation: markdown().optional().describe('Vad revisorerna såg.'),
    assessment: markdown().optional().describe('Deras bedömning, om den inte är en rekommendation.'),
    lost: missingPart().describe('Den del som gått förlorad i källan: observation eller assessment.'),
    unseen: missingPart().describe('Den del som arkivet inte har sett: observation eller assessment.'),
    ...verdictFields,
    bodies: distinct(bodyReference()).default([]).describe('De nämnder som iakttagelsen gäller.'),
    systems: distinct(systemReference()).default([]).describe('De system som iakttagelsen gäller.'),
    criteria: citedCriteria().describe('Det som iakttagelsen mäts mot.'),
    topics: topicReferences(),
  })
  .superRefine((finding, context) => {
    for (const reason of ['lost', 'unseen'] as const) {
      const part = finding[reason];
      if (part && finding[part]) {
        context.addIssue({
          code: 'custom',
          path: [reason],
          message: `säger att ${part} saknas, men den finns; ta bort det ena`,
        });
      }
    }
    if (!finding.observation && !finding.assessment && !finding.lost && !finding.unseen) {
      context.addIssue({
        code: 'custom',
        path: [],
        message:
          'har varken observation eller assessment; skriv den ena, eller säg med lost eller unseen varför den saknas',
      });
    }
  });

const addresseeRole = () =>
  term(addresseeRoles)
    .optional()
    .describe('huvudansvar, medverkar eller för kännedom, om rapporten skiljer på dem.');

const addresseeSchema = z.union(
  [
    idIn('bodies'),
    z.strictObject({ body: bodyReference(), role: addresseeRole() }),
    z.strictObject({
      group: line().describe('En grupp så som den är tryckt, t.ex. "övriga nämnder i det sociala klustret".'),
      role: addresseeRole(),
    }),
  ],
  'är ingen mottagare; skriv nämndens id, eller body eller group inom klamrar',
);

const recommendationSchema = z.strictObject({
  id: partId()
    .refine(
      (id) => id !== 'citera',
      'är upptagen av sidan som visar hur rapporten citeras; välj en annan, t.ex. "r3"',
    )
    .describe('Rekommendationens id, t.ex. r3. Den står i adressen och används aldrig igen.'),
  label: line().optional().describe('Den tryckta beteckningen.'),
  kind: term(recommendationKinds)
    .default('recommendation')
    .describe('Vad rapporten kallar den, om det inte är rekommendation.'),
  by: term(recommenders)
    .optional()
    .describe('Vem som rekommenderar, om det inte framgår av rapporten i övrigt.'),
  finding: z
    .union(
      [partId(), distinct(partId()).min(1, 'är en tom lista')],
      'är varken en iakttagelses id eller en lista av sådana; skriv t.ex. f3 eller [f3, f4]',
    )
    .transform((finding) => (typeof finding === 'string' ? [finding] : finding))
    .optional()
    .describe('Den iakttagelse som den bygger på, eller flera i en lista.'),
  area: partId().optional().describe('Området, om ingen iakttagelse anges.'),
  modality: term(modalities)
    .optional()
    .describe('ska, bör eller kan, så som det är tryckt. Utelämnas vid uppmaning eller infinitiv.'),
  to: z
    .union(
      [z.literal('alla'), z.array(addresseeSchema).min(1, 'är en tom lista')],
      'är varken ordet alla eller en lista; skriv t.ex. [kommunstyrelsen]',
    )
    .describe('Vilka den riktas till: nämnder, grupper, eller alla granskade.'),
  text: markdown().describe('Vad som rekommenderas.'),
  due: coarseDate().optional().describe('När revisorerna vill att den är åtgärdad, om de anger det.'),
  parts: z
    .array(
      z.strictObject({
        id: partId().describe('Delens id, t.ex. r3-a.'),
        text: markdown().describe('Vad delen går ut på.'),
      }),
    )
    .default([])
    .describe('Delar som kan följas upp var för sig.'),
  systems: distinct(systemReference()).default([]).describe('De system som den gäller.'),
  criteria: citedCriteria().describe('Det som den vilar på.'),
  topics: topicReferences(),
});

const measureSchema = z.strictObject({
  system: systemReference().optional(),
  body: bodyReference().optional(),
  of: line().describe('Vad som räknas eller mäts, t.ex. "användare med fullständig behörighet".'),
  value: z
    .union(
      [
        z.literal('samtliga'),
        z
          .string()
          .regex(
            /^-?\d{1,15}(?:,\d{1,15})?$/,
            'är varken ett tal eller ordet samtliga; skriv siffror, med decimalkomma',
          )
          .transform((digits) => Number(digits.replace(',', '.'))),
      ],
      'är varken ett tal eller ordet samtliga',
    )
    .describe('Ett tal, med decimalkomma, eller ordet samtliga.'),
  unit: line().optional().describe('Enheten, t.ex. "procent". Utelämnas för antal.'),
  approximate: truth().optional().describe('true om källan säger ungefär.'),
  at: coarseDate().optional().describe('När det gällde, bara om källan säger det.'),
  source: line().optional().describe('Vem som lämnat uppgiften.'),
  note: markdown().optional().describe('Det som läsaren behöver veta om siffran.'),
});

const sampleSchema = z.strictObject({
  id: partId().describe('Stickprovets id, t.ex. s5.'),
  system: systemReference().optional(),
  body: bodyReference().optional(),
  unit: line().describe('Vad som drogs, i plural, t.ex. "brukare".'),
  size: count().describe('Hur många.'),
  atLeast: truth().optional().describe('true om källan bara säger ”minst” så många.'),
  method: markdown().optional().describe('Hur urvalet och kontrollen gjordes.'),
  period: line().optional().describe('Vilken tid som kontrollerades, t.ex. "14 dagar".'),
  withoutActivity: count().optional().describe('Kontroller där det inte fanns något att granska.'),
  suspected: count().optional().describe('Misstankar som uppkom.'),
  cleared: count().optional().describe('Misstankar som fick sin förklaring.'),
  deviations: count().optional().describe('Avvikelser som stod fast.'),
  asked: count().optional().describe('Hur många som tillfrågades.'),
  unanswered: count().optional().describe('Hur många av dem som inte svarade.'),
  text: markdown().optional().describe('Det som siffrorna inte säger.'),
});

const sourceSchema = z.strictObject({
  kind: term(sourceKinds).describe('Vad för slags källa det är.'),
  title: line().optional().describe('Källans titel.'),
  publisher: line().optional().describe('Den som gav ut den.'),
  number: line().optional().describe('Nummer eller diarienummer.'),
  date: coarseDate().optional().describe('Dagen eller året, så noga det är känt.'),
  with: line().optional().describe('Med vem intervjun gjordes, som roll och inte som namn.'),
  url: webAddress().optional().describe('Var källan finns.'),
  criterion: idIn('criteria').optional().describe('Kriteriet i registret, om källan är ett sådant.'),
  note: line().optional().describe('T.ex. "ej formellt antagen".'),
  supports: line()
    .optional()
    .describe('Vilken uppgift som vilar på den här källan, om det bara är någon enstaka.'),
});

const criticismSchema = z.strictObject({
  id: partId().describe('Kritikens id, t.ex. k1.'),
  kind: term(criticismKinds).describe('Erinran eller anmärkning.'),
  body: bodyReference(),
  text: markdown().describe('Vad kritiken gäller.'),
});

const dischargeSchema = z.strictObject({
  body: bodyReference(),
  opinion: term(dischargeOpinions).optional().describe('Vad revisorerna föreslår.'),
  decision: term(dischargeDecisions).optional().describe('Vad fullmäktige beslutade.'),
  date: coarseDate().optional().describe('Dagen för beslutet.'),
  text: markdown().optional().describe('Skälen.'),
});

const changeSchema = z
  .strictObject({
    at: line().optional().describe('Var ändringen gjordes, t.ex. r3 eller "avsnitt 2.5".'),
    before: markdown().optional().describe('Ordalydelsen före. Utelämnas om något lades till.'),
    after: markdown().optional().describe('Ordalydelsen efter. Utelämnas om något togs bort.'),
  })
  .superRefine(({ before, after }, context) => {
    if (before !== undefined || after !== undefined) return;
    context.addIssue({
      code: 'custom',
      path: [],
      message: 'har varken before eller after; skriv hur det stod före, efter eller båda',
    });
  });

const correctionSchema = z
  .strictObject({
    date: fullDate().describe('Dagen för ändringen.'),
    kind: term(correctionKinds)
      .default('correction')
      .describe('rättelse, komplettering eller maskning. Utelämnas för en rättelse.'),
    text: markdown().describe('Vad som ändrades och varför.'),
    changes: z
      .array(changeSchema)
      .default([])
      .describe('Ordalydelsen före och efter, en post för varje ställe. En maskning har inga.'),
  })
  .superRefine(({ kind, changes }, context) => {
    if (kind !== 'redaction' || changes.length === 0) return;
    context.addIssue({
      code: 'custom',
      path: ['changes'],
      message: 'får inte stå i en maskning, för då visas det som togs bort; ta bort fältet',
    });
  });

/**
 * The frontmatter of `content/audits/<municipality>/<slug>.mdx`: all of a report that is data. What a body answered stands in
 * `content/responses/`; what a later audit found of this one stands in that audit. Neither is ever written here.
 */
export const auditSchema = z.strictObject({
  title: line().describe('Rapportens titel.'),
  subtitle: line().optional().describe('Rapportens underrubrik.'),
  municipality: idIn('municipalities').describe('Huvudmannen: filens mapp, t.ex. "1490-boras".'),
  year: year().optional().describe('Det år som granskades, om rapporten säger det.'),
  published: coarseDate().describe('När rapporten gavs ut, så noga det är känt.'),
  type: term(auditTypes).describe(
    'Vad för slags granskning det är. Säger rapporten inget mer, skriv granskning.',
  ),
  typePrinted: line().optional().describe('Typen med rapportens egna ord, om de skiljer sig.'),
  reportNumber: line().optional().describe('Rapportens nummer, t.ex. "Nr 1, 2015".'),
  diaryNumber: line().optional().describe('Diarienumret.'),
  draft: truth().optional().describe('true för ett utkast, som aldrig publiceras.'),
  rendition: term(renditions).describe('Hur texten återges: original, restated eller catalogue.'),
  unseen: z.array(line()).default([]).describe('Det i rapporten som arkivet inte har sett.'),
  source: originSchema.describe('Var rapporten finns.'),
  commissionedBy: idIn('auditors')
    .optional()
    .describe('De förtroendevalda revisorerna, ur content/auditors/.'),
  experts: distinct(idIn('auditors'))
    .default([])
    .describe('Byrå eller kontor som gjorde granskningen, ur content/auditors/.'),
  people: z.array(personSchema).default([]).describe('De som gjorde eller undertecknade granskningen.'),
  bodies: z
    .array(auditedBodySchema)
    .superRefine((audited, context) => {
      for (const [index, { body }] of audited.entries()) {
        if (audited.findIndex((other) => other.body === body) < index) {
          context.addIssue({
            code: 'custom',
            path: [index, 'body'],
            message: 'står två gånger i listan; skriv alla egenskaper i samma as',
          });
        }
      }
    })
    .default([])
    .describe('De granskade nämnderna.'),
  groups: distinct(line())
    .default([])
    .describe('Granskade som rapporten bara nämner samlat, så som det är tryckt, t.ex. "samtliga nämnder".'),
  systems: distinct(systemReference()).default([]).describe('De granskade systemen.'),
  topics: topicReferences(),
  methods: z.array(line()).default([]).describe('Metoder, t.ex. dokumentstudier.'),
  purpose: markdown().optional().describe('Syftet.'),
  scope: z
    .strictObject({
      includes: markdown().optional().describe('Vad granskningen omfattar.'),
      excludes: markdown().optional().describe('Vad den lämnar utanför.'),
    })
    .optional()
    .describe('Vad granskningen omfattar och vad den lämnar utanför.'),
  criteria: citedCriteria().describe('Revisionskriterierna.'),
  scales: z
    .array(scaleSchema)
    .default([])
    .describe('De ord som rapporten graderar med, bäst först, om den säger det.'),
  verdicts: z.array(overallVerdictSchema).default([]).describe('Sammanfattande omdömen.'),
  questions: z.array(questionSchema).default([]).describe('Revisionsfrågorna, i ordning.'),
  areas: z.array(areaSchema).default([]).describe('Rapportens områden, som iakttagelserna hör till.'),
  findings: z.array(findingSchema).default([]).describe('Iakttagelserna, i ordning.'),
  recommendations: z.array(recommendationSchema).default([]).describe('Rekommendationerna, i ordning.'),
  measures: z.array(measureSchema).default([]).describe('Uppgifter i siffror om system och nämnder.'),
  samples: z.array(sampleSchema).default([]).describe('Stickprov.'),
  criticisms: z.array(criticismSchema).default([]).describe('Erinran och anmärkningar.'),
  discharge: z.array(dischargeSchema).default([]).describe('Ansvarsfrihet.'),
  followsUp: z
    .array(followUpSchema)
    .default([])
    .describe('Det som den här granskningen följer upp, och vad den kom fram till.'),
  responsesRequested: z
    .array(
      z.strictObject({
        body: bodyReference(),
        by: coarseDate().describe('Svar begärt senast.'),
        missing: truth().optional().describe('true om revisorerna har konstaterat att inget svar kom.'),
      }),
    )
    .default([])
    .describe('De svar som revisorerna har begärt.'),
  sources: z.array(sourceSchema).default([]).describe('Källor och intervjuer.'),
  corrections: z
    .array(correctionSchema)
    .default([])
    .describe('Ändringar efter publiceringen, den äldsta först.'),
  silence: silence(),
});

export type AuditData = z.output<typeof auditSchema>;
