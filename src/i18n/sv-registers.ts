/** Every string on the pages that list and relate: the start page, the registers, the coverage, the glossary and the guide. */
import type { CoarseDate } from '../schemas/index.ts';
import { capitalised, formatDate, formatList, formatNumber } from './format.ts';

/** A count and its noun, on one line. */
const counted = (one: string, many: string) => (n: number) =>
  `${formatNumber(n)}\u00a0${n === 1 ? one : many}`;

/** The same in running text, where one is written as a word. */
const written = (article: 'en' | 'ett', one: string, many: string) => (n: number) =>
  n === 1 ? `${article}\u00a0${one}` : counted(one, many)(n);

export const counts = {
  audits: counted('granskning', 'granskningar'),
  recommendations: counted('rekommendation', 'rekommendationer'),
  recommendationsUnseen: 'inga sedda rekommendationer',
  findings: counted('iakttagelse', 'iakttagelser'),
  bodies: counted('nämnd eller bolag', 'nämnder och bolag'),
  boards: counted('nämnd', 'nämnder'),
  sections: counted('paragraf', 'paragrafer'),
  articles: counted('artikel', 'artiklar'),
  systems: counted('system', 'system'),
  measures: counted('uppgift', 'uppgifter'),
  samples: counted('stickprov', 'stickprov'),
  terms: counted('uppslagsord', 'uppslagsord'),
  notFollowedUp: counted('rekommendation, ej uppföljd', 'rekommendationer, ej uppföljda'),
  commissioned: counted('på uppdrag', 'på uppdrag'),
  assisted: counted('utförd', 'utförda'),
  inArchive: (n: number) => `${formatNumber(n)} i arkivet`,
} as const;

/** Counts in running text. */
const inText = {
  audits: written('en', 'granskning', 'granskningar'),
  recommendations: written('en', 'rekommendation', 'rekommendationer'),
  boards: written('en', 'nämnd', 'nämnder'),
} as const;

const countedPrincipals = {
  municipality: written('en', 'kommun', 'kommuner'),
  region: written('en', 'region', 'regioner'),
  federation: written('ett', 'kommunalförbund', 'kommunalförbund'),
} as const;

type PrincipalKind = keyof typeof countedPrincipals;

/** "18 kommuner och 1 region". */
export const principals = (kinds: readonly PrincipalKind[]): string =>
  formatList(
    (['municipality', 'region', 'federation'] as const).flatMap((kind) => {
      const ofKind = kinds.filter((candidate) => candidate === kind).length;
      return ofKind > 0 ? [countedPrincipals[kind](ofKind)] : [];
    }),
  );

/** The years that a list spans: "2017", "2010–2019". */
const yearSpan = (years: readonly number[]): string => {
  const first = Math.min(...years);
  const last = Math.max(...years);
  return first === last ? String(first) : `${first}–${last}`;
};

/** A period with open ends: "1992–2017", "från och med 1 januari 2018", "till och med 2017". */
export const periodOf = ({
  from,
  until,
}: {
  readonly from?: CoarseDate | undefined;
  readonly until?: CoarseDate | undefined;
}): string | undefined => {
  if (from && until) {
    const isWholeYears = from.length === 4 && until.length === 4;
    return isWholeYears ? `${from}–${until}` : `${formatDate(from)} – ${formatDate(until)}`;
  }
  if (from) return `från och med ${formatDate(from)}`;
  return until && `till och med ${formatDate(until)}`;
};

/** A name with its number, where the name does not already hold it: "Kommunallagen (2017:725)". */
export const numbered = (name: string, number: string | undefined): string =>
  number && !name.includes(number) ? `${name} (${number})` : name;

/** A rule as one says it in running text: "6 kap. 6 § kommunallagen". A name that begins with a capital inside it is kept. */
export const ruleName = (label: string, name: string): string =>
  `${label.replaceAll(' ', '\u00a0')} ${withinText(name)}`;

/** A name as it stands within a sentence: "kommunallagen", "GDPR", "ISO/IEC 27001". */
const withinText = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase('sv') + name.slice(1) : name;

/** What a report's page tells of a rule that its text cites. */
export const citedRules = {
  title: 'Regler som texten åberopar',
  /** What the button after a citation is called. */
  button: (rule: RuleCited) => `Om ${citedName(rule)}`,
  name: (rule: RuleCited) => capitalised(citedName(rule)),
  inForce: {
    past: (from: CoarseDate | undefined, until: CoarseDate) =>
      from
        ? `Gällde ${formatDate(from)} – ${formatDate(until)}.`
        : `Gällde till och med ${formatDate(until)}.`,
    present: (from: CoarseDate | undefined, until: CoarseDate | undefined) =>
      until ? `Gäller till och med ${formatDate(until)}.` : from && `Gäller sedan ${formatDate(from)}.`,
    future: (from: CoarseDate) => `Börjar gälla ${formatDate(from)}.`,
  },
  replacedBy: 'Ersatt av',
  nowFound: 'Regeln finns numera i',
  guess: (year: number) =>
    `Texten säger inte vilken lag som avses, och mer än en gällde ${year}. Arkivet antar att det är den här.`,
  all: (kind: PartKind | undefined) =>
    kind ? 'Allt i arkivet om stället' : 'Allt i arkivet som åberopar den',
  close: 'Stäng',
} as const;

