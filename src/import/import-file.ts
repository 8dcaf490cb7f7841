import { basename } from 'node:path';
import type { Content } from '../archive/index.ts';
import { personalNumberProblems } from '../problems/index.ts';
import { compiledFile } from '../reports/index.ts';
import { auditSchema } from '../schemas/index.ts';
import { type Draft, draftOf } from './draft.ts';
import { withFootnoteReferences } from './footnotes.ts';
import { type Known, type KnownMunicipality, knownIn } from './known.ts';
import { type ReadPart, readSource } from './read/read-file.ts';
import { type Recognised, recognised } from './recognise/index.ts';
import { Report } from './report.ts';
import { refuseSeveral } from './several.ts';
import { ImportError, type Picture, placeText, type SourceText } from './source-text.ts';

export interface ImportOptions {
  /** The id of the principal, where the author says whose report it is. */
  readonly municipality?: string;
  readonly part?: ReadPart;
  /** The author has said that it is one report. */
  readonly isOneReport?: boolean;
}

/** What an import gives: a draft, its pictures, and what the author should know. */
export interface Imported {
  readonly draft: Draft;
  readonly pictures: readonly Picture[];
  readonly found: Recognised;
  readonly remarks: readonly string[];
}

/**
 * Reads a report and makes a draft of it. Nothing is written.
 *
 * @throws {ImportError} where no draft can be made
 */
export async function imported(
  path: string,
  content: Content,
  thisYear: number,
  options: ImportOptions = {},
): Promise<Imported> {
  const known = knownIn(content);
  const given = givenMunicipality(options.municipality, known);
  const read = await readSource(path, namesIn(known), options.part);
  refusePersonalNumbers(read);
  const source = withFootnoteReferences(read);
  if (!options.isOneReport) refuseSeveral(new Report(source));
  const found = recognised(source, known, given);
  if (!found) {
    throw new ImportError(
      'homeless',
      `${basename(path)} nämner ingen huvudman som finns i content/municipalities/.`,
      'Ange den med --municipality 1490-boras, eller lägg först till den: npm run new frågar om den.',
    );
  }
  const draft = draftOf(found, thisYear);
  refuseFaults(draft);
  return { draft, pictures: read.pictures, found, remarks: read.remarks };
}

function givenMunicipality(id: string | undefined, known: Known): KnownMunicipality | undefined {
  if (id === undefined) return undefined;
  const given = known.municipalities.find((municipality) => municipality.id === id);
  if (given) return given;
  throw new ImportError(
    'misuse',
    `--municipality: "${id}" finns inte i content/municipalities/.`,
    'Skriv filens namn utan .yaml, t.ex. 1490-boras.',
  );
}

/** Words that a report may hold broken. */
function namesIn({ municipalities, systems }: Known): readonly string[] {
  return [
    ...municipalities.flatMap(({ names, bodies }) => [...names, ...bodies.flatMap((body) => body.names)]),
    ...systems.flatMap(({ names }) => names),
  ];
}

function refusePersonalNumbers(source: SourceText): void {
  const places = new Report(source).texts.flatMap(({ text, place }) =>
    personalNumberProblems('', text).map(() => placeText(place, source.unit)),
  );
  if (places.length === 0) return;
  throw new ImportError(
    'personalNumber',
    `${source.fileName} innehåller ${places.length === 1 ? 'ett personnummer' : `${places.length} personnummer`} (${[...new Set(places)].join('; ')}). Inget har skrivits.`,
    'Personnummer publiceras aldrig i arkivet. Ta bort dem ur filen och läs in den igen.',
  );
}

/** What the archive cannot read is no draft. */
function refuseFaults({ id, text }: Draft): void {
  const [problem] = compiledFile(`audits/${id}.mdx`, text, auditSchema).problems;
  if (!problem) return;
  throw new ImportError(
    'unreadable',
    `Utkastet går inte att läsa på rad ${problem.line ?? 1}: ${problem.message} Inget har skrivits.`,
    'Det är ett fel i inläsningen och inte i rapporten. Berätta gärna om det för dem som vårdar arkivet.',
  );
}
