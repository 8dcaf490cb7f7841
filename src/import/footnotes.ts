import type { Block, SourceText } from './source-text.ts';

/**
 * The text with references to its footnotes: in text that was taken out of a PDF they are digits that stand right after a word, each
 * number once, in order.
 */
export function withFootnoteReferences(source: SourceText): SourceText {
  const labels = source.blocks.flatMap((block) => (block.kind === 'footnote' ? [block.label] : []));
  let next = 0;
  const referred = (text: string): string => {
    let done = 0;
    let result = text;
    for (let label = labels[next]; label !== undefined; label = labels[next]) {
      if (result.includes(`[^${label}]`)) {
        next++;
        continue;
      }
      const match = new RegExp(`(\\p{L}[).,;:”"]?|\\d\\.)${label}(?=[\\s.,;:)]|$)`, 'u').exec(
        result.slice(done),
      );
      if (!match) break;
      const at = done + match.index + (match[1]?.length ?? 0);
      result = `${result.slice(0, at)}[^${label}]${result.slice(at + label.length)}`;
      done = at + label.length + 3;
      next++;
    }
    return result;
  };
  const blocks = source.blocks.map((block): Block => {
    switch (block.kind) {
      case 'paragraph':
      case 'item':
        return { ...block, text: referred(block.text) };
      default:
        return block;
    }
  });
  return { ...source, blocks };
}

/** A text without its references to footnotes, for a field, which cannot have any. */
export function withoutReferences(text: string): string {
  return text.replace(/\[\^[^\]\s]{1,12}\]/g, '');
}
