import type { Element, ElementContent, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { imageSize } from 'image-size';
import mammoth from 'mammoth';
import { plainLetters } from '../mending.ts';
import { type Block, type Cell, ImportError, type Picture, type Place } from '../source-text.ts';
import { headingParts } from './headings.ts';
import { zipEntries } from './zip-sizes.ts';

export interface WordText {
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
  readonly remarks: readonly string[];
}

/**
 * A Word file as blocks. Tracked changes are read as accepted, comments are left out; macros, fields and embedded objects are never
 * looked at, and no link is followed. Places count paragraphs, cells of tables among them.
 *
 * @throws {ImportError} where it is damaged, too large, or no Word file
 */
export async function wordText(file: Buffer, fileName: string): Promise<WordText> {
  const entries = zipEntries(file, fileName);
  const main = entries.find(({ name }) => name === 'word/document.xml');
  if (!main) {
    throw new ImportError(
      'unreadable',
      `${fileName} är ett Zip-arkiv men inget Word-dokument.`,
      'Öppna rapporten i det program som den är skriven i och spara den som .docx eller .pdf.',
    );
  }
  const pictures: Picture[] = [];
  const unshown: string[] = [];
  const html = await asHtml(file, fileName, pictures, unshown);
  const walker = new Walker();
  walker.walk(fromHtml(html, { fragment: true }));
  return {
    blocks: walker.blocks,
    pictures,
    remarks: [
      ...remarksOn(
        main.bytes().toString('utf8'),
        entries.map(({ name }) => name),
      ),
      ...(unshown.length > 0
        ? [
            `${unshown.length === 1 ? 'En bild är' : `${unshown.length} bilder är`} av ett slag som inte kan visas på webben, och är inte med: spara om den som png.`,
          ]
        : []),
    ],
  };
}

async function asHtml(
  file: Buffer,
  fileName: string,
  pictures: Picture[],
  unshown: string[],
): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: file },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        styleMap: [
          "p[style-name='Title'] => h1.title:fresh",
          "p[style-name='Rubrik'] => h1.title:fresh",
          "p[style-name='Subtitle'] => p:fresh",
          'br[type="page"] => hr',
        ],
        convertImage: mammoth.images.imgElement(async (image) => {
          const type = /^image\/(png|jpe?g|webp|avif)$/.exec(image.contentType)?.[1];
          const bytes = await image.readAsBuffer();
          if (type === undefined || !isPicture(bytes)) {
            unshown.push(image.contentType);
            return { src: '' };
          }
          const name = `bild-${pictures.length + 1}.${type.replace('jpeg', 'jpg')}`;
          pictures.push({ name, bytes });
          return { src: name };
        }),
      },
    );
    return value;
  } catch (error) {
    throw new ImportError(
      'unreadable',
      `${fileName} går inte att läsa som Word-dokument: filen är skadad.`,
      'Öppna den i Word, spara om den och försök igen.',
      { cause: error },
    );
  }
}

function isPicture(bytes: Uint8Array): boolean {
  try {
    imageSize(bytes);
    return true;
  } catch {
    return false;
  }
}

function remarksOn(xml: string, names: readonly string[]): readonly string[] {
  const changes = xml.match(/<w:(?:ins|del|moveFrom|moveTo) /g)?.length ?? 0;
  const comments = xml.match(/<w:commentReference\b/g)?.length ?? 0;
  const hasMacros = names.some((name) => /vbaProject\.bin$/i.test(name));
  return [
    ...(changes > 0
      ? [
          changes === 1
            ? 'Dokumentet har en spårad ändring. Den är läst som godkänd: det strukna är inte med.'
            : `Dokumentet har ${changes} spårade ändringar. De är lästa som godkända: det strukna är inte med.`,
        ]
      : []),
    ...(comments > 0
      ? [
          `Dokumentet har ${comments === 1 ? 'en kommentar' : `${comments} kommentarer`}, som inte är med i utkastet.`,
        ]
      : []),
    ...(hasMacros ? ['Dokumentet innehåller makron. De har varken körts eller sparats.'] : []),
  ];
}

/** Walks what mammoth makes of a document: paragraphs, headings, lists, tables, pictures, and notes as a list at the end. */
class Walker {
  readonly blocks: Block[] = [];
  #paragraph = 0;

