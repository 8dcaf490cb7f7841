import { createHash, type Hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../archive/index.ts';
import type { Home } from './addresses.ts';
import { columnsOf } from './columns.ts';
import { byteOrderMark, type Cell, csvRow } from './csv.ts';
import { writeDatabase } from './database.ts';
import { rowsOf, type TableName, tableNames } from './tables.ts';

/** A file with much of the record in it. */
export interface BulkFile {
  /** `audits.csv`. */
  readonly name: string;
  readonly mediaType: string;
  /** Missing for the database. */
  readonly table?: TableName;
  /** In all tables, for the database. */
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

export const databaseName = 'granskningsarkivet.sqlite';

/** What stands between the items of a list in a cell of CSV. */
const listSeparator = ' | ';

/**
 * Writes every bulk file into a folder, row by row: no file is ever whole in memory. The same archive gives the same bytes.
 *
 * @returns the files, in the order in which a reader is told of them
 */
export function writeBulk(folder: string, archive: Archive, home: Home): readonly BulkFile[] {
  mkdirSync(folder, { recursive: true });
  const rows = rowsOf(archive, home);
  const files: BulkFile[] = [];
  for (const table of tableNames) {
    const columns = columnsOf(table).map(({ name }) => name);
    using csv = new Written(join(folder, `${table}.csv`));
    using ndjson = new Written(join(folder, `${table}.ndjson`));
    csv.write(byteOrderMark + csvRow(columns));
    let count = 0;
    for (const row of rows[table]()) {
      const values: Readonly<Record<string, unknown>> = row;
      csv.write(csvRow(columns.map((column) => cellOf(values[column]))));
      ndjson.write(`${JSON.stringify(row)}\n`);
      count += 1;
    }
    files.push(
      { name: `${table}.csv`, mediaType: 'text/csv', table, rows: count, ...csv.finished() },
      {
        name: `${table}.ndjson`,
        mediaType: 'application/x-ndjson',
        table,
        rows: count,
        ...ndjson.finished(),
      },
    );
  }
  const database = join(folder, databaseName);
  const counts = writeDatabase(database, archive, home);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [
    ...files,
    { name: databaseName, mediaType: 'application/vnd.sqlite3', rows: total, ...measured(database) },
  ];
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return value;
  return Array.isArray(value) ? value.join(listSeparator) : String(value);
}

/** A file that is written piece by piece and measured as it grows. */
class Written implements Disposable {
  readonly #file: number;
  readonly #hash: Hash = createHash('sha256');
  #waiting = '';
  #bytes = 0;
  #isOpen = true;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  write(text: string): void {
    this.#waiting += text;
    if (this.#waiting.length > 2 ** 18) this.#flush();
  }

  finished(): Pick<BulkFile, 'bytes' | 'sha256'> {
    this.#flush();
    this[Symbol.dispose]();
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  [Symbol.dispose](): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }

  #flush(): void {
    const bytes = Buffer.from(this.#waiting);
    this.#waiting = '';
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
  }
}

/** Size and digest of a file, read a piece at a time. */
function measured(path: string): Pick<BulkFile, 'bytes' | 'sha256'> {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  const piece = Buffer.alloc(2 ** 20);
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return { bytes: statSync(path).size, sha256: hash.digest('hex') };
}
