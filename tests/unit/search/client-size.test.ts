import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { projectRoot } from '../../fixtures/content.ts';

/* What a reader's browser fetches of our own code before the first answer. Pagefind's code and the index come besides. */

const most = 12 * 1024;

test('the client that answers a query is under 12 kB compressed; what only some queries need is fetched by them', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(projectRoot, 'src/search/client/index.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
    plugins: [
      {
        name: 'what is fetched later',
        setup: ({ onResolve }) =>
          onResolve({ filter: /./ }, ({ kind, path }) =>
            kind === 'dynamic-import' ? { path, external: true } : undefined,
          ),
      },
    ],
  });
  const [code] = outputFiles;
  assert.ok(code);
  const size = gzipSync(code.contents, { level: 9 }).length;
  assert.ok(size <= most, `${size} bytes`);
  const inputs = Object.keys(metafile.inputs);
  assert.deepEqual(
    inputs.filter((path) => !/src\/search\/(?:client|language)\//.test(path)),
    [],
    'the client imports nothing of other rooms, least of all the grammar of citations',
  );
});
