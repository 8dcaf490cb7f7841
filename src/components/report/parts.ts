import type { Recommendation } from '../../archive/index.ts';

/** The letter that a part of a recommendation has on its page: `a` for the first. */
export function letterOfPart({ parts }: Pick<Recommendation, 'parts'>, id: string): string {
  return String.fromCodePoint(
    97 +
      Math.max(
        0,
        parts.findIndex((part) => part.id === id),
      ),
  );
}
