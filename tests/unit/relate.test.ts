import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { describe, test } from 'node:test';
import {
  type Archive,
  type Audit,
  type Body,
  type Criterion,
  type CriterionPart,
  checkedContent,
} from '../../src/archive/index.ts';
import {
  anAudit,
  anOwnPage,
  archiveOf,
  archiveWith,
  asOf,
  auditFile,
  auditId,
  type Changes,
  compilerRoot,
  exampleFiles,
  folderWith,
  lines,
} from '../fixtures/content.ts';
import { aPicture } from '../fixtures/picture.ts';

/*
 * The archive, related: every relation followed both ways.
 */

/** The one thing of a register with this id. */
function withId<Item extends { readonly id: string }>(items: readonly Item[], id: string): Item {
  const found = items.filter((item) => item.id === id);
  assert.equal(found.length, 1, id);
  return found[0] as Item;
}

const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

const bodyOf = (archive: Archive, key: string): Body => {
  const found = archive.municipalities.flatMap(({ bodies }) => bodies).find((body) => body.key === key);
  assert.ok(found, key);
  return found;
};

const partOf = (criterion: Criterion, key: string): CriterionPart => {
  const found = [...criterion.chapters, ...criterion.sections].find((part) => part.key === key);
  assert.ok(found, key);
  return found;
};

/** An audit file of Exempelstad. */
const ofExempelstad = (year: number, fields: Parameters<typeof anAudit>[0] = {}): Changes => ({
  [`audits/9901-exempelstad/${year}-papper.mdx`]: anAudit({ year, published: year, ...fields }),
});

describe('An audit', () => {
  test('knows its id, address, file and the year that lists sort it by', () => {
    const { audit } = archiveOf({});
    assert.deepEqual(
      { id: audit.id, slug: audit.slug, path: audit.path, file: audit.file, listedYear: audit.listedYear },
      {
        id: auditId,
        slug: '2020-arkivvard',
        path: '/granskningar/exempelstad/2020-arkivvard/',
        file: auditFile,
        listedYear: 2020,
      },
    );
  });

  test('is listed by the year of publication where no year was audited', () => {
    const { audits } = archiveWith({
      [auditFile]: null,
      'audits/9901-exempelstad/2021-papper.mdx': anAudit({ year: null, published: '2021-02' }),
    });
    assert.deepEqual(
      audits.map(({ listedYear, year }) => [listedYear, year]),
      [[2021, undefined]],
    );
  });

  test('is of a municipality, which has it', () => {
    const { archive, audit } = archiveOf({});
    const municipality = withId(archive.municipalities, '9901-exempelstad');
    assert.equal(audit.municipality, municipality);
    assert.deepEqual(municipality.audits, [audit]);
    assert.deepEqual(withId(archive.municipalities, '9902-provkoping').audits, []);
  });

  test('was commissioned by auditors, and made with others, who have it', () => {
    const { archive, audit } = archiveOf({
      commissionedBy: 'exempelrevisorerna',
      experts: ['provbyran'],
      people: [{ name: 'A', role: 'granskningsledare', organisation: 'provbyran' }, { name: 'B' }],
    });
    const [elected, firm] = ['exempelrevisorerna', 'provbyran'].map((id) => withId(archive.auditors, id));
    assert.equal(audit.commissionedBy, elected);
    assert.deepEqual(audit.experts, [firm]);
    assert.deepEqual([elected?.commissioned, elected?.assisted], [[audit], []]);
    assert.deepEqual([firm?.commissioned, firm?.assisted], [[], [audit]]);
    assert.equal(audit.people[0]?.organisation, firm);
    assert.deepEqual(audit.people[1], { name: 'B' });
  });

  test('is of bodies, each as something, which have it, as has their type', () => {
    const { archive, audit } = archiveOf({
      bodies: [{ body: 'arkivnamnden', as: 'systemägare' }, { body: 'pappersnamnden' }],
    });
    const [board, old] = ['arkivnamnden', 'pappersnamnden'].map((id) =>
      bodyOf(archive, `9901-exempelstad/${id}`),
    );
    assert.deepEqual(
      audit.bodies.map(({ body }) => body),
      [board, old],
    );
    assert.deepEqual(
      audit.bodies.map(({ as }) => as),
      ['systemägare', undefined],
    );
    assert.deepEqual([board?.audits, old?.audits], [[audit], [audit]]);
    assert.deepEqual(bodyOf(archive, '9902-provkoping/arkivnamnden').audits, []);
    assert.deepEqual(withId(archive.bodyTypes, 'arkivnamnd').audits, [audit]);
    assert.deepEqual(withId(archive.bodyTypes, 'kommunstyrelse').audits, []);
  });

  test('is of systems and topics, which have it', () => {
    const { archive, audit } = archiveOf({ systems: ['papyrus'], topics: ['gallring'] });
    assert.deepEqual(ids(audit.systems), ['papyrus']);
    assert.deepEqual(withId(archive.systems, 'papyrus').audits, [audit]);
    assert.deepEqual(withId(archive.systems, 'pergament').audits, []);
    assert.deepEqual(audit.topics, [withId(archive.topics, 'gallring')]);
    assert.deepEqual(withId(archive.topics, 'gallring').audits, [audit]);
    assert.deepEqual(withId(archive.topics, 'arkiv').audits, []);
  });

  test('has verdicts, criticism and discharge of bodies, and sources that are criteria', () => {
    const { archive, audit } = archiveOf({
      verdicts: [{ about: 'Arkivet', verdict: 'Nej', bodies: ['arkivnamnden'], text: 'Det *brister*.' }],
      criticisms: [{ id: 'k1', kind: 'anmärkning', body: 'arkivnamnden', text: 'Anmärkning.' }],
      discharge: [{ body: 'arkivnamnden', opinion: 'avstyrks' }],
      sources: [
        { kind: 'författning', criterion: 'exempellagen' },
        { kind: 'intervju', with: 'arkivarien' },
      ],
    });
    const board = bodyOf(archive, '9901-exempelstad/arkivnamnden');
    const [verdict] = audit.verdicts;
    assert.deepEqual(
      [verdict?.bodies, verdict?.grade, verdict?.text?.html],
      [[board], 'not-met', 'Det <em>brister</em>.'],
    );
    assert.deepEqual([audit.criticisms[0]?.body, audit.criticisms[0]?.kind], [board, 'formal-remark']);
    assert.deepEqual([audit.discharge[0]?.body, audit.discharge[0]?.opinion], [board, 'opposed']);
    assert.equal(audit.sources[0]?.criterion, withId(archive.criteria, 'exempellagen'));
    assert.deepEqual(audit.sources[1], { kind: 'interview', with: 'arkivarien' });
  });

  test('has the pictures that its text shows, with their size', () => {
    const { audits } = archiveWith({
      [auditFile]: anAudit({ body: '![En karta](karta.png "Så ser det ut")' }),
      'audits/9901-exempelstad/2020-arkivvard/karta.png': aPicture(640, 480),
    });
    const figure = { src: 'karta.png', alt: 'En karta', caption: 'Så ser det ut', width: 640, height: 480 };
    assert.deepEqual(audits[0]?.figures, [figure]);
    assert.deepEqual(audits[0]?.body.blocks, [
      { kind: 'component', name: 'Figure', props: figure, line: 14 },
    ]);
  });

  test('keeps its corrections, and nothing of what is for authors alone', () => {
    const { audit } = archiveOf({
      corrections: [{ date: '2022-01-01', text: 'En siffra.' }],
      verdicts: [{ about: 'Arkivet', verdict: 'Tja' }],
      silence: [{ rule: 'okant-omdome', reason: 'Eget ord.' }],
      draft: false,
    });
    assert.deepEqual(
      audit.corrections.map(({ date, text }) => [date, text.text]),
      [['2022-01-01', 'En siffra.']],
    );
    assert.equal('silence' in audit, false);
    assert.equal('draft' in audit, false);
  });
});

