import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, eliOf, homeOf, publisherOf } from '../../src/open-data/index.ts';

test('an address is whole where it is known where the site will live', () => {
  const home = homeOf({ SITE_URL: 'https://exempel.se', BASE_PATH: '/arkiv' });
  assert.equal(addressOf('/data/', home), 'https://exempel.se/arkiv/data/');
  assert.equal(addressOf('/', home), 'https://exempel.se/arkiv/');
});

test('an address is from the host’s root where it is not', () => {
  assert.equal(addressOf('/data/', homeOf({ SITE_URL: '' })), '/data/');
  assert.equal(addressOf('/data/', homeOf({ BASE_PATH: '/arkiv/' })), '/arkiv/data/');
});

test('slashes around the base path make no difference', () => {
  for (const BASE_PATH of ['arkiv', '/arkiv', 'arkiv/', '/arkiv/', '//arkiv//']) {
    assert.equal(homeOf({ BASE_PATH }).base, '/arkiv/');
  }
  for (const BASE_PATH of ['', '/', undefined]) assert.equal(homeOf({ BASE_PATH }).base, '/');
});

test('an EU act has the identifier of its type, year and number; a Swedish act has none', () => {
  const eli = (kind: Parameters<typeof eliOf>[0]['kind'], number: string) => eliOf({ kind, number });
  assert.equal(eli('eu-regulation', '2016/679'), 'http://data.europa.eu/eli/reg/2016/679/oj');
  assert.equal(eli('eu-regulation', '910/2014'), 'http://data.europa.eu/eli/reg/2014/910/oj');
  assert.equal(eli('eu-regulation', '1303/2013'), 'http://data.europa.eu/eli/reg/2013/1303/oj');
  assert.equal(eli('eu-directive', '2022/2555'), 'http://data.europa.eu/eli/dir/2022/2555/oj');
  assert.equal(eli('act', '2017:725'), undefined);
  assert.equal(eli('eu-regulation', 'okänt'), undefined);
});

test('nobody is said to publish the archive where nobody has said so', () => {
  assert.equal(publisherOf({}), undefined);
});

test('one who gives a name must give what a catalogue cannot be without', () => {
  assert.throws(() => publisherOf({ PUBLISHER_NAME: 'Exempelverket' }), {
    message:
      'PUBLISHER_NAME är angivet, men PUBLISHER_TYPE, PUBLISHER_EMAIL saknas eller har fel form. README.md säger vad som ska stå där.',
  });
});
