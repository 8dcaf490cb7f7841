import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { linkedHtml, withMentions } from '../../src/archive/index.ts';
import {
  anAudit,
  anOwnPage,
  archiveWith,
  auditFile,
  type Changes,
  exampleFiles,
  lines,
} from '../fixtures/content.ts';

const at = (path: string) => path;
const below = (path: string) => `/arkivet${path}`;

describe('A citation becomes a link', () => {
  const archive = archiveWith({
    [auditFile]: anAudit({
      body: 'Se <Cite criterion="exempellagen" section="6:6" /> och <Cite criterion="gamla-exempellagen" section="3:1" />.',
    }),
    'criteria/god-arkivsed.yaml': lines(
      'kind: god sed',
      'name: "Arkiv <bra> & gott"',
      'title: \'Arkiv "bra" & <gott>\'',
    ),
  });
  const placeholder = (criterion: string, section?: string) =>
    `<cite-criterion data-criterion="${criterion}"${section === undefined ? '' : ` data-section="${section}"`}></cite-criterion>`;

  test('to the section, with the full title and number of the act', () => {
    assert.equal(
      linkedHtml(`<p>Enligt ${placeholder('exempellagen', '6:6')} gäller.</p>`, archive, at),
      '<p>Enligt <a class="citation" href="/kriterier/exempellagen/6-kap-6/" title="Exempellag (2010:1)">6 kap. 6 § EXL</a> gäller.</p>',
    );
  });

  test('to the chapter', () => {
    assert.match(
      linkedHtml(placeholder('exempellagen', '6'), archive, at),
      /href="\/kriterier\/exempellagen\/6-kap\/".*>6 kap\. EXL</,
    );
  });

  test('to the whole criterion, by its name where it has no shorter one', () => {
    assert.equal(
      linkedHtml(placeholder('paragraflagen'), archive, at),
      '<a class="citation" href="/kriterier/paragraflagen/" title="Paragraflag (2000:1)">Paragraflagen</a>',
    );
  });

  test('to the whole criterion where the section has no page, still with its number', () => {
    assert.equal(
      linkedHtml(placeholder('paragraflagen', '14a'), archive, at),
      '<a class="citation" href="/kriterier/paragraflagen/" title="Paragraflag (2000:1)">14 a § Paragraflagen</a>',
    );
  });

  test('below the base path, once', () => {
    assert.match(
      linkedHtml(placeholder('exempellagen', '6:6'), archive, below),
      /href="\/arkivet\/kriterier\/exempellagen\/6-kap-6\/"/,
    );
  });

  test('with names and titles that hold no markup', () => {
    assert.equal(
      linkedHtml(placeholder('god-arkivsed'), archive, at),
      '<a class="citation" href="/kriterier/god-arkivsed/" title="Arkiv &quot;bra&quot; &amp; &lt;gott>">Arkiv &lt;bra> &amp; gott</a>',
    );
  });

  test('everywhere in a text', () => {
    const linked = linkedHtml(`${placeholder('exempellagen')} ${placeholder('exempellagen')}`, archive, at);
    assert.equal(linked.match(/<a /g)?.length, 2);
    assert.doesNotMatch(linked, /cite-criterion/);
  });
});

