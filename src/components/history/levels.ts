import type { FollowUp } from '../../archive/index.ts';
import { recommendationTitle } from '../../citing/index.ts';
import { capitalised } from '../../i18n/format.ts';
import { history } from '../../i18n/sv.ts';
import { followUpObjects, labelOf } from '../../schemas/index.ts';
import { letterOfPart } from '../report/parts.ts';
import { numberedQuestions } from '../report/questions.ts';

const strings = history.verdict;

/** What a verdict is on, in words, and its address where it is one part of a report in the archive. */
export function levelOf({ target, object }: FollowUp): { readonly label: string; readonly path?: string } {
  switch (target.kind) {
    case 'recommendation': {
      const { recommendation, part } = target;
      const title = recommendationTitle(recommendation).replaceAll(' ', '\u00a0');
      if (part === undefined) return { label: title, path: recommendation.path };
      return {
        label: `${title}, ${strings.part(letterOfPart(recommendation, part))}`,
        path: `${recommendation.path}#${part}`,
      };
    }
    case 'finding':
      return {
        label: strings.finding(target.audit.findings.indexOf(target.finding) + 1),
        path: target.finding.path,
      };
    case 'question': {
      const numbered = numberedQuestions(target.audit.questions).find(
        ({ question }) => question === target.question,
      );
      return { label: strings.question(numbered?.number ?? target.question.id), path: target.question.path };
    }
    case 'audit':
    case 'outside':
      return { label: labelOf(followUpObjects, object) };
  }
}

/** What a verdict is on, by name: the earlier report's title, or what it was about where that is all that is known. */
export function subjectOf({ target }: FollowUp): string {
  return target.kind === 'outside' ? (target.title ?? capitalised(target.about)) : target.audit.title;
}
