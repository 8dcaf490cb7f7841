import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { coverage } from '../../src/archive/index.ts';
import { draftTitle } from '../fixtures/archive.ts';
import { openedSite } from './opened-site.ts';
import { asRead, textShownIn } from './page-text.ts';

/*
 * Lists of many: the made-up archive has more of everything than stands on one page.
 */

const site = await openedSite('provarkivet');
const { audits, recommendations, municipalities } = site.archive;

describe('The list of audits', () => {
  test('has fifty on its first page and the rest on its second', async () => {
    await using page = await site.open('/granskningar/');
    const rows = page.getByRole('main').locator('li:has(> div > a)');
    assert.equal(await rows.count(), 50);
    await page.getByRole('navigation', { name: 'Sidor' }).getByRole('link', { name: 'Nästa' }).click();
    assert.equal(page.url(), site.address('/granskningar/sida/2/'));
    await page.getByRole('heading', { level: 1, name: 'Granskningar, sida 2' }).waitFor();
    assert.equal(await rows.count(), audits.length - 50);
    assert.equal(
      await textShownIn(page.getByRole('navigation', { name: 'Sidor' })),
      'Föregående Sida 2 av 2',
    );
    await page.getByRole('link', { name: 'Föregående' }).click();
    assert.equal(page.url(), site.address('/granskningar/'));
  });

  test('has every published audit once, the newest first, under its year', async () => {
    const titles: string[] = [];
    const years: number[] = [];
    for (const path of ['/granskningar/', '/granskningar/sida/2/']) {
      await using page = await site.open(path);
      const main = page.getByRole('main');
      titles.push(...(await main.locator('li > div > a').allInnerTexts()).map(asRead));
      years.push(...(await main.getByRole('heading', { level: 2 }).allInnerTexts()).map(Number));
    }
    assert.deepEqual(
      titles,
      audits.map(({ title }) => title),
    );
    assert.deepEqual(
      years,
      years.toSorted((a, b) => b - a),
    );
    assert.equal(years[0], 2024);
  });

  test('has no third page', async () => {
    await using page = await site.blankPage();
    assert.equal((await page.goto(site.address('/granskningar/sida/2/')))?.status(), 200);
    assert.equal((await page.goto(site.address('/granskningar/sida/3/')))?.status(), 404);
    assert.equal((await page.goto(site.address('/granskningar/sida/1/')))?.status(), 404);
  });
});

