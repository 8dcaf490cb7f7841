import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type Archive,
  criteriaOf,
  lastChecked,
  type Recommendation,
  topicsOf,
  unverifiedDone,
  widerFollowUps,
} from '../../src/archive/index.ts';
import { choiceIn } from '../../src/components/tracker/choice.ts';
import {
  type ChosenList,
  groupsOnPage,
  trackerOf,
  type WayToChoose,
} from '../../src/components/tracker/lists.ts';
import { partsInRow, wholeVerdictsBeside } from '../../src/components/tracker/row.ts';
import { selection } from '../../src/components/tracker/selection.ts';
import { decodedTable, encodedTable } from '../../src/components/tracker/table.ts';
import { trackedIn } from '../../src/components/tracker/tracked.ts';
import { paged } from '../../src/site/paging.ts';
import { anAudit, archiveWith, auditId } from '../fixtures/content.ts';
import {
  aLaterAudit,
  archiveOfStory,
  laterFile,
  recommendationIn,
  toArchiveBoard,
} from '../fixtures/ledger.ts';

function listIn(archive: Archive, by: WayToChoose, slug: string): ChosenList {
  const list = trackerOf(archive).lists[by].find((candidate) => candidate.slug === slug);
  if (!list) throw new Error(`The tracker has no list ${by}/${slug}.`);
  return list;
}

const textsOf = (recommendations: readonly Recommendation[]) => recommendations.map(({ text }) => text.text);

const toTwo = { id: 'r1', to: ['kommunstyrelsen', 'arkivnamnden'], text: 'Fördela ansvaret.' };
const doneByArchiveBoard = {
  '2023-uppfoljning': { followsUp: [{ bodies: ['arkivnamnden'], status: 'åtgärdad' }] },
};

describe('The tracker’s lists', () => {
  test('have what is least done first, and of that the oldest', () => {
    const archive = archiveWith({
      [laterFile('2021-arkiv')]: anAudit({
        year: 2021,
        published: '2022-02',
        recommendations: [{ ...toArchiveBoard, text: 'Nyast.' }],
      }),
      [laterFile('2012-arkiv')]: anAudit({
        year: 2012,
        published: 2013,
        recommendations: [
          { ...toArchiveBoard, text: 'Äldst.' },
          { ...toArchiveBoard, id: 'r2', text: 'Ej åtgärdad.' },
        ],
      }),
      [laterFile('2023-uppfoljning')]: aLaterAudit('2023-uppfoljning', {
        followsUp: [{ target: '9901-exempelstad/2012-arkiv#r2', status: 'ej åtgärdad' }],
      }),
    });
    assert.deepEqual(textsOf(trackerOf(archive).all.recommendations), ['Ej åtgärdad.', 'Äldst.', 'Nyast.']);
    assert.deepEqual(
      trackerOf(archive).all.groups.map(({ title, path }) => [title, path]),
      [
        ['Ej åtgärdad', '/rekommendationer/#ej-atgardad'],
        ['Ej uppföljd', '/rekommendationer/#ej-uppfoljd'],
      ],
    );
  });

  test('lead to the page where a group begins', () => {
    const texts = Array.from({ length: 60 }, (_, index) => ({ ...toArchiveBoard, id: `r${index + 1}` }));
    const archive = archiveOfStory({
      audit: { recommendations: texts },
      later: { '2023-uppfoljning': { followsUp: [{ target: `${auditId}#r7`, status: 'åtgärdad' }] } },
    });
    const list = listIn(archive, 'kommun', 'exempelstad');
    assert.deepEqual(
      list.groups.map(({ path, recommendations }) => [path, recommendations.length]),
      [
        ['/rekommendationer/kommun/exempelstad/#ej-uppfoljd', 59],
        ['/rekommendationer/kommun/exempelstad/sida/2/#atgardad', 1],
      ],
    );
    const pages = paged(list.recommendations, list.path);
    assert.deepEqual(
      pages.map((page) =>
        groupsOnPage(list, page).map(({ group, recommendations, isContinued }) => [
          group.id,
          recommendations.length,
          isContinued,
        ]),
      ),
      [
        [['ej-uppfoljd', 50, false]],
        [
          ['ej-uppfoljd', 9, true],
          ['atgardad', 1, false],
        ],
      ],
    );
  });

  test('of a type of board have its state with those boards, whatever others have done', () => {
    const archive = archiveOfStory({ audit: { recommendations: [toTwo] }, later: doneByArchiveBoard });
    const stateIn = (by: WayToChoose, slug: string) => listIn(archive, by, slug).groups.map(({ id }) => id);
    assert.deepEqual(stateIn('namndtyp', 'arkivnamnd'), ['atgardad']);
    assert.deepEqual(stateIn('namndtyp', 'kommunstyrelse'), ['ej-uppfoljd']);
    assert.deepEqual(stateIn('kommun', 'exempelstad'), ['ej-uppfoljd']);
    assert.equal(listIn(archive, 'status', 'atgardad').recommendations.length, 0);
  });

  test('have under an unknown type what is to a group, and nowhere what is only to be known', () => {
    const archive = archiveOfStory({
      audit: {
        recommendations: [
          {
            id: 'r1',
            to: [{ group: 'övriga nämnder' }, { body: 'kommunstyrelsen', role: 'för kännedom' }],
            text: 'Tänk efter.',
          },
        ],
      },
    });
    assert.equal(listIn(archive, 'namndtyp', 'okand').recommendations.length, 1);
    assert.equal(listIn(archive, 'namndtyp', 'kommunstyrelse').recommendations.length, 0);
  });

  test('in one state stand by the year that they were published', () => {
    const archive = archiveOfStory({});
    assert.deepEqual(
      listIn(archive, 'status', 'ej-uppfoljd').groups.map(({ title, path }) => [title, path]),
      [['Utgivna 2021', '/rekommendationer/status/ej-uppfoljd/#utgivna-2021']],
    );
  });

  test('are there for every state, municipality and type of board, also with nothing in them', () => {
    const archive = archiveWith();
    const { status, kommun, namndtyp, ar } = trackerOf(archive).lists;
    assert.equal(status.length, 12);
    assert.deepEqual(
      kommun.map(({ path }) => path),
      ['/rekommendationer/kommun/exempelstad/', '/rekommendationer/kommun/provkoping/'],
    );
    assert.deepEqual(
      namndtyp.map(({ slug }) => slug),
      ['arkivnamnd', 'kommunstyrelse', 'okand'],
    );
    assert.deepEqual(
      ar.map(({ slug }) => slug),
      ['2020'],
    );
    assert.ok(
      [...status, ...kommun, ...namndtyp, ...ar].every(({ recommendations }) => recommendations.length === 0),
    );
  });
});

