import type { Nodes, Parents, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { RuleName } from '../problems/index.ts';
import { componentNames } from './components.ts';

const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();
const plainMarkdown = unified().use(remarkParse).use(remarkGfm).freeze();

/** Something in a text that cannot stand there. Lines are counted from 1 within the text. */
export interface Fault {
  readonly line: number;
  readonly message: string;
  readonly mend?: string;
  /** Where it is another than `mdx`. */
  readonly rule?: RuleName;
}

/**
 * The only seam to a parser of MDX: text to mdast with positions, or every place where ordinary prose trips it. Expressions and
 * markup are parsed, never run.
 */
export function parsed(text: string): { readonly tree: Root } | { readonly faults: readonly Fault[] } {
  if (isPlainProse(text)) return { tree: onlyParagraph(text) };
  try {
    return { tree: placed(mdx.parse(text)) };
  } catch (error) {
    const stumbles = stumblesIn(text);
    return { faults: stumbles.length > 0 ? stumbles : [unreadable(error)] };
  }
}

/**
 * One line of letters, figures and the commonest marks, none of which means anything to Markdown, GFM or MDX where it stands. Most of a
 * report's texts are such, and to parse them costs more than all else that is done with them.
 */
function isPlainProse(text: string): boolean {
  return (
    /^[\p{L}”"(§](?:[\p{L}\p{N},;:.?!()%”"’–§/-]| (?! ))*(?<! )$/u.test(text) &&
    !/^(?:import|export)\b|www\.|:\/\//i.test(text)
  );
}

/** What the parser makes of plain prose. */
function onlyParagraph(value: string): Root {
  const position = () => ({
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: value.length + 1, offset: value.length },
  });
  return {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [{ type: 'text', value, position: position() }],
        position: position(),
      },
    ],
    position: position(),
  };
}

/** Gives what GFM has made of bare addresses, which has no place of its own, that of what holds it. */
function placed(tree: Root): Root {
  visit(tree, (node: Nodes, _index, parent: Parents | undefined) => {
    if (!node.position && parent?.position) node.position = parent.position;
  });
  return tree;
}

/** Prose that MDX reads as code. Found by reading the text as plain Markdown, so that code spans are left alone. */
function stumblesIn(text: string): readonly Fault[] {
  const faults: Fault[] = [];
  visit(plainMarkdown.parse(text), (node: Nodes) => {
    const start = node.position?.start;
    if (!start) return;
    if (node.type === 'text') faults.push(...stumblesInProse(sourceOf(node, text), start.line));
    if (node.type === 'html') faults.push(...stumblesInMarkup(node.value, start.line));
    if (node.type === 'link' && sourceOf(node, text).startsWith('<')) {
      faults.push({
        line: start.line,
        message: `Länken <${node.url.replace(/^mailto:/, '')}> står inom vinkelparenteser, som här läses som kod.`,
        mend: `Skriv adressen utan parenteser, eller som länk: [text](${node.url}).`,
      });
    }
  });
  return faults;
}

function sourceOf(node: Nodes, text: string): string {
  return text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function stumblesInProse(prose: string, firstLine: number): readonly Fault[] {
  const faults: Fault[] = [];
  for (const match of prose.matchAll(/(?<!\\)(?:<[^\s<]{0,20}(?: ?%)?|\{[^{}\n]{0,60}\}?)/g)) {
    const [found] = match;
    const line = firstLine + prose.slice(0, match.index).split('\n').length - 1;
    if (found.startsWith('{')) {
      if (/^\{\s*\/\*/.test(found)) continue;
      faults.push(bracesFault(found, line));
      continue;
    }
    const name = /^<\/?([A-Za-z]\w*)/.exec(found)?.[1];
    if (name !== undefined && componentNames.includes(name)) {
      faults.push({
        line,
        message: `<${name}> är fel skriven.`,
        mend: `Skriv <${name} … />, med varje värde inom citattecken: attribut="värde".`,
      });
    } else {
      faults.push({
        line,
        message: `Tecknet < i "${found}" läses som början på en komponent.`,
        mend: `Skriv &lt; i stället: ${found.replace('<', '&lt;')}.`,
      });
    }
  }
  return faults;
}

/** Braces are expressions in MDX, whether or not they parse. */
export function bracesFault(whole: string, line: number): Fault {
  const found = whole.length > 60 ? `${whole.slice(0, 57)}…}` : whole;
  return {
    line,
    message: `Klamrarna i ${found} läses som kod.`,
    mend: `Skriv omvända snedstreck före dem: \\${found.replace(/\}$/, '\\}')}.`,
  };
}

function stumblesInMarkup(markup: string, line: number): readonly Fault[] {
  if (markup.startsWith('<!--')) {
    return [
      {
        line,
        message: 'HTML-kommentarer (<!-- … -->) kan inte användas.',
        mend: 'Skriv {/* … */} runt det som inte ska synas.',
      },
    ];
  }
  if (/^<[!?]/.test(markup)) {
    const found = markup.length > 40 ? `${markup.slice(0, 37)}…` : markup;
    return [{ line, message: `HTML kan inte användas: ${found}.`, mend: 'Skriv Markdown i stället.' }];
  }
  const name = /^<\/?([A-Za-z][\w.-]*)/.exec(markup)?.[1];
  return name && componentNames.includes(name) ? [] : [markupFault(name ?? markup, line)];
}

/** Raw HTML, or a component that the archive does not have. */
export function markupFault(name: string, line: number): Fault {
  const isHtml = /^[a-z]/.test(name);
  return isHtml
    ? {
        line,
        message: `HTML kan inte användas: <${name}>.`,
        mend: 'Skriv Markdown i stället, t.ex. **fet**, *kursiv* eller en tabell. Om tecknet < hör till texten, skriv &lt;.',
      }
    : {
        line,
        message: `<${name}> är ingen av arkivets komponenter.`,
        mend: `Komponenterna är ${componentNames.map((known) => `<${known}>`).join(', ')}.`,
      };
}

function unreadable(error: unknown): Fault {
  const line = error instanceof Error && 'line' in error && typeof error.line === 'number' ? error.line : 1;
  const ruleId = error instanceof Error && 'ruleId' in error ? error.ruleId : undefined;
  if (ruleId === 'end-tag-mismatch') {
    // The place of the tag that is left open stands in the message alone.
    const [, name = '', openedAt] = /`<([^>`]*)>` \((\d+):/.exec(String(error)) ?? [];
    return {
      line: openedAt === undefined ? line : Number(openedAt),
      message: `<${name}> avslutas aldrig.`,
      mend: `Skriv <${name} … /> med ett snedstreck sist.`,
    };
  }
  if (ruleId === 'unexpected-eof') {
    return {
      line,
      message: 'Något öppnas men avslutas aldrig: en klammer { eller en komponent.',
      mend: 'En komponent skrivs <Findings area="a22" />. Hör tecknet till texten, skriv &lt; eller \\{.',
    };
  }
  if (ruleId === 'acorn') {
    return {
      line,
      message:
        'Här står något som läses som kod: ett stycke som börjar med import eller export, eller text inom klamrar.',
      mend: 'Börja stycket med ett annat ord, eller skriv omvända snedstreck före klamrarna: \\{ \\}.',
    };
  }
  return {
    line,
    message: 'Texten kan inte läsas här: ett < eller en { läses som kod men går inte att tolka.',
    mend: 'Kontrollera att komponenter är rätt skrivna, t.ex. <Findings area="a22" />. Hör tecknet till texten, skriv &lt; eller \\{.',
  };
}
