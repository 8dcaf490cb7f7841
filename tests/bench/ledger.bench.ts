import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import type {
  GrowingAudit,
  GrowingBody,
  GrowingFinding,
  GrowingQuestion,
  GrowingRecommendation,
} from '../../src/archive/growing.ts';
import type { Archive } from '../../src/archive/index.ts';
import { type LedgerParts, relateLedger } from '../../src/archive/ledger.ts';
import { type Content, readText } from '../../src/archive/load.ts';
import { related } from '../../src/archive/relate.ts';
import type { Compiled } from '../../src/reports/index.ts';
import { auditSchema, fullDate, municipalitySchema, responseSchema } from '../../src/schemas/index.ts';
import { folderWith } from '../fixtures/content.ts';

/*
 * `npm run bench:ledger`: how long it takes to derive what became of all recommendations, held against reading the same files. All
 * content is made up. Each size has a process of its own, so that its memory is its own.
 */

const sizes = [1_000, 3_000, 10_000];
const runs = 7;

/** What must hold: issue 3, "Performance". */
const limits = { growthOverSize: 1.3, deriveOverRead: 0.1, peakMegabytes: 500 };

const asOf = fullDate().parse('2026-11-22');
const reportsOfEach = 50;
const recommendationsOfEach = 8;
/** In two responses of a board and in the next year's report. */
const events = { firstClaims: 5, secondClaims: 2, verdicts: 5 };
const eventsOfEach = events.firstClaims + events.secondClaims + events.verdicts;

interface Measured {
  readonly reports: number;
  readonly files: number;
  readonly recommendations: number;
  readonly events: number;
  /** Medians, in milliseconds. */
  readonly derive: number;
  readonly read: number;
  /** The most that the process has held when all content was read, related and derived once. */
  readonly peakMegabytes: number;
}

const [size] = process.argv.slice(2);
if (size === undefined) compare();
else console.log(JSON.stringify(measured(Number(size))));

/** Measures every size and prints a table; the exit code tells whether the limits hold. */
function compare(): void {
  const all = sizes.map((reports): Measured => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--expose-gc', import.meta.filename, String(reports)],
      { encoding: 'utf8', maxBuffer: 2 ** 24 },
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  });
  const rows = all.map((one, index) => {
    const before = all[index - 1];
    return {
      reports: one.reports,
      files: one.files,
      recommendations: one.recommendations,
      events: one.events,
      'derive ms': Number(one.derive.toFixed(1)),
      'µs an event': Number(((one.derive * 1000) / one.events).toFixed(2)),
      'read ms': Number(one.read.toFixed(0)),
      'derive/read': Number((one.derive / one.read).toFixed(4)),
      'growth/size': before
        ? Number((one.derive / before.derive / (one.events / before.events)).toFixed(2))
        : undefined,
      'peak MB': Math.round(one.peakMegabytes),
    };
  });
  console.log(`Medians of ${runs} runs, Node ${process.version}.`);
  console.table(rows);
  const broken = rows.flatMap((row) => [
    ...((row['growth/size'] ?? 0) > limits.growthOverSize ? [`growth at ${row.reports} reports`] : []),
    ...(row['derive/read'] > limits.deriveOverRead ? [`derive/read at ${row.reports} reports`] : []),
    ...(row['peak MB'] > limits.peakMegabytes ? [`memory at ${row.reports} reports`] : []),
  ]);
  console.log(
    broken.length === 0
      ? `Holds: growth ≤ ${limits.growthOverSize} × that of the events, derive ≤ ${limits.deriveOverRead} × read, peak ≤ ${limits.peakMegabytes} MB.`
      : `Broken: ${broken.join(', ')}.`,
  );
  process.exitCode = broken.length === 0 ? 0 : 1;
}

function measured(reports: number): Measured {
  const contentDir = folderWith(Object.fromEntries(madeUpFiles(reports)));
  try {
    const content = contentOf(contentDir);
    relateLedger(content, asOf, partsWithoutEvents(content));
    const peakMegabytes = process.resourceUsage().maxRSS / 1024;
    const derive: number[] = [];
    const read: number[] = [];
    let standings = 0;
    for (let run = 0; run < runs; run += 1) {
      const parts = partsWithoutEvents(content);
      derive.push(millisecondsOf(() => relateLedger(content, asOf, parts)));
      read.push(millisecondsOf(() => [...frontmatters(contentDir)].length));
      standings = eventsIn(parts);
    }
    if (standings !== reports * eventsOfEach) throw new Error(`${standings} events were told of.`);
    return {
      reports,
      files: namesIn(contentDir).length,
      recommendations: reports * recommendationsOfEach,
      events: reports * eventsOfEach,
      derive: median(derive),
      read: median(read),
      peakMegabytes,
    };
  } finally {
    rmSync(contentDir, { recursive: true });
  }
}

