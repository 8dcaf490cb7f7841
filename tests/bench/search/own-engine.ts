import { searchClient } from '../../../src/search/client/index.ts';

const client = searchClient({ indexAddress: '/index/' });

globalThis.engine = {
  rank: (query, most) => client.rankedIds(query, most),
  answer: async (query) => {
    const outcome = await client.search({ query, picked: {}, sort: 'relevance', page: 1 });
    if (outcome.outcome !== 'response') throw new Error(`"${query}": ${JSON.stringify(outcome)}`);
  },
};
