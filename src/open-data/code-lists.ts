import {
  addresseeRoles,
  auditorKinds,
  auditTypes,
  bodyForms,
  claims,
  criterionKinds,
  grades,
  modalities,
  principalKinds,
  recommendationKinds,
  recommenders,
  renditions,
  shownStates,
  stances,
  type Vocabulary,
  verifiedStatuses,
} from '../schemas/index.ts';

/** The vocabularies whose codes stand in the bulk files, by the name that the database gives each. */
export const codeLists: Readonly<Record<string, Vocabulary>> = {
  state: shownStates,
  status: verifiedStatuses,
  claim: claims,
  stance: stances,
  grade: grades,
  'audit-type': auditTypes,
  rendition: renditions,
  modality: modalities,
  'recommendation-kind': recommendationKinds,
  recommender: recommenders,
  'addressee-role': addresseeRoles,
  'principal-kind': principalKinds,
  'body-form': bodyForms,
  'auditor-kind': auditorKinds,
  'criterion-kind': criterionKinds,
};

/** What pages call a code; the same code may have another name in another list, so a column is asked for by all its codes. */
export function labelsOf(codes: readonly string[]): ReadonlyMap<string, string> {
  const list = Object.values(codeLists).find(
    (terms) => terms.length === codes.length && terms.every(({ code }, index) => code === codes[index]),
  );
  return new Map((list ?? []).map(({ code, label }) => [code, label]));
}
