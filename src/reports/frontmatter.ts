import type { Problem } from '../problems/index.ts';
import { YamlSource } from '../yaml/index.ts';

/** A file's two halves. */
export interface SplitFile {
  readonly yaml: YamlSource;
  /** What follows the frontmatter. */
  readonly body: string;
  /** How many lines of the file stand before the body. */
  readonly linesBeforeBody: number;
}

/** Divides a file into frontmatter and body, or tells why it cannot be done. */
export function splitFile(file: string, source: string): SplitFile | { readonly problem: Problem } {
  const problem = (message: string, mend: string) => ({
    problem: { file, line: 1, severity: 'error', rule: 'fil', message, mend } as const,
  });
  if (source.trim() === '') {
    return problem('Filen är tom.', 'Skriv rapporten eller ta bort filen.');
  }
  const lines = source.split('\n');
  if (lines[0]?.trimEnd() !== '---') {
    return problem(
      'Filen har inget metadatablock.',
      'Filen ska börja med en rad ---, sedan fälten och sedan ännu en rad ---.',
    );
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end === -1) {
    return problem('Metadatablocket har inget slut.', 'Skriv en rad --- efter det sista fältet.');
  }
  return {
    yaml: new YamlSource(file, lines.slice(1, end).join('\n'), 1),
    body: lines.slice(end + 1).join('\n'),
    linesBeforeBody: end + 1,
  };
}
