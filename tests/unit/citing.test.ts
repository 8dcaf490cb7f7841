import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type Cited,
  citationFiles,
  citationMeta,
  type MetaTag,
  type Reference,
  referenceOf,
  writtenReference,
} from '../../src/citing/index.ts';
import type { PlainDate } from '../../src/schemas/index.ts';
import { archiveOf } from '../fixtures/content.ts';

const { archive, audit } = archiveOf({
  title: 'Granskning av arkivvård & gallring, 50 %',
  published: '2021-02-03',
  reportNumber: '"Nr 1, 2021"',
  commissionedBy: 'exempelrevisorerna',
  topics: ['arkiv', 'gallring'],
  findings: [
    { id: 'f7', observation: 'Arkivet är fullt.', assessment: 'Det är för trångt.' },
    { id: 'f2', observation: 'Dörren är olåst.', assessment: 'Den ska låsas.' },
  ],
  recommendations: [{ id: 'r1', label: 'B', to: ['arkivnamnden'], text: 'Lås dörren.' }],
});
const published = {
  ...archive,
  publishedTexts: new Map([
    [
      audit.id,
      {
        first: '2026-01-10' as PlainDate,
        changed: '2026-02-02' as PlainDate,
        digest: audit.digest,
        corrections: 0,
        correctionsDigest: '',
      },
    ],
  ]),
};
const found = <Item>(item: Item | undefined): Item => {
  assert.ok(item);
  return item;
};
const report: Cited = { kind: 'report', audit };
const recommendation: Cited = { kind: 'recommendation', recommendation: found(audit.recommendations[0]) };
const finding: Cited = { kind: 'finding', finding: found(audit.findings[1]) };
const reference = (cited: Cited): Reference => referenceOf(cited, published);
const address = 'https://arkiv.exempel.se/granskningar/exempelstad/2020-arkivvard/';
const filesOf = (cited: Cited) =>
  Object.fromEntries(citationFiles(reference(cited), address).map((file) => [file.format, file]));

describe('A reference', () => {
  test('in words has who, year, title, archive and the day of the version', () => {
    assert.deepEqual(
      [report, recommendation, finding].map((cited) => writtenReference(reference(cited))),
      [
        'Exempelrevisorerna (2021): Granskning av arkivvård & gallring, 50 %. Granskningsarkivet, version 2026-02-02.',
        'Exempelrevisorerna (2021): Granskning av arkivvård & gallring, 50 %, rekommendation B. Granskningsarkivet, version 2026-02-02.',
        'Exempelrevisorerna (2021): Granskning av arkivvård & gallring, 50 %, iakttagelse 2. Granskningsarkivet, version 2026-02-02.',
      ],
    );
  });

  test('has no version where nothing has been published', () => {
    assert.match(writtenReference(referenceOf(report, archive)), /\. Granskningsarkivet\.$/);
  });

  test('leads to the address of what is cited', () => {
    assert.deepEqual(
      [report, recommendation, finding].map((cited) => reference(cited).path),
      [
        '/granskningar/exempelstad/2020-arkivvard/',
        '/granskningar/exempelstad/2020-arkivvard/r1/',
        '/granskningar/exempelstad/2020-arkivvard/#f2',
      ],
    );
  });

  test('in BibTeX is a report with the organisation as one name, and nothing that TeX takes for a command', () => {
    assert.equal(
      filesOf(report).bibtex?.text,
      [
        '@techreport{exempelstad-2020-arkivvard,',
        '\tauthor = {{Exempelrevisorerna}},',
        '\tyear = {2021},',
        '\tmonth = {feb 3},',
        '\tnote = {Granskningsarkivet, version 2026-02-02},',
        '\tnumber = {Nr 1, 2021},',
        '\tinstitution = {Exempelrevisorerna},',
        '\ttitle = {Granskning av arkivv{\\r a}rd \\& gallring, 50 \\%},',
        '\ttype = {Granskning},',
        `\turl = {${address}},`,
        '}',
        '',
      ].join('\n'),
    );
  });

  test('in RIS is a report with its parts in fields of their own', () => {
    const rows = filesOf(finding).ris?.text.split('\n') ?? [];
    for (const row of [
      'TY  - RPRT',
      'AU  - Exempelrevisorerna',
      'TI  - Granskning av arkivvård & gallring, 50 %, iakttagelse 2',
      'PY  - 2021',
      'SN  - Nr 1, 2021',
      'LA  - sv-SE',
      `UR  - ${address}`,
      'N1  - Granskningsarkivet, version 2026-02-02',
    ]) {
      assert.ok(rows.includes(row), `${row}\n${rows.join('\n')}`);
    }
    assert.match(rows.at(-2) ?? '', /^ER {2}-/);
  });

  test('in CSL-JSON has dates in parts as fine as they are known', () => {
    const [item] = JSON.parse(filesOf(recommendation).csl?.text ?? '');
    assert.deepEqual(item, {
      id: 'exempelstad-2020-arkivvard-r1',
      type: 'report',
      title: 'Granskning av arkivvård & gallring, 50 %, rekommendation B',
      author: [{ literal: 'Exempelrevisorerna' }],
      issued: { 'date-parts': [[2021, 2, 3]] },
      publisher: 'Exempelrevisorerna',
      genre: 'Granskning',
      number: 'Nr 1, 2021',
      language: 'sv-SE',
      archive: 'Granskningsarkivet',
      version: '2026-02-02',
      note: 'Granskningsarkivet, version 2026-02-02',
      URL: address,
    });
  });

  test('is a file whole in its address, with a name and a type that reference managers know', () => {
    const files = filesOf(report);
    assert.deepEqual(
      Object.values(files).map(({ name, mediaType }) => [name, mediaType]),
      [
        ['exempelstad-2020-arkivvard.bib', 'application/x-bibtex'],
        ['exempelstad-2020-arkivvard.ris', 'application/x-research-info-systems'],
        ['exempelstad-2020-arkivvard.json', 'application/vnd.citationstyles.csl+json'],
      ],
    );
    for (const { href, text, mediaType } of Object.values(files)) {
      const [head = '', body = ''] = href.split(',');
      assert.equal(head, `data:${mediaType};charset=utf-8`);
      assert.equal(decodeURIComponent(body), text);
    }
  });
});

