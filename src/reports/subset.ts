import type { Nodes, Parents, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { didYouMean, enumerated, hiddenCharacterIn } from '../problems/index.ts';
import { blockComponents, componentNames, inlineComponents } from './components.ts';
import { bracesFault, type Fault, markupFault } from './parser.ts';

/** What kind of text it is: a report's or page's body, or a text field, which is running text alone. */
export type TextKind = 'body' | 'field';

const running = new Set<Nodes['type']>([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'paragraph',
  'root',
]);
const inBodies = new Set<Nodes['type']>([
  ...running,
  'heading',
  'list',
  'listItem',
  'blockquote',
  'code',
  'table',
  'tableRow',
  'tableCell',
  'thematicBreak',
  'linkReference',
  'definition',
  'footnoteReference',
  'footnoteDefinition',
  'image',
]);

/** The attributes of a component, all literal. */
export function attributesOf(
  element: MdxJsxFlowElement | MdxJsxTextElement,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    element.attributes
      .filter(
        (attribute): attribute is MdxJsxAttribute & { value: string } =>
          typeof attribute.value === 'string' && 'name' in attribute,
      )
      .map(({ name, value }) => [name, value]),
  );
}

/** Every place where a text leaves the safe subset: Markdown, GFM and the archive's own components with literal attributes. */
export function faultsIn(tree: Root, kind: TextKind): readonly Fault[] {
  const faults: Fault[] = [];
  const topLevel = new Set<Nodes>(tree.children);
  visit(tree, (node: Nodes, _index, parent: Parents | undefined) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'image' && kind === 'body') {
      const isAlone = parent?.type === 'paragraph' && parent.children.length === 1 && topLevel.has(parent);
      faults.push(...imageFaults(node, isAlone, line));
    }
    const found = faultsOfNode(node, parent, line, kind);
    faults.push(...(found.length > 0 ? found : hiddenFaults(node, line)));
  });
  return [...faults, ...footnoteFaults(tree, kind)];
}

function faultsOfNode(
  node: Nodes,
  parent: Parents | undefined,
  line: number,
  kind: TextKind,
): readonly Fault[] {
  switch (node.type) {
    case 'mdxjsEsm':
      return [
        {
          line,
          message: `Stycket börjar med ${node.value.startsWith('import') ? 'import' : 'export'} och läses som kod.`,
          mend: 'Rapporter innehåller ingen kod. Är det vanlig text, börja stycket med ett annat ord.',
        },
      ];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return isComment(node.value) ? [] : [bracesFault(`{${node.value}}`, line)];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return componentFaults(node, parent, line, kind);
    case 'link':
      return [...linkFaults(node.url, line), ...nestedFaults(node, line)];
    case 'linkReference':
      return nestedFaults(node, line);
    case 'definition':
      return linkFaults(node.url, line);
    case 'heading':
      if (kind === 'body' && textOf(node).trim() === '' && !node.children.some(isOther)) {
        return [
          { line, message: 'Rubriken har ingen text.', mend: 'Skriv rubriken, eller ta bort #-tecknen.' },
        ];
      }
      if (kind === 'body' && (node.depth === 1 || node.depth > 4)) {
        return [
          {
            line,
            message:
              node.depth === 1
                ? 'En rubrik på högsta nivån (#) kan inte stå i texten; där står rapportens titel.'
                : `En rubrik på nivå ${node.depth} är för djup.`,
            mend: 'Använd ##, ### eller ####.',
          },
        ];
      }
      break;
    case 'table':
      if (kind === 'body') return cutRowFaults(node);
      break;
    case 'listItem':
      if (typeof node.checked === 'boolean') {
        return [
          { line, message: 'Kryssrutor i listor kan inte användas.', mend: 'Skriv vad som är gjort i ord.' },
        ];
      }
      break;
    default:
  }
  const allowed = kind === 'body' ? inBodies : running;
  if (allowed.has(node.type)) return [];
  return [
    kind === 'field'
      ? {
          line,
          message:
            'Ett textfält är löpande text; här står något annat (en rubrik, lista, tabell, bild eller fotnot).',
          mend: 'Flytta det till rapportens text, under metadatablocket.',
        }
      : { line, message: 'Det här slaget av Markdown kan inte användas.', mend: 'Se guiden om Markdown.' },
  ];
}

function isComment(expression: string): boolean {
  return /^\s*\/\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.test(expression);
}

