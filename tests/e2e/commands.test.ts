import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import {
  anAudit,
  auditFile,
  type Changes,
  exampleFiles,
  folderWith,
  projectRoot,
} from '../fixtures/content.ts';
import { freePort } from './free-port.ts';
import { asRead } from './page-text.ts';
import { testSites } from './sites.ts';

/*
 * The commands as an author meets them: what they print, how they end, and what they leave alone.
 */

type Environment = Readonly<Record<string, string>>;

// Beside the sites of the other tests, on the same disk as the project: a finished site is moved into place.
const shelf = join(projectRoot, '.cache', 'test');
mkdirSync(shelf, { recursive: true });
const workshop = mkdtempSync(join(shelf, 'commands-'));
after(() => rmSync(workshop, { recursive: true }));

const good = contentFolder({});
const broken = contentFolder({ [auditFile]: anAudit({ municipality: '9901-exempelstd' }) });
const warned = contentFolder({ [auditFile]: anAudit({ criteria: [{ criterion: 'gamla-exempellagen' }] }) });

describe('check', () => {
  test('says of good content that it has no errors, and ends well', () => {
    const { status, printed } = command('check', { CONTENT_DIR: good });
    assert.equal(printed, `Inga fel i ${Object.keys(exampleFiles).length} filer.`);
    assert.equal(status, 0);
  });

  test('says of the archive’s own content and of the made-up archive that they have no errors', () => {
    for (const { environment } of testSites) {
      const { status, printed } = command('check', environment);
      assert.match(printed, /^Inga fel i \d+ filer\.$/);
      assert.equal(status, 0);
    }
  });

  test('prints what is wrong, where, and what to do, and ends badly', () => {
    const { status, printed } = command('check', { CONTENT_DIR: broken });
    assert.match(printed, /audits\/9901-exempelstad\/2020-arkivvard\.mdx\n {2}rad 3 /);
    assert.match(
      asRead(printed),
      /"9901-exempelstd" finns inte bland huvudmännen\. Menade du "9901-exempelstad"\?/,
    );
    assert.match(printed, /\n1 fel i 1 av \d+ filer\. Inget har publicerats\.$/);
    assert.equal(status, 1);
  });

  test('prints a warning and ends well', () => {
    const { status, printed } = command('check', { CONTENT_DIR: warned });
    assert.match(asRead(printed), /varning: .*gällde till 2009-12-31 och gällde inte 2020\./);
    assert.match(printed, /Inga fel men 1 varning i \d+ filer\.$/);
    assert.equal(status, 0);
  });

  test('says that there is no such content folder', () => {
    const { status, printed } = command('check', { CONTENT_DIR: join(workshop, 'ingenstans') });
    assert.match(
      printed,
      /^Innehållsmappen .*ingenstans finns inte\. Ange en annan med CONTENT_DIR, eller skapa den\.$/,
    );
    assert.equal(status, 1);
  });

  test('says that a day is no day', () => {
    const { status, printed } = command('check', { CONTENT_DIR: good, AS_OF: '2026-02-30' });
    assert.equal(printed, 'AS_OF ska vara ett datum som 2020-12-31, men är "2026-02-30".');
    assert.equal(status, 1);
  });

  test('as of a day in the past finds nothing wrong with what was published later', () => {
    assert.equal(command('check', { CONTENT_DIR: good, AS_OF: '2021-02-02' }).status, 0);
  });
});

describe('build', () => {
  test('of content with errors prints them and leaves the last good site as it was, byte for byte', () => {
    const outDir = siteFolder();
    const before = digestsOf(outDir);
    const { status, printed } = command('build', { CONTENT_DIR: broken, OUT_DIR: outDir });
    assert.match(printed, /Inget har publicerats\.$/);
    assert.equal(status, 1);
    assert.deepEqual(digestsOf(outDir), before);
  });

  test('that fails on the way leaves the last good site as it was, byte for byte', () => {
    const outDir = siteFolder();
    const before = digestsOf(outDir);
    const { status, printed } = command('build', {
      CONTENT_DIR: good,
      OUT_DIR: outDir,
      SITE_URL: 'ingen adress',
    });
    assert.match(printed, /Inget har publicerats; den förra versionen ligger kvar\.$/);
    assert.equal(status, 1);
    assert.deepEqual(digestsOf(outDir), before);
  });

  test('of no content folder or as of no day ends badly and publishes nothing', () => {
    for (const environment of [{ CONTENT_DIR: join(workshop, 'ingenstans') }, { AS_OF: 'i går' }]) {
      const outDir = join(workshop, 'ingen-sida');
      const { status } = command('build', { CONTENT_DIR: good, OUT_DIR: outDir, ...environment });
      assert.equal(status, 1);
      assert.throws(() => readdirSync(outDir), { code: 'ENOENT' });
    }
  });

  test('of good content takes the place of the last site, and leaves nothing of it', () => {
    const outDir = siteFolder();
    const unfinished = () => readdirSync(join(projectRoot, '.cache', 'site'));
    const before = unfinished();
    const { status } = command('build', { CONTENT_DIR: good, OUT_DIR: outDir });
    assert.equal(status, 0);
    const files = readdirSync(outDir, { recursive: true, encoding: 'utf8' });
    assert.ok(files.includes(join('granskningar', 'exempelstad', '2020-arkivvard', 'index.html')));
    assert.ok(!files.includes('gammal.html'));
    assert.deepEqual(unfinished(), before);
  });
});

