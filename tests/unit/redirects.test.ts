import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nginxRules, redirectPage, redirectsFile } from '../../src/redirects/index.ts';
import type { PlainDate } from '../../src/schemas/index.ts';

const moved = {
  redirects: [{ from: '/granskningar/a/', to: '/granskningar/b/' }],
  tombstones: [{ address: '/granskningar/c/' }, { address: '/granskningar/b/#f1' }],
};

describe('What hosts are told of addresses without a page', () => {
  test('nginx sends 301 and 410, and the tombstone with the latter', () => {
    assert.equal(
      nginxRules(moved),
      'location = "/granskningar/a/" { return 301 "/granskningar/b/"; }\n' +
        'location = "/granskningar/c/" { error_page 410 "/granskningar/c/index.html"; return 410; }\n',
    );
  });

  test('Netlify and Cloudflare send 301, and are told no more lines than the latter takes', () => {
    assert.equal(redirectsFile(moved), '/granskningar/a/ /granskningar/b/ 301\n');
    const many = Array.from({ length: 3000 }, (_, index) => ({ from: `/a/${index}/`, to: '/b/' }));
    assert.equal(redirectsFile({ redirects: many, tombstones: [] }).trimEnd().split('\n').length, 2000);
  });

  test('all do so below a sub-path, and nothing where nothing has moved', () => {
    for (const rules of [nginxRules, redirectsFile]) {
      assert.match(rules(moved, '/arkiv/'), /\/arkiv\/granskningar\/a\/.*\/arkiv\/granskningar\/b\//);
      assert.equal(rules({ redirects: [], tombstones: [] }), '');
    }
  });
});

test('a page that leads on does so without scripts, and says where to readers and search engines', () => {
  const html = redirectPage(
    { from: '/a/', to: '/b/"><script>', date: '2026-02-01' as PlainDate },
    { fromRoot: (path) => `/arkiv${path}`, whole: (path) => `https://exempel.se/arkiv${path}` },
  );
  assert.match(html, /<meta http-equiv="refresh" content="0; url=\/arkiv\/b\/&quot;>&lt;script>">/);
  assert.match(html, /<link rel="canonical" href="https:\/\/exempel\.se\/arkiv\/b\//);
  assert.match(html, /<html lang="sv">/);
  assert.match(html, /Sedan den 1 februari 2026 finns den här: <a href="\/arkiv\/b\//);
  assert.doesNotMatch(html, /<script/);
});
