import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerpt, markedText } from '../../../src/search/client/excerpt.ts';
import { stemOf } from '../../../src/search/language/index.ts';

const marks = (words: string, phrases: readonly string[] = []) => ({
  stems: new Set(words.split(' ').filter(Boolean).map(stemOf)),
  phrases,
});

const marked = (runs: readonly { readonly text: string; readonly isMarked: boolean }[]) =>
  runs.filter(({ isMarked }) => isMarked).map(({ text }) => text);

test('The whole of a compound is marked where a part of it was asked for', () => {
  const runs = markedText('Nämndens informationssäkerhetspolicy är gammal.', marks('policy'));
  assert.deepEqual(marked(runs), ['informationssäkerhetspolicy']);
});

test('Every form of a word is marked', () => {
  assert.deepEqual(marked(markedText('Nämnden och nämnderna', marks('nämnd'))), ['Nämnden', 'nämnderna']);
});

test('Sala is not marked in Uppsala', () => {
  assert.deepEqual(marked(markedText('Uppsala och Sala', marks('Sala'))), ['Sala']);
});

test('A phrase is marked as it stands', () => {
  const runs = markedText('Brister i den interna kontrollen.', marks('', ['den interna kontrollen']));
  assert.deepEqual(marked(runs), ['den interna kontrollen']);
});

test('The runs are the text, letter for letter', () => {
  const text = 'Den som skriver <script>alert(1)</script> & "loggar" får det som text.';
  const runs = markedText(text, marks('logg script'));
  assert.equal(runs.map((run) => run.text).join(''), text);
});

test('A long text is cut to the passage where most stands, at the ends of words', () => {
  const filler = 'Texten handlar om annat än det som eftersöks här. '.repeat(20);
  const runs = excerpt(
    `${filler}Loggarna och behörigheterna kontrolleras. ${filler}`,
    marks('logg behörighet'),
  );
  assert.deepEqual(marked(runs), ['Loggarna', 'behörigheterna']);
  const text = runs.map((run) => run.text).join('');
  assert.ok(text.length < 300, text);
  assert.match(text, /^… \p{L}/u);
  assert.match(text, /\p{L}\.? …$/u);
});
