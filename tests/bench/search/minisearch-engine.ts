// @ts-expect-error MiniSearch is no dependency of the archive: the bench installs it when it is asked for.
import MiniSearch from 'minisearch';
import { stemOf } from '../../../src/search/language/index.ts';

const fields = ['title', 'text', 'context'];
const options = { fields, processTerm: (term: string) => stemOf(term) };

const loading = fetch('/minisearch.json')
  .then((response) => response.text())
  .then((json) => MiniSearch.loadJSON(json, options));

async function ids(query: string, most: number): Promise<readonly string[]> {
  const index = await loading;
  const found: readonly { readonly id: string }[] = index.search(query, { prefix: true, fuzzy: 0.2 });
  return found.slice(0, most).map(({ id }) => id);
}

globalThis.engine = {
  rank: ids,
  answer: async (query) => {
    await ids(query, 10);
  },
};
