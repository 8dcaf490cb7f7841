import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import type { SearchFailure, SearchOutcome, SearchRequest } from '../../src/search/client/types.ts';
import {
  aGroup,
  aHit,
  aResponse,
  noCountsByKind,
  noFacetCounts,
  nothingDone,
  runs,
  values,
} from '../fixtures/search.ts';
import { openedSite } from './opened-site.ts';
import { asRead, textShownIn } from './page-text.ts';
import { conditions, message, rows, searchBox, statement, summary, told, unfold } from './searching.ts';
import { serveSource } from './served-source.ts';

/*
 * What the page of results makes of the answers it is given, in any order and of any kind: its own code, in the browser, with a search
 * that answers when and as the test says.
 */

const site = await openedSite('provarkivet');
const source = '/kod/tests/e2e/asked-search.ts';

interface AskedPage {
  readonly page: Page;
  /** Answers a question that waits, by its place; the oldest if none is given. */
  answer(outcome: SearchOutcome, place?: number): Promise<SearchRequest>;
  /** Answers what was asked last with Enter or a choice, whatever was asked on the way there. */
  settle(outcome: SearchOutcome): Promise<SearchRequest>;
  /** Waits until so many questions wait for an answer. */
  waiting(count: number): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** The page of results at an address, whose search is the test's to answer. */
async function asked(query: string, width = 1280): Promise<AskedPage> {
  // The site's policy lets in no module that a test brings.
  const page = await site.blankPage({ bypassCSP: true, viewport: { width, height: 900 } });
  await serveSource(page);
  await page.goto(site.address(`/sok/${query}`));
  const module = `${site.origin}${source}`;
  await page.evaluate(async (address) => (await import(address)).start(), module);
  const waiting = async (count: number) => {
    for (let left = 50; left > 0; left -= 1) {
      if ((await page.evaluate(async (address) => (await import(address)).waiting(), module)) >= count)
        return;
      await page.waitForTimeout(50);
    }
    throw new Error(`There are not ${count} questions.`);
  };
  const answer = async (outcome: SearchOutcome, place = 0): Promise<SearchRequest> => {
    await waiting(place + 1);
    return page.evaluate(async (given) => (await import(given.module)).answer(given.outcome, given.place), {
      module,
      outcome,
      place,
    });
  };
  return {
    page,
    waiting,
    answer,
    settle: async (outcome) => {
      for (let left = 50; left > 0; left -= 1) {
        const place = await page.evaluate(async (address) => (await import(address)).settled(), module);
        if (place >= 0) return answer(outcome, place);
        await page.waitForTimeout(50);
      }
      throw new Error('There is no settled question.');
    },
    [Symbol.asyncDispose]: () => page.close(),
  };
}

const answerTo = (query: string, given: Parameters<typeof aResponse>[0] = {}) =>
  aResponse({ ...given, request: { query, picked: {}, sort: 'relevance', page: 1, ...given.request } });

describe('The page of results asks', () => {
  test('for what the address says, and for counts only where a condition is picked or open', async () => {
    await using search = await asked('?q=plan&slag=iakttagelser&kommun=boras&sortera=nyast&sida=2');
    assert.deepEqual(await search.answer(aResponse()), {
      query: 'plan',
      kind: 'finding',
      picked: { municipality: ['boras'] },
      sort: 'newest',
      page: 2,
      isTyping: false,
      wantsFacetCounts: true,
    });
    await using plain = await asked('?q=plan');
    const { wantsFacetCounts } = await plain.answer(answerTo('plan'));
    assert.equal(wantsFacetCounts, false);
    await unfold(plain.page, 'Ämne');
    assert.equal((await plain.answer(answerTo('plan'))).wantsFacetCounts, true);
  });

  test('nothing while a query is too short or empty', async () => {
    await using search = await asked('');
    await searchBox(search.page).pressSequentially('ab');
    await search.page.waitForTimeout(400);
    await assert.rejects(search.waiting(1));
  });

  test('once for letters typed in quick succession', async () => {
    await using search = await asked('');
    await searchBox(search.page).pressSequentially('bisysslor', { delay: 10 });
    const { query, isTyping } = await search.answer(answerTo('bisysslor'));
    assert.deepEqual([query, isTyping], ['bisysslor', true]);
    await assert.rejects(search.waiting(1));
  });
});

describe('Answers', () => {
  test('that come late, when something else has been asked, are not shown', async () => {
    await using search = await asked('?q=gallring');
    await search.waiting(1);
    await searchBox(search.page).fill('nyckel');
    await searchBox(search.page).press('Enter');
    await search.settle(answerTo('nyckel', { total: 7 }));
    await search.answer(answerTo('gallring', { total: 9 }), 0);
    assert.equal(asRead(await summary(search.page).textContent()), '7 träffar på ”nyckel”');
    assert.equal(new URL(search.page.url()).search, '?q=nyckel');
  });

  test('stay until the next one, which is said to be on its way only when it takes long', async () => {
    await using search = await asked('?q=gallring');
    await search.answer(answerTo('gallring', { groups: [aGroup([aHit()])] }));
    await searchBox(search.page).fill('nyckel till');
    await search.waiting(1);
    assert.equal(await rows(search.page).count(), 1);
    await message(search.page).filter({ hasText: 'Söker …' }).waitFor();
    assert.equal(await rows(search.page).count(), 1);
    await search.answer(
      answerTo('nyckel till', { total: 0, standing: 'nothing', countsByKind: noCountsByKind }),
    );
    assert.equal(await message(search.page).textContent(), '');
    assert.equal(await rows(search.page).count(), 0);
    assert.match(
      asRead(await statement(search.page).textContent()),
      /^Inget i arkivet svarar på ”nyckel till”\./,
    );
  });

  test('are rows in which an author’s tags are text, and no string is read as HTML', async () => {
    const attack = '<img src=x onerror="document.title=1"> *<b>fet</b>* & så';
    await using search = await asked('?q=gallring');
    const hit = aHit({
      kind: 'finding',
      title: runs(attack),
      excerpt: runs(attack),
      particulars: { bodies: ['<i>Nämnden</i>'], label: '<u>1' },
    });
    await search.answer(answerTo('gallring', { groups: [aGroup([hit], `${attack}.`)] }));
    assert.equal(await search.page.locator('.search-hits :is(img, b, i, u)').count(), 0);
    const text = asRead(await rows(search.page).first().textContent());
    assert.ok(text.includes('<img src=x onerror="document.title=1"> <b>fet</b> & så'));
    assert.deepEqual(await rows(search.page).locator('mark').allInnerTexts(), [
      '<b>fet</b>',
      '<b>fet</b>',
      '<b>fet</b>',
    ]);
    assert.match(await search.page.title(), /^gallring – /);
  });

  test('show a state, a grade and a printed verdict with shape and word', async () => {
    await using search = await asked('?q=gallring');
    const hits = [
      aHit({ path: '/a/', particulars: { bodies: [], status: 'claimed-done', label: 'Rekommendation 2' } }),
      aHit({
        path: '/b/#f1',
        kind: 'finding',
        particulars: { bodies: [], grade: 'partly-met', verdict: 'Delvis', label: '2.3' },
      }),
      aHit({
        path: '/c/#f1',
        kind: 'finding',
        particulars: { bodies: ['Provnämnden'], grade: 'not-met', verdict: 'Undermålig' },
      }),
    ];
    await search.answer(answerTo('gallring', { groups: [aGroup(hits, 'En granskning', 4)] }));
    await rows(search.page).getByRole('link', { name: '4 träffar till i rapporten' }).waitFor();
    const texts = await rows(search.page).getByRole('listitem').allInnerTexts();
    assert.match(asRead(texts[0]), /^Rekommendation 2 .*Uppges åtgärdad, ej verifierat$/);
    assert.match(asRead(texts[1]), /^Iakttagelse 2\.3 .*Delvis$/);
    assert.match(asRead(texts[2]), /^Iakttagelse · Provnämnden .*Undermålig Ej uppfyllt$/);
    assert.equal(await rows(search.page).getByRole('listitem').locator('svg').count(), 3);
  });

  test('of a report as a whole stand below its title, which is written once', async () => {
    await using search = await asked('?q=plan');
    const path = '/granskningar/provstad/2019-prov/';
    const whole = aHit({
      id: '9999-provstad/2019-prov',
      kind: 'audit',
      path,
      title: runs('En granskning'),
      excerpt: runs('Om *planer*.'),
    });
    const section = aHit({
      id: '9999-provstad/2019-prov#',
      kind: 'audit',
      path,
      title: runs('Inledning'),
      excerpt: runs('En *plan*.'),
    });
    await search.answer(answerTo('plan', { groups: [aGroup([section, whole])] }));
    assert.equal(
      await textShownIn(rows(search.page).first()),
      'En granskning Provstad 2019 · Provnämnden Om planer. Avsnitt Inledning En plan.',
    );
  });

  test('of no report stand by themselves, with how many audits there are about them', async () => {
    await using search = await asked('?q=kl');
    const hit = (kind: 'criterion' | 'municipality', path: string, audits: number) =>
      ({
        of: 'itself',
        hit: aHit({ kind, path, title: runs('*Namnet*'), particulars: { bodies: [], audits } }),
      }) as const;
    await search.answer(
      answerTo('kl', {
        groups: [
          hit('criterion', '/kriterier/provlagen/', 3),
          hit('municipality', '/kommuner/provstad/provnamnden/', 1),
        ],
      }),
    );
    assert.deepEqual((await rows(search.page).allInnerTexts()).map(asRead), [
      'Kriterium Namnet 3 granskningar',
      'Nämnd eller bolag Namnet 1 granskning',
    ]);
    assert.equal(
      await rows(search.page).getByRole('link').first().getAttribute('href'),
      '/arkiv/kriterier/provlagen/',
    );
  });

  test('that only come near are preceded by words that say so', async () => {
    await using search = await asked('?q=plan+för+månen');
    await search.answer(answerTo('plan för månen', { standing: 'near', groups: [aGroup([aHit()])] }));
    await statement(search.page).filter({ hasText: 'Inget i arkivet svarar mot hela frågan' }).waitFor();
    assert.ok(
      await search.page.evaluate(() => {
        const [said, hits] = ['statement', 'hits'].map((name) =>
          document.querySelector(`[data-search="${name}"]`),
        );
        return said && hits && said.compareDocumentPosition(hits) === Node.DOCUMENT_POSITION_FOLLOWING;
      }),
    );
    await search.page
      .getByRole('status')
      .filter({ hasText: 'Inget i arkivet svarar mot hela frågan' })
      .waitFor();
  });

  test('that only come near stand last, below a line that says so', async () => {
    await using search = await asked('?q=plan');
    const near = aGroup([aHit({ isNear: true })], 'En annan granskning');
    await search.answer(answerTo('plan', { groups: [aGroup([aHit(), aHit({ isNear: true })]), near, near] }));
    const texts = (await rows(search.page).allInnerTexts()).map(asRead);
    assert.equal(texts.length, 4);
    assert.match(texts[1] ?? '', /^Det här ligger nära/);
    assert.match(texts[2] ?? '', /^En annan granskning/);
  });

  test('of another kind than the chosen are pointed to where there are none of it', async () => {
    await using search = await asked('?q=plan&slag=kriterier');
    await search.answer(
      answerTo('plan', {
        request: { query: 'plan', kind: 'criterion', picked: {}, sort: 'relevance', page: 1 },
        total: 0,
        standing: 'nothing',
      }),
    );
    await statement(search.page).filter({ hasText: 'Inga träffar bland kriterier.' }).waitFor();
    await search.page.getByRole('link', { name: 'Visa 3 träffar av andra slag' }).click();
    assert.equal((await search.answer(answerTo('plan'))).kind, undefined);
    assert.equal(new URL(search.page.url()).search, '?q=plan');
  });
});

describe('What is told of a query', () => {
  test('leads to the word as it was typed, and to the rule that was meant', async () => {
    await using search = await asked('?q=bisylsa+KL+6:6');
    await search.answer(
      answerTo('bisylsa KL 6:6', {
        interpretation: {
          ...nothingDone,
          corrected: [{ from: 'bisylsa', to: 'bisyssla' }],
          citations: [{ printed: 'KL 6:6', label: '6 kap. 6 § KL', path: '/kriterier/kl/6-kap-6/' }],
          alsoSearched: [{ word: 'bisyssla', also: ['extrajobb'] }],
        },
      }),
    );
    assert.deepEqual((await told(search.page).getByRole('listitem').allInnerTexts()).map(asRead), [
      'Inget för ”bisylsa”, visar ”bisyssla”. Sök på ”bisylsa” ändå',
      'Läste ”KL 6:6” som 6 kap. 6 § KL.',
      'Sökte även efter extrajobb.',
    ]);
    assert.equal(
      await told(search.page).getByRole('link', { name: '6 kap. 6 § KL' }).getAttribute('href'),
      '/arkiv/kriterier/kl/6-kap-6/',
    );
    await told(search.page).getByRole('link', { name: 'Sök på ”bisylsa” ändå' }).click();
    assert.equal((await search.answer(aResponse())).query, '”bisylsa” KL 6:6');
  });

  test('is what the box holds when a completed word is taken, with Enter or with a further choice', async () => {
    await using search = await asked('');
    // All at once: on a slow machine a pause between two letters would be a question of its own.
    await searchBox(search.page).fill('bisys');
    const interpretation = { ...nothingDone, completedTo: 'bisysslor' };
    await search.answer(answerTo('bisys', { interpretation }));
    assert.equal(asRead(await summary(search.page).textContent()), '3 träffar på ”bisysslor”');
    assert.equal(await searchBox(search.page).inputValue(), 'bisys');
    assert.equal(new URL(search.page.url()).search, '?q=bisysslor');
    await search.page.getByRole('link', { name: /^Iakttagelser/ }).click();
    const { query, isTyping } = await search.answer(answerTo('bisysslor'));
    assert.deepEqual([query, isTyping], ['bisysslor', false]);
    assert.equal(await searchBox(search.page).inputValue(), 'bisysslor');
  });
});

describe('The values of a condition', () => {
  const openTopics = async (search: AskedPage, counts: readonly number[]) => {
    await search.answer(answerTo('plan'));
    await unfold(search.page, 'Ämne');
    await search.answer(answerTo('plan', { facetCounts: { ...noFacetCounts, topic: values(...counts) } }));
  };
  const labels = async (page: Page) =>
    (await page.getByRole('group', { name: 'Ämne' }).getByRole('listitem').allInnerTexts()).map(asRead);

  test('keep their places while they are looked at, whatever becomes of their counts', async () => {
    await using search = await asked('?q=plan');
    await openTopics(search, [9, 5, 2]);
    await search.page.getByRole('checkbox', { name: 'Värde 1' }).check();
    const [first, second, third] = values(1, 5, 8);
    assert.ok(first && second && third);
    const topic = [third, { ...second, isPicked: true }, first];
    await search.answer(answerTo('plan', { facetCounts: { ...noFacetCounts, topic } }));
    assert.deepEqual(await labels(search.page), ['Värde 0 1', 'Värde 1 5', 'Värde 2 8']);
    assert.equal(await search.page.locator(':focus').getAttribute('value'), 'v1');
    assert.deepEqual((await conditions(search.page).allInnerTexts()).map(asRead), ['Ämne: Värde 1 ×']);
  });

  test('are put in order anew for another query', async () => {
    await using search = await asked('?q=plan');
    await openTopics(search, [9, 5]);
    await searchBox(search.page).fill('nyckel');
    await searchBox(search.page).press('Enter');
    const [first, second] = values(2, 7);
    assert.ok(first && second);
    await search.settle(answerTo('nyckel', { facetCounts: { ...noFacetCounts, topic: [second, first] } }));
    assert.deepEqual(await labels(search.page), ['Värde 1 7', 'Värde 0 2']);
  });

  test('are sixteen at first, and all when asked for, with focus on the first of the rest', async () => {
    await using search = await asked('?q=plan');
    await openTopics(
      search,
      Array.from({ length: 40 }, (_, place) => 50 - place),
    );
    const shown = search.page.getByRole('group', { name: 'Ämne' }).getByRole('checkbox');
    assert.equal(await shown.count(), 16);
    await search.page.getByRole('button', { name: 'Visa alla 40' }).click();
    assert.equal(await shown.count(), 40);
    assert.equal(await search.page.locator(':focus').getAttribute('value'), 'v16');
  });

  test('that the archive does not have are named as they stand in the address', async () => {
    await using search = await asked('?q=plan&kommun=rabarberstad');
    await search.answer(
      answerTo('plan', {
        facetCounts: noFacetCounts,
        total: 0,
        standing: 'nothing',
        countsByKind: noCountsByKind,
      }),
    );
    assert.deepEqual((await conditions(search.page).allInnerTexts()).map(asRead), ['Kommun: rabarberstad ×']);
  });

  test('wait behind one line on a narrow screen', async () => {
    await using search = await asked('?q=plan', 360);
    await search.answer(answerTo('plan'));
    const topics = search.page.locator('summary').filter({ hasText: 'Ämne' });
    assert.equal(await topics.isVisible(), false);
    await search.page.locator('summary').filter({ hasText: 'Avgränsa' }).click();
    assert.ok(await topics.isVisible());
  });
});

describe('A full page of results', () => {
  const full = answerTo('bisylsa KL 6:6 -skola', {
    standing: 'near',
    pageCount: 3,
    groups: [
      aGroup(
        [
          aHit({
            excerpt: runs('… att *planen* följs upp …'),
            particulars: { bodies: ['Provnämnden'], status: 'not-implemented' },
          }),
          aHit({
            path: '/b/#f1',
            kind: 'finding',
            particulars: { bodies: [], grade: 'not-met', verdict: 'Undermålig', label: '2.3' },
          }),
        ],
        'Granskning av informationssäkerhetsförvaltningsorganisationens *planer*',
        5,
      ),
      {
        of: 'itself',
        hit: aHit({
          kind: 'municipality',
          path: '/kommuner/provstad/',
          particulars: { bodies: [], audits: 3 },
        }),
      },
    ],
    facetCounts: { ...noFacetCounts, topic: values(...Array.from({ length: 30 }, (_, place) => 40 - place)) },
    interpretation: {
      ...nothingDone,
      corrected: [{ from: 'bisylsa', to: 'bisyssla' }],
      citations: [{ printed: 'KL 6:6', label: '6 kap. 6 § KL', path: '/kriterier/kl/6-kap-6/' }],
      excluded: ['skola'],
      unknownFilters: ['kommun:rabarberstad'],
    },
  });

  // 1280 pixels at 400 % are 320 by 200.
  for (const [width, height] of [
    [320, 200],
    [768, 900],
    [1280, 900],
  ] as const) {
    test(`with all there can be on it is no wider than ${width} pixels, and axe finds nothing wrong`, async () => {
      await using search = await asked('?q=bisylsa+KL+6:6+-skola', width);
      const { page } = search;
      await page.setViewportSize({ width, height });
      await search.answer(full);
      if (width < 1024) await page.locator('summary').filter({ hasText: 'Avgränsa' }).click();
      await unfold(page, 'Ämne');
      await search.answer(full);
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
});

describe('When there is no answer', () => {
  const said: Readonly<
    Record<SearchFailure['reason'], readonly [message: RegExp, button: string | undefined]>
  > = {
    offline: [/utan nät/, 'Försök igen'],
    stale: [/getts ut på nytt/, 'Ladda om sidan'],
    unreachable: [/kunde inte hämtas/, 'Försök igen'],
    broken: [/gick inte att läsa/, 'Försök igen'],
    unsupported: [/WebAssembly/, undefined],
  };
  for (const [reason, [words, button]] of Object.entries(said)) {
    test(`the page says why (${reason}), keeps the query, and ${button ? `offers: ${button}` : 'leads to the lists'}`, async () => {
      await using search = await asked('?q=gallring');
      await search.answer(answerTo('gallring', { groups: [aGroup([aHit()])] }));
      await searchBox(search.page).fill('nyckel');
      await searchBox(search.page).press('Enter');
      await search.settle({ outcome: 'failure', reason: reason as SearchFailure['reason'] });
      assert.match(asRead(await message(search.page).textContent()), words);
      await search.page.getByRole('status').filter({ hasText: words }).waitFor();
      assert.equal(await searchBox(search.page).inputValue(), 'nyckel');
      assert.equal(await summary(search.page).isVisible(), false);
      const offered = search.page.getByRole('main').getByRole('button').filter({ hasNotText: /^Sök$/ });
      assert.deepEqual(await offered.allInnerTexts(), button ? [button] : []);
      if (button === undefined) await search.page.getByRole('link', { name: 'Alla ämnen' }).waitFor();
      if (button !== 'Försök igen') return;
      await offered.click();
      await search.settle(answerTo('nyckel', { total: 4 }));
      assert.equal(asRead(await summary(search.page).textContent()), '4 träffar på ”nyckel”');
      assert.equal(await message(search.page).textContent(), '');
    });
  }

  test('for want of a network, the page asks again when it is back', async () => {
    await using search = await asked('?q=gallring');
    await search.answer({ outcome: 'failure', reason: 'offline' });
    await search.page.evaluate(() => dispatchEvent(new Event('online')));
    await search.answer(answerTo('gallring'));
    assert.equal(asRead(await summary(search.page).textContent()), '3 träffar på ”gallring”');
  });
});
