import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { placeName, valueAt, YamlSource } from '../../src/yaml/index.ts';
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

test('a value is found at its path, and nothing where the path leads nowhere', () => {
  const data = { a: [{ b: 'c' }] };
  assert.equal(valueAt(data, ['a', 0, 'b']), 'c');
  assert.equal(valueAt(data, ['a', 1, 'b']), undefined);
  assert.equal(valueAt(data, ['toString']), undefined);
  assert.equal(valueAt(data, ['a', 0, 'b', 'length']), undefined);
});
