import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { imageSize } from 'image-size';
import { metadataText, withoutMetadata } from '../../src/pictures/index.ts';
import { aPicture } from '../fixtures/archive-figure.ts';
import { contentWith } from '../fixtures/content.ts';
import {
  avifWithMetadata,
  jpegWithMetadata,
  pngWithMetadata,
  telling,
  webpWithMetadata,
} from '../fixtures/metadata.ts';
import { withControlDigit } from '../fixtures/numbers.ts';
import { printedOf } from '../fixtures/printed.ts';

/** A grey JPEG of 8 by 8 pixels, baseline, with a restart marker's look-alike in its scan. Source: ITU-T T.81. */
const jpeg = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffdb004300' +
    '01'.repeat(64) +
    'ffc0000b080008000801011100ffc40014000100000000000000000000000000000000ffc40014100100000000000000000000000000000000' +
    'ffda0008010100003f00ff00d0d9ffd9',
  'hex',
);
const webp = Buffer.from('UklGRh4AAABXRUJQVlA4TBEAAAAvAAAAAAfQ//73v/+BiOh/AAA=', 'base64');
const words = ['GPSLatitude', 'Exempelsson', 'brukaren'];
const pictures: Readonly<Record<string, Buffer>> = {
  JPEG: jpegWithMetadata(jpeg),
  PNG: pngWithMetadata(aPicture(4, 4)),
  WebP: webpWithMetadata(webp, [1, 1]),
  AVIF: avifWithMetadata(),
};

describe('A picture that is published', () => {
  for (const [kind, picture] of Object.entries(pictures)) {
    test(`as ${kind} says nothing of where, when or by whom it was made`, () => {
      assert.ok(words.every((word) => metadataText(picture).includes(word)));
      const published = withoutMetadata(picture);
      const text = published.toString('latin1').replaceAll('\0', '');
      for (const word of words) assert.equal(text.includes(word), false, word);
      assert.deepEqual(metadataText(published).replace(/[\s\0]|Exif|II\*.*/gs, ''), '');
    });

    test(`as ${kind} is as large as it was, and the same however often it is done`, () => {
      const published = withoutMetadata(picture);
      assert.equal(imageSize(published).width, imageSize(picture).width);
      assert.deepEqual(withoutMetadata(published), published);
    });
  }

  test('without metadata is the same file', () => {
    for (const picture of [jpeg, aPicture(3, 5), webp]) assert.deepEqual(withoutMetadata(picture), picture);
  });

  test('is turned as it was, and keeps nothing else of its Exif', () => {
    const turned = withoutMetadata(jpegWithMetadata(jpeg, telling, 6));
    assert.equal(imageSize(turned).orientation, 6);
    assert.equal(turned.includes('GPSLatitude'), false);
    assert.equal(turned.length, jpeg.length + 36);
  });

  test('keeps its colours', () => {
    const profile = Buffer.from(
      `ffe20012${Buffer.from('ICC_PROFILE\0\u0001\u0001xx').toString('hex')}`,
      'hex',
    );
    const coloured = Buffer.concat([jpeg.subarray(0, 20), profile, jpeg.subarray(20)]);
    assert.ok(withoutMetadata(coloured).includes('ICC_PROFILE'));
  });

  test('that is cut short anywhere is no reason to stop', () => {
    for (const picture of Object.values(pictures)) {
      for (let length = 0; length < picture.length; length += 1) {
        const cut = picture.subarray(0, length);
        assert.doesNotThrow(() => [withoutMetadata(cut), metadataText(cut)]);
      }
    }
  });

  test('whose sizes are wrong anywhere is no reason to stop', () => {
    for (const picture of Object.values(pictures)) {
      for (let at = 0; at < picture.length; at += 2) {
        for (const value of [0, 0xff]) {
          const wrong = Buffer.from(picture);
          wrong[at] = value;
          assert.doesNotThrow(() => [withoutMetadata(wrong), metadataText(wrong)]);
        }
      }
    }
  });
});

describe('A personal identity number in a picture’s metadata', () => {
  const number = withControlDigit('000101000');
  const folder = 'audits/9901-exempelstad/2020-arkivvard';
  for (const [ending, picture] of Object.entries({
    jpg: jpegWithMetadata(jpeg, `Akt ${number}`),
    png: pngWithMetadata(aPicture(4, 4), `Akt ${number}`),
    webp: webpWithMetadata(webp, [1, 1], `Akt ${number}`),
    avif: avifWithMetadata(`Akt ${number}`),
  })) {
    test(`keeps the archive from being published: ${ending}`, () => {
      const file = `${folder}/bild.${ending}`;
      const [first] = printedOf(file, { [file]: picture });
      assert.match(first ?? '', /^I bildens dolda uppgifter \(metadata\) står ett personnummer/);
    });
  }

  test('is found where the text is compressed alone', () => {
    const picture = pngWithMetadata(aPicture(4, 4), `Akt ${number}`);
    const compressed = picture.indexOf('zTXt');
    assert.ok(metadataText(picture.subarray(0, picture.indexOf('iTXt') - 4)).includes(number));
    assert.ok(compressed > 0);
  });

  test('and in a file’s name, does too', () => {
    const file = `${folder}/akt-${number.slice(0, 6)}-${number.slice(6)}.png`;
    assert.match(printedOf(file, { [file]: aPicture(4, 4) }).join(), /står ett personnummer/);
  });
});

test('a picture that is of another kind than its name says is refused', () => {
  const file = 'audits/9901-exempelstad/2020-arkivvard/karta.png';
  const drawing = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><script>1</script></svg>',
  );
  for (const [bytes, kind] of [
    [drawing, 'svg'],
    [jpeg, 'jpg'],
  ] as const) {
    const { problems } = contentWith({ [file]: bytes });
    assert.deepEqual(
      problems.map(({ message }) => message),
      [`Filen är ingen png-bild utan av slaget ${kind}.`],
    );
  }
});