interface RuleCited {
  readonly criterion: { readonly name: string; readonly number?: string | undefined };
  readonly part?: { readonly label: string } | undefined;
}

const citedName = ({ criterion, part }: RuleCited): string =>
  part ? ruleName(part.label, criterion.name) : withinText(criterion.name);

export const about = {
  searchWords: (words: readonly string[]) => `Sökord: ${words.join(', ')}`,
} as const;

export const start = {
  title: 'Granskningsarkivet',
  heading: 'Kommunernas revision, samlad på ett ställe',
  description:
    'Revisionsrapporter från kommuner och regioner i Sverige: vad som granskats, mot vilka regler, vad revisorerna funnit, vad de rekommenderat och vad som sedan blivit gjort.',
  lead: 'Här finns revisionsrapporter från Sveriges kommuner och regioner: vad som har granskats, mot vilka regler, vad revisorerna fann, vad de rekommenderade och vad som hände sedan.',
  newest: 'Senaste granskningarna',
  allAudits: (n: number) => (n === 1 ? 'Listan över granskningar' : `Alla ${counts.audits(n)}`),
  notDone: 'Vad har inte gjorts?',
  foundNotDone: 'Revisorerna har sett efter, och det brister',
  foundNotDoneLead: 'Omdömena gäller det som anges på raden. Minst gjort först, därefter äldst.',
  notFollowedUp: 'Ingen revisor har sett efter, såvitt arkivet vet',
  notFollowedUpMeaning:
    'Det betyder inte att inget har gjorts, bara att arkivet inte har sett någon revisor följa upp dem. De äldsta står först.',
  expected: (date: CoarseDate) => `uppföljning väntad ${formatDate(date)}`,
  isOverdue: 'har inte kommit',
  allNotDone: 'Alla rekommendationer och uppföljningar, efter läge',
  noAudits: 'Arkivet har ännu inga granskningar.',
  coveredBy: (municipalities: readonly { readonly kind: PrincipalKind }[]) =>
    principals(municipalities.map(({ kind }) => kind)),
  notFollowedUpCount: (recommendations: number) =>
    recommendations === 1
      ? 'är inte uppföljd i arkivet, varken för sig eller med sin granskning.'
      : 'är inte uppföljda i arkivet, varken var för sig eller med sin granskning.',
  allRecommendations: (n: number) =>
    n === 1 ? 'Listan över rekommendationer' : `Alla ${counts.recommendations(n)}`,
  noRecommendations: 'Arkivet har ännu ingen granskning med rekommendationer.',
  waysIn: 'Hitta en granskning',
  byMunicipality: 'Efter kommun',
  allMunicipalities: 'Alla kommuner och regioner',
  byRule: 'Efter regel',
  allCriteria: 'Alla kriterier',
  byTopic: 'Efter ämne',
  allTopics: 'Alla ämnen',
  byBodyType: 'Efter nämndtyp',
  allBodyTypes: 'Alla nämndtyper',
} as const;

/** What became of what was recommended, on the pages of principals and boards. */
export const outcomes = {
  open: (n: number) => `Öppna: ${formatNumber(n)}`,
  openLead:
    'Ej åtgärdade enligt revisorerna, eller utan någon uppföljning i arkivet. Minst gjort först, därefter äldst.',
  claimedDone: (n: number) => `Uppges åtgärdade, aldrig prövade: ${formatNumber(n)}`,
  claimedDoneLead:
    'Så säger de som rekommendationerna riktas till. Arkivet har inte sett att någon revisor har kontrollerat det.',
  moved: (n: number) => `Löften som flyttats: ${formatNumber(n)}`,
  movedLead: 'Slutdatum som har skjutits fram eller ändrats. Rekommendationerna står också under sitt läge.',
  days: 'Utlovade datum, det första överst',
  closed: (n: number) => `Avslutade av revisorerna: ${formatNumber(n)}`,
  closedLead: 'Åtgärdade eller inte längre aktuella, enligt en uppföljning.',
  rest: (shown: number, total: number) =>
    `De första ${formatNumber(shown)} av ${formatNumber(total)} står här. Hela listan över rekommendationer`,
  toKnow: (n: number) => `För kännedom: ${formatNumber(n)}`,
  followUps: 'Uppföljningar',
  followUpsLead:
    'Vad revisorerna har funnit när de har gått tillbaka till en granskning. Omdömet gäller det som anges och inget annat; omdömen om enskilda rekommendationer står vid dem. Minst gjort först.',
  noFollowUps: 'Arkivet har inte sett någon uppföljning här.',
  followedUpIn: (date: string) => `${date}, i`,
  count: counted('omdöme', 'omdömen'),
} as const;

