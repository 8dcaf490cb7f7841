import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { imageSize } from 'image-size';
import { ContentError, hasErrors, type Problem, problemReport } from '../problems/index.ts';
import { ReportCache } from '../reports/index.ts';
import type { PlainDate } from '../schemas/index.ts';
import { brokenLinkProblems } from './broken-links.ts';
import { relationProblems } from './check.ts';
import { ledgerProblems } from './check-ledger.ts';
import { publishedProblems, publishedTexts } from './check-published.ts';
import { asOfDay, today } from './dates.ts';
import { FileMemory } from './file-memory.ts';
import { type Content, isFolder, loadContent } from './load.ts';
import { lostIn, movedIn } from './moved.ts';
import { related } from './relate.ts';
import type { FigureSize } from './relate-audits.ts';
import type { Archive } from './types.ts';

/** The content folder: `CONTENT_DIR`, else `content` below the project's root. */
export function contentFolder(root = process.cwd()): string {
  return resolve(root, process.env.CONTENT_DIR || 'content');
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
  assertFolder(contentDir);
  return checked(loadContent(contentDir, new ReportCache(root)), asOf, currentDay, withDrafts);
}

/** Checks and relates content that has been read. */
function checked(
  content: Content,
  asOf: PlainDate,
  currentDay: PlainDate,
  withDrafts: boolean,
  figureSize = figureSizesIn(content.contentDir),
): CheckedContent {
  const problems = [
    ...content.problems,
    ...relationProblems(content, currentDay),
    ...ledgerProblems(content, currentDay),
  ];
  if (hasErrors(problems)) return { content, problems };
  const isOfThePast = asOf < currentDay;
  const archive = related(content, asOf, figureSize, { isOfThePast, withDrafts });
  // A link may lead to what was published after `asOf`.
  const whole = isOfThePast ? related(content, currentDay, figureSize, { withDrafts }) : archive;
  const lost = lostIn(content, whole);
  const late = [
    ...brokenLinkProblems(content, whole),
    // While it is being written a published report may say what no correction does yet.
    ...(withDrafts ? [] : publishedProblems(content, whole, lost, currentDay)),
  ];
  return late.length > 0
    ? { content, problems: [...problems, ...late] }
    : {
        content,
        problems,
        archive: {
          ...archive,
          ...movedIn(content, whole, lost),
          publishedTexts: publishedTexts(content, whole, lost),
        },
      };
}

/** What is said of a content folder that is not there. */
export function missingFolder(contentDir: string): string {
  return `Innehållsmappen ${contentDir} finns inte. Ange en annan med CONTENT_DIR, eller skapa den.`;
}

function assertFolder(contentDir: string): void {
  if (!isFolder(contentDir)) throw new Error(missingFolder(contentDir));
}

/** Pixels of a picture as it is shown, after any turn that its EXIF data asks for. */
function figureSizesIn(contentDir: string): FigureSize {
  return (name) => {
    const { width, height, orientation = 1 } = imageSize(readFileSync(join(contentDir, name)));
    return orientation > 4 ? { width: height, height: width } : { width, height };
  };
}

/**
 * A content folder that is being written in: its archive with drafts, as it is after each change, and where something is wrong as
 * it last was without.
 */
export class LiveArchive {
  readonly #contentDir: string;
  readonly #cache: ReportCache;
  readonly #memory = new FileMemory();
  readonly #figureSizes = new FileMemory();
  readonly #withDrafts: boolean;
  #lastGood: Archive | undefined;

  /** @param withDrafts does the archive hold drafts? Without, all is checked as it will be published */
  constructor(contentDir: string, root = process.cwd(), withDrafts = true) {
    this.#contentDir = contentDir;
    this.#cache = new ReportCache(root);
    this.#withDrafts = withDrafts;
  }

  /**
   * Reads what has changed, and checks and relates all anew.
   *
   * @throws if the folder is not there
   */
  refresh(asOf = asOfDay(), currentDay = today()): CheckedContent {
    assertFolder(this.#contentDir);
    const sizeOf = figureSizesIn(this.#contentDir);
    const found = checked(
      loadContent(this.#contentDir, this.#cache, this.#memory),
      asOf,
      currentDay,
      this.#withDrafts,
      (name) => this.#figureSizes.made(name, join(this.#contentDir, name), () => sizeOf(name)),
    );
    this.#lastGood = found.archive ?? this.#lastGood;
    return found;
  }

  /** The last archive without errors. */
  get lastGood(): Archive | undefined {
    return this.#lastGood;
  }
}

const place = Symbol.for('granskningsarkivet.archive');

let live: LiveArchive | undefined;

/** The archive that the site shows in development: one in a process. */
export function liveArchive(): LiveArchive {
  live ??= new LiveArchive(contentFolder());
  return live;
}

/** Astro bundles this module anew for the pages: what is read once is shared by all its copies in a process. */
const shared: typeof globalThis & { [place]?: Archive } = globalThis;

/** Makes an archive that has been read the one that the built site shows. */
export function useArchive(archive: Archive): void {
  shared[place] = archive;
}

/**
 * The archive that the site shows. What runs Astro decides which: in development (`SHOW_DRAFTS` is `true`) that of `liveArchive()`,
 * with drafts; for a site that is built what the content is when it is first asked for.
 *
 * @throws {ContentError} if the content has errors
 */
export function currentArchive(): Archive {
  const archive = process.env.SHOW_DRAFTS === 'true' ? liveArchive().lastGood : shared[place];
  if (archive) return archive;
  const found =
    process.env.SHOW_DRAFTS === 'true' ? liveArchive().refresh() : checkedContent(contentFolder());
  if (!found.archive)
    throw new ContentError(found.problems, problemReport(found.problems, found.content.fileCount));
  useArchive(found.archive);
  return found.archive;
}
