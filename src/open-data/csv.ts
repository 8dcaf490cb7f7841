/** A cell of a table; nothing where it is not known. */
export type Cell = string | number | undefined;

/** Excel takes a file without this mark for one of the old Windows encodings, and å, ä and ö for something else. */
const byteOrderMark = '\uFEFF';

/**
 * A table as CSV by RFC 4180 in all but one thing: the separator is a semicolon and decimals have a comma, which is what Excel and
 * its kin with Swedish settings open as columns and numbers. UTF-8 with a byte order mark, CRLF after every row, the first row names
 * the columns.
 */
export function csvOf(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
): Uint8Array<ArrayBuffer> {
  const text = [header, ...rows].map((row) => `${row.map(field).join(';')}\r\n`).join('');
  return new TextEncoder().encode(`${byteOrderMark}${text}`);
}

function field(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const text = isReadAsFormula(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet runs such a text, wherever it came from. See https://owasp.org/www-community/attacks/CSV_Injection. */
function isReadAsFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}
