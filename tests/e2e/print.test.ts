import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openedSite } from './opened-site.ts';
import { asRead } from './page-text.ts';

/*
 * Reports on paper. A browser does not tell where it breaks a printed page, so what is tested is that it has been told where not to
 * break, and that nothing which is to stay whole is taller than a page.
 */

const archive = await openedSite('arkivet');
const madeUp = await openedSite('provarkivet');

/** A4 without the margins of the stylesheet, in pixels of a 96th of an inch. */
const printed = { width: Math.floor((172 / 25.4) * 96), height: Math.floor((251 / 25.4) * 96) };

for (const [site, path, least, most] of [
  [archive, '/granskningar/boras/2017-informationssakerhet/', 8, 24],
  [archive, '/granskningar/lund/2018-behorighet/', 10, 40],
  [madeUp, '/granskningar/exempelstad/2021-arkivvard/', 5, 20],
] as const) {
  describe(`In print, ${path}`, async () => {
    const page = await site.open(path, { viewport: printed });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const pdf = await page.pdf({ preferCSSPageSize: true });

    test('becomes a PDF of a sane number of A4 pages', () => {
      const text = pdf.toString('latin1');
      assert.ok(text.startsWith('%PDF-'));
      const pages = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      assert.ok(pages >= least && pages <= most, `${pages} pages`);
      const sizes = new Set(
        [...text.matchAll(/\/MediaBox\s*\[([^\]]+)\]/g)].map(([, box = '']) => box.trim()),
      );
      assert.deepEqual(
        [...sizes].map((box) => box.split(/\s+/).map((side) => Math.round(Number(side)))),
        [[0, 0, 595, 842]],
      );
    });

    test('has its pictures in the PDF', async () => {
      const pictures = await page.getByRole('figure').locator('img').count();
      const inPdf = pdf.toString('latin1').match(/\/Subtype\s*\/Image\b/g)?.length ?? 0;
      assert.ok(inPdf >= pictures, `${inPdf} of ${pictures} pictures`);
    });

    test('cuts no row, finding, recommendation, sample or note between pages', async () => {
      const wholes = await page
        .locator('tr, .pair, .recommendation, .sample, .footnote')
        .evaluateAll((elements) =>
          elements.map((element) => ({
            what: element.outerHTML.slice(0, 80),
            breakInside: getComputedStyle(element).breakInside,
            height: element.getBoundingClientRect().height,
          })),
        );
      assert.ok(wholes.length > 15);
      assert.deepEqual(
        wholes.filter(({ breakInside }) => !breakInside.startsWith('avoid')),
        [],
      );
      assert.deepEqual(
        wholes.filter(({ height }) => height > printed.height),
        [],
      );
    });

    test('keeps a heading with what follows it', async () => {
      const breaks = await page
        .locator('h2, h3, h4, thead, caption')
        .evaluateAll((elements) => elements.map((element) => getComputedStyle(element).breakAfter));
      assert.ok(breaks.length > 5);
      assert.deepEqual([...new Set(breaks)], ['avoid']);
    });

    test('is black on white also for a reader who has a dark screen', async () => {
      const { backgroundColor, color } = await page.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        return { backgroundColor: style.backgroundColor, color: style.color };
      });
      assert.equal(backgroundColor, 'rgb(255, 255, 255)');
      assert.equal(color, 'rgb(0, 0, 0)');
    });

    test('is no wider than the paper', async () => {
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= printed.width);
    });

    test('keeps its notes, findings and marks', async () => {
      for (const part of ['.footnote', '.pair', '.mark']) {
        assert.ok(await page.locator(part).first().isVisible(), part);
      }
    });
  });
}

test('The address of a report that stands elsewhere is written out in print', async () => {
  await using page = await madeUp.open('/granskningar/exempelstad/2021-arkivvard/');
  await page.emulateMedia({ media: 'print' });
  const content = await page
    .getByRole('link', { name: 'Granskning av arkivvård 2021' })
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  assert.match(asRead(content), /rapporter\.exempel\.se\/arkivvard-2021\.pdf/);
});