export const auditList = {
  title: 'Granskningar',
  pageTitle: (page: number) => (page === 1 ? 'Granskningar' : `Granskningar, sida ${page}`),
  description: (total: number, page: number) =>
    `${counts.audits(total)} av kommuner och regioner, de senaste först${page === 1 ? '' : `. Sida ${page}`}.`,
  lead: (total: number, kinds: readonly PrincipalKind[]) =>
    `${capitalised(inText.audits(total))} från ${principals(kinds)}, efter det år som granskades, det senaste först.`,
  empty:
    'Arkivet har ännu inga granskningar. Den första läggs till genom att en fil sparas i content/audits/.',
} as const;

export const municipalities = {
  title: 'Kommuner och regioner',
  description:
    'Kommuner, regioner och kommunalförbund i arkivet, med antal granskningar och rekommendationer.',
  lead: (kinds: readonly PrincipalKind[]) =>
    `Arkivet har rapporter från ${principals(kinds)}. Att någon saknas betyder bara att arkivet inte har sett dess rapporter.`,
  coverage: 'Vad arkivet täcker och saknar',
  kinds: { municipality: 'Kommuner', region: 'Regioner', federation: 'Kommunalförbund' },
  ids: { municipality: 'kommuner', region: 'regioner', federation: 'kommunalforbund' },
  empty: 'Arkivet har ännu ingen kommun.',
} as const;

export const municipality = {
  description: (name: string, audits: number) =>
    `${name} i Granskningsarkivet: ${counts.audits(audits)}, granskade nämnder, rekommendationer och revisorer.`,
  lead: (name: string, audits: readonly { readonly listedYear: number }[]) =>
    audits.length === 0
      ? `Arkivet har ännu ingen granskning av ${name}.`
      : `${capitalised(inText.audits(audits.length))} av ${name}, ${yearSpan(audits.map(({ listedYear }) => listedYear))}, med de nämnder som granskades och vad de rekommenderades.`,
  kind: 'Slag',
  code: { municipality: 'Kommunkod', region: 'Länskod', federation: 'Organisationsnummer' },
  county: 'Län',
  earlierNames: 'Tidigare namn',
  earlierName: (name: string, until: string) => `${name} (till och med ${until})`,
  exists: 'Fanns',
  predecessors: 'Föregångare',
  successors: 'Efterträdare',
  website: 'Webbplats',
  audits: 'Granskningar',
  bodies: 'Nämnder och bolag',
  bodiesLead: 'De organ som arkivets rapporter nämner; kommunen har fler.',
  recommendations: 'Rekommendationer',
  auditors: 'Revisorer',
  noAudits: (name: string) =>
    `Arkivet har inte sett någon revisionsrapport om ${name}. Det säger inget om hur många som finns.`,
  noBodies: 'Ingen av arkivets rapporter säger vilken nämnd som granskades.',
  noRecommendations:
    'Arkivet har inte sett några rekommendationer i de här granskningarna. Se under varje granskning vad som saknas av rapporten.',
  noAuditors: 'Rapporterna säger inte vem som granskade.',
} as const;

export const body = {
  title: (name: string, principal: string) => `${name}, ${principal}`,
  description: (name: string, principal: string, audits: number, recommendations: number) =>
    `${name} i ${principal}: ${counts.audits(audits)} och ${counts.recommendations(recommendations)} från revisorerna.`,
  lead: (name: string, principal: string, audits: number, recommendations: number, inherited: number) => {
    const taken =
      inherited > 0 ? ` ${capitalised(inText.recommendations(inherited))} har den övertagit.` : '';
    if (audits === 0 && recommendations === 0 && inherited === 0)
      return `${name} i ${principal} är känd i arkivet, men ingen granskning gäller den.`;
    const directed = `${inText.recommendations(recommendations)} är ${recommendations === 1 ? 'riktad' : 'riktade'} dit`;
    return audits === 0
      ? `Ingen granskning i arkivet gäller ${name} i ${principal}${recommendations > 0 ? `, men ${directed}` : ''}.${taken}`
      : `${capitalised(inText.audits(audits))} i arkivet gäller ${name} i ${principal}, ${recommendations === 0 ? 'men ingen rekommendation är riktad dit' : `och ${directed}`}.${taken}`;
  },
  principal: 'Huvudman',
  form: 'Organ',
  type: 'Nämndtyp',
  office: 'Förvaltning',
  earlierNames: 'Tidigare namn',
  exists: 'Fanns',
  sharedWith: 'Gemensam med',
  predecessors: 'Föregångare',
  successors: 'Efterträdare',
  audits: 'Granskningar',
  recommendations: 'Rekommendationer',
  inheritedLead: (names: readonly string[]) =>
    `Också det som ${formatList(names.map(withinText))} rekommenderades står här: den som tar över en nämnds uppgifter tar över dess rekommendationer.`,
  findings: 'Iakttagelser',
  elsewhere: (plural: string) => `${plural} i andra kommuner`,
  noAudits: 'Ingen granskning i arkivet namnger den här nämnden som granskad.',
  noRecommendations: 'Ingen rekommendation i arkivet är riktad hit.',
  noFindings:
    'Ingen iakttagelse i arkivet namnger den här nämnden. Iakttagelser som inte är knutna till någon nämnd står i respektive granskning.',
  noneElsewhere: 'Arkivet har ännu ingen annan nämnd av samma typ.',
} as const;

