import { readdirSync, readFileSync } from 'node:fs';

/**
 * Watches the processor's time of a process and all that it has started, together, those that have ended too. Reads /proc, so on Linux
 * alone. Unlike the clock it does not count what other work on the machine takes.
 *
 * @returns a function that ends the watch and gives the time in seconds
 */
export function watchedProcessor(pid: number, everyMilliseconds = 50): () => number {
  let most = 0;
  const timer = setInterval(() => {
    const stats = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? timesOf(name) : []));
    const tree = stats.filter((stat) => stat.pid === pid);
    // A list is walked to its end, what is added on the way included.
    for (const { pid: parent } of tree) tree.push(...stats.filter((stat) => stat.parent === parent));
    most = Math.max(
      most,
      tree.reduce((sum, { ticks }) => sum + ticks, 0),
    );
  }, everyMilliseconds);
  return () => {
    clearInterval(timer);
    return most / ticksPerSecond;
  };
}

const ticksPerSecond = 100;

/** A process's own time and that of its children that have ended. Source: proc_pid_stat(5), fields 4 and 14 to 17. */
function timesOf(
  pid: string,
): readonly { readonly pid: number; readonly parent: number; readonly ticks: number }[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + field, 0);
    return [{ pid: Number(pid), parent: fields[1] ?? 0, ticks }];
  } catch {
    return [];
  }
}

/**
 * Watches the resident memory of a process and all that it has started, together. Reads /proc, so on Linux alone.
 *
 * @returns a function that ends the watch and gives the most, in bytes
 */
export function watchedMemory(pid: number, everyMilliseconds = 50): () => number {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, treeMemory(pid));
  }, everyMilliseconds);
  return () => {
    clearInterval(timer);
    return most;
  };
}

function treeMemory(root: number): number {
  const children = new Map<number, number[]>();
  const memory = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = statusOf(name);
    if (!status) continue;
    const pid = Number(name);
    memory.set(pid, status.resident);
    children.set(status.parent, [...(children.get(status.parent) ?? []), pid]);
  }
  const sum = (pid: number): number =>
    (memory.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(root);
}

function statusOf(pid: string): { readonly parent: number; readonly resident: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? 0);
    return { parent: field('PPid'), resident: field('VmRSS') * 1024 };
  } catch {
    // It has ended since the list was read.
    return undefined;
  }
}
