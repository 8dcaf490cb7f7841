import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { nginxConfig, type SiteToServe } from '../../src/hosting/index.ts';
import { freePort } from './free-port.ts';

/*
 * A real nginx, which serves a built site by the configuration that the archive writes.
 */

const places = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'];

const isRoot = process.getuid?.() === 0;

/** Where nginx is; `undefined` where there is none. */
export function nginxPath(): string | undefined {
  return places.find((place) => existsSync(place));
}

/** Installs nginx where that can be done without asking anyone. Where it can't, the tests that need it say so and are skipped. */
export function ensureNginx(): void {
  if (nginxPath() !== undefined || !isRoot || !existsSync('/usr/bin/apt-get')) return;
  console.log('Ingen nginx hittades. Försöker installera den …');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'nginx-light']]) {
    spawnSync('apt-get', args, {
      stdio: 'inherit',
      // A package of a server starts it.
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
  }
}

/** Serves a built site until it is disposed of. `origin` is `http://127.0.0.1:41234`. */
export async function nginxServing(
  nginx: string,
  outDir: string,
  site: SiteToServe,
): Promise<AsyncDisposable & { readonly origin: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'granskningsarkivet-nginx-'));
  const port = await freePort();
  // The site stands where its base path says.
  const basePath = site.home.base.slice(1, -1);
  const root = basePath === '' ? outDir : join(folder, 'root');
  if (basePath !== '') {
    mkdirSync(join(root, basePath, '..'), { recursive: true });
    symlinkSync(outDir, join(root, basePath));
  }
  const written = nginxConfig(site, { serverName: 'localhost', root, port });
  const hasSixthVersion = Object.values(networkInterfaces())
    .flat()
    .some((each) => each?.family === 'IPv6');
  writeFileSync(join(folder, 'site.conf'), hasSixthVersion ? written : written.replace(/^.*\[::\].*\n/m, ''));
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${join(folder, 'pid')}; ${isRoot ? 'user root;' : ''}
events {}
http { access_log off; ${own.join(' ')} include ${join(folder, 'site.conf')}; }
`,
  );
  const child = spawn(nginx, ['-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}: ${said}`);
    const isUp = await fetch(origin, { redirect: 'manual' }).then(
      () => true,
      () => false,
    );
    if (isUp) break;
    await new Promise((waited) => setTimeout(waited, 20));
  }
  if (said.includes('[warn]')) throw new Error(said);
  return {
    origin,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
