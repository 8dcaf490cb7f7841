import { isFolder, loadRegisters } from '../archive/index.ts';
import type { Problem } from '../problems/index.ts';
import { ReportCache } from '../reports/index.ts';
import { AuthoringError } from './authoring-error.ts';
import type { Choice } from './choices.ts';

export interface MunicipalityChoice extends Choice {
  /** The file that it stands in, from the content folder. */
  readonly file: string;
  readonly bodies: readonly Choice[];
}

export interface AuditorChoice extends Choice {
  readonly isElected: boolean;
  readonly municipality?: string;
}

/** What an author may choose among: the registers of a content folder. */
export interface Registers {
  readonly contentDir: string;
  readonly municipalities: readonly MunicipalityChoice[];
  readonly auditors: readonly AuditorChoice[];
  readonly systems: readonly Choice[];
  readonly criteria: readonly Choice[];
  readonly topics: readonly Choice[];
  readonly bodyTypes: readonly Choice[];
  /** What keeps a register's file from being read; what stands in it cannot be chosen. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the registers of a content folder.
 *
 * @throws {AuthoringError} if there is no such folder
 */
export function registersIn(contentDir: string, root: string): Registers {
  if (!isFolder(contentDir)) {
    throw new AuthoringError(
      `Innehållsmappen ${contentDir} finns inte.`,
      'Ange en annan med CONTENT_DIR, eller skapa den.',
    );
  }
  const content = loadRegisters(contentDir, new ReportCache(root));
  return {
    contentDir,
    municipalities: entries(content.municipalities).map(([id, file, { name, place, bodies }]) => ({
      id,
      name,
      words: [place],
      file,
      bodies: bodies.map((body) => ({
        id: body.id,
        name: body.name,
        words: body.earlierNames.map((earlier) => earlier.name),
      })),
    })),
    auditors: entries(content.auditors).map(([id, , { name, fullName, kind, synonyms, municipality }]) => ({
      id,
      name,
      words: [...synonyms, ...(fullName === undefined ? [] : [fullName])],
      isElected: kind === 'elected-auditors',
      ...(municipality !== undefined && { municipality }),
    })),
    systems: entries(content.systems).map(([id, , { name, synonyms }]) => ({ id, name, words: synonyms })),
    criteria: entries(content.criteria).map(([id, , { name, title, shortNames, synonyms }]) => ({
      id,
      name,
      words: [title, ...shortNames, ...synonyms],
    })),
    topics: (content.topics.data ?? []).map(({ id, name, synonyms }) => ({ id, name, words: synonyms })),
    bodyTypes: (content.bodyTypes.data ?? []).map(({ id, name, synonyms }) => ({
      id,
      name,
      words: synonyms,
    })),
    problems: content.problems,
  };
}

function entries<Data>(
  files: ReadonlyMap<string, { readonly file: string; readonly data?: Data }>,
): readonly (readonly [id: string, file: string, data: Data])[] {
  return [...files].flatMap(([id, { file, data }]) =>
    data === undefined ? [] : [[id, file, data] as const],
  );
}
