/** A cell of a table; nothing where it is not known. */
export type Cell = string | number | undefined;

/** Excel takes a file without this mark for one of the old Windows encodings, and å, ä and ö for something else. */
export const byteOrderMark = '\uFEFF';

/**
 * A table as CSV by RFC 4180 in all but one thing: the separator is a semicolon and decimals have a comma, which is what Excel and
 * its kin with Swedish settings open as columns and numbers. UTF-8 with a byte order mark, CRLF after every row, the first row names
 * the columns.
 */
export function csvOf(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
): Uint8Array<ArrayBuffer> {
  const text = [header, ...rows].map((row) => rowOf(row, ';', ',')).join('');
  return new TextEncoder().encode(`${byteOrderMark}${text}`);
}

/** A row by RFC 4180, with its line break: what programs read. */
export function csvRow(cells: readonly Cell[]): string {
  return rowOf(cells, ',', '.');
}

function rowOf(cells: readonly Cell[], separator: ',' | ';', decimal: '.' | ','): string {
  const fields = cells.map((cell) => {
    const text = typeof cell === 'number' ? String(cell).replace('.', decimal) : safe(cell);
    return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${fields.join(separator)}\r\n`;
}

/** The text, with an apostrophe before what a spreadsheet would run. */
function safe(text = ''): string {
  return isReadAsFormula(text) ? `'${text}` : text;
}

/** A spreadsheet runs such a text, wherever it came from. See https://owasp.org/www-community/attacks/CSV_Injection. */
function isReadAsFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}
