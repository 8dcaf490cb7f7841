export { type Imported, type ImportOptions, imported } from './import-file.ts';
export { importReport } from './import-report.ts';
export { ImportError, refusals } from './source-text.ts';
