import { copyFileSync, createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder, currentArchive, isFolder, loadRegisters } from '../archive/index.ts';
import { writeEditorSchemas } from '../editor/index.ts';
import { ReportCache } from '../reports/index.ts';
import { jsonSchema, schemaNames } from '../schemas/index.ts';

/**
 * What the archive adds to Astro: reports' figures, served beside their pages and copied into the built site; JSON Schemas for
 * editors at `/schema/<name>.json`; and in development drafts, schemas that follow the registers, and a reload when content changes.
 */
export function archiveIntegration(): AstroIntegration {
  let rootFolder = pathToFileURL(`${process.cwd()}/`);
  return {
    name: 'granskningsarkivet',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        rootFolder = config.root;
        // Whatever the environment says: a draft is for its author's eyes.
        process.env.SHOW_DRAFTS = String(command === 'dev');
      },
      'astro:server:setup': ({ server }) => {
        const contentDir = contentFolder();
        server.watcher.add(contentDir);
        const refreshSchemas = () => {
          if (!isFolder(contentDir)) return;
          const root = fileURLToPath(rootFolder);
          writeEditorSchemas(loadRegisters(contentDir, new ReportCache(root)), root);
        };
        refreshSchemas();
        server.watcher.on('all', (_event, path) => {
          // What is hidden is no content: the schemas themselves, and files that are being written.
          if (!path.startsWith(contentDir) || /[\\/]\./.test(path.slice(contentDir.length))) return;
          if (path.endsWith('.yaml')) refreshSchemas();
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
