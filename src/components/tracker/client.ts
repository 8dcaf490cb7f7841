import { trackerScript as strings } from '../../i18n/sv-ledger.ts';
import { copied, found } from '../page-parts.ts';
import { type Choice, choiceIn, everything, isEverything, queryOf, toggled } from './choice.ts';
import { by, type Facet, facets, orders } from './facets.ts';
import { parcelOf, type Selection, selection } from './selection.ts';
import { decodedTable, type EncodedTable, type Table } from './table.ts';

/** How many rows are shown at first, and how many more each time. */
const step = 50;

/** Of a facet with more values than this, those that nothing has are left out. */
const manyValues = 16;

/**
 * Makes the tracker's conditions work on a page that has them: the linked choices give place to the form, and the list to what is
 * chosen. The choice lives in the address. Where the table can't be had, the page is as it was without the script, and says so.
 */
export function startTracker(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>('form[data-tracker="filter"]');
  if (form) new TrackerView(root, form).start();
}

class TrackerView {
  readonly #form: HTMLFormElement;
  readonly #source: TableFiles;
  readonly #part: (name: string) => HTMLElement;
  readonly #template: (name: string) => HTMLElement;
  #choice: Choice = everything;
  #shown = step;
  /** Counts what has been asked for, so that a late answer to an earlier question is not shown. */
  #turn = 0;
  #hasValues = false;

  constructor(root: ParentNode, form: HTMLFormElement) {
    this.#form = form;
    this.#source = new TableFiles(form.dataset.table ?? '', form.dataset.parcels ?? '');
    this.#part = (name) => found(root, `[data-tracker="${name}"]`);
    this.#template = (name) => copied(root, `[data-tracker="${name}"]`);
  }

  start(): void {
    const form = this.#form;
    this.#part('choices').classList.add('runs');
    form.addEventListener('change', ({ target }) => this.#changed(target));
    form.addEventListener('submit', (event) => event.preventDefault());
    // A toggle does not bubble.
    form.addEventListener('toggle', ({ target }) => this.#opened(target), { capture: true });
    this.#part('clear').addEventListener('click', () => {
      void this.#choose({ ...everything, order: this.#choice.order });
      form.querySelector('summary')?.focus();
    });
    this.#part('retry').addEventListener('click', () => void this.#show());
    this.#part('more').addEventListener('click', () => void this.#showMore());
    addEventListener('popstate', ({ state }) => this.#goTo(state));
    this.#goTo(history.state);
  }

  #goTo(state: unknown): void {
    this.#choice = choiceIn(location.search);
    const shown = typeof state === 'object' && state !== null && 'shown' in state ? Number(state.shown) : 0;
    this.#shown = Math.max(shown || 0, step);
    void this.#show();
  }

