import { searchScript as strings } from '../../i18n/sv-search.ts';
import {
  hitKinds,
  type SearchClient,
  type SearchFailure,
  type SearchResponse,
  sorts,
} from '../../search/client/types.ts';
import { copied, found } from '../page-parts.ts';
import { addressQueryOf, asksNothing, nothingSought, type Sought, soughtIn, withToggled } from './address.ts';
import { Announcer } from './announcer.ts';
import { conditionsIn } from './conditions.ts';
import { FacetPanel } from './facet-panel.ts';
import { rowElements } from './hit-elements.ts';
import { statementOf, toldOf } from './told.ts';
import { withLastWord } from './typed-words.ts';

/** From the third letter on there are results as one types. */
const fewestLetters = 3;
/** Milliseconds without a key before a search: long enough to miss the letters of a word in between, too short to be waited for. */
const typingPause = 140;
/** Whoever types on without a pause has results this often, in milliseconds. */
const longestPause = 600;
/** Milliseconds before it is said that a search goes on. */
const patience = 500;

/** What the browser keeps beside an address: whether it was written while typing, and how far down the reader was. */
interface Kept {
  readonly isTyping?: boolean;
  readonly top?: number;
}

/**
 * The page of results. What is sought lives in the address; results are shown for it, wherever it came from: typed, chosen, linked or
 * gone back to.
 */
export class SearchView {
  readonly #root: HTMLElement;
  readonly #client: SearchClient;
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #facets: FacetPanel;
  readonly #announcer: Announcer;
  readonly #siteTitle = document.title;
  #sought: Sought = nothingSought;
  #asked = new AbortController();
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** When the first letter that has not been searched was typed. */
  #unsearchedSince: number | undefined;
  #failure: SearchFailure['reason'] | undefined;
  /** What was typed when the last word was completed, and what was searched. Enter takes it; so does every further choice. */
  #completed: { readonly typed: string; readonly query: string } | undefined;

