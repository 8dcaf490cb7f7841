import type { CitableAct } from '../../criteria/index.ts';

/*
 * Acts that municipal audits cite and that search knows by their names whether or not the register has them. Source: Svensk
 * författningssamling.
 */

type Row = readonly [shortName: string, name: string, number: string, otherNames?: readonly string[]];

const chapters: readonly Row[] = [
  ['SoL', 'Socialtjänstlagen', '2001:453'],
  ['SoL', 'Socialtjänstlagen', '2025:400'],
  ['HSL', 'Hälso- och sjukvårdslagen', '2017:30'],
  ['LOU', 'Lagen om offentlig upphandling', '2016:1145'],
  ['LOU', 'Lagen om offentlig upphandling', '2007:1091'],
  ['LUF', 'Lagen om upphandling inom försörjningssektorerna', '2016:1146'],
  ['LUK', 'Lagen om upphandling av koncessioner', '2016:1147'],
  ['LOV', 'Lagen om valfrihetssystem', '2008:962'],
  ['MB', 'Miljöbalken', '1998:808'],
  ['PBL', 'Plan- och bygglagen', '2010:900'],
  ['AML', 'Arbetsmiljölagen', '1977:1160'],
  ['LSO', 'Lagen om skydd mot olyckor', '2003:778'],
  ['LEH', 'Lagen om extraordinära händelser', '2006:544'],
  [
    'LKBR',
    'Lagen om kommunal bokföring och redovisning',
    '2018:597',
    ['Kommunala bokförings- och redovisningslagen'],
  ],
  ['KRL', 'Lagen om kommunal redovisning', '1997:614', ['Kommunala redovisningslagen']],
  ['PSL', 'Patientsäkerhetslagen', '2010:659'],
  ['ABL', 'Aktiebolagslagen', '2005:551'],
  ['BFL', 'Bokföringslagen', '1999:1078'],
  ['DSL', 'Dataskyddslagen', '2018:218'],
  ['RF', 'Regeringsformen', '1974:152'],
  ['AL', 'Alkohollagen', '2010:1622'],
  ['DL', 'Diskrimineringslagen', '2008:567'],
  ['SäkL', 'Säkerhetsskyddslagen', '2018:585'],
];

const sections: readonly Row[] = [
  ['LSS', 'Lagen om stöd och service till vissa funktionshindrade', '1993:387'],
  ['LVU', 'Lagen med särskilda bestämmelser om vård av unga', '1990:52', ['Lagen om vård av unga']],
  ['LVM', 'Lagen om vård av missbrukare i vissa fall', '1988:870'],
  ['LPT', 'Lagen om psykiatrisk tvångsvård', '1991:1128'],
  ['FL', 'Förvaltningslagen', '2017:900'],
  ['FL', 'Förvaltningslagen', '1986:223'],
  ['LAS', 'Lagen om anställningsskydd', '1982:80'],
  ['MBL', 'Medbestämmandelagen', '1976:580'],
  ['NIS', 'NIS-lagen', '2018:1174'],
  ['LAV', 'Vattentjänstlagen', '2006:412', ['Lagen om allmänna vattentjänster']],
];

const others = [...chapters, ...sections];

/** The register's acts, and those well-known acts that it does not have. */
export function withWellKnown(register: readonly CitableAct[]): readonly CitableAct[] {
  const numbers = new Set(register.map(({ number }) => number));
  const further = others
    .filter(([, , number]) => !numbers.has(number))
    .map(
      ([shortName, name, number, otherNames]): CitableAct => ({
        id: `sfs-${number.replace(':', '-')}`,
        kind: 'act',
        division: chapters.some((row) => row[2] === number) ? 'chapters' : 'sections',
        name,
        shortNames: [shortName],
        number,
        ...(otherNames && { otherNames }),
      }),
    );
  return [...register, ...further];
}
