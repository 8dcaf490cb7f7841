import {
  type FollowUp,
  type Recommendation,
  standingsByState,
  verdictsOnWhole,
} from '../../archive/index.ts';
import type { ShownState } from '../../schemas/index.ts';

/** How each part of a recommendation stands by itself, by its letter. Nothing where nothing is known of any. */
export function partsInRow({
  parts,
}: Pick<Recommendation, 'parts'>): readonly { readonly letter: string; readonly state: ShownState }[] {
  const states = parts.map((part, index) => ({
    letter: String.fromCharCode('a'.charCodeAt(0) + index),
    state: standingsByState(part)[0]?.state ?? ('not-followed-up' as const),
  }));
  return states.some(({ state }) => state !== 'not-followed-up') ? states : [];
}

/**
 * The latest verdicts on the whole of a recommendation's report, of those that concern any of the boards that it is to. They are the
 * report's and never its own.
 */
export function wholeVerdictsBeside({
  audit,
  addressees,
}: Pick<Recommendation, 'audit' | 'addressees'>): readonly FollowUp[] {
  const boards = new Set(
    addressees.flatMap((addressee) => (addressee.kind === 'body' ? addressee.body : [])),
  );
  const concerning = verdictsOnWhole(audit).filter(
    ({ bodies }) => bodies.length === 0 || boards.size === 0 || bodies.some((body) => boards.has(body)),
  );
  return concerning.filter(({ date }) => date === concerning[0]?.date);
}
