import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anAudit, auditFile, contentWith } from '../fixtures/content.ts';
import { printedOf, printedOfAudit } from '../fixtures/printed.ts';

const toWrite = {
  purpose: 'ATT SKRIVA – varför ni granskade',
  body: 'Löpande text.\n\n{/* ATT SKRIVA: slutsatserna */}',
};

describe('What is marked as still to be written', () => {
  test('keeps a report from being published, wherever it stands', () => {
    assert.deepEqual(printedOfAudit(toWrite), [
      'rad 12 Något är kvar att skriva: ”ATT SKRIVA – varför ni granskade”. Skriv det och ta bort märket, eller sätt draft: true tills allt är skrivet.',
      'rad 17 Något är kvar att skriva: ”ATT SKRIVA: slutsatserna”. Skriv det och ta bort märket, eller sätt draft: true tills allt är skrivet.',
    ]);
  });

  test('may stand in a draft, which is in no archive', () => {
    const { archive, report } = contentWith({ [auditFile]: anAudit({ ...toWrite, draft: true }) });
    assert.equal(report, 'Inga fel i 17 filer.');
    assert.deepEqual(archive?.audits, []);
  });

  test('keeps a register from being published too', () => {
    const name = 'systems/papyrus.yaml';
    assert.deepEqual(printedOf(name, { [name]: 'name: Papyrus\nkind: ATT SKRIVA\n' }), [
      'rad 2 Något är kvar att skriva: ”ATT SKRIVA”. Skriv det och ta bort märket.',
    ]);
  });

  test('is in capitals: a text about what there is to write is left alone', () => {
    assert.deepEqual(printedOfAudit({ purpose: 'Att se om rutiner för att skriva avtal följs' }), []);
  });
});
