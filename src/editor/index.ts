export * from './schema-files.ts';
