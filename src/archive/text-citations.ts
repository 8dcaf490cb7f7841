import {
  type CitationGrammar,
  type CitationInText,
  type CitedPart,
  citableActs,
  citationGrammar,
  keyAndWider,
  keysOf,
  type TextSpan,
} from '../criteria/index.ts';
import { yearOf } from './dates.ts';
import type { AuditFile, Content } from './load.ts';
import type { Audit, Citation, Criterion, CriterionPart } from './types.ts';

/*
 * Citations are recognised here and not when a report is compiled: what a name means is the register's to say, and a compiled report
 * must not grow stale when the register changes. It costs a small part of compiling (`npm run bench:citations`).
 */

/** A citation in one of an audit's texts. */
export interface FoundCitation {
  readonly found: CitationInText;
  /** As printed. */
  readonly words: string;
  /** The field that it stands in, from the frontmatter's top; missing in the body. */
  readonly field?: readonly (string | number)[];
}

/** A citation in compiled HTML: for each of its parts, or for the whole where it has none, the pieces of text between tags. */
export interface CitationInHtml {
  readonly found: CitationInText;
  readonly segments: readonly { readonly part?: CitedPart; readonly pieces: readonly TextSpan[] }[];
}

/** A rule that a text leads to. */
export interface CitedRuleOfRegister {
  readonly criterion: Criterion;
  readonly part?: CriterionPart;
  /** Which act is meant is read from the audited year, and more than one was in force in it. */
  readonly isGuess: boolean;
}

/** The grammar that the register gives; made once for a content. */
export function grammarOf(content: Content): CitationGrammar {
  const known = grammars.get(content);
  if (known) return known;
  const made = citationGrammar(
    citableActs([...content.criteria].flatMap(([id, { data }]) => (data ? [[id, data, data.replaces]] : []))),
  );
  grammars.set(content, made);
  return made;
}

const grammars = new WeakMap<Content, CitationGrammar>();
const foundInFiles = new WeakMap<AuditFile, readonly FoundCitation[]>();

/** Every citation in an audit's body and text fields. What the archive itself says of its source is no part of the audit. */
export function citationsInAudit(content: Content, file: AuditFile): readonly FoundCitation[] {
  const known = foundInFiles.get(file);
  if (known || !file.data) return known ?? [];
  const grammar = grammarOf(content);
  const year = file.data.year ?? yearOf(file.data.published);
  const listed = new Set(file.data.criteria.map(({ criterion }) => criterion));
  const { source: _source, corrections: _corrections, silence: _silence, ...texts } = file.data;
  const made: FoundCitation[] = [];
  const add = (html: string, field?: FoundCitation['field']) => {
    for (const { text } of textRunsIn(html)) {
      for (const found of grammar.citationsIn(text, { year, listed })) {
        made.push({ found, words: text.slice(...found.span), ...(field && { field: [...field] }) });
      }
    }
  };
  for (const block of file.body.blocks) if (block.kind === 'html') add(block.html);
  eachHtmlField(texts, [], add);
  foundInFiles.set(file, made);
  return made;
}

/** Names a rule by its number or one of its parts, and so rests on it; a mere name may be mentioned in passing. */
function isFormal({ citation, by }: CitationInText): boolean {
  return citation.parts.length > 0 || by === 'number';
}

/** Calls with each compiled text field of checked data, and with where it stands: a list that is good for the time of the call. */
function eachHtmlField(
  value: unknown,
  field: (string | number)[],
  call: (html: string, field: readonly (string | number)[]) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      field.push(index);
      eachHtmlField(item, field, call);
      field.pop();
    }
  } else if ('html' in value && 'markdown' in value && typeof value.html === 'string') {
    call(value.html, field);
  } else {
    for (const [key, inner] of Object.entries(value)) {
      field.push(key);
      eachHtmlField(inner, field, call);
      field.pop();
    }
  }
}

/**
 * What an audit's texts rest on, as the record's citations: each rule once in a finding, in a recommendation and in the rest of the
 * text, under the number that was printed.
 */
export function citationsOfTexts(
  audit: Audit,
  found: readonly FoundCitation[],
  criteria: ReadonlyMap<string, Criterion>,
): readonly Citation[] {
  const made = new Map<string, Citation>();
  for (const { found: citation, field = [] } of found.filter((one) => isFormal(one.found))) {
    const where = placeOf(audit, field);
    for (const { criterion, part } of rulesOf(citation, criteria)) {
      const key = [criterion.id, part?.key, where.place, where.finding?.id, where.recommendation?.id].join(
        ' ',
      );
      made.set(key, { criterion, part, audit, ...where });
    }
  }
  return [...made.values()].filter((citation) => !isCitedAlready(citation));
}

