import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Archive, type Audit, linkedHtml, restingOn } from '../../src/archive/index.ts';
import { type AuditFields, anAudit, archiveWith, auditFile } from '../fixtures/content.ts';

const at = (path: string) => path;

function read(fields: AuditFields): { readonly archive: Archive; readonly audit: Audit } {
  const file = `audits/9901-exempelstad/${fields.year ?? 2020}-arkivvard.mdx`;
  const archive = archiveWith({ [auditFile]: null, [file]: anAudit(fields) });
  const [audit] = archive.audits;
  assert.ok(audit);
  return { archive, audit };
}

/** The words that became links in an audit's text, with where each leads. */
function links(html: string, fields: AuditFields = {}, seen?: Set<string>): readonly (readonly string[])[] {
  const { archive, audit } = read(fields);
  const linked = linkedHtml(html, archive, at, { audit, ...(seen && { seen }) });
  assert.equal(linked.replaceAll(/<\/?a\b[^>]*>/g, ''), html.replaceAll(/<\/?a\b[^>]*>/g, ''));
  return [...linked.matchAll(/<a class="citation[^"]*" href="\/kriterier([^"]*)"[^>]*>(.*?)<\/a>/g)].map(
    ([, path = '', words = '']) => [words, path],
  );
}

describe('A citation that is printed in an audit’s text', () => {
  test('leads to the section, with the act’s full title, and keeps its words', () => {
    const { archive, audit } = read({});
    assert.equal(
      linkedHtml('<p>Enligt 6 kap 6 § EXL gäller.</p>', archive, at, { audit }),
      '<p>Enligt <a class="citation as-printed" href="/kriterier/exempellagen/6-kap-6/" title="Exempellag (2010:1)">6 kap 6 § EXL</a> gäller.</p>',
    );
  });

  test('leads to the chapter where the register lacks the section, and to the act where it lacks both', () => {
    assert.deepEqual(links('6 kap. 99 § EXL och 7 kap. 1 § EXL'), [
      ['6 kap. 99 § EXL', '/exempellagen/6-kap/'],
      ['7 kap. 1 § EXL', '/exempellagen/'],
    ]);
  });

  test('leads from each of its parts to that part', () => {
    assert.deepEqual(links('6 kap. 1, 6 och 10 §§ EXL'), [
      ['6 kap. 1', '/exempellagen/6-kap-1/'],
      ['6', '/exempellagen/6-kap-6/'],
      ['10 §§ EXL', '/exempellagen/6-kap-10/'],
    ]);
  });

  test('is one link where its parts lead to the same', () => {
    assert.deepEqual(links('7 kap. 1 och 2 §§ EXL'), [['7 kap. 1 och 2 §§ EXL', '/exempellagen/']]);
  });

  test('is found across emphasis, with a link on each side of the tag', () => {
    assert.deepEqual(links('<p>Enligt <strong>6 kap. 6 §</strong> EXL.</p>'), [
      ['6 kap. 6 §', '/exempellagen/6-kap-6/'],
      [' EXL', '/exempellagen/6-kap-6/'],
    ]);
  });

  test('is left as it is in links, code and headings, and does not reach from one paragraph into the next', () => {
    for (const html of [
      '<a href="https://exempel.se/">6 kap. 6 § EXL</a>',
      '<code>6 kap. 6 § EXL</code>',
      '<h2 id="a">6 kap. 6 § EXL</h2>',
      '<p>6 kap. 6 §</p><p>i lagen</p>',
      '<img alt="6 kap. 6 § EXL">',
    ]) {
      assert.deepEqual(links(html), [], html);
    }
  });

  test('is read by the audited year where several acts have had the name', () => {
    assert.deepEqual(links('6 kap. 7 § exempellagen', { year: 2009, published: 2010 }), [
      ['6 kap. 7 § exempellagen', '/gamla-exempellagen/6-kap-7/'],
    ]);
    assert.deepEqual(links('6 kap. 6 § exempellagen'), [
      ['6 kap. 6 § exempellagen', '/exempellagen/6-kap-6/'],
    ]);
  });

  test('is read by the audit’s criteria before the year', () => {
    const criteria = [{ criterion: 'gamla-exempellagen' }];
    assert.deepEqual(links('6 kap. 7 § exempellagen', { criteria }), [
      ['6 kap. 7 § exempellagen', '/gamla-exempellagen/6-kap-7/'],
    ]);
  });

  test('of an act that the register lacks, or of none, is no link', () => {
    assert.deepEqual(links('3 § lotterilagen (1994:1000) och 7 §'), []);
  });

  test('by name alone is a link where the act is first mentioned in the text, and none in a field', () => {
    assert.deepEqual(links('Exempellagen och exempellagen'), []);
    assert.deepEqual(links('Exempellagen och exempellagen', {}, new Set()), [
      ['Exempellagen', '/exempellagen/'],
    ]);
  });
});

describe('The button after a citation', () => {
  const body = 'Enligt 6 kap. 6 § EXL gäller detta.';
  const linked = (html: string, seen?: Set<string>) => {
    const { archive, audit } = read({ body });
    const buttonLabel = ({ criterion }: { readonly criterion: { readonly name: string } }) =>
      `Om "${criterion.name}"`;
    return linkedHtml(html, archive, at, { audit, buttonLabel, ...(seen && { seen }) });
  };

  test('opens what the page tells of the rule', () => {
    assert.equal(
      linked('6 kap. 6 § EXL'),
      '<span class="explained"><a class="citation as-printed" href="/kriterier/exempellagen/6-kap-6/" title="Exempellag (2010:1)"><span class="breakable">6 kap. 6 § </span>EXL</a><button type="button" class="rule-button" popovertarget="regel-exempellagen-6-kap-6" aria-label="Om &quot;Exempellagen&quot;"></button></span>',
    );
  });

  test('stands once in a text, and not at all for what the page does not tell of', () => {
    const buttons = (html: string, seen?: Set<string>) => linked(html, seen).match(/<button/g)?.length ?? 0;
    const seen = new Set<string>();
    assert.equal(buttons('6 kap. 6 § EXL, 6 kap. 6 § EXL', seen), 1);
    assert.equal(buttons('6 kap. 6 § EXL', seen), 0);
    assert.equal(buttons('6 kap. 6 § EXL, 6 kap. 6 § EXL'), 1);
    assert.equal(buttons('6 kap. 1 § EXL'), 0);
  });
});

describe('What an audit’s texts cite', () => {
  const citing = (fields: AuditFields) => {
    const { archive, audit } = read(fields);
    const criterion = archive.criteria.find(({ id }) => id === 'exempellagen');
    assert.ok(criterion);
    const shown = criterion.citations.map(({ part, place, finding, recommendation }) =>
      [part?.key ?? 'all', place, finding?.id, recommendation?.id].filter(Boolean).join(' '),
    );
    return { criterion, audit, shown };
  };

  test('is known to the section, the chapter and the act, with where it stands', () => {
    const { shown } = citing({
      purpose: 'Att se om 6 kap. 1 § EXL följs.',
      findings: [{ id: 'f1', observation: 'Det strider mot 6 kap. 6 § EXL.' }],
      recommendations: [{ id: 'r1', to: 'alla', text: 'Följ 6 kap. 10 § EXL.' }],
      body: 'Enligt exempellagen (2010:1).\n\n<Findings />\n\n<Recommendations />',
    });
    assert.deepEqual(shown, ['all text', '6:1 text', '6:6 finding f1', '6:10 recommendation r1']);
  });

  test('is counted once a place, however often it is written, and not beside what is listed there', () => {
    const { shown } = citing({
      criteria: [{ criterion: 'exempellagen', sections: ['6:6'] }],
      findings: [
        {
          id: 'f1',
          observation: '6 kap. 6 § EXL och 6 kap 6 § EXL.',
          criteria: [{ criterion: 'exempellagen', sections: ['6:6'] }],
        },
      ],
      body: '6 kap. 6 § EXL, <Cite criterion="exempellagen" section="6:6" /> och EXL 6:6.\n\n<Findings />',
    });
    assert.deepEqual(shown, ['6:6 criteria', '6:6 finding f1', '6:6 text']);
  });

  test('is each section of a range that the register knows', () => {
    assert.deepEqual(citing({ body: '6 kap. 1–9 §§ EXL.' }).shown, ['6:1 text', '6:6 text']);
  });

  test('is not what is mentioned by name alone, nor what the archive says of the source', () => {
    const source = { title: 'Rapport', publisher: 'P', note: 'Se 6 kap. 6 § EXL.' };
    assert.deepEqual(citing({ body: 'EXL är en lag.', source }).shown, []);
  });

  test('is found from the number that the rule has later', () => {
    const { archive, audit } = read({
      year: 2009,
      published: 2009,
      body: 'Enligt 6 kap. 7 § exempellagen (1990:1).',
    });
    const part = archive.criteria
      .find(({ id }) => id === 'exempellagen')
      ?.sections.find(({ key }) => key === '6:6');
    assert.ok(part);
    const [earlier] = restingOn(part).earlier;
    assert.equal(earlier?.part.key, '6:7');
    assert.deepEqual([earlier?.audits[0]?.audit, [...(earlier?.audits[0]?.places ?? [])]], [audit, ['text']]);
  });

  test('keeps the newest audit first', () => {
    const other = 'audits/9901-exempelstad/2019-arkivvard.mdx';
    const archive = archiveWith({
      [auditFile]: anAudit({ body: '6 kap. 6 § EXL.' }),
      [other]: anAudit({ year: 2019, published: 2019, criteria: [{ criterion: 'exempellagen' }] }),
    });
    const criterion = archive.criteria.find(({ id }) => id === 'exempellagen');
    assert.deepEqual(
      criterion?.audits.map(({ listedYear }) => listedYear),
      [2020, 2019],
    );
    assert.deepEqual(
      criterion?.citations.map(({ audit }) => audit.listedYear),
      [2020, 2019],
    );
  });
});
