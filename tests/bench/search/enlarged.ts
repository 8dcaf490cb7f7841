import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JudgedRecord } from '../../../src/search/index/index.ts';

/** One word in so many is another, so that the vocabulary grows as that of more reports does. */
const changedWords = 25;
const partsOfReport = 20;
const firstYear = 2025;
const years = 20;

/**
 * The records and as many more as make `size`, made up of their sentences in other orders, with a rare word put in here and there.
 * The same records and size give the same.
 */
export function* enlarged(records: readonly JudgedRecord[], size: number): Generator<JudgedRecord> {
  yield* records.slice(0, size);
  const below = numbersBelow();
  const sentences = records.flatMap(({ text }) => text.split(/(?<=[.!?])\s+/));
  const rare = rareWords();
  const any = <T>(from: readonly T[]): T => {
    const one = from[below(from.length)];
    if (one === undefined) throw new Error('There is something to choose among.');
    return one;
  };
  for (let nth = records.length; nth < size; nth += 1) {
    const like = any(records);
    const wanted = like.text.length;
    let text = '';
    while (text.length < wanted) text += `${any(sentences)} `;
    const number = Math.floor(nth / partsOfReport);
    const report = `prov-${number}`;
    const year = firstYear + Math.floor((years * nth) / size);
    yield {
      ...like,
      id: `${report}#${nth % partsOfReport}`,
      report,
      year,
      date: `${year}-06-01`,
      title: `${any(records).title} ${any(rare)}`,
      text: text.replace(/[a-zåäö]{5,}/g, (word) => (below(changedWords) === 0 ? any(rare) : word)).trim(),
      url: `/rapport/${report}/#r${nth % partsOfReport}`,
    };
  }
}

function rareWords(): readonly string[] {
  const file = fileURLToPath(new URL('index.dic', import.meta.resolve('dictionary-sv')));
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('/')[0] ?? '')
    .filter((word) => /^[a-zåäö]{5,}$/.test(word));
}

/** Numbers from 0 to under what is asked, which look drawn; the same each time. Marsaglia's xorshift of 32 bits. */
function numbersBelow(): (limit: number) => number {
  let state = 2463534242;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}
