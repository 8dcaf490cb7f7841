import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkedExamplesOf } from '../../../src/components/register/rule-examples.ts';
import { type RuleName, rules, warningRules } from '../../../src/problems/index.ts';
import { type AuditFields, anAudit, anOwnPage, auditFile, contentWith } from '../../fixtures/content.ts';
import { printedOf, printedOfAudit } from '../../fixtures/printed.ts';

/** What the rules say of the example archive's audit in the archive's own words: `rad 13 modalitet r1`. */
function warnedOf(fields: AuditFields): readonly string[] {
  const { problems } = contentWith({
    'municipalities/9901-exempelstad.yaml': municipality,
    [auditFile]: anAudit({ rendition: 'original', ...fields }),
  });
  return problems
    .filter(({ severity }) => severity === 'warning')
    .map(({ line, rule, at }) => `rad ${line} ${rule} ${at}`);
}

const municipality = [
  'code: "9901"',
  'kind: kommun',
  'name: Exempelstads kommun',
  'place: Exempelstad',
  'bodies:',
  '  - { id: kommunstyrelsen, name: Kommunstyrelsen, form: styrelse }',
  '  - { id: arkivnamnden, name: Arkivnämnden, form: nämnd }',
  '  - { id: pappersnamnden, name: Pappersnämnden, form: nämnd, exists: { until: 2015-12-31 } }',
].join('\n');

describe('Every rule', () => {
  for (const name of Object.keys(rules) as RuleName[]) {
    test(`${name} has examples in the guide, each of which the check speaks up about`, () => {
      const examples = checkedExamplesOf(name);
      assert.ok(examples.length > 0);
      for (const { written, said } of examples) assert.notDeepEqual(said, [], written);
    });
  }

  test('that warns can be silenced in the file, with a reason', () => {
    for (const name of warningRules) {
      const printed = printedOfAudit({ silence: [{ rule: name, reason: 'Så är det.' }] });
      assert.deepEqual(printed, [
        `rad 13 silence: här finns ingen varning "${name}" att tysta. Ta bort posten.`,
      ]);
    }
  });
});

describe('A question', () => {
  const questions = [{ id: 'q1', text: 'Är det så?' }];

  test('without an answer is warned of, but not in a draft, nor where the report is only catalogued', () => {
    assert.deepEqual(warnedOf({ questions }), ['rad 13 fraga-utan-svar q1']);
    assert.deepEqual(warnedOf({ questions, draft: 'true' }), []);
    assert.deepEqual(warnedOf({ questions, rendition: 'catalogue' }), []);
  });

  test('that is divided is answered by its parts', () => {
    const parts = [
      ...questions,
      { id: 'q2', text: 'Är allt så?', under: 'q1', answers: [{ verdict: 'Ja' }] },
    ];
    assert.deepEqual(warnedOf({ questions: parts }), []);
  });

  test('may stand without an answer for a reason', () => {
    const silence = [{ rule: 'fraga-utan-svar', at: 'q1', reason: 'Rapporten svarar inte.' }];
    assert.deepEqual(warnedOf({ questions, silence }), []);
  });
});

describe('A finding', () => {
  const assessed = { id: 'f1', observation: 'Fullt.', assessment: 'För fullt.' };

  test('without an assessment is warned of where others have one', () => {
    const bare = { id: 'f2', observation: 'Tomt.' };
    assert.deepEqual(warnedOf({ findings: [assessed, bare] }), ['rad 14 iakttagelse-utan-bedomning f2']);
    assert.deepEqual(warnedOf({ findings: [bare] }), []);
    assert.deepEqual(warnedOf({ findings: [assessed, { ...bare, lost: 'assessment' }] }), []);
    assert.deepEqual(warnedOf({ findings: [assessed, { ...bare, verdict: 'Ja' }] }), []);
  });

  test('is assessed by a recommendation that rests on it', () => {
    const findings = [assessed, { id: 'f2', observation: 'Tomt.' }];
    const recommendations = [{ id: 'r1', finding: 'f2', to: 'alla', text: 'Fyll på.' }];
    assert.deepEqual(warnedOf({ findings, recommendations }), []);
  });

  test('of which nothing was seen is warned of, unless it says why', () => {
    const finding = { id: 'f1', assessment: 'För fullt.' };
    assert.deepEqual(warnedOf({ findings: [finding] }), ['rad 13 bedomning-utan-iakttagelse f1']);
    assert.deepEqual(warnedOf({ findings: [{ ...finding, unseen: 'observation' }] }), []);
  });
});

