export * from './citations.ts';
export * from './fold.ts';
export * from './forms.ts';
export * from './stem.ts';
export * from './stop-words.ts';
export * from './tokens.ts';
