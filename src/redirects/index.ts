export * from './host-rules.ts';
export * from './redirect-page.ts';
export * from './write.ts';
