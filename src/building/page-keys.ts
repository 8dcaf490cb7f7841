import {
  type Archive,
  type Audit,
  auditorsWithin,
  type Criterion,
  daysOf,
  isAfter,
  lastDayOf,
  type Municipality,
  nearestTo,
  type Standing,
} from '../archive/index.ts';
import { linkedPdf } from '../print/index.ts';
import { digestOf, type Sources } from './sources.ts';

/** How many audits a report's page leads on to, at most. */
const nearest = 6;

/**
 * What each file of a site is made of, as a key: where the key is as it was, so is the file. A report's pages, and its data, have keys of
 * their own; whatever tells of many reports has that of the whole record.
 *
 * A report's key holds the code and the registers whole; its own file and those of its responses and pictures; the same of the reports
 * that it follows up or is followed up by, and of theirs; and what the archive's day makes of them: no page shows the day itself. The key of
 * a criterion and its parts holds all that of every report that cites it or what replaces it; that of a principal and its boards all that of
 * every report on them and on those before and after, and how much there is of what the page counts elsewhere.
 */
export class PageKeys {
  readonly #archive: Archive;
  readonly #sources: Sources;
  readonly #common: string;
  readonly #ofRecord: string;
  readonly #audits: ReadonlyMap<string, Audit>;
  readonly #pictures = new Map<string, string[]>();
  readonly #own = new Map<Audit, string>();
  readonly #withLinked = new Map<Audit, string>();
  readonly #things: ReadonlyMap<string, Criterion | Municipality>;
  readonly #ofThings = new Map<Criterion | Municipality, string>();

