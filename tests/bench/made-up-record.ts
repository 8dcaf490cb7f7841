import { MadeUpSpeech } from './made-up-text.ts';

/*
 * A made-up record of any size, each report as rich as the founding ones: areas, findings and recommendations with their systems,
 * topics and criteria, measures, samples, sources, and a body with components, citations, a table and a footnote. Boards have answered
 * every second report, and each is followed up by the next year's of the same subject. A smaller record is the beginning of a larger one.
 * Nothing in it is real.
 */

/** Of each principal: fifteen a year for ten years. */
const reportsOfEach = 150;
const reportsOfYear = 15;
const firstYear = 2012;
const partsOfEach = 16;
const counts = {
  topics: 40,
  systems: 40,
  auditors: 12,
  criteria: 120,
  sections: 24,
  bodies: 12,
  bodyTypes: 10,
};

/** What is told of a report's recommendations: by a board that answers it, and by the report that follows it up. */
const answered = [1, 4, 7] as const;
const followedUp = 8;

/** All files of a record of so many reports, by their names from the content folder. Half as many responses come with them. */
export function* madeUpRecord(reports: number): Generator<readonly [name: string, text: string]> {
  yield* registers();
  for (let nth = 0; nth < reports; nth += 1) {
    const place = Math.floor(nth / reportsOfEach);
    if (nth % reportsOfEach === 0)
      yield [`municipalities/${municipalityId(place)}.yaml`, municipalityText(place)];
    const report = madeUpReport(nth);
    yield [report.file, reportText(report)];
    if (hasResponse(nth)) yield [`responses/${report.id}-${aboutOf(nth).body(1)}.mdx`, responseText(report)];
  }
}

/** How many verdicts and claims a record of so many reports holds. */
export function madeUpEvents(reports: number): number {
  const all = Array.from({ length: reports }, (_, nth) => nth);
  return all.filter(hasResponse).length * answered.length + all.filter(isFollowingUp).length * followedUp;
}

/** How many recommendations each report has. */
export const madeUpRecommendations = partsOfEach;

export interface MadeUpReport {
  readonly nth: number;
  /** `9000-ort-0/2012-granskning-1`. */
  readonly id: string;
  /** From the content folder. */
  readonly file: string;
  /** On the site. */
  readonly path: string;
  readonly municipality: string;
  readonly title: string;
  readonly year: number;
}

/** What the nth report is called and where it is. */
export function madeUpReport(nth: number): MadeUpReport {
  const place = Math.floor(nth / reportsOfEach);
  const year = firstYear + Math.floor((nth % reportsOfEach) / reportsOfYear);
  const subject = 1 + (nth % reportsOfYear);
  const municipality = municipalityId(place);
  const slug = `${year}-granskning-${subject}`;
  return {
    nth,
    id: `${municipality}/${slug}`,
    file: `audits/${municipality}/${slug}.mdx`,
    path: `/granskningar/ort-${place}/${slug}/`,
    municipality,
    title: `Granskning av ${new MadeUpSpeech(subject).compound()} ${nth}`,
    year,
  };
}

function hasResponse(nth: number): boolean {
  return nth % 2 === 0;
}

function isFollowingUp(nth: number): boolean {
  return nth % reportsOfEach >= reportsOfYear;
}

function municipalityId(place: number): string {
  return `${9000 + place}-ort-${place}`;
}

