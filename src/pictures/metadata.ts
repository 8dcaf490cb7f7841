import { inflateSync } from 'node:zlib';
import { avifMetadata } from './avif.ts';

/*
 * What a picture file holds besides the picture: where and when it was taken, with what, by whom, comments, thumbnails. It is
 * taken away without touching the picture, so that the same file always gives the same bytes.
 */

/** A stretch of a picture file: the picture itself, or metadata with its text. */
interface Stretch {
  readonly bytes: Buffer;
  /** Of metadata. */
  readonly text?: string;
}

const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** A picture without its metadata; how it is to be turned and its colours are kept. JPEG, PNG, WebP and AVIF; others as they are. */
export function withoutMetadata(file: Buffer): Buffer {
  if (isJpeg(file)) {
    const turn = orientationOf(file);
    const kept = keptBytes(jpegStretches(file));
    if (turn === 1) return kept;
    // The start of the image is the first two bytes; what follows is told of first.
    return Buffer.concat([kept.subarray(0, 2), orientationSegment(turn), kept.subarray(2)]);
  }
  if (isPng(file)) return keptBytes(pngStretches(file));
  if (isWebp(file)) return wholeWebp(keptBytes(webpStretches(file)));
  const hidden = avifMetadata(file);
  if (hidden.length === 0) return file;
  const blanked = Buffer.from(file);
  for (const { start, end } of hidden) blanked.fill(0, start, end);
  return blanked;
}

/** All text in a picture's metadata, as far as it can be read as such. */
export function metadataText(file: Buffer): string {
  const stretches = isJpeg(file)
    ? jpegStretches(file)
    : isPng(file)
      ? pngStretches(file)
      : isWebp(file)
        ? webpStretches(file)
        : avifMetadata(file).map(({ start, end }) => ({
            bytes: Buffer.alloc(0),
            text: textIn(file.subarray(start, end)),
          }));
  return stretches.map(({ text = '' }) => text).join('\n');
}

function keptBytes(stretches: readonly Stretch[]): Buffer {
  return Buffer.concat(stretches.filter(({ text }) => text === undefined).map(({ bytes }) => bytes));
}

/** Bytes as text, whether a character takes one byte or two. */
function textIn(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
}

function isJpeg(file: Buffer): boolean {
  return file[0] === 0xff && file[1] === 0xd8;
}

/**
 * A JPEG by its segments. Of the application segments only JFIF's header, the colour profile and Adobe's colour transform belong
 * to the picture; what stands after its end does not. Source: ITU-T T.81, annex B; JFIF 1.02.
 */
function jpegStretches(file: Buffer): readonly Stretch[] {
  const stretches: Stretch[] = [{ bytes: file.subarray(0, 2) }];
  let at = 2;
  while (at + 4 <= file.length) {
    const marker = file[at + 1] ?? 0;
    if (file[at] !== 0xff) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length) break;
    const segment = file.subarray(at, end);
    stretches.push(
      isPartOfJpeg(marker, segment) ? { bytes: segment } : { bytes: segment, text: textIn(segment) },
    );
    at = end;
    if (marker !== 0xda) continue;
    // A scan ends at the next marker that is none of its own.
    while (at + 1 < file.length && !(file[at] === 0xff && isMarkerAfterScan(file[at + 1] ?? 0))) at += 1;
    stretches.push({ bytes: file.subarray(end, at) });
  }
  const trailer = file.subarray(Math.min(file.length, at + 2));
  return [...stretches, { bytes: Buffer.from([0xff, 0xd9]) }, { bytes: trailer, text: textIn(trailer) }];
}

function isMarkerAfterScan(marker: number): boolean {
  return marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7);
}

function isPartOfJpeg(marker: number, segment: Buffer): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = segment.toString('latin1', 4, 16);
  return (
    (marker === 0xe0 && name.startsWith('JFIF\0')) ||
    (marker === 0xe2 && name.startsWith('ICC_PROFILE\0')) ||
    (marker === 0xee && name.startsWith('Adobe'))
  );
}

