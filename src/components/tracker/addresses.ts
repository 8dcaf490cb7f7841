import { modalities, type ShownState, shownStates } from '../../schemas/index.ts';
import { type Choice, everything, queryOf } from './choice.ts';
import type { Facet } from './facets.ts';

export const trackerPath = '/rekommendationer/';
export const followUpsPath = `${trackerPath}uppfoljningar/`;
export const tablePath = `${trackerPath}tabell.json`;
export const parcelsPath = `${trackerPath}rader/`;

/** A state in an address: `ej-atgardad`. */
export function slugOfState(state: ShownState): string {
  return slugOfCode(shownStates, state);
}

/** A modality in an address: `bor`. */
export function slugOfModality(modality: (typeof modalities)[number]['code']): string {
  return slugOfCode(modalities, modality);
}

function slugOfCode(
  vocabulary: readonly { readonly word: string; readonly code: string }[],
  code: string,
): string {
  const word = vocabulary.find((term) => term.code === code)?.word ?? code;
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '-');
}

/** Where a reader with scripts can go on choosing, with one value chosen. */
export function filteredPath(facet: Facet, slug: string): string {
  const choice: Choice = { ...everything, picked: { ...everything.picked, [facet]: [slug] } };
  return `${trackerPath}${queryOf(choice)}`;
}
