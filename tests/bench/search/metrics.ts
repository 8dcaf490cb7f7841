import type { JudgedQuery } from '../../../src/search/index/index.ts';

/** How well a query was answered. */
export interface JudgedAnswer {
  readonly category: string;
  /** Of the records that answer it, or of ten where they are more, the share that stands among the first ten. */
  readonly recall10: number;
  /** One divided by the place of the first record that answers it, if that is among the first ten. */
  readonly reciprocalRank: number;
  readonly isEmpty: boolean;
}

export interface Figures {
  readonly queries: number;
  readonly recall10: number;
  readonly mrr10: number;
  /** The share of queries that found nothing. */
  readonly zero: number;
}

export function judged({ cat, rel }: JudgedQuery, found: readonly string[]): JudgedAnswer {
  const firstTen = found.slice(0, 10);
  const hits = firstTen.filter((id) => rel.includes(id)).length;
  const first = firstTen.findIndex((id) => rel.includes(id));
  return {
    category: cat,
    recall10: hits / Math.min(10, rel.length),
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    isEmpty: firstTen.length === 0,
  };
}

export function figuresOf(answers: readonly JudgedAnswer[]): Figures {
  const mean = (of: (answer: JudgedAnswer) => number) =>
    answers.reduce((sum, answer) => sum + of(answer), 0) / Math.max(1, answers.length);
  return {
    queries: answers.length,
    recall10: mean(({ recall10 }) => recall10),
    mrr10: mean(({ reciprocalRank }) => reciprocalRank),
    zero: mean(({ isEmpty }) => Number(isEmpty)),
  };
}

export function figuresByCategory(answers: readonly JudgedAnswer[]): Readonly<Record<string, Figures>> {
  const groups = Map.groupBy(answers, ({ category }) => category);
  return Object.fromEntries([...groups].map(([category, own]) => [category, figuresOf(own)]));
}