/** How a JPEG asks to be turned, 1 to 8; 1 is as it stands. Source: Exif 2.32, tag 0x0112. */
function orientationOf(file: Buffer): number {
  for (const { bytes, text } of jpegStretches(file)) {
    if (text === undefined || bytes.toString('latin1', 4, 10) !== 'Exif\0\0') continue;
    const tiff = bytes.subarray(10);
    const isLittle = tiff.toString('latin1', 0, 2) === 'II';
    const short = (at: number) =>
      at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
    const long = (at: number) =>
      at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
    const directory = long(4);
    for (let index = 0; index < Math.min(short(directory), 200); index += 1) {
      const entry = directory + 2 + index * 12;
      const value = short(entry + 8);
      if (short(entry) === 0x0112 && value >= 1 && value <= 8) return value;
    }
  }
  return 1;
}

/** An Exif segment that says how the picture is turned, and nothing else. */
function orientationSegment(turn: number): Buffer {
  const segment = Buffer.from(
    'ffe1 0022 457869660000 49492a0008000000 0100 1201 0300 01000000 0000 0000 00000000'.replaceAll(' ', ''),
    'hex',
  );
  segment.writeUInt16LE(turn, segment.length - 8);
  return segment;
}

function isPng(file: Buffer): boolean {
  return file.subarray(0, 8).equals(pngSignature);
}

/** Chunks that make the picture, its colours and its movement. Source: PNG, third edition (W3C 2025), 11. */
const pngChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(
    ' ',
  ),
);

function pngStretches(file: Buffer): readonly Stretch[] {
  const stretches: Stretch[] = [{ bytes: file.subarray(0, 8) }];
  let at = 8;
  let isOver = false;
  while (!isOver && at + 12 <= file.length) {
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) break;
    const type = file.toString('latin1', at + 4, at + 8);
    const bytes = file.subarray(at, end);
    stretches.push(pngChunks.has(type) ? { bytes } : { bytes, text: pngText(bytes.subarray(8, -4)) });
    isOver = type === 'IEND';
    at = end;
  }
  const rest = file.subarray(at);
  // A file that is cut short is left as it is.
  return [...stretches, isOver ? { bytes: rest, text: textIn(rest) } : { bytes: rest }];
}

/** A text chunk's words, also where they are compressed: what follows a zero, a method or two, or words of a language. */
function pngText(data: Buffer): string {
  const texts = [textIn(data)];
  for (let at = data.indexOf(0x78); at !== -1 && texts.length < 8; at = data.indexOf(0x78, at + 1)) {
    try {
      texts.push(textIn(inflateSync(data.subarray(at), { maxOutputLength: 1_000_000 })));
      break;
    } catch {
      // No compressed text begins here.
    }
  }
  return texts.join('\n');
}

function isWebp(file: Buffer): boolean {
  return file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP';
}

/** Source: RFC 9649, 2. */
const webpChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

function webpStretches(file: Buffer): readonly Stretch[] {
  const stretches: Stretch[] = [{ bytes: file.subarray(0, 12) }];
  let at = 12;
  while (at + 8 <= file.length) {
    const size = file.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > file.length) break;
    const bytes = file.subarray(at, end);
    const isPart = webpChunks.has(file.toString('latin1', at, at + 4));
    stretches.push(isPart ? { bytes } : { bytes, text: textIn(bytes) });
    at = end;
  }
  return stretches;
}

/** A WebP with its size, and without the flags that say that it has Exif (8) or XMP (4). */
function wholeWebp(kept: Buffer): Buffer {
  const file = Buffer.from(kept);
  file.writeUInt32LE(file.length - 8, 4);
  const flags = file[20];
  if (file.toString('latin1', 12, 16) === 'VP8X' && flags !== undefined) file[20] = flags & ~0x0c;
  return file;
}