export const bodyTypes = {
  title: 'Nämndtyper',
  description:
    'Nämnder av samma slag i olika kommuner, så att deras granskningar kan läsas bredvid varandra.',
  lead: 'Nämnder heter olika i olika kommuner. Här står de efter vad de svarar för, så att granskningarna kan läsas bredvid varandra.',
  empty: 'Arkivet har ännu inga nämndtyper.',
} as const;

export const bodyType = {
  description: (plural: string, bodies: number, audits: number) =>
    `${plural} i olika kommuner: ${counts.boards(bodies)}, ${counts.audits(audits)} och vad de rekommenderades.`,
  lead: (bodies: readonly { readonly municipality: { readonly kind: PrincipalKind } }[], audits: number) =>
    bodies.length === 0
      ? 'Arkivet har ännu ingen nämnd av den här typen.'
      : `${capitalised(inText.boards(bodies.length))} i ${principals([...new Set(bodies.map(({ municipality }) => municipality))].map(({ kind }) => kind))}, ${audits === 0 ? 'ingen ännu granskad i arkivet' : `med ${inText.audits(audits)}`}.`,
  bodies: 'Nämnder',
  audits: 'Granskningar',
  recommendations: 'Rekommendationer',
  noBodies: 'Ingen nämnd i arkivet är av den här typen.',
  noAudits: 'Ingen nämnd av den här typen har granskats i arkivet.',
  noRecommendations: 'Ingen rekommendation i arkivet är riktad till en nämnd av den här typen.',
} as const;

export const criteria = {
  title: 'Kriterier',
  description:
    'Lagar, föreskrifter, vägledningar, standarder och styrdokument som kommunala granskningar har mätt mot.',
  lead: 'Det som granskningarna mäter mot: lagar och andra regler, vägledningar, standarder och kommunernas egna styrdokument.',
  kinds: {
    'constitutional-act': 'Grundlagar',
    act: 'Lagar',
    ordinance: 'Förordningar',
    'eu-regulation': 'EU-förordningar',
    'eu-directive': 'EU-direktiv',
    'agency-rule': 'Föreskrifter',
    'general-advice': 'Allmänna råd',
    guidance: 'Vägledningar',
    standard: 'Standarder',
    policy: 'Kommunala styrdokument',
    agreement: 'Avtal',
    'good-practice': 'God sed',
  },
  mostCited: 'Mest åberopade ställen',
  mostCitedNote: 'Under dagens nummer, också de granskningar som åberopar ett äldre.',
  /** @param others are there criteria of the kind that some audit cites? */
  unused: (n: number, others: boolean) =>
    `${n === 1 ? 'Ett' : formatNumber(n)}${others ? ' till' : ''} som ingen granskning i arkivet åberopar`,
  replacedBy: (names: string) => `ersatt av ${withinText(names)}`,
  euNumber: (number: string) => `(EU) ${number}`,
  empty: 'Arkivet har ännu inga kriterier.',
} as const;

export const criterion = {
  description: (title: string, audits: number) =>
    `${title} i kommunal revision: ${counts.audits(audits)} i arkivet, ställe för ställe.`,
  lead: (name: string, audits: number, kinds: readonly PrincipalKind[]) =>
    audits === 0
      ? `Ingen granskning i arkivet åberopar ${withinText(name)}.`
      : `${capitalised(inText.audits(audits))} från ${principals(kinds)} åberopar ${withinText(name)}.`,
  kind: 'Slag',
  years: 'År för år',
  yearsCaption: (name: string) => `Vad som åberopar ${withinText(name)}, år för år`,
  yearsHead: {
    year: 'År',
    who: 'Var',
    how: 'Hur ofta',
  },
  officialTitle: 'Fullständig titel',
  shortNames: 'Förkortas',
  synonyms: 'Sökord',
  number: (kind: string) =>
    kind.startsWith('eu-')
      ? 'EU-nummer'
      : ['constitutional-act', 'act', 'ordinance'].includes(kind)
        ? 'SFS-nummer'
        : 'Nummer',
  inForce: 'I kraft',
  appliesFrom: 'Tillämpas från',
  issuer: 'Utgivare',
  issuerSucceeded: (names: string) => `uppgiften ligger numera hos ${names}`,
  municipality: 'Huvudman',
  link: 'Officiell text',
  replaces: 'Ersatte',
  replacedBy: 'Ersatt av',
  parts: { chapters: 'Kapitel och paragrafer', sections: 'Paragrafer', articles: 'Artiklar' },
  partsLead:
    'De ställen som någon granskning vilar på. Antalen räknar också granskningar som åberopar samma regel under ett äldre eller nyare nummer.',
  partHead: { chapters: 'Paragraf', sections: 'Paragraf', articles: 'Artikel' },
  noParts: 'Ingen granskning i arkivet säger vilket ställe den vilar på.',
  uncited: 'Ställen som arkivet känner till men ingen granskning åberopar',
  citedCaption: (name: string) => `${name}: ställen som granskningar vilar på`,
  uncitedCaption: (name: string) => `${name}: ställen som ingen granskning åberopar`,
  about: 'Handlar om',
  untitled: 'inte beskriven i arkivet',
  auditsHead: 'Granskningar',
  audits: 'Granskningar',
  findings: 'Iakttagelser',
  recommendations: 'Rekommendationer',
  noAudits: 'Arkivet har inte sett någon granskning som åberopar det. Det betyder inte att ingen finns.',
  noFindings:
    'Ingen iakttagelse i arkivet är uttryckligen knuten hit. De flesta rapporter anger sina kriterier för granskningen i dess helhet.',
} as const;

