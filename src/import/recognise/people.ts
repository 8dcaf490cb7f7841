import { personNamesIn } from '../../problems/index.ts';
import type { KnownAuditor } from '../known.ts';
import { NameFinder } from '../known.ts';
import { type Report, type Taken, taken } from '../report.ts';
import type { Place } from '../source-text.ts';

export interface FoundPerson {
  readonly name: string;
  readonly role?: string;
  readonly title?: string;
  readonly organisation?: string;
}

const titleWords =
  /certifierad kommunal (?:yrkes)?revisor|kommunal yrkesrevisor|auktoriserad revisor|förtroendevald revisor|lekmannarevisor/i;
const roleWords =
  /revisionschef|granskningsledare|projektledare|uppdragsledare|uppdragsansvarig|kundansvarig|kvalitetssäkrare|kvalitetsgranskare|projektmedarbetare|granskare|revisionskonsult|verksamhetsrevisor|konsult|ordförande|vice ordförande|senior manager|manager|director|partner/i;

const allRoles = new RegExp(`(?<!\\p{L})(?:${titleWords.source}|${roleWords.source})(?!\\p{L})`, 'giu');

/** Those who made or signed the report: named in a part about them, beside a role, or where it ends. */
export function peopleOf(report: Report, auditors: readonly KnownAuditor[]): readonly Taken<FoundPerson>[] {
  const finder = new NameFinder(auditors);
  const found = new Map<string, Taken<FoundPerson>>();
  const add = (text: string, place: Place, isSigned: boolean) => {
    // A role with a capital is no part of the name before it.
    const names = personNamesIn(text.replace(allRoles, (role) => role.toLowerCase()));
    for (const [position, { name, index }] of names.entries()) {
      const after = text.slice(index + name.length, names[position + 1]?.index ?? text.length);
      const before = text.slice(position === 0 ? 0 : (names[position - 1]?.index ?? 0), index);
      const near = isSigned ? after : `${before} ${after.slice(0, 60)}`;
      const role = roleWords.exec(isSigned ? after : before)?.[0] ?? roleWords.exec(near)?.[0];
      const title = titleWords.exec(near)?.[0];
      if (!isSigned && role === undefined && title === undefined) continue;
      const [organisation] = finder.idsIn(after);
      const known = found.get(name)?.value;
      found.set(name, {
        ...taken(
          {
            name,
            ...((role ?? known?.role) !== undefined && { role: (known?.role ?? role ?? '').toLowerCase() }),
            ...((title ?? known?.title) !== undefined && {
              title: (known?.title ?? title ?? '').toLowerCase(),
            }),
            ...((organisation ?? known?.organisation) !== undefined && {
              organisation: known?.organisation ?? organisation ?? '',
            }),
          },
          place,
          'trolig',
        ),
      });
    }
  };
  for (const { title, texts } of makers(report)) {
    for (const { text, place } of texts) if (title) add(text, place, false);
  }
  for (const { text, place } of signatures(report)) add(text, place, true);
  for (const { block } of report.all('paragraph').slice(-8)) {
    // `Emmy Lundblad EY`: whose name is no common one signs with the firm's.
    const [, name, rest] =
      /^(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) (\S.{0,60})$/u.exec(block.text) ??
      [];
    const organisation =
      rest === undefined ? undefined : finder.in(rest).find(({ index }) => index === 0)?.id;
    if (name === undefined || organisation === undefined || found.has(name)) continue;
    found.set(name, taken({ name, organisation }, block.place, 'trolig'));
  }
  return [...found.values()];
}

function makers(report: Report) {
  return report
    .under(
      /granskningsansvarig|projektorganisation|granskningsteam|uppdragets genomförande|projektgrupp|medverkande|kvalitetssäkring/i,
    )
    .map(({ heading, content }) => ({
      title: heading.title,
      texts: content.flatMap(({ block }) =>
        'text' in block ? [{ text: block.text, place: block.place }] : [],
      ),
    }));
}

/** Short paragraphs with a name and little more, where a chapter or the report ends. */
function signatures(report: Report) {
  return report.all('paragraph').flatMap(({ index, block }) => {
    if (block.text.length > 160 || /[.:]$/.test(block.text)) return [];
    const [first] = personNamesIn(block.text);
    if (!first || first.index > 3) return [];
    const rest = report.standing
      .slice(index + 1)
      .findIndex(({ block: next }) => next.kind === 'paragraph' && next.text.length > 160);
    const endsSoon = report.standing
      .slice(index + 1, index + 6)
      .some(({ block: next }) => next.kind === 'heading' && next.level === 1);
    return rest < 0 || endsSoon || index > report.standing.length - 12
      ? [{ text: block.text, place: block.place }]
      : [];
  });
}
