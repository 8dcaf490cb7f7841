import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright';
import { launchedBrowser } from '../../src/cli/browser.ts';
import { draftTitle, writeArchive } from '../fixtures/archive.ts';
import { anAudit, asOf, projectRoot } from '../fixtures/content.ts';
import { aPicture } from '../fixtures/picture.ts';
import { type DevServer, devServer } from './dev-server.ts';
import { textShownIn } from './page-text.ts';

/*
 * `npm run dev` as an author meets it: what is saved is shown in the page that is open, and so is what is wrong with it. Nothing here
 * loads a page anew but the page itself.
 */

const shelf = join(projectRoot, '.cache', 'test');
mkdirSync(shelf, { recursive: true });
const contentDir = mkdtempSync(join(shelf, 'dev-content-'));
writeArchive(contentDir);
const environment = { BASE_PATH: '/arkiv/', AS_OF: asOf };
const site: DevServer = await devServer(contentDir, environment);
const browser = await launchedBrowser();
const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
// A server in development makes a page's modules when they are first asked for.
context.setDefaultTimeout(30_000);
after(async () => {
  await browser.close();
  await site[Symbol.asyncDispose]();
  rmSync(contentDir, { recursive: true });
});

const report = 'audits/9901-exempelstad/2021-arkivvard.mdx';
const reportPath = '/granskningar/exempelstad/2021-arkivvard/';
const purpose = 'Att ta reda på om *arkiven* vårdas';

let page: Page;
let notice: Locator;

/** Where each test begins: what is saved has no errors, and a page that was just opened shows it. */
beforeEach(async () => {
  // One that the last test left may be loading itself anew.
  await page?.close();
  page = await context.newPage();
  notice = page.getByRole('complementary', { name: 'Fel i innehållet' });
  await page.goto(site.address(reportPath));
  await page.getByText('Att ta reda på om arkiven vårdas').first().waitFor();
});

describe('What is saved', () => {
  test('is shown in the open page, at the place where it is read', async () => {
    await page.getByRole('heading', { name: 'Rekommendationer' }).last().scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => scrollY);
    assert.ok(place > 1_000, `the page is scrolled by ${place} pixels`);
    await using _ = changed(report, [purpose, 'Att utröna om *arkiven* vårdas']);
    await page.getByText('Att utröna om arkiven vårdas').first().waitFor();
    await page.waitForFunction((before) => Math.abs(scrollY - before) < 40, place);
  });

  test('by an editor that writes beside and renames, or empties first, is shown without a word of error', async () => {
    await watchForNotices(page);
    const text = textOf(report);
    const path = join(contentDir, report);
    writeFileSync(`${path}.tmp`, text.replace(purpose, 'Att med annat namn se om *arkiven* vårdas'));
    renameSync(`${path}.tmp`, path);
    await page.getByText('Att med annat namn se om arkiven vårdas').first().waitFor();
    writeFileSync(path, '');
    writeFileSync(path, text.slice(0, 900));
    writeFileSync(path, text);
    await page.getByText('Att ta reda på om arkiven vårdas').first().waitFor();
    assert.equal(await noticesSeen(page), 0);
  });

  test('several times in a burst is shown as it was saved last', async () => {
    const text = textOf(report);
    for (let nth = 1; nth <= 20; nth += 1) {
      save(report, text.replace(purpose, `Att ${nth} gånger se om *arkiven* vårdas`));
      await new Promise((resolve) => setTimeout(resolve, nth * 3));
    }
    await page.getByText('Att 20 gånger se om arkiven vårdas').first().waitFor();
    save(report, text);
    await page.getByText('Att ta reda på om arkiven vårdas').first().waitFor();
  });

  test('in a register is shown on the pages that tell of it', async () => {
    await page.goto(site.address('/kommuner/exempelstad/'));
    await using _ = changed('municipalities/9901-exempelstad.yaml', [
      'name: Exempelstads kommun',
      'name: Exempelstads stad',
    ]);
    await page.getByRole('heading', { level: 1, name: 'Exempelstads stad' }).waitFor();
  });

  test('as a picture is shown in its new shape', async () => {
    const name = 'audits/9901-exempelstad/2021-arkivvard/lada.png';
    const before = readFileSync(join(contentDir, name));
    await page.locator('img[src$="lada.png"][width="2000"]').waitFor();
    save(name, aPicture(1200, 600));
    await page.locator('img[src$="lada.png"][width="1200"][height="600"]').waitFor();
    save(name, before);
    await page.locator('img[src$="lada.png"][width="2000"]').waitFor();
  });

  test('as a new report has a page, which moves with its name and goes with its file', async () => {
    const title = 'Granskning av det som just skrevs';
    const first = 'audits/9901-exempelstad/2020-nyskriven.mdx';
    const second = 'audits/9901-exempelstad/2020-omdopt.mdx';
    const pageOf = (name: string) => site.address(`/granskningar/exempelstad/${name}/`);
    // The page that is not there yet waits for it too.
    await page.goto(pageOf('2020-nyskriven'));
    save(first, anAudit({ title, municipality: '9901-exempelstad', year: 2020, bodies: null }));
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    renameSync(join(contentDir, first), join(contentDir, second));
    await page.getByRole('heading', { level: 1, name: title }).waitFor({ state: 'detached' });
    // In a page of its own: the other may be loaded once more meanwhile.
    const moved = await context.newPage();
    await moved.goto(pageOf('2020-omdopt'));
    await moved.getByRole('heading', { level: 1, name: title }).waitFor();
    rmSync(join(contentDir, second));
    await moved.getByRole('heading', { level: 1, name: title }).waitFor({ state: 'detached' });
    await moved.close();
  });

  test('as a draft is shown, and says that it is one', async () => {
    await page.goto(site.address('/granskningar/exempelstad/2022-utkast/'));
    await page.getByRole('heading', { level: 1, name: draftTitle }).waitFor();
    assert.match(await textShownIn(page.getByRole('main')), /Utkast/);
  });
});

