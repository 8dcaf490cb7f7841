import { join } from 'node:path';
import { testSites } from '../../tests/e2e/sites.ts';
import { ensureBrowser } from './browser.ts';
import { lint } from './lint.ts';
import { exitCodeOf } from './run.ts';

/*
 * Everything that must hold before a change is published: linters, the sites that the tests read, and the tests. The test runner
 * goes last, so that its counts end the output.
 */

ensureBrowser();
const faults = [...(await lint())];
for (const { name, environment } of testSites) {
  console.log(`\n— Bygger ${name}`);
  const code = await exitCodeOf('node', [join('src', 'cli', 'build.ts')], environment);
  if (code !== 0) faults.push(`bygget av ${name}`);
}

console.log('\n— Prov');
const code = await exitCodeOf('node', ['--test', '--test-reporter=spec', 'tests/{unit,content,e2e,a11y}/**/*.test.ts']);
if (faults.length > 0) console.error(`\nFel utanför proven: ${faults.join(', ')}.`);
process.exitCode = faults.length > 0 || code !== 0 ? 1 : 0;
