export { searchClient } from './client.ts';
export * from './types.ts';
