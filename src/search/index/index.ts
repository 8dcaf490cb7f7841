export { buildIndex, type IndexSummary, type Searchable } from './build.ts';
export { swedishDictionary } from './dictionary.ts';
export {
  type JudgedQuery,
  type JudgedRecord,
  judgedQueriesSchema,
  judgedRecordsSchema,
  searchRecordOf,
} from './judged.ts';
export type { SearchRecord } from './record.ts';
export { archiveLanguage, archiveSearchable, type FurtherPage } from './searchable.ts';
