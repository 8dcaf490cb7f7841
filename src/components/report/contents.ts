import type { Area, Audit } from '../../archive/index.ts';
import { report } from '../../i18n/sv.ts';
import { type Placement, partFragments } from './placement.ts';

/** A line of the table of contents. */
export interface ContentsEntry {
  readonly id: string;
  readonly label?: string;
  readonly text: string;
  readonly entries: readonly ContentsEntry[];
}

/** The table of contents: the overview, the text's headings in two levels, and the parts that the page adds. */
export function contentsOf(audit: Audit, placement: Placement): readonly ContentsEntry[] {
  const own = (part: keyof typeof report.parts): ContentsEntry => ({
    id: partFragments[part],
    text: report.parts[part],
    entries: [],
  });
  return [
    { id: partFragments.overview, text: report.overview, entries: [] },
    ...headings(audit),
    ...placement.added.filter(({ kind }) => kind === 'recommendations').map(({ kind }) => own(kind)),
    own('aftermath'),
    ...placement.added.filter(({ kind }) => kind === 'sources').map(({ kind }) => own(kind)),
    ...(saysHowItWasMade(audit) ? [own('about')] : []),
    own('corrections'),
    own('citing'),
    own('further'),
  ];
}

function headings({ body }: Audit): readonly ContentsEntry[] {
  const entries: { id: string; label?: string; text: string; entries: ContentsEntry[] }[] = [];
  for (const { depth, ...heading } of body.headings) {
    const parent = entries.at(-1);
    if (depth === 2) entries.push({ ...heading, entries: [] });
    else if (depth === 3 && parent) parent.entries.push({ ...heading, entries: [] });
  }
  return entries;
}

/** Does the record say anything of how the audit was made, or of its source? */
export function saysHowItWasMade({
  people,
  scope,
  methods,
  scales,
  reportNumber,
  diaryNumber,
  source,
  rendition,
}: Audit): boolean {
  // A catalogue entry tells of its source at the top.
  const note = rendition === 'catalogue' ? undefined : source.note;
  const facts = [scope?.includes, scope?.excludes, reportNumber, diaryNumber, note];
  return (
    [people, methods, scales].some(({ length }) => length > 0) || facts.some((fact) => fact !== undefined)
  );
}

/** Where an area begins in the text: at the heading with its number; else at the top of the report. */
export function areaAddress(audit: Audit, area: Area): string {
  const heading = audit.body.headings.find(({ label }) => label !== undefined && label === area.label);
  return heading ? `${audit.path}#${heading.id}` : audit.path;
}
