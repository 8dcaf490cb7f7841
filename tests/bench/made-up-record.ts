/*
 * A made-up record of any size, each report as rich as the founding ones: areas, findings and recommendations with their systems,
 * topics and criteria, measures, samples, sources, and a body with components, citations and a footnote. Boards have answered each
 * report, and the next year's follows it up. Nothing in it is real.
 */

const reportsOfEach = 50;
const partsOfEach = 16;
const counts = { topics: 40, systems: 40, auditors: 12, criteria: 120, bodies: 12 };

/** All files of a record of so many reports, by their names from the content folder. Half as many responses come with them. */
export function* madeUpRecord(reports: number): Generator<readonly [name: string, text: string]> {
  yield* registers();
  for (let nth = 0; nth < reports; nth += 1) {
    const municipality = municipalityId(Math.floor(nth / reportsOfEach));
    if (nth % reportsOfEach === 0)
      yield [`municipalities/${municipality}.yaml`, municipalityText(nth / reportsOfEach)];
    const year = firstYear + (nth % reportsOfEach);
    yield [madeUpReport(nth).file, reportText(nth)];
    if (nth % 2 === 0)
      yield [`responses/${municipality}/${year}-granskning-namnd-0.mdx`, responseText(municipality, year)];
  }
}

const firstYear = 1975;

/** The nth report's file, from the content folder, and its address on the site. */
export function madeUpReport(nth: number): { readonly file: string; readonly path: string } {
  const place = Math.floor(nth / reportsOfEach);
  const slug = `${firstYear + (nth % reportsOfEach)}-granskning`;
  return {
    file: `audits/${municipalityId(place)}/${slug}.mdx`,
    path: `/granskningar/ort-${place}/${slug}/`,
  };
}

function municipalityId(place: number): string {
  return `${9000 + place}-ort-${place}`;
}

