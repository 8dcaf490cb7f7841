import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { openedSite } from './opened-site.ts';
import { asRead } from './page-text.ts';
import {
  conditions,
  message,
  numberIn,
  opened,
  rows,
  searchBox,
  statement,
  summary,
  tab,
  told,
  totalOf,
  unfold,
  valuesOf,
} from './searching.ts';

/*
 * Searching, as a reader does it. The made-up archive lives below a sub-path.
 */

const madeUp = await openedSite('provarkivet');
const archive = await openedSite('arkivet');
const sought = (query: string) => madeUp.address(`/sok/${query}`);

describe('While one types', () => {
  test('nothing is searched before the third letter, and the page says so', async () => {
    await using page = await madeUp.open('/sok/');
    await searchBox(page).pressSequentially('ar');
    await message(page).filter({ hasText: 'Skriv minst tre bokstäver' }).waitFor();
    assert.equal(await rows(page).count(), 0);
    await searchBox(page).press('Enter');
    await summary(page).filter({ visible: true }).waitFor();
    assert.equal(new URL(page.url()).search, '?q=ar');
  });

  test('results come, with the last word completed, and Enter takes the whole word', async () => {
    await using page = await madeUp.open('/sok/');
    await searchBox(page).pressSequentially('arkivbeskr', { delay: 30 });
    await totalOf(page, 'arkivbeskrivning');
    assert.equal(await searchBox(page).inputValue(), 'arkivbeskr');
    assert.ok((await page.locator('mark').allInnerTexts()).some((text) => /arkivbeskrivning/i.test(text)));
    assert.equal(new URL(page.url()).search, '?q=arkivbeskrivning');
    await searchBox(page).press('Enter');
    await totalOf(page, 'arkivbeskrivning');
    assert.equal(await searchBox(page).inputValue(), 'arkivbeskrivning');
  });

  test('what is shown stays until something else can take its place', async () => {
    await using page = await madeUp.open('/sok/');
    await searchBox(page).pressSequentially('arkiv');
    await totalOf(page, 'arkiv');
    await page.evaluate(() => {
      const found = document.querySelector('[data-search="found"]');
      const list = document.querySelector('[data-search="hits"]');
      const gaps: string[] = [];
      Object.assign(globalThis, { gaps });
      const look = () => {
        if (found instanceof HTMLElement && found.hidden) gaps.push('hidden');
        if (list?.children.length === 0) gaps.push('empty');
        requestAnimationFrame(look);
      };
      look();
    });
    await searchBox(page).pressSequentially('beskrivning', { delay: 60 });
    await totalOf(page, 'arkivbeskrivning');
    assert.deepEqual(await page.evaluate(() => (globalThis as unknown as { gaps: string[] }).gaps), []);
  });

  test('only the last answer is shown, however late an earlier one comes', async () => {
    await using page = await madeUp.open('/sok/');
    let isFirst = true;
    await page.route('**/sok/index/**', async (route) => {
      const wait = isFirst ? 900 : 0;
      isFirst = false;
      await new Promise((resolve) => setTimeout(resolve, wait));
      await route.continue();
    });
    await searchBox(page).pressSequentially('gallring');
    await page.waitForTimeout(250);
    await searchBox(page).fill('pergament');
    await totalOf(page, 'pergament');
    await page.waitForTimeout(1200);
    assert.match(asRead(await summary(page).textContent()), /på ”pergament”/);
  });

  test('all that was typed is one step back', async () => {
    await using page = await madeUp.open('/sok/');
    await searchBox(page).pressSequentially('gallring', { delay: 60 });
    await totalOf(page, 'gallring');
    await page.goBack();
    await page.getByRole('heading', { name: 'Så söker du' }).waitFor();
    assert.equal(await searchBox(page).inputValue(), '');
    assert.equal(page.url(), sought(''));
  });

  test('an emptied box shows again what one can do', async () => {
    await using page = await madeUp.open('/sok/?q=gallring');
    await totalOf(page, 'gallring');
    await searchBox(page).fill('');
    await page.getByRole('heading', { name: 'Så söker du' }).waitFor();
    assert.equal(await rows(page).filter({ visible: true }).count(), 0);
  });

  test('the number of hits is said once, politely, when one stops', async () => {
    await using page = await madeUp.open('/sok/');
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(globalThis, { said });
      const region = document.querySelector('[data-search="announced"]');
      if (region)
        new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, { childList: true });
    });
    await searchBox(page).pressSequentially('gallring', { delay: 80 });
    const total = await totalOf(page, 'gallring');
    await page.getByRole('status').filter({ hasText: 'träff' }).waitFor();
    const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
    assert.deepEqual(said.map(asRead), [`${total} ${total === 1 ? 'träff' : 'träffar'} på ”gallring”.`]);
  });
});

