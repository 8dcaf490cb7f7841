import type { Body } from '../../reports/index.ts';

/**
 * A response's own text as it stands within its report's page: headings two levels down, below the response's own, and every
 * fragment its own, since the report may use the same.
 */
export function nestedBody({ blocks, headings }: Body, prefix: string): Body {
  return {
    headings,
    blocks: blocks.map((block) =>
      block.kind === 'html' ? { kind: 'html', html: nestedHtml(block.html, prefix) } : block,
    ),
  };
}

function nestedHtml(html: string, prefix: string): string {
  return html
    .replace(
      /<(\/?)h([2-4])(?=[\s>])/g,
      (_, slash: string, level: string) => `<${slash}h${Number(level) + 2}`,
    )
    .replace(
      /\b(id|aria-describedby|aria-labelledby)="([^"]+)"/g,
      (_, name: string, id: string) => `${name}="${prefix}-${id}"`,
    )
    .replace(/\bhref="#([^"]+)"/g, (_, id: string) => `href="#${prefix}-${id}"`);
}
