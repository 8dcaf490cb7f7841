import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type AuditFields, auditFile, auditId } from '../fixtures/content.ts';
import {
  filesOf,
  type LaterAudit,
  laterFile,
  type ResponseFields,
  responseFile,
  type Story,
  toArchiveBoard,
} from '../fixtures/ledger.ts';
import { printedOf } from '../fixtures/printed.ts';

/* What an author is told of a follow-up or a response that does not hold. Today is 2026-11-22. */

const later = '2023-uppfoljning';

/** What is printed of a report from October 2023 that follows up the example archive's of February 2021. */
const printedOfLater = (fields: LaterAudit, story: Story = {}) =>
  printedOf(laterFile(later), filesOf({ ...story, later: { ...story.later, [later]: fields } }));

/** What is printed of it with these follow-ups, the first of which stands on line 13. */
const printedOfFollowUps = (...followsUp: readonly Readonly<Record<string, unknown>>[]) =>
  printedOfLater({ followsUp });

/** What is printed of arkivnämnden's response in June 2021. */
const printedOfResponse = (fields: ResponseFields, story: Story = {}) =>
  printedOf(
    responseFile('arkivnamnden'),
    filesOf({ ...story, responses: { ...story.responses, arkivnamnden: fields } }),
  );

const done = { status: 'åtgärdad' };

test('a follow-up and a response that hold are told nothing of', () => {
  assert.deepEqual(printedOfFollowUps(done), []);
  assert.deepEqual(printedOfResponse({ answers: [{ claim: 'gjort' }] }), []);
});

describe('The shape of a follow-up:', () => {
  test('it has words', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, verdict: undefined }), [
      'rad 13 uppföljning u1: fältet verdict saknas. Omdömet med revisorernas egna ord.',
    ]);
    assert.deepEqual(printedOfFollowUps({ ...done, verdict: '' }), [
      'rad 13 uppföljning u1, verdict är tomt. Skriv värdet eller ta bort fältet.',
    ]);
    assert.deepEqual(printedOfFollowUps({ ...done, verdict: ' ' }), [
      'rad 13 uppföljning u1, verdict: " " är tomt; skriv texten eller ta bort fältet.',
    ]);
  });

  test('it has a status or a grade', () => {
    assert.deepEqual(printedOfFollowUps({}), [
      'rad 13 uppföljning u1: har varken status eller grade; skriv det ena.',
    ]);
  });

  test('it has not both', () => {
    assert.deepEqual(printedOfFollowUps({ target: auditId, ...done, grade: 'uppfyllt' }), [
      'rad 13 uppföljning u1, grade: "uppfyllt" kan inte stå tillsammans med status; ta bort det ena.',
    ]);
  });

  test('its status is one of the words that verdicts have', () => {
    assert.deepEqual(printedOfFollowUps({ status: 'åtgärdat' }), [
      'rad 13 uppföljning u1, status: "åtgärdat" är inget av de ord som gäller här. Menade du "åtgärdad"? Orden är åtgärdad, i huvudsak, delvis, pågår, ej åtgärdad, inaktuell och ej bedömd.',
    ]);
  });

  test('what a body claims is no status', () => {
    assert.deepEqual(printedOfFollowUps({ status: 'gjort' }), [
      'rad 13 uppföljning u1, status: "gjort" är inget av de ord som gäller här. Orden är åtgärdad, i huvudsak, delvis, pågår, ej åtgärdad, inaktuell och ej bedömd.',
    ]);
  });

  test('one whose verdict the archive has not seen has none', () => {
    assert.deepEqual(printedOfFollowUps({ unseen: true, verdict: undefined }), []);
    assert.deepEqual(printedOfFollowUps({ unseen: true, verdict: 'delvis' }), [
      'rad 13 uppföljning u1, unseen: "true" säger att omdömet inte har setts, men det står där; ta bort det ena.',
    ]);
    assert.deepEqual(printedOfFollowUps({ unseen: true, verdict: undefined, ...done }), [
      'rad 13 uppföljning u1, unseen: "true" säger att omdömet inte har setts, men det står där; ta bort det ena.',
    ]);
  });

  test('it has an id of its own', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, id: undefined }), [
      'rad 13 uppföljning 1: fältet id saknas. Uppföljningens id, t.ex. u1. Den används aldrig igen.',
    ]);
    assert.deepEqual(printedOfFollowUps(done, { ...done, id: 'u1', bodies: ['arkivnamnden'] }), [
      'rad 14 Id "u1" står två gånger, först på rad 13. Ge den ena en annan id. En id används aldrig igen.',
    ]);
  });

  test('what it looked at is one of the words for that', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, object: 'rekomendation' }), [
      'rad 13 uppföljning u1, object: "rekomendation" är inget av de ord som gäller här. Menade du "rekommendation"? Orden är granskning, rekommendation, rekommendationer, iakttagelse, fråga, bedömning, åtgärdsplan och åtgärd.',
    ]);
  });

  test('its date is one', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, date: 'hösten 2022' }), [
      'rad 13 uppföljning u1, date: "hösten 2022" är inget datum; skriv 2017, 2017-10 eller 2017-10-12.',
    ]);
    assert.deepEqual(printedOfFollowUps({ ...done, date: '2022-02-30' }), [
      'rad 13 uppföljning u1, date: "2022-02-30" är ett datum som inte finns i kalendern.',
    ]);
  });

  test('a body stands once', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, bodies: ['arkivnamnden', 'arkivnamnden'] }), [
      'rad 13 uppföljning u1, bodies: "arkivnamnden" står två gånger i listan; ta bort det ena.',
    ]);
  });

  test('a misspelt field is named with the one that was meant', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, coment: 'Nja.' }), [
      'rad 13 uppföljning u1: fältet "coment" finns inte. Menade du "comment"?',
    ]);
  });
});

