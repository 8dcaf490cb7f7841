import { relative } from 'node:path';
import {
  type Archive,
  type CheckedContent,
  checkedContent,
  compileAhead,
  contentFolder,
  isFolder,
  LiveArchive,
} from '../archive/index.ts';
import { Progress } from '../building/index.ts';
import { writeEditorSchemas } from '../editor/index.ts';
import { githubReport, hasErrors, jsonReport, type Problem, problemReport } from '../problems/index.ts';
import { ReportCache } from '../reports/index.ts';
import { type CheckOptions, checkHelp, checkOptions, chosenFiles, MisuseError } from './check-options.ts';
import { watchContent } from './watch-content.ts';

/** What scripts can tell apart: nothing wrong, or warnings alone; errors, or content that cannot be read; wrong flags or paths. */
const exitCodes = { fine: 0, faulty: 1, misused: 2 } as const;

/**
 * Reads and checks all content and prints every problem.
 *
 * @returns the archive and what was printed, if the content can be published
 */
export async function checkedArchive(
  root: string,
): Promise<{ readonly archive: Archive; readonly report: string } | undefined> {
  const contentDir = contentFolder();
  try {
    const progress = new Progress('Läser rapporter');
    await compileAhead(contentDir, root, new ReportCache(root), (done, total) => progress.show(done, total));
    progress.end();
    const { problems, content, archive } = checkedContent(contentDir, root);
    const report = problemReport(problems, content.fileCount, shownFolder(contentDir));
    print(problems, report);
    return archive && { archive, report };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

/**
 * The command: checks what its arguments ask for, and tells the author's editor what the registers hold.
 *
 * @returns the exit code
 */
async function checkCommand(args: readonly string[]): Promise<number> {
  try {
    const options = checkOptions(args);
    if (options.asksForHelp) {
      console.log(checkHelp);
      return exitCodes.fine;
    }
    const contentDir = contentFolder();
    if (isFolder(contentDir)) await compileAhead(contentDir, process.cwd(), new ReportCache(process.cwd()));
    if (!options.isWatching) return checkOnce(options, contentDir);
    // It remembers what it has read, and so reads only what has been saved.
    const live = new LiveArchive(contentDir, process.cwd(), false);
    const isFine = await watchContent(contentDir, () => chosenProblems(options, contentDir, live.refresh()));
    return isFine ? exitCodes.fine : exitCodes.faulty;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return error instanceof MisuseError ? exitCodes.misused : exitCodes.faulty;
  }
}

function checkOnce(options: CheckOptions, contentDir: string): number {
  const { problems, fileCount, elsewhere } = chosenProblems(options, contentDir, checkedContent(contentDir));
  const folder = shownFolder(contentDir);
  switch (options.format) {
    case 'json':
      console.log(JSON.stringify(jsonReport(problems, fileCount, folder), undefined, 2));
      break;
    case 'github':
      process.stdout.write(
        githubReport(problems, shownFolder(contentDir, process.env.GITHUB_WORKSPACE || undefined)),
      );
      break;
    default: {
      const report = problemReport(problems, fileCount, folder);
      print(problems, elsewhere === '' ? report : `${report}\n${elsewhere}`);
    }
  }
  return hasErrors(problems) ? exitCodes.faulty : exitCodes.fine;
}

/** What was found in the files that are asked for. */
export interface ChosenProblems {
  readonly problems: readonly Problem[];
  readonly fileCount: number;
  /** A sentence on errors in the other files, where there are any. */
  readonly elsewhere: string;
}

/** All content is read: whether a file is right depends on the others. */
function chosenProblems(
  { paths }: CheckOptions,
  contentDir: string,
  { problems, content }: CheckedContent,
): ChosenProblems {
  writeEditorSchemas(content, process.cwd());
  const isChosen = chosenFiles(paths, contentDir);
  const others = problems.filter(({ file, severity }) => severity === 'error' && !isChosen(file)).length;
  return {
    problems: problems.filter(({ file }) => isChosen(file)),
    fileCount: content.fileNames.filter(isChosen).length,
    elsewhere:
      others === 0
        ? ''
        : `Andra filer har ${others} fel: npm run check visar dem. Länkarna prövas när de är rättade.`,
  };
}

function print(problems: readonly Problem[], report: string): void {
  if (hasErrors(problems)) console.error(report);
  else console.log(report);
}

/** The content folder from the working folder, or from that of the repository that GitHub checks, which may hold content alone. */
function shownFolder(contentDir: string, from = process.cwd()): string {
  return relative(from, contentDir) || '.';
}

if (import.meta.main) process.exitCode = await checkCommand(process.argv.slice(2));
