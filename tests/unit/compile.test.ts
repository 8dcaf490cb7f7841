import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Block, compiledFile } from '../../src/reports/index.ts';
import { ownPageSchema, topicsSchema } from '../../src/schemas/index.ts';
import { anOwnPage } from '../fixtures/content.ts';
import { printedOfAudit } from '../fixtures/printed.ts';

/** The lines of `anOwnPage` that stand before its text. */
const linesBefore = 6;

const compiled = (body: string) => compiledFile('pages/om.mdx', anOwnPage(body), ownPageSchema);

/** What is wrong with a text: line within the text, message and mend. */
function faultsOf(body: string): readonly string[] {
  return compiled(body).problems.map(
    ({ line = 0, message, mend }) => `${line - linesBefore}: ${[message, mend].filter(Boolean).join(' ')}`,
  );
}

/** The blocks that a text compiles to. */
function blocksOf(body: string): readonly Block[] {
  const { problems, body: made } = compiled(body);
  assert.deepEqual(problems, []);
  return made.blocks;
}

/** The HTML of a text without components. */
function htmlOf(body: string): string {
  const [only, ...others] = blocksOf(body);
  assert.deepEqual(others, []);
  assert.equal(only?.kind, 'html');
  return only?.kind === 'html' ? only.html : '';
}

describe('Code is refused:', () => {
  const noCode = 'Rapporter innehåller ingen kod. Är det vanlig text, börja stycket med ett annat ord.';

  test('import and export', () => {
    assert.deepEqual(faultsOf('Text.\n\nimport x from "y"'), [
      `3: Stycket börjar med import och läses som kod. ${noCode}`,
    ]);
    assert.deepEqual(faultsOf('export const a = 1'), [
      `1: Stycket börjar med export och läses som kod. ${noCode}`,
    ]);
  });

  test('a paragraph that only begins with the words', () => {
    const fault =
      'Här står något som läses som kod: ett stycke som börjar med import eller export, eller text inom klamrar. Börja stycket med ett annat ord, eller skriv omvända snedstreck före klamrarna: \\{ \\}.';
    assert.deepEqual(faultsOf('Text.\n\nimport av papper ökade under året.'), [`3: ${fault}`]);
    assert.deepEqual(faultsOf('export av papper minskade.'), [`1: ${fault}`]);
  });

  test('but not within a paragraph', () => {
    assert.equal(htmlOf('All import av papper'), '<p>All import av papper</p>');
  });

  test('expressions, in a paragraph and alone', () => {
    assert.deepEqual(faultsOf('Summan är {1 + 1} ark.\n\n{process.exit()}'), [
      '1: Klamrarna i {1 + 1} läses som kod. Skriv omvända snedstreck före dem: \\{1 + 1\\}.',
      '3: Klamrarna i {process.exit()} läses som kod. Skriv omvända snedstreck före dem: \\{process.exit()\\}.',
    ]);
  });

  test('what only looks like a comment', () => {
    assert.deepEqual(faultsOf('{/* a */ b}'), [
      '1: Klamrarna i {/* a */ b} läses som kod. Skriv omvända snedstreck före dem: \\{/* a */ b\\}.',
    ]);
    assert.deepEqual(faultsOf('{/* a */ b /* c */}'), [
      '1: Klamrarna i {/* a */ b /* c */} läses som kod. Skriv omvända snedstreck före dem: \\{/* a */ b /* c */\\}.',
    ]);
  });
});

describe('HTML is refused:', () => {
  const mend =
    'Skriv Markdown i stället, t.ex. **fet**, *kursiv* eller en tabell. Om tecknet < hör till texten, skriv &lt;.';

  for (const [html, name] of [
    ['<div>Papper</div>', 'div'],
    ['Papper<br/>penna', 'br'],
    ['Papper<br>penna', 'br'],
    ['<script>alert(1)</script>', 'script'],
    ['<img src=x onerror=alert(1)>', 'img'],
    ['<img src="x" />', 'img'],
    ['Ett <b>fet</b> ord', 'b'],
    ['<iframe src="https://exempel.se" />', 'iframe'],
    ['<svg onload="x" />', 'svg'],
    ['- <details>x</details>', 'details'],
    ['> <p>x</p>', 'p'],
    ['| <u>a</u> |\n|--|\n| b |', 'u'],
  ] as const) {
    test(html, () => assert.deepEqual(faultsOf(html), [`1: HTML kan inte användas: <${name}>. ${mend}`]));
  }

  test('but not where it is written as text', () => {
    assert.equal(htmlOf('Skriv `<b>` eller &lt;b>.'), '<p>Skriv <code>&#x3C;b></code> eller &#x3C;b>.</p>');
  });
});