describe('What is wrong', () => {
  test('is told in the page and in the terminal as check tells it, over the last good version, until it is mended', async () => {
    const from = site.printed().length;
    {
      await using _ = changed(
        report,
        ['municipality: 9901-exempelstad', 'municipality: 9901-exempelstd'],
        [purpose, 'Att aldrig visas'],
      );
      await notice.waitFor();
      const told = checkReport();
      assert.match(told, /"9901-exempelstd" finns inte bland huvudmännen/);
      assert.equal(await notice.getByRole('alert').textContent(), told);
      await site.prints(told, from);
      await page.getByText('Att ta reda på om arkiven vårdas').first().waitFor();
      assert.equal(await page.getByText('Att aldrig visas').count(), 0);
      // Every other page is there too, and a page that is opened now tells the same.
      await page.goto(site.address('/kommuner/exempelstad/'));
      await page.getByRole('heading', { level: 1, name: 'Exempelstads kommun' }).waitFor();
      assert.equal(await notice.getByRole('alert').textContent(), told);
    }
    await notice.waitFor({ state: 'detached' });
    await site.prints(checkReport(), from);
  });

  test('is told of a file on its own, and of a register that reports need', async () => {
    {
      await using _ = changed('topics.yaml', ['id: arkiv,', 'id: arkiw,']);
      await notice.getByText('"arkiv" finns inte bland ämnena').first().waitFor();
    }
    await notice.waitFor({ state: 'detached' });
    {
      await using _ = changed(report, ['## ', '## {1 + 1} ']);
      await notice.getByText('2021-arkivvard.mdx').first().waitFor();
    }
    await notice.waitFor({ state: 'detached' });
  });

  test('from the start is told where the page will be, which comes when it is mended', async () => {
    const broken = mkdtempSync(join(shelf, 'dev-broken-'));
    writeArchive(broken);
    const path = join(broken, report);
    const good = readFileSync(path, 'utf8');
    writeFileSync(path, good.replace('municipality: 9901-exempelstad', 'municipality: 9901-exempelstd'));
    try {
      await using served = await devServer(broken, environment);
      assert.match(served.printed(), /Inget har publicerats\./);
      await page.goto(served.address(reportPath));
      await page.getByRole('heading', { level: 1, name: 'Arkivet kan inte visas än' }).waitFor();
      await notice.getByText('"9901-exempelstd" finns inte').waitFor();
      writeFileSync(path, good);
      await page.getByRole('heading', { level: 1, name: 'Granskning av arkivvård' }).waitFor();
      assert.equal(await notice.count(), 0);
    } finally {
      rmSync(broken, { recursive: true });
    }
  });

  test('with the content folder, that it is not there, is said at once', () => {
    const { status, printed } = command('dev', { CONTENT_DIR: join(shelf, 'ingenstans') });
    assert.match(printed, /^Innehållsmappen .*ingenstans finns inte\. Ange en annan med CONTENT_DIR/);
    assert.equal(status, 1);
  });
});

/** Changes a file until it goes out of scope. */
function changed(
  name: string,
  ...replacements: readonly (readonly [from: string, to: string])[]
): AsyncDisposable {
  const before = textOf(name);
  const text = replacements.reduce((so, [from, to]) => {
    assert.ok(so.includes(from), `${name} has no "${from}"`);
    return so.replace(from, to);
  }, before);
  save(name, text);
  return {
    [Symbol.asyncDispose]: async () => save(name, before),
  };
}

function textOf(name: string): string {
  return readFileSync(join(contentDir, name), 'utf8');
}

function save(name: string, text: string | Buffer): void {
  const path = join(contentDir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** What `check` prints of the content as it is saved. */
function checkReport(): string {
  return command('check', { CONTENT_DIR: contentDir, ...environment }).printed;
}

function command(
  name: string,
  given: Readonly<Record<string, string>>,
): { readonly status: number | null; readonly printed: string } {
  const { PATH = '', HOME = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('src', 'cli', `${name}.ts`)], {
    cwd: projectRoot,
    env: { PATH, HOME, ASTRO_TELEMETRY_DISABLED: '1', ...given },
    encoding: 'utf8',
  });
  return { status, printed: `${stdout}${stderr}`.trim() };
}

/** Counts notices, from here on and over reloads. */
async function watchForNotices(page: Page): Promise<void> {
  const watch = () => {
    new MutationObserver(() => {
      if (!document.querySelector('.live-notice')) return;
      sessionStorage.setItem('notices', String(Number(sessionStorage.getItem('notices') ?? 0) + 1));
    }).observe(document, { childList: true, subtree: true });
  };
  await page.evaluate(() => sessionStorage.removeItem('notices'));
  await page.evaluate(watch);
  await page.addInitScript(watch);
}

async function noticesSeen(page: Page): Promise<number> {
  return page.evaluate(() => Number(sessionStorage.getItem('notices') ?? 0));
}
