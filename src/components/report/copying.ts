/** Shows the buttons that copy references, where the browser can copy. Without them the reference is text like any other. */
export function copyCitations(page: ParentNode): void {
  if (!navigator.clipboard) return;
  for (const citation of page.querySelectorAll('[data-citation]')) {
    const words = citation.querySelector('[data-words]');
    const button = citation.querySelector<HTMLButtonElement>('[data-copy]');
    const told = citation.querySelector('[data-told]');
    if (!words || !button || !told || !button.hidden) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const text = words.textContent.replace(/\s+/g, ' ').trim();
      try {
        await navigator.clipboard.writeText(text);
        told.textContent = button.dataset.copied ?? '';
      } catch {
        told.textContent = button.dataset.failed ?? '';
      }
    });
  }
}