function componentFaults(
  element: MdxJsxFlowElement | MdxJsxTextElement,
  parent: Parents | undefined,
  line: number,
  kind: TextKind,
): readonly Fault[] {
  const { name } = element;
  if (name === null || !componentNames.includes(name)) {
    const fault = markupFault(name ?? '', line);
    const suggestion = name === null ? undefined : didYouMean(name, componentNames);
    return [suggestion ? { ...fault, mend: `${suggestion} ${fault.mend ?? ''}`.trim() } : fault];
  }
  const tag = tagAsWritten(element);
  const faults: Fault[] = [];
  const isBlock = name in blockComponents;
  if (isBlock && (kind === 'field' || parent?.type !== 'root')) {
    faults.push({
      line,
      message: `${tag} måste stå för sig själv, på en egen rad i rapportens text.`,
      mend: 'Låt raden före och raden efter vara tomma, och dra inte in den.',
    });
  }
  if (!isBlock && element.type === 'mdxJsxFlowElement') {
    faults.push({ line, message: `${tag} står ensam på en rad.`, mend: 'Skriv in den i en mening.' });
  }
  if (element.children.length > 0) {
    faults.push({
      line,
      message: `${tag} kan inte innehålla text.`,
      mend: `Skriv <${name} … /> utan sluttagg.`,
    });
  }
  return [...faults, ...attributeFaults(element, name, tag, line)];
}

function attributeFaults(
  element: MdxJsxFlowElement | MdxJsxTextElement,
  name: string,
  tag: string,
  line: number,
): readonly Fault[] {
  const known: Readonly<Record<string, { readonly required: boolean }>> =
    new Map(Object.entries({ ...blockComponents, ...inlineComponents })).get(name) ?? {};
  const faults: Fault[] = [];
  const given = new Set<string>();
  for (const attribute of element.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      faults.push({
        line,
        message: `${tag}: {…} bland attributen läses som kod.`,
        mend: 'Skriv attribut="värde".',
      });
      continue;
    }
    if (given.has(attribute.name)) {
      faults.push({
        line,
        message: `${tag}: attributet ${attribute.name} står två gånger.`,
        mend: 'Ta bort det ena.',
      });
    }
    given.add(attribute.name);
    if (!Object.hasOwn(known, attribute.name)) {
      const names = Object.keys(known);
      const list =
        names.length > 0 ? `Attributen är ${enumerated(names)}.` : `<${name} /> har inga attribut.`;
      faults.push({
        line,
        message: `${tag}: attributet ${attribute.name} finns inte.`,
        mend: didYouMean(attribute.name, names) ?? list,
      });
    } else if (typeof attribute.value !== 'string' || attribute.value.trim() === '') {
      faults.push({
        line,
        message: `${tag}: attributet ${attribute.name} saknar ett värde inom citattecken.`,
        mend: `Skriv ${attribute.name}="…".`,
      });
    }
  }
  for (const [attribute, { required }] of Object.entries(known)) {
    if (required && !given.has(attribute)) {
      faults.push({
        line,
        message: `${tag}: attributet ${attribute} saknas.`,
        mend:
          attribute === 'alt'
            ? 'Skriv alt="…" med vad bilden visar, för den som inte ser den.'
            : `Skriv ${attribute}="…".`,
      });
    }
  }
  return faults;
}

/** The tag in its shortest form, as messages quote it. */
function tagAsWritten(element: MdxJsxFlowElement | MdxJsxTextElement): string {
  const attributes = Object.entries(attributesOf(element)).map(([name, value]) => ` ${name}="${value}"`);
  return `<${element.name ?? ''}${attributes.join('')}/>`;
}

/** In a heading, what is told of on its own account. */
function isOther({ type }: Nodes): boolean {
  return type === 'mdxJsxTextElement' || type === 'image';
}

/** A character reference, `&#x202e;`, puts a hidden character where none stands in the file. */
function hiddenFaults(node: Nodes, line: number): readonly Fault[] {
  const texts = [
    'value' in node && node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression'
      ? node.value
      : '',
    'url' in node ? node.url : '',
    'title' in node ? node.title : '',
    'alt' in node ? node.alt : '',
    ...('attributes' in node ? Object.values(attributesOf(node)) : []),
  ];
  const found = texts.flatMap((text) => hiddenCharacterIn(text ?? '') ?? []);
  return found.slice(0, 1).map(({ message, mend }) => ({ line, message, mend }));
}

const schemes = new Set(['http', 'https', 'mailto']);

