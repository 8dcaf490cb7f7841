import { type Archive, type Audit, type Finding, type Recommendation, yearOf } from '../archive/index.ts';
import { uncapitalised } from '../i18n/format.ts';
import { citing as words } from '../i18n/sv-citing.ts';
import { auditTypes, type CoarseDate, labelOf, type PlainDate } from '../schemas/index.ts';
import { recommendationTitle } from './titles.ts';

/** What can be cited: a report, or a part of one that has its own address. */
export type Cited =
  | { readonly kind: 'report'; readonly audit: Audit }
  | { readonly kind: 'recommendation'; readonly recommendation: Recommendation }
  | { readonly kind: 'finding'; readonly finding: Finding };

/** All that a reference tells, before it is written in any form. */
export interface Reference {
  /** The same wherever the archive lives, and fit for a file's name: `boras-2017-informationssakerhet-r3`. */
  readonly key: string;
  readonly author: string;
  /** When the report was published, as fine as it is known. */
  readonly published: CoarseDate;
  /** The report's title, and which part of it. */
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly genre: string;
  readonly number?: string | undefined;
  /** Who gave the report out. */
  readonly publisher: string;
  /** The day from which the words are as they are; missing for what has not been published. */
  readonly version?: PlainDate | undefined;
  /** From the archive's root. */
  readonly path: string;
  readonly topics: readonly string[];
}

/** How a report or a part of it is referred to. */
export function referenceOf(cited: Cited, { publishedTexts }: Archive): Reference {
  const { audit, id, place } = partOf(cited);
  const { municipality, commissionedBy, source, published, title, subtitle, slug } = audit;
  return {
    key: [municipality.slug, slug, id].filter((part) => part !== undefined).join('-'),
    author: commissionedBy?.name ?? source.publisher ?? municipality.name,
    published,
    title: place === undefined ? title : `${title}, ${place}`,
    subtitle: place === undefined ? subtitle : undefined,
    genre: labelOf(auditTypes, audit.type),
    number: audit.reportNumber,
    publisher: source.publisher ?? commissionedBy?.name ?? municipality.name,
    version: publishedTexts.get(audit.id)?.changed,
    path: pathOf(cited),
    topics: audit.topics.map(({ name }) => name),
  };
}

/** The reference as it is written in running text, up to its address: who, year, title, archive, version. */
export function writtenReference({ author, published, title, version }: Reference): string {
  return `${author} (${yearOf(published)}): ${title}. ${words.archive(version)}.`;
}

function partOf(cited: Cited): {
  readonly audit: Audit;
  readonly id?: string;
  readonly place?: string;
} {
  switch (cited.kind) {
    case 'report':
      return { audit: cited.audit };
    case 'recommendation': {
      const { audit, id } = cited.recommendation;
      return { audit, id, place: uncapitalised(recommendationTitle(cited.recommendation)) };
    }
    case 'finding': {
      const { audit, id } = cited.finding;
      return { audit, id, place: words.finding(audit.findings.indexOf(cited.finding) + 1) };
    }
  }
}

function pathOf(cited: Cited): string {
  switch (cited.kind) {
    case 'report':
      return cited.audit.path;
    case 'recommendation':
      return cited.recommendation.path;
    case 'finding':
      return cited.finding.path;
  }
}
