/** One page of a list that is too long for one. */
export interface ListPage<Item> {
  /** From 1. */
  readonly number: number;
  /** How many pages there are. */
  readonly count: number;
  readonly items: readonly Item[];
  /** How many items there are on all pages. */
  readonly total: number;
  readonly path: string;
  readonly previous?: string;
  readonly next?: string;
}

const usualSize = 50;

/**
 * The pages of a list: the first at `basePath`, page n at `<basePath>sida/n/`. An empty list has one empty page.
 */
export function paged<Item>(
  items: readonly Item[],
  basePath: string,
  size = usualSize,
): readonly ListPage<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  const pathOf = (number: number) => pagePath(basePath, number);
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return {
      number,
      count,
      items: items.slice(index * size, number * size),
      total: items.length,
      path: pathOf(number),
      ...(number > 1 && { previous: pathOf(number - 1) }),
      ...(number < count && { next: pathOf(number + 1) }),
    };
  });
}

/** The address of the page that has an item of a list, by the item's place from 0. */
export function pathOfItem(basePath: string, index: number, size = usualSize): string {
  return pagePath(basePath, Math.floor(index / size) + 1);
}

function pagePath(basePath: string, number: number): string {
  return number === 1 ? basePath : `${basePath}sida/${number}/`;
}
