import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { yearOf } from '../archive/index.ts';
import { didYouMean, enumerated } from '../problems/index.ts';
import { auditTypes, type PlainDate, renditions, type Vocabulary } from '../schemas/index.ts';
import { dateFault, questionFault, slugFault, slugFrom, titleFault, yearFault } from './answers.ts';
import { type Choice, choicesMeant } from './choices.ts';
import { type NewReport, reportFile } from './new-report.ts';
import type { Registers } from './registers.ts';

/** A flag that cannot be used as it was given: Swedish sentences. */
export interface FlagProblem {
  readonly message: string;
  readonly mend: string;
}

interface Flag {
  /** What stands for its value in the list of flags. */
  readonly value: string;
  readonly about: string;
  /** May it stand more than once? */
  readonly repeats?: true;
}

const flags = {
  municipality: { value: '1490-boras', about: 'huvudmannen, med id eller namn (måste anges)' },
  title: { value: '"Granskning av …"', about: 'rapportens titel (måste anges)' },
  year: { value: '2026', about: 'det granskade året (måste anges, om inte published gör det)' },
  published: { value: '2026-11', about: 'när rapporten gavs ut, så noga det är känt' },
  type: { value: 'fördjupad', about: 'vad för slags granskning det är; annars granskning' },
  rendition: { value: 'original', about: 'original, restated eller catalogue; annars original' },
  auditor: { value: 'id', about: 'de förtroendevalda revisorerna' },
  experts: { value: 'id,id', about: 'byrå eller kontor som gjorde granskningen', repeats: true },
  boards: { value: 'id,id', about: 'de granskade nämnderna', repeats: true },
  systems: { value: 'id,id', about: 'de granskade systemen', repeats: true },
  criteria: { value: 'id,id', about: 'lagar och andra revisionskriterier', repeats: true },
  topics: { value: 'id,id', about: 'ämnen', repeats: true },
  question: { value: '"…?"', about: 'en revisionsfråga; en flagga för varje', repeats: true },
  slug: { value: 'bisysslor', about: 'vad filen ska heta efter året; annars av titeln' },
} as const satisfies Record<string, Flag>;

type FlagName = keyof typeof flags;

const flagNames = Object.keys(flags);

/** The flags and what each is for, a line each. */
export function flagList(): string {
  return Object.entries(flags)
    .map(([name, { value, about }]) => `  ${`--${name} ${value}`.padEnd(28)} ${about}`)
    .join('\n');
}

