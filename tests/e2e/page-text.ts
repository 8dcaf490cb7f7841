/** A text as a reader sees it: with plain spaces, one at a time, and without the hyphens that only show at a line's end. */
export function asRead(text: string | null | undefined): string {
  return (text ?? '').replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
}
