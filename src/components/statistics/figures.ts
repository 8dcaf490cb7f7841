import type { Statistics, Tally } from '../../archive/index.ts';
import { percent, spanInWords, statistics as strings } from '../../i18n/sv-statistics.ts';
import { sharesOf } from './tables.ts';

/*
 * What the figures say, in words: never a share without its denominator, and never one that too few cases carry.
 */

/** How much of a whole is done, as far as is known. */
export function shareInWords(tally: Tally): string {
  const { total, assessed, byOutcome } = tally;
  const shares = sharesOf(tally);
  if (assessed === 0) return strings.share.none(total);
  if (!shares) return strings.share.few(assessed, total);
  const share = percent(shares.ofAssessed);
  return assessed === total
    ? strings.share.whole(byOutcome.implemented, total, share)
    : strings.share.part({
        assessed,
        total,
        implemented: byOutcome.implemented,
        share,
        least: percent(shares.least),
        most: percent(shares.most),
      });
}

export function closingInWords({ closing, whole }: Statistics): string {
  const { closings, notClosed, median } = closing;
  if (closings.length === 0) return strings.closing.empty(whole.total);
  return median
    ? strings.closing.median(spanInWords(median), closings.length, notClosed)
    : strings.closing.few(closings.length, notClosed);
}

export function delayInWords({ followUps: { followedUp, median } }: Statistics): string {
  const known = followedUp.filter(({ span }) => span !== undefined).length;
  const all = followedUp.length;
  if (!median) return strings.followUps.delayFew(known, all);
  return known === all
    ? strings.followUps.medianOfAll(spanInWords(median), all)
    : strings.followUps.median(spanInWords(median), known, all);
}

/** The follow-ups that no figure rests on, by what they are of; none where there is none of it. */
export function followUpsElsewhere({ leftOut }: Statistics): readonly string[] {
  return (['audit', 'outside', 'finding', 'question', 'part', 'unseen', 'others'] as const).flatMap(
    (kind) => {
      const count = leftOut.followUps[kind];
      return count > 0 ? [strings.leftOut.elsewhere[kind](count)] : [];
    },
  );
}
