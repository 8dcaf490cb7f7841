import { spawn } from 'node:child_process';

/** Runs a program with its output shown as it comes; gives its exit code, 1 where a signal ended it. */
export function exitCodeOf(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, ...environment },
    });
    child.on('error', failed);
    child.on('exit', (code) => done(code ?? 1));
  });
}
