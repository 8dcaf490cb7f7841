import type { CriterionData } from '../schemas/index.ts';
import type { CitableAct } from './citation.ts';

type Field =
  | 'kind'
  | 'division'
  | 'name'
  | 'title'
  | 'shortNames'
  | 'synonyms'
  | 'number'
  | 'inForce'
  | 'appliesFrom';

/** What the grammar takes of a criterion. */
type CriterionForCiting = { readonly [Key in Field]?: ReadonlyDeep<CriterionData[Key]> } & {
  readonly [Key in Exclude<Field, 'number' | 'inForce' | 'appliesFrom'>]: ReadonlyDeep<CriterionData[Key]>;
} & { readonly municipality?: unknown };

type ReadonlyDeep<Value> = Value extends readonly (infer Item)[] ? readonly Item[] : Value;

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