describe('The list of recommendations', () => {
  test('has every recommendation once, on two pages', async () => {
    const texts: string[] = [];
    await using page = await site.open('/rekommendationer/');
    const links = page.getByRole('main').locator('li > div > a');
    texts.push(...(await links.allInnerTexts()));
    assert.equal(texts.length, 50);
    await page.getByRole('link', { name: 'Nästa' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rekommendationer, sida 2' }).waitFor();
    texts.push(...(await links.allInnerTexts()));
    assert.deepEqual(
      texts.map(asRead).toSorted(),
      recommendations.map(({ text }) => asRead(text.text)).toSorted(),
    );
  });
});

test('A short list has no page numbers', async () => {
  await using page = await site.open('/kommuner/');
  assert.equal(await page.getByRole('navigation', { name: 'Sidor' }).count(), 0);
});

describe('A draft', () => {
  test('is nowhere on the site', () => {
    const files = readdirSync(site.outDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:html|json|xml|txt|css)$/.test(name),
    );
    assert.ok(files.length > 100);
    const withDraft = files.filter((name) => {
      const text = readFileSync(join(site.outDir, name), 'utf8');
      return name.includes('utkast') || text.includes(draftTitle) || text.includes('2022-utkast');
    });
    assert.deepEqual(withDraft, []);
  });

  test('does not count: its board and topic have no audit', async () => {
    for (const path of ['/kommuner/exempelstad/exempelbostader/', '/amnen/rabarber/']) {
      await using page = await site.open(path);
      assert.match(await textShownIn(page.getByRole('region', { name: 'Granskningar' })), /Ingen granskning/);
    }
  });
});

describe('The page of what the archive covers', () => {
  const { covered, years, rows } = coverage(site.archive);

  test('counts the principals of each kind that have an audit', async () => {
    assert.deepEqual(covered, { municipalities: 2, regions: 1, federations: 1 });
    await using page = await site.open('/tackning/');
    const text = await textShownIn(page.getByRole('main'));
    assert.match(text, /Kommuner 2 av 290/);
    assert.match(text, /Regioner 1 av 21/);
    assert.match(text, /Kommunalförbund 1/);
    assert.match(text, new RegExp(`Granskningar ${audits.length}`));
  });

  test('has a number for each principal and year with an audit, that leads to it', async () => {
    await using page = await site.open('/tackning/');
    const table = page.getByRole('table', { name: /Antal granskningar/ });
    assert.equal(await table.getByRole('row').count(), rows.length + 1);
    assert.equal(await table.getByRole('columnheader').count(), years.length + 2);
    await table.getByRole('link', { name: 'Region Provet 2019: 1 granskning' }).click();
    assert.equal(page.url(), site.address('/granskningar/provregionen/2019-katalogpost/'));
    await page.goBack();
    await table.getByRole('link', { name: 'Exempelstad 2021: 2 granskningar' }).click();
    assert.equal(page.url(), site.address('/kommuner/exempelstad/#granskningar'));
  });

  test('says of each report what is unseen and what is lost', async () => {
    await using page = await site.open('/tackning/');
    const report = page.getByRole('listitem').filter({ hasText: 'Granskning av arkivvård & gallring' });
    const gaps = (await report.getByRole('listitem').allInnerTexts()).map(asRead);
    assert.equal(gaps[0], 'Ej sett: Bilaga 2, frågorna i enkäten · Bilden över arkivets våningar');
    assert.equal(gaps.filter((gap) => gap.startsWith('Ej sedd: ')).length, 2);
    assert.equal(gaps.filter((gap) => gap.startsWith('Förlorad i källan: ')).length, 3);
    await report
      .getByRole('link', { name: 'Förlorad i källan: en iakttagelse i 2.1 Arkivbeskrivning och ansvar' })
      .click();
    assert.equal(page.url(), site.address('/granskningar/exempelstad/2021-arkivvard/#f2'));
  });

  test('says of a report without known gaps that there are none', async () => {
    await using page = await site.open('/tackning/');
    const report = page.getByRole('listitem').filter({ hasText: 'Förbundets ekonomi' });
    assert.match(await textShownIn(report), /Inget uppges saknas\./);
  });
});

describe('The registers', () => {
  test('have every principal under its kind', async () => {
    await using page = await site.open('/kommuner/');
    for (const [kind, names] of [
      ['Kommuner', ['Exempelstad', 'Gamla Provköping', 'Provköping', 'Tomköping']],
      ['Regioner', ['Region Provet']],
      ['Kommunalförbund', ['Provförbundet']],
    ] as const) {
      const rows = page.getByRole('region', { name: kind, exact: true }).locator('li > div > a');
      assert.deepEqual((await rows.allInnerTexts()).map(asRead), names);
    }
    assert.equal(municipalities.length, 6);
  });

  test('say of what has no audit that the archive has seen none', async () => {
    await using page = await site.open('/kommuner/tomkoping/');
    assert.match(
      await textShownIn(page.getByRole('main')),
      /Arkivet har inte sett någon revisionsrapport om Tomköpings kommun\. Det säger inget om hur många som finns\./,
    );
  });

  test('have narrower topics under the wider', async () => {
    await using page = await site.open('/amnen/');
    const widest = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: 'Långtidslagring' })
      .first();
    assert.match(await textShownIn(widest), /^Arkiv .*Gallring.*Långtidslagring/);
  });
});

describe('The glossary', () => {
  test('has every term under its letter, in Swedish order', async () => {
    await using page = await site.open('/ordlista/');
    assert.deepEqual(await page.getByRole('term').allInnerTexts(), [
      'Bedömning',
      'Iakttagelse',
      'Årsredovisning',
    ]);
    assert.deepEqual((await page.getByRole('heading', { level: 2 }).allInnerTexts()).map(asRead), [
      'B',
      'I',
      'Å',
    ]);
  });

  test('leads from letter to term, and from term to term', async () => {
    await using page = await site.open('/ordlista/');
    await page.getByRole('navigation', { name: 'Bokstäver' }).getByRole('link', { name: 'Å' }).click();
    assert.ok(decodeURIComponent(page.url()).endsWith('#bokstav-å'));
    await page.getByRole('link', { name: 'Bedömning' }).click();
    assert.ok(page.url().endsWith('/ordlista/#bedomning'));
    assert.equal(await textShownIn(page.locator(':target')), 'Bedömning');
  });
});

describe('An address that leads nowhere', () => {
  for (const path of [
    '/finns-inte/',
    '/granskningar/exempelstad/1900-intet/',
    '/kommuner/exempelstad',
    '/rekommendationer/sida/9/',
  ]) {
    test(`shows a page that leads on: ${path}`, async () => {
      await using page = await site.blankPage();
      assert.equal((await page.goto(site.address(path)))?.status(), 404);
      await page.getByRole('heading', { level: 1, name: 'Sidan finns inte' }).waitFor();
      await page.getByRole('main').getByRole('link', { name: 'Granskningar' }).click();
      assert.equal(page.url(), site.address('/granskningar/'));
    });
  }
});
