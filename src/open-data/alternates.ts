import type { Archive } from '../archive/index.ts';
import { feedsOf } from './feeds.ts';
import { twinPath, twins } from './twins.ts';

/** Other forms of what a page shows: addresses from the archive's root. */
export interface Alternates {
  /** The page's data as JSON; missing for pages that show nothing of the record. */
  readonly json?: string;
  /** What to follow to learn of more of it. */
  readonly feed: { readonly path: string; readonly title: string };
}

interface Known {
  readonly twins: ReadonlySet<string>;
  readonly feeds: ReadonlyMap<string, string>;
}

const knownOf = new WeakMap<Archive, Known>();

/** The page of the bulk files has a twin too, though it is no part of the archive. */
export const dataPath = '/data/';
export const columnsPath = '/data/kolumner/';

/**
 * The twin and the feed of a page: its own, else those of the nearest page above it, so that a recommendation has its report's and
 * page two of a list the list's. All have the archive's feed at least.
 */
export function alternatesOf(path: string, archive: Archive): Alternates {
  const { twins, feeds } = knownIn(archive);
  const within = path === '/' ? ['/'] : pathsUpFrom(path);
  const twin = within.find((candidate) => twins.has(candidate));
  const feed = within.find((candidate) => feeds.has(candidate)) ?? '/';
  return {
    ...(twin !== undefined && { json: twinPath(twin) }),
    feed: { path: feed, title: feeds.get(feed) ?? '' },
  };
}

function knownIn(archive: Archive): Known {
  const known = knownOf.get(archive);
  if (known) return known;
  const made = {
    twins: new Set([dataPath, ...[...twins(archive, { base: '/' })].map(({ path }) => path)]),
    feeds: new Map([...feedsOf(archive)].map(({ path, title }) => [path, title])),
  };
  knownOf.set(archive, made);
  return made;
}

/** `/a/b/`, `/a/`; never the root, which says nothing of what is below it. */
function pathsUpFrom(path: string): readonly string[] {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.map((_, index) => `/${parts.slice(0, parts.length - index).join('/')}/`);
}