describe('A draft', () => {
  test('is checked but stands nowhere in the archive', () => {
    const archive = archiveWith({
      [auditFile]: anAudit({
        draft: true,
        systems: ['papyrus'],
        recommendations: [{ id: 'r1', to: 'alla', text: 'Köp.' }],
      }),
    });
    assert.deepEqual([archive.audits, archive.recommendations], [[], []]);
    assert.deepEqual(withId(archive.systems, 'papyrus').audits, []);
    assert.deepEqual(bodyOf(archive, '9901-exempelstad/arkivnamnden').recommendations, []);
  });

  test('stands in the archive, and says that it is one, for its author alone', () => {
    const contentDir = folderWith({ ...exampleFiles, [auditFile]: anAudit({ draft: true }) });
    const drafts = (withDrafts: boolean) =>
      checkedContent(contentDir, compilerRoot(), asOf, asOf, withDrafts).archive?.audits.map(
        ({ id, isDraft }) => [id, isDraft],
      );
    assert.deepEqual(drafts(false), []);
    assert.deepEqual(drafts(true), [[auditId, true]]);
    rmSync(contentDir, { recursive: true });
  });
});

describe('Questions', () => {
  test('stand under each other, with answers of bodies and systems', () => {
    const { archive, audit } = archiveOf({
      questions: [
        { id: 'q1', label: '1', text: 'Finns papper?' },
        {
          id: 'q1-a',
          text: 'Är det *vitt*?',
          under: 'q1',
          answers: [{ verdict: 'Ja', body: 'arkivnamnden', system: 'papyrus' }],
        },
        { id: 'q2', text: 'Finns pennor?', answers: [{ verdict: 'Nej' }, { text: 'Se ovan.' }] },
      ],
    });
    assert.deepEqual(ids(audit.questions), ['q1', 'q2']);
    const [first, second] = audit.questions;
    assert.deepEqual([first?.audit, first?.path, first?.label], [audit, `${audit.path}#q1`, '1']);
    const [under] = first?.subquestions ?? [];
    assert.deepEqual(
      [under?.id, under?.text.html, under?.subquestions],
      ['q1-a', 'Är det <em>vitt</em>?', []],
    );
    const [answer] = under?.answers ?? [];
    assert.equal(answer?.body, bodyOf(archive, '9901-exempelstad/arkivnamnden'));
    assert.equal(answer?.system, withId(archive.systems, 'papyrus'));
    assert.deepEqual(
      second?.answers.map(({ grade }) => grade),
      ['not-met', 'ungraded'],
    );
  });
});