describe('What is followed up:', () => {
  test('something is', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, target: undefined }), [
      'rad 13 uppföljning u1: fältet target saknas. Det som följdes upp: en granskning, rekommendation, iakttagelse eller fråga i arkivet, eller något utanför det.',
    ]);
  });

  test('it is written as a reference', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, target: 'Uppsala 2019' }), [
      'rad 13 uppföljning u1, target: "Uppsala 2019" är ingen hänvisning till en granskning; skriv t.ex. 0380-uppsala/2019-bisysslor eller 0380-uppsala/2019-bisysslor#r2.',
    ]);
  });

  test('or described, and is not a list', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, target: [auditId] }), [
      'rad 13 uppföljning u1, target: är varken en hänvisning till arkivet eller en beskrivning av en granskning utanför det.',
    ]);
  });

  test('what stands outside the archive says at least what it was about', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, target: { title: 'Bisysslor', year: 2011 } }), [
      'rad 13 uppföljning u1, target: fältet about saknas. Vad den tidigare granskningen gällde, t.ex. "bisysslor".',
    ]);
  });

  test('a field that it cannot have is refused', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, target: { about: 'bisysslor', titel: 'Bisysslor' } }), [
      'rad 13 uppföljning u1, target: fältet "titel" finns inte. Menade du "title"?',
    ]);
  });

  test('an audit that does not exist is named with the one that was meant', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, target: '9901-exempelstad/2020-arkivvrad' }), [
      `rad 13 uppföljning u1, target: "9901-exempelstad/2020-arkivvrad" finns inte bland granskningarna. Menade du "${auditId}"? Granskningarna står i content/audits/. En granskning utanför arkivet beskrivs med about, title och year i stället.`,
    ]);
  });

  test('a part that the audit does not have is named with those that it has', () => {
    const parts = { parts: [{ id: 'r1-a', text: 'Mät.' }] };
    assert.deepEqual(
      printedOfLater(
        { followsUp: [{ ...done, target: `${auditId}#r9` }] },
        {
          audit: {
            questions: [{ id: 'q1', text: 'Finns hyllor?' }],
            findings: [{ id: 'f1', observation: 'Nej.' }],
            recommendations: [{ ...toArchiveBoard, ...parts }],
          },
        },
      ),
      [
        'rad 13 uppföljning u1, target: "r9" finns inte bland den rapportens frågor, iakttagelser och rekommendationer. De är q1, f1, r1 och r1-a.',
      ],
    );
  });

  test('a draft is not published, and cannot be followed up by what is', () => {
    const story = { audit: { draft: true } };
    assert.deepEqual(printedOfLater({ followsUp: [done] }, story), [
      `rad 13 uppföljning u1, target: "${auditId}" är ett utkast och publiceras inte. Ta bort draft där, eller vänta med hänvisningen.`,
    ]);
    assert.deepEqual(printedOfLater({ draft: true, followsUp: [done] }, story), []);
  });

  test('a report does not follow up itself', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, target: `9901-exempelstad/${later}` }), [
      'rad 13 uppföljning u1, target: en rapport kan inte följa upp sig själv. Hänvisa till den tidigare rapporten.',
    ]);
  });

  test('a recommendation, or a part of one, has a status and not a grade', () => {
    const told = (line: number, id: string) =>
      `rad ${line} uppföljning ${id}: en rekommendation följs upp med status, inte med grade. Skriv status: åtgärdad, i huvudsak, delvis, pågår, ej åtgärdad, inaktuell eller ej bedömd.`;
    assert.deepEqual(
      printedOfLater(
        { followsUp: [{ grade: 'delvis' }, { grade: 'delvis', target: `${auditId}#r1-a` }] },
        { audit: { recommendations: [{ ...toArchiveBoard, parts: [{ id: 'r1-a', text: 'Mät.' }] }] } },
      ),
      [told(13, 'u1'), told(14, 'u2')],
    );
  });

  test('a question, a finding and a whole audit may have either', () => {
    const audit: AuditFields = {
      questions: [{ id: 'q1', text: 'Finns hyllor?' }],
      findings: [{ id: 'f1', observation: 'Nej.' }],
    };
    const targets = [auditId, `${auditId}#q1`, `${auditId}#f1`, { about: 'bisysslor' }];
    for (const outcome of [done, { grade: 'delvis' }]) {
      const followsUp = targets.map((target) => ({ target, ...outcome }));
      assert.deepEqual(printedOfLater({ followsUp }, { audit }), []);
    }
  });
});

