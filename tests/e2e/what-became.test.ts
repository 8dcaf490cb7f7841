import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fewestForRate } from '../../src/archive/index.ts';
import { openedSite } from './opened-site.ts';
import { asRead, textShownIn } from './page-text.ts';

/*
 * What became of recommendations, as a reader meets it on a recommendation's own page, a municipality's and in the statistics. The
 * made-up archive has claims, verdicts, promises that moved, and what nobody has looked at.
 */

const madeUp = await openedSite('provarkivet');
const archive = await openedSite('arkivet');

describe('A recommendation’s page', () => {
  const history = '/granskningar/provkoping/2012-arsvis/r1/';

  test('tells what the body says and what auditors found in two voices, in order of time', async () => {
    await using page = await madeUp.open(history);
    const entries = page.getByRole('region', { name: 'Vad som hänt sedan' }).locator('ol > li');
    const [verdict = '', claim = ''] = (await entries.allInnerTexts()).map(asRead);
    assert.equal(await entries.count(), 2);
    assert.match(verdict, /^1 mars 2026 ”har inte genomförts” Ej åtgärdad Revisorerna i Uppföljning/);
    assert.match(claim, /^1 juni 2026 Kommunstyrelsen svarar Uppges åtgärdad/);
    const startOf = async (words: string) =>
      (await entries.locator(words).first().boundingBox())?.x ?? Number.NaN;
    assert.ok((await startOf('.voice > .who')) > (await startOf('.what > p')));
  });

  test('shows a later claim beside the verdict and never in its place', async () => {
    await using page = await madeUp.open(history);
    const text = await textShownIn(page.getByRole('main'));
    assert.match(text, /Ej åtgärdad Uppges åtgärdad, ej verifierat Kommunstyrelsen, 1 juni 2026, efter/);
    assert.match(text, /Senast prövad 1 mars 2026/);
  });

  test('leads from each event to its source', async () => {
    await using page = await madeUp.open(history);
    const story = page.getByRole('region', { name: 'Vad som hänt sedan' });
    const sources = await story
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
    for (const fragment of [/2024-uppfoljning\/#u\d+$/, /2012-arsvis\/#svar-2012-arsvis-/]) {
      const source = sources.find((address) => fragment.test(address));
      assert.ok(source, `${fragment} among ${sources.join(' ')}`);
      await page.goto(source);
      assert.equal(await page.locator(':target').count(), 1, source);
    }
  });

  test('says when a promise was moved, from when to when, and that its day has passed', async () => {
    await using page = await madeUp.open('/granskningar/provkoping/2019-arsvis/r1/');
    const text = await textShownIn(page.getByRole('main'));
    assert.match(text, /Ska vara klar 30 juni 2023, flyttat en gång, har passerat/);
    assert.match(text, /Slutdatum flyttat från 31 december 2021 till 30 juni 2023\./);
    assert.match(text, /Uppföljning väntad 2022, har inte kommit/);
  });

  test('says of what nobody has followed up that it is so, and not that nothing is done', async () => {
    await using page = await archive.open('/granskningar/boras/2017-informationssakerhet/r1/');
    const text = await textShownIn(page.getByRole('main'));
    assert.match(text, /Ej uppföljd Senast prövad Aldrig, såvitt arkivet vet/);
    assert.match(text, /Arkivet har varken något svar/);
  });
});

describe('A municipality’s page', () => {
  test('has what is not done first, then what is only said to be done, the promises that moved, and what is closed', async () => {
    await using page = await madeUp.open('/kommuner/provkoping/');
    const section = page.getByRole('region', { name: 'Rekommendationer' });
    const headings = (await section.getByRole('heading', { level: 3 }).allInnerTexts()).map(asRead);
    assert.deepEqual(
      headings.map((heading) => heading.replace(/: \d+$/, '')),
      ['Öppna', 'Uppges åtgärdade, aldrig prövade', 'Löften som flyttats', 'Avslutade av revisorerna'],
    );
    const text = await textShownIn(section);
    assert.match(text, /Öppna: \d+ .*?Skriv en plan för 2012\..*?Skriv en plan för 2001\./);
  });
});

describe('The statistics', () => {
  const pages = [
    '/statistik/',
    '/statistik/kommuner/',
    '/statistik/namnder/',
    '/statistik/amnen/',
    '/statistik/kriterier/',
  ];

  for (const path of pages) {
    test(`of ${path} have for every chart a name, a table and a file with all its rows`, async () => {
      await using page = await madeUp.open(path);
      const figures = page.locator('.figure');
      assert.ok((await figures.count()) > 0);
      for (const figure of await figures.all()) {
        const name = asRead(await figure.locator('figcaption').first().textContent());
        assert.ok(name, path);
        assert.equal(await figure.locator('figure > svg').count(), 1, name);
        const table = figure.locator('table');
        assert.equal(asRead(await table.locator('caption').textContent()), name);
        const file = await figure.getByRole('link', { name: /CSV/ }).getAttribute('href');
        const response = await page.request.get(new URL(file ?? '', page.url()).href);
        assert.equal(response.status(), 200, name);
        const firstCells = (await response.text())
          .trimEnd()
          .split(/\r?\n/)
          .map((row) => row.split(';')[0]);
        const shown = (await table.locator('tbody th').allTextContents()).map(asRead);
        assert.ok(shown.length > 0, name);
        assert.equal(firstCells.length - 1, shown.length, name);
      }
    });
  }

  test('give no share of fewer cases than carry one, but the cases', async () => {
    await using page = await madeUp.open('/statistik/');
    assert.ok(fewestForRate > 3);
    const text = await textShownIn(page.getByRole('main'));
    assert.match(text, /Bara 3 av 61 har prövats av en revisor\. Det är för få för att räkna ut en andel/);
    assert.doesNotMatch(text, /\d\s?%/);
    for (const year of [2010, 2012, 2014])
      assert.match(text, new RegExp(`De som har prövats.*Skriv en plan för ${year}\\.`));
  });

  test('count what is unknown as its own class, and say what is left out', async () => {
    await using page = await madeUp.open('/statistik/');
    const text = await textShownIn(page.getByRole('main'));
    assert.match(
      text,
      /Okänt 58 av 61 Arkivet har inte sett någon revisor ta upp dem\. Det betyder inte att inget är gjort\./,
    );
    await page.getByRole('region', { name: 'Vad som inte är med' }).waitFor();
  });

  test('rank nobody: municipalities stand in the order of the alphabet', async () => {
    await using page = await madeUp.open('/statistik/kommuner/');
    const names = (await page.locator('table').first().locator('tbody th').allTextContents()).map(asRead);
    assert.ok(names.length > 1);
    assert.deepEqual(names, names.toSorted(new Intl.Collator('sv').compare));
  });
});
