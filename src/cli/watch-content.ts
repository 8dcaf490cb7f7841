import { type FSWatcher, watch } from 'node:fs';
import { relative } from 'node:path';
import { closingLine, hasErrors, type Problem, problemBlocks, problemReport } from '../problems/index.ts';

interface Found {
  readonly problems: readonly Problem[];
  readonly fileCount: number;
  readonly elsewhere: string;
}

/** An editor writes a file in several steps, and git many files. */
const restInMilliseconds = 120;

/**
 * Checks the content, and again each time something in its folder is saved; prints all at first, then what is new and what is mended.
 * Ends at Ctrl-C (SIGINT) or SIGTERM.
 *
 * @param find reads and checks the content
 * @returns whether there were no errors when it was last checked
 * @throws if the first check cannot be made
 */
export function watchContent(contentDir: string, find: () => Found): Promise<boolean> {
  const folder = relative(process.cwd(), contentDir) || '.';
  let known = find();
  console.log(withElsewhere(problemReport(known.problems, known.fileCount, folder), known));
  console.log('\nKontrollerar på nytt när något sparas. Ctrl-C avslutar.');
  return new Promise((done) => {
    let waiting: NodeJS.Timeout | undefined;
    const changed = new Set<string>();
    const recheck = () => {
      const names = [...changed].toSorted();
      changed.clear();
      try {
        const found = find();
        console.log(`\n${names.map((name) => `${folder}/${name}`).join(', ')}`);
        console.log(withElsewhere(whatChanged(known, found, folder), found));
        known = found;
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    };
    const watcher: FSWatcher = watch(contentDir, { recursive: true }, (_event, fileName) => {
      const name = String(fileName ?? '').replaceAll('\\', '/');
      // The check itself writes schemas into a hidden folder, and editors keep hidden files beside what they write.
      if (name.split('/').some((part) => part.startsWith('.'))) return;
      changed.add(name);
      clearTimeout(waiting);
      waiting = setTimeout(recheck, restInMilliseconds);
    });
    const end = () => {
      clearTimeout(waiting);
      watcher.close();
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      console.log('');
      done(!hasErrors(known.problems));
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
  });
}

/** Lines move when something above is written; a problem that says the same of the same file is the same. */
function identity({ file, rule, at, message }: Problem): string {
  return [file, rule, at, message].join('\0');
}

function whatChanged(before: Found, after: Found, folder: string): string {
  const [were, are] = [before, after].map(({ problems }) => new Set(problems.map(identity)));
  const added = after.problems.filter((problem) => !were?.has(identity(problem)));
  const mended = before.problems.filter((problem) => !are?.has(identity(problem))).length;
  return [
    ...(added.length === 0 ? [] : [problemBlocks(added, folder)]),
    ...(mended === 0 ? [] : [mended === 1 ? '1 är rättat.' : `${mended} är rättade.`]),
    closingLine(after.problems, after.fileCount),
  ].join('\n');
}

function withElsewhere(report: string, { elsewhere }: Found): string {
  return elsewhere === '' ? report : `${report}\n${elsewhere}`;
}
