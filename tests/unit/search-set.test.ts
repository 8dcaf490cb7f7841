import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { projectRoot } from '../fixtures/content.ts';

/*
 * The judged search set: records of made-up reports, and queries with the records that answer them. What is measured with it is
 * worth no more than its judgments, so that much of it as a program can check is checked here.
 */

const categories = [
  'infl',
  'part',
  'split',
  'ellip',
  'diac',
  'typo',
  'law',
  'phrase',
  'syn',
  'acr',
  'nat',
  'extra',
  'deriv',
] as const;

const recordSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+#[1-9]\d*$/),
  report: z.string(),
  municipality: z.string().min(1),
  year: z.int(),
  date: z.iso.date(),
  title: z.string().min(1),
  auditor: z.string().min(1),
  boards: z.array(z.string().min(1)).min(1),
  type: z.enum(['rapport', 'avsnitt', 'iakttagelse', 'rekommendation', 'kriterium']),
  heading: z.string().min(1),
  text: z.string().min(1),
  namnd: z.array(z.string().min(1)).min(1),
  url: z.string(),
});

const querySchema = z.strictObject({
  id: z.string().min(1),
  cat: z.enum(categories),
  who: z.enum(['medborgare', 'förtroendevald', 'journalist', 'revisor', 'tjänsteperson']),
  q: z.string().min(1),
  rel: z.array(z.string()).min(1),
});

function parsed<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(join(projectRoot, 'tests', 'search', name), 'utf8')));
}

const records = parsed('records.json', z.array(recordSchema));
const queries = parsed('queries.json', z.array(querySchema));
const archiveQueries = parsed('archive-queries.json', z.array(querySchema));
const realNames = parsed(
  'real-names.json',
  z.strictObject({ kommuner: z.array(z.string()), regioner: z.array(z.string()) }),
);

const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);

/** The name without what says that it is a municipality, in small letters and without a genitive: `sjöhamra`. */
const bare = (name: string): string =>
  name
    .replace(/^Region /, '')
    .replace(/ (kommun|stad)$/i, '')
    .replace(/s$/, '')
    .toLowerCase();

const isReal = (name: string): boolean => realPlaces.has(bare(name));
const realPlaces = new Set([...realNames.kommuner, ...realNames.regioner].map(bare));

describe('The records', () => {
  test('have ids of their own, which begin with the report', () => {
    assert.deepEqual(repeated(records.map(({ id }) => id)), []);
    assert.deepEqual(
      records.filter(({ id, report }) => !id.startsWith(`${report}#`)),
      [],
    );
  });

  test('of one report agree on everything that is the report’s', () => {
    const told = new Map<string, Set<string>>();
    for (const { report, municipality, year, date, title, auditor, boards } of records) {
      const particulars = JSON.stringify([municipality, year, date, title, auditor, boards]);
      told.set(report, (told.get(report) ?? new Set()).add(particulars));
    }
    assert.deepEqual(
      [...told].filter(([, versions]) => versions.size > 1),
      [],
    );
  });

  test('are dated in their year, and concern boards of their report', () => {
    assert.deepEqual(
      records.filter(
        ({ year, date, namnd, boards }) =>
          !date.startsWith(`${year}-`) || namnd.some((board) => !boards.includes(board)),
      ),
      [],
    );
  });

  test('have exactly one record for each report as a whole', () => {
    const reports = new Set(records.map(({ report }) => report));
    const wholes = records.filter(({ type }) => type === 'rapport').map(({ report }) => report);
    assert.deepEqual(wholes.toSorted(), [...reports].toSorted());
    assert.ok(reports.size >= 24, `${reports.size} reports`);
    assert.ok(records.length >= 320, `${records.length} records`);
  });

  test('do not say the same thing twice', () => {
    assert.deepEqual(repeated(records.map(({ text }) => text)), []);
  });
});

describe('No real municipality', () => {
  test('is missing among the 290 and the 21 regions that the names are compared with', () => {
    assert.deepEqual([realNames.kommuner.length, realNames.regioner.length], [290, 21]);
    assert.deepEqual(repeated(realNames.kommuner), []);
    const inArchive = readdirSync(join(projectRoot, 'content', 'municipalities')).map((file) => {
      const text = readFileSync(join(projectRoot, 'content', 'municipalities', file), 'utf8');
      return /^name: (.+)$/m.exec(text)?.[1] ?? file;
    });
    assert.deepEqual(
      inArchive.filter((name) => !isReal(name)),
      [],
    );
  });

  test('stands as the municipality of a made-up report', () => {
    assert.deepEqual(
      records.filter(({ municipality }) => isReal(municipality)).map(({ municipality }) => municipality),
      [],
    );
  });

  test('is named in a record, where a capital inside a sentence would show it', () => {
    const named = records.flatMap(({ id, title, auditor, heading, text }) =>
      [title, auditor, heading, text]
        .flatMap((told) => told.match(/(?<=[\p{Ll}\d,] )\p{Lu}[\p{L}-]+/gu) ?? [])
        .filter(isReal)
        .map((name) => `${id}: ${name}`),
    );
    assert.deepEqual(named, []);
  });

  test('is named in a query over made-up reports', () => {
    assert.deepEqual(
      queries.filter(({ q }) => (q.match(/\p{Lu}[\p{L}-]+/gu) ?? []).some(isReal)).map(({ q }) => q),
      [],
    );
  });
});

describe('The queries', () => {
  test('have ids of their own and are asked once each', () => {
    for (const asked of [queries, archiveQueries]) {
      assert.deepEqual(repeated(asked.map(({ id }) => id)), []);
      assert.deepEqual(repeated(asked.map(({ q }) => q.toLowerCase())), []);
    }
  });

  test('point at records that exist, each once, and at no more than twelve', () => {
    const ids = new Set(records.map(({ id }) => id));
    assert.deepEqual(
      queries.filter(({ rel }) => rel.some((id) => !ids.has(id))),
      [],
    );
    assert.deepEqual(
      queries.filter(({ rel }) => repeated(rel).length > 0 || rel.length > 12),
      [],
    );
  });

  for (const category of categories) {
    test(`are at least eight of the kind “${category}”`, () => {
      const count = queries.filter(({ cat }) => cat === category).length;
      assert.ok(count >= 8, `${count}`);
    });
  }

  test('in quotation marks have as answers all the records with those very words, and no other', () => {
    for (const { q, rel } of queries.filter(({ cat }) => cat === 'phrase')) {
      const words = /^"(.+)"$/.exec(q)?.[1]?.toLowerCase();
      assert.ok(words, `${q} is a phrase in quotation marks`);
      const literal = records.filter(({ heading, text }) =>
        `${heading}\n${text}`.toLowerCase().includes(words),
      );
      assert.deepEqual(
        literal.map(({ id }) => id),
        rel,
      );
    }
  });

  test('that are typed without å, ä and ö have none left', () => {
    const withDots = queries.filter(({ cat, q }) => cat === 'diac' && /[åäö]/i.test(q));
    assert.deepEqual(withDots, []);
  });
});
