import type { Redirect } from '../archive/index.ts';
import { site } from '../i18n/sv.ts';
import { redirectPage as words } from '../i18n/sv-changes.ts';

/**
 * A page that leads on, for hosts that can do no more than serve files. It needs neither scripts nor styles, and tells search engines
 * which address is the right one.
 *
 * @param addressOf an address from the host's root, or absolute where the site knows where it lives
 */
export function redirectPage({ to, date }: Redirect, addressOf: (path: string) => string): string {
  const target = escaped(addressOf(to));
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} – ${site.name}</title>
<meta http-equiv="refresh" content="0; url=${target}">
<link rel="canonical" href="${target}">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${escaped(words.lead(date))} <a href="${target}">${target}</a></p>
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
