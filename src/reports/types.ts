import type { MarkdownText } from '../schemas/index.ts';

/** Inline Markdown, compiled. */
export interface RichText {
  readonly markdown: string;
  /**
   * Safe HTML of one or more paragraphs' inline content. A single paragraph stands without `<p>`. Citations are placeholders that
   * `linkedHtml` of the archive resolves; it is never shown as it is.
   */
  readonly html: string;
  /** The text alone, for titles, feeds and search. */
  readonly text: string;
}

/** The same data with every `MarkdownText` compiled to `RichText`. */
export type Compiled<T> = T extends MarkdownText
  ? RichText
  : T extends string | number | boolean | undefined
    ? T
    : { readonly [Key in keyof T]: Compiled<T[Key]> };

/** The archive's own components, with the attributes that each takes. */
export interface ComponentProps {
  Questions: Record<never, never>;
  Findings: { readonly area?: string };
  Recommendations: { readonly to?: string };
  Criteria: Record<never, never>;
  Measures: { readonly system?: string };
  Samples: { readonly system?: string };
  FollowUps: Record<never, never>;
  Sources: Record<never, never>;
  Figure: Figure;
}

export interface Figure {
  /** The file's name in the report's own folder. */
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
  /** Size in pixels, read from the file. */
  readonly width: number;
  readonly height: number;
}

export type ComponentName = keyof ComponentProps;

export type ComponentBlock = {
  readonly [Name in ComponentName]: {
    readonly kind: 'component';
    readonly name: Name;
    readonly props: ComponentProps[Name];
    /** Line in the file, for messages. */
    readonly line: number;
  };
}[ComponentName];

/** A run of safe HTML, or one of the archive's components. */
export type Block = { readonly kind: 'html'; readonly html: string } | ComponentBlock;

export interface Heading {
  readonly depth: 2 | 3 | 4;
  /** The fragment that leads to it, unique on the page. */
  readonly id: string;
  /** The printed number, `2.2`, where the heading begins with one. */
  readonly label?: string;
  /** The heading without its number. */
  readonly text: string;
}

/** A compiled body: what a page walks. */
export interface Body {
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
}
