import { type Problem, sortedProblems } from './problem.ts';

const width = 100;

/**
 * All problems as an author reads them, a block a file, with a closing count. Errors say that nothing was published.
 *
 * @param fileCount how many files were read
 * @param contentDir what stands before each file's name
 */
export function problemReport(
  problems: readonly Problem[],
  fileCount: number,
  contentDir = 'content',
): string {
  const closing = closingLine(problems, fileCount);
  return problems.length === 0 ? closing : `${problemBlocks(problems, contentDir)}\n${closing}`;
}

/** A block a file, each followed by an empty line. */
export function problemBlocks(problems: readonly Problem[], contentDir: string): string {
  const blocks = Map.groupBy(sortedProblems(problems), ({ file }) => file);
  return [...blocks]
    .flatMap(([file, ofFile]) => [
      `${contentDir}/${printable(file).replaceAll('\n', '\u{fffd}')}`,
      ...ofFile.flatMap(problemLines),
      '',
    ])
    .join('\n');
}

/** What is quoted from a file, and its name, may hold anything, also what would steer a terminal. */
function printable(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '\u{fffd}');
}

function problemLines({ line, message, mend, severity, rule }: Problem): string[] {
  const place = line === undefined ? '' : `rad ${line}`;
  const warning = severity === 'warning' ? 'varning: ' : '';
  const ruleName = severity === 'warning' ? ` [${rule}]` : '';
  const indent = '  ';
  const hang = ' '.repeat(10);
  const [first = '', ...rest] = wrapped(`${warning}${message}${ruleName}`, width - hang.length);
  return [
    `${indent}${place.padEnd(hang.length - indent.length - 1)} ${first}`,
    ...rest.map((text) => hang + text),
    ...(mend ? wrapped(mend, width - hang.length).map((text) => hang + text) : []),
  ];
}

/** How many errors and warnings there are, and that nothing was published where there are errors. */
export function closingLine(problems: readonly Problem[], fileCount: number): string {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.length - errors.length;
  const warningText = warnings === 1 ? '1 varning' : `${warnings} varningar`;
  const ofFiles = `${fileCount} ${fileCount === 1 ? 'fil' : 'filer'}`;
  if (errors.length === 0) {
    return warnings === 0 ? `Inga fel i ${ofFiles}.` : `Inga fel men ${warningText} i ${ofFiles}.`;
  }
  const faultyFiles = new Set(errors.map(({ file }) => file)).size;
  const and = warnings === 0 ? '' : ` och ${warningText}`;
  return `${errors.length} fel${and} i ${faultyFiles} av ${ofFiles}. Inget har publicerats.`;
}

/** Breaks at spaces; a word longer than a line stands alone. */
function wrapped(text: string, lineWidth: number): string[] {
  const lines: string[] = [];
  for (const paragraph of printable(text).split('\n')) {
    let current = '';
    for (const word of paragraph.split(' ')) {
      if (current && current.length + 1 + word.length > lineWidth) {
        lines.push(current);
        current = word;
      } else {
        current = current ? `${current} ${word}` : word;
      }
    }
    lines.push(current);
  }
  return lines;
}
