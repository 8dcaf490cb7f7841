import { type By, by, type Facet, facets, type Order, orders } from './facets.ts';

/** What a reader has chosen to see: within a facet any of the values, across facets all. */
export interface Choice {
  /** Slugs; none picks nothing out. */
  readonly picked: By<Facet, readonly string[]>;
  readonly order: Order;
}

const [usualOrder] = orders;

/** All recommendations, in the order that every list has. */
export const everything: Choice = { picked: by(facets, () => []), order: usualOrder };

const orderKey = 'sortera';

/** The choice that an address tells: `?status=ej-atgardad,delvis&kommun=uppsala&sortera=aldst`. What it does not know is passed over. */
export function choiceIn(search: string): Choice {
  const told = new URLSearchParams(search);
  return {
    picked: by(facets, (facet) => [
      ...new Set(told.getAll(facet).flatMap((slugs) => slugs.split(',').filter((slug) => slug !== ''))),
    ]),
    order: orders.find((order) => order === told.get(orderKey)) ?? usualOrder,
  };
}

/** The query that tells a choice, with its question mark; empty for everything in the usual order. */
export function queryOf({ picked, order }: Choice): string {
  const told = facets
    .filter((facet) => picked[facet].length > 0)
    .map((facet) => `${facet}=${picked[facet].map((slug) => encodeURIComponent(slug)).join(',')}`);
  if (order !== usualOrder) told.push(`${orderKey}=${order}`);
  return told.length > 0 ? `?${told.join('&')}` : '';
}

/** The choice with a value added, or taken away where it stood. */
export function toggled(choice: Choice, facet: Facet, slug: string): Choice {
  const before = choice.picked[facet];
  const after = before.includes(slug) ? before.filter((other) => other !== slug) : [...before, slug];
  return { ...choice, picked: { ...choice.picked, [facet]: after } };
}

export function isEverything(choice: Choice): boolean {
  return queryOf(choice) === '';
}