  /** @param assets the names of the scripts and styles that pages link to */
  constructor(archive: Archive, sources: Sources, assets: readonly string[]) {
    this.#archive = archive;
    this.#sources = sources;
    const { asOf } = archive;
    const inForce = archive.criteria.map(({ inForce: period, appliesFrom }) => {
      const from = appliesFrom ?? period?.from;
      return [
        from !== undefined && isAfter(from, asOf),
        period?.until !== undefined && lastDayOf(period.until) < asOf,
      ];
    });
    this.#common = digestOf(
      JSON.stringify([
        sources.code,
        sources.registers,
        archive.isOfThePast ? asOf : '',
        archive.followUpAfterYears,
        assets,
        inForce,
      ]),
    );
    this.#ofRecord = digestOf(JSON.stringify([sources.whole, assets]));
    this.#audits = new Map(archive.audits.map((audit) => [audit.path, audit]));
    this.#things = new Map(
      [...archive.criteria, ...archive.municipalities].map((thing) => [thing.path, thing] as const),
    );
    for (const [name, digest] of sources.content) {
      const [, folder] = /^audits\/([^/]+\/[^/]+)\/[^/]+$/.exec(name) ?? [];
      if (folder === undefined) continue;
      const pictures = this.#pictures.get(folder) ?? [];
      pictures.push(`${name} ${digest}`);
      this.#pictures.set(folder, pictures);
    }
  }

  /** @param path the file's address: `/granskningar/boras/2017-it/r1/index.html` */
  keyOf(path: string): string {
    const [, family, first, second, rest = ''] = /^\/([^/]+)\/([^/]+)(?:\/([^/]+))?\/(.*)$/.exec(path) ?? [];
    return digestOf(`${this.#madeOf(family, first, second, rest) ?? this.#ofRecord} ${path}`);
  }

  /** What a page of one thing and those below it are made of; nothing where it tells of the whole record. */
  #madeOf(
    family: string | undefined,
    first: string | undefined,
    second: string | undefined,
    rest: string,
  ): string | undefined {
    if (family === 'granskningar') {
      const audit = this.#audits.get(`/granskningar/${first}/${second}/`);
      if (!audit) return undefined;
      const near = rest === 'index.html' ? this.#nearDigest(audit) : '';
      return `${this.#common} ${this.#linkedDigest(audit)} ${near}`;
    }
    const thing = this.#things.get(`/${family}/${first}/`);
    if (!thing) return undefined;
    const known = this.#ofThings.get(thing);
    if (known !== undefined) return known;
    const made = 'chapters' in thing ? this.#criterionDigest(thing) : this.#municipalityDigest(thing);
    this.#ofThings.set(thing, made);
    return made;
  }

  #criterionDigest(criterion: Criterion): string {
    const related = reached(criterion, ({ replaces, replacedBy, chapters, sections }) => [
      ...replaces,
      ...replacedBy,
      ...[...chapters, ...sections].flatMap((part) =>
        [...part.replaces, ...part.replacedBy].map((link) => link.part.criterion),
      ),
    ]);
    const audits = [...related].flatMap(({ id, citations }) => [id, ...citations.map(({ audit }) => audit)]);
    return this.#digestOfAll(audits);
  }

  #municipalityDigest(municipality: Municipality): string {
    const related = reached(municipality, ({ successors, predecessors, bodies }) => [
      ...successors,
      ...predecessors,
      ...bodies.flatMap((body) => [
        ...body.sharedWith,
        ...[...body.successors, ...body.predecessors].map((other) => other.municipality),
      ]),
    ]);
    const audits = [...related].flatMap(({ id, audits: own, bodies }) => [
      id,
      ...own,
      ...bodies.flatMap((body) => [
        body.key,
        ...body.audits,
        ...[...body.recommendations, ...body.findings, ...body.responses].map(({ audit }) => audit),
      ]),
    ]);
    const types = new Set(municipality.bodies.flatMap(({ type }) => type ?? []));
    const elsewhere = [...types].flatMap(({ bodies }) =>
      bodies.map(({ key, audits: own, recommendations }) => [
        key,
        own.length,
        recommendations.length,
        own.some(({ rendition }) => rendition === 'catalogue'),
      ]),
    );
    const auditors = auditorsWithin(municipality).map(({ id, commissioned, assisted }) => [
      id,
      commissioned.length,
      assisted.length,
    ]);
    return digestOf(JSON.stringify([this.#digestOfAll(audits), elsewhere, auditors]));
  }

  /** Of audits with all that they are linked with, and of what else is named, each once and in their order. */
  #digestOfAll(things: readonly (Audit | string)[]): string {
    const each = [...new Set(things)].map((thing) =>
      typeof thing === 'string' ? thing : this.#linkedDigest(thing),
    );
    return digestOf([this.#common, ...each].join(' '));
  }

  /** An audit, those that it is linked with by follow-ups, and those that they are. */
  #linkedDigest(audit: Audit): string {
    const known = this.#withLinked.get(audit);
    if (known !== undefined) return known;
    const linked = linkedWith(audit);
    const all = new Set([audit, ...linked, ...linked.flatMap(linkedWith)]);
    const made = digestOf([...all].map((each) => this.#ownDigest(each)).join(' '));
    this.#withLinked.set(audit, made);
    return made;
  }

  #ownDigest(audit: Audit): string {
    const known = this.#own.get(audit);
    if (known !== undefined) return known;
    const { content } = this.#sources;
    const made = digestOf(
      JSON.stringify([
        audit.id,
        content.get(audit.file),
        audit.responses.map(({ id }) => [id, content.get(`responses/${id}.mdx`)]),
        this.#pictures.get(audit.id),
        linkedPdf(audit),
        this.#archive.publishedTexts.get(audit.id),
        audit.followUps.map(({ id }) => id),
        audit.followedUpBy.map(({ audit: by, id }) => [by.id, id]),
        audit.responsesRequested.map(({ outcome }) => outcome),
        audit.recommendations.map(
          ({ ageInYears, isFollowUpOverdue, followUpExpected, state, standings, parts }) => [
            ageInYears,
            isFollowUpOverdue,
            followUpExpected,
            state,
            this.#standings(standings),
            parts.map((part) => this.#standings(part.standings)),
          ],
        ),
      ]),
    );
    this.#own.set(audit, made);
    return made;
  }

  #standings(standings: readonly Standing[]): unknown {
    return standings.map(({ state, history }) => [
      state.shown,
      state.due,
      state.due !== undefined && daysOf(state.due).last < this.#archive.asOf,
      state.dueMoves.length,
      state.lastChecked,
      history.length,
    ]);
  }

  /** What a report's page tells of the audits that are nearest to it. */
  #nearDigest(audit: Audit): string {
    const { content } = this.#sources;
    return JSON.stringify([
      audit.municipality.audits.length,
      nearestTo(audit, nearest).map((near) => [
        content.get(near.audit.file),
        near.topics.map(({ id }) => id),
        near.bodyTypes.map(({ id }) => id),
      ]),
    ]);
  }
}

function linkedWith({ followUps, followedUpBy }: Audit): readonly Audit[] {
  return [
    ...followUps.flatMap(({ target }) => (target.kind === 'outside' ? [] : [target.audit])),
    ...followedUpBy.map(({ audit }) => audit),
  ];
}

/** A thing and all that can be reached from it. */
function reached<Thing>(from: Thing, next: (thing: Thing) => readonly Thing[]): ReadonlySet<Thing> {
  const members = new Set([from]);
  // A set is walked in the order of insertion, what is added on the way included.
  for (const member of members) for (const other of next(member)) members.add(other);
  return members;
}