describe('A finding', () => {
  const { archive, audit } = archiveOf({
    areas: [
      { id: 'a1', label: '2.1', title: 'Papper' },
      { id: 'a2', title: 'Pennor' },
    ],
    findings: [
      {
        id: 'f1',
        area: 'a1',
        observation: 'Pappret är *slut*.',
        bodies: ['arkivnamnden'],
        systems: ['papyrus'],
        topics: ['arkiv'],
        verdict: 'delvis',
      },
      { id: 'f2', lost: 'observation' },
    ],
    recommendations: [
      { id: 'r1', finding: ['f1', 'f2'], to: ['arkivnamnden'], text: 'Köp papper.' },
      { id: 'r2', area: 'a2', to: 'alla', text: 'Köp pennor.' },
      { id: 'r3', finding: 'f1', area: 'a2', to: 'alla', text: 'Köp båda.' },
    ],
  });
  const [first, second] = audit.findings;

  test('knows its audit, its place on the page and its text', () => {
    assert.deepEqual([first?.audit, first?.path], [audit, `${audit.path}#f1`]);
    assert.deepEqual(
      [first?.observation?.html, first?.assessment, first?.grade],
      ['Pappret är <em>slut</em>.', undefined, 'partly-met'],
    );
    assert.deepEqual(
      [second?.lost, second?.observation, second?.area],
      ['observation', undefined, undefined],
    );
  });

  test('is of an area, a body, a system and a topic, which have it', () => {
    const [paper, pens] = audit.areas;
    assert.equal(first?.area, paper);
    assert.deepEqual([paper?.findings, pens?.findings], [[first], []]);
    const board = bodyOf(archive, '9901-exempelstad/arkivnamnden');
    assert.deepEqual([first?.bodies, board.findings], [[board], [first]]);
    const system = withId(archive.systems, 'papyrus');
    assert.deepEqual([first?.systems, system.findings], [[system], [first]]);
    const topic = withId(archive.topics, 'arkiv');
    assert.deepEqual([first?.topics, topic.findings], [[topic], [first]]);
  });

  test('is what recommendations rest on, which it has', () => {
    const [r1, r2, r3] = audit.recommendations;
    assert.deepEqual(r1?.findings, [first, second]);
    assert.deepEqual([first?.recommendations, second?.recommendations], [[r1, r3], [r1]]);
    assert.deepEqual(r2?.findings, []);
  });

  test('gives its area to the recommendation that names none', () => {
    const [paper, pens] = audit.areas;
    assert.deepEqual(
      audit.recommendations.map(({ area }) => area),
      [paper, pens, pens],
    );
    assert.deepEqual(
      paper?.recommendations.map(({ id }) => id),
      ['r1'],
    );
    assert.deepEqual(
      pens?.recommendations.map(({ id }) => id),
      ['r2', 'r3'],
    );
  });
});

