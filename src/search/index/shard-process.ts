import {
  cpSync,
  createReadStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { transformSync } from 'esbuild';
import * as pagefind from 'pagefind';
import type { PreparedRecord } from './prepare.ts';

/*
 * Makes Pagefind's index of one shard, in a process of its own, so that its memory is given back when it is done. Arguments: a file of
 * prepared records, one a line as JSON, and the folder to write to.
 */

const [recordsFile = '', outDir = ''] = process.argv.slice(2);

const { index, errors } = await pagefind.createIndex({ forceLanguage: 'unknown' });
if (!index) throw new Error(errors.join('\n'));
let place = 0;
for await (const line of createInterface({ input: createReadStream(recordsFile) })) {
  const record: PreparedRecord = JSON.parse(line);
  const added = await index.addCustomRecord({
    // The words are stems already, so that Pagefind is to take them as they are.
    // The address makes the record's digest its own; what is shown stands in our files.
    url: `/${place}`,
    language: 'unknown',
    content: record.content,
    meta: { title: record.title, context: record.context, tokens: record.tokens },
  });
  if (added.errors.length > 0) throw new Error(added.errors.join('\n'));
  place += 1;
  if (place % 1000 === 0) process.send?.(place);
}
const workshop = `${outDir}.pagefind`;
const written = await index.writeFiles({ outputPath: workshop });
if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
const entry: unknown = JSON.parse(readFileSync(join(workshop, 'pagefind-entry.json'), 'utf8'));
if (!JSON.stringify(entry).includes(`"page_count":${place}`)) {
  throw new Error(`Of ${place} records Pagefind has indexed others: ${JSON.stringify(entry)}`);
}
mkdirSync(outDir, { recursive: true });
for (const name of readdirSync(workshop)) {
  if (!/^(index|pagefind-entry\.json|pagefind\.js|wasm\.unknown\.pagefind|.*\.pf_meta)$/.test(name)) continue;
  cpSync(join(workshop, name), join(outDir, name), { recursive: true });
}
// Pagefind's code comes with its long names, a sixth of what it weighs.
const code = join(outDir, 'pagefind.js');
writeFileSync(
  code,
  transformSync(readFileSync(code, 'utf8'), { minify: true, format: 'esm', target: 'es2022' }).code,
);
rmSync(workshop, { recursive: true, force: true });
await pagefind.close();
