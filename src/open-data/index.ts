export * from './addresses.ts';
export * from './csv.ts';
export * from './json-schemas.ts';
export * from './twins.ts';
