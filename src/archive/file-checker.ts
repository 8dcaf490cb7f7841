import { join } from 'node:path';
import { didYouMean, enumerated, type Problem, type WarningRule, warningRules } from '../problems/index.ts';
import { onOneLine } from '../reports/index.ts';
import { placeName, YamlSource } from '../yaml/index.ts';
import { readText } from './load.ts';

export type Path = readonly PropertyKey[];

/** Checks of one file, which is read again only when there is a problem to place in it. */
export class FileChecker {
  readonly #file: string;
  readonly #contentDir: string;
  readonly #problems: Problem[];
  #source:
    | {
        readonly yaml: YamlSource;
        readonly data: unknown;
        /** What stands below the frontmatter, and on which line it begins. */
        readonly lines: readonly string[];
        readonly firstLine: number;
      }
    | undefined;

  constructor(file: string, contentDir: string, problems: Problem[]) {
    this.#file = file;
    this.#contentDir = contentDir;
    this.#problems = problems;
  }

  error(path: Path, message: string, mend?: string): void {
    this.#problems.push({
      file: this.#file,
      line: this.lineOf(path),
      severity: 'error',
      rule: 'referens',
      message,
      ...(mend !== undefined && { mend }),
    });
  }

  warning(rule: WarningRule, at: string, path: Path, message: string, mend: string): Problem {
    return this.warningOnLine(this.lineOf(path), rule, at, message, mend);
  }

  warningOnLine(line: number, rule: WarningRule, at: string, message: string, mend: string): Problem {
    return { file: this.#file, line, severity: 'warning', rule, at, message, mend };
  }

  /**
   * Notes a problem and gives `false` where an id is not among the known. Where those are not known, because their own file has
   * to be mended first, no id is wrong.
   */
  reference(
    path: Path,
    id: string,
    known: readonly string[] | undefined,
    where: string,
    home: string | undefined,
  ): boolean {
    if (known === undefined || known.includes(id)) return true;
    const list = home ?? (known.length === 0 ? 'Det finns inga.' : `De är ${enumerated(known, 20)}.`);
    this.error(
      path,
      `${this.place(path)}: "${id}" finns inte ${where}.`,
      [didYouMean(id, known), list].filter(Boolean).join(' '),
    );
    return false;
  }

  /** Notes a problem for each id that stands more than once. */
  unique(ids: readonly (readonly [string, Path])[]): void {
    const first = new Map<string, Path>();
    for (const [id, path] of ids) {
      const earlier = first.get(id);
      if (earlier) {
        this.error(
          path,
          `Id "${id}" står två gånger, först på rad ${this.lineOf(earlier)}.`,
          'Ge den ena en annan id. En id används aldrig igen.',
        );
      } else {
        first.set(id, path);
      }
    }
  }

  /** Lets warnings through that no `silence` covers, and warns of a `silence` that covers none. */
  silences(
    entries: readonly { readonly rule: string; readonly at?: string | undefined }[],
    warnings: readonly Problem[],
  ): void {
    const covers = (entry: (typeof entries)[number], warning: Problem) =>
      entry.rule === warning.rule && (entry.at === undefined || entry.at === warning.at);
    this.#problems.push(...warnings.filter((warning) => !entries.some((entry) => covers(entry, warning))));
    for (const [index, entry] of entries.entries()) {
      if (warnings.some((warning) => covers(entry, warning))) continue;
      const known = warningRules.some((rule) => rule === entry.rule);
      this.error(
        ['silence', index],
        known
          ? `silence: här finns ingen varning "${entry.rule}"${entry.at === undefined ? '' : ` för "${entry.at}"`} att tysta.`
          : `silence: regeln "${entry.rule}" finns inte.`,
        known
          ? 'Ta bort posten.'
          : [didYouMean(entry.rule, warningRules), 'Namnet står inom hakparentes i varningen.']
              .filter(Boolean)
              .join(' '),
      );
    }
  }

  lineOf(path: Path): number {
    return this.#read().yaml.lineOf(path);
  }

  /** The line of the text below the frontmatter where words first stand, however its lines are broken; else its first line. */
  lineOfWords(words: string): number {
    const { lines, firstLine } = this.#read();
    const wanted = onOneLine(words);
    const index = lines.findIndex((line, place) => {
      const found = onOneLine(lines.slice(place, place + 8).join('\n')).indexOf(wanted);
      return found >= 0 && found < onOneLine(line).length;
    });
    return firstLine + Math.max(0, index);
  }

  place(path: Path): string {
    return placeName(path, this.#read().data);
  }

  #read() {
    if (!this.#source) {
      const text = readText(join(this.#contentDir, this.#file));
      const lines = text.split('\n');
      const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
      const isMdx = this.#file.endsWith('.mdx');
      const yaml = new YamlSource(this.#file, isMdx ? lines.slice(1, end).join('\n') : text, isMdx ? 1 : 0);
      this.#source = {
        yaml,
        data: yaml.read().data,
        lines: lines.slice(end + 1),
        firstLine: end + 2,
      };
    }
    return this.#source;
  }
}
