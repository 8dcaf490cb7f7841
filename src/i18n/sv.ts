/** Every string on a page, by page family. What counts is a function of the count. */

import type { PlainDate } from '../schemas/index.ts';
import { formatDate, formatNumber } from './format.ts';

function counted(one: string, many: string) {
  return (count: number) => `${formatNumber(count)} ${count === 1 ? one : many}`;
}

export const site = {
  name: 'Granskningsarkivet',
  skip: 'Till innehållet',
  navigation: 'Arkivet',
  breadcrumbs: 'Du är här',
  start: 'Start',
  sections: [
    { label: 'Granskningar', path: '/granskningar/' },
    { label: 'Rekommendationer', path: '/rekommendationer/' },
    { label: 'Kommuner', path: '/kommuner/' },
    { label: 'Kriterier', path: '/kriterier/' },
    { label: 'Ämnen', path: '/amnen/' },
    { label: 'Ordlista', path: '/ordlista/' },
    { label: 'Om', path: '/om/' },
  ],
  footer: {
    label: 'Om arkivet',
    about:
      'Granskningsarkivet samlar de kommunala revisorernas rapporter: vad de mätte mot, vad de såg och vad de rekommenderade.',
    links: [
      { label: 'Nämnder', path: '/namnder/' },
      { label: 'System', path: '/system/' },
      { label: 'Revisorer', path: '/revisorer/' },
      { label: 'Täckning', path: '/tackning/' },
      { label: 'Ordlista', path: '/ordlista/' },
      { label: 'Skriv i arkivet', path: '/guide/' },
      { label: 'Om arkivet', path: '/om/' },
    ],
  },
  selfLink: (what: string) => `Länk till ${what}`,
} as const;

export const counts = {
  audits: counted('granskning', 'granskningar'),
  findings: counted('iakttagelse', 'iakttagelser'),
  recommendations: counted('rekommendation', 'rekommendationer'),
  questions: counted('revisionsfråga', 'revisionsfrågor'),
  measures: counted('mätvärde', 'mätvärden'),
  samples: counted('stickprov', 'stickprov'),
  sources: counted('källa', 'källor'),
  criteria: counted('kriterium', 'kriterier'),
} as const;

export const marks = {
  notFollowedUp: 'Ej uppföljd i arkivet',
} as const;

export const registers = {
  noAudits: 'Arkivet har ingen granskning här.',
  noRecommendations: 'Arkivet har ingen rekommendation här.',
  noFindings: 'Arkivet har ingen iakttagelse här.',
  pagination: 'Sidor',
  page: (number: number, count: number) => `Sida ${number} av ${count}`,
  previous: 'Föregående',
  next: 'Nästa',
  to: 'Till',
  printedAs: (words: string) => `i rapporten ”${words}”`,
} as const;