describe('The tracker’s table of an archive', () => {
  const archive = archiveOfStory({
    audit: {
      recommendations: [toTwo, { ...toArchiveBoard, id: 'r2', modality: 'bör' }],
      topics: ['gallring'],
    },
    later: doneByArchiveBoard,
    responses: {
      arkivnamnden: { answers: [{ recommendation: 'r2', claim: 'gjort' }] },
    },
  });
  const { source, parcels } = trackedIn(archive);
  const table = decodedTable(encodedTable(source));
  const textsFor = (query: string) => {
    const inTable = parcels.flatMap(({ recommendations }) => recommendations);
    return selection(table, choiceIn(query)).rows.map((row) => inTable[row]?.id);
  };

  test('has the order that the lists have', () => {
    assert.deepEqual(
      textsFor(''),
      trackerOf(archive).all.recommendations.map(({ id }) => id),
    );
  });

  test('has as many of each value as the linked list has', () => {
    const { counts } = selection(table, choiceIn(''));
    for (const by of ['status', 'kommun', 'namndtyp', 'ar'] as const) {
      for (const [place, { slug }] of source.values[by].entries()) {
        assert.equal(counts[by][place], listIn(archive, by, slug).recommendations.length, `${by}/${slug}`);
      }
    }
  });

  test('knows what is said to be done, what is worded how, and topics that are wider', () => {
    assert.deepEqual(textsFor('?uppges=gjort'), ['r2']);
    assert.deepEqual(textsFor('?status=uppges-atgardad'), ['r2']);
    assert.deepEqual(textsFor('?ord=bor'), ['r2']);
    assert.deepEqual(textsFor('?ord=okand'), ['r1']);
    assert.deepEqual(textsFor('?amne=arkiv'), ['r1', 'r2']);
    assert.deepEqual(textsFor('?namndtyp=arkivnamnd&status=atgardad'), ['r1']);
  });

  test('has the parcels’ names that the files have', () => {
    assert.deepEqual(
      table.parcels.map(({ name }) => name),
      parcels.map(({ name }) => name),
    );
  });

  test('has other names for parcels whose rows have changed', () => {
    const later = trackedIn(
      archiveOfStory({ audit: { recommendations: [toTwo] }, later: doneByArchiveBoard }),
    );
    assert.notEqual(later.parcels[0]?.name, parcels[0]?.name);
  });
});

