import { dev } from 'astro';
import { contentFolder, isFolder, missingFolder } from '../archive/index.ts';

// A tool that starts the server must not have it slip into the background.
process.env.ASTRO_DEV_BACKGROUND = '0';

if (isFolder(contentFolder())) {
  await dev({ server: { port: Number(process.env.PORT ?? 4321), host: process.env.HOST ?? false } });
} else {
  console.error(missingFolder(contentFolder()));
  process.exitCode = 1;
}
