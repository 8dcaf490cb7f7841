const base = import.meta.env.BASE_URL.replace(/\/+$/, '');

/** An address of the archive (`/kommuner/boras/`, with any fragment) below the site's base path. */
export function href(path: string): string {
  return `${base}${path}`;
}
