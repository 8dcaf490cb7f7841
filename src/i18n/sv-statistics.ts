/** Every string on the pages with figures, and every heading of their tables and files. */
import type { CoarseDate, PlainDate } from '../schemas/index.ts';
import { formatDate, formatList, formatNumber } from './format.ts';

const counted = (one: string, many: string) => (count: number) =>
  `${formatNumber(count)}\u00a0${count === 1 ? one : many}`;

const counts = {
  recommendations: counted('rekommendation', 'rekommendationer'),
  audits: counted('granskning', 'granskningar'),
  followUps: counted('uppföljning', 'uppföljningar'),
  catalogued: counted('katalogpost', 'katalogposter'),
} as const;

/** "4 av 9". */
export const outOf = (count: number, whole: number): string =>
  `${formatNumber(count)} av ${formatNumber(whole)}`;

const written = [
  'noll',
  'en',
  'två',
  'tre',
  'fyra',
  'fem',
  'sex',
  'sju',
  'åtta',
  'nio',
  'tio',
  'elva',
  'tolv',
];

/** As in running text: "fem", "13". */
const inWords = (count: number): string => written[count] ?? formatNumber(count);

/** Whole per cent, with a no-break space. */
export const percent = (value: number): string => `${formatNumber(value)}\u00a0%`;

const daysInYear = 365.2425;

/** In months below two years, else in years with a decimal; a range is never made narrower by rounding. */
export const spanInWords = ([least, most]: readonly [number, number]): string => {
  const isShort = most < 2 * daysInYear;
  const step = isShort ? daysInYear / 12 : daysInYear / 10;
  const [from, to] =
    least === most
      ? [Math.round(least / step), Math.round(most / step)]
      : [Math.floor(least / step), Math.ceil(most / step)];
  const inSteps = (steps: number) =>
    isShort ? formatNumber(steps) : (steps / 10).toFixed(1).replace('.', ',');
  const unit = isShort ? (to === 1 ? 'månad' : 'månader') : 'år';
  return from === to
    ? `${inSteps(to)}\u00a0${unit}`
    : `mellan ${inSteps(from)} och ${inSteps(to)}\u00a0${unit}`;
};

/** How many of them are done: "ingen av dem är åtgärdad", "4 av dem är åtgärdade". */
const implementedOf = (count: number, verb: 'är' | 'var'): string => {
  if (count < 2) return `${count === 0 ? 'ingen' : 'en'} av dem ${verb} åtgärdad`;
  return `${formatNumber(count)} av dem ${verb} åtgärdade`;
};

