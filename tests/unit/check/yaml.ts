import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anAudit, auditFile, contentWith, lines } from '../../fixtures/content.ts';
import { errorsOf, errorsOfAudit } from '../../fixtures/printed.ts';

const mend =
  'Kontrollera indragen och sätt citattecken runt text som innehåller kolon, citattecken eller börjar med ett skiljetecken.';

test('YAML that does not parse is reported as it is printed, with place, mend and count', () => {
  assert.equal(
    contentWith({ [auditFile]: anAudit({ subtitle: 'Papper: allt om det' }) }).report,
    [
      `content/${auditFile}`,
      '  rad 12  Här står ett kolon mitt i texten, så att YAML läser den som ett nytt fält.',
      '          Kontrollera indragen och sätt citattecken runt text som innehåller kolon, citattecken',
      '          eller börjar med ett skiljetecken.',
      '',
      '1 fel i 1 av 17 filer. Inget har publicerats.',
    ].join('\n'),
  );
});

describe('YAML that does not parse says what is wrong in Swedish:', () => {
  const faults: readonly (readonly [what: string, field: string, message: string, line?: number])[] = [
    ['a field twice', 'subtitle: A\nsubtitle: B', 'Samma fält står två gånger.', 13],
    ['a tab', 'scope:\n\tincludes: A', 'Raden är indragen med tabb. YAML dras in med mellanslag.', 13],
    [
      'lines that are not aligned',
      'people:\n  - name: A\n role: B',
      'Indraget stämmer inte: raden står inte i linje med raderna omkring.',
      14,
    ],
    ['text after a quotation', 'subtitle: "A" och B', 'Här står ett tecken som YAML inte väntar sig.'],
    ['text that begins with an at sign', 'subtitle: @A', 'Här står ett tecken som YAML inte väntar sig.'],
    [
      'text that begins with an asterisk',
      'subtitle: *A',
      'Texten börjar med * eller & och läses som ett alias. Sätt citattecken runt den.',
    ],
    [
      'text that begins with an ampersand',
      'subtitle: & A',
      'Texten börjar med * eller & och läses som ett alias. Sätt citattecken runt den.',
    ],
    [
      'text that begins with an exclamation mark',
      'subtitle: !viktigt A',
      'Texten börjar med ! och läses som en typmärkning. Sätt citattecken runt den.',
    ],
    [
      'a backslash in double quotes',
      'subtitle: "A\\quB"',
      'Ett omvänt snedstreck (\\) inom citattecken läses som en styrkod. Skriv \\\\ eller använd enkla citattecken.',
    ],
    [
      'a line without a colon',
      'subtitle',
      'Ett tecken saknas: ett kolon, ett avslutande citattecken eller en avslutande parentes.',
    ],
    ['what has no name', 'subtitle: "A" # B\n  : C', 'YAML kan inte läsas här.', 13],
  ];
  for (const [what, field, message, line = 12] of faults) {
    test(what, () => {
      const audit = anAudit().replace('\n---\n\n', `\n${field}\n---\n\n`);
      assert.deepEqual(errorsOf(auditFile, { [auditFile]: audit }), [`rad ${line} ${message} ${mend}`]);
    });
  }
});

test('a quotation that is never closed is found where it begins', () => {
  const fault = `Ett tecken saknas: ett kolon, ett avslutande citattecken eller en avslutande parentes. ${mend}`;
  const system = lines('name: Papyrus', 'fullName: "Papyrus arkiv', 'kind: arkivsystem', 'synonyms: [A]');
  assert.deepEqual(errorsOf('systems/papyrus.yaml', { 'systems/papyrus.yaml': system }), [`rad 2 ${fault}`]);
  assert.deepEqual(errorsOfAudit({ title: "'Granskning av papper" }), [`rad 2 ${fault}`]);
});

test('a control character, as text pasted from a PDF may hold, is found where it stands', () => {
  const summary = 'Pappret\u0002\n  är slut.';
  assert.deepEqual(errorsOfAudit({ purpose: `>-\n  Varför?\n  ${summary}` }), [
    'rad 14 Här står ett osynligt styrtecken (U+0002). Det följer ofta med text som klistrats in från en PDF. Skriv om stället för hand.',
  ]);
});

test('anchors are refused on the line where one stands, whatever ampersands come before', () => {
  const audit = anAudit({ subtitle: 'Papper &Penna', reportNumber: '&nummer 7', diaryNumber: '*nummer' });
  assert.deepEqual(errorsOf(auditFile, { [auditFile]: audit }), [
    'rad 13 Ankare (&) och alias (*) används inte i arkivets filer. Skriv ut värdet där det hör hemma, eller sätt citattecken om texten börjar med & eller *.',
  ]);
});

test('a second YAML document in a register is refused', () => {
  const system = lines('name: Papyrus', 'kind: arkivsystem', '---', 'name: Pergament');
  assert.deepEqual(errorsOf('systems/papyrus.yaml', { 'systems/papyrus.yaml': system }), [
    `rad 3 Filen innehåller flera YAML-dokument. En rad med --- får bara stå först och sist. ${mend}`,
  ]);
});

test('a slip that upsets several rules of the grammar is reported once', () => {
  assert.deepEqual(errorsOf('systems/papyrus.yaml', { 'systems/papyrus.yaml': '- a\nname: Papyrus\n' }), [
    `rad 2 Här står ett tecken som YAML inte väntar sig. ${mend}`,
  ]);
});
