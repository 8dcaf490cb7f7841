import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Criterion } from '../../src/archive/index.ts';
import { realContent } from './real-content.ts';

/* The register of criteria: what a wrong number or date would break without any single file being at fault. */

const criteria = realContent().archive?.criteria ?? [];
const sfsNumber = /^\d{4}:\d+$/;
const acts = criteria.filter(({ number }) => number !== undefined && sfsNumber.test(number));

/** The acts that Swedish municipal audits rest on most, repealed ones too, by number. */
const mustBeListed = {
  kommunallagarna: ['1991:900', '2017:725'],
  offentlighet: ['1949:105', '1980:100', '2009:400', '1990:782', '1991:446'],
  personuppgifter: ['1998:204', '2018:218', '2001:454', '2008:355'],
  socialtjänst: ['2001:453', '2025:400', '1993:387', '1990:52', '1988:870'],
  vård: ['1982:763', '2017:30', '2010:659'],
  upphandling: ['1992:1528', '2007:1091', '2016:1145', '2007:1092', '2016:1146', '2008:962'],
  skola: ['1985:1100', '2010:800'],
  förvaltning: ['1986:223', '2017:900', '1994:260', '2009:600'],
  ekonomi: ['1997:614', '2018:597', '1999:1078', '2005:551'],
  beredskap: ['2002:833', '2006:544', '2003:778', '1996:627', '2018:585', '2018:1174', '2025:1506'],
  byggande: ['1987:10', '2010:900', '1998:808'],
  arbetsgivare: ['1977:1160', '2008:567', '2016:749', '2021:890'],
  tillgänglighet: ['2018:1937'],
};

for (const [field, numbers] of Object.entries(mustBeListed)) {
  test(`the register lists the acts on ${field}, repealed ones too`, () => {
    const listed = new Set(acts.map(({ number }) => number));
    assert.deepEqual(
      numbers.filter((number) => !listed.has(number)),
      [],
    );
  });
}

test('no two acts share a number', () => {
  const numbers = criteria.flatMap(({ number }) => number ?? []);
  assert.deepEqual(
    numbers.filter((number, index) => numbers.indexOf(number) < index),
    [],
  );
});

for (const act of acts) {
  describe(`${act.title}`, () => {
    test('has its number in its title', () => {
      assert.ok(act.title.includes(`(${act.number})`));
    });

    test('is linked by the pattern of the government’s database', () => {
      assert.equal(act.link, `https://rkrattsbaser.gov.se/sfst?bet=${act.number}`);
    });

    test('tells when it came into force', () => {
      assert.match(act.inForce?.from ?? '', /^\d{4}-\d\d-\d\d$/);
    });
  });
}

/** The first year, month or day of force or, for an act of the union, of application. */
const begins = ({ appliesFrom, inForce }: Criterion) => appliesFrom ?? inForce?.from;

for (const newer of criteria) {
  for (const older of newer.replaces) {
    test(`${newer.id} does not begin before ${older.id} has ended`, () => {
      const from = begins(newer);
      const until = older.inForce?.until;
      if (from === undefined || until === undefined) return;
      const length = Math.min(from.length, until.length);
      // 1985 års skollag was repealed when 2010 års came into force, but applied to the schools for another year.
      if (newer.id === 'skollagen') assert.equal(until, '2011-06-30');
      else assert.ok(from.slice(0, length) >= until.slice(0, length), `${from} is before ${until}`);
    });
  }
}

for (const newer of criteria) {
  const successions = newer.sections.flatMap((section) =>
    section.replaces.map(({ part, note }) => ({ section, part, note })),
  );
  if (successions.length === 0) continue;

  test(`each section of ${newer.id} that came after another came from an act that ${newer.id} replaced`, () => {
    assert.deepEqual(
      successions
        .filter(({ part: { criterion } }) => criterion !== newer && !newer.replaces.includes(criterion))
        .map(({ section, part }) => `${section.citation} ← ${part.citation}`),
      [],
    );
  });

  test(`each succession of a section of ${newer.id} tells how the rule changed`, () => {
    assert.deepEqual(
      successions
        .filter(({ note }) => note === undefined)
        .map(({ section, part }) => `${section.citation} ← ${part.citation}`),
      [],
    );
  });
}

test('6 kap. 7 § of the act of 1991 lives on as 6 kap. 6 § of the act of 2017', () => {
  const older = criteria.find(({ id }) => id === 'kl-1991')?.sections.find(({ key }) => key === '6:7');
  assert.deepEqual(
    older?.replacedBy.map(({ part }) => [part.criterion.id, part.key]),
    [['kl-2017', '6:6']],
  );
});

test('MSB’s rules belong to MSB, whose tasks Myndigheten för civilt försvar has taken over', () => {
  const ofMsb = criteria.filter(({ number }) => number?.startsWith('MSBFS '));
  assert.ok(ofMsb.length >= 5);
  for (const { issuer } of ofMsb) assert.deepEqual([issuer?.id, issuer?.successors[0]?.id], ['msb', 'mcf']);
});
