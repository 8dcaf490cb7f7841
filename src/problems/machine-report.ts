import { z } from 'zod';
import { line } from '../schemas/index.ts';
import { hasErrors, type Problem, sortedProblems } from './problem.ts';
import { type RuleName, rules } from './rules.ts';

/** What `npm run check -- --format=json` prints. A field is never taken away or given another meaning without a new `version`. */
export const checkReportSchema = z.strictObject({
  version: z.literal(1).describe('Formens version.'),
  ok: z.boolean().describe('true om inga fel finns i det som visas.'),
  files: z.number().int().describe('Hur många filer som kontrollerades.'),
  errors: z.number().int().describe('Antal fel.'),
  warnings: z.number().int().describe('Antal varningar.'),
  problems: z
    .array(
      z.strictObject({
        rule: z.enum(Object.keys(rules) as [RuleName, ...RuleName[]]).describe('Regelns namn.'),
        severity: z.enum(['error', 'warning']).describe('error för ett fel, warning för en varning.'),
        file: line().describe('Filen, från den mapp där kommandot körs.'),
        line: z.number().int().optional().describe('Raden, från 1. Utelämnas när felet gäller hela filen.'),
        at: z
          .string()
          .optional()
          .describe('Det som silence.at kan ange: en del av rapporten eller ett värde.'),
        message: line().describe('Vad som är fel, vad som stod där och vad som väntades.'),
        mend: line().optional().describe('Vad man kan göra åt det.'),
      }),
    )
    .describe('Fel och varningar, ordnade efter fil och rad.'),
});

export type CheckReport = z.output<typeof checkReportSchema>;

/** @param contentDir what stands before each file's name */
export function jsonReport(problems: readonly Problem[], fileCount: number, contentDir: string): CheckReport {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return {
    version: 1,
    ok: !hasErrors(problems),
    files: fileCount,
    errors,
    warnings: problems.length - errors,
    problems: sortedProblems(problems).map(({ rule, severity, file, line: number, at, message, mend }) => ({
      rule,
      severity,
      file: `${contentDir}/${file}`,
      ...(number !== undefined && { line: number }),
      ...(at !== undefined && { at }),
      message,
      ...(mend !== undefined && { mend }),
    })),
  };
}

/**
 * A line for each problem that GitHub Actions shows beside the line of the file in a pull request.
 *
 * Source: "Workflow commands for GitHub Actions"; escaping as in actions/toolkit, packages/core/src/command.ts.
 *
 * @param contentDir the content folder from the repository's root
 */
export function githubReport(problems: readonly Problem[], contentDir: string): string {
  return sortedProblems(problems)
    .map(({ severity, file, line: number, rule, message, mend }) => {
      const properties = [
        `file=${escapedProperty(`${contentDir}/${file}`)}`,
        ...(number === undefined ? [] : [`line=${number}`]),
        `title=${escapedProperty(rule)}`,
      ];
      const text = mend === undefined ? message : `${message}\n${mend}`;
      return `::${severity} ${properties.join(',')}::${escapedData(text)}\n`;
    })
    .join('');
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