describe('The results', () => {
  test('stand under their reports, with marks, kinds and states, and lead to their place', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=arkivbeskrivning'));
    const group = rows(page).filter({ hasText: 'Granskning av arkivvård & gallring (<5 % kvar?)' }).first();
    const text = asRead(await group.textContent());
    assert.match(text, /Exempelstad 2021/);
    const recommendation = group.getByRole('listitem').filter({ hasText: 'Skriv en ny' });
    assert.match(asRead(await recommendation.textContent()), /^(?:Rekommendation )?A1/);
    assert.ok((await recommendation.locator('svg').count()) > 0);
    assert.ok((await recommendation.locator('mark').count()) > 0);
    await recommendation.getByRole('link').click();
    await page.waitForURL(madeUp.address('/granskningar/exempelstad/2021-arkivvard/r1/'));
  });

  test('show what an author wrote as text, also where it looks like a tag', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=arkivvård+gallring'));
    const title = page.getByRole('heading', { name: 'Granskning av arkivvård & gallring (<5 % kvar?)' });
    assert.equal(await title.count(), 1);
  });

  test('have no mark of the index left in them', async () => {
    await using page = await madeUp.blankPage();
    for (const query of ['arkiv', 'intern+kontroll', 'nyckel', 'kommunstyrelsen']) {
      await opened(page, sought(`?q=${query}`));
      assert.doesNotMatch(await rows(page).allInnerTexts().then(String), /[~^]/, query);
    }
  });

  test('tell marked words by more than colour', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=gallring'));
    const { weight, line } = await page
      .locator('mark')
      .first()
      .evaluate((mark) => {
        const { fontWeight, textDecorationLine } = getComputedStyle(mark);
        return { weight: Number(fontWeight), line: textDecorationLine };
      });
    assert.ok(weight >= 600);
    assert.equal(line, 'underline');
  });

  test('are counted by kind, and a kind shows as many as it says', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=arkiv'));
    const all = numberIn(await tab(page, 'Alla').textContent());
    let sum = 0;
    for (const kind of ['Rekommendationer', 'Iakttagelser', 'Granskningar', 'Kriterier', 'Kommuner']) {
      const count = numberIn(await tab(page, kind).textContent());
      sum += count;
      await tab(page, kind).click();
      await page.waitForFunction(
        (name) => document.querySelector('.search-kinds [aria-current]')?.textContent?.includes(name),
        kind,
      );
      assert.equal(await totalOf(page, 'arkiv'), count, kind);
    }
    assert.ok(sum <= all);
    assert.match(page.url(), /slag=kommuner/);
    await page.goBack();
    await page.waitForFunction(() =>
      document.querySelector('.search-kinds [aria-current]')?.textContent?.includes('Kriterier'),
    );
  });

  test('come on pages that can be linked, and focus goes to the beginning of the next', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=plan'));
    const first = await rows(page).first().textContent();
    assert.match(
      asRead(await page.getByRole('navigation', { name: 'Sidor med träffar' }).textContent()),
      /Sida 1 av/,
    );
    await page.getByRole('link', { name: 'Nästa' }).click();
    await page.waitForURL(/sida=2/);
    await page
      .getByText(/Sida 2 av/)
      .first()
      .waitFor();
    assert.equal(await page.locator(':focus').getAttribute('data-search'), 'summary');
    const second = await rows(page).first().textContent();
    assert.notEqual(second, first);
    await using linked = await madeUp.blankPage();
    await opened(linked, page.url());
    assert.equal(await rows(linked).first().textContent(), second);
    await page.goBack();
    await page
      .getByText(/Sida 1 av/)
      .first()
      .waitFor();
    assert.equal(await rows(page).first().textContent(), first);
  });

  test('can be put in order of time, either way, and by how long they have been open', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=plan&slag=rekommendationer'));
    const sorted = async (order: string, word: string) => {
      const before = await rows(page).first().textContent();
      await page.getByRole('combobox', { name: 'Ordning' }).selectOption({ label: order });
      await page.waitForURL(new RegExp(`sortera=${word}`));
      await page.waitForFunction(
        (text) => document.querySelector('.search-hits > li')?.textContent !== text,
        before,
      );
      return Number(
        /\b(?:19|20)\d\d\b/.exec(
          asRead(await rows(page).first().locator('.search-where').first().textContent()),
        )?.[0],
      );
    };
    const newest = await sorted('Nyast först', 'nyast');
    const oldest = await sorted('Äldst först', 'aldst');
    assert.equal(newest, 2024);
    assert.equal(oldest, 2001);
    const before = rows(page).first();
    await page.getByRole('combobox', { name: 'Ordning' }).selectOption({ label: 'Längst öppna först' });
    await page.waitForURL(/sortera=langst-oppen/);
    assert.doesNotMatch(asRead(await before.textContent()), /\bÅtgärdad\b|Inaktuell/);
  });

  test('are as they were after a look at one of them', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=plan&sida=2'));
    const before = await rows(page).allInnerTexts();
    await rows(page).nth(3).getByRole('link').first().click();
    await page.waitForURL(/granskningar/);
    await page.goBack();
    await summary(page).filter({ visible: true }).waitFor();
    assert.deepEqual(await rows(page).allInnerTexts(), before);
    assert.equal(await searchBox(page).inputValue(), 'plan');
  });

  test('name the page, so that a search can be told from another in a list of tabs', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=gallring'));
    assert.equal(await page.title(), 'gallring – Sök – Granskningsarkivet');
  });
});