/** Of the processor, so that other work on the machine is not counted. */
function millisecondsOf(work: () => unknown): number {
  globalThis.gc?.();
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** How many events the recommendations tell of, each once however many addressees it is told for. */
function eventsIn({ recommendations }: LedgerParts): number {
  const told = new Set<unknown>();
  for (const { standings } of recommendations.values()) {
    for (const { event } of standings.flatMap((standing) => standing.history)) {
      told.add('followUp' in event ? event.followUp : event.answer);
    }
  }
  return told.size;
}

/** The files of municipalities with fifty years of reports each, and a last one that follows up the fiftieth. */
function* madeUpFiles(reports: number): Generator<[name: string, text: string]> {
  for (let first = 0; first < reports; first += reportsOfEach) {
    const number = first / reportsOfEach;
    const municipality = `${9000 + number}-ort-${number}`;
    yield [`municipalities/${municipality}.yaml`, municipalityText(number)];
    for (let nth = 0; nth < reportsOfEach; nth += 1) {
      const year = 1975 + nth;
      yield [`audits/${municipality}/${year}-granskning.mdx`, auditText(municipality, year, nth > 0)];
      const answer = (date: string, from: number, count: number, claim: string, due: number) =>
        responseText(municipality, year, date, from, count, claim, due);
      yield [
        `responses/${municipality}/${year}-granskning-namnd-0.mdx`,
        answer(`${year + 1}-06-01`, 1, events.firstClaims, 'planerat', year + 1),
      ];
      yield [
        `responses/${municipality}/${year}-granskning-namnd-0-2.mdx`,
        answer(`${year + 2}-01-15`, 1, events.secondClaims, 'gjort', year + 2),
      ];
    }
    yield [
      `audits/${municipality}/${1975 + reportsOfEach}-granskning.mdx`,
      auditText(municipality, 1975 + reportsOfEach, true, false),
    ];
  }
}

function municipalityText(number: number): string {
  return `code: "${9000 + number}"
kind: kommun
name: Ort ${number} kommun
place: Ort ${number}
bodies:
${[0, 1, 2].map((body) => `  - { id: namnd-${body}, name: Nämnd ${body}, form: nämnd }`).join('\n')}
`;
}

/**
 * A report of the founding reports' kind: its frontmatter has 10 kB, theirs 14 and 29. A finding for each recommendation, and what
 * it follows up.
 */
function auditText(municipality: string, year: number, followsUp: boolean, recommends = true): string {
  const statuses = ['åtgärdad', 'i huvudsak', 'delvis', 'pågår', 'ej åtgärdad'];
  const to = (nth: number) => (nth === 1 ? 'alla' : nth === 2 ? '[namnd-0, namnd-1]' : '[namnd-0]');
  const questions = numbers(4).map(
    (nth) => `  - id: q${nth}
    label: Revisionsfråga ${nth}
    text: Har nämnden en ändamålsenlig organisation för arbetet, med en tydlig fördelning av ansvaret?
    answers:
      - verdict: Delvis
        text: ${sentences(2)}`,
  );
  const findings = numbers(recommendationsOfEach).map(
    (nth) => `  - id: f${nth}
    observation: ${sentences(4)}
    assessment: ${sentences(2)}
    bodies: [namnd-0]`,
  );
  const recommendations = numbers(recommendationsOfEach).map(
    (nth) => `  - id: r${nth}
    finding: f${nth}
    to: ${to(nth)}
    modality: bör
    text: ${sentences(1)}
    due: ${year + 1}-12`,
  );
  const verdicts = numbers(events.verdicts).map(
    (nth) => `  - id: u${nth}
    target: ${municipality}/${year - 1}-granskning#r${nth}
    bodies: ${nth === 1 ? '[]' : '[namnd-0]'}
    verdict: nämnden har delvis vidtagit åtgärder
    status: ${statuses[(year + nth) % statuses.length]}
    comment: ${sentences(1)}`,
  );
  const sources = numbers(8).map(
    (nth) => `  - { kind: styrdokument, title: Riktlinjer för arbetet ${nth}, date: ${year - 1}-0${nth} }`,
  );
  return `---
title: Granskning av uppföljning ${year}
municipality: ${municipality}
year: ${year}
published: ${year + 1}-03-01
type: granskning
rendition: restated
source: { title: Granskning av uppföljning ${year}, publisher: Revisorerna, pages: 24 }
bodies:
  - { body: namnd-0 }
  - { body: namnd-1 }
  - { body: namnd-2 }
methods: [dokumentstudier, intervjuer, stickprov]
purpose: ${sentences(2)}
questions:
${questions.join('\n')}
${recommends ? `findings:\n${findings.join('\n')}\nrecommendations:\n${recommendations.join('\n')}\n` : ''}${followsUp ? `followsUp:\n${verdicts.join('\n')}\n` : ''}sources:
${sources.join('\n')}
---

${numbers(20)
  .map(() => sentences(5))
  .join('\n\n')}
`;
}

/** Text of the length of an auditor's. */
function sentences(count: number): string {
  return numbers(count)
    .map((nth) => `Nämnden bör se till att rutin ${nth} är känd, följs i verksamheten och prövas varje år.`)
    .join(' ');
}

function responseText(
  municipality: string,
  year: number,
  date: string,
  from: number,
  count: number,
  claim: string,
  due: number,
): string {
  const answers = numbers(count, from).map(
    (nth) => `  - recommendation: r${nth}
    stance: instämmer
    claim: ${claim}
    action: ${sentences(1)}
    due: ${due}-12`,
  );
  return `---
audit: ${municipality}/${year}-granskning
body: namnd-0
date: ${date}
answers:
${answers.join('\n')}
---

${sentences(8)}
`;
}

function numbers(count: number, from = 1): readonly number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

function namesIn(contentDir: string): readonly string[] {
  return readdirSync(contentDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every file's data, read from the disk and parsed, one after the other. */
function* frontmatters(contentDir: string): Generator<readonly [name: string, data: unknown]> {
  for (const path of namesIn(contentDir)) {
    const text = readText(path);
    const yaml = path.endsWith('.mdx') ? text.slice(4, text.indexOf('\n---\n', 4)) : text;
    yield [path.slice(contentDir.length + 1).replaceAll('\\', '/'), load(yaml, { schema: FAILSAFE_SCHEMA })];
  }
}

/** Content as it is loaded, but for the Markdown, which is left as it is: the derivation does not look at it. */
function contentOf(contentDir: string): Content {
  const municipalities: [string, Entry<Content['municipalities']>][] = [];
  const audits: [string, Entry<Content['audits']>][] = [];
  const responses: [string, Entry<Content['responses']>][] = [];
  const without = { body: { blocks: [], headings: [] }, cites: [], links: [], problems: [] };
  for (const [file, read] of frontmatters(contentDir)) {
    const [folder, ...rest] = file.split('/');
    const id = rest.join('/').replace(/\.[a-z]+$/, '');
    if (folder === 'municipalities') {
      municipalities.push([id, { ...without, file, data: uncompiled(municipalitySchema.parse(read)) }]);
    } else if (folder === 'audits') {
      audits.push([id, { ...without, file, data: uncompiled(auditSchema.parse(read)) }]);
    } else {
      responses.push([id, { ...without, file, data: uncompiled(responseSchema.parse(read)) }]);
    }
  }
  const register = (file: string) => ({ ...without, file, data: [] });
  return {
    contentDir,
    fileCount: 0,
    problems: [],
    municipalities: new Map(municipalities),
    auditors: new Map(),
    systems: new Map(),
    criteria: new Map(),
    bodyTypes: register('body-types.yaml'),
    topics: register('topics.yaml'),
    issuers: register('issuers.yaml'),
    glossary: register('glossary.yaml'),
    thesaurus: register('thesaurus.yaml'),
    pages: new Map(),
    responses: new Map(responses),
    audits: new Map(audits),
    figureFiles: new Set(),
  };
}

type Entry<Files> = Files extends ReadonlyMap<string, infer File> ? File : never;

function uncompiled<Data>(data: Data): Compiled<Data> {
  return withText(data) as Compiled<Data>;
}

function withText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withText);
  if (typeof value !== 'object' || value === null) return value;
  if ('markdown' in value) return { markdown: value.markdown, html: value.markdown, text: value.markdown };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withText(inner)]));
}