  async #choose(choice: Choice): Promise<void> {
    this.#choice = choice;
    this.#shown = step;
    history.pushState({ shown: step }, '', `${location.pathname}${queryOf(choice)}`);
    await this.#show();
  }

  #changed(target: EventTarget | null): void {
    if (target instanceof HTMLSelectElement) {
      const order = orders.find((candidate) => candidate === target.value);
      if (order) void this.#choose({ ...this.#choice, order });
    } else if (target instanceof HTMLInputElement) {
      const facet = facetNamed(target.name);
      if (facet) void this.#choose(toggled(this.#choice, facet, target.value));
    }
  }

  /** The values of a condition come the first time that one is opened. */
  #opened(target: EventTarget | null): void {
    if (target instanceof HTMLDetailsElement && target.open && !this.#hasValues) void this.#show();
  }

  /** @param isRetry the table has been found to be older than the rows, and is fetched anew */
  async #show(isRetry = false): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const isAll = isEverything(this.#choice);
    this.#markChosen();
    this.#part('retry').hidden = true;
    const isAskedFor = !isAll || this.#hasValues || this.#form.querySelector('details[open]') !== null;
    if (!isAskedFor) {
      this.#showLists('');
      return;
    }
    // What stands there while a choice is fetched is not what was chosen.
    if (!isAll && this.#part('result').hidden) this.#part('lists').hidden = true;
    if (!this.#hasValues) this.#say(strings.loading);
    try {
      const table = await this.#source.table();
      if (turn !== this.#turn) return;
      this.#writeValues(table);
      const unknown = facets.flatMap((facet) => unknownIn(table, facet, this.#choice.picked[facet]));
      const choice = {
        ...this.#choice,
        picked: by(facets, (facet) => this.#choice.picked[facet].filter((slug) => !unknown.includes(slug))),
      };
      const chosen = selection(table, choice);
      this.#writeCounts(table, chosen);
      this.#writeConditions(table, choice);
      const note = unknown.length > 0 ? ` ${strings.unknown(unknown)}` : '';
      if (isEverything(choice)) {
        this.#showLists(strings.shown(table.size, table.size) + note);
        return;
      }
      const rows = await this.#source.rows(table, chosen.rows.slice(0, this.#shown));
      if (turn !== this.#turn) return;
      this.#writeWiderFollowUps(table, choice);
      this.#showResult(rows, chosen.rows.length, note);
    } catch (error) {
      if (turn !== this.#turn) return;
      if (error instanceof GoneError && !isRetry) await this.#show(true);
      else this.#fail();
    }
  }

  async #showMore(): Promise<void> {
    const list = found(this.#part('result'), 'ul');
    const before = list.children.length;
    this.#shown += step;
    history.replaceState({ shown: this.#shown }, '');
    await this.#show();
    list.children.item(before)?.querySelector('a')?.focus();
  }

  #showLists(message: string): void {
    this.#part('lists').hidden = false;
    this.#part('result').hidden = true;
    this.#part('chosen').hidden = true;
    this.#say(message);
  }

  #showResult(rows: readonly Element[], total: number, note: string): void {
    const result = this.#part('result');
    found(result, 'ul').replaceChildren(...rows);
    this.#part('more').hidden = rows.length >= total;
    this.#part('lists').hidden = true;
    result.hidden = false;
    this.#say(strings.shown(total, rows.length) + note);
  }

  #fail(): void {
    this.#showLists(isEverything(this.#choice) ? strings.valuesFailed : strings.failed);
    this.#part('retry').hidden = false;
  }

  #say(message: string): void {
    this.#part('message').textContent = message;
  }

  /** The form shows the choice, wherever it came from. */
  #markChosen(): void {
    for (const box of this.#boxes()) box.checked = this.#isPicked(box);
    const select = this.#form.querySelector('select');
    if (select) select.value = this.#choice.order;
    for (const details of this.#form.querySelectorAll<HTMLDetailsElement>('details[data-facet]')) {
      const picked = this.#pickedIn(details.dataset.facet).length;
      found(details, '.picked').textContent = picked > 0 ? `(${picked})` : '';
    }
  }

  #boxes(): readonly HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  }

  #isPicked({ name, value }: HTMLInputElement): boolean {
    return this.#pickedIn(name).includes(value);
  }

  #pickedIn(name: string | undefined): readonly string[] {
    const facet = facetNamed(name);
    return facet ? this.#choice.picked[facet] : [];
  }

  #writeValues(table: Table): void {
    if (this.#hasValues) return;
    this.#hasValues = true;
    for (const details of this.#form.querySelectorAll<HTMLDetailsElement>('details[data-facet]')) {
      const facet = facetNamed(details.dataset.facet);
      if (!facet) continue;
      const items = table.values[facet].map(({ slug, label }) => {
        const item = this.#template('choice');
        Object.assign(found(item, 'input'), { name: facet, value: slug });
        found(item, 'span').textContent = label;
        return item;
      });
      found(details, 'ul').replaceChildren(...items);
    }
    this.#markChosen();
  }

  #writeCounts(table: Table, { counts }: Selection): void {
    const places = by(
      facets,
      (facet) => new Map(table.values[facet].map(({ slug }, place) => [slug, place])),
    );
    for (const box of this.#boxes()) {
      const facet = facetNamed(box.name);
      const item = box.closest('li');
      if (!facet || !item) continue;
      const count = counts[facet][places[facet].get(box.value) ?? -1] ?? 0;
      found(item, '.choice-count').textContent = count.toLocaleString('sv-SE');
      box.disabled = count === 0 && !box.checked;
      item.hidden = box.disabled && table.values[facet].length > manyValues;
    }
  }

  #writeConditions(table: Table, { picked }: Choice): void {
    const conditions = facets.flatMap((facet) =>
      table.values[facet]
        .filter(({ slug }) => picked[facet].includes(slug))
        .map((value) => ({ facet, ...value })),
    );
    const items = conditions.map(({ facet, slug, label }, place) => {
      const item = this.#template('condition');
      const button = found(item, 'button');
      button.setAttribute('aria-label', strings.remove(label));
      found(item, 'span').textContent = label;
      button.addEventListener('click', () => void this.#takeAway(facet, slug, place));
      return item;
    });
    found(this.#part('chosen'), 'ul').replaceChildren(...items);
    this.#part('chosen').hidden = items.length === 0;
  }

  /** What is said of whole audits is on the lists of the municipalities chosen, since it is said of no row here. */
  #writeWiderFollowUps(table: Table, { picked }: Choice): void {
    const { lists = '', followedUp = '' } = this.#form.dataset;
    const slugs = new Set(followedUp.split(' '));
    const links = table.values.kommun
      .filter(({ slug }) => picked.kommun.includes(slug) && slugs.has(slug))
      .map(({ slug, label }) =>
        Object.assign(document.createElement('a'), {
          href: `${lists}${slug}/#uppfoljt-i-stort`,
          textContent: label,
        }),
      );
    const wider = this.#part('wider');
    found(wider, 'span').replaceChildren(
      ...links.flatMap((link, place) => (place > 0 ? [', ', link] : [link])),
    );
    wider.hidden = links.length === 0;
  }

  /** Focus goes on to the condition that took its place, so that a reader with a keyboard keeps theirs. */
  async #takeAway(facet: Facet, slug: string, place: number): Promise<void> {
    await this.#choose(toggled(this.#choice, facet, slug));
    const left = [...this.#part('chosen').querySelectorAll('li button')];
    const next = left[Math.min(place, left.length - 1)] ?? this.#form.querySelector('summary');
    if (next instanceof HTMLElement) next.focus();
  }
}

/** The table tells of rows that are no longer there. */
class GoneError extends Error {
  override readonly name = 'GoneError';
}

/** The table and the parcels of rows, fetched once each. What could not be had is asked for again the next time. */
class TableFiles {
  readonly #tableAddress: string;
  readonly #parcelsAddress: string;
  #table: Promise<Table> | undefined;
  #hasFailed = false;
  readonly #parcels = new Map<string, Promise<readonly Element[]>>();

  constructor(tableAddress: string, parcelsAddress: string) {
    this.#tableAddress = tableAddress;
    this.#parcelsAddress = parcelsAddress;
  }

  table(): Promise<Table> {
    this.#table ??= this.#fetchedTable();
    return this.#table;
  }

  /** @throws {GoneError} where the site has been published anew since the table was fetched */
  async rows(table: Table, rows: readonly number[]): Promise<readonly Element[]> {
    const places = rows.map((row) => ({ row, parcel: table.parcels[parcelOf(table, row)] }));
    const parcels = await Promise.all(places.map(({ parcel }) => this.#parcel(parcel?.name ?? '')));
    return places.map(({ row, parcel }, index) => {
      const element = parcels[index]?.[row - (parcel?.first ?? 0)];
      if (!element) throw this.#gone();
      return element;
    });
  }

  async #fetchedTable(): Promise<Table> {
    try {
      const response = await fetch(this.#tableAddress, { cache: this.#hasFailed ? 'reload' : 'default' });
      if (!response.ok) throw new Error(`${response.status} ${this.#tableAddress}`);
      const encoded: EncodedTable = await response.json();
      return decodedTable(encoded);
    } catch (error) {
      this.#forget();
      throw error;
    }
  }

  #parcel(name: string): Promise<readonly Element[]> {
    const known = this.#parcels.get(name) ?? this.#fetchedParcel(name);
    this.#parcels.set(name, known);
    return known;
  }

  async #fetchedParcel(name: string): Promise<readonly Element[]> {
    try {
      const response = await fetch(`${this.#parcelsAddress}${name}.json`);
      if (response.status === 404) throw this.#gone();
      if (!response.ok) throw new Error(`${response.status} ${name}`);
      const rows: readonly string[] = await response.json();
      const template = document.createElement('template');
      template.innerHTML = rows.join('');
      return [...template.content.children];
    } catch (error) {
      this.#parcels.delete(name);
      throw error;
    }
  }

  #gone(): GoneError {
    this.#forget();
    return new GoneError();
  }

  #forget(): void {
    this.#table = undefined;
    this.#hasFailed = true;
  }
}

function facetNamed(name: string | undefined): Facet | undefined {
  return facets.find((facet) => facet === name);
}

function unknownIn(table: Table, facet: Facet, slugs: readonly string[]): readonly string[] {
  const known = new Set(table.values[facet].map(({ slug }) => slug));
  return slugs.filter((slug) => !known.has(slug));
}
