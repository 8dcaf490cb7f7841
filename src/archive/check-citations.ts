import { sectionReference } from '../criteria/index.ts';
import { didYouMean, enumerated } from '../problems/index.ts';
import type { Checking } from './checking.ts';
import type { FileChecker, Path } from './file-checker.ts';
import type { Content } from './load.ts';

type CriterionContent =
  Content['criteria'] extends ReadonlyMap<string, infer File extends { data?: unknown }>
    ? NonNullable<File['data']>
    : never;

/** Every `<Cite/>` in a text: its criterion is in the register, and has the part. */
export function checkCites(
  checking: Checking,
  file: string,
  cites: readonly { readonly criterion: string; readonly section?: string; readonly line: number }[],
): void {
  const known = checking.criteria;
  for (const { criterion, section, line } of cites) {
    const tag = `<Cite criterion="${criterion}"${section === undefined ? '' : ` section="${section}"`} />`;
    const problem = (message: string, mend: string | undefined) =>
      checking.problems.push({
        file,
        line,
        severity: 'error',
        rule: 'referens',
        message: `${tag}: ${message}`,
        ...(mend && { mend }),
      });
    if (!checking.content.criteria.has(criterion)) {
      problem(
        `"${criterion}" finns inte bland kriterierna.`,
        [didYouMean(criterion, known), 'De står i content/criteria/.'].filter(Boolean).join(' '),
      );
      continue;
    }
    const fault =
      section === undefined
        ? undefined
        : sectionFault(checking.content.criteria.get(criterion)?.data, section);
    if (fault) problem(fault.message, fault.mend);
  }
}

/** A part that a metadata block names: the criterion has it. */
export function checkSection(
  checking: Checking,
  yaml: FileChecker,
  path: Path,
  criterion: string,
  section: string,
): void {
  const fault = sectionFault(checking.content.criteria.get(criterion)?.data, section);
  if (fault) yaml.error(path, `${yaml.place(path)}: ${fault.message}`, fault.mend);
}

/** Why a criterion has no such part, if so it is. */
function sectionFault(
  criterion: CriterionContent | undefined,
  section: string,
): { readonly message: string; readonly mend: string } | undefined {
  if (!criterion) return undefined;
  const reference = sectionReference(section, criterion.division);
  if (!reference) {
    return {
      message: `"${section}" passar inte ${possessive(criterion.name)} indelning.`,
      mend: {
        chapters: 'Skriv kapitel och paragraf, t.ex. "6:7", eller bara kapitlet, "6".',
        sections: 'Skriv bara paragrafen, t.ex. "7".',
        articles: 'Skriv artikeln, t.ex. "32" eller "5.1f".',
        undivided: 'Kriteriet har inga paragrafer i registret; ta bort sections.',
      }[criterion.division],
    };
  }
  const listed =
    reference.kind === 'chapter'
      ? criterion.chapters.map(({ chapter }) => chapter)
      : criterion.sections.map(({ section: key }) => key);
  if (listed.length === 0 || listed.includes(section) || listed.includes(wholeArticle(section)))
    return undefined;
  return {
    message: `"${section}" (${reference.label}) finns inte i registret över ${criterion.name}.`,
    mend: [
      didYouMean(section, listed),
      `Registret räknar upp ${enumerated(listed, 30)}. Saknas den där, för in den i content/criteria/.`,
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** The article that a paragraph or point belongs to: `5.1f` is part of `5`. */
function wholeArticle(key: string): string {
  return key.replace(/\..*$/, '');
}

/** Swedish genitive: no extra s after s, x or z. */
export function possessive(name: string): string {
  return /[sxz]$/i.test(name) ? name : `${name}s`;
}
