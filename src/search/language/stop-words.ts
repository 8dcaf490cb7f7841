/** Words that say nothing of what is sought. In lower case. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'och att det som en ett den de är på i för av med till om har inte kan ska skall man vem vad vilka vilken vilket hur när var får måste än då ' +
    'så ofta mellan hos från vid eller mitt min mina sina sin sitt dess detta dessa denna dessa finns göra gör görs blir blivit bli samt vi du jag ni han ' +
    'hon de dem deras vår våra vårt er era ert hans hennes sig själv varför vart någon något några nån nåt ingen inget inga alla allt varje ' +
    'också även bara ju nog väl kanske där här dit hit nu sedan efter innan före under över genom utan mot kring inom utom upp ned ner ut in ' +
    'få fått fick ha haft hade vara varit var blev kunde skulle borde bör vill ville ta tar tagit ge ger mycket mer mest många flera fler lite ' +
    'andra annan annat sådan sådana sådant samma olika både antingen dels medan eftersom därför ifall fast men utan ej icke ' +
    'gäller gällande avseende angående rörande beträffande handlar enligt ' +
    'the of and'
  ).split(' '),
);

/**
 * Words of which a question is made, and words that nearly every record could have. They help to order what is found, and are never
 * asked for where there are others.
 */
export const faintWords: ReadonlySet<string> = new Set(
  (
    'kommun kommunen kommuner kommunerna kommunens kommunal kommunala kommunalt granskning granskningen granskningar granskningarna granskat granskats ' +
    'granskade revision revisionen revisionens revisor revisorn revisorer revisorerna revisorernas rapport rapporten rapporter rapporterna ' +
    'kritik kritiserat kritiserats kritiserades kritiseras kritiserad brist brister bristande problem dålig dåligt dåliga fel ' +
    'visar visade visat tycker anser sagt säger säga skrivit skriver står hittat hittade funnit bedömt bedömer bedömning gått går gå ' +
    'finnas fungerar fungera funkar rätt bra sköter sköts sköta saknar saknas saknade behöver behövs behöva ordning klarar klara tillräcklig ' +
    'tillräckligt tillräckliga hantera hanterar hanteras arbete arbetet arbetar jobbar jobbat gjort gjorts hänt händer händelser ' +
    'kontrollerar kontrolleras kommer kom kommit hela helt räcker märker person personer tiden folk människor sak saker ' +
    'vet veta länge lång långt kolla kollat koll kontrollera kontrollerat titta tittat undersökt undersöka anmärkning sverige svenska ' +
    'tidigare förut fortfarande ännu alltid aldrig ibland ofta sällan verkligen faktiskt egentligen redan dessutom ordentligt snabbt tillsammans helst hittar hitta ' +
    'berätta förklara menas betyder innebär exempel olika gång gånger'
  ).split(' '),
);
