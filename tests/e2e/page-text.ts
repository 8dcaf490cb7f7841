import type { Locator } from 'playwright';

/** A text as a reader sees it: with plain spaces, one at a time, and without the hyphens that only show at a line's end. */
export function asRead(text: string | null | undefined): string {
  return (text ?? '').replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
}

/** What can be read in an element; what it hides is left out. */
export async function textShownIn(element: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: it has what is hidden too, and no space between paragraphs.
  return asRead(await element.innerText());
}
