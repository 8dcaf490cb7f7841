import { identifierFrom } from '../schemas/index.ts';

/** Something in a register that an author may choose. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Other words that it is found by. */
  readonly words: readonly string[];
}

/**
 * The choices that what was typed may mean, the likeliest first: the one with that id or name alone, else those with a word that
 * begins so, else those in which it stands. Capitals and the marks over å, ä and ö do not count.
 */
export function choicesMeant<Chosen extends Choice>(
  typed: string,
  choices: readonly Chosen[],
): readonly Chosen[] {
  const wanted = identifierFrom(typed);
  if (wanted === '') return [];
  const exact = choices.filter(({ id, name }) => id === typed || identifierFrom(name) === wanted);
  if (exact.length > 0) return exact;
  const wordsOf = ({ id, name, words }: Choice) => [id, name, ...words].map(identifierFrom);
  const beginning = choices.filter((choice) =>
    wordsOf(choice).some((words) => `-${words}`.includes(`-${wanted}`)),
  );
  if (beginning.length > 0) return beginning;
  return choices.filter((choice) => wordsOf(choice).some((words) => words.includes(wanted)));
}
