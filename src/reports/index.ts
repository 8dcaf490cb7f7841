export * from './cache.ts';
export * from './compile.ts';
export * from './headings.ts';
export * from './types.ts';
