import { z } from 'zod';
import {
  addresseeRoles,
  auditorKinds,
  auditTypes,
  bodyForms,
  type CodeOf,
  claims,
  correctionKinds,
  criterionDivisions,
  criterionKinds,
  criticismKinds,
  dischargeDecisions,
  dischargeOpinions,
  followUpObjects,
  grades,
  modalities,
  principalKinds,
  recommendationKinds,
  recommenders,
  renditions,
  shownStates,
  sourceKinds,
  stances,
  type Vocabulary,
  verifiedStatuses,
} from '../schemas/index.ts';

/*
 * The shapes of the JSON files: one document for each kind of page. What is not known is left out; a list without items is empty.
 * Within a version fields may come to be, but none is taken away, renamed or given another meaning.
 */

export const shapeVersion = 1;

/** One of a vocabulary's codes. */
export function code<const V extends Vocabulary>(vocabulary: V) {
  return z.enum(vocabulary.map(({ code }) => code) as [CodeOf<V>, ...CodeOf<V>[]]);
}

/** A date as fine as it is known: `2017`, `2017-10`, `2017-10-12`. */
export const date = () => z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const day = () => z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Absolute, or from the host's root where the site was built without knowing where it will live. */
export const address = () => z.string().regex(/^(https?:\/\/|\/)\S*$/);
const text = () => z.string().min(1);
const whole = () => z.int().nonnegative();

const reference = z
  .strictObject({
    id: text().describe('Sakens id i arkivet.'),
    name: text().describe('Namnet.'),
    url: address().describe('Sakens sida.'),
  })
  .meta({ id: 'reference', description: 'En hänvisning till något som har en egen sida.' });

const auditReference = z
  .strictObject({
    id: text().describe('Granskningens id: huvudman/granskning.'),
    title: text().describe('Titeln.'),
    municipality: text().describe('Huvudmannens id.'),
    published: date().describe('När den gavs ut.'),
    url: address().describe('Granskningens sida.'),
  })
  .meta({ id: 'audit-reference', description: 'En hänvisning till en granskning.' });

const recommendationReference = z
  .strictObject({
    id: text().describe('Rekommendationens id: granskning#del.'),
    text: text().describe('Vad som rekommenderas, som ren text.'),
    state: code(shownStates).describe('Läget hos den mottagare där minst är gjort.'),
    url: address().describe('Rekommendationens sida.'),
  })
  .meta({ id: 'recommendation-reference', description: 'En hänvisning till en rekommendation.' });

const period = z
  .strictObject({
    from: date().optional().describe('Första dagen.'),
    until: date().optional().describe('Sista dagen.'),
  })
  .meta({ id: 'period', description: 'En tid, så noga den är känd.' });

const citedCriterion = z
  .strictObject({
    ...reference.shape,
    parts: z
      .array(
        z.strictObject({
          key: text().describe('Delen så som den skrivs i arkivet: 6:7.'),
          label: text().describe('Delen så som läsare ser den: 6 kap. 7 §.'),
          url: address().describe('Delens sida.'),
        }),
      )
      .describe('De delar som nämns.'),
    printed: text().optional().describe('Så som rapporten skriver det.'),
  })
  .meta({ id: 'cited-criterion', description: 'Ett kriterium som något vilar på.' });

const verdict = {
  verdict: text().optional().describe('Omdömet med revisorernas egna ord.'),
  grade: code(grades).describe('Omdömet på arkivets skala.'),
};

const block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('html'),
    html: text().describe('Löpande text som HTML.'),
  }),
  z.strictObject({
    kind: z.literal('part'),
    part: text().describe('Den del av rapporten som sidan visar här, t.ex. Findings.'),
    only: text().optional().describe('Det område, den mottagare eller det system som visas.'),
  }),
]);
const body = () => z.array(block).describe('Den löpande texten, i ordning.');