describe('The bodies of a follow-up', () => {
  test("are among the principal's", () => {
    assert.deepEqual(printedOfFollowUps({ ...done, bodies: ['kommunstyrelsen', 'arkivnamden'] }), [
      'rad 13 uppföljning u1, bodies: "arkivnamden" finns inte bland huvudmannens nämnder. Menade du "arkivnamnden"? Nämnderna står i content/municipalities/9901-exempelstad.yaml.',
    ]);
  });

  test('existed when they were followed up', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, bodies: ['pappersnamnden'] }), [
      'rad 13 uppföljning u1, bodies: Pappersnämnden fanns inte 2023-10-05. Kontrollera datumet, eller nämndens tid (exists) i content/municipalities/9901-exempelstad.yaml.',
    ]);
    assert.deepEqual(printedOfFollowUps({ ...done, bodies: ['pappersnamnden'], date: '2022-11' }), [
      'rad 13 uppföljning u1, bodies: Pappersnämnden fanns inte 2022-11. Kontrollera datumet, eller nämndens tid (exists) i content/municipalities/9901-exempelstad.yaml.',
    ]);
  });

  test('may have existed on some day of the year that is known', () => {
    const bodies = [
      '  - { id: bandnamnden, name: Bandnämnden, form: nämnd, exists: { from: 2023-07-01 } }',
      '  - { id: bladnamnden, name: Bladnämnden, form: nämnd, exists: { until: 2023-02 } }',
    ];
    const followsUp = [{ ...done, bodies: ['bandnamnden', 'bladnamnden'] }];
    assert.deepEqual(printedOfLater({ published: 2023, followsUp }, { bodies }), []);
    assert.deepEqual(printedOfLater({ published: '2023-03', followsUp }, { bodies }), [
      'rad 13 uppföljning u1, bodies: Bandnämnden fanns inte 2023-03. Kontrollera datumet, eller nämndens tid (exists) i content/municipalities/9901-exempelstad.yaml.',
      'rad 13 uppföljning u1, bodies: Bladnämnden fanns inte 2023-03. Kontrollera datumet, eller nämndens tid (exists) i content/municipalities/9901-exempelstad.yaml.',
    ]);
  });
});