type PartKind = 'chapter' | 'section' | 'article';

const definite = {
  chapter: 'kapitlet',
  section: 'paragrafen',
  article: 'artikeln',
} as const satisfies Record<PartKind, string>;

export const criterionPart = {
  numbered: ({
    citation,
    criterion,
  }: {
    readonly citation: string;
    readonly criterion: { readonly number?: string | undefined };
  }) => numbered(citation.replaceAll(' ', '\u00a0'), criterion.number),
  description: (citation: string, audits: number) =>
    `${citation}: ${counts.audits(audits)} i arkivet, också de som åberopar ett äldre eller nyare nummer.`,
  lead: (kind: PartKind, title: string | undefined, audits: number, kinds: readonly PrincipalKind[]) => {
    const subject = title ? `${title}. ` : '';
    return audits === 0
      ? `${subject}Ingen granskning i arkivet åberopar det här stället.`
      : `${subject}${capitalised(inText.audits(audits))} från ${principals(kinds)} vilar på ${definite[kind]}.`;
  },
  underOtherNumbers: (kind: PartKind, numbers: string) =>
    `Också granskningar som åberopar ${numbers} står här: det är ${kind === 'chapter' ? 'regler i kapitlet' : 'samma regel'} under ett annat nummer.`,
  in: 'Ingår i',
  chapter: 'Kapitel',
  inForce: 'I kraft',
  link: 'Officiell text',
  replaces: 'Motsvarade tidigare',
  replacedBy: 'Motsvaras numera av',
  sections: 'Paragrafer',
  audits: 'Granskningar',
  findings: 'Iakttagelser',
  recommendations: 'Rekommendationer',
  countOf: (part: string, audits: number) => `${counts.audits(audits)} som vilar på ${part}`,
  citedAs: (citation: string) => `Åberopad som ${citation}`,
  cites: (citations: string, places: string) => `åberopar ${citations} ${places}`,
  place: {
    criteria: 'bland revisionskriterierna',
    text: 'i löpande text',
    finding: 'i en iakttagelse',
    recommendation: 'i en rekommendation',
  },
  also: 'Dessutom:',
  wholeChapter: (label: string) => `åberopar ${label} i dess helhet.`,
  wholeCriterion: (name: string) => `åberopar ${withinText(name)} utan att säga var.`,
  noAudits:
    'Arkivet har inte sett någon granskning som åberopar det här stället. Det betyder inte att ingen finns.',
  noFindings:
    'Ingen iakttagelse är uttryckligen knuten hit. De flesta rapporter anger sina kriterier för granskningen i dess helhet.',
  noRecommendations: 'Ingen rekommendation är uttryckligen knuten hit.',
} as const;

export const systems = {
  title: 'System',
  heading: 'Granskade system',
  description:
    'Verksamhetssystem som har granskats av kommunala revisorer, med behörigheter i siffror och stickprov.',
  lead: 'De verksamhetssystem som granskningarna har gällt, med vad som mättes och vilka stickprov som togs.',
  empty: 'Ingen granskning i arkivet gäller ett namngivet system.',
} as const;