function placeOf(
  audit: Audit,
  [list, index]: readonly (string | number)[],
): Pick<Citation, 'place' | 'finding' | 'recommendation'> {
  const finding = list === 'findings' ? audit.findings[Number(index)] : undefined;
  if (finding) return { place: 'finding', finding };
  const recommendation = list === 'recommendations' ? audit.recommendations[Number(index)] : undefined;
  return recommendation ? { place: 'recommendation', recommendation } : { place: 'text' };
}

function isCitedAlready({ criterion, part, audit, place, finding, recommendation }: Citation): boolean {
  return (part ?? criterion).citations.some(
    (other) =>
      other.audit === audit &&
      other.part === part &&
      other.place === place &&
      other.finding === finding &&
      other.recommendation === recommendation,
  );
}

/** The rules that links in an audit's texts lead to, each once, in the order of the text. */
export function rulesTold(
  file: AuditFile,
  found: readonly FoundCitation[],
  criteria: ReadonlyMap<string, Criterion>,
): readonly CitedRuleOfRegister[] {
  const told = new Map<Criterion | CriterionPart, CitedRuleOfRegister>();
  const tell = (rule: CitedRuleOfRegister | undefined) => {
    if (!rule) return;
    const key = rule.part ?? rule.criterion;
    told.set(key, { ...rule, isGuess: rule.isGuess || told.get(key)?.isGuess === true });
  };
  for (const { criterion: id, section } of file.cites) {
    const criterion = criteria.get(id);
    const part = section === undefined ? undefined : criterion && partWith(criterion, section);
    tell(criterion && { criterion, ...(part && { part }), isGuess: false });
  }
  for (const { found: citation } of found) {
    const { parts } = citation.citation;
    for (const part of parts.length > 0 ? parts : [undefined]) tell(ruleOf(citation, part, criteria));
  }
  return [...told.values()];
}

/** The register's rules that a citation leads to: each of its parts as near as the register has it, else the whole. */
function rulesOf(
  { citation, by }: CitationInText,
  criteria: ReadonlyMap<string, Criterion>,
): readonly CitedRuleOfRegister[] {
  const criterion = citation.rule.kind === 'known' ? criteria.get(citation.rule.id) : undefined;
  if (!criterion) return [];
  const isGuess = by === 'guess';
  if (citation.parts.length === 0) return [{ criterion, isGuess }];
  return citation.parts.flatMap((part) => {
    const known = keysOf(part).flatMap((key) => partWith(criterion, key) ?? []);
    if (known.length > 0) return known.map((one) => ({ criterion, part: one, isGuess }));
    const nearest = nearestPart(criterion, part);
    return [{ criterion, ...(nearest && { part: nearest }), isGuess }];
  });
}

/** The rule that words lead to: of a range its first. */
function ruleOf(
  { citation, by }: CitationInText,
  part: CitedPart | undefined,
  criteria: ReadonlyMap<string, Criterion>,
): CitedRuleOfRegister | undefined {
  const criterion = citation.rule.kind === 'known' ? criteria.get(citation.rule.id) : undefined;
  const nearest = criterion && part && nearestPart(criterion, part);
  return criterion && { criterion, ...(nearest && { part: nearest }), isGuess: by === 'guess' };
}

function nearestPart(criterion: Criterion, part: CitedPart): CriterionPart | undefined {
  const [first] = keysOf(part);
  if (first === undefined) return undefined;
  for (const key of keyAndWider(first)) {
    const known = partWith(criterion, key);
    if (known) return known;
  }
  return undefined;
}

function partWith(criterion: Criterion, key: string): CriterionPart | undefined {
  const list =
    criterion.division === 'chapters' && !key.includes(':') ? criterion.chapters : criterion.sections;
  return list.find((part) => part.key === key);
}

/** What words in compiled HTML lead to, in the order of the text. */
export interface RuleInHtml {
  readonly rule: CitedRuleOfRegister;
  readonly pieces: readonly TextSpan[];
  /** By its name only: a mention, which need be linked once in a text. */
  readonly isMention: boolean;
}

