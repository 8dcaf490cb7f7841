import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A folder served as a static host does: text compressed, what is compressed already as it is. */
export interface ServedFolder {
  readonly address: string;
  /** Bytes of bodies sent since it was last asked. */
  takeBytes(): number;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

export async function servedFolder(folder: string): Promise<ServedFolder> {
  let bytes = 0;
  const compressed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(folder, normalize(decodeURIComponent(pathname)));
    const file = pathname.endsWith('/') ? join(path, 'index.html') : path;
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)];
    const headers = { 'cache-control': 'public, max-age=600' };
    if (type === undefined) {
      bytes += statSync(file).size;
      response.writeHead(200, { ...headers, 'content-type': 'application/octet-stream' });
      createReadStream(file).pipe(response);
      return;
    }
    const encoding = /\bbr\b/.test(String(request.headers['accept-encoding'])) ? 'br' : 'gzip';
    const key = `${encoding} ${file}`;
    const body = compressed.get(key) ?? compressedBody(readFileSync(file), encoding);
    compressed.set(key, body);
    bytes += body.length;
    response.writeHead(200, { ...headers, 'content-type': type, 'content-encoding': encoding }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    takeBytes: () => {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** At the levels that hosts use for what they compress as they go. */
function compressedBody(body: Buffer, encoding: 'br' | 'gzip'): Buffer {
  return encoding === 'br'
    ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : gzipSync(body, { level: 6 });
}
