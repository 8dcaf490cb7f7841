import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { trackerOf } from '../../src/components/tracker/lists.ts';
import { openedSite } from './opened-site.ts';
import { isInView } from './page-places.ts';
import { asRead } from './page-text.ts';

/*
 * The tracker of recommendations, as linked lists and with its script. The made-up archive lives below a sub-path.
 */

const archive = await openedSite('arkivet');
const madeUp = await openedSite('provarkivet');
const { all, lists } = trackerOf(madeUp.archive);
const total = all.recommendations.length;
const overview = '/rekommendationer/';
const unscripted = { javaScriptEnabled: false };

const rowsShown = (page: Page) => page.locator('.tracker-row').filter({ visible: true });
const firstTitle = async (page: Page) =>
  asRead(await rowsShown(page).first().locator('.title').textContent());
const status = (page: Page) => page.getByRole('status');
const choose = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true }).check();
const unfold = (page: Page, facet: string) =>
  page.getByRole('form').locator('summary').filter({ hasText: facet }).click();

/** What the live region says once it says something like this. */
async function saying(page: Page, words: RegExp): Promise<string> {
  await status(page).filter({ hasText: words }).waitFor({ timeout: 5000 });
  return asRead(await status(page).textContent());
}

async function totalIn(page: Page): Promise<number> {
  return Number(
    /^([\d ]+) rekommendation/.exec(await saying(page, /rekommendation/))?.[1]?.replaceAll(' ', ''),
  );
}

describe('Without scripts the tracker', () => {
  test('has no form, and links every state that something is in, with how many', async () => {
    await using page = await madeUp.open(overview, unscripted);
    assert.equal(await page.getByRole('form').count(), 0);
    const choices = page.getByRole('navigation', { name: 'Välj bland rekommendationerna' });
    const states = choices.getByRole('list').first().getByRole('listitem');
    assert.deepEqual(
      (await states.allInnerTexts()).map(asRead),
      lists.status
        .filter(({ recommendations }) => recommendations.length > 0)
        .map(({ label, recommendations }) => `${label} ${recommendations.length}`),
    );
  });

  test('names the states that nothing is in without linking them, and their pages say so', async () => {
    await using page = await madeUp.open(overview, unscripted);
    assert.match(asRead(await page.getByRole('main').textContent()), /Ännu ingen: .*pågår.*inaktuell\./);
    assert.equal(await page.getByRole('main').getByRole('link', { name: 'Inaktuell' }).count(), 0);
    await page.goto(madeUp.address('/rekommendationer/status/inaktuell/'));
    assert.match(
      asRead(await page.getByRole('main').textContent()),
      /Ännu står ingen rekommendation i arkivet så\./,
    );
  });

  for (const way of ['status', 'kommun', 'namndtyp', 'ar'] as const) {
    test(`has as many on each list of ${way} as the links to it say, on pages of fifty`, async () => {
      await using page = await madeUp.blankPage(unscripted);
      for (const { path, recommendations } of lists[way]) {
        await page.goto(madeUp.address(path));
        assert.equal(await rowsShown(page).count(), Math.min(50, recommendations.length), path);
        if (recommendations.length > 50) await page.getByRole('link', { name: 'Nästa' }).waitFor();
      }
    });
  }

  test('leads from a list’s states to where each begins', async () => {
    await using page = await madeUp.open('/rekommendationer/kommun/provkoping/', unscripted);
    await page
      .getByRole('navigation', { name: 'I listan' })
      .getByRole('link', { name: 'Delvis åtgärdad' })
      .click();
    assert.equal(page.url(), madeUp.address('/rekommendationer/kommun/provkoping/#delvis'));
    assert.ok(await isInView(page.locator('#delvis')));
  });

  test('shows a verdict on a whole report beside its recommendations, which stay as they were', async () => {
    await using page = await madeUp.open('/rekommendationer/kommun/provkoping/', unscripted);
    const row = rowsShown(page).filter({ hasText: 'Skriv en plan för 2016.' });
    const text = asRead(await row.textContent());
    assert.match(text, /Rekommendationerna samlat mars 2026|Rekommendationerna samlat 1 mars 2026/);
    assert.match(text, /”inte helt har vidtagit åtgärder”/);
    assert.match(text, /Ej uppföljd/);
  });

  test('has in each row whom it is to, how strongly, where, since when, and what has been said of it', async () => {
    await using page = await madeUp.open('/rekommendationer/kommun/provkoping/', unscripted);
    const textOf = async (title: string) =>
      asRead(await rowsShown(page).filter({ hasText: title }).textContent());
    const notDone = await textOf('Skriv en plan för 2012.');
    assert.match(notDone, /bör · Kommunstyrelsen/);
    assert.match(notDone, /Provköping 2012 · Uppföljning av den interna kontrollen 2012/);
    assert.match(notDone, /Ej åtgärdad.*1 mars 2026.*Uppges åtgärdad, ej verifierat.*12–13 år/);
    assert.match(
      await textOf('Skriv en plan för 2019.'),
      /Uppges pågå, ej verifierat.*30 juni 2023.*flyttat en gång/,
    );
  });

  test('takes a councillor from the start page to what boards were told and had not done in three clicks', async () => {
    await using page = await archive.open('/', unscripted);
    await page.getByRole('banner').getByRole('link', { name: 'Rekommendationer' }).click();
    await page.locator('summary', { hasText: 'Kommun' }).filter({ visible: true }).click();
    await page.getByRole('main').getByRole('link', { name: 'Uppsala', exact: true }).click();
    const followedUp = page.getByRole('region', { name: 'Granskningar som har följts upp' });
    const rows = (await followedUp.getByRole('listitem').allInnerTexts()).map(asRead);
    assert.equal(rows.length, 4);
    assert.match(
      rows[0] ?? '',
      /bisysslor.*Uppsala 2019.*Kommunstyrelsen.*”ej har vidtagit åtgärder” Ej åtgärdad.*2023/,
    );
  });
});

