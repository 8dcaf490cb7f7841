import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CheckedContent, checkedContent, today } from '../../archive/index.ts';
import { type Problem, type RuleName, unwrittenMark } from '../../problems/index.ts';

/** Something that breaks a rule. All of it is made up. */
interface RuleExample {
  /** What the author wrote: fields of a report, its text, or the name of a file, there or taken away. */
  readonly written: string;
  readonly as: 'fields' | 'text' | 'file' | 'removed';
  /** What the record says has been published of the report. */
  readonly published?: string;
  /** What is shown in its stead. */
  readonly shown?: string;
}

const fields = (...rows: readonly string[]): RuleExample => ({ written: rows.join('\n'), as: 'fields' });
const text = (written: string): RuleExample => ({ written, as: 'text' });

/** A report that has been published with other words: it is the words that its digest is of that are made up. */
const published = `/granskningar/exempelby/2024-arkivvard/ granskning 9999-exempelby/2024-arkivvard 2025-03-01 2025-03-01 sha256:${'0'.repeat(64)} 0\n`;

const examples: Readonly<Record<RuleName, readonly RuleExample[]>> = {
  fil: [
    { written: 'audits/9999-exempelby/2024-arkiv.docx', as: 'file' },
    { written: 'criteria/Exempellagen.yaml', as: 'file' },
  ],
  yaml: [
    fields('subtitle: Arkivet: en översikt'),
    fields('subtitle: "Arkivet'),
    fields('systems:', '\t- papyrus'),
  ],
  styrtecken: [{ ...text('Nämnden har \u202einte\u202c gallrat.'), shown: 'Nämnden har inte gallrat.' }],
  form: [
    fields('underrubrik: En översikt'),
    fields('diaryNumer: 2024/17'),
    fields('verdicts:', '  - { about: arkivet }'),
    fields('criticisms:', '  - { id: k1, kind: kritik, body: arkivnamnden, text: Arkivet är oordnat. }'),
    fields('corrections:', '  - { date: 2024-02-31, text: Årtalet är rättat. }'),
  ],
  referens: [
    fields('recommendations:', '  - { id: r1, to: [arkivnamden], text: Ordna arkivet. }'),
    fields('criteria:', '  - { criterion: exempellagen, sections: ["6:99"] }'),
    fields('topics: [arkivv]'),
    fields(
      'recommendations:',
      '  - { id: r1, to: alla, text: Ordna arkivet. }',
      '  - { id: r1, to: alla, text: Gallra det. }',
    ),
  ],
  mdx: [text('Andelen var <5 %.'), text('Se avtalet {bilaga 1}.'), text('# Sammanfattning')],
  visning: [
    text('<Findings area="2.9" />'),
    text('![Karta över stadens arkivlokaler](karta.png)'),
    text('<Recommendations />'),
  ],
  lank: [text('Se [ordlistan](/ordlista).'), text('Se [rekommendationen](#r9).')],
  adress: [
    {
      written: 'audits/9999-exempelby/2024-arkivvard.mdx',
      as: 'removed',
      shown: 'audits/9999-exempelby/2024-arkivvard.mdx (filen är borttagen)',
      published,
    },
  ],
  'tyst-andring': [
    { ...text('Arkivet har 340 hyllmeter.'), published },
    {
      ...fields('corrections:', '  - { date: 2025-04-01, text: Antalet hyllmeter är rättat. }'),
      published,
    },
  ],
  'att-skriva': [text(`${unwrittenMark}: en sammanfattning.`)],
  personnummer: [
    {
      written: 'Handläggarens nummer, 121212-1212.',
      as: 'text',
      shown: 'Handläggarens nummer, ååmmdd-nnnn.',
    },
  ],
  'fraga-utan-svar': [fields('questions:', '  - { id: q1, text: Är arkivet ordnat? }')],
  'iakttagelse-utan-bedomning': [
    fields(
      'findings:',
      '  - { id: f1, observation: Arkivet är fullt., assessment: Det behöver gallras. }',
      '  - { id: f2, observation: Dörren står olåst. }',
    ),
  ],
  'bedomning-utan-iakttagelse': [
    fields('findings:', '  - { id: f1, assessment: Arkivet är otillräckligt skyddat. }'),
  ],
  'rekommendation-utan-ansvarig': [
    fields(
      'recommendations:',
      '  - id: r1',
      '    to: [{ body: arkivnamnden, role: för kännedom }]',
      '    text: Lås dörren.',
    ),
  ],
  modalitet: [
    fields(
      'recommendations:',
      '  - id: r1',
      '    to: [arkivnamnden]',
      '    modality: ska',
      '    text: Nämnden bör gallra arkivet.',
    ),
    fields('recommendations:', '  - { id: r1, to: alla, text: Nämnden bör gallra arkivet. }'),
  ],
  'oanvant-kriterium': [
    fields(
      'criteria:',
      '  - { criterion: exempellagen }',
      '  - { criterion: god-arkivsed }',
      'findings:',
      '  - { id: f1, observation: Arkivet är fullt., criteria: [{ criterion: god-arkivsed }] }',
    ),
  ],
  'ej-i-kraft': [fields('criteria:', '  - { criterion: gamla-exempellagen }')],
  'oangivet-kriterium': [text('Nämnden svarar för arkivet enligt 6 kap. 6 § exempellagen.')],
  'annan-regel': [fields('criteria:', '  - { criterion: exempellagen, printed: "Exempellagen (1990:1)" }')],
  'okant-omdome': [fields('verdicts:', '  - { about: arkivet, verdict: Sådär }')],
  rubrikniva: [text('## Resultat\n\n#### Arkivet')],
  tabellrubrik: [text('|  |  |\n|---|---|\n| Hyllmeter | 340 |')],
  bildtext: [text('![Diagram](arkiv.png)')],
  lanktext: [
    text('Planen finns [här](https://www.example.org/plan).'),
    text('Klicka här för att läsa planen.'),
  ],
  'lang-mening': [
    text(
      'Revisionen har noterat att nämnden, trots att den vid flera tillfällen under de senaste åren har fått påpekanden om att arkivet behöver ordnas, inte har fattat något beslut om hur det ska gå till, vem som ska ansvara för det, vilka medel som ska avsättas eller när det ska vara klart, vilket medför att handlingar som ska bevaras riskerar att gå förlorade och att allmänheten inte får den insyn som den har rätt till.',
    ),
  ],
  personnamn: [text('Enligt arkivarien Kim Exempelsson är dörren alltid olåst.')],
  kontaktuppgift: [
    text('Frågor besvaras av kim.exempelsson@example.org.'),
    text('Arkivarien nås på 070-174 06 05.'),
  ],
  'avklippt-text': [
    fields(
      'recommendations:',
      '  - id: r1',
      '    to: alla',
      '    text: Ordna arkivet så som punkt #3 i planen säger.',
    ),
  ],
};

