import type { Runs } from '../../search/client/types.ts';

/** Runs of text as nodes: whatever an author wrote is text, and what answered the query stands in <mark>. */
export function writtenRuns(runs: Runs): readonly Node[] {
  return runs.map(({ text, isMarked }) => {
    if (!isMarked) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.className = 'search-mark';
    mark.textContent = text;
    return mark;
  });
}
