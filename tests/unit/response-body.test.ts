import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nestedBody } from '../../src/components/report/response-body.ts';

test("a response's headings stand below its own, with fragments that the report cannot have", () => {
  const html = '<h2 id="avsnitt-a"><a href="#avsnitt-a">A</a></h2><p>Se <a href="/om/#b">om</a>.</p>';
  assert.deepEqual(nestedBody({ blocks: [{ kind: 'html', html }], headings: [] }, 'svar-x').blocks, [
    {
      kind: 'html',
      html: '<h4 id="svar-x-avsnitt-a"><a href="#svar-x-avsnitt-a">A</a></h4><p>Se <a href="/om/#b">om</a>.</p>',
    },
  ]);
});
