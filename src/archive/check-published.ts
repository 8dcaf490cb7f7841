import { join } from 'node:path';
import type { Problem, RuleName } from '../problems/index.ts';
import { canonicalWords, onOneLine } from '../reports/index.ts';
import { type PlainDate, publishedKinds, wordOf } from '../schemas/index.ts';
import { FileChecker, type Path } from './file-checker.ts';
import { type AuditContent, type Content, readText } from './load.ts';
import { addressesOf, type Lost, type Outcome, resolverOf } from './moved.ts';
import { digestOfCorrections, type PublishedText } from './published.ts';
import type { Archive } from './types.ts';

/**
 * What keeps the record from lasting: an address that has been published and leads nowhere, and words that have been published and
 * are others now without anyone having said so. Asked only of content that holds otherwise.
 *
 * @param archive as it is today, without drafts
 */
export function publishedProblems(
  content: Content,
  archive: Archive,
  lost: readonly Lost[],
  currentDay: PlainDate,
): readonly Problem[] {
  return [
    ...unreadableLines(content),
    ...registerProblems(content, archive, currentDay),
    ...lostAddresses(content, lost),
    ...silentChanges(content, archive, lost),
  ];
}

function unreadableLines({ published }: Content): readonly Problem[] {
  return published.flatMap(({ name, unreadable }) =>
    unreadable.map((line) => ({
      file: name,
      line,
      severity: 'error' as const,
      rule: 'fil' as const,
      message: 'Raden går inte att läsa.',
      mend: 'Filen skrivs av npm run publish. Lös det som git inte kunde sammanfoga, eller hämta tillbaka raden ur historiken.',
    })),
  );
}

/** The register of addresses, against the archive. */
function registerProblems(content: Content, archive: Archive, currentDay: PlainDate): readonly Problem[] {
  const { file, data } = content.addresses;
  const problems: Problem[] = [];
  if (!data || (data.redirects.length === 0 && data.tombstones.length === 0)) return problems;
  const yaml = new FileChecker(file, content.contentDir, problems);
  const there = addressesOf(archive);
  const resolve = resolverOf(content, archive);
  const entries = [
    ...data.redirects.map(({ from, date }, index) => ({
      address: from,
      date,
      path: ['redirects', index],
      field: 'from',
    })),
    ...data.tombstones.map(({ address, date }, index) => ({
      address,
      date,
      path: ['tombstones', index],
      field: 'address',
    })),
  ];
  const seen = new Set<string>();
  for (const { address, date, path, field } of entries) {
    const place: Path = [...path, field];
    if (there.has(address)) {
      yaml.error(
        place,
        `${yaml.place(place)}: ${address} har en sida i arkivet.`,
        'Ta bort posten, eller det som har adressen.',
      );
    }
    if (seen.has(address)) {
      yaml.error(place, `${yaml.place(place)}: ${address} står två gånger.`, 'Ta bort den ena posten.');
    }
    seen.add(address);
    if (date > currentDay) {
      yaml.error(
        [...path, 'date'],
        `${yaml.place([...path, 'date'])}: "${date}" ligger i framtiden (i dag är det ${currentDay}).`,
        'Rätta datumet.',
      );
    }
  }
  for (const [index, { from }] of data.redirects.entries()) {
    const outcome = resolve(from);
    if (outcome?.kind !== 'redirect' || outcome.isThere) continue;
    yaml.error(
      ['redirects', index, 'to'],
      `${yaml.place(['redirects', index, 'to'])}: ${outcome.to} finns inte i arkivet.`,
      'Skriv en adress som har en sida, eller lägg posten bland tombstones.',
    );
  }
  return problems;
}

/** One problem for a page that is gone, not one for each of its parts. */
function lostAddresses(content: Content, lost: readonly Lost[]): readonly Problem[] {
  const unexplained = lost.filter(({ outcome }) => !isExplained(outcome));
  const roots: { readonly line: Lost; below: number }[] = [];
  for (const line of unexplained.toSorted((a, b) => (a.address < b.address ? -1 : 1))) {
    const root = roots.at(-1);
    if (root && isBelow(line.address, root.line.address)) root.below += 1;
    else roots.push({ line, below: 0 });
  }
  return roots.map(({ line, below }) => {
    const { file, address, kind, id, outcome } = line;
    const what = `${address} (${wordOf(publishedKinds, kind)} ${id})`;
    const also =
      below === 0 ? '' : `, och inte heller ${below === 1 ? 'en adress' : `${below} adresser`} under den`;
    return problem(
      file,
      line.line,
      'adress',
      outcome?.kind === 'redirect'
        ? `${what} har publicerats. Enligt content/addresses.yaml leder den till ${outcome.to}, som inte finns${also}.`
        : `${what} har publicerats men finns inte längre${also}.`,
      outcome?.kind === 'redirect'
        ? 'Ge adressen en egen post i content/addresses.yaml, under redirects eller tombstones.'
        : lostMend(content, line),
    );
  });
}

