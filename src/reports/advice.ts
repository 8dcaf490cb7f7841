import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { contactDetailsIn, type Problem, personNamesIn, type WarningRule } from '../problems/index.ts';
import { attributesOf } from './subset.ts';

/** What an experienced colleague would remark on in a text. Lines are counted from 1 within the text. */
export interface Remark {
  readonly line: number;
  readonly rule: WarningRule;
  readonly at: string;
  readonly message: string;
  readonly mend: string;
}

const mostWords = 60;

/** Every remark on a text, in its order. */
export function remarksOn(tree: Root): readonly Remark[] {
  const remarks: Remark[] = [];
  let level = 1;
  visit(tree, (node: Nodes) => {
    switch (node.type) {
      case 'heading':
        remarks.push(...levelRemarks(node, level));
        level = node.depth;
        break;
      case 'table':
        remarks.push(...tableRemarks(node));
        break;
      case 'image':
        remarks.push(...pictureRemarks(node.alt ?? '', node.url, lineOf(node)));
        break;
      case 'mdxJsxFlowElement': {
        const { src = '', alt = '' } = attributesOf(node);
        if (node.name === 'Figure') remarks.push(...pictureRemarks(alt, src, lineOf(node)));
        break;
      }
      case 'link':
        remarks.push(...linkRemarks(node), ...letterRemarks(node));
        break;
      case 'blockquote':
        // The words are another's.
        remarks.push(...nameRemarks(node), ...contactRemarks(node));
        return 'skip';
      default:
    }
    if (node.type === 'paragraph' || node.type === 'tableCell') {
      remarks.push(
        ...sentenceRemarks(node),
        ...nameRemarks(node),
        ...contactRemarks(node),
        ...clickRemarks(node),
      );
    }
    return undefined;
  });
  return remarks;
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** The line of a place in the text of a node. */
function lineAt(node: Nodes, text: string, index: number): number {
  return lineOf(node) + text.slice(0, index).split('\n').length - 1;
}

function levelRemarks(heading: Extract<Nodes, { type: 'heading' }>, before: number): readonly Remark[] {
  if (heading.depth <= before + 1) return [];
  const text = textOf(heading);
  const marks = (depth: number) => '#'.repeat(depth);
  return [
    {
      line: lineOf(heading),
      rule: 'rubrikniva',
      at: text,
      message:
        before === 1
          ? `Textens första rubrik, "${text}", är på nivå ${heading.depth} (${marks(heading.depth)}).`
          : `Rubriken "${text}" är på nivå ${heading.depth} (${marks(heading.depth)}), men rubriken före den på nivå ${before} (${marks(before)}).`,
      mend: `Skriv den med ${marks(before + 1)}.`,
    },
  ];
}

/** The first column may be without a heading: its cells are often headings themselves. */
function tableRemarks(table: Extract<Nodes, { type: 'table' }>): readonly Remark[] {
  const headings = (table.children[0]?.children ?? []).map((cell) => textOf(cell).trim());
  const missing = headings.flatMap((heading, index) => (heading === '' && index > 0 ? [index + 1] : []));
  const hasNone = headings.every((heading) => heading === '');
  if (!hasNone && missing.length === 0) return [];
  const firstCells = table.children.flatMap(({ children }) => children.map((cell) => textOf(cell).trim()));
  return [
    {
      line: lineOf(table),
      rule: 'tabellrubrik',
      at: firstCells.find((text) => text !== '') ?? '',
      message: hasNone
        ? 'Tabellen har inga rubriker på första raden.'
        : `Tabellens kolumn ${missing.join(', ')} har ingen rubrik.`,
      mend: 'Skriv på tabellens första rad vad varje kolumn innehåller.',
    },
  ];
}

const saysNothing =
  /^(?:en |ett )?(?:bild(?:en)?|figur(?:en)?|diagram(?:met)?|graf(?:en)?|tabell(?:en)?|foto(?:t)?|fotografi|illustration|logga|logotyp|karta(?:n)?|skärmbild|skärmdump|image|picture)(?: ?\d+)?[.:]?$/i;

/** A picture without any text is an error already. */
function pictureRemarks(alt: string, source: string, line: number): readonly Remark[] {
  const text = alt.trim();
  if (!saysNothing.test(text) && !/\.(?:png|jpe?g|webp|avif|gif|svg)$/i.test(text)) return [];
  return [
    {
      line,
      rule: 'bildtext',
      at: source,
      message: `Bildens alternativtext, "${text}", säger inte vad bilden visar.`,
      mend: 'Skriv det som den som inte ser bilden behöver veta, t.ex. ”Stapeldiagram: kostnaden ökade från 12 till 19 mnkr”.',
    },
  ];
}

const emptyLinkTexts = new Set([
  'här',
  'hit',
  'klicka',
  'klicka här',
  'tryck här',
  'se här',
  'läs här',
  'läs mer',
  'läs mer här',
  'mer',
  'mer information',
  'länk',
  'länken',
  'denna länk',
  'den här länken',
  'följande länk',
  'denna sida',
  'den här sidan',
]);
const linkMend = 'Låt länken heta det som den leder till, t.ex. ”revisionsplanen för 2026”.';

function linkRemarks(link: Extract<Nodes, { type: 'link' }>): readonly Remark[] {
  const text = textOf(link).trim();
  if (
    !emptyLinkTexts.has(
      text
        .toLowerCase()
        .replace(/[.!»>]+$/, '')
        .trim(),
    )
  )
    return [];
  return [
    {
      line: lineOf(link),
      rule: 'lanktext',
      at: link.url,
      message: `Länken heter "${text}" och säger inte vart den leder.`,
      mend: linkMend,
    },
  ];
}

function clickRemarks(node: Nodes): readonly Remark[] {
  const text = textOf(node);
  const match = /\b(?:klicka|tryck)\s+här(?![\p{L}])/iu.exec(text);
  const isLinkToo =
    'children' in node &&
    node.children.some((child) => child.type === 'link' && linkRemarks(child).length > 0);
  if (!match || isLinkToo) return [];
  return [
    {
      line: lineAt(node, text, match.index),
      rule: 'lanktext',
      at: match[0],
      message: `Texten säger "${match[0]}", men den som läser på papper eller lyssnar har inget att klicka på.`,
      mend: linkMend,
    },
  ];
}

const sentences = new Intl.Segmenter('sv', { granularity: 'sentence' });

function sentenceRemarks(node: Nodes): readonly Remark[] {
  const text = textOf(node);
  if (text.length < mostWords * 2) return [];
  // A line break is no end of a sentence.
  return [...sentences.segment(text.replaceAll('\n', ' '))].flatMap(({ segment, index }) => {
    const words = segment.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    if (words.length <= mostWords) return [];
    const beginning = words
      .slice(0, 5)
      .join(' ')
      .replace(/[,;:]$/, '');
    return [
      {
        line: lineAt(node, text, index),
        rule: 'lang-mening',
        at: beginning,
        message: `Meningen som börjar "${beginning} …" har ${words.length} ord.`,
        mend: 'Dela den, eller gör en lista av den.',
      } as const,
    ];
  });
}

export const nameMend =
  'Är det en person, skriv funktionen i stället, t.ex. ”förvaltningschefen”. De som gjorde granskningen förs in under people.';

function nameRemarks(node: Nodes): readonly Remark[] {
  const text = textOf(node);
  return personNamesIn(text).map(({ name, index }) => ({
    line: lineAt(node, text, index),
    rule: 'personnamn',
    at: name,
    message: `"${name}" ser ut att vara en persons namn.`,
    mend: nameMend,
  }));
}

export const contactMend =
  'Ta bort den, eller skriv en adress som hör till kommunen eller revisionen. Kontaktuppgifter till människor hör inte hemma i arkivet.';

/** An address that is written to when the link is followed, where its text does not show it. */
function letterRemarks(link: Extract<Nodes, { type: 'link' }>): readonly Remark[] {
  const address = /^mailto:([^?]*)/i.exec(link.url)?.[1];
  return address === undefined || textOf(link).includes(address) ? [] : contactRemarks(link, address);
}

function contactRemarks(node: Nodes, text = textOf(node)): readonly Remark[] {
  return contactDetailsIn(text).map(({ kind, found, index }) => ({
    line: lineAt(node, text, index),
    rule: 'kontaktuppgift',
    at: found,
    message: contactMessage(kind, found),
    mend: contactMend,
  }));
}

export function contactMessage(kind: 'e-post' | 'telefon', found: string): string {
  return kind === 'e-post'
    ? `E-postadressen "${found}" kan vara en persons.`
    : `Telefonnumret "${found}" kan vara en persons.`;
}

/** A remark as a warning that the file's `silence` can quote. */
export function warningOf(
  { rule, at, message, mend }: Remark,
  file: string,
  line: number,
  place = '',
): Problem {
  return {
    file,
    line,
    severity: 'warning',
    rule,
    at,
    message: place === '' ? message : `${place}: ${message}`,
    mend,
  };
}
