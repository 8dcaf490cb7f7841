interface Rule {
  readonly severity: 'error' | 'warning';
  /** What it speaks up about: a clause that follows "Säger till när ". */
  readonly when: string;
  /** Why it does, for one who asks: whole sentences. */
  readonly why: string;
  /** What to do. The message itself says it more closely. */
  readonly mend: string;
}

/**
 * Every rule that a problem can have broken, in the order of the guide, which is made of it. An error keeps the archive from being
 * published; a warning can be silenced in its file, with a reason.
 */
export const rules = {
  fil: {
    severity: 'error',
    when: 'en fil ligger fel, heter fel, är tom, för stor eller inte går att läsa',
    why: 'Filens plats och namn blir dess adress i arkivet.',
    mend: 'Flytta filen, döp om den eller spara om den så som meddelandet säger.',
  },
  yaml: {
    severity: 'error',
    when: 'metadatablocket inte går att läsa som YAML',
    why: 'Innan det går att läsa syns inga andra fel i blocket.',
    mend: 'Titta på raden och raden ovanför: oftast är det ett indrag, ett kolon i en text eller ett citattecken som fattas.',
  },
  styrtecken: {
    severity: 'error',
    when: 'ett tecken som inte syns styr hur texten visas eller läses',
    why: 'Ett sådant tecken kan vända ordens ordning eller gömma ord för sökningen, utan att det märks.',
    mend: 'Skriv om stället för hand. Tecknen följer ofta med text som klistrats in från en PDF.',
  },
  form: {
    severity: 'error',
    when: 'ett fält inte finns, saknas eller har fel slags värde',
    why: 'Ett felstavat fält skulle annars försvinna utan att någon märkte det.',
    mend: 'Meddelandet räknar upp de fält eller ord som gäller. Fälten står också i guidens uppslagsverk.',
  },
  referens: {
    severity: 'error',
    when: 'något som filen hänvisar till inte finns, ett id står två gånger, eller ett datum motsäger ett annat',
    why: 'Arkivet länkar allt till allt. En hänvisning som inte leder någonstans skulle ge en läsare en tom sida.',
    mend: 'Rätta hänvisningen, eller för in det som saknas i registret.',
  },
  mdx: {
    severity: 'error',
    when: 'texten innehåller något annat än Markdown och arkivets komponenter',
    why: 'Rapporter läses men körs aldrig. Det som ser ut som kod stoppas, även när det var menat som text.',
    mend: 'Skriv det så som meddelandet säger.',
  },
  visning: {
    severity: 'error',
    when: 'en iakttagelse, rekommendation, fråga, uppföljning, bild eller siffra inte visas i texten, eller när en komponent visar något som inte finns',
    why: 'Det som står i metadatablocket men inte visas skulle läsaren aldrig få se.',
    mend: 'Skriv komponenten på en egen rad där den hör hemma.',
  },
  lank: {
    severity: 'error',
    when: 'en länk inom arkivet inte leder någonstans',
    why: 'Länkarna prövas när inga andra fel finns kvar, för först då är alla adresser kända.',
    mend: 'Rätta adressen. Meddelandet föreslår den som ligger närmast.',
  },
  adress: {
    severity: 'error',
    when: 'något som har publicerats inte längre har någon sida',
    why: 'Det som någon har citerat ska gå att hitta, också om tjugo år. Vilka adresser som har publicerats står i content/published/.',
    mend: 'Lägg tillbaka det, eller säg i content/addresses.yaml vart adressen leder eller varför den är borta.',
  },
  'tyst-andring': {
    severity: 'error',
    when: 'orden i en publicerad rapport är ändrade utan att rapporten säger det',
    why: 'Den som har citerat rapporten ska kunna se vad som ändrades, när och varför.',
    mend: 'Skriv en post under corrections, eller ta tillbaka den förra texten.',
  },
  'att-skriva': {
    severity: 'error',
    when: 'märket ATT SKRIVA står kvar i något som inte är ett utkast',
    why: 'Märket visar vad som återstår i en rapport som npm run new eller npm run import har börjat på.',
    mend: 'Skriv det som fattas och ta bort märket, eller låt rapporten vara ett utkast (draft: true).',
  },
  personnummer: {
    severity: 'error',
    when: 'ett personnummer eller samordningsnummer står någonstans i en fil',
    why: 'Personnummer publiceras aldrig i arkivet.',
    mend: 'Ta bort det.',
  },
  'fraga-utan-svar': {
    severity: 'warning',
    when: 'en revisionsfråga inte har något svar, i en rapport som inte är en katalogpost',
    why: 'Svaret på frågan är det första en läsare letar efter.',
    mend: 'Skriv svaret under answers. Svarar rapporten inte på frågan, tysta varningen och säg det.',
  },
  'iakttagelse-utan-bedomning': {
    severity: 'warning',
    when: 'en iakttagelse varken har bedömning, omdöme eller rekommendation, fast andra i rapporten har det',
    why: 'Då har något ofta fallit bort när rapporten fördes in.',
    mend: 'Skriv assessment eller knyt en rekommendation till den. Har bedömningen gått förlorad eller inte setts, skriv lost eller unseen.',
  },
  'bedomning-utan-iakttagelse': {
    severity: 'warning',
    when: 'en bedömning inte har någon iakttagelse',
    why: 'Läsaren får veta vad revisorerna ansåg men inte vad de såg.',
    mend: 'Skriv observation. Har den gått förlorad eller inte setts, skriv lost eller unseen.',
  },
  'rekommendation-utan-ansvarig': {
    severity: 'warning',
    when: 'alla mottagare av en rekommendation har den för kännedom, eller fanns inte längre när rapporten gavs ut',
    why: 'Då finns det ingen som ska genomföra den, och ingen att följa upp.',
    mend: 'Skriv vem som har huvudansvaret under to.',
  },
  modalitet: {
    severity: 'warning',
    when: 'en rekommendations text säger ska, bör eller kan men fältet modality något annat eller inget',
    why: 'Skillnaden mellan ska och bör är revisorernas, och listor och statistik går efter fältet.',
    mend: 'Rätta fältet efter det som står i rapporten.',
  },
  'oanvant-kriterium': {
    severity: 'warning',
    when: 'ett kriterium räknas upp för rapporten men ingen iakttagelse, rekommendation, källa eller text nämner det, fast iakttagelser eller rekommendationer mäts mot andra',
    why: 'Den som söker på lagrummet hittar rapporten men inte vad som mättes mot det.',
    mend: 'Skriv kriteriet under criteria på det som mättes mot det.',
  },
  'ej-i-kraft': {
    severity: 'warning',
    when: 'granskningen åberopar en lag, bland kriterierna eller i texten, som inte gällde det år som granskades',
    why: 'Lagar ersätts av andra med samma namn, så det är lätt att ta fel på årgång.',
    mend: 'Kontrollera vilken lag som avses.',
  },
  'oangivet-kriterium': {
    severity: 'warning',
    when: 'texten åberopar ett ställe i en lag som rapporten inte anger som kriterium',
    why: 'Den som söker på lagen hittar då inte rapporten bland dem som har den som kriterium.',
    mend: 'Lägg till lagen under criteria om granskningen mätte mot den.',
  },
  'annan-regel': {
    severity: 'warning',
    when: 'det som står under printed har ett annat nummer än kriteriet intill',
    why: 'Ett av dem är fel: numret i rapporten eller valet ur registret.',
    mend: 'Välj kriteriet med det nummer som står i rapporten, eller rätta printed.',
  },
  'okant-omdome': {
    severity: 'warning',
    when: 'arkivet inte vet vad ett omdöme motsvarar på skalan',
    why: 'Omdömen med egna ord går bara att jämföra om någon har sagt vad de betyder.',
    mend: 'Skriv grade bredvid omdömet.',
  },
  rubrikniva: {
    severity: 'warning',
    when: 'rubrikerna hoppar över en nivå, eller den första inte är av nivå 2',
    why: 'Den som lyssnar på sidan tar sig fram efter rubrikernas nivåer.',
    mend: 'Ge rubriken nivån närmast under den som den hör till.',
  },
  tabellrubrik: {
    severity: 'warning',
    when: 'en tabell eller en av dess kolumner saknar rubrik',
    why: 'Utan rubrik går det inte att höra eller förstå vad siffrorna är.',
    mend: 'Skriv rubrikerna på tabellens första rad.',
  },
  bildtext: {
    severity: 'warning',
    when: 'en bilds alternativtext bara är ett filnamn eller ett ord som ”diagram”',
    why: 'Den som inte ser bilden får veta att där är en bild men inte vad den visar. Saknas texten helt är det ett fel.',
    mend: 'Skriv vad bilden visar.',
  },
  lanktext: {
    severity: 'warning',
    when: 'en länk heter ”här”, ”läs mer” eller liknande, eller texten säger ”klicka här”',
    why: 'Länkar läses ofta lösryckta ur texten, i en lista eller av en skärmläsare.',
    mend: 'Låt länken heta det som den leder till.',
  },
  'lang-mening': {
    severity: 'warning',
    when: 'en mening har fler än 60 ord',
    why: 'Så långa meningar får de flesta läsa om.',
    mend: 'Dela den, eller gör en lista av den. Är det ett citat eller revisorernas egen publicerade text, tysta varningen.',
  },
  personnamn: {
    severity: 'warning',
    when: 'något ser ut att vara en persons namn, och personen inte står under people',
    why: 'Den som har granskats eller intervjuats nämns med sin funktion. Namnet på en privatperson hör inte hemma i arkivet.',
    mend: 'Skriv funktionen i stället, t.ex. ”förvaltningschefen”. De som har gjort granskningen förs in under people.',
  },
  kontaktuppgift: {
    severity: 'warning',
    when: 'en e-postadress som inte är en myndighets, eller ett telefonnummer, står i en text',
    why: 'Den som nås på adressen eller numret kan vara en privatperson. Arkivet innehåller inga kontaktuppgifter till människor.',
    mend: 'Ta bort den, eller skriv en adress som hör till kommunen eller revisionen. Är det en växel eller funktionsbrevlåda, tysta varningen.',
  },
  'avklippt-text': {
    severity: 'warning',
    when: 'en text utan citattecken klipps av vid ett #',
    why: 'I YAML börjar en kommentar vid ett # efter ett mellanslag. Resten av raden försvinner utan ett ord.',
    mend: 'Sätt citattecken runt hela texten. Är det en kommentar, skriv ett mellanslag efter #.',
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof rules;

/** The rules that can be silenced. */
export type WarningRule = {
  [Name in RuleName]: (typeof rules)[Name]['severity'] extends 'warning' ? Name : never;
}[RuleName];

/** In the order of the guide. */
export const warningRules: readonly WarningRule[] = (Object.keys(rules) as RuleName[]).filter(isWarningRule);

function isWarningRule(name: RuleName): name is WarningRule {
  return rules[name].severity === 'warning';
}
