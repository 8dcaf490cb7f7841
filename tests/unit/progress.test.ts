import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Progress, progressText, timeText } from '../../src/building/index.ts';

describe('The progress of long work', () => {
  test('is what, how many of how many, how fast and how long is left', () => {
    assert.equal(
      progressText('Sidor', 420, 1000, 4200),
      'Sidor: 420 av 1\u00a0000, 100 i sekunden, 6 s kvar',
    );
  });

  test('is told with a decimal where it is slow', () => {
    assert.equal(progressText('Rapporter', 5, 10, 2000), 'Rapporter: 5 av 10, 2,5 i sekunden, 2 s kvar');
  });

  test('says nothing of the speed before anything is done', () => {
    assert.equal(progressText('Sidor', 0, 10, 5000), 'Sidor: 0 av 10');
  });

  test('is not written where the output is no terminal', () => {
    const written: string[] = [];
    const output = { isTTY: false, write: (text: string) => written.push(text) > 0 };
    const progress = new Progress('Sidor', output);
    progress.show(10, 10);
    progress.end();
    assert.deepEqual(written, []);
  });

  test('is written over on one line of a terminal, and taken away', () => {
    const written: string[] = [];
    const output = { isTTY: true, write: (text: string) => written.push(text) > 0 };
    const progress = new Progress('Sidor', output);
    progress.show(1, 2);
    progress.show(2, 2);
    progress.end();
    const lines = written.join('').replaceAll('\r\u001b[2K', '|');
    assert.match(lines, /^\|Sidor: 1 av 2[^|]*\|Sidor: 2 av 2[^|]*0 s kvar\|$/);
  });
});

test('Time left is told in seconds, minutes or hours', () => {
  assert.deepEqual([7, 125, 4200].map(timeText), ['7 s', '2 min 5 s', '1 h 10 min']);
});
