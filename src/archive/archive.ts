import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { imageSize } from 'image-size';
import { ContentError, hasErrors, type Problem, problemReport } from '../problems/index.ts';
import { ReportCache } from '../reports/index.ts';
import { brokenLinkProblems } from './broken-links.ts';
import { relationProblems } from './check.ts';
import { ledgerProblems } from './check-ledger.ts';
import { thesaurusProblems } from './check-thesaurus.ts';
import { asOfDay, today } from './dates.ts';
import { type Content, isFolder, loadContent } from './load.ts';
import { related } from './relate.ts';
import type { FigureSize } from './relate-audits.ts';
import type { Archive } from './types.ts';

/** The content folder: `CONTENT_DIR`, else `content` below the project's root. */
export function contentFolder(root = process.cwd()): string {
  return resolve(root, process.env.CONTENT_DIR ?? 'content');
}

/** What reading and checking all content gives; without an archive where there are errors. */
export interface CheckedContent {
  readonly content: Content;
  readonly problems: readonly Problem[];
  readonly archive?: Archive;
}

/**
 * Reads, checks and relates all content of a folder.
 *
 * @param asOf the day that states and ages are computed for; what was published later is not in the archive
 * @param currentDay the day that no date in the content may be later than
 * @param withDrafts does the archive hold drafts too? They are checked in any case
 * @throws if there is no such folder
 */
export function checkedContent(
  contentDir: string,
  root = process.cwd(),
  asOf = asOfDay(),
  currentDay = today(),
  withDrafts = false,
): CheckedContent {
  if (!isFolder(contentDir)) {
    throw new Error(
      `Innehållsmappen ${contentDir} finns inte. Ange en annan med CONTENT_DIR, eller skapa den.`,
    );
  }
  const content = loadContent(contentDir, new ReportCache(root));
  const problems = [
    ...content.problems,
    ...relationProblems(content, currentDay),
    ...ledgerProblems(content, currentDay),
    ...thesaurusProblems(content),
  ];
  if (hasErrors(problems)) return { content, problems };
  const figureSize = figureSizesIn(contentDir);
  const isOfThePast = asOf < currentDay;
  const archive = related(content, asOf, figureSize, { isOfThePast, withDrafts });
  // A link may lead to what was published after `asOf`.
  const whole = isOfThePast ? related(content, currentDay, figureSize, { withDrafts }) : archive;
  const brokenLinks = brokenLinkProblems(content, whole);
  return brokenLinks.length > 0
    ? { content, problems: [...problems, ...brokenLinks] }
    : { content, problems, archive };
}

/** Pixels of a picture as it is shown, after any turn that its EXIF data asks for. */
function figureSizesIn(contentDir: string): FigureSize {
  return (name) => {
    const { width, height, orientation = 1 } = imageSize(readFileSync(join(contentDir, name)));
    return orientation > 4 ? { width: height, height: width } : { width, height };
  };
}

let current: Archive | undefined;

/**
 * The archive that the site shows: read once in a process. It holds drafts where `SHOW_DRAFTS` is `true`, which what runs Astro
 * decides: the site in development, never one that is built.
 *
 * @throws {ContentError} if the content has errors
 */
export function currentArchive(): Archive {
  if (!current) {
    const contentDir = contentFolder();
    const { archive, problems, content } = checkedContent(
      contentDir,
      process.cwd(),
      asOfDay(),
      today(),
      process.env.SHOW_DRAFTS === 'true',
    );
    if (!archive) throw new ContentError(problems, problemReport(problems, content.fileCount));
    current = archive;
  }
  return current;
}
