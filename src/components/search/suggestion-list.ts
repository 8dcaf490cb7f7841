import { suggestionScript as strings } from '../../i18n/sv-search.ts';
import { type Suggestion, searchClient } from '../../search/client/index.ts';
import { writtenRuns } from './runs.ts';

const mostShown = 8;
/** Long enough that a quick typist asks once, short enough that the list seems to follow. */
const pause = 90;

/**
 * A list of suggestions below a search box, as an ARIA combobox: arrows choose, Enter goes there, Escape puts it away. What is typed
 * stays as it is typed.
 */
export function suggestBelow(form: HTMLFormElement, input: HTMLInputElement, indexAddress: string): void {
  const client = searchClient({ indexAddress });
  const base = (form.dataset.base ?? '/').replace(/\/$/, '');
  const list = document.createElement('ul');
  list.id = `${input.id}-forslag`;
  list.className = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = strings.label;
  list.hidden = true;
  const told = document.createElement('p');
  told.className = 'visually-hidden';
  told.role = 'status';
  form.append(list, told);
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  input.setAttribute('aria-controls', list.id);

  let chosen = -1;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = new AbortController();

  const choose = (place: number) => {
    const options = [...list.children];
    chosen = options.length === 0 || place < -1 ? options.length - 1 : place >= options.length ? -1 : place;
    for (const [index, option] of options.entries()) option.ariaSelected = String(index === chosen);
    const option = options[chosen];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const close = () => {
    clearTimeout(waiting);
    asked.abort();
    list.hidden = true;
    list.replaceChildren();
    input.ariaExpanded = 'false';
    told.textContent = '';
    choose(-1);
  };
  const show = (suggestions: readonly Suggestion[]) => {
    const before = list.children.item(chosen)?.getAttribute('data-address');
    list.replaceChildren(
      ...suggestions.map((suggestion, index) => optionOf(suggestion, `${list.id}-${index}`, base)),
    );
    list.hidden = suggestions.length === 0;
    input.ariaExpanded = String(suggestions.length > 0);
    told.textContent = suggestions.length > 0 ? strings.count(suggestions.length) : '';
    // What was chosen stays so, when it is still there.
    choose([...list.children].findIndex((option) => option.getAttribute('data-address') === before));
  };
  const ask = async () => {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    const typed = input.value.trim();
    const answer = typed.length < 2 ? undefined : await client.suggest(typed, mostShown, signal);
    if (signal.aborted) return;
    show(answer?.outcome === 'suggestions' ? answer.suggestions : []);
  };

  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, pause);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) void ask();
      else choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      goTo(list.children.item(chosen), event);
    }
  });
  // Pressing on a suggestion leaves the focus in the box, so that the list is still there when it is let go.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    if (event.target instanceof Element) goTo(event.target.closest('[role="option"]'), event);
  });
  input.addEventListener('blur', close);
  if (document.activeElement === input && input.value.trim() !== '') void ask();
}

function optionOf({ kind, path, name, detail }: Suggestion, id: string, base: string): HTMLElement {
  const option = document.createElement('li');
  option.id = id;
  option.role = 'option';
  option.ariaSelected = 'false';
  option.dataset.address = base + path;
  const named = document.createElement('span');
  named.className = 'name';
  named.append(...writtenRuns(name));
  const detailed = document.createElement('span');
  detailed.className = 'detail';
  detailed.textContent = [strings.kinds[kind], detail].filter(Boolean).join(' · ');
  option.append(named, ' ', detailed);
  return option;
}

function goTo(option: Element | null, event: MouseEvent | KeyboardEvent): void {
  if (!(option instanceof HTMLElement)) return;
  const address = option.dataset.address ?? '/';
  if (event.ctrlKey || event.metaKey) open(address, '_blank', 'noopener');
  else location.assign(address);
}
