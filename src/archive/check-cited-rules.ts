import type { Problem } from '../problems/index.ts';
import { daysOf, yearOf } from './dates.ts';
import type { FileChecker } from './file-checker.ts';
import type { AuditContent, AuditFile, Content, CriterionContent } from './load.ts';
import { citationsInAudit, type FoundCitation, grammarOf } from './text-citations.ts';

export const outOfForceMend =
  'Kontrollera vilken lag som avses, eller tysta varningen med ett skäl (silence).';

/** That a rule was not in force on any day of a year, as a clause; nothing where it was, or may have been. */
export function outOfForceText(
  { name, number, inForce }: CriterionContent,
  year: number,
): string | undefined {
  const { from, until } = inForce ?? {};
  const tooEarly = from !== undefined && daysOf(from).first > `${year}-12-31`;
  const tooLate = until !== undefined && daysOf(until).last < `${year}-01-01`;
  if (!tooEarly && !tooLate) return undefined;
  const when = tooEarly ? `trädde i kraft ${from}` : `gällde till ${until}`;
  return `${name}${number ? ` (${number})` : ''} ${when} och gällde inte ${year}`;
}

/**
 * Warnings where the frontmatter's criteria and the citations in the text disagree: a part of a rule is cited that the report does not
 * list, or a rule that was not in force; or what was printed of a criterion is the number of another.
 */
export function citedRuleWarnings(
  content: Content,
  file: AuditFile,
  data: AuditContent,
  yaml: FileChecker,
): Problem[] {
  const listed = new Set(
    [data, ...data.findings, ...data.recommendations].flatMap(({ criteria }) =>
      criteria.map(({ criterion }) => criterion),
    ),
  );
  return [
    ...textWarnings(content, file, data, yaml, listed),
    ...componentWarnings(content, file, data, yaml, listed),
    ...printedWarnings(content, data, yaml),
  ];
}

/** Each rule once, where it is first cited by a part. */
function textWarnings(
  content: Content,
  file: AuditFile,
  data: AuditContent,
  yaml: FileChecker,
  listed: ReadonlySet<string>,
): Problem[] {
  const warned = new Set<string>(listed);
  return citationsInAudit(content, file).flatMap(({ found: { citation }, words, field }: FoundCitation) => {
    const id = citation.rule.kind === 'known' && citation.parts.length > 0 ? citation.rule.id : undefined;
    const criterion = id === undefined ? undefined : content.criteria.get(id)?.data;
    if (id === undefined || !criterion || warned.has(id)) return [];
    warned.add(id);
    const line = field ? yaml.lineOf(field) : yaml.lineOfWords(words);
    const place = field ? yaml.place(field) : 'brödtexten';
    const cited = words.replace(/\s+/g, ' ');
    const outOfForce = outOfForceText(criterion, data.year ?? yearOf(data.published));
    if (outOfForce) {
      const message = `${place} åberopar ${cited}, men ${outOfForce}.`;
      return [yaml.warningOnLine(line, 'ej-i-kraft', id, message, outOfForceMend)];
    }
    return [
      yaml.warningOnLine(
        line,
        'oangivet-kriterium',
        id,
        `${place} åberopar ${cited} men rapporten anger inte ${criterion.shortNames[0] ?? criterion.name} som kriterium.`,
        `Lägg till ${id} under criteria, eller tysta varningen med ett skäl (silence).`,
      ),
    ];
  });
}

/** `<Cite/>` of a rule that was not in force. */
function componentWarnings(
  content: Content,
  file: AuditFile,
  data: AuditContent,
  yaml: FileChecker,
  listed: ReadonlySet<string>,
): Problem[] {
  const warned = new Set<string>(listed);
  return file.cites.flatMap(({ criterion: id, line }) => {
    const criterion = content.criteria.get(id)?.data;
    const outOfForce = criterion && outOfForceText(criterion, data.year ?? yearOf(data.published));
    if (!outOfForce || warned.has(id)) return [];
    warned.add(id);
    return [
      yaml.warningOnLine(
        line,
        'ej-i-kraft',
        id,
        `<Cite criterion="${id}" />: ${outOfForce}.`,
        outOfForceMend,
      ),
    ];
  });
}

/** `printed: Kommunallagen (2017:725)` beside `criterion: kl-1991`. */
function printedWarnings(content: Content, data: AuditContent, yaml: FileChecker): Problem[] {
  return data.criteria.flatMap(({ criterion: id, printed }, index) => {
    if (printed === undefined) return [];
    const [other] = grammarOf(content)
      .citationsIn(printed)
      .flatMap(({ citation, by }) =>
        by === 'number' && citation.rule.kind === 'known' ? [citation.rule.id] : [],
      );
    const named = other === undefined ? undefined : content.criteria.get(other)?.data;
    if (!named || other === undefined || other === id) return [];
    return [
      yaml.warning(
        'annan-regel',
        id,
        ['criteria', index, 'printed'],
        `kriterium ${id}: "${printed}" är ${named.name}${named.number ? ` (${named.number})` : ''}, som har id ${other}.`,
        `Skriv criterion: ${other}, rätta printed eller tysta varningen med ett skäl (silence).`,
      ),
    ];
  });
}
