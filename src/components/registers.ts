import { type Audit, type FollowUp, yearOf } from '../archive/index.ts';

/** Audits under their listed year, in the order they come. */
export function auditsByYear(
  audits: readonly Audit[],
): readonly { readonly year: number; readonly audits: readonly Audit[] }[] {
  const groups = new Map<number, Audit[]>();
  for (const audit of audits) {
    const group = groups.get(audit.listedYear);
    if (group) group.push(audit);
    else groups.set(audit.listedYear, [audit]);
  }
  return [...groups].map(([year, ofYear]) => ({ year, audits: ofYear }));
}

/** The years in which something was followed up, each once. */
export function yearsOf(followUps: readonly FollowUp[]): readonly string[] {
  return [...new Set(followUps.map(({ date }) => String(yearOf(date))))].toSorted();
}
