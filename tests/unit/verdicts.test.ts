import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gradeOfVerdict, grades, labelOf } from '../../src/schemas/index.ts';
import { archiveOf } from '../fixtures/content.ts';

describe('The words of a verdict', () => {
  for (const [words, grade] of [
    ['Ja', 'met'],
    ['ändamålsenliga och tillfredsställande', 'met'],
    ['Ja, i huvudsak', 'mostly-met'],
    ['i de flesta fallen', 'mostly-met'],
    ['Delvis', 'partly-met'],
    ['Inte helt', 'partly-met'],
    ['Nej', 'not-met'],
    ['inte tillfredsställande', 'not-met'],
    ['Kan inte bedömas', 'not-assessable'],
  ] as const) {
    test(`"${words}" stand for ${labelOf(grades, grade)}`, () => assert.equal(gradeOfVerdict(words), grade));
  }

  test('may be capitals, have more spaces and end with a full stop', () => {
    assert.equal(gradeOfVerdict('  INTE \n tillräcklig. '), 'not-met');
    assert.equal(gradeOfVerdict('ändamålsenlig'), 'met');
  });

  test('that the table does not know stand for nothing', () => {
    assert.equal(gradeOfVerdict('sisådär'), undefined);
    assert.equal(gradeOfVerdict('inte'), undefined);
    assert.equal(gradeOfVerdict(''), undefined);
  });
});

describe('A grade in the archive', () => {
  const gradesOf = (...answers: readonly object[]) => {
    const scales = [
      {
        id: 'skala',
        words: [
          { word: 'Grönt', grade: 'uppfyllt' },
          { word: 'Ja', grade: 'delvis' },
        ],
      },
    ];
    const { audit } = archiveOf({ scales, questions: [{ id: 'q1', text: 'Finns papper?', answers }] });
    return audit.questions[0]?.answers.map(({ grade }) => grade);
  };

  test("is the author's, whatever the words", () => {
    assert.deepEqual(gradesOf({ verdict: 'Ja', grade: 'ej uppfyllt' }, { grade: 'kan ej bedömas' }), [
      'not-met',
      'not-assessable',
    ]);
  });

  test("is else that of the report's own scale, then that of the table of known words", () => {
    assert.deepEqual(gradesOf({ verdict: 'grönt' }, { verdict: 'Ja' }, { verdict: 'Nej' }), [
      'met',
      'partly-met',
      'not-met',
    ]);
  });

  test('is outside the scale for words that nobody knows, and none for no words', () => {
    assert.deepEqual(gradesOf({ verdict: 'Sisådär' }, { text: 'Pappret är slut.' }), ['other', 'ungraded']);
  });
});
