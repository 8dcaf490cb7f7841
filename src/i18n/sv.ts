/** Every string on a page, by page family. What counts is a function of the count. */

import type { CoarseDate, PlainDate } from '../schemas/index.ts';
import {
  capitalised,
  formatDate,
  formatList,
  formatNumber,
  formatYears,
  writtenNumber,
  writtenOrdinal,
} from './format.ts';

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
      'Granskningsarkivet samlar de kommunala revisorernas rapporter: vad de mätte mot, vad de såg, vad de rekommenderade och vad som hände sedan.',
    asOf: (day: PlainDate) =>
      `Arkivet visas så som det stod den ${formatDate(day)}. Det som kom senare är utelämnat.`,
    links: [
      { label: 'Sök', path: '/sok/' },
      { label: 'Nämnder', path: '/namnder/' },
      { label: 'System', path: '/system/' },
      { label: 'Revisorer', path: '/revisorer/' },
      { label: 'Statistik', path: '/statistik/' },
      { label: 'Täckning', path: '/tackning/' },
      { label: 'Öppna data', path: '/data/' },
      { label: 'Ändringar', path: '/andringar/' },
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
  followUps: counted('uppföljning', 'uppföljningar'),
} as const;

export const registers = {
  noAudits: 'Arkivet har ingen granskning här.',
  noRecommendations: 'Arkivet har ingen rekommendation här.',
  noFindings: 'Arkivet har ingen iakttagelse här.',
  followedUp: (years: readonly string[]) => `uppföljd ${formatList(years)}`,
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
  },
  draft: {
    label: 'Utkast.',
    text: 'Det här syns bara medan du skriver. Rapporten publiceras först när raden draft är borta ur filen.',
  },
  catalogue: 'Här finns bara det som behövs för att hitta och jämföra rapporten.',
  sourceWithoutAddress: 'Arkivet känner ingen adress till den.',
  aboutSource: 'Om källan',
  pages: counted('sida', 'sidor'),
  unseen: (what: string) => `Arkivet har inte sett detta i rapporten: ${what}.`,
  /** For a catalogue entry, where what was seen and not is what the page is about. */
  seen: {
    source: 'Källan',
    at: (host: string) => `hos ${host}`,
    seen: 'Vad arkivet har sett',
    unseen: 'Vad arkivet inte har sett',
  },
  corrected: (date: PlainDate) => `Ändrad ${formatDate(date)}.`,
  seeCorrections: 'Se vad som ändrats.',
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
  /** Before what a report has, counted. Of a catalogue entry it is not known what else the report has. */
  has: {
    whole: 'Rapporten har',
    catalogue: 'Ur rapporten finns här',
  },
  noBodies: 'Arkivet har inte sett vilka som granskades.',
  noCommissioner: 'Arkivet har inte sett vem som gav uppdraget.',
  parts: {
    questions: 'Revisionsfrågor och svar',
    recommendations: 'Rekommendationer',
    aftermath: 'Vad hände sedan?',
    sources: 'Källor',
    about: 'Om granskningen',
    corrections: 'Publicering och ändringar',
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
    title: (size: number, unit: string, isLeast = false) =>
      `${isLeast ? 'minst ' : ''}${formatNumber(size)} ${unit}`,
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

/** What became of what was said: verdicts of auditors and answers of bodies. */
export const history = {
  now: 'Läget nu',
  states: 'Rekommendationernas läge',
  age: 'Ålder',
  given: (years: readonly [number, number], published: CoarseDate) =>
    `${formatYears(years)}, gavs ${formatDate(published)}`,
  lastChecked: 'Senast prövad',
  old: (years: readonly [number, number]) => `${capitalised(formatYears(years))} gammal`,
  neverChecked: 'Aldrig, såvitt arkivet vet',
  checkedShort: (date: CoarseDate) => `Prövad ${formatDate(date)}`,
  dueShort: (date: CoarseDate) => `Ska vara klar ${formatDate(date)}`,
  due: 'Ska vara klar',
  noDue: 'Inget datum angivet',
  isPast: 'har passerat',
  moved: (times: number) => (times === 1 ? 'flyttat en gång' : `flyttat ${writtenNumber(times)} gånger`),
  expected: 'Uppföljning väntad',
  isOverdue: 'har inte kommit',
  cameForWhole: (date: CoarseDate) => `kom ${formatDate(date)}, men bara för rapporten som helhet`,
  cadence: (
    principal: { readonly name: string; readonly followUpAfterYears?: number | undefined },
    usualYears: number,
  ) =>
    principal.followUpAfterYears === undefined
      ? `arkivet räknar med ${writtenNumber(usualYears)} år när huvudmannen inte har sagt något annat`
      : `${writtenNumber(principal.followUpAfterYears)} år efter rapporten, enligt ${principal.name}`,
  later: (who: string, date: CoarseDate) => `${who}, ${formatDate(date)}, efter revisorernas omdöme`,
  self: {
    verdict: (date: CoarseDate) => `uppföljningen ${formatDate(date)}`,
    claim: (who: string, date: CoarseDate) => `svaret från ${who} ${formatDate(date)}`,
  },
  verdict: {
    by: 'Revisorerna i',
    concerns: 'Gäller',
    evidence: 'Vilar på',
    checked: (date: CoarseDate) => `Prövat ${formatDate(date)}`,
    unseen: 'Arkivet har inte sett omdömet',
    finding: (number: number) => `Iakttagelse ${formatNumber(number)}`,
    question: (number: string) => (/^\d/.test(number) ? `Revisionsfråga ${number}` : number),
    part: (place: string) => `del\u00a0${place}`,
    followedUp: (date: CoarseDate) => `Uppföljd ${formatDate(date)}:`,
  },
  claim: {
    says: 'svarar',
    action: 'Åtgärd',
    responsible: 'Ansvarig',
    due: 'Utlovat till',
    moved: (from: CoarseDate, to: CoarseDate, times: number) =>
      `Slutdatum flyttat från ${formatDate(from)} till ${formatDate(to)}${times > 1 ? `, ${writtenOrdinal(times)} gången` : ''}.`,
    whole: 'Hela svaret',
    source: 'Källa',
    of: 'Svar på',
  },
  onTheWhole: {
    title: 'Om rapporten som helhet',
    lead: 'De här omdömena gäller hela rapporten eller dess rekommendationer samlat. Vad som blivit av just den här rekommendationen säger de inte.',
  },
  onFinding: {
    title: (count: number) =>
      count === 1 ? 'Om iakttagelsen den bygger på' : 'Om iakttagelserna den bygger på',
    lead: 'Omdömet gäller iakttagelsen, inte rekommendationen.',
  },
  none: {
    all: 'Arkivet har varken något svar från dem som rekommendationen riktas till eller någon uppföljning av revisorerna.',
    ofThese: 'Arkivet har varken något svar härifrån eller någon uppföljning av revisorerna.',
    onlyWhole:
      'Arkivet har varken något svar på just den här rekommendationen eller någon uppföljning av den. Rapporten som den står i har däremot följts upp som helhet.',
    onlyOthers:
      'Arkivet har varken något svar på just den här rekommendationen eller någon uppföljning av den. Andra delar av rapporten har däremot följts upp.',
    onlyParts: 'Rekommendationen är inte uppföljd som helhet. Dess delar har var sitt läge ovan.',
    part: 'Varken svar eller uppföljning i arkivet.',
  },
} as const;

/** What a report's page tells of the time after it. */
export const aftermath = {
  none: 'Arkivet har varken sett någon senare granskning som följer upp den här eller något svar från de granskade.',
  noneOfCatalogue:
    'Arkivet har varken sett någon senare granskning som följer upp den här eller något svar från de granskade. Rekommendationerna har det inte heller sett.',
  followedUpIn: 'Uppföljd i',
  followUps: 'Senare granskningar',
  requested: 'Begärda svar',
  requestedBy: (by: CoarseDate) => `svar begärt senast ${formatDate(by)}`,
  outcome: {
    given: 'Svaret finns i arkivet',
    missing: 'Inget svar kom, enligt revisorerna',
    unknown: 'Inte i arkivet, vilket inte betyder att det saknas',
  },
  responses: 'Svar',
  noResponses: 'Arkivet har inget svar från de granskade.',
  noFollowUps: 'Arkivet har inte sett någon senare granskning som följer upp den här.',
  responseFrom: 'Svar från',
  unanswered: 'Svaret tar inte upp någon enskild rekommendation.',
  brief: {
    none: 'Arkivet har varken sett svar eller uppföljning.',
    more: 'Läs vad som hände',
    responses: (count: number) =>
      count === 1 ? 'Ett svar i arkivet.' : `${writtenNumber(count)} svar i arkivet.`,
  },
} as const;

/** A report's verdicts on earlier things. */
export const followUps = {
  heads: ['Det som följs upp', 'Revisorernas omdöme'],
  self: (number: number) => `uppföljning ${formatNumber(number)}`,
  title: (number: number) => `Uppföljning ${formatNumber(number)}`,
  outside: 'Den tidigare granskningen finns inte i arkivet',
  brief: 'Det som följs upp',
  about: (what: string) => `Gäller ${what}`,
  read: 'Läs den hos',
} as const;

export const recommendation = {
  parts: 'Delar',
  partsNote: 'Följs upp var för sig.',
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
  siblings: 'I samma rapport',
  previous: 'Föregående',
  next: 'Nästa',
  all: (count: number) =>
    count === 1
      ? 'Rapportens enda rekommendation'
      : `Alla ${formatNumber(count)} rekommendationer i rapporten`,
  citing: 'Så citerar du',
} as const;
