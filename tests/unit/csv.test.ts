import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cell, csvOf } from '../../src/open-data/index.ts';

const bytesOf = (header: readonly string[], ...rows: readonly (readonly Cell[])[]) => csvOf(header, rows);
const textOf = (...table: Parameters<typeof bytesOf>) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(...table));

test('a file begins with the byte order mark that tells Excel it is UTF-8', () => {
  assert.deepEqual([...bytesOf(['år'])].slice(0, 5), [0xef, 0xbb, 0xbf, 0xc3, 0xa5]);
});

test('columns are separated by semicolons, and every row ends with CRLF, the last too', () => {
  assert.equal(textOf(['Ålder', 'Alla'], ['0–1 år', 3]), '\uFEFFÅlder;Alla\r\n0–1 år;3\r\n');
});

test('a decimal has a comma and nothing stands between thousands', () => {
  assert.equal(textOf(['Dagar'], [1152.5], [63000]), '\uFEFFDagar\r\n1152,5\r\n63000\r\n');
});

test('what is not known is an empty cell and none is nought', () => {
  assert.equal(textOf(['a', 'b'], [undefined, 0]), '\uFEFFa;b\r\n;0\r\n');
});

test('text with a semicolon, a quotation mark or a line break is quoted', () => {
  assert.equal(
    textOf(['a', 'b', 'c'], ['x; y', 'sa "ja"', 'två\nrader']),
    '\uFEFFa;b;c\r\n"x; y";"sa ""ja""";"två\nrader"\r\n',
  );
});

test('text with a comma alone is not', () => {
  assert.equal(textOf(['a'], ['x, y']), '\uFEFFa\r\nx, y\r\n');
});

test('text that a spreadsheet would run as a formula is made text', () => {
  assert.equal(textOf(['a'], ['=1+1'], ['@namn'], ['-']), "\uFEFFa\r\n'=1+1\r\n'@namn\r\n'-\r\n");
});
