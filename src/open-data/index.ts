export * from './addresses.ts';
export * from './bulk.ts';
export * from './columns.ts';
export { type Cell, csvOf } from './csv.ts';
export * from './feed-files.ts';
export * from './feeds.ts';
export * from './json-schemas.ts';
export * from './tables.ts';
export * from './twins.ts';
