import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Audit, Question } from '../../src/archive/index.ts';
import { openedSite } from './opened-site.ts';
import { asRead } from './page-text.ts';

/*
 * Is everything in the two founding reports on their pages? Held against the archive, part by part.
 */

const site = await openedSite('arkivet');

for (const id of ['1490-boras/2017-informationssakerhet', '1281-lund/2018-behorighet']) {
  const audit = site.archive.audits.find((candidate) => candidate.id === id);
  if (!audit) throw new Error(`The archive has no ${id}.`);
  describe(`${audit.title}, ${audit.municipality.place} ${audit.listedYear}`, async () => {
    const { all, byId, rows, sources } = await textsOf(audit);

    test('has every audit question and every answer', () => {
      const questions = allQuestions(audit.questions);
      assert.deepEqual(idsLike(/^q\d/, byId), questions.map((question) => question.id).toSorted());
      for (const { id, text, answers } of questions) {
        assertHolds(byId.get(id), text.text);
        for (const { verdict = '', text: answer, body, system } of answers) {
          for (const part of [verdict, answer?.text, body?.name, system?.name])
            assertHolds(byId.get(id), part);
        }
      }
    });

    test('has every finding, with its assessment or why there is none', () => {
      assert.deepEqual(idsLike(/^f\d/, byId), audit.findings.map((finding) => finding.id).toSorted());
      for (const { id, observation, assessment, lost, verdict } of audit.findings) {
        for (const part of [observation?.text, assessment?.text, verdict]) assertHolds(byId.get(id), part);
        if (lost === 'observation') assertHolds(byId.get(id), 'Iakttagelsen har gått förlorad i källan.');
        if (lost === 'assessment') assertHolds(byId.get(id), 'Bedömningen har gått förlorad i källan.');
      }
    });

    test('has every recommendation once, with its parts and whom it is to', () => {
      const ids = audit.recommendations.flatMap(({ id, parts }) => [id, ...parts.map((part) => part.id)]);
      assert.deepEqual(idsLike(/^r\d/, byId), ids.toSorted());
      for (const { id, text, parts, modality, addressees, toAll } of audit.recommendations) {
        assertHolds(byId.get(id), text.text);
        for (const part of parts) assertHolds(byId.get(part.id), part.text.text);
        if (modality === 'shall') assertHolds(byId.get(id), 'ska');
        for (const addressee of toAll ? [] : addressees) {
          assertHolds(all, addressee.kind === 'body' ? addressee.body.name : addressee.group);
        }
      }
    });

    if (audit.measures.length > 0) {
      test('has every figure in numbers', () => {
        for (const { of, value, note } of audit.measures) {
          const found = rows.filter((row) => row.toLowerCase().includes(of.toLowerCase()));
          assert.ok(
            found.some((row) => row.replaceAll(' ', '').includes(String(value).replace('.', ','))),
            `${of}: ${value}`,
          );
          assertHolds(all, note?.text);
        }
      });
    }

    if (audit.samples.length > 0) {
      test('has every sample test', () => {
        assert.deepEqual(idsLike(/^s\d/, byId), audit.samples.map((sample) => sample.id).toSorted());
        for (const { id, unit, size, period, method, text, deviations } of audit.samples) {
          for (const part of [unit, String(size), period, method?.text, text?.text]) {
            assertHolds(byId.get(id), part);
          }
          if (deviations) assertHolds(byId.get(id), `${deviations} av ${size}`);
        }
      });
    }

    test('has every source', () => {
      assert.equal(sources.length, audit.sources.length);
      for (const { title, number, publisher, note, with: informant } of audit.sources) {
        const parts = [title ?? informant, number, publisher, note].filter((part) => part !== undefined);
        assert.ok(
          sources.some((source) => parts.every((part) => source.toLowerCase().includes(part.toLowerCase()))),
          parts.join(', '),
        );
      }
    });

    test('has its people, boards, criteria, systems, topics, verdicts, scope and methods', () => {
      const parts = [
        ...audit.people.flatMap(({ name, role, title }) => [name, role, title]),
        ...audit.bodies.flatMap(({ body, as }) => [body.name, as]),
        ...audit.criteria.flatMap(({ criterion, printed }) => [criterion.title, printed]),
        ...audit.systems.map(({ name }) => name),
        ...audit.topics.map(({ name }) => name),
        ...audit.verdicts.flatMap(({ verdict, about, text }) => [verdict, about, text?.text]),
        ...audit.areas.map(({ title }) => title),
        ...audit.methods,
        audit.purpose?.text,
        audit.scope?.includes?.text,
        audit.scope?.excludes?.text,
        audit.commissionedBy?.name,
        ...audit.experts.map(({ name }) => name),
        ...audit.unseen,
        audit.source.title,
        audit.source.note?.text,
      ];
      for (const part of parts) assertHolds(all, part);
    });

    test('counts in its overview what it has', async () => {
      await using overview = await site.open(audit.path);
      const counts = overview.getByRole('region', { name: 'Översikt' });
      for (const [count, noun] of [
        [audit.findings.length, 'iakttagelser'],
        [audit.recommendations.length, 'rekommendationer'],
        [audit.sources.length, 'källor'],
      ] as const) {
        await counts.getByRole('link', { name: `${count} ${noun}` }).click();
        assert.match(overview.url(), /#del-/);
      }
    });
  });
}

/** What stands on a report's page: all of it, by fragment, and the rows of its tables and its list of sources. */
async function textsOf({ path }: Audit) {
  await using page = await site.open(path);
  const main = page.getByRole('main');
  const withIds = await main
    .locator('[id]')
    .evaluateAll((elements) => elements.map((element) => [element.id, element.textContent] as const));
  return {
    all: asRead(await main.textContent()),
    byId: new Map(withIds.map(([id, text]) => [id, asRead(text)])),
    rows: (await main.getByRole('row').allTextContents()).map(asRead),
    sources: (await main.locator('#del-kallor dd').allTextContents()).map(asRead),
  };
}

function idsLike(pattern: RegExp, byId: ReadonlyMap<string, string>): readonly string[] {
  return [...byId.keys()].filter((id) => pattern.test(id)).toSorted();
}

function allQuestions(questions: Audit['questions']): readonly Question[] {
  return questions.flatMap((question) => [question, ...allQuestions(question.subquestions)]);
}

/** Capitals at the start of a line are the page's own. */
function assertHolds(text: string | undefined, part: string | undefined): void {
  if (part === undefined) return;
  assert.ok(asRead(text).toLowerCase().includes(asRead(part).toLowerCase()), `"${part}" is missing`);
}
