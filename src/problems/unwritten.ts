import type { Problem } from './problem.ts';

/** Marks what is still to be written. In capitals, so that no running text is taken for it. */
export const unwrittenMark = 'ATT SKRIVA';

/**
 * Every line of a file that still holds the mark, in text, data or comment. A draft may hold it; nothing that is published may.
 */
export function unwrittenProblems(file: string, text: string): readonly Problem[] {
  if (!text.includes(unwrittenMark)) return [];
  const mend = file.startsWith('audits/')
    ? 'Skriv det och ta bort märket, eller sätt draft: true tills allt är skrivet.'
    : 'Skriv det och ta bort märket.';
  return text.split('\n').flatMap((line, index): readonly Problem[] => {
    const [, reminder] = new RegExp(`\\b(${unwrittenMark}\\b[^"}\\]*]*)`).exec(line) ?? [];
    if (reminder === undefined) return [];
    return [
      {
        file,
        line: index + 1,
        severity: 'error',
        rule: 'att-skriva',
        message: `Något är kvar att skriva: ”${reminder.trim()}”.`,
        mend,
      },
    ];
  });
}
