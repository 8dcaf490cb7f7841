import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { catalogueText, publisherOf, writeBulk } from '../../src/open-data/index.ts';
import { folderWith } from '../fixtures/content.ts';
import { openDataArchives } from '../fixtures/open-data-archives.ts';

/*
 * The catalogue for dataportal.se, parsed as RDF. The lists are those of DCAT-AP-SE 3.0.1; what is asked for only of high-value data
 * sets and of services is left out, since there are none.
 */

const dcterms = 'http://purl.org/dc/terms/';
const dcat = 'http://www.w3.org/ns/dcat#';
const dcatap = 'http://data.europa.eu/r5r/';
const foaf = 'http://xmlns.com/foaf/0.1/';
const vcard = 'http://www.w3.org/2006/vcard/ns#';
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

const asked: Readonly<
  Record<string, { readonly mandatory: readonly string[]; readonly recommended: readonly string[] }>
> = {
  [`${dcat}Catalog`]: {
    mandatory: [
      `${dcterms}title`,
      `${dcterms}description`,
      `${dcterms}publisher`,
      `${dcterms}license`,
      `${dcat}dataset`,
    ],
    recommended: [
      `${dcterms}issued`,
      `${dcterms}modified`,
      `${dcterms}language`,
      `${dcterms}spatial`,
      `${foaf}homepage`,
      `${dcat}themeTaxonomy`,
    ],
  },
  [`${dcat}Dataset`]: {
    mandatory: [`${dcterms}title`, `${dcterms}description`, `${dcterms}publisher`],
    recommended: [
      `${dcat}contactPoint`,
      `${dcat}distribution`,
      `${dcat}keyword`,
      `${dcat}theme`,
      `${dcterms}issued`,
      `${dcterms}spatial`,
      `${dcterms}temporal`,
      `${dcterms}accessRights`,
    ],
  },
  [`${dcat}Distribution`]: {
    mandatory: [`${dcat}accessURL`, `${dcterms}format`],
    recommended: [`${dcterms}description`, `${dcterms}license`, `${dcatap}availability`],
  },
  [`${foaf}Agent`]: {
    mandatory: [`${foaf}name`, `${dcterms}type`],
    recommended: [`${dcterms}description`, `${dcterms}identifier`],
  },
  [`${vcard}Organization`]: {
    mandatory: [`${vcard}fn`, `${vcard}hasEmail`],
    recommended: [`${vcard}hasTelephone`, `${vcard}hasAddress`],
  },
};

const least = {
  PUBLISHER_NAME: 'Exempelföreningen för öppen revision',
  PUBLISHER_TYPE: 'NonProfitOrganisation',
  PUBLISHER_EMAIL: 'data@exempel.se',
};
const full = {
  ...least,
  PUBLISHER_ABOUT: 'En förening som inte finns.',
  PUBLISHER_WEBSITE: 'https://forening.exempel.se',
  PUBLISHER_ID: '802000-0000',
  PUBLISHER_PHONE: '+46-10-0000000',
  PUBLISHER_ADDRESS: 'Exempelgatan 1, 123 45 Exempelstad',
  PUBLISHER_ISSUED: '2026-11-01',
};
const home = { origin: 'https://exempel.se', base: '/arkiv/' };

type Graph = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

for (const [name, archive] of openDataArchives()) {
  const folder = folderWith({});
  const files = writeBulk(folder, archive, home);
  rmSync(folder, { recursive: true });
  const catalogue = (environment: Readonly<Record<string, string>>) => {
    const publisher = publisherOf(environment);
    assert.ok(publisher);
    return graphOf(catalogueText(archive, files, publisher, home));
  };

  test(`the catalogue of ${name} has every mandatory and recommended property of every thing`, async () => {
    const graph = await catalogue(full);
    for (const [kind, { mandatory, recommended }] of Object.entries(asked)) {
      const things = ofKind(graph, kind);
      assert.ok(things.length > 0, kind);
      for (const [id, properties] of things) {
        const missing = [...mandatory, ...recommended].filter((property) => !properties.has(property));
        assert.deepEqual(missing, [], id);
      }
    }
  });

  test(`the catalogue of ${name} has what is mandatory when only what must be known of its publisher is`, async () => {
    const graph = await catalogue(least);
    for (const [kind, { mandatory }] of Object.entries(asked)) {
      for (const [id, properties] of ofKind(graph, kind)) {
        assert.deepEqual(
          mandatory.filter((property) => !properties.has(property)),
          [],
          id,
        );
      }
    }
  });

  test(`what the catalogue of ${name} points at within itself is there, and every address is whole`, async () => {
    const graph = await catalogue(full);
    const own = 'https://exempel.se/arkiv/data/catalog.rdf';
    for (const properties of graph.values()) {
      for (const [property, values] of properties) {
        for (const value of values) {
          if (value.startsWith(own)) assert.ok(graph.has(value), value);
          if (/URL$|homepage$|landingPage$/.test(property)) assert.ok(URL.canParse(value), value);
        }
      }
    }
    assert.deepEqual(
      ofKind(graph, `${dcat}Distribution`)
        .map(([, properties]) => properties.get(`${dcat}downloadURL`)?.[0])
        .toSorted(),
      files.map((file) => `https://exempel.se/arkiv/data/${file.name}`).toSorted(),
    );
  });
}

function ofKind(
  graph: Graph,
  kind: string,
): (readonly [string, Graph extends ReadonlyMap<string, infer Thing> ? Thing : never])[] {
  return [...graph].filter(([, properties]) => properties.get(type)?.includes(kind));
}

/** The triples of a text, by subject and property. */
async function graphOf(text: string): Promise<Graph> {
  const graph = new Map<string, Map<string, string[]>>();
  const parser = new RdfXmlParser();
  await new Promise<void>((resolve, reject) => {
    parser.on('data', ({ subject, predicate, object }) => {
      const properties = graph.get(subject.value) ?? new Map<string, string[]>();
      graph.set(subject.value, properties);
      properties.set(predicate.value, [...(properties.get(predicate.value) ?? []), object.value]);
    });
    parser.on('error', reject);
    parser.on('end', () => resolve());
    parser.write(text);
    parser.end();
  });
  return graph;
}
