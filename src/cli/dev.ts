import { dev } from 'astro';
import { compileAhead, contentFolder, isFolder, missingFolder } from '../archive/index.ts';
import { Progress } from '../building/index.ts';
import { ReportCache } from '../reports/index.ts';

// A tool that starts the server must not have it slip into the background.
process.env.ASTRO_DEV_BACKGROUND = '0';

if (isFolder(contentFolder())) {
  // What the server would compile on one core when it starts.
  const progress = new Progress('Läser rapporter');
  const root = process.cwd();
  await compileAhead(contentFolder(), root, new ReportCache(root), (done, total) =>
    progress.show(done, total),
  );
  progress.end();
  await dev({ server: { port: Number(process.env.PORT ?? 4321), host: process.env.HOST ?? false } });
} else {
  console.error(missingFolder(contentFolder()));
  process.exitCode = 1;
}
