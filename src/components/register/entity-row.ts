/** One thing in a register: a line of title, a line of particulars, and linked counts at the edge. */
export interface EntityRow {
  readonly title: string;
  readonly path: string;
  readonly particulars?: readonly string[];
  readonly counts?: readonly CountLink[];
}

/** A count, in words, and the address of what it counts. Without an address where there is nothing to show. */
export interface CountLink {
  readonly label: string;
  readonly path?: string;
}

/** A count that links to what it counts, unless that is nothing. */
export function countLink(
  label: (count: number) => string,
  items: readonly unknown[],
  path: string,
): CountLink {
  return { label: label(items.length), ...(items.length > 0 && { path }) };
}