describe('The date of a follow-up', () => {
  test('is not before that of what it follows up', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, date: '2021-02-02' }), [
      'rad 13 uppföljning u1: uppföljningen är från 2021-02-02, men det den följer upp gavs ut 2021-02-03. Rätta datumet eller hänvisningen.',
    ]);
    assert.deepEqual(printedOfFollowUps({ ...done, date: '2020' }), [
      'rad 13 uppföljning u1: uppföljningen är från 2020, men det den följer upp gavs ut 2021-02-03. Rätta datumet eller hänvisningen.',
    ]);
  });

  test('may be the same day, or one that cannot be told to be before', () => {
    for (const on of ['2021-02-03', '2021-02', '2021']) {
      assert.deepEqual(printedOfFollowUps({ ...done, date: on }), []);
    }
  });

  test('is the report’s own where it has none', () => {
    assert.deepEqual(
      printedOf(laterFile('2020-tidig'), filesOf({ later: { '2020-tidig': { followsUp: [done] } } })),
      [
        'rad 13 uppföljning u1: uppföljningen är från 2020-10-05, men det den följer upp gavs ut 2021-02-03. Rätta datumet eller hänvisningen.',
      ],
    );
  });

  test('is not in the future', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, date: '2026-11-23' }), [
      'rad 13 uppföljning u1: "2026-11-23" ligger i framtiden (i dag är det 2026-11-22). Rätta datumet.',
    ]);
  });

  test('is not after the report that tells of it', () => {
    assert.deepEqual(printedOfFollowUps({ ...done, date: '2023-10-06' }), [
      'rad 13 uppföljning u1: uppföljningen är från 2023-10-06, men rapporten gavs ut redan 2023-10-05. Rätta det ena.',
    ]);
    assert.deepEqual(printedOfFollowUps({ ...done, date: '2023-10-05' }), []);
    assert.deepEqual(printedOfFollowUps({ ...done, date: '2023' }), []);
  });

  test('is not told of once more where the report itself is of the future', () => {
    const slug = '2026-uppfoljning';
    assert.deepEqual(
      printedOf(
        laterFile(slug),
        filesOf({
          later: { [slug]: { published: '2026-12-01', followsUp: [done, { ...done, target: auditId }] } },
        }),
      ),
      ['rad 5 published: "2026-12-01" ligger i framtiden (i dag är det 2026-11-22). Rätta datumet.'],
    );
  });
});

describe('The same event', () => {
  const twice = (line: number, id: string, first: number) =>
    `rad ${line} uppföljning ${id}: samma sak följs upp två gånger i rapporten, först på rad ${first}. Slå ihop dem, eller skriv vad som skiljer dem.`;

  test('is not told of twice in a report', () => {
    assert.deepEqual(printedOfFollowUps(done, { status: 'delvis' }, done), [
      twice(14, 'u2', 13),
      twice(15, 'u3', 13),
    ]);
  });

  test('is the same where only some of the bodies are', () => {
    assert.deepEqual(
      printedOfFollowUps(
        { ...done, bodies: ['kommunstyrelsen', 'arkivnamnden'] },
        { status: 'delvis', bodies: ['arkivnamnden'] },
      ),
      [twice(14, 'u2', 13)],
    );
  });

  test('is another where the target, the body, the date or the object is', () => {
    assert.deepEqual(
      printedOfFollowUps(
        done,
        { ...done, target: auditId },
        { ...done, bodies: ['arkivnamnden'] },
        { ...done, bodies: ['kommunstyrelsen'] },
        { ...done, date: '2022' },
        { ...done, object: 'åtgärdsplan' },
      ),
      [],
    );
  });

  test('does not stand in two reports, where words and day are the same', () => {
    const story = { later: { '2023-dubblett': { followsUp: [done] } } };
    assert.deepEqual(printedOfLater({ followsUp: [done] }, story), [
      'rad 13 uppföljning u1: samma uppföljning, med samma omdöme och samma dag, står även i audits/9901-exempelstad/2023-dubblett.mdx. Ta bort den ena.',
    ]);
  });

  test('may be followed up in two reports of the same year, in other words, or of something outside the archive', () => {
    const inBoth = (first: LaterAudit, second: LaterAudit) =>
      printedOfLater(second, { later: { '2023-dubblett': first } });
    const ofTheYear = { published: 2023, followsUp: [done] };
    assert.deepEqual(inBoth(ofTheYear, ofTheYear), []);
    assert.deepEqual(
      inBoth({ followsUp: [done] }, { followsUp: [{ ...done, verdict: 'allt är gjort' }] }),
      [],
    );
    const outside = { followsUp: [{ ...done, target: { about: 'tidigare granskningar' } }] };
    assert.deepEqual(inBoth(outside, outside), []);
  });

  test('is not answered in two files', () => {
    const story = { responses: { 'arkivnamnden-2': {} } };
    assert.deepEqual(printedOfResponse({}, story), [
      'rad 4 Samma nämnd svarar på samma granskning samma dag även i responses/9901-exempelstad/2020-arkivvard-arkivnamnden-2.mdx. Slå ihop filerna.',
    ]);
  });

  test('may be answered again another day, or by another body', () => {
    const story = {
      responses: { 'arkivnamnden-2': { date: '2021-06-02' }, kommunstyrelsen: { body: 'kommunstyrelsen' } },
    };
    assert.deepEqual(printedOfResponse({}, story), []);
  });
});

