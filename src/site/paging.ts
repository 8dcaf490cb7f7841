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

/**
 * The pages of a list: the first at `basePath`, page n at `<basePath>sida/n/`. An empty list has one empty page.
 */
export function paged<Item>(items: readonly Item[], basePath: string, size = 50): readonly ListPage<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  const pathOf = (number: number) => (number === 1 ? basePath : `${basePath}sida/${number}/`);
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
