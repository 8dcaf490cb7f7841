import { searchScript as strings } from '../../i18n/sv-search.ts';
import {
  type Facet,
  type FacetCount,
  facets,
  type Picked,
  type SearchResponse,
} from '../../search/client/types.ts';
import { copied, found } from '../page-parts.ts';

/** Of a facet with more values than this the rest wait to be asked for. */
const mostShown = 16;

type FacetCounts = NonNullable<SearchResponse['facetCounts']>;

/**
 * The conditions beside the results. Their values come the first time that one is opened; while one stays open its values keep their
 * places, so that nothing moves under the pointer when counts change.
 */
export class FacetPanel {
  readonly #panel: HTMLDetailsElement;
  readonly #pick: (facet: Facet, slug: string) => void;
  /** The query that each facet's values were put in order for. */
  readonly #orderedFor = new Map<Facet, string>();
  /** The facets that all values are shown of. */
  readonly #shownWhole = new Set<Facet>();

  /**
   * @param open is called when values are needed that the last answer may not have had
   * @param pick is called with the value that the reader picks, or takes back
   */
  constructor(
    panel: HTMLDetailsElement,
    { open, pick }: { readonly open: () => void; readonly pick: (facet: Facet, slug: string) => void },
  ) {
    this.#panel = panel;
    this.#pick = pick;
    // On a wide screen there is room for the panel beside the results.
    const wide = matchMedia('(width >= 64rem)');
    const fold = () => {
      panel.open = wide.matches;
    };
    fold();
    wide.addEventListener('change', fold);
    // A toggle does not bubble.
    panel.addEventListener(
      'toggle',
      ({ target }) => {
        if (target instanceof HTMLDetailsElement && target.open && target.dataset.facet) open();
      },
      { capture: true },
    );
    for (const details of this.#facetDetails()) {
      found(details, '.choice-more').addEventListener('click', () => this.#showAll(details));
    }
    panel.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      const facet = facets.find((candidate) => candidate === target.name);
      if (facet) this.#pick(facet, target.value);
    });
  }

  /** Does the reader see any facet's values? */
  get isOpen(): boolean {
    return this.#panel.open && this.#panel.querySelector('details[data-facet][open]') !== null;
  }

  /** Shows how many are picked in each facet, and so that what was picked elsewhere is picked here. */
  showPicked(picked: Picked): void {
    for (const details of this.#facetDetails()) {
      const slugs = picked[facetOf(details)] ?? [];
      found(details, '.picked').textContent = slugs.length > 0 ? `(${slugs.length})` : '';
      for (const box of details.querySelectorAll('input')) box.checked = slugs.includes(box.value);
    }
  }

  /** @param query what was searched: with another, the values are put in order anew */
  showCounts(counts: FacetCounts, query: string): void {
    for (const details of this.#facetDetails()) {
      const facet = facetOf(details);
      const list = found(details, 'ul');
      const items = new Map(
        [...list.querySelectorAll('li')].map((item) => [item.querySelector('input')?.value ?? '', item]),
      );
      const keepsOrder = details.open && this.#orderedFor.get(facet) === query;
      const values = keepsOrder ? inOrderOf([...items.keys()], counts[facet]) : counts[facet];
      this.#orderedFor.set(facet, query);
      const shown = values.map((value) =>
        writeValue(items.get(value.slug) ?? this.#newItem(facet, value), value),
      );
      // What stays is not taken out and put back, which would take the focus from it.
      for (const item of items.values()) if (!shown.includes(item)) item.remove();
      for (const [place, item] of shown.entries()) {
        const there = list.children.item(place);
        if (there !== item) list.insertBefore(item, there);
      }
      this.#foldRest(details);
      found(details, '.choice-nobody').hidden = shown.length > 0;
    }
  }

  /** What is picked is always seen. */
  #foldRest(details: HTMLDetailsElement): void {
    const items = [...found(details, 'ul').querySelectorAll('li')];
    const isWhole = this.#shownWhole.has(facetOf(details));
    for (const [place, item] of items.entries()) {
      item.hidden = !isWhole && place >= mostShown && item.querySelector(':checked') === null;
    }
    const more = found(details, '.choice-more');
    more.hidden = items.every((item) => !item.hidden);
    more.textContent = strings.allValues(items.length);
  }

  #showAll(details: HTMLDetailsElement): void {
    const first = details.querySelector<HTMLElement>('li[hidden] input');
    this.#shownWhole.add(facetOf(details));
    this.#foldRest(details);
    first?.focus();
  }

  #newItem(facet: Facet, { slug, label }: FacetCount): HTMLElement {
    const item = copied(this.#panel, '[data-search="value"]');
    Object.assign(found(item, 'input'), { name: facet, value: slug });
    found(item, 'span').textContent = label;
    return item;
  }

  #facetDetails(): readonly HTMLDetailsElement[] {
    return [...this.#panel.querySelectorAll<HTMLDetailsElement>('details[data-facet]')];
  }
}

function facetOf(details: HTMLDetailsElement): Facet {
  const facet = facets.find((candidate) => candidate === details.dataset.facet);
  if (!facet) throw new Error(`There is no facet "${details.dataset.facet}".`);
  return facet;
}

function writeValue(item: HTMLElement, { count, isPicked }: FacetCount): HTMLElement {
  const box = item.querySelector('input');
  if (box) {
    box.checked = isPicked;
    box.disabled = count === 0 && !isPicked;
  }
  found(item, '.choice-count').textContent = strings.number(count);
  return item;
}

/** Those that stood there first, as they stood, and the others after them. */
function inOrderOf(slugs: readonly string[], values: readonly FacetCount[]): readonly FacetCount[] {
  const places = new Map(slugs.map((slug, place) => [slug, place]));
  return values.toSorted(
    (a, b) => (places.get(a.slug) ?? slugs.length) - (places.get(b.slug) ?? slugs.length),
  );
}