describe('Conditions', () => {
  test('come when one is opened, and say what each would leave', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=plan'));
    const all = await totalOf(page, 'plan');
    assert.equal(await page.getByRole('checkbox').count(), 0);
    await unfold(page, 'Kommun');
    const [first, second] = await valuesOf(page, 'Kommun');
    assert.ok(first && second && first.count >= second.count && first.count < all);
    await page.getByRole('checkbox', { name: first.label, exact: true }).check();
    await page.waitForURL(/kommun=/);
    await summary(page)
      .filter({ hasText: new RegExp(`^${first.count}\\s`) })
      .waitFor();
    // A second value of the same is more; a value of another is less.
    const after = await valuesOf(page, 'Kommun');
    assert.deepEqual(
      after.find(({ label }) => label === second.label),
      second,
    );
    await page.getByRole('checkbox', { name: second.label, exact: true }).check();
    await summary(page)
      .filter({ hasText: new RegExp(`^${first.count + second.count}\\s`) })
      .waitFor();
    await unfold(page, 'År');
    const year = (await valuesOf(page, 'År')).find(({ label }) => label === '2012');
    assert.ok(year && year.count < first.count + second.count);
    await page.getByRole('checkbox', { name: '2012', exact: true }).check();
    await summary(page)
      .filter({ hasText: new RegExp(`^${year.count}\\s`) })
      .waitFor();
    assert.match(new URL(page.url()).search, /^\?q=plan&kommun=[a-z-]+,[a-z-]+&ar=2012$/);
  });

  test('are named, taken away one by one, and opened from an address', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=plan&kommun=provkoping&ar=2012,2013'));
    assert.deepEqual((await conditions(page).allInnerTexts()).map(asRead), [
      'Kommun: Provköping ×',
      'År: 2012 ×',
      'År: 2013 ×',
    ]);
    await page.getByRole('button', { name: 'Ta bort villkoret År: 2012' }).click();
    await page.waitForURL(/ar=2013$/);
    assert.equal(await page.locator(':focus').getAttribute('aria-label'), 'Ta bort villkoret År: 2013');
    await page.getByRole('button', { name: 'Rensa villkoren' }).click();
    await page.waitForURL(sought('?q=plan'));
    await conditions(page).first().waitFor({ state: 'detached' });
    assert.equal(await conditions(page).count(), 0);
  });

  test('alone list what they leave', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?kommun=exempelstad&slag=rekommendationer'));
    const { recommendations } = madeUp.archive;
    const ofExempelstad = recommendations.filter(({ audit }) => audit.municipality.slug === 'exempelstad');
    assert.equal(await totalOf(page, ''), ofExempelstad.length);
  });

  test('can be typed in the query, and leave it when they are taken away', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=plan+kommun:provkoping+%C3%A5r:2012+-budget'));
    assert.deepEqual((await conditions(page).allInnerTexts()).map(asRead), [
      'Kommun: Provköping ×',
      'År: 2012 ×',
      'utan ”budget” ×',
    ]);
    await page.getByRole('button', { name: 'Ta bort villkoret Kommun: Provköping' }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#sokruta')?.value === 'plan år:2012 -budget',
    );
    await page.getByRole('button', { name: 'Ta bort villkoret utan ”budget”' }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#sokruta')?.value === 'plan år:2012',
    );
  });
});