const question = z
  .strictObject({
    id: text().describe('Frågans id i rapporten.'),
    label: text().optional().describe('Den tryckta beteckningen.'),
    text: text().describe('Frågan.'),
    under: text().optional().describe('Den fråga som denna är en del av.'),
    answers: z
      .array(
        z.strictObject({
          ...verdict,
          body: reference.optional().describe('Nämnden, om svaret bara gäller den.'),
          system: reference.optional().describe('Systemet, om svaret bara gäller det.'),
          followUp: text().optional().describe('Uppföljningens id, om svaret bara gäller den.'),
          text: text().optional().describe('Svaret.'),
        }),
      )
      .describe('Svaren.'),
  })
  .meta({ id: 'question', description: 'En revisionsfråga och dess svar.' });

const finding = z
  .strictObject({
    id: text().describe('Iakttagelsens id i rapporten.'),
    url: address().describe('Dess plats på rapportens sida.'),
    area: text().optional().describe('Områdets id.'),
    observation: text().optional().describe('Vad revisorerna såg.'),
    assessment: text().optional().describe('Deras bedömning.'),
    lost: z.enum(['observation', 'assessment']).optional().describe('Den del som gått förlorad i källan.'),
    unseen: z.enum(['observation', 'assessment']).optional().describe('Den del som arkivet inte har sett.'),
    ...verdict,
    bodies: z.array(reference).describe('De nämnder den gäller.'),
    systems: z.array(reference).describe('De system den gäller.'),
    criteria: z.array(citedCriterion).describe('Det den mäts mot.'),
    topics: z.array(reference).describe('Ämnen.'),
    recommendations: z.array(text()).describe('Rekommendationer som bygger på den, som id i rapporten.'),
  })
  .meta({ id: 'finding', description: 'En iakttagelse.' });

const event = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('verdict').describe('Ett omdöme av revisorer.'),
      date: date(),
      status: code(verifiedStatuses).describe('Vad revisorerna fann.'),
      verdict: text().optional().describe('Med deras egna ord.'),
      audit: auditReference.describe('Granskningen som gav omdömet.'),
      url: address().describe('Omdömets plats.'),
      state: code(shownStates).describe('Läget därefter.'),
    }),
    z.strictObject({
      kind: z.literal('claim').describe('Nämndens egen uppgift, som ingen revisor har prövat.'),
      date: date(),
      claim: code(claims).optional().describe('Vad nämnden säger att den har gjort.'),
      stance: code(stances).optional().describe('Om nämnden håller med.'),
      printed: text().optional().describe('Så som nämnden uttrycker det.'),
      action: text().optional().describe('Åtgärden.'),
      due: date().optional().describe('När det ska vara klart.'),
      from: reference.describe('Nämnden som svarar.'),
      response: text().describe('Svarets id.'),
      state: code(shownStates).describe('Läget därefter.'),
    }),
  ])
  .meta({ id: 'event', description: 'Något som hänt med en rekommendation: ett omdöme eller en uppgift.' });

const standing = z
  .strictObject({
    body: reference.optional().describe('Mottagaren, om den är en nämnd.'),
    group: text().optional().describe('Mottagaren, om rapporten bara nämner en grupp.'),
    role: code(addresseeRoles).optional().describe('Mottagarens uppgift.'),
    state: code(shownStates).describe('Läget.'),
    isClosed: z.boolean().describe('Har ett omdöme avslutat den?'),
    unverifiedClaim: code(claims).optional().describe('Vad nämnden sagt efter det senaste omdömet.'),
    lastChecked: date().optional().describe('När revisorerna senast prövade den.'),
    due: date().optional().describe('När den ska vara klar.'),
    dueMoves: z
      .array(z.strictObject({ from: date(), to: date() }))
      .describe('Varje gång slutdatum flyttats.'),
    events: z.array(event).describe('Vad som hänt, i tidens ordning.'),
  })
  .meta({ id: 'standing', description: 'Hur en rekommendation står hos en mottagare.' });

