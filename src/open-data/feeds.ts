import { createHash } from 'node:crypto';
import {
  type Archive,
  type Audit,
  auditorsOf,
  type Body,
  type Change,
  type FollowUp,
  firstDayOf,
  type PlainText,
  plainTextIn,
  publishedChanges,
  type Response,
  restingOn,
} from '../archive/index.ts';
import { site } from '../i18n/sv.ts';
import { changes as changeWords } from '../i18n/sv-changes.ts';
import { feeds as strings } from '../i18n/sv-data.ts';
import { claims, grades, labelOf, verifiedStatuses } from '../schemas/index.ts';

/** What one can follow: reports on something, and what has been said of them since. */
export interface Feed {
  /** The page that it belongs to, from the archive's root. */
  readonly path: string;
  readonly title: string;
  readonly subtitle: string;
  /** The newest first, no more than a reader takes in. */
  readonly entries: () => readonly Entry[];
}

export interface Entry {
  /** The same wherever the archive lives, as long as the thing has its id. */
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly text: string;
  /** The first day that its date may mean: a date known to the year is the first of January. */
  readonly published: string;
  readonly updated: string;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
}

const longest = 50;

/** All feeds: of the archive, of what has been said since, and of everything that reports are related to. */
export function* feedsOf(archive: Archive): Generator<Feed> {
  const plain = plainTextIn(archive);
  const ofAudits = (path: string, name: string, audits: () => readonly Audit[]): Feed => ({
    path,
    title: strings.of(name),
    subtitle: strings.about(name),
    entries: () =>
      newest(audits().flatMap((audit) => [auditEntry(audit, plain), ...changesOf(audit, plain)])),
  });
  yield {
    path: '/',
    ...strings.archive,
    entries: () =>
      newest(archive.audits.flatMap((audit) => [auditEntry(audit, plain), ...changesOf(audit, plain)])),
  };
  yield {
    path: '/rekommendationer/',
    ...strings.changes,
    entries: () =>
      newest([
        ...archive.followUps.map((followUp) => verdictEntry(followUp, plain)),
        ...archive.audits.flatMap(({ responses }) =>
          responses.map((response) => responseEntry(response, plain)),
        ),
      ]),
  };
  yield {
    path: changeWords.path,
    ...strings.corrected,
    entries: () => newest(publishedChanges(archive).map((change) => changeEntry(change, plain))),
  };
  for (const municipality of archive.municipalities) {
    yield ofAudits(municipality.path, municipality.name, () => municipality.audits);
    for (const body of municipality.bodies) yield bodyFeed(body, plain);
  }
  for (const { path, plural, audits } of archive.bodyTypes) yield ofAudits(path, plural, () => audits);
  for (const { path, name, audits } of archive.topics) yield ofAudits(path, name, () => audits);
  for (const criterion of archive.criteria) {
    yield ofAudits(criterion.path, criterion.name, () => criterion.audits);
    for (const part of new Set([...criterion.chapters, ...criterion.sections])) {
      yield ofAudits(part.path, part.citation, () => restingOn(part).audits);
    }
  }
  for (const { path, name, audits } of archive.systems) yield ofAudits(path, name, () => audits);
  for (const { path, name, commissioned, assisted } of archive.auditors) {
    yield ofAudits(path, name, () => [...new Set([...commissioned, ...assisted])]);
  }
}

/** The audits of a body, verdicts on all or on it, and its own answers. */
function bodyFeed(body: Body, plain: PlainText): Feed {
  const name = `${body.name}, ${body.municipality.place}`;
  return {
    path: body.path,
    title: strings.of(name),
    subtitle: strings.about(name),
    entries: () =>
      newest([
        ...body.audits.flatMap((audit) => [
          auditEntry(audit, plain),
          ...audit.followedUpBy
            .filter(({ bodies }) => bodies.length === 0 || bodies.includes(body))
            .map((followUp) => verdictEntry(followUp, plain)),
        ]),
        ...body.responses.map((response) => responseEntry(response, plain)),
      ]),
  };
}

function changesOf({ followedUpBy, responses }: Audit, plain: PlainText): readonly Entry[] {
  return [
    ...followedUpBy.map((followUp) => verdictEntry(followUp, plain)),
    ...responses.map((response) => responseEntry(response, plain)),
  ];
}

