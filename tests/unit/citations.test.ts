import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { stepsIn } from '../../src/criteria/grammar.ts';
import {
  type CitableAct,
  type CitedPart,
  citationGrammar,
  keyAndWider,
  keysOf,
  type LegalCitation,
} from '../../src/criteria/index.ts';
import { someActs } from '../fixtures/citable-acts.ts';
import { examples } from './citations/examples.ts';

const { citationsIn, format } = citationGrammar(someActs);

for (const [what, rows] of Object.entries(examples)) {
  describe(`citations: ${what}`, () => {
    for (const { text, year, found, by } of rows) {
      it(`${JSON.stringify(text)}${year === undefined ? '' : ` in ${year}`}`, () => {
        const unmarked = text.replace(/[⟦⟧]/g, '');
        const citations = citationsIn(unmarked, year === undefined ? {} : { year });
        let marked = '';
        let from = 0;
        for (const { span } of citations) {
          marked += `${unmarked.slice(from, span[0])}⟦${unmarked.slice(...span)}⟧`;
          from = span[1];
        }
        assert.deepEqual(
          [marked + unmarked.slice(from), ...citations.map(({ citation }) => format(citation))],
          [text, ...found],
        );
        if (by !== undefined) assert.equal(citations.at(-1)?.by, by);
      });
    }
  });
}

describe('the table of examples', () => {
  it('has at least 150, and no text twice in a year', () => {
    const texts = Object.values(examples).flatMap((rows) => rows.map(({ text, year }) => `${year} ${text}`));
    assert.ok(texts.length >= 150, `${texts.length} examples`);
    assert.equal(new Set(texts).size, texts.length);
  });
});

/** Objects like those that are written in code: fast-check's have no prototype. */
const plain = <Fields extends object>(fields: { [Key in keyof Fields]: fc.Arbitrary<Fields[Key]> }) =>
  fc.record(fields, { noNullPrototype: true });
const number = fc.integer({ min: 1, max: 399 });
const letter = fc.constantFrom('', '', '', 'a', 'b', 'c');
const numbered = fc.tuple(number, letter).map(([figure, after]) => `${figure}${after}`);
const smallNumber = fc.integer({ min: 1, max: 25 }).map(String);

/** A section, perhaps a range of them or a stycke and point in it. */
const sectionPart: fc.Arbitrary<CitedPart> = fc.oneof(
  { weight: 3, arbitrary: plain({ section: numbered }) },
  { weight: 1, arbitrary: plain({ section: numbered, through: numbered }) },
  {
    weight: 1,
    arbitrary: plain({ section: numbered, paragraph: smallNumber }),
  },
  { weight: 1, arbitrary: plain({ section: numbered, paragraph: smallNumber, point: smallNumber }) },
  { weight: 1, arbitrary: plain({ section: numbered, point: smallNumber }) },
);
const chapteredPart: fc.Arbitrary<CitedPart> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(numbered, sectionPart).map(([chapter, part]) => ({ chapter, ...part })) },
  { weight: 1, arbitrary: plain({ chapter: numbered }) },
  { weight: 1, arbitrary: plain({ chapter: numbered, through: numbered }) },
);
const articlePart: fc.Arbitrary<CitedPart> = fc.oneof(
  plain({ article: number.map(String) }),
  plain({ article: number.map(String), through: number.map(String) }),
  plain({ article: number.map(String), paragraph: smallNumber }),
  plain({ article: number.map(String), point: fc.constantFrom('a', 'f', 'z') }),
  plain({
    article: number.map(String),
    paragraph: smallNumber,
    point: fc.constantFrom('a', 'b', 'f', 'z'),
  }),
);
const partOf: Readonly<Record<CitableAct['division'], fc.Arbitrary<CitedPart>>> = {
  chapters: chapteredPart,
  sections: sectionPart,
  articles: articlePart,
  undivided: sectionPart,
};

