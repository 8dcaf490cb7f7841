import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from '../fixtures/content.ts';

export interface DevServer extends AsyncDisposable {
  /** Where a page of the archive is, from its path: `/kommuner/boras/`. */
  address(path: string): string;
  /** All that it has printed, on both streams. */
  printed(): string;
  /** Resolves when it has printed this after what it had printed at `from` characters. */
  prints(text: string, from?: number): Promise<void>;
}

/** Runs `src/cli/dev.ts` on a content folder until it is disposed of; resolves when it serves and has read all content. */
export async function devServer(
  contentDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<DevServer> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join('src', 'cli', 'dev.ts')], {
    cwd: projectRoot,
    env: { PATH, HOME, ASTRO_TELEMETRY_DISABLED: '1', CONTENT_DIR: contentDir, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let printed = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += stripVTControlCharacters(text);
      for (const look of waiting) look();
    });
  }
  const printedMatch = (pattern: RegExp, from = 0) =>
    new Promise<RegExpExecArray>((found, failed) => {
      const look = () => {
        const match = pattern.exec(printed.slice(from));
        if (!match) return;
        waiting.delete(look);
        found(match);
      };
      waiting.add(look);
      child.once('exit', (code) => failed(new Error(`dev ended with ${code}: ${printed}`)));
      look();
    });
  const [, origin = ''] = await printedMatch(/(http:\/\/localhost:\d+)/);
  await printedMatch(/ i \d+ fil(?:er)?\./);
  return {
    address: (path) => `${origin}${environment.BASE_PATH ?? '/'}${path.slice(1)}`,
    printed: () => printed,
    prints: async (text, from) => {
      await printedMatch(new RegExp(RegExp.escape(text)), from);
    },
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await ended;
    },
  };
}
