import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { realAudit } from './real-content.ts';

/* The founding report of Lund, held against the figures of its source. */

const audit = realAudit('1281-lund/2018-behorighet');

const html = audit.body.blocks.map((block) => (block.kind === 'html' ? block.html : '')).join('\n');

/** The figures of a system that rest on one source, or on none that is named, in the order of the report. */
const figuresOf = (system: string, source?: string) =>
  audit.measures
    .filter((measure) => measure.system?.id === system && measure.source === source)
    .map(
      ({ of, value, at, approximate }) =>
        [of, value, ...(at === undefined ? [] : [at]), ...(approximate ? ['ungefär'] : [])] as const,
    );

test('Lund 2018 was audited by EY, for its elected auditors', () => {
  assert.deepEqual(
    [audit.commissionedBy?.id, audit.experts.map(({ id }) => id), audit.people.map(({ name }) => name)],
    ['lunds-kommuns-revisorer', ['ey'], ['Jakob Smith', 'Emmy Lundblad']],
  );
});

test('Lund 2018 is of five boards and five systems', () => {
  assert.deepEqual(
    audit.bodies.map(({ body }) => body.id),
    [
      'kommunstyrelsen',
      'socialnamnden',
      'barn-och-skolnamnden',
      'vard-och-omsorgsnamnden',
      'utbildningsnamnden',
    ],
  );
  assert.deepEqual(
    audit.systems.map(({ id }) => id),
    ['procapita-voo', 'procapita-ifo', 'procapita-bou', 'pmo', 'unikum'],
  );
});

test('Lund 2018 is measured against six acts, of the Local Government Act its sixth chapter', () => {
  assert.deepEqual(
    audit.criteria.map(({ criterion, parts }) => [
      criterion.id,
      criterion.number,
      parts.map(({ key }) => key),
    ]),
    [
      ['kl-2017', '2017:725', ['6']],
      ['solpul', '2001:454', []],
      ['skollagen', '2010:800', []],
      ['pdl', '2008:355', []],
      ['gdpr', '2016/679', []],
      ['osl', '2009:400', []],
    ],
  );
});

test('Lund 2018 answers its six questions Ja, Delvis, Delvis, Ja, Ja and Delvis', () => {
  assert.deepEqual(
    audit.questions.map(({ answers }) => answers.map(({ verdict, grade }) => [verdict, grade])),
    [
      [['Ja', 'met']],
      [['Delvis', 'partly-met']],
      [['Delvis', 'partly-met']],
      [['Ja', 'met']],
      [['Ja', 'met']],
      [['Delvis', 'partly-met']],
    ],
  );
});

test('Lund 2018 finds internal control sufficient in most cases', () => {
  assert.deepEqual(
    audit.verdicts.map(({ verdict, grade }) => [verdict, grade]),
    [['tillräcklig, i de flesta fallen', 'mostly-met']],
  );
});

describe('Lund 2018 has every number of the table of', () => {
  const all = 'användare';
  const active = 'aktiva användare';
  const full = 'användare med fullständig behörighet';
  const write = 'användare med läs- och skrivbehörighet';
  const read = 'användare med läsbehörighet';

  test('Procapita VOO, of June 2018', () => {
    assert.deepEqual(figuresOf('procapita-voo', 'Vård- och omsorgsförvaltningen'), [
      [all, 10400, '2018-06'],
      [active, 4000, '2018-06'],
      [full, 2, '2018-06'],
    ]);
  });

  test('Procapita IFO, which has no date', () => {
    assert.deepEqual(figuresOf('procapita-ifo', 'Socialförvaltningen'), [
      [all, 627],
      [active, 564],
      [full, 6],
      [write, 564],
      [read, 57],
    ]);
  });

  test('Procapita BOU, which has no date', () => {
    assert.deepEqual(figuresOf('procapita-bou', 'Utbildningsförvaltningen'), [
      [all, 607],
      [active, 307],
      [full, 3],
      [write, 360],
      [read, 424],
    ]);
  });

  test('PMO, of June 2018, where all may read and write', () => {
    assert.deepEqual(figuresOf('pmo', 'Utbildningsförvaltningen'), [
      [all, 173, '2018-06'],
      [active, 173, '2018-06'],
      [full, 2, '2018-06'],
      [write, 'samtliga', '2018-06'],
    ]);
  });

  test('Unikum, which has no date', () => {
    assert.deepEqual(figuresOf('unikum', 'Utbildningsförvaltningen'), [
      [all, 63000],
      [active, 63000],
      [full, 2],
      [write, 63000],
    ]);
  });
});