describe('What Uppsala’s boards were told in 2019–2021 and had not done by 2023', () => {
  const followUps = [
    /bisysslor.*2019.*Kommunstyrelsen.*”ej har vidtagit åtgärder” Ej åtgärdad.*2023/,
    /klimatanpassning.*2020.*Plan- och byggnadsnämnden.*”inte helt har vidtagit åtgärder” Delvis åtgärdad.*2023/,
    /kompetensförsörjning.*2020.*Utbildningsnämnden.*”inte helt har vidtagit åtgärder” Delvis åtgärdad.*2023/,
    /VA-försörjning.*2021.*Kommunstyrelsen.*”inte helt har vidtagit åtgärder” Delvis åtgärdad.*2023/,
  ];
  const assertTold = async (rows: readonly string[]) => {
    assert.equal(rows.length, followUps.length);
    for (const words of followUps) {
      assert.ok(
        rows.some((row) => words.test(asRead(row))),
        String(words),
      );
    }
  };

  test('is one click from the start page, on the municipality’s own', async () => {
    await using page = await archive.open('/');
    await page.getByRole('main').getByRole('link', { name: 'Uppsala', exact: true }).click();
    const told = page.getByRole('region', { name: 'Uppföljningar' });
    await assertTold(await told.getByRole('listitem').allInnerTexts());
  });

  test('is three clicks and a link away where scripts combine conditions', async () => {
    await using page = await archive.open('/');
    await page.getByRole('banner').getByRole('link', { name: 'Rekommendationer' }).click();
    await unfold(page, 'Kommun');
    await choose(page, 'Uppsala');
    assert.equal(await saying(page, /rekommendation/), '7 rekommendationer.');
    await page
      .getByText('Hela granskningar har också följts upp')
      .getByRole('link', { name: 'Uppsala' })
      .click();
    const told = page.getByRole('region', { name: 'Granskningar som har följts upp' });
    await assertTold(await told.getByRole('listitem').allInnerTexts());
  });
});

