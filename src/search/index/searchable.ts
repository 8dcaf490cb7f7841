import type { Archive } from '../../archive/index.ts';
import { citableActs } from '../../criteria/index.ts';
import { archiveNames, archiveRecords, type FurtherPage, facetLabels } from './archive-records.ts';
import type { Searchable } from './build.ts';

export type { FurtherPage } from './archive-records.ts';

/** The whole archive, to be searched. */
export function archiveSearchable(archive: Archive, furtherPages: readonly FurtherPage[] = []): Searchable {
  return {
    ...archiveLanguage(archive),
    records: () => archiveRecords(archive, furtherPages),
    labels: facetLabels(archive),
    names: archiveNames(archive),
  };
}

/** What the archive knows of words and rules: the thesaurus that its editors keep, and the register's rules. */
export function archiveLanguage({ thesaurus, criteria }: Archive): Pick<Searchable, 'groups' | 'acts'> {
  return {
    groups: thesaurus,
    acts: citableActs(
      criteria.map(
        (criterion) =>
          [
            criterion.id,
            {
              ...criterion,
              shortNames: [...criterion.shortNames],
              synonyms: [...criterion.synonyms],
              municipality: criterion.municipality?.id,
            },
            criterion.replaces.map(({ id }) => id),
          ] as const,
      ),
    ),
  };
}
