/** What is used of Pagefind's own browser module. */
interface Pagefind {
  search(query: string): Promise<{
    readonly results: readonly { data(): Promise<{ readonly meta: Readonly<Record<string, string>> }> }[];
  }>;
}

const address = '/plain/pagefind.js';
const loading: Promise<Pagefind> = import(/* @vite-ignore */ address);

async function ids(query: string, most: number): Promise<readonly string[]> {
  const { results } = await (await loading).search(query);
  const shown = await Promise.all(results.slice(0, most).map((result) => result.data()));
  return shown.map(({ meta }) => meta.id ?? '');
}

globalThis.engine = {
  rank: ids,
  answer: async (query) => {
    await ids(query, 10);
  },
};
