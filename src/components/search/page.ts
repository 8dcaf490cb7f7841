import { searchClient } from '../../search/client/index.ts';
import { found } from '../page-parts.ts';
import { SearchView } from './search-view.ts';
import { isShortcutOff, turnShortcut } from './shortcut.ts';

/** Makes the page of results search. */
export function startSearchPage(root: ParentNode): void {
  const page = found(root, '[data-search="page"]');
  const form = root.querySelector<HTMLFormElement>('form[data-search="box"]');
  if (!form) throw new Error('The page has no search box.');
  new SearchView(page, form, searchClient({ indexAddress: page.dataset.index ?? '' })).start();
  const withoutKey = page.querySelector<HTMLInputElement>('[data-search="without-key"]');
  if (!withoutKey) return;
  found(page, '[data-search="keys"]').hidden = false;
  withoutKey.checked = isShortcutOff();
  withoutKey.addEventListener('change', () => turnShortcut(withoutKey.checked));
}
