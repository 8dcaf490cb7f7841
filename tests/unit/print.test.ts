import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import {
  PdfStore,
  type Printer,
  printAll,
  printedFingerprint,
  UnknownPdfError,
  withMetadata,
} from '../../src/print/index.ts';
import { folderWith } from '../fixtures/content.ts';

/** A printer that dies at the first print of some jobs, or at every, and cannot print others. */
class MortalPrinter implements Printer<string> {
  static readonly launched: MortalPrinter[] = [];
  readonly #seen: Set<string>;
  #isAlive = true;
  isClosed = false;

  constructor(seen: Set<string>) {
    this.#seen = seen;
    MortalPrinter.launched.push(this);
  }

  async print(job: string): Promise<Buffer> {
    await new Promise(setImmediate);
    const isFirst = !this.#seen.has(job);
    this.#seen.add(job);
    if (job.startsWith('dödar alltid') || (job.startsWith('dödar') && isFirst)) {
      this.#isAlive = false;
      throw new Error('Webbläsaren dog.');
    }
    if (job.startsWith('trasig')) throw new Error('Sidan går inte att skriva ut.');
    return Buffer.from(job);
  }

  isAlive(): boolean {
    return this.#isAlive;
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }
}

async function printed(jobs: readonly string[], workers = 1) {
  const seen = new Set<string>();
  const made: string[] = [];
  const progress: string[] = [];
  MortalPrinter.launched.length = 0;
  const failures = await printAll(jobs, async () => new MortalPrinter(seen), {
    workers,
    onPrinted: (job) => made.push(job),
    onProgress: (done, total) => progress.push(`${done}/${total}`),
  });
  return { made, progress, failed: failures.map(({ job }) => job), launched: MortalPrinter.launched };
}

describe('Printing', () => {
  test('goes on with the rest when the browser dies, and tries what killed it once more', async () => {
    const { made, failed, launched } = await printed(['a', 'dödar en gång', 'b', 'c']);
    assert.deepEqual(made, ['a', 'dödar en gång', 'b', 'c']);
    assert.deepEqual(failed, []);
    assert.equal(launched.length, 2);
  });

  test('names what kills the browser each time, and makes all else', async () => {
    const { made, failed } = await printed(['a', 'dödar alltid', 'b']);
    assert.deepEqual([made, failed], [['a', 'b'], ['dödar alltid']]);
  });

  test('names what cannot be printed without a new browser, and does not try it again', async () => {
    const { made, failed, launched } = await printed(['trasig', 'a', 'trasig 2']);
    assert.deepEqual([made, failed], [['a'], ['trasig', 'trasig 2']]);
    assert.equal(launched.length, 1);
  });

  test('by several at once makes each once, and closes every browser', async () => {
    const jobs = Array.from({ length: 25 }, (_, index) => `${index % 7 === 3 ? 'dödar ' : ''}${index}`);
    const { made, failed, launched, progress } = await printed(jobs, 3);
    assert.deepEqual(made.toSorted(), jobs.toSorted());
    assert.deepEqual(failed, []);
    assert.equal(progress.at(-1), '25/25');
    assert.ok(launched.every((printer) => printer.isClosed || !printer.isAlive()));
  });

  test('of nothing launches nothing', async () => {
    assert.equal((await printed([])).launched.length, 0);
  });

  test('names everything where no browser can be launched', async () => {
    const failures = await printAll(['a', 'b'], () => Promise.reject(new Error('Ingen webbläsare.')), {
      workers: 2,
      onPrinted: () => assert.fail(),
    });
    assert.deepEqual(
      failures.map(({ job }) => job),
      ['a', 'b'],
    );
  });
});

describe('What is printed', () => {
  const page = (more = '') =>
    `<html><head><style>a{}</style>${more}</head><body><main>Ord</main></body></html>`;
  const fingerprint = (html: string) => printedFingerprint(html, '156');

  test('is the same whatever scripts and policies the page has, and whether it links to the PDF', () => {
    const link = '<p class="pdf" data-pdf data-x><a href="a.pdf">PDF, 3 sidor</a></p>';
    for (const more of [
      '<script type="module" src="/_astro/a.js"></script>',
      '<meta http-equiv="content-security-policy" content="default-src \'self\'">',
      '<meta name="citation_pdf_url" content="a.pdf">',
      link,
    ]) {
      assert.equal(fingerprint(page(more)), fingerprint(page()), more);
    }
  });

  test('is another with other words, another style sheet or another browser', () => {
    const prints = [
      fingerprint(page()),
      fingerprint(page().replace('Ord', 'Andra ord')),
      fingerprint(page('<link rel="stylesheet" href="/_astro/b.css">')),
      printedFingerprint(page(), '157'),
    ];
    assert.equal(new Set(prints).size, prints.length);
  });
});

describe('PDFs are kept', () => {
  const root = folderWith({});
  after(() => rmSync(root, { recursive: true }));
  const stored = { fingerprint: 'a', digest: 'b', pages: 3, bytes: 4 };

  test('by report, also for the next run, until the report is gone', () => {
    new PdfStore(root).keep('a/b', Buffer.from('pdf'), stored);
    const store = new PdfStore(root);
    assert.deepEqual(store.get('a/b'), stored);
    assert.equal(store.keepOnly(new Set(['a/b'])), false);
    assert.equal(store.keepOnly(new Set()), true);
    assert.equal(new PdfStore(root).get('a/b'), undefined);
  });

  test('only as long as the file is there', () => {
    const store = new PdfStore(root);
    store.keep('a/c', Buffer.from('pdf'), stored);
    rmSync(store.fileOf('a/c'));
    assert.equal(new PdfStore(root).get('a/c'), undefined);
  });

  test('and made anew where what is kept of them cannot be read', () => {
    const damaged = folderWith({
      '.cache/pdf/manifest.json': '{"a/b": {"pages"',
      '.cache/pdf/a/b.pdf': 'pdf',
    });
    assert.equal(new PdfStore(damaged).get('a/b'), undefined);
    rmSync(join(damaged), { recursive: true });
  });
});

test('a PDF that ends otherwise than the browser’s is refused, not damaged', () => {
  const metadata = { title: 'a', author: 'b', subject: 'c', keywords: 'd' };
  assert.throws(() => withMetadata(Buffer.from('%PDF-1.7\n…\n%%EOF\n'), metadata), UnknownPdfError);
});
