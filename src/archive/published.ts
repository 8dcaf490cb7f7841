import { onOneLine, sha256 } from '../reports/index.ts';
import {
  type CodeOf,
  correctionKinds,
  fullDate,
  type PlainDate,
  publishedKinds,
  wordOf,
} from '../schemas/index.ts';
import type { AuditContent, Content } from './load.ts';
import type { Archive, Audit, Municipality, Question } from './types.ts';

/*
 * The record of what has been published: `content/published/<principal>.txt`, and `arkivet.txt` for what belongs to no principal. A
 * line a thing, in the order of addresses:
 *
 *   <address> <kind> <id>
 *   <address> granskning <id> <first published> <last changed> sha256:<digest of its words> <corrections>[:<digest of them>]
 *
 * `npm run publish` writes it, and nothing is ever taken out of it. All else only compares.
 */

/** A thing with an address that is cited, and so must keep working. */
export interface PublishedThing {
  /** From the archive's root, with any fragment. */
  readonly address: string;
  readonly kind: CodeOf<typeof publishedKinds>;
  /** `1490-boras/2017-informationssakerhet#r3`. */
  readonly id: string;
}

/** A report's words as they were published last. */
export interface PublishedText {
  /** When this archive first published it. */
  readonly first: PlainDate;
  /** When it last published other words. */
  readonly changed: PlainDate;
  /** SHA-256 of its canonical words, in hexadecimal. */
  readonly digest: string;
  /** How many corrections it had. */
  readonly corrections: number;
  /** SHA-256 of these, in hexadecimal; empty where there were none. */
  readonly correctionsDigest: string;
}

/** One line of the record. */
export interface PublishedLine extends PublishedThing {
  /** From 1. */
  readonly line: number;
  /** For a report. */
  readonly text?: PublishedText;
}

const publishedFolder = 'published';

const withoutPrincipal = 'arkivet';

const head = [
  '# Det här har publicerats, och ska kunna hittas på samma adress för alltid. npm run publish skriver filen; ändra den inte för hand.',
  '# Adress, vad det är och dess id. För en granskning också när den först publicerades, när orden senast ändrades, ordens SHA-256',
  '# och hur många rättelser som då fanns.',
];

const codeOfWord: ReadonlyMap<string, PublishedThing['kind']> = new Map(
  publishedKinds.map(({ word, code }) => [word, code]),
);

/** The lines of one file, and the numbers of those that cannot be read. */
export function publishedLines(text: string): {
  readonly lines: readonly PublishedLine[];
  readonly unreadable: readonly number[];
} {
  const lines: PublishedLine[] = [];
  const unreadable: number[] = [];
  for (const [index, row] of text.split('\n').entries()) {
    if (row === '' || row.startsWith('#')) continue;
    const read = lineOf(row, index + 1);
    if (read) lines.push(read);
    else unreadable.push(index + 1);
  }
  return { lines, unreadable };
}

function lineOf(row: string, line: number): PublishedLine | undefined {
  const [address = '', word = '', id, ...rest] = row.split(' ');
  const kind = codeOfWord.get(word);
  if (!address.startsWith('/') || kind === undefined || !id) return undefined;
  if (kind !== 'audit') return rest.length === 0 ? { address, kind, id, line } : undefined;
  const text = textOf(rest);
  return text && { address, kind, id, line, text };
}

function textOf([first, changed, sum = '', corrections = '', ...more]: readonly string[]):
  | PublishedText
  | undefined {
  const days = [first, changed].map((day) => fullDate().safeParse(day).data);
  const [, digest] = /^sha256:([0-9a-f]{64})$/.exec(sum) ?? [];
  const [, count, correctionsDigest = ''] = /^(\d+)(?::([0-9a-f]{64}))?$/.exec(corrections) ?? [];
  const [firstDay, lastDay] = days;
  if (!firstDay || !lastDay || digest === undefined || count === undefined || more.length > 0)
    return undefined;
  if ((correctionsDigest === '') !== (count === '0')) return undefined;
  return { first: firstDay, changed: lastDay, digest, corrections: Number(count), correctionsDigest };
}

/** The text of one file, of lines in any order. */
function publishedText(lines: readonly Omit<PublishedLine, 'line'>[]): string {
  const rows = lines.map(({ address, kind, id, text }) =>
    [address, wordOf(publishedKinds, kind), id, ...(text ? fieldsOf(text) : [])].join(' '),
  );
  return `${[...head, ...rows.sort()].join('\n')}\n`;
}

function fieldsOf({
  first,
  changed,
  digest,
  corrections,
  correctionsDigest,
}: PublishedText): readonly string[] {
  return [
    first,
    changed,
    `sha256:${digest}`,
    corrections === 0 ? '0' : `${corrections}:${correctionsDigest}`,
  ];
}

