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
  /** What `look` finds when it finds something. */
  const whenPrinted = <Found>(look: () => Found | undefined) =>
    new Promise<Found>((found, failed) => {
      const lookAgain = () => {
        const result = look();
        if (result === undefined) return;
        waiting.delete(lookAgain);
        found(result);
      };
      waiting.add(lookAgain);
      child.once('exit', (code) => failed(new Error(`dev ended with ${code}: ${printed}`)));
      lookAgain();
    });
  const [origin] = await whenPrinted(() => /http:\/\/localhost:\d+/.exec(printed) ?? undefined);
  await whenPrinted(() => / \d+ fil(?:er)?\./.exec(printed) ?? undefined);
  return {
    address: (path) => `${origin}${environment.BASE_PATH ?? '/'}${path.slice(1)}`,
    printed: () => printed,
    prints: async (text, from) => {
      await whenPrinted(() => printed.slice(from).includes(text) || undefined);
    },
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await ended;
    },
  };
}
