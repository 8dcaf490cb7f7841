import type { CriterionData } from '../schemas/index.ts';
import type { CitableAct } from './citation.ts';

/** What the grammar takes of a criterion: only the fields that are read here. */
type CriterionForCiting = Pick<
  CriterionData,
  'kind' | 'division' | 'name' | 'title' | 'shortNames' | 'synonyms' | 'number' | 'inForce' | 'appliesFrom'
> & { readonly municipality?: string | undefined };

/**
 * The register's rules as the grammar needs them, in the register's order. A municipality's own documents are left out: their names
 * are common words, which mean another document in the next municipality.
 *
 * @param replaced the ids of what each replaced
 */
export function citableActs(
  criteria: Iterable<readonly [id: string, data: CriterionForCiting, replaced: readonly string[]]>,
): readonly CitableAct[] {
  return [...criteria].flatMap(([id, data, replaced]) =>
    data.municipality === undefined ? [citableAct(id, data, replaced)] : [],
  );
}

function citableAct(id: string, data: CriterionForCiting, replaced: readonly string[]): CitableAct {
  const { kind, division, name, title, shortNames, synonyms, number, inForce, appliesFrom } = data;
  const otherNames = synonyms.filter((synonym) => !/\d{4}:\d/.test(synonym));
  const from = appliesFrom ?? inForce?.from;
  return {
    id,
    kind,
    division,
    name,
    ...(otherNames.length > 0 && { otherNames }),
    ...(shortNames.length > 0 && { shortNames }),
    ...(number !== undefined && { number }),
    ...(number !== undefined && title.includes(`(${number})`) && { title }),
    ...(from !== undefined && { from }),
    ...(inForce?.until !== undefined && { until: inForce.until }),
    ...(replaced.length > 0 && { replaces: replaced }),
  };
}
