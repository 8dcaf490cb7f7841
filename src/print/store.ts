import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Archive, Audit } from '../archive/index.ts';

/*
 * The reports' PDFs wait in a folder of their own, since they are made from pages that are built, and the pages link to them: what
 * `npm run pdf` has made the next build takes, as long as the words are the same.
 */

const storedPdfSchema = z.strictObject({
  /** SHA-256 of what was printed: the page as it is built, without what is not printed. */
  fingerprint: z.string(),
  /** SHA-256 of the report's words, as the archive has it. */
  digest: z.string(),
  pages: z.int().positive(),
  bytes: z.int().positive(),
});

/** A report's PDF, by what it is of. */
export type StoredPdf = z.output<typeof storedPdfSchema>;

const manifestSchema = z.record(z.string(), storedPdfSchema);

/** PDFs by their reports' ids. */
export class PdfStore {
  readonly #folder: string;
  readonly #pdfs: Map<string, StoredPdf>;

  /** @param root the project's root folder; the PDFs are in `PDF_DIR`, else in its cache */
  constructor(root = process.cwd()) {
    this.#folder = pdfFolder(root);
    this.#pdfs = new Map(Object.entries(readManifest(join(this.#folder, manifestName))));
  }

  /** The PDF of a report, where there is one. */
  get(id: string): StoredPdf | undefined {
    return existsSync(this.fileOf(id)) ? this.#pdfs.get(id) : undefined;
  }

  /** Keeps a PDF, in place of what was kept of the report. */
  keep(id: string, pdf: Buffer, stored: StoredPdf): void {
    writeWhole(this.fileOf(id), pdf);
    this.#pdfs.set(id, stored);
    this.#write();
  }

  /** Forgets the PDFs of all but these reports. */
  keepOnly(ids: ReadonlySet<string>): boolean {
    const gone = [...this.#pdfs.keys()].filter((id) => !ids.has(id));
    for (const id of gone) {
      rmSync(this.fileOf(id), { force: true });
      this.#pdfs.delete(id);
    }
    if (gone.length > 0) this.#write();
    return gone.length > 0;
  }

  fileOf(id: string): string {
    return join(this.#folder, `${id}.pdf`);
  }

  #write(): void {
    writeWhole(
      join(this.#folder, manifestName),
      `${JSON.stringify(Object.fromEntries([...this.#pdfs].sort(([a], [b]) => (a < b ? -1 : 1))), undefined, 1)}\n`,
    );
  }
}

const manifestName = 'manifest.json';

function pdfFolder(root: string): string {
  return resolve(root, process.env.PDF_DIR ?? join('.cache', 'pdf'));
}

function readManifest(path: string): z.output<typeof manifestSchema> {
  if (!existsSync(path)) return {};
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Made by another version of the archive, or cut off: the PDFs are made again.
    return {};
  }
}

/** Written beside and moved into place, so that nothing half is ever linked to. */
function writeWhole(path: string, content: Buffer | string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, content);
  renameSync(beside, path);
}

let store: PdfStore | undefined;

/** The PDF that a report's page links to: one of the very words that it shows. None while it is being written. */
export function linkedPdf({ id, digest }: Pick<Audit, 'id' | 'digest'>): StoredPdf | undefined {
  if (process.env.SHOW_DRAFTS === 'true') return undefined;
  store ??= new PdfStore();
  const pdf = store.get(id);
  return pdf?.digest === digest ? pdf : undefined;
}

/** What says which PDFs there are, as text; empty where there are none. */
export function listOfPdfs(root = process.cwd()): string {
  const path = join(pdfFolder(root), manifestName);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Where a report's PDF is, from the archive's root. */
export function pdfPath({ path, municipality, slug }: Pick<Audit, 'path' | 'municipality' | 'slug'>): string {
  return `${path}${municipality.slug}-${slug}.pdf`;
}

/** Puts the PDFs that pages link to into a built site. */
export function placePdfs(outDir: string, { audits }: Archive, root = process.cwd()): void {
  const pdfs = new PdfStore(root);
  for (const audit of audits) {
    if (pdfs.get(audit.id)?.digest === audit.digest) {
      const target = join(outDir, pdfPath(audit));
      // What is there may be the last site's own file.
      rmSync(target, { force: true });
      copyFileSync(pdfs.fileOf(audit.id), target);
    }
  }
}
