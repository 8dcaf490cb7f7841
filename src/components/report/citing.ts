import type { Audit, Recommendation } from '../../archive/index.ts';
import { yearOf } from '../../archive/index.ts';
import { uncapitalised } from '../../i18n/format.ts';
import { site } from '../../i18n/sv.ts';
import { recommendationTitle } from './recommendations.ts';

/** How a report is cited, up to its address: who, title, year, principal, the archive. */
export function reportReference(audit: Audit): string {
  return `${opening(audit)}. ${site.name}.`;
}

/** How a recommendation of a report is cited, up to its address. */
export function recommendationReference(recommendation: Recommendation): string {
  const part = uncapitalised(recommendationTitle(recommendation));
  return `${opening(recommendation.audit)}, ${part}. ${site.name}.`;
}

function opening({ commissionedBy, municipality, source, published, title }: Audit): string {
  const author = commissionedBy?.name ?? source.publisher ?? municipality.name;
  return `${author} (${yearOf(published)}): ${title}`;
}
