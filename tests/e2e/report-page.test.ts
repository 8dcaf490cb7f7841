import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openedSite } from './opened-site.ts';
import { isInView } from './page-places.ts';
import { asRead } from './page-text.ts';

/*
 * What a report's page does for its reader, on paths within the page.
 */

const archive = await openedSite('arkivet');
const madeUp = await openedSite('provarkivet');
const boras = '/granskningar/boras/2017-informationssakerhet/';
const lund = '/granskningar/lund/2018-behorighet/';
const full = '/granskningar/exempelstad/2021-arkivvard/';
const laptop = { viewport: { width: 1280, height: 800 } };
const tablet = { viewport: { width: 768, height: 900 } };

describe('The table of contents', () => {
  for (const [site, path] of [
    [archive, boras],
    [archive, lund],
    [madeUp, full],
  ] as const) {
    test(`leads to every heading of ${path}`, async () => {
      await using page = await site.open(path, laptop);
      const links = page.getByRole('navigation', { name: 'Innehåll' }).getByRole('link');
      const headings = page.getByRole('article').locator(':is(h2, h3)[id]');
      const fragments = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      assert.ok(fragments.length > 5);
      for (const fragment of fragments) {
        await page.getByRole('navigation', { name: 'Innehåll' }).locator(`a[href="${fragment}"]`).click();
        assert.ok(page.url().endsWith(fragment));
        assert.ok(await isInView(page.locator(fragment)), `${fragment} is not in view`);
      }
      const ids = await headings.evaluateAll((all) =>
        all.filter((each) => !each.matches('.visually-hidden, .summary h3')).map((each) => `#${each.id}`),
      );
      assert.deepEqual(
        ids.filter((id) => !fragments.includes(id)),
        [],
      );
    });
  }

  test('keeps its place beside the text on a wide screen', async () => {
    await using page = await archive.open(`${boras}#avsnitt-3`, laptop);
    const contents = page.getByRole('navigation', { name: 'Innehåll' });
    assert.ok(await isInView(contents));
  });

  test('is folded above the text on a narrow screen', async () => {
    await using page = await archive.open(boras, tablet);
    const contents = page.getByRole('navigation', { name: 'Innehåll' });
    assert.equal(await contents.isVisible(), false);
    await page.getByText('Innehåll', { exact: true }).filter({ visible: true }).click();
    await contents.getByRole('link', { name: '2.6 Incidenter' }).click();
    assert.ok(await isInView(page.locator('#avsnitt-2-6')));
  });
});

describe('A footnote', () => {
  for (const [site, path] of [
    [archive, boras],
    [archive, lund],
    [madeUp, full],
  ] as const) {
    test(`of ${path} is reached from its number, and leads back to it`, async () => {
      await using page = await site.open(path, tablet);
      const numbers = await page
        .locator('a.footnote-ref')
        .evaluateAll((all: HTMLAnchorElement[]) => all.map(({ id, hash }) => ({ id, note: hash })));
      const notes = await page.getByRole('note').count();
      if (site === madeUp) assert.equal(notes, 2);
      assert.ok(numbers.length >= notes);
      for (const { id, note } of numbers) {
        await page.locator(`#${id}`).click();
        assert.ok(page.url().endsWith(note));
        assert.ok(await isInView(page.locator(note)), `${note} is not in view`);
        await page.locator(`${note} a[href="#${id}"]`).click();
        assert.ok(await isInView(page.locator(`#${id}`)), `${id} is not in view`);
      }
    });
  }

  test('stands beside what it belongs to on a wide screen', async () => {
    await using page = await archive.open(boras, { viewport: { width: 1440, height: 900 } });
    const number = await page.locator('#fnref-5').boundingBox();
    const note = await page.locator('#fn-5').boundingBox();
    assert.ok(number && note);
    assert.ok(note.x > number.x + number.width);
    assert.ok(Math.abs(note.y - number.y) < 450);
  });
});

describe('A part of a report', () => {
  test('has a link to itself', async () => {
    await using page = await madeUp.open(full);
    for (const [id, name] of [
      ['f1', 'Länk till iakttagelse 1'],
      ['q1a', 'Länk till revisionsfråga 1.1'],
      ['r1', 'Länk till rekommendation A1'],
      ['s2', 'Länk till stickprovet 1 200 lådor'],
    ] as const) {
      const own = page.locator(`#${id}`).getByRole('link', { name, exact: true });
      assert.equal(await own.getAttribute('href'), `#${id}`);
    }
  });

  test('comes into view when its address is opened', async () => {
    for (const [path, fragment] of [
      [boras, '#f12'],
      [boras, '#r8'],
      [lund, '#q4'],
      [lund, '#avsnitt-4-5'],
    ] as const) {
      await using page = await archive.open(`${path}${fragment}`);
      assert.ok(await isInView(page.locator(fragment)), `${path}${fragment} is not in view`);
    }
  });

  test('has the number in its heading link to the section', async () => {
    await using page = await archive.open(boras);
    const section = page.getByRole('heading', { name: '2.5 Systemsäkerhet' });
    assert.equal(await section.getByRole('link', { name: '2.5' }).getAttribute('href'), '#avsnitt-2-5');
  });
});

test('A reader can cite a report by an address that is complete where the site knows where it lives', async () => {
  await using page = await madeUp.open(full);
  const address = `https://exempel.se/arkiv${full}`;
  const citing = page.getByRole('link', { name: address });
  assert.equal(await citing.getAttribute('href'), address);
  assert.match(
    asRead(await citing.locator('..').textContent()),
    /Granskning av arkivvård & gallring \(<5 % kvar\?\)/,
  );
});

test('A mention of a board or a system in the text leads to what the record holds on it', async () => {
  await using page = await madeUp.open(full);
  for (const [name, path] of [
    ['Kommunstyrelsen', '/kommuner/exempelstad/kommunstyrelsen/'],
    ['arkivnämnden', '/kommuner/exempelstad/arkivnamnden/'],
    ['Papyrus', '/system/papyrus/'],
    ['6 kap. 6 § EXL', '/kriterier/exempellagen/6-kap-6/'],
    ['artikel 5.1 f PRF', '/kriterier/provforordningen/art-5-1-f/'],
  ] as const) {
    const text = page.getByRole('paragraph').filter({ hasText: 'Arkiven i Exempelstad granskades' });
    const link = text.getByRole('link', { name, exact: true });
    assert.equal(await link.getAttribute('href'), `/arkiv${path}`);
  }
});
