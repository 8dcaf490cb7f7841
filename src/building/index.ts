export * from './kept-pages.ts';
export * from './kept-site.ts';
export * from './page-keys.ts';
export * from './progress.ts';
export * from './publish.ts';
export * from './sources.ts';
