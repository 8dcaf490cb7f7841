export * from './formats.ts';
export * from './page-meta.ts';
export * from './reference.ts';
export * from './titles.ts';
