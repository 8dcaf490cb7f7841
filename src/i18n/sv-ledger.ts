/** Every string on the pages that tell what became of recommendations: the tracker and the list of follow-ups. */
import type { CoarseDate, ShownState } from '../schemas/index.ts';
import { formatDate, formatList, formatNumber, uncapitalised } from './format.ts';

/** A count and its noun, on one line. */
const counted = (one: string, many: string) => (n: number) =>
  `${formatNumber(n)}\u00a0${n === 1 ? one : many}`;

const recommendations = counted('rekommendation', 'rekommendationer');
const audits = counted('granskning', 'granskningar');
const verdicts = counted('omdöme', 'omdömen');

/** The years that a list spans: "2017", "2010–2019". */
const yearSpan = (years: readonly number[]) => {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first}–${last}`;
};

const onPage = (title: string, page: number) => (page === 1 ? title : `${title}, sida ${page}`);

/** What a list holds: its heading, what it is called among the others, and one sentence on what it means. */
interface ListWords {
  readonly title: string;
  readonly lead?: string;
}

const unchecked = 'Ingen revisor har prövat saken.';

export const trackerStates: Readonly<Record<ShownState, Required<ListWords>>> = {
  'not-implemented': {
    title: 'Rekommendationer som inte är åtgärdade',
    lead: 'Revisorerna har följt upp dem och funnit att de inte är åtgärdade.',
  },
  'not-followed-up': {
    title: 'Rekommendationer som inte är uppföljda',
    lead: 'Arkivet har inte sett att någon revisor har följt upp dem. Det betyder inte att inget har gjorts.',
  },
  'claimed-nothing': {
    title: 'Rekommendationer som uppges inte åtgärdas',
    lead: `Den som fick rekommendationen säger att inget ska göras åt den. ${unchecked}`,
  },
  'claimed-planned': {
    title: 'Rekommendationer med åtgärder som uppges planerade',
    lead: `Den som fick rekommendationen säger att en åtgärd är planerad. ${unchecked}`,
  },
  'claimed-in-progress': {
    title: 'Rekommendationer med åtgärder som uppges pågå',
    lead: `Den som fick rekommendationen säger att arbetet pågår. ${unchecked}`,
  },
  'claimed-done': {
    title: 'Rekommendationer som uppges vara åtgärdade',
    lead: `Den som fick rekommendationen säger att den är åtgärdad. ${unchecked}`,
  },
  'not-assessed': {
    title: 'Rekommendationer som har följts upp utan att bedömas',
    lead: 'Revisorerna har följt upp dem men inte bedömt vad som har gjorts.',
  },
  'in-progress': {
    title: 'Rekommendationer med åtgärder som pågår',
    lead: 'Revisorerna har följt upp dem och funnit att arbetet pågår.',
  },
  'partly-implemented': {
    title: 'Rekommendationer som delvis är åtgärdade',
    lead: 'Revisorerna har följt upp dem och funnit att de delvis är åtgärdade.',
  },
  'mostly-implemented': {
    title: 'Rekommendationer som i huvudsak är åtgärdade',
    lead: 'Revisorerna har följt upp dem och funnit att de i huvudsak är åtgärdade.',
  },
  implemented: {
    title: 'Rekommendationer som är åtgärdade',
    lead: 'Revisorerna har följt upp dem och funnit att de är åtgärdade.',
  },
  obsolete: {
    title: 'Rekommendationer som inte längre är aktuella',
    lead: 'Revisorerna har funnit att de har förlorat sin mening, till exempel för att verksamheten har upphört.',
  },
};

export const tracker = {
  title: 'Rekommendationer',
  pageTitle: onPage,
  description: (total: number, municipalities: number, page: number) =>
    onPage(
      `${recommendations(total)} från revisorer i ${counted('kommun eller region', 'kommuner och regioner')(municipalities)}: vem som fick dem, vad som har blivit gjort och vem som säger det`,
      page,
    ),
  lead: 'Vad revisorerna har rekommenderat, vem som fick rådet och vad som sedan blev gjort.',
  summary: (total: number, ofAudits: number, principals: string) =>
    `${recommendations(total)} ur ${audits(ofAudits)} av ${principals}.`,
  empty: 'Arkivet har ännu inga rekommendationer.',
  order: 'De minst åtgärdade står först, och bland dem de äldsta.',
  orderByAge: 'De äldsta står först.',
  leastDone: 'En rekommendation till flera står efter den som har gjort minst.',
  leastDoneOfThese: 'En rekommendation till flera av dessa nämnder står efter den som har gjort minst.',
  noFollowUps:
    'Arkivet har ännu inte sett någon uppföljning av en enskild rekommendation. Det betyder inte att inget har gjorts.',

  /** The ways to choose among all. */
  by: {
    status: { one: 'Status', all: 'Alla statusar', title: 'Rekommendationer efter status' },
    kommun: {
      one: 'Kommun',
      all: 'Alla kommuner och regioner',
      title: 'Rekommendationer efter kommun och region',
    },
    namndtyp: { one: 'Nämndtyp', all: 'Alla nämndtyper', title: 'Rekommendationer efter nämndtyp' },
    ar: { one: 'År', all: 'Alla år', title: 'Rekommendationer efter granskat år' },
  },
  indexLead: {
    status: 'Hur det står till med var och en, från minst gjort till mest.',
    kommun: 'Antalet rekommendationer till var och en, och hur det står till med dem.',
    namndtyp:
      'Antalet rekommendationer till nämnder av samma slag, i alla kommuner och regioner. En rekommendation till flera slags nämnder räknas hos var och en.',
    ar: 'Efter det år som granskades, eller det år rapporten gavs ut där det granskade året inte är känt.',
  },
  indexDescription: (title: string, choices: number) =>
    `${title}: ${counted('lista', 'listor')(choices)} med antal.`,
  choices: 'Välj bland rekommendationerna',
  allChoices: (label: string, n: number) => `${label} (${formatNumber(n)})`,
  within: 'I listan',
  boards: 'Nämnd för nämnd',
  boardsLead: 'Allt som är riktat till en nämnd eller ett bolag står samlat på dess egen sida.',
  combine: 'Välj på fler sätt',
  boardType: 'Om nämnderna och deras granskningar',
  allFollowUps: (n: number) =>
    n < 2 ? 'uppföljningarna' : `alla ${counted('uppföljning', 'uppföljningar')(n)}`,
  followUpsToo: 'Omdömen om hela granskningar räknas inte som rekommendationernas. De står bland',
  noneIn: (states: readonly string[]) => `Ännu ingen: ${formatList(states)}.`,

  /** Lists by something other than state. */
  toMunicipality: (name: string): ListWords => ({ title: `Rekommendationer till ${name}` }),
  toBodyType: (plural: string): ListWords => ({
    title: `Rekommendationer till ${uncapitalised(plural)}`,
  }),
  toUnknownType: {
    title: 'Rekommendationer utan känd nämndtyp',
    lead: 'Till grupper som rapporten bara nämner samlat, till bolag och till nämnder vars slag arkivet inte känner.',
  } as ListWords,
  ofYear: (year: number): ListWords => ({ title: `Rekommendationer ur granskningar av ${year}` }),
  listDescription: (title: string, total: number, page: number) =>
    `${onPage(title, page)}: ${recommendations(total)} i Granskningsarkivet, med mottagare, status och ålder.`,
  listSummary: (total: number, years: readonly number[], ofPrincipals: string | undefined) =>
    `${recommendations(total)} ur ${audits(years.length)}${ofPrincipals ? ` av ${ofPrincipals}` : ''}, ${yearSpan(years)}.`,
  emptyList: {
    status: 'Ännu står ingen rekommendation i arkivet så.',
    kommun:
      'Arkivet har inte sett någon rekommendation hit. Det säger inget om hur många som har lämnats; se under varje granskning vad som saknas av rapporten.',
    namndtyp: 'Ingen rekommendation i arkivet är riktad till en nämnd av det här slaget.',
    ar: 'Arkivet har inte sett någon rekommendation i granskningarna av det året.',
  },
  /** From an empty list. */
  wayOn: {
    status: (most: number, total: number, label: string) =>
      `${label}: ${formatNumber(most)} av ${recommendations(total)}`,
    kommun: (name: string) => `Vad arkivet har om ${name}`,
    namndtyp: (plural: string) => `Vad arkivet har om ${uncapitalised(plural)}`,
  },

  groups: {
    givenIn: (year: string) => `Utgivna ${year}`,
    count: recommendations,
    continued: 'fortsättning från föregående sida',
  },
  recommendations,
  unknown: {
    namndtyp: 'Okänd nämndtyp',
    amne: 'Utan ämne',
    kriterium: 'Utan kriterium',
    revisor: 'Okänd revisor',
    ord: 'varken ska, bör eller kan',
  },

  row: {
    age: 'Ålder: ',
    parts: 'Delar:',
    followUpUnseen: 'uppföljd, men arkivet har inte sett med vilket utfall',
  },

  claimedDone: 'Uppges gjort, ej verifierat, även efter ett omdöme',
} as const;

export const trackerFilter = {
  label: 'Välj bland rekommendationerna',
  facets: {
    status: 'Status',
    kommun: 'Kommun',
    namndtyp: 'Nämndtyp',
    ar: 'År',
    amne: 'Ämne',
    kriterium: 'Kriterium',
    revisor: 'Revisor',
    ord: 'Ska eller bör',
  },
  notes: {
    amne: 'Rekommendationens ämne, annars granskningens.',
    kriterium: 'Det som rekommendationen vilar på, annars det som granskningen mätte mot.',
    namndtyp: 'Slagen av nämnder som ska göra något. Status gäller då hos dem.',
    revisor: 'De som beslutade om granskningen och de som gjorde den.',
    kommun: '',
    ar: 'Det granskade året, annars utgivningsåret.',
    ord: 'Hur starkt rekommendationen är formulerad.',
  },
  sort: 'Ordning',
  orders: {
    'minst-gjort': 'Minst gjort först',
    aldst: 'Äldst först',
    nyast: 'Nyast först',
    'senast-provad': 'Senast prövade först',
  },
  result: 'Urvalet',
  wider: 'Hela granskningar har också följts upp:',
  chosen: 'Valda villkor',
  clear: 'Rensa',
  more: 'Visa fler',
  retry: 'Försök igen',
} as const;

/** What the tracker's script says. Bundled with it, so nothing else stands here. */
export const trackerScript = {
  loading: 'Hämtar …',
  shown: (total: number, shown: number) => {
    if (total === 0) return 'Ingen rekommendation i arkivet motsvarar villkoren. Ta bort något av dem.';
    const all = `${total.toLocaleString('sv-SE')}\u00a0${total === 1 ? 'rekommendation' : 'rekommendationer'}`;
    return shown < total ? `${all}, de första ${shown.toLocaleString('sv-SE')} visas.` : `${all}.`;
  },
  remove: (label: string) => `Ta bort villkoret ${label}`,
  unknown: (slugs: readonly string[]) =>
    `Adressen nämner ${slugs.map((slug) => `”${slug}”`).join(', ')}, som arkivet inte känner och som därför inte räknas.`,
  failed: 'Urvalet kunde inte hämtas. Det som står här är hela listan, utan villkor.',
  valuesFailed: 'Villkoren kunde inte hämtas. Listan är hel, och allt annat fungerar.',
} as const;

export const followUpList = {
  title: 'Uppföljningar',
  pageTitle: onPage,
  description: (total: number, page: number) =>
    `${onPage('Uppföljningar', page)}: ${verdicts(total)} från revisorer om vad som har blivit gjort efter tidigare granskningar.`,
  lead: 'Vad revisorerna fann när de följde upp: hela granskningar, enskilda rekommendationer, iakttagelser och frågor. Ett omdöme gäller det som prövades och inget mer.',
  summary: (total: number, ofAudits: number) =>
    `${verdicts(total)} i ${counted('granskning', 'granskningar')(ofAudits)}, de senaste först.`,
  empty:
    'Arkivet har ännu inte sett någon uppföljning av en tidigare granskning. Det säger inget om hur många som har gjorts.',
  onWhole: 'Granskningar som har följts upp',
  onWholeLead:
    'Omdömena gäller en hel granskning, eller en iakttagelse eller fråga i den. Vad som blev av varje rekommendation säger de inte. De senaste står först.',
  more: (n: number) => `Visa ${n} äldre`,
  place: 'Omdömet i rapporten',
  source: 'Källa',
  boards: 'Gäller',
  outside: 'finns inte i arkivet',
  checked: (date: CoarseDate) => `prövat ${formatDate(date)}`,
  unseen: 'Arkivet har inte sett vad uppföljningen kom fram till.',
} as const;
