/** Every string of the open data: feeds, the catalogue and the page that tells of it all. */
import type { CoarseDate, PlainDate } from '../schemas/index.ts';
import { formatDate, formatNumber, quoted } from './format.ts';

export const feeds = {
  json: 'Sidans uppgifter som JSON',
  picture:
    'Granskningsarkivet: vad kommunernas revisorer såg, vad de rekommenderade och vad som hände sedan.',
  archive: {
    title: 'Granskningsarkivet',
    subtitle: 'De senaste granskningarna, och vad revisorer och nämnder sagt om dem sedan.',
  },
  changes: {
    title: 'Granskningsarkivet: uppföljningar och svar',
    subtitle: 'Vad revisorer har funnit vid uppföljning och vad nämnder har svarat.',
  },
  corrected: {
    title: 'Granskningsarkivet: ändringar',
    subtitle: 'Vad som har rättats, kompletterats eller tagits bort sedan det publicerades.',
  },
  of: (name: string) => `Granskningsarkivet: ${name}`,
  about: (name: string) => `Granskningar som rör ${name}, och vad revisorer och nämnder sagt om dem sedan.`,
  audit: (place: string, title: string) => `${place}: ${title}`,
  published: (place: string, date: CoarseDate) => `${place}, ${formatDate(date)}.`,
  verdict: (what: string, about: string) => `${what}: ${about}`,
  unseenVerdict: 'Uppföljd',
  verdictText: (date: CoarseDate, title: string) =>
    `Prövat ${formatDate(date)} i granskningen ${quoted(title)}.`,
  words: (printed: string) => `Revisorerna skriver: ${quoted(printed)}.`,
  response: (from: string, about: string) => `${from} svarar på ${quoted(about)}`,
  responseText: (date: CoarseDate) =>
    `Beslutat ${formatDate(date)}. Det är nämndens egen uppgift, som ingen revisor har prövat.`,
  claim: (label: string, text: string) => `${label}: ${text}`,
} as const;

/** What each table holds, in one or two words. */
const tables = {
  audits: 'Granskningar',
  recommendations: 'Rekommendationer',
  standings: 'Rekommendationernas läge',
  findings: 'Iakttagelser',
  events: 'Uppföljningar och svar',
  criteria: 'Kriterier',
  municipalities: 'Huvudmän',
  bodies: 'Nämnder och bolag',
  terms: 'Ämnen, system, revisorer och nämndtyper',
} as const;

const formats: Readonly<Record<string, string>> = {
  'text/csv': 'CSV',
  'application/x-ndjson': 'NDJSON',
  'application/vnd.sqlite3': 'SQLite',
};

/** The catalogue for dataportal.se. */
export const catalogue = {
  title: 'Granskningsarkivet',
  description:
    'Granskningar av kommuner, regioner och kommunalförbund: vad revisorerna mätte mot, vad de såg, vad de rekommenderade och vad som hände sedan.',
  dataset: (name: string) => `Granskningsarkivet: ${name}`,
  tables,
  database: 'hela arkivet',
  databaseDescription:
    'Alla tabeller i en SQLite-databas, med fulltextsökning och färdiga vyer: granskningar, rekommendationer, iakttagelser, uppföljningar, svar och register.',
  keywords: ['kommunal revision', 'granskning', 'rekommendation', 'uppföljning', 'kommun', 'region'],
  distribution: (mediaType: string, rows: number) =>
    `${formats[mediaType] ?? mediaType}, ${formatNumber(rows)} ${rows === 1 ? 'rad' : 'rader'}.`,
} as const;

