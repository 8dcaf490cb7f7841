import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { linkedHtml } from '../../src/archive/index.ts';
import { citationsInAudit } from '../../src/archive/text-citations.ts';
import { citableActs, sectionReference } from '../../src/criteria/index.ts';
import { realAudit, realContent } from './real-content.ts';

/* The citations of the two founding reports, all of them; and the register's rules as the grammar reads and writes them. */

const { archive, content } = realContent();
assert.ok(archive);
const { grammar } = archive;

/** Each citation in the order of the text: its words, and what the archive reads it as. */
function found(id: string): readonly (readonly [words: string, read: string])[] {
  const file = content.audits.get(id);
  assert.ok(file);
  return citationsInAudit(content, file).map(({ words, found: { citation } }) => [
    words.replace(/\s+/g, ' '),
    grammar.format(citation),
  ]);
}

/** The words that are links to a rule in the report's running text, and where they lead. */
function linked(id: string): readonly (readonly [words: string, path: string])[] {
  const audit = realAudit(id);
  const seen = new Set<string>();
  const html = audit.body.blocks
    .map((block) => (block.kind === 'html' && archive ? block.html : ''))
    .map((text) => (archive ? linkedHtml(text, archive, (path) => path, { audit, seen }) : ''))
    .join('');
  return [...html.matchAll(/<a class="citation[^"]*" href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(
    ([, path = '', words = '']) => [words.replace(/\s+/g, ' '), path],
  );
}

const gdpr = 'dataskyddsförordningen';
const osl = 'offentlighets- och sekretesslagen (2009:400)';
const pul = 'personuppgiftslagen (1998:204)';

describe('The citations of Borås 2017', () => {
  const id = '1490-boras/2017-informationssakerhet';

  test('are these, and no other words are taken for one', () => {
    assert.deepEqual(found(id), [
      ['dataskyddsförordningen', gdpr],
      ['arkivlagen', 'arkivlagen (1990:782)'],
      ['kommunallagen', 'kommunallagen (1991:900)'],
      ['offentlighets- och sekretesslagen (OSL)', osl],
      ['6 kap. 7 § kommunallagen (1991:900)', '6 kap. 7 § kommunallagen (1991:900)'],
      ['tryckfrihetsförordningen', 'tryckfrihetsförordningen (1949:105)'],
      ['OSL', osl],
      ['OSL', osl],
      ['ISO/IEC 27001', 'ISO/IEC 27001'],
      ['ISO/IEC 27002', 'ISO/IEC 27002'],
      ['ISO/IEC 27001:2006', 'ISO/IEC 27001:2006'],
      ['dataskyddsförordningen', gdpr],
      ['PuL', pul],
      ['personuppgiftslagen (1998:204)', pul],
      ['Dataskyddsförordningen', gdpr],
      ['personuppgiftslagen (PuL)', pul],
      ['patientdatalagen', 'patientdatalagen (2008:355)'],
      ['OSL', osl],
      ['dataskyddsförordningen', gdpr],
      ['PuL', pul],
      ['dataskyddsförordningen', gdpr],
      ['offentlighets- och sekretesslagen', osl],
    ]);
  });

  test('are linked: each with a number or a section, and each act where it is first named', () => {
    assert.deepEqual(linked(id), [
      ['dataskyddsförordningen', '/kriterier/gdpr/'],
      ['arkivlagen', '/kriterier/arkivlagen/'],
      ['kommunallagen', '/kriterier/kl-1991/'],
      ['offentlighets- och sekretesslagen (OSL)', '/kriterier/osl/'],
      ['6 kap. 7 § kommunallagen (1991:900)', '/kriterier/kl-1991/6-kap-7/'],
      ['tryckfrihetsförordningen', '/kriterier/tf/'],
      ['3 kap. 1 § OSL', '/kriterier/osl/3-kap-1/'],
      ['ISO/IEC 27001', '/kriterier/iso-27001/'],
      ['ISO/IEC 27002', '/kriterier/iso-27002/'],
      ['ISO/IEC 27001:2006', '/kriterier/iso-27001/'],
      ['PuL', '/kriterier/pul/'],
      ['personuppgiftslagen (1998:204)', '/kriterier/pul/'],
      ['patientdatalagen', '/kriterier/pdl/'],
    ]);
  });

  test('are found on the page of the rule as it is numbered since', () => {
    const section = archive.criteria
      .find((criterion) => criterion.id === 'kl-2017')
      ?.sections.find(({ key }) => key === '6:6');
    const [older] = section?.replaces ?? [];
    assert.equal(older?.part.key, '6:7');
    const here = older?.part.citations.filter(({ audit }) => audit.id === id);
    assert.deepEqual(
      here?.map(({ place }) => place),
      ['criteria', 'text'],
    );
  });
});

describe('The citations of Lund 2018', () => {
  const id = '1281-lund/2018-behorighet';

  test('are these, and no other words are taken for one', () => {
    assert.deepEqual(found(id), [
      ['dataskyddsförordningen', gdpr],
      ['GDPR', gdpr],
      ['GDPR', gdpr],
      ['dataskyddsförordningen', gdpr],
      ['dataskyddsförordningen', gdpr],
      ['GDPR', gdpr],
      ['dataskyddsförordningen', gdpr],
    ]);
    assert.deepEqual(linked(id), [['dataskyddsförordningen', '/kriterier/gdpr/']]);
  });

  test('in its list of criteria are read as what they are listed as', () => {
    for (const { criterion, printed } of realAudit(id).criteria) {
      if (printed === undefined) continue;
      const [citation, ...others] = grammar.citationsIn(printed, { year: 2018 });
      assert.deepEqual([citation?.citation.rule, others], [{ kind: 'known', id: criterion.id }, []], printed);
    }
  });
});

describe('Each rule of the register', () => {
  const acts = citableActs(
    [...content.criteria].flatMap(([id, { data }]) => (data ? [[id, data, data.replaces]] : [])),
  );

  test('is read again as it is written, with each of its sections', () => {
    for (const { id, division } of acts) {
      const sections = content.criteria.get(id)?.data?.sections ?? [];
      for (const { section } of sections) {
        const reference = sectionReference(section, division);
        assert.ok(reference);
        const text = grammar.format({ rule: { kind: 'known', id }, parts: [] });
        const cited =
          reference.kind === 'article' ? `${reference.label} i ${text}` : `${reference.label} ${text}`;
        const [citation, ...others] = grammar.citationsIn(cited);
        assert.deepEqual([citation?.citation.rule, others], [{ kind: 'known', id }, []], cited);
        assert.equal(citation && grammar.format(citation.citation), cited);
      }
    }
  });

  test('is what its number, where it has one, is read as', () => {
    for (const { id, number } of acts) {
      if (number === undefined || !/^\d{4}:\d+$/.test(number)) continue;
      for (const text of [`SFS ${number}`, `en lag (${number})`, `Sekretesslagen (${number})`]) {
        const [citation] = grammar.citationsIn(text);
        assert.deepEqual(citation?.citation.rule, { kind: 'known', id }, text);
      }
    }
  });

  test('is meant by its name in a year in which it was in force', () => {
    for (const { id, name, from = '1980', until } of acts) {
      const year = Number((until ?? '2026').slice(0, 4)) - (until ? 1 : 0);
      if (year <= Number(from.slice(0, 4))) continue;
      const citations = grammar.citationsIn(`7 § ${name}`, { year });
      const rule = citations.at(-1)?.citation.rule;
      assert.ok(rule?.kind === 'known', `7 § ${name}`);
      assert.equal(rule.id, id, `7 § ${name} ${year}`);
    }
  });
});
