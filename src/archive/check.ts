import type { Problem } from '../problems/index.ts';
import type { PlainDate } from '../schemas/index.ts';
import { checkAudits } from './check-audits.ts';
import { checkCriteria } from './check-criteria.ts';
import { checkMunicipalities } from './check-municipalities.ts';
import { checkRegisters } from './check-registers.ts';
import { checkTexts } from './check-texts.ts';
import { checkThesaurus } from './check-thesaurus.ts';
import { Checking } from './checking.ts';
import type { Content } from './load.ts';

/** Every problem that shows only when files are seen together. Files that are wrong on their own are passed over. */
export function relationProblems(content: Content, asOf: PlainDate): readonly Problem[] {
  const checking = new Checking(content, asOf);
  checkMunicipalities(checking);
  checkRegisters(checking);
  checkThesaurus(checking);
  checkCriteria(checking);
  checkTexts(checking);
  checkAudits(checking);
  return checking.problems;
}
