import type { Question } from '../../archive/index.ts';

export interface NumberedQuestion {
  readonly question: Question;
  /** As printed, else its place: `2`, and `2.1` for the first question under it. */
  readonly number: string;
  readonly depth: number;
}

/** Questions with those under them, in reading order, each with a number. */
export function numberedQuestions(questions: readonly Question[], above = ''): readonly NumberedQuestion[] {
  return questions.flatMap((question, index) => {
    const place = `${above}${index + 1}`;
    const under = numberedQuestions(question.subquestions, `${place}.`);
    return [
      { question, number: question.label ?? place, depth: 0 },
      ...under.map((numbered) => ({ ...numbered, depth: numbered.depth + 1 })),
    ];
  });
}
