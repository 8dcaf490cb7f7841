import { readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface ServedSite {
  /** `http://127.0.0.1:41234`. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves a built site on a free port as a static host does: files as they are, a folder's index.html at its address with a slash
 * at the end, and 404.html for all else. Nothing is served outside the base path.
 */
export async function servedSite(outDir: string, basePath: string): Promise<ServedSite> {
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const file = path.startsWith(basePath) ? fileAt(outDir, path.slice(basePath.length)) : undefined;
    if (file) send(response, 200, file);
    else send(response, 404, join(outDir, '404.html'));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function fileAt(outDir: string, path: string): string | undefined {
  const file = join(outDir, path === '' || path.endsWith('/') ? `${path}index.html` : path);
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function send(response: ServerResponse, status: number, file: string): void {
  const type = contentTypes[extname(file)];
  response.writeHead(status, type === undefined ? {} : { 'content-type': type });
  response.end(readFileSync(file));
}