const recommendation = z
  .strictObject({
    id: text().describe('Rekommendationens id i rapporten.'),
    number: whole().describe('Dess nummer bland rapportens rekommendationer.'),
    url: address().describe('Rekommendationens sida.'),
    label: text().optional().describe('Den tryckta beteckningen.'),
    kind: code(recommendationKinds).describe('Vad rapporten kallar den.'),
    by: code(recommenders).optional().describe('Vem som rekommenderar.'),
    modality: code(modalities).optional().describe('Ska, bör eller kan.'),
    toAll: z.boolean().describe('Riktas den till alla granskade?'),
    text: text().describe('Vad som rekommenderas.'),
    findings: z.array(text()).describe('Iakttagelserna den bygger på, som id i rapporten.'),
    area: text().optional().describe('Områdets id.'),
    systems: z.array(reference).describe('System.'),
    criteria: z.array(citedCriterion).describe('Det den vilar på.'),
    topics: z.array(reference).describe('Ämnen.'),
    due: date().optional().describe('När revisorerna vill att den är åtgärdad.'),
    state: code(shownStates).describe('Läget hos den mottagare där minst är gjort.'),
    ageInYears: z.tuple([whole(), whole()]).describe('Hela år sedan den gavs: minst och mest.'),
    followUpExpected: date().describe('När den borde ha följts upp.'),
    isFollowUpOverdue: z.boolean().describe('Har den tiden gått utan uppföljning?'),
    standings: z.array(standing).describe('En för varje mottagare.'),
    parts: z
      .array(
        z.strictObject({
          id: text().describe('Delens id.'),
          text: text().describe('Vad delen går ut på.'),
          standings: z.array(standing).describe('En för varje mottagare.'),
        }),
      )
      .describe('Delar som kan följas upp var för sig.'),
  })
  .meta({ id: 'recommendation', description: 'En rekommendation och vad som hänt med den.' });

const followUp = z
  .strictObject({
    id: text().describe('Uppföljningens id: granskning#del.'),
    url: address().describe('Dess plats på den sida som gav omdömet.'),
    audit: auditReference.describe('Granskningen som gav omdömet.'),
    object: code(followUpObjects).describe('Vad som följdes upp.'),
    target: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.enum(['audit', 'recommendation', 'finding', 'question']),
          id: text().describe('Det som följdes upp: granskning eller granskning#del.'),
          part: text().optional().describe('Delen av rekommendationen.'),
        }),
        z.strictObject({
          kind: z.literal('outside'),
          about: text().describe('Vad den tidigare granskningen gällde.'),
          title: text().optional(),
          year: z.int().optional(),
          publisher: text().optional(),
          url: address().optional(),
        }),
      ])
      .describe('Det som följdes upp, i arkivet eller utanför det.'),
    bodies: z.array(reference).describe('De nämnder som omdömet gäller; tom för alla.'),
    date: date().describe('När det prövades.'),
    verdict: text()
      .optional()
      .describe('Omdömet med revisorernas egna ord; saknas om arkivet inte sett det.'),
    status: code(verifiedStatuses).optional().describe('Vad det betyder för det som följdes upp.'),
    grade: code(grades).optional().describe('Betyget, där det gavs ett sådant i stället.'),
    comment: text().optional(),
    evidence: z.array(text()).describe('Vad omdömet vilar på.'),
  })
  .meta({ id: 'follow-up', description: 'Ett omdöme av revisorer om något tidigare.' });