describe('A recommendation', () => {
  test('has a number, an address, its kind and how strongly it is worded', () => {
    const { audit } = archiveOf({
      recommendations: [
        {
          id: 'r1',
          to: 'alla',
          text: 'Köp papper.',
          modality: 'ska',
          by: 'förtroendevalda',
          label: 'Rek. 1',
        },
        {
          id: 'r9',
          to: 'alla',
          text: 'Köp pennor.',
          kind: 'förbättringsområde',
          parts: [{ id: 'r9-a', text: 'Blå.' }],
        },
      ],
    });
    const [first, second] = audit.recommendations;
    assert.deepEqual(
      [first?.number, first?.path, first?.kind, first?.modality, first?.by, first?.label],
      [1, `${audit.path}r1/`, 'recommendation', 'shall', 'elected-auditors', 'Rek. 1'],
    );
    assert.deepEqual([second?.number, second?.kind, second?.modality], [2, 'improvement-area', undefined]);
    assert.deepEqual(
      second?.parts.map(({ id, text }) => [id, text.text]),
      [['r9-a', 'Blå.']],
    );
  });

  test('to all is to every audited body, which has it', () => {
    const { archive, audit } = archiveOf({
      recommendations: [{ id: 'r1', to: 'alla', text: 'Köp papper.' }],
    });
    const [recommendation] = audit.recommendations;
    const audited = ['kommunstyrelsen', 'arkivnamnden'].map((id) =>
      bodyOf(archive, `9901-exempelstad/${id}`),
    );
    assert.equal(recommendation?.toAll, true);
    assert.deepEqual(
      recommendation?.addressees,
      audited.map((body) => ({ kind: 'body', body })),
    );
    for (const body of audited) assert.deepEqual(body.recommendations, [recommendation]);
    assert.deepEqual(bodyOf(archive, '9901-exempelstad/pappersnamnden').recommendations, []);
    assert.deepEqual(withId(archive.bodyTypes, 'kommunstyrelse').recommendations, [recommendation]);
  });

  test('has bodies and groups as addressees, each with its role', () => {
    const { archive, audit } = archiveOf({
      recommendations: [
        {
          id: 'r1',
          text: 'Köp papper.',
          to: [
            { body: 'arkivnamnden', role: 'huvudansvar' },
            { group: 'övriga nämnder', role: 'medverkar' },
            { group: 'bolagen' },
            'kommunstyrelsen',
          ],
        },
      ],
    });
    const [board, executive] = ['arkivnamnden', 'kommunstyrelsen'].map((id) =>
      bodyOf(archive, `9901-exempelstad/${id}`),
    );
    assert.equal(audit.recommendations[0]?.toAll, false);
    assert.deepEqual(audit.recommendations[0]?.addressees, [
      { kind: 'body', body: board, role: 'lead' },
      { kind: 'group', group: 'övriga nämnder', role: 'cooperates' },
      { kind: 'group', group: 'bolagen' },
      { kind: 'body', body: executive },
    ]);
    assert.deepEqual(board?.recommendations, audit.recommendations);
  });

  test('stands once with a body, and a type of body, however often it names them', () => {
    const { archive, audit } = archiveOf({
      bodies: [{ body: 'arkivnamnden' }, { body: 'pappersnamnden' }],
      recommendations: [
        {
          id: 'r1',
          text: 'Köp.',
          to: ['arkivnamnden', { body: 'arkivnamnden', role: 'medverkar' }, 'pappersnamnden'],
        },
      ],
    });
    assert.deepEqual(bodyOf(archive, '9901-exempelstad/arkivnamnden').recommendations, audit.recommendations);
    assert.deepEqual(withId(archive.bodyTypes, 'arkivnamnd').recommendations, audit.recommendations);
    assert.deepEqual(withId(archive.bodyTypes, 'arkivnamnd').audits, [audit]);
  });

  test('is of systems and topics, which have it', () => {
    const { archive, audit } = archiveOf({
      recommendations: [{ id: 'r1', to: 'alla', text: 'Köp.', systems: ['papyrus'], topics: ['arkiv'] }],
    });
    assert.deepEqual(audit.recommendations[0]?.systems, [withId(archive.systems, 'papyrus')]);
    assert.deepEqual(withId(archive.systems, 'papyrus').recommendations, audit.recommendations);
    assert.deepEqual(audit.recommendations[0]?.topics, [withId(archive.topics, 'arkiv')]);
    assert.deepEqual(withId(archive.topics, 'arkiv').recommendations, audit.recommendations);
  });
});

describe('Measures and sample tests', () => {
  const { archive, audit } = archiveOf({
    measures: [
      {
        system: 'papyrus',
        of: 'ark',
        value: '25200',
        at: '2020-06',
        source: 'Arkivarien',
        approximate: true,
      },
      { body: 'arkivnamnden', of: 'pennor', value: 'samtliga', note: 'Även *blå*.' },
      { system: 'papyrus', of: 'andel', value: '"-2,5"', unit: 'procent' },
    ].map((measure) => ({ ...measure, value: measure.value.replaceAll('"', '') })),
    samples: [
      { id: 's1', system: 'papyrus', unit: 'ark', size: '1 500', deviations: 0, suspected: 2, cleared: 2 },
    ],
  });

  test('are of a system, which has them, or of a body', () => {
    const system = withId(archive.systems, 'papyrus');
    assert.deepEqual(
      audit.measures.map((measure) => measure.system),
      [system, undefined, system],
    );
    assert.equal(audit.measures[1]?.body, bodyOf(archive, '9901-exempelstad/arkivnamnden'));
    assert.deepEqual(system.measures, [audit.measures[0], audit.measures[2]]);
    assert.deepEqual(system.samples, audit.samples);
    assert.equal(audit.samples[0]?.system, system);
    for (const part of [...audit.measures, ...audit.samples]) assert.equal(part.audit, audit);
  });

  test('keep their figures: a number, all, approximate, dated, or none at all', () => {
    assert.deepEqual(
      audit.measures.map(({ value }) => value),
      [25200, 'samtliga', -2.5],
    );
    assert.deepEqual([audit.measures[0]?.at, audit.measures[0]?.approximate], ['2020-06', true]);
    assert.equal(audit.measures[1]?.note?.html, 'Även <em>blå</em>.');
    const [sample] = audit.samples;
    assert.deepEqual(
      [sample?.size, sample?.deviations, sample?.suspected, sample?.cleared, sample?.unanswered],
      [1500, 0, 2, 2, undefined],
    );
    assert.equal(sample?.path, `${audit.path}#s1`);
  });
});

