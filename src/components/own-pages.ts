import type { Archive } from '../archive/index.ts';

const ownFolder = '/om/';

/** The links that lead somewhere: an archive may have no page of its own about itself. */
export function leadingSomewhere<Link extends { readonly path: string }>(
  links: readonly Link[],
  { pages }: Pick<Archive, 'pages'>,
): readonly Link[] {
  return links.filter(({ path }) => !path.startsWith(ownFolder) || pages.some((page) => page.path === path));
}
