import { relative } from 'node:path';
import { checkedContent, contentFolder } from '../archive/index.ts';
import { writeEditorSchemas } from '../editor/index.ts';
import { hasErrors, problemReport } from '../problems/index.ts';

/**
 * Reads and checks all content and prints every problem.
 *
 * @returns whether it can be published
 */
export function check(): boolean {
  const contentDir = contentFolder();
  try {
    const { problems, content } = checkedContent(contentDir);
    writeEditorSchemas(content, process.cwd());
    const report = problemReport(problems, content.fileCount, relative(process.cwd(), contentDir) || '.');
    if (hasErrors(problems)) console.error(report);
    else console.log(report);
    return !hasErrors(problems);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

if (import.meta.main) process.exitCode = check() ? 0 : 1;
