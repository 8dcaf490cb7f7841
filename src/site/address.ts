import { href } from './href.ts';

/** An address with scheme and host where the site knows them (`SITE_URL`), else from its host's root. */
export function absoluteAddress(path: string, site: URL | undefined): string {
  return site ? new URL(href(path), site).href : href(path);
}