export const statistics = {
  title: 'Statistik',
  path: '/statistik/',
  description:
    'Hur mycket av det som kommunala revisorer rekommenderat som är åtgärdat, hur länge det dröjde och hur mycket som är okänt.',
  lead: (of: {
    readonly recommendations: number;
    readonly total: number;
    readonly assessed: number;
    readonly implemented: number;
  }) => {
    if (of.total === 0) return 'Arkivet har ännu inga rekommendationer att räkna på.';
    const question = 'Hur mycket av det som revisorerna har rekommenderat är gjort?';
    if (of.assessed === 0)
      return of.recommendations === 1
        ? `${question} Arkivet vet inte: det har en enda rekommendation, och den har inte följts upp för sig.`
        : `${question} Arkivet vet inte: det har ${counts.recommendations(of.recommendations)}, och ingen av dem har följts upp för sig.`;
    const rest = of.total - of.assessed;
    return `${question} Revisorer har prövat ${outOf(of.assessed, of.total)}, och ${implementedOf(of.implemented, 'är')}.${rest > 0 ? ` Om ${rest === 1 ? 'den andra' : `de andra ${formatNumber(rest)}`} går inget säkert att säga.` : ''}`;
  },

  summary: {
    recommendations: 'Rekommendationer',
    recommendationsNote: 'En som riktas till flera mottagare räknas en gång för var och en av dem.',
    all: (recommendations: number) => `Alla ${counts.recommendations(recommendations)}`,
    assessed: 'Prövade av revisorer',
    implemented: 'Åtgärdade',
    ofAssessed: (implemented: number, assessed: number) => `${outOf(implemented, assessed)} prövade`,
    noneAssessed: 'går inte att säga; ingen är prövad',
    unknown: 'Okänt',
    unknownNote: 'Arkivet har inte sett någon revisor ta upp dem. Det betyder inte att inget är gjort.',
    notAssessed: 'Ej bedömda',
    notAssessedNote: 'En revisor har tagit upp dem men inte bedömt dem.',
    claimed: 'Uppges åtgärdade',
    claimedNote: (assessed: number) => `varav ${formatNumber(assessed)} sedan prövade av en revisor`,
    noClaims: 'inga; arkivet har inget sådant svar från någon nämnd',
    followUps: 'Uppföljningar',
    followUpsNote: (onRecommendations: number) =>
      `varav ${onRecommendations === 0 ? 'ingen' : formatNumber(onRecommendations)} av en enskild rekommendation`,
    noFollowUps: 'inga',
  },

  chart: (unit: string) =>
    `Stapeldiagram. Staplarnas längd är antalet ${unit}. Alla tal står i tabellen under diagrammet.`,
  units: {
    recommendations: 'rekommendationer',
    verdicts: 'omdömen',
    followUps: 'uppföljningar',
    audits: 'granskningar',
    answers: 'svar',
  },
  legend: 'Teckenförklaring',
  table: (caption: string) => `Tabell: ${caption}`,
  tableRegion: (caption: string) => `${caption}, tabellen kan rullas i sidled`,
  omittedColumns: 'Kolumner där alla tal är noll visas inte här men finns i filen.',
  csv: (file: string) => `Hämta som CSV (${file})`,
  cases: { assessed: 'De som har prövats' },

  share: {
    none: (total: number) =>
      total === 1
        ? 'Den enda rekommendationen har inte prövats av någon revisor. Om något är gjort är okänt.'
        : `Ingen av de ${formatNumber(total)} har prövats av en revisor. Vad som är gjort är okänt.`,
    few: (assessed: number, total: number) =>
      `${assessed === 1 ? 'Bara en' : `Bara ${formatNumber(assessed)}`} av ${formatNumber(total)} har prövats av en revisor. Det är för få för att räkna ut en andel, så de står här i stället.`,
    whole: (implemented: number, total: number, share: string) =>
      `Alla ${formatNumber(total)} har prövats av en revisor, och ${implementedOf(implemented, 'är')} (${share}).`,
    part: (of: {
      readonly assessed: number;
      readonly total: number;
      readonly implemented: number;
      readonly share: string;
      readonly least: string;
      readonly most: string;
    }) =>
      `${outOf(of.assessed, of.total)} har prövats av en revisor, och ${implementedOf(of.implemented, 'är')} (${of.share}). Om de övriga går inget säkert att säga. Av alla ${formatNumber(of.total)} är därför minst ${of.least} och högst ${of.most} åtgärdade; närmare än så kan arkivet inte svara.`,
  },

  outcome: { unknown: 'Okänt' },
  noSubject: {
    municipality: 'Utan huvudman',
    'body-type': 'Ingen känd nämndtyp',
    topic: 'Inget ämne angivet',
    criterion: 'Inget kriterium angivet',
  },

  age: {
    id: 'alder',
    title: 'Läget efter ålder',
    caption: 'Rekommendationer efter ålder och läge',
    group: 'Ålder',
    lead: (asOf: PlainDate) =>
      `Åldern är hela år från det att rapporten gavs ut till den ${formatDate(asOf)}.`,
    waiting: (count: number) =>
      `${counts.recommendations(count)} gavs för minst sex år sedan utan att arkivet har sett någon revisor pröva ${count === 1 ? 'den' : 'dem'} för sig.`,
    bands: {
      '0-1': '0–1 år',
      '2-3': '2–3 år',
      '4-5': '4–5 år',
      '6+': '6 år eller mer',
      unknown: 'Okänd ålder',
    },
    casesIn: (band: string) => `Fallen: ${band.toLocaleLowerCase('sv')}`,
    empty: 'Arkivet har inga rekommendationer.',
  },

  years: {
    id: 'ar',
    title: 'Läget efter år',
    caption: 'Rekommendationer efter utgivningsår och läge',
    group: 'Utgivna',
    lead: 'Efter det år då rapporten gavs ut. År som arkivet inte har någon rekommendation från är utelämnade.',
  },

  closing: {
    id: 'tid',
    title: 'Tid till avslut',
    caption: 'Avslutade rekommendationer efter tid från utgivningen',
    group: 'Tid',
    lead: 'Från det att rapporten gavs ut till revisorernas första omdöme om att rekommendationen är åtgärdad eller inaktuell. Nämnden kan ha varit klar tidigare; tiden räknas till omdömet.',
    empty: (total: number) =>
      total === 0
        ? 'Arkivet har inga rekommendationer.'
        : `Arkivet har inte sett någon revisor avsluta en enskild rekommendation. Hur lång tid det tar går därför inte att säga: ingen av ${formatNumber(total)} är avslutad.`,
    median: (span: string, closings: number, notClosed: number) =>
      `Mediantiden är ${span}. Den bygger på ${formatNumber(closings)} avslutade rekommendationer${notClosed === 0 ? ' och ingen är oavslutad.' : `. De ${formatNumber(notClosed)} som inte är avslutade ingår inte, så den säger inget om hur länge en rekommendation i allmänhet blir liggande.`}`,
    few: (closings: number, notClosed: number) =>
      `${closings === 1 ? 'En rekommendation är avslutad' : `${formatNumber(closings)} rekommendationer är avslutade`} och ${formatNumber(notClosed)} inte. Det är för få för en mediantid, så de står här i stället.`,
    after: (status: string, date: CoarseDate, span: string) =>
      `${status} ${formatDate(date)}, ${span} efter rapporten`,
  },

  durations: {
    'under-1': 'Inom ett år',
    '1-2': '1–2 år',
    '2-3': '2–3 år',
    '3-5': '3–5 år',
    '5+': 'Mer än 5 år',
    unknown: 'Okänd tid',
  },

  claims: {
    id: 'uppgett',
    title: 'Uppgett och prövat',
    caption: 'Vad nämnderna uppgett och vad revisorerna sedan fann',
    group: 'Nämnden uppger',
    lead: 'Vad nämnden själv uppger räknas aldrig som gjort. Här står det bredvid vad revisorerna fann när de prövade det.',
    none: 'Inget besked i arkivet',
    empty:
      'Arkivet har inget svar där en nämnd säger vad den har gjort åt en enskild rekommendation. Det går därför inte att jämföra vad nämnderna uppger med vad revisorerna fann.',
    done: (total: number, assessed: number, implemented: number) => {
      if (total === 0) return 'Ingen rekommendation uppges vara åtgärdad.';
      const claimed = `${counts.recommendations(total)} uppges åtgärdad${total === 1 ? '' : 'e'}.`;
      if (assessed === 0) return `${claimed} Ingen revisor har prövat det sedan dess.`;
      return `${claimed} Revisorer har sedan prövat ${assessed === 1 ? 'en' : formatNumber(assessed)}, och ${assessed === 1 ? `den var ${implemented === 1 ? '' : 'inte '}åtgärdad` : implementedOf(implemented, 'var')}.`;
    },
    noneSaid: (count: number) =>
      count === 0
        ? ''
        : `För ${formatNumber(count)} har arkivet inget besked. De står i tabellen men inte i diagrammet.`,
    note: 'Ett besked paras med det omdöme som kom efter det. Kom inget, eller går det inte att säga vad som kom först, är utfallet okänt.',
    casesOf: (claim: string) => `Fallen: ${claim.toLocaleLowerCase('sv')}`,
  },

  followUps: {
    id: 'uppfoljningar',
    title: 'Uppföljningarna',
    lead: (all: number, audits: number, onRecommendations: number) =>
      `Arkivet har ${counts.followUps(all)} av något tidigare, ur ${counts.audits(audits)}. ${
        onRecommendations === 0
          ? 'Ingen av dem gäller en enskild rekommendation.'
          : `${formatNumber(onRecommendations)} av dem gäller en enskild rekommendation.`
      } Ett omdöme om en hel granskning räknas inte som ett omdöme om var och en av dess rekommendationer.`,
    empty:
      'Arkivet har ingen uppföljning. Det betyder inte att inget har följts upp, bara att arkivet inte har sett det.',
    byLevel: 'Uppföljningar efter vad de gäller och vad de fann',
    level: 'Uppföljningen gäller',
    levels: {
      recommendation: 'En rekommendation eller en del av en',
      finding: 'En iakttagelse',
      question: 'En revisionsfråga',
      audit: 'En hel granskning',
      outside: 'Något utanför arkivet',
    },
    withoutStatus: { graded: 'Betyg i stället för läge', unseen: 'Utfallet ej sett' },
    byYearTitle: 'År för år',
    byDelayTitle: 'Hur långt efteråt',
    byYear: 'Uppföljningar efter år',
    year: 'År',
    byDelay: 'Uppföljda granskningar efter tid från utgivningen',
    delay: 'Tid',
    delayLead:
      'Varje granskning räknas en gång för varje rapport som följde upp den. Tiden är okänd när det som följdes upp inte finns i arkivet.',
    median: (span: string, known: number, all: number) =>
      `Mediantiden från granskning till uppföljning är ${span}. Den bygger på ${outOf(known, all)}; för de övriga är tiden okänd.`,
    medianOfAll: (span: string, all: number) =>
      `Mediantiden från granskning till uppföljning är ${span}. Den bygger på alla ${formatNumber(all)}.`,
    delayFew: (known: number, all: number) =>
      known === 0
        ? `Tiden är okänd för alla ${formatNumber(all)}.`
        : `Tiden är känd för ${outOf(known, all)}. Det är för få för en mediantid, så de står här i stället.`,
    newest: (shown: number, all: number) =>
      shown === all ? 'Vad de fann' : `De ${formatNumber(shown)} senaste av ${counts.followUps(all)}`,
    in: 'i',
    after: (span: string) => `${span} efteråt`,
  },

  grades: {
    id: 'omdomen',
    title: 'Revisorernas omdömen',
    lead: 'Så bedömde revisorerna det de granskade, efter granskat år. Omdömena är tolkade till en gemensam skala; revisorernas egna ord står i varje rapport.',
    overall: 'Sammanfattande omdömen efter år',
    answers: 'Svar på revisionsfrågor efter år',
    year: 'Granskat år',
    noVerdict: 'Inget omdöme i arkivet',
    noAnswer: 'Inget svar i arkivet',
    overallNote:
      'Varje sammanfattande omdöme räknas för sig. En granskning utan något räknas en gång, som okänd.',
    answersNote:
      'Varje svar räknas för sig. En fråga vars svar arkivet inte har sett, eller som rapporten inte besvarar för sig, räknas som okänd. Frågor som arkivet inte har sett kan det inte räkna.',
    selection:
      'Revisorer granskar där de tror att riskerna är störst. Fördelningen säger därför inget om kommunerna i allmänhet, och år med få granskningar går inte att jämföra.',
    emptyOverall: 'Arkivet har inga granskningar.',
    emptyAnswers: 'Arkivet har inga revisionsfrågor.',
  },

  breakdowns: {
    id: 'fordelat',
    title: 'Fördelat',
    lead: 'Samma tal var för sig, i bokstavsordning.',
    groups: {
      municipality: counted('huvudman', 'huvudmän'),
      'body-type': counted('nämndtyp', 'nämndtyper'),
      topic: counted('ämne', 'ämnen'),
      criterion: counted('kriterium', 'kriterier'),
    },
  },

  counting: {
    id: 'raknat',
    title: 'Så är det räknat',
    items: (asOf: PlainDate, fewest: number) => [
      {
        term: 'Enheten',
        text: 'En rekommendation till en mottagare. Riktas den till tre nämnder räknas den tre gånger, eftersom den kan vara åtgärdad i en nämnd och inte i en annan.',
      },
      {
        term: 'Läget',
        text: 'Det senaste omdöme som en revisor har gett om just den rekommendationen och den mottagaren. Det är läget när det prövades, inte läget i dag. Säger datumen inte vilket omdöme som kom sist, räknas det som säger att minst är gjort. Vad nämnden själv uppger ändrar inget.',
      },
      {
        term: 'Okänt',
        text: 'Arkivet har inte sett någon revisor pröva saken. Det okända räknas med överallt, som en egen klass.',
      },
      {
        term: 'Datum',
        text: `Åldrar och lägen gäller den ${formatDate(asOf)}. En rapport som bara är känd till år eller månad får ett spann i stället för en tid, och räknas till en klass bara om hela spannet ligger i den.`,
      },
      {
        term: 'Andelar',
        text: `Andelar och mediantider bygger alltid på minst ${inWords(fewest)} prövade fall, och nämnaren står bredvid. Är de färre visas fallen i stället. ”Minst” och ”högst” visar vad andelen vore om inget, respektive allt, av det okända var åtgärdat.`,
      },
      {
        term: 'Urvalet',
        text: 'Revisorer väljer själva vad de följer upp. De prövade rekommendationerna är därför inget stickprov av de andra.',
      },
      {
        term: 'Ordningen',
        text: 'Allt står i tidsordning eller bokstavsordning. Arkivet rangordnar inte huvudmän, nämnder eller ämnen: hur mycket som är prövat skiljer sig mellan dem, och en lista från bäst till sämst skulle visa vem som har följts upp och inte vem som har gjort mest.',
      },
      {
        term: 'Filerna',
        text: 'Varje tabell finns som CSV-fil: UTF-8 med semikolon mellan kolumnerna och decimalkomma, så som svenska Excel och LibreOffice öppnar den. Filen har alla kolumner, även de tomma.',
      },
    ],
  },

  leftOut: {
    id: 'utanfor',
    title: 'Vad som inte är med',
    elsewhere: {
      audit: (count: number) => `${counts.followUps(count)} av en hel granskning`,
      outside: (count: number) => `${counts.followUps(count)} av något som inte finns i arkivet`,
      finding: (count: number) => `${counts.followUps(count)} av en iakttagelse`,
      question: (count: number) => `${counts.followUps(count)} av en revisionsfråga`,
      part: (count: number) => `${counts.followUps(count)} av en del av en rekommendation`,
      unseen: (count: number) =>
        `${counts.followUps(count)} av en rekommendation där arkivet inte har sett utfallet`,
      others: (count: number) =>
        `${counts.followUps(count)} av en rekommendation som inte gäller någon av dess mottagare, eller som ett närmare omdöme i samma rapport går före`,
    },
    followUps: (kinds: readonly string[]) =>
      `${formatList(kinds)}. De säger inget säkert om en enskild rekommendation och ändrar därför inte läget för någon. De redovisas under`,
    withoutRecommendations: (count: number) =>
      `där arkivet inte har sett någon rekommendation. Hur många som finns i ${count === 1 ? 'den rapporten' : 'de rapporterna'} är okänt.`,
    partlySeen:
      'med rekommendationer, men där arkivet inte har sett hela rapporten. Där kan det finnas fler än de som räknas här.',
    catalogued: counts.catalogued,
    forInformation: (count: number) =>
      `${formatNumber(count)} ${count === 1 ? 'mottagare som fått en rekommendation' : 'mottagare som fått rekommendationer'} bara för kännedom. Av dem begärs inget.`,
    drafts: 'Utkast, och allt som arkivet inte har sett. Vilka kommuner och år som finns med står under',
    coverage: 'täckningen',
  },

  columns: {
    year: 'År',
    total: 'Alla',
    assessed: 'Prövade',
    ofAssessed: 'Åtgärdade av de prövade',
    least: 'Åtgärdade av alla, minst',
    most: 'Åtgärdade av alla, högst',
    claimedDone: 'Uppges åtgärdade',
    claimedAssessed: 'Uppges åtgärdade och sedan prövade',
    claimedImplemented: 'Uppges åtgärdade, prövade och åtgärdade',
    closings: 'Avslutade',
    medianLeast: 'Mediantid till avslut, minst',
    medianMost: 'Mediantid till avslut, högst',
    /** In a file the unit stands in the heading, so that the cells are numbers. */
    inFile: {
      percent: (heading: string) => `${heading}, procent`,
      days: (heading: string) => `${heading}, dagar`,
    },
  },
  days: counted('dag', 'dagar'),
} as const;

