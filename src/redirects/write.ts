import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../archive/index.ts';
import { type Addresses, redirectPage } from './redirect-page.ts';

/** Writes a page for each address that leads on into a built site. */
export function writeRedirects(outDir: string, { redirects }: Archive, addresses: Addresses): void {
  for (const redirect of redirects) {
    const folder = join(outDir, redirect.from);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'index.html');
    // What is there may be the last site's own file.
    rmSync(file, { force: true });
    writeFileSync(file, redirectPage(redirect, addresses));
  }
}
