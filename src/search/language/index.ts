// Citations are imported from their own file: the grammar that they bring is fetched only where a law is cited.
export * from './fold.ts';
export * from './forms.ts';
export * from './stem.ts';
export * from './stop-words.ts';
export * from './tokens.ts';
