export * from './ceilings.ts';
export * from './described.ts';
export * from './nginx.ts';
export { pagePolicy } from './policy.ts';
export * from './write.ts';
