import { identifierFrom } from '../schemas/index.ts';

/** Something in a register that an author may choose. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Other words that it is found by. */
  readonly words: readonly string[];
}

/**
 * The choices that what was typed may mean: the one with that id, else those that are called so, else those with a word that begins
 * so, else those in which it stands. Capitals and the marks over å, ä and ö do not count.
 */
export function choicesMeant<Chosen extends Choice>(
  typed: string,
  choices: readonly Chosen[],
): readonly Chosen[] {
  const wanted = identifierFrom(typed);
  if (wanted === '') return [];
  const those = (isMeant: (words: string) => boolean) =>
    choices.filter(({ id, name, words }) => [id, name, ...words].map(identifierFrom).some(isMeant));
  const ways = [
    () => choices.filter(({ id }) => id === typed),
    () => those((words) => words === wanted),
    () => those((words) => `-${words}`.includes(`-${wanted}`)),
    () => those((words) => words.includes(wanted)),
  ];
  for (const way of ways) {
    const meant = way();
    if (meant.length > 0) return meant;
  }
  return [];
}
