import { relative } from 'node:path';
import { checkedContent, contentFolder } from '../archive/index.ts';
import { writeEditorSchemas } from '../editor/index.ts';
import { hasErrors, problemReport } from '../problems/index.ts';

/**
 * Reads and checks all content and prints every problem.
 *
 * @param forAuthor is it run by someone who writes, and whose editor is to know what the registers hold?
 * @returns whether it can be published
 */
export function check(forAuthor = false): boolean {
  const contentDir = contentFolder();
  try {
    const { problems, content } = checkedContent(contentDir);
    if (forAuthor) writeEditorSchemas(content, process.cwd());
    const report = problemReport(problems, content.fileCount, relative(process.cwd(), contentDir) || '.');
    if (hasErrors(problems)) console.error(report);
    else console.log(report);
    return !hasErrors(problems);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

if (import.meta.main) process.exitCode = check(true) ? 0 : 1;