/** The citations in compiled HTML that lead to a rule of the register. Words beside one another that lead to the same are one. */
export function rulesInHtml(
  html: string,
  audit: Audit,
  grammar: CitationGrammar,
  criteria: ReadonlyMap<string, Criterion>,
): readonly RuleInHtml[] {
  return citationsInHtml(html, audit, grammar).flatMap(({ found, segments }) => {
    const rules: RuleInHtml[] = [];
    for (const { part, pieces } of segments) {
      const rule = ruleOf(found, part, criteria);
      if (!rule) continue;
      const before = rules.at(-1);
      const isSame = before && (before.rule.part ?? before.rule.criterion) === (rule.part ?? rule.criterion);
      if (isSame) {
        rules[rules.length - 1] = { ...before, pieces: joined([...before.pieces, ...pieces], html) };
      } else rules.push({ rule, pieces, isMention: !isFormal(found) });
    }
    return rules;
  });
}

/** Pieces with nothing but text between them as one. */
function joined(pieces: readonly TextSpan[], html: string): readonly TextSpan[] {
  const made: TextSpan[] = [];
  for (const piece of pieces) {
    const before = made.at(-1);
    if (before && !html.slice(before[1], piece[0]).includes('<'))
      made[made.length - 1] = [before[0], piece[1]];
    else made.push(piece);
  }
  return made;
}

function citationsInHtml(
  html: string,
  { listedYear: year, criteria }: Audit,
  grammar: CitationGrammar,
): readonly CitationInHtml[] {
  const listed = new Set(criteria.map(({ criterion }) => criterion.id));
  return textRunsIn(html).flatMap(({ text, pieces }) =>
    grammar.citationsIn(text, { year, listed }).map((found) => {
      const { parts } = found.citation;
      const spans = parts.length === 0 ? [found.span] : found.partSpans;
      return {
        found,
        segments: spans.map((span, index) => ({
          ...(parts[index] && { part: parts[index] }),
          pieces: piecesOf(span, pieces),
        })),
      };
    }),
  );
}

/** A piece of text between two tags: where it begins in the run of text, and in the HTML. */
interface Piece {
  readonly offset: number;
  readonly start: number;
  readonly length: number;
}

interface TextRun {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

function piecesOf([from, to]: TextSpan, pieces: readonly Piece[]): readonly TextSpan[] {
  return pieces.flatMap(({ offset, start, length }): TextSpan[] => {
    const first = Math.max(from, offset);
    const end = Math.min(to, offset + length);
    return first < end ? [[start + first - offset, start + end - offset]] : [];
  });
}

const emphasis = new Set(['em', 'strong', 'del', 'b', 'i', 'span']);
const closed = new Set(['a', 'code', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'cite-criterion', 'button']);

/** Compiled HTML as runs of text in which a citation may stand: emphasis within one joins, links, code and headings are left out. */
function textRunsIn(html: string): readonly TextRun[] {
  const runs: TextRun[] = [];
  let pieces: Piece[] = [];
  let text = '';
  let insideClosed = 0;
  let place = 0;
  while (place < html.length) {
    const tag = html.indexOf('<', place);
    const end = tag < 0 ? html.length : tag;
    if (end > place && insideClosed === 0) {
      pieces.push({ offset: text.length, start: place, length: end - place });
      text += html.slice(place, end);
    }
    if (tag < 0) break;
    place = tagEnd(html, tag);
    const isEnd = html[tag + 1] === '/';
    const name = tagName(html, isEnd ? tag + 2 : tag + 1);
    if (emphasis.has(name)) continue;
    if (pieces.length > 0) runs.push({ text, pieces });
    pieces = [];
    text = '';
    if (closed.has(name)) insideClosed += isEnd ? -1 : 1;
  }
  if (pieces.length > 0) runs.push({ text, pieces });
  return runs;
}

/** After the `>` of a tag: the first that stands in no attribute's value. */
function tagEnd(html: string, tag: number): number {
  let isQuoted = false;
  for (let place = tag + 1; place < html.length; place += 1) {
    const character = html.charCodeAt(place);
    if (character === quotationMark) isQuoted = !isQuoted;
    else if (character === greaterThan && !isQuoted) return place + 1;
  }
  return html.length;
}

/** The compiler writes attributes in double quotation marks. */
const quotationMark = 34;
const greaterThan = 62;

/** Up to white space, `/` or `>`. */
function tagName(html: string, start: number): string {
  let end = start;
  while (end < html.length && !' \n\t/>'.includes(html.charAt(end))) end += 1;
  return html.slice(start, end);
}