function newest(entries: readonly Entry[]): readonly Entry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return [...byId.values()]
    .sort((a, b) => compare(b.published, a.published) || compare(a.id, b.id))
    .slice(0, longest);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function auditEntry(audit: Audit, plain: PlainText): Entry {
  const { id, title, subtitle, path, municipality, published, corrections, purpose } = audit;
  const first = firstDayOf(published);
  const days = [first, ...corrections.map(({ date }) => String(date))].sort();
  return {
    id: stableId(`audit:${id}`),
    title: strings.audit(municipality.place, title),
    path,
    text: [strings.published(municipality.name, published), subtitle, plain(purpose)]
      .filter((part) => part !== undefined)
      .join(' '),
    published: first,
    updated: days.at(-1) ?? first,
    authors: authorsOf(audit),
    topics: audit.topics.map(({ name }) => name),
  };
}

function authorsOf(audit: Audit): readonly string[] {
  const auditors = auditorsOf(audit).map(({ name }) => name);
  return auditors.length > 0 ? auditors : [audit.source.publisher ?? audit.municipality.name];
}

function verdictEntry(followUp: FollowUp, plain: PlainText): Entry {
  const { audit, id, path, date, status, grade, verdict, comment, target } = followUp;
  const label = status
    ? labelOf(verifiedStatuses, status)
    : grade
      ? labelOf(grades, grade)
      : strings.unseenVerdict;
  const day = firstDayOf(date);
  return {
    id: stableId(`follow-up:${audit.id}#${id}`),
    title: strings.verdict(label, aboutOf(target, plain)),
    path,
    text: [
      strings.verdictText(date, audit.title),
      verdict === undefined ? undefined : strings.words(verdict),
      plain(comment),
    ]
      .filter((part) => part !== undefined)
      .join(' '),
    published: day,
    updated: day,
    authors: authorsOf(audit),
    topics: audit.topics.map(({ name }) => name),
  };
}

function aboutOf(target: FollowUp['target'], plain: PlainText): string {
  switch (target.kind) {
    case 'audit':
      return target.audit.title;
    case 'recommendation':
      return plain(target.recommendation.text);
    case 'finding':
      return plain(target.finding.observation ?? target.finding.assessment) ?? target.audit.title;
    case 'question':
      return plain(target.question.text);
    case 'outside':
      return target.title ?? target.about;
  }
}

function responseEntry({ id, audit, from, date, answers }: Response, plain: PlainText): Entry {
  const day = firstDayOf(date);
  return {
    id: stableId(`response:${id}`),
    title: strings.response(from.name, audit.title),
    path: audit.path,
    text: [
      strings.responseText(date),
      ...answers.flatMap(({ claim, recommendation }) =>
        claim ? [strings.claim(labelOf(claims, claim), plain(recommendation.text))] : [],
      ),
    ].join(' '),
    published: day,
    updated: day,
    authors: [from.name],
    topics: audit.topics.map(({ name }) => name),
  };
}

function changeEntry(change: Change, plain: PlainText): Entry {
  const { kind, date, text } = change;
  const word = changeWords.kinds[kind];
  const day = { published: date, updated: date };
  if (kind === 'tombstone') {
    const { address, title } = change.tombstone;
    return {
      id: stableId(`tombstone:${address}`),
      title: `${word}: ${title ?? address}`,
      path: address,
      text: plain(text),
      ...day,
      authors: [site.name],
      topics: [],
    };
  }
  const { audit, number } = change;
  return {
    id: stableId(`correction:${audit.id}#${number}`),
    title: `${word}: ${strings.audit(audit.municipality.place, audit.title)}`,
    path: `${audit.path}#andring-${number}`,
    text: plain(text),
    ...day,
    authors: [site.name],
    topics: audit.topics.map(({ name }) => name),
  };
}

/** The namespace of this archive's names, made for it once. */
const namespace = Buffer.from('6f1c8a52b0f94d2e9a3b5d7c1e84f026', 'hex');

/** A name as a UUID of version 5 (RFC 9562): the same name is always the same, whatever the archive's address. */
export function stableId(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  const parts = [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ].map(([from, to]) => hex.slice(from, to));
  return `urn:uuid:${parts.join('-')}`;
}
