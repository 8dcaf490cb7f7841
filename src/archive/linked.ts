import { sectionReference } from '../criteria/index.ts';
import { type CitedRuleOfRegister, rulesInHtml } from './text-citations.ts';
import type { Archive, Audit, Criterion, CriterionPart } from './types.ts';

/** Puts the site's base path before an address. */
type Href = (path: string) => string;

/** A name in running text and where it leads. */
interface Mention {
  readonly name: string;
  readonly path: string;
}

const tagOrText = /<(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+/g;

/** How the citations in an audit's text are to be shown. */
export interface CitationReading {
  readonly audit: Audit;
  /** The addresses that are linked already. With it, the first mention of an act by its name alone is linked too. */
  readonly seen?: Set<string>;
  /** What the button after a citation is called, which opens what the page tells of the rule. Without it there are no buttons. */
  readonly buttonLabel?: (rule: CitedRuleOfRegister) => string;
}

/**
 * Compiled HTML with its citations and internal addresses linked: `<cite-criterion>` becomes a link that tells the act's full name
 * and number, and `href="/…"` gets the base path. In an audit's own text, citations as they are printed become links too.
 */
export function linkedHtml(html: string, archive: Archive, href: Href, reading?: CitationReading): string {
  const criteria = criteriaById(archive);
  // Addresses first: a citation's own link has its base path already.
  const addressed = html.replace(
    /(<(?:[^>"']|"[^"]*"|'[^']*')*?\shref=")(\/(?!\/)[^"]*)"/g,
    (_match, before: string, path: string) => `${before}${href(path)}"`,
  );
  const explained = new Set<string>();
  const recognised = reading ? withPrintedCitations(addressed, archive, href, reading, explained) : addressed;
  return recognised.replace(
    /<cite-criterion data-criterion="([^"]+)"(?: data-section="([^"]+)")?><\/cite-criterion>/g,
    (_tag, id: string, section?: string) => {
      const criterion = criteria.get(id);
      if (!criterion) return '';
      const part = partWithKey(criterion, section);
      const rule = { criterion, ...(part && { part }), isGuess: false };
      const link = citationLink(criterion, section, href);
      const button = reading ? explainingButton(rule, reading, explained) : '';
      return button ? withButton(link, button) : link;
    },
  );
}

function withPrintedCitations(
  html: string,
  archive: Archive,
  href: Href,
  reading: CitationReading,
  explained: Set<string>,
): string {
  const { audit, seen } = reading;
  let linked = '';
  let end = 0;
  for (const { rule, pieces, isMention } of rulesInHtml(
    html,
    audit,
    archive.grammar,
    criteriaById(archive),
  )) {
    const path = (rule.part ?? rule.criterion).path;
    const isSeen = seen?.has(path) ?? true;
    seen?.add(path);
    if (isMention && isSeen) continue;
    for (const [index, [from, to]] of pieces.entries()) {
      const link = (words: string) =>
        `<a class="citation as-printed" href="${escaped(href(path))}" title="${escaped(rule.criterion.title)}">${words}</a>`;
      const words = html.slice(from, to);
      const button = index === pieces.length - 1 ? explainingButton(rule, reading, explained) : '';
      linked +=
        html.slice(end, from) + (button ? withButton(link(lastWordApart(words)), button) : link(words));
      end = to;
    }
  }
  return linked + html.slice(end);
}

/** A button after the first citation of a rule in a text, for what the page tells of the rule. */
function explainingButton(
  rule: CitedRuleOfRegister,
  { audit, seen, buttonLabel }: CitationReading,
  explained: Set<string>,
): string {
  const key = explanationId(rule);
  const shown = seen ?? explained;
  const isTold = audit.citedInText.some((told) => explanationId(told) === key);
  if (!buttonLabel || !isTold || shown.has(key)) return '';
  shown.add(key);
  // What is told of a part tells also of the act.
  shown.add(explanationId({ criterion: rule.criterion, isGuess: false }));
  return `<button type="button" class="rule-button" popovertarget="${key}" aria-label="${escaped(buttonLabel(rule))}"></button>`;
}

/** A link and its button on one line. */
function withButton(link: string, button: string): string {
  return `<span class="explained">${link}${button}</span>`;
}

/** Lines may break before the last word, and not between it and what follows. */
function lastWordApart(words: string): string {
  const place = words.search(/[^\s]+$/);
  return place > 0 ? `<span class="breakable">${words.slice(0, place)}</span>${words.slice(place)}` : words;
}

/** The fragment of what a page tells of a rule: `regel-kl-1991-6-kap-7`. */
export function explanationId({ criterion, part }: CitedRuleOfRegister): string {
  return `regel-${(part ?? criterion).path.split('/').slice(2, -1).join('-')}`;
}

function partWithKey(criterion: Criterion, section: string | undefined): CriterionPart | undefined {
  return [...criterion.chapters, ...criterion.sections].find(({ key }) => key === section);
}

const criteriaOf = new WeakMap<Archive, ReadonlyMap<string, Criterion>>();

function criteriaById(archive: Archive): ReadonlyMap<string, Criterion> {
  const known = criteriaOf.get(archive);
  if (known) return known;
  const made = new Map(archive.criteria.map((criterion) => [criterion.id, criterion]));
  criteriaOf.set(archive, made);
  return made;
}

function citationLink(criterion: Criterion, section: string | undefined, href: Href): string {
  const part = partWithKey(criterion, section);
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
