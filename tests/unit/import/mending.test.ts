import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { asBodyMarkdown, asMarkdown } from '../../../src/import/markup.ts';
import { joinedLines, plainLetters, WordMender } from '../../../src/import/mending.ts';
import { compiledFile } from '../../../src/reports/index.ts';
import { auditSchema } from '../../../src/schemas/index.ts';
import { anAudit } from '../../fixtures/content.ts';

describe('lines of a paragraph', () => {
  const joined: readonly (readonly [string, readonly string[], string])[] = [
    [
      'a word broken at the end of a line is whole',
      ['Nämnden ska se till att verk-', 'samheten bedrivs'],
      'Nämnden ska se till att verksamheten bedrivs',
    ],
    [
      'a hyphen broken one letter late is mended by the joining',
      ['utbildning-', 'snämnden'],
      'utbildningsnämnden',
    ],
    [
      'a hyphen after which the rest of a word is to be thought stays',
      ['Offentlighets-', 'och sekretesslagen'],
      'Offentlighets- och sekretesslagen',
    ],
    [
      'a hyphen after capitals is the word’s own',
      ['uppgifter från IT-', 'avdelningen'],
      'uppgifter från IT-avdelningen',
    ],
    [
      'a hyphen before a capital is the word’s own',
      ['logga in med Mobilt Bank-', 'ID'],
      'logga in med Mobilt Bank-ID',
    ],
    [
      'a slash joins without a space',
      ['ISO/IEC 27001 och ISO/', 'IEC 27002'],
      'ISO/IEC 27001 och ISO/IEC 27002',
    ],
  ];
  for (const [name, lines, text] of joined) {
    test(name, () => assert.equal(joinedLines(lines), text));
  }
});

describe('broken words within a line', () => {
  const mender = new WordMender(
    'Nämnden eller styrelsen, eller båda. Utbildningsnämnden och nämnden. IT-system. Ta med el.',
  );
  const mended: readonly (readonly [string, string])[] = [
    ['Kommunstyrelsen el ler fullmäktige', 'Kommunstyrelsen eller fullmäktige'],
    ['en faststäl ld policy', 'en fastställd policy'],
    ['såväl nämn- den som styrelsen', 'såväl nämnden som styrelsen'],
    ['såväl utbildning-snämnden', 'såväl utbildningsnämnden'],
    ['ett IT- system', 'ett IT-system'],
    ['barn- och skolnämnden', 'barn- och skolnämnden'],
    ['enligt 6 kap. 7 ? kommunallagen', 'enligt 6 kap. 7 § kommunallagen'],
    ['en nämnd och ett av de bolag som får se på det', 'en nämnd och ett av de bolag som får se på det'],
    ['finns inte .', 'finns inte.'],
  ];
  for (const [broken, whole] of mended) {
    test(`”${broken}” is read as ”${whole}”`, () => assert.equal(mender.mended(broken), whole));
  }
});

test('ligatures, soft hyphens and spaces that do not break are plain letters', () => {
  assert.equal(plainLetters('eﬀektiv ﬁnansi\u00ADering\u00A0av ﬂera'), 'effektiv finansiering av flera');
});

const prose = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'abcå Ö 12.)#*_`<>{}[]|~&!\\-+=:/^"\''),
      fc.constantFrom('import ', '&lt;', '&#35;', '</b>', '<Figure', '1. ', '- ', '# '),
    ),
    maxLength: 40,
  })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

test('whatever text an import writes into a field is read back as the same text', () => {
  fc.assert(
    fc.property(prose, (text) => {
      const source = anAudit({ purpose: JSON.stringify(asMarkdown(text)) });
      const { data, problems } = compiledFile('audits/a/2020-a.mdx', source, auditSchema);
      assert.deepEqual(problems, []);
      assert.equal(data?.purpose?.text.trim(), text);
    }),
    { numRuns: 300 },
  );
});

test('whatever text an import writes into the body leaves no code, markup or component in it', () => {
  fc.assert(
    fc.property(prose, (text) => {
      const source = anAudit({ body: asBodyMarkdown(text, new Set()) });
      const { body, problems } = compiledFile('audits/a/2020-a.mdx', source, auditSchema);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        body.blocks.filter(({ kind }) => kind === 'component'),
        [],
      );
    }),
    { numRuns: 300 },
  );
});