export const system = {
  description: (name: string, kind: string, audits: number) =>
    `${name}, ${kind}: ${counts.audits(audits)}, behörigheter i siffror och stickprov.`,
  lead: (kind: string, audits: number) =>
    audits === 0
      ? `${kind}. Ingen granskning i arkivet gäller det.`
      : `${kind}. ${capitalised(inText.audits(audits))} i arkivet gäller det.`,
  audits: 'Granskningar',
  measures: 'Uppgifter i siffror',
  tableRegion: (caption: string) => `Tabell: ${caption}`,
  measuresCaption: (system: string, audit: string, place: string, year: number) =>
    `${system} i ”${audit}”, ${place} ${year}`,
  measureHead: {
    of: 'Vad som räknades',
    value: 'Antal eller värde',
    at: 'När',
    source: 'Uppgiften lämnad av',
  },
  all: 'samtliga',
  approximately: (value: string) => `ungefär ${value}`,
  samples: 'Stickprov',
  sample: (size: number, unit: string, isLeast = false) =>
    `${isLeast ? 'minst ' : ''}${formatNumber(size)} ${unit}`,
  sampleHead: {
    unit: 'Urval',
    body: 'Hos',
    period: 'Kontrollerad tid',
    withoutActivity: 'Utan aktivitet',
    suspected: 'Misstankar',
    cleared: 'Förklarade',
    deviations: 'Avvikelser',
    asked: 'Tillfrågade',
    unanswered: 'Svarade inte',
    text: 'Utfall',
  },
  unknown: 'framgår inte',
  findings: 'Iakttagelser',
  recommendations: 'Rekommendationer',
  noAudits: 'Ingen granskning i arkivet gäller det här systemet.',
  noMeasures: 'Granskningarna redovisar inga siffror om systemet, eller så har arkivet inte sett dem.',
  noSamples: 'Granskningarna redovisar inga stickprov i systemet, eller så har arkivet inte sett dem.',
  noFindings: 'Ingen iakttagelse i arkivet är knuten till systemet.',
  noRecommendations: 'Ingen rekommendation i arkivet är knuten till systemet.',
} as const;

export const topics = {
  title: 'Ämnen',
  description: 'Granskningarna efter vad de handlar om.',
  lead: 'Granskningarna efter vad de handlar om. Ett snävare ämne står under det vidare.',
  empty: 'Arkivet har ännu inga ämnen.',
} as const;

export const topic = {
  description: (name: string, audits: number, recommendations: number) =>
    `${name}: ${counts.audits(audits)} och ${counts.recommendations(recommendations)} från kommunala revisorer.`,
  lead: (audits: readonly { readonly listedYear: number }[]) =>
    audits.length === 0
      ? 'Ingen granskning i arkivet har det här ämnet.'
      : `${capitalised(inText.audits(audits.length))} i arkivet, ${yearSpan(audits.map(({ listedYear }) => listedYear))}.`,
  broader: 'Vidare ämne',
  narrower: 'Snävare ämnen',
  audits: 'Granskningar',
  findings: 'Iakttagelser',
  recommendations: 'Rekommendationer',
  noAudits: 'Ingen granskning i arkivet har det här ämnet.',
  noFindings: 'Ingen enskild iakttagelse har märkts med ämnet; se granskningarna ovan.',
  noRecommendations: 'Ingen enskild rekommendation har märkts med ämnet; se granskningarna ovan.',
} as const;

/** Lists that have pages of their own, since they are too long for the page of what they belong to. */
export const longLists = {
  audits: 'Granskningar',
  recommendations: 'Rekommendationer',
  findings: 'Iakttagelser',
  bodies: 'Nämnder',
  commissioned: 'Granskningar på uppdrag',
  assisted: 'Utförda granskningar',
  pageTitle: (list: string, owner: string, page: number) =>
    `${list}: ${owner}${page === 1 ? '' : `, sida ${page}`}`,
  description: (list: string, owner: string, total: number) =>
    `${list}: ${owner}. ${formatNumber(total)} i arkivet.`,
  lead: (total: number) => `${formatNumber(total)} i arkivet.`,
  whole: (shown: number, total: number) =>
    `De första ${formatNumber(shown)} av ${formatNumber(total)} står här. Hela listan`,
  latestOfSystem: (shown: number, total: number) =>
    `Här står de senaste ${formatNumber(shown)} av ${formatNumber(total)} granskningar. De övrigas siffror och stickprov står i granskningarna.`,
} as const;

export const auditors = {
  ids: { 'elected-auditors': 'fortroendevalda', 'audit-office': 'revisionskontor', 'audit-firm': 'byraer' },
  title: 'Revisorer',
  description:
    'Förtroendevalda revisorer, revisionskontor och revisionsbyråer bakom granskningarna i arkivet.',
  lead: 'De som beslutar om granskningar och de som utför dem: förtroendevalda revisorer, revisionskontor och revisionsbyråer.',
  kinds: {
    'elected-auditors': 'Förtroendevalda revisorer',
    'audit-office': 'Revisionskontor',
    'audit-firm': 'Revisionsbyråer',
  },
  empty: 'Ingen av arkivets rapporter säger vem som granskade.',
} as const;