describe('A recommendation', () => {
  const warned = (fields: Readonly<Record<string, unknown>>) =>
    warnedOf({ recommendations: [{ id: 'r1', to: ['arkivnamnden'], text: 'Ordna arkivet.', ...fields }] });

  test('that no one is to carry out is warned of', () => {
    const informed = { body: 'arkivnamnden', role: 'för kännedom' };
    assert.deepEqual(warned({ to: [informed] }), ['rad 13 rekommendation-utan-ansvarig r1']);
    assert.deepEqual(warned({ to: [informed, 'kommunstyrelsen'] }), []);
    assert.deepEqual(warned({ to: [{ group: 'övriga nämnder' }] }), []);
  });

  test('to a body that was gone when it was published is warned of, but not where another remained', () => {
    assert.deepEqual(warned({ to: ['pappersnamnden'] }), ['rad 13 rekommendation-utan-ansvarig r1']);
    assert.deepEqual(warned({ to: ['pappersnamnden', 'arkivnamnden'] }), []);
  });

  const told: readonly (readonly [string | undefined, string, boolean])[] = [
    ['ska', 'Nämnden ska ordna arkivet.', true],
    ['ska', 'Nämnden skall ordna arkivet.', true],
    ['ska', 'Nämnden bör ordna arkivet.', false],
    ['bör', 'Nämnden ska ordna arkivet.', false],
    ['kan', 'Nämnden bör ordna arkivet.', false],
    ['bör', 'Nämnden bör, så att arkivet ska hålla, köpa papper.', true],
    ['bör', 'Se till att arkivet ska hålla.', true],
    ['bör', 'Utred vilka som kan låsa dörren och när den ska låsas.', true],
    ['bör', 'Ordna arkivet.', true],
    [undefined, 'Ordna arkivet.', true],
    [undefined, 'Nämnden bör ordna arkivet.', false],
    [undefined, 'Arkivet kan ordnas av nämnden.', true],
  ];
  for (const [modality, text, isRight] of told) {
    test(`of modality ${modality ?? '(none)'} is ${isRight ? 'right' : 'warned of'} where it says ”${text}”`, () => {
      const found = warned({ text, ...(modality && { modality }) });
      assert.deepEqual(found, isRight ? [] : ['rad 13 modalitet r1']);
    });
  }
});

describe('A listed criterion', () => {
  const criteria = [{ criterion: 'exempellagen' }, { criterion: 'god-arkivsed' }];
  const measured = { id: 'f1', observation: 'Slut.', criteria: [{ criterion: 'god-arkivsed' }] };

  test('that nothing is measured against is warned of where things are measured against others', () => {
    assert.deepEqual(warnedOf({ criteria, findings: [measured] }), ['rad 13 oanvant-kriterium exempellagen']);
    assert.deepEqual(warnedOf({ criteria, findings: [{ id: 'f1', observation: 'Slut.' }] }), []);
  });

  test('is used where the text names it', () => {
    const body = 'Se exempellagen.\n\n<Findings />';
    assert.deepEqual(warnedOf({ criteria, findings: [measured], body }), []);
  });
});

