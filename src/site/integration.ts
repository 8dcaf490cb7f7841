import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder, currentArchive } from '../archive/index.ts';
import { withoutMetadata } from '../pictures/index.ts';
import { jsonSchema, schemaNames } from '../schemas/index.ts';
import { figureFiles } from './figures.ts';
import { clientModule } from './live/page-without-archive.ts';
import { LiveServing } from './live/serving.ts';

/**
 * What the archive adds to Astro: reports' figures, served beside their pages and put into the built site without their metadata; JSON Schemas for
 * editors at `/schema/<name>.json`; and in development drafts, and pages that show what is saved, or what is wrong with it.
 */
export function archiveIntegration(): AstroIntegration {
  let rootFolder = pathToFileURL(`${process.cwd()}/`);
  let serving: LiveServing | undefined;
  return {
    name: 'granskningsarkivet',
    hooks: {
      'astro:config:setup': ({ command, config, injectScript }) => {
        rootFolder = config.root;
        // Whatever the environment says: a draft is for its author's eyes.
        process.env.SHOW_DRAFTS = String(command === 'dev');
        if (command === 'dev') injectScript('page', `import ${JSON.stringify(clientModule)};`);
      },
      'astro:server:setup': ({ server }) => {
        serving = new LiveServing(server, contentFolder(), fileURLToPath(rootFolder));
      },
      'astro:server:start': () => serving?.start(),
      'astro:build:done': ({ dir }) => {
        const outDir = fileURLToPath(dir);
        for (const [path, file] of figureFiles(currentArchive(), contentFolder())) {
          const target = join(outDir, path);
          mkdirSync(dirname(target), { recursive: true });
          writeFileSync(target, withoutMetadata(readFileSync(file)));
        }
        mkdirSync(join(outDir, 'schema'), { recursive: true });
        for (const name of schemaNames) {
          writeFileSync(
            join(outDir, 'schema', `${name}.json`),
            `${JSON.stringify(jsonSchema(name), undefined, 2)}\n`,
          );
        }
      },
    },
  };
}
