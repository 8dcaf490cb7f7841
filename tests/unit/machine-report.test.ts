import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkReportSchema, githubReport, jsonReport, type Problem } from '../../src/problems/index.ts';
import { anAudit, auditFile, contentWith } from '../fixtures/content.ts';

const error: Problem = {
  file: 'audits/a,b:c.mdx',
  line: 7,
  severity: 'error',
  rule: 'referens',
  message: '100 % fel.\nTvå rader: en, två.',
  mend: 'Rätta.',
};
const warning: Problem = {
  file: 'topics.yaml',
  severity: 'warning',
  rule: 'lang-mening',
  at: 'Ett två',
  message: 'Lång.',
};

describe('The report for programs', () => {
  test('has the documented form, with every problem, its rule, place, message and mend', () => {
    const { problems } = contentWith({
      [auditFile]: anAudit({ type: 'tillsyn', subtitle: 'Arkivet #3', purpose: '{bilaga 1}' }),
    });
    const report = checkReportSchema.parse(jsonReport(problems, 17, 'content'));
    assert.deepEqual(
      [report.ok, report.files, report.errors + report.warnings],
      [false, 17, problems.length],
    );
    assert.ok(report.warnings > 0);
    const [first] = report.problems;
    assert.deepEqual(first, {
      rule: 'form',
      severity: 'error',
      file: `content/${auditFile}`,
      line: 6,
      message: 'type: "tillsyn" är inget av de ord som gäller här.',
      mend: first?.mend,
    });
  });

  test('is right where only warnings are found, and leaves out what is not known', () => {
    assert.deepEqual(jsonReport([warning], 2, 'innehåll'), {
      version: 1,
      ok: true,
      files: 2,
      errors: 0,
      warnings: 1,
      problems: [
        {
          rule: 'lang-mening',
          severity: 'warning',
          file: 'innehåll/topics.yaml',
          at: 'Ett två',
          message: 'Lång.',
        },
      ],
    });
  });
});

describe('The report for GitHub', () => {
  test('has a command a problem, with what has a meaning to GitHub escaped', () => {
    assert.equal(
      githubReport([warning, error], 'content'),
      '::error file=content/audits/a%2Cb%3Ac.mdx,line=7,title=referens::100 %25 fel.%0ATvå rader: en, två.%0ARätta.\n' +
        '::warning file=content/topics.yaml,title=lang-mening::Lång.\n',
    );
  });

  test('is empty where nothing is wrong', () => assert.equal(githubReport([], 'content'), ''));
});