describe('The text', () => {
  const warned = (body: string) => warnedOf({ body });

  test('has headings that go down one level at a time', () => {
    assert.deepEqual(warned('## A\n\n### B\n\n#### C\n\n## D'), []);
    assert.deepEqual(warned('### A'), ['rad 14 rubrikniva A']);
    assert.deepEqual(warned('## A\n\n#### B\n\n#### C'), ['rad 16 rubrikniva B']);
  });

  test('has tables with headings; the first column may do without', () => {
    assert.deepEqual(warned('|  | Antal |\n|---|---|\n| Papper | 3 |'), []);
    assert.deepEqual(warned('| Vad |  |\n|---|---|\n| Papper | 3 |'), ['rad 14 tabellrubrik Vad']);
    assert.deepEqual(warned('|  |  |\n|---|---|\n| Papper | 3 |'), ['rad 14 tabellrubrik Papper']);
  });

  test('has links that say where they lead', () => {
    assert.deepEqual(warned('Läs [arkivplanen](https://exempel.se/plan) här.'), []);
    assert.deepEqual(warned('Läs planen\n[HÄR](https://exempel.se/plan).'), [
      'rad 15 lanktext https://exempel.se/plan',
    ]);
    assert.deepEqual(warned('[Läs mer.](/ordlista/)'), ['rad 14 lanktext /ordlista/']);
    assert.deepEqual(warned('Text.\nKlicka här.'), ['rad 15 lanktext Klicka här']);
  });

  const sentence = (words: number) => `Ett ${'två '.repeat(words - 2)}slut.`;

  test('has sentences of at most 60 words, whatever its lines', () => {
    assert.deepEqual(warned(sentence(60)), []);
    assert.deepEqual(warned(`Kort.\n${sentence(61).replaceAll('två två', 'två\ntvå')}`), [
      'rad 15 lang-mening Ett två två två två',
    ]);
    assert.deepEqual(warned(`${sentence(40)} ${sentence(40)}`), []);
    assert.deepEqual(warned(`> ${sentence(90)}`), []);
  });

  test('of a field is weighed as that of the body, on its own line', () => {
    assert.deepEqual(warnedOf({ purpose: sentence(61) }), ['rad 12 lang-mening Ett två två två två']);
  });

  test('of the archive’s own pages is weighed too', () => {
    const page = anOwnPage('#### Djup rubrik');
    assert.deepEqual(printedOf('pages/om.mdx', { 'pages/om.mdx': page }), [
      'rad 7 varning: Textens första rubrik, "Djup rubrik", är på nivå 4 (####). [rubrikniva] Skriv den med ##.',
    ]);
  });
});

describe('A name', () => {
  const people = [{ name: 'Kim Exempelsson', role: 'granskningsledare' }];
  const body = 'Granskningen gjordes av Kim Exempelsson.';

  test('of a person is warned of, in the text and in who was interviewed', () => {
    assert.deepEqual(warnedOf({ body }), ['rad 14 personnamn Kim Exempelsson']);
    const sources = [{ kind: 'intervju', with: 'arkivchefen Anna Provqvist' }];
    assert.deepEqual(warnedOf({ sources }), ['rad 13 personnamn Anna Provqvist']);
  });

  test('of one who made the audit is not', () => {
    assert.deepEqual(warnedOf({ people, body }), []);
  });
});

describe('A text without quotation marks', () => {
  const warned = (row: string) => warnedOf({ subtitle: row });

  test('is warned of where a # cuts it off', () => {
    assert.deepEqual(warned('Arkivet #3'), ['rad 12 avklippt-text #3']);
    assert.deepEqual(warnedOf({ topics: '[arkiv #gallring\n  ]' }), ['rad 12 avklippt-text #gallring']);
    assert.deepEqual(warned('Arkivet\n  och #3 till'), ['rad 13 avklippt-text #3']);
  });

  test('is not cut off inside quotation marks, in a block, in a word, or by a comment with a space', () => {
    for (const row of ['"Arkivet #3"', 'Arkivet#3', 'Arkivet # ny', 'Arkivet ## ny', '"Arkivet" #ny']) {
      assert.deepEqual(warned(row), [], row);
    }
    assert.deepEqual(warnedOf({ purpose: '>-\n  Punkt #3 i planen.' }), []);
  });

  test('is told of also where the file has to be mended first', () => {
    const printed = printedOfAudit({ type: 'granskning #3', titel: 'Fel' });
    assert.equal(printed.length, 2);
    assert.match(printed.join('\n'), /\[avklippt-text\]/);
  });
});