describe('A ring of follow-ups', () => {
  const ofTheYear = (target: string): LaterAudit => ({
    published: 2023,
    followsUp: [{ ...done, target: `9901-exempelstad/${target}` }],
  });
  const inRing = (line: number, first: string) =>
    `rad ${line} uppföljning u1: 9901-exempelstad/${first} följer i sin tur, direkt eller genom andra, upp den här rapporten. Granskningar kan inte följa upp varandra i en ring. Ta bort den hänvisning som är fel.`;

  test('of two is refused in both', () => {
    const files = filesOf({
      later: { '2023-ena': ofTheYear('2023-andra'), '2023-andra': ofTheYear('2023-ena') },
    });
    assert.deepEqual(printedOf(laterFile('2023-ena'), files), [inRing(13, '2023-andra')]);
    assert.deepEqual(printedOf(laterFile('2023-andra'), files), [inRing(13, '2023-ena')]);
  });

  test('of three is refused in each, but not in one that only leads into it', () => {
    const files = filesOf({
      later: {
        '2023-ena': ofTheYear('2023-andra'),
        '2023-andra': ofTheYear('2023-tredje'),
        '2023-tredje': ofTheYear('2023-ena'),
        '2023-utanfor': ofTheYear('2023-ena'),
      },
    });
    assert.deepEqual(printedOf(laterFile('2023-tredje'), files), [inRing(13, '2023-ena')]);
    assert.deepEqual(printedOf(laterFile('2023-andra'), files), [inRing(13, '2023-tredje')]);
    assert.deepEqual(printedOf(laterFile('2023-utanfor'), files), []);
  });

  test('is none where the dates tell which reference is wrong, and that one is told of alone', () => {
    const files = filesOf({
      audit: {
        body: '<Recommendations />\n\n<FollowUps />',
        followsUp: [{ id: 'u1', target: `9901-exempelstad/${later}`, verdict: 'klart', ...done }],
      },
      later: { [later]: { followsUp: [done] } },
    });
    assert.deepEqual(printedOf(laterFile(later), files), []);
    assert.deepEqual(printedOf(auditFile, files), [
      'rad 15 uppföljning u1: uppföljningen är från 2021-02-03, men det den följer upp gavs ut 2023-10-05. Rätta datumet eller hänvisningen.',
    ]);
  });

  test('is none in a chain, or where two roads lead to the same', () => {
    const files = filesOf({
      later: {
        '2022-ena': { followsUp: [{ ...done, target: auditId }] },
        '2023-andra': {
          followsUp: [
            { ...done, target: auditId },
            { ...done, target: '9901-exempelstad/2022-ena' },
          ],
        },
      },
    });
    assert.deepEqual(printedOf(laterFile('2023-andra'), files), []);
  });
});