function* registers(): Generator<readonly [string, string]> {
  yield ['body-types.yaml', '- { id: facknamnd, name: Facknämnd, plural: Facknämnder, about: En nämnd. }\n'];
  yield ['issuers.yaml', '- { id: exempelverket, name: Exempelverket }\n'];
  yield ['glossary.yaml', '- { id: iakttagelse, term: Iakttagelse, text: Vad revisorerna såg. }\n'];
  yield ['thesaurus.yaml', '[]\n'];
  yield ['pages/om.mdx', '---\ntitle: Om provet\ndescription: Ett prov.\norder: 1\n---\n\nEtt prov.\n'];
  yield [
    'topics.yaml',
    numbers(counts.topics)
      .map((nth) => `- { id: amne-${nth}, name: Ämne ${nth}, about: Det ${nth}:e ämnet. }\n`)
      .join(''),
  ];
  for (const nth of numbers(counts.systems))
    yield [
      `systems/system-${nth}.yaml`,
      `name: Systemet ${nth}\nkind: ärendesystem\nabout: ${sentences(1)}\n`,
    ];
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
${numbers(8)
  .map((chapter) => `  - { chapter: "${chapter}", title: Kapitel ${chapter} }`)
  .join('\n')}
sections:
${numbers(24)
  .map((section) => `  - { section: "${1 + (section % 8)}:${section}", title: Bestämmelse ${section} }`)
  .join('\n')}
`;
}

function municipalityText(place: number): string {
  return `code: "${9000 + place}"
kind: kommun
name: Ort ${place} kommun
place: Ort ${place}
bodies:
${numbers(counts.bodies, 0)
  .map((body) => `  - { id: namnd-${body}, name: Nämnd ${body}, form: nämnd, type: facknamnd }`)
  .join('\n')}
`;
}

function reportText(nth: number): string {
  const municipality = municipalityId(Math.floor(nth / reportsOfEach));
  const year = firstYear + (nth % reportsOfEach);
  const topic = (place: number) => `amne-${1 + ((nth + place) % counts.topics)}`;
  const system = (place: number) => `system-${1 + ((nth + place) % counts.systems)}`;
  const law = (place: number) => `lag-${1 + ((nth + place) % counts.criteria)}`;
  const section = (place: number) => `"${1 + (place % 8)}:${place}"`;
  const statuses = ['åtgärdad', 'i huvudsak', 'delvis', 'pågår', 'ej åtgärdad'];
  const each = (count: number, text: (place: number) => string) => numbers(count).map(text).join('\n');
  const followsUp =
    nth % reportsOfEach === 0
      ? ''
      : `followsUp:
${each(
  8,
  (place) => `  - id: u${place}
    target: ${municipality}/${year - 1}-granskning#r${place}
    bodies: [namnd-${place % 3}]
    verdict: nämnden har delvis vidtagit åtgärder
    status: ${statuses[(nth + place) % statuses.length]}
    comment: ${sentences(1)}`,
)}
`;
  return `---
title: Granskning av rutin ${nth}
municipality: ${municipality}
year: ${year}
published: ${year + 1}-03-01
type: granskning
rendition: restated
source: { title: Granskning av rutin ${nth}, publisher: Revisorerna, pages: 48 }
experts: [byra-${1 + (nth % counts.auditors)}]
bodies:
${each(3, (place) => `  - { body: namnd-${place - 1}, as: ansvarig för rutin ${place} }`)}
systems: [${system(0)}, ${system(1)}]
topics: [${numbers(6).map(topic).join(', ')}]
methods: [dokumentstudier, intervjuer, stickprov]
purpose: ${sentences(2)}
criteria:
${each(3, (place) => `  - { criterion: ${law(place)}, sections: [${section(place)}] }`)}
verdicts:
  - { about: rutinerna i sin helhet, verdict: inte tillräcklig }
questions:
${each(
  6,
  (place) => `  - id: q${place}
    label: Revisionsfråga ${place}
    text: Har nämnden en ändamålsenlig organisation för arbetet, med en tydlig fördelning av ansvaret?
    answers:
      - verdict: Delvis
        text: ${sentences(2)}`,
)}
areas:
${each(4, (place) => `  - { id: a${place}, label: "2.${place}", title: Område ${place} }`)}
findings:
${each(
  partsOfEach,
  (place) => `  - id: f${place}
    area: a${1 + (place % 4)}
    observation: ${sentences(3)}
    assessment: ${sentences(2)}
    bodies: [namnd-${place % 3}]
    systems: [${system(place % 2)}]
    criteria: [{ criterion: ${law(1 + (place % 3))} }]
    topics: [${topic(1 + (place % 6))}]`,
)}
recommendations:
${each(
  partsOfEach,
  (place) => `  - id: r${place}
    finding: f${place}
    to: [{ body: namnd-${place % 3}, role: huvudansvar }, { group: övriga nämnder, role: medverkar }]
    modality: bör
    text: ${sentences(2)}
    topics: [${topic(1 + (place % 6))}]`,
)}
${followsUp}measures:
${each(3, (place) => `  - { system: ${system(0)}, of: behörigheter av slag ${place}, value: "${place * 100}", unit: st }`)}
samples:
  - { id: s1, body: namnd-0, unit: akter, size: "40", period: ${year} }
sources:
${each(20, (place) => `  - { kind: styrdokument, title: Riktlinjer för arbetet ${place}, date: ${year - 1} }`)}
---

## Sammanfattning

${paragraphs(4)}

## 1 Om granskningen

${paragraphs(3)}

Nämnden ska enligt <Cite criterion="${law(1)}" section=${section(1)} /> ha ordning på sina rutiner.[^1]

<Questions />

## 2 Iakttagelser

${each(4, (place) => `### 2.${place} Område ${place}\n\n${paragraphs(3)}\n\n<Findings area="a${place}" />\n`)}
## 3 Rekommendationer

<Recommendations />

${nth % reportsOfEach === 0 ? '' : '<FollowUps />'}

<Measures />

<Samples />

<Sources />

| Rutin | Följs | Prövas |
|---|---|---|
${each(12, (place) => `| Rutin ${place} | ja | nej |`)}

[^1]: Riktlinjerna är från ${year - 1}.
`;
}

function responseText(municipality: string, year: number): string {
  return `---
audit: ${municipality}/${year}-granskning
body: namnd-0
date: ${year + 1}-06-01
answers:
${[3, 6, 9]
  .map(
    (place) => `  - recommendation: r${place}
    stance: instämmer
    claim: planerat
    action: ${sentences(1)}
    due: ${year + 2}-12`,
  )
  .join('\n')}
---

${paragraphs(2)}
`;
}

function paragraphs(count: number): string {
  return numbers(count)
    .map(() => sentences(5))
    .join('\n\n');
}

/** Text of the length of an auditor's. */
function sentences(count: number): string {
  return numbers(count)
    .map((nth) => `Nämnden bör se till att rutin ${nth} är känd, följs i verksamheten och prövas varje år.`)
    .join(' ');
}

function numbers(count: number, from = 1): readonly number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}
