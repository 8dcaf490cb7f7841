import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { preview as serveSite } from 'astro';

/** Serves the built site and prints its address. `PORT` names another port than 4321. */
export async function preview(root = process.cwd()): Promise<void> {
  const outDir = resolve(root, process.env.OUT_DIR ?? 'dist');
  if (!existsSync(join(outDir, 'index.html'))) {
    console.error('Det finns ingen byggd webbplats att visa. Kör npm run build eller npm start först.');
    process.exitCode = 1;
    return;
  }
  const wantedPort = Number(process.env.PORT ?? 4321);
  const server = await serveSite({
    root,
    outDir,
    logLevel: 'error',
    server: { port: wantedPort, host: process.env.HOST ?? false },
  });
  const path = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/');
  console.log(`\nGranskningsarkivet visas på http://${server.host ?? 'localhost'}:${server.port}${path}`);
  console.log('Avsluta med Ctrl-C.');
  await server.closed();
}

if (import.meta.main) await preview();
