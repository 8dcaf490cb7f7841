import { exitCodeOf } from './run.ts';

const linters = [
  { name: 'Format och stil (Biome)', command: 'biome', args: ['check', '--error-on-warnings'] },
  { name: 'Typer (astro check)', command: 'astro', args: ['check', '--minimumFailingSeverity', 'hint'] },
  { name: 'Oanvänd kod (knip)', command: 'knip', args: [] },
] as const;

/**
 * Runs every linter, also after one has found something.
 *
 * @returns the names of those that found something
 */
export async function lint(): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { name, command, args } of linters) {
    console.log(`\n— ${name}`);
    if ((await exitCodeOf(command, args, { ASTRO_TELEMETRY_DISABLED: '1' })) !== 0) failed.push(name);
  }
  return failed;
}

if (import.meta.main) process.exitCode = (await lint()).length === 0 ? 0 : 1;