describe('A report that follows up', () => {
  test('shows what it found', () => {
    assert.deepEqual(printedOfLater({ followsUp: [done], body: 'Löpande text.' }), [
      'rad 13 Uppföljning u1 visas inte någonstans i rapportens text. Skriv <FollowUps /> på en egen rad där den hör hemma.',
    ]);
  });

  test('has something to show', () => {
    assert.deepEqual(printedOfLater({ body: '<FollowUps />' }), [
      'rad 15 <FollowUps/>: rapporten har inga uppföljningar att visa. Ta bort komponenten, eller fyll i metadatablocket.',
    ]);
  });

  test('answers of a follow-up that it has', () => {
    assert.deepEqual(
      printedOfLater({
        questions: [{ id: 'q1', text: 'Har något hänt?', answers: [{ text: 'Ja.', followUp: 'u2' }] }],
        followsUp: [done],
        body: '<Questions />\n\n<FollowUps />',
      }),
      ['rad 15 fråga q1, svar 1, followUp: "u2" finns inte bland rapportens uppföljningar. De är u1.'],
    );
  });
});

describe('A response that is asked for', () => {
  const printedOfRequest = (fields: Readonly<Record<string, unknown>>) =>
    printedOf(
      auditFile,
      filesOf({ audit: { responsesRequested: [{ body: 'arkivnamnden', by: '2021-06-30', ...fields }] } }),
    );

  test('is asked of a body that the principal has', () => {
    assert.deepEqual(printedOfRequest({ body: 'arkivnamden' }), [
      'rad 15 begärt svar 1, body: "arkivnamden" finns inte bland huvudmannens nämnder. Menade du "arkivnamnden"? Nämnderna står i content/municipalities/9901-exempelstad.yaml.',
    ]);
  });

  test('is asked of one that existed', () => {
    assert.deepEqual(printedOfRequest({ body: 'pappersnamnden' }), [
      'rad 15 begärt svar 1, body: Pappersnämnden fanns inte 2021-02-03. Kontrollera datumet, eller nämndens tid (exists) i content/municipalities/9901-exempelstad.yaml.',
    ]);
  });

  test('is not due before the report was published', () => {
    assert.deepEqual(printedOfRequest({ by: '2021-01' }), [
      'rad 15 begärt svar 1: svaret begärs senast 2021-01, men rapporten gavs ut 2021-02-03. Rätta det ena.',
    ]);
  });

  test('may be due in the future, but is not missing yet', () => {
    assert.deepEqual(printedOfRequest({ by: '2027-01' }), []);
    assert.deepEqual(printedOfRequest({ by: '2027-01', missing: true }), [
      'rad 15 begärt svar 1: svaret begärs senast 2027-01 och kan inte saknas redan nu (i dag är det 2026-11-22). Ta bort missing.',
    ]);
  });
});

test('a recommendation is not due before it was given', () => {
  const printedOfDue = (due: string) =>
    printedOf(auditFile, filesOf({ audit: { recommendations: [{ ...toArchiveBoard, due }] } }));
  assert.deepEqual(printedOfDue('2021-01-31'), [
    'rad 13 rekommendation r1: ska vara åtgärdad 2021-01-31, men rapporten gavs ut 2021-02-03. Rätta det ena.',
  ]);
  assert.deepEqual(printedOfDue('2021'), []);
});

