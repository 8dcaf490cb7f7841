import type { Redirect } from '../archive/index.ts';
import { site } from '../i18n/sv.ts';
import { redirectPage as words } from '../i18n/sv-changes.ts';

/** How an address of the archive is written. */
export interface Addresses {
  readonly fromRoot: (path: string) => string;
  readonly whole: (path: string) => string;
}

/**
 * A page that leads on, for hosts that can do no more than serve files. It needs neither scripts nor styles, and tells search engines
 * which address is the right one.
 *
 * @param addresses an address from the host's root, and the same in full where the site knows where it lives
 */
export function redirectPage({ to, date }: Redirect, addresses: Addresses): string {
  const target = escaped(addresses.fromRoot(to));
  const whole = escaped(addresses.whole(to));
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} – ${site.name}</title>
<meta http-equiv="refresh" content="0; url=${target}">
<link rel="canonical" href="${whole}">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${escaped(words.lead(date))} <a href="${target}">${whole}</a></p>
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