/** A report from flags alone, or everything that is wrong with them. */
export function reportFromFlags(
  args: readonly string[],
  registers: Registers,
  today: PlainDate,
): { readonly report: NewReport } | { readonly problems: readonly FlagProblem[] } {
  const { given, problems } = readFlags(args);
  const problem = (message: string, mend: string) => problems.push({ message, mend });
  const only = (name: FlagName) => given.get(name)?.[0];
  const checked = (name: FlagName, fault: (value: string) => string | undefined, value = only(name)) => {
    const found = value === undefined ? undefined : fault(value);
    if (found !== undefined) problem(`--${name}: ${found}`, 'Ange ett annat värde.');
    return value;
  };
  const required = (name: FlagName, example: string) => {
    if (!given.has(name)) problem(`--${name} saknas.`, `Lägg till t.ex. --${name} ${example}.`);
  };
  const word = (name: FlagName, vocabulary: Vocabulary, otherwise: string) => {
    const value = only(name) ?? otherwise;
    const words = vocabulary.map((term) => term.word);
    if (!words.includes(value)) {
      problem(
        `--${name}: "${value}" är inget av de ord som gäller här.`,
        sentences(didYouMean(value.toLowerCase(), words), `Orden är ${enumerated(words, 20)}.`),
      );
    }
    return value;
  };
  const chosen = (name: FlagName, value: string, choices: readonly Choice[], home: string) => {
    const meant = choicesMeant(value, choices);
    const [one] = meant;
    if (one && meant.length === 1) return one.id;
    const ids = choices.map(({ id }) => id);
    if (meant.length > 1) {
      problem(
        `--${name}: "${value}" kan betyda ${enumerated(meant.map(({ id }) => id))}.`,
        'Skriv en av dem.',
      );
    } else {
      problem(
        `--${name}: "${value}" finns inte i ${home}.`,
        sentences(
          didYouMean(value, ids),
          ids.length > 0 && ids.length <= 20 ? `Där finns ${enumerated(ids, 20)}.` : undefined,
          'Kör npm run new utan flaggor för att lägga till en ny.',
        ),
      );
    }
    return value;
  };
  const chosenList = (name: FlagName, choices: readonly Choice[], home: string) => {
    const values = (given.get(name) ?? []).flatMap((value) => value.split(',')).map((value) => value.trim());
    return [
      ...new Set(values.filter((value) => value !== '').map((value) => chosen(name, value, choices, home))),
    ];
  };

  required('municipality', '1490-boras');
  required('title', '"Granskning av bisysslor"');
  if (!given.has('year') && !given.has('published')) required('year', String(yearOf(today)));
  const municipalityGiven = only('municipality');
  const municipalityId =
    municipalityGiven === undefined
      ? ''
      : chosen('municipality', municipalityGiven, registers.municipalities, 'municipalities/');
  const municipality = registers.municipalities.find(({ id }) => id === municipalityId);
  const title = checked('title', titleFault) ?? '';
  const year = checked('year', (value) => yearFault(value, today));
  const published = checked('published', (value) => dateFault(value, today, year));
  const type = word('type', auditTypes, 'granskning');
  const rendition = word('rendition', renditions, 'original');
  const auditorGiven = only('auditor');
  const auditorId =
    auditorGiven === undefined ? undefined : chosen('auditor', auditorGiven, registers.auditors, 'auditors/');
  const publisher = registers.auditors.find(({ id }) => id === auditorId)?.name;
  // Which boards there are is known only when the municipality is.
  const bodies =
    municipality === undefined ? [] : chosenList('boards', municipality.bodies, municipality.file);
  const questions = (given.get('question') ?? []).map((question) => question.trim());
  for (const question of questions) checked('question', questionFault, question);
  const slug = only('slug') ?? slugFrom(title);
  if (given.has('slug')) checked('slug', slugFault);
  else if (title !== '' && slugFault(slug) !== undefined)
    problem('Av titeln blir inget filnamn.', 'Ange ett med --slug, t.ex. --slug bisysslor.');
  const report: NewReport = {
    title: title.trim(),
    municipality: municipalityId,
    ...(year !== undefined && { year: Number(year) }),
    ...(published !== undefined && { published }),
    type,
    rendition,
    slug,
    bodies,
    ...(auditorId !== undefined && { commissionedBy: auditorId }),
    ...(publisher !== undefined && { publisher }),
    experts: chosenList('experts', registers.auditors, 'auditors/'),
    systems: chosenList('systems', registers.systems, 'systems/'),
    criteria: chosenList('criteria', registers.criteria, 'criteria/'),
    topics: chosenList('topics', registers.topics, 'topics.yaml'),
    questions,
  };
  const file = reportFile(report, yearOf(today));
  if (problems.length === 0 && existsSync(join(registers.contentDir, file)))
    problem(`${file} finns redan, och inget skrivs över.`, 'Ange ett annat namn med --slug.');
  return problems.length > 0 ? { problems } : { report };
}

/** Flags by name with their values, and what was given that is no flag. */
function readFlags(args: readonly string[]): {
  readonly given: ReadonlyMap<FlagName, readonly string[]>;
  readonly problems: FlagProblem[];
} {
  const given = new Map<FlagName, readonly string[]>();
  const problems: FlagProblem[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === undefined) {
      problems.push({
        message: `"${arg}" hör inte till någon flagga.`,
        mend: 'Sätt citattecken runt ett värde med mellanslag: --title "Granskning av bisysslor".',
      });
      continue;
    }
    const value = inline ?? (rest[0]?.startsWith('--') ? undefined : rest.shift());
    if (!isFlag(name)) {
      problems.push({
        message: `--${name} är ingen flagga.`,
        mend: sentences(
          suggestedFlag(name),
          `Flaggorna är ${enumerated(
            flagNames.map((flag) => `--${flag}`),
            20,
          )}.`,
        ),
      });
    } else if (value === undefined || value.trim() === '') {
      problems.push({
        message: `--${name} saknar värde.`,
        mend: `Skriv t.ex. --${name} ${flags[name].value}.`,
      });
      given.set(name, given.get(name) ?? []);
    } else if (given.has(name) && !('repeats' in flags[name])) {
      problems.push({ message: `--${name} står två gånger.`, mend: 'Ta bort den ena.' });
    } else {
      given.set(name, [...(given.get(name) ?? []), value]);
    }
  }
  return { given, problems };
}

function isFlag(name: string): name is FlagName {
  return Object.hasOwn(flags, name);
}

function suggestedFlag(name: string): string | undefined {
  const near = didYouMean(name, flagNames);
  return near?.replace('"', '"--');
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
