export * from './metadata.ts';
export * from './print-all.ts';
export * from './printed-page.ts';
export * from './store.ts';
