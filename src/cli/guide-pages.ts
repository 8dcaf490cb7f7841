import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '../archive/index.ts';
import type { FurtherPage } from '../search/index/index.ts';

/** The guide's pages, read from the built site: they are code, so that the archive does not know their text. */
export function guidePages(site: string): readonly FurtherPage[] {
  const folder = join(site, 'guide');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html'))
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted()
    .map((name) => {
      const html = readFileSync(join(folder, name), 'utf8');
      const main = /<main\b[\s\S]*?<\/main>/.exec(html)?.[0] ?? '';
      const title = /<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(main)?.[1] ?? '';
      return {
        path: `/guide/${name.replace(/index\.html$/, '')}`,
        title: plainText(title),
        text: plainText(
          main.replace(/<h1\b[\s\S]*?<\/h1>/, '').replace(/<(nav|script|style)\b[\s\S]*?<\/\1>/g, ' '),
        ),
      };
    });
}
