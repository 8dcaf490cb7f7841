import { join } from 'node:path';
import { type Content, loadContent, readText } from '../../src/archive/load.ts';
import { citationsInAudit, grammarOf } from '../../src/archive/text-citations.ts';
import { ReportCache } from '../../src/reports/cache.ts';
import { compiledFile } from '../../src/reports/index.ts';
import { auditSchema } from '../../src/schemas/index.ts';
import { compilerRoot, projectRoot } from '../fixtures/content.ts';

/*
 * `npm run bench:citations`: what it costs to find every citation in a report, held against compiling it, in one run; and how that
 * grows with the text. The reports are the two founding ones, with the record's own register.
 */

/** What must hold: issue 4, "Done when". */
const limits = { findOverCompile: 1 / 20, growthOverSize: 1.3 };
// Both are measured as they run in a build of many reports: compiled by the engine.
const warmUps = 40;
const runs = 40;
const sizes = [1, 4, 16];
const contentDir = join(projectRoot, 'content');
const content = loadContent(contentDir, new ReportCache(compilerRoot()));
const grammar = grammarOf(content);
const files = [
  'audits/1490-boras/2017-informationssakerhet.mdx',
  'audits/1281-lund/2018-behorighet.mdx',
] as const;

const rows = files.map((name) => {
  const source = readText(join(contentDir, name));
  const compiled = () => compiledFile(name, source, auditSchema);
  for (let run = 0; run < warmUps; run += 1) citationsInAudit(content, compiled());
  const made: ReturnType<typeof compiled>[] = [];
  const compile = millisecondsOf(() => {
    for (let run = 0; run < runs; run += 1) made.push(compiled());
  });
  let found = 0;
  const find = millisecondsOf(() => {
    for (const file of made) found = citationsInAudit(content, file).length;
  });
  return { name, found, compile: compile / runs, find: find / runs };
});

const text = longText(content);
const growth = sizes.map((size) => {
  const long = text.repeat(size);
  const find = millisecondsOf(() => {
    for (let run = 0; run < runs; run += 1) grammar.citationsIn(long, { year: 2017 });
  });
  return { size, characters: long.length, find: find / runs };
});

const failures: string[] = [];
for (const { name, found, compile, find } of rows) {
  const ratio = find / compile;
  console.log(
    `${name}: ${found} citations; compile ${compile.toFixed(2)} ms, find ${find.toFixed(3)} ms, ratio ${ratio.toFixed(4)}`,
  );
  if (ratio > limits.findOverCompile) failures.push(`${name}: ${ratio.toFixed(3)} of compiling`);
}
const [least] = growth;
for (const { size, characters, find } of growth) {
  const overSize = find / (least?.find ?? find) / (size / (least?.size ?? size));
  console.log(
    `${characters} characters: ${find.toFixed(2)} ms, ${(characters / find / 1000).toFixed(1)} MB/s, growth over size ${overSize.toFixed(2)}`,
  );
  if (overSize > limits.growthOverSize)
    failures.push(`${characters} characters: growth ${overSize.toFixed(2)}`);
}
if (failures.length > 0) {
  console.error(`Beyond the limits: ${failures.join('; ')}.`);
  process.exitCode = 1;
}

/** Of the processor, so that other work on the machine is not counted. */
function millisecondsOf(work: () => unknown): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** The words of the reports' bodies, without their tags. */
function longText({ audits }: Content): string {
  return [...audits.values()]
    .flatMap(({ body }) => body.blocks.map((block) => (block.kind === 'html' ? block.html : '')))
    .join('\n')
    .replace(/<[^>]*>/g, ' ');
}