function* registers(): Generator<readonly [string, string]> {
  yield [
    'body-types.yaml',
    each(
      counts.bodyTypes,
      (nth) =>
        `- { id: namndtyp-${nth}, name: Nämndtyp ${nth}, plural: Nämndtyp ${nth}, about: En sorts nämnd. }`,
    ),
  ];
  yield ['issuers.yaml', '- { id: exempelverket, name: Exempelverket }\n'];
  yield ['glossary.yaml', '- { id: iakttagelse, term: Iakttagelse, text: Vad revisorerna såg. }\n'];
  yield ['thesaurus.yaml', '[]\n'];
  yield ['pages/om.mdx', '---\ntitle: Om provet\ndescription: Ett prov.\norder: 1\n---\n\nEtt prov.\n'];
  yield [
    'topics.yaml',
    each(counts.topics, (nth) => `- { id: amne-${nth}, name: Ämne ${nth}, about: Det ${nth}:e ämnet. }`),
  ];
  for (const nth of numbers(counts.systems))
    yield [`systems/system-${nth}.yaml`, `name: Systemet ${nth}\nkind: ärendesystem\nabout: Ett system.\n`];
  for (const nth of numbers(counts.auditors))
    yield [`auditors/byra-${nth}.yaml`, `name: Byrån ${nth}\nkind: revisionsbyrå\n`];
  for (const nth of numbers(counts.criteria)) yield [`criteria/lag-${nth}.yaml`, criterionText(nth)];
}

function criterionText(nth: number): string {
  return `kind: lag
name: Exempellagen ${nth}
title: Exempellag (1960:${nth})
number: "1960:${nth}"
issuer: exempelverket
division: kapitel
inForce: { from: 1960-01-01 }
chapters:
${each(8, (chapter) => `  - { chapter: "${chapter}", title: Kapitel ${chapter} }`)}
sections:
${each(counts.sections, (place) => `  - { section: "${sectionOf(place)}", title: Bestämmelse ${place} }`)}
`;
}

function sectionOf(place: number): string {
  return `${1 + (place % 8)}:${place}`;
}

function municipalityText(place: number): string {
  const body = (nth: number) =>
    `  - { id: namnd-${nth}, name: Nämnd ${nth}, form: nämnd, type: namndtyp-${1 + (nth % counts.bodyTypes)} }`;
  return `code: "${9000 + place}"
kind: kommun
name: Ort ${place} kommun
place: Ort ${place}
bodies:
${each(counts.bodies, (nth) => body(nth - 1))}
`;
}

/** The texts of a report, which the rivals' pages tell too. */
interface Texts {
  readonly purpose: string;
  readonly summary: readonly string[];
  readonly about: readonly string[];
  readonly questions: readonly (readonly [question: string, answer: string])[];
  readonly areas: readonly (readonly [title: string, text: readonly string[]])[];
  readonly findings: readonly (readonly [observation: string, assessment: string])[];
  readonly recommendations: readonly string[];
  readonly comments: readonly string[];
  readonly measures: readonly (readonly [of: string, value: number])[];
  readonly rows: readonly string[];
  readonly sources: readonly string[];
}

function textsOf({ nth }: MadeUpReport): Texts {
  const speech = new MadeUpSpeech(1000 + nth);
  const paragraphs = (count: number) => numbers(count).map(() => speech.sentences(5));
  return {
    purpose: speech.sentences(2),
    summary: paragraphs(4),
    about: paragraphs(3),
    questions: numbers(6).map(
      () => [`Har nämnden ändamålsenliga ${speech.compound()}?`, speech.sentences(2)] as const,
    ),
    areas: numbers(4).map(() => [capitalised(speech.compound()), paragraphs(3)] as const),
    findings: numbers(partsOfEach).map(() => [speech.sentences(3), speech.sentences(2)] as const),
    recommendations: numbers(partsOfEach).map(() => speech.sentences(2)),
    comments: isFollowingUp(nth) ? numbers(followedUp).map(() => speech.sentence()) : [],
    measures: numbers(3).map((place) => [`behörigheter för ${speech.compound()}`, place * 100] as const),
    rows: numbers(12).map(() => speech.compound()),
    sources: numbers(20).map(() => `Riktlinjer för ${speech.compound()}`),
  };
}

/** Whom and what a report's nth part is about. */
function aboutOf(nth: number) {
  return {
    body: (place: number) => `namnd-${(nth + place) % counts.bodies}`,
    topic: (place: number) => `amne-${1 + ((nth * 7 + place) % counts.topics)}`,
    system: (place: number) => `system-${1 + ((nth * 3 + place) % counts.systems)}`,
    law: (place: number) => `lag-${1 + ((nth * 5 + place) % counts.criteria)}`,
    section: (place: number) => `"${sectionOf(1 + ((nth + place) % counts.sections))}"`,
  };
}

