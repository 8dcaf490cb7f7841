import {
  type Archive,
  type Audit,
  auditorsOf,
  type Body,
  type Criterion,
  firstDayOf,
  type Municipality,
  plainTextIn,
} from '../archive/index.ts';
import { catalogue as strings } from '../i18n/sv-data.ts';
import { addressOf, type Home } from './addresses.ts';
import { dataPath } from './alternates.ts';
import type { BulkFile } from './bulk.ts';
import { eliOf } from './eli.ts';
import { license } from './twins.ts';

/** One thing in the words of schema.org. */
export type StructuredThing = Readonly<Record<string, unknown>> & { readonly '@type': string };

/**
 * What a page is about, for search engines: a report, an authority, a law, or the archive as a data set. Pages of other things have nothing.
 * Source: https://schema.org: Report, GovernmentOrganization, Legislation, Dataset, BreadcrumbList.
 */
export function thingsOn(
  path: string,
  archive: Archive,
  files: () => readonly BulkFile[],
  home: Home,
): readonly StructuredThing[] {
  if (path === dataPath) return [dataset(archive, files(), home)];
  const about = aboutIn(archive).get(path);
  switch (about?.kind) {
    case 'audit':
      return [report(about.audit, archive, home)];
    case 'municipality':
      return [municipalityThing(about.municipality, home)];
    case 'body':
      return [bodyThing(about.body, home)];
    case 'criterion':
      return legalKinds.has(about.criterion.kind) ? [legislation(about.criterion, home)] : [];
    case undefined:
      return [];
  }
}

/** What is law, and so is told as such. */
const legalKinds: ReadonlySet<Criterion['kind']> = new Set<Criterion['kind']>([
  'constitutional-act',
  'act',
  'ordinance',
  'eu-regulation',
  'eu-directive',
  'agency-rule',
]);

/** The way to a page from the start page; the last is the page itself. */
export function breadcrumbs(
  crumbs: readonly { readonly label: string; readonly path: string }[],
  home: Home,
): StructuredThing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: addressOf(path, home),
    })),
  };
}

/** JSON-LD as it may stand within `<script>`. */
export function structuredText(things: readonly StructuredThing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c');
}

type About =
  | { readonly kind: 'audit'; readonly audit: Audit }
  | { readonly kind: 'municipality'; readonly municipality: Municipality }
  | { readonly kind: 'body'; readonly body: Body }
  | { readonly kind: 'criterion'; readonly criterion: Criterion };

const aboutOf = new WeakMap<Archive, ReadonlyMap<string, About>>();

function aboutIn(archive: Archive): ReadonlyMap<string, About> {
  const known = aboutOf.get(archive);
  if (known) return known;
  const made = new Map<string, About>(
    archive.audits.map((audit): [string, About] => [audit.path, { kind: 'audit', audit }]),
  );
  for (const municipality of archive.municipalities) {
    made.set(municipality.path, { kind: 'municipality', municipality });
    for (const body of municipality.bodies) made.set(body.path, { kind: 'body', body });
  }
  for (const criterion of archive.criteria) made.set(criterion.path, { kind: 'criterion', criterion });
  aboutOf.set(archive, made);
  return made;
}

function report(audit: Audit, archive: Archive, home: Home): StructuredThing {
  const { title, subtitle, path, published, source, topics, municipality, reportNumber, purpose } = audit;
  const auditors = auditorsOf(audit);
  return {
    '@type': 'Report',
    '@id': addressOf(path, home),
    url: addressOf(path, home),
    name: title,
    alternativeHeadline: subtitle,
    description: plainTextIn(archive)(purpose),
    reportNumber,
    // As coarse as it is known, which ISO 8601 allows.
    datePublished: published,
    inLanguage: 'sv',
    author: auditors.map(({ name, path: auditorPath }) => ({
      '@type': 'Organization',
      name,
      url: addressOf(auditorPath, home),
    })),
    publisher:
      source.publisher === undefined ? undefined : { '@type': 'Organization', name: source.publisher },
    about: [
      { '@type': 'GovernmentOrganization', name: municipality.name, url: addressOf(municipality.path, home) },
      ...topics.map(({ name, path: topicPath }) => ({
        '@type': 'DefinedTerm',
        name,
        url: addressOf(topicPath, home),
      })),
    ],
    isBasedOn: source.url,
    // The archive's own telling is free; a report's own text belongs to its auditors.
    license: audit.rendition === 'original' ? undefined : license,
    isAccessibleForFree: true,
  };
}

function legislation(criterion: Criterion, home: Home): StructuredThing {
  const { path, title, name, shortNames, number, inForce, link, kind } = criterion;
  const eli = eliOf(criterion);
  return {
    '@type': 'Legislation',
    '@id': addressOf(path, home),
    url: addressOf(path, home),
    name: title,
    alternateName: [name, ...shortNames],
    legislationIdentifier: eli ?? number,
    legislationJurisdiction: kind === 'eu-regulation' || kind === 'eu-directive' ? 'EU' : 'SE',
    temporalCoverage: inForce?.from === undefined ? undefined : `${inForce.from}/${inForce.until ?? '..'}`,
    sameAs: [eli, link].filter((address) => address !== undefined),
  };
}

function municipalityThing(
  { name, path, website, code, kind, exists }: Municipality,
  home: Home,
): StructuredThing {
  return {
    '@type': 'GovernmentOrganization',
    '@id': addressOf(path, home),
    name,
    url: addressOf(path, home),
    sameAs: website,
    identifier: {
      '@type': 'PropertyValue',
      propertyID: { municipality: 'kommunkod', region: 'länskod', federation: 'organisationsnummer' }[kind],
      value: code,
    },
    foundingDate: exists?.from,
    dissolutionDate: exists?.until,
  };
}

/** A company is an organisation of the municipality, but no authority. */
function bodyThing({ name, path, municipality, form, exists }: Body, home: Home): StructuredThing {
  return {
    '@type': form === 'company' || form === 'foundation' ? 'Organization' : 'GovernmentOrganization',
    '@id': addressOf(path, home),
    name,
    url: addressOf(path, home),
    parentOrganization: {
      '@type': 'GovernmentOrganization',
      '@id': addressOf(municipality.path, home),
      name: municipality.name,
    },
    foundingDate: exists?.from,
    dissolutionDate: exists?.until,
  };
}

function dataset(archive: Archive, files: readonly BulkFile[], home: Home): StructuredThing {
  const days = archive.audits.map(({ published }) => firstDayOf(published)).sort();
  return {
    '@type': 'Dataset',
    '@id': addressOf(dataPath, home),
    url: addressOf(dataPath, home),
    name: strings.title,
    description: strings.description,
    keywords: strings.keywords,
    license,
    isAccessibleForFree: true,
    inLanguage: 'sv',
    creator: { '@type': 'Organization', name: strings.title, url: addressOf('/', home) },
    dateModified: archive.asOf,
    temporalCoverage: days.length > 0 ? `${days[0]}/${days.at(-1)}` : undefined,
    spatialCoverage: { '@type': 'Country', name: 'Sverige' },
    distribution: files.map(({ name, mediaType, bytes, sha256 }) => ({
      '@type': 'DataDownload',
      name,
      contentUrl: addressOf(`${dataPath}${name}`, home),
      encodingFormat: mediaType,
      contentSize: `${bytes} B`,
      sha256,
    })),
  };
}