describe('build as of a day in the past', () => {
  test('leaves out what was published later, and says so on every page', () => {
    const outDir = siteFolder();
    const { status } = command('build', { CONTENT_DIR: good, OUT_DIR: outDir, AS_OF: '2021-02-02' });
    assert.equal(status, 0);
    assert.equal(existsSync(join(outDir, 'granskningar', 'exempelstad', '2020-arkivvard')), false);
    const start = readFileSync(join(outDir, 'index.html'), 'utf8');
    assert.match(start, /2 februari 2021/);
    assert.doesNotMatch(start, /Granskning av arkivvård/);
  });
});

describe('preview', () => {
  test('without a built site says what to do', () => {
    const { status, printed } = command('preview', { OUT_DIR: join(workshop, 'tom') });
    assert.equal(
      printed,
      'Det finns ingen byggd webbplats att visa. Kör npm run build eller npm start först.',
    );
    assert.equal(status, 1);
  });

  test('prints the address below the base path, also when its slashes are left out', async () => {
    const { outDir } = testSites.find(({ name }) => name === 'provarkivet') ?? {};
    await using served = await serving('preview', {
      OUT_DIR: outDir ?? '',
      BASE_PATH: 'arkiv',
      PORT: String(await freePort()),
    });
    assert.match(served.address, /^http:\/\/localhost:\d+\/arkiv\/$/);
    assert.match(await textAt(served.address), /<title>Granskningsarkivet<\/title>/);
  });
});

describe('start', () => {
  test('builds, even into a folder that is not there, serves on the port it is given, and prints the address', async () => {
    const port = await freePort();
    const outDir = join(workshop, 'ny', 'mapp');
    const served = await serving('start', { CONTENT_DIR: good, OUT_DIR: outDir, PORT: String(port) });
    try {
      assert.equal(served.address, `http://localhost:${port}/`);
      assert.match(await textAt(served.address), /Granskning av arkivvård/);
      assert.match(await textAt(`${served.address}kommuner/exempelstad/`), /Exempelstads kommun/);
      assert.equal((await fetch(`${served.address}finns-inte/`)).status, 404);
    } finally {
      await served[Symbol.asyncDispose]();
    }
    await assert.rejects(fetch(served.address), 'it serves after it was ended');
  });

  test('of content with errors prints them and serves nothing', () => {
    const { status, printed } = command('start', {
      CONTENT_DIR: broken,
      OUT_DIR: join(workshop, 'ingen-sida'),
    });
    assert.match(printed, /Inget har publicerats\.$/);
    assert.doesNotMatch(printed, /visas på/);
    assert.equal(status, 1);
  });
});

function contentFolder(changes: Changes): string {
  const folder = folderWith({ ...exampleFiles, ...changes });
  after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A folder with what is to be taken for the last good site. */
function siteFolder(): string {
  const folder = mkdtempSync(join(workshop, 'site-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Den förra sidan</title>');
  writeFileSync(join(folder, 'gammal.html'), '<!doctype html><title>En gammal sida</title>');
  return folder;
}

function digestsOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

/** Nothing of the environment that the tests were started in reaches a command, but what it needs to run. */
function environmentWith(environment: Environment): Environment {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, ASTRO_TELEMETRY_DISABLED: '1', ...environment };
}

/** Runs a command to its end. `printed` is all that it printed, on both streams. */
function command(
  name: string,
  environment: Environment,
): { readonly status: number | null; readonly printed: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('src', 'cli', `${name}.ts`)], {
    cwd: projectRoot,
    env: environmentWith(environment),
    encoding: 'utf8',
  });
  return { status, printed: `${stdout}${stderr}`.trim() };
}

/** Runs a command that serves a site until it is disposed of. */
async function serving(
  name: string,
  environment: Environment,
): Promise<AsyncDisposable & { readonly address: string }> {
  const child = spawn(process.execPath, [join('src', 'cli', `${name}.ts`)], {
    cwd: projectRoot,
    env: environmentWith(environment),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let printed = '';
  const address = await new Promise<string>((found, failed) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const match = /visas på (\S+)/.exec(printed);
      if (match?.[1]) found(match[1]);
    });
    child.once('exit', (code) => failed(new Error(`${name} ended with ${code}: ${printed}`)));
  });
  return {
    address,
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await ended;
    },
  };
}

async function textAt(address: string): Promise<string> {
  const response = await fetch(address);
  assert.equal(response.status, 200);
  return response.text();
}