describe('The list of follow-ups', () => {
  test('has every verdict under the report that gave it, at its level and with its words', async () => {
    await using page = await madeUp.open('/rekommendationer/uppfoljningar/');
    const rows = (await page.locator('.follow-up-row').allInnerTexts()).map(asRead);
    assert.equal(rows.length, madeUp.archive.followUps.length);
    for (const words of [
      /Rekommendation.*”har genomförts” Åtgärdad/,
      /Rekommendationerna samlat.*Kommunstyrelsen.*”inte helt har vidtagit åtgärder” Delvis åtgärdad/,
      /Iakttagelse 1.*”kvarstår” Ej uppfyllt/,
      /Granskning av bisysslor.*1999.*finns inte i arkivet.*”samma bedömning” Ej åtgärdad/,
    ]) {
      assert.ok(
        rows.some((row) => words.test(row)),
        String(words),
      );
    }
    await page.getByRole('heading', { level: 2, name: 'Uppföljning av tidigare granskningar' }).waitFor();
    assert.ok(await page.getByRole('link', { name: 'provkoping.exempel.se' }).isVisible());
  });

  test('leads to the verdict’s place in that report', async () => {
    await using page = await madeUp.open('/rekommendationer/uppfoljningar/');
    await page.getByRole('link', { name: 'Omdömet i rapporten' }).first().click();
    assert.match(page.url(), /\/granskningar\/provkoping\/2024-uppfoljning\/#u\d$/);
  });
});

describe('With its script the tracker', () => {
  test('fetches nothing until it is used, and then the table once', async () => {
    await using page = await madeUp.blankPage();
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'fetch') fetched.push(new URL(request.url()).pathname);
    });
    await page.goto(madeUp.address(overview), { waitUntil: 'networkidle' });
    assert.deepEqual(fetched, []);
    await unfold(page, 'Kommun');
    await choose(page, 'Provköping');
    await totalIn(page);
    assert.equal(fetched.filter((path) => path === '/arkiv/rekommendationer/tabell.json').length, 1);
  });

  test('takes values of a condition as either, and conditions as all', async () => {
    await using page = await madeUp.open(overview);
    await choose(page, 'Ej åtgärdad');
    assert.equal(await totalIn(page), 1);
    await choose(page, 'Delvis åtgärdad');
    await page.waitForURL(/delvis/);
    assert.equal(await saying(page, /^2\s/), '2 rekommendationer.');
    await unfold(page, 'Kommun');
    const exempelstad = page.getByRole('checkbox', { name: 'Exempelstad', exact: true });
    await exempelstad.waitFor();
    assert.ok(await exempelstad.isDisabled());
    await choose(page, 'Provköping');
    await page.waitForURL(/kommun=provkoping/);
    assert.equal(new URL(page.url()).search, '?status=ej-atgardad,delvis&kommun=provkoping');
    assert.equal(await rowsShown(page).count(), 2);
  });

  test('has beside each choice what it would show', async () => {
    await using page = await madeUp.open(`${overview}?kommun=provkoping`);
    await totalIn(page);
    const states = page.getByRole('form').getByRole('group', { name: 'Status' }).getByRole('listitem');
    const counts = (await states.allInnerTexts()).map((text) => Number(/(\d+)$/.exec(asRead(text))?.[1]));
    assert.ok(counts.filter((count) => count > 0).length >= 5);
    for (const [index, count] of counts.entries()) {
      const box = states.nth(index).getByRole('checkbox');
      if (count === 0) {
        assert.ok(await box.isDisabled());
        continue;
      }
      await box.check();
      assert.equal(asRead(await saying(page, new RegExp(`^${count}\\s`))).split(' ')[0], String(count));
      await box.uncheck();
      await saying(
        page,
        new RegExp(`^${lists.kommun.find(({ slug }) => slug === 'provkoping')?.recommendations.length}\\s`),
      );
    }
  });

  test('finds what is said to be done and not verified, also after a verdict', async () => {
    await using page = await madeUp.open(overview);
    await choose(page, 'Uppges gjort, ej verifierat, även efter ett omdöme');
    assert.equal(await totalIn(page), 2);
    const titles = (await rowsShown(page).locator('.title').allInnerTexts()).map(asRead);
    assert.deepEqual(titles, ['Skriv en plan för 2012.', 'Skriv en plan för 2018.']);
  });

  test('sorts by age, newest and last checked', async () => {
    await using page = await madeUp.open(overview);
    const sorted = async (order: string) => {
      await page.getByRole('combobox', { name: 'Ordning' }).selectOption({ label: order });
      await page.waitForURL(/sortera=/);
      await totalIn(page);
    };
    await sorted('Äldst först');
    assert.match(await firstTitle(page), /2001/);
    await sorted('Senast prövade först');
    await page.waitForFunction(() =>
      /2010/.test(document.querySelector('.result .title')?.textContent ?? ''),
    );
    await sorted('Nyast först');
    await page.waitForFunction(() =>
      /2024/.test(document.querySelector('.result .title')?.textContent ?? ''),
    );
    assert.match(page.url(), /\?sortera=nyast$/);
  });

  test('goes back and forward through choices, and opens a choice from its address', async () => {
    await using page = await madeUp.open(overview);
    await choose(page, 'Ej åtgärdad');
    await saying(page, /^1\s/);
    await unfold(page, 'År');
    await choose(page, '2012');
    await page.waitForURL(/ar=2012/);
    await page.goBack();
    assert.equal(new URL(page.url()).search, '?status=ej-atgardad');
    assert.equal(await page.getByRole('checkbox', { name: '2012', exact: true }).isChecked(), false);
    await page.goBack();
    await saying(page, new RegExp(`^${total}\\s`));
    assert.equal(await rowsShown(page).count(), 50);
    await page.goForward();
    await saying(page, /^1\s/);
    await using linked = await madeUp.open(`${overview}?status=ej-atgardad`);
    assert.equal(await totalIn(linked), 1);
    assert.ok(await linked.getByRole('checkbox', { name: 'Ej åtgärdad', exact: true }).isChecked());
    assert.equal(await firstTitle(linked), 'Skriv en plan för 2012.');
  });

  test('shows more in steps, keeps focus and place, and is as it was after a look at a row', async () => {
    await using page = await madeUp.open(`${overview}?sortera=aldst`);
    assert.match(await saying(page, /de första/), /^\d+ rekommendationer, de första 50 visas\.$/);
    await page.getByRole('button', { name: 'Visa fler' }).click();
    await page.waitForFunction(
      (count) => document.querySelectorAll('.result .tracker-row').length === count,
      total,
    );
    const focused = page.locator(':focus');
    assert.ok(await focused.evaluate((link) => link === document.querySelectorAll('.result .title')[50]));
    assert.equal(await page.getByRole('button', { name: 'Visa fler' }).isVisible(), false);
    await focused.click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goBack();
    await page.waitForFunction(
      (count) => document.querySelectorAll('.result .tracker-row').length === count,
      total,
    );
  });

  test('names its conditions, takes one away, and clears them all', async () => {
    await using page = await madeUp.open(`${overview}?status=ej-atgardad,delvis&kommun=provkoping`);
    await saying(page, /^2\s/);
    await page.getByRole('button', { name: 'Ta bort villkoret Ej åtgärdad' }).click();
    await saying(page, /^1\s/);
    assert.equal(
      await page.locator(':focus').getAttribute('aria-label'),
      'Ta bort villkoret Delvis åtgärdad',
    );
    await page.getByRole('button', { name: 'Rensa' }).click();
    await saying(page, new RegExp(`^${total}\\s`));
    assert.equal(page.url(), madeUp.address(overview));
    assert.equal(await rowsShown(page).count(), 50);
  });

  test('says of an address with something it does not know that it does not count', async () => {
    await using page = await madeUp.open(`${overview}?kommun=rabarberstad&status=delvis`);
    assert.match(await saying(page, /^1\s/), /”rabarberstad”, som arkivet inte känner/);
  });

  test('says that nothing answers to the conditions, and to take one away', async () => {
    await using page = await madeUp.open(`${overview}?kommun=exempelstad&status=delvis`);
    assert.match(
      await saying(page, /Ingen/),
      /Ingen rekommendation i arkivet motsvarar villkoren\. Ta bort något av dem\./,
    );
    assert.equal(await rowsShown(page).count(), 0);
  });

  test('leads from a list on to further conditions, with the list’s own chosen', async () => {
    await using page = await madeUp.open('/rekommendationer/kommun/provkoping/');
    await page.getByRole('link', { name: 'Välj på fler sätt' }).click();
    assert.equal(page.url(), madeUp.address(`${overview}?kommun=provkoping`));
    await page.getByRole('button', { name: 'Ta bort villkoret Provköping' }).waitFor();
  });

  test('is used with the keyboard alone', async () => {
    await using page = await madeUp.open(overview);
    await page.getByRole('form').locator('summary').filter({ hasText: 'Ämne' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Arkiv', exact: true }).waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await page.locator(':focus').getAttribute('value'), 'arkiv');
    await page.keyboard.press('Space');
    await page.waitForURL(/amne=arkiv/);
    await totalIn(page);
    assert.equal(await page.locator(':focus').getAttribute('value'), 'arkiv');
  });

  for (const width of [320, 768, 1280]) {
    test(`is no wider than ${width} pixels with a condition unfolded, and axe finds nothing wrong`, async () => {
      await using page = await madeUp.open(`${overview}?kommun=provkoping&status=ej-uppfoljd`, {
        viewport: { width, height: 800 },
      });
      await totalIn(page);
      await unfold(page, 'Nämndtyp');
      await page.getByRole('checkbox', { name: 'Kommunstyrelse', exact: true }).waitFor();
      assert.ok(
        await page.evaluate(
          () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        ),
      );
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        [],
      );
    });
  }
});

