import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { paged } from '../../src/site/paging.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('A list', () => {
  test('of fifty is one page', () => {
    assert.deepEqual(paged(numbers(50), '/granskningar/'), [
      { number: 1, count: 1, items: numbers(50), total: 50, path: '/granskningar/' },
    ]);
  });

  test('of fifty-one is two, each with a way to the other', () => {
    assert.deepEqual(paged(numbers(51), '/granskningar/'), [
      {
        number: 1,
        count: 2,
        items: numbers(50),
        total: 51,
        path: '/granskningar/',
        next: '/granskningar/sida/2/',
      },
      {
        number: 2,
        count: 2,
        items: [51],
        total: 51,
        path: '/granskningar/sida/2/',
        previous: '/granskningar/',
      },
    ]);
  });

  test('has a page in the middle with a way both back and on', () => {
    const [, middle] = paged(numbers(5), '/a/', 2);
    assert.deepEqual(middle, {
      number: 2,
      count: 3,
      items: [3, 4],
      total: 5,
      path: '/a/sida/2/',
      previous: '/a/',
      next: '/a/sida/3/',
    });
  });

  test('that is empty is one empty page', () => {
    assert.deepEqual(paged([], '/a/'), [{ number: 1, count: 1, items: [], total: 0, path: '/a/' }]);
  });

  test('stands whole on its pages together', () => {
    assert.deepEqual(
      paged(numbers(123), '/a/', 10).flatMap(({ items }) => items),
      numbers(123),
    );
  });
});