describe('A component', () => {
  const all =
    'Komponenterna är <Questions>, <Findings>, <Recommendations>, <Criteria>, <Measures>, <Samples>, <FollowUps>, <Sources>, <Figure>, <Cite>.';

  test('that does not exist is named with the one that was meant', () => {
    assert.deepEqual(faultsOf('Text.\n\n<Finding area="a1" />'), [
      `3: <Finding> är ingen av arkivets komponenter. Menade du "Findings"? ${all}`,
    ]);
    assert.deepEqual(faultsOf('<Aside />'), [`1: <Aside> är ingen av arkivets komponenter. ${all}`]);
    assert.deepEqual(faultsOf('<>Papper</>'), [`1: <> är ingen av arkivets komponenter. ${all}`]);
  });

  test('has no other attributes than its own', () => {
    assert.deepEqual(faultsOf('<Findings aera="a1" />'), [
      '1: <Findings aera="a1"/>: attributet aera finns inte. Menade du "area"?',
    ]);
    assert.deepEqual(faultsOf('<Findings class="x" />'), [
      '1: <Findings class="x"/>: attributet class finns inte. Attributen är area.',
    ]);
    assert.deepEqual(faultsOf('<Sources onclick="x" />'), [
      '1: <Sources onclick="x"/>: attributet onclick finns inte. <Sources /> har inga attribut.',
    ]);
    assert.deepEqual(faultsOf('<Sources toString="x" />'), [
      '1: <Sources toString="x"/>: attributet toString finns inte. <Sources /> har inga attribut.',
    ]);
  });

  test('has each attribute once', () => {
    assert.deepEqual(faultsOf('<Findings area="a1" area="a2" />'), [
      '1: <Findings area="a2"/>: attributet area står två gånger. Ta bort det ena.',
    ]);
  });

  test('has the attributes that it needs', () => {
    assert.deepEqual(faultsOf('Enligt <Cite section="6:7" />.'), [
      '1: <Cite section="6:7"/>: attributet criterion saknas. Skriv criterion="…".',
    ]);
    assert.deepEqual(faultsOf('<Figure />'), [
      '1: <Figure/>: attributet src saknas. Skriv src="…".',
      '1: <Figure/>: attributet alt saknas. Skriv alt="…" med vad bilden visar, för den som inte ser den.',
    ]);
  });

  test('has attributes with a value in quotes, never an expression', () => {
    const fault = '1: <Findings/>: attributet area saknar ett värde inom citattecken. Skriv area="…".';
    assert.deepEqual(faultsOf('<Findings area />'), [fault]);
    assert.deepEqual(faultsOf('<Findings area={a1} />'), [fault]);
    assert.deepEqual(faultsOf('<Findings area=" " />'), [
      '1: <Findings area=" "/>: attributet area saknar ett värde inom citattecken. Skriv area="…".',
    ]);
  });

  test('has no attributes spread into it', () => {
    assert.deepEqual(faultsOf('<Findings {...fields} />'), [
      '1: <Findings/>: {…} bland attributen läses som kod. Skriv attribut="värde".',
    ]);
  });

  test('has no content', () => {
    assert.deepEqual(faultsOf('<Findings area="a1">\n\nText.\n\n</Findings>'), [
      '1: <Findings area="a1"/> kan inte innehålla text. Skriv <Findings … /> utan sluttagg.',
    ]);
    assert.deepEqual(faultsOf('Enligt <Cite criterion="osl">3 kap.</Cite> gäller.'), [
      '1: <Cite criterion="osl"/> kan inte innehålla text. Skriv <Cite … /> utan sluttagg.',
    ]);
  });

  test('that is a block stands alone at the top level', () => {
    const mend = 'Låt raden före och raden efter vara tomma, och dra inte in den.';
    for (const body of [
      '- <Findings />',
      '> <Findings />',
      'Se <Findings /> här.',
      '## <Findings />',
      '| a |\n|--|\n| <Findings /> |',
    ]) {
      const [fault] = faultsOf(body);
      assert.equal(
        fault,
        `${body.startsWith('|') ? 3 : 1}: <Findings/> måste stå för sig själv, på en egen rad i rapportens text. ${mend}`,
      );
    }
  });

  test('within another is refused with the other', () => {
    assert.deepEqual(faultsOf('<Findings>\n\n<Samples />\n\n</Findings>'), [
      '1: <Findings/> kan inte innehålla text. Skriv <Findings … /> utan sluttagg.',
      '3: <Samples/> måste stå för sig själv, på en egen rad i rapportens text. Låt raden före och raden efter vara tomma, och dra inte in den.',
    ]);
  });

  test('that cites stands in a sentence', () => {
    assert.deepEqual(faultsOf('<Cite criterion="osl" />'), [
      '1: <Cite criterion="osl"/> står ensam på en rad. Skriv in den i en mening.',
    ]);
  });

  const unreadable =
    'Texten kan inte läsas här: ett < eller en { läses som kod men går inte att tolka. Kontrollera att komponenter är rätt skrivna, t.ex. <Findings area="a22" />. Hör tecknet till texten, skriv &lt; eller \\{.';
  for (const body of ['</Findings>', '<Findings area=a1 />']) {
    test(`that is not well formed, as ${body}, is reported on its line`, () => {
      assert.deepEqual(faultsOf(`Text.\n\n${body}\n\nText.`), [`3: ${unreadable}`]);
    });
  }

  test('that is left open is reported where it begins', () => {
    const fault = 'avslutas aldrig. Skriv';
    assert.deepEqual(faultsOf('Text.\n\n<Findings area="a1">\n\nText.'), [
      `3: <Findings> ${fault} <Findings … /> med ett snedstreck sist.`,
    ]);
    assert.deepEqual(faultsOf('Text.\n\nEnligt\n<Cite criterion="osl"> gäller.'), [
      `4: <Cite> ${fault} <Cite … /> med ett snedstreck sist.`,
    ]);
    assert.deepEqual(faultsOf('- a\n- <Samples>\n\nText.'), [
      `2: <Samples> ${fault} <Samples … /> med ett snedstreck sist.`,
    ]);
  });

  for (const body of ['<Findings area="a1 />', '<Findings area="a1"', '<Findings /* alla */ />']) {
    test(`that is miswritten, as ${body}, is told how it is written`, () => {
      assert.deepEqual(faultsOf(`Text.\n\n${body}\n\nText.`), [
        '3: <Findings> är fel skriven. Skriv <Findings … />, med varje värde inom citattecken: attribut="värde".',
      ]);
    });
  }

  test('becomes a block with its attributes and its line', () => {
    assert.deepEqual(blocksOf('Text.\n\n<Findings area="a1" />\n<Samples />\n\nMer text.'), [
      { kind: 'html', html: '<p>Text.</p>' },
      { kind: 'component', name: 'Findings', props: { area: 'a1' }, line: linesBefore + 3 },
      { kind: 'component', name: 'Samples', props: {}, line: linesBefore + 4 },
      { kind: 'html', html: '<p>Mer text.</p>' },
    ]);
  });
});