export const report = {
  overview: 'Översikt',
  contents: 'Innehåll',
  renditions: {
    original: 'Rapporten står här så som revisionen skrev den:',
    restated: 'Texten är arkivets; revisorernas ordalydelse står i',
    catalogue: 'Här finns bara det som behövs för att hitta och jämföra rapporten, som heter',
  },
  sourceWithoutAddress: 'Arkivet känner ingen adress till den.',
  aboutSource: 'Om källan',
  pages: counted('sida', 'sidor'),
  unseen: (what: string) => `Arkivet har inte sett detta i rapporten: ${what}.`,
  corrected: (date: PlainDate) => `Rättad ${formatDate(date)}.`,
  seeCorrections: 'Se rättelserna.',
  purpose: 'Syfte',
  overallVerdicts: { one: 'Sammanfattande omdöme', many: 'Sammanfattande omdömen' },
  overallAbout: (about: string) => `Gäller ${about}`,
  against: 'mot',
  discharge: 'Ansvarsfrihet',
  particulars: {
    bodies: 'Granskade',
    commissionedBy: 'Uppdragsgivare',
    experts: 'Sakkunniga',
    criteria: 'Revisionskriterier',
    systems: 'System',
    topics: (count: number) => (count === 1 ? 'Ämne' : 'Ämnen'),
    type: 'Typ',
    year: 'Granskat år',
    yearUnsaid: 'Arkivet känner inte det granskade året.',
    published: 'Utgiven',
    reportNumber: 'Rapportnummer',
    diaryNumber: 'Diarienummer',
    methods: 'Metoder',
    includes: 'Omfattar',
    excludes: 'Lämnar utanför',
    people: 'Granskare',
    source: 'Om källan',
    scale: 'Bedömningsskala',
  },
  has: 'Rapporten har',
  noBodies: 'Arkivet har inte sett vilka som granskades.',
  noCommissioner: 'Arkivet har inte sett vem som gav uppdraget.',
  parts: {
    questions: 'Revisionsfrågor och svar',
    recommendations: 'Rekommendationer',
    sources: 'Källor',
    about: 'Om granskningen',
    corrections: 'Rättelser',
    citing: 'Så citerar du',
    further: 'Läs vidare',
  },
  questions: {
    question: 'Revisionsfråga',
    answer: 'Svar',
    noAnswer: 'Inget eget svar',
    answerUnseen: 'Arkivet har inte sett svaret.',
    noAnswers: 'Rapporten svarar inte på frågorna var för sig.',
    answersUnseen: 'Arkivet har inte sett svaren.',
  },
  findings: {
    observation: 'Iakttagelse',
    assessment: 'Bedömning',
    self: (number: number) => `iakttagelse ${formatNumber(number)}`,
    lost: {
      observation: 'Iakttagelsen har gått förlorad i källan.',
      assessment: 'Bedömningen har gått förlorad i källan.',
    },
    unseen: {
      observation: 'Arkivet har inte sett iakttagelsen.',
      assessment: 'Arkivet har inte sett bedömningen.',
    },
    absent: {
      observation: 'Rapporten anger ingen iakttagelse här.',
      assessment: 'Rapporten anger ingen bedömning här.',
    },
    measuredAgainst: 'Mäts mot',
  },
  recommendations: {
    ownPage: 'Egen sida',
    ownPageOf: (title: string) => `Egen sida för ${title}`,
    to: 'Till',
    toAll: 'Till alla granskade',
    restsOn: 'Bygger på iakttagelse',
    by: (who: string) => `Ges av ${who.toLocaleLowerCase('sv')}`,
  },
  measures: {
    caption: 'Uppgifter i siffror:',
    of: 'Uppgift',
    value: 'Värde',
    source: 'Källa',
    everyone: 'samtliga',
    approximately: (value: string) => `omkring ${value}`,
  },
  samples: {
    word: 'Stickprov',
    in: 'i',
    self: (title: string) => `stickprovet ${title}`,
    title: (size: number, unit: string, isLeast = false) => `${isLeast ? 'minst ' : ''}${formatNumber(size)} ${unit}`,
    period: 'Kontrollerad tid',
    withoutActivity: 'Inget att granska',
    suspected: 'Misstankar',
    cleared: 'Fick sin förklaring',
    deviations: 'Avvikelser',
    asked: 'Tillfrågade',
    unanswered: 'Svarade inte',
    outOf: (count: number, size: number) => `${formatNumber(count)} av ${formatNumber(size)}`,
    none: 'Inga',
  },
  sources: {
    supports: (what: string) => `stöder uppgiften om ${what}`,
    untitled: 'Utan titel',
  },
  citing: {
    permanent: 'Adressen är beständig.',
    parts: 'Varje iakttagelse och rekommendation har sin egen: följ dess nummer.',
  },
  further: {
    municipality: (count: number, name: string) => `Alla ${formatNumber(count)} granskningar av ${name}`,
    topics: (names: string, count: number) => `${count === 1 ? 'Samma ämne' : 'Samma ämnen'}: ${names}`,
    bodyTypes: (names: string) => `Samma slags nämnd: ${names}`,
    none: 'Arkivet har ännu ingen annan granskning av samma huvudman, i samma ämne eller av samma slags nämnd.',
  },
  description: (of: {
    readonly municipality: string;
    readonly year: number;
    readonly findings: number;
    readonly recommendations: number;
  }) =>
    `Revisionsrapport från ${of.municipality}, ${of.year}: ${counts.findings(of.findings)} och ${counts.recommendations(of.recommendations)}.`,
} as const;

export const recommendation = {
  parts: 'Delar',
  partsNote: 'Kan följas upp var för sig.',
  particulars: 'Uppgifter',
  to: 'Till',
  toAll: 'alla granskade:',
  onBehalfOf: ', på uppdrag av ',
  by: 'Ges av',
  published: 'Gavs',
  findings: (count: number) => (count === 1 ? 'Iakttagelsen den bygger på' : 'Vad den bygger på'),
  noFinding: 'Rapporten knyter inte rekommendationen till någon enskild iakttagelse.',
  criteria: 'Vilar på',
  area: 'Avsnitt',
  systems: 'System',
  topics: 'Ämnen',
  history: 'Vad som hänt sedan',
  noHistory:
    'Arkivet har varken något svar från dem som rekommendationen riktas till eller någon uppföljning av revisorerna.',
  siblings: 'I samma rapport',
  previous: 'Föregående',
  next: 'Nästa',
  all: (count: number) =>
    count === 1
      ? 'Rapportens enda rekommendation'
      : `Alla ${formatNumber(count)} rekommendationer i rapporten`,
  citing: 'Så citerar du',
} as const;