describe('The base path comes before', () => {
  const archive = archiveWith();
  const linked = (html: string) => linkedHtml(html, archive, below);

  test('an address within the archive', () => {
    assert.equal(linked('<a href="/ordlista/#a">x</a>'), '<a href="/arkivet/ordlista/#a">x</a>');
    assert.equal(
      linked('<a class="x" href="/a/" title="y">x</a>'),
      '<a class="x" href="/arkivet/a/" title="y">x</a>',
    );
    assert.equal(linked('<a href="/a/">x</a> <a href="/b/">y</a>').match(/\/arkivet\//g)?.length, 2);
  });

  for (const html of [
    '<a href="https://exempel.se/a/">x</a>',
    '<a href="mailto:a@exempel.se">x</a>',
    '<a href="#avsnitt-1">x</a>',
    '<a href="//exempel.se/">x</a>',
    '<code>href="/a/"</code>',
    '<a href="#a" title="<a href=&#x22;/a/&#x22;>">x</a>',
  ]) {
    test(`nothing in ${html}`, () => assert.equal(linked(html), html));
  }
});

describe('The first mention of what the audit is about becomes a link:', () => {
  const changes: Changes = {
    'municipalities/9901-exempelstad.yaml': `${exampleFiles['municipalities/9901-exempelstad.yaml']}${lines(
      '  - { id: arkiv-och-pappersnamnden, name: Arkiv- och pappersnämnden, form: nämnd }',
      '  - { id: it-namnden, name: IT-nämnden, form: nämnd }',
    )}`,
    'systems/papyrus-plus.yaml': lines('name: Papyrus Plus', 'kind: arkivsystem'),
    'systems/pergament.yaml': lines('name: "Pergament & <Penna>"', 'kind: x', 'synonyms: [Skinnet, "P.R*G"]'),
    [auditFile]: anAudit({
      systems: ['papyrus', 'papyrus-plus', 'pergament'],
      criteria: [{ criterion: 'exempellagen' }, { criterion: 'provforordningen' }],
    }),
  };
  const [audit] = archiveWith(changes).audits;
  assert.ok(audit);
  const linked = (html: string) => withMentions(html, audit, at);
  /** The names that became links, with where each leads. */
  const mentions = (html: string) =>
    [...linked(html).matchAll(/<a class="mention" href="([^"]*)">([^<]*)<\/a>/g)].map(([, path, name]) => [
      name,
      path,
    ]);

  test('a board of the municipality, whether it was audited or not', () => {
    assert.equal(
      linked('<p>Pappersnämnden och Arkivnämnden.</p>'),
      '<p><a class="mention" href="/kommuner/exempelstad/pappersnamnden/">Pappersnämnden</a> och <a class="mention" href="/kommuner/exempelstad/arkivnamnden/">Arkivnämnden</a>.</p>',
    );
  });

  test('a system and a criterion that the audit lists, and no other', () => {
    assert.deepEqual(mentions('Papyrus, Exempellagen, EXL, PRF och Paragraflagen'), [
      ['Papyrus', '/system/papyrus/'],
      ['Exempellagen', '/kriterier/exempellagen/'],
      ['PRF', '/kriterier/provforordningen/'],
    ]);
  });

  test('once, also where it has several names', () => {
    assert.deepEqual(mentions('Arkivnämnden. Arkivnämnden. Skinnet. P.R*G.'), [
      ['Arkivnämnden', '/kommuner/exempelstad/arkivnamnden/'],
      ['Skinnet', '/system/pergament/'],
    ]);
  });

  test('once on a page of several blocks', () => {
    const seen = new Set<string>();
    const first = withMentions('Arkivnämnden.', audit, at, seen);
    const second = withMentions('Arkivnämnden och Papyrus.', audit, at, seen);
    assert.match(first, /^<a class="mention"/);
    assert.equal(second, 'Arkivnämnden och <a class="mention" href="/system/papyrus/">Papyrus</a>.');
  });

  test('the longest name, so that a shorter one is not found within it', () => {
    assert.deepEqual(mentions('Papyrus Plus och Papyrus'), [
      ['Papyrus Plus', '/system/papyrus-plus/'],
      ['Papyrus', '/system/papyrus/'],
    ]);
    assert.deepEqual(mentions('arkiv- och pappersnämnden'), [
      ['arkiv- och pappersnämnden', '/kommuner/exempelstad/arkiv-och-pappersnamnden/'],
    ]);
  });

  test('nor is it found there when the longer one has been linked before', () => {
    assert.deepEqual(
      mentions('Papyrus Plus. Papyrus Plus. Arkiv- och pappersnämnden. Arkiv- och pappersnämnden.'),
      [
        ['Papyrus Plus', '/system/papyrus-plus/'],
        ['Arkiv- och pappersnämnden', '/kommuner/exempelstad/arkiv-och-pappersnamnden/'],
      ],
    );
  });

  test('with a capital or without, but for acronyms and systems', () => {
    assert.deepEqual(mentions('Att arkivnämnden, enligt exempellagen, IT-nämnden'), [
      ['arkivnämnden', '/kommuner/exempelstad/arkivnamnden/'],
      ['exempellagen', '/kriterier/exempellagen/'],
      ['IT-nämnden', '/kommuner/exempelstad/it-namnden/'],
    ]);
    assert.deepEqual(mentions('it-nämnden, exl, papyrus'), []);
  });

  test('as a whole word', () => {
    assert.deepEqual(mentions('Arkivnämndens, Papyrusen, EXLx, 1EXL, överarkivnämnden'), []);
    assert.deepEqual(mentions('(EXL), Papyrus-')[0], ['EXL', '/kriterier/exempellagen/']);
  });

  for (const html of [
    '<h2>Arkivnämnden</h2>',
    '<h4 id="a">Se <em>Papyrus</em></h4>',
    '<a href="/x/">Arkivnämnden <strong>Papyrus</strong></a>',
    '<code>Papyrus</code>',
    '<pre tabindex="0"><code>Papyrus</code></pre>',
    '<img alt="Papyrus" title="> EXL">',
  ]) {
    test(`not in ${html}`, () => assert.equal(linked(html), html));
  }

  test('after a heading, a link or code that named it', () => {
    assert.equal(
      mentions('<h2>Papyrus</h2><p><a href="/x/">Papyrus</a> <code>Papyrus</code> <abbr>Papyrus</abbr></p>')
        .length,
      1,
    );
  });

  test('whose name the compiler had to escape', () => {
    assert.equal(
      linked('<p>I Pergament &#x26; &#x3C;Penna> finns</p>'),
      '<p>I <a class="mention" href="/system/pergament/">Pergament &#x26; &#x3C;Penna></a> finns</p>',
    );
  });

  test('as the compiler writes it', () => {
    const { pages } = archiveWith({
      ...changes,
      'pages/om.mdx': anOwnPage('I Pergament & &lt;Penna> finns'),
    });
    const [block] = pages[0]?.body.blocks ?? [];
    assert.ok(block?.kind === 'html');
    assert.deepEqual(mentions(block.html), [['Pergament &#x26; &#x3C;Penna>', '/system/pergament/']]);
  });

  test('below the base path', () => {
    assert.equal(
      withMentions('EXL', audit, below),
      '<a class="mention" href="/arkivet/kriterier/exempellagen/">EXL</a>',
    );
  });
});
