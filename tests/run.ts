import { ensureBrowser } from '../src/cli/browser.ts';
import { lint } from '../src/cli/lint.ts';
import { exitCodeOf } from '../src/cli/run.ts';
import { ensureNginx } from './e2e/nginx-server.ts';
import { ensurePdfTools } from './e2e/pdf-tools.ts';
import { buildTestSites } from './e2e/sites.ts';

/*
 * Everything that must hold before a change is published: linters, the sites that the tests read, and the tests. The test runner
 * goes last, so that its counts end the output. With the argument `deep` the tests that take too long for every change, and they alone.
 */

const isDeep = process.argv[2] === 'deep';
ensureBrowser();
ensureNginx();
ensurePdfTools();
const faults = [
  ...(isDeep ? [] : await lint()),
  ...(await buildTestSites()).map((name) => `bygget av ${name}`),
];

console.log('\n— Prov');
const code = await exitCodeOf('node', [
  '--test',
  '--test-reporter=spec',
  isDeep ? 'tests/deep/**/*.test.ts' : 'tests/{unit,content,e2e,a11y}/**/*.test.ts',
]);
if (faults.length > 0) console.error(`\nFel utanför proven: ${faults.join(', ')}.`);
process.exitCode = faults.length > 0 || code !== 0 ? 1 : 0;