/** The pages with the same figures for each principal, body type, topic or criterion. */
export const breakdown = {
  municipality: {
    slug: 'kommuner',
    title: 'Statistik per kommun och region',
    description:
      'Revisorernas rekommendationer till varje kommun och region: hur många som är prövade, åtgärdade och okända, år för år.',
    lead: 'Revisorernas rekommendationer till varje huvudman och vad arkivet vet om dem, i bokstavsordning.',
    column: 'Huvudman',
    caption: 'Rekommendationer efter huvudman och läge',
    byYear: 'Rekommendationer efter huvudman och utgivningsår',
  },
  'body-type': {
    slug: 'namnder',
    title: 'Statistik per nämndtyp',
    description:
      'Revisorernas rekommendationer till nämnder av samma slag i olika kommuner: prövade, åtgärdade och okända, år för år.',
    lead: 'Revisorernas rekommendationer till nämnder av samma slag i olika kommuner, i bokstavsordning.',
    column: 'Nämndtyp',
    caption: 'Rekommendationer efter nämndtyp och läge',
    byYear: 'Rekommendationer efter nämndtyp och utgivningsår',
  },
  topic: {
    slug: 'amnen',
    title: 'Statistik per ämne',
    description:
      'Revisorernas rekommendationer i varje ämne: hur många som är prövade, åtgärdade och okända, år för år.',
    lead: 'Revisorernas rekommendationer i varje ämne och vad arkivet vet om dem, i bokstavsordning.',
    column: 'Ämne',
    caption: 'Rekommendationer efter ämne och läge',
    byYear: 'Rekommendationer efter ämne och utgivningsår',
  },
  criterion: {
    slug: 'kriterier',
    title: 'Statistik per kriterium',
    description:
      'Revisorernas rekommendationer efter vad granskningen mätte mot: prövade, åtgärdade och okända, år för år.',
    lead: 'Revisorernas rekommendationer efter de lagar, regler och styrdokument som granskningen mätte mot, i bokstavsordning. Rekommendationen själv vilar inte alltid på vart och ett av dem.',
    column: 'Kriterium',
    caption: 'Rekommendationer efter kriterium och läge',
    byYear: 'Rekommendationer efter kriterium och utgivningsår',
  },
  figures: 'Läget',
  overlapping:
    'En rekommendation kan höra till flera rader. Radernas summa är därför större än antalet rekommendationer.',
  order:
    'Raderna står i bokstavsordning och inte efter resultat. Hur mycket som är prövat skiljer sig mellan dem, och en rangordning skulle visa vem som har följts upp och inte vem som har gjort mest.',
  years: 'Över åren',
  yearsLead: 'Hur många rekommendationer som gavs varje år, och läget för dem. År utan någon är utelämnade.',
  cases: 'Fallen',
  casesLead: (fewest: number) =>
    `Där färre än ${inWords(fewest)} är prövade räknas ingen andel. Här står de prövade i stället, eller alla där de är färre än ${inWords(fewest)}.`,
  noCases:
    'Alla grupper med någon prövad rekommendation har tillräckligt många för en andel, och ingen är mindre än så.',
  empty: 'Arkivet har inga rekommendationer att fördela.',
  cell: (outcome: string, count: number) => `${formatNumber(count)} ${outcome.toLocaleLowerCase('sv')}`,
} as const;