describe('A criterion', () => {
  test('has its issuer, whose successors are known, and its short name', () => {
    const archive = archiveWith();
    const law = withId(archive.criteria, 'exempellagen');
    assert.deepEqual(
      [law.shortName, law.path, law.issuer?.name],
      ['EXL', '/kriterier/exempellagen/', 'Exempelverket'],
    );
    assert.deepEqual(
      law.issuer?.successors.map(({ name }) => name),
      ['Provverket'],
    );
    assert.equal(withId(archive.criteria, 'paragraflagen').shortName, 'Paragraflagen');
  });

  test('may be a municipality’s own', () => {
    const archive = archiveWith({
      'criteria/arkivpolicy.yaml': lines(
        'kind: policy',
        'name: Arkivpolicyn',
        'title: Arkivpolicy',
        'municipality: 9901-exempelstad',
      ),
    });
    assert.equal(
      withId(archive.criteria, 'arkivpolicy').municipality,
      withId(archive.municipalities, '9901-exempelstad'),
    );
  });

  test('replaces another, which it is replaced by', () => {
    const archive = archiveWith();
    const [law, old] = ['exempellagen', 'gamla-exempellagen'].map((id) => withId(archive.criteria, id));
    assert.deepEqual([law?.replaces, law?.replacedBy], [[old], []]);
    assert.deepEqual([old?.replaces, old?.replacedBy], [[], [law]]);
  });

  test('has sections that replace those of another, with a note, and are replaced by them', () => {
    const archive = archiveWith();
    const [law, old] = ['exempellagen', 'gamla-exempellagen'].map((id) => withId(archive.criteria, id));
    assert.ok(law && old);
    const [section, oldSection] = [partOf(law, '6:6'), partOf(old, '6:7')];
    assert.deepEqual(section.replaces, [{ part: oldSection, note: 'Samma ansvar.' }]);
    assert.deepEqual(oldSection.replacedBy, [{ part: section, note: 'Samma ansvar.' }]);
    assert.deepEqual([section.replacedBy, oldSection.replaces], [[], []]);
  });

  test('has chapters and sections in the order of the text, each with label, title and address', () => {
    const law = withId(archiveWith().criteria, 'exempellagen');
    const shown = (parts: readonly CriterionPart[]) =>
      parts.map(({ key, label, citation, path, title }) => [key, label, citation, path, title]);
    assert.deepEqual(shown(law.chapters), [
      ['6', '6 kap.', '6 kap. EXL', '/kriterier/exempellagen/6-kap/', 'Nämnderna'],
    ]);
    assert.deepEqual(shown(law.sections), [
      ['6:1', '6 kap. 1 §', '6 kap. 1 § EXL', '/kriterier/exempellagen/6-kap-1/', 'Uppsikt'],
      ['6:6', '6 kap. 6 §', '6 kap. 6 § EXL', '/kriterier/exempellagen/6-kap-6/', 'Intern kontroll'],
      ['6:10', '6 kap. 10 §', '6 kap. 10 § EXL', '/kriterier/exempellagen/6-kap-10/', 'Arkiv'],
    ]);
    const [chapter] = law.chapters;
    assert.deepEqual(chapter?.sections, law.sections);
    for (const section of law.sections) assert.equal(section.chapter, chapter);
  });

  test('has the parts that only an audit names, and the chapters they stand in, in their places', () => {
    const { archive } = archiveOf({
      criteria: [
        { criterion: 'paragraflagen', sections: ['14a', '2', '14'] },
        { criterion: 'provforordningen', sections: ['5.1f'] },
      ],
      body: 'Enligt <Cite criterion="paragraflagen" section="3" />.',
    });
    const keys = (id: string) => withId(archive.criteria, id).sections.map(({ key }) => key);
    assert.deepEqual(keys('paragraflagen'), ['2', '3', '14', '14a']);
    assert.deepEqual(keys('provforordningen'), ['5', '5.1f', '32']);
    assert.deepEqual(
      withId(archive.criteria, 'gamla-exempellagen').chapters.map(({ key }) => key),
      ['6'],
    );
  });
});

