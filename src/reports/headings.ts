import { identifierFrom } from '../schemas/index.ts';

const printedNumber = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=\S)/;

/** A heading's printed number, where it begins with one, and the rest of its text. */
export function numberedHeading(text: string): { readonly label?: string; readonly text: string } {
  const match = printedNumber.exec(text);
  return match?.[1] ? { label: match[1], text: text.slice(match[0].length) } : { text };
}

/** Gives each heading a fragment of its own: `avsnitt-2-2` from its number, else `avsnitt-<text>`; doubles are numbered. */
export class HeadingIds {
  readonly #taken = new Set<string>();
  /** The number that the last double of a text was given. */
  readonly #numbers = new Map<string, number>();

  idFor(heading: { readonly label?: string; readonly text: string }): string {
    const base = `avsnitt-${identifierFrom(heading.label ?? heading.text) || 'utan-namn'}`;
    let id = base;
    for (let number = this.#numbers.get(base) ?? 2; this.#taken.has(id); number += 1) {
      id = `${base}-${number}`;
      this.#numbers.set(base, number);
    }
    this.#taken.add(id);
    return id;
  }
}
