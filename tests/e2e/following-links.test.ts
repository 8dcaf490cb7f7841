import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright';
import { openedSite } from './opened-site.ts';
import { isInView } from './page-places.ts';
import { asRead } from './page-text.ts';

/*
 * A reader's ways through the archive, link by link.
 */

describe('In the archive', async () => {
  const site = await openedSite('arkivet');

  test('a reader goes from the start page to a report, to a section of it and to a finding', async () => {
    await using page = await site.open('/', { viewport: { width: 1280, height: 800 } });
    await page.getByRole('banner').getByRole('link', { name: 'Granskningar' }).click();
    // Two reports have the same title.
    await page.locator('main a[href$="/granskningar/boras/2017-informationssakerhet/"]').first().click();
    await heading(page, 'Granskning av informationssäkerhet');
    await page
      .getByRole('navigation', { name: 'Innehåll' })
      .getByRole('link', { name: '2.4 Personal' })
      .click();
    assert.ok(await isInView(page.locator('#avsnitt-2-4')));
    await page.getByRole('link', { name: 'Länk till iakttagelse 9', exact: true }).click();
    assert.match(page.url(), /#f9$/);
    assert.ok(await isInView(page.locator('#f9')));
    assert.match(asRead(await page.locator('#f9').textContent()), /en enda inloggning/);
  });

  test('the newest reports stand on the start page', async () => {
    await using page = await site.open('/');
    const newest = page.getByRole('region', { name: 'Senaste granskningarna' });
    for (const { title, path } of site.archive.audits.slice(0, 2)) {
      assert.equal(await newest.getByRole('link', { name: title }).getAttribute('href'), path);
    }
  });

  test('a municipality leads to its board, to boards of that type and to another municipality’s report', async () => {
    await using page = await site.open('/kommuner/');
    await follow(page, 'Borås');
    await follow(page, 'Vård- och äldrenämnden');
    await heading(page, 'Vård- och äldrenämnden');
    await follow(page, 'Vård- och omsorgsnämnd');
    await heading(page, 'Vård- och omsorgsnämnder');
    await page
      .getByRole('region', { name: 'Nämnder' })
      .getByRole('link', { name: 'Vård- och omsorgsnämnden' })
      .click();
    await heading(page, 'Vård- och omsorgsnämnden');
    await follow(page, 'Lunds kommun');
    await follow(page, 'Granskning av behörighet och åtkomst till IT-system med känsliga uppgifter');
    await heading(page, 'Granskning av behörighet och åtkomst till IT-system med känsliga uppgifter');
  });

  test('a board of one report leads to boards of the same type elsewhere', async () => {
    await using page = await site.open('/granskningar/boras/2017-informationssakerhet/');
    await follow(page, 'Vård- och äldrenämnden');
    await page
      .getByRole('region', { name: 'i andra kommuner' })
      .getByRole('link', { name: 'Vård- och omsorgsnämnden' })
      .click();
    assert.equal(page.url(), site.address('/kommuner/lund/vard-och-omsorgsnamnden/'));
  });

  test('a rule’s page has the report that cites it under its old number, and says so', async () => {
    await using page = await site.open('/kriterier/');
    await follow(page, 'Kommunallagen');
    await follow(page, '6 kap. 6 §');
    const audits = page.getByRole('region', { name: 'Granskningar' });
    await audits.getByRole('heading', { name: 'Åberopad som 6 kap. 7 § KL (1991:900)' }).waitFor();
    await audits.getByRole('link', { name: 'Granskning av informationssäkerhet' }).click();
    assert.equal(page.url(), site.address('/granskningar/boras/2017-informationssakerhet/'));
  });

  test('the old number leads to the new one, and back', async () => {
    await using page = await site.open('/kriterier/kl-1991/6-kap-7/');
    await follow(page, '6 kap. 6 § KL (2017:725)');
    assert.equal(page.url(), site.address('/kriterier/kl-2017/6-kap-6/'));
    await follow(page, '6 kap. 7 § KL (1991:900)');
    assert.equal(page.url(), site.address('/kriterier/kl-1991/6-kap-7/'));
  });

  test('a criterion leads to the finding that is measured against it', async () => {
    await using page = await site.open('/kriterier/osl/');
    await page
      .getByRole('region', { name: 'Iakttagelser' })
      .getByRole('link', { name: 'Genom säkerhetskopieringen kommer leverantören åt' })
      .click();
    assert.equal(page.url(), site.address('/granskningar/boras/2017-informationssakerhet/#f10'));
    assert.ok(await isInView(page.locator('#f10')));
  });

  test('a recommendation leads to its finding, to its report and to the next one', async () => {
    await using page = await site.open('/rekommendationer/');
    await follow(page, 'Ta reda på om anställda kan få två inloggningar i Viva.');
    await heading(page, 'Rekommendation 7');
    await page.getByRole('link', { name: 'Länk till iakttagelse 9', exact: true }).click();
    assert.equal(page.url(), site.address('/granskningar/boras/2017-informationssakerhet/#f9'));
    await page.goBack();
    await page.getByRole('link', { name: 'Alla 16 rekommendationer i rapporten' }).click();
    assert.equal(
      page.url(),
      site.address('/granskningar/boras/2017-informationssakerhet/#del-rekommendationer'),
    );
    await page.goBack();
    await page
      .getByRole('region', { name: 'I samma rapport' })
      .getByRole('link', { name: 'Rekommendation 8' })
      .click();
    await heading(page, 'Rekommendation 8');
    await page
      .getByRole('navigation', { name: 'Du är här' })
      .getByRole('link', { name: 'Granskning av' })
      .click();
    assert.equal(page.url(), site.address('/granskningar/boras/2017-informationssakerhet/'));
  });

  test('a system, a topic and an auditor lead to the reports about them', async () => {
    for (const [register, thing, report] of [
      ['/system/', 'Viva', 'Granskning av informationssäkerhet'],
      ['/amnen/', 'Säkerhetskopiering', 'Granskning av informationssäkerhet'],
      ['/revisorer/', 'EY', 'Granskning av behörighet och åtkomst till IT-system med känsliga uppgifter'],
    ] as const) {
      await using page = await site.open(register);
      await follow(page, thing);
      await heading(page, thing);
      await follow(page, report);
      await heading(page, report);
    }
  });

  test('the start page counts what the archive holds, and every count leads to it', async () => {
    const { audits, recommendations } = site.archive;
    await using page = await site.open('/');
    const main = page.getByRole('main');
    for (const [count, path] of [
      [`${audits.length} granskningar`, '/granskningar/'],
      [`${recommendations.length} rekommendationer`, '/rekommendationer/'],
    ] as const) {
      assert.equal(
        await main.getByRole('link', { name: count, exact: true }).first().getAttribute('href'),
        path,
      );
    }
  });
});

describe('Below a sub-path', async () => {
  const site = await openedSite('provarkivet');

  test('the site’s name and its navigation lead within the sub-path', async () => {
    await using page = await site.open('/granskningar/exempelstad/2021-arkivvard/');
    for (const name of [
      'Granskningsarkivet',
      'Rekommendationer',
      'Kommuner',
      'Kriterier',
      'Ämnen',
      'Ordlista',
      'Om',
    ]) {
      await page.getByRole('banner').getByRole('link', { name, exact: true }).click();
      assert.ok(page.url().startsWith(site.address('/')), page.url());
      assert.notEqual(await page.title(), 'Sidan finns inte – Granskningsarkivet');
    }
  });

  test('a municipality leads to its board, to boards of that type and to another municipality’s report', async () => {
    await using page = await site.open('/kommuner/');
    await follow(page, 'Exempelstad');
    await follow(page, 'Socialnämnden');
    await follow(page, 'Socialnämnd');
    await follow(page, 'Individ- och familjenämnden');
    await follow(page, 'Uppföljning av den interna kontrollen 2007');
    assert.equal(page.url(), site.address('/granskningar/provkoping/2007-arsvis/'));
  });

  test('a section’s page leads to a finding, a recommendation and reports under its old number', async () => {
    await using page = await site.open('/kriterier/exempellagen/6-kap-6/');
    const findings = page.getByRole('region', { name: 'Iakttagelser' });
    await findings.getByRole('link', { name: 'Arkivbeskrivningen är från 2004.' }).click();
    assert.equal(page.url(), site.address('/granskningar/exempelstad/2021-arkivvard/#f1'));
    await page.goBack();
    const older = page
      .getByRole('region', { name: 'Granskningar' })
      .getByRole('listitem')
      .filter({ hasText: 'Provköpings kommun 2003' });
    await older.getByRole('link').click();
    assert.equal(page.url(), site.address('/granskningar/provkoping/2003-arsvis/'));
  });

  test('a board has the recommendations of the board that it succeeded, and says whose they were', async () => {
    await using page = await site.open('/kommuner/exempelstad/arkivnamnden/');
    const recommendations = page.getByRole('region', { name: 'Rekommendationer' });
    const inherited = recommendations.getByRole('listitem').filter({ hasText: 'Skriv en plan för 2001.' });
    await inherited.getByText('Pappersnämnden').waitFor();
    await inherited.getByRole('link', { name: 'Skriv en plan för 2001.' }).click();
    assert.equal(page.url(), site.address('/granskningar/exempelstad/2001-arsvis/r1/'));
  });

  test('a municipality leads to the one that it became part of', async () => {
    await using page = await site.open('/kommuner/gamla-provkoping/');
    await follow(page, 'Provköpings kommun');
    assert.equal(page.url(), site.address('/kommuner/provkoping/'));
  });
});

/** Follows the first link on the page with these words. */
async function follow(page: Page, words: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: words, exact: true }).first().click();
}

/** Is met when the page has this for its heading. */
async function heading(page: Page, words: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: words, exact: true }).waitFor();
}