const anyCitation: fc.Arbitrary<LegalCitation> = fc.oneof(
  fc.constantFrom(...someActs).chain(({ id, division, kind }) =>
    fc
      .array(partOf[division], {
        // The name of an agreement or a policy is a citation only beside a part.
        minLength: kind === 'agreement' || kind === 'policy' ? 1 : 0,
        maxLength: 4,
      })
      .map((parts): LegalCitation => ({ rule: { kind: 'known', id }, parts })),
  ),
  fc.array(chapteredPart, { maxLength: 3 }).map(
    (parts): LegalCitation => ({
      rule: { kind: 'outside', name: 'lotterilagen', number: 'SFS 1994:1000' },
      parts,
    }),
  ),
  fc
    .array(chapteredPart, { minLength: 1, maxLength: 3 })
    .map(
      (parts): LegalCitation => ({ rule: { kind: 'outside', name: 'plan- och byggförordningen' }, parts }),
    ),
  fc
    .array(articlePart, { maxLength: 3 })
    .map((parts): LegalCitation => ({ rule: { kind: 'outside', number: '(EU) 910/2014' }, parts })),
  fc
    .array(sectionPart, { maxLength: 3 })
    .map((parts): LegalCitation => ({ rule: { kind: 'outside', number: 'HSLF-FS 2017:40' }, parts })),
  fc
    .array(chapteredPart, { minLength: 1, maxLength: 4 })
    .map((parts): LegalCitation => ({ rule: { kind: 'unnamed' }, parts })),
  fc.constantFrom<LegalCitation>(
    { rule: { kind: 'known', id: 'iso-27001', edition: '2006' }, parts: [] },
    { rule: { kind: 'outside', number: 'prop. 2016/17:171 s. 12–14' }, parts: [] },
    { rule: { kind: 'outside', number: 'SOU 2015:24' }, parts: [] },
    { rule: { kind: 'outside', number: '2014/24/EU' }, parts: [] },
    { rule: { kind: 'outside', number: 'ISO 9001:2015' }, parts: [] },
  ),
);

