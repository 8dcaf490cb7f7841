const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as inline Markdown that means nothing but itself: no emphasis, code, markup or expression comes out of it. */
export function asMarkdown(text: string): string {
  const inline = text.replace(/&(?=#?\w+;)|[\\`*_{}[\]<>~|]/g, (sign) => entities[sign] ?? `\\${sign}`);
  // What would begin a heading, list, quotation or rule where a paragraph begins; and what MDX would read as code there.
  return inline
    .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+$|-{3,}$)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(import|export)(?=\s)/, (word) => `&#${word.codePointAt(0)};${word.slice(1)}`);
}

/** Text for a body, in which references to footnotes that are there stay references. */
export function asBodyMarkdown(text: string, footnotes: ReadonlySet<string>): string {
  return text
    .split(/(\[\^[^\]\s]{1,12}\])/)
    .map((piece, index) => {
      const [, label = ''] = /^\[\^(.+)\]$/.exec(piece) ?? [];
      if (footnotes.has(label)) return piece;
      return index === 0 ? asMarkdown(piece) : asMarkdown(`x${piece}`).slice(1);
    })
    .join('');
}
