import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { personalNumberProblems } from '../../src/problems/index.ts';
import { hasValidControlDigit, isOrganisationNumber } from '../../src/schemas/index.ts';
import { anAudit, anOwnPage, auditFile, lines } from '../fixtures/content.ts';
import { withControlDigit } from '../fixtures/numbers.ts';
import { printedOf } from '../fixtures/printed.ts';

/* Every number here is reckoned from a date and the serial number 000, which is given to nobody. */

const born = '000101';
const number = withControlDigit(`${born}000`);
const end = number.slice(6);
const coordinated = withControlDigit('000161000');

/** A digit as wide as a Chinese character. */
const wide = (digit: string): string =>
  digit === '-' ? digit : String.fromCodePoint(0xff10 + Number(digit));

const isFound = (text: string): boolean => personalNumberProblems('a.mdx', text).length === 1;

describe('A personal identity number is found', () => {
  const spellings = {
    'with a hyphen': `${born}-${end}`,
    'without a hyphen': number,
    'with the plus of a hundred years': `${born}+${end}`,
    'with a dash, a minus or a hyphen that does not break': `${born}–${end}`,
    'with a minus sign': `${born}−${end}`,
    'with a hyphen that does not break': `${born}‑${end}`,
    'with a space': `${born} ${end}`,
    'with a space that does not break': `${born} ${end}`,
    'with spaces around the hyphen': `${born} - ${end}`,
    'with its century': `20${number}`,
    'with its century and a hyphen': `19${born}-${end}`,
    'with its century apart': `18 ${born}-${end}`,
    'with its century before a hyphen': `20-${born}-${end}`,
    'broken over two lines': `${born}-\n${end}`,
    'with a soft hyphen that none sees': `${born.slice(0, 4)}\u00ad${born.slice(4)}-${end}`,
    'with hyphens in its date': `00-01-01-${end}`,
    'with its century and hyphens in its date': `2000-01-01-${end}`,
    'with spaces in its date': `2000 01 01-${end}`,
    'with points in its date': `00.01.01-${end}`,
    'in full-width digits': [...`${born}-${end}`].map(wide).join(''),
    'in digits of another script': [...number]
      .map((digit) => String.fromCodePoint(0x660 + Number(digit)))
      .join(''),
  };
  for (const [how, spelling] of Object.entries(spellings)) {
    test(how, () => {
      assert.ok(isFound(spelling));
      assert.ok(isFound(`Brukaren (${spelling}) fick papper.`));
    });
  }

  for (const before of [
    'pnr:',
    'nr.',
    'nr ',
    '"',
    '(',
    '[',
    '#',
    '_',
    'x',
    'å',
    '-',
    '/',
    `${born}-${end},`,
    `${born}-${end}/`,
  ]) {
    test(`after "${before.includes(born) ? `another and ${before.at(-1)}` : before}"`, () => {
      const [found] = personalNumberProblems('a.mdx', `${before}${born}-${end}.`);
      assert.ok(found);
    });
  }

  test('as a samordningsnummer, whose day is 60 more', () => {
    assert.ok(isFound(coordinated));
    assert.ok(isFound(`20${coordinated.slice(0, 6)}-${coordinated.slice(6)}`));
    assert.ok(isFound(withControlDigit('000191000')));
  });

  test('each time it stands, on its line', () => {
    const found = personalNumberProblems('a.mdx', `Ett.\n${number}\n\n${born}-${end} och ${number}`);
    assert.deepEqual(
      found.map(({ line }) => line),
      [2, 4, 4],
    );
  });

  test('born on 29 February, since its year may have been a leap year', () => {
    assert.ok(isFound(withControlDigit('010229000')));
  });
});

describe('Digits that are no personal identity number are left alone:', () => {
  test('those with another control digit', () => {
    for (const digit of '0123456789') {
      assert.equal(isFound(`${number.slice(0, 9)}${digit}`), digit === number.at(-1));
    }
  });

  test('those whose date does not exist', () => {
    for (const date of [
      '000001',
      '001301',
      '000100',
      '000132',
      '000160',
      '000192',
      '000230',
      '000431',
      '000290',
      '000491',
    ]) {
      assert.equal(isFound(withControlDigit(`${date}000`)), false, date);
    }
  });

  test('an organisation number, with its control digit right', () => {
    for (const nineDigits of ['212000000', '556000000', '992000000', '702001000']) {
      const organisation = withControlDigit(nineDigits);
      assert.ok(isOrganisationNumber(organisation));
      assert.equal(isFound(organisation), false);
      assert.equal(isFound(`${organisation.slice(0, 6)}-${organisation.slice(6)}`), false);
      assert.equal(isFound(`16${organisation}`), false);
    }
  });

  test('telephone numbers as they are written', () => {
    for (const phone of [
      '08-123 45 67',
      '070-123 45 67',
      '0701-23 45 67',
      '046-35 50 00',
      '+46 46 35 50 00',
      '0046 701 23 45 67',
    ]) {
      assert.equal(isFound(`Ring ${phone}.`), false, phone);
    }
  });

  test('diary numbers, acts and dates', () => {
    for (const text of [
      '2016/SON0023',
      'KS 2017-00101',
      'SFS 2017:725',
      '2017-06-12 2018',
      '2000-01-01 00:00',
      'Dnr 353/2016',
    ]) {
      assert.equal(isFound(text), false, text);
    }
  });

  test('part of a longer number', () => {
    assert.equal(isFound(`7${number}`), false);
    assert.equal(isFound(`${number}7`), false);
    assert.equal(isFound(`3,${number}`), false);
    assert.equal(isFound(`2016:${number}`), false);
  });

  test('an id in an address', () => {
    assert.equal(isFound(`https://exempel.se/fil/${number}.pdf`), false);
  });
});

