import { found } from '../../src/components/page-parts.ts';
import { SearchView } from '../../src/components/search/search-view.ts';
import type { SearchOutcome, SearchRequest } from '../../src/search/client/types.ts';

/*
 * Runs in the browser: a page of results whose search answers when it is told to, and as it is told to.
 */

const questions: { readonly request: SearchRequest; readonly answer: (outcome: SearchOutcome) => void }[] =
  [];

export function start(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-search="box"]');
  if (!form) throw new Error('The page has no search box.');
  const client = {
    search: (request: SearchRequest) => {
      const { promise, resolve } = Promise.withResolvers<SearchOutcome>();
      questions.push({ request, answer: resolve });
      return promise;
    },
    suggest: async () => ({ outcome: 'suggestions', suggestions: [] }) as const,
    completions: async () => [],
    warmUp: async () => {},
  };
  new SearchView(found(document, '[data-search="page"]'), form, client).start();
}

/** How many questions wait for an answer. */
export function waiting(): number {
  return questions.length;
}

/** The place of the newest question that waits and was not asked while typing; -1 where there is none. */
export function settled(): number {
  return questions.findLastIndex(({ request }) => request.isTyping === false);
}

/** Answers one of the questions that wait, by its place, and tells what it was. */
export async function answer(outcome: SearchOutcome, place: number): Promise<SearchRequest | undefined> {
  const [question] = questions.splice(place, 1);
  question?.answer(outcome);
  await new Promise(requestAnimationFrame);
  return question?.request;
}
