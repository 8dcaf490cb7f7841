import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { Page } from 'playwright';
import { launchedBrowser } from '../../src/cli/browser.ts';
import { withoutMetadata } from '../../src/pictures/index.ts';
import { jpegWithMetadata, pngWithMetadata, webpWithMetadata } from '../fixtures/metadata.ts';
import { hostileSite } from './sites.ts';

const browser = await launchedBrowser();
after(() => browser.close());

const size = [40, 24] as const;

/** A picture as the browser writes it. */
async function drawn(page: Page, type: string): Promise<Buffer> {
  const address = await page.evaluate(
    ({ type, width, height }) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const brush = canvas.getContext('2d');
      for (let row = 0; brush && row < height; row += 1) {
        brush.fillStyle = `hsl(${row * 15} 80% 50%)`;
        brush.fillRect(0, row, width - row, 1);
      }
      return canvas.toDataURL(type, 0.8);
    },
    { type, width: size[0], height: size[1] },
  );
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

/** What the browser shows of a picture: its size, and every pixel. */
async function seen(page: Page, type: string, picture: Buffer): Promise<string> {
  return page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      const brush = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
      brush?.drawImage(image, 0, 0);
      return `${width}×${height} ${brush?.getImageData(0, 0, width, height).data.join()}`;
    },
    `data:${type};base64,${picture.toString('base64')}`,
  );
}

describe('A picture without its metadata looks as it did', () => {
  const kinds = {
    'image/jpeg': (picture: Buffer) => jpegWithMetadata(picture),
    'image/png': (picture: Buffer) => pngWithMetadata(picture),
    'image/webp': (picture: Buffer) => webpWithMetadata(picture, size),
  };
  for (const [type, withMetadata] of Object.entries(kinds)) {
    test(type, async () => {
      await using page = await browser.newPage();
      const picture = await drawn(page, type);
      const published = withoutMetadata(withMetadata(picture));
      assert.equal(published.includes('Exempelsson'), false);
      assert.equal(await seen(page, type, published), await seen(page, type, picture));
    });
  }

  test('turned as its Exif asks', async () => {
    await using page = await browser.newPage();
    const picture = jpegWithMetadata(await drawn(page, 'image/jpeg'), 'GPSLatitude', 6);
    const shown = await seen(page, 'image/jpeg', withoutMetadata(picture));
    assert.match(shown, /^24×40 /);
    assert.equal(shown, await seen(page, 'image/jpeg', picture));
  });
});

test('A picture in the built site has none of the metadata that its file in the content folder has', () => {
  const pictures = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('karta.png'))
      .map((file) => readFileSync(join(folder, file)));
  const inContent = pictures(hostileSite.contentDir);
  const inSite = pictures(hostileSite.outDir);
  assert.ok(inContent.length > 0 && inContent.every((bytes) => bytes.includes('Exempelsson')));
  assert.equal(inSite.length, inContent.length);
  assert.ok(inSite.every((bytes) => !bytes.includes('Exempelsson')));
});