describe('A citation', () => {
  const place = ({ place: where, part, finding, recommendation }: Criterion['citations'][number]) => [
    where,
    part?.key,
    finding?.id ?? recommendation?.id,
  ];
  const { archive, audit } = archiveOf({
    criteria: [
      { criterion: 'exempellagen', sections: ['6', '6:1'], printed: 'Exempellagen, kap 6' },
      { criterion: 'god-arkivsed' },
    ],
    findings: [
      {
        id: 'f1',
        observation: 'Se <Cite criterion="exempellagen" section="6:6" />.',
        criteria: [{ criterion: 'exempellagen', sections: ['6:6'] }],
      },
    ],
    recommendations: [{ id: 'r1', to: 'alla', text: 'Köp.', criteria: [{ criterion: 'exempellagen' }] }],
    body: 'Se <Cite criterion="exempellagen" section="6:6" />, och <Cite criterion="exempellagen" section="6:6" />.\n\n<Findings />\n\n<Recommendations />',
  });
  const law = withId(archive.criteria, 'exempellagen');

  test('is listed with the audit, finding or recommendation, with what it printed', () => {
    assert.deepEqual(
      audit.criteria.map(({ criterion, parts, printed }) => [
        criterion.id,
        parts.map(({ key }) => key),
        printed,
      ]),
      [
        ['exempellagen', ['6', '6:1'], 'Exempellagen, kap 6'],
        ['god-arkivsed', [], undefined],
      ],
    );
    assert.deepEqual(audit.findings[0]?.criteria, [{ criterion: law, parts: [partOf(law, '6:6')] }]);
    assert.deepEqual(audit.recommendations[0]?.criteria, [{ criterion: law, parts: [] }]);
  });

  test('is known to the criterion, with where it stands; in a text once for all that say the same', () => {
    assert.deepEqual(law.citations.map(place), [
      ['criteria', '6', undefined],
      ['criteria', '6:1', undefined],
      ['finding', '6:6', 'f1'],
      ['recommendation', undefined, 'r1'],
      ['text', '6:6', undefined],
    ]);
    for (const citation of law.citations)
      assert.deepEqual([citation.audit, citation.criterion], [audit, law]);
    assert.deepEqual(withId(archive.criteria, 'god-arkivsed').citations.map(place), [
      ['criteria', undefined, undefined],
    ]);
  });

  test('is known to the section, and to the chapter of the section', () => {
    assert.deepEqual(partOf(law, '6:6').citations.map(place), [
      ['finding', '6:6', 'f1'],
      ['text', '6:6', undefined],
    ]);
    assert.deepEqual(partOf(law, '6').citations.map(place), [
      ['criteria', '6', undefined],
      ['criteria', '6:1', undefined],
      ['finding', '6:6', 'f1'],
      ['text', '6:6', undefined],
    ]);
    assert.deepEqual(partOf(law, '6:10').citations, []);
  });

  test('makes the audit one of the criterion’s, once', () => {
    assert.deepEqual(law.audits, [audit]);
    assert.deepEqual(withId(archive.criteria, 'paragraflagen').audits, []);
  });
});

describe('Bodies', () => {
  test('belong to a municipality, know their address and type, and are known to it', () => {
    const archive = archiveWith();
    const municipality = withId(archive.municipalities, '9901-exempelstad');
    const body = bodyOf(archive, '9901-exempelstad/arkivnamnden');
    assert.deepEqual([body.municipality, body.path], [municipality, '/kommuner/exempelstad/arkivnamnden/']);
    assert.ok(municipality.bodies.includes(body));
    const type = withId(archive.bodyTypes, 'arkivnamnd');
    assert.equal(body.type, type);
    assert.deepEqual(type.bodies.map(({ key }) => key).sort(), [
      '9901-exempelstad/arkivnamnden',
      '9901-exempelstad/pappersnamnden',
      '9902-provkoping/arkivnamnden',
    ]);
  });

  test('succeed each other, both ways', () => {
    const archive = archiveWith();
    const [board, old] = ['arkivnamnden', 'pappersnamnden'].map((id) =>
      bodyOf(archive, `9901-exempelstad/${id}`),
    );
    assert.deepEqual([old?.successors, old?.predecessors], [[board], []]);
    assert.deepEqual([board?.successors, board?.predecessors], [[], [old]]);
  });

  test('may be shared with other principals', () => {
    const archive = archiveWith({
      'municipalities/9903-nystad.yaml': lines(
        'code: "9903"',
        'kind: kommun',
        'name: Nystads kommun',
        'place: Nystad',
        'bodies: [{ id: gemensamma, name: Gemensamma nämnden, form: gemensam nämnd, sharedWith: [9901-exempelstad] }]',
      ),
    });
    assert.deepEqual(ids(bodyOf(archive, '9903-nystad/gemensamma').sharedWith), ['9901-exempelstad']);
  });
});

