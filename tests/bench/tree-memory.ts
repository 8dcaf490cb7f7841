import { readdirSync, readFileSync } from 'node:fs';

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
