import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openedSite } from './opened-site.ts';
import { asRead } from './page-text.ts';

const site = await openedSite('provarkivet');
const report = '/granskningar/exempelstad/2021-arkivvard/';

describe('An address that has moved', () => {
  test('leads on, also where the host only serves files', async () => {
    await using page = await site.open('/granskningar/exempelstad/2021-arkiv/');
    await page.waitForURL(site.address(report));
    await page.getByRole('heading', { level: 1, name: /Granskning av arkivvård/ }).waitFor();
  });

  test('tells those who are not led on, and search engines, where to', async () => {
    const html = readFileSync(join(site.outDir, 'granskningar/exempelstad/2021-arkiv/index.html'), 'utf8');
    assert.match(
      html,
      /<link rel="canonical" href="https:\/\/exempel\.se\/arkiv\/granskningar\/exempelstad\/2021-arkivvard\/">/,
    );
    assert.match(html, /<a href="\/arkiv\/granskningar\/exempelstad\/2021-arkivvard\/">/);
  });
});

describe('A page that is gone', () => {
  test('says what it was, when it was taken away and why', async () => {
    await using page = await site.open('/granskningar/exempelstad/1999-rabarber/');
    assert.equal(
      asRead(await page.getByRole('main').textContent()),
      'Borttagen Det som fanns på den här sidan togs bort den 5 mars 2024. Här fanns: Granskning av rabarber Varför Rapporten handlade om en annan kommun. Den finns hos den som gav ut den. Alla ändringar i arkivet',
    );
    assert.equal(await page.locator('meta[name=robots]').getAttribute('content'), 'noindex');
  });

  test('to protect personal data says so, and not what it was', async () => {
    await using page = await site.open('/granskningar/exempelstad/2000-anstallda/');
    const text = (await page.getByRole('main').textContent()) ?? '';
    assert.match(text, /Det togs bort för att skydda personuppgifter\./);
    assert.doesNotMatch(text, /Här fanns/);
  });

  test('is in no sitemap, and neither is one that has moved', () => {
    const sitemap = readFileSync(join(site.outDir, 'sitemap.xml'), 'utf8');
    assert.doesNotMatch(sitemap, /1999-rabarber|2000-anstallda|2021-arkiv\//);
    assert.match(sitemap, /2021-arkivvard\//);
  });
});

describe('All changes', () => {
  test('stand on one page, the newest first, each with what it was', async () => {
    await using page = await site.open('/andringar/');
    const rows = (await page.locator('.changes > li').allInnerTexts()).map(asRead);
    assert.deepEqual(
      rows.map((row) => row.slice(0, 45)),
      [
        '1 april 2024 Borttagen sida /granskningar/exe',
        '5 mars 2024 Borttagen sida Granskning av raba',
        '15 januari 2023 Rättelse Granskning av arkivv',
        '1 juni 2022 Maskning Granskning av arkivvård ',
        '1 maj 2022 Komplettering Granskning av arkivv',
        '1 mars 2022 Rättelse Granskning av arkivvård ',
      ],
    );
    assert.match(rows.at(-1) ?? '', /Före 1 300 lådor Efter 1 200 lådor/);
  });

  test('can be followed in a feed', () => {
    const feed = readFileSync(join(site.outDir, 'andringar/atom.xml'), 'utf8');
    assert.equal(feed.match(/<entry>/g)?.length, 6);
    assert.match(feed, /<title>Maskning: Exempelstad: Granskning av arkivvård/);
  });

  test('are in the report’s data too, with its digest and when it was published', () => {
    const data = JSON.parse(readFileSync(join(site.outDir, report, 'index.json'), 'utf8'));
    assert.deepEqual(
      data.corrections.map(({ kind }: { readonly kind: string }) => kind),
      ['correction', 'supplement', 'redaction', 'correction'],
    );
    assert.deepEqual(data.corrections[0].changes[0], {
      at: 'avsnitt 2',
      before: '1 300 lådor',
      after: '1 200 lådor',
    });
    const audit = site.archive.audits.find(({ path }) => path === report);
    assert.equal(data.digest, audit?.digest);
    assert.equal(data.firstPublished, site.archive.publishedTexts.get(audit?.id ?? '')?.first);
  });
});

describe('A reference', () => {
  test('stands ready on the report’s page, which needs no script for it', async () => {
    await using page = await site.open(report, { javaScriptEnabled: false });
    await page
      .locator('[data-citation]')
      .getByText(/^Exempelrevisorerna \(2022\): .* Granskningsarkivet, version \d{4}-\d{2}-\d{2}\. https/)
      .waitFor();
  });

  test('is copied by a button on the page of all references, where the browser can copy', async () => {
    await using page = await site.open(`${report}citera/`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const citation = page.locator('[data-citation]').first();
    await citation.getByRole('button', { name: /^Kopiera/ }).click();
    await citation.getByText('Kopierad').waitFor();
    assert.match(
      await page.evaluate(() => navigator.clipboard.readText()),
      /^Exempelrevisorerna \(2022\): Granskning av arkivvård & gallring \(<5 % kvar\?\)\. Granskningsarkivet, version \d{4}-\d{2}-\d{2}\. https:\/\/exempel\.se\/arkiv\/granskningar\/exempelstad\/2021-arkivvard\/$/,
    );
    await using plain = await site.open(`${report}citera/`, { javaScriptEnabled: false });
    assert.equal(await plain.getByRole('button', { name: /^Kopiera/ }).count(), 0);
    await plain
      .getByText(/version \d{4}-\d{2}-\d{2}\. https/)
      .first()
      .waitFor();
  });

  test('can be had as a file for reference managers, without scripts', async () => {
    await using page = await site.open(report, { javaScriptEnabled: false });
    for (const [format, name, start] of [
      ['BibTeX', 'exempelstad-2021-arkivvard.bib', '@techreport{exempelstad-2021-arkivvard,'],
      ['RIS', 'exempelstad-2021-arkivvard.ris', 'TY  - RPRT'],
      ['CSL-JSON', 'exempelstad-2021-arkivvard.json', '[\n  {\n    "id": "exempelstad-2021-arkivvard"'],
    ] as const) {
      const coming = page.waitForEvent('download');
      await page.locator('[data-citation]').getByRole('link', { name: format }).click();
      const download = await coming;
      assert.equal(download.suggestedFilename(), name);
      assert.ok(readFileSync(await download.path(), 'utf8').startsWith(start), format);
    }
  });

  test('to each finding and recommendation stands on a page of the report’s', async () => {
    await using page = await site.open(`${report}citera/`);
    const audit = site.archive.audits.find(({ path }) => path === report);
    const parts = (audit?.findings.length ?? 0) + (audit?.recommendations.length ?? 0);
    assert.equal(await page.locator('[data-citation]').count(), 1 + parts);
    const second = await page
      .locator('#iakttagelser + * li, [aria-labelledby=iakttagelser] li')
      .nth(1)
      .textContent();
    assert.match(
      asRead(second),
      /^Iakttagelse 2 .*, iakttagelse 2\. Granskningsarkivet, version .*2021-arkivvard\/#f2/,
    );
  });

  test('is in the page’s head, for those who save it with one click', async () => {
    await using page = await site.open(`${report}r1/`);
    assert.match(
      (await page.locator('meta[name=citation_title]').getAttribute('content')) ?? '',
      /^Granskning av arkivvård & gallring \(<5 % kvar\?\), rekommendation /,
    );
    assert.equal(await page.locator('meta[name=citation_technical_report_institution]').count(), 1);
    assert.equal(await page.locator('meta[name="DC.title"]').count(), 1);
  });
});