describe('A link', () => {
  const refusal = (url: string) =>
    `1: Länken "${url}" leder dit en rapport inte får länka. En länk börjar med https://, http:// eller mailto:, eller är en adress i arkivet som /ordlista/.`;

  for (const [markdown, url = markdown] of [
    ['javascript:alert`1`'],
    ['JaVaScRiPt:alert`1`'],
    ['vbscript:x'],
    ['data:text/html,x'],
    ['file:///etc/passwd'],
    ['ftp://exempel.se'],
    ['tel:123'],
    ['j&#x61;vascript:x', 'javascript:x'],
    ['javascript&colon;x', 'javascript:x'],
    ['java&#10;script:x', 'java\nscript:x'],
    ['java&Tab;script:x', 'java\tscript:x'],
    ['&#x1f;javascript:x', '\ufffdjavascript:x'],
    ['java&#x200b;script:x', 'java\u200bscript:x'],
    ['//exempel.se'],
    ['/\\exempel.se'],
    ['\\\\\\\\exempel.se', '\\\\exempel.se'],
    ['&#9;//exempel.se', '\t//exempel.se'],
  ] as const) {
    test(`to ${markdown} is refused`, () =>
      assert.deepEqual(faultsOf(`[här](<${markdown}>)`), [refusal(url)]));
  }

  test('that is defined elsewhere is refused where it is defined', () => {
    assert.deepEqual(faultsOf('Se [här][1].\n\n[1]: javascript:x'), [
      refusal('javascript:x').replace('1:', '3:'),
    ]);
  });

  test('that is long is cut where it is quoted', () => {
    assert.deepEqual(faultsOf(`[här](data:${'x'.repeat(70)})`), [refusal(`data:${'x'.repeat(52)}…`)]);
  });

  for (const url of [
    'https://exempel.se/a?b=c:d#e',
    'HTTP://exempel.se',
    'mailto:a@exempel.se',
    '/ordlista/#a',
    '#avsnitt-2-2',
    '?q=a:b',
    'papper/2020:1',
  ]) {
    test(`to ${url} is let through`, () =>
      assert.match(htmlOf(`[här](${url})`), /^<p><a href="[^"]+">här<\/a><\/p>$/));
  }

  test('is made of a bare address', () => {
    assert.equal(
      htmlOf('Se https://exempel.se, www.exempel.se och a@exempel.se.'),
      '<p>Se <a href="https://exempel.se">https://exempel.se</a>, <a href="http://www.exempel.se">www.exempel.se</a> och <a href="mailto:a@exempel.se">a@exempel.se</a>.</p>',
    );
  });

  test('that leads within the archive is kept with its line, to be followed', () => {
    const { links } = compiled('Se [a](/ordlista/), [b](https://exempel.se) och\n[c](#avsnitt-1).');
    assert.deepEqual(links, [
      { url: '/ordlista/', line: linesBefore + 1 },
      { url: '#avsnitt-1', line: linesBefore + 2 },
    ]);
  });
});

describe('Prose that MDX stumbles over is told the mend:', () => {
  const stumbles: Readonly<Record<string, readonly [text: string, fault: string]>> = {
    'less than': [
      'Under <5 % av pappret',
      'Tecknet < i "<5 %" läses som början på en komponent. Skriv &lt; i stället: &lt;5 %.',
    ],
    'an arrow': [
      'Papper <– penna',
      'Tecknet < i "<–" läses som början på en komponent. Skriv &lt; i stället: &lt;–.',
    ],
    braces: [
      'Se {bilaga 1} om papper',
      'Klamrarna i {bilaga 1} läses som kod. Skriv omvända snedstreck före dem: \\{bilaga 1\\}.',
    ],
    'one brace': [
      'Se {bilaga',
      'Klamrarna i {bilaga läses som kod. Skriv omvända snedstreck före dem: \\{bilaga.',
    ],
    'an HTML comment': [
      '<!-- Kolla pappret -->',
      'HTML-kommentarer (<!-- … -->) kan inte användas. Skriv {/* … */} runt det som inte ska synas.',
    ],
    'an HTML comment in a paragraph': [
      'Pappret <!-- kolla --> är slut',
      'HTML-kommentarer (<!-- … -->) kan inte användas. Skriv {/* … */} runt det som inte ska synas.',
    ],
    'an address in angle brackets': [
      'Se <https://exempel.se/papper>.',
      'Länken <https://exempel.se/papper> står inom vinkelparenteser, som här läses som kod. Skriv adressen utan parenteser, eller som länk: [text](https://exempel.se/papper).',
    ],
    'an e-mail address in angle brackets': [
      'Skriv till <a@exempel.se>.',
      'Länken <a@exempel.se> står inom vinkelparenteser, som här läses som kod. Skriv adressen utan parenteser, eller som länk: [text](mailto:a@exempel.se).',
    ],
  };
  for (const [what, [text, fault]] of Object.entries(stumbles)) {
    test(what, () => assert.deepEqual(faultsOf(`Rad ett.\n\n${text}`), [`3: ${fault}`]));
  }

  test('several in one text, each on its line, also within a paragraph', () => {
    const text =
      'Under <5 % av\npappret, se {bilaga 1}.\n\n| Papper |\n|--|\n| <10 |\n\n<!-- kolla -->\n\n<https://exempel.se>';
    assert.deepEqual(
      faultsOf(text).map((fault) => fault.split(' ').slice(0, 2).join(' ')),
      ['1: Tecknet', '2: Klamrarna', '6: Tecknet', '8: HTML-kommentarer', '10: Länken'],
    );
  });

  test('but not in code, nor where it is escaped, nor in a comment', () => {
    assert.deepEqual(
      faultsOf('`<5 {x}` och &lt;5, \\{bilaga 2\\} {/* kolla */}\n\n```\n<5 {x}\n```\n\nMen {bilaga 1}.').map(
        (fault) => fault.slice(0, 30),
      ),
      ['7: Klamrarna i {bilaga 1} läse'],
    );
  });

  test('less than with a space after it is text', () => {
    assert.equal(htmlOf('a < b'), '<p>a &#x3C; b</p>');
  });

  test('the mend that is told works', () => {
    assert.equal(
      htmlOf('Under &lt;5 %, se \\{bilaga 1\\}. {/* Kolla pappret */}'),
      '<p>Under &#x3C;5 %, se {bilaga 1}. </p>',
    );
  });
});

describe('Markdown that has no place in a report is refused:', () => {
  test('headings on the first level, and below the fourth', () => {
    const mend = 'Använd ##, ### eller ####.';
    assert.deepEqual(faultsOf('# Papper\n\n##### Pennor\n\nPärmar\n===='), [
      `1: En rubrik på högsta nivån (#) kan inte stå i texten; där står rapportens titel. ${mend}`,
      `3: En rubrik på nivå 5 är för djup. ${mend}`,
      `5: En rubrik på högsta nivån (#) kan inte stå i texten; där står rapportens titel. ${mend}`,
    ]);
  });

  test('boxes to tick', () => {
    assert.deepEqual(faultsOf('- a\n- [x] b'), [
      '2: Kryssrutor i listor kan inte användas. Skriv vad som är gjort i ord.',
    ]);
  });

  test('pictures by reference', () => {
    assert.deepEqual(faultsOf('![Karta][1]\n\n[1]: karta.png'), [
      '1: Det här slaget av Markdown kan inte användas. Se guiden om Markdown.',
    ]);
  });

  test('pictures without a text for those who do not see them', () => {
    assert.deepEqual(faultsOf('![ ](karta.png)'), [
      '1: Bilden "karta.png" saknar alternativtext. Skriv inom hakparenteserna vad bilden visar, för den som inte ser den.',
    ]);
  });

  test('pictures anywhere but in a paragraph of their own', () => {
    const fault =
      'En bild står mitt i texten. Låt bilden stå i ett eget stycke, utanför listor, citat och fotnoter.';
    for (const body of [
      'Se ![karta](karta.png) här.',
      '- ![karta](https://exempel.se/karta.png)',
      '> ![karta](karta.png)',
      '[![karta](karta.png)](/)',
      '## ![karta](karta.png)',
    ]) {
      assert.deepEqual(faultsOf(body), [`1: ${fault}`], body);
    }
    assert.deepEqual(faultsOf('Text[^1].\n\n[^1]: ![karta](karta.png)'), [`3: ${fault}`]);
    assert.deepEqual(faultsOf('| a |\n|--|\n| ![karta](karta.png) |'), [`3: ${fault}`]);
  });
});

describe('A text field', () => {
  const fault =
    'rad 12 purpose: Ett textfält är löpande text; här står något annat (en rubrik, lista, tabell, bild eller fotnot). Flytta det till rapportens text, under metadatablocket.';

  for (const [what, markdown] of Object.entries({
    'a heading': '## Papper',
    'a list': '- papper',
    'a table': '| a |\n  |--|\n  | b |',
    'a quotation': '> papper',
    'a picture': '![karta](https://exempel.se/karta.png)',
    'a code block': '```\n  papper\n  ```',
    'a rule': '***',
  })) {
    test(`has no place for ${what}`, () => {
      const [first] = printedOfAudit({ purpose: `|\n  ${markdown}` });
      assert.equal(first, fault);
    });
  }

  test('has no place for a component that is a block', () => {
    assert.deepEqual(printedOfAudit({ purpose: '<Findings />' }), [
      'rad 12 purpose: <Findings/> måste stå för sig själv, på en egen rad i rapportens text. Låt raden före och raden efter vara tomma, och dra inte in den.',
    ]);
  });

  test('is told the same mends as a text', () => {
    const findings = [
      { id: 'f1', observation: 'Slut.' },
      { id: 'f2', observation: 'Under <5 %, se {bilaga 1}.' },
    ];
    assert.deepEqual(printedOfAudit({ findings }), [
      'rad 14 iakttagelse f2, observation: Klamrarna i {bilaga 1} läses som kod. Skriv omvända snedstreck före dem: \\{bilaga 1\\}.',
      'rad 14 iakttagelse f2, observation: Tecknet < i "<5 %" läses som början på en komponent. Skriv &lt; i stället: &lt;5 %.',
    ]);
  });
});

describe('A heading', () => {
  test('hangs its number as a link to itself', () => {
    assert.equal(
      htmlOf('## 2.2 Papper och pennor'),
      '<h2 id="avsnitt-2-2"><a class="heading-anchor" href="#avsnitt-2-2"><span class="heading-number">2.2</span></a> Papper och pennor</h2>',
    );
  });

  test('without a number has a link that says where it leads', () => {
    assert.equal(
      htmlOf('### Papper och *pennor*'),
      '<h3 id="avsnitt-papper-och-pennor"><a class="heading-anchor" href="#avsnitt-papper-och-pennor" aria-label="Länk till avsnittet Papper och pennor"></a> Papper och <em>pennor</em></h3>',
    );
  });

  test('is listed with depth, number and text', () => {
    assert.deepEqual(compiled('## 2 Papper\n\n### 2.1. Åtkomst & ark\n\n#### Övrigt').body.headings, [
      { depth: 2, id: 'avsnitt-2', label: '2', text: 'Papper' },
      { depth: 3, id: 'avsnitt-2-1', label: '2.1', text: 'Åtkomst & ark' },
      { depth: 4, id: 'avsnitt-ovrigt', text: 'Övrigt' },
    ]);
  });

  test('that begins with a year has no number', () => {
    assert.deepEqual(compiled('## 2017 års papper').body.headings, [
      { depth: 2, id: 'avsnitt-2017-ars-papper', text: '2017 års papper' },
    ]);
  });

  test('whose number is set in bold keeps its text', () => {
    assert.match(
      htmlOf('## **2.2** Papper'),
      /<span class="heading-number">2\.2<\/span><\/a> <strong><\/strong> Papper<\/h2>$/,
    );
  });

  test('has an id of its own, also where two say the same', () => {
    const ids = compiled('## 1 A\n\n## 1 B\n\n## Papper\n\n## PAPPER!\n\n## 1.2 C\n\n## –').body.headings.map(
      ({ id }) => id,
    );
    assert.deepEqual(ids, [
      'avsnitt-1',
      'avsnitt-1-2',
      'avsnitt-papper',
      'avsnitt-papper-2',
      'avsnitt-1-2-2',
      'avsnitt-utan-namn',
    ]);
  });

  test('is not named by the number of its footnote', () => {
    const { body } = compiled('## Papper[^1]\n\n[^1]: Vitt.');
    assert.deepEqual(body.headings, [{ depth: 2, id: 'avsnitt-papper', text: 'Papper' }]);
    assert.match(body.blocks[0]?.kind === 'html' ? body.blocks[0].html : '', /Papper<sup><a href="#fn-1"/);
  });
});

describe('A table', () => {
  test('scrolls in a labelled region that the keyboard reaches, its alignment in classes', () => {
    assert.equal(
      htmlOf('| System | Konton | Andel |\n|---|--:|:-:|\n| Papyrus | 627 | ~~6~~ |').replaceAll('\n', ''),
      [
        '<div class="table-scroll" role="region" tabindex="0" aria-label="Tabell: System, Konton, Andel"><table>',
        '<thead><tr><th scope="col">System</th><th class="align-right" scope="col">Konton</th><th class="align-center" scope="col">Andel</th></tr></thead>',
        '<tbody><tr><td>Papyrus</td><td class="align-right">627</td><td class="align-center"><del>6</del></td></tr></tbody>',
        '</table></div>',
      ].join(''),
    );
  });

  test('is labelled by the columns that have a name', () => {
    assert.match(htmlOf('| | Viva |\n|---|---|\n| Drivs av | oss |'), /aria-label="Tabell: Viva"/);
  });

  test('whose corner is empty has a heading for each row', () => {
    assert.equal(
      htmlOf('| | Papyrus |\n|---|---|\n| Drivs av | oss |')
        .replaceAll('\n', '')
        .replace(/^.*<thead>/, ''),
      '<tr><td></td><th scope="col">Papyrus</th></tr></thead><tbody><tr><th scope="row">Drivs av</th><td>oss</td></tr></tbody></table></div>',
    );
  });

  test('in a list scrolls there', () => {
    assert.match(htmlOf('- | a |\n  |---|\n  | b |'), /^<ul>\n<li>\n?<div class="table-scroll"/);
  });
});

describe('A footnote', () => {
  test('stands after the block that refers to it, with links both ways', () => {
    const html = htmlOf('Papper.[^a]\n\nPennor.\n\n[^a]: Vitt.');
    assert.equal(
      html.replaceAll('\n', ''),
      [
        '<p>Papper.<sup><a href="#fn-a" id="fnref-a" class="footnote-ref" aria-label="Not 1">1</a></sup></p>',
        '<div class="footnotes"><aside class="footnote" id="fn-a" role="note" aria-label="Not 1">',
        '<span class="footnote-number" aria-hidden="true">1</span>',
        '<p>Vitt. <a href="#fnref-a" class="footnote-back" aria-label="Tillbaka till texten vid not 1">↩</a></p>',
        '</aside></div><p>Pennor.</p>',
      ].join(''),
    );
  });

  test('that is referred to twice stands once and leads back to both', () => {
    const html = htmlOf('Papper.[^1]\n\nPennor.[^1]\n\n[^1]: Vitt.');
    assert.equal(html.match(/<aside/g)?.length, 1);
    assert.deepEqual(html.match(/ id="fnref-[^"]+"/g), [' id="fnref-1"', ' id="fnref-1-2"']);
    assert.deepEqual(html.match(/href="#fnref-[^"]+"/g), ['href="#fnref-1"', 'href="#fnref-1-2"']);
    assert.ok(html.indexOf('<aside') < html.indexOf('Pennor'));
  });

  test('of a table or a list stands after the whole of it', () => {
    const html = htmlOf('| Papper[^1] |\n|---|\n| x |\n\n- Penna[^2]\n\n[^1]: Vitt.\n\n[^2]: Blå.');
    assert.match(html, /<\/table><\/div><div class="footnotes"><aside[^>]+id="fn-1"/);
    assert.match(html, /<\/ul><div class="footnotes"><aside[^>]+id="fn-2"/);
  });

  test('that only another footnote refers to stands after that one', () => {
    const html = htmlOf('Papper.[^1]\n\n[^1]: Se[^2].\n\n[^2]: Vitt.');
    assert.deepEqual(html.match(/<aside class="footnote" id="[^"]+"/g), [
      '<aside class="footnote" id="fn-1"',
      '<aside class="footnote" id="fn-2"',
    ]);
    assert.doesNotMatch(html, /data-footnote|aria-describedby/);
  });

  test('without a text is missed where it is referred to', () => {
    assert.deepEqual(faultsOf('Papper\noch pennor.[^9]'), [
      '2: Fotnoten [^9] har ingen text. Skriv den sist i filen: [^9]: Text.',
    ]);
  });

  test('without a text is missed beside a bare address too', () => {
    const fault = '3: Fotnoten [^9] har ingen text. Skriv den sist i filen: [^9]: Text.';
    assert.deepEqual(faultsOf('Papper.\n\n[https://exempel.se] och pennor.[^9]'), [fault]);
    assert.deepEqual(faultsOf('Papper.\n\n[https://exempel.se[^9]a'), [fault]);
  });

  test('that nothing refers to, or that stands twice, is refused', () => {
    assert.deepEqual(faultsOf('Papper.[^1]\n\n[^1]: A.\n\n[^1]: B.\n\n[^2]: C.'), [
      '5: Fotnoten [^1] står två gånger. Ge den ena ett annat nummer.',
      '7: Fotnoten [^2] används inte någonstans i texten. Skriv [^2] där den hör hemma, eller ta bort den.',
    ]);
  });
});

describe('What an author writes is rendered:', () => {
  test('a citation as a placeholder, to be linked when the page is', () => {
    const { body, cites } = compiled(
      'Enligt <Cite criterion="osl" section="3:1" />\noch <Cite criterion="gdpr" />.',
    );
    assert.deepEqual(body.blocks, [
      {
        kind: 'html',
        html: '<p>Enligt <cite-criterion data-criterion="osl" data-section="3:1"></cite-criterion>\noch <cite-criterion data-criterion="gdpr"></cite-criterion>.</p>',
      },
    ]);
    assert.deepEqual(cites, [
      { criterion: 'osl', section: '3:1', line: linesBefore + 1 },
      { criterion: 'gdpr', line: linesBefore + 2 },
    ]);
  });

  test('a picture as a figure, with its address as it was written', () => {
    assert.deepEqual(
      blocksOf('![En karta](min karta.png "Så ser det ut")'.replace('min karta', 'min%20karta')),
      [
        {
          kind: 'component',
          name: 'Figure',
          props: { src: 'min%20karta.png', alt: 'En karta', caption: 'Så ser det ut', width: 0, height: 0 },
          line: linesBefore + 1,
        },
      ],
    );
  });

  test('struck and emphasised text, lists, quotations, code and rules', () => {
    assert.equal(
      htmlOf('~~a~~ *b* **c** `d`'),
      '<p><del>a</del> <em>b</em> <strong>c</strong> <code>d</code></p>',
    );
    assert.equal(htmlOf('- a\n- b').replaceAll('\n', ''), '<ul><li>a</li><li>b</li></ul>');
    assert.equal(htmlOf('3. a\n4. b').replaceAll('\n', ''), '<ol start="3"><li>a</li><li>b</li></ol>');
    assert.equal(htmlOf('> a').replaceAll('\n', ''), '<blockquote><p>a</p></blockquote>');
    assert.equal(htmlOf('```\na<b\n```'), '<pre tabindex="0"><code>a&#x3C;b\n</code></pre>');
    assert.equal(htmlOf('***'), '<hr>');
  });

  test('a comment as nothing', () => {
    assert.deepEqual(blocksOf('{/* Ett\nstycke */}'), []);
    assert.equal(htmlOf('{/* a */}\n\nText.{/* b */}'), '<p>Text.</p>');
  });
});

describe('A compiled text field', () => {
  const fieldOf = (markdown: string) =>
    compiledFile(
      'pages/om.mdx',
      `---\n- id: a\n  name: A\n  about: ${JSON.stringify(markdown)}\n---\n`,
      topicsSchema,
    ).data?.[0]?.about;

  test('of one paragraph stands without a paragraph', () => {
    assert.deepEqual(fieldOf('Ett *vitt* [ark](/ark/).'), {
      markdown: 'Ett *vitt* [ark](/ark/).',
      html: 'Ett <em>vitt</em> <a href="/ark/">ark</a>.',
      text: 'Ett vitt ark.',
    });
  });

  test('of several paragraphs keeps them', () => {
    assert.deepEqual(fieldOf('Ett ark.\n\nTvå\nark.'), {
      markdown: 'Ett ark.\n\nTvå\nark.',
      html: '<p>Ett ark.</p>\n<p>Två\nark.</p>',
      text: 'Ett ark. Två ark.',
    });
  });
});

describe('Whatever an author writes', () => {
  const pieces = fc.constantFrom(
    ...[
      'a',
      'å',
      ' ',
      '\n',
      '\n\n',
      '# ',
      '## ',
      '##### ',
      '- ',
      '1. ',
      '> ',
      '| a | b |\n|---|--:|\n| c |',
      '*',
      '**',
      '_',
      '~~',
    ],
    ...[
      '`',
      '```\n',
      '[^1]',
      '[^1]: x\n',
      '[',
      '](',
      ')',
      '![',
      'javascript:',
      'data:',
      'https://exempel.se',
      '//x',
      '&lt;',
      '&#58;',
      '%ff',
    ],
    ...[
      '<',
      '>',
      '</',
      '/>',
      '{',
      '}',
      '{/* ',
      ' */}',
      '<!--',
      '-->',
      '\\',
      '"',
      '=',
      '<b>',
      '<Findings ',
      'area="a"',
      '<Cite criterion="x" />',
    ],
    ...[
      'import ',
      'export ',
      '2.1 ',
      '<Figure src="x.png" alt="y" />',
      '&',
      '\t',
      '    ',
      '---\n',
      '\u0000',
      '\u2028',
      '🗄',
    ],
  );
  const text = fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(''));

  test('compiles, or is reported with a line that it has', () => {
    fc.assert(
      fc.property(text, (body) => {
        const lineCount = anOwnPage(body).split('\n').length;
        const { problems, body: made } = compiled(body);
        if (problems.length > 0) assert.deepEqual(made, { blocks: [], headings: [] });
        for (const { line = 0, message } of problems) {
          assert.ok(line > linesBefore && line <= lineCount, `line ${line} of ${lineCount}`);
          assert.notEqual(message, '');
        }
      }),
      { numRuns: 500 },
    );
  });

  const tags =
    'p h2 h3 h4 a span sup div aside em strong del code pre br ul ol li blockquote hr table thead tbody tr th td cite-criterion'.split(
      ' ',
    );

  test('becomes only such HTML as the subset has', () => {
    fc.assert(
      fc.property(text, (body) => {
        for (const block of compiled(body).body.blocks) {
          if (block.kind !== 'html') continue;
          for (const [, name = '', attributes = ''] of block.html.matchAll(
            /<\/?([a-z][a-z0-9-]*)((?:"[^"]*"|[^>"])*)>/g,
          )) {
            assert.ok(tags.includes(name), name);
            assert.doesNotMatch(attributes, / (?:on\w+|style)=/);
            const [, href] = / href="([^"]*)"/.exec(attributes) ?? [];
            if (href !== undefined) assert.match(href, /^(?:(?:https?|mailto):|(?!\/\/)[^:]*(?:[/?#]|$))/i);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('in running words alone is kept to the letter', () => {
    const words = fc
      .array(fc.stringMatching(/^[a-zåäö]{1,8}$/), { minLength: 1, maxLength: 8 })
      .map((all) => `Och ${all.join(' ')}.`);
    fc.assert(
      fc.property(words, (sentence) => htmlOf(sentence) === `<p>${sentence}</p>`),
      { numRuns: 200 },
    );
  });
});
