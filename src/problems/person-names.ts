/*
 * Given names and surnames that are common in Sweden, by the author's general knowledge of Statistics Sweden's name statistics. A
 * name outside the lists is found only together with a common one: the heuristic is to be right when it speaks.
 */
const givenNames = new Set(
  `Adam Agneta Ahmed Albin Alexander Alexandra Alf Ali Alice Alma Amanda Amir Anders Andreas Angelica Anita Anna Anne Annelie Anneli
  Annette Annika Ann Ann-Christin Ann-Marie Ann-Sofie Arne Arvid Astrid Axel Barbro Bengt Berit Bernt Birger Birgit Birgitta Björn
  Bo Britt Britt-Marie Britta Camilla Carin Carina Carl Carl-Johan Carl-Gustav Carolina Caroline Cecilia Charlotta Charlotte
  Christer Christian Christina Christoffer Claes Clara Conny Dan Daniel Daniella David Dennis Ebba Edvin Elias Elin Elina Elisabeth
  Elisabet Ella Ellen Elsa Emelie Emil Emilia Emma Erik Erika Eva Eva-Lena Evelina Fanny Fatima Felicia Felix Filip Fredrik Frida
  Frank Gabriel Gabriella Georg Gerd Gerhard Germund Gertrud Göran Gösta Greta Gun Gunilla Gunnar Gunnel Gustaf Gustav Hanna Hannah
  Hans Hans-Erik Harald Hassan Hedvig Helen Helena Helene Helge Henrik Henry Hugo Hussein Håkan Ida Inga Inge Ingela Ingeborg Ingegerd
  Inger Ingemar Ingrid Ingvar Irene Isabella Isabelle Isak Ivan Jakob Jan Jan-Erik Jan-Olof Jane Janne Jasmine Jennie Jenny Jens Jerker
  Jessica Jesper Jimmy Joakim Joel Johan Johanna Johannes John Johnny Jonas Jonathan Jonny Josef Josefin Josefine Julia Jörgen Kaj
  Karin Karl Karl-Erik Karolina Katarina Kate Kenneth Kent Kerstin Kim Kjell Klara Klas Kristian Kristina Kristofer Kurt Lars Lars-Erik
  Lars-Göran Leif Lena Lennart Leo Liam Lina Linda Linn Linnea Linnéa Linus Lisa Lisbeth Lise-Lotte Lovisa Louise Lotta Lucas Ludvig
  Lukas Mats Madeleine Magdalena Magnus Maj Maja Malin Marcus Margareta Margaretha Maria Marianne Marie Marika Markus Marina Martin
  Martina Mattias Mathias Max Mia Michael Mikael Mikaela Milla Moa Mohamed Mohammad Mohammed Mona Monica Monika Mustafa Märta Måns
  Nadja Natalie Nicklas Niclas Niklas Nils Nina Nora Ola Oliver Olivia Olle Olof Omar Oscar Oskar Otto Ove Patric Patricia Patrik Paul
  Pauline Per Per-Olof Pernilla Peter Petra Petter Pia Pontus Ragnar Rebecca Rebecka Rikard Richard Rickard Robert Robin Roger Roland
  Rolf Ronny Rune Rut Ruth Sabina Samuel Sandra Sanna Sara Sebastian Signe Sigrid Simon Siv Sofia Sofie Solveig Sonja Staffan Stefan
  Stellan Stig Stina Susann Susanna Susanne Svante Sven Sven-Erik Sven-Olof Sören Tage Teresa Therese Theodor Thomas Tina Tobias Tom
  Tomas Tommy Tony Tor Torbjörn Tord Tore Torgny Torsten Tove Tuva Ulf Ulla Ulla-Britt Ulrica Ulrika Urban Valter Veronica Vera
  Victor Victoria Viktor Viktoria Vilhelm Ville Viola Viveka William Yngve Yusuf Yvonne Zahra Åke Åsa Örjan Östen`.split(
    /\s+/,
  ),
);
const surnames = new Set(
  `Ahlberg Ali Alm Andersson Andréasson Arvidsson Axelsson Bengtsson Berg Berggren Berglund Bergman Bergqvist Bergström Björk Björklund
  Blom Blomqvist Boström Carlsson Claesson Dahl Dahlberg Danielsson Ek Eklund Ekström Eliasson Engström Eriksson Falk Forsberg Fransson
  Fredriksson Gunnarsson Gustafsson Gustavsson Hansson Hedlund Hellström Henriksson Hermansson Holm Holmberg Holmgren Holmqvist
  Håkansson Isaksson Ivarsson Jakobsson Jansson Johansson Jonasson Jonsson Jönsson Karlsson Larsson Lind Lindberg Lindgren Lindholm
  Lindqvist Lindström Lund Lundberg Lundgren Lundin Lundqvist Lundström Löfgren Magnusson Martinsson Mattsson Månsson Mårtensson
  Nilsson Norberg Nordin Nordström Nyberg Nyström Olofsson Olsson Persson Pettersson Pålsson Samuelsson Sandberg Sandström Sjöberg
  Sjögren Sjöström Ström Strömberg Sundberg Sundström Svensson Söderberg Viklund Wallin Westerberg Wikström Åberg Åkesson Åström
  Öberg Österberg`.split(/\s+/),
);

