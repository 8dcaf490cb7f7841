import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { atomOf, feedsOf, jsonFeedOf, stableId } from '../../src/open-data/index.ts';
import { openDataArchives } from '../fixtures/open-data-archives.ts';

/*
 * The feeds, read by a parser of others and held against what RFC 4287 and JSON Feed 1.1 ask for.
 */

const home = { origin: 'https://exempel.se', base: '/arkiv/' };
const nowhere = { base: '/' };
const isMoment = (text: string | undefined) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text ?? '') && !Number.isNaN(Date.parse(text ?? ''));
const isUuid = (text: string | undefined) => /^urn:uuid:[0-9a-f-]{36}$/.test(text ?? '');

for (const [name, archive] of openDataArchives()) {
  const feeds = [...feedsOf(archive)];

  describe(`The feeds of ${name}`, () => {
    test('are of the archive, what has been said since, and everything that has reports', () => {
      const paths = new Set(feeds.map(({ path }) => path));
      assert.equal(paths.size, feeds.length);
      const { municipalities, bodyTypes, topics, criteria, systems, auditors } = archive;
      const expected = [
        '/',
        '/rekommendationer/',
        ...[...municipalities, ...municipalities.flatMap(({ bodies }) => bodies)].map(({ path }) => path),
        ...[...bodyTypes, ...topics, ...criteria, ...systems, ...auditors].map(({ path }) => path),
        ...criteria.flatMap(({ sections }) => sections).map(({ path }) => path),
      ];
      assert.deepEqual(
        expected.filter((path) => !paths.has(path)),
        [],
      );
    });

    test('are valid Atom: ids, titles, dates, authors and links as RFC 4287 has them', () => {
      for (const feed of feeds) {
        const text = atomOf(feed, archive, home);
        const parsed = parseAtomFeed(text);
        const { entries = [] } = parsed;
        assert.ok(isUuid(parsed.id) && parsed.title && isMoment(parsed.updated), feed.path);
        const self = parsed.links?.find(({ rel }) => rel === 'self');
        assert.equal(self?.href, `https://exempel.se/arkiv${feed.path}atom.xml`);
        assert.ok(parsed.authors?.every(({ name: author }) => author));
        assert.equal(entries.length, feed.entries().length);
        assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
        for (const entry of entries) {
          assert.ok(isUuid(entry.id) && entry.title && isMoment(entry.updated) && isMoment(entry.published));
          assert.ok((entry.updated ?? '') >= (entry.published ?? ''));
          assert.ok((parsed.updated ?? '') >= (entry.updated ?? ''), 'no entry is newer than its feed');
          assert.ok((entry.authors?.length ?? 0) > 0 && entry.content);
          const alternates = entry.links?.filter(({ rel }) => rel === 'alternate') ?? [];
          assert.equal(alternates.length, 1);
          assert.match(alternates[0]?.href ?? '', /^https:\/\/exempel\.se\/arkiv\//);
        }
      }
    });

    test('are valid JSON Feed 1.1, with the same entries in the same order', () => {
      for (const feed of feeds) {
        const raw = JSON.parse(jsonFeedOf(feed, home));
        const parsed = parseJsonFeed(raw);
        assert.equal(raw.version, 'https://jsonfeed.org/version/1.1');
        assert.equal(parsed.feed_url, `https://exempel.se/arkiv${feed.path}feed.json`);
        assert.deepEqual(
          parsed.items?.map(({ id }) => id) ?? [],
          feed.entries().map(({ id }) => id),
        );
        for (const item of raw.items) {
          assert.ok(isMoment(item.date_published) && isMoment(item.date_modified));
          assert.ok(item.content_text && URL.canParse(item.url));
        }
      }
    });

    test('have no address that is not whole, where it is not known where the site will live', () => {
      for (const feed of feeds.slice(0, 20)) {
        const raw = JSON.parse(jsonFeedOf(feed, nowhere));
        assert.deepEqual([raw.home_page_url, raw.feed_url], [undefined, undefined]);
        assert.ok(raw.items.every((item: object) => !('url' in item)));
        assert.doesNotMatch(atomOf(feed, archive, nowhere), /https?:\/\/(?!www\.w3\.org)[^<]*atom\.xml/);
      }
    });

    test('have the newest first, nothing later than the archive’s day, and no more than fifty', () => {
      for (const feed of feeds) {
        const days = feed.entries().map(({ published }) => published);
        assert.deepEqual(days, days.toSorted().reverse());
        assert.ok(days.every((day) => day <= archive.asOf));
        assert.ok(days.length <= 50);
      }
    });
  });
}

test('An id is the same wherever the archive lives, and another for another thing', () => {
  assert.equal(stableId('audit:a/b'), stableId('audit:a/b'));
  assert.notEqual(stableId('audit:a/b'), stableId('audit:a/c'));
  // Version 5 and the variant of RFC 9562.
  assert.match(
    stableId('audit:a/b'),
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test('The id of a report’s entry is pinned: those who follow would else see every report anew', () => {
  assert.equal(
    stableId('audit:9901-exempelstad/2020-arkivvard'),
    'urn:uuid:782d6848-5cb4-5453-a388-98add948839e',
  );
});
