import type { StoredRecord, TextsFile } from '../client/files.ts';
import type { SearchRecord } from './record.ts';

const mostCharacters = 500;
const mostRecords = 2;

/** Packs what is shown of records into files of a few each: few files to keep, little in them that is not asked for. */
export class TextPacker {
  readonly sizes: number[] = [];
  readonly #write: (number: number, file: TextsFile) => void;
  #reports: TextsFile['reports'][number][] = [];
  #records: StoredRecord[] = [];
  #characters = 0;

  constructor(write: (number: number, file: TextsFile) => void) {
    this.#write = write;
  }

  add({ id, path, title, text, particulars, report }: SearchRecord): void {
    if (
      this.#records.length > 0 &&
      (this.#characters + text.length > mostCharacters || this.#records.length === mostRecords)
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
