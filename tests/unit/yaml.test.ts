import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { placeName, shaped, valueAt, YamlSource } from '../../src/yaml/index.ts';
import { lines } from '../fixtures/content.ts';

describe('Every scalar is the text that was written:', () => {
  for (const written of ['2.10', '0880', 'no', '2017-06-12', 'true', '1e3', '6:30', 'null', '~', '0x1F']) {
    test(written, () => {
      assert.deepEqual(new YamlSource('a.yaml', `a: ${written}\n`).read(), {
        data: { a: written },
        problems: [],
      });
    });
  }
});

describe('The line', () => {
  const source = new YamlSource(
    'a.mdx',
    lines(
      'title: Papper',
      'findings:',
      '  - id: f1',
      '    criteria: [{ criterion: kl, sections: ["6:7",',
      '      "6:8"] }]',
      '  - id: f2',
      '    observation: >-',
      '      Pappret',
      '      är slut.',
      '',
      '    lost: x',
    ),
    1,
  );

  test("of a field is its key's, also where the value stands on the next", () => {
    assert.equal(source.lineOf(['title']), 2);
    assert.equal(source.lineOf(['findings', 1, 'observation']), 8);
    assert.equal(source.lineOf(['findings', 1, 'lost']), 12);
  });

  test('of an item is where it begins, also within brackets', () => {
    assert.equal(source.lineOf(['findings', 0]), 4);
    assert.equal(source.lineOf(['findings', 1]), 7);
    assert.equal(source.lineOf(['findings', 0, 'criteria', 0, 'sections', 1]), 6);
  });

  test('of what is missing is that of the nearest thing around it', () => {
    assert.equal(source.lineOf(['findings', 1, 'bodies', 0]), 7);
    assert.equal(source.lineOf(['findings', 9]), 3);
    assert.equal(source.lineOf(['nothing', 'at', 'all']), 2);
    assert.equal(source.lineOf([]), 2);
  });

  test('of an empty text is the first', () => {
    assert.equal(new YamlSource('a.yaml', '').lineOf(['a']), 1);
  });
});

describe('A place is named as an author would say it:', () => {
  const data = {
    title: 'Papper',
    experts: ['a'],
    people: [{ name: 'A' }],
    findings: [{ id: 'f1', criteria: [{ criterion: 'kl', sections: ['6:7'] }] }],
    recommendations: [
      { id: 'r4', to: ['a', { body: 'b' }], parts: [{ id: 'r4-a', text: 'x' }], finding: 'f1' },
    ],
  };
  for (const [path, name] of [
    [['title'], 'title'],
    [['experts', 0], 'experts'],
    [['people', 0, 'name'], 'person 1, name'],
    [['findings', 0], 'iakttagelse f1'],
    [['findings', 0, 'criteria', 0, 'sections', 0], 'iakttagelse f1, kriterium 1, sections'],
    [['recommendations', 0, 'to', 0], 'rekommendation r4, to'],
    [['recommendations', 0, 'to', 1, 'body'], 'rekommendation r4, to 2, body'],
    [['recommendations', 0, 'parts', 0, 'text'], 'rekommendation r4, del r4-a, text'],
    [['recommendations', 0, 'finding', 0], 'rekommendation r4, finding'],
    [[], ''],
  ] as const) {
    test(name || 'the whole file', () => assert.equal(placeName(path, data), name));
  }

  test('an entry of a register by its id, else by its place', () => {
    assert.equal(placeName([1, 'name'], [{}, { id: 'arkiv' }]), 'arkiv, name');
    assert.equal(placeName([0, 'name'], [{}]), 'post 1, name');
  });
});

describe('Data of the wrong shape', () => {
  const printed = (schema: z.ZodType, data: unknown) =>
    shaped(schema, data, new YamlSource('a.yaml', '')).problems.map(({ message, mend }) => [message, mend]);

  test('that lacks a field is told what the schema says of it, or just that it must be there', () => {
    const schema = z.strictObject({ a: z.string().describe('Ett a.'), b: z.string() });
    assert.deepEqual(printed(schema, {}), [
      ['fältet a saknas.', 'Ett a.'],
      ['fältet b saknas.', 'Fältet måste finnas.'],
    ]);
  });

  test('is measured against the branch of a union that it comes nearest', () => {
    const schema = z.strictObject({
      a: z.union([
        z.strictObject({ body: z.string(), role: z.string().optional() }),
        z.strictObject({ group: z.string(), role: z.enum(['leder', 'medverkar']).optional() }),
      ]),
    });
    assert.deepEqual(printed(schema, { a: { body: 'b', rol: 'r' } }), [
      ['a: fältet "rol" finns inte.', 'Menade du "role"?'],
    ]);
    assert.deepEqual(printed(schema, { a: { group: 'g', role: 'medverka' } }), [
      [
        'a, role: "medverka" är inget av de ord som gäller här.',
        'Menade du "medverkar"? Orden är leder och medverkar.',
      ],
    ]);
  });

  test('is answered in the words of a union that takes nothing of its kind', () => {
    const schema = z.strictObject({
      a: z.union([z.literal('alla'), z.array(z.string())], 'är varken alla eller en lista'),
    });
    assert.deepEqual(printed(schema, { a: 'några' }), [
      ['a: "några" är varken alla eller en lista.', undefined],
    ]);
    assert.deepEqual(printed(schema, { a: ['b', ['c']] }), [
      ['a 2: här står en lista men det ska vara en text.', undefined],
    ]);
  });

  test('of the right shape has no problems', () => {
    assert.deepEqual(shaped(z.strictObject({ a: z.string() }), { a: 'b' }, new YamlSource('a.yaml', '')), {
      data: { a: 'b' },
      problems: [],
    });
  });
});

test('a value is found at its path, and nothing where the path leads nowhere', () => {
  const data = { a: [{ b: 'c' }] };
  assert.equal(valueAt(data, ['a', 0, 'b']), 'c');
  assert.equal(valueAt(data, ['a', 1, 'b']), undefined);
  assert.equal(valueAt(data, ['toString']), undefined);
  assert.equal(valueAt(data, ['a', 0, 'b', 'length']), undefined);
});
