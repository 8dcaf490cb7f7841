import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive, Audit } from '../../archive/index.ts';
import type { blockComponents, inlineComponents } from '../../reports/index.ts';
import { checkedFiles, registers } from './rule-examples.ts';

/** One of the archive's components in a made-up report: what an author writes, in the fields and in the text. */
interface ComponentExample {
  readonly fields?: string;
  readonly text: string;
}

type ComponentName = keyof typeof blockComponents | keyof typeof inlineComponents;

/** The guide shows them with what becomes of them; the tests see to it that the check has nothing to say of any. */
export const componentExamples: Readonly<Record<ComponentName, ComponentExample>> = {
  Questions: {
    fields: `questions:
  - id: q1
    text: Är de styrande dokumenten tillräckliga?
    answers:
      - { verdict: Ja, text: De är tillräckligt omfattande. }
  - id: q2
    text: Följs de?
    answers:
      - { body: kommunstyrelsen, verdict: I huvudsak }
      - { body: arkivnamnden, verdict: Nej, text: Rutinen är inte känd. }`,
    text: '<Questions />',
  },
  Findings: {
    fields: `areas:
  - { id: a22, label: "2.2", title: Policy och styrdokument }
findings:
  - { id: f3, area: a22, observation: Policy saknas. }
  - id: f4
    area: a22
    observation: Rutinen är från 2009.
    assessment: Den är inte aktuell.
recommendations:
  - id: r2
    finding: f3
    modality: bör
    to: [kommunstyrelsen]
    text: Kommunstyrelsen bör ta fram en policy.`,
    text: '<Findings area="a22" />',
  },
  Recommendations: {
    fields: `recommendations:
  - id: r1
    modality: bör
    to: [kommunstyrelsen]
    text: Kommunstyrelsen bör ta fram en policy.
  - { id: r2, to: alla, text: Utbilda dem som berörs. }`,
    text: '<Recommendations />',
  },
  Criteria: {
    fields: `criteria:
  - { criterion: exempellagen, sections: ["6:1", "6:6"] }
  - { criterion: god-arkivsed }`,
    text: '<Criteria />',
  },
  Measures: {
    fields: `measures:
  - system: pergament
    of: användare med läs- och skrivbehörighet
    value: samtliga
  - { system: pergament, of: användare, value: 627, approximate: true }`,
    text: '<Measures system="pergament" />',
  },
  Samples: {
    fields: `samples:
  - id: s5
    system: pergament
    unit: ärenden
    size: 15
    deviations: 11
    period: januari–juni 2024`,
    text: '<Samples system="pergament" />',
  },
  FollowUps: {
    fields: `followsUp:
  - id: u1
    target:
      about: arkivvård
      title: Granskning av arkivvård
      year: 2019
    bodies: [kommunstyrelsen]
    verdict: har inte vidtagit åtgärder
    status: ej åtgärdad`,
    text: '<FollowUps />',
  },
  Sources: {
    fields: `sources:
  - { kind: styrdokument, title: Arkivreglemente, date: 2016 }
  - { kind: intervju, with: arkivarien, date: 2024-10-03 }`,
    text: '<Sources />',
  },
  Figure: {
    text: `<Figure src="organisation.png"
  alt="Kommunstyrelsen överst, under den två nämnder"
  caption="Figur 1. Organisationen 2024" />`,
  },
  Cite: {
    fields: 'criteria: [{ criterion: exempellagen }]',
    text: 'Det gäller enligt <Cite criterion="exempellagen" section="6:6" />.',
  },
};

const auditFile = 'audits/9999-exempelby/2024-arkivvard.mdx';

/** The picture of the example of a figure, from the project's root. */
const examplePicture = 'src/components/register/example-figure.png';

/** What stands in the content folder of an example. */
function filesOfExample(
  name: ComponentName,
  root = process.cwd(),
): Readonly<Record<string, string | Buffer>> {
  const { fields, text } = componentExamples[name];
  return {
    ...registers,
    'systems/pergament.yaml': 'name: Pergament\nkind: diarium\n',
    ...(name === 'Figure' && {
      [auditFile.replace('.mdx', '/organisation.png')]: readFileSync(join(root, examplePicture)),
    }),
    [auditFile]: `---
title: Granskning av arkivvård
municipality: 9999-exempelby
year: 2024
published: 2025-02
type: granskning
rendition: original
source: { title: Granskning av arkivvård }
bodies: [{ body: kommunstyrelsen }, { body: arkivnamnden }]
${fields ?? ''}
---

${text}
`,
  };
}

/**
 * An example as the archive reads it.
 *
 * @throws if the check has anything to say of it
 */
export function readExample(name: ComponentName): { readonly archive: Archive; readonly audit: Audit } {
  const { archive, problems } = checkedFiles(filesOfExample(name));
  const [audit] = archive?.audits ?? [];
  if (!archive || !audit || problems.length > 0) {
    throw new Error(
      `Exemplet på ${name} går inte igenom kontrollen: ${problems.map(({ message }) => message).join(' ')}`,
    );
  }
  return { archive, audit };
}
