import { sectionReference } from '../criteria/index.ts';
import { checkCites, checkSection } from './check-citations.ts';
import type { Checking } from './checking.ts';
import type { Path } from './file-checker.ts';

/** Laws, rules and standards, and what they replaced. */
export function checkCriteria(checking: Checking): void {
  const { criteria, municipalities } = checking.content;
  const known = [...criteria.keys()];
  for (const { file, data, cites, advice } of criteria.values()) {
    checkCites(checking, file, cites);
    if (!data) continue;
    const yaml = checking.file(file);
    if (data.issuer !== undefined) {
      yaml.reference(
        ['issuer'],
        data.issuer,
        checking.issuers,
        'bland utgivarna',
        'De står i content/issuers.yaml.',
      );
    }
    if (data.municipality !== undefined) {
      yaml.reference(
        ['municipality'],
        data.municipality,
        [...municipalities.keys()],
        'bland huvudmännen',
        'De står i content/municipalities/.',
      );
    }
    for (const [index, id] of data.replaces.entries()) {
      yaml.reference(['replaces', index], id, known, 'bland kriterierna', 'De står i content/criteria/.');
    }
    yaml.unique(data.sections.map(({ section }, index) => [section, ['sections', index, 'section']]));
    yaml.unique(data.chapters.map(({ chapter }, index) => [chapter, ['chapters', index, 'chapter']]));
    for (const [index, { chapter }] of data.chapters.entries()) {
      if (sectionReference(chapter, data.division)?.kind !== 'chapter') {
        yaml.error(
          ['chapters', index, 'chapter'],
          `"${chapter}" är inget kapitel i ett kriterium som är indelat så här (division).`,
        );
      }
    }
    for (const [index, { section, replaces }] of data.sections.entries()) {
      if (!sectionReference(section, data.division)) {
        yaml.error(
          ['sections', index, 'section'],
          `"${section}" passar inte kriteriets indelning (division).`,
        );
      }
      for (const [place, older] of replaces.entries()) {
        const path: Path = ['sections', index, 'replaces', place];
        if (
          yaml.reference(
            [...path, 'criterion'],
            older.criterion,
            known,
            'bland kriterierna',
            'De står i content/criteria/.',
          )
        ) {
          checkSection(checking, yaml, [...path, 'section'], older.criterion, older.section);
        }
      }
    }
    yaml.silences(data.silence, advice);
  }
}
