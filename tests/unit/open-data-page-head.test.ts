import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  alternatesOf,
  breadcrumbs,
  feedsOf,
  lastTold,
  robotsText,
  structuredText,
  thingsOn,
  twins,
} from '../../src/open-data/index.ts';
import { openDataArchives } from '../fixtures/open-data-archives.ts';

/*
 * What a page's head and the files for crawlers say.
 */

const home = { origin: 'https://exempel.se', base: '/' };
const [[, archive]] = openDataArchives() as [ReturnType<typeof openDataArchives>[number]];

describe('A page', () => {
  test('that has data of its own points at it, and at its own feed', () => {
    assert.deepEqual(alternatesOf('/kommuner/exempelstad/', archive), {
      json: '/kommuner/exempelstad/index.json',
      feed: { path: '/kommuner/exempelstad/', title: 'Granskningsarkivet: Exempelstads kommun' },
    });
  });

  test('of a recommendation points at the data of its report', () => {
    const [recommendation] = archive.recommendations;
    assert.ok(recommendation);
    assert.equal(alternatesOf(recommendation.path, archive).json, `${recommendation.audit.path}index.json`);
  });

  test('two of a list points at the data of the list', () => {
    assert.equal(alternatesOf('/granskningar/sida/2/', archive).json, '/granskningar/index.json');
  });

  test('that shows nothing of the record has no data, but the feed of the archive', () => {
    const { json, feed } = alternatesOf('/guide/falt/', archive);
    assert.equal(json, undefined);
    assert.equal(feed.path, '/');
  });

  test('has data and a feed that are written', () => {
    const written = new Set(['/data/', ...[...twins(archive, home)].map(({ path }) => path)]);
    const fed = new Set([...feedsOf(archive)].map(({ path }) => path));
    for (const { path } of [...archive.audits, ...archive.recommendations, ...archive.criteria]) {
      const { json, feed } = alternatesOf(path, archive);
      assert.ok(json && written.has(json.replace('index.json', '')), path);
      assert.ok(fed.has(feed.path));
    }
  });
});

describe('Structured data', () => {
  test('of a report tells its authors, its day and what it is based on', () => {
    const audit = archive.audits.find(({ id }) => id === '9901-exempelstad/2021-arkivvard');
    assert.ok(audit);
    const [thing] = thingsOn(audit.path, archive, () => [], home);
    assert.ok(thing);
    assert.equal(thing['@type'], 'Report');
    assert.equal(thing.name, audit.title);
    assert.equal(thing.datePublished, audit.published);
    assert.equal(thing.isBasedOn, audit.source.url);
    assert.deepEqual((thing.author as { name: string }[]).map(({ name }) => name).slice(0, 2), [
      'Exempelrevisorerna',
      'Provbyrån',
    ]);
  });

  test('calls a board an authority and a company an organisation', () => {
    const typeOf = (path: string) => thingsOn(path, archive, () => [], home)[0]?.['@type'];
    assert.equal(typeOf('/kommuner/exempelstad/'), 'GovernmentOrganization');
    assert.equal(typeOf('/kommuner/exempelstad/socialnamnden/'), 'GovernmentOrganization');
    assert.equal(typeOf('/kommuner/exempelstad/exempelbostader/'), 'Organization');
  });

  test('of the bulk files is a data set with each file', () => {
    const file = {
      name: 'audits.csv',
      mediaType: 'text/csv',
      rows: 1,
      bytes: 2,
      sha256: 'a'.repeat(64),
    };
    const [thing] = thingsOn('/data/', archive, () => [file], home);
    assert.equal(thing?.['@type'], 'Dataset');
    assert.match(JSON.stringify(thing?.distribution), /https:\/\/exempel\.se\/data\/audits\.csv/);
  });

  test('of an act tells its number, and of an EU act its identifier', () => {
    const of = (path: string) => thingsOn(path, archive, () => [], home)[0];
    assert.equal(of('/kriterier/exempellagen/')?.legislationIdentifier, '2010:1');
    const regulation = of('/kriterier/provforordningen/');
    assert.equal(regulation?.legislationIdentifier, 'http://data.europa.eu/eli/reg/2016/1/oj');
    assert.equal(regulation?.legislationJurisdiction, 'EU');
    assert.equal(of('/kriterier/god-arkivsed/'), undefined);
  });

  test('of a page without such a thing is nothing', () => {
    assert.deepEqual(
      thingsOn('/ordlista/', archive, () => [], home),
      [],
    );
  });

  test('can’t end the script that it stands in', () => {
    const text = structuredText([breadcrumbs([{ label: '</script><b>', path: '/' }], home)]);
    assert.doesNotMatch(text, /</);
    assert.equal(JSON.parse(text)['@graph'][0].itemListElement[0].name, '</script><b>');
  });
});

describe('For crawlers', () => {
  test('the last day of a report is that of the latest thing said of it', () => {
    const days = lastTold(archive);
    const followed = archive.audits.find(({ followedUpBy }) => followedUpBy.length > 0);
    assert.ok(followed);
    const last =
      followed.followedUpBy
        .map(({ date }) => String(date))
        .toSorted()
        .at(-1) ?? '';
    assert.ok((days.get(followed.path) ?? '') >= last);
    for (const day of days.values()) assert.match(day, /^\d{4}-\d\d-\d\d$/);
  });

  test('the sitemap is named where addresses are known, and nothing is kept from them', () => {
    assert.equal(robotsText(home), 'User-agent: *\nAllow: /\n\nSitemap: https://exempel.se/sitemap.xml\n');
    assert.equal(robotsText({ base: '/' }), 'User-agent: *\nAllow: /\n');
  });
});
