import { type Archive, plainHtml } from '../../archive/index.ts';
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
export function sectionsOf({ blocks, headings }: CompiledBody, archive: Archive): readonly BodySection[] {
  const byId = new Map(headings.map((heading) => [heading.id, heading]));
  const html = blocks.map((block) => (block.kind === 'html' ? block.html : ' ')).join('\n');
  const sections: BodySection[] = [];
  for (const [index, part] of html.split(/(?=<h[2-4] id=")/).entries()) {
    const [, id] = /^<h[2-4] id="([^"]+)"/.exec(part) ?? [];
    const heading = id === undefined ? undefined : byId.get(id);
    const text = plainHtml(id === undefined ? part : part.replace(/^<h[2-4][\s\S]*?<\/h[2-4]>/, ''), archive);
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