function isExplained(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'tombstone' || (outcome?.kind === 'redirect' && outcome.isThere);
}

function isBelow(address: string, page: string): boolean {
  return page.endsWith('/') && address.startsWith(page);
}

function lostMend(content: Content, { text }: Lost): string {
  const renamed =
    text &&
    [...content.audits].find(([, { digest, data }]) => digest === text.digest && data?.draft !== true);
  const usual =
    'Lägg tillbaka det som stod där, eller säg i content/addresses.yaml vart adressen leder (redirects) eller varför den är borta (tombstones).';
  return renamed ? `Samma text står nu i audits/${renamed[0]}.mdx. ${usual}` : usual;
}

/** Published words that are others now, where no correction says so. */
function silentChanges(content: Content, archive: Archive, lost: readonly Lost[]): readonly Problem[] {
  const published = publishedTexts(content, archive, lost);
  const problems: Problem[] = [];
  for (const [id, { file, data, digest }] of content.audits) {
    const before = published.get(id);
    if (!before || !data || data.draft === true) continue;
    problems.push(...changesOf(content, file, data, digest ?? '', before));
  }
  return problems;
}

/** How each report was published last, also one that has another address since. */
export function publishedTexts(
  { published }: Content,
  archive: Archive,
  lost: readonly Lost[],
): ReadonlyMap<string, PublishedText> {
  const texts = new Map<string, PublishedText>();
  const idOf = new Map(archive.audits.map(({ path, id }) => [path, id]));
  for (const { text, outcome } of lost) {
    const id = outcome?.kind === 'redirect' ? idOf.get(outcome.to) : undefined;
    if (text && id !== undefined) texts.set(id, text);
  }
  for (const { lines } of published) for (const { id, text } of lines) if (text) texts.set(id, text);
  return texts;
}

function changesOf(
  content: Content,
  file: string,
  { corrections }: AuditContent,
  digest: string,
  before: PublishedText,
): readonly Problem[] {
  const problems: Problem[] = [];
  const yaml = new FileChecker(file, content.contentDir, problems);
  const at = (path: Path, message: string, mend: string) =>
    problems.push(problem(file, yaml.lineOf(path), 'tyst-andring', message, mend));
  const { corrections: count, changed } = before;
  if (corrections.length < count) {
    at(
      ['corrections'],
      `corrections: ${count} ${count === 1 ? 'ändring' : 'ändringar'} har publicerats, men här står ${corrections.length}.`,
      'Lägg tillbaka det som fattas. En publicerad ändring tas aldrig bort.',
    );
    return problems;
  }
  const isChanged =
    digest !== before.digest || digestOfCorrections(corrections, count) !== before.correctionsDigest;
  if (!isChanged) return problems;
  const added = corrections.slice(count);
  if (added.length === 0) {
    at(
      digest === before.digest ? ['corrections'] : [],
      digest === before.digest
        ? `corrections: det som står här är ändrat sedan det publicerades ${changed}.`
        : `Rapporten är ändrad sedan den publicerades ${changed}, men corrections säger inte hur.`,
      'Skriv en ny post sist under corrections, med date, text och changes (before och after). Var det inte meningen att ändra, ta tillbaka den förra texten.',
    );
    return problems;
  }
  const words = canonicalWords(file, readText(join(content.contentDir, file))) ?? '';
  for (const [offset, { kind, changes }] of added.entries()) {
    const path: Path = ['corrections', count + offset];
    if (kind === 'correction' && changes.length === 0) {
      at(
        path,
        `${yaml.place(path)}: rättelsen säger inte hur det stod före och hur det står nu.`,
        'Skriv changes med before och after. Tas en personuppgift bort, skriv kind: maskning.',
      );
    }
    const later = added
      .slice(offset + 1)
      .flatMap((each) => each.changes.map((change) => change.before?.markdown));
    for (const [index, { after }] of changes.entries()) {
      if (!after || later.includes(after.markdown) || standsIn(words, after.markdown)) continue;
      at(
        [...path, 'changes', index, 'after'],
        `${yaml.place([...path, 'changes', index, 'after'])}: orden står inte i rapporten.`,
        'Skriv dem precis så som de står där nu.',
      );
    }
  }
  return problems;
}

/** Do words stand in the canonical words of a report? Those are JSON, with its own way of writing quotation marks. */
function standsIn(canonical: string, words: string): boolean {
  return canonical.includes(JSON.stringify(onOneLine(words)).slice(1, -1));
}

function problem(file: string, line: number, rule: RuleName, message: string, mend: string): Problem {
  return { file, line, severity: 'error', rule, message, mend };
}
