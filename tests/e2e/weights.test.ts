import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { testSites } from './sites.ts';

/*
 * What a phone on a train has to fetch.
 */

/** Of HTML, before it is compressed. */
export const mostOfList = 150_000;
/** Of a report's page, compressed, with its styles and scripts and without fonts. */
export const mostOfReport = 60_000;

const isReport = /^granskningar\/[^/]+\/\d{4}-[^/]+\/index\.html$/;

for (const { name, outDir } of testSites) {
  describe(`In ${name}`, () => {
    const pages = readdirSync(outDir, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.html'),
    );

    test('no page but a report’s is of more than 150 kB of HTML', () => {
      const heavy = pages
        .filter((path) => !isReport.test(path) && !/^(?:guide|data)\//.test(path))
        .map((path) => [path, readFileSync(join(outDir, path)).length] as const)
        .filter(([, bytes]) => bytes > mostOfList);
      assert.deepEqual(heavy, []);
    });

    test('a report’s page comes in at most 60 kB with its styles and scripts, and needs no script', () => {
      const reports = pages.filter((path) => isReport.test(path));
      assert.ok(reports.length > 0);
      for (const path of reports) {
        const html = readFileSync(join(outDir, path), 'utf8');
        const linked = [...html.matchAll(/(?:href|src)="([^"]+\.(?:css|js))"/g)].map(
          ([, address = '']) => address,
        );
        const files = [...new Set(linked)].map((address) =>
          join(outDir, address.slice(address.indexOf('/_astro/'))),
        );
        const bytes = [html, ...files.map((file) => readFileSync(file))].reduce(
          (sum, text) => sum + gzipSync(text).length,
          0,
        );
        assert.ok(bytes <= mostOfReport, `${path}: ${bytes}`);
      }
    });
  });
}
