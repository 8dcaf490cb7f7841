import type { Finding } from '../archive/index.ts';
import { report } from '../i18n/sv.ts';

/** What a finding is called in a list: what was seen; else how it was judged, or what was recommended; else why none is known. */
export function findingText(finding: Finding): string {
  const known = finding.observation ?? finding.assessment ?? finding.recommendations[0]?.text;
  return known?.text ?? absentPartText(finding, 'observation');
}

/** Says plainly why a part of a finding is not there: lost in the source, not seen, or not in the report at all. */
export function absentPartText({ lost, unseen, audit }: Finding, part: 'observation' | 'assessment'): string {
  if (lost === part) return report.findings.lost[part];
  if (unseen === part || audit.rendition === 'catalogue') return report.findings.unseen[part];
  return report.findings.absent[part];
}