const response = z
  .strictObject({
    id: text().describe('Svarets id.'),
    from: reference.describe('Nämnden som svarar.'),
    date: date().describe('När det beslutades.'),
    decision: text().optional().describe('Paragraf och protokoll.'),
    diaryNumber: text().optional().describe('Diarienummer.'),
    url: address().optional().describe('Svaret hos huvudmannen.'),
    answers: z
      .array(
        z.strictObject({
          recommendation: text().describe('Rekommendationens id i rapporten.'),
          part: text().optional().describe('Delen av den.'),
          stance: code(stances).optional(),
          claim: code(claims).optional(),
          printed: text().optional(),
          action: text().optional(),
          responsible: text().optional().describe('Ansvarig funktion.'),
          due: date().optional(),
        }),
      )
      .describe('Svar på enskilda rekommendationer.'),
    body: body(),
  })
  .meta({ id: 'response', description: 'En nämnds eget svar på en granskning: uppgifter, aldrig omdömen.' });

const measure = z
  .strictObject({
    system: reference.optional(),
    body: reference.optional(),
    of: text().describe('Vad som räknas eller mäts.'),
    value: z.union([z.number(), z.literal('samtliga')]).describe('Ett tal, eller samtliga.'),
    unit: text().optional().describe('Enheten; saknas för antal.'),
    approximate: z.boolean().optional().describe('Säger källan ungefär?'),
    at: date().optional().describe('När det gällde.'),
    source: text().optional().describe('Vem som lämnat uppgiften.'),
    note: text().optional(),
  })
  .meta({ id: 'measure', description: 'En uppgift i siffror.' });

const sample = z
  .strictObject({
    id: text(),
    url: address(),
    system: reference.optional(),
    body: reference.optional(),
    unit: text().describe('Vad som drogs.'),
    size: whole().describe('Hur många.'),
    atLeast: z.boolean().optional().describe('Säger källan bara minst så många?'),
    method: text().optional(),
    period: text().optional().describe('Vilken tid som kontrollerades.'),
    withoutActivity: whole().optional(),
    suspected: whole().optional(),
    cleared: whole().optional(),
    deviations: whole().optional(),
    asked: whole().optional(),
    unanswered: whole().optional(),
    text: text().optional(),
  })
  .meta({ id: 'sample', description: 'Ett stickprov.' });

/** What every document begins with. */
function head<const Kind extends string>(kind: Kind) {
  return {
    $schema: address().describe('Schemat som filen följer.'),
    kind: z.literal(kind).describe('Vad för slags dokument det är.'),
    version: z.literal(shapeVersion).describe('Formens version.'),
    asOf: day().describe('Den dag som lägen och åldrar är räknade för.'),
    license: z
      .literal('https://creativecommons.org/publicdomain/zero/1.0/')
      .optional()
      .describe('Saknas där rapporten återges med revisionens egen text.'),
    url: address().describe('Sidan som filen motsvarar.'),
  };
}

function document<const Kind extends string, Shape extends z.ZodRawShape>(
  kind: Kind,
  description: string,
  shape: Shape,
) {
  return z.strictObject({ ...head(kind), ...shape }).describe(description);
}

const audits = () => z.array(auditReference).describe('Granskningarna, den nyaste först.');
const recommendations = () => z.array(recommendationReference).describe('Rekommendationerna.');
const findingPlaces = () =>
  z
    .array(z.strictObject({ id: text().describe('granskning#del'), url: address() }))
    .describe('Iakttagelserna.');
const references = (what: string) => z.array(reference).describe(what);

const bodyInMunicipality = z.strictObject({
  ...reference.shape,
  form: code(bodyForms),
  type: text().optional().describe('Nämndtypens id.'),
  exists: period.optional(),
});

const tally = {
  total: whole().describe('Rekommendationer, räknade en gång för varje mottagare som ska göra något.'),
  assessed: whole().describe('Så många som revisorerna har prövat.'),
  byOutcome: z.record(z.string(), whole()).describe('Efter det omdöme av revisorerna som gäller.'),
};

