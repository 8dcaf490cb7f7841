/*
 * A query is the reader's own words: these change only the word that they are told to, and leave the rest as it was typed.
 */

/** The query without a word as it was typed: `kommun:uppsala`, `-skola`. */
export function withoutTyped(query: string, typed: string): string {
  const place = ` ${query} `.toLocaleLowerCase('sv').indexOf(` ${typed.toLocaleLowerCase('sv')} `);
  if (place < 0) return query;
  return `${query.slice(0, place)} ${query.slice(place + typed.length)}`.replaceAll(/\s+/g, ' ').trim();
}

/** The query without the exclusion of a word: `loggar -skola` is `loggar`. */
export function withoutExclusion(query: string, word: string): string {
  const typed = query.match(/(?<=^|\s)[-−–](?:["”“][^"”“]*["”“]|\S+)/gu) ?? [];
  const exclusion = typed.find((each) => plain(each) === plain(word));
  return exclusion === undefined ? query : withoutTyped(query, exclusion);
}

/** The query with its last word completed: `ansvar för logg` is `ansvar för loggranskning`. */
export function withLastWord(query: string, word: string): string {
  return query.replace(/\S+\s*$/u, () => word);
}

/** The query with a word in quotes, so that it is searched as it is. */
export function withLiteral(query: string, word: string): string {
  const place = query.toLocaleLowerCase('sv').indexOf(word.toLocaleLowerCase('sv'));
  if (place < 0) return query;
  const end = place + word.length;
  return `${query.slice(0, place)}”${query.slice(place, end)}”${query.slice(end)}`;
}

function plain(text: string): string {
  return text.replaceAll(/[-−–"”“\s]/gu, '').toLocaleLowerCase('sv');
}
