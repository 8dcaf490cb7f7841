import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command cost. */
export interface Cost {
  readonly seconds: number;
  /** The most memory that it and all its descendants held at one time, in millions of bytes: the sum of resident set sizes. */
  readonly peakMegabytes: number;
}

const sampleEveryMs = 100;
const pageBytes = 4096;

/**
 * Runs a command to its end, and samples the memory of its whole process tree from /proc.
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
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      said = (said + text.toString()).slice(-4000);
    });
  let peak = 0;
  const sampling = setInterval(() => {
    if (child.pid !== undefined) peak = Math.max(peak, residentBytes(child.pid));
  }, sampleEveryMs);
  const code = await new Promise<number | null>((ended, failed) => {
    child.on('error', failed);
    child.on('close', ended);
  });
  clearInterval(sampling);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said}`);
  return { seconds: (performance.now() - start) / 1000, peakMegabytes: peak / 1e6 };
}

/** What a process and its descendants hold now, in bytes. Source: proc_pid_stat(5), fields 4 and 24. */
function residentBytes(root: number): number {
  const processes = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return [{ pid: Number(name), parent: Number(fields[1]), bytes: Number(fields[21]) * pageBytes }];
    } catch {
      return [];
    }
  });
  const children = Map.groupBy(processes, ({ parent }) => parent);
  const tree = processes.filter(({ pid }) => pid === root);
  // A list is walked in the order of its end, what is added on the way included.
  for (const { pid } of tree) tree.push(...(children.get(pid) ?? []));
  return tree.reduce((sum, { bytes }) => sum + bytes, 0);
}
