import { rmSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Archive } from '../archive/index.ts';
import { addressOf, type Home } from './addresses.ts';
import { codeLists } from './code-lists.ts';
import { type Column, columnsOf } from './columns.ts';
import { rowsOf, type TableName, tableNames } from './tables.ts';

/*
 * The whole record as one SQLite file. A table for each of the bulk files; each of their columns that is a list is a table of its
 * own, with the place in the list. `search` finds words in all texts; the views answer what is most often asked.
 */

const listTable = (table: TableName, column: string): string => `${table}_${column}`;

const views: Readonly<Record<string, string>> = {
  // What /statistik/ counts: whole recommendations, once for each addressee that is to do something.
  directed_recommendations: `
    SELECT s.*, coalesce(s.verdict, 'unknown') AS outcome, r.audit, r.municipality, r.published, r.text, r.url
    FROM standings AS s JOIN recommendations AS r ON r.id = s.recommendation
    WHERE s.part IS NULL AND s.role IS NOT 'for-information'`,
  outcomes: `
    SELECT outcome, count(*) AS recommendations FROM directed_recommendations GROUP BY outcome`,
  open_recommendations: `
    SELECT * FROM directed_recommendations WHERE NOT is_closed`,
  overdue_follow_ups: `
    SELECT * FROM recommendations WHERE follow_up_overdue`,
  claimed_done_not_checked: `
    SELECT * FROM directed_recommendations WHERE claim = 'done'`,
  recommendations_by_topic: `
    SELECT t.value AS topic, r.* FROM recommendations_topics AS t JOIN recommendations AS r ON r.id = t.id`,
};

/**
 * Writes the database to a file that is not there yet. The same archive gives the same bytes with the same SQLite.
 *
 * @returns the number of rows in each table
 */
export function writeDatabase(file: string, archive: Archive, home: Home): ReadonlyMap<TableName, number> {
  const workFile = `${file}.work`;
  rmSync(workFile, { force: true });
  const database = new DatabaseSync(workFile);
  const counts = new Map<TableName, number>();
  try {
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA encoding = "UTF-8"');
    database.exec('BEGIN');
    writeAbout(database, archive, home);
    writeCodes(database);
    const rows = rowsOf(archive, home);
    for (const table of tableNames) counts.set(table, writeTable(database, table, rows[table]()));
    writeSearch(database);
    for (const [name, query] of Object.entries(views)) database.exec(`CREATE VIEW ${name} AS ${query}`);
    database.exec('COMMIT');
    rmSync(file, { force: true });
    // What is written in one go has no trace of the order in which pages came to be.
    database.prepare('VACUUM INTO ?').run(file);
  } finally {
    database.close();
    rmSync(workFile, { force: true });
  }
  return counts;
}

function writeAbout(database: DatabaseSync, { asOf }: Archive, home: Home): void {
  database.exec('CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID');
  const insert = database.prepare('INSERT INTO about VALUES (?, ?)');
  insert.run('as_of', asOf);
  insert.run('license', 'CC0-1.0');
  insert.run('source', addressOf('/', home));
}

/** Every code with the word that pages show for it. */
function writeCodes(database: DatabaseSync): void {
  database.exec(
    'CREATE TABLE codes (vocabulary TEXT NOT NULL, position INTEGER NOT NULL, code TEXT NOT NULL, label TEXT NOT NULL, PRIMARY KEY (vocabulary, code)) STRICT, WITHOUT ROWID',
  );
  const insert = database.prepare('INSERT INTO codes VALUES (?, ?, ?, ?)');
  for (const [vocabulary, terms] of Object.entries(codeLists)) {
    for (const [position, { code, label }] of terms.entries()) insert.run(vocabulary, position, code, label);
  }
}

function writeTable(
  database: DatabaseSync,
  table: TableName,
  rows: Iterable<Readonly<Record<string, unknown>>>,
): number {
  const columns = columnsOf(table);
  const own = columns.filter(({ kind }) => kind !== 'list');
  const lists = columns.filter(({ kind }) => kind === 'list');
  database.exec(`CREATE TABLE ${table} (${own.map(columnDefinition).join(', ')}) STRICT, WITHOUT ROWID`);
  const insert = database.prepare(`INSERT INTO ${table} VALUES (${own.map(() => '?').join(', ')})`);
  const insertItems = lists.map(({ name }) => {
    const itemTable = listTable(table, name);
    database.exec(
      `CREATE TABLE ${itemTable} (id TEXT NOT NULL REFERENCES ${table}, position INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (id, position)) STRICT, WITHOUT ROWID`,
    );
    return { name, statement: database.prepare(`INSERT INTO ${itemTable} VALUES (?, ?, ?)`) };
  });
  let count = 0;
  for (const row of rows) {
    insert.run(...own.map(({ name }) => stored(row[name])));
    for (const { name, statement } of insertItems) {
      for (const [position, value] of listed(row[name]).entries()) {
        statement.run(String(row.id), position, value);
      }
    }
    count += 1;
  }
  for (const { name } of lists) {
    const itemTable = listTable(table, name);
    database.exec(`CREATE INDEX ${itemTable}_value ON ${itemTable} (value)`);
  }
  for (const { name } of own.filter(({ name }) => indexed.has(name))) {
    database.exec(`CREATE INDEX ${table}_${name} ON ${table} (${quoted(name)})`);
  }
  return count;
}

const indexed: ReadonlySet<string> = new Set([
  'audit',
  'municipality',
  'recommendation',
  'state',
  'published',
]);

function columnDefinition({ name, kind, isOptional }: Column): string {
  const type = kind === 'text' ? 'TEXT' : 'INTEGER';
  const key = name === 'id' ? ' PRIMARY KEY' : '';
  return `${quoted(name)} ${type}${key}${isOptional ? '' : ' NOT NULL'}`;
}

/** `by` and `group` are words of SQL. */
function quoted(name: string): string {
  return `"${name}"`;
}

function stored(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  throw new TypeError(`A cell can't hold ${typeof value}.`);
}

function listed(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Words in å, ä and ö are words of their own: diacritics are kept. */
function writeSearch(database: DatabaseSync): void {
  database.exec(`
    CREATE VIRTUAL TABLE search USING fts5(kind UNINDEXED, id UNINDEXED, audit UNINDEXED, title, text,
      tokenize = 'unicode61 remove_diacritics 0');
    INSERT INTO search SELECT 'audit', id, id, title, coalesce(subtitle, '') FROM audits ORDER BY id;
    INSERT INTO search SELECT 'recommendation', r.id, r.audit, a.title, r.text
      FROM recommendations AS r JOIN audits AS a ON a.id = r.audit ORDER BY r.id;
    INSERT INTO search SELECT 'finding', f.id, f.audit, a.title,
      coalesce(f.observation, '') || char(10) || coalesce(f.assessment, '')
      FROM findings AS f JOIN audits AS a ON a.id = f.audit ORDER BY f.id;
    INSERT INTO search SELECT kind, id, audit, coalesce(outside, ''), coalesce(printed, '') || char(10) || coalesce(text, '')
      FROM events ORDER BY id;
    INSERT INTO search(search) VALUES ('optimize');
  `);
}