/** All that is related before the ledger is. */
function partsWithoutEvents(content: Content): LedgerParts {
  const audits = [...content.audits].map(([id, file]): [string, Entry<Content['audits']>] => [
    id,
    { ...file, ...(file.data && { data: { ...file.data, followsUp: [] } }) },
  ]);
  return partsOf(
    related({ ...content, audits: new Map(audits), responses: new Map() }, asOf, () => ({
      width: 1,
      height: 1,
    })),
  );
}

/** What `related` hands out as readonly is what it made. */
function partsOf({ audits, recommendations, municipalities }: Archive): LedgerParts {
  return {
    audits: new Map(audits.map((audit) => [audit.id, audit as GrowingAudit])),
    questions: new Map(
      audits.flatMap(({ id, questions }) =>
        questions.map((each) => [`${id}#${each.id}`, each as GrowingQuestion]),
      ),
    ),
    findings: new Map(
      audits.flatMap(({ id, findings }) =>
        findings.map((each) => [`${id}#${each.id}`, each as GrowingFinding]),
      ),
    ),
    recommendations: new Map(
      recommendations.map((each) => [`${each.audit.id}#${each.id}`, each as GrowingRecommendation]),
    ),
    bodies: new Map(
      municipalities.flatMap(({ bodies }) => bodies.map((body) => [body.key, body as GrowingBody])),
    ),
  };
}