describe('A personal identity number anywhere keeps the archive from being published:', () => {
  const message =
    'Här står ett personnummer eller samordningsnummer (0001…). Ta bort det. Personnummer publiceras aldrig i arkivet.';
  const places: Readonly<Record<string, readonly [file: string, text: string, line: number]>> = {
    "in a report's text": [auditFile, anAudit({ body: `Rad ett.\n\nBrukaren ${born}-${end}.` }), 16],
    'in a text field': [auditFile, anAudit({ purpose: `Att granska ${number}.` }), 12],
    'in a comment': [auditFile, anAudit({ body: `{/* ${number} */}` }), 14],
    'in code': [auditFile, anAudit({ body: `Sök på \`${number}\`.` }), 14],
    'in a comment of the frontmatter': [auditFile, anAudit({ subtitle: `Papper # ${number}` }), 12],
    'in a register': ['glossary.yaml', `- id: a\n  term: A\n  text: Som ${born}-${end}.\n`, 3],
    'in an own page': ['pages/om.mdx', anOwnPage(`Ring ${born} ${end}.`), 7],
  };
  for (const [where, [file, text, line]] of Object.entries(places)) {
    test(where, () => assert.deepEqual(printedOf(file, { [file]: text }), [`rad ${line} ${message}`]));
  }

  for (const [how, written] of Object.entries({
    'an escaped hyphen': `${born}\\-${end}`,
    'emphasis between its parts': `${born}-**${end}**`,
    'a character reference for its hyphen': `${born}&#45;${end}`,
    'character references for its digits': `${[...born].map((digit) => `&#${digit.charCodeAt(0)};`).join('')}-${end}`,
    'a comment in it': `${born}{/* x */}-${end}`,
    'its end in code': `${born}-\`${end}\``,
  })) {
    test(`with ${how}, as readers would see it`, () => {
      assert.deepEqual(
        printedOf(auditFile, { [auditFile]: anAudit({ body: `Rad.\n\nBrukaren ${written}.` }) }),
        [`rad 16 ${message}`],
      );
      assert.deepEqual(
        printedOf(auditFile, { [auditFile]: anAudit({ purpose: `'Brukaren ${written}.'` }) }),
        [`rad 12 purpose: ${message}`],
      );
    });
  }

  test('also as the name of a field', () => {
    const system = lines('name: Papyrus', 'kind: arkivsystem', `"${number}": x`);
    const [first, second] = printedOf('systems/papyrus.yaml', { 'systems/papyrus.yaml': system });
    assert.equal(first, `rad 3 ${message}`);
    assert.match(second ?? '', /^rad 3 fältet/);
  });

  test('also in a file that does not parse', () => {
    const system = lines('name: "Papyrus', `kind: ${number}`);
    assert.ok(
      printedOf('systems/papyrus.yaml', { 'systems/papyrus.yaml': system }).includes(`rad 2 ${message}`),
    );
  });

  test('of a samordningsnummer too', () => {
    assert.deepEqual(printedOf('pages/om.mdx', { 'pages/om.mdx': anOwnPage(coordinated) }), [
      `rad 7 ${message}`,
    ]);
  });
});

test('any date, as a birthday or a samordningsnummer, is found with its control digit, whatever stands around it', () => {
  const date = fc.date({ min: new Date('1900-01-01'), max: new Date('1999-12-31'), noInvalidDate: true });
  const around = fc.constantFrom('', ' ', 'a', '(', '"', '\n', '–');
  const sign = fc.constantFrom('', '-', ' ', '+');
  fc.assert(
    fc.property(date, fc.boolean(), sign, around, around, (day, isCoordinated, between, before, after) => {
      const [year, month, dayOfMonth] = day.toISOString().slice(2, 10).split('-').map(Number);
      const digits = [year, month, (dayOfMonth ?? 0) + (isCoordinated ? 60 : 0)].map((part) =>
        String(part).padStart(2, '0'),
      );
      const made = withControlDigit(`${digits.join('')}000`);
      return isFound(`${before}${made.slice(0, 6)}${between}${made.slice(6)}${after}`);
    }),
    { numRuns: 300 },
  );
});

test('a number found always has the right control digit', () => {
  const digits = fc
    .array(fc.constantFrom(...'0123456789'), { minLength: 10, maxLength: 10 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(digits, (ten) => !isFound(ten) || hasValidControlDigit(ten)),
    { numRuns: 300 },
  );
});
