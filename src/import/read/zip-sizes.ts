import { inflateRawSync } from 'node:zlib';
import { ImportError } from '../source-text.ts';

/** More than any report holds when it is unpacked: pictures and all. */
const mostBytes = 300 * 2 ** 20;
/** Of text alone, in one of its parts. */
const mostXmlBytes = 40 * 2 ** 20;

export interface ZipEntry {
  readonly name: string;
  /** Its content unpacked. */
  readonly bytes: () => Buffer;
}

/**
 * The parts of a Zip file (APPNOTE 6.3.10 §4.3), each unpacked once to see that it is no larger than it should be: a file of a few
 * kilobytes can say that it holds gigabytes.
 *
 * @throws {ImportError} where it is damaged, encrypted or too large
 */
export function zipEntries(file: Buffer, fileName: string): readonly ZipEntry[] {
  const damaged = (cause?: unknown) =>
    new ImportError(
      'unreadable',
      `${fileName} går inte att packa upp: filen är skadad.`,
      'Hämta eller spara den på nytt.',
      { cause },
    );
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length) throw damaged();
  const entries: ZipEntry[] = [];
  let total = 0;
  try {
    let at = file.readUInt32LE(end + 16);
    for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
      if (file.readUInt32LE(at) !== 0x02014b50) throw damaged();
      const method = file.readUInt16LE(at + 10);
      const packed = file.readUInt32LE(at + 20);
      const nameLength = file.readUInt16LE(at + 28);
      const name = file.toString('utf8', at + 46, at + 46 + nameLength);
      const header = file.readUInt32LE(at + 42);
      at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
      const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
      const most = /\.(?:xml|rels)$/i.test(name) ? mostXmlBytes : mostBytes - total;
      const content = file.subarray(start, start + packed);
      const bytes = () => (method === 0 ? content : inflateRawSync(content, { maxOutputLength: most }));
      total += bytes().length;
      if (total > mostBytes) throw tooLarge(fileName);
      entries.push({ name, bytes });
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      throw tooLarge(fileName, error);
    }
    throw damaged(error);
  }
  return entries;
}

function tooLarge(fileName: string, cause?: unknown): ImportError {
  return new ImportError(
    'unreadable',
    `${fileName} är för stor när den packas upp.`,
    'Ta bort stora bilder, eller spara rapporten som PDF.',
    { cause },
  );
}
