export * from './address.ts';
export * from './href.ts';
export * from './paging.ts';
export * from './slug.ts';
