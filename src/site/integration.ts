import { copyFileSync, createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder, currentArchive } from '../archive/index.ts';
import { jsonSchema, schemaNames } from '../schemas/index.ts';

/**
 * What the archive adds to Astro: reports' figures, served beside their pages and copied into the built site; JSON Schemas for
 * editors at `/schema/<name>.json`; and in development drafts, and a reload when content changes.
 */
export function archiveIntegration(): AstroIntegration {
  return {
    name: 'granskningsarkivet',
    hooks: {
      'astro:config:setup': ({ command }) => {
        // Whatever the environment says: a draft is for its author's eyes.
        process.env.SHOW_DRAFTS = String(command === 'dev');
      },
      'astro:server:setup': ({ server }) => {
        const contentDir = contentFolder();
        server.watcher.add(contentDir);
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(contentDir)) return;
          for (const environment of Object.values(server.environments))
            environment.moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        });
        server.middlewares.use((request, response, next) => {
          const figure = figureFiles().get(new URL(request.url ?? '/', 'http://localhost').pathname);
          if (figure) createReadStream(figure).pipe(response);
          else next();
        });
      },
      'astro:build:done': ({ dir }) => {
        const outDir = fileURLToPath(dir);
        for (const [path, file] of figureFiles()) {
          const target = join(outDir, path);
          mkdirSync(dirname(target), { recursive: true });
          copyFileSync(file, target);
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

/** Every figure's address on the site and the file that it is. */
function figureFiles(): ReadonlyMap<string, string> {
  const contentDir = contentFolder();
  return new Map(
    currentArchive().audits.flatMap(({ path, file, figures }) =>
      figures.map(
        ({ src }) => [`${path}${src}`, join(contentDir, dirname(file), basename(file, '.mdx'), src)] as const,
      ),
    ),
  );
}
