/** What a PDF says of itself. */
export interface PdfMetadata {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
}

/** A PDF whose end is not as the browser writes it. */
export class UnknownPdfError extends Error {
  override readonly name = 'UnknownPdfError';
}

/**
 * A PDF as the browser wrote it, with its author, subject and keywords, which a browser has no way to be told: an incremental update
 * (ISO 32000-1, 7.5.6) that gives the document's information anew, and an XMP packet (ISO 16684-1) that says the same. Title, language,
 * structure and bookmarks are the browser's own.
 *
 * @throws {UnknownPdfError} if it has no trailer of the classic kind
 */
export function withMetadata(pdf: Buffer, metadata: PdfMetadata): Buffer {
  const text = pdf.toString('latin1');
  const [, start] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-200)) ?? [];
  const trailer = text.slice(text.lastIndexOf('trailer'));
  const size = numberAfter(/\/Size (\d+)/, trailer);
  const info = numberAfter(/\/Info (\d+) 0 R/, trailer);
  const root = numberAfter(/\/Root (\d+) 0 R/, trailer);
  const infoFields = dictionaryOf(info, text);
  const rootFields = dictionaryOf(root, text);
  if (start === undefined) throw new UnknownPdfError('The PDF does not say where its objects are.');

  const packet = Buffer.from(xmpPacket(metadata), 'utf8');
  const objects: readonly (readonly [number: number, body: Buffer])[] = [
    [
      info,
      Buffer.from(
        `<<${withoutFields(infoFields, ['Author', 'Subject', 'Keywords', 'Title', 'Creator'])}\n` +
          `/Title ${pdfText(metadata.title)}\n/Author ${pdfText(metadata.author)}\n/Subject ${pdfText(metadata.subject)}\n` +
          `/Keywords ${pdfText(metadata.keywords)}\n/Creator ${pdfText('Granskningsarkivet')}>>`,
        'latin1',
      ),
    ],
    [root, Buffer.from(`<<${rootFields}\n/Metadata ${size} 0 R>>`, 'latin1')],
    [
      size,
      Buffer.concat([
        Buffer.from(`<</Type /Metadata /Subtype /XML /Length ${packet.length}>>\nstream\n`, 'latin1'),
        packet,
        Buffer.from('\nendstream', 'latin1'),
      ]),
    ],
  ];
  const parts: Buffer[] = [pdf, Buffer.from('\n', 'latin1')];
  let offset = pdf.length + 1;
  const table: string[] = [];
  for (const [number, body] of objects) {
    const written = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`, 'latin1'),
      body,
      Buffer.from('\nendobj\n', 'latin1'),
    ]);
    table.push(`${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
    parts.push(written);
    offset += written.length;
  }
  parts.push(
    Buffer.from(
      `xref\n${table.join('')}trailer\n<</Size ${size + 1} /Root ${root} 0 R /Info ${info} 0 R /Prev ${start}>>\nstartxref\n${offset}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(parts);
}

function numberAfter(pattern: RegExp, trailer: string): number {
  const [, digits] = pattern.exec(trailer) ?? [];
  if (digits === undefined) throw new UnknownPdfError(`The PDF's trailer has no ${pattern.source}.`);
  return Number(digits);
}

/** What stands between the outermost `<<` and `>>` of an object. */
function dictionaryOf(number: number, text: string): string {
  const start = text.search(new RegExp(`(?:^|[\\r\\n])${number} 0 obj\\s`));
  const end = text.indexOf('endobj', start);
  const object = text.slice(start, end);
  const [, fields] = /<<([\s\S]*)>>\s*$/.exec(object) ?? [];
  if (start === -1 || fields === undefined) throw new UnknownPdfError(`The PDF has no object ${number}.`);
  return fields;
}

/** A dictionary without these fields, whose values are texts. */
function withoutFields(dictionary: string, names: readonly string[]): string {
  const text = String.raw`(?:<[0-9A-Fa-f\s]*>|\((?:\\[\s\S]|[^\\()])*(?:\((?:\\[\s\S]|[^\\()])*\)(?:\\[\s\S]|[^\\()])*)*\))`;
  return dictionary.replace(new RegExp(`/(?:${names.join('|')})\\s*${text}\\s*`, 'g'), '').trim();
}

/** A text string: UTF-16 with its byte order mark, in hexadecimal. */
function pdfText(text: string): string {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
}

function xmpPacket({ title, author, subject, keywords }: PdfMetadata): string {
  const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const inLanguage = (text: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title>${inLanguage(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${xml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${inLanguage(subject)}</dc:description>
<dc:language><rdf:Bag><rdf:li>sv</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>${xml(keywords)}</pdf:Keywords>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

/** How many pages a PDF has: its page tree says so. */
export function pageCount(pdf: Buffer): number {
  const counts = [...pdf.toString('latin1').matchAll(/\/Type \/Pages\b[^>]*?\/Count (\d+)/g)].map(
    ([, count]) => Number(count),
  );
  const most = Math.max(0, ...counts);
  if (most === 0) throw new UnknownPdfError('The PDF does not say how many pages it has.');
  return most;
}
