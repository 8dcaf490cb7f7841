import type { CompiledBody } from './archive-records.ts';

/** A stretch of a body under one of its headings. */
export interface BodySection {
  /** The heading's fragment; missing for what stands before the first. */
  readonly id?: string;
  readonly label?: string;
  readonly title?: string;
  readonly text: string;
}

/** A compiled body's running text, by heading. What its components show is indexed by itself. */
export function sectionsOf({ blocks, headings }: CompiledBody): readonly BodySection[] {
  const byId = new Map(headings.map((heading) => [heading.id, heading]));
  const html = blocks.map((block) => (block.kind === 'html' ? block.html : ' ')).join('\n');
  const sections: BodySection[] = [];
  for (const [index, part] of html.split(/(?=<h[2-4] id=")/).entries()) {
    const [, id] = /^<h[2-4] id="([^"]+)"/.exec(part) ?? [];
    const heading = id === undefined ? undefined : byId.get(id);
    const text = plainText(id === undefined ? part : part.replace(/^<h[2-4][\s\S]*?<\/h[2-4]>/, ''));
    if (text === '' && (index === 0 || heading === undefined)) continue;
    sections.push({
      ...(id !== undefined && { id }),
      ...(heading?.label !== undefined && { label: heading.label }),
      ...(heading && { title: heading.text }),
      text,
    });
  }
  return sections;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The text of HTML that the archive made itself. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, (tag) =>
      /^<\/?(?:a|em|strong|b|i|sup|sub|code|abbr|span|cite)\b/.test(tag) ? '' : ' ',
    )
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (all, decimal, hexadecimal, name) => {
      if (decimal) return String.fromCodePoint(Number(decimal));
      if (hexadecimal) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
      return entities[String(name)] ?? all;
    })
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