export const auditor = {
  description: (name: string, audits: number) => `${name}: ${counts.audits(audits)} i Granskningsarkivet.`,
  lead: (name: string, commissioned: number, assisted: number) => {
    const parts = [
      ...(commissioned > 0 ? [`har beslutat om ${inText.audits(commissioned)}`] : []),
      ...(assisted > 0 ? [`har utfört ${inText.audits(assisted)}`] : []),
    ];
    return parts.length === 0
      ? `Ingen granskning i arkivet är knuten till ${name}.`
      : `${name} ${formatList(parts)} i arkivet.`;
  },
  fullName: 'Fullständigt namn',
  kind: 'Slag',
  municipality: 'Huvudman',
  synonyms: 'Sökord',
  website: 'Webbplats',
  commissioned: 'Granskningar på uppdrag härifrån',
  assisted: 'Granskningar utförda härifrån',
  noAudits: 'Ingen granskning i arkivet är knuten hit. Det säger inget om hur många som har gjorts.',
} as const;

export const coverage = {
  title: 'Vad arkivet täcker och saknar',
  description:
    'Vilka kommuner och år som finns i Granskningsarkivet, hur rapporterna återges och vad som saknas i var och en.',
  lead: 'Arkivet är inte fullständigt. Här står vad som finns, hur det återges och vad som saknas, så att en lucka aldrig tas för ett svar.',
  municipalities: 'Kommuner',
  regions: 'Regioner',
  federations: 'Kommunalförbund',
  audits: 'Granskningar',
  ofAll: (all: number) => `av ${formatNumber(all)} har minst en granskning i arkivet`,
  noneOf: (all: number) => `ingen av ${formatNumber(all)}`,
  gotland: 'Gotland är en kommun med en regions uppgifter och räknas på båda raderna.',
  table: 'Kommuner och år',
  tableLead:
    'En tom ruta betyder att arkivet inte har sett någon granskning, inte att ingen gjordes. År som arkivet saknar helt är utelämnade.',
  tableCaption: 'Antal granskningar i arkivet efter huvudman och granskat år',
  tableRegion: 'Tabell över kommuner och år, kan rullas i sidled',
  principal: 'Huvudman',
  total: 'Alla',
  cell: (audits: number, place: string, year: number) => `${place} ${year}: ${counts.audits(audits)}`,
  rowTotal: (audits: number, place: string) => `${place}, alla år: ${counts.audits(audits)}`,
  noAudits: 'Arkivet har ännu inga granskningar.',
  renditions: 'Hur rapporterna återges',
  rendition: {
    original: { name: 'Revisionens egen text', text: 'Rapporten står här med revisorernas egna ord.' },
    restated: {
      name: 'Återberättade av arkivet',
      text: 'Arkivet berättar rapporten med egna ord och återger alla dess uppgifter. Ordalydelsen finns i källan.',
    },
    catalogue: {
      name: 'Katalogposter',
      text: 'Bara det som en katalog behöver, ofta ur rapportens första sidor. Det mesta har arkivet inte sett.',
    },
  },
  noneOfRendition: 'Ingen rapport',
  missingIn: {
    original: 'Vad som saknas i originalen',
    restated: 'Vad som saknas i de återberättade',
    catalogue: 'Vad som saknas i katalogposterna',
  },
  noKnownGaps: 'Inget uppges saknas.',
  notSeen: (part: string) => `Ej sett: ${part}`,
  unseenPart: (part: 'observation' | 'assessment' | undefined, area: AreaName | undefined) =>
    `Ej sedd: ${part === 'assessment' ? 'en bedömning' : 'en iakttagelse'}${inArea(area)}`,
  lostPart: (part: 'observation' | 'assessment' | undefined, area: AreaName | undefined) =>
    `Förlorad i källan: ${part === 'assessment' ? 'en bedömning' : 'en iakttagelse'}${inArea(area)}`,
} as const;

interface AreaName {
  readonly label?: string | undefined;
  readonly title: string;
}

const inArea = (area: AreaName | undefined): string =>
  area ? ` i ${area.label ? `${area.label} ` : ''}${area.title}` : '';

export const glossary = {
  title: 'Ordlista',
  description:
    'Revisionens ord förklarade: ansvarsfrihet, erinran, förtroendevald revisor, revisionsfråga och fler.',
  lead: (n: number) => `Revisionens ord, förklarade för den som inte är revisor. ${counts.terms(n)}.`,
  letters: 'Bokstäver',
  letterId: (letter: string) => `bokstav-${letter.toLocaleLowerCase('sv')}`,
  see: 'Se även:',
  empty: 'Ordlistan har ännu inga ord.',
} as const;

export const ownPages = {
  nav: 'Sidor om arkivet',
} as const;

export const notFound = {
  title: 'Sidan finns inte',
  description: 'Adressen leder inte till någon sida i Granskningsarkivet.',
  lead: 'Adressen leder inte till någon sida i arkivet. En publicerad adress slutar aldrig gälla, så troligen har något tecken fallit bort på vägen.',
  ways: 'Härifrån når du allt:',
} as const;

