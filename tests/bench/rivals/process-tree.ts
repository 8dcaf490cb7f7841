import { spawn } from 'node:child_process';
import { watchedMemory, watchedProcessor } from '../tree-memory.ts';

/** What a command cost. */
export interface Cost {
  readonly seconds: number;
  /** Of all its processes and threads together: what counts on a machine that does other work as well. */
  readonly processorSeconds: number;
  /** The most memory that it and all its descendants held at one time, in millions of bytes: the sum of resident set sizes. */
  readonly peakMegabytes: number;
}

/**
 * Runs a command to its end.
 *
 * @throws if it fails, with the end of what it said
 */
export async function costOf(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Cost> {
  const start = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const mostBytes = watchedMemory(child.pid ?? process.pid, 100);
  const processorTime = watchedProcessor(child.pid ?? process.pid, 100);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      said = (said + text.toString()).slice(-4000);
    });
  const code = await new Promise<number | null>((ended, failed) => {
    child.on('error', failed);
    child.on('close', ended);
  });
  const peakMegabytes = mostBytes() / 1e6;
  const processorSeconds = processorTime();
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said}`);
  return { seconds: (performance.now() - start) / 1000, processorSeconds, peakMegabytes };
}
