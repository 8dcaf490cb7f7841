import type { StoredRecord, TextsFile } from '../client/files.ts';
import type { SearchRecord } from './record.ts';

/** Of a file in a small index, where each byte of a first query tells. */
const mostCharacters = 500;
const mostRecords = 2;
/** An index of this many records has twice as much in each file, one of twice as many four times as much, up to a limit. */
const smallIndex = 5000;
const mostGrowth = 64;

/** How much more than in a small index a file holds, so that hosts, which count files, can have an archive of any size. */
export function packingOf(records: number): number {
  return Math.min(mostGrowth, 2 ** Math.max(0, Math.floor(Math.log2(records / smallIndex) + 1)));
}

/** Packs what is shown of records into files of a few each: few files to keep, little in them that is not asked for. */
export class TextPacker {
  readonly sizes: number[] = [];
  readonly #write: (number: number, file: TextsFile) => void;
  #reports: TextsFile['reports'][number][] = [];
  #records: StoredRecord[] = [];
  #characters = 0;
  readonly #packing: number;

  constructor(packing: number, write: (number: number, file: TextsFile) => void) {
    this.#packing = packing;
    this.#write = write;
  }

  add({ id, path, title, text, particulars, report }: SearchRecord): void {
    if (
      this.#records.length > 0 &&
      (this.#characters + text.length > mostCharacters * this.#packing ||
        this.#records.length === mostRecords * this.#packing)
    ) {
      this.finish();
    }
    let place: number | undefined;
    if (report) {
      if (this.#reports.at(-1)?.path !== report.path) this.#reports.push(report);
      place = this.#reports.length - 1;
    }
    this.#records.push({ id, path, title, text, particulars, ...(place !== undefined && { report: place }) });
    this.#characters += text.length;
  }

  /** Writes what is left. */
  finish(): void {
    if (this.#records.length === 0) return;
    this.#write(this.sizes.length, { reports: this.#reports, records: this.#records });
    this.sizes.push(this.#records.length);
    this.#reports = [];
    this.#records = [];
    this.#characters = 0;
  }
}
