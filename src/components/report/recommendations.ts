import type { Addressee, Recommendation } from '../../archive/index.ts';

/** Recommendations in order; where the report gives them addressee by addressee, under those whom they are to. */
export interface RecommendationGroup {
  /** Missing where each recommendation says itself whom it is to. */
  readonly to?: { readonly addressees: readonly Addressee[]; readonly toAll: boolean };
  readonly recommendations: readonly Recommendation[];
}

export function groupedRecommendations(
  recommendations: readonly Recommendation[],
): readonly RecommendationGroup[] {
  const runs: { key: string; recommendations: Recommendation[] }[] = [];
  for (const recommendation of recommendations) {
    const key = addresseeKey(recommendation);
    const run = runs.at(-1);
    if (run?.key === key) run.recommendations.push(recommendation);
    else runs.push({ key, recommendations: [recommendation] });
  }
  const eachAddresseeOnce = new Set(runs.map(({ key }) => key)).size === runs.length;
  if (!eachAddresseeOnce || runs.length === recommendations.length) return [{ recommendations }];
  return runs.map(({ recommendations: ofRun }) => {
    const [first] = ofRun;
    return {
      ...(first && { to: { addressees: first.addressees, toAll: first.toAll } }),
      recommendations: ofRun,
    };
  });
}

function addresseeKey({ addressees, toAll }: Recommendation): string {
  if (toAll) return 'alla';
  return addressees
    .map((addressee) =>
      [addressee.kind === 'body' ? addressee.body.key : addressee.group, addressee.role].join(' '),
    )
    .join('; ');
}

/** Its printed label, else its number in the report: what stands in the margin. */
export function recommendationLabel({ label, number }: Pick<Recommendation, 'label' | 'number'>): string {
  return label ?? String(number);
}