export const guide = {
  title: 'Guide för den som skriver',
  nav: 'Guidens sidor',
  pages: [
    { path: '/guide/', label: 'Om guiden' },
    { path: '/guide/forsta-rapporten/', label: 'Din första rapport' },
    { path: '/guide/skriva-en-granskning/', label: 'Skriva en granskning' },
    { path: '/guide/importera/', label: 'Läsa in en färdig rapport' },
    { path: '/guide/falt/', label: 'Fälten' },
    { path: '/guide/markdown/', label: 'Text: Markdown och MDX' },
    { path: '/guide/komponenter/', label: 'Arkivets komponenter' },
    { path: '/guide/svar-och-uppfoljningar/', label: 'Svar och uppföljningar' },
    { path: '/guide/det-som-ska-halla/', label: 'Det som ska hålla' },
    { path: '/guide/sokord/', label: 'Ord som leder till varandra' },
    { path: '/guide/kontrollen/', label: 'Kontrollen' },
    { path: '/guide/eget-arkiv/', label: 'Ett eget arkiv' },
    { path: '/guide/drift/', label: 'Drift' },
  ],
  required: 'måste finnas',
  withField: ', med fältet ',
  tableRegion: (caption: string) => `${caption}, tabellen kan rullas i sidled`,
  stumbleHead: { written: 'Du skriver', said: 'Kontrollen säger', instead: 'Skriv så här' },
  stumbles: 'Vanlig text som läses som kod, vad kontrollen säger och hur den skrivs i stället',
  rule: {
    when: 'Säger till när',
    mend: 'Gör så här:',
    written: 'Du skriver',
    said: 'Kontrollen säger',
  },
  ceilings: {
    caption: 'Vad värdarna tar emot',
    host: 'Värd',
    files: 'Filer',
    filesPerFolder: 'Filer i en mapp',
    bytesPerFile: 'En fil',
    bytes: 'Sammanlagt',
    source: 'Källa',
    none: 'säger inget',
    read: (date: string) => `Läst ${date}.`,
  },
  example: { written: 'Du skriver', shown: 'Läsaren ser' },
  attributes: (component: string) => `Attributen för ${component}`,
  noAttributes: 'Den har inga attribut.',
  values: {
    line: 'en rad text',
    markdown: 'text, med Markdown',
    identifier: 'ett id ur ett register',
    partId: 'ett id inom rapporten, t.ex. r3',
    year: 'ett årtal',
    count: 'ett heltal',
    coarseDate: 'ett datum: 2017, 2017-10 eller 2017-10-12',
    fullDate: 'ett fullständigt datum, 2017-10-12',
    webAddress: 'en webbadress med https://',
    sectionKey: 'en paragraf eller artikel, t.ex. 6:7',
    number: 'ett tal, med decimalkomma',
    text: 'text',
    truth: 'true eller false',
    listOf: 'en lista, i varje post ',
    fields: 'egna fält',
    fieldsNamed: (names: readonly string[]) => `fälten ${formatList(names)}`,
    or: ', eller ',
    comma: ', ',
  },
} as const;

/** What each attribute of the archive's components does. */
export const componentAttributes = {
  Questions: {},
  Findings: { area: 'Områdets id, för att bara visa dess iakttagelser. Utan attributet visas alla.' },
  Recommendations: {
    to: 'Nämndens id, för att bara visa rekommendationerna till den. Utan attributet visas alla.',
  },
  Criteria: {},
  Measures: { system: 'Systemets id, för att bara visa uppgifterna om det. Utan attributet visas alla.' },
  Samples: { system: 'Systemets id, för att bara visa stickproven i det. Utan attributet visas alla.' },
  FollowUps: {},
  Sources: {},
  Figure: {
    src: 'Bildfilens namn i rapportens egen mapp.',
    alt: 'Vad bilden visar, för den som inte ser den.',
    caption: 'Bildtexten.',
  },
  Cite: {
    criterion: 'Kriteriets id, t.ex. osl.',
    section: 'Paragrafen, kapitlet eller artikeln. Utan attributet hänvisas till hela kriteriet.',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/** Sweden's counties by code. Source: SCB, Län och kommuner i kodnummerordning. */
export const counties: Readonly<Record<string, string>> = {
  '01': 'Stockholms län',
  '03': 'Uppsala län',
  '04': 'Södermanlands län',
  '05': 'Östergötlands län',
  '06': 'Jönköpings län',
  '07': 'Kronobergs län',
  '08': 'Kalmar län',
  '09': 'Gotlands län',
  '10': 'Blekinge län',
  '12': 'Skåne län',
  '13': 'Hallands län',
  '14': 'Västra Götalands län',
  '17': 'Värmlands län',
  '18': 'Örebro län',
  '19': 'Västmanlands län',
  '20': 'Dalarnas län',
  '21': 'Gävleborgs län',
  '22': 'Västernorrlands län',
  '23': 'Jämtlands län',
  '24': 'Västerbottens län',
  '25': 'Norrbottens län',
};
