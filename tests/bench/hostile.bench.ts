import { problemReport } from '../../src/problems/index.ts';
import { compiledFile } from '../../src/reports/index.ts';
import { auditSchema } from '../../src/schemas/index.ts';
import { largeFields, largeTexts } from '../fixtures/attacks/large.ts';
import { anAudit } from '../fixtures/content.ts';

/*
 * What a file costs that is made to be dear, as it grows: marks that never close, as many as are let through between empty lines,
 * and what is refused. `node tests/bench/hostile.bench.ts [largest size in bytes]`. The growth is the exponent: 1 is in proportion to
 * the size, 2 is its square.
 */

const largest = Number(process.argv[2] ?? 512_000);
const sizes = [largest / 8, largest / 4, largest / 2, largest];
/** As many marks as a run of lines may have. */
const atTheLimit = 490;

/** A run of as many marks as are let through, again and again with empty lines between. */
const runs = (unit: string, marks: number) => {
  const run = `${unit.repeat(Math.floor(atTheLimit / marks))}\n\n`;
  return (size: number) => run.repeat(Math.ceil(size / run.length)).slice(0, size);
};
const fill = (unit: string) => (size: number) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const level = (marker: string) => runs(`${marker.repeat(18)}a\n`, 1);

const texts: Readonly<Record<string, (size: number) => string>> = {
  'löpande text': fill('Nämnden har inte följt upp vilka som har behörighet.\n\n'),
  '[ som aldrig stängs': runs('[', 1),
  '] som aldrig öppnas': runs(']', 1),
  '[a]( som aldrig stängs': runs('[a](', 2),
  '[[[a]]]': (size) => runs(`${'['.repeat(240)}a${']'.repeat(240)}`, 480)(size),
  '![ som aldrig stängs': runs('![', 1),
  '*a som aldrig stängs': runs('*a ', 1),
  '*a_ i varandra': runs('*a_', 2),
  '***a***': (size) => runs(`${'*'.repeat(240)}a${'*'.repeat(240)}`, 480)(size),
  '&a; efter varandra': runs('http://a.se/&a;', 1),
  'citat i citat': level('> '),
  'listor i listor': level('- '),
  'indragna listor': (size) => {
    const stairs = `${Array.from({ length: 90 }, (_, index) => `${' '.repeat(2 * index)}- a`).join('\n')}\n\n`;
    return stairs.repeat(Math.ceil(size / stairs.length)).slice(0, size);
  },
  'rubriker med samma text': fill('## Samma\n\n'),
  'rubriker med streck under': (size) => fill(`${'a\n---\n'.repeat(490)}\n`)(size),
  'tabeller med tomma celler': (size) => {
    const table = `${'|a'.repeat(20)}\n${'|-'.repeat(20)}\n${'|b|\n'.repeat(40)}\n`;
    return table.repeat(Math.ceil(size / table.length)).slice(0, size);
  },
  kodstycken: fill('`a '),
  fotnoter: (size) => {
    const notes = Array.from(
      { length: Math.floor(size / 24) },
      (_, index) => `x[^${index}]\n\n[^${index}]: y\n\n`,
    );
    return notes.join('').slice(0, size);
  },
  'namn och lagrum': fill('Karin Andersson, 6 kap. 6 § KL (2017:725), 070-123 45 67. '),
  ...Object.fromEntries(largeTexts.map(([name, unit]) => [name, fill(unit)])),
};
const fields: Readonly<Record<string, (size: number) => string>> = Object.fromEntries(
  largeFields.map(([name, unit, , , before]) => [name, (size: number) => `${before}${fill(unit)(size)}`]),
);

function measured(name: string, fileOf: (size: number) => string): void {
  let told = 0;
  const costs = sizes.map((size) => {
    const source = fileOf(size);
    const start = process.cpuUsage();
    const { problems } = compiledFile('audits/prov.mdx', source, auditSchema);
    told = problemReport(problems, 1).length;
    return process.cpuUsage(start).user / 1000;
  });
  const [before = 1, last = 1] = costs.slice(-2);
  const growth = last < 20 ? '–' : Math.log2(last / before).toFixed(1);
  const row = costs.map((cost) => cost.toFixed(0).padStart(8)).join('');
  console.log(`${name.padEnd(46)}${row}   ${growth.padStart(4)}   ${(told / 1000).toFixed(0).padStart(6)}`);
}

const header = sizes.map((size) => `${Math.round(size / 1000)} kB`.padStart(8)).join('');
console.log(`${'CPU-tid i ms, text'.padEnd(46)}${header}   växt   meddelanden, kB`);
for (const [name, textOf] of Object.entries(texts)) measured(name, (size) => anAudit({ body: textOf(size) }));
console.log('\nmetadatablock');
for (const [name, fieldsOf] of Object.entries(fields)) {
  measured(name, (size) => anAudit().replace('---\n\n', `${fieldsOf(size)}\n---\n\n`));
}
