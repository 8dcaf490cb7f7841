import { describe, test } from 'node:test';
import { fuzzings } from '../fixtures/fuzzing.ts';

describe('Whatever is done to a file', () => {
  for (const [what, fuzz] of Object.entries(fuzzings)) test(what, () => fuzz(6000));
});
