import { type Archive, firstDayOf } from '../archive/index.ts';
import { catalogue as strings } from '../i18n/sv-data.ts';
import { addressOf, type Home } from './addresses.ts';
import { dataPath } from './alternates.ts';
import { type BulkFile, databaseName } from './bulk.ts';
import { descriptionOf } from './columns.ts';
import { schemaPath } from './json-schemas.ts';
import type { Publisher } from './publisher.ts';
import { tableNames } from './tables.ts';
import { license } from './twins.ts';
import { element, xmlText } from './xml.ts';

export const cataloguePath = `${dataPath}catalog.rdf`;

const namespaces = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:dcat': 'http://www.w3.org/ns/dcat#',
  'xmlns:dcatap': 'http://data.europa.eu/r5r/',
  'xmlns:foaf': 'http://xmlns.com/foaf/0.1/',
  'xmlns:vcard': 'http://www.w3.org/2006/vcard/ns#',
  'xmlns:spdx': 'http://spdx.org/rdf/terms#',
};
const authority = 'http://publications.europa.eu/resource/authority';
const xsd = 'http://www.w3.org/2001/XMLSchema#';

const link = (name: string, resource: string) => element(name, { 'rdf:resource': resource });
const swedish = (name: string, text: string) => element(name, { 'xml:lang': 'sv' }, xmlText(text));
const typed = (name: string, type: string, value: string) =>
  element(name, { 'rdf:datatype': `${xsd}${type}` }, xmlText(value));

/**
 * The bulk files as a catalogue in RDF/XML by DCAT-AP-SE 3, for dataportal.se: a dataset for each table, and one for the database.
 * Source: https://docs.dataportal.se/dcat/3.0.1/sv/.
 */
