/** A heading's number, where it has one, and its words. */
export function headingParts(text: string): { readonly label?: string; readonly title: string } {
  const [, label, title] = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(\S.*)$/.exec(text) ?? [];
  if (label === undefined || title === undefined) return { title: text };
  return { label, title };
}

const wordsOfHeadings = new Set(
  `sammanfattning|inledning|bakgrund|syfte|syfte och revisionsfrågor|syfte och frågeställningar|revisionsfråga|revisionsfrågor|kontrollmål|kontrollfrågor|frågeställningar|delfrågor|
  granskningsmål|revisionskriterier|kriterier|bedömningsgrunder|bedömningskriterier|avgränsning|avgränsningar|avgränsning och ansvarig nämnd|metod|metoder|genomförande|genomförande och metod|metod och genomförande|granskningens genomförande|
  granskningsresultat|iakttagelser|iakttagelse|bedömning|bedömningar|vår bedömning|vår sammanfattande bedömning|sammanfattande bedömning|sammanfattande bedömningar|samlad bedömning|revisionell bedömning|slutsats|slutsatser|svar på revisionsfrågor|svar på revisionsfrågorna|
  rekommendation|rekommendationer|våra rekommendationer|förbättringsområden|åtgärdsförslag|förslag till åtgärder|källor|källförteckning|intervjuer|intervjuade|intervjuade funktioner|dokument|granskade dokument|bilaga|bilagor|ansvarig nämnd|ansvariga nämnder|
  ansvarig styrelse|uppdrag|uppdraget|uppföljning|resultat|resultat av granskningen|sammanfattande bedömning och rekommendationer|bedömning och rekommendationer|slutsatser och rekommendationer|organisation|ansvarsfrihet|uttalande|omfattning|lagstiftning`
    .split('|')
    .map((words) => words.trim()),
);

/** Is it what reports call their parts, and nothing more? */
export function isUsualHeading(text: string): boolean {
  if (/^bilaga(?: \d{1,2})?(?:\s*[:–-]\s*|\s+)?(?:\p{Lu}[\p{L} ]{2,60})?$/iu.test(text)) return true;
  return wordsOfHeadings.has(text.toLowerCase().replace(/[:.]$/, ''));
}
