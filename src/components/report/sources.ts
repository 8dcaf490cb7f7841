import type { Source } from '../../archive/index.ts';
import { formatDate } from '../../i18n/format.ts';
import { sourceKinds } from '../../schemas/index.ts';

/** Sources of each kind, in the vocabulary's order. */
export function sourcesByKind(
  sources: readonly Source[],
): readonly { readonly kind: Source['kind']; readonly label: string; readonly sources: readonly Source[] }[] {
  return sourceKinds
    .map(({ code, label }) => ({ kind: code, label, sources: sources.filter(({ kind }) => kind === code) }))
    .filter((group) => group.sources.length > 0);
}

/** What follows a source's name: its number, with whom, and when. */
export function sourceParticulars({ number, title, with: informant, date }: Source): string {
  return [number && ` (${number})`, title && informant && `, ${informant}`, date && `, ${formatDate(date)}`]
    .filter(Boolean)
    .join('');
}