  constructor(root: HTMLElement, form: HTMLFormElement, client: SearchClient) {
    const input = form.querySelector('input');
    const panel = root.querySelector<HTMLDetailsElement>('details[data-search="narrow"]');
    if (!input || !panel) throw new Error('The page lacks its search box or its conditions.');
    this.#root = root;
    this.#client = client;
    this.#form = form;
    this.#input = input;
    this.#announcer = new Announcer(this.#part('announced'));
    this.#facets = new FacetPanel(panel, {
      open: () => void this.#show(),
      pick: (facet, slug) => void this.#choose(withToggled(this.#sought, facet, slug)),
    });
  }

  start(): void {
    this.#root.classList.add('runs');
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#typing);
      const { value } = this.#input;
      const query = this.#completed?.typed === value ? this.#completed.query : value;
      // Where one types on the screen itself, the keys lie over what was found.
      if (matchMedia('(pointer: coarse)').matches) this.#input.blur();
      void this.#choose({ ...this.#sought, query, page: 1 });
    });
    this.#input.addEventListener('input', () => this.#typed());
    this.#input.addEventListener('focus', () => void this.#client.warmUp(), { once: true });
    this.#root.addEventListener('click', (event) => this.#followed(event));
    this.#part('sort').addEventListener('change', ({ target }) => {
      const sort =
        target instanceof HTMLSelectElement && sorts.find((candidate) => candidate === target.value);
      if (sort) void this.#choose({ ...this.#sought, sort, page: 1 });
    });
    this.#part('clear').addEventListener('click', () => {
      void this.#choose({ ...this.#sought, picked: {}, page: 1 }).then(() => this.#focusResults());
    });
    this.#part('retry').addEventListener('click', () => {
      if (this.#failure === 'stale') location.reload();
      else void this.#show();
    });
    addEventListener('online', () => {
      if (this.#failure === 'offline') void this.#show();
    });
    addEventListener('keydown', (event) => this.#pressed(event));
    addEventListener('popstate', () => void this.#goTo(soughtIn(location.search)));
    addEventListener('pagehide', () => keep({ ...kept(), top: scrollY }));
    void this.#goTo(soughtIn(location.search));
  }

  /** Shows what an address asks for, and the reader where they were in it. */
  async #goTo(sought: Sought): Promise<void> {
    clearTimeout(this.#typing);
    const { top } = kept();
    this.#sought = sought;
    this.#input.value = sought.query;
    await this.#show();
    if (top !== undefined) scrollTo({ top, behavior: 'instant' });
  }

  /** Shows what the reader has chosen, at an address of its own. */
  #choose(sought: Sought): Promise<void> {
    clearTimeout(this.#typing);
    this.#unsearchedSince = undefined;
    this.#sought = sought;
    if (this.#input.value !== sought.query) this.#input.value = sought.query;
    const address = location.pathname + addressQueryOf(sought);
    // To settle on what one has typed is no step of its own.
    if (address === location.pathname + location.search) keep({});
    else {
      keep({ ...kept(), top: scrollY });
      history.pushState({}, '', address);
    }
    return this.#show();
  }

  #typed(): void {
    clearTimeout(this.#typing);
    this.#announcer.hush();
    const search = () => {
      this.#unsearchedSince = undefined;
      this.#sought = { ...this.#sought, query: this.#input.value, page: 1 };
      void this.#show(true);
    };
    const letters = this.#input.value.trim().length;
    if (letters === 0) search();
    else if (letters < fewestLetters) {
      this.#asked.abort();
      this.#showStart(strings.tooShort);
    } else {
      this.#unsearchedSince ??= performance.now();
      const left = longestPause - (performance.now() - this.#unsearchedSince);
      this.#typing = setTimeout(search, Math.max(0, Math.min(typingPause, left)));
    }
  }

  /** Results that come while one types take each other's place in the history, so that going back leaves them all. */
  #writeTypedAddress(sought: Sought): void {
    const address = location.pathname + addressQueryOf(sought);
    if (address === location.pathname + location.search) return;
    if (kept().isTyping) history.replaceState({ isTyping: true }, '', address);
    else history.pushState({ isTyping: true }, '', address);
  }

  async #show(isTyping = false): Promise<void> {
    this.#asked.abort();
    this.#announcer.hush();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const sought = this.#sought;
    this.#facets.showPicked(sought.picked);
    if (asksNothing(sought)) {
      if (isTyping) this.#writeTypedAddress(sought);
      this.#showStart('');
      return;
    }
    const waiting = setTimeout(() => this.#tell(strings.searching), patience);
    const wantsFacetCounts = this.#facets.isOpen || Object.keys(sought.picked).length > 0;
    const outcome = await this.#client.search({ ...sought, isTyping, wantsFacetCounts }, signal);
    clearTimeout(waiting);
    if (signal.aborted || outcome.outcome === 'superseded') return;
    if (outcome.outcome === 'failure') this.#showFailure(outcome);
    else this.#showResponse(outcome, isTyping);
  }

  #showStart(message: string): void {
    this.#failure = undefined;
    this.#part('found').hidden = true;
    this.#part('start').hidden = false;
    this.#part('retry').hidden = true;
    document.title = this.#siteTitle;
    this.#tell(message);
    this.#announcer.say(message);
  }

  #showFailure({ reason }: SearchFailure): void {
    this.#failure = reason;
    const message = strings.failures[reason];
    const retry = this.#part('retry');
    this.#part('found').hidden = true;
    this.#part('start').hidden = reason !== 'unsupported';
    retry.hidden = reason === 'unsupported';
    retry.textContent = reason === 'stale' ? strings.reload : strings.retry;
    this.#tell(message);
    this.#announcer.say(message);
  }

  #showResponse(response: SearchResponse, isTyping: boolean): void {
    const { request, total, near, interpretation, facetCounts, standing } = response;
    const { completedTo } = interpretation;
    const query = completedTo === undefined ? request.query : withLastWord(request.query, completedTo);
    this.#completed = completedTo === undefined ? undefined : { typed: request.query, query };
    this.#sought = { ...this.#sought, query };
    if (isTyping) this.#writeTypedAddress(this.#sought);
    const shown = query.trim();
    document.title =
      shown === '' ? this.#siteTitle : `${strings.titleOf(shown)} – ${siteName(this.#siteTitle)}`;
    this.#failure = undefined;
    this.#tell('');
    this.#part('retry').hidden = true;
    this.#part('start').hidden = true;
    this.#part('found').hidden = false;
    const summary = strings.total(total, shown, standing === 'answered' ? near : 0);
    this.#part('summary').textContent = summary;
    const statement = statementOf(response);
    this.#writeStatement(response, statement);
    this.#writeTold(response);
    this.#writeKinds(response);
    this.#writeConditions(response);
    if (facetCounts) this.#facets.showCounts(facetCounts, request.query);
    const select = this.#part('sort');
    if (select instanceof HTMLSelectElement) select.value = request.sort;
    found(this.#root, '.order').hidden = total < 2;
    this.#part('hits').replaceChildren(...rowElements(response, { root: this.#root, base: this.#base }));
    this.#writePages(response);
    const place = response.pageCount > 1 ? ` ${strings.place(request.page, response.pageCount)}.` : '';
    const said = standing === 'near' && statement ? `${statement} ` : '';
    this.#announcer.say(total === 0 && statement ? statement : `${said}${summary}.${place}`);
  }

  #writeStatement(
    { total, request, countsByKind, interpretation }: SearchResponse,
    statement?: string,
  ): void {
    const box = this.#part('statement');
    box.hidden = statement === undefined;
    found(box, 'p').textContent = statement ?? '';
    const advice = found(box, '.advice');
    const others = Object.values(countsByKind).reduce((sum, count) => sum + count, 0);
    const isNarrowed =
      Object.keys(request.picked).length +
        interpretation.typedFilters.length +
        interpretation.excluded.length >
      0;
    if (total > 0) advice.replaceChildren();
    else if (request.kind && others > 0) {
      advice.replaceChildren(
        this.#linkTo({ ...this.#sought, kind: undefined, page: 1 }, strings.showAllKinds(others)),
      );
    } else advice.replaceChildren(isNarrowed ? strings.adviseFilters : strings.adviseWords);
  }

  #writeTold(response: SearchResponse): void {
    const list = this.#part('told');
    const items = toldOf(response).map(({ text, link }) => {
      const item = document.createElement('li');
      item.append(text);
      if (link && 'query' in link) {
        item.append(' ', this.#linkTo({ ...this.#sought, query: link.query, page: 1 }, link.label));
      } else if (link) {
        const anchor = document.createElement('a');
        anchor.href = this.#base + link.path;
        anchor.textContent = link.label;
        item.append(anchor, '.');
      }
      return item;
    });
    list.hidden = items.length === 0;
    list.replaceChildren(...items);
  }

  #writeKinds({ countsByKind, request }: SearchResponse): void {
    const all = Object.values(countsByKind).reduce((sum, count) => sum + count, 0);
    for (const link of this.#part('kinds').querySelectorAll('a')) {
      const kind = hitKinds.find((candidate) => candidate === link.dataset.kind);
      const count = kind ? countsByKind[kind] : all;
      const isCurrent = kind === request.kind;
      link.href = location.pathname + addressQueryOf({ ...this.#sought, kind, page: 1 });
      found(link, '.choice-count').textContent = strings.number(count);
      if (isCurrent) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      const item = link.closest('li');
      // The archive's own pages are no part of the record, and take no place where they have nothing to say.
      if (item) item.hidden = kind === 'page' && count === 0 && !isCurrent;
    }
  }

  #writeConditions(response: SearchResponse): void {
    const conditions = conditionsIn(response, this.#sought);
    const list = found(this.#part('chosen'), 'ul');
    const items = conditions.map(({ label, without }, place) => {
      const item = copied(this.#root, '[data-search="condition"]');
      const button = found(item, 'button');
      button.setAttribute('aria-label', strings.remove(label));
      found(item, 'span').textContent = label;
      button.addEventListener('click', () => void this.#takeAway(without, place));
      return item;
    });
    // Focus stays on a condition when it is still there.
    const focused = list.contains(document.activeElement) ? document.activeElement?.ariaLabel : undefined;
    list.replaceChildren(...items);
    if (focused) list.querySelector<HTMLElement>(`button[aria-label="${CSS.escape(focused)}"]`)?.focus();
    this.#part('chosen').hidden = items.length === 0;
    this.#part('clear').hidden = Object.keys(this.#sought.picked).length < 2;
  }

  /** Focus goes on to the condition that took its place, so that a reader with a keyboard keeps theirs. */
  async #takeAway(without: Sought, place: number): Promise<void> {
    await this.#choose(without);
    const left = [...this.#part('chosen').querySelectorAll<HTMLElement>('li button')];
    (left[Math.min(place, left.length - 1)] ?? this.#part('summary')).focus();
  }

  #writePages({ request, pageCount }: SearchResponse): void {
    const nav = this.#part('pages');
    nav.hidden = pageCount < 2;
    found(nav, '.place').textContent = strings.place(request.page, pageCount);
    const write = (name: 'prev' | 'next', page: number) => {
      const link = nav.querySelector<HTMLAnchorElement>(`a[rel="${name}"]`);
      if (!link) return;
      link.hidden = page < 1 || page > pageCount;
      link.href = location.pathname + addressQueryOf({ ...this.#sought, page });
    };
    write('prev', request.page - 1);
    write('next', request.page + 1);
  }

  /** Links to other searches are followed within the page. */
  #followed(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : undefined;
    if (!link || link.origin !== location.origin || link.pathname !== location.pathname || link.hash !== '')
      return;
    event.preventDefault();
    const isOfAnotherPage = this.#part('pages').contains(link);
    void this.#choose(soughtIn(link.search)).then(() => {
      if (isOfAnotherPage || !link.isConnected || !link.checkVisibility()) this.#focusResults();
    });
  }

  #focusResults(): void {
    const summary = this.#part('summary');
    summary.focus({ preventScroll: true });
    summary.scrollIntoView();
  }

  /** Arrows go from the box down through the titles and back; Escape goes to the box. */
  #pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const links = [...this.#part('hits').querySelectorAll<HTMLElement>('.search-title')];
    const focused = document.activeElement;
    const place = focused instanceof HTMLElement ? links.indexOf(focused) : -1;
    const isInBox = focused === this.#input;
    if (place < 0 && !isInBox) return;
    if (event.key === 'Escape' && !isInBox) this.#input.focus();
    else if (event.key === 'ArrowDown') (links[place + 1] ?? links[place])?.focus();
    else if (event.key === 'ArrowUp' && !isInBox) (links[place - 1] ?? this.#input).focus();
    else return;
    event.preventDefault();
  }

  #linkTo(sought: Sought, label: string): HTMLAnchorElement {
    const link = document.createElement('a');
    link.href = location.pathname + addressQueryOf(sought);
    link.textContent = label;
    return link;
  }

  #tell(message: string): void {
    this.#part('message').textContent = message;
  }

  get #base(): string {
    return (this.#root.dataset.base ?? '').replace(/\/$/, '');
  }

  #part(name: string): HTMLElement {
    return found(this.#root, `[data-search="${name}"]`);
  }
}

function kept(): Kept {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null) return {};
  return {
    isTyping: 'isTyping' in state && state.isTyping === true,
    ...('top' in state && typeof state.top === 'number' && { top: state.top }),
  };
}

function keep(state: Kept): void {
  history.replaceState(state, '');
}

/** What stands after the page's own title: `Sök – Granskningsarkivet`. */
function siteName(title: string): string {
  return title.split(' – ').at(-1) ?? title;
}
