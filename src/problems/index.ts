export * from './machine-report.ts';
export * from './person-names.ts';
export * from './personal-numbers.ts';
export * from './problem.ts';
export * from './report.ts';
export * from './rules.ts';
export * from './suggestion.ts';
export * from './unwritten.ts';