describe('The shape of a response:', () => {
  test('it closes nothing', () => {
    assert.deepEqual(printedOfResponse({ answers: [{ claim: 'gjort', status: 'åtgärdad' }] }), [
      'rad 6 svar 1, status: "åtgärdad" kan inte stå i ett svar: bara en revisors uppföljning ger en status; skriv claim i stället (gjort, pågår, planerat, inget).',
    ]);
  });

  test('it gives no grade', () => {
    assert.deepEqual(printedOfResponse({ answers: [{ grade: 'uppfyllt' }] }), [
      'rad 6 svar 1: fältet "grade" finns inte. Fälten är recommendation, stance, claim, printed, action, responsible och due.',
    ]);
  });

  test('its claim is one of the words that claims have', () => {
    assert.deepEqual(printedOfResponse({ answers: [{ claim: 'åtgärdad' }] }), [
      'rad 6 svar 1, claim: "åtgärdad" är inget av de ord som gäller här. Orden är gjort, pågår, planerat och inget.',
    ]);
  });

  test('its stance is one of the words that stances have', () => {
    assert.deepEqual(printedOfResponse({ answers: [{ stance: 'instämer' }] }), [
      'rad 6 svar 1, stance: "instämer" är inget av de ord som gäller här. Menade du "instämmer"? Orden är instämmer, delvis och instämmer inte.',
    ]);
  });

  test('an answer is on a recommendation', () => {
    assert.deepEqual(printedOfResponse({ answers: [{ recommendation: undefined, claim: 'gjort' }] }), [
      'rad 6 svar 1: fältet recommendation saknas. Rekommendationen, eller den del av den, som svaret gäller: r3 eller r3-a.',
    ]);
    assert.deepEqual(printedOfResponse({ answers: [{ recommendation: `${auditId}#r1` }] }), [
      `rad 6 svar 1, recommendation: "${auditId}#r1" är ingen giltig id; börja med en bokstav och använd små bokstäver a–z, siffror och bindestreck, t.ex. "r3".`,
    ]);
  });

  test('its due day is a date', () => {
    assert.deepEqual(printedOfResponse({ answers: [{ due: 'snarast' }] }), [
      'rad 6 svar 1, due: "snarast" är inget datum; skriv 2017, 2017-10 eller 2017-10-12.',
    ]);
  });

  test('it says what it answers, who answers and when', () => {
    assert.deepEqual(
      printedOfResponse({ audit: null, body: null, date: null, answers: [{ claim: 'gjort' }] }),
      [
        'rad 2 fältet audit saknas. Granskningen som besvaras.',
        'rad 2 fältet body saknas. Nämnden som svarar.',
        'rad 2 fältet date saknas. Dagen för beslutet.',
      ],
    );
  });

  test('it answers a whole audit', () => {
    assert.deepEqual(printedOfResponse({ audit: `${auditId}#r1` }), [
      `rad 2 audit: "${auditId}#r1" är ingen granskning; skriv t.ex. 0380-uppsala/2019-bisysslor.`,
    ]);
  });
});

