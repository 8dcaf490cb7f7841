import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Browser, Page } from 'playwright';
import { launchedBrowser } from '../../src/cli/browser.ts';
import { devServer } from '../e2e/dev-server.ts';
import { folderWith, projectRoot } from '../fixtures/content.ts';
import { firstReportFile, firstReportFiles } from '../fixtures/first-report.ts';

/*
 * `npm run pictures`: takes the guide's pictures anew, in both colour schemes, of a made-up report as an author meets it. They are
 * committed; take them again when what they show looks otherwise.
 */

const shelf = join(projectRoot, 'src', 'pages', 'guide', '_bilder');
const schemes = ['light', 'dark'] as const;
const width = 860;

const report = firstReportFiles[firstReportFile] ?? '';
const misspelt = report.replace('to: [tekniska-namnden]', 'to: [tekniska-namden]');
const contentDir = folderWith(firstReportFiles);
const place = join(contentDir, firstReportFile);

mkdirSync(shelf, { recursive: true });
const browser = await launchedBrowser();
try {
  await pictureOfTerminal(browser, 'kontroll', 'npm run check', outputOfCheck());
  await using server = await devServer(contentDir);
  for (const scheme of schemes) {
    const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 620 } });
    page.setDefaultTimeout(60_000);
    await page.goto(server.address('/granskningar/provby/2025-bilpool/'));
    // A face that came too late for the first showing is there for the next.
    await page.evaluate(() => document.fonts.ready);
    await page.reload({ waitUntil: 'networkidle' });
    await take(page, `rapport-${scheme}`);
    await page.locator('#f1').scrollIntoViewIfNeeded();
    writeFileSync(place, misspelt);
    await page.locator('.live-notice').waitFor();
    await page.evaluate(() => document.querySelector('#f1')?.scrollIntoView({ block: 'center' }));
    await page.locator('.live-notice pre').evaluate(
      (report, text) => {
        report.textContent = text;
      },
      asAtHome((await page.locator('.live-notice pre').textContent()) ?? ''),
    );
    await take(page, `fel-${scheme}`);
    writeFileSync(place, report);
    await page.locator('.live-notice').waitFor({ state: 'detached' });
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(contentDir, { recursive: true });
}

/** What an author reads who has misspelt a board. The content folder goes by its usual name. */
function outputOfCheck(): string {
  writeFileSync(place, misspelt);
  const { stdout, stderr } = spawnSync(process.execPath, [join('src', 'cli', 'check.ts')], {
    cwd: projectRoot,
    env: { ...process.env, CONTENT_DIR: contentDir },
    encoding: 'utf8',
  });
  writeFileSync(place, report);
  return asAtHome(`${stdout}${stderr}`);
}

/** The same text of a content folder that goes by its usual name. */
function asAtHome(text: string): string {
  return text.replaceAll(relative(projectRoot, contentDir), 'content');
}

async function pictureOfTerminal(
  browser: Browser,
  name: string,
  command: string,
  output: string,
): Promise<void> {
  for (const scheme of schemes) {
    const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 100 } });
    await page.setContent(`<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><style>
      body { margin: 0; padding: 20px 24px; background: light-dark(#f3eee2, #25221c); color: light-dark(#1f1b16, #e9e3d7);
        font: 13px/1.5 "Liberation Mono", Menlo, Consolas, monospace; white-space: pre-wrap; }
      b { color: light-dark(#1c573d, #93c9a8); }</style><b>$ </b>`);
    await page.evaluate(({ command, output }) => document.body.append(`${command}\n\n${output}`), {
      command,
      output,
    });
    await take(page, `${name}-${scheme}`, true);
    await page.close();
  }
}

/** A picture as WebP, which the browser itself makes of what it has drawn. */
async function take(page: Page, name: string, isWhole = false): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const png = (await page.screenshot({ fullPage: isWhole })).toString('base64');
  const maker = await browser.newPage();
  const webp = await maker.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.86);
  }, png);
  await maker.close();
  writeFileSync(join(shelf, `${name}.webp`), Buffer.from(webp.slice(webp.indexOf(',') + 1), 'base64'));
}
