import type { Recommendation } from '../archive/index.ts';
import { labelOf, recommendationKinds } from '../schemas/index.ts';

/** What a recommendation is called: `Rekommendation 3`, `Förbättringsområde B`; a label that is a word of its own stands alone. */
export function recommendationTitle({
  label,
  number,
  kind,
}: Pick<Recommendation, 'label' | 'number' | 'kind'>): string {
  if (label !== undefined && /\p{L}{3}/u.test(label)) return label;
  return `${labelOf(recommendationKinds, kind)} ${label ?? number}`;
}
