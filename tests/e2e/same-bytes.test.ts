import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { fileNamesBelow } from '../../src/archive/index.ts';
import { projectRoot } from '../fixtures/content.ts';
import { testSites } from './sites.ts';

/*
 * The same content and the same day give the same bytes on another machine: in another folder, in a time zone where it is another
 * day, in a language whose letters are sorted and cased otherwise, with files written in another order, without a network.
 */

const [, madeUp] = testSites;
if (!madeUp) throw new Error('There is no made-up archive.');

// Its name has what an address would have to escape.
const elsewhere = mkdtempSync(join(tmpdir(), 'annan maskin å-'));
after(() => rmSync(elsewhere, { recursive: true, force: true }));

/** Refuses every connection but to this machine, and every look-up. */
const withoutNetwork = `
import net from 'node:net';
import dns from 'node:dns';
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
  const options = Array.isArray(given[0]) ? given[0][0] : given[0];
  const host = options?.host;
  if (options?.path === undefined && host !== undefined && !/^(?:localhost|127\\.|::1)/.test(host)) throw new Error('No network: ' + host);
  return connect.apply(this, given);
};
dns.lookup = (host, ...rest) => rest.at(-1)(new Error('No network: ' + host));
globalThis.fetch = (address) => { throw new Error('No network: ' + address); };
`;

function copiedProject(): string {
  const root = join(elsewhere, 'granskningsarkivet');
  mkdirSync(root);
  for (const name of [
    'src',
    'public',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'astro.config.mjs',
  ]) {
    cpSync(join(projectRoot, name), join(root, name), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

/** The content in another folder, its files written in the opposite order. */
function copiedContent(contentDir: string): string {
  const copy = join(elsewhere, 'innehåll');
  for (const name of fileNamesBelow(contentDir).toReversed()) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    writeFileSync(join(copy, name), readFileSync(join(contentDir, name)));
  }
  return copy;
}

function digestsIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        path.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ])
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
}

test('A site that is built on another machine is the same, byte for byte', () => {
  const root = copiedProject();
  const outDir = join(elsewhere, 'webbplats');
  const preload = join(elsewhere, 'natverk.mjs');
  writeFileSync(preload, withoutNetwork);
  const { PATH = '', HOME = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('src', 'cli', 'build.ts')], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...{ PATH, HOME, ASTRO_TELEMETRY_DISABLED: '1' },
      ...madeUp.environment,
      ...{ CONTENT_DIR: copiedContent(madeUp.contentDir), OUT_DIR: outDir },
      ...{ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      NODE_OPTIONS: `--import=${pathToFileURL(preload).href}`,
    },
  });
  assert.equal(status, 0, `${stdout}${stderr}`);
  const here = digestsIn(madeUp.outDir);
  const there = digestsIn(outDir);
  assert.ok(Object.keys(here).length > 500);
  assert.deepEqual(Object.keys(there), Object.keys(here));
  const differing = Object.keys(here).filter((file) => here[file] !== there[file]);
  assert.deepEqual(differing, []);
});
