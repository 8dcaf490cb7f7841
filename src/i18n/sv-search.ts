/** Every string of search: the box on every page, the page of results, and what their scripts say. */
import type { Facet, HitKind, Sort } from '../search/client/index.ts';

export const searchBox = {
  label: 'Sök i arkivet',
  submit: 'Sök',
  /** On the start page and the page of results, where there is room to say what one can do. */
  invitation: 'Fråga med egna ord',
  examples: 'Till exempel:',
} as const;

/**
 * Questions as someone would ask them, each with the topic that must have audits for it to be answered. The start page shows the
 * first three that the archive at hand can answer.
 */
export const exampleQuestions = [
  { question: 'Har kommunen koll på de anställdas bisysslor?', topic: 'bisysslor' },
  { question: 'Vem kontrollerar loggarna?', topic: 'loggkontroll' },
  { question: 'Underhålls kommunens fastigheter?', topic: 'fastighetsunderhall' },
  { question: 'Följs ramavtalen?', topic: 'upphandling' },
  { question: 'Prövas säkerhetskopiorna?', topic: 'sakerhetskopiering' },
  { question: 'Är kommunen redo för en kris?', topic: 'krisberedskap' },
] as const;

export const searchPage = {
  title: 'Sök',
  heading: 'Sök i arkivet',
  description:
    'Sök bland kommunala revisionsrapporter: rekommendationer, iakttagelser, granskningar, lagrum, kommuner och nämnder.',
  lead: 'Skriv som du skulle säga det. Sökningen kan vardagsord, sammansatta ord, förkortningar och lagrum.',

  howTo: {
    title: 'Så söker du',
    examples: [
      {
        query: 'dåliga lösenord i skolan',
        meaning: 'Egna ord räcker. Sökningen prövar också det som heter något annat på kommunspråk.',
      },
      { query: '6 kap. 6 § kommunallagen', meaning: 'Lagrum, utskrivna eller som KL 6:6.' },
      { query: '”tillräcklig intern kontroll”', meaning: 'Citattecken: precis de orden, i den ordningen.' },
      { query: 'loggar -skola', meaning: 'Minustecken: utan det ordet.' },
      {
        query: 'bisysslor kommun:uppsala år:2019',
        meaning: 'Villkor direkt i frågan: kommun, år, ämne, nämndtyp, kriterium, system, revisor, status.',
      },
    ],
    keys: 'Tangenten / går till sökrutan på alla sidor. I den här listan går pil ned till första träffen, och Esc tillbaka till rutan.',
    withoutKey: 'Stäng av tangenten / i den här webbläsaren',
  },

  withoutScript: {
    title: 'Sökningen behöver JavaScript',
    text: 'Den körs i din webbläsare, och här körs inga skript. Allt i arkivet går att nå ändå, genom listorna nedan.',
  },
  browse: 'Bläddra i stället',
  ways: {
    board: { title: 'Efter nämnd', all: 'Alla nämndtyper' },
    topic: { title: 'Efter ämne', all: 'Alla ämnen' },
    criterion: { title: 'Efter kriterium', all: 'Alla kriterier' },
    year: { title: 'Efter år', all: 'Alla granskningar, år för år' },
  },

  near: 'Det här ligger nära, men svarar inte mot hela frågan.',
  kinds: 'Slag av träffar',
  results: 'Träffar',
  pages: 'Sidor med träffar',
  narrow: 'Avgränsa',
  sort: 'Ordning',
  sorts: {
    relevance: 'Bäst svar först',
    newest: 'Nyast först',
    oldest: 'Äldst först',
    'longest-open': 'Längst öppna först',
  } satisfies Record<Sort, string>,
  notes: {
    status: 'Hur det står till med rekommendationen.',
    verdict: 'Revisorernas bedömning av det som granskades.',
    year: 'Det granskade året, annars utgivningsåret.',
  } as Partial<Record<Facet, string>>,
  chosen: 'Valda villkor',
  clear: 'Rensa villkoren',
} as const;

export const facetNames = {
  municipality: 'Kommun',
  year: 'År',
  bodyType: 'Nämndtyp',
  topic: 'Ämne',
  criterion: 'Kriterium',
  system: 'System',
  auditor: 'Revisor',
  status: 'Status',
  verdict: 'Omdöme',
} as const satisfies Record<Facet, string>;

