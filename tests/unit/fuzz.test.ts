import { describe, test } from 'node:test';
import { fuzzings } from '../fixtures/fuzzing.ts';

/* A few at each run, others each time; tests/deep/fuzz.test.ts makes thousands. */

describe('Whatever is done to a file', () => {
  for (const [what, fuzz] of Object.entries(fuzzings)) test(what, () => fuzz(120));
});