export const documents = {
  archive: document('archive', 'Arkivets startsida: vad det har, och vägen till resten.', {
    name: text(),
    counts: z.record(z.string(), whole()).describe('Hur många det finns av varje.'),
    registers: z.array(z.strictObject({ name: text(), url: address().describe('Registret som JSON.') })),
    latest: audits(),
  }),
  audit: document('audit', 'En granskning med allt som hör till den.', {
    id: text(),
    title: text(),
    subtitle: text().optional(),
    municipality: reference.describe('Huvudmannen.'),
    year: z.int().optional().describe('Det granskade året.'),
    published: date().describe('När rapporten gavs ut.'),
    type: code(auditTypes).describe('Vad för slags granskning det är.'),
    typePrinted: text().optional(),
    reportNumber: text().optional(),
    diaryNumber: text().optional(),
    rendition: code(renditions).describe('Revisionens egen text, arkivets återberättelse eller katalogpost.'),
    unseen: z.array(text()).describe('Det i rapporten som arkivet inte har sett.'),
    source: z
      .strictObject({
        title: text(),
        publisher: text().optional(),
        url: address().optional(),
        pages: whole().optional(),
        note: text().optional(),
      })
      .describe('Var rapporten finns.'),
    commissionedBy: reference.optional().describe('Uppdragsgivaren.'),
    experts: references('De sakkunniga.'),
    people: z.array(
      z.strictObject({
        name: text(),
        role: text().optional(),
        title: text().optional(),
        organisation: reference.optional(),
      }),
    ),
    bodies: z.array(z.strictObject({ ...reference.shape, as: text().optional() })).describe('De granskade.'),
    groups: z.array(text()).describe('Granskade som rapporten bara nämner samlat.'),
    systems: references('De granskade systemen.'),
    topics: references('Ämnen.'),
    methods: z.array(text()),
    purpose: text().optional(),
    scope: z.strictObject({ includes: text().optional(), excludes: text().optional() }).optional(),
    criteria: z.array(citedCriterion).describe('Revisionskriterierna.'),
    scales: z
      .array(
        z.strictObject({
          id: text(),
          words: z.array(z.strictObject({ word: text(), grade: code(grades) })),
        }),
      )
      .describe('De ord som rapporten graderar med.'),
    verdicts: z
      .array(
        z.strictObject({
          about: text(),
          verdict: text(),
          grade: code(grades),
          bodies: z.array(reference),
          text: text().optional(),
        }),
      )
      .describe('Sammanfattande omdömen.'),
    questions: z.array(question),
    areas: z.array(z.strictObject({ id: text(), label: text().optional(), title: text() })),
    findings: z.array(finding),
    recommendations: z.array(recommendation),
    measures: z.array(measure),
    samples: z.array(sample),
    criticisms: z.array(
      z.strictObject({ id: text(), kind: code(criticismKinds), body: reference, text: text() }),
    ),
    discharge: z.array(
      z.strictObject({
        body: reference,
        opinion: code(dischargeOpinions).optional(),
        decision: code(dischargeDecisions).optional(),
        date: date().optional(),
        text: text().optional(),
      }),
    ),
    sources: z.array(
      z.strictObject({
        kind: code(sourceKinds),
        title: text().optional(),
        publisher: text().optional(),
        number: text().optional(),
        date: date().optional(),
        with: text().optional(),
        url: address().optional(),
        criterion: reference.optional(),
        note: text().optional(),
        supports: text().optional(),
      }),
    ),
    followUps: z.array(followUp).describe('Omdömen som den här granskningen ger om något tidigare.'),
    followedUpBy: z.array(followUp).describe('Omdömen som senare granskningar ger om den här.'),
    responses: z.array(response).describe('Nämndernas svar.'),
    responsesRequested: z.array(
      z.strictObject({
        from: reference,
        by: date(),
        outcome: z.enum(['given', 'missing', 'unknown']),
      }),
    ),
    corrections: z
      .array(
        z.strictObject({
          date: day(),
          kind: code(correctionKinds).describe('Om något rättades, lades till eller maskades.'),
          text: text().describe('Vad som ändrades och varför.'),
          changes: z.array(
            z.strictObject({
              at: text().optional().describe('Stället.'),
              before: text().optional().describe('Hur det stod.'),
              after: text().optional().describe('Hur det står efter ändringen.'),
            }),
          ),
        }),
      )
      .describe('Ändringar sedan publiceringen.'),
    firstPublished: day().optional().describe('När arkivet först publicerade rapporten.'),
    lastChanged: day().optional().describe('När arkivet senast publicerade andra ord.'),
    digest: text().describe('SHA-256 av rapportens ord; guiden säger hur det räknas ut.'),
    body: body(),
  }),
  audits: document('audits', 'Alla granskningar, den nyaste först.', { items: audits() }),
  recommendations: document('recommendations', 'Alla rekommendationer.', { items: recommendations() }),
  municipality: document('municipality', 'En huvudman: kommun, region eller kommunalförbund.', {
    id: text(),
    code: text(),
    type: code(principalKinds),
    name: text(),
    place: text(),
    earlierNames: z.array(z.strictObject({ name: text(), until: date() })),
    county: text().optional(),
    exists: period.optional(),
    website: address().optional(),
    followUpAfterYears: whole().optional(),
    predecessors: references('De den kom efter.'),
    successors: references('De som tog över.'),
    bodies: z.array(bodyInMunicipality),
    auditors: references('Revisorer.'),
    audits: audits(),
  }),
  body: document('body', 'En nämnd, en styrelse eller ett bolag.', {
    id: text(),
    name: text(),
    municipality: reference,
    form: code(bodyForms),
    type: reference.optional(),
    office: text().optional(),
    earlierNames: z.array(z.strictObject({ name: text(), until: date() })),
    exists: period.optional(),
    sharedWith: references('Andra huvudmän.'),
    predecessors: references('De den kom efter.'),
    successors: references('De som tog över.'),
    audits: audits(),
    findings: findingPlaces(),
    recommendations: recommendations(),
    responses: z.array(text()).describe('Svar, som id.'),
  }),
  'body-type': document('body-type', 'En nämndtyp.', {
    id: text(),
    name: text(),
    plural: text(),
    synonyms: z.array(text()),
    about: text(),
    bodies: references('Nämnderna.'),
    audits: audits(),
    recommendations: recommendations(),
  }),
  topic: document('topic', 'Ett ämne.', {
    id: text(),
    name: text(),
    synonyms: z.array(text()),
    about: text(),
    broader: reference.optional(),
    narrower: references('De ämnen som hör under det.'),
    audits: audits(),
    findings: findingPlaces(),
    recommendations: recommendations(),
  }),
  criterion: document('criterion', 'Ett kriterium: en lag, en standard eller en annan måttstock.', {
    id: text(),
    name: text(),
    title: text(),
    type: code(criterionKinds),
    shortNames: z.array(text()),
    synonyms: z.array(text()),
    number: text().optional(),
    issuer: text().optional(),
    municipality: reference.optional(),
    division: code(criterionDivisions),
    inForce: period.optional(),
    appliesFrom: date().optional(),
    link: address().optional().describe('Den officiella texten.'),
    eli: address().optional().describe('Rättsaktens ELI, där EU har gett den en.'),
    about: text().optional(),
    replaces: references('De den ersatte.'),
    replacedBy: references('De som ersatte den.'),
    parts: z.array(
      z.strictObject({
        key: text(),
        label: text(),
        kind: z.enum(['chapter', 'section', 'article']),
        title: text().optional(),
        url: address(),
      }),
    ),
    audits: audits(),
  }),
  'criterion-part': document('criterion-part', 'Ett kapitel, en paragraf eller en artikel.', {
    id: text().describe('kriterium/del'),
    criterion: reference,
    type: z.enum(['chapter', 'section', 'article']),
    label: text(),
    citation: text(),
    title: text().optional(),
    chapter: reference.optional(),
    sections: references('Kapitlets paragrafer.'),
    replaces: z.array(z.strictObject({ ...reference.shape, note: text().optional() })),
    replacedBy: z.array(z.strictObject({ ...reference.shape, note: text().optional() })),
    citations: z
      .array(
        z.strictObject({
          place: z.enum(['criteria', 'text', 'finding', 'recommendation']),
          id: text().describe('granskning eller granskning#del'),
          url: address(),
        }),
      )
      .describe('Varje ställe i arkivet som nämner den.'),
  }),
  auditor: document('auditor', 'De som beställer eller gör granskningar.', {
    id: text(),
    name: text(),
    fullName: text().optional(),
    type: code(auditorKinds),
    municipality: reference.optional(),
    synonyms: z.array(text()),
    website: address().optional(),
    about: text().optional(),
    commissioned: audits(),
    assisted: audits(),
  }),
  system: document('system', 'Ett it-system som har granskats.', {
    id: text(),
    name: text(),
    fullName: text().optional(),
    type: text(),
    synonyms: z.array(text()),
    about: text().optional(),
    audits: audits(),
    findings: findingPlaces(),
    recommendations: recommendations(),
    measures: z.array(z.strictObject({ ...measure.shape, audit: text() })),
    samples: z.array(z.strictObject({ ...sample.shape, audit: text() })),
  }),
  register: document('register', 'Ett register: allt av ett slag som har en sida.', {
    name: text(),
    items: z.array(z.strictObject({ ...reference.shape, audits: whole().describe('Antal granskningar.') })),
  }),
  glossary: document('glossary', 'Ordlistan.', {
    items: z.array(
      z.strictObject({
        id: text(),
        term: text(),
        synonyms: z.array(text()),
        text: text(),
        see: z.array(text()),
        url: address(),
      }),
    ),
  }),
  statistics: document('statistics', 'Hur mycket av det revisorerna rekommenderar som blir gjort.', {
    ...tally,
    byYear: z.array(z.strictObject({ year: z.int(), ...tally })).describe('Efter utgivningsår.'),
  }),
  coverage: document('coverage', 'Vad arkivet omfattar.', {
    audits: whole(),
    municipalities: z.array(z.strictObject({ ...reference.shape, audits: z.array(auditReference) })),
    unseen: z.array(z.strictObject({ ...auditReference.shape, unseen: z.array(text()) })),
  }),
  page: document('page', 'En av arkivets egna sidor.', {
    title: text(),
    description: text(),
    body: body(),
  }),
  data: document('data', 'Arkivets alla uppgifter som filer.', {
    files: z.array(
      z.strictObject({
        name: text(),
        url: address(),
        mediaType: text(),
        rows: whole().optional(),
        bytes: whole(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    ),
  }),
} as const;

export type DocumentKind = keyof typeof documents;
export type DocumentOf<Kind extends DocumentKind> = z.input<(typeof documents)[Kind]>;
/** A document's own fields, without those that all have. */
export type Fields<Kind extends DocumentKind> = Omit<DocumentOf<Kind>, keyof ReturnType<typeof head>>;
export type Shapes = {
  readonly reference: z.input<typeof reference>;
  readonly auditReference: z.input<typeof auditReference>;
  readonly recommendationReference: z.input<typeof recommendationReference>;
  readonly citedCriterion: z.input<typeof citedCriterion>;
  readonly block: z.input<typeof block>;
  readonly question: z.input<typeof question>;
  readonly finding: z.input<typeof finding>;
  readonly event: z.input<typeof event>;
  readonly standing: z.input<typeof standing>;
  readonly recommendation: z.input<typeof recommendation>;
  readonly followUp: z.input<typeof followUp>;
  readonly response: z.input<typeof response>;
  readonly measure: z.input<typeof measure>;
  readonly sample: z.input<typeof sample>;
};
