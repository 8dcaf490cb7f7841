import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../archive/index.ts';
import { type Addresses, redirectPage } from './redirect-page.ts';

/** Writes a page for each address that leads on into a built site. */
export function writeRedirects(outDir: string, { redirects }: Archive, addresses: Addresses): void {
  for (const redirect of redirects) {
    const folder = join(outDir, redirect.from);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.html'), redirectPage(redirect, addresses));
  }
}