  walk(node: Nodes): void {
    if (node.type === 'root') {
      for (const child of node.children) this.walk(child);
      return;
    }
    if (node.type !== 'element') return;
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (level !== undefined) this.#heading(node, Number(level));
    else if (node.tagName === 'p') this.#paragraphs(node);
    else if (node.tagName === 'ul' || node.tagName === 'ol') this.#list(node);
    else if (node.tagName === 'table') this.#table(node);
    else for (const child of node.children) this.walk(child);
  }

  #next(): Place {
    this.#paragraph += 1;
    return { first: this.#paragraph, last: this.#paragraph };
  }

  #heading(node: Element, level: number): void {
    const place = this.#next();
    const text = textOf(node);
    if (text !== '') this.blocks.push({ kind: 'heading', ...headingParts(text), level, place });
    this.#pictures(node, place);
  }

  #paragraphs(node: Element): void {
    const place = this.#next();
    const text = textOf(node);
    if (text !== '') this.blocks.push({ kind: 'paragraph', text, place });
    this.#pictures(node, place);
  }

  #list(list: Element): void {
    let number = 0;
    for (const item of list.children) {
      if (item.type !== 'element' || item.tagName !== 'li') continue;
      number += 1;
      const note = /^(?:foot|end)note-(\d+)$/.exec(String(item.properties.id ?? ''))?.[1];
      const place = this.#next();
      const inner = item.children.filter((child) => !isElement(child, 'ul') && !isElement(child, 'ol'));
      const text = textOf({ ...item, children: inner });
      if (note !== undefined) {
        this.blocks.push({ kind: 'footnote', label: note, text: text.replace(/\s*↑$/, ''), place });
      } else if (text !== '') {
        this.blocks.push({
          kind: 'item',
          text,
          ...(list.tagName === 'ol' && { label: String(number) }),
          place,
        });
      }
      this.#pictures({ ...item, children: inner }, place);
      for (const child of item.children) {
        if (isElement(child, 'ul') || isElement(child, 'ol')) this.#list(child);
      }
    }
  }

  #table(table: Element): void {
    const rows = elementsIn(table, 'tr').map((row) => {
      const cells = row.children.filter((child) => isElement(child, 'td') || isElement(child, 'th'));
      return cells.map((cell): Cell => {
        const paragraphs = elementsIn(cell, 'p');
        const start = this.#next();
        for (let extra = 1; extra < paragraphs.length; extra++) this.#next();
        return { text: textOf(cell), place: { first: start.first, last: this.#paragraph } };
      });
    });
    const [head = [], ...body] = rows;
    const last = rows.at(-1)?.at(-1)?.place ?? { first: this.#paragraph, last: this.#paragraph };
    const first = head[0]?.place ?? last;
    this.blocks.push({
      kind: 'table',
      header: head.map(({ text }) => text),
      rows: body.map((row) => row.map((cell) => (cell.text === '' ? undefined : cell))),
      place: { first: first.first, last: last.last },
    });
    this.#pictures(table, last);
  }

  #pictures(node: Element, place: Place): void {
    for (const image of elementsIn(node, 'img')) {
      const name = String(image.properties.src ?? '');
      if (name !== '') this.blocks.push({ kind: 'picture', name, place });
    }
  }
}

function isElement(node: ElementContent, name: string): node is Element {
  return node.type === 'element' && node.tagName === name;
}

function elementsIn(node: Element, name: string): readonly Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === name ? [child] : elementsIn(child, name);
  });
}

/** Its text on one line. A reference to a note becomes `[^3]`, as in the archive's Markdown. */
function textOf(node: Nodes): string {
  return plainLetters(rawText(node)).replace(/\s+/g, ' ').trim();
}

function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'a') {
    const note = /^#(?:foot|end)note-(\d+)$/.exec(String(node.properties.href ?? ''))?.[1];
    if (note !== undefined) return `[^${note}]`;
  }
  if (node.type === 'element' && (node.tagName === 'br' || node.tagName === 'hr')) return ' ';
  if (!('children' in node)) return '';
  const inner = node.children.map(rawText).join('');
  return node.type === 'element' && /^(?:p|li|td|th|tr)$/.test(node.tagName) ? `${inner} ` : inner;
}
