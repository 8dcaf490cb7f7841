export * from './citable-acts.ts';
export * from './citation.ts';
export * from './grammar.ts';
export * from './sections.ts';