describe('Of what it did with a query the page tells', () => {
  test('which word it took for another, with a way to the word as typed', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=arkivbeskrivnig'));
    assert.match(
      asRead(await told(page).textContent()),
      /Inget för ”arkivbeskrivnig”, visar ”arkivbeskrivning”\./,
    );
    assert.ok((await rows(page).count()) > 0);
    await told(page).getByRole('link', { name: 'Sök på ”arkivbeskrivnig” ändå' }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#sokruta')?.value === '”arkivbeskrivnig”',
    );
  });

  test('that a typed condition is unknown', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=plan+kommun:rabarberstad'));
    assert.match(asRead(await told(page).textContent()), /Arkivet känner inte kommun:rabarberstad/);
  });

  test('that nothing answers, before anything else', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=qwxkzvbjf'));
    assert.match(asRead(await statement(page).textContent()), /^Inget i arkivet svarar/);
  });

  test('that a phrase stands nowhere as written', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought(`?q=${encodeURIComponent('”plan för nyckeln till lådan”')}`));
    assert.match(asRead(await statement(page).textContent()), /står ingenstans|svarar på/);
  });

  test('how it read a place in a law, with a link to its page', async () => {
    await using page = await archive.blankPage();
    await opened(page, archive.address('/sok/?q=KL+6:6'));
    assert.match(asRead(await told(page).textContent()), /Läste ”KL 6:6” som 6 kap\. 6 § kommunallagen/);
    await told(page).getByRole('link', { name: '6 kap. 6 § kommunallagen' }).click();
    await page.waitForURL(archive.address('/kriterier/kl-2017/6-kap-6/'));
  });

  test('first of a place in a law who was measured against it, under its earlier number too', async () => {
    await using page = await archive.blankPage();
    await opened(page, archive.address('/sok/?q=KL+6:6'));
    await rows(page).first().getByRole('link').first().click();
    await page.waitForURL(archive.address('/granskningar/boras/2017-informationssakerhet/'));
  });
});

describe('Whatever is typed', () => {
  const hard = {
    'ten thousand letters': 'arkiv '.repeat(1667),
    'words that say nothing': 'och att det som en',
    'marks alone': '?!.,;:…–—«»()[]{}',
    Arabic: 'مراجعة البلدية',
    'a quotation mark too few': '”intern kontroll',
    'a script': '<script>alert(1)</script>',
    'a minus alone': '- -',
    'a filter without a value': 'kommun: år:',
  };
  for (const [what, query] of Object.entries(hard)) {
    test(`is answered: ${what}`, async () => {
      await using page = await madeUp.blankPage();
      const logged: string[] = [];
      page.on('pageerror', (error) => logged.push(error.message));
      page.on('console', (entry) => logged.push(entry.text()));
      page.on('dialog', () => logged.push('dialog'));
      await page.goto(sought(''));
      await searchBox(page).fill(query);
      await searchBox(page).press('Enter');
      await page.waitForFunction(() => {
        const [found, start] = ['found', 'start'].map((name) =>
          document.querySelector<HTMLElement>(`[data-search="${name}"]`),
        );
        return found?.hidden === false || (start?.hidden === false && location.search !== '');
      });
      assert.equal(await message(page).textContent(), '');
      assert.equal(await searchBox(page).inputValue(), query);
      assert.deepEqual(logged, []);
    });
  }
});

