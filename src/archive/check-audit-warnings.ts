import type { Problem } from '../problems/index.ts';
import { gradeOfVerdict } from '../schemas/index.ts';
import { auditAdvice } from './check-audit-advice.ts';
import { citedRuleWarnings, outOfForceMend, outOfForceText } from './check-cited-rules.ts';
import type { Checking } from './checking.ts';
import { yearOf } from './dates.ts';
import type { FileChecker, Path } from './file-checker.ts';
import type { AuditContent, AuditFile } from './load.ts';

/** What an author should look at again in a report, and may silence. */
export function auditWarnings(
  checking: Checking,
  yaml: FileChecker,
  file: AuditFile,
  data: AuditContent,
): readonly Problem[] {
  return [
    ...inForceWarnings(checking, yaml, data),
    ...citedRuleWarnings(checking.content, file, data, yaml),
    ...verdictWarnings(yaml, data),
    ...auditAdvice(checking, yaml, file, data),
  ];
}

function inForceWarnings(checking: Checking, yaml: FileChecker, data: AuditContent): Problem[] {
  const year = data.year ?? yearOf(data.published);
  const cited = [
    ...data.criteria.map(({ criterion }, index): [string, Path] => [criterion, ['criteria', index]]),
    ...(['findings', 'recommendations'] as const).flatMap((list) =>
      data[list].flatMap(({ criteria }, index) =>
        criteria.map(({ criterion }, place): [string, Path] => [criterion, [list, index, 'criteria', place]]),
      ),
    ),
  ];
  // The first place of each: a Map keeps its last entry.
  return [...new Map(cited.toReversed())].toReversed().flatMap(([criterion, path]) => {
    const register = checking.content.criteria.get(criterion)?.data;
    const outOfForce = register && outOfForceText(register, year);
    if (!outOfForce) return [];
    const part = path.length > 2 ? `${yaml.place(path.slice(0, 2))}, ` : '';
    return [
      yaml.warning(
        'ej-i-kraft',
        criterion,
        path,
        `${part}kriterium ${criterion}: ${outOfForce}.`,
        outOfForceMend,
      ),
    ];
  });
}

function verdictWarnings(yaml: FileChecker, data: AuditContent): Problem[] {
  const verdicts: [Path, { readonly verdict?: string | undefined; readonly grade?: string | undefined }][] = [
    ...data.verdicts.map((verdict, index): [Path, typeof verdict] => [
      ['verdicts', index, 'verdict'],
      verdict,
    ]),
    ...data.questions.flatMap(({ answers }, index) =>
      answers.map((answer, place): [Path, typeof answer] => [
        ['questions', index, 'answers', place, 'verdict'],
        answer,
      ]),
    ),
    ...data.findings.map((finding, index): [Path, typeof finding] => [
      ['findings', index, 'verdict'],
      finding,
    ]),
  ];
  const scaleWords = new Set(data.scales.flatMap(({ words }) => words.map(({ word }) => word.toLowerCase())));
  return verdicts.flatMap(([path, { verdict, grade }]) => {
    if (verdict === undefined || grade !== undefined) return [];
    if (gradeOfVerdict(verdict) !== undefined || scaleWords.has(verdict.toLowerCase())) return [];
    return [
      yaml.warning(
        'okant-omdome',
        verdict,
        path,
        `${yaml.place(path)}: arkivet vet inte vad omdömet "${verdict}" motsvarar på skalan.`,
        'Skriv grade bredvid: uppfyllt, i huvudsak, delvis, ej uppfyllt eller annat.',
      ),
    ];
  });
}
