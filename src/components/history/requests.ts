import type { Recommendation, RequestedResponse } from '../../archive/index.ts';

/** The responses that the auditors asked those whom a recommendation is to for, and that the archive does not have. */
export function requestsFrom({ audit, addressees }: Recommendation): readonly RequestedResponse[] {
  return audit.responsesRequested.filter(
    ({ from, outcome }) =>
      outcome !== 'given' &&
      addressees.some((addressee) => addressee.kind === 'body' && addressee.body === from),
  );
}
