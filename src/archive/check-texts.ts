import { checkCites } from './check-citations.ts';
import type { Checking } from './checking.ts';

/** The texts that are no reports: an archive's own pages, and responses. */
export function checkTexts(checking: Checking): void {
  for (const { file, cites, body } of [
    ...checking.content.pages.values(),
    ...checking.content.responses.values(),
  ]) {
    checkCites(checking, file, cites);
    for (const block of body.blocks) {
      if (block.kind === 'component') {
        checking.problems.push({
          file,
          line: block.line,
          severity: 'error',
          rule: 'mdx',
          message: `<${block.name}/> hör till en rapport och kan inte stå här.`,
          mend: 'Ta bort den, eller länka till rapporten.',
        });
      }
    }
  }
  for (const { file, data, advice } of checking.content.pages.values()) {
    if (data) checking.file(file).silences(data.silence, advice);
  }
}
