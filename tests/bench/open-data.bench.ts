import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { currentArchive } from '../../src/archive/index.ts';
import { preparedFiles, prepareOpenData, writeOpenData } from '../../src/open-data/index.ts';
import { anAudit, compilerRoot, exampleFiles, folderWith, lines, projectRoot } from '../fixtures/content.ts';

/*
 * `npm run bench:open-data`: how long the open data of an archive takes to write, how large it is, and what memory it takes beyond
 * the archive itself. The archive's own content, and made-up content of the named sizes. Each has a process of its own.
 */

const sizes = ['content', '1000', '10000'];
const reportsOfEach = 50;
const boards = 4;
const recommendationsOfEach = 8;

/** What must hold: writing may add no more memory than the archive itself takes. */
const limits = { addedOverArchive: 1 };

interface Measured {
  readonly reports: number;
  readonly rows: number;
  readonly files: number;
  readonly twinMegabytes: number;
  readonly feedMegabytes: number;
  readonly bulkMegabytes: Readonly<Record<string, number>>;
  readonly bulkSeconds: number;
  readonly restSeconds: number;
  readonly archiveMegabytes: number;
  readonly peakMegabytes: number;
}

const [size] = process.argv.slice(2);
if (size === undefined) compare();
else console.log(JSON.stringify(measured(size)));

function compare(): void {
  const all = sizes.map((each): Measured => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--expose-gc', '--max-old-space-size=6000', import.meta.filename, each],
      { encoding: 'utf8', maxBuffer: 2 ** 24 },
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  });
  console.table(
    all.map(({ bulkMegabytes, ...rest }) => ({
      ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, Number(value.toFixed(1))])),
      ...Object.fromEntries(
        Object.entries(bulkMegabytes).map(([name, value]) => [`${name} MB`, Number(value.toFixed(2))]),
      ),
    })),
  );
  const broken = all.filter(
    ({ archiveMegabytes, peakMegabytes }) =>
      peakMegabytes - archiveMegabytes > limits.addedOverArchive * archiveMegabytes,
  );
  console.log(
    broken.length === 0
      ? 'Holds: writing adds no more memory than the archive takes.'
      : `Broken: memory at ${broken.map(({ reports }) => reports).join(', ')} reports.`,
  );
  process.exitCode = broken.length === 0 ? 0 : 1;
}

function measured(what: string): Measured {
  const isMadeUp = what !== 'content';
  const contentDir = isMadeUp ? folderWith({}) : join(projectRoot, 'content');
  const outDir = folderWith({});
  const root = compilerRoot();
  process.chdir(root);
  try {
    if (isMadeUp) writeMadeUp(contentDir, Number(what));
    process.env.CONTENT_DIR = contentDir;
    process.env.AS_OF = '2026-11-22';
    const home = { origin: 'https://exempel.se', base: '/' };
    const archive = currentArchive();
    globalThis.gc?.();
    const archiveMegabytes = process.memoryUsage().rss / 2 ** 20;
    const peak = { megabytes: archiveMegabytes };
    const start = process.cpuUsage();
    prepareOpenData(root, home);
    const bulkSeconds = secondsSince(start);
    peak.megabytes = Math.max(peak.megabytes, process.memoryUsage().rss / 2 ** 20);
    const bulk = preparedFiles(root);
    const between = process.cpuUsage();
    writeOpenData(outDir, root, home);
    const restSeconds = secondsSince(between);
    peak.megabytes = Math.max(peak.megabytes, process.memoryUsage().rss / 2 ** 20);
    const written = readdirSync(outDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => ({ name: entry.name, bytes: statSync(join(entry.parentPath, entry.name)).size }));
    const megabytesOf = (isCounted: (name: string) => boolean) =>
      written.reduce((sum, { name, bytes }) => sum + (isCounted(name) ? bytes : 0), 0) / 1e6;
    return {
      reports: archive.audits.length,
      rows: bulk.find(({ table }) => table === undefined)?.rows ?? 0,
      files: written.length,
      twinMegabytes: megabytesOf((name) => name === 'index.json'),
      feedMegabytes: megabytesOf((name) => name === 'atom.xml' || name === 'feed.json'),
      bulkMegabytes: {
        csv: megabytesOf((name) => name.endsWith('.csv')),
        ndjson: megabytesOf((name) => name.endsWith('.ndjson')),
        sqlite: megabytesOf((name) => name.endsWith('.sqlite')),
      },
      bulkSeconds,
      restSeconds,
      archiveMegabytes,
      peakMegabytes: peak.megabytes,
    };
  } finally {
    process.chdir(projectRoot);
    rmSync(outDir, { recursive: true });
    if (isMadeUp) rmSync(contentDir, { recursive: true });
  }
}