test('municipalities succeed each other, both ways, and know their auditors', () => {
  const archive = archiveWith({
    'municipalities/9900-gamlastad.yaml': lines(
      'code: "9900"',
      'kind: kommun',
      'name: Gamlastads kommun',
      'place: Gamlastad',
      'successors: [9901-exempelstad, 9902-provkoping]',
    ),
  });
  const [old, first, second] = ['9900-gamlastad', '9901-exempelstad', '9902-provkoping'].map((id) =>
    withId(archive.municipalities, id),
  );
  assert.deepEqual(old?.successors, [first, second]);
  assert.deepEqual([first?.predecessors, second?.predecessors], [[old], [old]]);
  const auditor = withId(archive.auditors, 'exempelrevisorerna');
  assert.deepEqual([auditor.municipality, first?.auditors], [first, [auditor]]);
  assert.deepEqual([first?.slug, first?.path], ['exempelstad', '/kommuner/exempelstad/']);
});

test('topics are wider and narrower than each other', () => {
  const archive = archiveWith();
  const [wide, narrow] = ['arkiv', 'gallring'].map((id) => withId(archive.topics, id));
  assert.deepEqual([narrow?.broader, wide?.narrower], [wide, [narrow]]);
  assert.equal(wide?.broader, undefined);
});

test('glossary terms point to each other, and have a place on their page', () => {
  const { glossary } = archiveWith();
  const term = withId(glossary, 'iakttagelse');
  assert.deepEqual([term.path, term.see], ['/ordlista/#iakttagelse', [withId(glossary, 'bedomning')]]);
});

test("the archive's own pages stand below om, which is the first of them, in their order", () => {
  const page = (title: string, order: number) =>
    anOwnPage('Text.').replace('Om arkivet', title).replace('order: 1', `order: ${order}`);
  const { pages } = archiveWith({
    'pages/om.mdx': page('Om', 2),
    'pages/sa-gors-det.mdx': page('Så görs det', 1),
    'pages/tack.mdx': page('Ö', 3),
    'pages/vem.mdx': page('Å', 3),
  });
  assert.deepEqual(
    pages.map(({ slug, path, title }) => [slug, path, title]),
    [
      ['sa-gors-det', '/om/sa-gors-det/', 'Så görs det'],
      ['', '/om/', 'Om'],
      ['vem', '/om/vem/', 'Å'],
      ['tack', '/om/tack/', 'Ö'],
    ],
  );
});

