import { fileURLToPath } from 'node:url';
import { site } from '../../i18n/sv.ts';
import { live } from '../../i18n/sv-live.ts';

/** The module that every page runs in development. */
export const clientModule = fileURLToPath(new URL('client.ts', import.meta.url));

/** What is shown in development where content has had errors since the start. What they are is told by `client.ts`. */
export function pageWithoutArchive(base: string): string {
  const { title, lead } = live.nothingYet;
  return `<!doctype html>
<html lang="sv">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} – ${site.name}</title>
    <link rel="icon" href="${base}favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${base}src/styles/index.css" />
    <script type="module" src="${base}@vite/client"></script>
    <script type="module" src="${base}@fs${clientModule}"></script>
  </head>
  <body>
    <main class="prose">
      <h1>${title}</h1>
      <p>${lead}</p>
    </main>
  </body>
</html>
`;
}
