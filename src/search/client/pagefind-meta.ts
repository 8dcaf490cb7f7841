import { SearchError } from './failure.ts';

const signature = 'pagefind_dcd';

/**
 * The names that Pagefind gives its records, in the order in which they were indexed. Its list is CBOR (RFC 8949): an array of the
 * version and an array of pages, each an array that begins with the name.
 */
export function pagesIn(bytes: Uint8Array): readonly string[] {
  const text = new TextDecoder();
  let at = text.decode(bytes.subarray(0, signature.length)) === signature ? signature.length : 0;
  const head = (): readonly [kind: number, value: number] => {
    const first = bytes[at] ?? 0;
    at += 1;
    const short = first & 31;
    if (short < 24) return [first >> 5, short];
    const length = 2 ** (short - 24);
    let value = 0;
    for (const end = at + length; at < end; at += 1) value = value * 256 + (bytes[at] ?? 0);
    return [first >> 5, value];
  };
  const expect = (kind: number) => {
    const [found, value] = head();
    if (found !== kind) throw new SearchError('broken');
    return value;
  };
  const readText = () => {
    const length = expect(3);
    at += length;
    return text.decode(bytes.subarray(at - length, at));
  };
  expect(4);
  readText();
  return Array.from({ length: expect(4) }, () => {
    const fields = expect(4);
    const name = readText();
    for (let field = 1; field < fields; field += 1) {
      const [kind, value] = head();
      if (kind === 3) at += value;
    }
    return name;
  });
}