describe('The order of lists', () => {
  test('has the newest audit first: by year, then date of publication, then id', () => {
    const { audits } = archiveWith({
      ...ofExempelstad(2019),
      ...ofExempelstad(2021),
      'audits/9901-exempelstad/2020-papper.mdx': anAudit({ published: '2021-02-04' }),
      'audits/9901-exempelstad/2020-pennor.mdx': anAudit({ published: '2021-02-03' }),
      'audits/9902-provkoping/2021-papper.mdx': anAudit({
        year: null,
        published: '2021',
        municipality: '9902-provkoping',
        bodies: null,
      }),
    });
    assert.deepEqual(ids(audits), [
      '9901-exempelstad/2021-papper',
      '9902-provkoping/2021-papper',
      '9901-exempelstad/2020-papper',
      '9901-exempelstad/2020-arkivvard',
      '9901-exempelstad/2020-pennor',
      '9901-exempelstad/2019-papper',
    ]);
  });

  test('is the same in every list of audits, findings, recommendations and citations', () => {
    const parts = (name: string) => ({
      commissionedBy: 'exempelrevisorerna',
      experts: ['provbyran'],
      systems: ['papyrus'],
      topics: ['arkiv'],
      criteria: [{ criterion: 'god-arkivsed' }],
      findings: [
        {
          id: `f-${name}`,
          observation: 'A',
          bodies: ['arkivnamnden'],
          systems: ['papyrus'],
          topics: ['arkiv'],
        },
      ],
      recommendations: [
        { id: `a-${name}`, to: 'alla', text: 'A', systems: ['papyrus'], topics: ['arkiv'] },
        { id: `b-${name}`, to: 'alla', text: 'B' },
      ],
      measures: [{ system: 'papyrus', of: name, value: 1 }],
      samples: [{ id: `s-${name}`, system: 'papyrus', unit: 'ark', size: 1 }],
    });
    const archive = archiveWith({
      [auditFile]: anAudit(parts('mid')),
      ...ofExempelstad(2018, parts('old')),
      ...ofExempelstad(2022, parts('new')),
    });
    const years = (audits: readonly Audit[]) => audits.map(({ listedYear }) => listedYear);
    const board = bodyOf(archive, '9901-exempelstad/arkivnamnden');
    const system = withId(archive.systems, 'papyrus');
    const topic = withId(archive.topics, 'arkiv');
    const criterion = withId(archive.criteria, 'god-arkivsed');
    for (const audits of [
      archive.audits,
      board.audits,
      board.municipality.audits,
      system.audits,
      topic.audits,
      criterion.audits,
      board.type?.audits ?? [],
      withId(archive.auditors, 'exempelrevisorerna').commissioned,
      withId(archive.auditors, 'provbyran').assisted,
      criterion.citations.map(({ audit }) => audit),
    ]) {
      assert.deepEqual(years(audits), [2022, 2020, 2018]);
    }
    for (const findings of [board.findings, system.findings, topic.findings]) {
      assert.deepEqual(ids(findings), ['f-new', 'f-mid', 'f-old']);
    }
    const all = ['a-new', 'b-new', 'a-mid', 'b-mid', 'a-old', 'b-old'];
    for (const recommendations of [
      archive.recommendations,
      board.recommendations,
      board.type?.recommendations ?? [],
    ]) {
      assert.deepEqual(ids(recommendations), all);
    }
    for (const recommendations of [system.recommendations, topic.recommendations]) {
      assert.deepEqual(ids(recommendations), ['a-new', 'a-mid', 'a-old']);
    }
    assert.deepEqual(
      system.measures.map(({ of }) => of),
      ['new', 'mid', 'old'],
    );
    assert.deepEqual(ids(system.samples), ['s-new', 's-mid', 's-old']);
  });

  test('of registers is Swedish: å, ä and ö stand last, in that order', () => {
    const archive = archiveWith({
      'systems/o.yaml': 'name: Öppna\nkind: x\n',
      'systems/a-uml.yaml': 'name: Ärende\nkind: x\n',
      'systems/a-ring.yaml': 'name: Åtkomst\nkind: x\n',
      'systems/z.yaml': 'name: Zink\nkind: x\n',
      'municipalities/9903-orestad.yaml': lines('code: "9903"', 'kind: kommun', 'name: A', 'place: Örestad'),
      'municipalities/9904-astad.yaml': lines('code: "9904"', 'kind: kommun', 'name: B', 'place: Åstad'),
      'municipalities/9905-zstad.yaml': lines('code: "9905"', 'kind: kommun', 'name: Ö', 'place: Zstad'),
    });
    assert.deepEqual(
      archive.systems.map(({ name }) => name),
      ['Papyrus', 'Pergament', 'Zink', 'Åtkomst', 'Ärende', 'Öppna'],
    );
    assert.deepEqual(
      archive.municipalities.map(({ place }) => place),
      ['Exempelstad', 'Provköping', 'Zstad', 'Åstad', 'Örestad'],
    );
  });

  test('of a municipality’s bodies, and of the other registers, is by name', () => {
    const archive = archiveWith({ 'body-types.yaml': exampleFiles['body-types.yaml'] ?? null });
    const names = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);
    assert.deepEqual(names(withId(archive.municipalities, '9901-exempelstad').bodies), [
      'Arkivnämnden',
      'Kommunstyrelsen',
      'Pappersnämnden',
    ]);
    assert.deepEqual(names(archive.bodyTypes), ['Arkivnämnd', 'Kommunstyrelse']);
    assert.deepEqual(names(archive.topics), ['Arkiv', 'Gallring']);
    assert.deepEqual(names(archive.auditors), ['Exempelrevisorerna', 'Provbyrån']);
    assert.deepEqual(names(archive.criteria), [
      '1990 års exempellag',
      'Exempellagen',
      'God arkivsed',
      'Paragraflagen',
      'Provförordningen',
    ]);
    assert.deepEqual(
      archive.glossary.map(({ term }) => term),
      ['Bedömning', 'Iakttagelse'],
    );
  });
});

test('each thing is one and the same object wherever it is met, so that pages can hold them against each other', () => {
  const archive = archiveWith({
    ...ofExempelstad(2018, {
      commissionedBy: 'exempelrevisorerna',
      systems: ['papyrus'],
      topics: ['gallring'],
      criteria: [{ criterion: 'exempellagen', sections: ['6:6'] }],
      questions: [
        { id: 'q1', text: 'Finns papper?', answers: [{ body: 'arkivnamnden', system: 'papyrus' }] },
      ],
      findings: [{ id: 'f1', observation: 'Nej.', bodies: ['arkivnamnden'] }],
      recommendations: [{ id: 'r1', finding: 'f1', to: 'alla', text: 'Köp.' }],
      samples: [{ id: 's1', system: 'papyrus', unit: 'ark', size: 1 }],
    }),
  });
  const byPath = new Map<string, object>();
  const seen = new Set<object>();
  const meet = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if ('path' in value && typeof value.path === 'string') {
      assert.ok(!byPath.has(value.path), `two of ${value.path}`);
      byPath.set(value.path, value);
    }
    for (const inner of Object.values(value)) meet(inner);
  };
  meet(archive);
  assert.ok(byPath.has('/granskningar/exempelstad/2018-papper/r1/'));
  assert.ok(byPath.size > 30);
});

test('the archive says as of which day it was read', () => {
  assert.equal(archiveWith().asOf, '2026-11-22');
});