describe('Where the tracker’s data fails to come', () => {
  test('it says so, shows the whole list, and tries again when asked', async () => {
    await using page = await madeUp.blankPage();
    await page.route('**/tabell.json', (route) => route.abort());
    await page.goto(madeUp.address(`${overview}?status=delvis`));
    await saying(page, /Urvalet kunde inte hämtas/);
    assert.equal(await rowsShown(page).count(), 50);
    await page.unroute('**/tabell.json');
    await page.getByRole('button', { name: 'Försök igen' }).click();
    await saying(page, /^1\s/);
    assert.equal(await rowsShown(page).count(), 1);
    assert.equal(await page.getByRole('button', { name: 'Försök igen' }).isVisible(), false);
  });

  test('a table that names rows which are no longer there is fetched anew, unasked', async () => {
    await using page = await madeUp.blankPage();
    let tables = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/tabell.json')) tables += 1;
    });
    await page.route('**/rader/*.json', (route) => route.fulfill({ status: 404, body: '' }), { times: 1 });
    await page.goto(madeUp.address(`${overview}?status=delvis`));
    await saying(page, /^1\s/);
    assert.equal(await rowsShown(page).count(), 1);
    assert.equal(tables, 2);
  });

  test('the values of a condition are said to be missing, and the list stays', async () => {
    await using page = await madeUp.blankPage();
    await page.route('**/tabell.json', (route) => route.fulfill({ status: 200, body: '<!doctype html>' }));
    await page.goto(madeUp.address(overview));
    await unfold(page, 'Kommun');
    await saying(page, /Villkoren kunde inte hämtas/);
    assert.equal(await rowsShown(page).count(), 50);
  });

  test('without the script the linked choices stay', async () => {
    await using page = await madeUp.blankPage();
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(madeUp.address(overview));
    await page
      .getByRole('navigation', { name: 'Välj bland rekommendationerna' })
      .getByRole('link')
      .first()
      .waitFor();
    assert.equal(await page.getByRole('checkbox').count(), 0);
  });
});
