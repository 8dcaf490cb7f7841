import { type Grade, grades, labelOf } from '../schemas/index.ts';

/** Does a printed verdict open with the word of its grade, so that a reader need not see both? "Delvis" is partly met. */
export function saysTheSame(verdict: string, grade: Grade): boolean {
  const words = verdict.trim().toLocaleLowerCase('sv');
  const label = labelOf(grades, grade).toLocaleLowerCase('sv');
  return words.startsWith(label) || label.startsWith(`${words} `);
}
