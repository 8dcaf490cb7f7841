import type { Grade } from './vocabularies.ts';

/**
 * Words that auditors print for an answer or an overall verdict, and the grade each stands for when the author gives none.
 * Keys are lower case with single spaces. A word that is missing here is graded `other` until an author writes a `grade`.
 */
const gradeByWord: ReadonlyMap<string, Grade> = new Map<string, Grade>([
  ['ja', 'met'],
  ['uppfyllt', 'met'],
  ['uppfylld', 'met'],
  ['uppfylls', 'met'],
  ['ändamålsenlig', 'met'],
  ['ändamålsenligt', 'met'],
  ['tillräcklig', 'met'],
  ['tillräckligt', 'met'],
  ['tillräckliga', 'met'],
  ['tillfredsställande', 'met'],
  ['ändamålsenliga och tillfredsställande', 'met'],
  ['ja, i huvudsak', 'mostly-met'],
  ['ja, i allt väsentligt', 'mostly-met'],
  ['i huvudsak', 'mostly-met'],
  ['i huvudsak uppfyllt', 'mostly-met'],
  ['i huvudsak tillräcklig', 'mostly-met'],
  ['i huvudsak ändamålsenlig', 'mostly-met'],
  ['i huvudsak ändamålsenligt', 'mostly-met'],
  ['i huvudsak tillfredsställande', 'mostly-met'],
  ['i allt väsentligt', 'mostly-met'],
  ['i allt väsentligt uppfyllt', 'mostly-met'],
  ['i stort', 'mostly-met'],
  ['i de flesta fallen', 'mostly-met'],
  ['till största del', 'mostly-met'],
  ['till övervägande del', 'mostly-met'],
  ['delvis', 'partly-met'],
  ['delvis uppfyllt', 'partly-met'],
  ['delvis tillräcklig', 'partly-met'],
  ['delvis ändamålsenlig', 'partly-met'],
  ['inte helt', 'partly-met'],
  ['inte helt tillräcklig', 'partly-met'],
  ['ej helt', 'partly-met'],
  ['nej', 'not-met'],
  ['ej uppfyllt', 'not-met'],
  ['inte uppfyllt', 'not-met'],
  ['inte tillräcklig', 'not-met'],
  ['inte tillräckligt', 'not-met'],
  ['inte tillräckliga', 'not-met'],
  ['inte tillfredsställande', 'not-met'],
  ['inte ändamålsenlig', 'not-met'],
  ['inte ändamålsenligt', 'not-met'],
  ['otillräcklig', 'not-met'],
  ['kan ej bedömas', 'not-assessable'],
  ['kan inte bedömas', 'not-assessable'],
  ['går inte att bedöma', 'not-assessable'],
]);

/** The grade that a printed verdict stands for, or `undefined` where the table does not know the words. */
export function gradeOfVerdict(verdict: string): Grade | undefined {
  const words = verdict.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '');
  return gradeByWord.get(words);
}
