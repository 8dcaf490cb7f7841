import { type Grade, grades, labelOf } from '../schemas/index.ts';
import { opensWithLabel } from './printed-words.ts';

/** Does a printed verdict open with the word of its grade, so that a reader need not see both? "Delvis" is partly met. */
export function saysTheSame(verdict: string, grade: Grade): boolean {
  return opensWithLabel(verdict, labelOf(grades, grade));
}