export function catalogueText(
  archive: Archive,
  files: readonly BulkFile[],
  publisher: Publisher,
  home: Home & { readonly origin: string },
): string {
  const url = (path: string) => addressOf(path, home);
  const self = url(cataloguePath);
  const publisherId = `${self}#publisher`;
  const contactId = `${self}#contact`;
  const datasetId = (name: string) => `${self}#dataset-${name}`;
  const { issued } = publisher;
  const names = [...tableNames.filter((table) => files.some((file) => file.table === table)), databaseName];
  const days = archive.audits.map(({ published }) => firstDayOf(published)).sort();

  const catalogue = element(
    'dcat:Catalog',
    { 'rdf:about': self },
    [
      swedish('dcterms:title', strings.title),
      swedish('dcterms:description', strings.description),
      link('dcterms:publisher', publisherId),
      link('dcterms:license', license),
      link('dcterms:language', `${authority}/language/SWE`),
      link('dcterms:spatial', `${authority}/country/SWE`),
      link('dcat:themeTaxonomy', `${authority}/data-theme`),
      link('foaf:homepage', url('/')),
      ...(issued ? [typed('dcterms:issued', 'date', issued)] : []),
      typed('dcterms:modified', 'date', archive.asOf),
      ...names.map((name) => link('dcat:dataset', datasetId(name))),
    ].join('\n'),
  );

  const datasets = names.flatMap((name) => {
    const ofDataset = files.filter((file) => (file.table ?? databaseName) === name);
    const table = tableNames.find((candidate) => candidate === name);
    const dataset = element(
      'dcat:Dataset',
      { 'rdf:about': datasetId(name) },
      [
        swedish('dcterms:title', strings.dataset(table ? strings.tables[table] : strings.database)),
        swedish('dcterms:description', table ? descriptionOf(table) : strings.databaseDescription),
        link('dcterms:publisher', publisherId),
        link('dcat:contactPoint', contactId),
        ...strings.keywords.map((keyword) => swedish('dcat:keyword', keyword)),
        link('dcat:theme', `${authority}/data-theme/GOVE`),
        link('dcterms:language', `${authority}/language/SWE`),
        link('dcterms:spatial', `${authority}/country/SWE`),
        link('dcterms:accessRights', `${authority}/access-right/PUBLIC`),
        link('dcat:landingPage', url(dataPath)),
        ...(table ? [link('dcterms:conformsTo', url(schemaPath(`row-${table}`)))] : []),
        ...(issued ? [typed('dcterms:issued', 'date', issued)] : []),
        typed('dcterms:modified', 'date', archive.asOf),
        ...(days[0] === undefined ? [] : [periodFrom(days[0], days.at(-1) ?? days[0])]),
        ...ofDataset.map((file) => link('dcat:distribution', distributionId(file))),
      ].join('\n'),
    );
    return [dataset, ...ofDataset.map(distribution)];
  });

  function distributionId({ name }: BulkFile): string {
    return `${self}#file-${name}`;
  }

  function distribution(file: BulkFile): string {
    return element(
      'dcat:Distribution',
      { 'rdf:about': distributionId(file) },
      [
        swedish('dcterms:title', file.name),
        swedish('dcterms:description', strings.distribution(file.mediaType, file.rows)),
        link('dcat:accessURL', url(`${dataPath}${file.name}`)),
        link('dcat:downloadURL', url(`${dataPath}${file.name}`)),
        element('dcterms:format', {}, xmlText(file.mediaType)),
        link('dcterms:license', license),
        link('dcatap:availability', `${authority}/planned-availability/STABLE`),
        typed('dcat:byteSize', 'nonNegativeInteger', String(file.bytes)),
        typed('dcterms:modified', 'date', archive.asOf),
        element(
          'spdx:checksum',
          {},
          element(
            'spdx:Checksum',
            {},
            link('spdx:algorithm', 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256') +
              typed('spdx:checksumValue', 'hexBinary', file.sha256),
          ),
        ),
      ].join('\n'),
    );
  }

  const things = [catalogue, agentOf(publisher, publisherId), contactOf(publisher, contactId), ...datasets];
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('rdf:RDF', namespaces, `\n${things.join('\n')}\n`)}\n`;
}

function periodFrom(first: string, last: string): string {
  return element(
    'dcterms:temporal',
    {},
    element(
      'dcterms:PeriodOfTime',
      {},
      typed('dcat:startDate', 'date', first) + typed('dcat:endDate', 'date', last),
    ),
  );
}

function agentOf({ name, type, about, website, identifier }: Publisher, id: string): string {
  return element(
    'foaf:Agent',
    { 'rdf:about': id },
    [
      swedish('foaf:name', name),
      link('dcterms:type', `http://purl.org/adms/publishertype/${type}`),
      ...(about ? [swedish('dcterms:description', about)] : []),
      ...(identifier ? [element('dcterms:identifier', {}, xmlText(identifier))] : []),
      ...(website ? [link('foaf:homepage', website)] : []),
    ].join('\n'),
  );
}

function contactOf({ name, email, phone, address }: Publisher, id: string): string {
  return element(
    'vcard:Organization',
    { 'rdf:about': id },
    [
      element('vcard:fn', {}, xmlText(name)),
      link('vcard:hasEmail', `mailto:${email}`),
      ...(phone
        ? [
            element(
              'vcard:hasTelephone',
              {},
              element('rdf:Description', {}, link('vcard:hasValue', `tel:${phone}`)),
            ),
          ]
        : []),
      ...(address ? [element('vcard:hasAddress', {}, addressElement(address))] : []),
    ].join('\n'),
  );
}

function addressElement([street, code, town]: NonNullable<Publisher['address']>): string {
  return element(
    'vcard:Address',
    {},
    [
      element('vcard:street-address', {}, xmlText(street)),
      element('vcard:postal-code', {}, xmlText(code)),
      element('vcard:locality', {}, xmlText(town)),
      element('vcard:country-name', {}, 'Sverige'),
    ].join(''),
  );
}