describe('With the keyboard alone', () => {
  test('one goes from the box down through the results and back, and opens one', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=gallring'));
    await page.keyboard.press('/');
    assert.equal(await page.locator(':focus').getAttribute('id'), 'sokruta');
    await page.keyboard.press('ArrowDown');
    const titles = page.locator('.search-title');
    const isFocused = (place: number) =>
      titles.nth(place).evaluate((title) => title === document.activeElement);
    assert.ok(await isFocused(0));
    await page.keyboard.press('ArrowDown');
    assert.ok(await isFocused(1));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.locator(':focus').getAttribute('id'), 'sokruta');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator(':focus').getAttribute('id'), 'sokruta');
    await page.keyboard.press('ArrowDown');
    const address = await page.locator(':focus').getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`${address}$`));
  });

  test('one picks a condition, and keeps one’s place among them', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=plan'));
    await page
      .getByRole('form', { name: 'Avgränsa' })
      .locator('summary')
      .filter({ hasText: 'Kommun' })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox').first().waitFor();
    await page.keyboard.press('Tab');
    const value = await page.locator(':focus').getAttribute('value');
    await page.keyboard.press('Space');
    await page.waitForURL(new RegExp(`kommun=${value}`));
    await conditions(page).first().waitFor();
    assert.equal(await page.locator(':focus').getAttribute('value'), value);
  });

  test('the key that goes to the box can be turned off, and stays off', async () => {
    await using page = await madeUp.open('/sok/', { locale: 'sv-SE', timezoneId: 'Europe/Stockholm' });
    await page.getByRole('checkbox', { name: 'Stäng av tangenten /' }).check();
    await page.goto(madeUp.address('/om/'));
    await page.keyboard.press('/');
    assert.equal(
      await page
        .locator(':focus')
        .getAttribute('id')
        .catch(() => null),
      null,
    );
    await page.goto(sought(''));
    assert.ok(await page.getByRole('checkbox', { name: 'Stäng av tangenten /' }).isChecked());
    await page.getByRole('checkbox', { name: 'Stäng av tangenten /' }).uncheck();
    await page.keyboard.press('/');
    assert.equal(await page.locator(':focus').getAttribute('id'), 'sokruta');
  });
});

describe('The page of results', () => {
  // 1280 pixels at 400 % are 320 by 200.
  for (const [width, height] of [
    [320, 200],
    [320, 640],
    [768, 900],
    [1280, 900],
  ] as const) {
    test(`is no wider than ${width} by ${height} pixels with conditions unfolded, and axe finds nothing wrong`, async () => {
      await using page = await madeUp.blankPage({ viewport: { width, height } });
      await opened(page, sought('?q=arkiv+-budget&kommun=exempelstad'));
      if (width < 1024) await page.getByText('Avgränsa', { exact: true }).click();
      await unfold(page, 'Status');
      await page.getByRole('checkbox').first().waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
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
      }
    });
  }

  test('prints the question and its results, and nothing that only a screen needs', async () => {
    await using page = await madeUp.blankPage();
    await opened(page, sought('?q=gallring'));
    await page.emulateMedia({ media: 'print' });
    assert.ok(await summary(page).isVisible());
    assert.ok(await rows(page).first().isVisible());
    for (const name of ['narrow', 'kinds', 'start', 'sort']) {
      assert.equal(await page.locator(`[data-search="${name}"]`).isVisible(), false, name);
    }
  });

  test('says without JavaScript that it needs it, and leads to boards, topics, criteria and years', async () => {
    await using page = await madeUp.open('/sok/?q=gallring', { javaScriptEnabled: false });
    await page.getByRole('heading', { name: 'Sökningen behöver JavaScript' }).waitFor();
    for (const [name, path] of [
      ['Alla nämndtyper', '/namnder/'],
      ['Alla ämnen', '/amnen/'],
      ['Alla kriterier', '/kriterier/'],
      ['Alla granskningar, år för år', '/granskningar/'],
    ] as const) {
      assert.equal(await page.getByRole('link', { name }).getAttribute('href'), `/arkiv${path}`);
    }
    await page
      .getByRole('region', { name: 'Bläddra i stället' })
      .getByRole('link', { name: '2012', exact: true })
      .count();
  });
});
