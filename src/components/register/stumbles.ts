import { compiledFile } from '../../reports/index.ts';
import { ownPageSchema } from '../../schemas/index.ts';

/** Something that trips the reader of MDX: ordinary prose that is read as code, or a thing that a report may not hold. */
export interface Stumble {
  readonly written: string;
  /** How it is written so that it means what was meant. */
  readonly instead: string;
}

export const stumbles: readonly Stumble[] = [
  { written: 'Andelen var <5 %.', instead: 'Andelen var &lt;5 %.' },
  { written: 'Se avtalet {bilaga 1}.', instead: 'Se avtalet \\{bilaga 1\\}.' },
  { written: '<!-- Fråga Karin om siffran. -->', instead: '{/* Fråga Karin om siffran. */}' },
  { written: 'Se <https://www.lund.se>.', instead: 'Se https://www.lund.se.' },
  { written: 'Första raden<br>andra raden', instead: 'Första raden\\\nandra raden' },
  { written: '# Sammanfattning', instead: '## Sammanfattning' },
  { written: 'import av uppgifter sker varje natt.', instead: 'Varje natt sker import av uppgifter.' },
  { written: '- [x] Policyn är antagen', instead: '- Policyn är antagen' },
];

/** What the check says of a text in a report, as an author reads it: each message with its mend. None where nothing is wrong. */
export function checkMessages(
  text: string,
): readonly { readonly message: string; readonly mend?: string | undefined }[] {
  const frontmatter = ['---', 'title: Exempel', 'description: Ett exempel.', 'order: "1"', '---'];
  return compiledFile('pages/exempel.mdx', [...frontmatter, '', text, ''].join('\n'), ownPageSchema).problems;
}
