export { nameMend } from './advice.ts';
export * from './cache.ts';
export * from './compile.ts';
export { blockComponents, inlineComponents } from './components.ts';
export { canonicalWords, onOneLine, sha256 } from './fingerprint.ts';
export * from './headings.ts';
export { withReportApparatus } from './render.ts';
export * from './types.ts';
