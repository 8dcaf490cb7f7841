export { type RankingClient, searchClient } from './client.ts';
export * from './types.ts';