/*
 * The rules of Zotero's translator "Embedded Metadata" for tags of these kinds, told anew: its type is the report's where an
 * institution is named; an author's name with a comma is split there, one without at its last space.
 */
function asZoteroReads(tags: readonly MetaTag[]) {
  const content = (name: string) => tags.find((tag) => tag.name === name)?.content;
  const authors = tags.filter(({ name }) => name === 'citation_author').map(({ content: author }) => author);
  const cleaned = authors.map((author) => {
    const name = author.replace(/^[\s.,/[\]:]+/, '').replace(/[\s.,/[\]:]+$/, '');
    if (!author.includes(',')) {
      const space = name.lastIndexOf(' ');
      return { lastName: name.slice(space + 1), firstName: name.slice(0, Math.max(0, space)) };
    }
    const [lastName, firstName] = name.split(/, ?/);
    return firstName === undefined ? { lastName } : { lastName, firstName };
  });
  return {
    itemType: content('citation_technical_report_institution') ? 'report' : 'journalArticle',
    title: content('citation_title'),
    creators: cleaned,
    date: content('citation_publication_date'),
    institution: content('citation_technical_report_institution'),
    number: content('citation_technical_report_number'),
    language: content('citation_language'),
    url: content('citation_public_url'),
    tags: content('citation_keywords')
      ?.split(';')
      .map((tag) => tag.trim()),
    pdf: content('citation_pdf_url'),
  };
}

describe('What a page tells reference managers', () => {
  test('is read by Zotero as a report of an organisation, with its number, language, address and PDF', () => {
    const ofOrganisation = { ...reference(report), author: 'Stadsrevisionen i Exempelstad' };
    assert.deepEqual(asZoteroReads(citationMeta(ofOrganisation, address, `${address}a.pdf`)), {
      itemType: 'report',
      title: 'Granskning av arkivvård & gallring, 50 %',
      creators: [{ lastName: 'Stadsrevisionen i Exempelstad' }],
      date: '2021/02/03',
      institution: 'Exempelrevisorerna',
      number: 'Nr 1, 2021',
      language: 'sv',
      url: address,
      tags: ['Arkiv', 'Gallring'],
      pdf: `${address}a.pdf`,
    });
  });

  test('has no address where it is not known where the archive will live', () => {
    const names = citationMeta(reference(report)).map(({ name }) => name);
    for (const name of ['citation_public_url', 'citation_pdf_url', 'DC.identifier'])
      assert.ok(!names.includes(name), name);
  });

  test('is in Dublin Core too', () => {
    const core = Object.fromEntries(
      citationMeta(reference(report), address)
        .filter(({ name }) => name.startsWith('DC.'))
        .map(({ name, content }) => [name.slice(3), content]),
    );
    assert.deepEqual(core, {
      title: 'Granskning av arkivvård & gallring, 50 %',
      creator: 'Exempelrevisorerna',
      publisher: 'Exempelrevisorerna',
      date: '2021-02-03',
      type: 'Report',
      description: 'Granskning',
      language: 'sv',
      identifier: address,
      source: 'Granskningsarkivet, version 2026-02-02',
    });
  });
});