function linkFaults(url: string, line: number): readonly Fault[] {
  // Browsers drop tabs, newlines and other controls from an address before they look for its scheme.
  const address = url.replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, '');
  if (address === '') {
    return [
      { line, message: 'Länken har ingen adress.', mend: 'Skriv den inom parenteserna: [text](adress).' },
    ];
  }
  // A name before the host makes one host look like another: `https://kommunen.se@annan.se/`.
  if (/^[a-z]+:\/\/[^/?#]*@/i.test(address)) {
    return [
      {
        line,
        message: `Länken "${shortened(url)}" har ett användarnamn före värdnamnet.`,
        mend: 'Skriv adressen utan det som står före @.',
      },
    ];
  }
  const scheme = /^([^/?#]*?):/.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined && !address.startsWith('//') && !address.includes('\\')) return [];
  if (scheme !== undefined && schemes.has(scheme)) return [];
  return [
    {
      line,
      message: `Länken "${shortened(url)}" leder dit en rapport inte får länka.`,
      mend: 'En länk börjar med https://, http:// eller mailto:, eller är en adress i arkivet som /ordlista/.',
    },
  ];
}

function shortened(url: string): string {
  return url.length > 60 ? `${url.slice(0, 57)}…` : url;
}

/** What is itself a link cannot stand in one: browsers end the outer link where the inner begins. */
function nestedFaults(
  link: Extract<Nodes, { type: 'link' | 'linkReference' }>,
  line: number,
): readonly Fault[] {
  const kinds = new Map<string, string>([
    ['link', 'en länk'],
    ['linkReference', 'en länk'],
    ['footnoteReference', 'en fotnot'],
    ['mdxJsxTextElement', '<Cite/>'],
  ]);
  const inner: string[] = [];
  visit(link, (node: Nodes) => {
    const kind = kinds.get(node.type);
    if (node !== link && kind !== undefined) inner.push(kind);
  });
  return inner
    .slice(0, 1)
    .map((kind) => ({ line, message: `I en länk står ${kind}.`, mend: 'Sätt det ena efter det andra.' }));
}

/** GFM leaves out the cells that have no heading, without a word. */
function cutRowFaults(table: Extract<Nodes, { type: 'table' }>): readonly Fault[] {
  const columns = table.children[0]?.children.length ?? 0;
  return table.children
    .filter(({ children }) => children.length > columns)
    .map((row) => ({
      line: row.position?.start.line ?? 1,
      message: `Raden har ${row.children.length} celler, men tabellen har ${columns} rubriker.`,
      mend: 'Ge varje kolumn en rubrik, eller skriv \\| där ett lodrätt streck hör till texten.',
    }));
}

function imageFaults(
  node: Extract<Nodes, { type: 'image' }>,
  isAlone: boolean,
  line: number,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (!isAlone) {
    faults.push({
      line,
      message: 'En bild står mitt i texten.',
      mend: 'Låt bilden stå i ett eget stycke, utanför listor, citat och fotnoter.',
    });
  }
  if (!node.alt?.trim()) {
    faults.push({
      line,
      message: `Bilden "${node.url}" saknar alternativtext.`,
      mend: 'Skriv inom hakparenteserna vad bilden visar, för den som inte ser den.',
    });
  }
  return faults;
}

function footnoteFaults(tree: Root, kind: TextKind): readonly Fault[] {
  if (kind === 'field') return [];
  const definitions = new Map<string, number>();
  const references = new Map<string, number>();
  const faults: Fault[] = [];
  visit(tree, (node: Nodes) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'footnoteDefinition') {
      if (definitions.has(node.identifier)) {
        faults.push({
          line,
          message: `Fotnoten [^${node.label ?? node.identifier}] står två gånger.`,
          mend: 'Ge den ena ett annat nummer.',
        });
      }
      definitions.set(node.identifier, line);
    }
    if (node.type === 'footnoteReference') references.set(node.identifier, line);
    if (node.type === 'text') {
      // A reference without its definition is left as text by GFM.
      for (const match of node.value.matchAll(/\[\^([^\]\s]{1,40})\]/g)) {
        const offset = node.value.slice(0, match.index).split('\n').length - 1;
        faults.push({
          line: line + offset,
          message: `Fotnoten [^${match[1]}] har ingen text.`,
          mend: `Skriv den sist i filen: [^${match[1]}]: Text.`,
        });
      }
    }
  });
  for (const [identifier, line] of definitions) {
    if (!references.has(identifier)) {
      faults.push({
        line,
        message: `Fotnoten [^${identifier}] används inte någonstans i texten.`,
        mend: `Skriv [^${identifier}] där den hör hemma, eller ta bort den.`,
      });
    }
  }
  return faults;
}