describe('A response', () => {
  test('is to an audit in the archive', () => {
    const file = 'responses/9901-exempelstad/2020-arkivvrad-arkivnamnden.mdx';
    const files = filesOf({ responses: { arkivnamnden: { audit: '9901-exempelstad/2020-arkivvrad' } } });
    assert.deepEqual(printedOf(file, { [file]: files[responseFile('arkivnamnden')] ?? null }), [
      `rad 2 audit: "9901-exempelstad/2020-arkivvrad" finns inte bland granskningarna. Menade du "${auditId}"? Granskningarna står i content/audits/.`,
    ]);
  });

  test('is not to a draft', () => {
    assert.deepEqual(printedOfResponse({}, { audit: { draft: true } }), [
      `rad 2 audit: "${auditId}" är ett utkast och publiceras inte. Ta bort draft där, eller vänta med hänvisningen.`,
    ]);
  });

  test('lies in the folder of its audit', () => {
    const file = 'responses/9902-provkoping/2020-arkivvard-arkivnamnden.mdx';
    const files = filesOf({ responses: { arkivnamnden: {} } });
    assert.deepEqual(printedOf(file, { [file]: files[responseFile('arkivnamnden')] ?? null }), [
      'rad 2 audit: svaret ligger i responses/9902-provkoping/ men gäller en granskning i 9901-exempelstad. Flytta filen till responses/9901-exempelstad/.',
    ]);
  });

  for (const rest of ['kommunstyrelsen', 'arkivnamndens-svar', 'arkivnamnden-', 'arkivnamnden-Två']) {
    test(`is not called …-${rest}.mdx where arkivnämnden answers`, () => {
      assert.deepEqual(printedOf(responseFile(rest), filesOf({ responses: { [rest]: {} } })), [
        `rad 2 Filen heter "2020-arkivvard-${rest}.mdx". Den ska heta 2020-arkivvard-arkivnamnden.mdx. Svarar nämnden flera gånger läggs något till, t.ex. 2020-arkivvard-arkivnamnden-2.mdx.`,
      ]);
    });
  }

  test('may have something after its name', () => {
    for (const rest of ['arkivnamnden-2', 'arkivnamnden-forsta-svaret']) {
      assert.deepEqual(printedOf(responseFile(rest), filesOf({ responses: { [rest]: {} } })), []);
    }
  });

  for (const file of [
    'responses/2020-arkivvard-arkivnamnden.mdx',
    'responses/9901-exempelstad/2020-arkivvard/arkivnamnden.mdx',
    'responses/9901-exempelstad/2020-arkivvard-arkivnamnden.yaml',
  ]) {
    test(`does not lie in ${file}`, () => {
      assert.deepEqual(printedOf(file, { [file]: 'text' }), [
        'Filen ligger i fel mapp eller har fel ändelse. Rapporter står i audits/<kommun>/, bilder i en mapp med rapportens namn, svar i responses/<kommun>/, register i municipalities/, auditors/, systems/ och criteria/, egna sidor i pages/.',
      ]);
    });
  }

  test('in a folder whose name is misspelt is told which was meant', () => {
    const file = 'response/9901-exempelstad/2020-arkivvard-arkivnamnden.mdx';
    assert.match(String(printedOf(file, { [file]: 'text' })), / Menade du "responses"\? /);
  });

  test('is from a body that the principal has', () => {
    const file = responseFile('arkivnamden');
    assert.deepEqual(printedOf(file, filesOf({ responses: { arkivnamden: { body: 'arkivnamden' } } })), [
      'rad 3 body: "arkivnamden" finns inte bland huvudmannens nämnder. Menade du "arkivnamnden"? Nämnderna står i content/municipalities/9901-exempelstad.yaml.',
    ]);
  });

  test('is from one that existed that day', () => {
    const file = responseFile('pappersnamnden');
    assert.deepEqual(
      printedOf(file, filesOf({ responses: { pappersnamnden: { body: 'pappersnamnden' } } })),
      [
        'rad 3 body: Pappersnämnden fanns inte 2021-06-01. Kontrollera datumet, eller nämndens tid (exists) i content/municipalities/9901-exempelstad.yaml.',
      ],
    );
  });

  test('is not from the future', () => {
    assert.deepEqual(printedOfResponse({ date: '2026-11-23' }), [
      'rad 4 date: "2026-11-23" ligger i framtiden (i dag är det 2026-11-22). Rätta datumet.',
    ]);
    assert.deepEqual(printedOfResponse({ date: '2026-11' }), []);
  });

  test('is not from before the audit', () => {
    assert.deepEqual(printedOfResponse({ date: '2021-01' }), [
      'rad 4 date: svaret är från 2021-01, men granskningen gavs ut 2021-02-03. Rätta datumet.',
    ]);
    assert.deepEqual(printedOfResponse({ date: '2021' }), []);
  });

  test('answers recommendations that are there', () => {
    assert.deepEqual(printedOfResponse({ answers: [{}, { recommendation: 'r2' }] }), [
      'rad 7 svar 2, recommendation: "r2" finns inte bland rapportens rekommendationer. De är r1.',
    ]);
  });

  test('answers a recommendation once', () => {
    assert.deepEqual(printedOfResponse({ answers: [{ claim: 'gjort' }, { claim: 'pågår' }] }), [
      'rad 7 svar 2: r1 besvaras två gånger, först på rad 6. Slå ihop svaren.',
    ]);
  });

  test('may answer a recommendation and a part of it', () => {
    assert.deepEqual(
      printedOfResponse(
        { answers: [{ claim: 'pågår' }, { recommendation: 'r1-a', claim: 'gjort' }] },
        { audit: { recommendations: [{ ...toArchiveBoard, parts: [{ id: 'r1-a', text: 'Mät.' }] }] } },
      ),
      [],
    );
  });

  test('has no warnings to silence', () => {
    assert.deepEqual(printedOfResponse({ silence: [{ rule: 'ej-i-kraft', reason: 'Ändå.' }] }), [
      'rad 5 silence: här finns ingen varning "ej-i-kraft" att tysta. Ta bort posten.',
    ]);
  });
});
