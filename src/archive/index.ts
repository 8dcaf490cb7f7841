export * from './archive.ts';
export * from './coverage.ts';
export * from './dates.ts';
export * from './further.ts';
export * from './linked.ts';
export * from './listing.ts';
export * from './resting.ts';
export type * from './types.ts';