export const data = {
  title: 'Öppna data',
  description:
    'Hela arkivet som filer: CSV, NDJSON, SQLite och JSON, flöden att följa, och hur uppgifterna får användas.',
  lead: 'Allt som står i arkivet finns också som filer. De är fria att använda till vad du vill, utan att fråga.',
  particulars: {
    asOf: 'Läget den',
    license: 'Licens',
    licenseText: 'CC0 1.0: inga villkor, inte ens att du anger källan',
    sources:
      'Det gäller arkivets egna uppgifter. Där kolumnen rendition är original är texten revisionens egen: fråga den som gav ut rapporten.',
    whole: 'Hela arkivet',
  },
  download: {
    title: 'Ladda ned',
    lead: 'Varje tabell finns i två format. CSV öppnas i Excel och andra kalkylprogram; NDJSON har en rad JSON för varje sak och läses av program. SQLite-filen har alla tabeller i en databas.',
    caption: 'Filer att ladda ned',
    table: 'Tabell',
    rows: 'Rader',
    csv: 'CSV',
    ndjson: 'NDJSON',
    notBuilt: 'Filerna skrivs när webbplatsen byggs med npm run build. Här, under utveckling, finns de inte.',
    file: (format: string, size: string) => `${format}, ${size}`,
    allRows: (rows: number) => `${formatNumber(rows)} rader i alla tabeller`,
    checksums: 'Kontrollsummor',
    checksumsLead: 'SHA-256 för varje fil, så att du kan se att nedladdningen är hel. De står också i filen',
    tables,
  },
  limits: {
    title: 'Vad uppgifterna inte säger',
    points: [
      [
        'Arkivet är inte fullständigt.',
        'En kommun som saknas eller har få granskningar här kan ha många. Räkna aldrig granskningar för att jämföra kommuner.',
      ],
      [
        'Ej uppföljd betyder att arkivet inte har sett någon uppföljning.',
        'Det betyder inte att ingenting har gjorts. I statistiken räknas det som okänt.',
      ],
      [
        'En uppgift är inget omdöme.',
        'Det som en nämnd själv säger står som claim. Bara det som revisorer har prövat står som verdict, och bara det avslutar en rekommendation.',
      ],
      [
        'Ett omdöme om en hel granskning gäller inte var rekommendation i den.',
        'Kolumnen level säger vad omdömet gäller.',
      ],
      [
        'Omdömen på skalan är arkivets tolkning.',
        'Revisorer graderar med olika ord. Deras egna ord står alltid bredvid, och det är dem du ska citera.',
      ],
      [
        'Datum är så noga som de är kända.',
        'Ett datum kan vara ett år, en månad eller en dag. Ett årtal betyder någon gång det året, inte den 1 januari. I flöden, där en dag måste anges, står den första dag det kan vara.',
      ],
      [
        'Texten kan vara arkivets.',
        'Kolumnen rendition säger om rapporten återges med revisionens egen text, är återberättad eller bara är en katalogpost.',
      ],
    ],
    coverage: 'Vad som finns och saknas står under',
    coverageLink: 'Täckning',
  },
  citing: {
    title: 'Så citerar du',
    lead: 'Ange rapporten när du använder en uppgift ur en granskning, och arkivet när du använder siffror över flera. Skriv vilken dag uppgifterna gäller: läget ändras när revisorer följer upp.',
    reference: (asOf: CoarseDate | PlainDate, address: string) =>
      `Granskningsarkivet, öppna data, läget den ${formatDate(asOf)}. ${address}`,
    link: 'Kolumnen url leder till sidan i arkivet och source_url till rapporten hos den som gav ut den. Läs rapporten innan du skriver om den.',
  },
  columns: {
    title: 'Tabeller och kolumner',
    link: 'Alla tabeller, kolumner och koder',
    description: 'Vad varje kolumn i arkivets öppna data betyder, och vilka koder som kan stå i den.',
    lead: 'Vad varje kolumn betyder och vad som kan stå i den. Uppställningen är gjord ur de scheman som filerna kontrolleras mot.',
    kinds: { text: 'text', number: 'heltal', truth: 'sant eller falskt', list: 'lista' },
    optional: 'kan vara tom',
    codes: 'Koder',
    schema: 'Schema för en rad',
    lists:
      'En lista är en lista i NDJSON. I CSV står ” | ” mellan posterna i cellen. I databasen är den en tabell för sig, med id, plats och värde: granskningarnas ämnen är audits_topics.',
    truths: 'Sant och falskt är true och false, och i databasen 1 och 0.',
    guard:
      'Text i CSV som ett kalkylprogram skulle ta för en formel har en apostrof först. I NDJSON och databasen står den som den är.',
  },
  database: {
    title: 'Databasen',
    lead: 'Utöver tabellerna har den codes, som översätter koder till svenska, search, som söker ord i alla texter, och vyer för det som oftast efterfrågas:',
    views: {
      directed_recommendations:
        'rekommendationer, en gång för varje mottagare som ska göra något: det som statistiken räknar',
      outcomes: 'hur många av dem som fått vilket omdöme; samma tal som under Statistik',
      open_recommendations: 'de som inget omdöme har avslutat',
      overdue_follow_ups: 'de som borde ha följts upp',
      claimed_done_not_checked: 'de som nämnden säger är åtgärdade men som ingen revisor har prövat',
      recommendations_by_topic: 'rekommendationer efter ämne',
    },
  },
  json: {
    title: 'JSON för varje sida',
    lead: 'Lägg till index.json efter en sidas adress, så får du samma uppgifter som JSON. En rekommendation står i sin gransknings fil. Sidorna pekar själva ut sin fil med rel="alternate".',
    stable:
      'Formen är version 1. Fält kan tillkomma, men inget tas bort, byter namn eller får en ny betydelse utan att versionen ändras. Program ska hoppa över fält de inte känner till.',
    schemas: 'Scheman',
  },
  feeds: {
    title: 'Flöden',
    lead: 'Följ arkivet i en flödesläsare. Sidorna för kommuner, nämnder, nämndtyper, ämnen, kriterier, paragrafer, system och revisorer har var sitt flöde: lägg till atom.xml eller feed.json efter adressen.',
    archive: 'Hela arkivet',
    changes: 'Uppföljningar och svar',
    order:
      'Ordningen följer när rapporter gavs ut och när något prövades eller besvarades, inte när det lades in här. Ett flöde har de femtio senaste.',
  },
  examples: {
    title: 'Exempel',
    lead: 'Kör dem i den mapp där du har lagt filerna.',
    excel: {
      title: 'Excel och LibreOffice',
      steps: [
        'I Excel: öppna ett tomt blad, välj Data och Från text/CSV, och välj filen. Excel känner själv igen kodningen (UTF-8) och kommatecknet.',
        'Sätt kolumnen code till Text. Annars försvinner nollan först i 0380.',
        'I LibreOffice: öppna filen och välj UTF-8 och Komma i rutan som visas.',
        'Dubbelklicka inte på filen i Excel: med svenska inställningar hamnar då allt i en kolumn.',
      ],
    },
    python: 'Python',
    r: 'R',
    duckdb: 'DuckDB',
    sql: 'SQLite',
  },
  catalogue: {
    title: 'Katalog',
    lead: 'Filerna beskrivs i RDF enligt DCAT-AP-SE 3, så att Sveriges dataportal kan hämta dem.',
    link: 'Katalogen i RDF/XML',
    none: 'Katalogen för Sveriges dataportal skrivs bara när den som driver webbplatsen har sagt vem som ger ut den och var den finns.',
  },
  unknownAddress:
    'Den här webbplatsen är byggd utan att veta var den ska finnas. Adresserna i filerna börjar därför med ett snedstreck och är inte hela, flödena i JSON har inga adresser, och sitemap saknas.',
} as const;
