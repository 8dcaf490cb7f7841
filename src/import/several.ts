import type { Report } from './report.ts';
import { ImportError, placeText } from './source-text.ts';

const kinds: readonly RegExp[] = [
  /^sammanfattning$/i,
  /^(?:inledning|bakgrund)/i,
  /^syfte|^revisionsfråg|^uppdrag/i,
  /^revisionskriterier|^bedömningsgrunder/i,
  /^avgränsning|^metod/i,
  /^(?:sammanfattande bedömning|samlad bedömning|slutsats)/i,
];

/**
 * Refuses a file with two reports: one in which what every report has once, such as its purpose and its criteria, begins again.
 *
 * @throws {ImportError} that says where each of them begins
 */
export function refuseSeveral(report: Report): void {
  const seen = new Map<number, number>();
  const again: number[] = [];
  for (const [index, { heading }] of report.sections.entries()) {
    if (heading.level > 2) continue;
    const kind = kinds.findIndex((words) => words.test(heading.title));
    if (kind < 0) continue;
    if (!seen.has(kind)) seen.set(kind, index);
    else if (index - (seen.get(kind) ?? 0) > 2) again.push(kind, index);
  }
  const repeated = new Set(again.filter((_, at) => at % 2 === 0));
  if (repeated.size < 3) return;
  const firstAgain = Math.min(...again.filter((_, at) => at % 2 === 1));
  // All that stands once before it must have stood before the first repetition.
  const isOver = [...repeated].every((kind) => (seen.get(kind) ?? 0) < firstAgain);
  const section = report.sections[firstAgain];
  if (!isOver || !section) return;
  const { unit, fileName } = report.source;
  throw new ImportError(
    'several',
    `${fileName} verkar innehålla flera rapporter: den andra har rubriken ”${section.heading.title}” (${placeText(section.heading.place, unit)}).`,
    'Läs in en i taget med --part 1-14 (sidor i en PDF, rader i en text, stycken i Word). Är det ändå en enda rapport, lägg till --one-report.',
  );
}
