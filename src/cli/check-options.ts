import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { didYouMean, enumerated } from '../problems/index.ts';

const formats = ['text', 'json', 'github'] as const;
type Format = (typeof formats)[number];

export interface CheckOptions {
  readonly format: Format;
  readonly isWatching: boolean;
  readonly asksForHelp: boolean;
  /** Files and folders as they were given. */
  readonly paths: readonly string[];
}

/** A command that cannot be carried out as it was given; its message is what an author reads. */
export class MisuseError extends Error {
  override readonly name = 'MisuseError';
}

export const checkHelp = `npm run check läser allt innehåll och säger vad som är fel. Flaggor skrivs efter --:

  npm run check -- content/audits/1490-boras          bara det som gäller filen, filerna eller mappen
  npm run check -- --watch                            kontrollerar på nytt varje gång något sparas; Ctrl-C avslutar
  npm run check -- --format=json                      för program: formen står i guiden om kontrollen
  npm run check -- --format=github                    för GitHub Actions: visas vid raderna i en ändringsbegäran

Slutar med 0 om det inte finns några fel, 1 om det finns fel och 2 om kommandot är fel skrivet.`;

/** @throws {MisuseError} with what is wrong */
export function checkOptions(args: readonly string[]): CheckOptions {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      watch: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const known = ['--format', '--watch', '--help'];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!known.includes(`--${token.name}`)) {
      throw new MisuseError(
        [
          `Flaggan ${token.rawName} finns inte.`,
          didYouMean(token.rawName, known) ?? `Flaggorna är ${enumerated(known)}.`,
        ].join(' '),
      );
    }
    if (token.name !== 'format' && token.value !== undefined) {
      throw new MisuseError(`Flaggan ${token.rawName} tar inget värde.`);
    }
  }
  const given = values.format ?? 'text';
  const format = formats.find((each) => each === given);
  if (format === undefined) {
    const what = typeof given === 'string' ? `"${given}" är ingen form` : 'Flaggan --format saknar ett värde';
    throw new MisuseError(`${what}. Formerna är ${enumerated(formats)}: skriv t.ex. --format=json.`);
  }
  const isWatching = values.watch === true;
  if (isWatching && format !== 'text') {
    throw new MisuseError(`--watch skriver för den som läser och går inte ihop med --format=${format}.`);
  }
  return { format, isWatching, asksForHelp: values.help === true, paths: positionals };
}

/**
 * Which of the content's files are meant. A path is from the working folder, or from the content folder; none means all.
 *
 * @returns whether a file, named from the content folder, is among them
 * @throws {MisuseError} if one is not there, or lies outside the content
 */
export function chosenFiles(
  paths: readonly string[],
  contentDir: string,
  workingDir = process.cwd(),
): (file: string) => boolean {
  const chosen = paths.map((path) => {
    const candidates = [resolve(workingDir, path), resolve(contentDir, path)];
    const found = candidates.find((candidate) => statSync(candidate, { throwIfNoEntry: false }));
    if (found === undefined) throw new MisuseError(`${path} finns inte.`);
    const name = relative(contentDir, found).split(sep).join('/');
    const shownDir = relative(workingDir, contentDir) || '.';
    if (name.startsWith('../') || name === '..' || resolve(contentDir, name) !== found) {
      throw new MisuseError(
        `${path} ligger inte i innehållsmappen, ${shownDir}. Är innehållet i en annan mapp, ange den med CONTENT_DIR.`,
      );
    }
    if (name.split('/').some((part) => part.startsWith('.') && part !== '')) {
      throw new MisuseError(`${path} är dold och läses inte.`);
    }
    return name;
  });
  if (chosen.length === 0) return () => true;
  return (file) => chosen.some((name) => name === '' || file === name || file.startsWith(`${name}/`));
}
