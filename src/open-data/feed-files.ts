import { type Archive, firstDayOf } from '../archive/index.ts';
import { site } from '../i18n/sv.ts';
import { addressOf, type Home } from './addresses.ts';
import { type Entry, type Feed, stableId } from './feeds.ts';
import { element, xmlText } from './xml.ts';

/** Where a page's feeds are. */
export const atomPath = (path: string): string => `${path}atom.xml`;
export const jsonFeedPath = (path: string): string => `${path}feed.json`;

const moment = (day: string): string => `${day}T00:00:00Z`;

/**
 * The day of the newest entry; of a feed without entries, that of the archive's newest report, until which there was nothing to tell.
 */
function updatedOf(entries: readonly Entry[], archive: Archive): string {
  const days = entries.map(({ updated }) => updated);
  return days.sort().at(-1) ?? newestDay(archive);
}

const newestDays = new WeakMap<Archive, string>();

function newestDay(archive: Archive): string {
  const known = newestDays.get(archive);
  if (known !== undefined) return known;
  const days = archive.audits.map(({ published }) => firstDayOf(published)).sort();
  const made = days.at(-1) ?? archive.asOf;
  newestDays.set(archive, made);
  return made;
}

/** A feed as Atom (RFC 4287). */
export function atomOf(feed: Feed, archive: Archive, home: Home): string {
  const entries = feed.entries();
  const url = (path: string) => addressOf(path, home);
  const text = (name: string, content: string) => element(name, {}, xmlText(content));
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">',
    text('id', stableId(`feed:${feed.path}`)),
    text('title', feed.title),
    text('subtitle', feed.subtitle),
    text('updated', moment(updatedOf(entries, archive))),
    element('link', { rel: 'self', type: 'application/atom+xml', href: url(atomPath(feed.path)) }),
    element('link', { rel: 'alternate', type: 'text/html', href: url(feed.path) }),
    element('author', {}, text('name', site.name)),
    text('rights', 'CC0 1.0'),
    ...entries.map((entry) =>
      element(
        'entry',
        {},
        [
          text('id', entry.id),
          text('title', entry.title),
          element('link', { rel: 'alternate', type: 'text/html', href: url(entry.path) }),
          text('published', moment(entry.published)),
          text('updated', moment(entry.updated)),
          ...entry.authors.map((author) => element('author', {}, text('name', author))),
          ...entry.topics.map((topic) => element('category', { term: topic })),
          element('content', { type: 'text' }, xmlText(entry.text)),
        ].join(''),
      ),
    ),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

/** A feed as JSON Feed 1.1. Its addresses must be whole: where it is not known where the site will live, they are left out. */
export function jsonFeedOf(feed: Feed, home: Home): string {
  const url = (path: string) => (home.origin === undefined ? undefined : addressOf(path, home));
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: url(feed.path),
    feed_url: url(jsonFeedPath(feed.path)),
    description: feed.subtitle,
    language: 'sv',
    authors: [{ name: site.name, url: url('/') }],
    items: feed.entries().map((entry) => ({
      id: entry.id,
      url: url(entry.path),
      title: entry.title,
      content_text: entry.text,
      date_published: moment(entry.published),
      date_modified: moment(entry.updated),
      authors: entry.authors.map((name) => ({ name })),
      tags: entry.topics.length > 0 ? entry.topics : undefined,
      language: 'sv',
    })),
  };
  return `${JSON.stringify(document)}\n`;
}