/** Capitalised words that make a place, body or thing of a name before them: `Karin Boyes gata`, `Sven Erikssons skola`. */
const thing =
  /(?:gata|gatan|gränd|vägen|väg|torg|torget|skola|skolan|gymnasiet|gården|gård|hemmet|stiftelse|stiftelsen|kyrka|sjukhus|förskola|plan|park|parken|AB|Advokatbyrå|Revision|Consulting|Bro|Capita|Young|Ungdom|kommun|nämnden|styrelsen)$/;
const afterwards =
  /^\s+(?:[a-zåäö]+s\s+)?(?:gata|gränd|väg|torg|skola|park|plats|sjukhus|minne|stiftelse|AB\b|&|och Co\b)/;

const word = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*`;
const capitalisedRun = new RegExp(
  String.raw`(?<![\p{L}\p{N}\-/.@])(${word})((?:[ \n]\p{Lu}\.?(?=[ \n])|[ \n](?:von|af|de|van|el|al)(?=[ \n])|[ \n]${word}){1,3})(?![\p{L}\p{N}])`,
  'gu',
);

/**
 * What looks like a person's full name in a Swedish text, in order, each once: a given name with what may be a surname, or a
 * word before a common surname. It is a guess; it would rather miss a name than take another word for one.
 */
export function personNamesIn(text: string): readonly { readonly name: string; readonly index: number }[] {
  const found = new Map<string, number>();
  for (const match of text.matchAll(capitalisedRun)) {
    const [whole] = match;
    const parts = whole.split(/[ \n]/);
    const start = parts.findIndex(
      (part, place) =>
        place < parts.length - 1 &&
        (isPerson(part, parts.slice(place + 1)) || surnames.has(parts[place + 1] ?? '')),
    );
    if (start === -1 || sentenceStarts.has(parts[start] ?? '') || thing.test(whole)) continue;
    if (afterwards.test(text.slice(match.index + whole.length))) continue;
    const name = parts.slice(start).join(' ');
    const offset = match.index + parts.slice(0, start).join(' ').length + (start > 0 ? 1 : 0);
    if (!found.has(name)) found.set(name, offset);
  }
  return [...found].map(([name, index]) => ({ name, index }));
}

/** `Per` and `Max` begin sentences too, and are taken for names only before a common surname. */
const alsoWords = new Set([
  'Per',
  'Max',
  'Bo',
  'Dan',
  'Maj',
  'Siv',
  'Kim',
  'Tom',
  'Frank',
  'Leo',
  'Stig',
  'Urban',
  'Alma',
  'Vera',
  'Viola',
]);

/** Words that stand with a capital before a surname without being a name. */
const sentenceStarts = new Set(
  'Enligt Och Av Med Till Från För Att Som Men När Om Hos Även Både Revisor Rektor Familjen Firma Sankt'.split(
    ' ',
  ),
);

function isPerson(given: string, rest: readonly string[]): boolean {
  if (!givenNames.has(given)) return false;
  const last = rest.at(-1) ?? '';
  return alsoWords.has(given) ? surnames.has(last) || /sson$/.test(last) : last.length > 2;
}