const number = (value: number) => value.toLocaleString('sv-SE');
const counted = (one: string, many: string) => (n: number) => `${number(n)}\u00a0${n === 1 ? one : many}`;
const quoted = (words: string) => `”${words.replaceAll(/[”"]/g, '’')}”`;
/** A query in quotation marks, unless it has its own. */
const asTyped = (query: string) => (/[”"“]/.test(query) ? query : quoted(query));
const listed = (items: readonly string[]) =>
  new Intl.ListFormat('sv-SE', { type: 'conjunction' }).format(items);
const hits = counted('träff', 'träffar');

/** What the page's script says. Bundled with it, so nothing else stands here. */
export const searchScript = {
  number,
  retry: 'Försök igen',
  reload: 'Ladda om sidan',
  kinds: {
    recommendation: 'Rekommendationer',
    finding: 'Iakttagelser',
    audit: 'Granskningar',
    criterion: 'Kriterier',
    municipality: 'Kommuner',
    page: 'Övrigt',
  } satisfies Record<HitKind, string>,
  allKinds: 'Alla',
  titleOf: (query: string) => `${query} – Sök`,

  searching: 'Söker …',
  tooShort: 'Skriv minst tre bokstäver, eller tryck på Enter.',
  /**
   * @param query what was searched, with its last word completed
   * @param near how many of the hits do not have all that was asked for
   */
  total: (total: number, query: string, near: number) =>
    `${hits(total)}${query === '' ? '' : ` på ${asTyped(query)}`}${near === 0 ? '' : `, varav ${number(near)} som ligger nära`}`,
  place: (page: number, count: number) => `Sida ${number(page)} av ${number(count)}`,
  previous: 'Föregående',
  next: 'Nästa',

  near: 'Inget i arkivet svarar mot hela frågan. Det här kommer närmast.',
  nearPhrase: (phrases: readonly string[]) =>
    `${listed(phrases.map(quoted))} står ingenstans i arkivet just så. Det här kommer närmast.`,
  nothing: (query: string) => `Inget i arkivet svarar på ${asTyped(query)}.`,
  nothingHere: 'Inget i arkivet motsvarar villkoren.',
  nothingOfKind: (kind: string) => `Inga träffar bland ${kind.toLocaleLowerCase('sv-SE')}.`,
  adviseFilters: 'Ta bort något av villkoren, så söks mer av arkivet.',
  adviseWords:
    'Pröva färre eller vanligare ord. Att arkivet saknar något betyder inte att det aldrig har granskats.',
  showAllKinds: (total: number) => `Visa ${counted('träff', 'träffar')(total)} av andra slag`,

  did: {
    corrected: (from: string, to: string) => `Inget för ${quoted(from)}, visar ${quoted(to)}.`,
    literally: (word: string) => `Sök på ${quoted(word)} ändå`,
    alsoSearched: (also: readonly string[]) =>
      also.length > 6
        ? `Sökte även efter ${also.slice(0, 5).join(', ')} med flera ord.`
        : `Sökte även efter ${listed(also)}.`,
    ignored: (words: readonly string[]) =>
      `${listed(words.map(quoted))} finns inte i arkivet och har inte räknats.`,
    citation: (printed: string) => `Läste ${quoted(printed)} som `,
    unknownFilters: (filters: readonly string[]) =>
      `Arkivet känner inte ${listed(filters)}, så ${filters.length === 1 ? 'det villkoret' : 'de villkoren'} har inte räknats.`,
    cut: 'Frågan är längre än vad som kan sökas. Bara början har räknats.',
  },
  excluded: (word: string) => `utan ${quoted(word)}`,
  remove: (label: string) => `Ta bort villkoret ${label}`,
  allValues: (n: number) => `Visa alla ${number(n)}`,
  noValues: 'Inget att välja bland för de här träffarna.',

  hit: {
    recommendation: 'Rekommendation',
    finding: 'Iakttagelse',
    section: 'Avsnitt',
    audit: 'Granskning',
    criterion: 'Kriterium',
    principal: 'Kommun eller region',
    body: 'Nämnd eller bolag',
    page: 'Om arkivet',
    /** By the first part of a page's address. */
    pages: {
      amnen: 'Ämne',
      system: 'System',
      revisorer: 'Revisor',
      ordlista: 'Ordlista',
      namnder: 'Nämndtyp',
      guide: 'Guide',
    } as Readonly<Partial<Record<string, string>>>,
  },
  audits: counted('granskning', 'granskningar'),
  further: (n: number) => `${hits(n)} till i rapporten`,

  failures: {
    offline: 'Du verkar vara utan nät. Frågan står kvar, och sökningen fortsätter när nätet är tillbaka.',
    stale:
      'Arkivet har getts ut på nytt sedan du öppnade sidan. Ladda om den, så söks det nya. Frågan följer med.',
    unreachable: 'En del av sökregistret kunde inte hämtas. Frågan står kvar.',
    broken: 'Något i sökregistret gick inte att läsa. Frågan står kvar.',
    unsupported:
      'Webbläsaren kan inte köra sökningen, som behöver WebAssembly. Allt i arkivet går att nå genom listorna nedan.',
  },
} as const;

/** What the script of the search box says. */
export const suggestionScript = {
  label: 'Förslag',
  count: (n: number) => (n === 1 ? 'Ett förslag.' : `${n} förslag.`),
  /** The names of municipalities and boards say what they are. */
  kinds: {
    audit: 'granskning',
    body: '',
    criterion: 'kriterium',
    municipality: '',
  },
} as const;