/** Of the processor, so that other work on the machine is not counted. */
function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Municipalities that do not exist, with fifty years of reports each; every report follows up the one before. */
function writeMadeUp(contentDir: string, reports: number): void {
  const write = (name: string, text: string) => {
    const path = join(contentDir, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const [name, text] of Object.entries(exampleFiles)) {
    if (!name.startsWith('audits/')) write(name, text);
  }
  for (let first = 0; first < reports; first += reportsOfEach) {
    const number = first / reportsOfEach;
    const municipality = `${9100 + number}-ort-${number}`;
    write(
      `municipalities/${municipality}.yaml`,
      lines(
        `code: "${9100 + number}"`,
        'kind: kommun',
        `name: Ort ${number} kommun`,
        `place: Ort ${number}`,
        'bodies:',
        ...numbers(boards).map(
          (nth) => `  - { id: namnd-${nth}, name: Nämnd ${nth}, form: nämnd, type: arkivnamnd }`,
        ),
      ),
    );
    for (let nth = 0; nth < reportsOfEach; nth += 1) {
      const year = 1975 + nth;
      write(`audits/${municipality}/${year}-granskning.mdx`, report(municipality, year, nth > 0));
    }
  }
}

function report(municipality: string, year: number, followsUp: boolean): string {
  const statuses = ['åtgärdad', 'i huvudsak', 'delvis', 'pågår', 'ej åtgärdad'];
  const board = (nth: number) => `namnd-${1 + ((year + nth) % boards)}`;
  return anAudit({
    title: `Granskning av arkivvård ${year}`,
    municipality,
    year,
    published: `${year + 1}-03-01`,
    source: { title: `Granskning av arkivvård ${year}`, publisher: 'Revisorerna' },
    bodies: numbers(boards).map((nth) => ({ body: `namnd-${nth}` })),
    topics: ['arkiv', 'gallring'],
    systems: ['papyrus'],
    experts: ['provbyran'],
    criteria: [{ criterion: 'exempellagen', sections: ['6:1', '6:6'] }],
    purpose: sentences(2),
    questions: numbers(4).map((nth) => ({
      id: `q${nth}`,
      text: sentences(1),
      answers: [{ verdict: 'Delvis', grade: 'delvis', text: sentences(2) }],
    })),
    findings: numbers(recommendationsOfEach).map((nth) => ({
      id: `f${nth}`,
      observation: sentences(4),
      assessment: sentences(2),
      bodies: [board(nth)],
      topics: ['gallring'],
    })),
    recommendations: numbers(recommendationsOfEach).map((nth) => ({
      id: `r${nth}`,
      finding: `f${nth}`,
      modality: 'bör',
      to: nth === 1 ? 'alla' : [board(nth)],
      text: sentences(1),
    })),
    ...(followsUp && {
      followsUp: numbers(5).map((nth) => ({
        id: `u${nth}`,
        target: `${municipality}/${year - 1}-granskning#r${nth}`,
        verdict: 'nämnden har delvis vidtagit åtgärder',
        status: statuses[(year + nth) % statuses.length],
        comment: sentences(1),
      })),
    }),
    body: [
      numbers(20)
        .map(() => sentences(5))
        .join('\n\n'),
      ...(followsUp ? ['<FollowUps />'] : []),
      '<Questions />',
      '<Findings />',
      '<Recommendations />',
    ].join('\n\n'),
  });
}

/** Text of the length of an auditor's. */
function sentences(count: number): string {
  return numbers(count)
    .map((nth) => `Nämnden bör se till att rutin ${nth} är känd, följs i verksamheten och prövas varje år.`)
    .join(' ');
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => 1 + index);
}
