/** Where the site will live. */
export interface Home {
  /** Scheme and host; missing where nobody has said (`SITE_URL`). */
  readonly origin?: string | undefined;
  /** With a slash at both ends (`BASE_PATH`). */
  readonly base: string;
}

/** Where the site will live, as astro.config.mjs has it. */
export function homeOf(environment: Readonly<Record<string, string | undefined>> = process.env): Home {
  const site = environment.SITE_URL;
  const base = `/${environment.BASE_PATH ?? ''}/`.replaceAll(/\/+/g, '/');
  return { origin: site ? new URL(site).origin : undefined, base };
}

/** An address of the archive: absolute where it is known where the site will live, else from its host's root. */
export function addressOf(path: string, { origin = '', base }: Home): string {
  return `${origin}${base}${path.replace(/^\//, '')}`;
}
