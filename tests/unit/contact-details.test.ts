import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contactDetailsIn } from '../../src/problems/index.ts';
import { anAudit, anOwnPage, archiveWith, auditFile } from '../fixtures/content.ts';
import { printedOf, printedOfAudit } from '../fixtures/printed.ts';

const foundIn = (text: string) => contactDetailsIn(text).map(({ found }) => found);

describe('What a person may be reached by is found:', () => {
  for (const detail of [
    'kim.exempelsson@example.org',
    'kim@example.org',
    'k_e-1987@mejl.example.org',
    'åsa.prov@exempel.se',
    '070-174 06 05',
    '070-1740605',
    '0701740605',
    '070 174 06 05',
    '+46 70 174 06 05',
    '+46701740605',
    '0046 70 174 06 05',
    '+46 (0)70-174 06 05',
    '08-465 004 00',
    '031-390 06 00',
    '0980-319 200',
  ]) {
    test(detail, () => assert.deepEqual(foundIn(`Svaren kom från ${detail}, sades det.`), [detail]));
  }
});

describe('What is no person’s is let through:', () => {
  for (const text of [
    'Skriv till registrator@exempel.se eller kommunstyrelsen@exempel.se.',
    'Skriv till arkivnamnden@exempel.se, info@exempel.se och revision.boras@exempel.se.',
    'Dnr KS 2017-00101 och 2016/SON0023, den 2017-06-12.',
    'SFS 2017:725, organisationsnummer 212000-1561.',
    'Det kostade 25 200 000 kronor, 0,5 procent mer.',
    'Under 2016–2018 fanns 1 234 567 poster, av dem 0 12 345 okända.',
    'Se https://exempel.se/070-174 och ISBN 978-91-7000-000-0.',
    'Kontot 0123 456 789 012 345 678 finns inte.',
    'Värdena 0,25, 0.125 och 012 är mätta.',
  ]) {
    test(text, () => assert.deepEqual(foundIn(text), []));
  }
});

describe('A warning of a contact detail', () => {
  const mend =
    'Ta bort den, eller skriv en adress som hör till kommunen eller revisionen. Kontaktuppgifter till människor hör inte hemma i arkivet.';
  const ofPhone = `Telefonnumret "070-174 06 05" kan vara en persons. [kontaktuppgift] ${mend}`;

  test('stands on the line of a report’s text, a text field or a field of one line', () => {
    assert.deepEqual(printedOfAudit({ body: 'Text.\n\nRing\n070-174 06 05.' }), [
      `rad 17 varning: ${ofPhone}`,
    ]);
    assert.deepEqual(printedOfAudit({ purpose: 'Ring 070-174 06 05.' }), [
      `rad 12 varning: purpose: ${ofPhone}`,
    ]);
    assert.deepEqual(printedOfAudit({ subtitle: 'Ring 070-174 06 05' }), [
      `rad 12 varning: subtitle: ${ofPhone}`,
    ]);
  });

  test('is given of a link that writes a letter, whatever it is called', () => {
    const [warning] = printedOfAudit({ body: 'Skriv till [arkivarien](mailto:kim@example.org).' });
    assert.match(warning ?? '', /E-postadressen "kim@example\.org" kan vara en persons\. \[kontaktuppgift\]/);
  });

  test('is given in registers and on own pages too', () => {
    const page = { 'pages/om.mdx': anOwnPage('Ring 070-174 06 05.') };
    assert.deepEqual(printedOf('pages/om.mdx', page), [`rad 7 varning: ${ofPhone}`]);
    const system = 'name: Papyrus\nkind: arkivsystem\nabout: Ring 070-174 06 05.\n';
    assert.deepEqual(printedOf('systems/papyrus.yaml', { 'systems/papyrus.yaml': system }), [
      `rad 3 varning: about: ${ofPhone}`,
    ]);
  });

  test('may be silenced with a reason, and keeps nothing from being published', () => {
    const silence = [{ rule: 'kontaktuppgift', at: '070-174 06 05', reason: 'Det är växelns nummer.' }];
    assert.deepEqual(printedOfAudit({ body: 'Ring 070-174 06 05.', silence }), []);
    assert.equal(archiveWith({ [auditFile]: anAudit({ body: 'Ring 070-174 06 05.' }) }).audits.length, 1);
  });

  test('is not given of what identifies a report', () => {
    assert.deepEqual(printedOfAudit({ diaryNumber: '070-174 06 05', reportNumber: '08-465 004' }), []);
  });
});
