import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../archive/index.ts';
import { redirectPage } from './redirect-page.ts';

/**
 * Writes a page for each address that leads on into a built site.
 *
 * @param addressOf an address from the host's root, or absolute where the site knows where it lives
 */
export function writeRedirects(
  outDir: string,
  { redirects }: Archive,
  addressOf: (path: string) => string,
): void {
  for (const redirect of redirects) {
    const folder = join(outDir, redirect.from);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.html'), redirectPage(redirect, addressOf));
  }
}
