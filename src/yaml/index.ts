export * from './place.ts';
export * from './shape.ts';
export * from './source.ts';
