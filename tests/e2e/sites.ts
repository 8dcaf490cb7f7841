import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodeOf } from '../../src/cli/run.ts';
import { writeArchive } from '../fixtures/archive.ts';
import { writeHostileArchive } from '../fixtures/attacks/hostile-archive.ts';
import { asOf, projectRoot } from '../fixtures/content.ts';

/*
 * The sites that the tests read: the archive itself, and a made-up one below a sub-path, where everything must work too.
 * `node tests/e2e/sites.ts` builds them, so that one test file can be run alone.
 */

export interface TestSite {
  readonly name: 'arkivet' | 'provarkivet';
  readonly contentDir: string;
  readonly outDir: string;
  /** With a slash at both ends. */
  readonly basePath: string;
  /** Scheme and host, where the site is told where it will live. */
  readonly siteUrl?: string;
  /** What `src/cli/build.ts` is given. */
  readonly environment: Readonly<Record<string, string>>;
}

const workshop = join(projectRoot, '.cache', 'test');

const archive = {
  name: 'arkivet',
  contentDir: join(projectRoot, 'content'),
  outDir: join(workshop, 'site'),
  basePath: '/',
} as const;

const madeUp = {
  name: 'provarkivet',
  contentDir: join(workshop, 'content'),
  outDir: join(workshop, 'fixture-site'),
  basePath: '/arkiv/',
  siteUrl: 'https://exempel.se',
} as const;

export const testSites: readonly TestSite[] = [
  { ...archive, environment: { ...environmentOf(archive), SITE_URL: '' } },
  {
    ...madeUp,
    environment: {
      ...environmentOf(madeUp),
      SITE_URL: madeUp.siteUrl,
      AS_OF: asOf,
      // A draft is in no site that is built, whatever the environment asks for.
      SHOW_DRAFTS: 'true',
    },
  },
];

/** An archive with an attack wherever an author's words may stand. It is read by the tests of attacks alone. */
export const hostileSite = {
  contentDir: join(workshop, 'hostile-content'),
  outDir: join(workshop, 'hostile-site'),
  basePath: '/',
} as const;

function environmentOf({
  contentDir,
  outDir,
  basePath,
}: Pick<TestSite, 'contentDir' | 'outDir' | 'basePath'>) {
  // Whoever tests may have made PDFs of the same reports.
  const pdfDir = join(workshop, 'no-pdfs');
  return { CONTENT_DIR: contentDir, OUT_DIR: outDir, BASE_PATH: basePath, PDF_DIR: pdfDir };
}

/**
 * Builds every test site with the command that builds any site.
 *
 * @returns the names of those that could not be built
 */
export async function buildTestSites(): Promise<readonly string[]> {
  writeArchive(madeUp.contentDir);
  rmSync(hostileSite.contentDir, { recursive: true, force: true });
  writeHostileArchive(hostileSite.contentDir);
  const failed: string[] = [];
  const hostile = { name: 'angreppsarkivet', environment: { ...environmentOf(hostileSite), AS_OF: asOf } };
  for (const { name, environment } of [...testSites, hostile]) {
    console.log(`\n— Bygger ${name}`);
    const commands = name === 'provarkivet' ? ['publish', 'build'] : ['build'];
    for (const command of commands) {
      const code = await exitCodeOf('node', [join('src', 'cli', `${command}.ts`)], environment);
      if (code !== 0) failed.push(name);
    }
  }
  return failed;
}

if (import.meta.main) process.exitCode = (await buildTestSites()).length === 0 ? 0 : 1;
