import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { outcomes, statistics } from '../../src/archive/index.ts';
import {
  type BulkFile,
  codeLists,
  columnsOf,
  databaseName,
  examples,
  labelsOf,
  publishedSchemas,
  schemaPath,
  tableNames,
  writeBulk,
} from '../../src/open-data/index.ts';
import { folderWith } from '../fixtures/content.ts';
import { openDataArchives } from '../fixtures/open-data-archives.ts';

/*
 * The bulk files, read by tools of others: Python's csv and sqlite3, ajv, and whatever of R and DuckDB is on the machine.
 */

const noPython = { skip: isThere('python3') ? false : 'no Python here' };
const home = { origin: 'https://exempel.se', base: '/arkiv/' };

for (const [name, archive] of openDataArchives()) {
  const folder = folderWith({});
  after(() => rmSync(folder, { recursive: true }));
  const files = writeBulk(folder, archive, home);
  const place = (file: string) => join(folder, file);

  describe(`The bulk files of ${name}`, () => {
    test('have the size and the digest that is told of them', () => {
      assert.equal(files.length, 2 * tableNames.length + 1);
      for (const { name: file, bytes, sha256 } of files) {
        assert.equal(statSync(place(file)).size, bytes, file);
        assert.equal(
          createHash('sha256')
            .update(readFileSync(place(file)))
            .digest('hex'),
          sha256,
          file,
        );
      }
    });

    test('are the same, byte for byte, when they are written again', () => {
      const again = folderWith({});
      try {
        const digest = (file: BulkFile) => [file.name, file.sha256];
        assert.deepEqual(writeBulk(again, archive, home).map(digest), files.map(digest));
      } finally {
        rmSync(again, { recursive: true });
      }
    });

    test('have rows of NDJSON that follow the schema that is published for them', () => {
      const ajv = new Ajv2020({ allErrors: true, strict: true });
      for (const [, schema] of publishedSchemas(home)) ajv.addSchema(schema);
      for (const table of tableNames) {
        const validate = ajv.getSchema(`https://exempel.se/arkiv${schemaPath(`row-${table}`)}`);
        assert.ok(validate);
        const rows = linesOf(place(`${table}.ndjson`));
        assert.equal(rows.length, rowsIn(files, `${table}.ndjson`));
        for (const row of rows)
          assert.ok(validate(JSON.parse(row)), `${row}: ${ajv.errorsText(validate.errors)}`);
      }
    });

    test('have an id of its own in each row', () => {
      for (const table of tableNames) {
        const ids = linesOf(place(`${table}.ndjson`)).map((row) => JSON.parse(row).id);
        assert.equal(new Set(ids).size, ids.length, table);
      }
    });

    test('have in CSV, as Python reads it, what NDJSON has', noPython, () => {
      for (const table of tableNames) {
        const read: Record<string, string>[] = JSON.parse(
          python(
            'import csv, json, sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline=""), strict=True))))',
            folder,
            `${table}.csv`,
          ),
        );
        const rows = linesOf(place(`${table}.ndjson`)).map((row) => JSON.parse(row));
        assert.deepEqual(
          read,
          rows.map((row) =>
            Object.fromEntries(columnsOf(table).map((column) => [column.name, inCsv(row[column.name])])),
          ),
        );
      }
    });

    test('have CSV that begins with the mark that tells Excel of åäö, and has CRLF after every row', () => {
      for (const table of tableNames) {
        const bytes = readFileSync(place(`${table}.csv`));
        assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
        assert.ok(bytes.toString('utf8').endsWith('\r\n'));
      }
    });

    test('have a database that is whole, as Python’s SQLite checks it', noPython, () => {
      const checked = python(
        `import sqlite3; d = sqlite3.connect("${databaseName}"); print(d.execute("PRAGMA integrity_check").fetchall(), d.execute("PRAGMA foreign_key_check").fetchall(), d.execute("INSERT INTO search(search) VALUES ('integrity-check')").rowcount)`,
        folder,
      );
      assert.match(checked, /^\[\('ok',\)\] \[\]/);
    });

    test('have in the database what NDJSON has, lists as tables of their own', () => {
      using database = new DatabaseSync(place(databaseName), { readOnly: true });
      for (const table of tableNames) {
        const stored = new Map(
          database
            .prepare(`SELECT * FROM ${table}`)
            .all()
            .map((row) => [row.id, row]),
        );
        const rows = linesOf(place(`${table}.ndjson`)).map((row) => JSON.parse(row));
        assert.equal(stored.size, rows.length);
        for (const column of columnsOf(table)) {
          const items = database.prepare(
            column.kind === 'list'
              ? `SELECT value FROM ${table}_${column.name} WHERE id = ? ORDER BY position`
              : 'SELECT 1 WHERE ? IS NULL',
          );
          for (const row of rows) {
            const value = row[column.name];
            if (column.kind === 'list')
              assert.deepEqual(
                items.all(row.id).map((item) => item.value),
                value,
              );
            else
              assert.equal(
                stored.get(row.id)?.[column.name],
                typeof value === 'boolean' ? Number(value) : value,
              );
          }
        }
      }
    });

    test('have a database whose figures are those of the page of statistics', noPython, () => {
      const counted: [string, number][] = JSON.parse(
        python(
          `import json, sqlite3; print(json.dumps(sqlite3.connect("${databaseName}").execute("SELECT outcome, recommendations FROM outcomes").fetchall()))`,
          folder,
        ),
      );
      const { whole, recommendations } = statistics(archive);
      assert.ok(whole.total > 0);
      assert.deepEqual(
        new Map(counted),
        new Map(
          outcomes.map((outcome) => [outcome, whole.byOutcome[outcome]] as const).filter(([, n]) => n > 0),
        ),
      );
      using database = new DatabaseSync(place(databaseName), { readOnly: true });
      const distinct = database
        .prepare('SELECT count(DISTINCT recommendation) AS n FROM directed_recommendations')
        .get();
      assert.equal(distinct?.n, recommendations);
    });

    test('have a search that finds words with å, ä and ö, and not those without', () => {
      using database = new DatabaseSync(place(databaseName), { readOnly: true });
      const found = (words: string) =>
        database.prepare('SELECT count(*) AS n FROM search WHERE search MATCH ?').get(words)?.n;
      assert.ok(Number(found('för')) > 0);
      assert.equal(found('forr'), 0);
      assert.notEqual(found('for'), found('för'));
    });

    test('have a label for every code that a column may hold', () => {
      using database = new DatabaseSync(place(databaseName), { readOnly: true });
      const labelled = new Set(
        database
          .prepare('SELECT code FROM codes')
          .all()
          .map(({ code }) => code),
      );
      for (const table of tableNames) {
        for (const { codes, name: column } of columnsOf(table)) {
          const own = ['level', 'lost', 'unseen', 'register', 'kind'];
          if (codes.length === 0 || own.includes(column)) continue;
          assert.equal(labelsOf(codes).size, codes.length, `${table}.${column}`);
          assert.ok(codes.every((code) => labelled.has(code)));
        }
      }
      assert.ok(Object.keys(codeLists).length > 10);
    });

    test('are what the example in Python reads', noPython, () => {
      assert.match(python(examples.python, folder), /^unknown \d+\n[\s\S]*Counter\(\{'/);
    });

    test('are what the examples in SQL read', noPython, () => {
      const printed = python(
        `import sqlite3, sys
d = sqlite3.connect("${databaseName}")
for question in sys.argv[1].split(";"):
    print(len(d.execute(question).fetchall()))`,
        folder,
        examples.sql,
      );
      assert.equal(printed.trim().split('\n').length, 4);
    });

    test('are what the example in R reads', { skip: isThere('Rscript') ? false : 'no R here' }, () => {
      const { status, stderr } = spawnSync('Rscript', ['-e', examples.r], { cwd: folder, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    });

    test('are what the example in DuckDB reads', {
      skip: isThere('duckdb') ? false : 'no DuckDB here',
    }, () => {
      const { status, stderr } = spawnSync('duckdb', ['-c', examples.duckdb], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.equal(status, 0, stderr);
    });
  });
}

function linesOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function rowsIn(files: readonly BulkFile[], name: string): number | undefined {
  return files.find((file) => file.name === name)?.rows;
}

/** A value as a cell of CSV has it: text that a spreadsheet would run has an apostrophe before it. */
function inCsv(value: unknown): string {
  if (value === null) return '';
  const text = Array.isArray(value) ? value.join(' | ') : String(value);
  return typeof value !== 'number' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** What a program in Python prints, run in a folder. */
function python(program: string, cwd: string, ...rest: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', program, ...rest], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    maxBuffer: 2 ** 26,
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

function isThere(tool: string): boolean {
  return spawnSync(tool, ['--version']).status === 0;
}