/** The registers of the municipality that the guide's examples are about. */
export const registers: Readonly<Record<string, string>> = {
  'municipalities/9999-exempelby.yaml': `code: "9999"
kind: kommun
name: Exempelby kommun
place: Exempelby
bodies:
  - { id: kommunstyrelsen, name: Kommunstyrelsen, form: styrelse }
  - { id: arkivnamnden, name: Arkivnämnden, form: nämnd }
`,
  'criteria/exempellagen.yaml': `kind: lag
name: Exempellagen
title: Exempellag (2010:1)
number: "2010:1"
division: kapitel
inForce: { from: 2010-01-01 }
chapters:
  - { chapter: "6", title: Nämnderna }
sections:
  - { section: "6:1", title: Uppsikt }
  - { section: "6:6", title: Arkivet }
`,
  'criteria/gamla-exempellagen.yaml': `kind: lag
name: 1990 års exempellag
title: Exempellag (1990:1)
number: "1990:1"
division: kapitel
inForce: { from: 1990-01-01, until: 2009-12-31 }
`,
  'criteria/god-arkivsed.yaml': 'kind: god sed\nname: God arkivsed\ntitle: God arkivsed\n',
  'topics.yaml': '- { id: arkivvard, name: Arkivvård, about: Hur arkiv vårdas. }\n',
};

const auditFile = 'audits/9999-exempelby/2024-arkivvard.mdx';

function filesOf({ published: record, ...example }: RuleExample): Readonly<Record<string, string>> {
  const files = contentOf(example);
  return record === undefined ? files : { ...files, 'published/9999-exempelby.txt': record };
}

function contentOf({ written, as }: RuleExample): Readonly<Record<string, string>> {
  if (as === 'removed') return registers;
  if (as === 'file') return { ...registers, [written]: 'kind: lag\nname: Lag\ntitle: Lag\n' };
  const own = as === 'fields' ? `${written}\n` : '';
  const shown = ['Questions', 'Findings', 'Recommendations'].filter(
    (name) => own.startsWith(`${name.toLowerCase()}:`) || own.includes(`\n${name.toLowerCase()}:`),
  );
  const body =
    as === 'text' ? written : ['Arkivet är granskat.', ...shown.map((name) => `<${name} />`)].join('\n\n');
  const audit = `---
title: Granskning av arkivvård
municipality: 9999-exempelby
year: 2024
published: 2025-02
type: granskning
rendition: original
source: { title: Granskning av arkivvård }
bodies: [{ body: kommunstyrelsen }, { body: arkivnamnden }]
${own}---

${body}
`;
  return { ...registers, [auditFile]: audit };
}

export interface CheckedExample {
  /** What the author wrote. */
  readonly written: string;
  /** What the check said of it, by this rule alone. */
  readonly said: readonly Pick<Problem, 'message' | 'mend'>[];
}

/** What the check says of each example of a rule: the check itself is asked, so that its own words stand in the guide. */
export function checkedExamplesOf(rule: RuleName): readonly CheckedExample[] {
  return examples[rule].map((example) => ({
    written: example.shown ?? example.written,
    said: checkedFiles(filesOf(example)).problems.filter((problem) => problem.rule === rule),
  }));
}

/** What the check makes of a content folder with the files given. */
export function checkedFiles(files: Readonly<Record<string, string | Buffer>>): CheckedContent {
  const folder = mkdtempSync(join(tmpdir(), 'granskningsarkivet-guide-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    // Also in an archive of a day in the past, which is before the examples' own days.
    return checkedContent(folder, process.cwd(), today());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