function reportText(report: MadeUpReport): string {
  const { nth, municipality, title, year } = report;
  const { body, topic, system, law, section } = aboutOf(nth);
  const texts = textsOf(report);
  const statuses = ['åtgärdad', 'i huvudsak', 'delvis', 'pågår', 'ej åtgärdad'];
  // Another board of the year before is not audited this year: the verdicts are on all.
  const followsUp = isFollowingUp(nth)
    ? `followsUp:
${texts.comments
  .map(
    (comment, index) => `  - id: u${index + 1}
    target: ${madeUpReport(nth - reportsOfYear).id}#r${index + 1}
    verdict: nämnden har delvis vidtagit åtgärder
    status: ${statuses[(nth + index) % statuses.length]}
    comment: ${comment}`,
  )
  .join('\n')}
`
    : '';
  return `---
title: ${title}
municipality: ${municipality}
year: ${year}
published: ${year + 1}-03-01
type: granskning
rendition: restated
source: { title: ${title}, publisher: Revisorerna, pages: 48 }
experts: [byra-${1 + (nth % counts.auditors)}]
bodies:
${each(3, (place) => `  - { body: ${body(place)}, as: ansvarig för del ${place} }`)}
systems: [${system(0)}, ${system(1)}]
topics: [${numbers(6).map(topic).join(', ')}]
methods: [dokumentstudier, intervjuer, stickprov]
purpose: ${texts.purpose}
criteria:
${each(3, (place) => `  - { criterion: ${law(place)}, sections: [${section(place)}] }`)}
verdicts:
  - { about: arbetet i sin helhet, verdict: inte tillräcklig }
questions:
${texts.questions
  .map(
    ([question, answer], index) => `  - id: q${index + 1}
    label: Revisionsfråga ${index + 1}
    text: ${question}
    answers:
      - verdict: Delvis
        text: ${answer}`,
  )
  .join('\n')}
areas:
${texts.areas.map(([area], index) => `  - { id: a${index + 1}, label: "2.${index + 1}", title: ${area} }`).join('\n')}
findings:
${texts.findings
  .map(
    ([observation, assessment], index) => `  - id: f${index + 1}
    area: a${1 + (index % 4)}
    observation: ${observation}
    assessment: ${assessment}
    bodies: [${body(1 + (index % 3))}]
    systems: [${system(index % 2)}]
    criteria: [{ criterion: ${law(1 + (index % 3))} }]
    topics: [${topic(1 + (index % 6))}]`,
  )
  .join('\n')}
recommendations:
${texts.recommendations
  .map(
    (text, index) => `  - id: r${index + 1}
    finding: f${index + 1}
    to: [{ body: ${body(1 + (index % 3))}, role: huvudansvar }, { group: övriga nämnder, role: medverkar }]
    modality: bör
    text: ${text}
    topics: [${topic(1 + (index % 6))}]`,
  )
  .join('\n')}
${followsUp}measures:
${texts.measures.map(([of, value]) => `  - { system: ${system(0)}, of: ${of}, value: "${value}", unit: st }`).join('\n')}
samples:
  - { id: s1, body: ${body(1)}, unit: akter, size: "40", period: ${year} }
sources:
${texts.sources.map((source) => `  - { kind: styrdokument, title: ${source}, date: ${year - 1} }`).join('\n')}
---

## Sammanfattning

${texts.summary.join('\n\n')}

## 1 Om granskningen

${texts.about.join('\n\n')}

Nämnden ska enligt <Cite criterion="${law(1)}" section=${section(1)} /> ha ordning på sina rutiner.[^1]

<Questions />

## 2 Iakttagelser

${texts.areas
  .map(
    ([area, text], index) =>
      `### 2.${index + 1} ${area}\n\n${text.join('\n\n')}\n\n<Findings area="a${index + 1}" />\n`,
  )
  .join('\n')}
