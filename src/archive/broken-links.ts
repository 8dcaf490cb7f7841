import { didYouMean, type Problem } from '../problems/index.ts';
import type { Body as CompiledBody } from '../reports/index.ts';
import type { Content } from './load.ts';
import type { Archive, Audit, Question } from './types.ts';

/** Pages that are there whatever the archive holds. Those of the guide are code, and the site's own tests follow links to them. */
export const fixedPaths: readonly string[] = [
  '/',
  '/granskningar/',
  '/rekommendationer/',
  '/kommuner/',
  '/kriterier/',
  '/namnder/',
  '/system/',
  '/amnen/',
  '/revisorer/',
  '/statistik/',
  '/tackning/',
  '/sok/',
  '/ordlista/',
  '/andringar/',
];

/** Links in reports and own pages that lead to no page of the archive, or to no part of one. */
export function brokenLinkProblems(content: Content, archive: Archive): readonly Problem[] {
  const fragments = fragmentsByPath(archive);
  const pathOfFile = new Map([
    ...archive.audits.map(({ file, path }) => [file, path] as const),
    ...archive.audits.flatMap(({ path, responses }) =>
      responses.map(({ id }) => [`responses/${id}.mdx`, path] as const),
    ),
    ...archive.pages.map(({ slug, path }) => [`pages/${slug || 'om'}.mdx`, path] as const),
  ]);
  const problems: Problem[] = [];
  for (const { file, links } of [
    ...content.audits.values(),
    ...content.pages.values(),
    ...content.responses.values(),
  ]) {
    const ownPath = pathOfFile.get(file);
    if (ownPath === undefined) continue;
    for (const { url, line } of links) {
      const fault = linkFault(url, ownPath, fragments, content.figureFiles, file);
      if (fault) problems.push({ file, line, severity: 'error', rule: 'lank', ...fault });
    }
  }
  return problems;
}

function linkFault(
  url: string,
  ownPath: string,
  fragments: Fragments,
  figureFiles: ReadonlySet<string>,
  file: string,
): Pick<Problem, 'message' | 'mend'> | undefined {
  const [address = '', fragment] = url.split('#');
  if (address !== '' && !address.startsWith('/')) {
    if (figureFiles.has(`${file.replace(/\.mdx$/, '')}/${address}`)) return undefined;
    return {
      message: `Länken "${url}" leder inte till någon sida.`,
      mend: 'En länk inom arkivet börjar med /, t.ex. /ordlista/, eller med # för en plats på samma sida.',
    };
  }
  if (address.startsWith('/guide/') || address.startsWith('/schema/')) return undefined;
  const path = address === '' ? ownPath : address;
  const fragmentsThere = fragments.get(path);
  if (!fragmentsThere) {
    return {
      message: `Länken "${url}" leder till en sida som inte finns.`,
      mend:
        didYouMean(path, [...fragments.keys()]) ??
        'En adress i arkivet slutar med snedstreck, t.ex. /kommuner/boras/.',
    };
  }
  if (fragment === undefined) return undefined;
  const known = fragmentsThere();
  if (known.includes(fragment)) return undefined;
  return {
    message: `Länken "${url}" leder till en plats som inte finns på sidan.`,
    mend:
      didYouMean(fragment, known) ??
      'En rubrik med nummer 2.2 nås med #avsnitt-2-2, en rekommendation r3 med #r3.',
  };
}

/** Every address of the archive, with the fragments that a text may lead to. Most are never asked for. */
type Fragments = ReadonlyMap<string, () => readonly string[]>;

const none = () => [];

function fragmentsByPath(archive: Archive): Fragments {
  const fragments = new Map<string, () => readonly string[]>(fixedPaths.map((path) => [path, none]));
  const add = (path: string, ids: () => readonly string[] = none) => fragments.set(path, ids);
  add('/ordlista/', () => archive.glossary.map(({ id }) => id));
  for (const page of archive.pages) add(page.path, () => headingIds(page.body));
  for (const audit of archive.audits) {
    add(audit.path, () => fragmentsOf(audit));
    for (const { path } of audit.recommendations) add(path);
  }
  for (const { path, bodies } of archive.municipalities) {
    add(path);
    for (const body of bodies) add(body.path);
  }
  for (const { path, chapters, sections } of archive.criteria) {
    add(path);
    for (const part of [...chapters, ...sections]) add(part.path);
  }
  for (const { path } of [...archive.bodyTypes, ...archive.topics, ...archive.systems, ...archive.auditors])
    add(path);
  return fragments;
}

function fragmentsOf({ body, questions, findings, recommendations, samples, followUps }: Audit): string[] {
  return [
    ...headingIds(body),
    ...[...withSubquestions(questions), ...findings, ...recommendations, ...samples, ...followUps].map(
      ({ id }) => id,
    ),
  ];
}

function withSubquestions(questions: readonly Question[]): readonly Question[] {
  return questions.flatMap((question) => [question, ...withSubquestions(question.subquestions)]);
}

function headingIds({ headings }: CompiledBody): string[] {
  return headings.map(({ id }) => id);
}
