import { z } from 'zod';
import { line, term } from './primitives.ts';
import { thesaurusFields } from './vocabularies.ts';

const mostWords = 8;

/** A word, or a few that belong together, as they are written: letters and digits, with what may join them. */
const expression = () =>
  z
    .string()
    .trim()
    .regex(
      /^[\p{L}\p{N}](?:[\p{L}\p{N} .:&/-]*[\p{L}\p{N}])?$/u,
      'är inget sökord; skriv bara bokstäver, siffror, mellanslag och bindestreck',
    )
    .refine((words) => words.split(' ').length <= mostWords, `är för långt; skriv högst ${mostWords} ord`);

/** An abbreviation is known by its capitals: `LSS`, `SoL`, `HSLF-FS`. */
const acronym = () =>
  z
    .string()
    .trim()
    .regex(
      /^(?=.*\p{Lu})[\p{L}\p{N}](?:[\p{L}\p{N}&-]*[\p{L}\p{N}])?$/u,
      'är ingen förkortning; skriv den i ett ord med minst en versal',
    );

const wordLists = ['terms', 'acronyms', 'capitals', 'everyday', 'narrower', 'related'] as const;

/**
 * Words that lead to each other in search. `terms`, `acronyms` and `capitals` are equivalents: each finds all the others. What is
 * typed among `everyday` finds the equivalents, and the equivalents find `narrower`, never the other way round. The equivalents
 * find `related`, as a fainter answer.
 */
const thesaurusGroupSchema = z
  .strictObject({
    field: term(thesaurusFields).describe('Det område som orden hör till.'),
    terms: z
      .array(expression())
      .min(1, 'är tomt; skriv minst ett ord')
      .describe(
        'Ord som betyder samma sak, så som rapporter skriver dem. Sökning på ett ger träffar på alla. Det första ordet är det som används mest. Obestämd form singular; böjningar behövs bara när stammen ändras (bok, böcker).',
      ),
    acronyms: z
      .array(acronym())
      .default([])
      .describe('Förkortningar av orden. De gäller åt båda håll, hur de än skrivs: LSS, lss.'),
    capitals: z
      .array(acronym())
      .default([])
      .describe(
        'Förkortningar som också är vanliga ord, och därför bara gäller skrivna just så: VA, LOV, SoL.',
      ),
    everyday: z
      .array(expression())
      .default([])
      .describe(
        'Vad människor säger i stället. Sökning på dem ger träffar på terms, men inte tvärtom. Samma ord får stå i flera grupper.',
      ),
    narrower: z
      .array(expression())
      .default([])
      .describe('Snävare ord. Sökning på terms ger svagare träffar på dem, men inte tvärtom.'),
    related: z
      .array(expression())
      .default([])
      .describe('Närliggande ord. Sökning på terms ger svagare träffar på dem, men inte tvärtom.'),
    note: line()
      .optional()
      .describe(
        'Något att veta för den som ändrar gruppen. Måste finnas när en förkortning betyder olika saker i olika grupper.',
      ),
  })
  .superRefine((group, context) => {
    const listOf = new Map<string, (typeof wordLists)[number]>();
    for (const list of wordLists) {
      for (const [index, word] of group[list].entries()) {
        const earlier = listOf.get(sameWord(word));
        if (earlier === undefined) {
          listOf.set(sameWord(word), list);
        } else {
          context.addIssue({
            code: 'custom',
            path: [list, index],
            message: `står redan i gruppen, bland ${earlier}; ta bort det ena`,
          });
        }
      }
    }
    if (listOf.size === 1) {
      context.addIssue({
        code: 'custom',
        path: ['terms'],
        message:
          'har bara ett ord, så att gruppen inte leder någonstans; skriv ett till eller ta bort gruppen',
      });
    }
  });
export const thesaurusSchema = z.array(thesaurusGroupSchema);

/** Two words are the same however their letters are cased. */
export function sameWord(word: string): string {
  return word.toLocaleLowerCase('sv');
}

export type ThesaurusGroupData = z.output<typeof thesaurusGroupSchema>;
