import type { RichText } from '../reports/index.ts';
import type { CodeOf, correctionKinds, PlainDate } from '../schemas/index.ts';
import type { Tombstone } from './moved.ts';
import type { Archive, Audit } from './types.ts';

/** A change of what has been published: in a report's words, or a page that has been taken away. */
export type Change =
  | {
      readonly kind: CodeOf<typeof correctionKinds>;
      readonly date: PlainDate;
      readonly text: RichText;
      readonly audit: Audit;
      readonly changes: Audit['corrections'][number]['changes'];
      /** Its place among the report's, from 1. */
      readonly number: number;
    }
  | {
      readonly kind: 'tombstone';
      readonly date: PlainDate;
      readonly text: RichText;
      readonly tombstone: Tombstone;
    };

/** All changes of what has been published, the newest first: corrections, supplements and redactions of reports, and what is gone. */
export function publishedChanges({ audits, tombstones }: Archive): readonly Change[] {
  const changes: Change[] = [
    ...audits.flatMap((audit) =>
      audit.corrections.map(({ kind, date, text, changes }, index) => ({
        kind,
        date,
        text,
        audit,
        changes,
        number: index + 1,
      })),
    ),
    ...tombstones
      .filter(({ isBelowAnother }) => !isBelowAnother)
      .map((tombstone) => ({
        kind: 'tombstone' as const,
        date: tombstone.date,
        text: tombstone.reason,
        tombstone,
      })),
  ];
  return changes.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