describe('A recommendation in the tracker', () => {
  test('has its own topics, else those of its findings, else those of its report', () => {
    const archive = archiveOfStory({
      audit: {
        topics: ['arkiv'],
        findings: [{ id: 'f1', observation: 'Högar.', topics: ['gallring'] }],
        recommendations: [
          { ...toArchiveBoard, finding: 'f1' },
          { ...toArchiveBoard, id: 'r2' },
          { ...toArchiveBoard, id: 'r3', finding: 'f1', topics: ['arkiv'] },
        ],
      },
    });
    const topicsFor = (id: string) => topicsOf(recommendationIn(archive, id)).map((topic) => topic.id);
    assert.deepEqual(topicsFor('r1'), ['gallring', 'arkiv']);
    assert.deepEqual(topicsFor('r2'), ['arkiv']);
    assert.deepEqual(topicsFor('r3'), ['arkiv']);
  });

  test('rests on what its report is measured against, where neither it nor its findings say more', () => {
    const archive = archiveOfStory({
      audit: {
        criteria: [{ criterion: 'god-arkivsed' }],
        recommendations: [
          toArchiveBoard,
          { ...toArchiveBoard, id: 'r2', criteria: [{ criterion: 'exempellagen' }] },
        ],
      },
    });
    assert.deepEqual(
      ['r1', 'r2'].map((id) => criteriaOf(recommendationIn(archive, id)).map((criterion) => criterion.id)),
      [['god-arkivsed'], ['exempellagen']],
    );
  });

  test('is said to be done also where an auditor has found otherwise, and was last checked then', () => {
    const archive = archiveOfStory({
      later: { '2022-uppfoljning': { followsUp: [{ status: 'ej åtgärdad' }] } },
      responses: { arkivnamnden: { date: '2024-01-01', answers: [{ claim: 'gjort' }] } },
    });
    const recommendation = recommendationIn(archive);
    assert.equal(recommendation.state, 'not-implemented');
    assert.equal(unverifiedDone(recommendation)?.date, '2024-01-01');
    assert.equal(lastChecked(recommendation), '2022-10-05');
  });

  test('has beside it the latest verdict on its whole report that concerns whom it is to', () => {
    const archive = archiveOfStory({
      later: {
        '2022-uppfoljning': { followsUp: [{ target: auditId, status: 'ej åtgärdad' }] },
        '2023-uppfoljning': {
          followsUp: [
            { target: auditId, status: 'delvis', bodies: ['arkivnamnden'] },
            { target: auditId, status: 'åtgärdad', bodies: ['kommunstyrelsen'] },
          ],
        },
      },
    });
    assert.deepEqual(
      wholeVerdictsBeside(recommendationIn(archive)).map(({ status }) => status),
      ['partly-implemented'],
    );
    assert.equal(recommendationIn(archive).state, 'not-followed-up');
  });

  test('tells of its parts where something is known of one', () => {
    const parts = [
      { id: 'r1-a', text: 'Hyllor.' },
      { id: 'r1-b', text: 'Lådor.' },
    ];
    const untold = archiveOfStory({ audit: { recommendations: [{ ...toArchiveBoard, parts }] } });
    assert.deepEqual(partsInRow(recommendationIn(untold)), []);
    const told = archiveOfStory({
      audit: { recommendations: [{ ...toArchiveBoard, parts }] },
      later: { '2023-uppfoljning': { followsUp: [{ target: `${auditId}#r1-b`, status: 'delvis' }] } },
    });
    assert.deepEqual(partsInRow(recommendationIn(told)), [
      { letter: 'a', state: 'not-followed-up' },
      { letter: 'b', state: 'partly-implemented' },
    ]);
  });
});

test('What was followed up in a municipality at another level is of whole audits, findings, questions and what the archive lacks', () => {
  const archive = archiveOfStory({
    audit: {
      findings: [{ id: 'f1', observation: 'Högar.' }],
      questions: [{ id: 'q1', text: 'Är det bra?' }],
      recommendations: [toArchiveBoard],
    },
    later: {
      '2023-uppfoljning': {
        followsUp: [
          { target: `${auditId}#r1`, status: 'delvis' },
          { target: auditId, status: 'åtgärdad' },
          { target: `${auditId}#f1`, status: 'ej åtgärdad' },
          { target: `${auditId}#q1`, grade: 'delvis' },
          { target: { about: 'bisysslor' }, status: 'pågår' },
        ],
      },
    },
  });
  const [municipality] = archive.municipalities;
  assert.deepEqual(municipality && widerFollowUps(municipality).map(({ target }) => target.kind), [
    'finding',
    'outside',
    'question',
    'audit',
  ]);
});
