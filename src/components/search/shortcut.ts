/*
 * A key that does something wherever one is can be in the way of speech input, and must be possible to turn off (WCAG 2.2, 2.1.4).
 * It is the only thing that the site keeps in a browser, and only for those who ask for it.
 */

const key = 'granskningsarkivet-utan-snabbtangent';

/** Has the reader turned the key `/` off? Not where the browser keeps nothing. */
export function isShortcutOff(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

/** Turns the key off, or on again. */
export function turnShortcut(isOff: boolean): void {
  try {
    if (isOff) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // The browser keeps nothing, and so can't keep this either.
  }
}
