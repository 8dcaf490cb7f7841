import { sameWord } from '../schemas/index.ts';
import type { Checking } from './checking.ts';

/**
 * A word that is an equivalent in two groups of the thesaurus would join them into one. Only an abbreviation has several meanings
 * for certain, and then each of its groups says so in a note.
 */
export function checkThesaurus(checking: Checking): void {
  const { thesaurus } = checking.content;
  const checker = checking.file(thesaurus.file);
  const first = new Map<
    string,
    { readonly at: number; readonly hasNote: boolean; readonly isTerm: boolean }
  >();
  for (const [at, group] of (thesaurus.data ?? []).entries()) {
    const hasNote = group.note !== undefined;
    for (const list of ['terms', 'acronyms', 'capitals'] as const) {
      for (const [index, word] of group[list].entries()) {
        const isTerm = list === 'terms';
        const earlier = first.get(sameWord(word));
        if (earlier === undefined) {
          first.set(sameWord(word), { at, hasNote, isTerm });
          continue;
        }
        const isAmbiguous = !isTerm && !earlier.isTerm;
        if (isAmbiguous && hasNote && earlier.hasNote) continue;
        checker.error(
          [at, list, index],
          `"${word}" står i två grupper, först i den på rad ${checker.lineOf([earlier.at])}.`,
          isAmbiguous
            ? 'Slå ihop grupperna. Betyder förkortningen olika saker, skriv det i note i båda.'
            : 'Slå ihop grupperna, eller låt ordet stå bland everyday, narrower eller related i den ena.',
        );
      }
    }
  }
}
