/** A stretch of a file, from `start` up to `end`. */
interface Range {
  readonly start: number;
  readonly end: number;
}

interface Box extends Range {
  readonly type: string;
  /** Where its content begins. */
  readonly content: number;
}

/**
 * Where an AVIF (or another file of the ISO base media format) holds metadata: Exif and XMP items, and boxes of no standard. They
 * are blanked where they stand, since all else in the file is found by its place. Source: ISO/IEC 14496-12, 8.11; AV1 Image File
 * Format 1.1.
 */
export function avifMetadata(file: Buffer): readonly Range[] {
  if (file.toString('latin1', 4, 8) !== 'ftyp') return [];
  const boxes = boxesIn(file, 0, file.length);
  const strange = boxes
    .filter(({ type }) => ['uuid', 'udta', 'free', 'skip'].includes(type))
    .map(({ content, end }) => ({ start: content, end }));
  return [
    ...strange,
    ...boxes.filter(({ type }) => type === 'meta').flatMap((meta) => metadataItems(file, meta)),
  ];
}

function boxesIn(file: Buffer, from: number, to: number): readonly Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    const short = file.readUInt32BE(at);
    const isLong = short === 1 && at + 16 <= to;
    const size = isLong ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    if (size < 8 || at + size > to) break;
    boxes.push({
      type: file.toString('latin1', at + 4, at + 8),
      start: at,
      content: at + (isLong ? 16 : 8),
      end: at + size,
    });
    at += size;
  }
  return boxes;
}

function metadataItems(file: Buffer, meta: Box): readonly Range[] {
  const inner = boxesIn(file, meta.content + 4, meta.end);
  const info = inner.find(({ type }) => type === 'iinf');
  const places = inner.find(({ type }) => type === 'iloc');
  if (!info || !places) return [];
  const isWide = (file[info.content] ?? 0) > 0;
  const entries = boxesIn(file, info.content + (isWide ? 8 : 6), info.end);
  const ids = new Set(
    entries.flatMap(({ content, end }) => {
      const version = file[content] ?? 0;
      const at = content + 4;
      if (version < 2 || at + 8 > end) return [];
      const id = version === 2 ? file.readUInt16BE(at) : file.readUInt32BE(at);
      const type = file.toString('latin1', at + (version === 2 ? 4 : 6), at + (version === 2 ? 8 : 10));
      return type === 'Exif' || type === 'mime' ? [id] : [];
    }),
  );
  const data = inner.find(({ type }) => type === 'idat');
  return placesOf(file, places, ids, data?.content ?? 0).filter(
    ({ start, end }) => start < end && end <= file.length,
  );
}

/** Where these items stand, by the box that tells it. */
function placesOf(file: Buffer, box: Box, ids: ReadonlySet<number>, dataStart: number): readonly Range[] {
  const version = file[box.content] ?? 0;
  let at = box.content + 4;
  const number = (size: number): number => {
    if (at + size > box.end) return 0;
    const bytes = file.subarray(at, at + size);
    at += size;
    return bytes.reduce((value, byte) => value * 256 + byte, 0);
  };
  const [sizes, bases] = [number(1), number(1)];
  const [offsetSize, lengthSize, baseSize] = [sizes >> 4, sizes & 15, bases >> 4];
  const indexSize = version > 0 ? bases & 15 : 0;
  const ranges: Range[] = [];
  for (let left = number(version < 2 ? 2 : 4); left > 0 && at < box.end; left -= 1) {
    const id = number(version < 2 ? 2 : 4);
    const isInData = version > 0 && (number(2) & 15) === 1;
    number(2);
    const base = number(baseSize);
    for (let extents = number(2); extents > 0 && at < box.end; extents -= 1) {
      number(indexSize);
      const start = base + number(offsetSize) + (isInData ? dataStart : 0);
      const length = number(lengthSize);
      if (ids.has(id)) ranges.push({ start, end: start + length });
    }
  }
  return ranges;
}
