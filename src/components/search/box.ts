import { isShortcutOff } from './shortcut.ts';

/**
 * Makes the search box of a page answer to the key `/`, and suggest things by name where it is to. Without the script it is a form
 * like any other; so it is where what it suggests from can't be had.
 */
export function startSearchBox(root: Document): void {
  const form = root.querySelector<HTMLFormElement>('form[data-search="box"]');
  const input = form?.querySelector('input');
  if (!form || !input) return;
  root.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWrittenIn(event.target) || isShortcutOff()) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  const from = form.dataset.suggestionsFrom;
  if (from === undefined) return;
  let isStarted = false;
  const start = () => {
    if (isStarted) return;
    isStarted = true;
    import('./suggestion-list.ts').then(
      ({ suggestBelow }) => suggestBelow(form, input, from),
      () => {
        isStarted = false;
      },
    );
  };
  input.addEventListener('focus', start);
  if (root.activeElement === input) start();
}

function isWrittenIn(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="checkbox"]), select, textarea'))
  );
}