describe('Lund 2018 has the numbers that its text tells of', () => {
  const told = (system: string) => figuresOf(system).map(([, value, ...others]) => [value, ...others]);

  test('Procapita VOO: administrators, users of care, units, systems, accounts and logs', () => {
    assert.deepEqual(told('procapita-voo'), [[2], [8107], [147], [3], [100, 'ungefär'], [17], [58]]);
    assert.deepEqual(
      audit.measures.filter(({ unit }) => unit !== undefined).map(({ value, unit }) => [value, unit]),
      [[58, 'procent']],
    );
  });

  test('Procapita IFO: administrators, users of care, roles, units, employees and suspicions', () => {
    assert.deepEqual(told('procapita-ifo'), [[3], [8348], [62], [27, '2018-03'], [700, 'ungefär']]);
    assert.deepEqual(
      figuresOf('procapita-ifo', 'De systemansvarigas redovisning').map(([, value]) => value),
      [5, 5],
    );
  });

  test('Procapita BOU, PMO and Unikum', () => {
    assert.deepEqual(told('procapita-bou'), [[3], [25200]]);
    assert.deepEqual(told('pmo'), [[2]]);
    assert.deepEqual(told('unikum'), [[8]]);
  });
});

describe('Lund 2018 drew samples', () => {
  test('of 15, 15, 30, 20 and 15', () => {
    assert.deepEqual(
      audit.samples.map(({ system, size }) => [system?.id, size]),
      [
        ['procapita-voo', 15],
        ['procapita-ifo', 15],
        ['procapita-bou', 30],
        ['pmo', 20],
        ['unikum', 15],
      ],
    );
  });

  test('of which eleven in Unikum deviated', () => {
    const [unikum] = audit.samples.filter(({ system }) => system?.id === 'unikum');
    assert.equal(unikum?.deviations, 11);
  });

  test('with what was asked, suspected, cleared and without activity', () => {
    assert.deepEqual(
      audit.samples.map(({ asked, unanswered, withoutActivity, suspected, cleared }) => [
        asked,
        unanswered,
        withoutActivity,
        suspected,
        cleared,
      ]),
      [
        [19, 2, undefined, undefined, undefined],
        [undefined, undefined, undefined, 1, 1],
        [undefined, undefined, 19, 2, 2],
        [undefined, undefined, undefined, undefined, undefined],
        [undefined, undefined, undefined, undefined, undefined],
      ],
    );
  });

  test('over the periods that are printed', () => {
    assert.deepEqual(
      audit.samples.map(({ period }) => period),
      [
        '14 dagar för 14 av brukarna, 3 dagar för en',
        'mars 2018',
        undefined,
        '4 sammanhängande veckor',
        undefined,
      ],
    );
  });
});

test('Lund 2018 gives its five recommendations once, without ska or bör, to the boards that are printed', () => {
  const schools = ['utbildningsnamnden', 'barn-och-skolnamnden'];
  assert.deepEqual(
    audit.recommendations.map(({ toAll, modality, addressees }) => [
      toAll,
      modality,
      addressees.flatMap((addressee) => (addressee.kind === 'body' ? [addressee.body.id] : [])),
    ]),
    [
      [true, undefined, audit.bodies.map(({ body }) => body.id)],
      [false, undefined, schools],
      [false, undefined, schools],
      [false, undefined, schools],
      [false, undefined, ['vard-och-omsorgsnamnden']],
    ],
  );
});

test('Lund 2018 dates what its source dates', () => {
  assert.deepEqual(
    audit.sources.flatMap(({ title, date }) => (date === undefined ? [] : [[title, date]])),
    [
      ['Informationssäkerhetspolicy för Lunds kommun', '2015-12'],
      ['Riktlinjer för informationssäkerhet', '2016-02-04'],
      ['Rutin för kontroll av loggar', '2018-02-20'],
      ['Organisationsskiss för socialförvaltningen', '2018-03'],
    ],
  );
});

test('Lund 2018 has the four footnotes of its source', () => {
  assert.equal(html.match(/<aside class="footnote"/g)?.length, 4);
});

test('Lund 2018 says which pictures were not seen', () => {
  assert.equal(audit.unseen.length, 2);
});

test('Lund 2018 keeps the numbers of its sections', () => {
  const labels = audit.body.headings.flatMap(({ label }) => label ?? []);
  assert.deepEqual(labels, [
    ...['1', '2', '2.1', '2.2', '2.3', '2.4', '3', '3.1', '3.2', '3.3', '3.3.1'],
    ...['4', '4.1', '4.1.1', '4.1.2', '4.1.3', '4.1.4', '4.2', '4.2.1', '4.2.2', '4.2.3', '4.2.4'],
    ...['4.3', '4.3.1', '4.3.2', '4.3.3', '4.3.4', '4.4', '4.4.1', '4.4.2', '4.4.3', '4.4.4'],
    ...['4.5', '4.5.1', '4.5.2', '4.5.3', '4.5.4', '5', '5.1', '5.2', '5.3', '5.4', '5.5', '6'],
  ]);
});
