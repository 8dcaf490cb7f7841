import { sectionReference } from '../criteria/index.ts';
import type { Archive, Audit, Criterion } from './types.ts';

/** Puts the site's base path before an address. */
type Href = (path: string) => string;

/** A name in running text and where it leads. */
interface Mention {
  readonly name: string;
  readonly path: string;
}

const tagOrText = /<(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+/g;

/**
 * Compiled HTML with its citations and internal addresses linked: `<cite-criterion>` becomes a link that tells the act's full name
 * and number, and `href="/…"` gets the base path.
 */
export function linkedHtml(html: string, archive: Archive, href: Href): string {
  const criteria = criteriaById(archive);
  // Addresses first: a citation's own link has its base path already.
  return html
    .replace(
      /(<(?:[^>"']|"[^"]*"|'[^']*')*?\shref=")(\/(?!\/)[^"]*)"/g,
      (_match, before: string, path: string) => `${before}${href(path)}"`,
    )
    .replace(
      /<cite-criterion data-criterion="([^"]+)"(?: data-section="([^"]+)")?><\/cite-criterion>/g,
      (_tag, id: string, section?: string) => citationLink(criteria.get(id), section, href),
    );
}

const criteriaOf = new WeakMap<Archive, ReadonlyMap<string, Criterion>>();

function criteriaById(archive: Archive): ReadonlyMap<string, Criterion> {
  const known = criteriaOf.get(archive);
  if (known) return known;
  const made = new Map(archive.criteria.map((criterion) => [criterion.id, criterion]));
  criteriaOf.set(archive, made);
  return made;
}

function citationLink(criterion: Criterion | undefined, section: string | undefined, href: Href): string {
  if (!criterion) return '';
  const part = [...criterion.chapters, ...criterion.sections].find(({ key }) => key === section);
  const label = section === undefined ? undefined : sectionReference(section, criterion.division)?.label;
  const text = label === undefined ? criterion.shortName : `${label} ${criterion.shortName}`;
  return `<a class="citation" href="${escaped(href(part?.path ?? criterion.path))}" title="${escaped(criterion.title)}">${escaped(text)}</a>`;
}

/**
 * HTML in which the first mention, since `seen` was made, of each board, system and criterion that the audit is about is a link
 * to what the record holds on it. Headings, links and code are left as they are.
 */
export function withMentions(html: string, audit: Audit, href: Href, seen: Set<string> = new Set()): string {
  // Names already seen are looked for too, so that a shorter one is not found within them.
  const mentions = mentionsOf(audit);
  if (mentions.every(({ path }) => seen.has(path))) return html;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${mentions.map(({ name }) => escapedForPattern(asInText(name))).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const byName = new Map(mentions.map((mention) => [asInText(mention.name), mention]));
  let insideUnlinkable = 0;
  return html.replace(tagOrText, (piece) => {
    if (piece.startsWith('<')) {
      if (/^<(?:a|code|pre|h[1-6])[\s>]/.test(piece)) insideUnlinkable += 1;
      else if (/^<\/(?:a|code|pre|h[1-6])>/.test(piece)) insideUnlinkable -= 1;
      return piece;
    }
    if (insideUnlinkable > 0) return piece;
    return piece.replace(pattern, (name) => {
      const mention = byName.get(name);
      if (!mention || seen.has(mention.path)) return name;
      seen.add(mention.path);
      return `<a class="mention" href="${escaped(href(mention.path))}">${name}</a>`;
    });
  });
}

const mentionsOfAudit = new WeakMap<Audit, readonly Mention[]>();

/** Longest first, so that "Procapita IFO" is not taken for "Procapita". */
function mentionsOf(audit: Audit): readonly Mention[] {
  const known = mentionsOfAudit.get(audit);
  if (known) return known;
  const made = [
    ...audit.municipality.bodies.flatMap(({ name, path }) =>
      spellings(name).map((spelling) => ({ name: spelling, path })),
    ),
    ...audit.systems.flatMap(({ name, synonyms, path }) =>
      [name, ...synonyms].map((spelling) => ({ name: spelling, path })),
    ),
    ...audit.criteria.flatMap(({ criterion }) =>
      [criterion.name, ...criterion.shortNames].flatMap((name) =>
        spellings(name).map((spelling) => ({ name: spelling, path: criterion.path })),
      ),
    ),
  ].toSorted((a, b) => b.name.length - a.name.length);
  mentionsOfAudit.set(audit, made);
  return made;
}

/** A name with and without its capital: "Kommunstyrelsen" is "kommunstyrelsen" within a sentence. Acronyms stand as they are. */
function spellings(name: string): readonly string[] {
  const [first = '', second = ''] = name;
  if (second === second.toUpperCase()) return [name];
  return [first.toUpperCase() + name.slice(1), first.toLowerCase() + name.slice(1)];
}

function escapedForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** As the compiler writes text between tags. */
function asInText(text: string): string {
  return text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');
}

/** For attributes and text that is written here. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
