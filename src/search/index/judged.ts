import { z } from 'zod';
import type { SearchRecord } from './record.ts';

/** A record of a file of judged queries. */
const judgedRecordSchema = z.object({
  id: z.string(),
  report: z.string(),
  municipality: z.string(),
  year: z.number(),
  date: z.string(),
  title: z.string(),
  auditor: z.string(),
  boards: z.array(z.string()),
  type: z.string(),
  heading: z.string(),
  text: z.string(),
  namnd: z.array(z.string()),
  url: z.string(),
});
export const judgedRecordsSchema = z.array(judgedRecordSchema);
export type JudgedRecord = z.output<typeof judgedRecordSchema>;

/** A query of which it is judged which records answer it. */
export const judgedQueriesSchema = z.array(
  z.object({
    id: z.string(),
    cat: z.string(),
    who: z.string().optional(),
    q: z.string(),
    rel: z.array(z.string()).min(1),
  }),
);
export type JudgedQuery = z.output<typeof judgedQueriesSchema>[number];

const kinds = { rekommendation: 'recommendation', iakttagelse: 'finding' } as const;

/** A judged record as the index takes it, with the fields that a record of the archive has. */
export function searchRecordOf(record: JudgedRecord): SearchRecord {
  const { id, report, municipality, year, date, title, auditor, boards, type, heading, text, namnd, url } =
    record;
  const particulars = { municipality, year, bodies: namnd };
  return {
    id,
    path: url,
    kind: type in kinds ? kinds[type as keyof typeof kinds] : 'audit',
    report: {
      path: `/${report}/`,
      title,
      particulars: { municipality, year, bodies: boards },
    },
    title: heading,
    text,
    context: [municipality, String(year), ...namnd, title, auditor, type],
    alsoKnownAs: [],
    cites: [],
    date,
    particulars,
    facets: { municipality: [municipality], year: [String(year)], auditor: [auditor] },
  };
}