## 3 Rekommendationer

<Recommendations />

${isFollowingUp(nth) ? '<FollowUps />' : ''}

<Measures />

<Samples />

<Sources />

| Rutin | Följs | Prövas |
|---|---|---|
${texts.rows.map((row) => `| ${row} | ja | nej |`).join('\n')}

[^1]: Riktlinjerna är från ${year - 1}.
`;
}

/**
 * The nth report with all its text as plain Markdown with GFM, as one writes for a tool that knows nothing of audits: what an author
 * here writes as data is written out as headings, lists and tables.
 */
export function plainReport(nth: number): { readonly name: string; readonly markdown: string } {
  const report = madeUpReport(nth);
  const { municipality, title, year } = report;
  const { topic, law, section } = aboutOf(nth);
  const texts = textsOf(report);
  const markdown = `---
title: "${title}"
municipality: ${municipality}
year: ${year}
topics: [${numbers(6).map(topic).join(', ')}]
---

${texts.purpose}

## Sammanfattning

${texts.summary.join('\n\n')}

## 1 Om granskningen

${texts.about.join('\n\n')}

Nämnden ska enligt ${law(1)} ${section(1).replaceAll('"', '')} ha ordning på sina rutiner.[^1]

| Revisionsfråga | Bedömning | Svar |
|---|---|---|
${texts.questions.map(([question, answer]) => `| ${question} | Delvis | ${answer} |`).join('\n')}

## 2 Iakttagelser

${texts.areas
  .map(
    ([area, text], index) => `### 2.${index + 1} ${area}

${text.join('\n\n')}

| Iakttagelse | Bedömning | Rekommendation |
|---|---|---|
${texts.findings
  .flatMap(([observation, assessment], place) =>
    place % 4 === index ? `| ${observation} | ${assessment} | ${texts.recommendations[place]} |` : [],
  )
  .join('\n')}
`,
  )
  .join('\n')}
## 3 Rekommendationer

${texts.recommendations.map((text, index) => `${index + 1}. **bör** ${text}`).join('\n')}

## 4 Uppföljning

${texts.comments.map((comment) => `- *nämnden har delvis vidtagit åtgärder*: ${comment}`).join('\n')}

| Mätvärde | Antal |
|---|---:|
${texts.measures.map(([of, value]) => `| ${of} | ${value} |`).join('\n')}

## Källor

${texts.sources.map((source) => `- ${source} (${year - 1})`).join('\n')}

| Rutin | Följs | Prövas |
|---|---|---|
${texts.rows.map((row) => `| ${row} | ja | nej |`).join('\n')}

[^1]: Riktlinjerna är från ${year - 1}.
`;
  return { name: report.id, markdown };
}

/** The pages of the nth report's recommendations, as plain Markdown. */
export function plainRecommendations(
  nth: number,
): readonly { readonly name: string; readonly markdown: string }[] {
  const report = madeUpReport(nth);
  const texts = textsOf(report);
  return texts.recommendations.map((text, index) => ({
    name: `${report.id}/r${index + 1}`,
    markdown: `---
title: "Rekommendation ${index + 1}"
municipality: ${report.municipality}
year: ${report.year}
topics: []
---

${text}

## Iakttagelse

${texts.findings[index]?.join('\n\n')}
`,
  }));
}

function responseText({ id, year, nth }: MadeUpReport): string {
  const speech = new MadeUpSpeech(5_000_000 + nth);
  return `---
audit: ${id}
body: ${aboutOf(nth).body(1)}
date: ${year + 1}-06-01
answers:
${answered
  .map(
    (place) => `  - recommendation: r${place}
    stance: instämmer
    claim: planerat
    action: ${speech.sentence()}
    due: ${year + 2}-12`,
  )
  .join('\n')}
---

${speech.sentences(5)}

${speech.sentences(5)}
`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function each(count: number, line: (nth: number) => string): string {
  return numbers(count).map(line).join('\n');
}

/** From 1. */
function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => 1 + index);
}