/** What is published anew, by kind, and how many reports have other words than they had. */
export interface Publication {
  readonly added: ReadonlyMap<PublishedThing['kind'], number>;
  readonly changed: number;
  /** The files of the record that are to be written, with their text. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/**
 * The record as it is to be when an archive is published: what stands there, and what is new.
 *
 * @param archive as it is today, without drafts, of content that has no errors
 * @param day when it is published
 */
export function publication({ published }: Content, archive: Archive, day: PlainDate): Publication {
  const audits = new Map(archive.audits.map((audit) => [audit.id, audit]));
  const added = new Map<PublishedThing['kind'], number>();
  let changed = 0;
  const files = [...publishedThings(archive)].flatMap(({ file, things }) => {
    const before = published.find(({ name }) => name === file)?.lines ?? [];
    const lines = new Map<string, Omit<PublishedLine, 'line'>>(before.map((line) => [line.address, line]));
    let isNews = false;
    for (const thing of things) {
      const known = lines.get(thing.address);
      const audit = thing.kind === 'audit' ? audits.get(thing.id) : undefined;
      const text = audit && textAsPublished(audit, archive.publishedTexts.get(audit.id), day);
      if (known && known.text === text) continue;
      isNews = true;
      lines.set(thing.address, { ...thing, ...(text && { text }) });
      if (known) changed += 1;
      else added.set(thing.kind, (added.get(thing.kind) ?? 0) + 1);
    }
    return isNews ? [{ name: file, text: publishedText([...lines.values()]) }] : [];
  });
  return { added, changed, files };
}

/** How a report is published: as it was before where neither its words nor its corrections are others. */
function textAsPublished(
  { digest, corrections }: Audit,
  before: PublishedText | undefined,
  day: PlainDate,
): PublishedText {
  const count = corrections.length;
  const correctionsDigest = digestOfCorrections(corrections, count);
  if (before?.digest === digest && before.correctionsDigest === correctionsDigest) return before;
  const first = before?.first ?? day;
  return { first, changed: day, digest, corrections: count, correctionsDigest };
}

/** SHA-256 of a report's first corrections, in hexadecimal; empty of none. */
export function digestOfCorrections(corrections: AuditContent['corrections'], count: number): string {
  if (count === 0) return '';
  return sha256(
    JSON.stringify(
      corrections
        .slice(0, count)
        .map(({ date, kind, text, changes }) => [
          date,
          wordOf(correctionKinds, kind),
          onOneLine(text.markdown),
          changes.map(({ at = '', before, after }) => [
            onOneLine(at),
            onOneLine(before?.markdown ?? ''),
            onOneLine(after?.markdown ?? ''),
          ]),
        ]),
    ),
  );
}

/** Everything of an archive that has an address of its own, a principal at a time, then what belongs to none. Drafts are left out. */
export function* publishedThings(archive: Archive): Generator<{
  readonly file: string;
  readonly things: readonly PublishedThing[];
}> {
  for (const municipality of archive.municipalities) {
    yield {
      file: `${publishedFolder}/${municipality.id}.txt`,
      things: [...thingsOfPrincipal(municipality)],
    };
  }
  yield { file: `${publishedFolder}/${withoutPrincipal}.txt`, things: [...thingsOfNoPrincipal(archive)] };
}

function* thingsOfPrincipal(municipality: Municipality): Generator<PublishedThing> {
  yield { address: municipality.path, kind: 'municipality', id: municipality.id };
  for (const body of municipality.bodies) yield { address: body.path, kind: 'body', id: body.key };
  for (const audit of municipality.audits) if (!audit.isDraft) yield* thingsOfAudit(audit);
}

function* thingsOfAudit(audit: Audit): Generator<PublishedThing> {
  const thing = (
    kind: PublishedThing['kind'],
    { path, id }: { readonly path: string; readonly id: string },
  ) => ({
    address: path,
    kind,
    id: `${audit.id}#${id}`,
  });
  yield { address: audit.path, kind: 'audit', id: audit.id };
  for (const recommendation of audit.recommendations) {
    yield thing('recommendation', recommendation);
    for (const { id } of recommendation.parts) {
      yield thing('part', { id, path: `${recommendation.path}#${id}` });
    }
  }
  for (const question of questionsIn(audit.questions)) yield thing('question', question);
  for (const finding of audit.findings) yield thing('finding', finding);
  for (const sample of audit.samples) yield thing('sample', sample);
  for (const followUp of audit.followUps) yield thing('follow-up', followUp);
  for (const { path, id } of audit.responses) yield { address: path, kind: 'response', id };
}

function* questionsIn(questions: readonly Question[]): Generator<Question> {
  for (const question of questions) {
    yield question;
    yield* questionsIn(question.subquestions);
  }
}

function* thingsOfNoPrincipal(archive: Archive): Generator<PublishedThing> {
  const things = (
    kind: PublishedThing['kind'],
    all: readonly { readonly path: string; readonly id: string }[],
  ) => all.map(({ path, id }) => ({ address: path, kind, id }));
  yield* things('body-type', archive.bodyTypes);
  yield* things('topic', archive.topics);
  yield* things('auditor', archive.auditors);
  yield* things('system', archive.systems);
  yield* things('criterion', archive.criteria);
  for (const { id, chapters, sections } of archive.criteria) {
    for (const { path, key } of new Set([...chapters, ...sections])) {
      yield { address: path, kind: 'criterion-part', id: `${id}/${key.replaceAll(' ', '')}` };
    }
  }
  yield* things('glossary-term', archive.glossary);
  for (const { path, slug } of archive.pages) yield { address: path, kind: 'page', id: slug || 'om' };
}