describe('the canonical form of a citation', () => {
  it('gives the same citation when it is read', () => {
    fc.assert(
      fc.property(anyCitation, (citation) => {
        const text = format(citation);
        const found = citationsIn(text);
        assert.deepEqual(
          found.map(({ span, citation: read }) => [span, read]),
          [[[0, text.length], citation]],
          text,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same citation in a sentence, in any audited year', () => {
    fc.assert(
      fc.property(anyCitation, fc.integer({ min: 1980, max: 2030 }), (citation, year) => {
        const text = format(citation);
        const sentence = `Granskningen visar att ${text} har följts.`;
        const found = citationsIn(sentence, { year });
        assert.deepEqual(
          found.map(({ span, citation: read }) => [sentence.slice(...span), read]),
          [[text, citation]],
          text,
        );
      }),
    );
  });
});

const pieces = fc.constantFrom(
  ...[
    '6',
    '7 a',
    '§',
    '§§',
    'kap.',
    'kap',
    'KL',
    'OSL',
    'kommunallagen',
    '(2017:725)',
    '2017:725',
    'och',
    ',',
  ],
  ...['samt', '–', ':', '/', '.', 'artikel', 'GDPR', 'st', 'p', 'andra', 'stycket', 'i', 'SFS', 'ISO/IEC'],
  ...['27001', 'prop.', '2016/17:171', 's.', 'lagen', 'den', '(', ')', '\n', '\u00a0', '-', 'hälso', 'MSBFS'],
);

describe('any text', () => {
  it('gives citations in order, apart, and each with its parts inside it', () => {
    const text = fc.oneof(
      fc
        .array(fc.tuple(pieces, fc.constantFrom(' ', '')), { maxLength: 40 })
        .map((all) => all.flat().join('')),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (any, isQuery) => {
        let after = 0;
        for (const { span, partSpans, citation } of citationsIn(any, { isQuery, year: 2017 })) {
          assert.ok(span[0] >= after && span[1] > span[0] && span[1] <= any.length);
          after = span[1];
          assert.equal(partSpans.length, citation.parts.length);
          let partAfter = span[0];
          for (const [start, end] of partSpans) {
            assert.ok(start >= partAfter && end > start && end <= span[1], JSON.stringify(any));
            partAfter = end;
          }
          if (partSpans.length > 0) assert.deepEqual([partSpans[0]?.[0], partSpans.at(-1)?.[1]], span);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('gives what it gives where something in it makes all of it be read', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(pieces, fc.constantFrom(' ', '')), { maxLength: 12 }), (all) => {
        const text = all.flat().join('');
        // A soft hyphen alone is white space, and reason to read the words before it letter by letter.
        assert.deepEqual(
          citationsIn(text, { year: 2017 }),
          citationsIn(`${text} \u00ad`, { year: 2017 }),
          text,
        );
      }),
      { numRuns: 5000 },
    );
  });

  const units = {
    digits: '1234567890',
    'single digits': '1 2 3 ',
    signs: '§',
    dots: '.',
    'digits, signs and dots': '1§.',
    'lists without an end': '1, 1 a, 2–3 och ',
    'lists after a sign': '§ 1, 2, 3 ',
    'chapters without an act': '6 kap. 7 § och ',
    'chapters of chapters': '1 kap ',
    articles: 'artikel 5.1 a och b, 6 och ',
    'names half written': 'lagen om behandling av personuppgifter inom ',
    'acts and parts': 'KL 6 kap. 7 § och ',
    numbers: '2017:725 ',
    parentheses: '(((SFS ',
    prefixes: 'ISO/',
    hyphens: 'hälso- och ',
    letters: 'k',
    'soft hyphens': 'kom\u00admunal',
  };
  for (const [what, unit] of Object.entries(units)) {
    it(`costs no more than in proportion to its length: ${what}`, () => {
      const ofLength = (length: number) => stepsIn(unit.repeat(Math.ceil(length / unit.length)), someActs);
      const quarter = ofLength(25_000);
      const whole = ofLength(100_000);
      assert.ok(whole <= quarter * 4.1 + 100, `${quarter} steps for 25 KB, ${whole} for 100 KB`);
      assert.ok(whole <= 100_000 * 60, `${whole} steps`);
    });
  }
});

describe('a question that someone typed', () => {
  const asked = (text: string) =>
    citationsIn(text, { isQuery: true }).map(({ citation }) => format(citation));

  it('may write acronyms in any case', () => {
    assert.deepEqual(asked('kl 6:6'), ['6 kap. 6 § kommunallagen (2017:725)']);
    assert.deepEqual(asked('gdpr art 32'), ['artikel 32 i dataskyddsförordningen']);
  });

  it('may name a part alone', () => {
    assert.deepEqual(asked('6:6'), ['6 kap. 6 §']);
    assert.deepEqual(asked('artikel 32'), ['artikel 32']);
    assert.deepEqual(asked('§ 31'), ['31 §']);
  });
});

describe('a name that several acts have had', () => {
  it('means the one that the audit lists, before the one of the year', () => {
    const [citation] = citationsIn('6 kap. 6 § KL', { year: 2017, listed: new Set(['kl-2017', 'osl']) });
    assert.deepEqual([citation?.citation.rule, citation?.by], [{ kind: 'known', id: 'kl-2017' }, 'listed']);
  });

  it('means the one of the year where the audit lists none or several', () => {
    for (const listed of [new Set(['osl']), new Set(['kl-1991', 'kl-2017'])]) {
      const [citation] = citationsIn('KL', { year: 2017, listed });
      assert.deepEqual([citation?.citation.rule, citation?.by], [{ kind: 'known', id: 'kl-1991' }, 'year']);
    }
  });
});

describe('the keys of a part', () => {
  it('are those of the register', () => {
    assert.deepEqual(keysOf({ chapter: '6', section: '7' }), ['6:7']);
    assert.deepEqual(keysOf({ chapter: '6', section: '7a', paragraph: '2', point: '3' }), ['6:7a']);
    assert.deepEqual(keysOf({ chapter: '6' }), ['6']);
    assert.deepEqual(keysOf({ section: '31' }), ['31']);
    assert.deepEqual(keysOf({ article: '5', paragraph: '1', point: 'f' }), ['5.1f']);
  });

  it('are every number of a range', () => {
    assert.deepEqual(keysOf({ chapter: '12', section: '1', through: '3' }), ['12:1', '12:2', '12:3']);
    assert.deepEqual(keysOf({ chapter: '8', through: '10' }), ['8', '9', '10']);
    assert.deepEqual(keysOf({ section: '9a', through: '10' }), ['9a', '10']);
    assert.deepEqual(keysOf({ section: '1', through: '999' }), ['1', '999']);
  });

  it('lead to wider ones', () => {
    assert.deepEqual(keyAndWider('6:7'), ['6:7', '6']);
    assert.deepEqual(keyAndWider('5.1f'), ['5.1f', '5.1', '5']);
    assert.deepEqual(keyAndWider('5.2'), ['5.2', '5']);
    assert.deepEqual(keyAndWider('31'), ['31']);
  });
});
